"""Described programmes: one, an element in one, several beside each other, and all of them."""

from __future__ import annotations

import re

from keuzehulp.beantwoorden.gelezen import Gelezen
from keuzehulp.beantwoorden.kennis import Antwoord
from keuzehulp.beantwoorden.opmaak import MEEST, klaar, uniek
from keuzehulp.beantwoorden.uitspraken import beste, een_van
from keuzehulp.beantwoorden.weigeren import niet_gevonden
from keuzehulp.kennisbank.model import Codering, Interventie, Uitspraak
from keuzehulp.noemen import VOEGWOORDEN
from keuzehulp.programmavraag import is_programmawoord, vraagt_docent, vraagt_meeste
from keuzehulp.soortvraag import REDEN, WIE, geeft_reden
from keuzehulp.vraagpatronen import ALLE_PROGRAMMAS, DOCENTKEUZE, MEESTE_OMHAAL, OORDEEL, STAAT_IN, WELKE_ZIJN_ER
from keuzehulp.vraagsoort import KENMERKEN, is_kenmerk, kenmerken
from keuzehulp.vraagvorm import DEFINITIE, GETAL, plat
from keuzehulp.zoeken import is_generiek, is_stopwoord, stam, vouw


def over_interventie(q: Gelezen, interventie: Interventie) -> Antwoord:
    """The characteristics that are asked of a described intervention, else what it is."""
    wanted = gevraagde_kenmerken(q, interventie)
    if re.search(STAAT_IN, q.plat):
        return niet_gevonden(q, wanted or [interventie.beschrijving], interventie.id)
    if wanted and _mist_zelfstandig(q, wanted):
        return niet_gevonden(q, wanted, interventie.id)
    if wanted:
        return klaar(q, wanted[:3], interventie.id)
    general = [interventie.beschrijving]
    goal = [s for s in interventie.kenmerken if s.onderwerp in ("doel", "inhoud")][:2]
    if interventie.bereik:
        goal.append(interventie.bereik)
    particular = [w for w in q.inhoud() if w not in plat(" ".join(interventie.synoniemen)).split()]
    if (particular or _omhaal(q, interventie.id)) and not q.vraagt_overzicht():
        return niet_gevonden(q, general, interventie.id)
    if q.vraagt_overzicht() and q.aspect not in (DEFINITIE,):
        return klaar(q, [*general, *_wat_erin_zit(q, interventie)][:MEEST], interventie.id)
    return klaar(q, [*general, *goal], interventie.id)


def _omhaal(q: Gelezen, subject: str) -> bool:
    """Whether a question says so much beside the name that a description is no answer to it."""
    said = q.kennis.namen.met_teken(q.tekst, subject).split()
    return len([w for w in said if w not in VOEGWOORDEN and w != "_x"]) > MEESTE_OMHAAL


def _mist_zelfstandig(q: Gelezen, statements: list[Uitspraak]) -> bool:
    """Whether "welke X" asks for an X that the statements don't name and that is no known characteristic."""
    asked = re.search(r"(?<![a-z])welke? ([a-z]{4,})", q.plat)
    if asked is None or is_stopwoord(asked.group(1)) or is_generiek(stam(asked.group(1))):
        return False
    noun = asked.group(1)
    if is_kenmerk(noun):
        return False
    return all(stam(noun) not in q.index.ontleed(s.tekst) for s in statements)


def _wat_erin_zit(q: Gelezen, interventie: Interventie) -> list[Uitspraak]:
    whole = [s for s in interventie.kenmerken if s.onderwerp == "elementen"]
    present = [c for e, c in interventie.codering.items() if c.antwoord == "ja" and q.kb.elementen[e].gevraagd]
    return [*(whole or present[:3]), *([interventie.bereik] if interventie.bereik else [])]


def gevraagde_kenmerken(q: Gelezen, interventie: Interventie) -> list[Uitspraak]:
    """Characteristics of the intervention that the question names, by their subject or by their words."""
    text = q.plat
    subjects = [s for s, pattern in KENMERKEN if re.search(rf"(?<![a-z])(?:{pattern})(?![a-z])", text)]
    if not subjects and re.search(r"(?<![a-z])(?:geen|een|die|de) training(?![a-z])", text):
        subjects = ["scholing"]
    if not subjects and re.search(r"(?<![a-z])training(?![a-z])", text) and q.terug:
        subjects = ["scholing"]
    if not subjects and re.search(r"(?<![a-z])(?:langer|korter|langst\w*|kortst\w*)(?![a-z])", text):
        subjects = ["lessen"]
    if q.eis is not None and q.eis.soort == WIE and "uitvoering" in subjects:
        subjects = ["uitvoering"]  # "wie geeft de kanjerlessen" does not ask for the lessons
    if re.search(r"(?<![a-z])hoeveel (?:leer|school)?ja(?:ar|ren)(?![a-z])", text):
        subjects = ["lessen"]  # "hoeveel jaar duurt PAD" is told with the lessons
    if re.match(r"(?:en |maar )?wanneer(?![a-z])", text):
        subjects = ["planning", "duur"]  # on which hour stands with how long a lesson is
    if q.kort() and (
        (not subjects and not q.elementen) or re.match(r"(?:en )?hoe ?veel (?:zijn|heeft|hebben|is|krijg\w*) ", text)
    ):
        subjects = _vorige_kenmerken(q) or subjects
    found = [s for name in subjects for s in interventie.kenmerken if s.onderwerp == name]
    if "soort" in subjects and "basis" not in subjects:
        found = [interventie.beschrijving, *found]
    if found and q.eis is not None and q.eis.soort == REDEN:
        reasons = [s for s in found if geeft_reden(s)]
        return reasons or found
    if found:
        return beste(q, found, 3) if len(found) > 3 else found
    names = set(q.index.ontleed(" ".join((interventie.naam, *interventie.synoniemen))))
    asked = {p for w, known in q.index.ontleed_woorden(q.tekst) for p in (known or (w,)) if not is_generiek(p)} - names
    if not asked:
        return []
    pool = [*interventie.kenmerken, *interventie.codering.values()]
    hits = [(len(asked & set(q.index.ontleed(s.tekst))), s) for s in pool]
    best = max(n for n, _ in hits)
    return [s for n, s in hits if n == best][:2] if best and best >= len(asked) / 2 else []


def _vorige_kenmerken(q: Gelezen) -> list[str]:
    return list(dict.fromkeys(s.onderwerp for s in q.verteld() if ".kenmerken." in s.id and s.onderwerp))


def in_interventie(q: Gelezen, interventie_id: str, element: str) -> Antwoord:
    """What a description says of an element."""
    interventie = q.kb.interventies[interventie_id]
    if re.search(STAAT_IN, q.plat) or re.search(OORDEEL, q.plat):
        return niet_gevonden(q, [c for c in (interventie.codering.get(element),) if c], interventie_id)
    coded = interventie.codering.get(element)
    if q.vreemd.kern or coded is None:
        detail = gevraagde_kenmerken(q, interventie)
        return niet_gevonden(q, detail or [interventie.beschrijving], interventie_id)
    if q.over_docent():
        both = [interventie.codering[e] for e in DOCENTKEUZE if e in interventie.codering]
        return klaar(q, both, interventie_id)
    lines: list[Uitspraak] = [coded]
    detail = [s for s in gevraagde_kenmerken(q, interventie) if s is not coded]
    lines = uniek([*detail[:2], coded]) if q.aspect == GETAL and detail else uniek([coded, *detail[:2]])
    if coded.antwoord == "niet_vermeld" and "niet_genoemd_is_afwezig" in q.kb.valkuilen:
        lines.append(q.kb.valkuilen["niet_genoemd_is_afwezig"].antwoord[0])
    return klaar(q, lines, interventie_id)


def gecodeerd(q: Gelezen, element: str, interventie: Interventie) -> str | None:
    """The element itself when the description is coded on it, else the one that names it as a form ("rollenspel")."""
    if element in interventie.codering:
        return element
    name = vouw(q.kb.elementen[element].naam)
    wider = (e.id for e in q.kb.gevraagd if name in (vouw(w) for w in e.synoniemen))
    return next((e for e in wider if e in interventie.codering), None)


def over_alle(q: Gelezen) -> Antwoord:
    """What is asked of all programmes: the coding of the element, else the characteristic; nothing beyond those."""
    chosen = [q.kb.interventies[i] for i in q.interventies]
    element = _element_van_alle(q, chosen)
    lines: list[Uitspraak] = [i.codering[element] for i in chosen if element in i.codering]
    if not lines:
        lines = [s for i in chosen for s in gevraagde_kenmerken(q, i)[:1]]
    subject = chosen[0].id if len(chosen) == 1 else ALLE_PROGRAMMAS
    if _vraagt_welke_er_zijn(q):
        return klaar(q, [i.beschrijving for i in chosen], subject)
    if not lines:
        return niet_gevonden(q, [i.beschrijving for i in chosen], subject)
    known = {stem for s in lines for stem in q.index.ontleed(s.tekst)} | q.namen_stammen
    strange = [
        w for w in q.inhoud() if not (is_programmawoord(w) or is_kenmerk(w) or known.intersection(q.index.ontleed(w)))
    ]
    ranked = vraagt_meeste(q.tekst) and kenmerken(q.tekst).isdisjoint(("lessen", "duur"))
    if strange or ranked:
        return niet_gevonden(q, lines, subject)
    lines.sort(key=lambda s: isinstance(s, Codering) and s.antwoord == "niet_vermeld")
    if isinstance(lines[-1], Codering) and lines[-1].antwoord == "niet_vermeld":
        lines.extend(q.kb.valkuilen["niet_genoemd_is_afwezig"].antwoord[:1])
    return klaar(q, uniek(lines)[:MEEST], subject)


def _vraagt_welke_er_zijn(q: Gelezen) -> bool:
    """Whether a question is which programmes there are, and asks nothing of them."""
    named = q.elementen or kenmerken(q.tekst) or _inhoud_zonder_programma(q)
    return not named and re.match(WELKE_ZIJN_ER, q.plat) is not None


def _element_van_alle(q: Gelezen, chosen: list[Interventie]) -> str:
    """The element that is asked of several programmes; in a short follow-up the one that was just told of."""
    coded = [c for e in q.elementen if (c := gecodeerd(q, e, chosen[0]))]
    if not coded and vraagt_docent(q.tekst):
        return DOCENTKEUZE[1]
    carried = None if kenmerken(q.tekst) or _inhoud_zonder_programma(q) else q.vorig_element()
    return een_van(q, coded) or carried or ""


def _inhoud_zonder_programma(q: Gelezen) -> list[str]:
    return [w for w in q.inhoud() if not is_programmawoord(w)]


def naast_elkaar(q: Gelezen) -> Antwoord:
    """Two or more described interventions: what is asked of each; else what each is and who it is for."""
    chosen = [q.kb.interventies[i] for i in q.interventies[:3]]
    element = een_van(q, [c for e in q.elementen if (c := gecodeerd(q, e, chosen[0]))])
    lines: list[Uitspraak] = []
    for interventie in chosen:
        if element and element in interventie.codering:
            lines.append(interventie.codering[element])
        else:
            lines += gevraagde_kenmerken(q, interventie)[:1] or [interventie.beschrijving]
    if q.eis is not None and q.eis.soort == REDEN and not any(geeft_reden(s) for s in lines):
        return niet_gevonden(q, lines, q.interventies[0])
    if not element:
        lines += [i.bereik for i in chosen if i.bereik]
    return klaar(q, uniek(lines)[:MEEST], q.interventies[0])
