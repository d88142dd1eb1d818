"""Lexical search over the statements of a knowledge base: TF-IDF on Dutch stems, built once per knowledge base.

Words are folded (case, accents), compounds are split into words that the knowledge base knows, and long unknown
words are repaired when one known word is nearly the same. Nothing here decides whether a hit is an answer: see
`keuzehulp.beantwoorden`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import numpy as np
import snowballstemmer
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer

from keuzehulp.kennisbank.model import Begrip, Element, Interventie, Kennisbank, Uitspraak
from keuzehulp.woorden import GELIJKE_WOORDEN, GENERIEK, STOPWOORDEN

#: "draag" and "drag" are one stem.
_DUBBELE_KLINKER = re.compile(r"([aeou])\1([bcdfghklmnpqrstvwxz])$")
_STEMMER = snowballstemmer.stemmer("dutch")
_TOKEN = re.compile(r"[a-z0-9]+(?:[.,][0-9]+)?%?")

#: Statements that answer nothing on their own: they speak to a school about its own answers, or belong to a refusal.
_NIET_DOORZOCHT = re.compile(r"^feedback\.|\.(feedback|getalvraag|antwoord|dichtbij)\b")

#: Shorter words are neither repaired nor split: too many words look like them.
_KORTSTE_HERSTEL, _KORTSTE_DEEL = 6, 4


def vouw(text: str) -> str:
    """Text without case, accents and typographic characters."""
    if text.isascii():
        return text.lower()
    text = text.replace("’", "'").replace("‘", "'").replace("–", "-")
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def woorden(text: str) -> list[str]:
    """The folded words and numbers of a text; a hyphen separates words."""
    return _TOKEN.findall(vouw(text))


@lru_cache(maxsize=50_000)
def stam(word: str) -> str:
    """The Dutch stem of a folded word; unlike Snowball's also one for "draagt" and "dragen", "schrijft" and "schrijven"."""
    if not word.isalpha():
        return word
    stem = str(_STEMMER.stemWord(word))
    if len(stem) > 4 and stem.endswith("t") and stem[-2] not in "aeiouts":
        stem = stem[:-1]
    if len(stem) > 7 and stem.endswith(("erd", "eld")):
        stem = stem[:-1]  # "bevorderd", "bevorderden": as "bevorderen"
    stem = _DUBBELE_KLINKER.sub(r"\1\2", stem)
    return stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1]) if stem else word


_STOPSTAMMEN = frozenset(stam(w) for w in STOPWOORDEN)
_GENERIEKE_STAMMEN = frozenset(stam(w) for w in GENERIEK)


def is_stopwoord(word: str) -> bool:
    """Whether a folded word says nothing about the subject of a question."""
    return word in STOPWOORDEN or stam(word) in _STOPSTAMMEN


def is_generiek(stem: str) -> bool:
    """Whether nearly every question in this field could hold this stem."""
    return stem in _GENERIEKE_STAMMEN


def stammen(text: str) -> list[str]:
    """The stems of the words of a text that say something about its subject, in order."""
    telling = (w for w in woorden(text) if not is_stopwoord(w) and (len(w) > 1 or w.isdigit()))
    return [stam(GELIJKE_WOORDEN.get(w, w)) for w in telling]


@dataclass(frozen=True)
class Treffer:
    """A statement found, with how well it fits (0..1)."""

    uitspraak: Uitspraak
    eigenaar: str
    score: float


@dataclass
class Zoekindex:
    """The index of one knowledge base. Make it with `zoekindex`."""

    kb: Kennisbank
    ids: list[str] = field(init=False)
    woordenschat: frozenset[str] = field(init=False)
    hoofdletters: frozenset[str] = field(init=False)
    eigenaar_stammen: dict[str, frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        self.ids = [id for id in self.kb.uitspraken if not _NIET_DOORZOCHT.search(id)]
        texts = [self.document(id) for id in self.ids]
        self.eigenaar_stammen = self._owner_stems()
        self._known_words: dict[str, str] = {}
        self.woordenschat = frozenset().union(*self.eigenaar_stammen.values()) if self.eigenaar_stammen else frozenset()
        self._known_words = self._all_words()
        self.hoofdletters = self._capitals()
        self._stammen_van.clear()
        self._vectorizer = TfidfVectorizer(analyzer=self.ontleed, sublinear_tf=True, norm="l2")
        self._matrix = self._vectorizer.fit_transform(texts) if texts else None
        self._owners = np.array([self.kb.eigenaar[id] for id in self.ids])

    def document(self, id: str) -> str:
        """A statement with the name of its subject and of the studies it cites."""
        statement = self.kb.uitspraken[id]
        studies = (self.kb.studies[c.studie].naam.replace(" et al.", "") for c in statement.bronnen if c.studie)
        return " ".join((self._name(self.kb.eigenaar[id]), statement.tekst, *dict.fromkeys(studies)))

    def _name(self, owner: str) -> str:
        try:
            return self.kb.naam(owner)
        except KeyError:
            return ""

    def _benoemd(self) -> list[Element | Begrip | Interventie]:
        """Everything that has names of its own."""
        return [*self.kb.elementen.values(), *self.kb.begrippen.values(), *self.kb.interventies.values()]

    def _owner_stems(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for id in self.ids:
            statement = self.kb.uitspraken[id]
            stems = found.setdefault(self.kb.eigenaar[id], set())
            stems.update(stammen(self.document(id)))
            for cited in statement.bronnen:
                stems.update(stammen(self.kb.bronnen[cited.bron].naam))
        for value in self._benoemd():
            stems = found.setdefault(value.id, set())
            for word in (*value.synoniemen, *getattr(value, "signaalwoorden", ())):
                stems.update(stammen(word))
        return {owner: frozenset(stems) for owner, stems in found.items()}

    def naamstammen(self, id: str) -> frozenset[str]:
        """The stems of all names of an element, concept or intervention."""
        if id not in self._naamstammen:
            value = self.kb.elementen.get(id) or self.kb.begrippen.get(id) or self.kb.interventies[id]
            names = (value.naam, *value.synoniemen)
            self._naamstammen[id] = frozenset(stem for name in names for stem in self.ontleed(name))
        return self._naamstammen[id]

    def _capitals(self) -> frozenset[str]:
        """Folded words that the knowledge base writes with a capital: names that it knows."""
        texts = [self.kb.uitspraken[id].tekst for id in self.ids]
        texts += [s.naam for s in self.kb.studies.values()] + [b.naam for b in self.kb.bronnen.values()]
        for value in self._benoemd():
            texts += [value.naam, *value.synoniemen]
        found = {w for text in texts for name in re.findall(r"[A-Z][\w’'-]*", text) for w in woorden(name)}
        named = (v for v in self._benoemd() if v.id not in self.kb.elementen)
        lower = {word for value in named for word in woorden(" ".join(value.synoniemen))}
        return frozenset(found | lower)

    def _all_words(self) -> dict[str, str]:
        """Every folded word of the knowledge base that is long enough to repair a typing error, with its stem."""
        words: dict[str, str] = {}
        for id in self.ids:
            for word in woorden(self.document(id)):
                words[word] = stam(word)
        for value in self._benoemd():
            for word in woorden(" ".join(value.synoniemen)):
                words[word] = stam(word)
        return {w: s for w, s in words.items() if len(w) >= _KORTSTE_DEEL and w.isalpha()}

    # -- words of a question -----------------------------------------------------------------------------

    def ontleed(self, text: str) -> list[str]:
        """The stems of a text as the index knows them: compounds split, typing errors repaired."""
        found: list[str] = []
        for stem, known in self.ontleed_woorden(text):
            found.extend(known or (stem,))
        return found

    def ontleed_woorden(self, text: str) -> list[tuple[str, tuple[str, ...]]]:
        """Per word that says something: its stem and the known stems it stands for (empty: not known here)."""
        pairs = []
        for word in woorden(text):
            if is_stopwoord(word) or (len(word) < 2 and not word.isdigit()):
                continue
            pairs.append((word, self.bekend(word)))
        return pairs

    def bekend(self, word: str) -> tuple[str, ...]:
        """The known stems that a word stands for: itself, its parts, or the word it is a slip of; else empty."""
        found = self._stammen_van.get(word)
        if found is None:
            found = self._zoek_stammen(word)
            if len(self._stammen_van) < 20_000:
                self._stammen_van[word] = found
        return found

    def _zoek_stammen(self, word: str) -> tuple[str, ...]:
        word = GELIJKE_WOORDEN.get(word, word)
        stem = stam(word)
        if stem in self.woordenschat and (len(stem) > 2 or len(word) < 4 or word in self._known_words):
            return (stem,)
        if not word.isalpha() or len(word) < _KORTSTE_HERSTEL:
            return ()
        return self._split(word) or self._vervoegd(word) or self._repaired(word)

    def _vervoegd(self, word: str) -> tuple[str, ...]:
        """The known stem of a past tense or participle ("bevorderden": "bevorderen"), which the stemmer leaves alone."""
        bare = word[2:] if word.startswith("ge") and len(word) > 7 else word
        for end in ("den", "ten", "de", "te", "d", "t"):
            stem = stam(bare.removesuffix(end) + "en")
            if bare.endswith(end) and len(stem) > 4 and stem in self.woordenschat:
                return (stem,)
        return ()

    def _split(self, word: str) -> tuple[str, ...]:
        if word.startswith("les") and self._is_word(word[3:]):
            return (stam("les"), stam(word[3:]))
        for cut in range(_KORTSTE_DEEL, len(word) - _KORTSTE_DEEL + 1):
            first = word[:cut]
            head = next((h for h in (first, first[:-1] if first[-1] in "s" else "") if h and self._is_word(h)), "")
            # "programma's" is often typed without its apostrophe.
            last = word[cut:]
            tail = next((t for t in (last, last.removesuffix("s")) if self._is_word(t)), "")
            if head and tail:
                return tuple(stam(w) for w in (head, tail) if not is_stopwoord(w)) or (stam(head),)
        return ()

    def _is_word(self, word: str) -> bool:
        if len(word) < _KORTSTE_DEEL:
            return False
        return word in self._known_words or (is_stopwoord(word) and len(word) > _KORTSTE_DEEL)

    def _repaired(self, word: str) -> tuple[str, ...]:
        best = process.extractOne(word, self._known_words.keys(), scorer=fuzz.ratio, score_cutoff=86)
        found = best is not None and abs(len(best[0]) - len(word)) <= 2 and best[0][0] == word[0]
        return (self._known_words[best[0]],) if best is not None and found else ()

    _naamstammen: dict[str, frozenset[str]] = field(default_factory=dict, init=False, repr=False)
    _stammen_van: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False)

    #: The scores of the last text: one question asks for them several times.
    _laatste: tuple[str, dict[str, float]] = field(default=("", {}), init=False, repr=False)

    # -- searching ---------------------------------------------------------------------------------------

    def scores(self, text: str) -> dict[str, float]:
        """How well each statement fits the text, by statement id; only those above zero."""
        if self._matrix is None:
            return {}
        if text == self._laatste[0]:
            return self._laatste[1]
        values = (self._matrix @ self._vectorizer.transform([text]).T).toarray().ravel()
        found = {self.ids[i]: float(values[i]) for i in np.nonzero(values)[0]}
        self._laatste = (text, found)
        return found

    def zoek(self, text: str, aantal: int = 10) -> list[Treffer]:
        """The statements that fit best, best first."""
        ranked = sorted(self.scores(text).items(), key=lambda item: (-item[1], item[0]))[:aantal]
        return [Treffer(self.kb.uitspraken[id], self.kb.eigenaar[id], score) for id, score in ranked]

    def gewicht(self, stem: str) -> float:
        """How telling a stem is: its inverse document frequency; an unknown stem weighs most."""
        place = self._vectorizer.vocabulary_.get(stem)
        return float(self._idf[place]) if place is not None else self._hoogste_idf

    @cached_property
    def _idf(self) -> NDArray[np.float64]:
        # scikit-learn works it out again at each look.
        return np.asarray(self._vectorizer.idf_)

    @cached_property
    def _hoogste_idf(self) -> float:
        return float(self._idf.max())

    def dekking(self, text: str, stems: Iterable[str]) -> float:
        """Which part of what the text asks about occurs in `stems`, weighed by how telling each word is (0..1)."""
        have, total, covered = frozenset(stems), 0.0, 0.0
        for stem, known in self.ontleed_woorden(text):
            for part in known or (stem,):
                if part not in have and is_generiek(part):
                    continue
                weight = self.gewicht(part)
                total += weight
                covered += weight if part in have else 0.0
        return covered / total if total else 0.0


_BY_ID: dict[int, Zoekindex] = {}


def zoekindex(kb: Kennisbank) -> Zoekindex:
    """The index of a knowledge base, built at the first call and kept."""
    found = _BY_ID.get(id(kb))
    if found is None or found.kb is not kb:
        found = _BY_ID[id(kb)] = Zoekindex(kb)
    return found
