"""Training on all cores: a long row of messages is read in as many processes as there are."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Stuk = TypeVar("Stuk")
Uitkomst = TypeVar("Uitkomst")

#: Fewer than this many are read sooner than a process is made.
MINSTENS = 200
#: More processes win little and cost memory; a container often sees more cores than it may use.
MEEST = 4

#: What the processes do, each with its part. They are copies of this one, so nothing need be sent to them.
_opdracht: tuple[Callable[[Any], Any], Sequence[Any]] | None = None


def aantal_kernen() -> int:
    """How many processes can work at once here; 1 where a process cannot copy itself safely, and in a copy."""
    if not hasattr(os, "sched_getaffinity") or multiprocessing.current_process().daemon:  # the first is Linux alone
        return 1
    return min(len(os.sched_getaffinity(0)), MEEST)


def verdeel(
    werk: Callable[[Sequence[Stuk]], list[Uitkomst]], rij: Sequence[Stuk], kernen: int | None = None
) -> list[Uitkomst]:
    """What `werk` makes of a row, in order, made in parts that are worked on at once.

    `werk` looks at each item by itself; what it changes in an item stays in its process, so it returns all that counts.
    Raises what `werk` raises.
    """
    kernen = kernen or aantal_kernen()
    if kernen == 1 or len(rij) < MINSTENS:
        return werk(rij)
    uitkomsten: list[Any] = [None] * len(rij)
    for nummer, deel in enumerate(tegelijk(werk, in_delen(rij, kernen))):
        uitkomsten[nummer::kernen] = deel
    return uitkomsten


def in_delen(rij: Sequence[Stuk], aantal: int) -> list[Sequence[Stuk]]:
    """A row in so many parts, dealt like cards: long messages stand together, and each part gets its share of them."""
    return [rij[nummer::aantal] for nummer in range(aantal)]


def tegelijk(werk: Callable[[Stuk], Uitkomst], taken: Sequence[Stuk], kernen: int | None = None) -> list[Uitkomst]:
    """What `werk` makes of each task, in order, each in a process of its own. Raises what it raises."""
    global _opdracht
    kernen = min(kernen or aantal_kernen(), len(taken))
    if kernen < 2:
        return [werk(taak) for taak in taken]
    _opdracht = (werk, taken)
    gc.freeze()  # what is there already need not be looked through, and so copied, by each process
    try:
        with multiprocessing.get_context("fork").Pool(kernen) as pool:
            return pool.map(_doe, range(len(taken)), chunksize=1)
    finally:
        gc.unfreeze()
        _opdracht = None


def _doe(nummer: int) -> Any:
    assert _opdracht is not None
    werk, taken = _opdracht
    return werk(taken[nummer])
