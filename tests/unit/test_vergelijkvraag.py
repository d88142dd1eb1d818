"""What of a comparison a message asks for."""

from __future__ import annotations

import pytest

from keuzehulp.kennisbank import get_kennisbank
from keuzehulp.vergelijkvraag import Wens, lees, vergelijkt_iets_anders


@pytest.mark.parametrize(
    ("tekst", "wens"),
    [
        ("en wat is het verschil bij ouders?", Wens(("ouders",))),
        ("en bij de docent?", Wens(("docent_betrokkenheid", "docent_ondersteuning"))),
        ("en qua scholing", Wens(("docent_ondersteuning",))),
        ("waar lijken we op elkaar?", Wens(rijen="gelijk")),
        ("op welke punten zijn we gelijk", Wens(rijen="gelijk")),
        ("wat hebben zij wat wij niet hebben?", Wens(rijen="zij")),
        ("en wat doen wij dat zij niet doen", Wens(rijen="wij")),
        ("laat de hele vergelijking zien", Wens(volledig=True)),
    ],
)
def test_a_part_of_a_comparison(tekst: str, wens: Wens) -> None:
    assert lees(get_kennisbank(), tekst) == wens


def test_a_block_is_all_its_elements() -> None:
    kb = get_kennisbank()
    found = lees(kb, "vergelijk alleen op structuur")
    assert found is not None and set(found.elementen) == {e.id for e in kb.blok("structuur")}


@pytest.mark.parametrize(
    "tekst",
    [
        "en bij ouders doen wij niks",
        "en bij coping niet",
        "en ouders ook niet",
        "we doen het hele programma",
        "dat is bij ons hetzelfde",
        "ja, en ouders komen een avond",
        "vergelijk ons met kanjer",
    ],
)
def test_an_answer_or_a_whole_comparison_is_none(tekst: str) -> None:
    assert lees(get_kennisbank(), tekst) is None


@pytest.mark.parametrize(
    ("tekst", "anders"),
    [
        ("waarom zijn studies lastig te vergelijken", True),
        ("probleemgericht vs emotiegericht", True),
        ("welke van de twee is sterker", True),
        ("vergelijk", False),
        ("kun je ook iets naast elkaar zetten?", False),
        ("vergelijk twee programma's", False),
        ("vergelijk ons met de rest", False),
        ("welke training lijkt het meest op die van ons", False),
    ],
)
def test_a_comparison_of_something_else_than_programmes(tekst: str, anders: bool) -> None:
    assert vergelijkt_iets_anders(tekst) is anders
