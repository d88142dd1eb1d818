"""A message as one line, and whether the whole of it is what a pattern describes."""

from __future__ import annotations

import re


def op_een_regel(tekst: str) -> str:
    """The text with single spaces between its words and none around them."""
    return " ".join(tekst.split())


def is_geheel(patroon: re.Pattern[str], tekst: str) -> bool:
    """Whether a pattern describes a whole message, however its words are spaced."""
    return patroon.fullmatch(op_een_regel(tekst)) is not None
