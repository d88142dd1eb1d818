"""Unclear between two answers: one short question with these two as buttons, and not twice in a row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.navigation import ActionNotUnderstood
from keuzehulp import gesprek
from keuzehulp.kennisbank.model import Kennisbank
from keuzehulp.rasa.importer import _questions


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEUZEHULP_DATA", str(tmp_path))


def ask(twijfel: Any, asked: str = "coping", vorm: str | None = None) -> tuple[dict[str, Any], list[str]]:
    """The slots that are set and what is said when a message may mean either."""
    message = {"text": "daar werken we aan", "intent": {"name": "nlu_fallback"}, "entities": [], "twijfel": twijfel}
    slots = {"requested_slot": asked, "vorm": vorm, "pogingen": 0}
    loop = {"name": gesprek.FORM}
    tracker = Tracker("x", slots, message, [], False, None, loop, "action_listen")
    dispatcher = CollectingDispatcher()
    events = ActionNotUnderstood().run(dispatcher, tracker, {})
    return {e["name"]: e["value"] for e in events if e["event"] == "slot"}, [m["text"] for m in dispatcher.messages]


def test_the_question_comes_back_with_the_two_only() -> None:
    slots, said = ask(["nee", "deels"])
    assert slots["vorm"] == "twijfel_deels_of_nee"
    assert said == [], "the question itself says what was unclear"


@pytest.mark.parametrize("twijfel", [None, [], ["ja"], ["ja", "ja"], ["ja", "overgeslagen"], ["ja", "nee", "deels"]])
def test_otherwise_the_question_comes_in_other_words(twijfel: Any) -> None:
    slots, said = ask(twijfel)
    assert slots["vorm"] == "anders1"
    assert len(said) == 1


def test_not_twice_in_a_row_and_not_at_a_question_of_another_kind() -> None:
    assert ask(["ja", "deels"], vorm="twijfel_ja_of_deels")[0]["vorm"] == "anders1"
    assert ask(["ja", "deels"], asked="sector")[0]["vorm"] == "anders1"


def test_every_pair_has_its_question(kb: Kennisbank) -> None:
    variants = {v["condition"][0]["value"]: v for v in _questions(kb, kb.elementen["coping"]) if "condition" in v}
    assert len(gesprek.TWIJFELPAREN) == 6
    for pair in gesprek.TWIJFELPAREN:
        variant = variants[gesprek.vorm_van(pair)]
        payloads = [b["payload"] for b in variant["buttons"]]
        assert len(payloads) == 2
        assert all(f'"{answer}"' in payload for answer, payload in zip(pair, payloads, strict=True))
        assert "coping" in variant["text"]
