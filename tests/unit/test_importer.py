"""The importer: every element of the knowledge base is a slot of the merged domain, and messages become sentences."""

from __future__ import annotations

import pytest
from rasa.shared.importers.importer import TrainingDataImporter

from keuzehulp.gesprek import FORM, alle_slots
from keuzehulp.kennisbank import Kennisbank
from keuzehulp.nlu.bereik import GEEN
from keuzehulp.nlu.duiding import PAREN_MAP, lees_berichten
from keuzehulp.rasa.importer import KennisbankImporter
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def importer() -> KennisbankImporter:
    return KennisbankImporter()


@pytest.fixture(scope="module")
def domain():  # type: ignore[no-untyped-def]
    importer = TrainingDataImporter.load_from_config(
        str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [str(ROOT / "data" / "rules")]
    )
    return importer.get_domain()


def test_every_element_is_a_slot_and_a_question(domain, kb: Kennisbank) -> None:  # type: ignore[no-untyped-def]
    names = {slot.name for slot in domain.slots}
    for element in (*kb.gevraagd, *kb.implementatie):
        assert element.id in names
        assert f"utter_ask_{FORM}_{element.id}" in domain.responses
    assert domain.required_slots_for_form(FORM) == list(alle_slots(kb))


def test_no_slot_of_an_answer_influences_the_conversation(domain, kb: Kennisbank) -> None:  # type: ignore[no-untyped-def]
    influencing = {slot.name for slot in domain.slots if slot.influence_conversation}
    assert not influencing & {e.id for e in kb.elementen.values()}


def test_each_question_has_four_buttons_and_its_progress(domain, kb: Kennisbank) -> None:  # type: ignore[no-untyped-def]
    for element in kb.gevraagd:
        first = domain.responses[f"utter_ask_{FORM}_{element.id}"][0]
        assert [b["title"] for b in first["buttons"]] == ["Ja, duidelijk", "Een beetje", "Nee", "Weet ik niet"]
        assert f"vraag {element.volgorde} van 5" in first["text"] and first["text"].endswith("?")
        assert first["metadata"]["voortgang"]["totaal"] == 15


def test_no_two_forms_of_a_question_are_the_same_sentence(domain, kb: Kennisbank) -> None:  # type: ignore[no-untyped-def]
    for name, variants in domain.responses.items():
        texts = [v["text"] for v in variants]
        assert len(set(texts)) == len(texts), name


def test_messages_that_answer_something_are_sentences_of_inform(importer) -> None:  # type: ignore[no-untyped-def]
    examples = importer.get_nlu_data().intent_examples
    assert len(examples) > 1000
    assert {message.get("intent") for message in examples} == {"inform"}
    silent = {text for text, answers in lees_berichten(PAREN_MAP / "berichten.yml") if set(answers.values()) == {GEEN}}
    assert silent and not silent & {message.get("text") for message in examples}
