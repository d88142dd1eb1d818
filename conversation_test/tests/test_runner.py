"""Playing conversations, settings, plug-ins and the reports, without Rasa."""

from __future__ import annotations

import io
import pickle
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from conversation_test import Check, ConversationTestError, CoverageList, Plugin
from conversation_test.backend import NotPossible
from conversation_test.cli import collect, fits, main
from conversation_test.console import Console
from conversation_test.coverage import ListCoverage, below_floor, coverage_html, coverage_text, measure, total
from conversation_test.errors import FileProblem
from conversation_test.html_report import html_report
from conversation_test.junit import junit_xml
from conversation_test.loader import load_file
from conversation_test.model import Result
from conversation_test.plugin import all_checks, load_plugins
from conversation_test.runner import Runner, open_backend, run_all
from conversation_test.settings import Settings, load_settings

from .fakes import FakeBackend, ran, said, slot, understood

FILE = """\
fixtures:
  - known:
      - name: Ann
metadata:
  - phone: {os: android}
test_cases:
  - test_case: fine
    fixtures: [known]
    metadata: phone
    steps:
      - bot: Opening.
      - user: hello
      - utter: utter_greet
      - slot_was_set: [{city: Delft}]
  - test_case: wrong
    steps:
      - user: hello
      - bot: <b>Bye</b>
      - slot_was_set: [{city: Leiden}]
      - user: /restart
"""
ANSWERS = {
    "hello": [
        understood("hello", "greet"),
        ran("action_greet"),
        slot("city", "Delft"),
        said("Hi <you> & me", "utter_greet", [{"title": "Go <on>", "payload": "/go"}]),
    ]
}


class FakePlugin(Plugin):
    """A plug-in with one of each."""

    def checks(self) -> dict[str, Check]:
        return {"cites": Check(lambda value, turn: None)}

    def coverage(self) -> dict[str, CoverageList]:
        return {
            "cities": CoverageList(
                lambda: ["Delft", "Leiden"], lambda t: [str(v) for _, _, v in t.slot_events]
            )
        }

    def clients(self) -> dict[str, Any]:
        return {"fake": lambda url: FakeBackend(ANSWERS, [said("Opening.")])}


@pytest.fixture
def results(tmp_path: Path) -> list[Result]:
    path = tmp_path / "talks.yml"
    path.write_text(FILE, encoding="utf-8")
    runner = Runner(FakeBackend(ANSWERS, [said("Opening.")]), [FakePlugin()])
    return [runner.run(case) for case in load_file(path, {})]


def test_a_conversation_is_played_to_its_end(results: list[Result]) -> None:
    fine, wrong = results
    assert fine.passed
    assert fine.turns[0].turn.slots_before == {"name": "Ann"}
    assert [p.line for p in wrong.problems] == [18, 19]
    assert [t.turn.text for t in wrong.turns] == [None, "hello", "/restart"]
    assert fine.touched == {"cities": ["Delft"]}
    assert pickle.loads(pickle.dumps(wrong)) == wrong


def test_metadata_and_texts_reach_the_bot(tmp_path: Path) -> None:
    path = tmp_path / "talks.yml"
    path.write_text(FILE, encoding="utf-8")
    backend = FakeBackend(ANSWERS)
    for case in load_file(path, {}):
        Runner(backend).run(case)
    assert backend.heard == [("hello", {"os": "android"}), ("hello", {}), ("/restart", {})]


def test_what_the_bot_cannot_do_is_that_conversations_error(tmp_path: Path) -> None:
    class Refusing(FakeBackend):
        def start(self, *args: Any) -> Any:
            raise NotPossible("no fixtures here")

    path = tmp_path / "talks.yml"
    path.write_text(FILE, encoding="utf-8")
    result = Runner(Refusing({})).run(load_file(path, {})[0])
    assert not result.passed
    assert result.error == "no fixtures here"
    assert "no fixtures here" in junit_xml([result])
    assert "no fixtures here" in html_report([result])


def test_the_terminal_report(results: list[Result]) -> None:
    stream = io.StringIO()
    console = Console(stream)
    console.failure(results[1])
    console.summary(results, 3, 1.5)
    text = stream.getvalue()
    assert "talks.yml:18: the bot did not say this" in text
    assert 'expected: city: "Leiden" (text)' in text
    assert "bot:  Hi <you> & me [Go <on>]" in text
    assert "1 passed, 1 failed, 1 not run (3 turns in 1.5 s)" in text
    assert "\033" not in text
    coloured = io.StringIO()
    Console(coloured, colour=True).summary(results[:1], 1, 1)
    assert "\033[1;32m1 passed, 0 failed" in coloured.getvalue()


def test_junit(results: list[Result]) -> None:
    root = ElementTree.fromstring(junit_xml(results).split("\n", 1)[1])
    (suite,) = root
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("2", "1", "0")
    failure = suite.findall("testcase")[1].find("failure")
    assert failure is not None
    assert "Leiden" in (failure.text or "")
    results[1].problems[0].seen = "bell \x07"
    results[1].turns[1].problems[0].seen = "bell \x07"
    ElementTree.fromstring(junit_xml(results).split("\n", 1)[1])


def test_html(results: list[Result]) -> None:
    page = html_report(results)
    assert page.startswith("<!doctype html>")
    assert '<html lang="en">' in page
    assert "Hi &lt;you&gt; &amp; me" in page
    assert "<b>Bye</b>" not in page
    assert "Go &lt;on&gt;" in page
    assert page.index("Leiden") < page.index("/restart"), "a failure stands in the turn where it happened"
    assert "<th scope=col>expected<th scope=col>seen" in page
    assert "<script" not in page
    assert "http" not in page.replace("https://", "http")


def test_k_expressions() -> None:
    assert fits("corr", "a/Correction.yml name")
    assert fits("a and not b", "a c")
    assert not fits("a and not b", "a b")
    assert fits("x or c", "a c")


def test_coverage_of_a_plugins_list(results: list[Result], tmp_path: Path) -> None:
    (tmp_path / "own.py").write_text(
        "from conversation_test.tests.test_runner import FakePlugin\n", encoding="utf-8"
    )
    lists = measure(results, Settings(root=tmp_path, plugins=["own.py:FakePlugin"]))
    assert [item.note for item in lists[:4]] == ["there is no domain.yml here"] * 4
    cities = lists[-1]
    assert (cities.name, cities.missing, cities.percentage) == ("cities", ["Leiden"], 50.0)
    assert total(lists) == 50.0
    assert "not touched: Leiden" in coverage_text(lists)
    assert "Leiden" in coverage_html(lists)
    assert below_floor(lists, {"total": 40, "cities": 50}) == []
    assert below_floor(lists, {"cities": 60}) == ["coverage of cities is 50.0%, below the floor of 60%"]
    assert "was not measured" in below_floor(lists, {"rules": 10})[0]
    with pytest.raises(ConversationTestError, match="no such list"):
        below_floor(lists, {"citys": 1})
    ignoring = Settings(root=tmp_path, plugins=["own.py:FakePlugin"], coverage_ignore={"cities": ["Lei*"]})
    assert measure(results, ignoring)[-1].percentage == 100.0


def test_an_empty_list_is_covered() -> None:
    assert ListCoverage("none", []).percentage == 100.0
    assert total([]) == 100.0


def test_plugins_are_found(tmp_path: Path) -> None:
    (tmp_path / "conv_plug.py").write_text(
        "from conversation_test import Plugin\nclass P(Plugin): pass\n"
        "plugin = P()\ndef make(): return P()\nodd = 3\n",
        encoding="utf-8",
    )
    names = ["conv_plug:plugin", "conv_plug:P", "conv_plug:make", "conv_plug.py:plugin"]
    assert len(load_plugins(names, tmp_path)) == 4
    for name, words in [
        ("conv_plug", "write it as"),
        ("conv_plug:gone", "has no 'gone'"),
        ("conv_plug:odd", "not int"),
        ("nowhere_at_all:x", "cannot be imported"),
        ("nowhere.py:x", "there is no file"),
    ]:
        with pytest.raises(ConversationTestError, match=words):
            load_plugins([name], tmp_path)
    with pytest.raises(ConversationTestError, match="exists already"):
        all_checks([FakePlugin(), FakePlugin()], [])
    with pytest.raises(ConversationTestError, match="exists already"):
        all_checks([FakePlugin()], ["cites"])


def test_settings(tmp_path: Path) -> None:
    assert load_settings(tmp_path).paths == ["tests"]
    file = tmp_path / "conversation_test.yml"
    file.write_text(
        "paths: talks\nplugins: [a:b]\nworkers: 2\nactions: null\ncoverage_floor: 80\n"
        "coverage_ignore: {rules: [x]}\n",
        encoding="utf-8",
    )
    settings = load_settings(tmp_path)
    assert (settings.paths, settings.plugins, settings.workers, settings.actions) == (
        ["talks"],
        ["a:b"],
        2,
        None,
    )
    assert settings.coverage_floor == {"total": 80.0}
    for text, words in [
        ("path: x", "conversation_test.yml:1: unknown key 'path'. Did you mean 'paths'?"),
        ("workers: 0", "whole number"),
        ("model: [a]", "must be text"),
        ("paths: {a: b}", "must be a list"),
        ("coverage_floor: {rules: 101}", "percentage"),
        ("coverage_ignore: [a]", "mapping"),
        ("- a", "must be a mapping"),
    ]:
        file.write_text(text, encoding="utf-8")
        with pytest.raises(FileProblem) as caught:
            load_settings(tmp_path)
        assert words in str(caught.value)
    file.write_text("", encoding="utf-8")
    assert load_settings(tmp_path).workers == 1


def test_a_plugins_client_and_fail_fast(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own.py").write_text(
        "from conversation_test.tests.test_runner import FakePlugin\n", encoding="utf-8"
    )
    (tmp_path / "talks.yml").write_text(
        FILE + "  - test_case: last\n    steps: [{user: hello}]\n", encoding="utf-8"
    )
    settings = Settings(root=tmp_path, plugins=["own.py:FakePlugin"], url="fake:", client="fake")
    cases = collect(settings, [str(tmp_path / "talks.yml")])
    assert [r.passed for r in run_all(cases, settings)] == [True, False, True]
    assert [r.passed for r in run_all(cases, settings, fail_fast=True)] == [True, False]
    assert [c.name for c in collect(settings, [f"{tmp_path / 'talks.yml'}::last"])] == ["last"]
    assert [c.name for c in collect(settings, [str(tmp_path)], "not last and not fine")] == ["wrong"]
    with pytest.raises(ConversationTestError, match="no conversation 'x'"):
        collect(settings, [f"{tmp_path / 'talks.yml'}::x"])
    with pytest.raises(ConversationTestError, match="no client 'other'"):
        open_backend(Settings(url="fake:", client="other"), [FakePlugin()])


def test_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.py").write_text(
        "from conversation_test.tests.test_runner import FakePlugin\n", encoding="utf-8"
    )
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "talks.yml").write_text(FILE, encoding="utf-8")
    own = ["--plugin", "own.py:FakePlugin", "--url", "fake:", "--client", "fake"]
    assert main([*own, "-k", "fine"]) == 0
    assert main([*own, "--html", "out/r.html", "--junit", "out/j.xml"]) == 1
    assert (tmp_path / "out" / "r.html").is_file()
    assert main([*own, "-k", "fine", "--coverage", "--coverage-floor", "cities=10"]) == 0
    assert main([*own, "-k", "fine", "--coverage-html", "c.html", "--coverage-floor", "90"]) == 1
    assert main([*own, "--list"]) == 0
    assert "tests/talks.yml::wrong" in capsys.readouterr().out
    assert main([*own, "nowhere"]) == 2
    assert main([*own, "-k", "nothing like it"]) == 2
    assert main([*own, "--settings", "none.yml"]) == 2
    assert main(["--model", "nowhere"]) == 2
    assert "Run 'rasa train'" in capsys.readouterr().err
    (tmp_path / "tests" / "bad.yml").write_text("test_cases:\n  - a", encoding="utf-8")
    assert main(own) == 2
    assert "tests/bad.yml:2: a test case must be a mapping" in capsys.readouterr().err
    assert main(["schema", "--plugin", "own.py:FakePlugin"]) == 0
    assert '"cites"' in capsys.readouterr().out
    with pytest.raises(SystemExit) as caught:
        main(["--workers", "0"])
    assert caught.value.code == 2
