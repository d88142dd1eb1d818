"""The questionnaire as a plain page, without JavaScript: the same questions and the same feedback as the chat."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.browser.chat import Chat, Visit, axe, tab_to
from tests.browser.talks import UNKNOWN, walk
from tests.server.conftest import Server

_FILL = """(form) => {
  for (const [name, value] of Object.entries(form)) {
    const field = document.querySelector(`[name="${name}"]`);
    if (field.type === 'radio') document.querySelector(`[name="${name}"][value="${value}"]`).checked = true;
    else field.value = value;
  }
}"""


def _plain(text: str) -> str:
    """A line without its marks and its list sign."""
    return re.sub(r"\s+", " ", re.sub(r"\*+", "", text).removeprefix("- ")).strip()


def test_same_feedback_as_the_chat_without_javascript(server: Server, chat: Chat, visit: Visit) -> None:
    walk(chat, lambda text: chat.say(text) and None, UNKNOWN)
    start = next(n for n, m in enumerate(chat.bot_messages()) if "Dit is er al" in m["text"])
    lines = [
        _plain(line)
        for m in chat.bot_messages()[start:]
        for line in m["text"].splitlines()
        if line.startswith("- ") and "Een idee bij" not in line
    ]
    assert len(lines) > 8
    answers = {a["element"]: a["antwoord"] for a in _overview(chat)}
    assert len(answers) == 15
    amounts = {f"{name}_aantal": "12" for name in ("oefenen", "psycho_educatie") if answers[name] in ("ja", "deels")}

    page = visit(f"{server.url}/formulier", java_script_enabled=False)
    for name, value in {**answers, "sector": "vo", "doelgroep": "alle"}.items():
        page.locator(f'[name="{name}"][value="{value}"]').check()
    for name, value in amounts.items():
        page.locator(f'[name="{name}"]').fill(value)
    page.get_by_role("button", name="Laat de feedback zien").click()
    text = re.sub(r"\s+", " ", page.locator("main").inner_text())
    for line in lines:
        assert line in text, "the chat says it and the form does not"


def _overview(chat: Chat) -> list[dict[str, str]]:
    answers: list[dict[str, str]] = chat.frame.evaluate(
        "() => document.querySelector('keuzehulp-chat').conversation.api.overview()"
    )
    return answers


def test_form_by_keyboard(server: Server, page: Page) -> None:
    page.goto(f"{server.url}/formulier")
    tab_to(page, "select#interventie")
    for _ in range(8):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
    tab_to(page, "Laat de feedback zien", most=80)
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    assert page.locator("h1").inner_text() == "Feedback op jullie interventie"
    axe(page, "feedback of the form")


def test_form_keeps_nothing(server: Server, page: Page) -> None:
    before = server.stored()
    page.goto(f"{server.url}/formulier")
    page.locator('[name=ouders][value="ja"]').check()
    page.get_by_role("button", name="Laat de feedback zien").click()
    assert page.locator("h1").inner_text() == "Feedback op jullie interventie"
    assert server.stored() == before
    assert page.evaluate("() => localStorage.length") == 0
    assert page.context.cookies() == []


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_form_and_feedback_are_accessible(server: Server, visit: Visit, colours: str, width: int) -> None:
    page = visit(f"{server.url}/formulier", color_scheme=colours, viewport={"width": width, "height": 700})
    axe(page, f"form {colours} {width}")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    page.evaluate(_FILL, {"oefenen": "ja", "oefenen_aantal": "12", "ouders": "nee", "variatie": "weet_niet"})
    page.get_by_role("button", name="Laat de feedback zien").click()
    axe(page, f"feedback {colours} {width}")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
