"""Features of a message for the intent classifier; plain counts by name, so that they can be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from keuzehulp.nlu.begrip import Begrip
from keuzehulp.nlu.taal import taal
from keuzehulp.nlu.woordenschat import ngrammen, teken_ngrammen

MAX_WOORDEN = 60
MAX_TEKENS = 400


def delexicaal(begrip: Begrip) -> list[str]:
    """The lemmas of the message with every mention replaced by its kind (ELEMENT, BEGRIP, INTERVENTIE)."""
    soorten: dict[int, str] = {}
    for vermelding in begrip.vermeldingen:
        for plek in range(vermelding.van, vermelding.tot):
            soorten[plek] = "" if vermelding.manier != "los" else begrip.woorden[plek].sleutel
        soorten[vermelding.van] = vermelding.kandidaten[0].soort.upper()
    uit = []
    for plek, woord in enumerate(begrip.woorden):
        stuk = soorten.get(plek, woord.norm if woord.is_leesteken else woord.sleutel)
        if stuk and stuk != "\n":
            uit.append(stuk)
    return uit


def _regels(begrip: Begrip) -> Iterable[str]:
    yield f"kaal={begrip.kaal}"
    yield f"eerste={begrip.eerste}"
    yield f"geheel={begrip.geheel}"
    yield f"paren={min(len(begrip.paren), 3)}"
    yield f"waarden={'+'.join(sorted({p.waarde for p in begrip.paren}))}"
    yield f"vraag={begrip.vraag}"
    yield f"vraagteken={'?' in begrip.tekst}"
    yield f"crisis={begrip.crisis}"
    soorten = sorted({v.kandidaten[0].soort for v in begrip.vermeldingen})
    yield f"noemt={'+'.join(soorten)}"
    yield f"lengte={min(len(begrip.norm.split()) // 3, 6)}"
    woorden = begrip.norm.split()
    if woorden:
        yield f"begin={woorden[0]}"
        yield f"begin2={' '.join(woorden[:2])}"
        yield f"eind={woorden[-1]}"


def _daden(norm: str) -> Iterable[str]:
    """Acts whose words occur, and the pairs of them (what "waarom" with "bron" means is for the classifier to learn)."""
    gezien = [daad for daad, patroon in taal().daden.items() if patroon.search(norm)]
    yield from gezien or ["geen"]
    for i, eerste in enumerate(gezien[:4]):
        for tweede in gezien[i + 1 : 4]:
            yield f"{eerste}+{tweede}"


def kenmerken(begrip: Begrip) -> Counter[str]:
    """Named feature counts; long messages are cut."""
    woorden = begrip.norm[:MAX_TEKENS].split()[:MAX_WOORDEN]
    telling: Counter[str] = Counter()
    telling.update(f"w:{g}" for g in ngrammen(["<", *woorden, ">"], 1, 2))
    telling.update(f"d:{g}" for g in ngrammen(["<", *delexicaal(begrip)[:MAX_WOORDEN], ">"], 1, 3))
    telling.update(teken_ngrammen(woorden))
    telling.update(f"r:{g}" for g in _regels(begrip))
    telling.update(f"l:{g}" for g in _daden(begrip.norm[:MAX_TEKENS]))
    return telling
