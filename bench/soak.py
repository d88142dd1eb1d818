"""`python -m bench.soak`: many turns on one server; memory may not grow, and a long conversation may not get slow."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path

from bench.load import LoadError, Result, middle, run, sentences
from bench.servers import Bot, StartFailed, serve_bot
from keuzehulp.server.train import newest_model

REPORT = Path("build/soak.json")
#: Where memory is first looked at: by then every part has been used.
EARLY = 2000
MAX_GROWTH = 0.05
MAX_RATIO = 1.3


@dataclass
class Soak:
    """What a soak found; memory in megabytes (RSS: what else runs does not change it), times in milliseconds."""

    turns: int
    conversations: int
    early_turns: int
    early_memory: float
    memory: float
    growth: float
    tenth: float
    hundredth: float
    ratio: float
    p50: float
    turns_per_second: float
    seconds: float
    stopped_early: bool
    date: str

    def failures(self) -> list[str]:
        """What did not reach its number."""
        found = []
        if self.growth > MAX_GROWTH:
            found.append(f"memory grew by {self.growth:.1%} after turn {self.early_turns}; allowed is {MAX_GROWTH:.0%}")
        if self.ratio > MAX_RATIO:
            found.append(f"the hundredth turn costs {self.ratio:.2f} times the tenth; allowed is {MAX_RATIO}")
        return found


def long_conversations(bot: Bot, conversations: int = 8) -> tuple[float, float]:
    """Milliseconds of the turns around the tenth and around the hundredth of the same conversations.

    The sentences come round every thirty turns, so both are the same ten messages. Raises LoadError.
    """
    texts = sentences()
    result = run(bot.target, 1, conversations * 105, texts, per_conversation=105)
    return around(result, 10), around(result, 100)


def around(result: Result, place: int) -> float:
    """Milliseconds: the middle over the ten places around `place`, each the middle over all conversations."""
    places = range(place - 5, place + 5)
    middles = [middle(result.by_place[p]) for p in places if p in result.by_place]
    return 1000 * sum(middles) / len(middles) if middles else 0.0


def soak(bot: Bot, turns: int, conversations: int, seconds: float) -> Soak:
    """Hold that many turns over that many conversations, eight at a time. Raises LoadError."""
    texts = sentences()
    each = max(1, turns // conversations)
    early_turns = min(EARLY, turns // 4)
    first = run(bot.target, 8, early_turns, texts, per_conversation=each)
    early = bot.memory().rss
    rest = run(bot.target, 8, turns - early_turns, texts, per_conversation=each, seconds=seconds)
    late = bot.memory().rss
    tenth, hundredth = long_conversations(bot)
    done = len(first.seconds) + len(rest.seconds)
    return Soak(
        turns=done,
        conversations=done // each,
        early_turns=early_turns,
        early_memory=round(early, 1),
        memory=round(late, 1),
        growth=round(late / early - 1, 4) if early else 0.0,
        tenth=round(tenth, 1),
        hundredth=round(hundredth, 1),
        ratio=round(hundredth / tenth, 3) if tenth else 0.0,
        p50=round(rest.percentile(50), 1),
        turns_per_second=round(rest.per_second, 1),
        seconds=round(first.duration + rest.duration, 1),
        stopped_early=done < turns,
        date=datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
    )


def main(argv: list[str] | None = None) -> int:
    """Run a soak and write its report; the exit code is 1 when a number was not reached."""
    parser = argparse.ArgumentParser(prog="soak", description="Many turns on one server, in bounded time.")
    parser.add_argument("--turns", type=int, default=20_000)
    parser.add_argument("--conversations", type=int, default=1_000)
    parser.add_argument("--seconds", type=float, default=1_800, help="stop the load after this time")
    parser.add_argument("--model", type=Path)
    arguments = parser.parse_args(argv)
    model = arguments.model or newest_model()
    if model is None:
        print("There is no model yet. Remedy: make train", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        bot = serve_bot(Path(folder), model)
        try:
            bot.start()
            found = soak(bot, arguments.turns, min(arguments.conversations, arguments.turns), arguments.seconds)
        except (LoadError, StartFailed) as error:
            print(error, file=sys.stderr)
            return 1
        finally:
            bot.stop()
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps(asdict(found), indent=2) + "\n")
    print(REPORT.read_text())
    for failure in found.failures():
        print(failure, file=sys.stderr)
    return 1 if found.failures() else 0


if __name__ == "__main__":
    sys.exit(main())
