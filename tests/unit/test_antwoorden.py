"""Answers from the knowledge base: what is said, what is refused, and that nothing is ever made up."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from keuzehulp.beantwoorden.antwoorden import answer
from keuzehulp.beantwoorden.kennis import Antwoord, Vraag
from keuzehulp.beantwoorden.opmaak import MEEST
from keuzehulp.kennisbank import Kennisbank
from keuzehulp.kennisbank.weergave import zin

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from bench.vragen_report import draai  # noqa: E402

VRAGEN: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/fixtures/vragen_dev.yml").read_text(encoding="utf-8"))


def _all(kb: Kennisbank) -> list[tuple[str, Antwoord]]:
    return [(item["vraag"], answer(kb, Vraag(item["vraag"]))) for item in VRAGEN]


def test_development_questions(kb: Kennisbank) -> None:
    results = draai(kb, VRAGEN, Vraag)
    false = [r.vraag for r in results if r.vals]
    assert not false
    passed = sum(not r.fouten for r in results) / len(results)
    assert passed >= 0.92, [r.vraag for r in results if r.fouten]


def test_every_sentence_is_a_statement_a_refusal_or_about_ourselves(kb: Kennisbank) -> None:
    """What is left of an answer without its cited statements holds no figure and no citation of its own."""
    for question, given in _all(kb):
        rest = re.sub(r"^\*\*.*\*\*$", "", given.tekst, flags=re.MULTILINE)  # the subject as a heading
        for id in given.regels:
            rest = rest.replace(zin(kb, kb.uitspraken[id]), "")
        if given.soort == "buiten_bronnen":
            assert given.onderwerp in kb.buiten_bronnen
            rest = rest.replace(kb.buiten_bronnen[given.onderwerp].antwoord, "")
            if given.verwijzing:
                rest = rest.replace(kb.verwijzingen[given.verwijzing].tekst, "")
        assert not re.search(r"\d|et al|%", re.sub(r"\]\([^)]*\)", "]", rest)), (question, rest)


def test_answers_are_short_and_cited(kb: Kennisbank) -> None:
    for question, given in _all(kb):
        if given.soort in ("antwoord", "valkuil"):
            assert 1 <= len(given.regels) <= MEEST, question
            assert all(kb.uitspraken[id].bronnen for id in given.regels)


def test_refusals_say_so_turn_elsewhere_and_offer_to_go_on(kb: Kennisbank) -> None:
    given = answer(kb, Vraag("Wat kost Kanjertraining?"))
    assert given.soort == "buiten_bronnen" and given.verwijzing in kb.verwijzingen
    assert "niet in mijn bronnen" in given.tekst and "?" in given.tekst.splitlines()[-1]


def test_both_sides_of_a_tension(kb: Kennisbank) -> None:
    given = answer(kb, Vraag("Wat zegt onderzoek over coping?", intent="ask_evidence", elementen=("coping",)))
    assert {"coping.spanning.1.een_kant", "coping.spanning.1.andere_kant"} <= set(given.regels)


@pytest.mark.parametrize(
    ("asked", "kind", "subject"),
    [
        (Vraag("wat is dat", intent="ask_definition", open_element="oefenen"), "antwoord", "oefenen"),
        (
            Vraag("waarom vraag je dat", intent="ask_why", open_element="ouders", vorig_onderwerp="coping"),
            "antwoord",
            "ouders",
        ),
        (
            Vraag("en wat zegt onderzoek daarover?", open_element="ouders", vorig_onderwerp="coping"),
            "antwoord",
            "coping",
        ),
        (Vraag("heb je een voorbeeld", intent="ask_example", open_element="variatie"), "antwoord", "variatie"),
        (
            Vraag("en bij Kanjer?", interventies=("kanjertraining",), vorig_onderwerp="oefenen"),
            "antwoord",
            "kanjertraining",
        ),
        (Vraag("en PAD?", interventies=("pad",), vorig_onderwerp="kosten"), "buiten_bronnen", "kosten"),
        (Vraag("is dat wat?", interventies=("Rots en Water",)), "buiten_bronnen", "niet_beschreven_programma"),
    ],
)
def test_the_conversation_carries_the_subject(kb: Kennisbank, asked: Vraag, kind: str, subject: str) -> None:
    given = answer(kb, asked)
    assert (given.soort, given.onderwerp) == (kind, subject)


def test_where_does_it_stand(kb: Kennisbank) -> None:
    first = answer(kb, Vraag("Wat is modeling?"))
    given = answer(kb, Vraag("waar staat dat?", vorig_onderwerp=first.onderwerp, vorige_uitspraken=first.regels))
    assert given.regels == first.regels and "Bijlage 2" in given.tekst
    assert answer(kb, Vraag("waar staat dat?")).soort == "niet_gevonden"


def test_not_mentioned_comes_with_what_that_means(kb: Kennisbank) -> None:
    given = answer(kb, Vraag("Zit doelen stellen in Kanjertraining?"))
    assert given.regels == ("kanjertraining.codering.doelen_stellen", "niet_genoemd_is_afwezig.antwoord.1")


@pytest.mark.parametrize("text", ["", "?", "   ", "\n", "x" * 20_000, "🙂🙂", "' OR 1=1 --", "a b c " * 500])
def test_odd_input_gets_an_answer_too(kb: Kennisbank, text: str) -> None:
    assert answer(kb, Vraag(text)).tekst


def test_unknown_ids_are_ignored(kb: Kennisbank) -> None:
    asked = Vraag("wat is dit?", elementen=("bestaat_niet",), vorig_onderwerp="ook_niet", vorige_uitspraken=("x.y",))
    assert answer(kb, asked).soort == "niet_gevonden"


def _coded(answer: Antwoord) -> set[str]:
    return {id.split(".")[0] for id in answer.regels if ".codering." in id or ".kenmerken." in id}


@pytest.mark.parametrize(
    "text",
    [
        "welke van de drie programma's heeft ouders",
        "Zit er in alle drie de programma's psycho-educatie?",
        "Bij welke interventies stellen leerlingen doelen?",
        "Hoeveel lessen hebben de drie programma's?",
    ],
)
def test_a_question_on_all_programmes_tells_of_each(kb: Kennisbank, text: str) -> None:
    given = answer(kb, Vraag(text))
    assert given.soort == "antwoord" and _coded(given) == set(kb.interventies)


@pytest.mark.parametrize(
    "text",
    [
        "Welke van de drie heeft de meeste lesboeken?",
        "Welke van de drie interne hulpbronnen is het makkelijkst te trainen op school?",
        "welk van de drie is het goedkoopst",
        "Welke van de drie programma's is het leukst voor leerlingen?",
    ],
)
def test_what_the_descriptions_lack_is_not_told_of_all_programmes(kb: Kennisbank, text: str) -> None:
    assert answer(kb, Vraag(text)).soort in ("niet_gevonden", "buiten_bronnen", "misschien")


def test_the_other_programmes_and_then_their_teachers(kb: Kennisbank) -> None:
    first = answer(kb, Vraag("Zit er een ouderavond in Kanjertraining?"))
    others = answer(kb, Vraag("en de andere twee?", vorig_onderwerp=first.onderwerp, vorige_uitspraken=first.regels))
    assert {"pad.codering.ouders", "vrienden.codering.ouders"} <= set(others.regels)
    staff = answer(kb, Vraag("en de docenten?", vorig_onderwerp=others.onderwerp, vorige_uitspraken=others.regels))
    assert _coded(staff) == set(kb.interventies)


def test_what_a_programme_does_for_teachers_is_its_coding_of_them(kb: Kennisbank) -> None:
    given = answer(kb, Vraag("wat doet kanjer met docenten"))
    assert given.regels == (
        "kanjertraining.codering.docent_betrokkenheid",
        "kanjertraining.codering.docent_ondersteuning",
    )


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("hoe sterk is het bewijs voor oefenen", "oefenen"),
        ("en wat zegt het onderzoek eigenlijk over psycho-educatie?", "psycho_educatie"),
        ("Wat zijn externe hulpbronnen?", "externe_hulpbronnen"),
    ],
)
def test_a_plain_question_is_answered_without_doubt(kb: Kennisbank, text: str, subject: str) -> None:
    given = answer(kb, Vraag(text))
    assert (given.soort, given.onderwerp) == ("antwoord", subject)


def test_two_questions_in_one_message_are_both_answered(kb: Kennisbank) -> None:
    given = answer(kb, Vraag("Hoeveel lessen heeft PAD en voor welke leeftijd is het?"))
    assert given.soort == "antwoord" and "161" in given.tekst and "4-12" in given.tekst


def test_who_made_it_is_no_question_for_the_source(kb: Kennisbank) -> None:
    first = answer(kb, Vraag("Wat is PAD?"))
    asked = Vraag("wie heeft dat bedacht?", "ask_source", vorig_onderwerp="pad", vorige_uitspraken=first.regels)
    assert answer(kb, asked).soort in ("niet_gevonden", "buiten_bronnen")
