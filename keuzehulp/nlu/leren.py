"""Trains the models behind the pairs (duiding.py) on data/paren and on the answers among the training messages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from keuzehulp.nlu.begrip import Begrip, vul_paren
from keuzehulp.nlu.bereik import DEELS, GEEN, JA, NEE, WEET_NIET, oordeel, rest_tekst
from keuzehulp.nlu.duiding import (
    PAREN_MAP,
    SIGNAAL,
    UITING,
    Deelmodel,
    Duider,
    gezegde,
    leer_gezegdes,
    leer_uitingen,
    lees_berichten,
    lees_regels,
    lezing,
    lezing_van,
)

WAARDE_VAN_INTENT = {"affirm": JA, "deny": NEE, "partly": DEELS, "dont_know": WEET_NIET}


def hele_tekst(begrip: Begrip) -> str:
    """A whole message with `xx` for what it names."""
    delen = (
        rest_tekst(begrip.woorden, deel, [v for v in begrip.vermeldingen if v.tot > deel.van and v.van < deel.tot])
        for deel in begrip.delen
    )
    return " ".join(delen)


def _leer_van_missers(duider: Duider, berichten: Iterable[tuple[Begrip, Mapping[str, str]]], map_: Path) -> Deelmodel:
    """Train again with clauses of the messages in which the first model sees an element that they say nothing of."""
    missers = [
        tekst
        for begrip, verwacht in berichten
        for tekst in duider.ten_onrechte(begrip.delen, begrip.vermeldingen, verwacht)
    ]
    return leer_uitingen(map_, missers)


def leer_duider(
    ontleed: Callable[[str], Begrip], antwoorden: Iterable[tuple[Begrip, str]], map_: Path = PAREN_MAP
) -> Duider:
    """Train both models.

    `ontleed` is the pipeline, `antwoorden` are training messages that answer one question, with their intent.
    Raises ValueError naming a file of `map_` that cannot be read.
    """
    los = lees_regels(map_ / "gezegdes.yml")
    los += [
        (hele_tekst(begrip), WAARDE_VAN_INTENT[intent]) for begrip, intent in antwoorden if intent in WAARDE_VAN_INTENT
    ]
    voorbeelden = [(tekst, lezing_van(oordeel(tekst)), waarde) for tekst, waarde in los]
    berichten = [(ontleed(tekst), verwacht) for tekst, verwacht in lees_berichten(map_ / "berichten.yml")]
    eerste = Duider(_leer_van_missers(Duider(leer_uitingen(map_)), berichten, map_))
    for begrip, verwacht in berichten:
        vul_paren(begrip, eerste)
        voorbeelden += [
            (
                gezegde(begrip.woorden, begrip.delen, begrip.vermeldingen, begrip.paren, paar),
                lezing(paar),
                verwacht.get(paar.element, GEEN),
            )
            for paar in begrip.paren
            # An element that is only guessed at and wrong says nothing of the answer.
            if paar.element in verwacht or paar.vermelding.manier not in (UITING, SIGNAAL)
        ]
    return Duider(eerste.uitingen, leer_gezegdes(voorbeelden))
