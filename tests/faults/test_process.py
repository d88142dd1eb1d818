"""Faults of the process itself: actions, the model, stopping, and clients that are slow.

Not lost: what was answered; a turn that fails is told to be so, and the conversation goes on after it.
"""

from __future__ import annotations

import io
import os
import re
import signal
import socket
import subprocess
import sys
import tarfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.faults.conftest import begin, failed, needs_model, readable
from tests.server.conftest import ROOT, Server, Talk, answer, free_port

#: Loaded by Python at its start in the server's process: one action then fails when the file named here exists.
BREAK = """
import os, sys
if "keuzehulp.server.serve" in " ".join(sys.orig_argv):
    import rasa_sdk.executor as executor
    own = executor.ActionExecutor.run
    async def run(self, call):
        if os.path.exists(os.environ["KAPOT"]):
            raise KeyError(call["tracker"]["latest_message"]["text"])
        return await own(self, call)
    executor.ActionExecutor.run = run
"""


@pytest.fixture(scope="module")
def fragile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Path]]:
    """A server whose actions fail as long as a file exists."""
    needs_model()
    folder = tmp_path_factory.mktemp("kapot")
    (folder / "sitecustomize.py").write_text(BREAK)
    switch = folder / "nu"
    environment = {"PYTHONPATH": f"{folder}:{ROOT}", "KAPOT": str(switch), "KEUZEHULP_LIMIET_BEURTEN": "uit"}
    server = Server(folder, free_port(), environment)
    server.start()
    yield server, switch
    if server.process and server.process.poll() is None:
        server.stop()


def test_an_action_that_raises(fragile: tuple[Server, Path]) -> None:
    server, switch = fragile
    talk = begin(server)
    for text in ("start de vragen maar", "geen naam"):
        talk.say(text)
    before = talk.history()
    switch.touch()
    line = failed(talk.send("havo en pimpelmees"))
    reference = re.search(r"nummer ([0-9a-f]{8})\.", line)
    assert reference
    assert reference.group(1) in server.log
    switch.unlink()
    assert talk.history()[: len(before)] == before
    assert talk.say("havo"), "the conversation goes on"
    assert "pimpelmees" not in server.log
    assert "Traceback" not in server.log


def test_a_slow_client_holds_nobody_up(fragile: tuple[Server, Path]) -> None:
    server, _ = fragile
    slow = []
    for _ in range(30):
        sock = socket.create_connection(("127.0.0.1", server.port), timeout=30)
        sock.sendall(b"POST /webhooks/keuzehulp/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{")
        slow.append(sock)
    talk = begin(server)
    started = time.monotonic()
    assert talk.say("hoi")
    assert time.monotonic() - started < 20, "others are answered"
    for sock in slow:
        sock.close()
    # One who leaves in the middle of an answer: the turn is kept all the same.
    body = b'{"text": "wat is coping?"}'
    head = (
        f"POST /webhooks/keuzehulp/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {talk.token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as sock:
        sock.sendall(head.encode() + body)
    for _ in range(60):
        users = [m["text"] for m in talk.history() if m["from"] == "user"]
        if "wat is coping?" in users:
            break
        time.sleep(0.5)
    assert users == ["hoi", "wat is coping?"]


def test_stopping_lets_turns_finish(fragile: tuple[Server, Path]) -> None:
    """The last test on this server, which it stops."""
    server, _ = fragile
    talks = [begin(server) for _ in range(3)]
    results: dict[int, requests.Response] = {}
    text = "Leerlingen oefenen samen met een rollenspel en ouders komen kijken. " * 100

    def send(number: int, talk: Talk) -> None:
        results[number] = talk.send(text, "paste")

    senders = [threading.Thread(target=send, args=pair) for pair in enumerate(talks)]
    for sender in senders:
        sender.start()
    for _ in range(200):
        running = requests.get(f"{server.base}/metrics", timeout=30).text
        if re.search(r"keuzehulp_turns_running [1-9]", running):
            break
    assert server.stop(signal.SIGTERM) == 0
    for sender in senders:
        sender.join(timeout=60)
    complete = [response for response in results.values() if response.status_code == 200]
    assert complete, "a turn that ran when the signal came is answered"
    for response in complete:
        assert answer(response)
    server.start()
    for number, talk in enumerate(talks):
        if number in results and results[number].status_code == 200:
            assert len(talk.history()) >= 2, "what was answered is kept"


def test_the_action_server_is_gone(endpoints: Path, tmp_path: Path) -> None:
    needs_model()
    server = Server(tmp_path, free_port(), {}, ("--endpoints", str(endpoints)))
    # It cannot warm up, so it is not ready; it does say so and does not stop.
    process_log = (tmp_path / "server.log").open("ab")
    environment = {**os.environ, "KEUZEHULP_DATA": str(tmp_path)}
    command = [sys.executable, "-m", "keuzehulp.server.serve", "--port", str(server.port), *server.arguments]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=process_log, stderr=process_log)
    try:
        for _ in range(600):
            try:
                ready = requests.get(f"{server.base}/ready", timeout=10)
                if "opwarmen" in server.log:
                    break
            except requests.RequestException:
                pass
            assert process.poll() is None, server.log[-1500:]
            time.sleep(0.3)
        assert ready.status_code == 503
        readable(ready.json()["error"])
        refused = requests.post(f"{server.base}/conversations", json={}, timeout=30)
        assert refused.status_code == 503
        readable(refused.json()["error"])
        assert "Traceback" not in server.log
    finally:
        process.terminate()
        process.wait(timeout=60)
        process_log.close()


# -- the model -----------------------------------------------------------------------------------------------------


def start_with(model: Path, tmp_path: Path) -> str:
    """What `serve` prints when it cannot start; it must end by itself, with one readable line."""
    environment = {**os.environ, "KEUZEHULP_DATA": str(tmp_path)}
    command = [sys.executable, "-m", "keuzehulp.server.serve", "--port", str(free_port()), "--model", str(model)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    (line,) = [text for text in done.stderr.splitlines() if not text.startswith("{")]
    assert "make train" in line
    return line


def test_a_model_that_is_missing_or_broken(tmp_path: Path) -> None:
    assert "bestaat niet" in start_with(tmp_path / "weg.tar.gz", tmp_path)
    broken = tmp_path / "kapot.tar.gz"
    broken.write_bytes(b"\x1f\x8b\x08\x00 dit is geen model")
    assert "beschadigd" in start_with(broken, tmp_path)


def test_a_model_of_another_version(tmp_path: Path) -> None:
    needs_model()
    newest = max((ROOT / "models").glob("*.tar.gz"), key=lambda p: p.stat().st_mtime)
    other = tmp_path / "ander.tar.gz"
    with tarfile.open(newest) as source, tarfile.open(other, "w:gz", compresslevel=1) as target:
        for member in source.getmembers():
            if not member.isfile():
                continue
            file = source.extractfile(member)
            content = file.read() if file else b""
            if member.name == "metadata.json":
                content = re.sub(
                    rb'"rasa_open_source_version": "[^"]*"', b'"rasa_open_source_version": "3.5.17"', content
                )
                member.size = len(content)
            target.addfile(member, io.BytesIO(content))
    assert "andere versie van Rasa" in start_with(other, tmp_path)
