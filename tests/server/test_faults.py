"""What goes wrong in a turn is seen, told with a reference, and never ends a conversation for good."""

from __future__ import annotations

import asyncio
import json
import logging
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage
from rasa.shared.core.events import ActionExecuted, BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import ClientResponseError, EndpointConfig

from keuzehulp.server import faults
from keuzehulp.server.channel import ApiError, KeuzehulpChannel, Runtime, StreamOutput
from keuzehulp.server.settings import Settings
from keuzehulp.server.storage import ConversationGone, StoreError

TEXT = "Pietje heeft het moeilijk"


class RedisDown(Exception):
    """An error as the library of Redis raises it."""

    __module__ = "redis.exceptions"


@pytest.fixture
def channel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> KeuzehulpChannel:
    monkeypatch.setenv("KEUZEHULP_DATA", str(tmp_path))
    made = KeuzehulpChannel(Settings())
    made.runtime = Runtime(SimpleNamespace(), SimpleNamespace(), warm=True)  # type: ignore[arg-type]
    return made


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> pytest.LogCaptureFixture:
    monkeypatch.setattr(faults.logger, "propagate", True)
    caplog.set_level(logging.INFO)
    return caplog


def run(channel: KeuzehulpChannel, handle: Any) -> list[Any]:
    """Run one turn in which Rasa does `handle`; gives what the reader of the stream gets."""

    async def turn() -> list[Any]:
        queue: asyncio.Queue[Any] = asyncio.Queue()
        channel._on_new_message = handle
        channel.waiting["kh-x"] += 1
        await channel._run(UserMessage(TEXT, StreamOutput(queue), "kh-x"), queue)
        return [queue.get_nowait() for _ in range(queue.qsize())]

    return asyncio.run(turn())


def test_an_action_that_raises_is_an_error_of_the_turn(
    channel: KeuzehulpChannel, log: pytest.LogCaptureFixture
) -> None:
    class Broken(EndpointConfig):
        async def request(self, *args: Any, **kwargs: Any) -> Any:
            raise KeyError(TEXT)

    actions = faults.WatchedActions(Broken("x"))

    async def rasa_goes_on(message: UserMessage) -> None:
        await message.output_channel.send_response("kh-x", {"text": "Goed."})
        try:
            await actions.request(json={})
        except KeyError:
            await message.output_channel.send_response("kh-x", {"text": "Verder."})

    first, second, error = run(channel, rasa_goes_on)
    assert (first["text"], second["text"]) == ("Goed.", "Verder.")
    assert isinstance(error, ApiError)
    reference = re.search(r"nummer ([0-9a-f]{8})\.", error.line)
    assert reference
    assert reference.group(1) in log.text
    assert TEXT not in log.text
    assert TEXT not in error.line
    assert not channel.waiting, "the conversation can go on"


def test_a_rejected_form_is_no_error(channel: KeuzehulpChannel) -> None:
    class Rejecting(EndpointConfig):
        async def request(self, *args: Any, **kwargs: Any) -> Any:
            raise ClientResponseError(400, "rejected", "{}")

    actions = faults.WatchedActions(Rejecting("x"))

    async def handle(message: UserMessage) -> None:
        with pytest.raises(ClientResponseError):
            await actions.request(json={})

    assert run(channel, handle) == [None]


@pytest.mark.parametrize(
    ("error", "status", "part"),
    [
        (StoreError("OperationalError: disk I/O error"), 503, "niet verwerkt"),
        (ConversationGone("kh-x"), 401, "bestaat niet meer"),
        (ValueError(TEXT), 500, "nummer"),
        (MemoryError(), 500, "nummer"),
        (SystemExit(1), 500, "nummer"),
        (RedisDown(), 503, "niet verwerkt"),
    ],
)
def test_every_error_is_told_and_logged_without_text(
    channel: KeuzehulpChannel, log: pytest.LogCaptureFixture, error: BaseException, status: int, part: str
) -> None:
    async def handle(message: UserMessage) -> None:
        raise error

    (told,) = run(channel, handle)
    assert told.status == status
    assert part in told.line
    assert TEXT not in log.text
    assert TEXT not in told.line


def test_a_turn_that_never_ends_does_not_end_the_conversation() -> None:
    events = [ActionExecuted("action_listen"), UserUttered("x"), *[ActionExecuted("action_x")] * 10]
    tracker = DialogueStateTracker.from_events("kh-x", events)
    errors: list[BaseException] = []
    faults.action_errors.set(errors)
    faults.end_endless_turn(tracker, None, None)
    assert tracker.latest_action_name == "action_listen"
    assert len(errors) == 1


def test_errors_of_libraries_lose_their_text(log: pytest.LogCaptureFixture) -> None:
    handler = faults.LibraryErrors()
    record = logging.LogRecord("rasa.core", logging.ERROR, "x.py", 1, f"bericht: {TEXT}", None, None)
    handler.emit(record)
    assert "library_error" in log.text
    assert TEXT not in log.text


def test_an_event_of_our_own_is_not_logged_again(log: pytest.LogCaptureFixture) -> None:
    root = logging.getLogger()
    handler = faults.LibraryErrors()
    root.addHandler(handler)
    try:
        faults.event("turn", level=logging.ERROR)
    finally:
        root.removeHandler(handler)
    assert [record.getMessage() for record in log.records] == ['{"event": "turn"}']


def test_log_lines_are_json() -> None:
    record = logging.LogRecord("keuzehulp", logging.INFO, "x.py", 1, '{"event": "a", "n": 1}', None, None)
    assert json.loads(faults.JsonFormatter().format(record))["n"] == 1
    plain = logging.LogRecord("keuzehulp", logging.INFO, "x.py", 1, "gewoon", None, None)
    assert json.loads(faults.JsonFormatter().format(plain))["event"] == "gewoon"


def test_counting_a_turn(channel: KeuzehulpChannel) -> None:
    events = [
        UserUttered("a"),
        ActionExecuted("action_crisis"),
        BotUttered("Bel", metadata={"crisis": True}),
        ActionExecuted("action_listen"),
        UserUttered("b"),
        ActionExecuted("action_not_understood"),
        BotUttered("Wat?"),
    ]
    channel.metrics.count_turn(DialogueStateTracker.from_events("kh-x", events))
    text = channel.metrics.text().decode()
    assert "keuzehulp_turns_total 1.0" in text
    assert "keuzehulp_fallbacks_total 1.0" in text
    assert "keuzehulp_crisis_shown_total 0.0" in text, "that was the turn before"
