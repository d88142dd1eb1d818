"""What is learnt, to leave it out of what is measured: writers who never saw each other's work write the same short sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml

from keuzehulp.kennisbank import get_kennisbank
from keuzehulp.vragenbank import tegenvoorbeelden, voorbeelden

DATA = Path(__file__).resolve().parents[1] / "data"
#: In the training sentences values are marked: [tekst](soort) or [tekst]{...}.
_MARK = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})")
Item = TypeVar("Item", bound=Mapping[str, Any])


def plain(text: str) -> str:
    """A sentence without capitals and marks, to compare it."""
    return " ".join(re.findall(r"\w+", text.lower()))


@cache
def learnt() -> frozenset[str]:
    """All sentences that something learns from, plain: of data/nlu, data/paren, data/crisis and the knowledge base."""
    kb = get_kennisbank()
    texts = [question for question, _ in (*voorbeelden(kb), *tegenvoorbeelden(kb))]
    for folder in ("nlu", "paren", "crisis"):
        for path in sorted((DATA / folder).glob("*.yml")):
            texts += _strings(yaml.safe_load(path.read_text(encoding="utf-8")))
    return frozenset(plain(_MARK.sub(r"\1", text)) for text in texts)


def unseen(items: Iterable[Item]) -> list[Item]:
    """The items of an evaluation set (with `tekst` or `vraag`) that nothing has learnt word for word.

    The same words about another open question are the same sentence; an answer of one or two words ("ja", "geen idee")
    is said by everybody and stays.
    """
    return [
        i for i in items if len((t := plain(str(i.get("tekst") or i.get("vraag")))).split()) < 3 or t not in learnt()
    ]


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [line.removeprefix("- ").split(" => ")[0] for line in value.splitlines()]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [found for part in parts for found in _strings(part)]
