"""A question, an answer, and what is built once per knowledge base to get from one to the other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from keuzehulp.grenzen import Grenzen
from keuzehulp.kennisbank.model import Kennisbank, Uitspraak
from keuzehulp.noemen import Namen
from keuzehulp.vragenbank import Gewichten, Voorbeeld, Vragenbank, tegenvoorbeelden, voorbeelden
from keuzehulp.zoeken import Zoekindex, woorden, zoekindex

ANTWOORD, MISSCHIEN, VALKUIL_SOORT, BUITEN_SOORT, KEUZE, NIET_GEVONDEN = (
    "antwoord",
    "misschien",
    "valkuil",
    "buiten_bronnen",
    "keuze",
    "niet_gevonden",
)

#: A name that long is known without its particle ("Francis", but not "Dam").
_KORTE_NAAM = 4


@dataclass(frozen=True)
class Vraag:
    """A question with what the NLU found in it and what the conversation is about.

    `vorige_uitspraken` are the ids of the statements of the previous answer, `vorig_onderwerp` its subject and
    `vorige_vraag` the question that it answered. `eigen_programma` is the described programme that the school checks.
    """

    tekst: str
    intent: str = ""
    elementen: tuple[str, ...] = ()
    begrippen: tuple[str, ...] = ()
    interventies: tuple[str, ...] = ()
    open_element: str | None = None
    vorig_onderwerp: str | None = None
    vorige_uitspraken: tuple[str, ...] = ()
    vorige_vraag: str = ""
    eigen_programma: str | None = None


@dataclass(frozen=True)
class Keuze:
    """A subject to choose, as it stands on a button."""

    id: str
    naam: str


@dataclass(frozen=True)
class Antwoord:
    """What to say: ready markdown, the statements cited in it in order, and the subject for a follow-up.

    `vraag` is the question that it answers, with what it leant on.
    """

    tekst: str
    soort: str
    regels: tuple[str, ...] = ()
    onderwerp: str | None = None
    keuzes: tuple[Keuze, ...] = ()
    verwijzing: str | None = None
    vraag: str = ""


@dataclass
class Kennis:
    """What is built once per knowledge base."""

    kb: Kennisbank
    index: Zoekindex = field(init=False)
    grenzen: Grenzen = field(init=False)
    namen: Namen = field(init=False)
    _stammen: dict[str, frozenset[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.index = zoekindex(self.kb)
        self.namen = Namen(self.kb)
        self.grenzen = Grenzen(self.kb, self.namen.in_tekst)

    def stammen(self, statement: Uitspraak) -> frozenset[str]:
        """The stems of a statement; kept, for statements are compared with each other often."""
        if statement.id not in self._stammen:
            self._stammen[statement.id] = frozenset(self.index.ontleed(statement.tekst))
        return self._stammen[statement.id]

    @cached_property
    def vragenbank(self) -> Vragenbank:
        """The example questions with the weights to judge by."""
        return self.maak_vragenbank(voorbeelden(self.kb), tegenvoorbeelden(self.kb), Gewichten.lees())

    def maak_vragenbank(
        self,
        wel: list[Voorbeeld],
        niet: list[Voorbeeld],
        gewichten: Gewichten | None = None,
        grenzen: Mapping[str, float] | None = None,
    ) -> Vragenbank:
        """A bank of some of the example questions; without weights it gives features only, with what `grenzen` tell."""
        return Vragenbank(self.index, self.namen, self.auteurs, wel, niet, gewichten, grenzen)

    @cached_property
    def studies_van(self) -> dict[str, tuple[str, ...]]:
        """The studies of each researcher, by the folded name without spaces; not of those who are a subject themselves."""
        found: dict[str, list[str]] = {}
        subjects = {part for id in self.kb.begrippen for part in id.split("_")}
        for id, study in self.kb.studies.items():
            for part in re.split(r"&|,|et al|\d+[a-z]?", study.naam):
                words = woorden(part)
                if not words or words[-1] in subjects or self.namen.in_tekst(part):
                    continue
                if len(words) > 1 or len(words[0]) > 2:
                    found.setdefault("".join(words), []).append(id)
                if len(words) > 1 and words[0] in ("de", "van") and len(words[-1]) > _KORTE_NAAM:
                    found.setdefault("".join(words[1:]), []).append(id)
        return {name: tuple(ids) for name, ids in found.items()}

    @cached_property
    def auteurs(self) -> frozenset[str]:
        """The folded names of the authors of all studies."""
        return frozenset(part for id in self.kb.studies for part in id.split("_")[:-1] if len(part) > 2)
