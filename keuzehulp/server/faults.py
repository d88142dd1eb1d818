"""Nothing that goes wrong in a turn stays hidden: it is counted, logged with a reference, and told to the user."""

from __future__ import annotations

import json
import logging
import os
import secrets
import sys
import time
import traceback
from contextvars import ContextVar
from typing import Any

from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import ActionExecuted
from rasa.utils.endpoints import ClientResponseError, EndpointConfig

logger = logging.getLogger("keuzehulp.server")

#: Errors of actions in the running turn. Rasa logs them and goes on, so that the user would just hear nothing.
action_errors: ContextVar[list[BaseException] | None] = ContextVar("action_errors", default=None)


class WatchedActions(EndpointConfig):
    """An action endpoint that remembers what went wrong; it changes nothing else."""

    def __init__(self, inner: EndpointConfig) -> None:
        """`inner` runs the actions, in this process or over HTTP."""
        super().__init__(url=inner.url)
        self.inner = inner

    async def request(self, *args: Any, **kwargs: Any) -> Any:
        """As the inner endpoint; a rejected action is no error."""
        try:
            return await self.inner.request(*args, **kwargs)
        except Exception as error:
            errors = action_errors.get()
            if errors is not None and not (isinstance(error, ClientResponseError) and error.status == 400):
                errors.append(error)
            raise


def end_endless_turn(tracker: Any, *_: Any) -> None:
    """Called by Rasa when a turn would never end and was cut off.

    Without a listen the conversation would stay cut off at every later message.
    """
    tracker.update(ActionExecuted(ACTION_LISTEN_NAME))
    errors = action_errors.get()
    if errors is not None:
        errors.append(RuntimeError("turn cut off"))


def report(error: BaseException, what: str) -> str:
    """Log an error without any message text; returns the reference that the user is told."""
    reference = secrets.token_hex(4)
    root = error
    for _ in range(10):
        root = root.__cause__ or root.__context__ or root
    frames = [f"{_short(f.filename)}:{f.lineno} {f.name}" for f in traceback.extract_tb(root.__traceback__)]
    kinds = {"kind": type(error).__name__, "cause": type(root).__name__}
    event("error", level=logging.ERROR, what=what, reference=reference, **kinds, frames=frames[-6:])
    return reference


def _short(filename: str) -> str:
    """A file name as it stands in the project or in the installed package."""
    return filename.rpartition("/site-packages/")[2].removeprefix(f"{os.getcwd()}/")


def event(name: str, level: int = logging.INFO, **fields: Any) -> None:
    """Log an event as one JSON line. Fields never hold what somebody typed."""
    logger.log(level, json.dumps({"event": name, **fields}, ensure_ascii=False, default=str))


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time, level, and what `event` gave."""

    def format(self, record: logging.LogRecord) -> str:
        """The line for a record."""
        fields: dict[str, Any]
        try:
            fields = json.loads(record.getMessage())
        except ValueError:
            fields = {"event": record.getMessage()}
        moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        return json.dumps({"time": f"{moment}Z", "level": record.levelname.lower(), **fields}, ensure_ascii=False)


def log_to_stderr(level: int = logging.INFO) -> None:
    """Let our own events go to stderr; other loggers stay as they are."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter())
    logger.handlers = [handler]
    logger.setLevel(level)
    logger.propagate = False


class LibraryErrors(logging.Handler):
    """Errors that libraries log become events without their text, which may hold what somebody typed."""

    def emit(self, record: logging.LogRecord) -> None:
        """Log where it came from and the kind of error."""
        if record.name == logger.name:
            return  # our own event, which holds no text; to log it again would never end
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            report(error, record.name)
        else:
            event(
                "library_error",
                level=record.levelno,
                logger=record.name,
                where=f"{record.module}:{record.lineno}",
            )
