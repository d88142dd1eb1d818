"""Long lists of patterns, searched quickly: a pattern is tried only where the text holds letters that it cannot do without."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
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
#: Runs of letters are looked up by so many of their first.
_BEGIN = 3


class Patronenlijst:
    """Several regular expressions, each bound to whole words; finds what one pattern of all of them would find."""

    def __init__(self, stukken: Iterable[str]) -> None:
        """`stukken`: the regular expressions, without groups that are referred to."""
        self._altijd: list[re.Pattern[str]] = []
        # Many patterns need the same letters: each run is looked for once, and only where its first letters occur.
        self._bij_letters: dict[str, dict[str, list[re.Pattern[str]]]] = {}
        for stuk in stukken:
            patroon = re.compile(rf"(?<!\S)(?:{stuk})(?!\S)")
            letters = nodig(ontleder.parse(stuk))
            for stukje in sorted(letters):
                self._bij_letters.setdefault(stukje[:_BEGIN], {}).setdefault(stukje, []).append(patroon)
            if not letters:
                self._altijd.append(patroon)
        self._lengtes = {len(begin) for begin in self._bij_letters}

    def search(self, tekst: str) -> bool:
        """Whether one of them occurs in a text."""
        begins = {tekst[i : i + lengte] for lengte in self._lengtes for i in range(len(tekst))}
        mogelijk = [
            patroon
            for begin in self._bij_letters.keys() & begins
            for stukje, bij in self._bij_letters[begin].items()
            if stukje in tekst
            for patroon in bij
        ]
        return any(patroon.search(tekst) for patroon in (*self._altijd, *dict.fromkeys(mogelijk)))


class Woordpatroon:
    """Several regular expressions as one, each bound to whole words, that is searched from word to word.

    It finds what `re` finds, three times as quickly: at each word only those are tried that can begin with its first
    letter, where `re` looks at every letter of the text.
    """

    def __init__(self, stukken: Sequence[str]) -> None:
        """`stukken`: the regular expressions, without groups that are referred to; none of them may begin with a space."""
        self.heel = re.compile(r"(?<!\S)(?:" + "|".join(f"(?:{stuk})" for stuk in stukken) + r")(?!\S)")
        begins = [begin(ontleder.parse(stuk).data) for stuk in stukken]
        self._overige = _gebonden([stuk for stuk, hier in zip(stukken, begins, strict=True) if hier is None])
        # Each letter has the patterns in their order: of two that match, the first counts.
        letters = sorted(frozenset().union(*(hier for hier in begins if hier)))
        self._per_letter = {
            letter: _gebonden(
                [stuk for stuk, hier in zip(stukken, begins, strict=True) if hier is None or letter in hier]
            )
            for letter in letters
        }

    def search(self, tekst: str) -> re.Match[str] | None:
        """The first match in a text of words with one space between them."""
        plek = 0
        while True:
            patroon = self._per_letter.get(tekst[plek : plek + 1], self._overige)
            if patroon is not None and (treffer := patroon.match(tekst, plek)):
                return treffer
            plek = tekst.find(" ", plek) + 1
            if not plek:
                return None

    def fullmatch(self, tekst: str) -> re.Match[str] | None:
        """A match of the whole text."""
        return self.heel.fullmatch(tekst)

    def subn(self, door: str, tekst: str) -> tuple[str, int]:
        """The text with `door` in place of each match, and how many there were."""
        return self.heel.subn(door, tekst) if self.search(tekst) else (tekst, 0)


def _gebonden(stukken: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("(?:" + "|".join(f"(?:{stuk})" for stuk in stukken) + r")(?!\S)") if stukken else None


def begin(delen: Sequence[Any]) -> frozenset[str] | None:
    """Of a pattern as Python parses it: the letters one of which each match begins with; None where that is not known."""
    if not delen:
        return None
    soort, waarde = delen[0]
    if soort is soorten.LITERAL:
        return frozenset({chr(waarde)})
    if soort is soorten.AT:  # a place, no letter
        return begin(delen[1:])
    if soort is soorten.SUBPATTERN:
        return begin([*waarde[-1], *delen[1:]])
    if soort is soorten.MAX_REPEAT:
        eerst = begin(list(waarde[2]))
        verder = begin(delen[1:]) if waarde[0] == 0 else frozenset[str]()
        return None if eerst is None or verder is None else eerst | verder
    if soort is soorten.BRANCH:
        keuzes = [begin([*keuze, *delen[1:]]) for keuze in waarde[1]]
        bekend = [keuze for keuze in keuzes if keuze is not None]
        return frozenset[str]().union(*bekend) if len(bekend) == len(keuzes) else None
    return None


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
