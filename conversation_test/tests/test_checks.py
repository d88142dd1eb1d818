"""Every kind of failure says what was expected, what was seen and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from conversation_test.checks import check_turn, difference, text_matches
from conversation_test.loader import load_file
from conversation_test.model import BotMessage, Problem, Turn
from conversation_test.plugin import Check

from .fakes import ran, said, slot, turn, understood

BUTTONS = [{"title": "Yes", "payload": "/yes"}, {"title": "No", "payload": "/no"}]
GREETING = said("Welcome! Shall I book?", "utter_greet", BUTTONS)
CHECKS = {
    "cites": Check(
        lambda value, turn: (
            None
            if any(m.metadata.get("source") == value for m in turn.messages)
            else Problem(f"no message cites {value}", value, "no source")
        )
    ),
    "shouts": Check(lambda value, turn: "nobody shouts", needs_events=False),
}


@pytest.fixture
def problems(tmp_path: Path) -> Any:
    """Checks a turn against steps (or, with `user:`, a whole user step) written in YAML."""

    def check(made: Turn, text: str) -> Sequence[Problem]:
        lines = text.strip("\n").split("\n")
        if not text.strip().startswith("- user"):
            lines.insert(0, "- user: hi")
        path = tmp_path / "t.yml"
        body = "\n".join("      " + line for line in lines)
        path.write_text(f"test_cases:\n  - test_case: one\n    steps:\n{body}\n", encoding="utf-8")
        step = load_file(path, CHECKS)[0].steps[0]
        return check_turn(made, step.expectations, CHECKS, step)

    return check


def shown(problems: Sequence[Problem]) -> str:
    return "\n".join("\n".join(problem.lines()) for problem in problems)


def test_all_well(problems: Any) -> None:
    made = turn(understood("hi", "greet"), ran("action_greet"), slot("city", "Delft"), GREETING, said("Hi!"))
    assert not problems(
        made,
        """
- utter: utter_greet
- bot: Hi!
- bot: "Welcome!  Shall I book?"
- slot_was_set: [city, {city: Delft}]
- slot_was_not_set: [name, {city: Rotterdam}]
- action_executed: action_greet
- bot_uttered: {text_matches: "Shall I .*\\\\?", buttons: [{title: "Yes"}, {payload: /no}]}
- bot_did_not_utter: {utter_name: utter_bye}
- mentions: WELCOME
- not_mentions: goodbye
- max_chars: 25
""",
    )


def test_a_wrong_slot(problems: Any) -> None:
    (problem,) = problems(turn(slot("people", 3)), "- slot_was_set:\n    - people: 4")
    assert shown([problem]) == (
        "slot 'people' has another value\n  expected: people: 4 (number)\n  seen:     people: 3 (number)"
    )
    assert problem.line == 6


def test_a_slot_of_another_type(problems: Any) -> None:
    text = shown(problems(turn(slot("people", 4)), '- slot_was_set: [{people: "4"}]'))
    assert 'expected: people: "4" (text)' in text
    assert "without quotation marks" in text
    assert problems(turn(slot("x", 1)), "- slot_was_set: [{x: true}]")


def test_a_slot_that_was_not_set(problems: Any) -> None:
    text = shown(problems(turn(slot("city", "Delft"), before={"people": 4}), "- slot_was_set: [{people: 4}]"))
    assert "slot 'people' was not set in this turn" in text
    assert 'set in this turn: city: "Delft"' in text
    assert "had this value before this turn already" in text
    assert "did you mean 'city'?" in shown(problems(turn(slot("city", "Delft")), "- slot_was_set: [ciyt]"))


def test_a_slot_that_should_not_be_set(problems: Any) -> None:
    made = turn(slot("city", "Delft"), slot("city", None))
    assert "city not set" in shown(problems(made, "- slot_was_not_set: [city]"))
    assert "reset to null" in shown(problems(made, "- slot_was_not_set: [{city: Delft}]"))
    only_reset = turn(slot("city", None), before={"city": "Delft"})
    assert problems(only_reset, "- slot_was_not_set: [city]"), "as a step, any setting counts"
    assertion = "- user: hi\n  assertions:\n    - slot_was_not_set: [{name: city}]"
    assert not problems(only_reset, assertion), "under assertions a reset to null does not"


def test_what_a_form_refuses_was_not_set(problems: Any) -> None:
    refused = turn(understood("17", "inform"), slot("n", "17"), ran("form"), slot("n", None))
    assert not problems(refused, "- slot_was_not_set: [n]")
    assert not problems(refused, "- slot_was_not_set: [{n: '17'}]")
    assert not problems(refused, "- slot_was_set: [{n: null}]")
    text = shown(problems(refused, "- slot_was_set: [{n: '17'}]"))
    assert "the form's validation replaced it" in text
    changed = turn(understood("17", "inform"), slot("n", "17"), ran("form"), slot("n", 17))
    assert not problems(changed, "- slot_was_set: [{n: 17}]")
    assert problems(changed, "- slot_was_not_set: [n]")
    extracted = turn(understood("17", "inform"), slot("n", "17"), ran("form"), slot("other", 1))
    assert not problems(extracted, "- slot_was_set: [{n: '17'}]")


def test_a_missing_button(problems: Any) -> None:
    text = shown(
        problems(turn(GREETING), "- bot_uttered: {buttons: [{title: 'Yes'}, {title: 'No'}, {title: Maybe}]}")
    )
    assert 'button "Maybe" is missing' in text
    assert "expected: buttons:" in text
    assert "[Maybe]" in text
    assert "[Yes] /yes" in text


@pytest.mark.parametrize(
    ("buttons", "words"),
    [
        ("[{title: 'Yes'}]", 'button "No" was not expected'),
        ("[{title: 'Yes', payload: /y}, {title: 'No'}]", 'button "Yes" has payload "/yes"'),
        ("[{title: 'No'}, {title: 'Yes'}]", "the buttons stand in another order"),
        ("[]", 'button "Yes" was not expected; button "No" was not expected'),
    ],
)
def test_other_buttons(problems: Any, buttons: str, words: str) -> None:
    assert words in shown(problems(turn(GREETING), f"- bot_uttered: {{buttons: {buttons}}}"))


def test_a_changed_order(problems: Any) -> None:
    step = """
- user: hi
  assertion_order_enabled: true
  assertions:
    - bot_uttered: {utter_name: utter_greet}
    - slot_was_set: [{name: city}]
"""
    assert not problems(turn(GREETING, slot("city", "Delft")), step)
    text = shown(problems(turn(slot("city", "Delft"), GREETING), step))
    assert "came in another order" in text
    assert 'expected: after bot_uttered: {utter_name: "utter_greet"}' in text
    assert '1. slot_was_set: city = "Delft"' in text
    assert "2. bot_uttered: utter_greet" in text
    assert "assertion_order_enabled" in text
    assert not problems(turn(slot("city", "Delft"), GREETING), step.replace("true", "false"))


def test_a_changed_order_of_steps(problems: Any) -> None:
    step = "- user: hi\n  assertion_order_enabled: true\n- utter: utter_a\n- utter: utter_b"
    first, second = said("A", "utter_a"), said("B", "utter_b")
    assert not problems(turn(first, second), step)
    assert "came in another order" in shown(problems(turn(second, first), step))


def test_not_after_in_order(problems: Any) -> None:
    step = """
- user: hi
  assertion_order_enabled: true
  assertions:
    - bot_uttered: {utter_name: utter_greet}
    - bot_did_not_utter: {text_matches: wait}
"""
    assert not problems(turn(said("wait"), GREETING), step)
    assert problems(turn(GREETING, said("wait")), step)


def test_another_text(problems: Any) -> None:
    text = shown(problems(turn(GREETING), "- bot: Welcome! May I book?"))
    assert "the bot did not say this" in text
    assert 'seen:     "Welcome! Shall I book?" (utter_greet)' in text
    assert "closest: Welcome! [-May-]{+Shall+} I book?" in text


def test_another_response(problems: Any) -> None:
    text = shown(problems(turn(GREETING), "- utter: utter_gret"))
    assert "the bot did not use this response" in text
    assert "did you mean 'utter_greet'?" in text
    assert "no message" in shown(problems(turn(), "- utter: utter_greet"))


def test_said_too_few_times(problems: Any) -> None:
    assert "fewer times" in shown(problems(turn(GREETING), "- utter: utter_greet\n- utter: utter_greet"))
    assert "fewer times" in shown(problems(turn(said("Hi!")), "- bot: Hi!\n- bot: Hi!"))
    assert not problems(turn(said("Hi!", "utter_hi")), "- utter: utter_hi\n- bot: Hi!")


def test_an_action_that_did_not_run(problems: Any) -> None:
    text = shown(problems(turn(ran("action_bok")), "- action_executed: action_book"))
    assert "action 'action_book' did not run" in text
    assert "did you mean 'action_bok'?" in text


def test_what_should_not_be_said(problems: Any) -> None:
    assert "should not say" in shown(problems(turn(GREETING), "- bot_did_not_utter: {text_matches: Welcome}"))
    assert 'mentions "book"' in shown(problems(turn(GREETING), "- not_mentions: [fly, book]"))


def test_words_and_length(problems: Any) -> None:
    text = shown(problems(turn(GREETING), "- mentions: [welcome, table]"))
    assert 'the bot does not mention "table"' in text
    assert "12 characters too long" in shown(problems(turn(GREETING), "- max_chars: 10"))


def test_what_plugins_check(problems: Any) -> None:
    assert not problems(turn(said("Fact.", source="book")), "- cites: book")
    (problem,) = problems(turn(said("Fact.")), "- cites: book")
    assert (problem.message, problem.expected, problem.seen) == ("no message cites book", "book", "no source")
    assert problem.line == 5
    assert "nobody shouts" in shown(problems(turn(), "- shouts: loudly"))


def test_a_failing_action(problems: Any) -> None:
    made = turn()
    made.errors.append("action_x: ValueError: no\nat actions.py:3: raise ValueError")
    text = shown(problems(made, "- not_mentions: x"))
    assert "a custom action failed" in text
    assert "at actions.py:3" in text


def test_a_server_that_gives_only_messages(problems: Any) -> None:
    made = Turn("hi", messages=[BotMessage("First."), BotMessage("Second.", index=1)], complete=False)
    assert not problems(
        made, '- bot: "First.\\n\\nSecond."\n- mentions: second\n- bot_uttered: {text_matches: First}'
    )
    for step in ("utter: utter_a", "slot_was_set: [a]", "cites: book", "bot_uttered: {utter_name: utter_a}"):
        text = shown(problems(made, f"- {step}"))
        assert "cannot be checked on this server" in text
        assert "--enable-api" in text
    assert "nobody shouts" in shown(problems(made, "- shouts: x"))


def test_text_matches() -> None:
    assert text_matches("Really (yes)?", "Really (yes)?")
    assert text_matches(r"^\d+ people$", "4 people")
    assert text_matches("a  b", "say a\nb")
    assert not text_matches("[", "x")


def test_difference() -> None:
    assert difference("a b c", "a d c") == "a [-b-]{+d+} c"
    assert difference("same", "same") == "same"
