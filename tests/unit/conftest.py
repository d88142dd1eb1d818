"""What the unit tests share: the Dutch pipeline and the knowledge base with its indexes, each made once."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from keuzehulp.beantwoorden.antwoorden import prepare
from keuzehulp.kennisbank import Kennisbank, load
from keuzehulp.nlu import laad


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline nl_keuzehulp, as Rasa loads it."""
    return laad()


@pytest.fixture(scope="session")
def kb() -> Kennisbank:
    """The knowledge base of the project, ready to be asked."""
    loaded = load(Path(__file__).resolve().parents[2] / "data" / "kennisbank")
    prepare(loaded)
    return loaded
