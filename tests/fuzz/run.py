"""`python -m tests.fuzz.run --messages 10000`: many messages, in bounded time, with a report in build/fuzz.json."""

from __future__ import annotations

import argparse
import json
import sys
import time
from datetime import datetime, timezone
from pathlib import Path

from keuzehulp.server.train import newest_model
from tests.fuzz.bot import Bot, Broken
from tests.fuzz.corpus import many

REPORT = Path("build/fuzz.json")
#: Messages of one conversation, half of them in the middle of a check; then it must still record an answer.
EACH = 50


def main(argv: list[str] | None = None) -> int:
    """Send the messages; the exit code is 1 when one of them broke something."""
    parser = argparse.ArgumentParser(prog="fuzz")
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=1_800)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args(argv)
    model = newest_model()
    if model is None:
        print("There is no model yet. Remedy: make train", file=sys.stderr)
        return 2
    bot = Bot(model)
    broken: list[str] = []
    done, begun = 0, time.monotonic()
    try:
        for number, message in enumerate(many(arguments.messages, arguments.seed)):
            sender = f"fuzz-{number // EACH}"
            if number % EACH == 0:
                if number:
                    broken += _stuck(bot, f"fuzz-{number // EACH - 1}")
                if (number // EACH) % 2:
                    bot.begin(sender)
            try:
                bot.check(message, sender)
            except Broken as error:
                broken.append(str(error)[:1000])
            done += 1
            if time.monotonic() - begun > arguments.seconds:
                break
    finally:
        bot.close()
    report = {
        "messages": done,
        "broken": broken,
        "seconds": round(time.monotonic() - begun, 1),
        "seed": arguments.seed,
        "stopped_early": done < arguments.messages,
        "date": datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
    }
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps(report, indent=2, ensure_ascii=True) + "\n")
    print(json.dumps({**report, "broken": len(broken)}))
    for line in broken[:40]:
        print(line.encode("utf-8", "backslashreplace").decode(), file=sys.stderr)
    return 1 if broken else 0


def _stuck(bot: Bot, sender: str) -> list[str]:
    said = bot.run(bot.say("wat is coping?", sender))
    return [] if any("oping" in str(m.get("text")) for m in said) else [f"{sender} is stuck"]


if __name__ == "__main__":
    sys.exit(main())
