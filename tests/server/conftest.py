"""A real server for the tests of this folder: the trained model, a free port, a data folder of its own."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import requests
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[2]
#: The first example of a test reads the knowledge base.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

ORIGIN = "https://intranet.school.example"
START_SECONDS = 240


@dataclass
class Server:
    """One server process, which can be killed and started again on the same data."""

    data: Path
    port: int
    environment: dict[str, str] = field(default_factory=dict)
    arguments: tuple[str, ...] = ()
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Address of the server."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def base(self) -> str:
        """Address of the channel."""
        return f"{self.url}/webhooks/keuzehulp"

    @property
    def log(self) -> str:
        """Everything that the server printed."""
        return (self.data / "server.log").read_text(errors="replace")

    def start(self) -> None:
        """Start and wait until it is ready."""
        environment = {**os.environ, "KEUZEHULP_DATA": str(self.data), "KEUZEHULP_ORIGINS": ORIGIN, **self.environment}
        command = [sys.executable, "-m", "keuzehulp.server.serve", "--port", str(self.port), *self.arguments]
        with (self.data / "server.log").open("ab") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            if self.process.poll() is not None:
                pytest.fail(f"the server stopped by itself:\n{self.log[-2000:]}")
            with contextlib.suppress(requests.RequestException):
                if requests.get(f"{self.base}/ready", timeout=5).status_code == 200:
                    return
            time.sleep(0.3)
        pytest.fail(f"the server was not ready in {START_SECONDS} s:\n{self.log[-2000:]}")

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Stop the process; returns its exit code."""
        assert self.process is not None
        self.process.send_signal(how)
        return self.process.wait(timeout=60)

    def stored(self) -> bytes:
        """All bytes of the database and what belongs to it."""
        return b"".join(p.read_bytes() for p in sorted(self.data.glob("gesprekken.db*")))


@dataclass
class Talk:
    """One conversation as a browser holds it."""

    server: Server
    token: str = ""

    def request(self, method: str, path: str, **more: Any) -> requests.Response:
        """Any request with this conversation's token."""
        headers = {"Authorization": f"Bearer {self.token}", **more.pop("headers", {})}
        return requests.request(method, self.server.base + path, headers=headers, timeout=120, **more)

    def send(self, text: str, kind: str = "text", **more: Any) -> requests.Response:
        """Send a message."""
        return self.request("POST", "/messages", json={"text": text, "kind": kind, **more})

    def say(self, text: str, kind: str = "text", **more: Any) -> list[dict[str, Any]]:
        """Send a message and read the whole answer; it must be complete."""
        return answer(self.send(text, kind, **more))

    def history(self) -> list[dict[str, Any]]:
        """The conversation as the server keeps it."""
        response = self.request("GET", "/history")
        assert response.status_code == 200, response.text
        messages: list[dict[str, Any]] = response.json()["messages"]
        return messages


def answer(response: requests.Response) -> list[dict[str, Any]]:
    """The messages of a stream that must end well."""
    assert response.status_code == 200, response.text
    assert response.headers["Content-Type"].startswith("application/x-ndjson")
    lines = [json.loads(line) for line in response.text.splitlines()]
    assert lines[-1] == {"type": "done"}, lines[-1]
    return lines[:-1]


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server of this test run."""
    if not list((ROOT / "models").glob("*.tar.gz")):
        if os.environ.get("CI") == "true":
            pytest.fail("CI needs a trained model: make train")
        pytest.skip("these tests need a trained model: make train")
    # On a busy machine a turn takes long: a slower refill keeps "fifty at once" too many there as well.
    slow_refill = {"KEUZEHULP_LIMIET_BEURTEN": "20/0.2"}
    running = Server(tmp_path_factory.mktemp("gegevens"), free_port(), slow_refill)
    running.start()
    yield running
    if running.process and running.process.poll() is None:
        running.stop()


@pytest.fixture
def talk(server: Server) -> Talk:
    """A new conversation."""
    return new_talk(server)


def new_talk(server: Server) -> Talk:
    """A new conversation; waits when many were made a moment ago."""
    for _ in range(100):
        response = requests.post(f"{server.base}/conversations", json={}, timeout=60)
        if response.status_code == 201:
            return Talk(server, response.json()["token"])
        assert response.status_code == 429, response.text
        time.sleep(1)
    pytest.fail("no conversation could be started")
