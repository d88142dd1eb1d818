"""Which earlier answer a correction without a name is about."""

from __future__ import annotations

import pytest

from keuzehulp.correctie import genummerd, nooit_gezegd, spreekt_aan, vraagt_antwoord, vraagt_verder, waarde_bij_nummer
from keuzehulp.kennisbank import get_kennisbank

KB = get_kennisbank()
INHOUD = {e.id for e in KB.blok("inhoud")}


@pytest.mark.parametrize(
    ("tekst", "gevraagd", "verwacht"),
    [
        ("bij vraag 1 bedoelde ik een beetje", "coping", ["inzicht_vergroten"]),
        ("de tweede vraag moet ja zijn", "coping", ["probleemoplossend_vermogen"]),
        ("vraag 3 in inhoud moet ja", "oefenen", ["coping"]),
        ("vraag 3 moet ja", "oefenen", ["coping"]),
        ("vraag 9 moet ja", "oefenen", []),
        ("vraag 3 in structuur moet ja", "oefenen", []),
    ],
)
def test_by_number(tekst: str, gevraagd: str, verwacht: list[str]) -> None:
    assert genummerd(KB, tekst, gevraagd, INHOUD) == verwacht


def test_a_number_that_fits_two_blocks_is_unclear() -> None:
    given = INHOUD | {e.id for e in KB.blok("educatief")}
    assert genummerd(KB, "vraag 1 moet ja zijn", None, given) == ["inzicht_vergroten", "oefenen"]


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("bij vraag 2 bedoelde ik een beetje", "deels"),
        ("vraag 3 moet nee zijn", "nee"),
        ("de eerste vraag is toch ja", "ja"),
        ("terug naar vraag 2", None),
    ],
)
def test_the_answer_beside_a_number(tekst: str, waarde: str | None) -> None:
    assert waarde_bij_nummer(tekst) == waarde


def test_a_question_is_no_answer() -> None:
    assert spreekt_aan("vraag 2 is ja")
    assert not spreekt_aan("is vraag 2 ja?")


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("coping had ik niet gezegd", True),
        ("over ouders heb ik niks ingevuld, vraag die nog eens", True),
        ("doelen stellen moet nog gevraagd worden", True),
        ("dat heb ik nog niet beantwoord", True),
        ("we hebben daar geen tijd voor", False),
        ("ouders moet nee zijn", False),
        ("wij hebben nooit een training gehad", False),
    ],
)
def test_never_said(tekst: str, verwacht: bool) -> None:
    assert nooit_gezegd(tekst) is verwacht


def test_asking_for_an_answer() -> None:
    assert vraagt_antwoord("wat heb ik bij oefenen gezegd")
    assert not vraagt_antwoord("wat zegt het rapport over oefenen")
    assert vraagt_verder("en bij coping?")
    assert not vraagt_verder("en wat zegt onderzoek over coping?")
