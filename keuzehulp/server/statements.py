"""Simple pages with a text: accessibility and privacy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

#: Our own style sheet and the texts of the statements.
STATIC = Path(__file__).parent / "static"
DOCS = Path(__file__).parents[2] / "docs"


def layout(title: str, body: str, css: str = "pages/page.css") -> str:
    """A whole page around HTML that is already safe."""
    return (
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)} – Keuzehulp Veerkracht</title>\n"
        '<link rel="icon" href="pages/icon.svg" type="image/svg+xml">\n'
        f'<link rel="stylesheet" href="{css}">\n</head>\n<body class="page">\n'
        '<a class="skip" href="#inhoud">Naar de inhoud</a>\n'
        '<header><p><a href="chat">Keuzehulp Veerkracht</a></p></header>\n'
        f'<main id="inhoud">\n{body}\n</main>\n'
        '<footer><p><a href="formulier">Keuzehulp als formulier</a> · '
        '<a href="toegankelijkheid">Toegankelijkheid</a> · '
        '<a href="privacy">Privacy</a></p></footer>\n</body>\n</html>\n'
    )


def _statement(name: str, title: str) -> str:
    return layout(title, (STATIC / f"{name}.html").read_text(encoding="utf-8"))


def _document(name: str, title: str) -> str:
    return layout(title, markdown((DOCS / f"{name}.md").read_text(encoding="utf-8")))


def markdown(text: str) -> str:
    """A document of ours as HTML: headings, paragraphs, lists, tables, quotes, emphasis, code. Links stay text."""
    return "\n".join(_block(block) for block in _whole(text))


def _whole(text: str) -> Iterator[str]:
    """The blocks of a document: a heading is one of its own, anything else runs to an empty line or a heading."""
    block: list[str] = []
    for line in [*text.splitlines(), ""]:
        is_heading = line.startswith("#")
        if block and (not line.strip() or is_heading):
            yield "\n".join(block)
            block = []
        if is_heading:
            yield line
        elif line.strip():
            block.append(line)


def _block(block: str) -> str:
    if block.startswith("#"):
        level = len(block) - len(block.lstrip("#"))
        return f"<h{level}>{_inline(block[level:].strip())}</h{level}>"
    if block.startswith("|"):
        return _table([[c.strip() for c in row.strip().strip("|").split("|")] for row in block.splitlines()])
    if block.startswith("- "):
        items = re.split(r"\n- ", block[2:])
        return "<ul>" + "".join(f"<li>{_inline(item)}</li>" for item in items) + "</ul>"
    if block.startswith(">"):
        return f"<blockquote><p>{_inline(re.sub(r'(?m)^> ?', '', block))}</p></blockquote>"
    return f"<p>{_inline(block)}</p>"


def _table(rows: list[list[str]]) -> str:
    head = "".join(f'<th scope="col">{_inline(cell)}</th>' for cell in rows[0])
    body = "".join("<tr>" + "".join(f"<td>{_inline(cell)}</td>" for cell in row) + "</tr>" for row in rows[2:])
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    # Reachable by keyboard, because it scrolls where it does not fit.
    label = escape("Tabel: " + ", ".join(re.sub(r"[*`]", "", cell) for cell in rows[0]))
    return f'<div class="wide" tabindex="0" role="region" aria-label="{label}">{table}</div>'


def _inline(text: str) -> str:
    html = re.sub(r"\[([^\]]+)\]\([^)\s]+\)", r"\1", escape(" ".join(text.split()), quote=False))
    html = re.sub(r"`([^`]+)`", r"<code>\1</code>", html)
    html = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", html)
    return re.sub(r"\*(.+?)\*", r"<em>\1</em>", html)


PAGES = {
    "/toegankelijkheid": _statement("toegankelijkheid", "Toegankelijkheid"),
    "/privacy": _document("privacy", "Privacy"),
}
