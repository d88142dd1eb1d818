"""`make chat` and `make demo`: talk with the trained model and the real actions in the terminal."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import textwrap
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from keuzehulp.server.train import newest_model

WIDTH = 96


def main(argv: list[str] | None = None) -> int:
    """Talk until end of input; returns the exit code."""
    parser = argparse.ArgumentParser(prog="chat", description="Praat met de keuzehulp in de terminal.")
    parser.add_argument("--script", type=Path, help="a file with one user message per line, shown with the answers")
    arguments = parser.parse_args(argv)
    model = newest_model()
    if model is None:
        print("Er is nog geen model. Typ eerst: make train", file=sys.stderr)
        return 1
    print("De keuzehulp start op ...", flush=True)
    quiet_logs()
    return asyncio.run(_talk(model, arguments.script))


async def _talk(model: Path, script: Path | None) -> int:
    from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

    agent = load_agent(model)
    sender = f"terminal-{uuid.uuid4().hex}"
    offered: list[dict[str, Any]] = []
    if script is None:
        print("Typ je bericht. Een knop kies je met zijn nummer. Stoppen: een lege regel met Ctrl-D.\n")
    for text in _lines(script):
        message = _chosen(text, offered)
        channel = CollectingOutputChannel()
        if script is not None:
            print(f"\n> {text}\n")
        await agent.handle_message(UserMessage(message, channel, sender, input_channel="terminal"))
        for reply in channel.messages:
            offered = _show(reply) or offered
    return 0


def quiet_logs() -> None:
    """Only errors on the terminal; Rasa's own logs hold message text."""
    from rasa.utils.log_utils import configure_structlog

    logging.disable(logging.WARNING)
    configure_structlog(logging.ERROR)


def load_agent(model: Path) -> Any:
    """The trained model with the actions in this process and a store in memory."""
    from rasa.core.agent import Agent
    from rasa.core.tracker_store import InMemoryTrackerStore
    from rasa.shared.core.domain import Domain

    from keuzehulp.server.in_process import InProcessActions, check_action_results_once

    check_action_results_once()
    agent = Agent(action_endpoint=InProcessActions(), tracker_store=InMemoryTrackerStore(Domain.empty()))
    agent.load_model(model)
    return agent


def _lines(script: Path | None) -> Iterator[str]:
    if script is not None:
        lines = script.read_text(encoding="utf-8").splitlines()
        yield from (line for line in lines if line.strip() and not line.startswith("#"))
        return
    while True:
        try:
            text = input("> ").strip()
        except (EOFError, KeyboardInterrupt):
            print()
            return
        if text:
            yield text


def _chosen(text: str, offered: list[dict[str, Any]]) -> str:
    """A number picks a button; a slash typed by hand is text."""
    if text.isdigit() and 0 < int(text) <= len(offered):
        return str(offered[int(text) - 1]["payload"])
    return f" {text}" if text.startswith("/") else text


def _show(reply: dict[str, Any]) -> list[dict[str, Any]]:
    for paragraph in str(reply.get("text") or "").splitlines():
        print(textwrap.fill(paragraph, WIDTH, subsequent_indent="  " if paragraph.startswith("- ") else ""))
    buttons: list[dict[str, Any]] = reply.get("buttons") or []
    if buttons:
        print("  " + "   ".join(f"[{n}] {b['title']}" for n, b in enumerate(buttons, start=1)))
    print()
    return buttons


if __name__ == "__main__":
    sys.exit(main())
