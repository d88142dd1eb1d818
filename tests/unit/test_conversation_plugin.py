"""The project's own keys for conversation tests: each failure tells what to repair."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from conversation_test.checks import check_turn
from conversation_test.errors import ConversationTestError
from conversation_test.loader import load_file
from conversation_test.model import BotMessage, Problem, Turn
from conversation_test.plugin import load_plugins

ROOT = Path(__file__).resolve().parents[2]
(PLUGIN,) = load_plugins(["tests/conversation_plugin.py:KeuzehulpPlugin"], ROOT)
CHECKS = PLUGIN.checks()
check_asks, check_answer, check_cites = (CHECKS[key].check for key in ("asks", "answer", "cites"))
MERTENS = {"bron": "T", "par": "5.3.1.2", "studie": "mertens_2020", "uitspraak": "inzicht_vergroten.bewijs.1"}
CITED = "Dat hangt samen met sterkere effecten (Mertens et al., 2020; Trimbos § 5.3.1.2)."


def message(text: str = CITED, *sources: dict[str, str], statements: tuple[str, ...] = ()) -> BotMessage:
    return BotMessage(text, metadata={"bronnen": list(sources), "uitspraken": list(statements)})


def turn(*messages: BotMessage, before: Any = None, after: Any = None) -> Turn:
    return Turn("ja", [], list(messages), before or {}, after or {})


def problems(tmp_path: Path, made: Turn, step: str) -> list[Problem]:
    path = tmp_path / "t.yml"
    path.write_text(f"test_cases: [{{test_case: a, steps: [{{user: ja}}, {{{step}}}]}}]\n", encoding="utf-8")
    user = load_file(path, CHECKS)[0].steps[0]
    return check_turn(made, user.expectations, CHECKS, user)


@pytest.mark.parametrize(
    "value",
    [
        "any",
        '{bron: T, par: "5.3.1.2"}',
        '{bron: T, par: "5.3.1.2", studie: mertens_2020}',
        "[{bron: T}, {studie: mertens_2020}]",
    ],
)
def test_a_cited_statement(tmp_path: Path, value: str) -> None:
    made = turn(message(CITED, MERTENS, statements=("inzicht_vergroten.bewijs.1",)))
    assert problems(tmp_path, made, f"cites: {value}") == []


def test_another_source(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, turn(message(CITED, MERTENS)), 'cites: {bron: T, par: "3.3"}')
    assert problem.message == "no message cites T 3.3"
    assert problem.expected == "T 3.3"
    assert problem.seen == f'"{CITED}"\n  cites: T 5.3.1.2 mertens_2020'


def test_no_source_at_all(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, turn(message("Dat werkt vaak.")), "cites: any")
    assert problem.message == "no message cites a source"
    assert "cites: nothing" in problem.seen


def test_an_uncited_statement(tmp_path: Path) -> None:
    bare = message(CITED, MERTENS, statements=("inzicht_vergroten.bewijs.1", "oefenen.definitie"))
    (problem,) = problems(tmp_path, turn(bare), "cites: any")
    assert problem.message == "a statement is not cited: oefenen.definitie"
    (problem,) = problems(tmp_path, turn(message("Iets.", statements=("oefenen.definitie",))), "cites: any")
    assert problem.message == "a statement is not cited: oefenen.definitie"


def test_a_source_that_nobody_sees(tmp_path: Path) -> None:
    hidden = message("Dat hangt samen met sterkere effecten.", MERTENS)
    (problem,) = problems(tmp_path, turn(hidden), 'cites: {bron: T, par: "5.3.1.2"}')
    assert "not where people read it" in problem.message
    assert '"5.3.1.2"' in problem.expected


def test_answers(tmp_path: Path) -> None:
    made = turn(before={"coping": None, "ouders": "ja"}, after={"coping": "deels", "ouders": "ja"})
    assert problems(tmp_path, made, "answer: {coping: deels, ouders: ja}") == []
    (problem,) = problems(tmp_path, made, "answer: {coping: nee}")
    assert problem.message == "the answer for coping is deels"
    assert (problem.expected, problem.seen) == ("coping: nee", "coping: deels")
    (problem,) = problems(tmp_path, made, "answer: {ouders: nee}")
    assert "this turn changed coping: deels" in problem.hint


def test_asks(tmp_path: Path) -> None:
    made = turn(message("Leren leerlingen omgaan met stress?"), after={"requested_slot": "coping"})
    assert problems(tmp_path, made, "asks: coping") == []
    (problem,) = problems(tmp_path, made, "asks: ouders")
    assert problem.message == "the question is coping, not ouders"
    assert "omgaan met stress" in problem.seen


def test_stays(tmp_path: Path) -> None:
    same = turn(before={"requested_slot": "coping"}, after={"requested_slot": "coping"})
    moved = turn(before={"requested_slot": "coping"}, after={"requested_slot": "doelen_stellen"})
    none = turn()
    assert problems(tmp_path, same, "stays: true") == []
    assert problems(tmp_path, moved, "stays: false") == []
    (problem,) = problems(tmp_path, moved, "stays: true")
    assert (problem.expected, problem.seen) == ("coping", "doelen_stellen")
    (problem,) = problems(tmp_path, same, "stays: false")
    assert problem.expected == "another question than coping"
    assert "no question that could stay" in problems(tmp_path, none, "stays: true")[0].message


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("cites: none", "write {bron: T"),
        ("cites: []", "at least one"),
        ("cites: {bron: T, par: 3.3}", "put 3.3 between quotation marks"),
        ("cites: {bron: T, paragraaf: a}", "unknown key 'paragraaf'"),
        ("cites: {bron: X}", "there is no source 'X'"),
        ('cites: {bron: T, par: "99.9"}', "has no section '99.9'"),
        ("cites: {studie: mertens_2021}", "Did you mean 'mertens_2020'?"),
        ("answer: {coping: jaa}", "'jaa' is no answer"),
        ("answer: {copin: ja}", "Did you mean 'coping'?"),
        ("answer: coping", "write {element: ja}"),
        ("asks: copping", "Did you mean 'coping'?"),
        ("asks: 3", "name the element"),
        ("stays: maybe", "write true"),
    ],
)
def test_mistakes_in_a_file(tmp_path: Path, step: str, words: str) -> None:
    with pytest.raises(Exception, match=r"t\.yml:1: ") as caught:
        problems(tmp_path, turn(), step)
    assert words in str(caught.value)


def test_the_number_question_and_the_programme_can_be_asked(tmp_path: Path) -> None:
    for name in ("oefenen_aantal", "interventie"):
        made = turn(after={"requested_slot": name})
        assert problems(tmp_path, made, f"asks: {name}") == []


def test_coverage_lists() -> None:
    lists = PLUGIN.coverage()
    elements, statements = list(lists["elements"].items()), list(lists["statements"].items())
    assert {"inzicht_vergroten", "oefenen", "ouders"} <= set(elements)
    assert "oefenen.definitie" in statements
    events = [
        {"event": "slot", "name": "ouders", "value": "ja"},
        {"event": "slot", "name": "requested_slot", "value": "coping"},
        {"event": "slot", "name": "interventie", "value": "x"},
        {"event": "slot", "name": "oefenen", "value": None},
    ]
    made = Turn("ja", events, [message(CITED, MERTENS, statements=("inzicht_vergroten.definitie",))])
    assert set(lists["elements"].touched(made)) == {"ouders", "coping", "inzicht_vergroten"}
    assert list(lists["statements"].touched(made)) == ["inzicht_vergroten.definitie"]


class WidgetServer(BaseHTTPRequestHandler):
    """What the channel answers, without Rasa."""

    seen: list[Any]
    limited = 1

    def log_message(self, *args: Any) -> None:
        """Says nothing."""

    def _answer(self, body: str, status: int = 200) -> None:
        self.send_response(status)
        if status == 429:
            self.send_header("Retry-After", "0.01")
        self.end_headers()
        self.wfile.write(body.encode())

    def do_GET(self) -> None:
        rows = [{"element": "ouders", "antwoord": "ja"}] if self.path.endswith("/overview") else []
        self._answer(json.dumps({"antwoorden": rows}))

    def do_DELETE(self) -> None:
        self._answer("", 204)

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path.endswith("/conversations"):
            return self._answer('{"conversation": "c", "token": "t"}', 201)
        if type(self).limited:
            type(self).limited -= 1
            return self._answer("{}", 429)
        self.seen.append((self.headers["Authorization"], body))
        if body.get("payload") == "/oud":
            return self._answer('{"error": "Die knop hoort bij een eerdere vraag."}', 409)
        cited = {"label": "Mertens et al., 2020; Trimbos § 5.3.1.2", "title": "", "passage": ""}
        message = {"type": "message", "text": CITED, "buttons": [], "citations": [cited], "progress": {"totaal_nr": 3}}
        return self._answer(json.dumps(message) + '\n{"type": "done"}\n')


def test_the_channel_of_the_widget() -> None:
    kind = type("Own", (WidgetServer,), {"seen": []})
    server = HTTPServer(("127.0.0.1", 0), kind)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    client = PLUGIN.clients()["keuzehulp"](f"http://127.0.0.1:{server.server_port}")
    try:
        with pytest.raises(ConversationTestError, match="in process"):
            client.start("a", {"ouders": "ja"}, {})
        client.start("a", {}, {})
        made = client.send("a", "hallo", {})
        client.send("a", "/affirm", {})
        client.send("a", "een lange tekst", {"soort": "paste"})
        with pytest.raises(ConversationTestError, match=r"409: .*eerdere vraag"):
            client.send("a", "/oud", {})
        client.finish("a")
    finally:
        server.shutdown()
        server.server_close()
    assert [body["kind"] for _, body in kind.seen] == ["text", "button", "paste", "button"]
    assert {token for token, _ in kind.seen} == {"Bearer t"}
    assert made.slots_after == {"ouders": "ja", "requested_slot": "coping"}
    assert not check_asks("coping", made)
    assert not check_answer({"ouders": "ja"}, made)
    assert not check_cites({"bron": "T", "par": "5.3.1.2"}, made)
