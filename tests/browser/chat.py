"""Driving the chat as a visitor does, and looking at it as axe does."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Frame, Locator, Page, Request

ROOT = Path(__file__).resolve().parents[2]
#: For whatever the server does. Generous: the machine of a test run may be busy with other things.
PATIENCE = 120_000
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

_ACTIVE = """() => {
  let e = document.activeElement;
  while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
  if (!e || e === document.body || e === document.documentElement) return 'body';
  return `${e.localName}#${e.id}.${e.className} ${e.getAttribute('aria-label') ?? ''} ${e.textContent.trim().slice(0, 60)}`;
}"""
_AXE = """async (standards) => {
  const result = await window.axe.run(document, { runOnly: standards });
  return result.violations.map((v) => `${v.id}: ` + v.nodes.slice(0, 3).map((n) =>
    `${n.target.flat().join(' ')} (${n.any.concat(n.all).map((a) => a.message).join('; ')})`).join(' | '));
}"""
_WATCH = """() => {
  window.announced = [];
  const twin = document.querySelector('keuzehulp-chat').shadowRoot.querySelector('#twin');
  new MutationObserver((list) => list.forEach((m) => m.addedNodes.forEach((n) => {
    if (n.textContent) window.announced.push(n.textContent);
  }))).observe(twin, { childList: true });
}"""


class Chat:
    """The widget on one page (or in one frame of it)."""

    def __init__(self, page: Page, frame: Frame | None = None) -> None:
        """`frame` when the chat stands in an iframe."""
        self.page = page
        self.frame = frame or page.main_frame
        self.host = self.frame.locator("keuzehulp-chat")

    def find(self, selector: str, **more: Any) -> Locator:
        """Something inside the chat."""
        return self.host.locator(selector, **more)

    def ready(self) -> Chat:
        """Wait until the element is drawn."""
        self.frame.wait_for_function(
            "() => document.querySelector('keuzehulp-chat')?.shadowRoot?.childElementCount > 0", timeout=PATIENCE
        )
        return self

    def open(self) -> Chat:
        """Open the dialog by its launcher."""
        self.find(".launcher").click()
        self.find("textarea").wait_for()
        return self

    def idle(self) -> None:
        """Wait until nothing is being sent, received or drawn."""
        self.frame.wait_for_function(
            """() => {
              const host = document.querySelector('keuzehulp-chat');
              return !host.conversation.busy && host.conversation.loaded !== 'busy'
                && !host.shadowRoot.querySelector('.typing');
            }""",
            timeout=PATIENCE,
        )

    def answered(self, before: int) -> None:
        """Wait until a message has gone out after that many lines, and its whole answer has come, or it has failed.

        Waiting for `idle` alone may end before the message has left, on a busy machine.
        """
        self.frame.wait_for_function(
            """(before) => document.querySelector('keuzehulp-chat').conversation.items.slice(before)
                .some((item) => item.kind !== 'user' || item.failed)""",
            arg=before,
            timeout=PATIENCE,
        )
        self.idle()

    def send(self, text: str) -> None:
        """Type a message and press the button; does not wait."""
        self.find("textarea").fill(text)
        self.find(".send").click()

    def say(self, text: str) -> str:
        """Send a message and wait for the whole answer, which it gives."""
        before = self.count()
        self.send(text)
        self.answered(before)
        return "\n".join(m["text"] for m in self.bot_messages(before))

    def choose(self, title: str) -> None:
        """Press a quick reply and wait for the answer."""
        self.find(".dock .choice", has_text=title).first.click()
        self.idle()

    def menu(self, name: str) -> None:
        """Choose something from the menu."""
        self.find("#menubutton").click()
        self.find(f"[data-menu={name}]").click()

    def count(self) -> int:
        """How many lines the conversation has."""
        number: int = self.frame.evaluate("() => document.querySelector('keuzehulp-chat').conversation.items.length")
        return number

    def items(self) -> list[dict[str, Any]]:
        """The lines of the conversation as the widget holds them."""
        lines: list[dict[str, Any]] = self.frame.evaluate(
            "() => JSON.parse(JSON.stringify(document.querySelector('keuzehulp-chat').conversation.items))"
        )
        return lines

    def bot_messages(self, start: int = 0) -> list[dict[str, Any]]:
        """What the bot said from that line on."""
        return [item["message"] for item in self.items()[start:] if item["kind"] == "bot"]

    def said(self) -> list[str]:
        """What stands in the conversation: who said it, and the text; without what is only drawn."""
        return [
            f"{item['kind']}: {item['message']['text'] if item['kind'] == 'bot' else item['text']}"
            for item in self.items()
        ]

    def progress(self) -> dict[str, Any] | None:
        """Where the check stands."""
        where: dict[str, Any] | None = self.frame.evaluate(
            "() => document.querySelector('keuzehulp-chat').conversation.progress ?? null"
        )
        return where

    def token(self) -> str | None:
        """The token that the browser keeps."""
        kept: str | None = self.frame.evaluate(
            """() => {
              for (const name of Object.keys(localStorage))
                if (name.startsWith('keuzehulp:')) return JSON.parse(localStorage.getItem(name)).token ?? null;
              return null;
            }"""
        )
        return kept

    def fetch(self, path: str, options: dict[str, Any] | None = None, times: int = 1) -> list[dict[str, Any]]:
        """Requests to the channel from this page, all at once, with its token: status, text and Retry-After of each."""
        answers: list[dict[str, Any]] = self.frame.evaluate(
            """async ([path, options, times]) => {
              const { api } = document.querySelector('keuzehulp-chat').conversation;
              const headers = { Authorization: `Bearer ${api.token}`, 'Content-Type': 'application/json' };
              const one = async (n) => {
                const body = options.body && JSON.stringify(options.body).replaceAll('{n}', n);
                const answer = await fetch(api.base + path, { ...options, headers, body, credentials: 'omit' });
                return { status: answer.status, text: await answer.text(), wait: answer.headers.get('Retry-After') };
              };
              return Promise.all(Array.from({ length: times }, (_, n) => one(n)));
            }""",
            [path, options or {}, times],
        )
        return answers

    def watch_announcements(self) -> None:
        """Note from now on what a screen reader is told."""
        self.frame.evaluate(_WATCH)

    def announced(self) -> list[str]:
        """What a screen reader was told since."""
        lines: list[str] = self.frame.evaluate("() => window.announced")
        return lines


def active(page: Page) -> str:
    """Where the focus is, as `name#id.class label text`; "body" when it is nowhere."""
    where: str = page.evaluate(_ACTIVE)
    return where


def tab_to(page: Page, text: str, most: int = 40, key: str = "Tab") -> str:
    """Press Tab until the focus is on something whose description holds the text. Fails when it is not reached."""
    path = []
    for _ in range(most):
        path.append(active(page))
        if text in path[-1]:
            return path[-1]
        page.keyboard.press(key)
    return pytest.fail(f"{text!r} is not reached with {key}; the focus went along {path}")


def axe_source() -> str | None:
    """The text of axe-core, from the Python package that brings it, else from the widget's own tools."""
    places = []
    try:
        import axe_playwright_python

        places.append(Path(axe_playwright_python.__file__).parent / "axe.min.js")
    except ImportError:
        pass
    places.append(ROOT / "widget" / "node_modules" / "axe-core" / "axe.min.js")
    return next((p.read_text(encoding="utf-8") for p in places if p.is_file()), None)


@cache
def _axe() -> str:
    source = axe_source()
    if source is None:
        reason = "axe-core is absent. Remedy: make setup-dev (axe-playwright-python), or npm ci in widget/"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return source


def axe(where: Page | Frame, state: str) -> None:
    """Let axe look at the page as it stands; fails with what it found."""
    where.wait_for_timeout(80)
    where.evaluate(_axe())
    found = where.evaluate(_AXE, STANDARDS)
    assert not found, f"axe, {state}:\n" + "\n".join(found)


class Watcher:
    """Notes what goes wrong on a page without anybody seeing it: errors, refusals, requests to elsewhere."""

    def __init__(self, page: Page) -> None:
        """Start watching."""
        self.errors: list[str] = []
        self.refusals: list[str] = []
        self.requests: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._console)
        page.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and any(w in message.text for w in ("Content Security", "Trusted", "Refused")):
            self.refusals.append(message.text)

    def _request(self, request: Request) -> None:
        if request.url.startswith(("http:", "https:", "ws:", "wss:")):
            self.requests.append(request.url)

    def elsewhere(self, *own: str) -> list[str]:
        """Requests to other addresses than these."""
        return [url for url in self.requests if not url.startswith(own)]

    def clean(self) -> None:
        """Nothing went wrong."""
        assert not self.errors, self.errors
        assert not self.refusals, self.refusals


Visit = Callable[..., Page]
