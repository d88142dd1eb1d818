"""With real bots: real model, real rules, real form, real custom actions."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest

from conversation_test.coverage import measure
from conversation_test.errors import ConversationTestError
from conversation_test.inprocess import InProcessBackend, _load_actions, find_model
from conversation_test.loader import load_file
from conversation_test.model import Result
from conversation_test.record import Script, _stored_events, play, script_of, write_recording
from conversation_test.runner import Runner
from conversation_test.settings import Settings

from .conftest import ACTIONS, EXAMPLES, HERE, Command

OWN_EXAMPLES = ["booking.yml", "assertions.yml", "stubs.yml"]


def run(backend: InProcessBackend, path: Path) -> list[Result]:
    return [Runner(backend).run(case) for case in load_file(path, {})]


def steps(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "t.yml"
    body = "\n".join("      " + line for line in text.strip("\n").split("\n"))
    path.write_text(f"test_cases:\n  - test_case: one\n    steps:\n{body}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("name", OWN_EXAMPLES)
def test_the_examples_pass(backend: InProcessBackend, name: str) -> None:
    for result in run(backend, EXAMPLES / name):
        assert result.passed, [p.lines() for p in result.problems] + [result.error]


def test_a_turn_holds_everything(backend: InProcessBackend) -> None:
    backend.start("all", {"member": True}, {})
    for text in ("/book", "Italian", "4"):
        turn = backend.send("all", text, {})
    assert turn.slots_before["requested_slot"] == "people"
    assert turn.slots_after["requested_slot"] == "outside"
    assert turn.slots_after["people"] == 4
    assert [m.response for m in turn.messages] == ["utter_ask_outside"]
    assert "table_form" in [name for _, name in turn.actions]
    assert "validate_table_form" in turn.ran
    last = backend.send("all", "yes", {"os": "linux"})
    assert last.intent == "affirm"
    assert last.messages[0].metadata["sources"] == ["house rules"]
    assert last.messages[0].text == "Booked: Italian, 4 people, outside."
    assert last.slots_after["device"] == "linux"
    assert last.rules
    backend.finish("all")


def test_conversations_do_not_share_anything(backend: InProcessBackend) -> None:
    backend.start("one", {"cuisine": "Greek"}, {})
    assert backend.send("one", "hello", {}).slots_after["cuisine"] == "Greek"
    backend.start("two", {}, {})
    assert backend.send("two", "hello", {}).slots_after["cuisine"] is None
    backend.finish("one")
    backend.start("one", {}, {})
    assert backend.send("one", "hello", {}).slots_after["cuisine"] is None


def test_restart_and_a_new_session_in_the_middle(backend: InProcessBackend, tmp_path: Path) -> None:
    path = steps(
        tmp_path,
        """
- user: /book
- utter: utter_ask_cuisine
- user: /restart
- user: hello
- utter: utter_greet
- user: /session_start
- user: hello
- utter: utter_greet
- bot: Welcome! Shall I book a table for you?
""",
    )
    (result,) = run(backend, path)
    assert result.passed, result.problems


def test_a_failing_action_fails_the_conversation(backend: InProcessBackend, tmp_path: Path) -> None:
    (result,) = run(backend, steps(tmp_path, "- user: /break_it"))
    (problem,) = result.problems
    assert problem.message == "a custom action failed"
    assert problem.seen.startswith("action_break: ValueError: the kitchen is on fire\nat ")
    assert "actions.py:" in problem.seen
    assert problem.line == 4


def test_an_unknown_slot_in_a_fixture(backend: InProcessBackend, tmp_path: Path) -> None:
    path = tmp_path / "t.yml"
    path.write_text(
        "fixtures: [{f: [{nope: 1}]}]\ntest_cases: [{test_case: a, fixtures: [f], steps: [{user: hi}]}]\n",
        encoding="utf-8",
    )
    (result,) = run(backend, path)
    assert result.error == "a fixture sets slot 'nope', which the domain does not have."


def test_wrong_slot_button_and_order_against_the_real_bot(backend: InProcessBackend, tmp_path: Path) -> None:
    path = steps(
        tmp_path,
        """
- user: hello
  assertions:
    - bot_uttered:
        utter_name: utter_greet
        buttons: [{title: "Yes"}, {title: "No"}, {title: "Later"}]
- user: /book
  assertion_order_enabled: true
  assertions:
    - bot_uttered: {utter_name: utter_ask_cuisine}
    - action_executed: table_form
- user: Italian
- slot_was_set:
    - cuisine: Greek
""",
    )
    (result,) = run(backend, path)
    texts = ["\n".join(problem.lines()) for problem in result.problems]
    assert len(texts) == 3
    assert 'button "Later" is missing' in texts[0]
    assert "came in another order" in texts[1]
    assert 'expected: cuisine: "Greek" (text)\n  seen:     cuisine: "Italian" (text)' in texts[2]


def test_coverage(backend: InProcessBackend, form_bot: Path) -> None:
    results = run(backend, EXAMPLES / "booking.yml")
    lists = {item.name: item for item in measure(results, Settings(root=form_bot))}
    assert lists["rules"].missing == ["break", "goodbye", "greet", "opening hours"]
    assert lists["responses"].missing == ["utter_goodbye", "utter_greet", "utter_never_used"]
    assert lists["actions"].missing == ["action_break"]
    assert lists["intents"].missing == ["break_it", "goodbye", "greet"]


def test_recording_from_a_tracker_store(backend: InProcessBackend, form_bot: Path, tmp_path: Path) -> None:
    from rasa.core.tracker_store import SQLTrackerStore

    backend.start("stored", {"member": True}, {})
    for text in ("hello", "/book", "Italian", "for 4", "no"):
        backend.send("stored", text, {"os": "linux"})
    tracker = backend._store._latest["stored"]
    database = tmp_path / "trackers.db"
    store = SQLTrackerStore(backend.domain, db=str(database))
    backend._loop.run_until_complete(store.save(tracker))
    endpoints = tmp_path / "endpoints.yml"
    endpoints.write_text(
        f"tracker_store:\n  type: SQL\n  dialect: sqlite\n  db: {database}\n", encoding="utf-8"
    )

    script = script_of(_stored_events("stored", endpoints, backend), "stored")
    assert [text for text, _ in script.lines] == ["hello", "/book", "Italian", "for 4", "no"]
    assert script.slots == {"member": True}
    path = tmp_path / "recorded.yml"
    assert write_recording(path, "recorded", script, play(backend, script), backend, texts=True) == []
    text = path.read_text(encoding="utf-8")
    assert '- bot: "Booked: Italian, 4 people, inside."' in text
    assert "- device: linux" in text
    (result,) = run(backend, path)
    assert result.passed
    with pytest.raises(ConversationTestError, match="no conversation 'other'"):
        _stored_events("other", endpoints, backend)
    with pytest.raises(ConversationTestError, match="there is no"):
        _stored_events("stored", tmp_path / "none.yml", backend)


def test_random_variants_are_recorded_by_name(backend: InProcessBackend, tmp_path: Path) -> None:
    script = Script([("goodbye", {})])
    write_recording(tmp_path / "r.yml", "r", script, play(backend, script), backend, texts=True)
    text = (tmp_path / "r.yml").read_text(encoding="utf-8")
    assert "utter_goodbye" in text
    assert "- bot:" not in text


def test_models_and_actions_that_are_not_there(form_bot: Path, tmp_path: Path) -> None:
    with pytest.raises(ConversationTestError, match="Run 'rasa train'"):
        find_model("models", tmp_path)
    assert find_model("models", form_bot).suffixes[-2:] == [".tar", ".gz"]
    with pytest.raises(ConversationTestError, match="there is no module 'no_such_actions'"):
        _load_actions("no_such_actions", tmp_path)
    (tmp_path / "broken_actions.py").write_text("import no_such_thing\n", encoding="utf-8")
    with pytest.raises(ConversationTestError, match="No module named 'no_such_thing'"):
        _load_actions("broken_actions", tmp_path)
    (tmp_path / "raising_actions.py").write_text("1 / 0\n", encoding="utf-8")
    with pytest.raises(ConversationTestError, match="ZeroDivisionError"):
        _load_actions("raising_actions", tmp_path)
    broken = tmp_path / "broken.tar.gz"
    broken.write_bytes(b"not a model")
    with pytest.raises(ConversationTestError, match="cannot be loaded"):
        InProcessBackend(broken, ACTIONS, form_bot)


# -- as a user runs it -------------------------------------------------------------------


def test_the_command_with_two_processes(form_bot: Path, command: Command, tmp_path: Path) -> None:
    paths = [str(EXAMPLES / name) for name in OWN_EXAMPLES]
    page = tmp_path / "report.html"
    done = command(*paths, "--workers", "2", "--html", str(page), "--coverage", cwd=form_bot)
    assert done.returncode == 0, done.stderr
    assert "6 passed, 0 failed" in done.stdout
    assert "not touched: utter_never_used" in done.stdout
    assert done.stderr == ""
    assert "Booked: Italian, 4 people, outside." in page.read_text(encoding="utf-8")


def test_the_bot_of_rasa_init(init_bot: Path, command: Command) -> None:
    done = command(str(EXAMPLES / "rasa_init.yml"), cwd=init_bot)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 passed, 0 failed" in done.stdout


def test_recording_a_chat_and_running_it(init_bot: Path, command: Command, tmp_path: Path) -> None:
    path = tmp_path / "chat.yml"
    done = command("record", str(path), "--texts", cwd=init_bot, stdin="hello\nI am sad\n\n")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "bot> Hey! How are you?" in done.stdout
    text = path.read_text(encoding="utf-8")
    assert text.index("- user: hello") < text.index("- utter: utter_greet") < text.index("- user: I am sad")
    again = command("record", str(path), cwd=init_bot)
    assert again.returncode == 2
    assert "--force" in again.stderr


def test_pytest_collects_the_same_files(form_bot: Path, tmp_path: Path) -> None:
    folder = form_bot / "talks"
    folder.mkdir()
    (folder / "wrong.yml").write_text(
        "test_cases:\n"
        "  - test_case: right\n    steps: [{user: hello}, {utter: utter_greet}]\n"
        "  - test_case: wrong\n    steps: [{user: hello}, {utter: utter_goodbye}]\n",
        encoding="utf-8",
    )
    (folder / "not_a_test.yml").write_text("nlu: []\n", encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(HERE.parent.parent)}
    base = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
    if not any(point.name == "conversation_test" for point in entry_points(group="pytest11")):
        # Not installed: pytest has to be told of the plug-in; told twice it refuses to start.
        base += ["-p", "conversation_test.pytest_plugin"]

    def pytest_run(*arguments: str) -> Any:
        return subprocess.run(
            [*base, *arguments, "talks"], cwd=form_bot, env=env, capture_output=True, text=True, timeout=300
        )

    listed = pytest_run("--collect-only", "-q")
    assert "talks/wrong.yml::right" in listed.stdout
    assert "not_a_test" not in listed.stdout
    done = pytest_run()
    assert done.returncode == 1
    assert "1 failed, 1 passed" in done.stdout
    assert "talks/wrong.yml:5: the bot did not use this response" in done.stdout
    assert "Traceback" not in done.stdout
    assert pytest_run("--no-conversations").returncode == 5
    (folder / "typo.yml").write_text("test_cases:\n  - test_case: a\n    step: []\n", encoding="utf-8")
    broken = pytest_run("--collect-only")
    assert "typo.yml:3: unknown key 'step' in a test case. Did you mean 'steps'?" in broken.stdout


def test_a_saved_tracker(form_bot: Path, backend: InProcessBackend, tmp_path: Path, command: Command) -> None:
    backend.start("saved", {}, {})
    backend.send("saved", "hello", {})
    events = [event.as_dict() for event in backend._store._latest["saved"].events]
    events[-2]["text"] = "Something said last year."
    saved = tmp_path / "tracker.json"
    saved.write_text(json.dumps({"events": events}), encoding="utf-8")
    target = tmp_path / "saved.yml"
    done = command("record", str(target), "--from-file", str(saved), cwd=form_bot)
    assert done.returncode == 1
    assert 'after "hello" the bot now says something else' in done.stdout
    assert target.is_file()
