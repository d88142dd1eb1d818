"""Errors that are the user's to repair: they are shown without a stack trace."""

from __future__ import annotations


class ConversationTestError(Exception):
    """Something outside the conversations is wrong (a file, a setting, the bot's model)."""


class FileProblem(ConversationTestError):
    """A test file that cannot be read, with the place and what to do about it."""

    def __init__(self, message: str, file: str, line: int | None = None) -> None:
        self.message = message
        self.file = file
        self.line = line
        place = f"{file}:{line}" if line else file
        super().__init__(f"{place}: {message}")

    def __reduce__(self) -> tuple[type, tuple[str, str, int | None]]:
        # The default pickling would call the constructor with the finished text only.
        return type(self), (self.message, self.file, self.line)
