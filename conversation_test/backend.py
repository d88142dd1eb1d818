"""What the runner needs of a bot, whether it lives in this process or behind a URL."""

from __future__ import annotations

import contextlib
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from conversation_test.errors import ConversationTestError
from conversation_test.model import BotMessage, Turn


class Backend(Protocol):
    """A bot to talk to. One conversation at a time, in one thread."""

    def start(self, sender: str, slots: Mapping[str, Any], stubs: Mapping[str, Any]) -> Turn:
        """Begins a conversation: session start, then the given slots. Returns what the bot did."""

    def send(self, sender: str, text: str, metadata: Mapping[str, Any]) -> Turn:
        """Says `text` and returns what the bot did until it listened again."""

    def finish(self, sender: str) -> None:
        """Frees what was kept for this conversation."""

    def close(self) -> None:
        """Frees everything."""


class NotPossible(ConversationTestError):
    """This backend cannot do what a conversation asks (shown as that conversation's error)."""


def messages_of(events: Sequence[Mapping[str, Any]]) -> list[BotMessage]:
    """The bot's messages among Rasa's events."""
    out = []
    for place, event in enumerate(events):
        if event.get("event") != "bot":
            continue
        data = {key: value for key, value in (event.get("data") or {}).items() if value}
        metadata = dict(event.get("metadata") or {})
        out.append(
            BotMessage(
                text=event.get("text") or "",
                buttons=list(data.pop("buttons", [])),
                response=metadata.get("utter_action"),
                metadata=metadata,
                data=data,
                index=place,
            )
        )
    return out


class RestBackend:
    """A running server, through Rasa's own REST channel.

    With the HTTP API switched on (`rasa run --enable-api`) the events are read as well, so that
    everything can be checked. Without it only the bot's messages are known.
    """

    def __init__(self, url: str, token: str | None = None, timeout: float = 30.0) -> None:
        self.url = url.rstrip("/")
        self.token = token
        self.timeout = timeout
        self._has_api: bool | None = None
        self._seen: dict[str, int] = {}
        self._slots: dict[str, dict[str, Any]] = {}

    def ping(self) -> None:
        """Raises ConversationTestError if nothing answers at the address."""
        with contextlib.suppress(NotPossible):  # Something answered; that is enough here.
            self._call("/")

    def start(self, sender: str, slots: Mapping[str, Any], stubs: Mapping[str, Any]) -> Turn:
        if stubs:
            raise NotPossible("stub_custom_actions only work in process; run without --url.")
        state = self._tracker(sender)
        if slots:
            if state is None:
                raise NotPossible("fixtures need the server's HTTP API; start it with --enable-api.")
            events = [{"event": "slot", "name": name, "value": value} for name, value in slots.items()]
            path = f"/conversations/{urllib.parse.quote(sender)}/tracker/events"
            # Twice: the first time the server starts the session *after* it stamped these events,
            # so a store that sorts by time would put them in an earlier session.
            for _ in range(2):
                self._call(path + self._query("?include_events=ALL"), events)
            fresh = self._tracker(sender)
            self._remember(sender, fresh)
        turn = self._turn(None, {}, state, [])
        if not slots:
            self._remember(sender, state)
        return turn

    def send(self, sender: str, text: str, metadata: Mapping[str, Any]) -> Turn:
        body: dict[str, Any] = {"sender": sender, "message": text}
        if metadata:
            body["metadata"] = dict(metadata)
        began = time.perf_counter()
        replies = self._call("/webhooks/rest/webhook", body)
        seconds = time.perf_counter() - began
        if not isinstance(replies, list):
            raise NotPossible(f"{self.url} does not answer like Rasa's REST channel.")
        before = self._slots.get(sender, {})
        state = self._tracker(sender)
        turn = self._turn(text, before, state, replies, self._seen.get(sender, 0))
        self._remember(sender, state)
        turn.seconds = seconds
        return turn

    def finish(self, sender: str) -> None:
        self._seen.pop(sender, None)
        self._slots.pop(sender, None)

    def close(self) -> None:
        """Nothing to free: every request has its own connection."""

    def tracker(self, sender: str) -> dict[str, Any]:
        """A whole conversation, for `record`. Raises NotPossible without the HTTP API."""
        state = self._tracker(sender)
        if state is None:
            raise NotPossible(f"{self.url} has no HTTP API; start the server with --enable-api.")
        return state

    def _remember(self, sender: str, state: dict[str, Any] | None) -> None:
        if state is not None:
            self._seen[sender] = len(state.get("events") or [])
            self._slots[sender] = dict(state.get("slots") or {})

    @staticmethod
    def _turn(
        text: str | None,
        before: dict[str, Any],
        state: dict[str, Any] | None,
        replies: Sequence[Mapping[str, Any]],
        seen: int = 0,
    ) -> Turn:
        if state is None:
            messages = [
                BotMessage(r.get("text") or "", list(r.get("buttons") or []), data=dict(r), index=i)
                for i, r in enumerate(replies)
            ]
            return Turn(text, messages=messages, complete=False)
        events = list(state.get("events") or [])[seen:]
        return Turn(text, events, messages_of(events), before, dict(state.get("slots") or {}))

    def _tracker(self, sender: str) -> dict[str, Any] | None:
        """The state of a conversation; None if the server does not give it."""
        if self._has_api is False:
            return None
        path = f"/conversations/{urllib.parse.quote(sender)}/tracker" + self._query("?include_events=ALL")
        try:
            state = self._call(path)
        except NotPossible:
            if self.token:
                raise
            self._has_api = False
            return None
        self._has_api = True
        return state if isinstance(state, dict) else None

    def _query(self, start: str) -> str:
        return start + (f"&token={urllib.parse.quote(self.token)}" if self.token else "")

    def _call(self, path: str, body: Any = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=self.timeout) as answer:
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            shown = path.partition("?")[0]
            raise NotPossible(f"{self.url}{shown} answers {error.code} ({error.reason}).") from None
        except json.JSONDecodeError:
            raise NotPossible(f"{self.url} does not answer with JSON; is it a Rasa server?") from None
        except OSError as error:
            reason = getattr(error, "reason", error)
            raise ConversationTestError(
                f"{self.url} cannot be reached ({reason}). Is the server running?"
            ) from None
