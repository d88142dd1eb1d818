"""What is done in one pass gives exactly what Rasa's own gives."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasa.core.actions.action import RemoteAction
from rasa.core.actions.forms import FormAction
from rasa.core.policies.rule_policy import RULES
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActionReverted,
    ActiveLoop,
    AllSlotsReset,
    BotUttered,
    Event,
    LoopInterrupted,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from keuzehulp.inzicht import Verloop
from keuzehulp.rasa.tracker_cache import Kept
from keuzehulp.server import speed
from keuzehulp.server.in_process import _result_validator, only_sets_slots

DOMAIN = Domain.from_yaml(
    """
intents: [affirm, deny, ask]
entities: [ding, soort]
actions: [action_a, action_b]
slots:
  een: {type: text, influence_conversation: false, mappings: [{type: from_entity, entity: ding, role: a}]}
  twee: {type: text, influence_conversation: false, mappings: [{type: from_entity, entity: soort}]}
  drie: {type: text, influence_conversation: false, mappings: [{type: from_entity, entity: soort}]}
forms:
  form: {required_slots: [een, twee, drie]}
  other: {required_slots: [een]}
"""
)
own_applied = DialogueStateTracker.applied_events
own_index = DialogueStateTracker.idx_after_latest_restart


def user(intent: str) -> UserUttered:
    return UserUttered(f"/{intent}", {"name": intent, "confidence": 1.0}, [{"entity": "ding", "value": "x"}])


EVENTS: list[Any] = [
    lambda: user("affirm"),
    lambda: user("ask"),
    *(lambda name=name: ActionExecuted(name) for name in ("action_listen", "action_a", "action_b", "form", "other")),
    lambda: ActiveLoop("form"),
    lambda: ActiveLoop("other"),
    lambda: ActiveLoop(None),
    lambda: ActionExecutionRejected("form"),
    lambda: LoopInterrupted(True),
    lambda: LoopInterrupted(False),
    lambda: SlotSet("een", "x"),
    lambda: SlotSet("requested_slot", "twee"),
    lambda: BotUttered("hoi"),
    lambda: AllSlotsReset(),
]
RARE: list[Any] = [Restarted, SessionStarted, ActionReverted, UserUtteranceReverted]
#: What a conversation in a form is like, so that long runs of it occur.
ROUND = [lambda: ActionExecuted("action_listen"), lambda: user("affirm"), lambda: ActionExecuted("form")]
conversations = st.lists(
    st.one_of(st.sampled_from([[e] for e in EVENTS]), st.just(ROUND), st.sampled_from([[e] for e in EVENTS + RARE])),
    max_size=40,
).map(lambda parts: [make() for part in parts for make in part])


def tracker_of(events: list[Event]) -> DialogueStateTracker:
    return speed._own_from_events(DialogueStateTracker, "x", events, DOMAIN.slots)


def visible(tracker: DialogueStateTracker) -> dict[str, Any]:
    return {**tracker.__dict__, "slots": tracker.current_slot_values(), "events": list(tracker.events)}


@given(conversations)
def test_applied_events(events: list[Event]) -> None:
    tracker = tracker_of(events)
    ours, theirs = speed.applied_events(tracker), own_applied(tracker)
    assert [id(e) for e in ours] == [id(e) for e in theirs]


@given(conversations)
def test_the_place_after_the_last_restart(events: list[Event]) -> None:
    tracker = tracker_of(events)
    assert speed.index_after_restart(tracker) == own_index(tracker)


@given(conversations)
def test_a_tracker_from_events(events: list[Event]) -> None:
    ours = speed.from_events(DialogueStateTracker, "x", events, DOMAIN.slots)
    assert visible(ours) == visible(tracker_of(events))


@given(conversations, conversations, st.integers(0, 3))
def test_applied_events_from_turn_to_turn(stored: list[Event], new: list[Event], turns: int) -> None:
    kept = Kept(tracker_of([]), Verloop(None), 0, 0)  # type: ignore[arg-type]
    for event in stored:
        kept.add([event])
        if turns and len(kept.tracker.events) % (turns * 5) == 0:
            assert speed.applied_events(kept.copy()) == own_applied(kept.tracker)
    tracker = kept.copy()
    for event in new:
        tracker.update(event)
    for _ in range(2):
        assert [id(e) for e in speed.applied_events(tracker)] == [id(e) for e in own_applied(tracker)]


@given(conversations, conversations, conversations)
def test_a_tracker_that_begins_with_what_is_kept(stored: list[Event], new: list[Event], more: list[Event]) -> None:
    kept = Kept(tracker_of([]), Verloop(None), 0, 0)  # type: ignore[arg-type]
    kept.add(stored)
    before = visible(kept.tracker)
    tracker = kept.copy()
    for event in new:
        tracker.update(event)
    given_events = [*tracker.events_after_latest_restart(), *more]
    ours = speed.from_events(DialogueStateTracker, "x", given_events, DOMAIN.slots)
    assert known(ours) == known(tracker_of(given_events))
    assert known(speed.copied(tracker)) == known(tracker_of(list(tracker.events)))
    ours.active_loop, ours.slots["een"].value = None, "veranderd"
    assert visible(kept.tracker) == before, "what is kept stays as it was"


def known(tracker: DialogueStateTracker) -> dict[str, Any]:
    return {key: value for key, value in visible(tracker).items() if key != "stored"}


@given(conversations)
def test_a_copy(events: list[Event]) -> None:
    tracker = tracker_of(events)
    assert visible(speed.copied(tracker)) == visible(tracker.travel_back_in_time(float("inf")))


#: Parts of results of actions, good and bad.
PARTS = st.recursive(
    st.sampled_from(["slot", "bot", "x", None, 1, 1.5, True]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2),
        st.dictionaries(st.sampled_from(["event", "name", "value", "timestamp", "metadata", "text"]), inner),
    ),
    max_leaves=6,
)


@given(st.fixed_dictionaries({}, optional={"events": st.one_of(PARTS, st.lists(PARTS)), "responses": PARTS}))
def test_a_result_that_needs_no_schema_is_good_by_the_schema(result: dict[str, Any]) -> None:
    if only_sets_slots(result):
        assert not list(_result_validator().iter_errors(result))


def test_most_results_need_no_schema() -> None:
    slot = {"event": "slot", "timestamp": None, "name": "een", "value": ["x"]}
    assert only_sets_slots({"events": [slot], "responses": [{"text": "hoi"}]})
    assert not list(_result_validator().iter_errors({"events": [slot], "responses": [{"text": "hoi"}]}))


class Policy:
    """Of a policy, only what is asked of it here."""

    def __init__(self, longest: int) -> None:
        self.lookup = {RULES: {json.dumps([{}] * longest): "action_a"}}


@given(conversations, st.integers(1, 6))
def test_the_last_states(events: list[Event], longest: int) -> None:
    tracker = tracker_of(events)
    steps = speed._longest_rule(Policy(longest)) + 2  # type: ignore[arg-type]
    theirs = tracker.past_states(DOMAIN)
    assert speed._recent(tracker, steps).past_states(DOMAIN) == theirs[-steps:]
    assert len(theirs[-steps:]) > longest or len(theirs) <= steps


def test_slots_in_states_keep_rasas_way() -> None:
    assert speed._slots_are_no_part_of_states(DOMAIN)
    with_slot = Domain.from_yaml("slots: {s: {type: bool, mappings: [{type: custom}]}}")
    assert not speed._slots_are_no_part_of_states(with_slot)


@pytest.mark.parametrize("name", ["form", "other"])
def test_unique_entity_mappings(name: str) -> None:
    form = FormAction(name, None)
    for _ in range(2):
        assert speed.unique_entity_mappings(form, DOMAIN) == speed._own_mappings(form, DOMAIN)


@given(conversations, st.booleans())
def test_the_call_of_an_action(events: list[Event], stored: bool) -> None:
    kept = Kept(tracker_of([]), Verloop(None), 0, 0)  # type: ignore[arg-type]
    kept.add(events)
    tracker = kept.copy() if stored else tracker_of(events)
    action = RemoteAction("action_a", None)
    for _ in range(2):
        assert speed.action_call_format(action, tracker, DOMAIN) == speed._own_call_format(action, tracker, DOMAIN)


@pytest.mark.parametrize("kind", ["user", "bot", "slot", "action", "active_loop", "session_started", "rewind"])
def test_the_class_of_an_event(kind: str) -> None:
    assert speed.resolve_by_type(kind) is speed._own_resolve(kind)


def test_an_unknown_event() -> None:
    assert speed.resolve_by_type("topic") is None
    assert speed.resolve_by_type("onbekend", SlotSet) is SlotSet
    with pytest.raises(ValueError, match="onbekend"):
        speed.resolve_by_type("onbekend")
