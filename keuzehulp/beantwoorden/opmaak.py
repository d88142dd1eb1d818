"""How statements become an answer: the text with its heading, its ids and its subject."""

from __future__ import annotations

from collections.abc import Iterable

from keuzehulp.beantwoorden.gelezen import Gelezen
from keuzehulp.beantwoorden.kennis import ANTWOORD, KEUZE, Antwoord, Keuze
from keuzehulp.kennisbank.model import Uitspraak
from keuzehulp.kennisbank.weergave import zin
from keuzehulp.zoeken import vouw

#: No answer holds more statements than this.
MEEST = 5

# Fixed phrases about ourselves.
VERDER = "Zullen we verdergaan met de check, of heb je een andere vraag?"

TWEE_KANTEN = "De bronnen zijn hier niet eenduidig:"

WAAR = "Dat staat hier:"

#: Said above what is nearest to a question when it may not answer it.
TWIJFEL = "Ik weet niet zeker of dit je vraag beantwoordt. Dit vind ik erover in mijn bronnen:"

_BEDOEL = "Bedoel je **{een}** of **{ander}**?"


def klaar(q: Gelezen, lines: Iterable[Uitspraak], subject: str, soort: str = ANTWOORD, intro: str = "") -> Antwoord:
    """Statements as an answer, with the subject as a heading where they don't name it and `intro` above them."""
    statements = list(lines)
    shown = [zin(q.kb, s) for s in statements]
    body = "\n".join(f"- {s}" for s in shown) if len(shown) > 2 else "\n\n".join(shown)
    heading = _kop(q, subject, statements) if soort == ANTWOORD else ""
    return Antwoord("\n".join(p for p in (heading, intro, body) if p), soort, ids(statements), subject)


def _kop(q: Gelezen, subject: str, statements: list[Uitspraak]) -> str:
    """The subject as a heading, when the first statement does not name it itself."""
    name = q.kb.naam(subject).split(" (")[0]
    return "" if not statements or vouw(name) in vouw(statements[0].tekst) else f"**{name}**"


def keuze(q: Gelezen, een: str, ander: str) -> Antwoord:
    """The question back which of two subjects is meant."""
    names = (Keuze(een, q.kb.naam(een)), Keuze(ander, q.kb.naam(ander)))
    return Antwoord(_BEDOEL.format(een=names[0].naam, ander=names[1].naam), KEUZE, keuzes=names)


def ids(statements: Iterable[Uitspraak]) -> tuple[str, ...]:
    """The ids of statements."""
    return tuple(s.id for s in statements)


def uniek(statements: Iterable[Uitspraak]) -> list[Uitspraak]:
    """The statements without those that repeat a text."""
    seen: dict[str, Uitspraak] = {}
    for statement in statements:
        seen.setdefault(statement.tekst, statement)
    return list(seen.values())


def alineas(parts: Iterable[str]) -> str:
    """Parts of a text as paragraphs, without the empty ones."""
    return "\n\n".join(p for p in parts if p)
