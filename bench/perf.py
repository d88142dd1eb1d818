"""`python -m bench.perf`: the stock commands against ours on the same bot, in one run; writes docs/performance.md.

`--quick` takes a few minutes on two idle cores and leaves out `rasa init` and the long memory run.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import datetime, timezone
from pathlib import Path

from bench import scale
from bench.load import LoadError, run, sentences
from bench.servers import QUIET, ROOT, Bot, StartFailed, init_bot, serve_bot, stock_bot
from keuzehulp.server.train import newest_model

REPORT = Path("build/performance.json")
PICTURE = Path("build/performance.png")
PAGE = Path("docs/performance.md")
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
LEVELS = (1, 8, 32)


@dataclass
class Level:
    """Turns of so many conversations at the same time."""

    conversations: int
    turns: int
    p50: float
    p95: float
    p99: float
    per_second: float
    #: Milliseconds of processor that a turn takes, in all processes of the bot.
    cpu: float


@dataclass
class Measured:
    """One bot."""

    name: str
    ready: float = 0.0
    memory_start: float = 0.0
    memory_end: float = 0.0
    rss_end: float = 0.0
    turns: int = 0
    levels: list[Level] = field(default_factory=list)
    training: float = 0.0


@dataclass(frozen=True)
class Size:
    """How much is measured."""

    turns: int
    seconds: float
    memory_turns: int


QUICK, FULL = Size(240, 25, 0), Size(960, 90, 5000)


def measure(bot: Bot, size: Size, texts: list[str]) -> Measured:
    """Start a bot, load it at each level, stop it. Raises StartFailed and LoadError."""
    found = Measured(bot.name)
    try:
        found.ready = round(bot.start(), 1)
        found.memory_start = round(bot.memory().pss)
        # Every sentence once, so that nothing is measured that only the first turns pay.
        found.turns = len(run(bot.target, 1, len(texts), texts).seconds)
        for conversations in LEVELS:
            used = bot.cpu()
            result = run(bot.target, conversations, size.turns, texts, seconds=size.seconds)
            used = 1000 * (bot.cpu() - used) / max(1, len(result.seconds))
            found.turns += len(result.seconds)
            p50, p95, p99 = (round(result.percentile(p), 1) for p in (50, 95, 99))
            rate = round(result.per_second, 1)
            found.levels.append(Level(conversations, len(result.seconds), p50, p95, p99, rate, round(used, 1)))
        if found.turns < size.memory_turns:
            more = run(bot.target, 8, size.memory_turns - found.turns, texts, seconds=size.seconds * 4)
            found.turns += len(more.seconds)
        memory = bot.memory()
        found.memory_end, found.rss_end = round(memory.pss), round(memory.rss)
    finally:
        bot.stop()
    return found


def training_seconds(folder: Path) -> float:
    """Train the project's model from nothing, into a folder of its own. Raises StartFailed."""
    command = [sys.executable, "-m", "rasa", "train", "--force", "--out", str(folder / "models")]
    command += ["--data", "data", "--domain", "domain.yml", "--config", "config.yml"]
    return _timed(command, ROOT)


def make_init_bot(folder: Path) -> float:
    """Make the bot of `rasa init` in a folder; gives the seconds that making and training took. Raises StartFailed."""
    return _timed([sys.executable, "-m", "rasa", "init", "--no-prompt", "--init-dir", str(folder)], folder)


def _timed(command: list[str], cwd: Path) -> float:
    begun = time.perf_counter()
    done = subprocess.run(
        command, cwd=cwd, env={**os.environ, "PYTHONPATH": str(ROOT), **QUIET}, capture_output=True, text=True
    )
    if done.returncode:
        raise StartFailed(f"{' '.join(command[1:4])} failed:\n{(done.stdout + done.stderr)[-1500:]}")
    return round(time.perf_counter() - begun, 1)


def measure_all(model: Path, size: Size, with_init: bool, train: bool) -> list[Measured]:
    """Ours, the stock commands on the same model, and perhaps the bot of `rasa init`."""
    bots: list[tuple[Callable[[Path], Bot], str]] = [
        (lambda folder: serve_bot(folder, model), "serve"),
        (lambda folder: stock_bot(folder, model), "stock"),
    ]
    found = []
    for make, name in bots:
        with tempfile.TemporaryDirectory() as folder:
            print(f"{name} ...", flush=True)
            found.append(measure(make(Path(folder)), size, sentences()))
            print(json.dumps(asdict(found[-1])), flush=True)
    if train:
        with tempfile.TemporaryDirectory() as folder:
            print("training ...", flush=True)
            found[0].training = found[1].training = training_seconds(Path(folder))
    if with_init:
        with tempfile.TemporaryDirectory() as folder:
            print("rasa init ...", flush=True)
            training = make_init_bot(Path(folder))
            found.append(measure(init_bot(Path(folder)), size, ["hello", "I am sad", "yes", "great", "bye"]))
            found[-1].training = training
    return found


def table(found: list[Measured]) -> str:
    """The measurements as Markdown."""
    names = {"serve": "`serve`", "stock": "`rasa run` + `rasa run actions`", "rasa init": "`rasa init` bot, `rasa run`"}
    lines = [
        "| | conversations at once | p50 | p95 | p99 | turns/s | processor per turn |",
        "|---|---|---|---|---|---|---|",
    ]
    for bot in found:
        for level in bot.levels:
            times = " | ".join(f"{t:.1f} ms" for t in (level.p50, level.p95, level.p99))
            lines.append(
                f"| {names[bot.name]} | {level.conversations} | {times} | {level.per_second:.1f} | {level.cpu:.1f} ms |"
            )
    lines += [
        "",
        "| | start until ready | memory after start | memory at the end | after turns | training |",
        "|---|---|---|---|---|---|",
    ]
    for bot in found:
        training = f"{bot.training:.0f} s" if bot.training else "not measured in this run"
        lines.append(
            f"| {names[bot.name]} | {bot.ready:.1f} s | {bot.memory_start:.0f} MB | {bot.memory_end:.0f} MB "
            f"| {bot.turns} | {training} |"
        )
    return "\n".join(lines)


def against_stock(found: list[Measured]) -> str:
    """What ours gives over the stock commands, as Markdown."""
    ours, stock = found[0], found[1]
    lines = ["| `serve` against the stock commands | measured | to reach |", "|---|---|---|"]
    for mine, theirs in zip(ours.levels, stock.levels, strict=True):
        at = f"{mine.conversations} at once"
        lines.append(f"| p50, {at} | {_over(mine.p50, theirs.p50)} of stock | 0.20 |")
        lines.append(f"| processor per turn, {at} | {_over(mine.cpu, theirs.cpu)} of stock | – |")
        lines.append(f"| turns/s, {at} | {_over(mine.per_second, theirs.per_second)} times | 5 |")
    lines.append(f"| memory at the end | {_over(ours.memory_end, stock.memory_end)} of stock | 1 |")
    lines.append(f"| start until ready | {_over(ours.ready, stock.ready)} of stock | 1 |")
    lines.append(f"| p50 of one conversation | {ours.levels[0].p50:.1f} ms | 15 ms on two idle cores |")
    return "\n".join(lines)


def _over(one: float, other: float) -> str:
    return f"{one / other:.2f}" if other else "–"


def picture(found: list[Measured]) -> None:
    """Bars of p50 and of turns a second."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(1, 2, figsize=(9, 3.5))
    for axis, key, title in ((axes[0], "p50", "p50 of a turn (ms)"), (axes[1], "per_second", "turns a second")):
        for number, bot in enumerate(found):
            places = [place + number / (len(found) + 1) for place in range(len(bot.levels))]
            bars = axis.bar(places, [getattr(level, key) for level in bot.levels], 1 / (len(found) + 1), label=bot.name)
            axis.bar_label(bars, fmt="%.0f", fontsize=7)
        axis.set_xticks(range(len(LEVELS)), [f"{n} at once" for n in LEVELS])
        axis.set_title(title)
    axes[0].legend()
    figure.tight_layout()
    figure.savefig(PICTURE, dpi=110)


def write_page(text: str, page: Path = PAGE) -> None:
    """Put what was measured between its marks in the page; the rest of the page stays."""
    old = page.read_text(encoding="utf-8") if page.is_file() else f"# Measurements\n\n{BEGIN}\n{END}\n"
    before, _, rest = old.partition(BEGIN)
    page.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


def machine() -> str:
    """When and on what was measured."""
    busy = os.getloadavg()[0]
    moment = datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC")
    python = ".".join(map(str, sys.version_info[:3]))
    return f"Measured {moment}, {os.cpu_count()} cores, Python {python}; load of the machine at the end {busy:.1f}."


def main(argv: list[str] | None = None) -> int:
    """Measure, write the page, the picture and the report; the exit code is 1 when a bot failed."""
    parser = argparse.ArgumentParser(prog="perf", description="Measure the bot against the stock commands.")
    parser.add_argument("--quick", action="store_true", help="fewer turns, no `rasa init`, no training")
    parser.add_argument("--turns", type=int, help="turns at each level")
    parser.add_argument("--seconds", type=float, help="at most this long at each level")
    parser.add_argument("--no-init", action="store_true", help="leave out the bot of `rasa init`")
    parser.add_argument("--no-scale", action="store_true", help="leave out one process against two")
    parser.add_argument("--model", type=Path)
    arguments = parser.parse_args(argv)
    model = arguments.model or newest_model()
    if model is None:
        print("There is no model yet. Remedy: make train", file=sys.stderr)
        return 2
    base = QUICK if arguments.quick else FULL
    size = Size(arguments.turns or base.turns, arguments.seconds or base.seconds, base.memory_turns)
    before = os.getloadavg()[0]
    try:
        found = measure_all(model.resolve(), size, not (arguments.quick or arguments.no_init), not arguments.quick)
        two = None if arguments.no_scale else scale.measure(model.resolve(), size.turns, size.seconds)
    except (LoadError, StartFailed) as error:
        print(error, file=sys.stderr)
        return 1
    when = f"{machine()} Load before the run {before:.1f}."
    text = "\n\n".join([when, table(found), against_stock(found), *([two.text()] if two else [])])
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps([asdict(bot) for bot in found], indent=2) + "\n")
    picture(found)
    write_page(text)
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
