"""Counts over conversations: what is counted when, and that small groups stay hidden."""

from __future__ import annotations

import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from keuzehulp import gesprek, inzicht
from keuzehulp.inzicht import Stap
from keuzehulp.kennisbank import get_kennisbank

KB = get_kennisbank()
IDS = [e.id for e in KB.gevraagd]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KEUZEHULP_DATA", str(tmp_path))
    monkeypatch.delenv("KEUZEHULP_INZICHT", raising=False)
    return tmp_path


def asked(slot: str | None) -> Stap:
    return Stap("slot", "requested_slot", slot)


def start() -> list[Stap]:
    return [Stap("actie", "action_start"), Stap("lus", gesprek.FORM), asked("interventie"), asked("sector")]


def answers(value: str = "ja") -> list[Stap]:
    steps: list[Stap] = []
    for element in IDS:
        steps += [asked(element), Stap("slot", element, value)]
    return steps


def end() -> list[Stap]:
    return [asked(None), Stap("lus", None), Stap("actie", "action_feedback")]


def counted(*steps: Stap) -> Counter[tuple[str, str]]:
    return inzicht.tel_stappen(KB, [], steps)


def test_a_whole_check_counts_once() -> None:
    found = counted(*start(), *answers("nee"), *end())
    assert found["check", "begonnen"] == 1
    assert found["check", "afgerond"] == 1
    assert all(found["antwoord nee", element] == 1 for element in IDS)
    assert all(found["gevraagd", element] == 1 for element in IDS)


def test_a_second_feedback_of_the_same_check_is_not_counted_again() -> None:
    again = [Stap("slot", IDS[0], "nee"), Stap("actie", "action_feedback")]
    found = counted(*start(), *answers(), *end(), *again)
    assert found["check", "afgerond"] == 1
    assert found["antwoord nee", IDS[0]] == 0


def test_a_question_that_comes_back_is_reached_once() -> None:
    found = counted(
        *start(), asked(IDS[0]), asked(IDS[0]), Stap("slot", IDS[0], "ja"), Stap("slot", IDS[0], None), asked(IDS[0])
    )
    assert found["gevraagd", IDS[0]] == 1
    assert found["check", "begonnen"] == 1


def test_a_restart_is_a_new_check() -> None:
    emptied = [Stap("slot", element, None) for element in IDS]
    found = counted(*start(), *answers()[:6], *emptied, asked("interventie"), asked("sector"))
    assert found["check", "begonnen"] == 2
    assert found["gevraagd", "sector"] == 2


def test_a_new_check_after_the_end_is_counted_again() -> None:
    emptied = [Stap("slot", element, None) for element in IDS]
    found = counted(*start(), *answers(), *end(), *emptied, *start(), *answers("deels"), *end())
    assert found["check", "begonnen"] == 2
    assert found["check", "afgerond"] == 2
    assert found["antwoord deels", IDS[3]] == 1


def test_stopping_is_counted_at_the_open_question() -> None:
    stop = [Stap("slot", "te_bevestigen", "stop"), asked("bevestiging"), asked(IDS[2])]
    found = counted(*start(), asked(IDS[2]), *stop, Stap("slot", "te_bevestigen", "gestopt"), *end())
    assert found["gestopt", IDS[2]] == 1
    assert found["check", "afgerond"] == 0


def test_stopping_is_counted_at_the_question_that_was_left() -> None:
    """The confirmation is a question too, but not the one where people stop."""
    stop = [Stap("slot", "te_bevestigen", "stop"), asked("bevestiging"), Stap("slot", "te_bevestigen", "gestopt")]
    assert counted(*start(), asked(IDS[2]), *stop)["gestopt", IDS[2]] == 1


def test_not_understood_is_counted_by_question() -> None:
    found = counted(
        Stap("actie", "action_not_understood"), *start(), asked(IDS[1]), Stap("actie", "action_not_understood")
    )
    assert found["niet_begrepen", "buiten"] == 1
    assert found["niet_begrepen", IDS[1]] == 1


def test_what_was_counted_before_is_not_counted_again() -> None:
    older = [*start(), *answers()]
    found = inzicht.tel_stappen(KB, older, end())
    assert found["check", "begonnen"] == 0
    assert found["check", "afgerond"] == 1


def test_asking_in_another_form_starts_no_check() -> None:
    assert not counted(Stap("lus", "kracht_form"), asked("kracht_1"))


def test_an_unfinished_check_is_no_finished_one() -> None:
    assert counted(*start(), *answers()[:4], *end())["check", "afgerond"] == 0


@pytest.mark.parametrize("checks", [0, 1, 10])
def test_small_groups_stay_hidden(checks: int) -> None:
    for _ in range(checks):
        inzicht.bewaar(counted(*start(), *answers(), *end()))
    found = inzicht.overzicht(KB)
    assert found == inzicht.Inzicht(genoeg=False)
    assert "nog niets" in inzicht.als_tekst(found)
    assert "nog niets" in inzicht.als_html(found)


def test_elements_stay_hidden_while_few_checks_are_finished() -> None:
    inzicht.bewaar({("check", "begonnen"): 40, ("check", "afgerond"): 10, ("antwoord nee", IDS[0]): 10})
    assert inzicht.overzicht(KB).elementen == ()


def test_a_question_that_few_reached_stays_hidden() -> None:
    inzicht.bewaar({("check", "begonnen"): 40, ("gevraagd", IDS[0]): 11, ("gevraagd", IDS[1]): 10})
    assert [question.id for question in inzicht.overzicht(KB).vragen] == [IDS[0]]


def test_what_is_often_missing_comes_first() -> None:
    for number in range(20):
        values = [Stap("slot", IDS[4], "nee" if number < 15 else "ja")]
        inzicht.bewaar(counted(*start(), *answers(), *values, *end()))
    found = inzicht.overzicht(KB)
    assert (found.begonnen, found.afgerond) == (20, 20)
    assert found.elementen[0].id == IDS[4]
    assert (found.elementen[0].nee, found.elementen[0].ja) == (15, 5)
    text = inzicht.als_tekst(found)
    assert KB.elementen[IDS[4]].naam[:30] in text
    assert "<table>" in inzicht.als_html(found)


def test_counts_are_rounded_to_fives() -> None:
    inzicht.bewaar({("check", "begonnen"): 13, ("check", "afgerond"): 12, ("antwoord nee", IDS[0]): 1})
    found = inzicht.overzicht(KB)
    assert (found.begonnen, found.afgerond, found.elementen[0].nee) == (15, 10, 0)


def test_counts_go_after_thirty_days(folder: Path) -> None:
    inzicht.bewaar({("check", "begonnen"): 50})
    with sqlite3.connect(folder / "tellingen.db") as connection:
        connection.execute("UPDATE telling SET dag = '2020-01-01'")
    assert not inzicht.overzicht(KB).genoeg
    inzicht.ruim_op()
    with sqlite3.connect(folder / "tellingen.db") as connection:
        assert connection.execute("SELECT COUNT(*) FROM telling").fetchone() == (0,)


def test_the_setting_turns_counting_off(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEUZEHULP_INZICHT", "uit")
    inzicht.bewaar({("check", "begonnen"): 50})
    assert not (folder / "tellingen.db").exists()


def test_the_store_holds_only_counts(folder: Path) -> None:
    inzicht.bewaar(counted(*start(), Stap("slot", "interventie", "Sterk Zonder Naam"), *answers(), *end()))
    with sqlite3.connect(folder / "tellingen.db") as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(telling)")]
        rows = connection.execute("SELECT * FROM telling").fetchall()
    assert columns == ["dag", "soort", "wat", "aantal"]
    assert not any("Sterk" in str(row) for row in rows)
    assert all(len(day) == 10 for day, *_ in rows)


def test_a_folder_that_cannot_be_used_ends_no_turn(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    blocked = tmp_path / "bestand"
    blocked.write_text("x")
    monkeypatch.setenv("KEUZEHULP_DATA", str(blocked))
    inzicht.bewaar({("check", "begonnen"): 1})
    assert inzicht.main([]) == 1


def test_the_command_prints_and_clears(capsys: pytest.CaptureFixture[str]) -> None:
    inzicht.bewaar({("check", "begonnen"): 30, ("gevraagd", "interventie"): 30})
    assert inzicht.main([]) == 0
    assert "Checks begonnen" in capsys.readouterr().out
    assert inzicht.main(["--clear"]) == 0
    assert not inzicht.overzicht(KB).genoeg
