"""A school's intranet on an origin of its own: pages with a strict CSP and with CSS that reaches for everything."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "embed.md"

#: What a page may do to everything on it. None of it may reach into the chat.
HOSTILE = """
* { font-size: 31px !important; color: red !important; letter-spacing: 0.4em !important; text-align: center !important;
    text-transform: uppercase !important; }
button, input, textarea, dialog, div, p { border: 8px dashed lime !important; background: black !important;
    float: right; }
html { font-size: 62.5%; }
main { min-height: 1200px; }
keuzehulp-chat { display: none; opacity: 0.1 !important; transform: rotate(20deg) !important; }
"""
PLAIN = "body { margin: 2em; font-family: serif; color: #222; background: #fff; } a { color: #00408a; }"


@dataclass
class Page:
    """One page of the intranet."""

    title: str
    body: str
    head: str = ""
    #: The Content-Security-Policy; empty for none.
    policy: str = ""
    css: str = "/plain.css"


@dataclass
class School:
    """The intranet: its address, and its pages by path, which a test may add to."""

    port: int
    host: str = "localhost"
    pages: dict[str, Page] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """Address, which is also the origin."""
        return f"http://{self.host}:{self.port}"

    @property
    def near(self) -> str:
        """The same intranet at the host of the chat's server: another origin (by its port), the same site."""
        return f"http://127.0.0.1:{self.port}"

    def add(self, path: str, page: Page) -> str:
        """Put a page on the intranet; gives its address."""
        self.pages[path] = page
        return self.url + path


@contextmanager
def serve(host: str = "localhost", port: int = 0) -> Iterator[School]:
    """Run an intranet until the end of the block."""
    school = School(port, host)
    httpd = ThreadingHTTPServer(("127.0.0.1", port), _handler(school))
    school.port = httpd.server_address[1]
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    try:
        yield school
    finally:
        httpd.shutdown()
        httpd.server_close()


def _handler(school: School) -> type[BaseHTTPRequestHandler]:
    styles = {"/hostile.css": HOSTILE, "/plain.css": PLAIN}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            if path in styles:
                self.answer(200, "text/css", styles[path])
            elif path in school.pages:
                page = school.pages[path]
                headers = {"Content-Security-Policy": page.policy} if page.policy else {}
                self.answer(200, "text/html", _html(page), headers)
            else:
                self.answer(404, "text/plain", "Deze pagina bestaat niet.")

        def answer(self, status: int, type: str, text: str, headers: Mapping[str, str] | None = None) -> None:
            content = text.encode()
            self.send_response(status)
            self.send_header("Content-Type", f"{type}; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *arguments: object) -> None:
            pass

    return Handler


def _html(page: Page) -> str:
    return (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{page.title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="stylesheet" href="{page.css}">{page.head}</head><body><main><h1>{page.title}</h1>{page.body}'
        "</main></body></html>"
    )


def script_tag(server: str, attributes: str = "") -> str:
    """The one line that a school adds."""
    return f'<script src="{server}/widget.js" defer {attributes}></script>'


def guide_policy(server: str, frame: bool = False) -> str:
    """The strictest policy with the lines that docs/embed.md tells a school to add, and nothing more."""
    blocks = re.split(r"(?m)^```.*$", GUIDE.read_text(encoding="utf-8"))[1::2]
    wanted = [b for b in blocks if ("frame-src" in b if frame else "connect-src" in b)]
    assert len(wanted) == 1, "docs/embed.md has its CSP lines in a block of their own"
    lines = " ".join(wanted[0].split()).replace("https://keuzehulp.school.nl", server)
    strict = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
    if frame:
        return strict + "script-src 'none'; " + lines
    return strict + "require-trusted-types-for 'script'; trusted-types lit-html; " + lines
