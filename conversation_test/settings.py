"""Settings from `conversation_test.yml` in the project's folder; the command line goes first."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from conversation_test.errors import FileProblem
from conversation_test.positions import parse, read_text

FILE_NAME = "conversation_test.yml"


@dataclass
class Settings:
    """How a project's conversations are run. All paths are relative to `root`."""

    root: Path = field(default_factory=Path.cwd)
    #: Where test files are looked for when the command line names none.
    paths: list[str] = field(default_factory=lambda: ["tests"])
    #: Plug-ins, as `module:attribute` or `file.py:attribute`.
    plugins: list[str] = field(default_factory=list)
    #: A model file or a folder with models.
    model: str = "models"
    #: The package with custom actions; None for no custom actions.
    actions: str | None = "actions"
    #: Rasa's own files, for rule coverage.
    config: str = "config.yml"
    domain: str = "domain.yml"
    data: list[str] = field(default_factory=lambda: ["data"])
    #: A running server instead of a model in process.
    url: str | None = None
    client: str = "rest"
    token: str | None = None
    workers: int = 1
    #: Percentages: one for all lists together (`total`) or one per list.
    coverage_floor: dict[str, float] = field(default_factory=dict)
    #: Names that coverage leaves out, per list; `*` stands for any text.
    coverage_ignore: dict[str, list[str]] = field(default_factory=dict)


_TEXTS = {"model", "actions", "config", "domain", "url", "client", "token"}
_LISTS = {"paths", "plugins", "data"}


def load_settings(root: Path, file: str | None = None) -> Settings:
    """The settings of the project in `root`; the defaults if it has no settings file.

    Raises FileProblem for an unknown key or a value of the wrong kind.
    """
    settings = Settings(root=root)
    path = Path(file) if file else root / FILE_NAME
    if not file and not path.is_file():
        return settings
    node = parse(read_text(path), str(path))
    if node.value is None:
        return settings
    if not isinstance(node.value, dict):
        raise FileProblem("must be a mapping (key: value).", str(path), node.line)
    known = [name for name in vars(settings) if name != "root"]
    for key, (line, value) in node.value.items():
        if key not in known:
            close = difflib.get_close_matches(key, known, n=1)
            remedy = f"Did you mean '{close[0]}'?" if close else f"Known: {', '.join(known)}."
            raise FileProblem(f"unknown key '{key}'. {remedy}", str(path), line)
        setattr(settings, key, _value(key, value.plain(), str(path), line))
    return settings


def _value(key: str, value: Any, file: str, line: int) -> Any:
    if key in _TEXTS:
        if value is not None and not isinstance(value, str):
            raise FileProblem(f"'{key}' must be text.", file, line)
        return value
    if key in _LISTS:
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            raise FileProblem(f"'{key}' must be a list of texts.", file, line)
        return items
    if key == "workers":
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise FileProblem("'workers' must be a whole number from 1.", file, line)
        return value
    if key == "coverage_floor":
        return _floor(value, file, line)
    if not isinstance(value, dict) or not all(isinstance(v, list) for v in value.values()):
        raise FileProblem(f"'{key}' must be a mapping from a list's name to names.", file, line)
    return {name: [str(item) for item in items] for name, items in value.items()}


def _floor(value: Any, file: str, line: int) -> dict[str, float]:
    floors: Any | dict[str, Any] = value if isinstance(value, dict) else {"total": value}
    for name, number in floors.items():
        if not isinstance(number, (int, float)) or isinstance(number, bool) or not 0 <= number <= 100:
            raise FileProblem(f"'coverage_floor' of '{name}' must be a percentage (0 to 100).", file, line)
    return {str(name): float(number) for name, number in floors.items()}
