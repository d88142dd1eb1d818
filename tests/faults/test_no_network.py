"""Without a network: serving, a whole check, pages and reports ask for nothing outside this machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.conftest import missing, needs_model
from tests.server.conftest import ROOT

#: Runs in a network namespace of its own with loopback only: whoever asks outside fails there.
PROGRAM = """
import json, os, socket, subprocess, sys, threading
subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
try:
    socket.create_connection(("192.0.2.1", 80), timeout=2)
    sys.exit("the network is not cut off")
except OSError:
    pass
from pathlib import Path
import requests
from bench.load import sentences
from tests.server.conftest import Server, Talk, answer, free_port
server = Server(Path(sys.argv[1]), free_port(), {"KEUZEHULP_LIMIET_BEURTEN": "uit", "PYTHONPATH": sys.argv[2]})
server.start()
talk = Talk(server, requests.post(server.base + "/conversations", json={}, timeout=60).json()["token"])
for text in sentences():
    assert talk.say(text), text
answers = talk.request("GET", "/overview").json()["antwoorden"]
assert len(answers) >= 10, answers
for kind in ("html", "pdf", "docx"):
    report = talk.request("GET", "/report?format=" + kind)
    assert report.status_code == 200, report.text
for path in ("/", "/chat", "/demo", "/formulier", "/privacy", "/toegankelijkheid", "/widget.js"):
    assert requests.get(server.url + path, timeout=60).status_code == 200
assert server.stop() == 0
print("klaar", len(answers))
"""

#: Put before everything in the server's process: names every try to reach something that is not this machine.
GUARD = """
import socket, os, sys
if any("keuzehulp" in part for part in sys.orig_argv):
    def note(address):
        host = address[0] if isinstance(address, tuple) else address
        if isinstance(host, bytes):
            host = host.decode("utf-8", "replace")
        if isinstance(host, str) and not host.startswith(("127.", "/", "\\0")) and host not in ("::1", "localhost", ""):
            with open(os.environ["BUITEN"], "a") as file:
                file.write(host + "\\n")
    own = socket.getaddrinfo
    def getaddrinfo(host, *more, **options):
        note((host or "localhost",))
        return own(host, *more, **options)
    socket.getaddrinfo = getaddrinfo
    class Socket(socket.socket):
        def connect(self, address):
            note(address)
            return super().connect(address)
        def connect_ex(self, address):
            note(address)
            return super().connect_ex(address)
    socket.socket = Socket
"""


def can_cut() -> bool:
    """Whether this user may make a network namespace."""
    command = ["unshare", "-rn", "sh", "-c", "ip link set lo up"]
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


def test_nothing_asks_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needs_model()
    if not can_cut():
        missing("unshare and ip, to cut off the network")
    guard, folder, outside = tmp_path / "wacht", tmp_path / "data", tmp_path / "buiten"
    guard.mkdir()
    folder.mkdir()
    (guard / "sitecustomize.py").write_text(GUARD)
    monkeypatch.setenv("BUITEN", str(outside))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    command = ["unshare", "-rn", sys.executable, "-W", "ignore", "-c", PROGRAM, str(folder), f"{guard}:{ROOT}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=500)
    assert done.returncode == 0, done.stdout[-800:] + done.stderr[-2500:]
    assert done.stdout.startswith("klaar")
    assert not outside.exists(), f"asked for: {outside.read_text()}"
