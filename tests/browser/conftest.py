"""A Chromium, the real server, and a school's intranet on another origin."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import school as schools
from tests.browser.browsers import NoBrowserError, chromium
from tests.browser.chat import Chat, Visit, Watcher
from tests.server.conftest import ROOT, Server, free_port

expect.set_options(timeout=60_000)


def _missing(reason: str) -> None:
    """Skip where somebody works; fail in CI, so that nothing is left out unseen."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


# All of these end with this folder: a running Playwright keeps other tests from using asyncio.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The browser of this test run."""
    try:
        with chromium() as running:
            yield running
    except NoBrowserError as error:
        _missing(str(error))


@pytest.fixture(scope="package")
def school() -> Iterator[schools.School]:
    """The intranet that the server lists."""
    with schools.serve() as running:
        yield running


@pytest.fixture(scope="package")
def stranger() -> Iterator[schools.School]:
    """A website that the server does not list."""
    with schools.serve() as running:
        yield running


@pytest.fixture(scope="package")
def server(browser: Browser, school: schools.School, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server of this test run, with the intranet as its one listed origin."""
    if not list((ROOT / "models").glob("*.tar.gz")):
        _missing("these tests need a trained model: make train")
    running = Server(
        tmp_path_factory.mktemp("gegevens"), free_port(), {"KEUZEHULP_ORIGINS": f"{school.url},{school.near}"}
    )
    running.start()
    yield running
    if running.process and running.process.poll() is None:
        running.stop()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Opens an address in a browser of its own: `visit(url, **options of the context)`."""
    contexts = []

    def go(url: str, **options: Any) -> Page:
        context = browser.new_context(**{"locale": "nl-NL", "viewport": {"width": 1280, "height": 800}, **options})
        context.set_default_timeout(60_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(url)
        return page

    yield go
    for context in contexts:
        context.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page in a browser of its own."""
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 800}, accept_downloads=True)
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def watcher(page: Page) -> Watcher:
    """Notes what goes wrong on the page."""
    return Watcher(page)


@pytest.fixture
def chat(server: Server, page: Page, watcher: Watcher) -> Chat:
    """The chat on a page of its own, before anything was said."""
    page.goto(f"{server.url}/")
    return Chat(page).ready()
