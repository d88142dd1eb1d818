"""axe in every state of the chat with the real server, in every look; and on the pages beside it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import Chat, Visit, Watcher, axe
from tests.server.conftest import Server

LOOKS: dict[str, dict[str, Any]] = {
    "desktop": {},
    "360 px": {"viewport": {"width": 360, "height": 640}},
    "320 px": {"viewport": {"width": 320, "height": 568}},
    "400 percent": {"viewport": {"width": 320, "height": 256}},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
}
_SIDEWAYS = """() => {
  const root = document.querySelector('keuzehulp-chat').shadowRoot;
  const wide = [...root.querySelectorAll('.panel, .log, .view')].filter((e) => e.scrollWidth > e.clientWidth + 1);
  return document.documentElement.scrollWidth > innerWidth || wide.length > 0;
}"""
_SMALL = """() => [...document.querySelector('keuzehulp-chat').shadowRoot.querySelectorAll('button, a, input, summary')]
  .map((e) => [e, e.getBoundingClientRect()])
  .filter(([e, box]) => box.width && (box.width < 24 || box.height < 24) && !e.closest('.sr, label, .bubble p, .bubble li'))
  .map(([e]) => e.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("look", LOOKS)
def test_every_state(server: Server, visit: Visit, look: str) -> None:
    page = visit(f"{server.url}/demo", **LOOKS[look])
    watcher = Watcher(page)
    chat = Chat(page).ready()

    def see(state: str) -> None:
        axe(page, f"{look}, {state}")
        assert not page.evaluate(_SIDEWAYS), f"{look}, {state}: scrolls sideways"
        assert page.evaluate(_SMALL) == [], f"{look}, {state}: targets under 24 px"

    axe(page, f"{look}, closed")
    chat.open()
    see("open")
    chat.choose("Start de keuzehulp")
    see("buttons")
    for text in ("we willen Kanjertraining bekijken", "vo", "alle leerlingen"):
        chat.say(text)
    see("proposals")
    chat.say("ja, dat klopt")
    see("progress")
    chat.find(".cite").last.click()
    see("source")
    chat.say("wat is veerkracht?")
    see("markdown")
    chat.find("[data-thumb$=up]").last.click()
    see("thumb")
    chat.say("maak een verslag")
    expect(chat.find("figure img").last).to_be_visible()
    see("picture")
    chat.find("#menubutton").click()
    see("menu")
    chat.find("[data-menu=overview]").click()
    chat.find("[data-change]").first.click()
    see("overview")
    page.keyboard.press("Escape")
    chat.menu("report")
    see("report")
    page.keyboard.press("Escape")
    _error(page, chat)
    see("error")
    page.context.set_offline(True)
    expect(chat.find(".offline")).to_be_visible()
    see("offline")
    page.context.set_offline(False)
    chat.menu("restart")
    see("confirmation")
    watcher.clean()


def _error(page: Page, chat: Chat) -> None:
    page.route("**/messages", lambda route: route.fulfill(status=503, json={"error": "Ik kan nu niets bewaren."}))
    chat.send("een beetje")
    expect(chat.find(".user .error")).to_contain_text("Ik kan nu niets bewaren.")
    page.unroute("**/messages")


PAGES = ["/", "/embed", "/demo", "/demo-rooster", "/toegankelijkheid", "/privacy", "/bestaat-niet"]


@pytest.mark.parametrize("path", PAGES)
def test_pages(server: Server, visit: Visit, path: str) -> None:
    for options in ({}, {"color_scheme": "dark"}, {"viewport": {"width": 320, "height": 568}}):
        page = visit(server.url + path, **options)
        watcher = Watcher(page)
        page.reload()
        page.wait_for_timeout(300)
        axe(page, f"{path} {options}")
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), (path, options)
        watcher.clean()
        assert watcher.elsewhere(server.url) == []


def test_pages_without_javascript_say_what_to_do(server: Server, visit: Visit) -> None:
    page = visit(f"{server.url}/", java_script_enabled=False)
    link = page.get_by_role("link", name="formulier")
    link.first.click()
    assert page.url.endswith("/formulier")


def test_reduced_motion(server: Server, visit: Visit) -> None:
    page = visit(f"{server.url}/", reduced_motion="reduce")
    chat = Chat(page).ready()
    page.route("**/messages", lambda route: None)
    chat.send("hallo")
    assert chat.find(".typing i").first.evaluate("(dot) => getComputedStyle(dot).animationName") == "none"
