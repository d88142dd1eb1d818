"""What is too much, too fast, forged or no longer there: each a clear answer, and nothing lost."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import PATIENCE, Chat, Visit, axe
from tests.server.conftest import Server


@pytest.mark.parametrize("kind", ["forged", "another's name", "no token at all"])
def test_forged_token(server: Server, visit: Visit, chat: Chat, page: Page, kind: str) -> None:
    """Nothing of the other conversation is shown; the visitor is told, and can go on in a new one."""
    victim = Chat(visit(f"{server.url}/")).ready()
    victim.choose("Start de keuzehulp")
    victim.say("Project Roodborstjes")
    said, theirs = victim.said(), victim.token()
    chat.choose("Wat is veerkracht?")
    mine = chat.token()
    assert theirs is not None
    assert mine is not None
    own, parts = mine.split("."), theirs.split(".")
    forged = {
        "forged": theirs[:-6] + "AAAAAA",
        "another's name": ".".join([own[0], parts[1], *own[2:]]),
        "no token at all": "x",
    }[kind]
    page.evaluate(
        "([name, token]) => localStorage.setItem(name, JSON.stringify({ token }))",
        [f"keuzehulp:{server.url}", forged],
    )
    page.reload()
    chat.ready().idle()
    assert chat.said() == ["note: Je vorige gesprek bestaat niet meer. Dit is een nieuw gesprek."]
    assert "Roodborstjes" not in page.locator("body").inner_text()
    axe(page, "forged token")
    assert chat.say("wat is veerkracht?")
    assert chat.token() not in (None, forged, theirs)
    victim.page.reload()
    victim.ready().idle()
    assert victim.said() == said, "nothing of the other conversation is changed"


def test_conversation_that_is_gone(chat: Chat, page: Page) -> None:
    """Another tab deleted it: the visitor is told and the typed text stands ready."""
    chat.choose("Start de keuzehulp")
    assert chat.fetch("/conversation", {"method": "DELETE"})[0]["status"] == 204
    chat.send("Samen Sterk")
    expect(chat.find(".note").last).to_contain_text("bestaat niet meer")
    expect(chat.find("textarea")).to_have_value("Samen Sterk")
    chat.find(".send").click()
    chat.idle()
    assert not [i for i in chat.items() if i.get("failed")]


def test_message_of_30_kb(chat: Chat, page: Page) -> None:
    chat.choose("Wat is veerkracht?")
    said = chat.said()
    long = "Leerlingen oefenen samen. " * 1180
    assert len(long) > 30_000
    chat.find("textarea").fill(long)
    chat.find(".send").click()
    expect(chat.find(".notice")).to_contain_text("Deze tekst is te lang")
    assert chat.find("textarea").input_value() == long, "the text is not lost"
    assert chat.said() == said
    axe(page, "too long")
    for kind, most in (("text", "5000"), ("paste", "20000")):
        answer = chat.fetch("/messages", {"method": "POST", "body": {"text": long, "kind": kind}})[0]
        assert answer["status"] == 413
        assert most in json.loads(answer["text"])["error"]
    chat.find("textarea").fill("wat is coping?")
    chat.find(".send").click()
    chat.idle()
    assert chat.count() > len(said)


def test_pasted_description_of_15_kb(chat: Chat) -> None:
    text = ("In het programma oefenen leerlingen elke week met een rollenspel. Ouders krijgen een brief. " * 170)[
        :15_000
    ]
    chat.say(text)
    item = next(i for i in chat.items() if i["kind"] == "user")
    assert not item.get("failed")
    assert chat.bot_messages()
    box = chat.find(".user .bubble").bounding_box()
    assert box is not None
    assert box["height"] < 400, "a long text scrolls in its own bubble"


def test_50_messages_a_second(chat: Chat, page: Page) -> None:
    """Each is answered or refused with a line and a time to wait; what was answered is kept, once and whole."""
    chat.choose("Wat is veerkracht?")
    answers = chat.fetch("/messages", {"method": "POST", "body": {"text": "wat is coping? {n}", "kind": "text"}}, 50)
    statuses = [a["status"] for a in answers]
    assert set(statuses) <= {200, 429}
    assert statuses.count(200) >= 1
    assert statuses.count(429) >= 1
    for answer in answers:
        if answer["status"] == 429:
            assert "Wacht even" in json.loads(answer["text"])["error"]
            assert int(answer["wait"]) >= 1
        else:
            assert json.loads(answer["text"].splitlines()[-1]) == {"type": "done"}
    page.reload()
    chat.ready().idle()
    kept = [i["text"] for i in chat.items() if i["kind"] == "user"][1:]
    assert sorted(kept) == sorted(f"wat is coping? {n}" for n, status in enumerate(statuses) if status == 200)
    assert chat.say("wat is veerkracht?"), "and the conversation goes on, after waiting by itself if need be"
    assert not [i for i in chat.items() if i.get("failed")]


def test_enter_50_times(chat: Chat, page: Page) -> None:
    """Typing on while an answer comes loses nothing and sends nothing twice."""
    chat.find("textarea").focus()
    for n in range(50):
        page.keyboard.insert_text(f"vraag {n} ")
        page.keyboard.press("Enter")
    chat.idle()
    left = chat.find("textarea").input_value()
    sent = " ".join(i["text"].strip() for i in chat.items() if i["kind"] == "user")
    assert f"{sent} {left}".split() == " ".join(f"vraag {n}" for n in range(50)).split()
    page.keyboard.press("Enter")
    page.wait_for_timeout(100)
    chat.idle()
    assert not [i for i in chat.items() if i.get("failed")]


def test_busy_server_is_told_and_tried_again(chat: Chat, page: Page) -> None:
    chat.choose("Wat is veerkracht?")
    page.route(
        "**/messages",
        lambda route: route.fulfill(
            status=429, headers={"Retry-After": "2"}, json={"error": "Dat zijn veel berichten tegelijk."}
        ),
        times=1,
    )
    chat.send("wat is coping?")
    expect(chat.find(".user .state")).to_contain_text("Ik probeer het over 2 seconden opnieuw")
    chat.idle()
    assert chat.said().count("user: wat is coping?") == 1
    assert chat.said()[-1].startswith("bot:")


@pytest.mark.parametrize("text", ["<img src=x onerror=alert(1)><b>vet</b>", "/restart", '/inform{"ouders": "ja"}',
                                  "[klik](javascript:alert(1))", "🙂🙃 ' \" ` ${1} {{2}}"])  # fmt: skip
def test_typed_text_is_only_text(chat: Chat, page: Page, text: str) -> None:
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    chat.choose("Wat is veerkracht?")
    chat.say(text)
    assert chat.find(".user .bubble").last.inner_text().endswith(text)
    assert chat.find(".user .bubble img, .user .bubble b, .bubble a[href^=javascript]").count() == 0
    page.reload()
    chat.ready().idle()
    assert [i["text"] for i in chat.items() if i["kind"] == "user"] == ["Wat is veerkracht?", text]
    assert not dialogs


def test_file_that_cannot_be_read(chat: Chat) -> None:
    chat.find("input[type=file]").set_input_files({"name": "les.exe", "mimeType": "x/y", "buffer": b"MZ"})
    expect(chat.find(".notice")).to_contain_text(".docx")
    chat.find("input[type=file]").set_input_files(
        {"name": "les.pdf", "mimeType": "application/pdf", "buffer": b"geen pdf"}
    )
    error = chat.find(".user .error")
    error.wait_for(timeout=PATIENCE)
    assert len(error.inner_text()) > 20
    assert error.locator("button").count() == 0, "trying again makes no sense"
