"""Texts of the report: cleaning what people typed, dates, and runs with emphasis and citations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date

from keuzehulp.kennisbank.model import Kennisbank
from keuzehulp.kennisbank.weergave import toon_bron
from keuzehulp.privacy import maskeer
from keuzehulp.report.document import BRON, NADRUK, Alinea, Stuk

#: Longest text of a person that the report takes over.
MAX_NAAM, MAX_REGEL = 120, 600

_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip
_NADRUK = re.compile(r"\*([^*]+)\*")


def schoon(tekst: str, lengte: int = MAX_REGEL) -> str:
    """A person's text for the report: personal data masked, on one line, without control characters, cut to length.

    Control and direction characters go because a Word file cannot hold the first and the second can hide text.
    """
    visible = "".join(" " if c.isspace() else c for c in tekst if c.isspace() or unicodedata.category(c)[0] != "C")
    # Masking looks at twice the length, so that a very long text costs no more than a long one.
    line = maskeer(" ".join(visible.split())[: 2 * lengte]).tekst
    return line if len(line) <= lengte else f"{line[: lengte - 1].rstrip()}…"


def toon_datum(dag: date) -> str:
    """A date as people write it: 21 november 2026."""
    return f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def eigen(tekst: str) -> Alinea:
    """A line of the report itself; `*words*` get emphasis."""
    return Alinea(tuple(_emphasis(tekst)))


def gebruiker(tekst: str) -> Alinea:
    """What a person typed, cleaned and never read as markup."""
    return Alinea((Stuk(schoon(tekst)),), soort="gebruiker")


def geciteerd(kb: Kennisbank, tekst: str, uitspraken: Iterable[str]) -> Alinea:
    """A line that holds statements of the knowledge base; their citations become runs of their own."""
    ids = tuple(uitspraken)
    cited = {f"({toon_bron(kb, kb.uitspraken[id].bronnen)})" for id in ids}
    if not cited:
        return eigen(tekst)
    pattern = re.compile("(" + "|".join(re.escape(c) for c in sorted(cited, key=len, reverse=True)) + ")")
    runs: list[Stuk] = []
    for part in pattern.split(tekst):
        runs.extend([Stuk(_together(part), BRON)] if part in cited else _emphasis(part))
    return Alinea(tuple(runs), ids)


def _together(citation: str) -> str:
    """A citation that never breaks between the section sign and its number."""
    return citation.replace("§ ", "§\u00a0")


def _emphasis(tekst: str) -> Iterator[Stuk]:
    for number, part in enumerate(_NADRUK.split(tekst)):
        if part:
            yield Stuk(part, NADRUK if number % 2 else "")
