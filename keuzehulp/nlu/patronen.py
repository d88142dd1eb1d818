"""Long lists of patterns, searched quickly: a pattern is tried only where the text holds letters that it cannot do without."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from typing import Any

if sys.version_info >= (3, 11):
    from re import _constants as soorten  # type: ignore[attr-defined]
    from re import _parser as ontleder  # type: ignore[attr-defined]
else:
    import sre_constants as soorten
    import sre_parse as ontleder

#: Letters of which a text must hold at least one run; empty: nothing is known, so always try.
Nodig = frozenset[str]
_NIETS: Nodig = frozenset()


class Patronenlijst:
    """Several regular expressions, each bound to whole words; finds what one pattern of all of them would find."""

    def __init__(self, stukken: Iterable[str]) -> None:
        """`stukken`: the regular expressions, without groups that are referred to."""
        self._altijd: list[re.Pattern[str]] = []
        # Many patterns need the same letters: each run is looked for once.
        self._bij_letters: dict[str, list[re.Pattern[str]]] = {}
        for stuk in stukken:
            patroon = re.compile(rf"(?<!\S)(?:{stuk})(?!\S)")
            letters = nodig(ontleder.parse(stuk))
            for lijst in [self._bij_letters.setdefault(stukje, []) for stukje in sorted(letters)] or [self._altijd]:
                lijst.append(patroon)

    def search(self, tekst: str) -> bool:
        """Whether one of them occurs in a text."""
        mogelijk = [patroon for stukje, bij in self._bij_letters.items() if stukje in tekst for patroon in bij]
        return any(patroon.search(tekst) for patroon in (*self._altijd, *dict.fromkeys(mogelijk)))


def nodig(delen: Any) -> Nodig:
    """Of a pattern as Python parses it: runs of letters of which every text that it matches holds at least one."""
    kandidaten: list[Nodig] = []
    letters = ""
    for soort, waarde in delen:
        if soort is soorten.LITERAL:
            letters += chr(waarde)
            continue
        kandidaten += [frozenset({letters}), _van_deel(soort, waarde)]
        letters = ""
    kandidaten.append(frozenset({letters}))
    return max((k for k in kandidaten if k and "" not in k), key=_onderscheid, default=_NIETS)


def _van_deel(soort: Any, waarde: Any) -> Nodig:
    """The same of one part of a pattern."""
    if soort is soorten.SUBPATTERN:
        return nodig(waarde[-1])
    if soort is soorten.MAX_REPEAT and waarde[0] > 0:
        return nodig(waarde[2])
    if soort is soorten.BRANCH:
        keuzes = [nodig(keuze) for keuze in waarde[1]]
        return frozenset().union(*keuzes) if all(keuzes) else _NIETS
    return _NIETS


def _onderscheid(letters: Nodig) -> tuple[int, int]:
    """Long runs are seldom in a text; of equally long ones the fewest are quickest."""
    return min(len(stukje) for stukje in letters), -len(letters)
