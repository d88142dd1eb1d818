"""What needs no model at an open question, and what a message that opens with yes or no may never become."""

from __future__ import annotations

import pytest
import spacy.language

from keuzehulp.nlu import vierweg
from keuzehulp.nlu.bereik import DEELS, GEEN, JA, NEE, WEET_NIET
from keuzehulp.nlu.oplossen import FALLBACK, los_op
from keuzehulp.nlu.pijplijn import laad


@pytest.fixture(scope="module")
def nlp() -> spacy.language.Language:
    return laad()


def _weeg(
    nlp: spacy.language.Language, tekst: str, vraag: str, intent: str = FALLBACK, over: dict[str, float] | None = None
) -> vierweg.Uitkomst:
    """The outcome when the model sees no answer at all."""
    begrip = nlp(tekst)._.begrip
    begrip.over = over or {}
    volgorde = [(intent, 0.9), ("affirm", 0.1)]
    kansen = {GEEN: 0.8, JA: 0.05, DEELS: 0.05, NEE: 0.05, WEET_NIET: 0.05}
    return vierweg.weeg(begrip, los_op(begrip, volgorde, open_vraag=vraag), kansen, vraag)


def _gegeven(uitkomst: vierweg.Uitkomst) -> dict[str, str]:
    return {str(a.rol): a.waarde for a in uitkomst.antwoorden}


@pytest.mark.parametrize(
    ("tekst", "vraag", "intent"),
    [
        ("yoga op dinsdag", "fysieke_activiteit", "chitchat"),
        ("stop-denk-doe", "probleemoplossend_vermogen", "stop"),
        ("les 3, stop denk doe", "probleemoplossend_vermogen", "stop"),
        ("een draaiboek en een handleiding", "docent_ondersteuning", "inform"),
    ],
)
def test_an_example_is_a_yes(nlp: spacy.language.Language, tekst: str, vraag: str, intent: str) -> None:
    assert set(_gegeven(_weeg(nlp, tekst, vraag, intent)).values()) == {JA}


def test_a_question_about_an_example_is_none(nlp: spacy.language.Language) -> None:
    assert _weeg(nlp, "wat is yoga", "fysieke_activiteit", "ask_definition").intent == "ask_definition"


@pytest.mark.parametrize("tekst", ["ja een middag", "nee dat zit in een ander boekje", "ja dat van vorige week"])
def test_what_opens_with_yes_or_no_is_understood(nlp: spacy.language.Language, tekst: str) -> None:
    outcome = _weeg(nlp, tekst, "docent_ondersteuning", "greet")
    assert outcome.intent != FALLBACK or outcome.twijfel


def test_what_is_about_another_element_goes_there(nlp: spacy.language.Language) -> None:
    begrip = nlp("de titularis geeft de lessen zelf")._.begrip
    assert "fysieke_activiteit" not in {paar.element for paar in begrip.paren}
    sure = {"docent_betrokkenheid": 0.99}
    outcome = _weeg(nlp, "de mentor geeft de lessen zelf", "fysieke_activiteit", "affirm", sure)
    assert _gegeven(outcome) == {"docent_betrokkenheid": JA}


def test_for_some_pupils_only_restricts_the_question(nlp: spacy.language.Language) -> None:
    assert "impl_kwetsbare_leerlingen" not in _gegeven(_weeg(nlp, "alleen bij de zorgleerlingen", "coping", "partly"))


def test_a_manual_without_training_is_partly(nlp: spacy.language.Language) -> None:
    outcome = _weeg(nlp, "er ligt een draaiboek, training krijgen ze niet", "docent_ondersteuning", "deny")
    assert set(_gegeven(outcome).values()) == {DEELS}


def test_agreeing_and_a_no_elsewhere_is_no_no(nlp: spacy.language.Language) -> None:
    begrip = nlp("klopt, alleen ouders doen hier niks")._.begrip
    kansen = {NEE: 0.9, JA: 0.1, GEEN: 0.0, DEELS: 0.0, WEET_NIET: 0.0}
    outcome = los_op(begrip, [("deny", 0.9), ("affirm", 0.1)], open_vraag="coping")
    assert NEE not in {v for k, v in _gegeven(vierweg.weeg(begrip, outcome, kansen, "coping")).items() if k != "ouders"}
