"""Interventions side by side."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from keuzehulp.kennisbank import Kennisbank, load
from keuzehulp.vergelijken import Eigen, als_tekst, deel_als_tekst, vergelijk

KB_FOLDER = Path(__file__).resolve().parents[2] / "data" / "kennisbank"


@pytest.fixture(scope="module")
def kb() -> Kennisbank:
    return load(KB_FOLDER)


def test_rows_follow_the_check_and_carry_statements(kb: Kennisbank) -> None:
    found = vergelijk(kb, ["kanjertraining", "vrienden", "pad"])
    assert [r.element for r in found.rijen] == [e.id for e in kb.gevraagd]
    for row in found.rijen:
        assert all(cell.uitspraak is not None and cell.uitspraak.bronnen for cell in row.cellen)


def test_own_answers_and_unknowns(kb: Kennisbank) -> None:
    own = Eigen("Ons programma", {"oefenen": "ja", "ouders": "nee", "coping": "weet_niet"})
    found = {r.element: r for r in vergelijk(kb, [own, "kanjertraining"]).rijen}
    assert [c.woord for c in found["ouders"].cellen] == ["nee", "aanwezig"] and found["ouders"].verschilt
    assert not found["oefenen"].verschilt and not found["oefenen"].onbekend
    assert found["coping"].onbekend and not found["coping"].verschilt
    assert [c.woord for c in found["coping"].cellen] == ["weet niet", "niet vermeld"]


def test_not_mentioned_is_no_difference(kb: Kennisbank) -> None:
    rows = {r.element: r for r in vergelijk(kb, ["kanjertraining", "pad"]).rijen}
    assert not rows["probleemoplossend_vermogen"].verschilt and rows["probleemoplossend_vermogen"].onbekend


def test_scope_warnings_are_shown(kb: Kennisbank) -> None:
    text = als_tekst(kb, vergelijk(kb, ["vrienden", "pad"])).tekst
    assert "geïndiceerd" in text and "4-12 jaar" in text


def test_chat_text_is_cited_and_names_no_winner(kb: Kennisbank) -> None:
    own = Eigen("Ons programma", {"oefenen": "ja", "ouders": "nee"}, "klas 1")
    said = als_tekst(kb, vergelijk(kb, [own, "kanjertraining", "vrienden"]))
    for line in said.tekst.split("\n"):
        if line.startswith("- "):
            assert re.search(r"\((?:Trimbos|[A-Z]|volgens jullie).*\)", line), line
    assert said.regels and all(id in kb.uitspraken for id in said.regels)
    assert not re.search(r"\b(?:wint|beter|beste|meeste|score|totaal)\b|\d+ van de", said.tekst)


@pytest.mark.parametrize("columns", [["pad"], ["pad"] * 4, ["pad", "onbekend"]])
def test_wrong_columns_are_refused(kb: Kennisbank, columns: list[str]) -> None:
    with pytest.raises(ValueError):
        vergelijk(kb, columns)


def test_unclear_is_told_apart_from_not_mentioned(kb: Kennisbank) -> None:
    rows = {r.element: r for r in vergelijk(kb, ["kanjertraining", "vrienden"]).rijen}
    assert rows["oefenen"].cellen[1].woord == "onduidelijk" and not rows["oefenen"].verschilt
    assert rows["veilige_omgeving"].cellen[1].woord == "niet vermeld"
    text = als_tekst(kb, vergelijk(kb, ["kanjertraining", "vrienden"])).tekst
    assert "VRIENDEN, onduidelijk: coping, oefenen" in text


def test_what_one_mentions_and_the_other_not_is_told(kb: Kennisbank) -> None:
    text = als_tekst(kb, vergelijk(kb, ["vrienden", "kanjertraining"])).tekst
    one_side = next(line for line in text.split("\n") if line.startswith("- Kanjertraining wel, VRIENDEN niet vermeld"))
    assert "veilige omgeving" in one_side and "Trimbos" in one_side
    assert "oefenen" not in one_side  # unclear is not silent


def test_what_the_first_has_and_the_second_not(kb: Kennisbank) -> None:
    text = deel_als_tekst(kb, vergelijk(kb, ["pad", "kanjertraining"]), (), "eerste").tekst
    assert "Probleemoplossend vermogen: PAD aanwezig, Kanjertraining niet vermeld" in text
    assert "Sociale vaardigheden" not in text and "Schoolbreed" not in text
