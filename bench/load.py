"""A load of real conversations against a running bot, over its stock REST channel or over the channel of the widget."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

GESPREK = Path(__file__).parent / "gesprek.txt"
_TIMEOUT = aiohttp.ClientTimeout(total=120)


class LoadError(Exception):
    """The bot did not answer as it should; the text holds what it said."""


@dataclass(frozen=True)
class Target:
    """A bot that answers at `url`: `rest` is Rasa's stock channel, else it is the channel of the widget."""

    url: str
    rest: bool = False


@dataclass
class Result:
    """What a load gave: seconds of every turn, and of the whole."""

    seconds: list[float] = field(default_factory=list)
    duration: float = 0.0
    #: Seconds per turn by its place in its conversation (from 1).
    by_place: dict[int, list[float]] = field(default_factory=dict)

    def add(self, place: int, seconds: float) -> None:
        """Count one turn."""
        self.seconds.append(seconds)
        self.by_place.setdefault(place, []).append(seconds)

    def percentile(self, percent: float) -> float:
        """Milliseconds of a turn at that percentile, 0 without turns."""
        ordered = sorted(self.seconds)
        return 1000 * ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))] if ordered else 0.0

    @property
    def per_second(self) -> float:
        """Turns a second."""
        return len(self.seconds) / self.duration if self.duration else 0.0


def sentences(path: Path = GESPREK) -> list[str]:
    """The messages of a file: a line each, without blank lines and lines that begin with #."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


class Conversation:
    """One conversation, as a browser or a script holds it."""

    def __init__(self, session: aiohttp.ClientSession, target: Target, number: int) -> None:
        """`number` makes the sender of the stock channel, which takes any."""
        self._session = session
        self._target = target
        self._sender = f"bench-{time.time_ns()}-{number}"
        self._token = ""

    async def say(self, text: str) -> list[dict[str, Any]]:
        """Send a message and read the whole answer. Raises LoadError when there is none or it ends in an error."""
        if self._target.rest:
            return await self._rest(text)
        if not self._token:
            started = await self._post("/webhooks/keuzehulp/conversations", {})
            self._token = json.loads(started)["token"]
        answer = await self._post("/webhooks/keuzehulp/messages", {"text": text})
        messages: list[dict[str, Any]] = [json.loads(line) for line in answer.splitlines()]
        if len(messages) < 2 or messages[-1].get("type") != "done":
            raise LoadError(f"{text!r}: {answer[:300]}")
        return messages[:-1]

    async def _rest(self, text: str) -> list[dict[str, Any]]:
        answer = await self._post("/webhooks/rest/webhook", {"sender": self._sender, "message": text})
        messages: list[dict[str, Any]] = json.loads(answer)
        if not messages:
            raise LoadError(f"{text!r}: no answer")
        return messages

    async def _post(self, path: str, body: dict[str, Any]) -> str:
        headers = {"Authorization": f"Bearer {self._token}"} if self._token else {}
        async with self._session.post(self._target.url + path, json=body, headers=headers) as response:
            answer: str = await response.text()
            if response.status >= 300:
                raise LoadError(f"{path}: {response.status} {answer[:300]}")
            return answer


async def load(
    targets: Target | Sequence[Target],
    conversations: int,
    turns: int,
    texts: Sequence[str],
    per_conversation: int = 0,
    seconds: float = 3600,
) -> Result:
    """Hold `conversations` at the same time until `turns` are done or `seconds` have passed.

    A conversation has `per_conversation` turns (by default once through `texts`), then a new one takes its place.
    With several targets, each next conversation goes to the next one. Raises LoadError.
    """
    pool = [targets] if isinstance(targets, Target) else list(targets)
    each = per_conversation or len(texts)
    result = Result()
    left = iter(range(max(conversations, -(-turns // each))))
    started = time.perf_counter()
    async with aiohttp.ClientSession(timeout=_TIMEOUT, connector=aiohttp.TCPConnector(limit=0)) as session:

        async def one_after_another() -> None:
            for number in left:
                conversation = Conversation(session, pool[number % len(pool)], number)
                for place in range(1, each + 1):
                    begun = time.perf_counter()
                    if begun - started > seconds or len(result.seconds) >= turns:
                        return
                    await conversation.say(texts[(place - 1) % len(texts)])
                    result.add(place, time.perf_counter() - begun)

        await asyncio.gather(*(one_after_another() for _ in range(conversations)))
    result.duration = time.perf_counter() - started
    return result


def run(*arguments: Any, **options: Any) -> Result:
    """`load`, from a program that is not asynchronous. Raises LoadError."""
    return asyncio.run(load(*arguments, **options))


def middle(values: Iterable[float]) -> float:
    """The median; 0 of nothing."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2] if ordered else 0.0
