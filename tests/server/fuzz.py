"""`python -m tests.server.fuzz`: odd messages against a real server of its own. Nothing may break or get stuck.

Every answer is complete or a readable refusal: no 5xx, no error in a stream, no trace of the inside; and each
conversation still answers at its end. The same seed gives the same messages. Exits with 1 when anything went wrong.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import requests

from tests.server.conftest import Server, Talk, free_port

PER_CONVERSATION = 40
OFF = dict.fromkeys(
    ("KEUZEHULP_LIMIET_BEURTEN", "KEUZEHULP_LIMIET_LEZEN", "KEUZEHULP_LIMIET_ADRES", "KEUZEHULP_LIMIET_NIEUW"), "uit"
)
WORDS = [
    *"ja nee deels weet niet ouders oefenen kanjer terug stop opnieuw overzicht waarom bron rollenspel 12 tien".split(),  # noqa: SIM905
    *"/\\{}[]\"';à",
    *("--", "<b>", "&amp;", "%s", "{{slot}}", "${x}", "\u202e", "\u200d", "🧑‍🏫", "ß", "﷽", "𝕳", "elke week", "soms"),
]
INTENTS = ("restart", "back", "session_start", "affirm", "inform", "crisis", "correct", "EXTERNAL: affirm", "x", "")
ODD = (
    '/affirm{"antwoord": "ja"}', '/inform{"sector": "vo"}', "/session_start", '/restart{"a": {"b": [1]}}', "EXTERNAL: affirm",
    "'; DROP TABLE events;--", "<img src=x onerror=alert(1)>", "](javascript:alert(1))", "{{7*7}}", "${jndi:ldap://x}", "%00%n%s",
    "\u0000", "\ud800", "\uffff", "ÿþ", "a\u0300" * 200, "👨‍👩‍👧‍👦" * 100, "\n" * 500, "\t \u00a0\u3000", "-" * 4000, "a" * 5000,
    "nee " * 1200, "ja. " * 1200, "(" * 900, '"' * 999, "1" * 4000, "1e999", "null", "true", "[]", "../../etc/passwd", "٣ ouders",
    "ОУДЕРС", "ouders\u202eaj", "\x1b[31mrood", "#REF!", "=1+1", "/" * 300, "@everyone", "ja\u0000nee", "ſ", "İ" * 300,
)  # fmt: skip


def odd_message(dice: random.Random) -> Any:
    """One body of a message, mostly well-formed JSON with a text that is not expected."""
    makers: list[Callable[[], Any]] = [
        lambda: {"text": dice.choice(ODD), "kind": "text"},
        lambda: {"text": " ".join(dice.choices(WORDS, k=dice.randint(1, 30))), "kind": "text"},
        lambda: {
            "text": "".join(chr(dice.choice((dice.randint(0, 255), dice.randint(0, 0x10FFFF)))) for _ in range(40))
        },
        lambda: {"text": f"/{dice.choice(INTENTS)}" + dice.choice(("", "{", '{"x":1}', "@0.9", "+a")), "kind": "text"},
        lambda: {"text": "x", "kind": "button", "payload": dice.choice(ODD)},
        lambda: {"text": " ".join(dice.choices(WORDS, k=800))[:20_000], "kind": "paste"},
        lambda: {"text": dice.choice((None, 5, [], {}, True, [[[]]])), "kind": dice.choice(("text", "x", None, 3))},
        lambda: dice.choice(([], "tekst", 5, None, {"a": [[[[]]]]})),
        lambda: {"element": dice.choice(("ouders", "x", 5)), "antwoord": dice.choice(("ja", "x", None)), "text": "hoi"},
    ]
    return dice.choices(makers, weights=(20, 30, 15, 10, 6, 1, 4, 2, 2))[0]()


def problem(response: requests.Response) -> str:
    """What is wrong with an answer; empty when nothing is."""
    if "Traceback" in response.text or "site-packages" in response.text:
        return "shows the inside"
    if response.status_code == 200:
        last = json.loads(response.text.splitlines()[-1])
        return "" if last == {"type": "done"} else f"ended with {last}"
    if response.status_code not in (400, 409, 413, 415):
        return f"status {response.status_code}: {response.text[:200]}"
    return "" if response.json().get("error") else "no readable line"


def main(argv: list[str] | None = None) -> int:
    """Run; returns the exit code."""
    parser = argparse.ArgumentParser(prog="fuzz", description="Send odd messages to a server.")
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=900, help="stop after this time")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args(argv)
    dice = random.Random(arguments.seed)
    statuses: Counter[int] = Counter()
    problems: list[str] = []
    slowest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), free_port(), OFF)
        server.start()
        end = time.monotonic() + arguments.seconds
        talk = Talk(server)
        for number in range(arguments.messages):
            if time.monotonic() > end:
                break
            if number % PER_CONVERSATION == 0:
                if number and (stuck := problem(talk.send("hoi"))):
                    problems.append(f"conversation before message {number} is stuck: {stuck}")
                talk = Talk(server, requests.post(f"{server.base}/conversations", json={}, timeout=60).json()["token"])
            body = odd_message(dice)
            started = time.monotonic()
            data = json.dumps(body).encode()
            response = talk.request("POST", "/messages", data=data, headers={"Content-Type": "application/json"})
            slowest = max(slowest, time.monotonic() - started)
            statuses[response.status_code] += 1
            if wrong := problem(response):
                problems.append(f"message {number} {data[:200]!r}: {wrong}")
        server.stop()
        if "Traceback" in server.log:
            problems.append("the log shows a traceback")
        errors = [line for line in server.log.splitlines() if '"level": "error"' in line]
    print(
        f"{statuses.total()} messages, by status {dict(sorted(statuses.items()))}, slowest {slowest:.2f} s, seed {arguments.seed}"
    )
    print("\n".join([*problems[:40], *errors[:20]]) or "Nothing broke and no conversation got stuck.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
