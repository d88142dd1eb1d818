"""Finding and starting a Chromium: the system's, else Playwright's own where it is there or can be downloaded."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright
from playwright.sync_api import Error as PlaywrightError

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
_DOWNLOAD_SECONDS = 300


class NoBrowserError(Exception):
    """There is no Chromium; the text says what was tried and the remedy."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running Chromium without a window. Raises NoBrowserError."""
    with sync_playwright() as playwright:
        browser = _launch(playwright)
        try:
            yield browser
        finally:
            browser.close()


def _launch(playwright: Playwright) -> Browser:
    path = _system() or _own(playwright)
    try:
        return playwright.chromium.launch(executable_path=path, args=list(_ARGUMENTS))
    except PlaywrightError as error:
        detail = str(error).strip().splitlines()
        raise NoBrowserError(
            f"{path} does not start ({detail[0] if detail else error}). Remedy: apt install chromium"
        ) from error


def _system() -> str | None:
    wanted = os.environ.get("CHROMIUM")
    return wanted or next((found for name in _NAMES if (found := shutil.which(name))), None)


def _own(playwright: Playwright) -> str:
    path = playwright.chromium.executable_path
    if not Path(path).exists():
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_DOWNLOAD_SECONDS)
        except (subprocess.SubprocessError, OSError) as error:
            raise NoBrowserError(
                f"no Chromium on this machine, and Playwright's own can't be downloaded ({type(error).__name__}). "
                "Remedy: apt install chromium, or name one in the environment variable CHROMIUM"
            ) from error
    return path
