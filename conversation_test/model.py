"""The plain data that the other modules pass around. Everything here can be pickled."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

#: Slots that Rasa keeps for itself; they are left out where a person reads slots.
INTERNAL_SLOTS = frozenset({"session_started_metadata"})


@dataclass(frozen=True)
class Expectation:
    """One thing a turn must (not) show: the key it was written with and its value."""

    kind: str
    value: Any
    line: int
    #: True where it stood under `assertions:`; slot checks differ slightly there.
    assertion: bool = False
    #: Line and column (from 0) of the value itself, for `--update`.
    value_at: tuple[int, int] | None = None

    def label(self) -> str:
        """The expectation as one would write it, in one line."""
        return f"{self.kind}: {show(self.value)}"


@dataclass
class UserStep:
    """What the user says, and what is expected before the user's next message."""

    text: str
    line: int
    metadata: dict[str, Any] = field(default_factory=dict)
    ordered: bool = False
    expectations: list[Expectation] = field(default_factory=list)


@dataclass
class Conversation:
    """One test case of a file."""

    name: str
    file: str
    line: int
    steps: list[UserStep]
    #: Expected before the first user message (a customised session start).
    opening: list[Expectation] = field(default_factory=list)
    #: Slot values to set before the first user message.
    slots: dict[str, Any] = field(default_factory=dict)
    #: Custom actions that are answered from the file instead of run.
    stubs: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """File and name, as one types it to run only this conversation."""
        return f"{self.file}::{self.name}"


@dataclass
class BotMessage:
    """One message of the bot."""

    text: str
    buttons: list[dict[str, Any]] = field(default_factory=list)
    #: Name of the domain response, when the message came from one.
    response: str | None = None
    #: Everything else the bot sent along (Rasa keeps it in `BotUttered.metadata`).
    metadata: dict[str, Any] = field(default_factory=dict)
    #: Image, attachment, custom payload and the like.
    data: dict[str, Any] = field(default_factory=dict)
    #: Place in `Turn.events`, or the place among the messages if events are not known.
    index: int = 0


@dataclass
class Turn:
    """What happened between one message of the user and the next."""

    #: None for what the bot does before the user says anything.
    text: str | None
    events: list[dict[str, Any]] = field(default_factory=list)
    messages: list[BotMessage] = field(default_factory=list)
    slots_before: dict[str, Any] = field(default_factory=dict)
    slots_after: dict[str, Any] = field(default_factory=dict)
    #: False when only the messages are known (a server without its HTTP API).
    complete: bool = True
    #: Exceptions of custom actions; Rasa itself swallows them.
    errors: list[str] = field(default_factory=list)
    #: Custom actions that ran, with those that leave no event of their own (form validation).
    ran: list[str] = field(default_factory=list)
    #: Keys of the rules that decided something in this turn (only noted for coverage).
    rules: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def slot_events(self) -> list[tuple[int, str, Any]]:
        """Place, name and value of every slot that was set in this turn."""
        return [
            (i, str(e.get("name")), e.get("value"))
            for i, e in enumerate(self.events)
            if e.get("event") == "slot" and e.get("name") not in INTERNAL_SLOTS
        ]

    @property
    def slots_set(self) -> list[tuple[int, str, Any]]:
        """`slot_events` without what a form's validation put aside.

        Rasa 3.6 first sets a form's slot to the raw text and then, inside the form, to what
        validation makes of it. Only the second one is the slot's value.
        """
        actions = [place for place, _ in self.actions]
        heard = next((i for i, e in enumerate(self.events) if e.get("event") == "user"), None)
        if heard is None or not actions:
            return self.slot_events
        first_action = next((place for place in actions if place > heard), len(self.events))
        decided = {name for place, name, _ in self.slot_events if place > first_action}
        return [
            (place, name, value)
            for place, name, value in self.slot_events
            if not (heard < place < first_action and name in decided)
        ]

    @property
    def actions(self) -> list[tuple[int, str]]:
        """Place and name of every action that ran in this turn."""
        return [
            (i, str(e.get("name") or e.get("action_text")))
            for i, e in enumerate(self.events)
            if e.get("event") == "action"
        ]

    @property
    def intent(self) -> str | None:
        """The intent the user's message was understood as."""
        for event in self.events:
            if event.get("event") == "user":
                intent = (event.get("parse_data") or {}).get("intent") or {}
                name = intent.get("name")
                return str(name) if name else None
        return None


@dataclass
class Problem:
    """Why a turn is not as expected, in words from which one can repair it."""

    message: str
    expected: str = ""
    seen: str = ""
    hint: str = ""
    #: Line in the test file; filled in by the runner.
    line: int = 0
    expectation: Expectation | None = None

    def lines(self) -> list[str]:
        """The problem for a terminal: message, both sides and the hint, if any."""
        out = [self.message]
        for title, text in (("expected", self.expected), ("seen", self.seen), ("hint", self.hint)):
            if text:
                first, *rest = text.splitlines() or [""]
                out.append(f"  {title + ':':<10}{first}")
                out.extend(f"  {'':<10}{line}" for line in rest)
        return out


@dataclass
class TurnResult:
    """A turn with the step it belongs to and its problems."""

    turn: Turn
    step: UserStep | None
    expectations: list[Expectation]
    problems: list[Problem] = field(default_factory=list)


@dataclass
class Result:
    """How a conversation went."""

    conversation: Conversation
    turns: list[TurnResult] = field(default_factory=list)
    #: What kept the conversation from being run to its end (not a failed expectation).
    error: str | None = None
    seconds: float = 0.0
    #: Project coverage items (per plug-in list) that this conversation touched.
    touched: dict[str, list[str]] = field(default_factory=dict)

    @property
    def problems(self) -> list[Problem]:
        """All problems of all turns."""
        return [p for t in self.turns for p in t.problems]

    @property
    def passed(self) -> bool:
        """True if every turn was as expected and nothing broke."""
        return self.error is None and not self.problems


def show(value: Any) -> str:
    """A value as it could stand in a YAML file, with text in quotation marks."""
    if isinstance(value, str):
        return '"' + value.replace('"', '\\"') + '"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {show(v)}" for k, v in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(show(v) for v in value) + "]"
    return str(value)
