"""What was not understood, kept as counted sentences so that the next training set can learn from it.

Kept are: the sentence in small letters without personal data, the intents that came nearest, the day and a count.
No conversation, no time of day, no order. With KEUZEHULP_INBOX=uit nothing is kept. Sentences go after 30 days.
"""

from __future__ import annotations

import argparse
import logging
import os
import re
import sqlite3
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from keuzehulp.gegevens import BEWAARTERMIJN, Tellingen, oudste_dag, vandaag
from keuzehulp.privacy import maskeer_streng

logger = logging.getLogger(__name__)

#: Longer messages are stories, often about a person: they are not kept at all.
TE_LANG = 300
#: What is kept of a sentence, in characters.
MAX_TEKENS = 160
#: Different sentences that are kept at most for a day; a flood does not fill the disk.
MAX_PER_DAG = 2000

_INBOX = Tellingen(
    "onbegrepen.db",
    "onbegrepen",
    "tekst TEXT NOT NULL, intenties TEXT NOT NULL, dag TEXT NOT NULL, aantal INTEGER NOT NULL, "
    "PRIMARY KEY (tekst, dag)",
)


@dataclass(frozen=True)
class Zin:
    """A sentence that was not understood: how often, the last day, and the intents that came nearest."""

    tekst: str
    aantal: int
    dag: str
    intenties: tuple[str, ...]


def bewaar(tekst: str, intenties: Iterable[str]) -> bool:
    """Count a sentence that was not understood; gives whether it was kept.

    `intenties` are the names of the nearest intents, best first. Never raises: a full disk must not end a turn.
    """
    nearest = list(intenties)[:3]
    if os.environ.get("KEUZEHULP_INBOX", "").strip().lower() in ("uit", "off", "0", "nee"):
        return False
    if "crisis" in nearest or len(tekst) > TE_LANG or tekst.lstrip().startswith("/"):
        return False
    sentence = _kort(maskeer_streng(tekst))
    if not any(c.isalpha() for c in re.sub(r"\[[^\]]*\]", "", sentence)):
        return False
    try:
        return _tel(sentence, nearest[:2])
    except (sqlite3.Error, OSError) as error:
        logger.warning("What was not understood could not be kept (%s). Look at the data folder.", type(error).__name__)
        return False


def _kort(text: str) -> str:
    """In small letters, on one line, cut at a word."""
    line = " ".join(text.split()).lower()
    if len(line) <= MAX_TEKENS:
        return line
    return line[:MAX_TEKENS].rsplit(" ", 1)[0] + " …"


def _tel(sentence: str, nearest: list[str]) -> bool:
    day = vandaag()
    with _INBOX.verbinding() as connection:
        updated = connection.execute(
            "UPDATE onbegrepen SET aantal = aantal + 1 WHERE tekst = ? AND dag = ?", (sentence, day)
        ).rowcount
        if updated:
            return True
        (count,) = connection.execute("SELECT COUNT(*) FROM onbegrepen WHERE dag = ?", (day,)).fetchone()
        if count >= MAX_PER_DAG:
            return False
        connection.execute("INSERT INTO onbegrepen VALUES (?, ?, ?, 1)", (sentence, " ".join(nearest), day))
    return True


def lijst(minimaal: int = 1) -> list[Zin]:
    """The sentences of the last 30 days, most frequent first. Raises sqlite3.Error or OSError."""
    with _INBOX.verbinding() as connection:
        rows = connection.execute(
            "SELECT tekst, SUM(aantal) AS n, MAX(dag), intenties FROM onbegrepen WHERE dag >= ? "
            "GROUP BY tekst HAVING n >= ? ORDER BY n DESC, tekst",
            (oudste_dag(), minimaal),
        ).fetchall()
    return [Zin(text, count, day, tuple(intents.split())) for text, count, day, intents in rows]


def wis() -> None:
    """Delete all sentences. Raises sqlite3.Error or OSError."""
    _INBOX.wis()


def ruim_op() -> None:
    """Delete sentences of more than 30 days ago, for the purge of the server. Raises sqlite3.Error or OSError."""
    _INBOX.ruim_op()


def main(argv: Sequence[str] | None = None) -> int:
    """`nlu-inbox`: list the sentences with their counts, or delete them; gives the exit code."""
    parser = argparse.ArgumentParser(
        prog="nlu-inbox", description="Toont wat de keuzehulp niet begreep, zonder persoonsgegevens."
    )
    parser.add_argument("--min", type=int, default=1, metavar="N", help="alleen zinnen die minstens N keer voorkwamen")
    parser.add_argument("--clear", action="store_true", help="wis alle zinnen")
    arguments = parser.parse_args(argv)
    try:
        if arguments.clear:
            wis()
            print("De lijst is leeg.")
            return 0
        sentences = lijst(arguments.min)
    except (sqlite3.Error, OSError) as error:
        print(f"De lijst is niet te lezen ({error}). Controleer de map in KEUZEHULP_DATA.", file=sys.stderr)
        return 1
    if not sentences:
        print(f"Niets gevonden in de laatste {BEWAARTERMIJN} dagen.")
    for sentence in sentences:
        print(f"{sentence.aantal:5d}  {sentence.dag}  {'/'.join(sentence.intenties) or '-':24}  {sentence.tekst}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
