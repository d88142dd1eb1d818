"""The whole check with the keyboard only and in free Dutch text, from the school's page to the report."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import PATIENCE, Chat, Watcher, active, tab_to
from tests.browser.talks import FEEDBACK, KANJER, UNKNOWN, walk
from tests.server.conftest import Server


@pytest.mark.parametrize("opening", [UNKNOWN, KANJER], ids=["unknown programme", "Kanjertraining"])
def test_whole_check(server: Server, page: Page, watcher: Watcher, opening: tuple[str, ...]) -> None:
    page.goto(f"{server.url}/demo")
    chat = Chat(page).ready()
    tab_to(page, "launcher")
    page.keyboard.press("Enter")
    chat.find("textarea").wait_for()
    page.wait_for_timeout(100)
    assert active(page).startswith("textarea")
    chat.watch_announcements()

    def say(text: str) -> None:
        before = chat.count()
        page.keyboard.type(text)
        page.keyboard.press("Enter")
        chat.answered(before)
        assert active(page).startswith("textarea"), "the focus stays in the input"

    typed = walk(chat, say, opening)

    items = chat.items()
    assert [i["text"] for i in items if i["kind"] == "user"] == typed
    assert not [i for i in items if i.get("failed")]
    bot = chat.bot_messages()
    feedback = "\n".join(m["text"] for m in bot)
    missing = [title for title in FEEDBACK if f"**{title}**" not in feedback]
    assert not missing, (missing, chat.said())
    assert any(m["citations"] for m in bot)
    _announced_once(chat, bot, typed)
    _citation(page, chat)
    _quick_reply(page, chat)
    _change_an_answer(page, chat)
    _report(page, chat)
    watcher.clean()


def _announced_once(chat: Chat, bot: list[dict[str, object]], typed: list[str]) -> None:
    told = [line for line in chat.announced() if line != "De keuzehulp schrijft"]
    assert len(told) == len(bot), "every message of the bot is announced, and once"
    assert not set(told) & set(typed), "what the user typed is not read back"


def _citation(page: Page, chat: Chat) -> None:
    tab_to(page, ".cite", most=80, key="Shift+Tab")
    page.keyboard.press("Enter")
    expect(chat.find(".source")).to_be_visible()
    assert ".cite" in active(page), "the focus stays on the citation"
    assert len(chat.find(".source").inner_text()) > 40
    page.keyboard.press("Enter")
    expect(chat.find(".source")).to_have_count(0)


def _quick_reply(page: Page, chat: Chat) -> None:
    before = chat.count()
    tab_to(page, ".choice", most=80)
    page.keyboard.press("Space")
    chat.idle()
    assert chat.count() > before + 1
    assert active(page).startswith("li#.user"), "the focus goes to what was chosen"


def _change_an_answer(page: Page, chat: Chat) -> None:
    tab_to(page, "menubutton", most=120, key="Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_timeout(80)
    assert "Jullie antwoorden" in active(page)
    page.keyboard.press("Enter")
    chat.find("[data-change]").first.wait_for()
    assert "viewtitle" in active(page)
    tab_to(page, "Wijzig")
    old = chat.find(".value").first.inner_text()
    page.keyboard.press("Enter")
    page.wait_for_timeout(80)
    page.keyboard.press("ArrowDown")
    tab_to(page, "Opslaan")
    page.keyboard.press("Enter")
    chat.find(".done").wait_for(timeout=PATIENCE)
    page.wait_for_timeout(80)
    assert "Wijzig" in active(page), "the focus is back on the answer"
    assert chat.find(".value").first.inner_text() != old
    page.keyboard.press("Escape")
    page.wait_for_timeout(80)
    assert "menubutton" in active(page)


def _report(page: Page, chat: Chat) -> None:
    page.keyboard.press("Enter")
    page.wait_for_timeout(80)
    tab_to(page, "Verslag maken")
    page.keyboard.press("Enter")
    tab_to(page, "Word")
    with page.expect_download(timeout=PATIENCE) as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "verslag-veerkracht.docx"
    expect(chat.find(".done")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_timeout(80)
    assert "launcher" in active(page), "closing gives the focus back to the launcher"
