"""Recording: what is written passes, and says what could not be kept."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from conversation_test.console import Console
from conversation_test.errors import ConversationTestError
from conversation_test.loader import load_file
from conversation_test.record import Script, _chat, _compare, play, recording, script_of, write_recording
from conversation_test.runner import Runner

from .fakes import FakeBackend, said, slot, understood

ANSWERS = {
    "hello": [said("Hi: you", "utter_greet"), slot("city", "Delft"), slot("requested_slot", "x")],
    "yes": [said("First line\n\nThird, line")],
}
EVENTS = [
    {"event": "session_started"},
    understood("an older session", "greet"),
    {"event": "session_started"},
    slot("member", True),
    slot("requested_slot", "city"),
    {**understood("hello", "greet"), "metadata": {"os": "linux", "model_id": "m", "assistant_id": "a"}},
    said("Hi: you"),
    understood("yes", "affirm"),
    said("Something else"),
]


def test_a_stored_conversation() -> None:
    script = script_of(EVENTS, "x")
    assert script.lines == [("hello", {"os": "linux"}), ("yes", {})]
    assert script.slots == {"member": True}
    backend = FakeBackend(ANSWERS)
    turns = play(backend, script)
    (line,) = _compare(script, turns[1:])
    assert line.startswith('after "yes" the bot now says something else')
    with pytest.raises(ConversationTestError, match="the user says nothing"):
        script_of([], "x")


def test_what_is_written_passes(tmp_path: Path) -> None:
    backend = FakeBackend(ANSWERS, [said("Opening.")])
    script = script_of(EVENTS, "x")
    path = tmp_path / "new" / "r.yml"
    assert write_recording(path, "a: name", script, play(backend, script), backend, texts=True) == []
    assert path.read_text(encoding="utf-8") == (
        "fixtures:\n  - recorded:\n      - member: true\n\n"
        "metadata:\n  - recorded_1:\n      os: linux\n\n"
        'test_cases:\n  - test_case: "a: name"\n    fixtures:\n      - recorded\n    steps:\n'
        "      - bot: Opening.\n"
        "      - user: hello\n        metadata: recorded_1\n"
        '      - utter: utter_greet\n      - bot: "Hi: you"\n'
        "      - slot_was_set:\n          - city: Delft\n"
        '      - user: "yes"\n      - bot: |-\n          First line\n\n          Third, line\n'
    )
    assert Runner(backend).run(load_file(path, {})[0]).passed


def test_texts_that_differ_each_time_are_left_out(tmp_path: Path) -> None:
    class Clock(FakeBackend):
        ticks = 0

        def send(self, sender: str, text: str, metadata: Any) -> Any:
            self.ticks += 1
            self.answers = {
                "hello": [said("Hi", "utter_greet"), said(f"It is {self.ticks}"), slot("city", "Delft")]
            }
            return super().send(sender, text, metadata)

    backend = Clock({})
    script = Script([("hello", {}), ("hello", {})])
    left_out = write_recording(tmp_path / "r.yml", "r", script, play(backend, script), backend)
    assert [p.expected for p in left_out] == ['"It is 1"', '"It is 2"']
    text = (tmp_path / "r.yml").read_text(encoding="utf-8")
    assert "It is" not in text
    assert text.count("utter_greet") == 2
    assert "city: Delft" in text


def test_random_texts_are_not_recorded() -> None:
    script = Script([("hello", {})])
    turns = play(FakeBackend(ANSWERS), script)
    assert "Hi: you" not in recording("r", script, turns, texts=True, varied={"utter_greet"})


def test_a_live_chat() -> None:
    stream = io.StringIO()
    typed = iter(["hello", "yes", ""])
    turns = _chat(FakeBackend(ANSWERS), Console(stream), lambda prompt: next(typed))
    assert [t.text for t in turns] == [None, "hello", "yes"]
    assert "bot> Hi: you" in stream.getvalue()


def test_slot_values(tmp_path: Path) -> None:
    answers = {"go": [slot("a", ["x", 1]), slot("b", {"k": None}), slot("c", "two\nlines"), slot("d", 1.5)]}
    backend = FakeBackend(answers)
    script = Script([("go", {})])
    write_recording(tmp_path / "r.yml", "r", script, play(backend, script), backend)
    (case,) = load_file(tmp_path / "r.yml", {})
    assert [e.value["value"] for e in case.steps[0].expectations] == [
        ["x", 1],
        {"k": None},
        "two\nlines",
        1.5,
    ]
    assert json.dumps({"k": None}) in (tmp_path / "r.yml").read_text(encoding="utf-8")
