"""Parts of Rasa that do the same work again and again for the same answer, done once or in one pass.

Replaced on the classes at run time, by `serve` only; no installed file is changed. Each gives exactly what Rasa's own
gives (tests/server/test_speed.py lays them side by side). docs/performance.md says what it saves.
"""

from __future__ import annotations

import copy
import functools
import json
from collections.abc import Iterable
from itertools import islice, takewhile
from typing import Any

import rasa
from rasa.core import processor
from rasa.core.actions import forms
from rasa.core.actions.action import RemoteAction
from rasa.core.actions.forms import FormAction
from rasa.core.policies import rule_policy
from rasa.core.policies.rule_policy import RULES, RULES_FOR_LOOP_UNHAPPY_PATH, RulePolicy
from rasa.shared.constants import DEFAULT_SENDER_ID
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionReverted,
    ActiveLoop,
    BotUttered,
    DefinePrevUserUtteredFeaturization,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from keuzehulp.rasa.tracker_cache import copy_of
from keuzehulp.server import speed_engine

_own_resolve = Event.resolve_by_type
_own_from_events = DialogueStateTracker.from_events.__func__
_own_mappings = FormAction._create_unique_entity_mappings
_own_call_format = RemoteAction._action_call_format
_own_states = RulePolicy._prediction_states

_event_classes: dict[str, Any] = {}


def install() -> None:
    """Replace them; a second time changes nothing."""
    Event.resolve_by_type = staticmethod(resolve_by_type)
    DialogueStateTracker.from_events = classmethod(from_events)
    DialogueStateTracker.applied_events = applied_events
    DialogueStateTracker.copy = copied
    DialogueStateTracker.idx_after_latest_restart = index_after_restart
    FormAction._create_unique_entity_mappings = unique_entity_mappings
    RemoteAction._action_call_format = action_call_format
    RulePolicy._prediction_states = prediction_states
    RulePolicy._rule_key_to_state = staticmethod(functools.cache(json.loads))
    for module in (processor, forms, rule_policy):
        module.copy = _CopiesForLogs()
    speed_engine.install()


class _CopiesForLogs:
    """In three modules `copy.deepcopy` only serves lines of a log that nobody keeps."""

    def deepcopy(self, value: Any) -> Any:
        """The value itself."""
        return value

    def __getattr__(self, name: str) -> Any:
        return getattr(copy, name)


def resolve_by_type(type_name: str, default: Any = None) -> Any:
    """The class of an event. Rasa walks through all subclasses for each event of a conversation."""
    found = _event_classes.get(type_name)
    if found is None:
        found = _own_resolve(type_name, default)
        if found is not None and found is not default:
            _event_classes[type_name] = found
    return found


def from_events(cls: Any, sender_id: str, evts: Iterable[Event], *arguments: Any, **options: Any) -> Any:
    """A tracker from events: they are put in at once and then applied.

    Not when an event takes others back, which looks at what came before it, nor when the history is bounded.
    """
    given = list(evts)
    tracker = _stored_part(sender_id, given, arguments[0] if arguments else options.get("slots"))
    if tracker is not None:
        for event in given[len(tracker.events) :]:
            tracker.update(event)
        return tracker
    bounded = (arguments[1] if len(arguments) > 1 else options.get("max_event_history")) is not None
    if bounded or any(_kind(event) in (_REVERT, _NO_EVENT) for event in given):
        return _own_from_events(cls, sender_id, given, *arguments, **options)
    tracker = _own_from_events(cls, sender_id, [], *arguments, **options)
    tracker.events.extend(given)
    for event in given:
        event.apply_to(tracker)
    return tracker


def _stored_part(sender_id: str, given: list[Event], slots: Any) -> DialogueStateTracker | None:
    """A copy of the kept tracker, when the events begin with exactly those that it replayed."""
    stored = given[0].__dict__.get("stored") if given else None
    kept = stored.tracker() if stored else None
    if kept is None or slots is None or kept.sender_id != sender_id or kept.model_id or kept.assistant_id:
        return None
    count = len(kept.events)
    same = 0 < count <= len(given) and given[0] is kept.events[0] and given[count - 1] is kept.events[-1]
    return copy_of(kept) if same and len(kept.slots) == len(list(slots)) else None


def copied(self: DialogueStateTracker) -> DialogueStateTracker:
    """A tracker with the same events, replayed."""
    tracker: DialogueStateTracker = from_events(
        DialogueStateTracker, self.sender_id or DEFAULT_SENDER_ID, self.events, self.slots.values(),
        self._max_event_history,
    )  # fmt: skip
    tracker.is_rule_tracker = self.is_rule_tracker
    return tracker


def index_after_restart(self: DialogueStateTracker) -> int:
    """The place after the last restart; the classes are compared as a whole, where Rasa asks each event what it is."""
    kinds = [*map(type, self.events)]
    return len(kinds) - kinds[::-1].index(Restarted) if Restarted in kinds else 0


def applied_events(self: DialogueStateTracker) -> list[Event]:
    """The events without those that were taken back or belong to earlier rounds of a form.

    Rasa looks at all events of the conversation, several times a turn, and copies the list for every round. What
    stored events give does not change any more; it goes from turn to turn in the attribute `stored`.
    """
    done = self.__dict__.get("stored")
    if done is None:
        return _apply(self, self.events, _loops(self.events), [])
    stored, new = _since(self, done.count)
    loops = done.loops | _loops(stored) | _loops(new)
    if loops != done.loops:
        done.count, done.loops, done.events = 0, loops, []
        stored, new = _since(self, 0)
    _apply(self, stored, loops, done.events)
    done.count += len(stored)
    return _apply(self, new, loops, done.events.copy())


def _since(tracker: DialogueStateTracker, count: int) -> tuple[list[Event], list[Event]]:
    """The events after the first `count`: those that are stored, and those of this turn."""
    rest = list(islice(tracker.events, count, None))
    stored = sum(1 for _ in takewhile(lambda event: "stored" in event.__dict__, rest))
    return rest[:stored], rest[stored:]


def _loops(events: Iterable[Event]) -> frozenset[str]:
    return frozenset(e.name for e in events if _kind(e) == _LOOP and e.name)


def _apply(tracker: DialogueStateTracker, events: Iterable[Event], loops: frozenset[str], applied: list[Event]) -> Any:
    for event in events:
        kind = _kind(event)
        if kind == _ACTION and event.action_name in loops:
            if tracker._first_loop_execution_or_unhappy_path(event.action_name, applied):
                applied.append(event)
            else:
                _undo_round(event.action_name, applied)
        elif kind == _BEGIN:
            applied.clear()
        elif kind == _REVERT:
            if isinstance(event, UserUtteranceReverted):
                _undo(UserUttered, applied)
            _undo(ActionExecuted, applied)
        else:
            applied.append(event)
    return applied


def _undo(kind: type, done: list[Event]) -> None:
    while done:
        if isinstance(done.pop(), kind):
            return


def _undo_round(loop: str, done: list[Event]) -> None:
    """Take out what counts as a step since the last round of the form."""
    kept: list[Event] = []
    while done:
        event = done.pop()
        kind = _kind(event)
        if kind == _ACTION and event.action_name == loop:
            kept.append(event)
            break
        if kind not in (_ACTION, _USER, _FEATURES):
            kept.append(event)
    done.extend(reversed(kept))


#: Asking an abstract class whether something is one of its own takes long; it is asked once for each class of events.
_NO_EVENT, _OTHER, _ACTION, _USER, _LOOP, _BEGIN, _REVERT, _SAID, _FEATURES = range(9)
_KINDS: tuple[tuple[int, Any], ...] = (
    (_ACTION, ActionExecuted),
    (_USER, UserUttered),
    (_LOOP, ActiveLoop),
    (_BEGIN, (Restarted, SessionStarted)),
    (_REVERT, (ActionReverted, UserUtteranceReverted)),
    (_SAID, (BotUttered, SlotSet)),
    (_FEATURES, DefinePrevUserUtteredFeaturization),
    (_OTHER, Event),
)
_kinds: dict[type, int] = {}


def _kind(event: Any) -> int:
    known = _kinds.get(type(event))
    if known is None:
        known = next((kind for kind, classes in _KINDS if isinstance(event, classes)), _NO_EVENT)
        _kinds[type(event)] = known
    return known


def unique_entity_mappings(self: FormAction, domain: Domain) -> Any:
    """Mappings of a form that set one slot only: a matter of the domain, which does not change while serving."""
    known = domain.__dict__.setdefault("_unique_entity_mappings", {})
    if self.name() not in known:
        known[self.name()] = _own_mappings(self, domain)
    return known[self.name()]


def action_call_format(self: RemoteAction, tracker: DialogueStateTracker, domain: Domain) -> dict[str, Any]:
    """The call of an action. Events that are stored never change, so they are made into dictionaries once."""
    # The state deep-copies the message that began the form, with its forty intents; no action changes it.
    loop, tracker.active_loop = tracker.active_loop, None
    try:
        state = tracker.current_state()
    finally:
        tracker.active_loop = loop
    state["active_loop"] = vars(loop).copy() if loop else {}
    state["events"] = _as_dicts(tracker)
    call = {"next_action": self._name, "sender_id": tracker.sender_id, "tracker": state, "version": rasa.__version__}
    if not self._is_selective_domain_enabled() or domain.does_custom_action_explicitly_need_domain(self.name()):
        call["domain"] = domain.as_dict()
    return call


def _as_dicts(tracker: DialogueStateTracker) -> list[dict[str, Any]]:
    done = tracker.__dict__.get("stored")
    if done is None:
        return [event.as_dict() for event in tracker.events]
    stored, new = _since(tracker, len(done.dicts))
    done.dicts.extend(event.as_dict() for event in stored)
    return [*done.dicts, *(event.as_dict() for event in new)]


def prediction_states(self: RulePolicy, tracker: DialogueStateTracker, domain: Domain, *args: Any, **more: Any) -> Any:
    """The last states of a conversation: rules never look further back than the longest of them.

    Only when no slot is part of a state, as in this project; slots that were set earlier would be missed.
    """
    if not _slots_are_no_part_of_states(domain):
        return _own_states(self, tracker, domain, *args, **more)
    return _own_states(self, _recent(tracker, _longest_rule(self) + 2), domain, *args, **more)


def _recent(tracker: DialogueStateTracker, steps: int) -> Any:
    """A view on the tracker that gives only its last steps to whoever asks for its earlier states."""
    return _Recent(tracker, steps)


class _Recent:
    """What a featurizer needs of a tracker."""

    def __init__(self, tracker: DialogueStateTracker, steps: int) -> None:
        self._tracker = tracker
        self._steps = steps

    def __getattr__(self, name: str) -> Any:
        return getattr(self._tracker, name)

    def past_states(self, domain: Domain, **options: Any) -> Any:
        """As that of the tracker, for the last steps."""
        return domain.states_for_tracker_history(self, **options)

    def generate_all_prior_trackers(self) -> Iterable[tuple[DialogueStateTracker, bool]]:
        """As that of the tracker, for the last steps; what only holds slots and words of the bot is left out."""
        copied = DialogueStateTracker(self._tracker.sender_id, (), None)
        events = applied_events(self._tracker)
        # What is looked up inline is not called a thousand times a turn in a long conversation.
        applied = [(kind, e) for e in events if (kind := _kinds.get(type(e)) or _kind(e)) != _SAID]
        left = sum(kind == _ACTION for kind, _ in applied) + 1 - self._steps
        for kind, event in applied:
            if kind == _ACTION:
                if left <= 0:
                    yield copied, event.hide_rule_turn
                left -= 1
            copied.events.append(event)
            event.apply_to(copied)
        yield copied, False


def _slots_are_no_part_of_states(domain: Domain) -> bool:
    known = domain.__dict__.get("_no_slots_in_states")
    if known is None:
        known = domain.__dict__["_no_slots_in_states"] = not any(slot.has_features() for slot in domain.slots)
    return bool(known)


def _longest_rule(policy: RulePolicy) -> int:
    """How many states the longest rule has."""
    known = policy.__dict__.get("_longest_rule")
    if known is None or known[0] is not policy.lookup:
        keys = [*policy.lookup.get(RULES, ()), *policy.lookup.get(RULES_FOR_LOOP_UNHAPPY_PATH, ())]
        known = (policy.lookup, max((len(json.loads(key)) for key in keys), default=0))
        policy.__dict__["_longest_rule"] = known
    return int(known[1])
