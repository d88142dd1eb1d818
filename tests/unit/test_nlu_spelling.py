"""Slips in questions: repaired where a known word is meant, left alone where the word may be meant as it stands."""

import pytest

from keuzehulp.nlu.spelling import Spelling, Woordenlijst, spelling


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
def test_a_slip_becomes_the_word_that_is_meant(typed: str, meant: str) -> None:
    assert spelling().herstel(typed) == meant


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
def test_a_word_that_may_be_meant_stays(text: str) -> None:
    assert spelling().herstel(text) == text


def test_what_hardly_anybody_writes_is_no_repair() -> None:
    small = Spelling(["zeldzaam woord", *["gewone vraag"] * 4], ["Grotberg", "psycho-educatie"], lambda word: False)
    assert small.herstel("zeldzam gewoone") == "zeldzam gewone"
    assert small.herstel("volgens Grotbreg") == "volgens Grotberg"  # a name is always one that may be meant
    assert small.herstel("het boek Educatei") == "het boek Educatei"  # a name, and no slip in a word


def test_the_word_list_knows_dutch_words_and_no_slips() -> None:
    words = Woordenlijst()
    assert all(word in words for word in ("voortaan", "ingeroosterd", "genen", "ideeen", "zitten"))
    assert not any(word in words for word in ("hoevel", "mischien", "lessne", "", "zzz"))
