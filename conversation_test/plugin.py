"""What a project can add: assertion keys, coverage lists and ways to reach its server."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from conversation_test.errors import ConversationTestError
from conversation_test.model import Problem, Turn

#: What a check may give back: nothing if all is well, else the problem.
Verdict = str | Problem | Sequence[Problem] | None


@dataclass
class Check:
    """An extra assertion key.

    `check` gets the value from the file and the turn. It returns None if the turn is as
    expected, or a message, a Problem (with expected and seen) or several.
    `validate` gets the value when the file is read and returns a message if it is malformed.
    """

    check: Callable[[Any, Turn], Verdict]
    validate: Callable[[Any], str | None] = lambda value: None
    #: JSON Schema of the value, for the editor.
    schema: Mapping[str, Any] = field(default_factory=dict)
    description: str = ""
    #: False if messages alone suffice, so the key can be used against any server.
    needs_events: bool = True


@dataclass
class CoverageList:
    """A list of things that conversations should touch."""

    #: All items. Called once, after the run.
    items: Callable[[], Iterable[str]]
    #: The items that a turn touched.
    touched: Callable[[Turn], Iterable[str]]


class Plugin:
    """Base class; override what is needed."""

    def prepare(self) -> None:
        """Called once in each process that is going to load a model, before it does."""

    def checks(self) -> Mapping[str, Check]:
        """Extra assertion keys, by name."""
        return {}

    def coverage(self) -> Mapping[str, CoverageList]:
        """Extra coverage lists, by name."""
        return {}

    def clients(self) -> Mapping[str, Callable[[str], Any]]:
        """Extra values for `--client`: name to a function from a URL to a Backend."""
        return {}


def load_plugins(names: Sequence[str], root: Path) -> list[Plugin]:
    """The plug-ins named as `package.module:attribute` or `path/to/file.py:attribute`.

    The attribute is a Plugin, a subclass of it, or a function that returns one. Raises
    ConversationTestError if it cannot be found.
    """
    return [_load(name, root) for name in names]


def _load(name: str, root: Path) -> Plugin:
    target, _, attribute = name.rpartition(":")
    if not target:
        raise ConversationTestError(
            f"plug-in '{name}': write it as 'package.module:attribute' or 'path/to/file.py:attribute'."
        )
    found = getattr(_module(target, root, name), attribute, None)
    if found is None:
        raise ConversationTestError(f"plug-in '{name}': '{target}' has no '{attribute}'.")
    if not isinstance(found, Plugin) and callable(found):
        found = found()
    if not isinstance(found, Plugin):
        raise ConversationTestError(
            f"plug-in '{name}' must be (or return) a conversation_test.Plugin, not {type(found).__name__}."
        )
    return found


def _module(target: str, root: Path, name: str) -> Any:
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))
    try:
        if not target.endswith(".py"):
            return importlib.import_module(target)
        path = root / target
        spec = importlib.util.spec_from_file_location(f"conversation_plugin_{path.stem}", path)
        if spec is None or spec.loader is None or not path.is_file():
            raise ConversationTestError(f"plug-in '{name}': there is no file {path}.")
        module = importlib.util.module_from_spec(spec)
        # Registered so that dataclasses and pickling inside the plug-in work.
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        return module
    except ImportError as error:
        raise ConversationTestError(f"plug-in '{name}' cannot be imported: {error}.") from error


def all_checks(plugins: Sequence[Plugin], builtin: Iterable[str]) -> dict[str, Check]:
    """The plug-ins' checks together. Raises ConversationTestError on a name used twice."""
    taken = set(builtin)
    out: dict[str, Check] = {}
    for plugin in plugins:
        for key, check in plugin.checks().items():
            if key in taken:
                raise ConversationTestError(
                    f"plug-in {type(plugin).__name__}: the key '{key}' exists already."
                )
            taken.add(key)
            out[key] = check
    return out
