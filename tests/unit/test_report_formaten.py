"""The three formats of the report: the same texts, user text never read as markup, accessible."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import html as lxml_html
from pypdf import PdfReader

from keuzehulp.gesprek import Stand
from keuzehulp.kennisbank import Kennisbank, get_kennisbank
from keuzehulp.report import FORMATEN, inhoud, maak_verslag
from keuzehulp.report.document import Figuur, Tabel
from keuzehulp.report.html import csp, stijl
from tests.unit.report_gevallen import GEVALLEN, HOSTILE, contrast, vijandig, vol

pytestmark = pytest.mark.filterwarnings("ignore")


@cache
def made(name: str, format: str) -> bytes:
    kb = get_kennisbank()
    return maak_verslag(kb, GEVALLEN[name](kb), format)


def page(name: str) -> Any:
    return lxml_html.fromstring(made(name, "html").decode("utf-8"))


def reader(name: str) -> PdfReader:
    return PdfReader(io.BytesIO(made(name, "pdf")))


def squeezed(text: str) -> str:
    """Text without what a format may add or drop: white space, break points and hyphens at line ends."""
    return re.sub(r"[\s\u00ad\u200b\u00a0\u2010-]", "", text)


@cache
def text_of(name: str, format: str) -> str:
    if format == "html":
        root = page(name)
        for node in root.xpath("//*[local-name()='svg' or local-name()='style']"):
            node.drop_tree()
        return squeezed(root.text_content())
    if format == "docx":
        word = docx.Document(io.BytesIO(made(name, "docx")))
        return squeezed("".join(node.text or "" for node in word.element.body.iter(qn("w:t"))))
    pages = []
    sheets = reader(name).pages
    for number, sheet in enumerate(sheets, 1):
        before, footer, after = squeezed(sheet.extract_text()).rpartition("·")
        assert footer and after.endswith(f"{number}/{len(sheets)}")
        pages.append(before[: before.rindex("Verslagover")])
    return "".join(pages)


@pytest.mark.parametrize("format", FORMATEN)
@pytest.mark.parametrize("name", GEVALLEN)
def test_every_text_is_in_every_format(kb: Kennisbank, name: str, format: str) -> None:
    shown = text_of(name, format)
    missing = [text for text in inhoud(kb, GEVALLEN[name](kb)).teksten() if squeezed(text) not in shown]
    assert not missing


@pytest.mark.parametrize("name", GEVALLEN)
def test_no_format_adds_words(kb: Kennisbank, name: str) -> None:
    lengths = {format: len(text_of(name, format)) for format in ("html", "docx")}
    texts = sum(len(squeezed(text)) for text in inhoud(kb, GEVALLEN[name](kb)).teksten())
    navigation = sum(len(squeezed(s.titel)) for s in inhoud(kb, GEVALLEN[name](kb)).secties if s.niveau == 2)
    head = len(squeezed(page(name).findtext(".//title"))) + len(squeezed("Naar de inhoud"))
    assert lengths["html"] == texts + navigation + head
    assert lengths["docx"] == texts + len(inhoud(kb, GEVALLEN[name](kb)).gegevens)  # a colon behind each name


@pytest.mark.parametrize("format", FORMATEN)
def test_typed_markup_stays_text(format: str) -> None:
    assert squeezed(HOSTILE) in text_of("vijandig", format)


# --- HTML


@pytest.mark.parametrize("name", GEVALLEN)
def test_page_runs_nothing_and_asks_nothing(name: str) -> None:
    root = page(name)
    assert not root.xpath("//script | //link | //img | //iframe | //object | //form | //base")
    assert not root.xpath("//@style | //@src | //@*[starts-with(name(), 'on')]")
    allowed = {v.url for v in get_kennisbank().verwijzingen.values()}
    assert {href for href in root.xpath("//a/@href") if not href.startswith("#")} <= allowed
    assert "url(" not in stijl() and "@import" not in stijl()


def test_page_allows_only_its_own_style() -> None:
    root = page("vol")
    content = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    inside = root.findtext(".//style")
    digest = base64.b64encode(hashlib.sha256(inside.encode("utf-8")).digest()).decode()
    assert content == csp()
    assert f"style-src 'sha256-{digest}'" in content and "default-src 'none'" in content


@pytest.mark.parametrize("name", GEVALLEN)
def test_page_is_accessible_in_structure(name: str) -> None:
    root = page(name)
    assert root.attrib["lang"] == "nl"
    assert root.findtext(".//title") == root.findtext(".//h1")
    levels = [int(node.tag[1]) for node in root.xpath("//h1 | //h2 | //h3")]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert all(link.removeprefix("#") in ids for link in root.xpath("//a/@href") if link.startswith("#"))
    assert root.xpath("//a[@class='sla-over']/@href") == ["#inhoud"]
    assert root.xpath("//table") and all(table.find("caption") is not None for table in root.xpath("//table"))
    assert all(th.get("scope") in ("col", "row") for th in root.xpath("//th"))
    assert all(row.find("th") is not None for row in root.xpath("//tbody/tr"))


def test_page_colours_have_contrast() -> None:
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", stijl()))
    for ink in ("inkt", "stil", "accent"):
        for paper in (colours["vlak"], "#ffffff"):
            assert contrast(colours[ink], paper) >= 4.5


def test_page_holds_both_layouts_of_each_picture(kb: Kennisbank) -> None:
    figures = [b for b in inhoud(kb, vol(kb)).blokken() if isinstance(b, Figuur)]
    text = made("vol", "html").decode("utf-8")
    assert len(figures) == 2
    assert all(f.beeld.breed in text and f.beeld.smal in text for f in figures)


# --- PDF


def nodes(tree: Any) -> Iterator[Any]:
    """All structure elements below a node."""
    kids = tree.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object() if hasattr(kid, "get_object") else kid
        if hasattr(kid, "get") and "/S" in kid:
            yield kid
            yield from nodes(kid)


@pytest.mark.parametrize("name", GEVALLEN)
def test_pdf_is_tagged_titled_and_in_dutch(kb: Kennisbank, name: str) -> None:
    pdf = reader(name)
    root = pdf.trailer["/Root"]
    assert root["/Lang"].lower().startswith("nl")
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata and pdf.metadata.title == inhoud(kb, GEVALLEN[name](kb)).titel
    assert not pdf.metadata.author
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()
    kinds = [node["/S"] for node in nodes(root["/StructTreeRoot"])]
    for kind in ("/H1", "/H2", "/H3", "/Table", "/TH", "/L", "/Figure", "/P"):
        assert kind in kinds, kind


def test_pdf_pictures_have_alternative_text(kb: Kennisbank) -> None:
    figures = [n for n in nodes(reader("vol").trailer["/Root"]["/StructTreeRoot"]) if n["/S"] == "/Figure"]
    described = [str(n["/Alt"]) for n in figures if "/Alt" in n]
    wanted = [b.beeld.beschrijving for b in inhoud(kb, vol(kb)).blokken() if isinstance(b, Figuur)]
    assert len(described) == len(wanted) == 2
    assert all(squeezed(w) in squeezed(d) for w, d in zip(wanted, described, strict=True))


def test_pdf_fonts_are_inside() -> None:
    names, loose = set(), set()
    pdf = reader("vol")
    for number in range(1, len(pdf.xref[0]) if 0 in pdf.xref else 0):
        thing = pdf.get_object(number)
        if getattr(thing, "get", None) and thing.get("/Type") == "/FontDescriptor":
            names.add(thing["/FontName"])
            if not any(key in thing for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                loose.add(thing["/FontName"])
    assert names and not loose
    assert all("Libertinus" in name for name in names)


def test_a_sign_that_no_font_holds_still_gives_a_pdf(kb: Kennisbank) -> None:
    case = replace(vol(kb), stand=Stand(interventie="Blij 😀 طفل"))
    pdf = PdfReader(io.BytesIO(maak_verslag(kb, case, "pdf")))
    assert pdf.metadata and "Blij" in str(pdf.metadata.title)
    assert "/StructTreeRoot" in pdf.trailer["/Root"]


def test_a_word_without_end_stays_on_the_page(kb: Kennisbank) -> None:
    case = replace(vol(kb), stand=Stand(interventie="x" * 100))
    first = PdfReader(io.BytesIO(maak_verslag(kb, case, "pdf"))).pages[0].extract_text()
    assert max(map(len, first.splitlines())) < 130
    assert "x" * 100 in squeezed(first)


# --- Word


@pytest.mark.parametrize("name", GEVALLEN)
def test_word_has_headings_headers_and_language(kb: Kennisbank, name: str) -> None:
    word = docx.Document(io.BytesIO(made(name, "docx")))
    doc = inhoud(kb, GEVALLEN[name](kb))
    headings = [p.text for p in word.paragraphs if p.style.name in ("Heading 1", "Heading 2")]
    assert headings == [s.titel for s in doc.secties]
    assert [p.text for p in word.paragraphs if p.style.name == "Title"] == [doc.titel]
    tables = [b for b in doc.blokken() if isinstance(b, Tabel)]
    assert len(word.tables) == len(tables)
    for table in word.tables:
        assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
    languages = {lang.get(qn("w:val")) for lang in word.styles.element.iter(qn("w:lang"))}
    assert languages == {"nl-NL"}


def test_word_pictures_have_alternative_text_and_no_author(kb: Kennisbank) -> None:
    word = docx.Document(io.BytesIO(made("vol", "docx")))
    described = [shape._inline.docPr.get("descr") for shape in word.inline_shapes]
    wanted = [b.beeld.beschrijving for b in inhoud(kb, vol(kb)).blokken() if isinstance(b, Figuur)]
    assert len(described) == 2 and all(w in d for w, d in zip(wanted, described, strict=True))
    core = word.core_properties
    assert (core.author, core.last_modified_by, core.comments) == ("", "", "")
    assert core.title == "Verslag over Kanjertraining" and core.language == "nl-NL"


# --- cost


def test_long_texts_of_people_cost_little_more(kb: Kennisbank) -> None:
    def seconds(case: Any) -> float:
        runs = []
        for _ in range(3):
            start = time.perf_counter()
            maak_verslag(kb, case, "html")
            runs.append(time.perf_counter() - start)
        return min(runs)

    case = vijandig(kb)
    seconds(case)
    long = replace(case, stand=replace(case.stand, interventie="a " * 10_000), kleine_stap=("*" * 20_000,) * 4)
    assert seconds(long) < 5 * seconds(case) + 0.1
