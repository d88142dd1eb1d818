"""`--update`: putting what the bot says now in place of recorded texts."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from conversation_test.checks import message_differences
from conversation_test.model import BotMessage, Expectation, Result, TurnResult
from conversation_test.positions import read_text
from conversation_test.rewrite import replace_scalars

#: A pattern with one of these is a regular expression; a person wrote it, so it stays.
_REGEX = re.compile(r"[\\^$*+\[\]{}|()]|\.[*+?]")


@dataclass(frozen=True)
class Change:
    """One rewritten value."""

    file: str
    line: int
    at: tuple[int, int]
    old: str
    new: str


def update_texts(results: Sequence[Result]) -> list[Change]:
    """Rewrites the failed texts (`bot:`, and plain `text_matches:`) in their files.

    Only texts: another response, slot or button is a change of behaviour and stays a failure.
    Comments and layout are kept. Returns what was changed.
    """
    changes: dict[str, dict[tuple[int, int], Change]] = {}
    for result in results:
        for item in result.turns:
            for change in _changes(item, result.conversation.file):
                changes.setdefault(change.file, {}).setdefault(change.at, change)
    for file, inside in changes.items():
        path = Path(file)
        path.write_text(
            replace_scalars(read_text(path), {at: change.new for at, change in inside.items()}),
            encoding="utf-8",
        )
    return [change for inside in changes.values() for change in inside.values()]


def _changes(item: TurnResult, file: str) -> Iterator[Change]:
    failed = [p.expectation for p in item.problems if p.expectation is not None]
    texts = [e for e in failed if e.kind == "bot"]
    kept = [e.value for e in item.expectations if e.kind == "bot" and e not in texts]
    free = [m for m in item.turn.messages if m.text and m.text not in kept]
    for expectation in texts:
        message = _closest(expectation.value, free)
        if message is not None and expectation.value_at:
            free.remove(message)
            yield Change(file, expectation.line, expectation.value_at, expectation.value, message.text)
    for expectation in failed:
        if expectation.kind == "bot_uttered":
            change = _pattern_change(expectation, item.turn.messages, file)
            if change:
                yield change


def _closest(text: str, messages: Sequence[BotMessage]) -> BotMessage | None:
    """The message most like `text`; the first one if none is alike."""
    return max(messages, key=lambda m: difflib.SequenceMatcher(None, text, m.text).ratio(), default=None)


def _pattern_change(expectation: Expectation, messages: Sequence[BotMessage], file: str) -> Change | None:
    wanted = expectation.value
    pattern = wanted.get("text_matches")
    if pattern is None or _REGEX.search(pattern):
        return None
    # All but the text must fit, else it is not the text that changed.
    fits = [m for m in messages if message_differences(wanted, m) == ["the text differs"]]
    message = _closest(pattern, fits)
    if message is None or not ("utter_name" in wanted or "buttons" in wanted or len(fits) == 1):
        return None
    at = wanted["text_matches_at"]
    # Asking for "the text holds this" as a regular expression must not change the meaning.
    return Change(file, at[0] + 1, at, pattern, message.text)
