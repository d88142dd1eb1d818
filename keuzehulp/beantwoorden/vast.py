"""Questions in known words (`keuzehulp.vastevragen`), and what else a question says by its form alone."""

from __future__ import annotations

import re
from dataclasses import replace

from keuzehulp.beantwoorden.gelezen import Gelezen
from keuzehulp.beantwoorden.kennis import ANTWOORD, Antwoord
from keuzehulp.beantwoorden.onderwerp import bij_vorig_programma
from keuzehulp.beantwoorden.opmaak import MEEST, alineas, ids, klaar, uniek
from keuzehulp.beantwoorden.uitspraken import alle_van
from keuzehulp.grensregels import vraagt_hergebruik
from keuzehulp.kennisbank.model import Uitspraak
from keuzehulp.kennisbank.weergave import zin
from keuzehulp.vastevragen import VASTE_VRAGEN, VERVOLGVRAGEN, VROEGER, Route
from keuzehulp.vraagvorm import plat
from keuzehulp.zoeken import vouw

#: The writers of the article, by whose name a question is one about them.
_KUIPER = r"(?<![a-z])(?:kuiper|bannink)(?![a-z])"
_ZWIJGT = "Over {naam} vind ik niets in het artikel van Kuiper en Bannink. Dit staat er in het Trimbos-rapport:"

#: A question that leans on what was told says no more than this.
_KORT = 8

#: Whether two things that were told contradict each other.
_SPREEKT_TEGEN = re.compile(
    r"^(?:en |maar |hm )*(?:spreekt|spreken) (?:dat|die|dit|ze) (?:elkaar )?(?:\w+ ){0,3}tegen|"
    r"^(?:en |maar |hm )*(?:is|zijn) (?:dat|die|dit) (?:\w+ ){0,3}(?:tegenstrijdig|in tegenspraak|tegenspraak)|"
    r"^(?:en |maar |hm )*hoe kan (?:dat|het) (?:\w+ )?(?:allebei|beide|tegelijk)"
)
_GETELD_OF_VERBAND = ("mertens.uitspraken.11", "frequentie_en_effect.uitspraken.1")

#: Whether something stands in the keuzehulp as an element, and why it does not.
_IN_DE_KEUZEHULP = re.compile(
    r"^(?:en |maar )?(?:staat|zit|hoort|komt|staan|zitten|horen|komen|is|zijn) (?:\w+ ){1,5}(?:in|bij|van) (?:de keuzehulp|"
    r"jullie lijst|de lijst van de keuzehulp)"
    r"(?: voor| thuis| of niet| dan| ook)*$"
)
_WAAROM_NIET_IN = re.compile(
    r"^(?:en |maar )?waarom (?:staat|zit|hoort|komt|staan|zitten|is) (?:\w+ ){1,5}niet (?:\w+ )?(?:in|bij|erin|"
    r"erbij)(?: (?:de keuzehulp|jullie lijst|voor))?$"
)
_LIJST = "elementen_keuzehulp"
_GEEN_REDEN = "De reden staat niet in mijn bronnen. Dit wel:"


def in_vaste_woorden(q: Gelezen) -> Antwoord | None:
    """The statements that answer a question in known words; None for any other."""
    route = None if q.interventies else _route(q)
    if route is None or any(id not in q.kb.uitspraken for id in route.uitspraken):
        return None
    lines = [q.kb.uitspraken[id] for id in route.uitspraken]
    given = klaar(q, lines, q.kb.eigenaar[lines[0].id])
    return (
        given
        if route.kop
        else replace(given, tekst=given.tekst.removeprefix(f"**{q.kb.naam(str(given.onderwerp))}**\n"))
    )


def is_voor_de_bronnen(tekst: str, onderwerp: str = "", vorige_vraag: str = "") -> bool:
    """Whether a message is a question for the sources by its words alone, whatever else it sounds like."""
    text = plat(tekst)
    if any(r.patroon.search(text) for r in VASTE_VRAGEN if not r.na and not r.van_kuiper):
        return True
    return _vervolg(text, onderwerp, vorige_vraag) is not None or vraagt_hergebruik(text)


def _route(q: Gelezen) -> Route | None:
    previous = q.vraag.vorig_onderwerp or ""
    following = _vervolg(q.plat, previous, q.vraag.vorige_vraag)
    if following is not None:
        return following
    return next((r for r in VASTE_VRAGEN if _past(q, r, previous) and r.patroon.search(q.plat)), None)


def _vervolg(text: str, previous: str, earlier: str) -> Route | None:
    """The route of a short question that leans on the subject before it, or on the past that was asked about."""
    if len(text.split()) > _KORT:
        return None
    subjects = {previous} | ({"benadering_eigenschap"} if VROEGER.search(plat(earlier)) else set())
    return next((r for r in VERVOLGVRAGEN if subjects & r.na and r.patroon.search(text)), None)


def _past(q: Gelezen, route: Route, previous: str) -> bool:
    """Whether a route is open here: after its subject, to what Kuiper and Bannink say, and not where an element is named."""
    if set(q.elementen) - route.elementen or (q.genoemde_studies() and not route.studie):
        return False
    if previous in q.kb.interventies and bij_vorig_programma(q) is not None:
        return False
    if route.van_kuiper and not _over_kuiper(q):
        return False
    return not route.na or previous in route.na


def _over_kuiper(q: Gelezen) -> bool:
    """Whether Kuiper and Bannink are named, or all that was told last is theirs."""
    told = q.verteld()
    theirs = bool(told) and all(c.bron == "K" for s in told for c in s.bronnen)
    return theirs or re.search(_KUIPER, q.plat) is not None


def tegenspraak(q: Gelezen) -> Antwoord | None:
    """ "Spreekt dat elkaar niet tegen?": both sides of what was told, or that counting is something else than a relation."""
    told = q.verteld()
    if not told or not _SPREEKT_TEGEN.search(q.plat):
        return None
    studies = {c.studie for s in told for c in s.bronnen}
    previous = q.vraag.vorig_onderwerp or ""
    counted = previous in ("boustani", "mertens", "frequentie_en_effect") or "boustani_2015" in studies
    if counted and all(id in q.kb.uitspraken for id in _GETELD_OF_VERBAND):
        return klaar(q, [q.kb.uitspraken[id] for id in _GETELD_OF_VERBAND], q.kb.eigenaar[_GETELD_OF_VERBAND[0]])
    element = q.kb.elementen.get(previous)
    if element is None or not element.spanning:
        return None
    first = element.spanning[0]
    return klaar(q, [s for s in (first.een_kant, first.andere_kant, first.uitleg) if s], element.id)


def kuiper_over_element(q: Gelezen) -> Antwoord | None:
    """What Kuiper and Bannink say of the element that is named or was told of, or that they say nothing of it."""
    if q.interventies or re.search(_KUIPER, q.plat) is None or set(q.begrippen) - {"kuiper_bannink"}:
        return None
    named = q.elementen[:1] or ([e] if q.terug and (e := q.vorig_element()) and not q.inhoud() else [])
    if not named or len(q.elementen) > 1:
        return None
    element = q.kb.elementen[named[0]]
    theirs = [s for s in map(q.kb.uitspraken.get, q.index.ids) if s and any(c.bron == "K" for c in s.bronnen)]
    names = [vouw(n) for n in (element.naam, element.korte_naam)]
    said = [s for s in theirs if q.kb.eigenaar[s.id] == element.id or any(n in vouw(s.tekst) for n in names)]
    if said:
        own = any(q.kb.eigenaar[s.id] == element.id for s in said)
        return None if q.elementen and own else klaar(q, uniek(said)[:MEEST], element.id)
    near: list[Uitspraak] = [element.definitie, *element.bewijs[:1]]
    parts = [_ZWIJGT.format(naam=element.korte_naam.lower()), *(zin(q.kb, s) for s in near)]
    return Antwoord(alineas(parts), ANTWOORD, ids(near), element.id)


def in_de_keuzehulp(q: Gelezen) -> Antwoord | None:
    """Whether an element stands in the keuzehulp; why it does not, the sources do not say."""
    why = _WAAROM_NIET_IN.search(q.plat)
    if len(q.elementen) != 1 or q.interventies or not (why or _IN_DE_KEUZEHULP.search(q.plat)):
        return None
    previous = q.kb.begrippen.get(q.vraag.vorig_onderwerp or "")
    if q.vraag.vorig_onderwerp in q.kb.interventies or (why and previous is not None and previous.lijst):
        return None  # what it is not in, is a programme or another list
    element = q.kb.elementen[q.elementen[0]]
    own = [s for s in element.voorbehoud if "element in de keuzehulp" in s.tekst]
    listed = [s for s in alle_van(q, _LIJST) if vouw(element.naam) in vouw(s.tekst)]
    lines = uniek([*own, *listed])[:2]
    return klaar(q, lines, element.id, intro=_GEEN_REDEN if why else "") if lines else None
