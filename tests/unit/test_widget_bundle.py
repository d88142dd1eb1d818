"""The built widget in git: the same as a fresh build, small, and asking nothing of other servers."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

WIDGET = Path(__file__).resolve().parents[2] / "widget"
LIMIT = 25_000


@pytest.fixture(scope="module")
def bundle() -> bytes:
    """The file that the server gives to browsers."""
    return (WIDGET / "dist" / "widget.js").read_bytes()


@pytest.fixture(scope="module")
def node() -> str:
    """Node with the widget's tools; without them the check is skipped, and in CI it fails."""
    found = shutil.which("node")
    reason = ""
    if found is None:
        reason = "a fresh build needs Node (20.19 or newer)"
    elif not (WIDGET / "node_modules" / "esbuild").is_dir():
        npm = shutil.which("npm")
        if os.environ.get("CI") == "true" and npm:
            subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=WIDGET, check=True, timeout=600)
        else:
            reason = "a fresh build needs the widget's tools: npm ci in widget/"
    if reason and os.environ.get("CI") == "true":
        pytest.fail(reason)
    if reason or found is None:
        pytest.skip(reason)
    return found


def test_the_file_is_a_fresh_build(node: str) -> None:
    result = subprocess.run([node, "build.mjs", "--check"], cwd=WIDGET, capture_output=True, text=True, timeout=300)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_file_is_small(bundle: bytes) -> None:
    size = len(gzip.compress(bundle, compresslevel=9))
    assert size <= LIMIT, f"{size} bytes gzipped: take something out of widget/src or a dependency"


def test_the_file_names_no_other_server(bundle: bytes) -> None:
    text = bundle.decode()
    addresses = set(re.findall(r"(?:https?:|wss?:)?//[\w-]+(?:\.[\w-]+)+", text))
    assert addresses <= {"http://www.w3.org"}, "only the name of the SVG namespace, which nobody fetches"


@pytest.mark.parametrize(
    "word", ["document.cookie", "randomUUID", "navigator.clipboard", "eval(", "new Function", "sendBeacon", "insertAdjacentHTML"]
)  # fmt: skip
def test_the_file_does_without(bundle: bytes, word: str) -> None:
    """No cookie, nothing that a plain-http intranet lacks, nothing that a strict CSP refuses."""
    assert word not in bundle.decode()


def test_html_is_parsed_by_lit_alone(bundle: bytes) -> None:
    """lit-html fills one template element, by its Trusted Types policy; no text of a message goes that way."""
    sources = "".join(p.read_text(encoding="utf-8") for p in (WIDGET / "src").glob("*.ts"))
    assert not re.search(r"innerHTML|outerHTML|unsafeHTML|DOMParser|document\.write", sources)
    assert bundle.decode().count("innerHTML") <= 2


def test_the_licence_of_what_is_inside_is_told(bundle: bytes) -> None:
    assert b"BSD-3-Clause" in bundle[:200]
    assert "Google" in (WIDGET / "THIRD_PARTY.md").read_text(encoding="utf-8")
