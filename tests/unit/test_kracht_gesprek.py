"""The talk that starts from strengths."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from keuzehulp.kennisbank import Kennisbank, load
from keuzehulp.kracht_gesprek import (
    STAPPEN,
    Gesprek,
    KleineStap,
    bronnen,
    grotberg_beeld,
    grotberg_tekst,
    kleine_stap,
    open_vraag,
    opening,
    overslaan,
    volgende,
    voor_verslag,
)

KB_FOLDER = Path(__file__).resolve().parents[2] / "data" / "kennisbank"
NIET_ZEGGEN = re.compile(r"\b(?:u|uw|moet|moeten|helaas|slechts|onvoldoende|bewezen|beste)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def kb() -> Kennisbank:
    return load(KB_FOLDER)


def _talk(answers: list[str | None]) -> Gesprek:
    talk = Gesprek()
    for answer in answers:
        talk = volgende(talk, answer)
    return talk


def test_a_full_talk_ends_in_one_small_step() -> None:
    talk = _talk([s.id for s in STAPPEN])
    assert talk.klaar and open_vraag(talk) == ""
    assert kleine_stap(talk) == KleineStap("stap", "wie", "wanneer")
    assert [heading for heading, _ in voor_verslag(talk)] == [s.kop for s in STAPPEN]
    assert volgende(talk, "nog iets") == talk


def test_not_knowing_gets_other_words_once_and_then_goes_on() -> None:
    talk = volgende(Gesprek(), "  ")
    assert talk.stap == "er_al" and open_vraag(talk) == STAPPEN[0].anders
    talk = volgende(talk, None)
    assert talk.stap == "verschil" and open_vraag(talk) == STAPPEN[1].vraag and not talk.antwoorden


def test_without_a_step_nobody_is_asked_to_do_it() -> None:
    talk = _talk(["a", "b", "c", "d", "e"])
    assert talk.stap == "stap"
    talk = overslaan(talk)
    assert talk.klaar and kleine_stap(talk) is None


def test_talk_is_never_changed_in_place() -> None:
    start = Gesprek()
    volgende(start, "iets")
    assert start.antwoorden == {} and start.stap == "er_al"


def test_steps_go_back_to_the_recommendations(kb: Kennisbank) -> None:
    sections = {c.par for step in STAPPEN for s in bronnen(kb, step.id) for c in s.bronnen}
    assert {"1", "2"} <= sections
    assert all(bronnen(kb, step.id) for step in STAPPEN[:6])
    assert "aanbeveling 1" in opening(kb)


def test_words_fit_the_house_style(kb: Kennisbank) -> None:
    for step in STAPPEN:
        assert not NIET_ZEGGEN.search(f"{step.vraag} {step.anders} {step.kop}")
    assert not NIET_ZEGGEN.search(opening(kb)) and not NIET_ZEGGEN.search(grotberg_tekst(kb, {"oefenen": "ja"}))


def test_grotberg_view_shows_what_is_there_and_whose_reading_it_is(kb: Kennisbank) -> None:
    parts = grotberg_beeld(kb, {"oefenen": "ja", "ouders": "deels", "inzicht_vergroten": "nee"})
    assert [p.id for p in parts] == ["ik_heb", "ik_ben", "ik_kan"]
    assert [[e[0] for e in p.elementen] for p in parts] == [["ouders"], [], ["oefenen"]]
    text = grotberg_tekst(kb, {"oefenen": "ja", "ouders": "deels"})
    assert "eigen indeling" in text and text.count("Grotberg, 1995") == 3 and "een beetje" in text
