"""Slips in questions: repaired where a known word is meant, left alone where the word may be meant as it stands."""

import pytest

from keuzehulp.kennisbank import get_kennisbank
from keuzehulp.nlu.woorden import is_bekend
from keuzehulp.spelling import Spelling, spelling_van


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    """The spelling of the knowledge base."""
    return spelling_van(get_kennisbank(), is_bekend)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("heoveel lessne heeft PAD?", "hoeveel lessen heeft PAD?"),
        ("Waraom zou je ouders bertekken", "Waarom zou je ouders betrekken"),
        ("wat is coing", "wat is coping"),
        ("HOEVEEL OEFENIGEN", "HOEVEEL OEFENINGEN"),
        ("wat zegt Mertesn", "wat zegt Mertens"),
        ("Hoeveeel studies", "Hoeveel studies"),
    ],
)
def test_a_slip_becomes_the_word_that_is_meant(spelling: Spelling, typed: str, meant: str) -> None:
    assert spelling.herstel(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "zit veerkracht in je genen",
        "hoeveel gamen ze",
        "de meesten veert het terug",
        "kennen jullie het programma Leefkracht",  # a name that we do not know, one letter from "leerkracht"
        "leren ze over Kids' Skills en Rots en Water",
        "meer filmpjes van de grotere kinderen",
        "et al.",
        "",
    ],
)
def test_a_word_that_may_be_meant_stays(spelling: Spelling, text: str) -> None:
    assert spelling.herstel(text) == text


def test_what_hardly_anybody_writes_is_no_repair() -> None:
    spelling = Spelling(["zeldzaam woord", *["gewone vraag"] * 4], ["Grotberg", "psycho-educatie"], lambda word: False)
    assert spelling.herstel("zeldzam gewoone") == "zeldzam gewone"
    assert spelling.herstel("volgens Grotbreg") == "volgens Grotberg"  # a name is always one that may be meant
    assert spelling.herstel("het boek Educatei") == "het boek Educatei"  # a name, and no slip in a word
