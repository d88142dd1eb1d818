"""Thumbs: counted, with an optional line, apart from conversations."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from keuzehulp.privacy import maskeer
from keuzehulp.server.settings import MAX_NOTE

FILE = "beoordelingen.jsonl"
KEPT_DAYS = 30


class Ratings:
    """A file with one rating a line: day, thumb, what the message said (statement ids), masked note."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the data folder."""
        self.path = folder / FILE

    def add(self, value: str, note: str, metadata: Mapping[str, Any]) -> None:
        """Keep one. Nothing in it leads back to a conversation: a day, no time, no id."""
        row = {
            "dag": time.strftime("%Y-%m-%d", time.gmtime()),
            "duim": value,
            "uitspraken": list(metadata.get("uitspraken") or [])[:20],
            "deel": metadata.get("deel"),
            "opmerking": maskeer(note[:MAX_NOTE]).tekst[:MAX_NOTE],
        }
        data = json.dumps({k: v for k, v in row.items() if v}, ensure_ascii=False) + "\n"
        descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "a", encoding="utf-8") as file:
            file.write(data)

    def prune(self, now: float | None = None) -> int:
        """Forget ratings of more than 30 days ago; returns how many."""
        first = time.strftime("%Y-%m-%d", time.gmtime((time.time() if now is None else now) - KEPT_DAYS * 86400))
        if not self.path.is_file():
            return 0
        rows = self.path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [row for row in rows if _day(row) >= first]
        if len(kept) < len(rows):
            beside = self.path.with_suffix(".nieuw")
            beside.touch(mode=0o600)
            beside.write_text("".join(kept), encoding="utf-8")
            beside.replace(self.path)
        return len(rows) - len(kept)


def _day(row: str) -> str:
    """The day of a line; a line that was cut off by a crash has none and goes."""
    try:
        return str(json.loads(row)["dag"])
    except (ValueError, KeyError, TypeError):
        return ""
