"""A vocabulary of named features, and the pieces of text that features are made of."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from scipy.sparse import csr_matrix

GROEPEN: Mapping[str, float] = {"w": 1.0, "d": 1.0, "c": 1.0, "r": 0.4, "l": 0.4}


def ngrammen(stukken: Sequence[str], laag: int, hoog: int) -> Iterable[str]:
    """Runs of `laag` to `hoog` pieces side by side."""
    for lengte in range(laag, hoog + 1):
        for i in range(len(stukken) - lengte + 1):
            yield " ".join(stukken[i : i + lengte])


def teken_ngrammen(woorden: Sequence[str], laag: int = 2, hoog: int = 5) -> Iterable[str]:
    """Runs of characters inside words, with their edges, as names of features ("c:...")."""
    return chain.from_iterable(_van_woord(woord, laag, hoog) for woord in woorden)


@lru_cache(maxsize=4096)  # most words of a message have been seen before
def _van_woord(woord: str, laag: int, hoog: int) -> tuple[str, ...]:
    gerand = f" {woord} "
    lengtes = range(laag, min(hoog, len(gerand)) + 1)
    return tuple(f"c:{gerand[i : i + lengte]}" for lengte in lengtes for i in range(len(gerand) - lengte + 1))


@dataclass
class Aantallen:
    """In how many messages each feature occurs, and of how many."""

    per_kenmerk: Counter[str]
    totaal: int

    @classmethod
    def van(cls, tellingen: Iterable[Mapping[str, int]]) -> Aantallen:
        """Count the features of messages."""
        uit = cls(Counter(), 0)
        for telling in tellingen:
            uit.per_kenmerk.update(telling.keys())
            uit.totaal += 1
        return uit


@dataclass
class Woordenschat:
    """The features seen in training with their weights (inverse document frequency)."""

    plekken: dict[str, int]
    gewichten: list[float]
    schaal: float = 1.0

    @classmethod
    def leer(cls, tellingen: Sequence[Mapping[str, int]], schaal: float, minimum: int = 2) -> Woordenschat:
        """Learn from the training messages; features of fewer than `minimum` are left out, save single words."""
        return cls.van([Aantallen.van(tellingen)], schaal, minimum)

    @classmethod
    def van(cls, delen: Sequence[Aantallen], schaal: float, minimum: int = 2) -> Woordenschat:
        """The same from what was counted, maybe in parts."""
        aantal: Counter[str] = Counter()
        for deel in delen:
            aantal.update(deel.per_kenmerk)
        namen = sorted(
            naam for naam, n in aantal.items() if n >= minimum or (naam.startswith("w:") and " " not in naam)
        )
        totaal = sum(deel.totaal for deel in delen)
        gewichten = [math.log((1 + totaal) / (1 + aantal[naam])) + 1 for naam in namen]
        return cls({naam: plek for plek, naam in enumerate(namen)}, gewichten, schaal)

    def vector(self, telling: Mapping[str, int]) -> tuple[list[int], list[float]]:
        """Positions and values of one message; every group of features has the same length, times its weight."""
        plekken: list[int] = []
        waarden: list[float] = []
        groepen: list[str] = []
        kwadraten = dict.fromkeys(GROEPEN, 0.0)
        zoek, gewichten = self.plekken.get, self.gewichten  # the loop below is where most time goes
        for naam, n in telling.items():
            plek = zoek(naam)
            if plek is None:
                continue
            waarde = gewichten[plek] if n == 1 else (1 + math.log(n)) * gewichten[plek]
            groep = naam[0]
            plekken.append(plek)
            waarden.append(waarde)
            groepen.append(groep)
            kwadraten[groep] += waarde * waarde
        schalen = {groep: GROEPEN[groep] * self.schaal / (math.sqrt(som) or 1.0) for groep, som in kwadraten.items()}
        return plekken, [waarde * schalen[groep] for waarde, groep in zip(waarden, groepen, strict=True)]

    def matrix(self, tellingen: Sequence[Mapping[str, int]]) -> csr_matrix:
        """One row per message."""
        plekken: list[int] = []
        waarden: list[float] = []
        grenzen = [0]
        for telling in tellingen:
            hier, getallen = self.vector(telling)
            plekken += hier
            waarden += getallen
            grenzen.append(len(plekken))
        return csr_matrix((waarden, plekken, grenzen), shape=(len(tellingen), len(self.plekken)))
