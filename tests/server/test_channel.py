"""The running server from outside: who gets in, what is refused and how, what is kept and what is not."""

from __future__ import annotations

import json
import re
import secrets
import signal
import sqlite3
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from keuzehulp.server.tokens import Signer
from tests.server.conftest import ORIGIN, Server, Talk, answer, new_talk

OWNED = [
    ("POST", "/messages"),
    ("POST", "/answers"),
    ("POST", "/upload"),
    ("POST", "/rating"),
    ("GET", "/history"),
    ("GET", "/overview"),
    ("GET", "/report"),
    ("DELETE", "/conversation"),
]


def readable(response: requests.Response, status: int) -> str:
    """The Dutch line of a refusal, which never tells how it came about."""
    assert response.status_code == status, response.text
    line: str = response.json()["error"]
    assert 10 < len(line) < 400
    assert not re.search(r"Traceback|File \"|Error:|Exception|sanic|rasa", response.text)
    return line


# -- talking -------------------------------------------------------------------------------------------------------


def test_a_message_is_answered_and_kept(talk: Talk) -> None:
    said = talk.say("hoi")
    assert "chatbot" in said[0]["text"]
    assert [m["from"] for m in talk.history()] == ["user", *["bot"] * len(said)]
    assert [m["id"] for m in talk.history()[1:]] == [m["id"] for m in said]


def test_a_check_by_buttons_gives_progress_and_citations(talk: Talk) -> None:
    said = talk.say("Start", "button", payload="/start_check")
    for _ in range(12):
        progress = [m["progress"] for m in said if m["progress"]]
        if progress:
            break
        buttons = [m["buttons"] for m in said if m["buttons"]][-1]
        said = talk.say(buttons[-1]["title"], "button", payload=buttons[-1]["payload"])
    assert progress[-1]["totaal"] == 15
    talk.say("nee")
    answers = talk.request("GET", "/overview").json()["antwoorden"]
    assert answers
    assert set(answers[0]) == {"element", "naam", "blok", "antwoord", "label"}


def test_an_answer_that_is_changed_goes_through_the_dialogue(talk: Talk) -> None:
    talk.say("Start", "button", payload="/start_check")
    said = answer(talk.request("POST", "/answers", json={"element": "ouders", "antwoord": "nee"}))
    assert said
    answers = {a["element"]: a["antwoord"] for a in talk.request("GET", "/overview").json()["antwoorden"]}
    assert answers["ouders"] == "nee"
    answer(talk.request("POST", "/answers", json={"element": "ouders", "antwoord": "ja"}))
    answers = {a["element"]: a["antwoord"] for a in talk.request("GET", "/overview").json()["antwoorden"]}
    assert answers["ouders"] == "ja"
    assert "Ouders" in [m for m in talk.history() if m["from"] == "user"][-1]["text"]


@pytest.mark.parametrize("wrong", [{}, {"element": "ouders"}, {"element": "x", "antwoord": "ja"},
                                   {"element": "ouders", "antwoord": "misschien"}, {"element": ["a"], "antwoord": {}}])  # fmt: skip
def test_an_answer_that_is_none_is_refused(talk: Talk, wrong: dict[str, object]) -> None:
    readable(talk.request("POST", "/answers", json=wrong), 400)


@pytest.mark.parametrize(("kind", "starts"), [("html", b"<!doctype html>"), ("pdf", b"%PDF"), ("docx", b"PK")])
def test_the_report(talk: Talk, kind: str, starts: bytes) -> None:
    readable(talk.request("GET", f"/report?format={kind}"), 409)
    answer(talk.request("POST", "/answers", json={"element": "ouders", "antwoord": "nee"}))
    response = talk.request("GET", f"/report?format={kind}")
    assert response.status_code == 200, response.text
    assert response.content[:20].lower().startswith(starts.lower())
    assert f".{kind}" in response.headers["Content-Disposition"]
    readable(talk.request("GET", "/report?format=exe"), 400)


def test_an_upload_is_read_as_a_pasted_text(talk: Talk) -> None:
    file = {"file": ("programma.txt", b"Leerlingen oefenen elke week met een rollenspel.", "text/plain")}
    assert answer(talk.request("POST", "/upload", files=file))
    assert "rollenspel" in talk.history()[0]["text"]
    readable(talk.request("POST", "/upload", files={"file": ("x.exe", b"MZ")}), 400)
    readable(talk.request("POST", "/upload", files={"file": ("x.pdf", b"geen pdf")}), 422)
    readable(talk.request("POST", "/upload", files={"file": ("x.txt", b"a" * 2_200_000)}), 413)
    readable(talk.request("POST", "/upload", data=b"rommel"), 400)


def test_a_rating_is_kept_without_the_conversation(server: Server, talk: Talk) -> None:
    said = talk.say("hoi")
    note = "Fijn, mail naar jan@voorbeeld.nl " + "x" * 400
    rating = {"message": said[0]["id"], "value": "up", "note": note}
    assert talk.request("POST", "/rating", json=rating).status_code == 200
    kept = (server.data / "beoordelingen.jsonl").read_text()
    row = json.loads(kept.splitlines()[-1])
    assert row["duim"] == "up"
    assert len(row["opmerking"]) <= 300
    assert "jan@voorbeeld.nl" not in kept
    assert talk.token.split(".")[1] not in kept
    readable(talk.request("POST", "/rating", json={**rating, "message": "m0"}), 404)
    readable(talk.request("POST", "/rating", json={**rating, "value": "best"}), 400)


# -- who gets in ---------------------------------------------------------------------------------------------------


def test_two_conversations_do_not_see_each_other(server: Server) -> None:
    one, two = new_talk(server), new_talk(server)
    word = secrets.token_hex(6)
    one.say(f"wat is {word}")
    two.say("hoi")
    answer(one.request("POST", "/answers", json={"element": "ouders", "antwoord": "ja"}))
    assert word in json.dumps(one.history())
    assert word not in json.dumps(two.history())
    assert two.request("GET", "/overview").json() == {"antwoorden": []}


@pytest.mark.parametrize(("method", "path"), OWNED)
def test_no_door_opens_without_the_right_token(server: Server, talk: Talk, method: str, path: str) -> None:
    other = new_talk(server)
    parts, theirs = talk.token.split("."), other.token.split(".")
    forged = ".".join([parts[0], theirs[1], parts[2], parts[3]])
    foreign = Signer(b"van een andere server ".ljust(32, b"x")).issue()[1]
    unknown = Signer((server.data / "sleutel").read_bytes().strip()).issue()[1]
    for token in ("", "x", forged, foreign, unknown, talk.token[:-2], talk.token + "A"):
        response = Talk(server, token).request(method, path, json={"text": "hoi", "kind": "text"})
        readable(response, 401)
    assert talk.history() == []


def test_a_token_is_worth_nothing_after_deletion(server: Server, talk: Talk) -> None:
    word = secrets.token_hex(8)
    talk.say(f"wij noemen het {word}")
    assert word.encode() in server.stored()
    assert talk.request("DELETE", "/conversation").status_code == 204
    assert word.encode() not in server.stored()
    assert talk.token.split(".")[1].encode() not in server.stored()
    for method, path in OWNED:
        readable(talk.request(method, path, json={"text": "hoi", "kind": "text"}), 401)
    assert word.encode() not in server.stored()


def test_another_origin_is_refused(server: Server, talk: Talk) -> None:
    for origin in ("https://evil.example", f"{ORIGIN}.evil.example", "null", "http://intranet.school.example"):
        for method, path in (("POST", "/conversations"), *OWNED):
            response = talk.request(method, path, json={"text": "hoi", "kind": "text"}, headers={"Origin": origin})
            readable(response, 403)
            assert "Access-Control-Allow-Origin" not in response.headers
            assert talk.request("OPTIONS", path, headers={"Origin": origin}).status_code == 403
    assert talk.history() == []


def test_a_listed_origin_and_our_own_may_ask(server: Server, talk: Talk) -> None:
    response = talk.request("GET", "/history", headers={"Origin": ORIGIN})
    assert response.status_code == 200
    assert response.headers["Access-Control-Allow-Origin"] == ORIGIN
    streamed = talk.request("POST", "/messages", json={"text": "hoi", "kind": "text"}, headers={"Origin": ORIGIN})
    assert streamed.headers["Access-Control-Allow-Origin"] == ORIGIN
    asked = talk.request("OPTIONS", "/messages", headers={"Origin": ORIGIN, "Access-Control-Request-Method": "POST"})
    assert asked.status_code == 204
    assert "Authorization" in asked.headers["Access-Control-Allow-Headers"]
    assert talk.request("GET", "/history", headers={"Origin": server.url}).status_code == 200


# -- what is refused -----------------------------------------------------------------------------------------------


def test_too_long_is_refused_with_a_readable_line(talk: Talk) -> None:
    assert "5000" in readable(talk.send("a" * 30_000), 413)
    readable(talk.send("a" * 5_001), 413)
    readable(talk.send("a" * 20_001, "paste"), 413)
    readable(talk.send("a" * 70_000, "paste"), 413)
    assert talk.history() == []
    talk.say("woord " * 800)
    talk.say("Leerlingen oefenen samen. " * 600, "paste")


@pytest.mark.parametrize(
    ("body", "type", "status"),
    [
        (b"", "application/json", 400),
        (b"geen json", "application/json", 400),
        (b"[]", "application/json", 400),
        (b'"tekst"', "application/json", 400),
        (b'{"text": 5}', "application/json", 400),
        (b'{"text": "x", "kind": "command"}', "application/json", 400),
        (b'{"text": " \\u200b \\n", "kind": "text"}', "application/json", 400),
        (b"[" * 60_000, "application/json", 400),
        (b'{"text": ' + b"9" * 60_000 + b"}", "application/json", 400),
        (b"\xff\xfe\x00", "application/json", 400),
        (b'{"text": "hoi", "kind": "text"}', "text/plain", 415),
    ],
)
def test_a_body_that_is_no_message_is_refused(talk: Talk, body: bytes, type: str, status: int) -> None:
    readable(talk.request("POST", "/messages", data=body, headers={"Content-Type": type}), status)


@pytest.mark.parametrize("text", ["\ud800", "\x00\x01", "a\x00b", "‮omgekeerd", "🧑‍🏫" * 200, "'; DROP TABLE events;--",
                                  "<script>alert(1)</script>", "{{7*7}}", "%s%n", "Z̷̢a̶l̸g̵o̷" * 50, "a" * 4_999])  # fmt: skip
def test_odd_text_is_answered_or_refused_but_never_breaks(talk: Talk, text: str) -> None:
    body = json.dumps({"text": text, "kind": "text"}).encode()
    response = talk.request("POST", "/messages", data=body, headers={"Content-Type": "application/json"})
    assert response.status_code in (200, 400)
    assert talk.say("hoi"), "the conversation goes on"


def test_fifty_messages_a_second(server: Server, talk: Talk) -> None:
    with ThreadPoolExecutor(50) as pool:
        responses = list(pool.map(lambda n: talk.send(f"bericht {n}"), range(50)))
    statuses = [r.status_code for r in responses]
    assert set(statuses) == {200, 429}, statuses
    for response in responses:
        if response.status_code == 429:
            readable(response, 429)
            assert int(response.headers["Retry-After"]) >= 1
        else:
            assert answer(response)
    kept = [m for m in talk.history() if m["from"] == "user"]
    assert len(kept) == statuses.count(200), "what was answered is kept, what was refused is not"
    assert new_talk(server).say("hoi"), "another conversation has no part in it"


@pytest.mark.parametrize("command", ["/restart", '/inform{"sector": "mars"}', " /affirm", '/correct{"ouders": "ja"}'])
def test_a_typed_command_is_text(server: Server, talk: Talk, command: str) -> None:
    talk.say(command)
    assert talk.history()[0]["text"] == command.strip()
    with sqlite3.connect(server.data / "gesprekken.db") as database:
        query = "select data from events where sender_id like ? and type_name in ('user', 'slot')"
        events = [json.loads(row[0]) for row in database.execute(query, (f"%{talk.token.split('.')[1]}%",))]
    assert "mars" not in [e.get("value") for e in events if e.get("name") == "sector"]
    assert [e["text"] for e in events if e["event"] == "user"] == ["∕" + command.strip()[1:]]


def test_only_buttons_that_were_shown_can_be_pressed(talk: Talk) -> None:
    for payload in ("/restart", "/affirm", "hoi", '/inform{"sector": "vo"}', 5, {"a": 1}, ""):
        readable(talk.send("x", "button", payload=payload), 409)
    said = talk.say("hoi")
    button = said[0]["buttons"][0]
    assert talk.say(button["title"], "button", payload=button["payload"])
    assert [m["text"] for m in talk.history() if m["from"] == "user"][-1] == button["title"]


# -- what is kept --------------------------------------------------------------------------------------------------


def test_personal_data_never_reaches_the_store_or_the_log(server: Server, talk: Talk) -> None:
    talk.say("mijn nummer is 0612345678 en mijn mail is piet.puk@voorbeeld.nl, bsn 111222333")
    talk.say("Bel 0687654321 voor het programma", "paste")
    stored = server.stored()
    for secret in (b"0612345678", b"0687654321", b"piet.puk", b"111222333"):
        assert secret not in stored
        assert secret.decode() not in server.log
    assert "[telefoonnummer]" in talk.history()[0]["text"]


def test_the_text_of_a_cry_for_help_is_not_kept(server: Server, talk: Talk) -> None:
    said = talk.say("een leerling wil een einde maken aan haar leven met xylofoonpillen")
    assert "113" in said[0]["text"]
    assert b"xylofoonpillen" not in server.stored()
    assert "xylofoonpillen" not in server.log


def test_the_log_holds_no_text(server: Server, talk: Talk) -> None:
    talk.say("pimpelmees pimpelmees")
    assert "pimpelmees" not in server.log
    assert "Traceback" not in server.log


# -- pages ---------------------------------------------------------------------------------------------------------

PAGES = ["/", "/chat", "/embed", "/demo", "/demo-rooster", "/formulier", "/toegankelijkheid", "/privacy", "/widget.js"]


@pytest.mark.parametrize("path", [*PAGES, *(f"/webhooks/keuzehulp{p}" for p in PAGES[1:]), "/bestaat-niet"])
def test_every_page_has_the_security_headers(server: Server, path: str) -> None:
    response = requests.get(server.url + path, timeout=30)
    assert response.status_code == (404 if path == "/bestaat-niet" else 200)
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    framed = path.endswith("/embed")
    assert (f"frame-ancestors 'self' {ORIGIN}" in policy) is framed
    assert ("frame-ancestors 'none'" in policy) is not framed
    assert "Set-Cookie" not in response.headers


def test_pages_need_nothing_from_elsewhere(server: Server) -> None:
    for path in PAGES:
        page = requests.get(server.url + path, timeout=30)
        for address in (
            re.findall(r'(?:src|href)="([^"#][^"]*)"', page.text) if "html" in page.headers["Content-Type"] else []
        ):
            if address.startswith("mailto:"):
                continue
            assert "//" not in address, f"{path} leads to {address}"
            assert requests.get(requests.compat.urljoin(page.url, address), timeout=30).status_code == 200, (
                path,
                address,
            )


def test_the_form_gives_the_same_feedback_and_keeps_nothing(server: Server) -> None:
    from keuzehulp.feedback import maak_feedback
    from keuzehulp.gesprek import Stand
    from keuzehulp.kennisbank import get_kennisbank
    from keuzehulp.server.formpage import markup

    form = requests.get(f"{server.url}/formulier", timeout=30).text
    kb = get_kennisbank()
    for element in (*kb.gevraagd, *kb.implementatie):
        assert form.count(f'name="{element.id}"') == 4
    before = server.stored()
    answers = {"oefenen": "ja", "ouders": "nee", "variatie": "weet_niet"}
    filled = {**answers, "oefenen_aantal": "ongeveer 12", "sector": "vo", "coping": "zomaar iets", "x": "<script>"}
    response = requests.post(f"{server.url}/formulier", data=filled, timeout=30)
    assert response.status_code == 200
    assert server.stored() == before
    expected = maak_feedback(kb, Stand(antwoorden=answers, aantallen={"oefenen": "12"}, sector="vo"))
    for part in expected.delen:
        for line in (*part.regels, *part.rest):
            assert markup(line.tekst) in response.text
    assert "<script>" not in response.text
    assert requests.post(f"{server.url}/formulier", data={}, timeout=30).status_code == 200
    assert requests.post(f"{server.url}/formulier", data=b"x" * 70_000, timeout=30).status_code == 413


def test_unknown_addresses_and_methods(server: Server) -> None:
    assert requests.get(f"{server.base}/niets", timeout=30).json()["error"]
    assert requests.get(f"{server.base}/messages", timeout=30).status_code == 405
    for path in ("/model", "/conversations/x/tracker", "/status", "/version", "/domain", "/webhooks/rest/webhook"):
        assert requests.get(server.url + path, timeout=30).status_code == 404, "Rasa's own interface is closed"
    assert requests.get(f"{server.url}/pages/../../credentials.yml", timeout=30).status_code == 404
    assert requests.get(f"{server.url}/pages/%2e%2e/%2e%2e/credentials.yml", timeout=30).status_code == 404


# -- for operators -------------------------------------------------------------------------------------------------


def test_health_ready_and_metrics(server: Server, talk: Talk) -> None:
    assert requests.get(f"{server.base}/health", timeout=30).json() == {"status": "ok"}
    assert requests.get(f"{server.base}/ready", timeout=30).json() == {"status": "ready"}
    before = metrics(server)
    talk.say("Start", "button", payload="/start_check")
    talk.say("ik wil er een einde aan maken")
    after = metrics(server)
    assert after["keuzehulp_turns_total"] - before["keuzehulp_turns_total"] == 2
    assert after["keuzehulp_checks_started_total"] - before["keuzehulp_checks_started_total"] == 1
    assert after["keuzehulp_crisis_shown_total"] - before["keuzehulp_crisis_shown_total"] == 1
    assert after["keuzehulp_turn_seconds_count"] - before["keuzehulp_turn_seconds_count"] == 2
    assert "<h1>" in requests.get(f"{server.base}/inzicht", timeout=30).text
    for path in ("metrics", "inzicht"):
        readable(requests.get(f"{server.base}/{path}", headers={"X-Forwarded-For": "10.0.0.1"}, timeout=30), 403)


def metrics(server: Server) -> dict[str, float]:
    """The metrics by name."""
    text = requests.get(f"{server.base}/metrics", timeout=30).text
    assert "kh-" not in text
    rows = [line.rsplit(" ", 1) for line in text.splitlines() if line and not line.startswith("#")]
    return {name: float(value) for name, value in rows}


# -- stopping and starting: these come last, because each costs a start --------------------------------------------


def test_a_killed_server_loses_nothing_that_was_answered(server: Server) -> None:
    talk = new_talk(server)
    talk.say("Start", "button", payload="/start_check")
    for text in ("geen naam", "voortgezet onderwijs", "alle leerlingen", "ja"):
        talk.say(text)
    before, answers = talk.history(), talk.request("GET", "/overview").json()
    server.stop(signal.SIGKILL)
    with pytest.raises(requests.ConnectionError):
        talk.history()
    server.start()
    assert talk.history() == before
    assert talk.request("GET", "/overview").json() == answers
    assert talk.say("nee"), "and it goes on where it was"


def test_a_stopping_server_lets_a_turn_finish(server: Server) -> None:
    talk = new_talk(server)
    results: list[requests.Response] = []
    text = "Leerlingen oefenen samen met een rollenspel en ouders komen kijken. " * 280
    sender = threading.Thread(target=lambda: results.append(talk.send(text[:19_000], "paste")))
    sender.start()
    time.sleep(0.15)
    assert server.stop() == 0
    sender.join(timeout=60)
    server.start()
    if results and results[0].status_code == 200:
        assert answer(results[0])
        assert len(talk.history()) >= 2
    else:
        pytest.fail("the turn was cut off")
