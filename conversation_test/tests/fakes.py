"""Turns and a bot that are made up, for tests that need no Rasa."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from conversation_test.backend import messages_of
from conversation_test.model import Turn


def said(text: str, response: str | None = None, buttons: Any = None, **metadata: Any) -> dict[str, Any]:
    """A bot event."""
    named = {"utter_action": response} if response else {}
    return {"event": "bot", "text": text, "data": {"buttons": buttons}, "metadata": {**named, **metadata}}


def slot(name: str, value: Any) -> dict[str, Any]:
    """A slot event."""
    return {"event": "slot", "name": name, "value": value}


def ran(name: str) -> dict[str, Any]:
    """An action event."""
    return {"event": "action", "name": name}


def understood(text: str, intent: str) -> dict[str, Any]:
    """A user event."""
    return {"event": "user", "text": text, "parse_data": {"intent": {"name": intent}}}


def turn(*events: dict[str, Any], before: dict[str, Any] | None = None, text: str = "hi") -> Turn:
    """A turn with these events."""
    before = before or {}
    after = {**before, **{e["name"]: e["value"] for e in events if e["event"] == "slot"}}
    return Turn(text, list(events), messages_of(events), before, after)


class FakeBackend:
    """Answers each text with the events it was given for it."""

    def __init__(self, answers: Mapping[str, list[dict[str, Any]]], opening: Any = ()) -> None:
        self.answers = answers
        self.opening = list(opening)
        self.heard: list[tuple[str, Mapping[str, Any]]] = []
        self.closed = False

    def start(self, sender: str, slots: Mapping[str, Any], stubs: Mapping[str, Any]) -> Turn:
        self.slots = dict(slots)
        made = turn(*self.opening, before=dict(slots))
        made.text = None
        return made

    def send(self, sender: str, text: str, metadata: Mapping[str, Any]) -> Turn:
        self.heard.append((text, metadata))
        made = turn(*self.answers.get(text, []), before=self.slots, text=text)
        self.slots = made.slots_after
        return made

    def finish(self, sender: str) -> None:
        """Nothing to free."""

    def close(self) -> None:
        self.closed = True
