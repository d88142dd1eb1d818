"""Kinship of words: a question finds a document with which it shares no word, through other documents."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from keuzehulp.verwantschap import Verwantschap

DOCUMENTS = [
    "kosten prijs euro",
    "prijs euro betalen",
    "ouders avond thuis",
    "thuis gezin ouders",
    "gezin avond",
]


@pytest.fixture(scope="module")
def words() -> TfidfVectorizer:
    return TfidfVectorizer().fit(DOCUMENTS)


@pytest.fixture(scope="module")
def kinship(words: TfidfVectorizer, monkeypatch_module: pytest.MonkeyPatch) -> Verwantschap:
    monkeypatch_module.setattr("keuzehulp.verwantschap.RICHTINGEN", 2)
    return Verwantschap(words.transform(DOCUMENTS))


@pytest.fixture(scope="module")
def monkeypatch_module():  # type: ignore[no-untyped-def]
    with pytest.MonkeyPatch.context() as patch:
        yield patch


def test_a_document_is_near_through_words_that_others_share(words: TfidfVectorizer, kinship: Verwantschap) -> None:
    asked = words.transform(["betalen"])
    direct = (words.transform(DOCUMENTS) @ asked.T).toarray().ravel()
    near = kinship.met(asked)
    assert direct[0] == 0.0, "the first document does not hold the word"
    assert near[0] > 0.9 and max(near[2:]) < 0.1


def test_nearness_is_a_cosine_and_unknown_words_are_near_nothing(words: TfidfVectorizer, kinship: Verwantschap) -> None:
    near = kinship.met(words.transform(["ouders thuis betalen"]))
    assert near.shape == (len(DOCUMENTS),) and np.abs(near).max() <= 1.0 + 1e-6
    assert not kinship.met(words.transform(["zebra"])).any()


def test_the_same_documents_give_the_same_space(words: TfidfVectorizer) -> None:
    asked = words.transform(["gezin prijs"])
    first, second = (Verwantschap(words.transform(DOCUMENTS)).met(asked) for _ in range(2))
    assert np.array_equal(first, second)
