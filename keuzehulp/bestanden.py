"""Text out of a .txt, .docx or .pdf that somebody sends: in memory only, with limits, and errors a school can read."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath

from keuzehulp.beschrijving import MAX_TEKENS

MAX_BYTES = 2_000_000
MAX_PAGINAS = 40
#: A .docx is a zip: what it may unpack to, so that a small file cannot fill the memory.
_MAX_UITGEPAKT = 40_000_000
SOORTEN = (".txt", ".docx", ".pdf")

_VERSLEUTELD = "Dit bestand is beveiligd met een wachtwoord. Haal het wachtwoord eraf, of plak de tekst hier."
_KAPOT = "Ik kan dit bestand niet lezen. Sla het opnieuw op, of plak de tekst hier."
_LEEG = "Ik vind geen tekst in dit bestand. Is het een scan of een foto? Plak de tekst dan hier."


class BestandFout(ValueError):
    """A file that cannot be read; the message is Dutch and meant for the school."""


def tekst_uit(naam: str, inhoud: bytes) -> str:
    """The text of a file, at most 20,000 characters.

    The kind is taken from the name and checked against the content. Raises BestandFout: too large, another kind,
    protected, damaged or without text.
    """
    kind = PurePosixPath(naam.replace("\\", "/")).suffix.lower()
    if kind not in SOORTEN:
        raise BestandFout("Ik lees alleen .txt, .docx en .pdf. Sla het bestand zo op, of plak de tekst hier.")
    if len(inhoud) > MAX_BYTES:
        raise BestandFout(f"Dit bestand is te groot. Ik lees bestanden tot {MAX_BYTES // 1_000_000} MB.")
    if not inhoud.strip():
        raise BestandFout(_LEEG)
    text = {".txt": _uit_txt, ".docx": _uit_docx, ".pdf": _uit_pdf}[kind](inhoud).replace("\x00", "").strip()
    if not text:
        raise BestandFout(_LEEG)
    return text[:MAX_TEKENS]


def _uit_txt(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\x00" in content[:2000] or content.startswith((b"%PDF", b"PK\x03\x04")):
        raise BestandFout(_KAPOT)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _uit_docx(content: bytes) -> str:
    """Paragraphs and table cells in the order of the document."""
    import docx
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise BestandFout(_VERSLEUTELD)  # Office wraps a protected document in its old format
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(item.file_size for item in archive.infolist()) > _MAX_UITGEPAKT:
                raise BestandFout("Dit bestand is te groot. Plak het stuk dat over het programma gaat.")
        document = docx.Document(io.BytesIO(content))
        lines: list[str] = []
        for block in document.iter_inner_content():
            if isinstance(block, Paragraph):
                marker = "- " if block.style is not None and str(block.style.name).startswith("List") else ""
                lines.append(marker + block.text if block.text.strip() else "")
            elif isinstance(block, Table):
                lines += [" | ".join(dict.fromkeys(cell.text.strip() for cell in row.cells)) for row in block.rows]
        return "\n".join(lines)
    except BestandFout:
        raise
    except Exception as error:  # python-docx raises whatever a damaged package makes it stumble on
        raise BestandFout(_KAPOT) from error


def _uit_pdf(content: bytes) -> str:
    import pypdf

    if not content.lstrip()[:5].startswith(b"%PDF"):
        raise BestandFout(_KAPOT)
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise BestandFout(_VERSLEUTELD)
        if len(reader.pages) > MAX_PAGINAS:
            raise BestandFout(f"Dit bestand heeft te veel bladzijden. Ik lees er tot {MAX_PAGINAS}.")
        parts: list[str] = []
        for page in reader.pages:
            parts.append(page.extract_text() or "")
            if sum(map(len, parts)) > MAX_TEKENS:
                break
        return "\n\n".join(parts)
    except BestandFout:
        raise
    except Exception as error:  # pypdf raises whatever a damaged file makes it stumble on
        raise BestandFout(_KAPOT) from error
