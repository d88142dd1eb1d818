"""Pictures of the answers, as SVG text: the elements by block, and interventions side by side.

Each picture comes in a wide layout (A4, screens) and a narrow one (320 pixels), and with the same data as a
table. Signs differ in shape, not in colour alone, so they stay apart in black and white. There is no total.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from keuzehulp.gesprek import Stand
from keuzehulp.kennisbank.model import BLOKKEN, Element, Kennisbank
from keuzehulp.vergelijken import WOORDEN, Cel, Kolom, Rij, Vergelijking

#: The code of an element without an answer; labels.yml has no word for it because nobody answers it.
GEEN_ANTWOORD = "geen"
_GEEN_NAAM = "nog niet beantwoord"

INK, QUIET, LINE, ACCENT, PAPER = "#1b2a2f", "#4d5f66", "#b7c4c8", "#0f5a69", "#ffffff"
#: Below this width the layout is the narrow one.
_NARROW_PICTURE = 400
_MAX_KOLOMNAAM = 48
#: Typst draws with the fonts that it ships (Libertinus Serif); browsers take the first that they have.
FONT = "system-ui, 'Segoe UI', 'Liberation Sans', Arial, 'Libertinus Serif', sans-serif"

_NARROW = frozenset("fijlrtI.,;:'’()[]|!- ")
_WIDE = frozenset("mwMW@%")


@dataclass(frozen=True)
class Beeld:
    """A picture in two layouts, with its alternative text and the same data as a table."""

    titel: str
    beschrijving: str
    breed: str
    smal: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]

    def bericht(self) -> dict[str, Any]:
        """The narrow picture as plain data for a chat message: svg, alt and table."""
        table = {"kop": list(self.koppen), "rijen": [list(row) for row in self.rijen]}
        return {"svg": self.smal, "alt": f"{self.titel}. {self.beschrijving}", "table": table}


def antwoord_naam(kb: Kennisbank, antwoord: str) -> str:
    """The words for an answer code, also for no answer. Raises KeyError for an unknown code."""
    return _GEEN_NAAM if antwoord == GEEN_ANTWOORD else kb.label("antwoord", antwoord).naam


def antwoord_van(kb: Kennisbank, stand: Stand, element: Element) -> str:
    """The answer code of an element; GEEN_ANTWOORD when there is none (or none that labels.yml knows)."""
    answer = stand.antwoorden.get(element.id) or GEEN_ANTWOORD
    return answer if answer in kb.labels["antwoord"] else GEEN_ANTWOORD


def elementen_beeld(kb: Kennisbank, stand: Stand) -> Beeld:
    """The elements by block: what is there, a little, not, or unknown, and the kind of evidence.

    Input: the knowledge base and the answers. Output: two SVG texts and the table with the same data.
    """
    rows = tuple(
        (
            kb.label("blok", e.blok).naam,
            e.naam,
            antwoord_naam(kb, antwoord_van(kb, stand, e)),
            f"{e.label}: {kb.label('soort', e.label).naam}",
        )
        for e in kb.gevraagd
    )
    title = "De elementen in één beeld"
    description = " ".join(_block_in_words(kb, stand, blok) for blok in BLOKKEN)
    return Beeld(
        titel=title,
        beschrijving=f"{description} De tabel bij dit beeld geeft ook per element de soort bewijs.",
        breed=_elements(kb, stand, _Doek(720, title, description, "elementen-breed"), columns=3),
        smal=_elements(kb, stand, _Doek(320, title, description, "elementen-smal"), columns=1),
        koppen=("Blok", "Element", "Jullie antwoord", "Soort bewijs"),
        rijen=rows,
    )


def vergelijk_beeld(vergelijking: Vergelijking) -> Beeld:
    """Elements beside interventions, in the order of the keuzehulp and without a winner."""
    names = kolomnamen(vergelijking)
    title = "Interventies naast elkaar"
    description = (
        f"Per element een teken voor elke interventie: {'; '.join(names)}. De volgorde is die van de keuzehulp."
    )
    return Beeld(
        titel=title,
        beschrijving=f"{description} De tabel bij dit beeld geeft dezelfde gegevens in woorden.",
        breed=_comparison(vergelijking, _Doek(720, title, description, "vergelijking-breed"), 300),
        smal=_comparison(vergelijking, _Doek(320, title, description, "vergelijking-smal"), 138),
        koppen=("Element", *names),
        rijen=tuple((row.naam, *(cell.woord for cell in row.cellen)) for row in vergelijking.rijen),
    )


def kolomnamen(vergelijking: Vergelijking) -> tuple[str, ...]:
    """The columns in words: the name, shortened where it is long, and where the answers come from."""
    return tuple(f"{_short(column)} ({_origin(column)})" for column in vergelijking.kolommen)


def _short(column: Kolom) -> str:
    return column.naam if len(column.naam) <= _MAX_KOLOMNAAM else f"{column.naam[: _MAX_KOLOMNAAM - 1].rstrip()}…"


def _origin(column: Kolom) -> str:
    return "jullie antwoorden" if column.eigen else "beschrijving"


def _block_in_words(kb: Kennisbank, stand: Stand, blok: str) -> str:
    parts = (f"{e.naam}: {antwoord_naam(kb, antwoord_van(kb, stand, e))}" for e in kb.blok(blok))
    return f"{kb.label('blok', blok).naam}. {'; '.join(parts)}."


# --- drawing


class _Doek:
    """Collects SVG parts and their height; every text passes through `escape` here."""

    def __init__(self, width: int, title: str, description: str, id: str) -> None:
        self.width = width
        self.height = 0.0
        self.title, self.description, self.id = title, description, id
        self.parts: list[str] = []

    def text(self, x: float, y: float, text: str, size: float, **look: str) -> None:
        """One line of text; `look` holds presentation attributes with _ for -."""
        attributes = {"fill": INK, **look}
        given = "".join(f" {name.replace('_', '-')}={quoteattr(value)}" for name, value in attributes.items())
        self.parts.append(f'<text x="{x:g}" y="{y:g}" font-size="{size:g}"{given}>{escape(text)}</text>')

    def line(self, x1: float, y: float, x2: float, colour: str = LINE) -> None:
        self.parts.append(f'<path d="M{x1:g} {y:g}H{x2:g}" stroke="{colour}" stroke-width="1"/>')

    def svg(self) -> str:
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height:g}" '
            f'width="{self.width}" height="{self.height:g}" role="img" xml:lang="nl" font-family={quoteattr(FONT)} '
            f'aria-labelledby="{self.id}-titel {self.id}-uitleg" fill="none">'
        )
        named = (
            f'<title id="{self.id}-titel">{escape(self.title)}</title>'
            f'<desc id="{self.id}-uitleg">{escape(self.description)}</desc>'
        )
        paper = f'<rect width="{self.width}" height="{self.height:g}" fill="{PAPER}"/>'
        return head + named + paper + "".join(self.parts) + "</svg>"


def _width(text: str, size: float) -> float:
    """A careful estimate of how wide a text is: fits DejaVu Sans, the widest of the common fonts."""
    wide = sum(0.36 if c in _NARROW else 0.96 if c in _WIDE else 0.7 if c.isupper() else 0.6 for c in text)
    return wide * size


def _wrap(text: str, size: float, room: float, lines: int = 4, bold: bool = False) -> list[str]:
    """The text in lines that fit; a longer word is cut, and what is left after `lines` becomes an ellipsis."""
    size = size * (1.14 if bold else 1)
    result = [""]
    for piece in (piece for word in text.split() for piece in _pieces(word, size, room)):
        joined = f"{result[-1]} {piece}".strip()
        if _width(joined, size) <= room:
            result[-1] = joined
        else:
            result.append(piece)
    result = [line for line in result if line]
    if len(result) > lines:
        result = [*result[: lines - 1], f"{result[lines - 1][:-1]}…"]
    return result


def _pieces(word: str, size: float, room: float) -> Iterator[str]:
    while _width(word, size) > room:
        cut = len(word) - 1
        while cut > 1 and _width(word[:cut] + "-", size) > room:
            cut -= 1
        yield word[:cut] + "-"
        word = word[cut:]
    yield word


def _sign(answer: str, x: float, y: float, r: float = 12) -> str:
    """The sign of an answer: full, half or empty circle; a broken circle for what is not known."""
    ring = f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="{PAPER}" stroke="{ACCENT}" stroke-width="2"'
    if answer == "ja":
        tick = f"M{x - r * 0.45:g} {y + r * 0.05:g}l{r * 0.32:g} {r * 0.33:g}l{r * 0.58:g} -{r * 0.72:g}"
        disc = f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="{ACCENT}" stroke="{ACCENT}" stroke-width="2"/>'
        return f'{disc}<path d="{tick}" stroke="{PAPER}" stroke-width="2.4" stroke-linecap="round"/>'
    if answer == "deels":
        half = f'<path d="M{x:g} {y - r:g}A{r:g} {r:g} 0 0 0 {x:g} {y + r:g}Z" fill="{ACCENT}"/>'
        return f"{ring}/>{half}"
    if answer == "nee":
        return f"{ring}/>"
    mark = {"weet_niet": "?", "overgeslagen": "–", "niet_vermeld": "…"}.get(answer, "")
    size = r * 1.35
    lift = size * (0.12 if answer == "niet_vermeld" else 0.35)
    letter = (
        f'<text x="{x:g}" y="{y + lift:g}" font-size="{size:g}" font-weight="700" text-anchor="middle" '
        f'fill="{INK}">{mark}</text>'
    )
    broken = ring.replace(ACCENT, QUIET) + ' stroke-dasharray="3.2 2.6"/>'
    return broken + (letter if mark else "")


def _letter(label: str, x: float, y: float, size: float = 24) -> str:
    """The letter of the kind of evidence in a square; all letters look alike, for they are no ranking."""
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{size:g}" height="{size:g}" rx="4" fill="{PAPER}" stroke="{INK}" '
        f'stroke-width="1.5"/><text x="{x + size / 2:g}" y="{y + size * 0.7:g}" font-size="{size * 0.6:g}" '
        f'font-weight="700" text-anchor="middle" fill="{INK}">{escape(label)}</text>'
    )


def _elements(kb: Kennisbank, stand: Stand, doek: _Doek, columns: int) -> str:
    gap = 18.0
    room = (doek.width - gap * (columns - 1)) / columns
    blocks = [kb.blok(blok) for blok in BLOKKEN]
    top = 0.0
    for start in range(0, len(blocks), columns):
        beside = blocks[start : start + columns]
        places = [(column * (room + gap), block) for column, block in enumerate(beside)]
        heads = [_block_head(kb, doek, block[0].blok, x, top, room) for x, block in places if block]
        y = max(heads, default=top)
        for number in range(max(map(len, beside))):
            tiles = [(x, block[number]) for x, block in places if number < len(block)]
            height = max(_tile_height(element, room) for _, element in tiles)
            for x, element in tiles:
                _tile(kb, stand, doek, element, x, y, room)
            y += height
        top = y + 20
    used = dict.fromkeys(antwoord_van(kb, stand, e) for e in kb.gevraagd)
    letters = dict.fromkeys(e.label for e in kb.gevraagd)
    doek.height = _legend(kb, doek, top, used, letters)
    return doek.svg()


def _block_head(kb: Kennisbank, doek: _Doek, blok: str, x: float, y: float, room: float) -> float:
    label = kb.label("blok", blok)
    doek.text(x, y + 19, label.naam, 19, font_weight="700", fill=ACCENT)
    lines = _wrap(label.uitleg, 13, room)
    for number, line in enumerate(lines):
        doek.text(x, y + 39 + 17 * number, line, 13, fill=QUIET)
    return y + 39 + 17 * len(lines)


_NAME, _ANSWER = 14.5, 13.5
#: Left of the words stands the sign, right of them the letter.
_BEFORE, _AFTER = 33, 29


def _tile_height(element: Element, room: float) -> float:
    return 19 * len(_wrap(element.naam, _NAME, room - _BEFORE - _AFTER, bold=True)) + 34


def _tile(kb: Kennisbank, stand: Stand, doek: _Doek, element: Element, x: float, y: float, room: float) -> None:
    answer = antwoord_van(kb, stand, element)
    lines = _wrap(element.naam, _NAME, room - _BEFORE - _AFTER, bold=True)
    doek.parts.append(f'<g data-element="{element.id}" data-antwoord="{answer}" data-soort="{element.label}">')
    doek.line(x, y, x + room)
    doek.parts.append(_sign(answer, x + 13, y + 23) + _letter(element.label, x + room - 25, y + 11))
    for number, line in enumerate(lines):
        doek.text(x + _BEFORE, y + 23 + 19 * number, line, _NAME, font_weight="600")
    doek.text(x + _BEFORE, y + 22 + 19 * len(lines), antwoord_naam(kb, answer), _ANSWER, fill=QUIET)
    doek.parts.append("</g>")


def _legend(kb: Kennisbank, doek: _Doek, y: float, answers: Iterable[str], letters: Iterable[str]) -> float:
    """What the signs and letters mean, in rows that fill the width; returns the bottom."""
    order = [*kb.labels["antwoord"], GEEN_ANTWOORD]
    codes = list(kb.labels["soort"])
    signs = [(_sign, a, antwoord_naam(kb, a)) for a in sorted(answers, key=order.index)]
    kinds = [(None, code, kb.label("soort", code).naam) for code in sorted(letters, key=codes.index)]
    doek.line(0, y, doek.width, INK)
    y = _legend_row(doek, y + 8, "Teken: jullie antwoord", signs)
    return _legend_row(doek, y + 6, "Letter: soort bewijs", kinds) + 4


def _legend_row(doek: _Doek, y: float, head: str, items: Iterable[tuple[object, str, str]]) -> float:
    size, x = 13.5, 0.0
    doek.text(0, y + 15, head, size, font_weight="700")
    y += 24
    for sign, code, words in items:
        width = 30 + _width(words, size) + 14
        if x and x + width > doek.width:
            x, y = 0.0, y + 27
        doek.parts.append(_sign(code, x + 11, y + 11, 9) if sign else _letter(code, x + 1, y + 1, 20))
        doek.text(x + 28, y + 16, words, size)
        x += width
    return y + 30


def _comparison(vergelijking: Vergelijking, doek: _Doek, names: float) -> str:
    columns = vergelijking.kolommen
    room = (doek.width - names) / len(columns)
    y = _comparison_head(doek, columns, names, room)
    for block in vergelijking.blokken:
        doek.text(0, y + 26, block.naam, 16, font_weight="700", fill=ACCENT)
        y += 36
        for row in block.rijen:
            y = _comparison_row(doek, row, names, room, y)
    words = {_code(cell): cell.woord for row in vergelijking.rijen for cell in row.cellen}
    signs = [(_sign, code, words[code]) for code in WOORDEN if code in words]
    doek.line(0, y + 10, doek.width, INK)
    doek.height = _legend_row(doek, y + 18, "Teken", signs) + 4
    return doek.svg()


def _code(cell: Cel) -> str:
    """The sign of a cell: what was skipped is not known either, so it has that sign."""
    return cell.antwoord if cell.antwoord in ("ja", "deels", "nee", "niet_vermeld") else "weet_niet"


def _comparison_head(doek: _Doek, columns: tuple[Kolom, ...], names: float, room: float) -> float:
    """The names above their columns; on a narrow picture a key of numbered columns, where names do not fit."""
    if doek.width < _NARROW_PICTURE:
        return _comparison_key(doek, columns, names, room)
    wrapped = [_wrap(_short(column), 15, room - 8, 4, bold=True) for column in columns]
    high = max(map(len, wrapped))
    for number, column in enumerate(columns):
        middle = names + room * (number + 0.5)
        base = 4 + (high - len(wrapped[number])) * 18
        for line_number, line in enumerate(wrapped[number]):
            doek.text(middle, base + (line_number + 1) * 18, line, 15, font_weight="700", text_anchor="middle")
        doek.text(middle, 4 + (high + 1) * 18, _origin(column), 13.5, fill=QUIET, text_anchor="middle")
    return 12 + (high + 1) * 18


def _comparison_key(doek: _Doek, columns: tuple[Kolom, ...], names: float, room: float) -> float:
    y = 4.0
    for number, column in enumerate(columns, 1):
        for line in _wrap(f"Kolom {number}: {_short(column)} ({_origin(column)})", 13.5, doek.width, 4):
            y += 18
            doek.text(0, y, line, 13.5)
    y += 30
    for number in range(len(columns)):
        middle = names + room * (number + 0.5)
        doek.text(middle, y, f"kolom {number + 1}", 12.5, font_weight="700", text_anchor="middle")
    return y + 6


def _comparison_row(doek: _Doek, row: Rij, names: float, room: float, y: float) -> float:
    size = 13.0 if doek.width < _NARROW_PICTURE else 15.0
    lines = _wrap(row.naam, size, names - 8)
    height = max(32.0, (size + 4) * len(lines) + 12)
    answers = " ".join(map(_code, row.cellen))
    doek.parts.append(f'<g data-element="{row.element}" data-antwoorden="{answers}">')
    doek.line(0, y, doek.width)
    first = y + height / 2 - (size + 4) * (len(lines) - 1) / 2 + size * 0.35
    for number, line in enumerate(lines):
        doek.text(0, first + (size + 4) * number, line, size)
    for number, cell in enumerate(row.cellen):
        doek.parts.append(_sign(_code(cell), names + room * (number + 0.5), y + height / 2))
    doek.parts.append("</g>")
    return y + height
