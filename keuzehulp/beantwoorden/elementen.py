"""Elements: what each is, why it is asked, what research says of it and with which figures."""

from __future__ import annotations

import re

from keuzehulp.beantwoorden.aantallen import telt
from keuzehulp.beantwoorden.gelezen import Gelezen
from keuzehulp.beantwoorden.kennis import Antwoord
from keuzehulp.beantwoorden.opmaak import MEEST, TWEE_KANTEN, klaar, uniek
from keuzehulp.beantwoorden.uitspraken import alle_van, alleen_kuiper, beste, kern_en_bewijs
from keuzehulp.beantwoorden.weigeren import niet_gevonden
from keuzehulp.kennisbank.model import Begrip, Element, Uitspraak
from keuzehulp.vraagpatronen import BASIS, BETER_DAN, HOE_WETEN, HOE_ZORGEN, VRAAG_NAAR
from keuzehulp.vraagvorm import BEWIJS, BRON, DEFINITIE, GETAL, VOORBEELD, WAAROM
from keuzehulp.zoeken import is_generiek, vouw

#: The topic of a statement that tells what kind of research the evidence for an element is.
_METHODE = "methode"


def over_element(q: Gelezen, element: Element) -> Antwoord:
    """What is asked of an element, else what it is and what research found first."""
    theirs = alleen_kuiper(q, alle_van(q, element.id))
    if len(theirs) < len(alle_van(q, element.id)):
        return klaar(q, theirs[:3], element.id)
    if q.terug and not q.elementen and q.genoemde_studies():
        return _over_bewijs(q, element)
    if q.aspect == VOORBEELD and element.voorbeeld and not re.search(HOE_ZORGEN, q.plat):
        return klaar(q, [element.voorbeeld], element.id)
    if element.getalvraag and re.search(
        r"(?<![a-z])(?:te (?:veel|weinig)|(?:meer|vaker|veel) oefen\w* (?:\w+ ){0,4}beter|"
        r"hoe meer (?:\w+ )?oefening\w*|zo ?veel mogelijk)(?![a-z])",
        q.plat,
    ):
        return _over_getal(q, element)
    if q.aspect == DEFINITIE or "kenmerk" in q.plat:
        features = [s for b in q.kb.begrippen.values() if _kenmerken_van(b, element) for s in b.uitspraken]
        return klaar(q, [element.definitie, *(features or _passend(q, element)[:1])][:MEEST], element.id)
    if q.aspect == WAAROM and element.waarom and not _passend(q, element) and vraagt_naar_vraag(q, element.id):
        return klaar(q, [element.waarom], element.id)
    if q.aspect == BRON:
        return klaar(q, [element.definitie, *element.bewijs[:3]], element.id)
    if q.aspect == GETAL and not (element.spanning and "hoe lang" in q.plat):
        return _over_getal(q, element)
    if q.aspect in (BEWIJS, WAAROM, GETAL):
        return _over_bewijs(q, element)
    fitting = _passend(q, element)
    lines = fitting or [element.definitie, *element.bewijs[:1]]
    return klaar(q, lines[:3], element.id)


def vraagt_naar_vraag(q: Gelezen, element: str) -> bool:
    """Whether "waarom?" is about our question for an element: it is open, or asking is what is asked about."""
    return q.vraag.open_element == element or re.search(VRAAG_NAAR, q.plat) is not None


def _kenmerken_van(begrip: Begrip, element: Element) -> bool:
    """Whether a concept lists the features of an element."""
    return "kenmerken" in vouw(begrip.naam) and element.id in begrip.zie_ook


def _passend(q: Gelezen, element: Element) -> list[Uitspraak]:
    """Statements of the element that hold particular words of the question beside its name."""
    own = {p for w in (element.naam, *element.synoniemen) for p in q.index.ontleed(w)}
    asked = {p for w, known in q.index.ontleed_woorden(q.tekst) for p in known if not is_generiek(p)} - own
    pool = [s for s in alle_van(q, element.id) if not s.id.endswith(("definitie", "voorbeeld"))]
    hits = [(len(asked & set(q.index.ontleed(s.tekst))), s) for s in pool]
    best = max((n for n, _ in hits), default=0)
    return [s for n, s in hits if n == best][:3] if best else []


def _over_bewijs(q: Gelezen, element: Element) -> Antwoord:
    """What research says of an element, of the named study if there is one; with both sides of a contradiction."""
    studies = q.genoemde_studies()
    if studies:
        lines = [s for s in alle_van(q, element.id) if any(c.studie in studies for c in s.bronnen)]
        if any("%" in c for s in q.verteld() for c in s.cijfers):
            lines = [s for s in lines if any("%" in c for c in s.cijfers)] or lines
        return klaar(q, beste(q, lines, 3), element.id) if lines else niet_gevonden(q, element.bewijs[:1])
    fitting = _passend(q, element)
    if not element.spanning:
        lines = uniek([*element.bewijs[:1], *fitting[:2], *element.bewijs[1:3], *element.voorbehoud[:1]])
        return klaar(q, lines[:4], element.id)
    first = element.spanning[0]
    sides = [s for s in (first.een_kant, first.andere_kant, first.uitleg) if s]
    lines = uniek([*element.bewijs[:1], *fitting[:1], *sides])
    return klaar(q, lines[:MEEST], element.id, intro=TWEE_KANTEN if len(lines) > 2 else "")


def _over_getal(q: Gelezen, element: Element) -> Antwoord:
    """Figures: those of the right kind, with the caveat that goes with them; none of that kind is no answer."""
    share = re.search(r"(?<![a-z])(procent|percentage|hoe vaak|vaak)(?![a-z])|%", q.plat)
    pool = [s for s in alle_van(q, element.id) if s.cijfers]
    if share:
        pool = [s for s in pool if any("%" in c or "procent" in c for c in s.cijfers)]
        if not pool and "figuren" in q.kb.buiten_bronnen:
            return niet_gevonden(q, element.bewijs[:1], element.id)
    if not pool:
        return niet_gevonden(q, [*_passend(q, element), *element.bewijs[:1]], element.id)
    plain = [s for s in pool if ".bewijs." in s.id] or pool
    plain = [s for s in plain if telt(q, s)] or plain
    if not share:
        plain = [s for s in plain if not all("%" in c for c in s.cijfers)] or plain
    lines = beste(q, plain, 2)
    caveat = [s for s in element.voorbehoud if set(s.cijfers) & {c for x in lines for c in x.cijfers}]
    return klaar(q, uniek([*lines, *caveat[:1]]), element.id)


def basis(q: Gelezen) -> Antwoord | None:
    """The evidence for the open question, or for the element named, when the question is what that rests on."""
    text = q.plat
    if not re.search(BASIS, text) or q.interventies:
        return None
    asked = q.vraag.open_element if re.search(r"(?<![a-z])(?:de|deze|die|jouw|je) vraag(?![a-z])", text) else None
    subject = next((e for e in (*q.elementen, asked) if e in q.kb.elementen), None)
    return _over_bewijs(q, q.kb.elementen[subject]) if subject else None


def soort_onderzoek(q: Gelezen) -> Antwoord | None:
    """What kind of research is behind what was just told, or behind the element that is named."""
    if q.interventies or not re.search(HOE_WETEN, q.plat):
        return None
    told = (q.vraag.vorig_onderwerp,) if q.vraag.vorige_uitspraken else ()
    element = next((q.kb.elementen[id] for id in (*q.elementen, *told) if id in q.kb.elementen), None)
    kinds = [s for s in element.voorbehoud if s.onderwerp == _METHODE] if element else []
    return klaar(q, [*kinds, *element.bewijs[:1]][:MEEST], element.id) if element and kinds else None


def beter_dan(q: Gelezen) -> Antwoord | None:
    """Two elements weighed against each other: only a statement that speaks of both may answer that."""
    if len(q.elementen) < 2 or q.interventies or not re.search(BETER_DAN, q.plat):
        return None
    first, second = q.elementen[:2]
    names = [set(q.index.ontleed(q.kb.naam(e))) for e in (first, second)]
    pool = [*alle_van(q, first), *alle_van(q, second)]
    both = [s for s in pool if all(n <= set(q.index.ontleed(s.tekst)) for n in names)]
    near = [*kern_en_bewijs(q, first)[-1:], *kern_en_bewijs(q, second)[-1:]]
    return None if both else niet_gevonden(q, near, first)
