"""Limits: what the sources do not hold, conclusions they only seem to allow (`keuzehulp.grenzen`), and finding nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from keuzehulp.beantwoorden.gelezen import Gelezen
from keuzehulp.beantwoorden.kennis import BUITEN_SOORT, NIET_GEVONDEN, VALKUIL_SOORT, Antwoord
from keuzehulp.beantwoorden.opmaak import MEEST, VERDER, alineas, ids, klaar, uniek
from keuzehulp.beantwoorden.uitspraken import beste
from keuzehulp.grenzen import BUITEN, omgeving
from keuzehulp.kennisbank.model import Uitspraak
from keuzehulp.kennisbank.weergave import zin
from keuzehulp.vraagpatronen import TREKT_CONCLUSIE, VRAAGT_WAT

#: Where to turn with what the sources do not hold: the provider with a programme, somebody who can think along with the rest.
_VERWIJS_PROGRAMMA, _VERWIJS_ANDERS = "aanbieder", "ggd"

_NIET_GEVONDEN = "Op die vraag vind ik geen antwoord in mijn bronnen."

_WEL_DICHTBIJ = "Dit komt het dichtst in de buurt:"

_KIJK_BIJ = "Je kunt hier verder kijken:"


def grens(q: Gelezen) -> Antwoord | None:
    """The refusal or the trap that the question falls under; None when it falls under none."""
    subjects = (*q.interventies,)
    if not subjects and q.terug and q.vraag.vorig_onderwerp in q.kb.interventies:
        subjects = (str(q.vraag.vorig_onderwerp),)
    found = q.kennis.grenzen.van(omgeving(q.tekst, tuple(q.elementen), subjects))
    if (
        q.onbekend_programma
        and (found is None or found[0] != BUITEN)
        and "niet_beschreven_programma" in q.kb.buiten_bronnen
    ):
        found = (BUITEN, "niet_beschreven_programma")
    text = q.plat
    if found is not None and found[0] != BUITEN and re.match(VRAAGT_WAT, text) and not re.search(TREKT_CONCLUSIE, text):
        return None
    if found is None or (found[1] == "een_leerling" and _noemt_kuiper(q)):
        return None
    return buiten(q, found[1]) if found[0] == BUITEN else _valkuil(q, found[1])


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
    if previous in q.kb.buiten_bronnen:
        return buiten(q, previous)
    return _valkuil(q, previous) if previous in q.kb.valkuilen else None


def buiten(q: Gelezen, id: str, found: Iterable[Uitspraak] = ()) -> Antwoord:
    """What the sources do not hold, with what is nearest to it (`found` first) and where to turn."""
    topic = q.kb.buiten_bronnen[id]
    near = uniek([*found, *beste(q, topic.dichtbij, 2)])[:2]
    parts = [topic.antwoord, *(zin(q.kb, s) for s in near), _verwijs(q, topic.verwijzing)]
    parts.append(VERDER)
    return Antwoord(alineas(parts), BUITEN_SOORT, ids(near), id, verwijzing=topic.verwijzing or None)


def _valkuil(q: Gelezen, id: str) -> Antwoord:
    """What the sources say to a conclusion that they only seem to allow."""
    lines = q.kb.valkuilen[id].antwoord[:MEEST]
    return klaar(q, lines, id, VALKUIL_SOORT)


def niet_gevonden(q: Gelezen, near: Iterable[Uitspraak] = (), subject: str | None = None) -> Antwoord:
    """That the sources hold no answer, with up to two statements that are nearest."""
    lines = list(near)[:2]
    parts = [_NIET_GEVONDEN]
    if lines:
        parts += [_WEL_DICHTBIJ, *(zin(q.kb, s) for s in lines)]
    parts += [_verwijs(q, _VERWIJS_PROGRAMMA if q.interventies else _VERWIJS_ANDERS), VERDER]
    return Antwoord(alineas(parts), NIET_GEVONDEN, ids(lines), subject)


def _verwijs(q: Gelezen, id: str) -> str:
    place = q.kb.verwijzingen.get(id)
    if place is None:
        return ""
    return f"{place.tekst} {_KIJK_BIJ} [{place.naam}]({place.url})" if place.url else place.tekst
