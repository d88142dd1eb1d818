"""Text out of files."""

from __future__ import annotations

import io
import zipfile

import docx
import pypdf
import pytest

from keuzehulp.beschrijving import MAX_TEKENS
from keuzehulp.bestanden import MAX_BYTES, BestandFout, tekst_uit


def _docx() -> bytes:
    document = docx.Document()
    document.add_paragraph("Leerlingen oefenen met rollenspel.")
    document.add_paragraph("een handleiding", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "ouders"
    table.rows[0].cells[1].text = "één avond"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _pdf(text: str) -> bytes:
    """A one-page PDF written by hand, so that no other library is needed."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % o for o in offsets)
    return out + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_txt_in_usual_encodings(encoding: str) -> None:
    assert tekst_uit("plan.txt", "Eén bijeenkomst".encode(encoding)) == "Eén bijeenkomst"


def test_docx_gives_paragraphs_lists_and_tables() -> None:
    text = tekst_uit("Plan.DOCX", _docx())
    assert "rollenspel" in text and "- een handleiding" in text and "ouders | één avond" in text


def test_pdf() -> None:
    assert "oefenen met rollenspel" in tekst_uit("plan.pdf", _pdf("Leerlingen oefenen met rollenspel"))


def test_long_text_is_cut() -> None:
    assert len(tekst_uit("a.txt", b"woord " * 10_000)) <= MAX_TEKENS


def _protected() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(_pdf("geheim")))
    writer.encrypt("wachtwoord", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 50_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("plan.pages", b"x", "alleen .txt"),
        ("plan", b"x", "alleen .txt"),
        ("plan.txt", b"x" * (MAX_BYTES + 1), "te groot"),
        ("plan.txt", b"  \n", "geen tekst"),
        ("plan.txt", b"%PDF-1.4 \x00", "niet lezen"),
        ("plan.docx", b"geen zip", "niet lezen"),
        ("plan.docx", b"\xd0\xcf\x11\xe0oud", "wachtwoord"),
        ("plan.docx", _bomb(), "te groot"),
        ("plan.pdf", b"geen pdf", "niet lezen"),
        ("plan.pdf", b"%PDF-1.4 kapot", "niet lezen"),
        ("plan.pdf", _pdf(""), "geen tekst"),
        ("plan.pdf", _protected(), "wachtwoord"),
    ],
)
def test_what_cannot_be_read_is_said_plainly(name: str, content: bytes, said: str) -> None:
    with pytest.raises(BestandFout, match=said):
        tekst_uit(name, content)
