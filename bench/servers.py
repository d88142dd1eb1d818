"""Bots to measure: how each is started, when it is ready, and how much memory its processes hold."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.load import Target

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 300

#: Rasa's stock REST channel, which the project itself keeps closed.
REST = "rest:\n"
#: The stock commands on the project's own store, with the actions on a server of their own.
STOCK_ENDPOINTS = """tracker_store:
  type: keuzehulp.rasa.tracker_store.MaskingSQLTrackerStore
  dialect: sqlite
action_endpoint:
  url: "http://127.0.0.1:{port}/webhook"
"""


class StartFailed(Exception):
    """A bot stopped or was not ready in time; the text ends with what it printed."""


@dataclass
class Memory:
    """Megabytes of all processes together; shared pages count once in `pss`."""

    rss: float = 0.0
    pss: float = 0.0


@dataclass
class Bot:
    """One or more processes that answer together."""

    name: str
    target: Target
    #: Addresses that answer 200 when everything is ready.
    ready: tuple[str, ...]
    commands: tuple[tuple[str, ...], ...]
    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    cwd: Path = ROOT
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self) -> float:
        """Start and wait until all addresses answer; gives the seconds that took. Raises StartFailed."""
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **QUIET, **self.environment}
        started = time.perf_counter()
        with (self.folder / "server.log").open("ab") as log:
            for command in self.commands:
                process = subprocess.Popen(command, cwd=self.cwd, env=environment, stdout=log, stderr=log)
                self.processes.append(process)
        waiting = list(self.ready)
        while waiting:
            if time.perf_counter() - started > START_SECONDS or any(p.poll() is not None for p in self.processes):
                tail = (self.folder / "server.log").read_text(errors="replace")[-1500:]
                self.stop()
                raise StartFailed(f"{self.name} did not start:\n{tail}")
            waiting = [address for address in waiting if not answers(address)]
            time.sleep(0.1)
        return time.perf_counter() - started

    def memory(self) -> Memory:
        """What all processes and their children hold now; zero on a system without /proc."""
        total = Memory()
        for process in self.processes:
            for pid in (process.pid, *children(process.pid)):
                found = memory_of(pid)
                total.rss += found.rss
                total.pss += found.pss
        return total

    def cpu(self) -> float:
        """Seconds of processor that all processes used so far; hardly depends on what else the machine does."""
        return sum(cpu_of(pid) for p in self.processes for pid in (p.pid, *children(p.pid)))

    def stop(self) -> None:
        """Stop all processes."""
        for process in self.processes:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in self.processes:
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.processes.clear()


#: No limits: the load comes from one address. No warnings of libraries in the log.
QUIET = {
    "KEUZEHULP_LIMIET_BEURTEN": "uit",
    "KEUZEHULP_LIMIET_LEZEN": "uit",
    "KEUZEHULP_LIMIET_ADRES": "uit",
    "KEUZEHULP_LIMIET_NIEUW": "uit",
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "CUDA_VISIBLE_DEVICES": "-1",
    "PYTHONWARNINGS": "ignore",
}


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


def answers(address: str) -> bool:
    """Whether an address answers 200."""
    try:
        with urllib.request.urlopen(address, timeout=5) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def serve_bot(
    folder: Path, model: Path, endpoints: Path | None = None, environment: dict[str, str] | None = None
) -> Bot:
    """Our own command, by default on the store and the actions of endpoints.yml."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "keuzehulp.server.serve", "--port", str(port), "--model", str(model)]
    if endpoints is not None:
        command += ["--endpoints", str(endpoints)]
    return Bot(
        "serve",
        Target(url),
        (f"{url}/webhooks/keuzehulp/ready",),
        (tuple(command),),
        folder,
        {"KEUZEHULP_DATA": str(folder), **(environment or {})},
    )


def stock_bot(folder: Path, model: Path) -> Bot:
    """The same model under `rasa run` and `rasa run actions`, with the stock REST channel."""
    port, actions = free_port(), free_port()
    (folder / "credentials.yml").write_text(REST)
    (folder / "endpoints.yml").write_text(STOCK_ENDPOINTS.format(port=actions))
    rasa = (sys.executable, "-m", "rasa", "run")
    files = ("--credentials", str(folder / "credentials.yml"), "--endpoints", str(folder / "endpoints.yml"))
    return Bot(
        "stock",
        Target(f"http://127.0.0.1:{port}", rest=True),
        (f"http://127.0.0.1:{port}/", f"http://127.0.0.1:{actions}/health"),
        (
            (*rasa, "actions", "--actions", "actions", "--port", str(actions)),
            (*rasa, "--interface", "127.0.0.1", "--port", str(port), "--model", str(model), *files),
        ),
        folder,
        {"KEUZEHULP_DATA": str(folder)},
    )


def init_bot(folder: Path) -> Bot:
    """The bot that `rasa init` made in `folder`, under `rasa run`."""
    port = free_port()
    (folder / "credentials.yml").write_text(REST)
    command = (sys.executable, "-m", "rasa", "run", "--interface", "127.0.0.1", "--port", str(port))
    url = f"http://127.0.0.1:{port}"
    return Bot("rasa init", Target(url, rest=True), (f"{url}/",), (command,), folder, cwd=folder)


def children(pid: int) -> Sequence[int]:
    """All descendants of a process."""
    found: list[int] = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            direct = [int(child) for child in path.read_text().split()]
        except OSError:
            continue
        for child in direct:
            found += [child, *children(child)]
    return found


def memory_of(pid: int) -> Memory:
    """Memory of one process; zero when it is gone or the system does not tell."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return Memory()
    kilobytes = {line.split(":")[0]: line.split()[1] for line in lines[1:] if ":" in line}
    return Memory(int(kilobytes.get("Rss", 0)) / 1024, int(kilobytes.get("Pss", 0)) / 1024)


def cpu_of(pid: int) -> float:
    """Seconds of processor of one process; zero when it is gone or the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
