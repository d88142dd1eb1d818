"""What the unit tests share: the Dutch pipeline, loaded once."""

from __future__ import annotations

import pytest
from spacy.language import Language

from keuzehulp.nlu import laad


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline nl_keuzehulp, as Rasa loads it."""
    return laad()
