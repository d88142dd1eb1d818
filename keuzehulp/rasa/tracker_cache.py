"""Trackers of conversations that are going on, so that a turn need not read and replay the whole conversation.

Only what is in the database already is kept here, as it stands there, and every use is checked against the database:
what another process wrote is read and added, what was deleted is forgotten. So it is right with several processes too.
"""

from __future__ import annotations

import copy
import time
import weakref
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from rasa.shared.core.events import Event, SessionStarted
from rasa.shared.core.slots import Slot
from rasa.shared.core.trackers import DialogueStateTracker

from keuzehulp.inzicht import Verloop

#: Events of all kept conversations together: some tens of megabytes.
MAX_EVENTS = 20_000
#: Seconds after which a silent conversation is forgotten here.
MAX_AGE = 900.0


@dataclass
class Stored:
    """What belongs to the stored events of one conversation; each of those events holds it as its attribute `stored`.

    `count`, `loops` and `events`: of the first `count` events, those that Rasa takes into account; filled and used by
    keuzehulp.server.speed. `dicts`: the first stored events as dictionaries. `tracker`: the kept tracker, which is exactly
    a replay of the stored events.
    """

    count: int = 0
    loops: frozenset[str] = frozenset()
    events: list[Event] = field(default_factory=list)
    dicts: list[dict[str, Any]] = field(default_factory=list)
    tracker: Callable[[], DialogueStateTracker | None] = lambda: None


class Kept:
    """A conversation as it stands in the database up to the row `last`; `rows` is how many rows that are."""

    def __init__(self, tracker: DialogueStateTracker, verloop: Verloop, rows: int, last: int) -> None:
        """`tracker` has no events yet; `add` brings them."""
        self.tracker = tracker
        self.verloop = verloop
        self.rows = rows
        self.last = last
        self.used = 0.0
        self.stored = Stored(tracker=weakref.ref(tracker))
        tracker.stored = self.stored

    def add(self, events: Iterable[Event]) -> None:
        """Replay events that were stored after the others."""
        for event in events:
            event.stored = self.stored
            self.tracker.update(event)

    def copy(self) -> DialogueStateTracker:
        """A tracker to work with; nothing that happens to it changes the kept one."""
        return copy_of(self.tracker)


def copy_of(tracker: DialogueStateTracker) -> DialogueStateTracker:
    """A tracker in the same state, with slots and a list of events of its own."""
    new = copy.copy(tracker)
    new.events = tracker.events.copy()
    new.slots = {name: _copy_of_slot(slot) for name, slot in tracker.slots.items()}
    new.active_loop = copy.copy(tracker.active_loop)
    new.latest_action = copy.copy(tracker.latest_action)
    return new


def _copy_of_slot(slot: Slot) -> Slot:
    """As copy.copy, which takes seven times as long."""
    new = object.__new__(type(slot))
    new.__dict__.update(slot.__dict__)
    return new


class TrackerCache:
    """The conversations that were used last, in bounded memory."""

    def __init__(self, max_events: int = MAX_EVENTS, max_age: float = MAX_AGE) -> None:
        """Starts empty."""
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._events = 0
        self._max_events = max_events
        self._max_age = max_age

    def __len__(self) -> int:
        """How many conversations are kept."""
        return len(self._kept)

    def take(self, sender: str) -> Kept | None:
        """Take a conversation out; `put` brings it back."""
        kept = self._kept.pop(sender, None)
        if kept is not None:
            self._events -= len(kept.tracker.events)
        return kept

    def put(self, sender: str, kept: Kept) -> None:
        """Keep a conversation, and forget those that were not used for long or are too many."""
        self.take(sender)
        kept.used = time.monotonic()
        self._kept[sender] = kept
        self._events += len(kept.tracker.events)
        while self._kept:
            oldest = next(iter(self._kept))
            if self._events <= self._max_events and kept.used - self._kept[oldest].used <= self._max_age:
                return
            self.take(oldest)


def starts_session(events: Iterable[Any]) -> bool:
    """Whether a session begins among the events: Rasa then leaves out what was before it."""
    return any(isinstance(event, SessionStarted) for event in events)
