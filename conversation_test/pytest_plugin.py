"""pytest collects the same files: one item per conversation.

Switched off with `-p no:conversation_test` or `--no-conversations`; the bot is loaded once,
when the first conversation runs.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conversation_test.console import Console
from conversation_test.errors import ConversationTestError
from conversation_test.inprocess import quieten_structlog
from conversation_test.loader import BUILTIN_KEYS, is_test_file, load_file
from conversation_test.model import Conversation, Result
from conversation_test.plugin import all_checks, load_plugins
from conversation_test.runner import Runner, open_backend
from conversation_test.settings import FILE_NAME, Settings, load_settings

_RUNNER: pytest.StashKey[Runner] = pytest.StashKey()
_SETTINGS: pytest.StashKey[Settings] = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options for where the bot is."""
    group = parser.getgroup("conversations")
    group.addoption("--no-conversations", action="store_true", help="do not collect conversation tests")
    group.addoption("--conversation-model", metavar="PATH", help="trained model, or folder with models")
    group.addoption("--conversation-url", metavar="URL", help="a running server instead of a model")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Takes YAML files with `test_cases`."""
    if parent.config.getoption("--no-conversations") or not is_test_file(file_path):
        return None
    collector: pytest.Collector = ConversationFile.from_parent(parent, path=file_path)
    return collector


def pytest_unconfigure(config: pytest.Config) -> None:
    """Closes the bot."""
    runner = config.stash.get(_RUNNER, None)
    if runner is not None:
        runner.backend.close()


def _settings(config: pytest.Config) -> Settings:
    if _SETTINGS not in config.stash:
        here = Path.cwd()
        root = here if (here / FILE_NAME).is_file() or (here / "config.yml").is_file() else config.rootpath
        settings = load_settings(root)
        settings.model = config.getoption("--conversation-model") or settings.model
        settings.url = config.getoption("--conversation-url") or settings.url
        config.stash[_SETTINGS] = settings
    return config.stash[_SETTINGS]


def _runner(config: pytest.Config) -> Runner:
    if _RUNNER not in config.stash:
        settings = _settings(config)
        plugins = load_plugins(settings.plugins, settings.root)
        with warnings.catch_warnings():
            # Deprecations inside Rasa's own dependencies are no news about the conversations.
            warnings.simplefilter("ignore")
            backend = open_backend(settings, plugins)
        quieten_structlog()
        config.stash[_RUNNER] = Runner(backend, plugins)
    return config.stash[_RUNNER]


class ConversationFile(pytest.File):
    """A file with conversations."""

    def collect(self) -> Iterator[ConversationItem]:
        """One item per conversation."""
        try:
            settings = _settings(self.config)
            checks = all_checks(load_plugins(settings.plugins, settings.root), BUILTIN_KEYS)
            conversations = load_file(self.path, checks)
        except ConversationTestError as error:
            raise self.CollectError(str(error)) from None
        for conversation in conversations:
            yield ConversationItem.from_parent(self, name=conversation.name, conversation=conversation)


class ConversationFailed(Exception):
    """Carries the result to the report."""

    def __init__(self, result: Result) -> None:
        self.result = result
        super().__init__(result.error or "; ".join(p.message for p in result.problems))


class ConversationItem(pytest.Item):
    """A conversation."""

    def __init__(self, *, conversation: Conversation, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.conversation = conversation

    def runtest(self) -> None:
        """Plays it."""
        result = _runner(self.config).run(self.conversation)
        if not result.passed:
            raise ConversationFailed(result)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The dialogue with what went wrong, instead of a stack trace."""
        error = excinfo.value
        if isinstance(error, ConversationFailed):
            stream = io.StringIO()
            Console(stream, colour=False).failure(error.result)
            return stream.getvalue().strip()
        if isinstance(error, ConversationTestError):
            return str(error)
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path | str, int | None, str]:
        """File, line and name."""
        return self.path, self.conversation.line - 1, self.conversation.name
