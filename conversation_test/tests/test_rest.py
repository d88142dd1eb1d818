"""Against a server: Rasa's REST channel, with and without the HTTP API."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import unquote

import pytest

from conversation_test.backend import NotPossible, RestBackend
from conversation_test.errors import ConversationTestError
from conversation_test.runner import open_backend
from conversation_test.settings import Settings

from .fakes import said, slot, understood


class Handler(BaseHTTPRequestHandler):
    """A small stand-in for Rasa's server."""

    api = True
    token: str | None = None
    conversations: dict[str, list[dict[str, Any]]]

    def log_message(self, *args: Any) -> None:
        """Says nothing."""

    def answer(self, body: Any, status: int = 200) -> None:
        self.send_response(status)
        self.end_headers()
        self.wfile.write(body if isinstance(body, bytes) else json.dumps(body).encode())

    def state(self, sender: str) -> dict[str, Any]:
        events = self.conversations.get(sender, [])
        return {"events": events, "slots": {e["name"]: e["value"] for e in events if e["event"] == "slot"}}

    def do_GET(self) -> None:
        if self.path == "/":
            self.answer(b"Hello from Rasa: 3.6.21")
        elif not self.api or (self.token and f"token={self.token}" not in self.path):
            self.answer({"reason": "no"}, 404 if not self.api else 401)
        else:
            self.answer(self.state(unquote(self.path.split("/")[2])))

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path.startswith("/conversations/"):
            sender = unquote(self.path.split("/")[2])
            self.conversations.setdefault(sender, []).extend(body)
            self.answer(self.state(sender))
            return
        reply = said(f"You said {body['message']} {body.get('metadata', '')}".strip(), "utter_echo")
        events = [understood(body["message"], "say"), slot("said", body["message"]), reply]
        self.conversations.setdefault(body["sender"], []).extend(events)
        self.answer([{"recipient_id": body["sender"], "text": reply["text"]}])


@pytest.fixture
def server() -> Iterator[tuple[str, type[Handler]]]:
    kind = type("OwnHandler", (Handler,), {"conversations": {}})
    made = HTTPServer(("127.0.0.1", 0), kind)
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}", kind
    made.shutdown()
    made.server_close()


def test_with_the_http_api(server: tuple[str, type[Handler]]) -> None:
    backend = open_backend(Settings(url=server[0]), [])
    opening = backend.start("a b", {"member": True}, {})
    assert opening.complete
    first = backend.send("a b", "hello", {"os": "linux"})
    second = backend.send("a b", "/greet", {})
    assert first.complete
    assert first.slots_before == {"member": True}
    assert first.slots_after == {"member": True, "said": "hello"}
    assert [(m.text, m.response) for m in first.messages] == [
        ("You said hello {'os': 'linux'}", "utter_echo")
    ]
    assert [m.text for m in second.messages] == ["You said /greet"]
    assert second.slots_before["said"] == "hello"
    assert second.intent == "say"
    backend.finish("a b")
    backend.close()


def test_without_the_http_api(server: tuple[str, type[Handler]]) -> None:
    server[1].api = False
    backend = RestBackend(server[0])
    assert not backend.start("a", {}, {}).complete
    turn = backend.send("a", "hello", {})
    assert not turn.complete
    assert [m.text for m in turn.messages] == ["You said hello"]
    with pytest.raises(NotPossible, match="--enable-api"):
        backend.start("b", {"member": True}, {})
    with pytest.raises(NotPossible, match="in process"):
        backend.start("b", {}, {"action_x": {}})
    with pytest.raises(NotPossible, match="--enable-api"):
        backend.tracker("a")


def test_tokens(server: tuple[str, type[Handler]]) -> None:
    server[1].token = "secret"
    assert RestBackend(server[0], "secret").start("a", {}, {}).complete
    assert not RestBackend(server[0]).start("a", {}, {}).complete
    with pytest.raises(NotPossible) as caught:
        RestBackend(server[0], "wrong").start("a", {}, {})
    assert "401" in str(caught.value)
    assert "wrong" not in str(caught.value), "a token does not belong in a report"


def test_nothing_there() -> None:
    with pytest.raises(ConversationTestError, match=r"cannot be reached.*Is the server running\?"):
        open_backend(Settings(url="http://127.0.0.1:9"), [])
