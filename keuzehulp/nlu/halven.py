"""Support for a teacher comes as training and as something on paper: one of the two without the other is partly.

The order of the words does not matter ("a manual, no training", "not trained, but there is a script"), so this looks at
the two kinds of words and at the answer of the clause in which each stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from keuzehulp.nlu.bereik import JA, NEE, oordeel

ELEMENT = "docent_ondersteuning"
#: The cue of an answer that rests on this.
CUE = "halven"

_SCHOLING = re.compile(
    r"\b(?:\w*training(?:en)?|getraind|trainingsdag(?:en)?|cursus(?:sen)?|cursusdag(?:en)?|\w*scholing|(?:bij)?geschoold|"
    r"\w*opleiding|opgeleid|studie(?:dag|middag)(?:en)?|workshops?)\b"
)
_PAPIER = re.compile(
    r"\b(?:\w*handleiding(?:en)?|draaiboek(?:en)?|\w*handboek(?:en)?|(?:docenten|leraren|trainers)(?:boek|map)\w*|"
    r"(?:een|de|die|dikke) map|(?:een|het|dat|dik) boek(?:je)?)\b"
)
#: The programme itself is often called the training.
_PROGRAMMA = re.compile(r"\b(?:de|deze|onze|jullie|die) \w*training\b|\b\w+training (?:heeft|is|komt|geven)\b")
#: Who need not follow a training can follow one.
_VRIJ = re.compile(r"\b(?:niet|geen) verplicht\w*\b")
#: So many words has a name that stands by itself in a list.
_KAAL = 2
_AFWEZIG = frozenset({"zonder", "behalve", "noch"})


def is_half(delen: Iterable[tuple[str, str]]) -> bool:
    """Whether the clauses (each with the word that opens it) tell of training or a manual, and that the other is not there."""
    gezien: dict[re.Pattern[str], set[str]] = {_SCHOLING: set(), _PAPIER: set()}
    rij = list(delen)
    for plek, (opener, tekst) in enumerate(rij):
        soorten = [soort for soort in gezien if soort.search(tekst)]
        if len(soorten) != 1 or (plek + 1 < len(rij) and _deelt_ontkenning(tekst, *rij[plek + 1])):
            continue
        waarde = _waarde(opener, tekst)
        if waarde == JA and soorten[0] is _SCHOLING and _PROGRAMMA.search(tekst):
            continue
        gezien[soorten[0]].add(waarde)
    return {JA, NEE} == gezien[_SCHOLING] | gezien[_PAPIER] and all(len(w) == 1 for w in gezien.values())


def is_heel(delen: Iterable[tuple[str, str]]) -> bool:
    """Whether there are training and a manual, where of one it is only said that nobody is forced."""
    rij = list(delen)
    if not any(_VRIJ.search(tekst) for _, tekst in rij):
        return False
    gezien = {soort: {_waarde(o, t) for o, t in rij if soort.search(t)} for soort in (_SCHOLING, _PAPIER)}
    return all(waarden == {JA} for waarden in gezien.values())


def _deelt_ontkenning(tekst: str, opener: str, volgende: str) -> bool:
    """Whether a bare name is denied together with the next one ("training and a manual are not there")."""
    uitspraak = oordeel(volgende)
    if opener not in ("en", "of", "noch") or len(tekst.split()) > _KAAL or oordeel(tekst) or uitspraak is None:
        return False
    ding = _PAPIER.search(volgende) or _SCHOLING.search(volgende)
    return ding is not None and volgende.find(uitspraak.cue) > ding.start()


def _waarde(opener: str, tekst: str) -> str:
    uitspraak = oordeel(_VRIJ.sub(" ", tekst))
    if uitspraak is None:
        return NEE if opener in _AFWEZIG else JA
    return uitspraak.waarde
