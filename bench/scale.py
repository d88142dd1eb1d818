"""`python -m bench.scale`: two processes on one PostgreSQL and one Redis against one process on the same."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg2
import redis

from bench.load import LoadError, Result, run, sentences
from bench.servers import ROOT, Bot, StartFailed, serve_bot
from keuzehulp.server.train import newest_model

DATABASE = "postgresql://postgres@127.0.0.1:5432/postgres"
REDIS = "redis://127.0.0.1:6379/9"
ENDPOINTS = ROOT / "deploy" / "endpoints.yml"
SECRET = "een-geheim-alleen-voor-metingen-en-tests-0123456789"


class NotReachable(Exception):
    """PostgreSQL or Redis does not answer; the text says which, where and why."""


@dataclass
class Scale:
    """The same load on one process and on two."""

    one: Result | None = None
    two: Result | None = None
    skipped: str = ""

    @property
    def ratio(self) -> float:
        """Turns a second of two over those of one."""
        return self.two.per_second / self.one.per_second if self.one and self.two and self.one.per_second else 0.0

    def text(self) -> str:
        """As Markdown."""
        if not self.one or not self.two:
            return f"Two processes against one: not measured ({self.skipped})."
        rows = [
            f"| {name} | {r.percentile(50):.1f} ms | {r.percentile(95):.1f} ms | {r.per_second:.1f} |"
            for name, r in (("one", self.one), ("two", self.two))
        ]
        head = ["| processes, PostgreSQL and Redis, 16 at once | p50 | p95 | turns/s |", "|---|---|---|---|"]
        return "\n".join([*head, *rows, "", f"Two processes serve {self.ratio:.2f} times one (to reach: 1.6)."])


@contextmanager
def services(name: str) -> Iterator[dict[str, str]]:
    """The environment for processes on a database of their own, which is dropped at the end. Raises NotReachable."""
    address = os.environ.get("KEUZEHULP_TEST_DB_URL", DATABASE)
    lock = os.environ.get("KEUZEHULP_TEST_REDIS_URL", REDIS)
    try:
        redis.from_url(lock, socket_connect_timeout=2).ping()
    except (redis.RedisError, OSError) as error:
        raise NotReachable(f"Redis does not answer at {lock.rpartition('@')[2]}: {error}") from error
    try:
        connection = psycopg2.connect(address, connect_timeout=2)
    except psycopg2.Error as error:
        raise NotReachable(f"PostgreSQL does not answer at {address.rpartition('@')[2]}: {error}") from error
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA {name}")
    try:
        yield {
            "KEUZEHULP_DB_URL": address,
            "POSTGRESQL_SCHEMA": name,
            "KEUZEHULP_REDIS_URL": lock,
            "KEUZEHULP_SECRET": SECRET,
        }
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP SCHEMA {name} CASCADE")
        connection.close()


def measure(model: Path, turns: int, seconds: float) -> Scale:
    """Load one process and then two. Raises StartFailed and LoadError."""
    found = Scale()
    print("one process and two ...", flush=True)
    try:
        with services(f"keuzehulp_bench_{os.getpid()}") as environment, ExitStack() as stack:
            bots: list[Bot] = []
            for _ in range(2):
                folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
                bots.append(serve_bot(folder, model, ENDPOINTS, environment))
                stack.callback(bots[-1].stop)
                bots[-1].start()
            texts = sentences()
            for bot in bots:
                run(bot.target, 1, len(texts), texts)
            found.one = run(bots[0].target, 16, turns, texts, seconds=seconds)
            found.two = run([bot.target for bot in bots], 16, turns * 2, texts, seconds=seconds)
    except NotReachable as error:
        found.skipped = str(error).splitlines()[0]
    return found


def main(argv: list[str] | None = None) -> int:
    """Measure and print; the exit code is 1 when it failed."""
    parser = argparse.ArgumentParser(prog="scale", description="Two processes against one.")
    parser.add_argument("--turns", type=int, default=480)
    parser.add_argument("--seconds", type=float, default=40)
    parser.add_argument("--model", type=Path)
    arguments = parser.parse_args(argv)
    model = arguments.model or newest_model()
    if model is None:
        print("There is no model yet. Remedy: make train", file=sys.stderr)
        return 2
    try:
        print(measure(model.resolve(), arguments.turns, arguments.seconds).text())
    except (LoadError, StartFailed) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
