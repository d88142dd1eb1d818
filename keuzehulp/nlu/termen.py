"""The terms to look for: names and synonyms of the knowledge base."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from keuzehulp.kennisbank import get_kennisbank, load
from keuzehulp.kennisbank.model import Begrip, Element, Interventie


@dataclass(frozen=True)
class Term:
    """One phrase and what it stands for.

    soort: element, begrip or interventie; gevraagd: whether the check asks this element;
    zwak: a signal word (only a hint); naam: whether it is the name itself.
    """

    soort: str
    id: str
    tekst: str
    gevraagd: bool = False
    zwak: bool = False
    naam: bool = False


def _termen_van(soort: str, ding: Element | Begrip | Interventie, gevraagd: bool = False) -> Iterator[Term]:
    yield Term(soort, ding.id, ding.naam, gevraagd, naam=True)
    yield Term(soort, ding.id, ding.id.removeprefix("impl_").replace("_", " "), gevraagd, naam=True)
    for woord in ding.synoniemen:
        yield Term(soort, ding.id, woord, gevraagd)
    for woord in getattr(ding, "signaalwoorden", ()):
        yield Term(soort, ding.id, woord, gevraagd, zwak=True)


def lees_termen(map_: Path | None = None) -> list[Term]:
    """All terms of the knowledge base in a folder, or of the one in use. Raises KennisbankFout."""
    kb = load(map_) if map_ else get_kennisbank()
    found = [t for e in sorted(kb.elementen.values(), key=_id) for t in _termen_van("element", e, e.gevraagd)]
    found += [t for begrip in kb.begrippen.values() for t in _termen_van("begrip", begrip)]
    found += [t for i in sorted(kb.interventies.values(), key=_id) for t in _termen_van("interventie", i)]
    return found


def _id(ding: Element | Interventie) -> str:
    return ding.id


@lru_cache(maxsize=4)
def termen(map_: Path | None = None) -> tuple[Term, ...]:
    """The terms of the knowledge base in use (cached)."""
    return tuple(lees_termen(map_))


def vingerafdruk(map_: Path | None = None) -> str:
    """A digest of the pipeline and all it reads, so that a changed word or rule means training again."""
    som = hashlib.sha256()
    for bestand in sorted(Path(__file__).parent.glob("*.[py][ym]*")):
        som.update(bestand.read_bytes())
    for term in termen(map_):
        som.update(repr(term).encode())
    return som.hexdigest()
