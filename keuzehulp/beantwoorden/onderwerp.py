"""Which subject a question is about, out of what it names, how it is put and what was talked about."""

from __future__ import annotations

import re

from keuzehulp.beantwoorden.gelezen import Gelezen
from keuzehulp.beantwoorden.programmas import gecodeerd, gevraagde_kenmerken
from keuzehulp.beantwoorden.uitspraken import MIN_DEKKING, alle_van, een_van
from keuzehulp.soortvraag import GROOTTE, LIJST
from keuzehulp.vraagpatronen import DOCENTKEUZE, EEN_PROGRAMMA, LIJST_VAN, ROUTES
from keuzehulp.vraagsoort import is_kenmerk, kenmerken
from keuzehulp.vraagvorm import BEWIJS, DEFINITIE

#: A programme holds what a follow-up says when its statements hold this share of the words.
_MIN_BIJ_PROGRAMMA = 0.7

#: A follow-up on a programme has no more words than this.
_KORT = 9

#: Who speaks of the own school asks nothing of the programme described.
_DE_SCHOOL_ZELF = frozenset({"wij", "ons", "onze", "mijn", "ik"})

#: Subjects that words for the lessons and the training of a programme name too.
_OVER_EEN_PROGRAMMA = frozenset({"duur", "docent_ondersteuning", "beschreven_interventies", "interventie"})


def kies_onderwerp(q: Gelezen) -> str | tuple[str, str] | None:
    """The id that is asked about; a pair of ids for an element in a described intervention."""
    previous = q.vraag.vorig_onderwerp
    route = _route(q) or _studie_bij_vorig(q) or _van_kuiper(q)
    if route is not None:
        return route
    if q.over_docent():
        return q.van_programma()[0], DOCENTKEUZE[0]
    if q.interventies:
        chosen = q.kb.interventies[q.interventies[0]]
        coded = [c for e in q.elementen if (c := gecodeerd(q, e, chosen))]
        leans = q.kort() and (q.terug or not q.vraagt_overzicht()) and not kenmerken(q.tekst)
        carried = een_van(q, coded) or (q.vorig_element() if leans else None)
        return (chosen.id, carried) if carried in chosen.codering and carried else chosen.id
    if previous in q.kb.interventies and q.kort() and q.terug:
        coded = [e for e in q.elementen if e in q.kb.interventies[previous].codering]
        if coded:
            return previous, coded[0]
        if not q.inhoud() or gevraagde_kenmerken(q, q.kb.interventies[previous]):
            return previous
    carried_programme = bij_vorig_programma(q)
    if carried_programme is not None:
        return carried_programme
    own = q.elementen or (q.aspect == DEFINITIE and q.noemt_begrip())
    if q.terug and not (q.inhoud() or own) and (carried_on := q.uit_gesprek()):
        return carried_on
    listed = _lijst_elders(q)
    if listed is not None:
        return listed
    named = een_van(q, [*q.elementen, *q.begrippen])
    if named:
        return _beter_onderwerp(q, named)
    if q.inhoud():
        return None
    return q.uit_gesprek()


def bij_vorig_programma(q: Gelezen) -> str | None:
    """The programme that was just told of, when a short question asks for a characteristic that it has, in its words.

    "Wat staat er over de licentie?" names no programme, and yet it is not about licences in general.
    """
    previous = q.vraag.vorig_onderwerp
    programme = q.kb.interventies.get(previous or "")
    if programme is None or q.interventies or q.genoemde_studies() or q.aspect == BEWIJS:
        return None
    size = q.eis is not None and q.eis.soort == GROOTTE
    if (
        size
        or len(q.plat.split()) > _KORT
        or _elders_over(q)
        or not (kenmerken(q.tekst) and gevraagde_kenmerken(q, programme))
    ):
        return None
    other = [w for w in q.inhoud() if not is_kenmerk(w)]
    held = not other or q.index.dekking(q.tekst, q.index.eigenaar_stammen[programme.id]) >= _MIN_BIJ_PROGRAMMA
    return previous if held else None


def _elders_over(q: Gelezen) -> bool:
    """Whether a question is about another subject than the programme before it, about programmes in general or the own school."""
    named = {*q.elementen, *q.begrippen} - _OVER_EEN_PROGRAMMA
    own = _DE_SCHOOL_ZELF.intersection(q.plat.split())
    return bool(named or own) or re.search(EEN_PROGRAMMA, q.plat) is not None


def _lijst_elders(q: Gelezen) -> str | None:
    """The concept that lists what is asked of a subject, where the list does not stand with the subject itself."""
    if q.eis is None or q.eis.soort != LIJST:
        return None
    for subject, (listed, asked) in LIJST_VAN.items():
        named = subject in q.elementen or subject in q.begrippen
        if named and listed in q.kb.begrippen and re.fullmatch(asked, q.eis.ding):
            return listed
    return None


def _route(q: Gelezen) -> str | None:
    """The concept that a way of saying stands for; "en hoe sterk is dat bewijs?" is about the element just told of."""
    text = q.plat
    found = next((id for pattern, id in ROUTES if re.search(pattern, text)), None)
    carried = found == "knelpunten" and text.startswith("en ") and q.vraag.vorig_onderwerp in q.kb.elementen
    named = q.interventies or (found == "knelpunten" and q.elementen)
    return found if found in q.kb.begrippen and not named and not carried else None


def _studie_bij_vorig(q: Gelezen) -> str | None:
    """ "En bij Mertens?" after an element: what that study says of the element."""
    previous, studies = q.vraag.vorig_onderwerp, q.genoemde_studies()
    leans = q.terug or re.match(r"(?:hoe ?vaak|hoe ?veel)(?![a-z])", q.plat)
    if previous not in q.kb.elementen or not (studies and leans and q.kort()) or q.elementen:
        return None
    return previous if any(c.studie in studies for s in alle_van(q, str(previous)) for c in s.bronnen) else None


def _van_kuiper(q: Gelezen) -> str | None:
    """What Kuiper and Bannink say of something: the concept of theirs that holds it."""
    if q.begrippen != ["kuiper_bannink"] or q.elementen or q.interventies or not q.inhoud():
        return None
    asked = {p for w in q.inhoud() for p in q.index.ontleed(w)}
    for hit in q.index.zoek(" ".join(q.inhoud()), 10):
        theirs = any(c.bron == "K" for c in hit.uitspraak.bronnen) and hit.eigenaar in q.kb.begrippen
        if theirs and asked & set(q.index.ontleed(hit.uitspraak.tekst)):
            return hit.eigenaar
    return None


def _beter_onderwerp(q: Gelezen, named: str) -> str:
    """The mentioned subject, unless another one holds clearly more of what the question says."""
    stems = q.index.eigenaar_stammen
    text = q.tekst
    mine = q.index.dekking(text, stems[named])
    if mine >= MIN_DEKKING:
        return named
    for hit in q.index.zoek(text, 5):
        other = q.index.dekking(text, stems[hit.eigenaar])
        known = hit.eigenaar not in q.kb.interventies and q.bestaat(hit.eigenaar)
        if known and other >= max(mine + 0.3, MIN_DEKKING) and hit.score > (0.25 if mine > 0.3 else 0.18):
            return hit.eigenaar
    return named
