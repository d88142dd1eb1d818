"""Changing single values in a YAML file and leaving every other character as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from conversation_test.errors import FileProblem
from conversation_test.positions import parse


def scalar(text: str, style: str = "", indent: str = "") -> str:
    """`text` as a YAML value in the given style (`"`, `'`, `|` or plain), quoted where needed."""
    if style in ("|", ">") or (style == "" and "\n" in text and _fits_block(text)):
        return "|-\n" + "\n".join(indent + line if line else "" for line in text.split("\n"))
    if style == "'" and "\n" not in text and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    if style == "" and _plain(text):
        return text
    return '"' + "".join(_escaped(char) for char in text) + '"'


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def _escaped(char: str) -> str:
    """A character as it stands between double quotation marks."""
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable():
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _fits_block(text: str) -> bool:
    printable = all(char.isprintable() or char == "\n" for char in text)
    return printable and text == text.strip() and text.split("\n")[0][:1] not in ("", " ", "\t")


def _plain(text: str) -> bool:
    """True if `text` without quotation marks is read back as exactly this text, anywhere."""
    if not text or any(char in text for char in ",[]{}\n") or not text.isprintable():
        return False
    # Also words that other YAML readers take for a truth value are quoted.
    if text.lower() in ("yes", "no", "on", "off", "y", "n"):
        return False
    try:
        node = parse(f"- key: {text}\n", "")
    except FileProblem:
        return False
    plain = node.plain()
    return bool(plain == [{"key": text}])


def replace_scalars(text: str, changes: Mapping[tuple[int, int], str]) -> str:
    """The file's text with the values at (line, column) replaced; places count from 0."""
    spans = []
    loader: Any = yaml.SafeLoader
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.ScalarEvent):
            began: Any = event.start_mark
            ended: Any = event.end_mark
            place = (began.line, began.column)
            if place in changes and text[began.index] not in "&!":
                spans.append((began.index, ended.index, event.style or "", place))
    for start, end, style, place in reversed(spans):
        old = text[start:end].rstrip()
        text = (
            text[:start] + scalar(changes[place], style, _indent(text, start, old)) + text[start + len(old) :]
        )
    return text


def _indent(text: str, start: int, old: str) -> str:
    """The indentation of a block value: the old one, or two more than the line it stands in."""
    lines = [line for line in old.split("\n")[1:] if line.strip()]
    if lines and old[0] in "|>":
        return lines[0][: len(lines[0]) - len(lines[0].lstrip())]
    line = text[text.rfind("\n", 0, start) + 1 : start]
    depth = len(line) - len(line.lstrip(" -"))
    return " " * (depth + 2)
