"""A full disk. Not lost: everything that was answered before; the conversation goes on when there is room again."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.conftest import begin, failed, missing, needs_model
from tests.server.conftest import Server, free_port


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose data folder is a disk of its own of 4 MB."""
    needs_model()
    folder = tmp_path_factory.mktemp("schijf")
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m,mode=700", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        missing("the right to mount a small disk (root)")
    # The log of the server is not what this disk is for.
    log = tmp_path_factory.mktemp("log") / "server.log"
    log.touch()
    (folder / "server.log").symlink_to(log)
    server = Server(folder, free_port())
    try:
        server.start()
        yield server
        if server.process and server.process.poll() is None:
            server.stop()
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


def test_a_full_disk(small: Server) -> None:
    talk = begin(small)
    for text in ("start de vragen maar", "geen naam", "havo"):
        talk.say(text)
    before = talk.history()
    fill = small.data / "vol"
    fill_up(fill)
    line = failed(talk.send("alle leerlingen van klas 1"))
    for _ in range(20):
        # Room that the database had already may last for some turns.
        if line:
            break
        before = talk.history()
        fill_up(fill)
        line = failed(talk.send("wat is coping?"))
    assert "niet verwerkt" in line
    assert talk.history() == before
    fill.unlink()
    assert talk.say("wat is coping?")
    assert len(talk.history()) > len(before)
    assert "Traceback" not in small.log


def fill_up(file: Path) -> None:
    """Write until nothing more goes in."""
    with file.open("ab", buffering=0) as stream:
        for size in (65536, 4096, 512, 1):
            try:
                while True:
                    stream.write(b"x" * size)
            except OSError:
                continue


def test_a_file_that_may_not_grow_is_a_store_error(tmp_path: Path) -> None:
    """The same with RLIMIT_FSIZE, in a process of its own; needs no rights."""
    program = """
import asyncio, resource, signal, sys
from pathlib import Path
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from keuzehulp.rasa.tracker_store import MaskingSQLTrackerStore
from keuzehulp.server.storage import ConversationStore, StoreError, StrictTrackerStore
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
inner = MaskingSQLTrackerStore(domain=Domain.empty(), db=sys.argv[1])
store = StrictTrackerStore(inner, ConversationStore.of(inner), lambda tracker: None)
tracker = DialogueStateTracker.from_events("x", [UserUttered("bewaard")])
asyncio.run(store.save(tracker))
size = max(p.stat().st_size for p in Path(sys.argv[1]).parent.iterdir())
resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
tracker.update(UserUttered("te veel " * 20000))
try:
    asyncio.run(store.save(tracker))
except StoreError as error:
    assert "te veel" not in str(error)
    print("geweigerd")
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.getrlimit(resource.RLIMIT_FSIZE)[1],) * 2)
found = asyncio.run(store.retrieve("x"))
print([e.text for e in found.events])
"""
    environment = {**os.environ, "KEUZEHULP_DATA": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program, str(tmp_path / "t.db")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=200,
    )
    assert done.stdout.split("\n")[:2] == ["geweigerd", "['bewaard']"], done.stdout + done.stderr[-1500:]
