"""`make screenshots`: a picture of every state of the chat, on the real server, into build/screenshots.

Desktop, 360 pixels, dark and forced colours; and the pages beside the chat. To be looked at by a person: nothing is
compared.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route

from tests.browser import school as schools
from tests.browser.browsers import NoBrowserError, chromium
from tests.browser.chat import Chat
from tests.browser.talks import KANJER, walk
from tests.server.conftest import ROOT, Server, free_port

TARGET = ROOT / "build" / "screenshots"
LOOKS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 800}},
    "360": {"viewport": {"width": 360, "height": 740}},
    "dark": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
    "forced": {"viewport": {"width": 1280, "height": 800}, "forced_colors": "active"},
    "page": {"viewport": {"width": 1280, "height": 800}},
    "zoom": {"viewport": {"width": 320, "height": 256}},
}
PAGES = ("formulier", "toegankelijkheid", "privacy", "demo-rooster", "embed", "bestaat-niet")
Take = Callable[[str], None]


def main(argv: list[str] | None = None) -> int:
    """Take all pictures, or those of the named looks; returns the exit code."""
    parser = argparse.ArgumentParser(prog="screenshots", description=__doc__)
    parser.add_argument("looks", nargs="*", help=f"{', '.join(LOOKS)}, hostile, pages; all when none is named")
    parser.add_argument("--url", help="address of a server that runs already (without the hostile page)")
    arguments = parser.parse_args(argv)
    wanted = set(arguments.looks or [*LOOKS, "hostile", "pages"])
    TARGET.mkdir(parents=True, exist_ok=True)
    try:
        with chromium() as browser, schools.serve() as school, tempfile.TemporaryDirectory() as data:
            server = None
            url = arguments.url
            if url:
                wanted.discard("hostile")
            else:
                server = Server(Path(data), free_port(), {"KEUZEHULP_ORIGINS": school.url})
                server.start()
                url = server.url
            try:
                _all(browser, school, url, wanted)
            finally:
                if server:
                    server.stop()
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{len(list(TARGET.glob('*.png')))} pictures in {TARGET.relative_to(ROOT)}")
    return 0


def _all(browser: Browser, school: schools.School, url: str, wanted: set[str]) -> None:
    for look, options in LOOKS.items():
        if look in wanted:
            page = _page(browser, f"{url}/" if look == "page" else f"{url}/demo", options)
            _states(page, _taker(page, look))
            page.context.close()
    if "hostile" in wanted:
        head, policy = schools.script_tag(url), schools.guide_policy(url)
        page = _page(browser, school.add("/", schools.Page("Intranet", "", head, policy, "/hostile.css")), {})
        chat = Chat(page).ready().open()
        chat.choose("Wat is veerkracht?")
        _taker(page, "hostile")("talking")
        page.context.close()
    if "pages" in wanted:
        for look in ("desktop", "360", "dark"):
            for name in PAGES:
                page = _page(browser, f"{url}/{name}", LOOKS[look])
                _taker(page, f"pages-{look}", full=True)(name)
                page.context.close()


def _page(browser: Browser, url: str, options: dict[str, Any]) -> Page:
    context = browser.new_context(**{"locale": "nl-NL", **options})
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto(url)
    return page


def _taker(page: Page, look: str, full: bool = False) -> Take:
    number = iter(range(1, 100))

    def take(state: str) -> None:
        page.wait_for_timeout(250)
        page.screenshot(path=TARGET / f"{look}-{next(number):02}-{state}.png", full_page=full)

    return take


def _states(page: Page, take: Take) -> None:
    """The states in the order in which a visitor may meet them."""
    chat = Chat(page).ready()
    if chat.find(".launcher").count():
        take("closed")
        chat.open()
    take("open")
    _typing(page, chat, take)
    take("first-question")
    for text in KANJER:
        chat.say(text)
    take("proposals")
    chat.say("ja, dat klopt")
    take("question")
    chat.say("wat is coping eigenlijk?")
    chat.find(".cite").last.click()
    take("source")
    chat.find("[data-thumb$=up]").last.click()
    take("thumb")
    walk(chat, lambda text: chat.say(text) and None, ())
    take("feedback")
    chat.find(".log").evaluate("(log) => log.scrollTo(0, log.scrollHeight)")
    take("feedback-end")
    chat.say("vergelijk Kanjertraining met VRIENDEN")
    take("comparison")
    chat.say("maak een verslag")
    take("picture")
    chat.find(".log").evaluate("(log) => log.scrollTo(0, log.scrollHeight)")
    take("picture-end")
    chat.find("#menubutton").click()
    take("menu")
    chat.find("[data-menu=overview]").click()
    chat.find("[data-change]").nth(1).click()
    take("overview")
    page.keyboard.press("Escape")
    chat.menu("report")
    take("report")
    page.keyboard.press("Escape")
    _failures(page, chat, take)


def _typing(page: Page, chat: Chat, take: Take) -> None:
    """The indicator, while the first answer is held back."""
    held: list[Route] = []
    page.route("**/messages", lambda route: held.append(route))
    chat.find(".dock .choice", has_text="Start de keuzehulp").click()
    chat.find(".typing").wait_for()
    take("typing")
    held[0].continue_()
    page.unroute("**/messages")
    chat.idle()


def _failures(page: Page, chat: Chat, take: Take) -> None:
    page.route("**/messages", lambda route: route.abort())
    chat.send("een beetje, in de mentorles")
    chat.find(".user .error").wait_for()
    page.unroute("**/messages")
    take("failed")
    page.context.set_offline(True)
    chat.find(".offline").wait_for()
    take("offline")
    page.context.set_offline(False)
    chat.menu("wipe")
    take("confirmation")
    chat.find("[data-yes]").click()
    chat.find(".note").last.wait_for()
    take("wiped")


if __name__ == "__main__":
    sys.exit(main())
