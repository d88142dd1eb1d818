"""Trains the models behind the pairs (duiding.py) on data/paren and on the answers among the training messages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from keuzehulp.nlu.begrip import Begrip, vul_paren
from keuzehulp.nlu.bereik import DEELS, GEEN, JA, NEE, WEET_NIET, rest_tekst
from keuzehulp.nlu.duiding import (
    PAREN_MAP,
    SIGNAAL,
    UITING,
    Duider,
    gezegde,
    leer_gezegdes,
    leer_uitingen,
    lees_berichten,
    lees_regels,
)

WAARDE_VAN_INTENT = {"affirm": JA, "deny": NEE, "partly": DEELS, "dont_know": WEET_NIET}


def hele_tekst(begrip: Begrip) -> str:
    """A whole message with `xx` for what it names."""
    delen = (
        rest_tekst(begrip.woorden, deel, [v for v in begrip.vermeldingen if v.tot > deel.van and v.van < deel.tot])
        for deel in begrip.delen
    )
    return " ".join(delen)


def leer_duider(
    ontleed: Callable[[str], Begrip], antwoorden: Iterable[tuple[Begrip, str]], map_: Path = PAREN_MAP
) -> Duider:
    """Train both models.

    `ontleed` is the pipeline, `antwoorden` are training messages that answer one question, with their intent.
    Raises ValueError naming a file of `map_` that cannot be read.
    """
    voorbeelden = lees_regels(map_ / "gezegdes.yml")
    voorbeelden += [
        (hele_tekst(begrip), WAARDE_VAN_INTENT[intent]) for begrip, intent in antwoorden if intent in WAARDE_VAN_INTENT
    ]
    eerste = Duider(leer_uitingen(map_))
    for tekst, verwacht in lees_berichten(map_ / "berichten.yml"):
        begrip = ontleed(tekst)
        vul_paren(begrip, eerste)
        voorbeelden += [
            (
                gezegde(begrip.woorden, begrip.delen, begrip.vermeldingen, begrip.paren, paar),
                verwacht.get(paar.element, GEEN),
            )
            for paar in begrip.paren
            # An element that is only guessed at and wrong says nothing of the answer.
            if paar.element in verwacht or paar.vermelding.manier not in (UITING, SIGNAAL)
        ]
    return Duider(eerste.uitingen, leer_gezegdes(voorbeelden))
