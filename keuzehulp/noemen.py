"""Finds the names of elements, concepts and interventions in a question, beside what an NLU pipeline finds.

Simple on purpose: whole names and synonyms by their stems, the longest first; names of several words also when
their words stand in another order ("welke elementen staan er in de keuzehulp" for "elementen in de keuzehulp").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from keuzehulp.kennisbank.model import Kennisbank
from keuzehulp.woorden import GELIJKE_WOORDEN
from keuzehulp.zoeken import is_stopwoord, stam, vouw, woorden

#: Names that are everyday words; they count only when written as the name is, or beside such a word.
_ALLEDAAGS = {
    "vrienden": r"(?:bij|over|programma|interventie|training|is|heeft|van|en) (?:het )?vrienden(?! ?(?:maken|"
    r"krijgen|hebben))"
    r"|vrienden (?:geschikt|programma|training|past|kost|duurt|heeft|doet)"
}
#: Words that do not tell one name from another.
VOEGWOORDEN = frozenset(
    {"de", "het", "een", "in", "van", "naar", "op", "met", "voor", "aan", "je", "jij", "we", "wij", "jullie", "mijn"}
    | {"onze", "ons", "is", "zijn", "ze", "zo", "en", "of", "te", "er", "dat", "die", "dit", "om", "bij", "uit"}
)


#: Asking words name nothing, however a name is written ("wat is een element").
_VRAAGWOORDEN = frozenset({"wat", "hoe", "welk", "waarom", "wie"})


class Namen:
    """The names of one knowledge base."""

    def __init__(self, kb: Kennisbank) -> None:
        self._phrases: dict[tuple[str, ...], str] = {}
        self._sets: list[tuple[frozenset[str], str]] = []
        self._interventies = kb.interventies
        self._teken = dict.fromkeys(kb.elementen, "_element") | dict.fromkeys(kb.begrippen, "_begrip")
        self._teken |= dict.fromkeys(kb.interventies, "_interventie")
        for group in (kb.begrippen, kb.elementen, kb.interventies):
            for id, value in group.items():
                for phrase in (*value.synoniemen, value.naam):
                    self._add(phrase, id)
        for group in (kb.begrippen, kb.elementen):
            for id, value in group.items():
                for phrase in value.signaalwoorden:
                    if len(woorden(phrase)) > 1:
                        self._add_set(phrase, id)
        self._longest = max((len(k) for k in self._phrases), default=0)
        self._sets.sort(key=lambda item: -len(item[0]))

    def _add(self, phrase: str, id: str) -> None:
        key = tuple(_stammen(phrase))
        if key and not (len(key) == 1 and (is_stopwoord(phrase) or vouw(phrase) in _ALLEDAAGS)):
            self._phrases[key] = id
            self._add_set(phrase, id)

    def _add_set(self, phrase: str, id: str) -> None:
        telling = frozenset(_stammen(phrase)) - VOEGWOORDEN
        if len(telling - _VRAAGWOORDEN) >= 2 and id not in self._interventies and not all(map(_loos, telling)):
            self._sets.append((telling, id))

    def in_tekst(self, tekst: str) -> list[str]:
        """Ids that are named, in reading order without doubles."""
        found = list(dict.fromkeys(self._zoek(_stammen(tekst))))
        for id, pattern in _ALLEDAAGS.items():
            named = re.search(rf"(?<!\w){id.upper()}(?!\w)", tekst) or re.search(pattern, " ".join(woorden(tekst)))
            if id in self._interventies and id not in found and named:
                found.append(id)
        return found

    def los_in_tekst(self, tekst: str) -> dict[str, int]:
        """Ids with a name of several words that all occur in the text, with how many words that are."""
        said = frozenset(_stammen(tekst))
        found: dict[str, int] = {}
        for words, id in self._sets:
            if words <= said:
                found.setdefault(id, len(words))
        return found

    def zonder_namen(self, tekst: str) -> list[str]:
        """The stems of a text with one sign in the place of each name, so that questions on two subjects look alike."""
        return [self._teken[id] if id else stem for stem, id in self._loop(_stammen(tekst))]

    def met_teken(self, tekst: str, onderwerp: str) -> str:
        """The folded words of a text with `_x` in the place of the name of one subject: the form of the question."""
        words, place, found = woorden(tekst), 0, []
        for _, id, size in self._stukken(_stammen(tekst)):
            found.append("_x" if id == onderwerp else " ".join(words[place : place + size]))
            place += size
        return " ".join(found)

    def _zoek(self, stems: list[str]) -> Iterator[str]:
        return (id for _, id in self._loop(stems) if id)

    def _loop(self, stems: list[str]) -> Iterator[tuple[str, str]]:
        """Each name found with its id; each other stem with an empty one."""
        return ((stem, id) for stem, id, _ in self._stukken(stems))

    def _stukken(self, stems: list[str]) -> Iterator[tuple[str, str, int]]:
        """The same, with how many stems each stands for."""
        start = 0
        while start < len(stems):
            for size in range(min(self._longest, len(stems) - start), 0, -1):
                id = self._phrases.get(tuple(stems[start : start + size]))
                if id:
                    yield "", id, size
                    start += size
                    break
            else:
                yield stems[start], "", 1
                start += 1


#: Stems that, also together, name nothing: "een rol speelt" is no "rollenspel".
_LOOS = frozenset(
    stam(w) for w in ["rol", "spelen", "speelt", "spel", "kant", "punt", "zaak", "doel", "situatie", "wereld"]
)


def _loos(stem: str) -> bool:
    return stem in _LOOS


def _stammen(text: str) -> list[str]:
    return [stam(GELIJKE_WOORDEN.get(w, w)) for w in woorden(text)]
