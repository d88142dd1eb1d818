"""What a message takes back, leaves out or agrees with, and the amounts named beside an element."""

from __future__ import annotations

import pytest

from keuzehulp.gesprek import lees_aantal
from keuzehulp.herstel import (
    Plek,
    gaat_over_aantal,
    genoemde_aantallen,
    laatste_aantal,
    ontkend,
    stemt_in,
    uitgezonderd,
)
from keuzehulp.kennisbank import get_kennisbank


def plekken(tekst: str, **woorden: str) -> list[Plek]:
    """Where each element is named in a text, by the word that names it."""
    return sorted(Plek(tekst.index(w), tekst.index(w) + len(w), e) for e, w in woorden.items())


@pytest.mark.parametrize(
    ("tekst", "stond", "wordt"),
    [
        ("dat van die ouders klopt toch niet, er is elk jaar een ouderavond", "nee", "ja"),
        ("de ouders klopt niet", "ja", None),
        ("van de ouders klopt niks hoor", "nee", None),
        ("ouders klopt niet, die doen helemaal niet mee", "ja", "nee"),
        ("bij ouders staat iets verkeerd", "deels", None),
    ],
)
def test_klopt_niet_is_about_what_was_noted(tekst: str, stond: str, wordt: str | None) -> None:
    assert ontkend(tekst, plekken(tekst, ouders="ouders"), {"ouders": stond}) == {"ouders": wordt}


@pytest.mark.parametrize("tekst", ["ouders doen niet mee", "ouders klopt", "de ouders komen niet op school"])
def test_an_ordinary_no_takes_nothing_back(tekst: str) -> None:
    assert ontkend(tekst, plekken(tekst, ouders="ouders"), {"ouders": "ja"}) == {}


def test_a_yes_that_leaves_out_an_element() -> None:
    kb, blok = get_kennisbank(), ["inzicht_vergroten", "sociale_vaardigheden", "ouders"]
    tekst = "klopt behalve de ouders, die doen niet mee"
    assert uitgezonderd(kb, tekst, plekken(tekst, ouders="ouders"), blok) == {"ouders": "nee"}
    assert uitgezonderd(kb, "ja hoor, behalve inzicht", [], blok) == {"inzicht_vergroten": None}
    assert uitgezonderd(kb, "ja hoor, klopt", [], blok) == {}


def test_agreeing_is_no_new_answer() -> None:
    tekst = "ouders klopt"
    assert stemt_in(tekst, plekken(tekst, ouders="ouders"), "ouders")
    for tekst in ("ouders klopt niet", "ouders doen mee", "ouders klopt, maar meer dan vroeger"):
        assert not stemt_in(tekst, plekken(tekst, ouders="ouders"), "ouders")


def test_not_knowing_how_many_is_not_not_knowing_whether() -> None:
    assert gaat_over_aantal("hoeveel weet ik niet precies")
    assert not gaat_over_aantal("coping weet ik niet")


@pytest.mark.parametrize(
    ("tekst", "woord", "laag"),
    [
        ("oefenen ja zo'n 20 keer", "oefenen", 20),
        ("oefenen doen ze, een stuk of tien", "oefenen", 10),
        ("we doen 12 oefeningen", "oefeningen", 12),
        ("oefenen zijn er 18", "oefenen", 18),
        ("oefenen doen we 3 keer per week", "oefenen", None),
        ("oefenen in 6 lessen", "oefenen", None),
        ("oefenen alleen in klas 3", "oefenen", None),
        ("oefenen zeker, al 10 jaar", "oefenen", None),
    ],
)
def test_an_amount_named_with_the_answer(tekst: str, woord: str, laag: int | None) -> None:
    found = genoemde_aantallen(get_kennisbank(), tekst, plekken(tekst, oefenen=woord))
    assert (found["oefenen"].laag if found else None) == laag


def test_each_element_has_its_own_amount() -> None:
    tekst = "oefenen zo'n 20 keer en psycho educatie 8x"
    found = genoemde_aantallen(
        get_kennisbank(), tekst, plekken(tekst, oefenen="oefenen", psycho_educatie="psycho educatie")
    )
    assert {e: a.laag for e, a in found.items()} == {"oefenen": 20, "psycho_educatie": 8}


def test_a_correction_of_an_amount() -> None:
    amount = laatste_aantal("maak van de 25 oefeningen er 18")
    assert amount and amount.laag == amount.hoog == 18
    assert laatste_aantal("oefenen moet nee zijn") is None


@pytest.mark.parametrize("tekst", ["alleen in klas 3", "in 3 havo", "3e klas", "klas 1 en 2"])
def test_a_class_is_no_amount(tekst: str) -> None:
    assert lees_aantal(tekst) is None


def test_eight_times() -> None:
    amount = lees_aantal("8x")
    assert amount and amount.laag == 8
