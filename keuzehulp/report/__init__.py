"""The report of a conversation: one neutral document, rendered as HTML, PDF and Word."""

from __future__ import annotations

from typing import Literal

from keuzehulp.kennisbank.model import Kennisbank
from keuzehulp.report.inhoud import VerslagInvoer, inhoud

__all__ = ["FORMATEN", "Formaat", "VerslagInvoer", "inhoud", "maak_verslag"]

Formaat = Literal["html", "pdf", "docx"]

#: The formats with their media types.
FORMATEN: dict[str, str] = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def maak_verslag(kb: Kennisbank, invoer: VerslagInvoer, formaat: str) -> bytes:
    """The report in a format: "html", "pdf" or "docx". Raises ValueError for another format.

    The same input gives the same content in every format; only the look differs.
    """
    if formaat not in FORMATEN:
        raise ValueError(f"unknown format of a report: {formaat!r}; use one of {', '.join(FORMATEN)}")
    document = inhoud(kb, invoer)
    # Loaded on use: a conversation that asks for a page does not need typst or python-docx.
    if formaat == "html":
        from keuzehulp.report.html import html

        return html(document)
    if formaat == "pdf":
        from keuzehulp.report.pdf import pdf

        return pdf(document, invoer.datum)
    from keuzehulp.report.word import docx

    return docx(document, invoer.datum)
