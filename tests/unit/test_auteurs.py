"""What a researcher found, asked by name alone."""

from __future__ import annotations

import pytest

from keuzehulp.beantwoorden.antwoorden import answer
from keuzehulp.beantwoorden.kennis import Vraag
from keuzehulp.kennisbank import Kennisbank


@pytest.mark.parametrize(
    ("text", "study"),
    [
        ("wat zegt zautra", "zautra_2010"),
        ("wat vond Lee?", "lee_2013"),
        ("en Kovács?", "kovacs_2021"),
        ("wat deed de francis", "de_francis_1969"),
        ("wat zegt Shields-Zeeman", "shields_zeeman_2021"),
        ("wat zei Green et al", "green_2005"),
        ("wat zeggen Pincus en Friedman", "pincus_friedman_2004"),
        ("en wat vonden Lazarus en collega's dan?", "lazarus_folkman_1984"),
    ],
)
def test_a_name_alone_asks_for_that_study(kb: Kennisbank, text: str, study: str) -> None:
    given = answer(kb, Vraag(text))
    assert given.soort == "antwoord"
    assert all(study in {c.studie for c in kb.uitspraken[id].bronnen} for id in given.regels)


@pytest.mark.parametrize("text", ["wat zegt Zautra over jongleren", "wat zegt de buurman", "waar woont Bool"])
def test_what_asks_something_else_is_not_answered_by_the_name(kb: Kennisbank, text: str) -> None:
    assert answer(kb, Vraag(text)).soort != "antwoord"


def test_what_a_programme_has_is_not_told_of_another(kb: Kennisbank) -> None:
    given = answer(kb, Vraag("wie zit er in de stuurgroep bij het Vriendenprogramma?", interventies=("vrienden",)))
    assert given.soort != "antwoord" or "pad." not in given.regels[0]


def test_a_refusal_shows_nothing_that_shares_no_word(kb: Kennisbank) -> None:
    given = answer(kb, Vraag("wat is flow"))
    assert given.soort == "niet_gevonden" and not given.regels
