"""The report as plain values, before any format: sections of paragraphs, lists, tables and pictures.

Every format renders the same `Document`, so that the page, the PDF and the Word file never differ in content.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from keuzehulp.report.picture import Beeld

#: Styles of a run of text.
GEWOON, NADRUK, BRON = "", "nadruk", "bron"

#: What an empty cell says that people fill in by hand.
INVULLEN = "(nog in te vullen)"


@dataclass(frozen=True)
class Stuk:
    """A run of text in one style: plain, emphasis or a citation."""

    tekst: str
    stijl: str = GEWOON


@dataclass(frozen=True)
class Alinea:
    """A paragraph, list item or table cell, with the ids of the statements it shows.

    Without ids it states no fact of a source: it is a question, an explanation of the report itself or what
    the school said (`soort` "gebruiker").
    """

    stukken: tuple[Stuk, ...]
    uitspraken: tuple[str, ...] = ()
    soort: str = ""

    @property
    def tekst(self) -> str:
        """The words without style."""
        return "".join(stuk.tekst for stuk in self.stukken)


@dataclass(frozen=True)
class Lijst:
    """Items without an order of importance."""

    punten: tuple[Alinea, ...]


@dataclass(frozen=True)
class Tabel:
    """A table with a caption and column headers; the first cell of each row is the row's header."""

    bijschrift: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[Alinea, ...], ...]
    breedtes: tuple[int, ...]


@dataclass(frozen=True)
class Figuur:
    """A picture with its caption; the table with the same data follows it in the section."""

    bijschrift: str
    beeld: Beeld


Blok = Alinea | Lijst | Tabel | Figuur


@dataclass(frozen=True)
class Sectie:
    """A heading (level 2 or 3) and what stands under it."""

    id: str
    titel: str
    blokken: tuple[Blok, ...]
    niveau: int = 2


@dataclass(frozen=True)
class Document:
    """The whole report. `gegevens` are the pairs under the title: intervention, date, version."""

    titel: str
    ondertitel: str
    gegevens: tuple[tuple[str, str], ...]
    secties: tuple[Sectie, ...]

    def blokken(self) -> Iterator[Blok]:
        """Every block in reading order."""
        for sectie in self.secties:
            yield from sectie.blokken

    def alineas(self) -> Iterator[Alinea]:
        """Every paragraph, item and cell in reading order."""
        for blok in self.blokken():
            yield from _alineas(blok)

    def teksten(self) -> Iterator[str]:
        """Every text of the report in reading order, without the words inside pictures."""
        yield from (self.titel, self.ondertitel)
        for naam, waarde in self.gegevens:
            yield from (naam, waarde)
        for sectie in self.secties:
            yield sectie.titel
            for blok in sectie.blokken:
                if isinstance(blok, (Tabel, Figuur)):
                    yield blok.bijschrift
                if isinstance(blok, Tabel):
                    yield from blok.koppen
                yield from (alinea.tekst for alinea in _alineas(blok))

    def uitspraken(self) -> tuple[str, ...]:
        """Ids of all statements shown, in order of appearance."""
        return tuple(dict.fromkeys(u for alinea in self.alineas() for u in alinea.uitspraken))


def _alineas(blok: Blok) -> Iterator[Alinea]:
    if isinstance(blok, Alinea):
        yield blok
    elif isinstance(blok, Lijst):
        yield from blok.punten
    elif isinstance(blok, Tabel):
        for rij in blok.rijen:
            yield from rij
