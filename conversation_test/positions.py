"""Reading YAML without losing where everything stands.

The safe loader's composer gives the nodes; values are then made by the YAML 1.2 rules that
Rasa follows, so that `user: yes` is the word "yes" and not a truth value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from conversation_test.errors import FileProblem

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?[0-9]+\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_CONSTANTS: dict[str, Any] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


@dataclass
class Node:
    """A value with its place. Mappings hold `(line of the key, Node)` per key."""

    value: bool | int | float | str | list[Node] | dict[str, tuple[int, Node]] | None
    line: int
    column: int
    #: A scalar's text as it was written.
    raw: str = ""

    @property
    def at(self) -> tuple[int, int]:
        """Line and column, both counted from 0."""
        return self.line - 1, self.column

    def plain(self) -> Any:
        """The value without places."""
        if isinstance(self.value, list):
            return [item.plain() for item in self.value]
        if isinstance(self.value, dict):
            return {key: node.plain() for key, (_, node) in self.value.items()}
        return self.value


def read_text(path: Path) -> str:
    """The text of a file. Raises FileProblem if it cannot be read as UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise FileProblem(f"cannot be read ({error.strerror}). Check the path.", str(path)) from None
    except UnicodeDecodeError:
        raise FileProblem("is not UTF-8 text. Save it as UTF-8.", str(path)) from None


def parse(text: str, file: str) -> Node:
    """The document in `text`. Raises FileProblem on a syntax error or a repeated key."""
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = " ".join(part for part in (error.context, error.problem) if part)
        message = f"is not valid YAML: {problem}. Check indentation, colons and quotation marks."
        raise FileProblem(message, file, mark.line + 1 if mark else None) from None
    except yaml.YAMLError as error:
        raise FileProblem(f"is not valid YAML: {error}", file) from None
    if root is None:
        return Node(None, 1, 0)
    return _convert(root, file, 0)


def _convert(node: Any, file: str, depth: int) -> Node:
    line, column = node.start_mark.line + 1, node.start_mark.column
    if depth > 40:
        raise FileProblem("is nested too deeply.", file, line)
    if isinstance(node, yaml.SequenceNode):
        return Node([_convert(item, file, depth + 1) for item in node.value], line, column)
    if isinstance(node, yaml.MappingNode):
        return Node(_mapping(node, file, depth), line, column)
    return Node(_scalar(node), line, column, str(node.value))


def _mapping(node: Any, file: str, depth: int) -> dict[str, tuple[int, Node]]:
    out: dict[str, tuple[int, Node]] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise FileProblem("a key must be a word, not a list or mapping.", file, line)
        key = str(key_node.value)
        if key in out:
            raise FileProblem(f"the key '{key}' stands here twice; remove one.", file, line)
        out[key] = (line, _convert(value_node, file, depth + 1))
    return out


def _scalar(node: Any) -> bool | int | float | str | None:
    text = str(node.value)
    quoted = node.style in ("'", '"', "|", ">")
    # The composer's own guess is only used to see an explicit `!!str`.
    if quoted or (node.tag == "tag:yaml.org,2002:str" and _looks_typed(text)):
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]  # type: ignore[no-any-return]
    if _INT.match(text):
        return int(text)
    if _FLOAT.match(text):
        return float(text)
    return text


def _looks_typed(text: str) -> bool:
    """True for plain words that the safe loader itself never takes for text."""
    return text in _CONSTANTS or bool(_INT.match(text))
