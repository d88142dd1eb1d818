"""Slips of the keyboard in a question: "heoveel lessne" is read as "hoeveel lessen".

A word that neither the Dutch word list nor the knowledge base knows becomes the word that it is one slip away from,
if people who ask about this subject use that word. Names of programmes that we do not know stay as they are.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA

from keuzehulp.kennisbank.model import Begrip, Element, Kennisbank
from keuzehulp.vragenbank import tegenvoorbeelden, voorbeelden
from keuzehulp.zoeken import vouw, woorden

#: Shorter words look like too many others; a word is known from so many texts on; and becomes a word of so many.
_KORTST, _GEZIEN, _GANGBAAR = 5, 3, 4

#: In words up to this length another letter in the same place makes another word too often ("genen": "geven").
_KORT = 6

_WOORD = re.compile(r"[^\W\d_]+")


class Spelling:
    """Repairs single slips in words, with the words of a set of texts as what people mean."""

    def __init__(self, teksten: Iterable[str], namen: Iterable[str], bekend: Callable[[str], bool]) -> None:
        """`teksten` are counted, a word once per text; of `namen` those with a capital are names of their own.

        All names are known; `bekend` tells of any other folded word whether it is known.
        """
        counts = Counter(w for text in teksten for w in set(woorden(text)) if w.isalpha())
        parts = [part for name in namen for part in _WOORD.findall(name)]
        self._namen = frozenset(map(vouw, parts))
        self._eigennamen = frozenset(vouw(part) for part in parts if part[0].isupper())
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
        return _WOORD.sub(self._vervang, tekst)

    def _vervang(self, found: re.Match[str]) -> str:
        typed = found.group()
        word = vouw(typed)
        meant = self._bedoeld(word)
        if meant == word or (self._is_naam(found) and meant not in self._eigennamen):
            return typed
        if typed.isupper():
            return meant.upper()
        return meant.capitalize() if typed[0].isupper() else meant

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
        near = [w for w in self._per_begin[word[0]] if _is_uitglijder(word, w)]
        return max(near, key=lambda w: (self._aantal.get(w, 0), w), default=word)


def _is_uitglijder(typed: str, word: str) -> bool:
    """Whether a word was typed with one slip: a letter too many, too few, wrong, or two in the wrong order."""
    if abs(len(typed) - len(word)) > 1 or OSA.distance(typed, word) != 1:
        return False
    replaced = len(typed) == len(word) and sorted(typed) != sorted(word)
    return not (replaced and len(word) <= _KORT)


def _vormen(word: str) -> list[str]:
    """A word with what it is an inflected form of: the word list lacks many plurals and verb forms."""
    endings = [end for end in ("en", "s", "e", "t") if word.endswith(end)]
    return [word, *(word.removesuffix(end) for end in endings), *([word[:-1]] if word.endswith("en") else [])]


def spelling_van(kb: Kennisbank, bekend: Callable[[str], bool]) -> Spelling:
    """The spelling of a knowledge base: its statements and example questions, and every name in it."""
    questions = [question for question, _ in (*voorbeelden(kb), *tegenvoorbeelden(kb))]
    subjects: list[Element | Begrip] = [*kb.elementen.values(), *kb.begrippen.values()]
    # The name of an element or concept begins with a capital as a sentence does.
    names = [n for v in subjects for n in (v.naam[:1].lower() + v.naam[1:], *v.synoniemen)]
    names += [n for v in kb.interventies.values() for n in (v.naam, *v.synoniemen)]
    names += [s.naam for s in kb.studies.values()]
    return Spelling([*(s.tekst for s in kb.uitspraken.values()), *questions], names, bekend)
