"""The report as a Word file that a team can edit: real headings, lists, table headers and a described picture."""

from __future__ import annotations

import datetime
import io
from typing import Any

from docx import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from keuzehulp.report.document import BRON, INVULLEN, NADRUK, Alinea, Blok, Document, Figuur, Lijst, Tabel
from keuzehulp.report.pdf import png

_WIDTH = 16.6  # cm of text on an A4 page
_INK, _QUIET, _ACCENT = RGBColor(0x1B, 0x2A, 0x2F), RGBColor(0x4D, 0x5F, 0x66), RGBColor(0x0F, 0x5A, 0x69)
_HEADINGS = {"Title": (26, _INK), "Heading 1": (17, _ACCENT), "Heading 2": (13, _INK)}
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")


def docx(doc: Document, datum: datetime.date) -> bytes:
    """The document as .docx: language nl-NL, title set, no author."""
    word = WordDocument()
    _styles(word)
    _properties(word, doc, datum)
    _styled(word, "Title", doc.titel)
    _styled(word, "Subtitle", doc.ondertitel)
    _facts(word, doc)
    for sectie in doc.secties:
        _styled(word, f"Heading{sectie.niveau - 1}", sectie.titel)
        for blok in sectie.blokken:
            _block(word, blok)
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


def _styles(word: Any) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm((21 - _WIDTH) / 2)
    section.top_margin = section.bottom_margin = Cm(2)
    normal = word.styles["Normal"]
    _font(normal, 10.5, _INK)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    for name, (size, colour) in _HEADINGS.items():
        _font(word.styles[name], size, colour, bold=True)
    _font(word.styles["Subtitle"], 11, _QUIET)
    word.styles["Subtitle"].font.italic = False
    for spacing in list(word.styles["Subtitle"].element.rPr.iter(qn("w:spacing"))):
        spacing.getparent().remove(spacing)
    _font(word.styles["Caption"], 10, _INK, bold=True)
    word.styles["Heading 1"].paragraph_format.space_before = Pt(26)
    for border in word.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break
    for border in word.styles["Table Grid"].element.iter(*(qn(f"w:{side}") for side in _BORDERS)):
        border.set(qn("w:color"), "B7C4C8")
    # The template is in English: the language of the defaults and of every style becomes Dutch.
    for lang in word.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), "nl-NL")
        lang.set(qn("w:eastAsia"), "nl-NL")


def _font(style: Any, size: float, colour: RGBColor, bold: bool | None = None) -> None:
    style.font.name, style.font.size, style.font.bold = "Calibri", Pt(size), bold
    style.font.color.rgb = colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _properties(word: Any, doc: Document, datum: datetime.date) -> None:
    core = word.core_properties
    core.title, core.subject, core.language = doc.titel, doc.ondertitel, "nl-NL"
    core.author = core.last_modified_by = core.comments = core.keywords = ""
    core.created = core.modified = datetime.datetime(datum.year, datum.month, datum.day)
    core.revision = 1


def _facts(word: Any, doc: Document) -> None:
    for name, value in doc.gegevens:
        paragraph = word.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(1)
        paragraph.add_run(f"{name}: ").font.color.rgb = _QUIET
        paragraph.add_run(value).bold = True


def _block(word: Any, blok: Blok) -> None:
    if isinstance(blok, Alinea):
        _runs(word.add_paragraph(), blok)
    elif isinstance(blok, Lijst):
        for punt in blok.punten:
            _runs(_styled(word, "ListBullet"), punt)
    elif isinstance(blok, Figuur):
        _picture(word, blok)
    else:
        _table(word, blok)


def _runs(paragraph: Any, alinea: Alinea, bold: bool = False) -> None:
    for stuk in alinea.stukken:
        run = paragraph.add_run(stuk.tekst)
        run.bold = True if bold or stuk.stijl == NADRUK else None
        if stuk.stijl == BRON or stuk.tekst == INVULLEN:
            run.font.size, run.font.color.rgb = Pt(9), _QUIET


def _picture(word: Any, figuur: Figuur) -> None:
    shape = word.add_picture(io.BytesIO(png(figuur.beeld.breed)), width=Cm(_WIDTH))
    named = shape._inline.docPr
    named.set("name", figuur.beeld.titel)
    named.set("title", figuur.beeld.titel)
    named.set("descr", f"{figuur.beeld.titel}. {figuur.beeld.beschrijving}")
    word.paragraphs[-1].paragraph_format.keep_with_next = True
    _styled(word, "Caption", figuur.bijschrift)


def _table(word: Any, tabel: Tabel) -> None:
    caption = _styled(word, "Caption", tabel.bijschrift)
    caption.paragraph_format.keep_with_next = True
    wide = len(tabel.koppen)
    table = word.add_table(rows=1 + len(tabel.rijen), cols=wide, style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    _mark(table._tbl.tblPr, "w:tblCaption", tabel.bijschrift)
    cells = table._cells  # all at once: asking per row reads the whole table each time
    for cell, kop in zip(cells, tabel.koppen, strict=False):
        cell.paragraphs[0].add_run(kop).bold = True
    for number, alinea in enumerate((cell for rij in tabel.rijen for cell in rij), wide):
        _runs(cells[number].paragraphs[0], alinea, bold=number % wide == 0)
    widths = [Cm(_WIDTH * share / sum(tabel.breedtes)) for share in tabel.breedtes]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for number, cell in enumerate(cells):
        cell.width = widths[number % wide]
        cell.paragraphs[0].paragraph_format.space_after = Pt(2)
    rows = table._tbl.tr_lst
    _mark(rows[0].get_or_add_trPr(), "w:tblHeader", "true")
    for row in rows:
        _mark(row.get_or_add_trPr(), "w:cantSplit", "true")
    word.add_paragraph()


def _styled(word: Any, style_id: str, text: str = "") -> Any:
    """A new paragraph in a style named by its id; looking a style up by its name reads all styles each time."""
    paragraph = word.add_paragraph(text)
    paragraph._p.style = style_id
    return paragraph


def _mark(parent: Any, tag: str, value: str) -> None:
    element = OxmlElement(tag)
    element.set(qn("w:val"), value)
    parent.append(element)
