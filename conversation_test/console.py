"""The report in the terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TextIO

from conversation_test.model import Result, TurnResult


class Console:
    """Writes the report; coloured when it goes to a terminal."""

    def __init__(
        self, stream: TextIO = sys.stdout, colour: bool | None = None, verbose: bool = False
    ) -> None:
        self.stream = stream
        self.colour = stream.isatty() if colour is None else colour
        self.verbose = verbose

    def paint(self, text: str, code: str) -> str:
        return f"\033[{code}m{text}\033[0m" if self.colour else text

    def write(self, text: str = "") -> None:
        self.stream.write(text + "\n")

    def failure(self, result: Result) -> None:
        """A failed conversation: the dialogue up to and with each failure, with both sides."""
        conversation = result.conversation
        self.write()
        self.write(
            self.paint(f"FAILED {conversation.name}", "1;31") + f"  {conversation.file}:{conversation.line}"
        )
        for turn in result.turns:
            self._turn(turn, conversation.file)
        if result.error:
            self.write(self.paint(f"  ! {result.error}", "31"))

    def _turn(self, item: TurnResult, file: str) -> None:
        if item.turn.text is not None:
            self.write(f"  user: {item.turn.text}")
        for message in item.turn.messages:
            buttons = "".join(f" [{button.get('title')}]" for button in message.buttons)
            self.write(self.paint(f"  bot:  {one_line(message.text)}{buttons}", "2"))
        for problem in item.problems:
            first, *rest = problem.lines()
            self.write(self.paint(f"  ✗ {file}:{problem.line}: {first}", "31"))
            for line in rest:
                self.write(f"    {line}")

    def summary(self, results: Sequence[Result], total: int, seconds: float) -> None:
        """The closing lines: which conversations failed and how many passed."""
        failed = [r for r in results if not r.passed]
        for result in failed:
            first = result.error or (result.problems[0].message if result.problems else "")
            self.write(self.paint("FAILED", "31") + f" {result.conversation.id} - {one_line(first)}")
        turns = sum(len(r.conversation.steps) for r in results)
        skipped = f", {total - len(results)} not run" if total > len(results) else ""
        text = f"{len(results) - len(failed)} passed, {len(failed)} failed{skipped}"
        self.write(self.paint(text, "1;31" if failed else "1;32") + f" ({turns} turns in {seconds:.1f} s)")


def one_line(text: str, width: int = 160) -> str:
    """Text with its line breaks shown as ⏎, cut to a readable length."""
    flat = " ⏎ ".join(line.strip() for line in text.splitlines() if line.strip())
    return flat if len(flat) <= width else flat[: width - 1] + "…"
