"""What all tests share: the knowledge base, and the outside documents of the workplace where they are at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from keuzehulp.kennisbank import Kennisbank, load

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def kb() -> Kennisbank:
    """The knowledge base of the project."""
    return load(ROOT / "data" / "kennisbank")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the source documents; absent on a stranger's machine, never in CI."""
    if not SHARED.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI needs the source documents in {SHARED.name}/ beside the project")
        pytest.skip("the source documents are not part of the project; this check needs them beside it")
    return SHARED
