"""Feedback is a pure function from answers to cited lines, strengths first."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keuzehulp.feedback import MAX_GROEI, Feedback, maak_feedback
from keuzehulp.gesprek import Stand
from keuzehulp.kennisbank import Kennisbank, load
from tests.conftest import ROOT
from tests.unit.test_kennisbank import CORE, VERBODEN

KB = load(ROOT / "data" / "kennisbank")
ASKED = [e for blok in ("inhoud", "educatief", "structuur") for e in CORE[blok]]

answers = st.fixed_dictionaries(
    {e: st.sampled_from(["ja", "deels", "nee", "weet_niet", "overgeslagen"]) for e in ASKED}
)


def all_text(feedback: Feedback) -> str:
    return "\n".join(deel.markdown(alles=True) for deel in feedback.delen)


def test_the_parts_stand_in_the_order_strengths_growth_unknown_mind_step(kb: Kennisbank) -> None:
    titles = [d.titel for d in maak_feedback(kb, Stand(antwoorden=dict.fromkeys(ASKED, "ja"))).delen]
    assert titles == ["Dit is er al", "Dit kan groeien", "Dit weten jullie nog niet", "Let op", "Eén kleine stap"]


@settings(max_examples=60, deadline=None)
@given(answers)
def test_every_line_is_cited_or_states_no_fact(given_answers: dict[str, str]) -> None:
    for part in maak_feedback(KB, Stand(antwoorden=given_answers)).delen:
        for line in (*part.regels, *part.rest):
            if line.eigen:
                assert not line.uitspraken
            else:
                assert line.uitspraken
                for id in line.uitspraken:
                    assert KB.uitspraken[id].tekst.rstrip(".?!") in line.tekst
                    assert "(" in line.tekst and re.search(r"Trimbos|Kuiper", line.tekst)


@settings(max_examples=60, deadline=None)
@given(answers)
def test_at_most_three_growth_points_each_ending_in_a_question(given_answers: dict[str, str]) -> None:
    part = maak_feedback(KB, Stand(antwoorden=given_answers)).deel("groei")
    assert len(part.regels) <= MAX_GROEI == 3
    assert all(line.tekst.endswith("?") for line in (*part.regels, *part.rest))


@settings(max_examples=60, deadline=None)
@given(answers)
def test_nothing_promises_commands_blames_or_counts(given_answers: dict[str, str]) -> None:
    text = all_text(maak_feedback(KB, Stand(antwoorden=given_answers)))
    assert not re.search(rf"\b({'|'.join(VERBODEN)})\b", text, re.IGNORECASE)
    assert not re.search(r"\b\d+ van de \d+ elementen|\d+/15|%\s*van jullie", text)


def test_strengths_are_never_empty(kb: Kennisbank) -> None:
    part = maak_feedback(kb, Stand(antwoorden=dict.fromkeys(ASKED, "nee"))).deel("kracht")
    assert part.regels and "er al" in part.markdown()


def test_only_what_was_answered_is_praised(kb: Kennisbank) -> None:
    part = maak_feedback(kb, Stand(antwoorden={"oefenen": "ja", "ouders": "nee", "coping": "weet_niet"})).deel("kracht")
    assert {line.element for line in (*part.regels, *part.rest)} == {"oefenen"}


def test_what_is_not_known_becomes_a_question_for_the_provider(kb: Kennisbank) -> None:
    part = maak_feedback(kb, Stand(antwoorden={"ouders": "weet_niet", "coping": "overgeslagen"})).deel("onbekend")
    assert kb.elementen["ouders"].vraag_aanbieder in part.regels[0].tekst
    assert "coping" in part.regels[1].tekst


@pytest.mark.parametrize("element", ["coping", "schoolbreed", "oefenen", "fysieke_activiteit", "doelen_stellen"])
def test_a_contradiction_is_shown_on_both_sides_in_one_line(kb: Kennisbank, element: str) -> None:
    part = maak_feedback(kb, Stand(antwoorden={element: "ja"})).deel("let_op")
    lines = [line for line in (*part.regels, *part.rest) if line.element == element]
    for tension in kb.elementen[element].spanning:
        assert any(
            tension.een_kant.id in line.uitspraken and tension.andere_kant.id in line.uitspraken for line in lines
        )


@pytest.mark.parametrize(
    ("amount", "key"), [("8", "onder"), ("11", "binnen"), ("20", "binnen"), ("21", "boven"), ("12-15", "binnen")]
)
def test_an_amount_is_laid_beside_the_figure_of_its_source(kb: Kennisbank, amount: str, key: str) -> None:
    stand = Stand(antwoorden={"oefenen": "ja"}, aantallen={"oefenen": amount})
    used = maak_feedback(kb, stand).deel("kracht").uitspraken()
    assert f"oefenen.getalvraag.{key}" in used and "oefenen.getalvraag.let_op" in used


def test_an_amount_across_the_border_gets_no_verdict(kb: Kennisbank) -> None:
    stand = Stand(antwoorden={"oefenen": "ja"}, aantallen={"oefenen": "8-14"})
    assert not [u for u in maak_feedback(kb, stand).deel("kracht").uitspraken() if "getalvraag" in u]


@pytest.mark.parametrize(
    ("stand", "statement"),
    [
        (Stand(antwoorden={"oefenen": "ja"}, sector="po"), "feedback.sector_anders"),
        (Stand(antwoorden={"oefenen": "ja"}, doelgroep="klachten"), "feedback.doelgroep_klachten"),
        (Stand(antwoorden={"oefenen": "ja"}, interventie="pad"), "pad.bereik"),
        (Stand(antwoorden={"oefenen": "ja"}, interventie="vrienden"), "vrienden.bereik"),
        (Stand(antwoorden={"oefenen": "ja"}), "feedback.waarom_voorzichtig"),
        (Stand(antwoorden={"oefenen": "ja"}), "feedback.geen_optelling"),
    ],
)
def test_the_limits_of_the_research_are_told(kb: Kennisbank, stand: Stand, statement: str) -> None:
    assert statement in maak_feedback(kb, stand).deel("let_op").uitspraken()


def test_the_tone_is_the_same_for_yes_and_no(kb: Kennisbank) -> None:
    """No line about a missing element names a lack."""
    lacks = re.compile(r"\b(ontbreekt|gemist|tekort|slechts|zwakte|fout|jammer)\b", re.IGNORECASE)
    for element, answer in itertools.product(ASKED, ["nee", "deels"]):
        text = maak_feedback(kb, Stand(antwoorden={element: answer})).deel("groei").markdown(alles=True)
        assert not lacks.search(text), (element, lacks.search(text))
