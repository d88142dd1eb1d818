"""Counts for operators, in the format of Prometheus. No text, no conversation ids, no addresses."""

from __future__ import annotations

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
)
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from keuzehulp import gesprek
from keuzehulp.kennisbank import get_kennisbank
from keuzehulp.server.storage import turn_events

_SECONDS = (0.005, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Metrics:
    """All counters of one process."""

    def __init__(self) -> None:
        """Starts at zero."""
        disable_created_metrics()
        self.registry = CollectorRegistry()
        self.conversations = self._counter("conversations", "Conversations started")
        self.deleted = self._counter("conversations_deleted", "Conversations deleted by their owner")
        self.purged = self._counter("conversations_purged", "Conversations deleted because they were old")
        self.turns = self._counter("turns", "Turns that were saved")
        self.fallbacks = self._counter("fallbacks", "Turns in which the message was not understood")
        self.crises = self._counter("crisis_shown", "Turns in which the help numbers were shown")
        self.started = self._counter("checks_started", "Checks started")
        self.finished = self._counter("checks_finished", "Checks that ended with feedback")
        self.errors = Counter("keuzehulp_errors", "Errors", ["kind"], registry=self.registry)
        self.limited = self._counter("rate_limited", "Requests refused by a rate limit")
        self.ratings = Counter("keuzehulp_ratings", "Thumbs", ["value"], registry=self.registry)
        self.latency = Histogram("keuzehulp_turn_seconds", "Time of a turn", buckets=_SECONDS, registry=self.registry)
        self.running = Gauge("keuzehulp_turns_running", "Turns being handled now", registry=self.registry)

    def _counter(self, name: str, help: str) -> Counter:
        return Counter(f"keuzehulp_{name}", help, registry=self.registry)

    def text(self) -> bytes:
        """Everything as Prometheus text."""
        return bytes(generate_latest(self.registry))

    def count_turn(self, tracker: DialogueStateTracker) -> None:
        """Count what happened in the turn that was just saved."""
        events = list(turn_events(tracker))
        if not events or not isinstance(events[-1], UserUttered):
            return
        self.turns.inc()
        actions = {e.action_name for e in events if isinstance(e, ActionExecuted)}
        said = [e.metadata for e in events if isinstance(e, BotUttered)]
        if "action_not_understood" in actions:
            self.fallbacks.inc()
        if any(metadata.get("crisis") for metadata in said):
            self.crises.inc()
        if any(metadata.get("deel") == "stap" for metadata in said) and "action_feedback" in actions:
            self.finished.inc()
        if any(isinstance(e, ActiveLoop) and e.name == gesprek.FORM for e in events) and _is_new(tracker, events):
            self.started.inc()


def _is_new(tracker: DialogueStateTracker, events: list[object]) -> bool:
    """Whether no element had an answer before this turn: going on with a check starts none."""
    now = {e.key for e in events if isinstance(e, SlotSet)}
    return all(e.id in now or tracker.get_slot(e.id) is None for e in get_kennisbank().gevraagd)
