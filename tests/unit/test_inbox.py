"""What was not understood: kept without personal data, counted, and never for crisis or long stories."""

from __future__ import annotations

import multiprocessing
import sqlite3
from pathlib import Path

import pytest

from keuzehulp import inbox


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KEUZEHULP_DATA", str(tmp_path))
    monkeypatch.delenv("KEUZEHULP_INBOX", raising=False)
    inbox._INBOX._opgeruimd = ""
    return tmp_path


def texts() -> list[str]:
    return [sentence.tekst for sentence in inbox.lijst()]


def test_the_same_sentence_is_counted() -> None:
    for text in ("Hoe zit dat dan", "hoe zit dat dan", "  Hoe  zit dat dan "):
        assert inbox.bewaar(text, ["ask_fact", "help", "inform"])
    (sentence,) = inbox.lijst()
    assert (sentence.tekst, sentence.aantal) == ("hoe zit dat dan", 3)
    assert sentence.intenties == ("ask_fact", "help")


def test_personal_data_is_not_kept(folder: Path) -> None:
    inbox.bewaar("Kan Sanne de Vries uit 2B meedoen, bel 06-12345678 of mail s.devries@school.nl", [])
    inbox.bewaar("wat vinden jullie van het plan van Grietinus en van 20231145", [])
    inbox.lijst()
    stored = b"".join(file.read_bytes() for file in folder.iterdir()).lower()
    for part in (b"sanne", b"vries", b"12345678", b"school.nl", b"grietinus", b"20231145"):
        assert part not in stored


def test_nothing_but_the_sentence_is_kept(folder: Path) -> None:
    inbox.bewaar("dat is raar", ["help"])
    with sqlite3.connect(folder / "onbegrepen.db") as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(onbegrepen)")]
        days = connection.execute("SELECT dag FROM onbegrepen").fetchall()
    assert columns == ["tekst", "intenties", "dag", "aantal"]
    assert all(len(day) == 10 for (day,) in days)


def test_the_file_is_for_its_owner(folder: Path) -> None:
    inbox.bewaar("dat is raar", ["help"])
    assert all(file.stat().st_mode & 0o077 == 0 for file in folder.iterdir())


@pytest.mark.parametrize(
    ("text", "intents"),
    [
        ("ik zie het niet meer zitten", ["crisis", "help"]),
        ("ik zie het niet meer zitten", ["inform", "crisis"]),
        ("x" * 301, ["help"]),
        ("/affirm", ["affirm"]),
        (' /affirm{"antwoord": "ja"}', ["affirm"]),
        ("", ["help"]),
        ("   ", ["help"]),
        ("12345", ["help"]),
        ("Sanne", ["help"]),
        ("?!", []),
    ],
)
def test_what_is_never_kept(text: str, intents: list[str]) -> None:
    assert not inbox.bewaar(text, intents)
    assert inbox.lijst() == []


@pytest.mark.parametrize("value", ["uit", "UIT", " uit ", "off", "0", "nee"])
def test_the_setting_turns_it_off(value: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEUZEHULP_INBOX", value)
    assert not inbox.bewaar("hoe zit dat dan", ["help"])
    assert not (folder / "onbegrepen.db").exists()


def test_a_long_sentence_is_cut() -> None:
    inbox.bewaar("woord " * 45, ["help"])
    (text,) = texts()
    assert len(text) <= inbox.MAX_TEKENS + 2
    assert text.endswith("woord …")


def test_sentences_go_after_thirty_days(folder: Path) -> None:
    inbox.bewaar("hoe zit dat dan", [])
    with sqlite3.connect(folder / "onbegrepen.db") as connection:
        connection.execute("UPDATE onbegrepen SET dag = '2020-01-01'")
    assert inbox.lijst() == []
    inbox._INBOX._opgeruimd = ""
    inbox.bewaar("iets anders", [])
    with sqlite3.connect(folder / "onbegrepen.db") as connection:
        assert connection.execute("SELECT tekst FROM onbegrepen").fetchall() == [("iets anders",)]


def test_the_purge_of_the_server_needs_no_new_sentence(folder: Path) -> None:
    inbox.ruim_op()
    assert not (folder / "onbegrepen.db").exists()
    inbox.bewaar("koffiekamerpraat", [])
    with sqlite3.connect(folder / "onbegrepen.db") as connection:
        connection.execute("UPDATE onbegrepen SET dag = '2020-01-01'")
    connection.close()
    inbox.ruim_op()
    assert b"koffiekamerpraat" not in b"".join(file.read_bytes() for file in folder.iterdir())


def test_a_flood_does_not_fill_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox, "MAX_PER_DAG", 3)
    kept = [inbox.bewaar(f"zin {letter}", []) for letter in "abcdef"]
    assert kept == [True, True, True, False, False, False]
    assert inbox.bewaar("zin a", [])


def test_a_folder_that_cannot_be_used_ends_no_turn(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "bestand"
    blocked.write_text("x")
    monkeypatch.setenv("KEUZEHULP_DATA", str(blocked))
    assert not inbox.bewaar("hoe zit dat dan", [])
    assert inbox.main([]) == 1
    assert "KEUZEHULP_DATA" in capsys.readouterr().err


def _write(number: int) -> None:
    for turn in range(25):
        inbox.bewaar("hoe zit dat dan", ["help"])
        inbox.bewaar(f"zin van {'abcd'[number]} {'x' * turn}", [])


def test_several_processes_write_at_once() -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_write, args=(number,)) for number in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0, 0, 0]
    found = inbox.lijst()
    assert found[0].aantal == 100
    assert sum(sentence.aantal for sentence in found) == 200


def test_the_command_lists_by_count_and_clears(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inbox.bewaar("een keer", ["help"])
    for _ in range(3):
        inbox.bewaar("drie keer", ["ask_fact"])
    assert inbox.main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "drie keer" in lines[0] and lines[0].split()[0] == "3"
    assert "een keer" in lines[1]
    assert inbox.main(["--min", "2"]) == 0
    assert "een keer" not in capsys.readouterr().out
    assert inbox.main(["--clear"]) == 0
    assert texts() == []
    assert b"drie keer" not in b"".join(file.read_bytes() for file in folder.iterdir())
    capsys.readouterr()
    assert inbox.main([]) == 0
    assert "Niets gevonden" in capsys.readouterr().out


def _tracker(text: str, intent: str) -> object:
    from rasa_sdk import Tracker

    message = {
        "text": text,
        "intent": {"name": intent},
        "intent_ranking": [{"name": "nlu_fallback"}, {"name": intent}, {"name": "help"}],
        "entities": [{"entity": "persoonsgegeven", "value": "naam"}, {"entity": "persoonsgegeven", "value": "adres"}],
    }
    return Tracker("geheim-gesprek", {"vorm": None}, message, [], False, None, {}, "action_listen")


def test_the_action_counts_what_was_not_understood(folder: Path) -> None:
    from rasa_sdk.executor import CollectingDispatcher

    from actions.navigation import ActionNotUnderstood

    ActionNotUnderstood().run(CollectingDispatcher(), _tracker("blurgh met Sanne", "inform"), {})  # type: ignore[arg-type]
    (sentence,) = inbox.lijst()
    assert sentence.tekst == "blurgh met [naam]"
    assert sentence.intenties == ("inform", "help")
    assert b"geheim-gesprek" not in b"".join(file.read_bytes() for file in folder.iterdir())


@pytest.mark.parametrize("danger", ["genoemd", "misschien"])
def test_what_may_speak_of_danger_is_not_kept(danger: str) -> None:
    from rasa_sdk.executor import CollectingDispatcher

    from actions.navigation import ActionNotUnderstood

    tracker = _tracker("soms heb ik er een die het leven niet ziet zitten", "partly")
    tracker.latest_message["gevaar"] = danger  # type: ignore[attr-defined]
    ActionNotUnderstood().run(CollectingDispatcher(), tracker, {})  # type: ignore[arg-type]
    assert inbox.lijst() == []


def test_the_user_is_told_which_kinds_were_left_out() -> None:
    from rasa_sdk.executor import CollectingDispatcher

    from actions.form import ActionValidateSlotMappings

    dispatcher = CollectingDispatcher()
    ActionValidateSlotMappings().run(dispatcher, _tracker("x", "inform"), {})  # type: ignore[arg-type]
    assert "een naam en een adres" in dispatcher.messages[0]["text"]
