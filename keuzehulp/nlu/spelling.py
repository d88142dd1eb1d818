"""Slips of the keyboard: "heoveel lessne" is read as "hoeveel lessen".

A word that neither a Dutch word list nor our own sentences know becomes the word that it is one slip away from,
if people who speak of this subject use that word. Names of programmes that we do not know stay as they are.
"""

from __future__ import annotations

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from keuzehulp.kennisbank.loader import default_folder, get_kennisbank
from keuzehulp.kennisbank.model import Begrip, Element, Kennisbank
from keuzehulp.nlu.woorden import is_bekend, zonder_accenten

#: Shorter words look like too many others; a word is known from so many texts on; and becomes a word of so many.
_KORTST, _GEZIEN, _GANGBAAR = 5, 3, 4

#: In words up to this length another letter in the same place makes another word too often ("genen": "geven").
_KORT = 6

#: The word list is cut by so many first letters.
_BEGIN = 3

#: A word of the list with how often it was seen.
_IN_LIJST = re.compile(r'"([^"\\]+)": *\d')

_WOORD = re.compile(r"[^\W\d_]+")

#: A word of one syllable with a short vowel: its last letter is doubled before -e and -en.
_KORTE_LETTERGREEP = re.compile(r"[b-df-hj-np-tv-z]*[aeiou][b-df-hj-np-tvz]")


class Spelling:
    """Repairs single slips in words, with the words of a set of texts as what people mean."""

    def __init__(self, teksten: Iterable[str], namen: Iterable[str], bekend: Callable[[str], bool]) -> None:
        """`teksten` are counted, a word once per text; of `namen` those with a capital are names of their own.

        All names are known; `bekend` tells of any other folded word whether it is known.
        """
        counts = Counter(w for text in teksten for w in set(map(_vouw, _WOORD.findall(text))))
        parts = [part for name in namen for part in _WOORD.findall(name)]
        self._namen = frozenset(map(_vouw, parts))
        self._eigennamen = frozenset(_vouw(part) for part in parts if part[0].isupper())
        self._aantal = {w: n for w, n in counts.items() if n >= _GEZIEN or bekend(w)}
        self._bekend = bekend
        # People seldom slip at the first letter, and looking among all words is most of the work.
        self._per_begin: dict[str, list[str]] = defaultdict(list)
        for word in {w for w, n in self._aantal.items() if n >= _GANGBAAR} | self._namen:
            if len(word) >= _KORTST:
                self._per_begin[word[0]].append(word)
        self._bedoeld = lru_cache(maxsize=20_000)(self._zoek)

    def herstel(self, tekst: str) -> str:
        """The text with slips repaired; a word that is repaired keeps its capital."""
        fixed = self.verbeteringen(tekst)
        return _WOORD.sub(lambda found: fixed.get(found.start(), found.group()), tekst) if fixed else tekst

    def verbeteringen(self, tekst: str) -> dict[int, str]:
        """The words of a text that are slips, by the place of their first letter, as they are meant."""
        found = {}
        for match in _WOORD.finditer(tekst):
            typed, meant = match.group(), self._bedoeld(_vouw(match.group()))
            if meant == _vouw(typed) or (self._is_naam(match) and meant not in self._eigennamen):
                continue
            found[match.start()] = meant.upper() if typed.isupper() else _als(typed, meant)
        return found

    @staticmethod
    def _is_naam(found: re.Match[str]) -> bool:
        """Whether a word has a capital that no sentence begins with: somebody's or something's name."""
        before = found.string[: found.start()].rstrip()
        typed = found.group()
        return typed[0].isupper() and not typed.isupper() and before != "" and before[-1] not in ".!?:"

    def _zoek(self, word: str) -> str:
        """The word that is meant: itself, or the commonest one slip away."""
        if (
            len(word) < _KORTST
            or word in self._namen
            or any(w in self._aantal or self._bekend(w) for w in _vormen(word))
        ):
            return word
        close = process.extract(word, self._per_begin[word[0]], scorer=OSA.distance, score_cutoff=1, limit=None)
        near = [w for w, _, _ in close if _is_uitglijder(word, w)]
        return max(near, key=lambda w: (self._aantal.get(w, 0), w), default=word)


def _is_uitglijder(typed: str, word: str) -> bool:
    """Whether a word one edit away was typed by a slip: any but another letter in a short word."""
    replaced = len(typed) == len(word) and sorted(typed) != sorted(word)
    return not (replaced and len(word) <= _KORT)


def _vormen(word: str) -> list[str]:
    """A word with what it is an inflected form of: the word list lacks many plurals and verb forms."""
    stems = [word.removesuffix(end) for end in ("en", "s", "e", "t") if word.endswith(end)]
    if word.endswith("en"):
        stems.append(word[:-1])
    doubled = word.endswith(("en", "e"))  # "les" makes "lessen", so that "lesen" is a slip
    return [word, *(s for s in stems if not (doubled and _KORTE_LETTERGREEP.fullmatch(s)))]


def _vouw(word: str) -> str:
    return zonder_accenten(word.lower())


def _als(typed: str, meant: str) -> str:
    return meant.capitalize() if typed[0].isupper() else meant


class Woordenlijst:
    """The Dutch words of pyspellchecker and of the lemma table.

    Only the words are kept, as bytes by their beginning: the checker itself would take 80 MB and its words as a set 50.
    """

    def __init__(self) -> None:
        """Read the list; raises FileNotFoundError when the installed pyspellchecker has no Dutch."""
        packed = files("spellchecker").joinpath("resources").joinpath("nl.json.gz").read_bytes()
        self._per_begin: dict[str, bytearray] = defaultdict(lambda: bytearray(b"\n"))
        for found in _IN_LIJST.finditer(gzip.decompress(packed).decode("utf-8")):
            word = _vouw(found.group(1))
            self._per_begin[word[:_BEGIN]] += word.encode() + b"\n"
        self._per_begin.default_factory = None

    def __contains__(self, word: str) -> bool:
        return f"\n{word}\n".encode() in self._per_begin.get(word[:_BEGIN], b"") or is_bekend(word)


@lru_cache(maxsize=1)
def spelling() -> Spelling:
    """The spelling of what is said here: the knowledge base in use with its example questions, and the training sentences."""
    kb = get_kennisbank()
    folders = [default_folder().parent / name for name in ("nlu", "paren")]
    lines = [line for folder in folders for file in sorted(folder.glob("*.yml")) for line in _regels(file)]
    return Spelling([*_teksten(kb), *lines], _namen(kb), Woordenlijst().__contains__)


def _regels(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def _teksten(kb: Kennisbank) -> list[str]:
    """Statements and example questions."""
    told = [text for s in kb.uitspraken.values() for text in (s.tekst, *s.vragen)]
    named: list[Any] = [*kb.elementen.values(), *kb.begrippen.values(), *kb.interventies.values()]
    limits: list[Any] = [*kb.buiten_bronnen.values(), *kb.valkuilen.values()]
    return told + [q for v in named for q in v.niet_in_bronnen] + [q for v in limits for q in v.voorbeeldvragen]


def _namen(kb: Kennisbank) -> list[str]:
    """The names in a knowledge base; the name of an element or concept begins with a capital as a sentence does."""
    subjects: list[Element | Begrip] = [*kb.elementen.values(), *kb.begrippen.values()]
    names = [n for v in subjects for n in (v.naam[:1].lower() + v.naam[1:], *v.synoniemen)]
    names += [n for v in kb.interventies.values() for n in (v.naam, *v.synoniemen)]
    return names + [s.naam for s in kb.studies.values()]
