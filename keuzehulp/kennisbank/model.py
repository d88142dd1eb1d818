"""Immutable values of the knowledge base.

Field names are the keys of the YAML files, so they are Dutch. The loader and the JSON Schema are both driven
by these type hints: a new key is added here and nowhere else. Fields marked DERIVED are not keys: the loader
fills them. `niet_in_bronnen` holds questions about a subject that the sources do not answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

#: The blocks that are asked, in the order of Bijlage 3 of the Trimbos report; the last one is optional.
BLOKKEN = ("inhoud", "educatief", "structuur")
IMPLEMENTATIE = "implementatie"
BESPROKEN = "besproken"

DERIVED = {"derived": True}


@dataclass(frozen=True)
class Bronvermelding:
    """One citation: a source, the section in it, and the study that the section reports (if any)."""

    bron: str
    par: str = ""
    studie: str = ""


@dataclass(frozen=True)
class Uitspraak:
    """A statement in our own words with at least one citation; `vragen` are questions that it answers.

    Raises ValueError when there is no text or no citation: such a statement cannot be built.
    """

    tekst: str
    bronnen: tuple[Bronvermelding, ...]
    onderwerp: str = ""
    cijfers: tuple[str, ...] = ()
    citaat: bool = False
    vragen: tuple[str, ...] = ()
    id: str = field(default="", metadata=DERIVED)

    def __post_init__(self) -> None:
        if not self.tekst.strip():
            raise ValueError("a statement needs a text (key 'tekst')")
        if not self.bronnen:
            raise ValueError("a statement without a citation cannot be built: add 'bronnen'")


@dataclass(frozen=True)
class Bewijs(Uitspraak):
    """A piece of evidence: a statement with its kind, its direction and what it was found in."""

    soort: str = ""
    richting: str = ""
    past_bij: str = ""


@dataclass(frozen=True)
class Codering(Uitspraak):
    """What a described intervention says about one element."""

    antwoord: str = ""
    onduidelijk: bool = False


@dataclass(frozen=True)
class Spanning:
    """Two statements of the sources that pull in different directions; always shown together."""

    een_kant: Uitspraak
    andere_kant: Uitspraak
    uitleg: Uitspraak | None = None


@dataclass(frozen=True)
class Feedbackteksten:
    """Statements that feedback is put together from, by the school's answer."""

    groei: Uitspraak | None = None
    groei_vraag: str = ""
    kracht: Uitspraak | None = None
    kracht_deels: Uitspraak | None = None
    let_op: Uitspraak | None = None


@dataclass(frozen=True)
class Getalvraag:
    """A follow-up question about an amount, with what the source says below, within and above a range."""

    vraag: str
    eenheid: str
    van: int
    tot: int
    onder: Uitspraak
    binnen: Uitspraak
    boven: Uitspraak
    let_op: Uitspraak | None = None


@dataclass(frozen=True)
class Element:
    """An element of an intervention: what it is, why it is asked and what research says of it."""

    id: str
    naam: str
    blok: str
    volgorde: int
    label: str
    definitie: Uitspraak
    waarom: Uitspraak | None = None
    voorbeeld: Uitspraak | None = None
    vraag: str = ""
    vraag_anders: tuple[str, ...] = ()
    vraag_aanbieder: str = ""
    bewijs: tuple[Bewijs, ...] = ()
    voorbehoud: tuple[Uitspraak, ...] = ()
    spanning: tuple[Spanning, ...] = ()
    feedback: Feedbackteksten | None = None
    getalvraag: Getalvraag | None = None
    kleine_stap: str = ""
    grotberg: str | None = None
    synoniemen: tuple[str, ...] = ()
    signaalwoorden: tuple[str, ...] = ()
    niet_in_bronnen: tuple[str, ...] = ()

    @property
    def gevraagd(self) -> bool:
        """Whether the conversation asks for this element."""
        return self.blok != BESPROKEN

    @property
    def korte_naam(self) -> str:
        """Its name without what stands between brackets."""
        return re.sub(r"\s*\([^)]*\)", "", self.naam)


@dataclass(frozen=True)
class Begrip:
    """A concept of the sources that is no element: veerkracht, a model, a method, a recommendation.

    `lijst` are the points of a concept that is a list, in the order of the source: ids of statements or subjects.
    """

    id: str
    naam: str
    uitspraken: tuple[Uitspraak, ...]
    synoniemen: tuple[str, ...] = ()
    signaalwoorden: tuple[str, ...] = ()
    zie_ook: tuple[str, ...] = ()
    lijst: tuple[str, ...] = ()
    niet_in_bronnen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Interventie:
    """An intervention that the report describes, coded per element."""

    id: str
    naam: str
    synoniemen: tuple[str, ...]
    doelgroep: str
    sector: str
    alle_leerlingen: bool
    beschrijving: Uitspraak
    codering: dict[str, Codering]
    bereik: Uitspraak | None = None
    kenmerken: tuple[Uitspraak, ...] = ()
    niet_in_bronnen: tuple[str, ...] = ()

    def antwoorden(self) -> dict[str, str]:
        """Answers per element id that the report supports; `niet_vermeld` is no answer and left out."""
        return {e: c.antwoord for e, c in self.codering.items() if c.antwoord != "niet_vermeld"}


@dataclass(frozen=True)
class Valkuil:
    """A conclusion that the sources seem to allow and do not."""

    id: str
    naam: str
    voorbeeldvragen: tuple[str, ...]
    antwoord: tuple[Uitspraak, ...]
    signaalwoorden: tuple[str, ...] = ()


@dataclass(frozen=True)
class BuitenBronnen:
    """A topic that people ask about and the sources do not hold: what to say, what is near, where to turn."""

    id: str
    naam: str
    voorbeeldvragen: tuple[str, ...]
    antwoord: str
    signaalwoorden: tuple[str, ...] = ()
    dichtbij: tuple[Uitspraak, ...] = ()
    verwijzing: str = ""


@dataclass(frozen=True)
class Verwijzing:
    """A place outside the two sources where a school can turn to."""

    id: str
    naam: str
    tekst: str
    bron: str
    url: str = ""


@dataclass(frozen=True)
class Telefoonnummer:
    """A number to call in an emergency."""

    naam: str
    nummer: str
    tel: str


@dataclass(frozen=True)
class Crisis:
    """What is said when somebody may be in danger: at most five lines and the numbers."""

    tekst_regels: tuple[str, ...]
    nummers: tuple[Telefoonnummer, ...]
    bron: str


@dataclass(frozen=True)
class Feedbackkader:
    """Statements that frame all feedback, whatever the answers are."""

    waarom_voorzichtig: Uitspraak
    geen_optelling: Uitspraak
    eerst_kansen: Uitspraak
    niet_vermeld: Uitspraak
    sector_anders: Uitspraak
    doelgroep_klachten: Uitspraak
    kleine_stap: Uitspraak


@dataclass(frozen=True)
class Bron:
    """A source. `buiten` marks what is not one of the two source documents.

    `secties` are its headings; of those in `zonder_kop` the words are ours, and no heading of the source.
    """

    id: str
    naam: str
    titel: str
    buiten: bool = False
    secties: dict[str, str] = field(default_factory=dict)
    zonder_kop: tuple[str, ...] = ()
    url: str = ""


@dataclass(frozen=True)
class Studie:
    """A study that a source reports on."""

    id: str
    naam: str


@dataclass(frozen=True)
class Label:
    """The words in which a school reads a code."""

    naam: str
    uitleg: str = ""


@dataclass(frozen=True)
class Kennisbank:
    """The whole knowledge base, checked for references. Build it with `keuzehulp.kennisbank.load`."""

    bronnen: dict[str, Bron]
    studies: dict[str, Studie]
    labels: dict[str, dict[str, Label]]
    elementen: dict[str, Element]
    begrippen: dict[str, Begrip]
    interventies: dict[str, Interventie]
    valkuilen: dict[str, Valkuil]
    buiten_bronnen: dict[str, BuitenBronnen]
    verwijzingen: dict[str, Verwijzing]
    crisis: Crisis
    feedbackkader: Feedbackkader
    uitspraken: dict[str, Uitspraak]
    eigenaar: dict[str, str]
    versie: str

    def blok(self, blok: str) -> tuple[Element, ...]:
        """The elements of a block in the order in which they are asked."""
        found = [e for e in self.elementen.values() if e.blok == blok]
        return tuple(sorted(found, key=lambda e: e.volgorde))

    @cached_property
    def gevraagd(self) -> tuple[Element, ...]:
        """The elements of the three blocks, in the order in which they are asked."""
        return tuple(e for blok in BLOKKEN for e in self.blok(blok))

    @cached_property
    def implementatie(self) -> tuple[Element, ...]:
        """The implementation questions, offered after the three blocks."""
        return self.blok(IMPLEMENTATIE)

    @cached_property
    def met_vraag(self) -> tuple[Element, ...]:
        """All elements that are asked: those of the three blocks, then those of the implementation."""
        return (*self.gevraagd, *self.implementatie)

    @cached_property
    def namen(self) -> dict[str, str]:
        """Words, in small letters, for one asked element and no other: its names, and what is a sign of it alone."""
        names: dict[str, str] = {}
        signs: dict[str, set[str]] = {}
        for element in self.met_vraag:
            for phrase in (element.naam, element.korte_naam, *element.synoniemen):
                names.setdefault(phrase.lower(), element.id)
            for phrase in element.signaalwoorden:
                signs.setdefault(phrase.lower(), set()).add(element.id)
        return {**{phrase: next(iter(ids)) for phrase, ids in signs.items() if len(ids) == 1}, **names}

    def label(self, soort: str, code: str) -> Label:
        """The label of a code. Raises KeyError for a kind or code that labels.yml does not hold."""
        return self.labels[soort][code]

    def naam(self, id: str) -> str:
        """The name of an element, concept or intervention. Raises KeyError when there is none."""
        for group in (self.elementen, self.begrippen, self.interventies, self.valkuilen, self.buiten_bronnen):
            if id in group:
                return str(group[id].naam)  # type: ignore[index]
        raise KeyError(id)
