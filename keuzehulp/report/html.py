"""The report as one HTML file: no script, no outside request, readable on a phone and on paper."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from keuzehulp.report.document import INVULLEN, Document

_HERE = Path(__file__).parent
_ADDRESS = re.compile(r"(https://[^\s<>\"']+)")
#: The only addresses that become links are the knowledge base's own; what a person typed stays plain text.


def html(doc: Document) -> bytes:
    """The document as a standalone page in UTF-8. Its policy allows its own style and nothing else."""
    page = _template().render(doc=doc, stijl=Markup(stijl()), csp=csp(), invullen=INVULLEN)
    return page.encode("utf-8", errors="replace")


@cache
def stijl() -> str:
    """The style sheet that is put into the page."""
    return (_HERE / "stijl.css").read_text(encoding="utf-8")


@cache
def csp() -> str:
    """The Content-Security-Policy of the page; a server that sends its own can allow the style by this hash."""
    digest = base64.b64encode(hashlib.sha256(stijl().encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _template() -> Template:
    env = Environment(loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined)
    # The SVG comes from picture.py, where every text is escaped.
    env.filters["svg"] = lambda text: Markup(text)
    env.filters["bloksoort"] = lambda block: type(block).__name__
    env.filters["adressen"] = _links
    return env.get_template("sjabloon.html")


def _links(text: str) -> Markup:
    parts = _ADDRESS.split(text)
    linked = (f'<a href="{escape(p)}">{escape(p)}</a>' if n % 2 else str(escape(p)) for n, p in enumerate(parts))
    return Markup("".join(linked))
