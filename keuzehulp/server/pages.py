"""Pages that need no conversation: the widget's file, chat, demonstration, statements and the form without a chat."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sanic.exceptions import InvalidUsage, PayloadTooLarge, SanicException
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import html as html_response
from sanic.response import json as json_response

from keuzehulp.server import formpage, statements
from keuzehulp.server.faults import report
from keuzehulp.server.settings import MAX_BODY, Settings

WIDGET = Path(__file__).parents[2] / "widget"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
#: Short addresses and the file behind each.
_FILES = {
    "/widget.js": "dist/widget.js",
    "/chat": "pages/chat.html",
    "/embed": "pages/embed.html",
    "/demo": "pages/demo.html",
    "/demo-rooster": "pages/demo-rooster.html",
}
#: Pages whose links are relative to their own folder, so that the short address leads there.
_REDIRECTS = {"/demo": "pages/demo.html", "/demo-rooster": "pages/demo-rooster.html"}


@dataclass(frozen=True)
class File:
    """A file in memory with what goes out beside it."""

    content: bytes
    type: str
    etag: str


class Pages:
    """All pages and files, read once."""

    def __init__(self, settings: Settings, folder: Path = WIDGET) -> None:
        """`folder` holds `dist` and `pages` of the widget."""
        self.settings = settings
        self.folder = folder
        self.files = {
            f"/pages/{p.name}": _file(p) for p in sorted((folder / "pages").glob("*.*")) if p.suffix in _TYPES
        }
        self.files["/pages/page.css"] = _file(statements.STATIC / "page.css")
        for address, name in _FILES.items():
            if address not in _REDIRECTS and (folder / name).is_file():
                self.files[address] = _file(folder / name)

    @staticmethod
    def is_embeddable(path: str) -> bool:
        """Whether a page may stand in a frame of a listed origin."""
        return path.rstrip("/").endswith("/embed")

    def add_routes(self, target: Any, prefix: bool) -> None:
        """Put all pages on an app, or on the channel's blueprint (`prefix`), two folders below the root."""
        for address, file in self.files.items():
            target.add_route(
                _serve(_below(file) if prefix and file.type.startswith("text/html") else file),
                address,
                methods=["GET", "HEAD"],
                name=_name(address),
            )
        for address, name in _REDIRECTS.items():
            target.add_route(_redirect(name), address, methods=["GET"], name=_name(address))
        if not prefix and "/chat" in self.files:
            target.add_route(_serve(self.files["/chat"]), "/", methods=["GET", "HEAD"], name="page_root")
        for address, page in statements.PAGES.items():
            target.add_route(_page(page), address, methods=["GET"], name=_name(address))
        target.add_route(_page(formpage.show_page()), "/formulier", methods=["GET"], name="page_form")
        target.add_route(_form_feedback(), "/formulier", methods=["POST"], name="page_form_feedback", stream=True)


def _name(address: str) -> str:
    return "page_" + "".join(c if c.isalnum() else "_" for c in address)


def _file(path: Path) -> File:
    content = path.read_bytes()
    return File(content, _TYPES[path.suffix], f'"{hashlib.sha256(content).hexdigest()[:20]}"')


def _below(file: File) -> File:
    """A page under /webhooks/keuzehulp/: its chat looks for the server at the root."""
    content = file.content.replace(b"<keuzehulp-chat inline", b'<keuzehulp-chat inline data-server="../../"')
    content = content.replace(
        b'<script src="../widget.js" defer', b'<script src="../widget.js" defer data-server="../../../"'
    )
    return File(content, file.type, file.etag)


def _serve(file: File) -> Any:
    async def serve(request: Request) -> HTTPResponse:
        # Looked up again at every visit, so that a new version is seen at once; unchanged ones cost one line.
        headers = {"ETag": file.etag, "Cache-Control": "public, no-cache"}
        if file.type.startswith("text/javascript"):
            headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        if file.etag in request.headers.get("if-none-match", ""):
            return HTTPResponse(status=304, headers=headers)
        return HTTPResponse(file.content, content_type=file.type, headers=headers)

    return serve


def _redirect(name: str) -> Any:
    async def redirect(request: Request) -> HTTPResponse:
        return HTTPResponse(status=302, headers={"Location": name})

    return redirect


def _page(content: str) -> Any:
    async def page(request: Request) -> HTTPResponse:
        return html_response(content)

    return page


def _form_feedback() -> Any:
    async def feedback(request: Request) -> HTTPResponse:
        body = bytearray()
        async for part in request.stream:
            body += part
            if len(body) > MAX_BODY:
                raise PayloadTooLarge("form")
        try:
            return html_response(formpage.feedback_of(bytes(body)))
        except ValueError:
            raise InvalidUsage("form") from None

    return feedback


def show_error(request: Request, error: Exception) -> HTTPResponse:
    """What anybody sees of an error outside the channel: a status and a line, never how it came about."""
    status = error.status_code if isinstance(error, SanicException) and error.status_code else 500
    if status >= 500 and not isinstance(error, SanicException):
        report(error, request.path)
    line = _LINES.get(status, _LINES[500] if status >= 500 else _LINES[400])
    if request.path.startswith("/webhooks/"):
        return json_response({"error": line}, status=status, ensure_ascii=False)
    body = f'<h1>{line}</h1>\n<p><a href="/">Naar de keuzehulp</a></p>'
    return html_response(statements.layout("Fout", body, css="/pages/page.css"), status=status)


_LINES = {
    400: "Dit verzoek kan ik niet lezen.",
    404: "Dit adres bestaat niet.",
    405: "Dit adres kan dat niet.",
    408: "Het versturen duurde te lang. Probeer het nog eens.",
    413: "Dit is te groot om te versturen. Maak het korter.",
    500: "Er ging iets mis op de server. Probeer het nog eens.",
    503: "De server is bezet. Probeer het over een halve minuut nog eens.",
}
