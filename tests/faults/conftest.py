"""One server for all faults: its database can be taken away through a gate, its disk can be full."""

from __future__ import annotations

import contextlib
import json
import os
import re
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from bench import scale
from tests.server.conftest import ROOT, Server, Talk, free_port


class Gate:
    """A port before another one. Closed, it refuses and cuts off, as a service that is down."""

    def __init__(self, host: str, port: int) -> None:
        """Opens at once, on a port that stays the same."""
        self.target = (host, port)
        self.port = free_port()
        self._listener: socket.socket | None = None
        self._open: list[socket.socket] = []
        self.open()

    def open(self) -> None:
        """Let everything through."""
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self.port))
        listener.listen(64)
        self._listener = listener
        threading.Thread(target=self._accept, args=(listener,), daemon=True).start()

    def close(self) -> None:
        """Refuse what is new and cut what is there."""
        if self._listener:
            _end(self._listener)
            self._listener = None
        for sock in self._open:
            _end(sock)
        self._open.clear()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                one, _ = listener.accept()
                other = socket.create_connection(self.target, timeout=10)
            except OSError:
                return
            other.settimeout(None)
            self._open += [one, other]
            for source, target in ((one, other), (other, one)):
                threading.Thread(target=_pump, args=(source, target), daemon=True).start()


def _pump(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    _end(source)
    _end(target)


def _end(sock: socket.socket) -> None:
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
    sock.close()


def readable(text: str) -> str:
    """A line for a visitor: Dutch, short, and nothing of how the program is made."""
    assert 10 < len(text) < 400, text
    assert not re.search(r"Traceback|File \"|Error\b|Exception|psycopg|redis|sqlite|rasa|http", text, re.IGNORECASE), (
        text
    )
    assert re.search(r"\b(je|ik|dit|de|het|een)\b", text, re.IGNORECASE), text
    return text


def failed(response: requests.Response) -> str:
    """The line of a turn that failed, before or after its first message; empty when the turn ended well."""
    if response.status_code == 200:
        last = json.loads(response.text.strip().splitlines()[-1])
        return readable(last["message"]) if last["type"] == "error" else ""
    assert response.status_code >= 500, response.text
    return readable(response.json()["error"])


def begin(server: Server) -> Talk:
    """A new conversation."""
    response = requests.post(f"{server.base}/conversations", json={}, timeout=60)
    assert response.status_code == 201, response.text
    return Talk(server, response.json()["token"])


def needs_model() -> None:
    """Skip without a trained model; fail in CI."""
    if not list((ROOT / "models").glob("*.tar.gz")):
        missing("a trained model: make train")


def missing(what: str) -> None:
    """Skip where somebody works; fail in CI, so that nothing is left out unseen."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI needs {what}")
    pytest.skip(f"needs {what}")


@pytest.fixture(scope="package")
def gates() -> Iterator[tuple[Gate, Gate]]:
    """Before PostgreSQL and before Redis."""
    made = (Gate("127.0.0.1", 5432), Gate("127.0.0.1", 6379))
    yield made
    for gate in made:
        gate.close()


@pytest.fixture(scope="package")
def large(gates: tuple[Gate, Gate], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on PostgreSQL and Redis, both behind a gate."""
    needs_model()
    try:
        with scale.services(f"keuzehulp_faults_{os.getpid()}") as environment:
            addresses = {
                "KEUZEHULP_DB_URL": f"postgresql://postgres@127.0.0.1:{gates[0].port}/postgres",
                "KEUZEHULP_REDIS_URL": f"redis://127.0.0.1:{gates[1].port}/9",
            }
            folder = tmp_path_factory.mktemp("groot")
            server = Server(folder, free_port(), {**environment, **addresses}, ("--endpoints", "deploy/endpoints.yml"))
            server.start()
            yield server
            for gate in gates:
                gate.close()
                gate.open()
            if server.process and server.process.poll() is None:
                server.stop()
    except scale.NotReachable as error:
        missing(str(error).splitlines()[0])


@pytest.fixture(scope="package")
def endpoints(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """endpoints.yml with the actions on a server of their own, which is not there."""
    file = tmp_path_factory.mktemp("eindpunten") / "endpoints.yml"
    text = (ROOT / "endpoints.yml").read_text().replace("in_process: true", "in_process: false")
    file.write_text(re.sub(r'url: "[^"]*"', f'url: "http://127.0.0.1:{free_port()}/webhook"', text))
    return file
