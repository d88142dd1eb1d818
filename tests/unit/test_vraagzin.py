"""What in a message asks something, with or without a question mark."""

from __future__ import annotations

import pytest

from keuzehulp.nlu.pijplijn import lees_kort
from keuzehulp.nlu.vraagzin import splits_vraag, vraagt_bij_getal, zonder_aanhaling


@pytest.mark.parametrize(
    "text",
    [
        "moeten we daar ouders bij betrekken of niet",
        "is dat eigenlijk wel nodig",
        "hoe pakken we zoiets aan",
        "doen ze allebei iets met bewegen",
        "in welk programma leren ze samenwerken",
        "bij wie oefenen ze dat",
        "vergelijk oefenen met uitleg",
        "klopt dat wel",
        "dus moeten wij dat gaan doen",
    ],
)
def test_only_asks(text: str) -> None:
    cut = splits_vraag(text)
    assert cut is not None
    assert cut.stelling == ""


@pytest.mark.parametrize(
    ("text", "told", "asked"),
    [
        ("we doen drie rollenspellen is dat genoeg", "we doen drie rollenspellen", "is dat genoeg"),
        ("nee, is dat erg?", "nee", "is dat erg?"),
        ("ja elke week, hoeveel moet het zijn?", "ja elke week", "hoeveel moet het zijn?"),
        ("dat doen we niet, maar hoe zou je dat aanpakken?", "dat doen we niet", "hoe zou je dat aanpakken?"),
    ],
)
def test_tells_and_asks(text: str, told: str, asked: str) -> None:
    cut = splits_vraag(text)
    assert cut is not None
    assert (cut.stelling, cut.vraag) == (told, asked)


@pytest.mark.parametrize(
    "text",
    [
        "doen we elke week",
        "is het hart van ons programma",
        "moet ik even navragen bij de coördinator",
        "moeten we nog beginnen",
        "kunnen we niet zeggen",
        "hoe je rustig blijft leren ze in blok twee",
        "wat we doen is uitleg geven",
        "voor wie dat nodig heeft wel",
        "ze krijgen een stappenplan: wat is er aan de hand, wat kan ik doen, wat kies ik",
        "na de les hoor je er niets meer van",
        "zou ik niet weten",
        "ja waarom niet",
    ],
)
def test_asks_nothing(text: str) -> None:
    assert splits_vraag(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "en bij oefenen, wat is te weinig?",
        "bij psycho-educatie, hoeveel is genoeg?",
        "maar over coping, wat zegt onderzoek?",
    ],
)
def test_what_a_question_is_about_tells_nothing(text: str) -> None:
    cut = splits_vraag(text)
    assert cut is not None
    assert cut.stelling == ""


def test_where_something_happens_is_told() -> None:
    cut = splits_vraag("bij gym, is dat goed?")
    assert cut is not None
    assert cut.stelling == "bij gym"


@pytest.mark.parametrize(
    "text",
    [
        "en als het er 30 zijn?",
        "11 tot 20 toch?",
        "is 15 goed?",
        "hoeveel is normaal",
        "waarom 11 tot 20?",
        "en 3 tot 6, waar komt dat vandaan?",
        "mogen het er ook 25 zijn?",
    ],
)
def test_a_question_about_a_number_gives_none(text: str) -> None:
    assert vraagt_bij_getal(text)


@pytest.mark.parametrize(
    "text",
    [
        "15",
        "15?",
        "weet niet, stuk of 15?",
        "ongeveer 12 toch?",
        "we doen er 12, is dat genoeg?",
        "als ik het goed heb 14?",
        "waarschijnlijk 10",
        "hoeveel weet ik niet",
        "is ongeveer 15",
    ],
)
def test_a_number_that_is_given_is_no_question(text: str) -> None:
    assert not vraagt_bij_getal(text)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("we vragen weleens: klopt die gedachte wel?", True),
        ("ze leren zichzelf de vraag stellen: helpt dit mij?", True),
        ("we gebruiken zinnetjes als 'is dat echt zo?'", True),
        ("ze stellen zichzelf de vraag wat kan ik doen?", True),
        ("we vragen ze: wie ben jij?", True),
        ("vraag: wat is dat?", False),
        ("ik heb een vraag: wat is coping?", False),
        ("nog een vraag: hoeveel vragen zijn er nog?", False),
        ("klopt die gedachte wel?", False),
    ],
)
def test_a_question_that_pupils_are_asked_is_none_to_the_bot(text: str, quoted: bool) -> None:
    read = zonder_aanhaling(lees_kort(text))
    assert read.tekst.endswith("?") is not quoted
