"""Which statement answers a question, judged by the example questions of the knowledge base.

Each statement is a document of its text and the questions that it answers; a question is compared with those
documents, with the single example questions, and with the questions that the sources do not answer. Two linear models
over features with a name decide: one ranks the candidates, one tells whether the first of them is an answer. Their
weights stand in `vragenbank.json`, made by `make vragenbank`; nothing is learned while the assistant runs.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, pairwise
from math import log
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer

from keuzehulp.kennisbank.model import Kennisbank, Uitspraak
from keuzehulp.noemen import Namen
from keuzehulp.soortvraag import Eis, geeft_reden, houdt
from keuzehulp.verwantschap import Verwantschap
from keuzehulp.vraagsoort import JA_NEE, kenmerken, soort, vergelijkt, waarvan
from keuzehulp.vraagvorm import BEWIJS, DEFINITIE, GETAL, VOORBEELD, WAAROM
from keuzehulp.woorden import GELIJKE_WOORDEN
from keuzehulp.zoeken import Zoekindex, is_generiek, is_stopwoord, stam, woorden

Getallen = NDArray[np.float64]
#: A question with the id of the statement that answers it, or of the subject whose statements do not.
Voorbeeld = tuple[str, str]

GEWICHTEN = Path(__file__).with_name("vragenbank.json")
KANDIDATEN = 16
#: As sure as can be: for a question that is an example question.
ZEKER = 10.0
#: Words that make no other question.
_VULSEL = frozenset({"precies", "eigenlijk", "nou", "nu", "dan", "eens", "even", "ook", "toch", "he", "hoor"})

#: Per candidate. Those that end in "zonder" hold when the statement's example questions lack what is asked.
VAN_KANDIDAAT = (
    "document", "voorbeeld", "dekking", "dekking_onderwerp", "genoemd", "eerste",
    "definitie", "waarom", "illustratie", "bewijs", "getal", "van_de_soort", "niet_van_de_soort",
    "tegenvoorbeeld", "onbekend_woord", "dekking_alles", "getal_zonder", "waarvan_met", "waarvan_zonder",
    "soort_zonder", "reden_zonder", "reden_met", "wie_zonder", "naam_zonder", "hoeveel_zonder", "hoe_lang_zonder",
    "leeftijd_zonder", "hoe_zonder", "vergelijkt_zonder", "aandeel_zonder", "hoe_groot_zonder", "waar_zonder",
    "welke_zonder", "wat_zonder", "kenmerk", "in_regels", "eerste_in_regels", "in_regels_dichtbij",
    "van_het_paar", "ander_programma", "verwant", "verwant_onderwerp", "minder_verwant",
)  # fmt: skip
#: Per question: beside those of its first candidate.
VAN_VRAAG = (
    "een", "tegenvoorbeeld_nader", "voorbeeld_nader", "niet_woorden", "vreemde_kern", "vreemd_los", "buiten", "valkuil",
    "regels_antwoord", "regels_niet", "ongedekt", "tegenvoorbeeld_onderwerp", "grens",
)  # fmt: skip
#: How sure the ranking is.
VAN_RANG = ("niet", "wel", "top", "voorsprong", "top_drie")


@dataclass(frozen=True)
class Gevraagd:
    """A question with what is known of it: the subjects it names, what is asked of them, what is foreign in it.

    `regels_soort` and `regels` are the kind of answer that the rules alone would give, and its statements; `grens` is the
    limit or trap that they see.
    """

    tekst: str
    genoemd: tuple[str, ...] = ()
    aspect: str = ""
    eis: Eis | None = None
    vreemde_kern: int = 0
    vreemd_los: int = 0
    regels_soort: str = ""
    regels: tuple[str, ...] = ()
    grens: str = ""


@dataclass(frozen=True)
class Vondst:
    """The candidates with their share of the certainty, best first, and how sure it is that they are no answer."""

    kandidaten: tuple[tuple[str, float], ...]
    niet: float


@dataclass(frozen=True)
class _Bekend:
    """What is known of one statement beforehand."""

    uitspraak: Uitspraak
    eigenaar: str
    deel: str
    inhoud: frozenset[str]
    alles: frozenset[str]
    soorten: frozenset[str]
    vergelijkt: bool
    reden: bool


@dataclass(frozen=True)
class Gewichten:
    """The weights of the two models, by the name of the feature, and what each limit of the sources tells (`gewicht_van_grenzen`)."""

    rang: dict[str, float]
    geen: dict[str, float]
    beslis: dict[str, float]
    grenzen: dict[str, float] = field(default_factory=dict)

    @classmethod
    def lees(cls, path: Path = GEWICHTEN) -> Gewichten:
        """Read the weights that `make vragenbank` wrote."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))


def voorbeelden(kb: Kennisbank) -> list[Voorbeeld]:
    """The example questions of all statements."""
    return [(question, s.id) for s in kb.uitspraken.values() for question in s.vragen]


def tegenvoorbeelden(kb: Kennisbank) -> list[Voorbeeld]:
    """The questions that no statement answers: near a subject, outside the sources, or a trap."""
    named: list[Any] = [*kb.elementen.values(), *kb.begrippen.values(), *kb.interventies.values()]
    found = [(question, value.id) for value in named for question in value.niet_in_bronnen]
    limits: list[Any] = [*kb.buiten_bronnen.values(), *kb.valkuilen.values()]
    return found + [(question, value.id) for value in limits for question in value.voorbeeldvragen]


def gewicht_van_grenzen(wel: Iterable[Gevraagd], niet: Iterable[Gevraagd]) -> dict[str, float]:
    """Per limit or trap that the rules see: the log-odds that a question in which they see it has no answer.

    Some limits are named by everyday words ("een leerling", "wat levert het op"), others hardly ever by accident (costs).
    """
    yes, no = list(wel), list(niet)
    answered, unanswered = (Counter(v.grens for v in questions if v.grens) for questions in (yes, no))
    share = log((len(yes) + 1) / (len(no) + 1))
    return {
        id: round(log((unanswered[id] + 0.5) / (answered[id] + 0.5)) + share, 4)
        for id in sorted({*answered, *unanswered})
    }


class Vragenbank:
    """The example questions of one knowledge base, ready to compare a question with."""

    def __init__(
        self,
        index: Zoekindex,
        namen: Namen,
        studies: frozenset[str],
        wel: list[Voorbeeld],
        niet: list[Voorbeeld],
        gewichten: Gewichten | None = None,
        grenzen: Mapping[str, float] | None = None,
    ) -> None:
        self._grenzen = gewichten.grenzen if gewichten is not None else grenzen or {}
        self.kb, self._index, self._namen, self._studies = index.kb, index, namen, studies
        by_statement: dict[str, list[str]] = {}
        for question, id in wel:
            by_statement.setdefault(id, []).append(question)
        self.ids = list(by_statement)
        self._row = row = {id: number for number, id in enumerate(self.ids)}
        texts = [index.document(id) for id in self.ids]
        self._bekend = [self._ken(id, text, by_statement[id]) for id, text in zip(self.ids, texts, strict=True)]
        self._owner_stems = self._stems_of_owners()
        self._rows_of_owner: dict[str, list[int]] = {}
        for number, known in enumerate(self._bekend):
            self._rows_of_owner.setdefault(known.eigenaar, []).append(number)
        rows = np.array([row[id] for _, id in wel], dtype=int)
        self._by_statement = np.argsort(rows, kind="stable")
        self._first_of_statement = np.searchsorted(rows[self._by_statement], np.arange(len(self.ids)))
        self._counters_of: dict[str, list[int]] = {}
        for number, (_, id) in enumerate(niet):
            self._counters_of.setdefault(id, []).append(number)
        self._vectorizer = TfidfVectorizer(analyzer=_deelwoorden, sublinear_tf=True, min_df=2, dtype=np.float32)
        documents = [" ".join((text, *by_statement[id])) for id, text in zip(self.ids, texts, strict=True)]
        weighed = self._vectorizer.fit_transform(documents)
        self._verwantschap = Verwantschap(weighed)
        # Turned round: of a question only its own few words are looked at, and not every document.
        self._documents = weighed.T.tocsr()
        self._examples = self._vectorizer.transform([q for q, _ in (*wel, *niet)]).T.tocsr()
        self._lean = self._learn_lean([q for q, _ in wel], [q for q, _ in niet])
        self._gelijke: dict[tuple[str, ...], set[str]] = {}
        for question, id in (*wel, *niet):
            self._gelijke.setdefault(_woord_voor_woord(question), set()).add(id)
        if gewichten is not None:
            self._rang = np.array([gewichten.rang.get(n, 0.0) for n in VAN_KANDIDAAT])
            self._geen = np.array([gewichten.geen.get(n, 0.0) for n in VAN_VRAAG])
            self._beslis = np.array([gewichten.beslis.get(n, 0.0) for n in (*VAN_KANDIDAAT, *VAN_VRAAG, *VAN_RANG)])

    def _ken(self, id: str, text: str, questions: list[str]) -> _Bekend:
        statement, owner = self.kb.uitspraken[id], self.kb.eigenaar[id]
        names = self._index.naamstammen(owner)
        return _Bekend(
            statement,
            owner,
            id.split(".")[1],
            names.union(self._content(text), *(self._content(q) for q in questions)),
            names.union(self._all_stems(text), *(self._all_stems(q) for q in questions)),
            frozenset(soort(q) for q in questions),
            any(vergelijkt(q) for q in questions),
            geeft_reden(statement) or id.endswith(".waarom"),
        )

    def _stems_of_owners(self) -> dict[str, frozenset[str]]:
        stems: dict[str, set[str]] = {o: set(s) for o, s in self._index.eigenaar_stammen.items()}
        for known in self._bekend:
            stems.setdefault(known.eigenaar, set()).update(known.inhoud)
        return {owner: frozenset(found) for owner, found in stems.items()}

    # -- words -------------------------------------------------------------------------------------------

    def _content(self, text: str) -> list[str]:
        pairs = self._index.ontleed_woorden(text)
        return [part for word, known in pairs for part in known or (stam(GELIJKE_WOORDEN.get(word, word)),)]

    def _all_stems(self, text: str) -> set[str]:
        found: set[str] = set()
        for word in woorden(text):
            found.add(stam(GELIJKE_WOORDEN.get(word, word)))
            found.update(() if is_stopwoord(word) else self._index.bekend(word))
        return found

    def _weight(self, stem: str) -> float:
        return self._index.gewicht(stem) * (0.3 if is_generiek(stem) else 1.0)

    def _patterns(self, text: str) -> list[str]:
        words = self._namen.zonder_namen(text)
        return [
            *words,
            *(" ".join(p) for p in pairwise(words)),
            *map(" ".join, zip(words, words[1:], words[2:], strict=False)),
        ]

    def _learn_lean(self, wel: list[str], niet: list[str]) -> dict[str, float]:
        """Per run of one to three words, names left out: the log-odds that it stands in a question without answer."""
        yes, no = (Counter(chain.from_iterable(set(self._patterns(q)) for q in qs)) for qs in (wel, niet))
        share = (len(niet) + 1) / (len(wel) + 1)
        return {p: log((no[p] + share) / (yes[p] + 1) / share) for p in {*yes, *no} if yes[p] + no[p] > 1}

    def _lean_of(self, text: str) -> float:
        found = [self._lean[p] for p in set(self._patterns(text)) if p in self._lean]
        return float(sum(found) / max(len(found), 1) ** 0.5)

    # -- features ----------------------------------------------------------------------------------------

    def kenmerken(self, vraag: Gevraagd) -> tuple[list[int], Getallen, Getallen]:
        """The candidates for a question, their features and those of the question."""
        vector = self._vectorizer.transform([vraag.tekst])
        documents = (vector @ self._documents).toarray().ravel()
        examples = (vector @ self._examples).toarray().ravel()
        count = len(self._by_statement)
        nearest = np.maximum.reduceat(examples[self._by_statement], self._first_of_statement)
        counter = examples[count:]
        asked = self._asked(vraag)
        related = self._verwantschap.met(vector)
        likely = related + 0.5 * documents + 0.25 * nearest
        for bonus, rows in (
            (0.15, [i for owner in set(vraag.genoemd) for i in self._rows_of_owner.get(owner, ())]),
            (0.2, [self._row[id] for id in set(vraag.regels) if id in self._row]),
            (0.3, [self._row[id] for id in asked.paren if id in self._row]),
        ):
            likely[rows] += bonus
        chosen = [int(i) for i in np.argsort(-likely, kind="stable")[:KANDIDATEN]]
        most_related = related.max()
        values = [
            [
                documents[i],
                nearest[i],
                *self._features(asked, self._bekend[i], counter),
                related[i],
                related[self._rows_of_owner[self._bekend[i].eigenaar]].max(),
                most_related - related[i],
            ]
            for i in chosen
        ]
        features = np.array(values, dtype=float)
        return chosen, features, self._of_question(asked, features, examples[:count], counter)

    def _asked(self, vraag: Gevraagd) -> _Vraag:
        text = vraag.tekst
        programmes = frozenset(id for id in vraag.genoemd if id in self.kb.interventies)
        return _Vraag(
            vraag,
            soort(text),
            vergelijkt(text),
            waarvan(self._index, text),
            {stem: self._weight(stem) for stem in self._content(text)},
            frozenset(w for w in woorden(text) if w[0].isdigit()),
            kenmerken(text),
            programmes,
            frozenset(f"{programme}.codering.{id}" for programme in programmes for id in vraag.genoemd),
        )

    def _features(self, asked: _Vraag, known: _Bekend, counter: Getallen) -> list[float]:
        vraag, statement, part = asked.vraag, known.uitspraak, known.deel
        kind = houdt(vraag.eis, [statement], self._studies, vraag.tekst) if vraag.eis else None
        mine = counter[self._counters_of.get(known.eigenaar, [])]
        missing = [w for stem, w in asked.gewichten.items() if stem not in known.alles]
        absent = asked.soort not in known.soorten
        share = "%" in "".join(statement.cijfers)
        figures = bool(statement.cijfers)
        return [
            asked.dekking(known.inhoud),
            asked.dekking(self._owner_stems[known.eigenaar]),
            known.eigenaar in vraag.genoemd,
            statement.id.endswith("uitspraken.1"),
            vraag.aspect == DEFINITIE
            and (part in ("definitie", "beschrijving") or statement.id.endswith("uitspraken.1")),
            vraag.aspect == WAAROM and part == "waarom",
            vraag.aspect == VOORBEELD and part == "voorbeeld",
            vraag.aspect == BEWIJS and part in ("bewijs", "spanning"),
            vraag.aspect == GETAL and figures,
            bool(kind),
            kind == [],
            float(mine.max(initial=0.0)),
            max(missing, default=0.0),
            1 - sum(missing) / asked.totaal,
            bool(asked.getallen - known.alles),
            bool(asked.waarvan) and not known.alles.isdisjoint(asked.waarvan),
            bool(asked.waarvan) and known.alles.isdisjoint(asked.waarvan),
            absent and asked.soort != JA_NEE,
            absent and asked.soort == "waarom",
            known.reden and asked.soort == "waarom",
            absent and asked.soort == "wie",
            absent and asked.soort == "naam",
            not figures and asked.soort in ("hoeveel", "aandeel", "hoe_vaak"),
            absent and asked.soort == "hoe_lang",
            absent and asked.soort == "leeftijd",
            absent and asked.soort == "hoe",
            asked.vergelijkt and not known.vergelijkt,
            not share and asked.soort == "aandeel",
            absent and asked.soort == "hoe_groot",
            absent and asked.soort in ("waar", "wanneer"),
            absent and asked.soort == "welke",
            absent and asked.soort == "wat",
            statement.onderwerp in asked.kenmerken and ".kenmerken." in statement.id,
            statement.id in vraag.regels and vraag.regels_soort == "antwoord",
            statement.id in vraag.regels[:1] and vraag.regels_soort == "antwoord",
            statement.id in vraag.regels and vraag.regels_soort == "niet_gevonden",
            statement.id in asked.paren,
            bool(asked.programmas) and known.eigenaar not in asked.programmas,
        ]

    def _of_question(self, asked: _Vraag, features: Getallen, examples: Getallen, counter: Getallen) -> Getallen:
        vraag = asked.vraag
        own = counter[[i for owner in set(vraag.genoemd) for i in self._counters_of.get(owner, ())]]
        near, against = float(examples.max(initial=0.0)), float(counter.max(initial=0.0))
        coverage = features[:, VAN_KANDIDAAT.index("dekking")]
        values = [
            1.0,
            max(against - near, 0.0),
            max(near - against, 0.0),
            self._lean_of(vraag.tekst),
            vraag.vreemde_kern,
            vraag.vreemd_los,
            vraag.regels_soort == "buiten_bronnen",
            vraag.regels_soort == "valkuil",
            vraag.regels_soort == "antwoord",
            vraag.regels_soort == "niet_gevonden",
            1 - coverage.max(initial=0.0),
            own.max(initial=0.0),
            self.gewicht_van_grens(vraag.grens),
        ]
        return np.array(values, dtype=float)

    def gewicht_van_grens(self, id: str) -> float:
        """The log-odds that a question in which the rules see this limit has no answer; 0 for one that is not known."""
        return self._grenzen.get(id, 0.0)

    # -- the decision ------------------------------------------------------------------------------------

    def zoek(self, vraag: Gevraagd) -> Vondst:
        """The statements that may answer a question, and how sure it is that none does."""
        chosen, features, own = self.kenmerken(vraag)
        shares = kansen(features @ self._rang, float(own @ self._geen))
        order = np.argsort(-shares[:-1], kind="stable")
        first = np.concatenate((features[order[0]], own, van_rang(shares)))
        ranked = tuple((self.ids[chosen[i]], float(shares[i])) for i in order)
        return self._als_gelijk(vraag.tekst, Vondst(ranked, float(first @ self._beslis)))

    def _als_gelijk(self, text: str, found: Vondst) -> Vondst:
        """What was found, unless the question is an example question, word for word: then that decides."""
        ids = self._gelijke.get(_woord_voor_woord(text), set())
        if len(ids) != 1:
            return found
        (id,) = ids
        if id not in self.kb.uitspraken:
            return Vondst(found.kandidaten, ZEKER)
        others = tuple((other, share) for other, share in found.kandidaten if other != id)
        return Vondst(((id, 1.0), *others), -ZEKER)


@dataclass(frozen=True)
class _Vraag:
    """A question taken apart."""

    vraag: Gevraagd
    soort: str
    vergelijkt: bool
    waarvan: tuple[str, ...]
    gewichten: dict[str, float]
    getallen: frozenset[str]
    kenmerken: frozenset[str]
    programmas: frozenset[str]
    paren: frozenset[str]

    @property
    def totaal(self) -> float:
        return sum(self.gewichten.values()) or 1.0

    def dekking(self, stems: frozenset[str]) -> float:
        """Which part of what is asked occurs in `stems`, weighed by how telling each word is (0..1)."""
        return sum(weight for stem, weight in self.gewichten.items() if stem in stems) / self.totaal


def kansen(rang: Getallen, geen: float) -> Getallen:
    """The shares of the candidates and, last, of none of them."""
    values = np.append(rang, geen)
    powers = np.exp(values - values.max())
    return np.asarray(powers / powers.sum())


def van_rang(shares: Getallen) -> Getallen:
    """What the shares say of how sure the ranking is; in the order of VAN_RANG."""
    none, best = shares[-1], np.sort(shares[:-1])[::-1]
    lead = best[0] / (best[0] + best[1] + 1e-9) if len(best) > 1 else 1.0
    return np.array([np.log(none + 1e-6), np.log(1 - none + 1e-6), np.log(best[0] + 1e-6), lead, best[:3].sum()])


def _woord_voor_woord(text: str) -> tuple[str, ...]:
    return tuple(stam(word) for word in woorden(text) if word not in _VULSEL)


@lru_cache(maxsize=20_000)
def _van_woord(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    return (padded, *(padded[i : i + 4] for i in range(len(padded) - 3)))


def _deelwoorden(text: str) -> Iterable[str]:
    """What texts are compared by: words with their pieces of four letters, which see through endings, compounds and
    slips, and stems alone and by two, which see how words belong together.
    """
    said = woorden(text)
    stems = [stam(word) for word in said]
    return chain(chain.from_iterable(_van_woord(word) for word in said), stems, map(" ".join, pairwise(stems)))
