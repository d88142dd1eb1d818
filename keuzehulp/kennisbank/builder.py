"""From a read YAML mapping to the dataclasses of the model, driven by their type hints.

The same hints give the JSON Schema, so that the loader and the editor never disagree.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from keuzehulp.kennisbank.located_yaml import KennisbankFout, LocatedDict
from keuzehulp.kennisbank.model import Uitspraak

T = TypeVar("T")


class Builder:
    """Builds values of one file and tells `register` of every statement made (its id, the line it is on)."""

    def __init__(self, path: Path, register: Callable[[Uitspraak, Path, int], None]) -> None:
        self.path = path
        self.register = register

    def build(self, cls: type[T], node: LocatedDict, prefix: str) -> T:
        """Build `cls` from a mapping; statements in it get ids that start with `prefix`.

        Raises KennisbankFout for an unknown or missing key, a value of another kind, or no citation.
        """
        keys = _keys(typing.cast(type, cls))
        for key in node:
            if key not in keys:
                self._refuse_key(key, node, list(keys))
        values = {
            name: self._value(hint, node[name], f"{prefix}.{name}", node.lines[name])
            for name, (_, hint) in keys.items()
            if name in node
        }
        for name, (item, _) in keys.items():
            if name not in node and item.default is MISSING and item.default_factory is MISSING:
                problem = f"the key '{name}' is missing in {prefix}"
                raise KennisbankFout(self.path, node.line, problem, f"Add '{name}:' here")
        if issubclass(cls, Uitspraak):
            values["id"] = prefix
        try:
            made = cls(**values)
        except ValueError as error:
            raise KennisbankFout(self.path, node.line, f"{prefix}: {error}", "See docs/kennisbank.md") from error
        if isinstance(made, Uitspraak):
            self.register(made, self.path, node.line)
        return made

    def _refuse_key(self, key: str, node: LocatedDict, known: list[str]) -> typing.NoReturn:
        close = get_close_matches(key, known, n=1)
        remedy = f"Did you mean '{close[0]}'?" if close else f"Known keys: {', '.join(known)}"
        raise KennisbankFout(self.path, node.lines[key], f"unknown key '{key}'", remedy)

    def _value(self, hint: Any, value: Any, prefix: str, line: int) -> Any:
        origin, arguments = typing.get_origin(hint), typing.get_args(hint)
        if origin in (typing.Union, types.UnionType):
            if value is None:
                return None
            return self._value(arguments[0], value, prefix, line)
        if origin is tuple:
            self._expect(value, list, "a list", prefix, line)
            return tuple(
                self._value(arguments[0], item, f"{prefix}.{number}", getattr(item, "line", line))
                for number, item in enumerate(value, start=1)
            )
        if origin is dict:
            self._expect(value, LocatedDict, "keys with values", prefix, line)
            return {
                key: self._value(arguments[1], item, f"{prefix}.{key}", value.lines[key]) for key, item in value.items()
            }
        if is_dataclass(hint):
            self._expect(value, LocatedDict, "keys with values", prefix, line)
            return self.build(typing.cast(type, hint), value, prefix)
        if hint is str and isinstance(value, int | float) and not isinstance(value, bool):
            # A section number or an amount without quotes reads as a number in YAML.
            raise KennisbankFout(self.path, line, f"{prefix} is read as a number", "Put quotes around it")
        self._expect(value, hint, {str: "text", int: "a whole number", bool: "true or false"}[hint], prefix, line)
        return value.strip() if hint is str else value

    def _expect(self, value: Any, kind: type, words: str, prefix: str, line: int) -> None:
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            found = type(value).__name__ if value is not None else "nothing"
            raise KennisbankFout(self.path, line, f"{prefix} holds {found}", f"Write {words} here")


@cache
def _keys(cls: type) -> dict[str, tuple[Field[Any], Any]]:
    """The YAML keys of a dataclass with their field and resolved type hint; derived fields are no keys."""
    hints = typing.get_type_hints(cls)
    return {item.name: (item, hints[item.name]) for item in fields(cls) if not item.metadata.get("derived")}


def json_schema(cls: type) -> dict[str, Any]:
    """The JSON Schema (draft 7) of a dataclass of the model, nested values written out."""
    keys = _keys(cls)
    required = [name for name, (item, _) in keys.items() if item.default is MISSING and item.default_factory is MISSING]
    return {
        "type": "object",
        "description": (cls.__doc__ or "").strip().split("\n")[0],
        "additionalProperties": False,
        "required": required,
        "properties": {name: _schema_of(hint) for name, (_, hint) in keys.items()},
    }


def _schema_of(hint: Any) -> dict[str, Any]:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return {"anyOf": [_schema_of(arguments[0]), {"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": _schema_of(arguments[0])}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema_of(arguments[1])}
    if is_dataclass(hint):
        return json_schema(typing.cast(type, hint))
    return {"type": {str: "string", int: "integer", bool: "boolean"}[hint]}
