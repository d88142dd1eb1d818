"""What asks back, and what is only planned, at an open question; and a Dutch "want die" is no English."""

from __future__ import annotations

import pytest
from spacy.language import Language

from keuzehulp.nlu.oplossen import Uitkomst, los_op
from keuzehulp.nlu.vierweg import weeg

JA = {"ja": 0.9, "deels": 0.04, "nee": 0.03, "weet_niet": 0.02, "geen": 0.01}


def lees(nlp: Language, tekst: str) -> Uitkomst:
    """The outcome at the question about coping, with a model that is sure of yes."""
    begrip = nlp(tekst)._.begrip
    return weeg(begrip, los_op(begrip, [("affirm", 0.9)], False, "coping", None), JA, "coping")


@pytest.mark.parametrize("tekst", ["klopt dat wel van die 20", "moeten ouders er dan bij zijn", "waar staat dat dan"])
def test_asking_back_is_no_answer(nlp: Language, tekst: str) -> None:
    assert not [a for a in lees(nlp, tekst).antwoorden if a.rol in ("vraag", "coping")]


@pytest.mark.parametrize("tekst", ["klopt, elke week", "ja klopt", "klopt dat doen we hier veel"])
def test_agreeing_stays_an_answer(nlp: Language, tekst: str) -> None:
    assert [a.waarde for a in lees(nlp, tekst).antwoorden] == ["ja"]


@pytest.mark.parametrize("tekst", ["volgend jaar wel", "pas na de zomer", "dat komt nog", "nog in de steigers"])
def test_planned_is_not_there_yet(nlp: Language, tekst: str) -> None:
    assert [a.waarde for a in lees(nlp, tekst).antwoorden] == ["nee"]


@pytest.mark.parametrize("tekst", ["deze is beter want die heeft er meer", "kies maar want die ken ik"])
def test_want_die_is_no_english(nlp: Language, tekst: str) -> None:
    assert not nlp(tekst)._.crisis


@pytest.mark.parametrize("tekst", ["she says she wants to die", "i wanna die"])
def test_english_stays(nlp: Language, tekst: str) -> None:
    assert nlp(tekst)._.crisis
