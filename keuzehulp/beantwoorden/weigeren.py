"""Limits: what the sources do not hold, conclusions they only seem to allow (`keuzehulp.grenzen`), and finding nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from keuzehulp.beantwoorden.gelezen import Gelezen
from keuzehulp.beantwoorden.kennis import BUITEN_SOORT, NIET_GEVONDEN, VALKUIL_SOORT, Antwoord
from keuzehulp.beantwoorden.opmaak import MEEST, VERDER, alineas, ids, klaar, uniek
from keuzehulp.beantwoorden.uitspraken import alle_van, beste
from keuzehulp.grensregels import genoemde_groep
from keuzehulp.grenzen import BUITEN, omgeving
from keuzehulp.kennisbank.model import Codering, Uitspraak
from keuzehulp.kennisbank.weergave import zin
from keuzehulp.vraagpatronen import (
    EEN_KIND_IN_HET_ALGEMEEN,
    FIGUUR_OVER,
    HOE_GROOT_BIJ,
    HOE_GROOT_EFFECT,
    TREKT_CONCLUSIE,
    VRAAGT_OF_HET_WERKT,
    VRAAGT_WAT,
    WELKE_VAN_DE_DRIE,
)
from keuzehulp.vraagvorm import percentages
from keuzehulp.zoeken import stam, woorden

#: Where to turn with what the sources do not hold: the provider with a programme, somebody who can think along with the rest.
_VERWIJS_PROGRAMMA, _VERWIJS_ANDERS = "aanbieder", "ggd"

#: The limit for a programme that the sources do not describe.
_ANDER_PROGRAMMA = "niet_beschreven_programma"

#: For whom each of the described programmes is.
_VOOR_WIE = "beschreven_interventies.uitspraken.10"

#: What is near shares this part of the words of the question, weighed.
_MIN_GEDEELD = 0.3

_NIET_GEVONDEN = "Op die vraag vind ik geen antwoord in mijn bronnen."

#: How a statement tells that effects were large.
_GROOT = r"effecten waren groot|grote effecten"

_WEL_DICHTBIJ = "Dit komt het dichtst in de buurt:"

_KIJK_BIJ = "Je kunt hier verder kijken:"


def grens(q: Gelezen) -> Antwoord | None:
    """The refusal or the trap that the question falls under; None when it falls under none."""
    subjects = (*q.interventies,)
    bare = not q.genoemd_onderwerp() and not q.inhoud() and re.match(VRAAGT_OF_HET_WERKT, q.plat)
    if not subjects and not q.elementen and (q.terug or bare) and q.vraag.vorig_onderwerp in q.kb.interventies:
        subjects = (str(q.vraag.vorig_onderwerp),)
    found = q.kennis.grenzen.van(omgeving(q.tekst, tuple(q.elementen), subjects))
    if q.onbekend_programma and (found is None or found[0] != BUITEN) and _ANDER_PROGRAMMA in q.kb.buiten_bronnen:
        found = (BUITEN, _ANDER_PROGRAMMA)
    text = q.plat
    if found is not None and found[0] != BUITEN and re.match(VRAAGT_WAT, text) and not re.search(TREKT_CONCLUSIE, text):
        return None
    if found is None or _gaat_niet_op(q, found[1]):
        return None
    return buiten(q, found[1], dichtst(q, found[1])) if found[0] == BUITEN else _valkuil(q, found[1])


def _gaat_niet_op(q: Gelezen, limit: str) -> bool:
    """Whether a question only sounds like one that runs into a limit."""
    if limit == "een_leerling":
        return _noemt_kuiper(q) or re.search(EEN_KIND_IN_HET_ALGEMEEN, q.plat) is not None
    if limit == "samenhang_is_oorzaak":
        return bool(set(q.elementen) - {"inzicht_vergroten"})  # what is told there is of insight alone
    if limit == "volledig_rapport" and "animatie" in q.begrippen:
        return True
    if limit == "andere_doelgroep":
        return _beschrijving_noemt_groep(q)
    if limit == "voorspelling" and q.terug and re.fullmatch(HOE_GROOT_EFFECT, q.plat):
        return bool(met_grootte(q))
    if limit == "voorspelling" and grootte_bij_studie(q):
        return True
    if limit != "percentage_is_effect":
        return False
    return bool(aandeel_van_mensen(q))


def _beschrijving_noemt_groep(q: Gelezen) -> bool:
    """Whether the description of the programme that is named speaks of the group after all ("studenten", of VRIENDEN)."""
    group = genoemde_groep(q.plat)
    own = (s for id in q.interventies if id in q.kb.interventies for s in alle_van(q, id))
    return bool(group) and any(stam(group) in {stam(w) for w in woorden(s.tekst)} for s in own)


def aandeel_van_mensen(q: Gelezen) -> list[Uitspraak]:
    """The statements in which a percentage of the question is a share of children or parents, and not of programmes."""
    asked = percentages(q.tekst)
    if not asked or not re.search(
        r"(?<![a-z])(?:kind|kinderen|ouders|verzorgers|jongeren|leerlingen)(?![a-z])", q.plat
    ):
        return []
    holding = [s for s in q.kb.uitspraken.values() if asked <= percentages(s.tekst)]
    return [s for s in holding if any(c.bron == "K" for c in s.bronnen)]


def met_grootte(q: Gelezen) -> list[Uitspraak]:
    """What is told of the size of an effect on the subject that was talked of."""
    pool = alle_van(q, str(q.vraag.vorig_onderwerp)) if q.bestaat(str(q.vraag.vorig_onderwerp)) else []
    return [s for s in pool if re.search(_GROOT, s.tekst)][:2]


def grootte_bij_studie(q: Gelezen) -> list[Uitspraak]:
    """What is told of the size of the effects in the study that is named, where that is what is asked."""
    studies = q.genoemde_studies()
    if not studies or not re.match(HOE_GROOT_BIJ, q.plat):
        return []
    pool = [s for s in map(q.kb.uitspraken.get, q.index.ids) if s and studies & {c.studie for c in s.bronnen}]
    return uniek(s for s in pool if re.search(_GROOT, s.tekst))[:2]


def dichtst(q: Gelezen, limit: str) -> list[Uitspraak]:
    """What stands nearest to one question that runs into a limit, where the limit itself tells of something else."""
    if limit == "figuren":
        number = re.search(r"figuur (\d+)", q.plat)
        told = q.kb.uitspraken.get(FIGUUR_OVER.get(number.group(1), "")) if number else None
        return [told] if told else []
    if limit == "andere_doelgroep" and re.search(WELKE_VAN_DE_DRIE, q.plat):
        told = q.kb.uitspraken.get(_VOOR_WIE)
        return [told] if told else []
    if limit == "rangorde" and re.search(r"(?<![a-z])(?:element|onderdeel)\w*(?![a-z])", q.plat):
        near = q.kb.buiten_bronnen[limit].dichtbij
        return [s for s in near if s.onderwerp in ("bewijs", "voorbehoud")]
    about = q.elementen[0] if q.elementen else q.vorig_element() if q.terug else None
    if limit == "voorspelling" and about and about != "inzicht_vergroten":
        return list(q.kb.elementen[about].bewijs[:1])
    return []


def _noemt_kuiper(q: Gelezen) -> bool:
    """Whether a concept of Kuiper and Bannink is named: they speak of "a child", and no one child is meant."""
    named = (s for b in q.begrippen for s in q.kb.begrippen[b].uitspraken[:1])
    any_child = re.search(r"(?<![a-z])(?:mijn|onze|deze|die|zij|hij|haar|hem|uit|[1-6][a-z])(?![a-z])", q.plat)
    return any_child is None and any(c.bron == "K" for s in named for c in s.bronnen)


def weer_grens(q: Gelezen) -> Antwoord | None:
    """A short follow-up on a refusal or a trap ("en bij PAD?") gets the same answer."""
    previous = q.vraag.vorig_onderwerp
    if not (q.terug and q.kort()) or q.elementen or q.begrippen or q.inhoud():
        return None
    if previous == _ANDER_PROGRAMMA and q.interventies:
        return None  # what is not described is another programme, and not this one
    if previous in q.kb.buiten_bronnen:
        return buiten(q, previous)
    return _valkuil(q, previous) if previous in q.kb.valkuilen else None


#: Limits on how something is done: tips and lessons to be written.
_OVER_DOEN = frozenset({"praktische_tips", "lesbrief"})


def buiten(q: Gelezen, id: str, found: Iterable[Uitspraak] = ()) -> Antwoord:
    """What the sources do not hold, with what is nearest to it (`found` first) and where to turn."""
    topic = q.kb.buiten_bronnen[id]
    # Who asks how to do an element is nearer to what the sources say of that element than to what they say of exercises.
    own = [q.kb.elementen[e].definitie for e in q.elementen[:1]] if id in _OVER_DOEN else []
    near = uniek([*found, *own, *beste(q, topic.dichtbij, 2)])[: 1 if own and not found else 2]
    parts = [topic.antwoord, *(zin(q.kb, s) for s in near), _verwijs(q, topic.verwijzing)]
    parts.append(VERDER)
    return Antwoord(alineas(parts), BUITEN_SOORT, ids(near), id, verwijzing=topic.verwijzing or None)


def _valkuil(q: Gelezen, id: str) -> Antwoord:
    """What the sources say to a conclusion that they only seem to allow."""
    lines = q.kb.valkuilen[id].antwoord[:MEEST]
    return klaar(q, lines, id, VALKUIL_SOORT)


def niet_gevonden(q: Gelezen, near: Iterable[Uitspraak] = (), subject: str | None = None) -> Antwoord:
    """That the sources hold no answer, with up to two statements that are nearest."""
    lines = [s for s in near if not _zwijgt(q, s)][:2]
    parts = [_NIET_GEVONDEN]
    if lines:
        parts += [_WEL_DICHTBIJ, *(zin(q.kb, s) for s in lines)]
    parts += [_verwijs(q, _VERWIJS_PROGRAMMA if q.interventies else _VERWIJS_ANDERS), VERDER]
    return Antwoord(alineas(parts), NIET_GEVONDEN, ids(lines), subject)


def verwant(q: Gelezen, statement: Uitspraak) -> bool:
    """Whether a statement is near enough to show at a refusal: of what the question names, or with words of it."""
    if q.kb.eigenaar[statement.id] in (*q.genoemd_onderwerp(), q.vraag.vorig_onderwerp):
        return True
    return deelt_woorden(q, statement)


def deelt_woorden(q: Gelezen, statement: Uitspraak) -> bool:
    """Whether a statement holds enough of the words of a question to be near it."""
    return q.index.dekking(q.tekst, q.kennis.stammen(statement)) >= _MIN_GEDEELD


def _zwijgt(q: Gelezen, statement: Uitspraak) -> bool:
    """Whether a statement is that a description does not mention an element that nobody asked about."""
    silent = isinstance(statement, Codering) and statement.antwoord == "niet_vermeld"
    return silent and statement.id.rsplit(".", 1)[-1] not in q.elementen


def _verwijs(q: Gelezen, id: str) -> str:
    place = q.kb.verwijzingen.get(id)
    if place is None:
        return ""
    return f"{place.tekst} {_KIJK_BIJ} [{place.naam}]({place.url})" if place.url else place.tekst
