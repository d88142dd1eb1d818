"""Insight for the content owner: counts over conversations, without text and without conversations.

Counted at the moment that a turn is stored: checks begun, finished and stopped, which question was reached, which
answer an element had at the end, and how often a message was not understood at which question. The counts are kept
per day in the data folder, 30 days.

Why counters and not the events of the tracker store: conversations are deleted after a day, on request at once, and
counts over them would end with them; keeping them longer for the sake of counts would cost the school its short term.
A counter holds nothing that leads back to a conversation. A correction after the end is not counted again.

Nothing is shown for ten checks or fewer, and what is shown is rounded to fives, so that the answers of one school do
not come out as the difference between two days.
"""

from __future__ import annotations

import argparse
import html
import logging
import os
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from keuzehulp import gesprek
from keuzehulp.gegevens import BEWAARTERMIJN, Tellingen, oudste_dag, vandaag
from keuzehulp.kennisbank import Kennisbank, get_kennisbank

logger = logging.getLogger(__name__)

#: Nothing is shown for this many checks or fewer.
GROEP = 10
#: Shown counts are rounded to a multiple of this.
AFRONDING = 5

_TELLINGEN = Tellingen(
    "tellingen.db",
    "telling",
    "dag TEXT NOT NULL, soort TEXT NOT NULL, wat TEXT NOT NULL, aantal INTEGER NOT NULL, PRIMARY KEY (dag, soort, wat)",
)


class Stap(NamedTuple):
    """What matters of one event: `slot` (with name and value), `lus` (the active form) or `actie`."""

    soort: str
    naam: str | None
    waarde: Any = None


def tel_stappen(kb: Kennisbank, ouder: Iterable[Stap], nieuw: Iterable[Stap]) -> Counter[tuple[str, str]]:
    """What the new steps of a conversation add to the counts; `ouder` are the steps that were counted before."""
    state = Verloop(kb)
    state.tel(ouder)
    return state.tel(nieuw)


@dataclass
class Verloop:
    """Where a conversation is, step by step; `telling` is what the last steps added."""

    kb: Kennisbank
    telling: Counter[tuple[str, str]] = field(default_factory=Counter)
    antwoorden: dict[str, str] = field(default_factory=dict)
    gevraagd: set[str] = field(default_factory=set)
    open: str = ""
    geleegd: int = 0
    in_form: bool = False
    begonnen: bool = False
    klaar: bool = False

    def tel(self, steps: Iterable[Stap]) -> Counter[tuple[str, str]]:
        """Take the next steps into account; gives what they alone add to the counts."""
        self.telling = Counter()
        for step in steps:
            self.stap(step)
        return self.telling

    def stap(self, step: Stap) -> None:
        """Take one step into account."""
        if step.soort == "lus":
            self.in_form = step.naam == gesprek.FORM
        elif step.soort == "actie":
            self._actie(step.naam or "")
        elif step.naam == "requested_slot":
            self._vraag(step.waarde)
        elif step.naam == "te_bevestigen" and step.waarde == "gestopt":
            self.telling["gestopt", self.open or "buiten"] += 1
        elif step.naam in self.kb.elementen:
            self._antwoord(str(step.naam), step.waarde)

    def _vraag(self, slot: str | None) -> None:
        # The question stays known when the form closes: stopping is told just after.
        if slot and slot not in gesprek.TUSSENVRAGEN:
            self.open = slot
        self.geleegd = 0
        if slot is None or not self.in_form:
            return
        if not self.begonnen:
            self.begonnen = True
            self.telling["check", "begonnen"] += 1
        if slot not in self.gevraagd and slot not in gesprek.TUSSENVRAGEN:
            self.gevraagd.add(slot)
            self.telling["gevraagd", slot] += 1

    def _antwoord(self, element: str, value: Any) -> None:
        if value is not None:
            self.antwoorden[element] = str(value)
            return
        if self.antwoorden.pop(element, None) is None:
            return
        # Going back empties one answer, a new check empties all of them between two questions.
        self.geleegd += 1
        if not self.antwoorden and (self.klaar or self.geleegd > 1):
            self.begonnen = self.klaar = False
            self.gevraagd.clear()

    def _actie(self, name: str) -> None:
        if name == "action_not_understood":
            self.telling["niet_begrepen", self.open if self.in_form else "buiten"] += 1
        elif name == "action_feedback" and self.begonnen and not self.klaar and self._compleet():
            self.klaar = True
            self.telling["check", "afgerond"] += 1
            for element, value in self.antwoorden.items():
                self.telling[f"antwoord {value}", element] += 1

    def _compleet(self) -> bool:
        return all(e.id in self.antwoorden for e in self.kb.gevraagd)


def bewaar(telling: Mapping[tuple[str, str], int]) -> None:
    """Add counts to those of today. Never raises; with KEUZEHULP_INZICHT=uit nothing is counted."""
    if not telling or os.environ.get("KEUZEHULP_INZICHT", "").strip().lower() in ("uit", "off", "0", "nee"):
        return
    day = vandaag()
    try:
        with _TELLINGEN.verbinding() as connection:
            connection.executemany(
                "INSERT INTO telling VALUES (?, ?, ?, ?) "
                "ON CONFLICT (dag, soort, wat) DO UPDATE SET aantal = aantal + excluded.aantal",
                [(day, kind, what, count) for (kind, what), count in telling.items()],
            )
    except (sqlite3.Error, OSError) as error:
        logger.warning("Counts could not be kept (%s). Look at the data folder.", type(error).__name__)


@dataclass(frozen=True)
class Element:
    """How an element was answered in finished checks; counts are rounded."""

    id: str
    naam: str
    ja: int
    deels: int
    nee: int
    weet_niet: int
    overgeslagen: int


@dataclass(frozen=True)
class Vraag:
    """How many checks reached a question, stopped there, and how often an answer there was not understood."""

    id: str
    naam: str
    bereikt: int
    gestopt: int
    niet_begrepen: int


@dataclass(frozen=True)
class Inzicht:
    """The counts of the last 30 days. With `genoeg` False the group is too small and all else is empty."""

    genoeg: bool
    begonnen: int = 0
    afgerond: int = 0
    gestopt: int = 0
    niet_begrepen: int = 0
    elementen: tuple[Element, ...] = ()
    vragen: tuple[Vraag, ...] = ()


def overzicht(kb: Kennisbank | None = None) -> Inzicht:
    """The counts that may be shown. Raises sqlite3.Error or OSError when they cannot be read."""
    kb = kb or get_kennisbank()
    with _TELLINGEN.verbinding() as connection:
        rows = connection.execute(
            "SELECT soort, wat, SUM(aantal) FROM telling WHERE dag >= ? GROUP BY soort, wat", (oudste_dag(),)
        ).fetchall()
    counts = Counter({(str(kind), str(what)): int(count) for kind, what, count in rows})
    if counts["check", "begonnen"] <= GROEP:
        return Inzicht(genoeg=False)
    enough_finished = counts["check", "afgerond"] > GROEP
    return Inzicht(
        genoeg=True,
        begonnen=_rond(counts["check", "begonnen"]),
        afgerond=_rond(counts["check", "afgerond"]),
        gestopt=_rond(sum(n for (kind, _), n in counts.items() if kind == "gestopt")),
        niet_begrepen=_rond(sum(n for (kind, _), n in counts.items() if kind == "niet_begrepen")),
        elementen=tuple(_element(kb, counts)) if enough_finished else (),
        vragen=tuple(_vragen(kb, counts)),
    )


def _rond(count: int) -> int:
    return AFRONDING * round(count / AFRONDING)


def _element(kb: Kennisbank, counts: Counter[tuple[str, str]]) -> Iterable[Element]:
    """Elements, those that were missing or partly there most often first."""
    found = []
    for element in kb.gevraagd:
        values = {v: counts[f"antwoord {v}", element.id] for v in ("ja", "deels", "nee", "weet_niet", "overgeslagen")}
        shown = {answer: _rond(count) for answer, count in values.items()}
        found.append((shown["nee"], shown["deels"], Element(element.id, element.naam, **shown)))
    return [element for _, _, element in sorted(found, key=lambda row: (-row[0], -row[1]))]


def _vragen(kb: Kennisbank, counts: Counter[tuple[str, str]]) -> Iterable[Vraag]:
    """Questions in the order in which they are asked, as far as enough checks reached them."""
    names = {e.id: e.naam for e in kb.gevraagd} | {gesprek.aantal_slot(e.id): f"{e.naam}: hoeveel" for e in kb.gevraagd}
    for slot in (*gesprek.INTAKE, *(s for s in gesprek.alle_slots(kb) if s in names)):
        if counts["gevraagd", slot] > GROEP:
            shown = [_rond(counts[kind, slot]) for kind in ("gevraagd", "gestopt", "niet_begrepen")]
            yield Vraag(slot, names.get(slot, slot.capitalize()), *shown)


_TE_KLEIN = (
    f"Er zijn nog niet meer dan {GROEP} checks in de laatste {BEWAARTERMIJN} dagen. Daarom staat hier nog niets."
)
_UITLEG = f"Laatste {BEWAARTERMIJN} dagen, afgerond op {AFRONDING}-tallen."
_KOP_ELEMENTEN = ("Element", "ja", "een beetje", "nee", "weet niet", "overgeslagen")
_KOP_VRAGEN = ("Vraag", "bereikt", "gestopt", "niet begrepen")


def als_tekst(inzicht: Inzicht) -> str:
    """The counts as a table in plain text."""
    if not inzicht.genoeg:
        return _TE_KLEIN
    lines = [_UITLEG, "", *(f"{name:<24}{count:>6}" for name, count in _totalen(inzicht)), ""]
    for head, rows in _tabellen(inzicht):
        lines += ["  ".join((f"{head[0]:<34}", *(f"{h:>13}" for h in head[1:])))]
        lines += ["  ".join((f"{row[0]:<34.34}", *(f"{n:>13}" for n in row[1:]))) for row in rows]
        lines.append("")
    return "\n".join(lines).rstrip()


def als_html(inzicht: Inzicht) -> str:
    """The counts as a piece of HTML, for a page that the server puts behind its token."""
    if not inzicht.genoeg:
        return f"<p>{html.escape(_TE_KLEIN)}</p>"
    parts = [f"<p>{html.escape(_UITLEG)}</p>", "<ul>"]
    parts += [f"<li>{html.escape(name)}: {count}</li>" for name, count in _totalen(inzicht)] + ["</ul>"]
    for head, rows in _tabellen(inzicht):
        cells = "".join(f'<th scope="col">{html.escape(h)}</th>' for h in head)
        parts.append(f"<table><caption>Per {head[0].lower()}</caption><thead><tr>{cells}</tr></thead><tbody>")
        for name, *counts in rows:
            numbers = "".join(f"<td>{count}</td>" for count in counts)
            parts.append(f'<tr><th scope="row">{html.escape(str(name))}</th>{numbers}</tr>')
        parts.append("</tbody></table>")
    return "\n".join(parts)


def _totalen(inzicht: Inzicht) -> list[tuple[str, int]]:
    return [
        ("Checks begonnen", inzicht.begonnen),
        ("Checks afgerond", inzicht.afgerond),
        ("Gestopt met *stop*", inzicht.gestopt),
        ("Niet begrepen", inzicht.niet_begrepen),
    ]


def _tabellen(inzicht: Inzicht) -> Iterable[tuple[tuple[str, ...], list[tuple[Any, ...]]]]:
    elements = [(e.naam, e.ja, e.deels, e.nee, e.weet_niet, e.overgeslagen) for e in inzicht.elementen]
    if elements:
        yield _KOP_ELEMENTEN, list(elements)
    questions = [(q.naam, q.bereikt, q.gestopt, q.niet_begrepen) for q in inzicht.vragen]
    if questions:
        yield _KOP_VRAGEN, list(questions)


def wis() -> None:
    """Delete all counts. Raises sqlite3.Error or OSError."""
    _TELLINGEN.wis()


def ruim_op() -> None:
    """Delete counts of more than 30 days ago, for the purge of the server. Raises sqlite3.Error or OSError."""
    _TELLINGEN.ruim_op()


def main(argv: Sequence[str] | None = None) -> int:
    """`python -m keuzehulp.inzicht`: print the counts, or delete them; gives the exit code."""
    parser = argparse.ArgumentParser(prog="inzicht", description="Telt wat er in gesprekken gebeurt, zonder tekst.")
    parser.add_argument("--clear", action="store_true", help="wis alle tellingen")
    arguments = parser.parse_args(argv)
    try:
        if arguments.clear:
            wis()
            print("De tellingen zijn gewist.")
            return 0
        print(als_tekst(overzicht()))
    except (sqlite3.Error, OSError) as error:
        print(f"De tellingen zijn niet te lezen ({error}). Controleer de map in KEUZEHULP_DATA.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
