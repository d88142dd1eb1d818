"""A vocabulary of named features, and the pieces of text that features are made of."""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

GROEPEN: Mapping[str, float] = {"w": 1.0, "d": 1.0, "c": 1.0, "r": 0.4, "l": 0.4}
#: The same by the number of the letter.
_PER_GROEP = np.array([GROEPEN.get(chr(nummer), 0.0) for nummer in range(128)])
BESTAND = "woordenschat.npz"


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


class Genummerd(NamedTuple):
    """The features of one message as numbers, the same in every process: hashes of their names, groups, how often each."""

    sleutels: NDArray[np.uint32]
    groepen: NDArray[np.uint8]
    aantallen: NDArray[np.float32]


def genummerd(telling: Mapping[str, int]) -> Genummerd:
    """Named features, counted, as numbers."""
    namen = [naam.encode() for naam in telling]
    return Genummerd(
        np.fromiter(map(zlib.crc32, namen), np.uint32, len(namen)),
        np.fromiter((naam[0] for naam in namen), np.uint8, len(namen)),
        np.fromiter(telling.values(), np.float32, len(namen)),
    )


@dataclass
class Woordenschat:
    """The features seen in training with their weights (inverse document frequency).

    Of a feature only the hash of its name is kept (32 bits, in order): the names themselves took 220 bytes for each of
    650,000. That another name has the hash of one of 150,000 happens to 1 in 30,000, and then it counts as that one.
    """

    sleutels: NDArray[np.uint32]
    gewichten: NDArray[np.float32]
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
        totaal = sum(deel.totaal for deel in delen)
        return cls.met(
            {
                naam: math.log((1 + totaal) / (1 + n)) + 1
                for naam, n in aantal.items()
                if n >= minimum or (naam.startswith("w:") and " " not in naam)
            },
            schaal,
        )

    @classmethod
    def met(cls, gewichten: Mapping[str, float], schaal: float = 1.0) -> Woordenschat:
        """A vocabulary of these features with their weights."""
        alle = np.fromiter((zlib.crc32(naam.encode()) for naam in gewichten), np.uint32, len(gewichten))
        sleutels, eerste = np.unique(alle, return_index=True)
        return cls(sleutels, np.fromiter(gewichten.values(), np.float32, len(gewichten))[eerste], schaal)

    def __len__(self) -> int:
        """How many features there are."""
        return len(self.sleutels)

    def kent(self, naam: str) -> bool:
        """Whether a feature was seen in training."""
        sleutel = zlib.crc32(naam.encode())
        plek = int(np.searchsorted(self.sleutels, np.uint32(sleutel)))
        return plek < len(self.sleutels) and int(self.sleutels[plek]) == sleutel

    def vector(self, telling: Mapping[str, int]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Positions and values of one message; every group of features has the same length, times its weight."""
        if not telling or not len(self):
            return np.empty(0, np.int64), np.empty(0)
        getal = genummerd(telling)
        plekken = np.minimum(np.searchsorted(self.sleutels, getal.sleutels), len(self) - 1)
        bekend = self.sleutels[plekken] == getal.sleutels
        plekken, groepen = plekken[bekend], getal.groepen[bekend]
        waarden = (1 + np.log(getal.aantallen[bekend])) * self.gewichten[plekken].astype(np.float64)
        lengtes = np.sqrt(np.bincount(groepen, weights=waarden * waarden, minlength=len(_PER_GROEP)))
        return plekken, waarden * (self.schaal * _PER_GROEP / np.where(lengtes > 0, lengtes, 1.0))[groepen]

    def matrix(self, tellingen: Sequence[Mapping[str, int]]) -> csr_matrix:
        """One row per message."""
        rijen = [self.vector(telling) for telling in tellingen]
        grenzen = np.cumsum([0, *(len(plekken) for plekken, _ in rijen)])
        plekken = np.concatenate([np.empty(0, np.int64), *(plekken for plekken, _ in rijen)])
        waarden = np.concatenate([np.empty(0), *(waarden for _, waarden in rijen)])
        return csr_matrix((waarden, plekken, grenzen), shape=(len(rijen), len(self)))

    def bewaar(self, map_: Path) -> None:
        """Write the vocabulary as plain arrays."""
        np.savez(map_ / BESTAND, sleutels=self.sleutels, gewichten=self.gewichten, schaal=np.array(self.schaal))

    @classmethod
    def lees(cls, map_: Path) -> Woordenschat:
        """Read what `bewaar` wrote."""
        with np.load(map_ / BESTAND, allow_pickle=False) as vak:
            return cls(vak["sleutels"], vak["gewichten"], float(vak["schaal"]))
