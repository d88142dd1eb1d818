"""What the sources do not hold, and the conclusions they seem to allow: recognised by rules and by example questions.

The rules stand in `keuzehulp.grensregels`; the example questions in the knowledge base. A rule for an id that the
knowledge base lacks never fires.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from keuzehulp.getallen import GETALLEN
from keuzehulp.grensregels import BUITEN_REGELS, EERST_VALKUILEN, VALKUIL_REGELS, Omgeving
from keuzehulp.kennisbank.model import Kennisbank
from keuzehulp.zoeken import is_stopwoord, stam, vouw, woorden

BUITEN, VALKUIL = "buiten_bronnen", "valkuil"

_GETALLEN = frozenset(stam(w) for w in GETALLEN)

#: From here on a question is taken for a wording of an example question.
_GELIJK = 0.6


class Grenzen:
    """The rules and example questions of one knowledge base."""

    def __init__(self, kb: Kennisbank, noemt: Callable[[str], list[str]]) -> None:
        self._known = {BUITEN: set(kb.buiten_bronnen), VALKUIL: set(kb.valkuilen)}
        examples = [(BUITEN, t.id, q) for t in kb.buiten_bronnen.values() for q in t.voorbeeldvragen]
        examples += [(VALKUIL, t.id, q) for t in kb.valkuilen.values() for q in t.voorbeeldvragen]
        self._places = [(kind, id) for kind, id, _ in examples]
        self._content = [frozenset(_inhoud(q)) for _, _, q in examples]
        self._named = [frozenset(noemt(q)) for _, _, q in examples]
        self._names = {stam(w) for i in kb.interventies.values() for n in (i.naam, *i.synoniemen) for w in woorden(n)}
        self._elements, self._programmes = frozenset(kb.elementen), frozenset(kb.interventies)
        self._vectorizer = TfidfVectorizer(analyzer=_kenmerken, sublinear_tf=True)
        self._matrix = self._vectorizer.fit_transform([q for _, _, q in examples]) if examples else None

    def van(self, omgeving: Omgeving) -> tuple[str, str] | None:
        """The kind and id of what a question runs into, or None: first the rules, then the example questions."""
        for kind, rules in (
            (VALKUIL, VALKUIL_REGELS[:EERST_VALKUILEN]),
            (BUITEN, BUITEN_REGELS),
            (VALKUIL, VALKUIL_REGELS),
        ):
            for id, rule in rules:
                if id in self._known[kind] and rule(omgeving):
                    return kind, id
        return self._by_example(omgeving)

    def _by_example(self, omgeving: Omgeving) -> tuple[str, str] | None:
        if self._matrix is None:
            return None
        values = (self._matrix @ self._vectorizer.transform([omgeving.t]).T).toarray().ravel()
        for place in np.argsort(-values)[:5]:
            if values[place] < _GELIJK:
                return None
            if self._about_the_same(omgeving, self._named[place]) and self._shares(omgeving, self._content[place]):
                return self._places[int(place)]
        return None

    def _shares(self, omgeving: Omgeving, content: frozenset[str]) -> bool:
        """Whether the words that tell are the same, and not only the frame of the sentence."""
        asked = set(_inhoud(omgeving.t)) - self._names
        asked = asked - _GETALLEN or asked  # how many there are tells nothing of what they are
        return not asked or len(asked & content) >= len(asked) / 2

    def _about_the_same(self, omgeving: Omgeving, named: frozenset[str]) -> bool:
        """A question on coping is no wording of a question on PAD, however alike the rest is."""
        elements, programmes = named & self._elements, named & self._programmes
        if bool(omgeving.interventies) != bool(programmes):
            return False
        return bool(omgeving.elementen & elements) if omgeving.elementen or elements else True


def omgeving(tekst: str, elementen: tuple[str, ...], interventies: tuple[str, ...]) -> Omgeving:
    """A question with its mentions, ready for the rules."""
    return Omgeving(" ".join(_losse_woorden(tekst)), frozenset(elementen), frozenset(interventies))


def _losse_woorden(tekst: str) -> list[str]:
    return woorden(re.sub(r"[-/]", " ", vouw(tekst)).replace("'", ""))


def _inhoud(text: str) -> list[str]:
    return [stam(w) for w in woorden(text) if not is_stopwoord(w)]


def _kenmerken(text: str) -> list[str]:
    stems = [stam(w) for w in woorden(text)]
    return stems + [f"{a} {b}" for a, b in pairwise(stems)]
