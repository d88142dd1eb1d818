"""Trains the models behind the pairs (duiding.py) on data/paren and on the answers among the training messages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

import numpy as np

from keuzehulp.nlu.begrip import Begrip, vul_paren
from keuzehulp.nlu.bereik import DEELS, GEEN, JA, NEE, WEET_NIET, oordeel, rest_tekst
from keuzehulp.nlu.duiding import (
    PAREN_MAP,
    Deelmodel,
    Duider,
    Geteld,
    Leerstof,
    gezegde,
    kenmerken_uiting,
    leer_gezegdes,
    leer_uitingen,
    lees_berichten,
    lees_regels,
    lees_uitingen,
    lezing,
    lezing_van,
)
from keuzehulp.nlu.oplossen import gevraagde_elementen
from keuzehulp.nlu.taal import taal
from keuzehulp.nlu.verdelen import tegelijk, verdeel

#: A message with the answer that it gives per element.
Bericht = tuple[Begrip, Mapping[str, str]]
#: A training message that answers one question, with its intent and that question, where it is told.
Antwoord = tuple[Begrip, str, str | None]
#: What is said of an element, the rules' reading of it, and the answer that is meant.
Gezegde = tuple[str, list[str], str]
#: Answers are learnt from messages as they are read by a model that has not seen them: in so many parts.
DELEN = 3
#: In place of a part: the model that has seen all.
ALLES = -1
WAARDE_VAN_INTENT = {"affirm": JA, "deny": NEE, "partly": DEELS, "dont_know": WEET_NIET}


def hele_tekst(begrip: Begrip) -> str:
    """A whole message with `xx` for what it names."""
    delen = (
        rest_tekst(begrip.woorden, deel, [v for v in begrip.vermeldingen if v.tot > deel.van and v.van < deel.tot])
        for deel in begrip.delen
    )
    return " ".join(delen)


def _uitingen_van(duider: Duider, bericht: Bericht) -> list[Geteld]:
    """What a message teaches: clauses with what they must be about, and those in which the first model is wrong."""
    begrip, verwacht = bericht
    zinnen = duider.toegekend(begrip.delen, begrip.vermeldingen, verwacht)
    zinnen += [(tekst, GEEN) for tekst in duider.ten_onrechte(begrip.delen, begrip.vermeldingen, verwacht)]
    return [(kenmerken_uiting(tekst.split()), soort) for tekst, soort in zinnen]


#: From how many words that carry content a clause of an answer tells what it is about, and how likely the model that
#: learnt from data/paren alone must find that: of 120 messages not learnt from 776 instead of 759 of 1,000 pairs were found,
#: and 118 instead of 124 were wrong (2026-11-23).
_MIN_INHOUD, _MIN_KANS = 3, 0.2


def _uitingen_van_antwoord(duider: Duider, antwoord: Antwoord) -> list[Geteld]:
    """What an answer to a question teaches: the clause that must be about it."""
    begrip, intent, vraag = antwoord
    waarde = WAARDE_VAN_INTENT.get(intent, WEET_NIET)
    if vraag is None or waarde == WEET_NIET:
        return []
    leeg = taal().lege_woorden
    return [
        (kenmerken_uiting(tekst.split()), soort)
        for tekst, soort in duider.toegekend(begrip.delen, begrip.vermeldingen, {vraag: waarde})
        if len(set(tekst.split()) - leeg) >= _MIN_INHOUD and duider.per_element(tekst).get(vraag, 0.0) >= _MIN_KANS
    ]


def _gelezen(tekst: str, waarde: str) -> Gezegde:
    return tekst, lezing_van(oordeel(tekst)), waarde


def leer_duider(ontleed: Callable[[str], Begrip], antwoorden: Iterable[Antwoord], map_: Path = PAREN_MAP) -> Duider:
    """Train both models.

    `ontleed` is the pipeline, `antwoorden` are training messages with their intent and the question that they answer.
    Raises ValueError naming a file of `map_` that cannot be read.
    """
    antwoorden = list(antwoorden)
    gegeven = [(begrip, WAARDE_VAN_INTENT[intent]) for begrip, intent, _ in antwoorden if intent in WAARDE_VAN_INTENT]
    voorbeelden = [_gelezen(tekst, waarde) for tekst, waarde in lees_regels(map_ / "gezegdes.yml")]
    voorbeelden += verdeel(lambda deel: [_gelezen(hele_tekst(b), waarde) for b, waarde in deel], gegeven)
    berichten = [(ontleed(tekst), verwacht) for tekst, verwacht in lees_berichten(map_ / "berichten.yml")]
    uitingen = lees_uitingen(map_)
    basis = Duider(leer_uitingen(uitingen))
    per_bericht = verdeel(lambda deel: [_uitingen_van(basis, bericht) for bericht in deel], berichten)
    bevraagd = [antwoord for antwoord in antwoorden if antwoord[2] in gevraagde_elementen()]
    van_antwoorden = verdeel(lambda deel: [_uitingen_van_antwoord(basis, antwoord) for antwoord in deel], bevraagd)
    uitingen = [*uitingen, *chain.from_iterable(van_antwoorden)]

    # Whose part each clause is; those that belong to no message are in all.
    deel_van = [ALLES] * len(uitingen) + [plek % DELEN for plek, rij in enumerate(per_bericht) for _ in rij]
    stof = Leerstof([*uitingen, *chain.from_iterable(per_bericht)])

    def leer_zonder(deel: int) -> tuple[Deelmodel | None, list[Gezegde]]:
        if deel == ALLES:
            return stof.leer(), []
        model = stof.leer(np.array(deel_van) != deel)
        return None, list(_gezegdes(Duider(model), berichten[deel::DELEN]))

    (alles, _), *per_deel = tegelijk(leer_zonder, (ALLES, *range(DELEN)))
    assert alles is not None
    return Duider(alles, leer_gezegdes([*voorbeelden, *chain.from_iterable(rijen for _, rijen in per_deel)]))


def _gezegdes(duider: Duider, berichten: Iterable[Bericht]) -> Iterator[Gezegde]:
    """Of every pair that is read in the messages: what is said of it, the rules' reading, and the answer that is meant."""
    for begrip, verwacht in berichten:
        vul_paren(begrip, duider)
        for paar in begrip.paren:
            tekst = gezegde(begrip.woorden, begrip.delen, begrip.vermeldingen, begrip.paren, paar)
            yield tekst, lezing(paar), verwacht.get(paar.element, GEEN)
