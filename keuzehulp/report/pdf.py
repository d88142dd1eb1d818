"""The report as a tagged PDF, set by typst with the fonts that typst brings along."""

from __future__ import annotations

import datetime
import json
import re
import textwrap
from pathlib import Path
from typing import Any

import typst

from keuzehulp.report.document import GEWOON, INVULLEN, Alinea, Blok, Document, Figuur, Lijst

_TEMPLATE = Path(__file__).with_name("sjabloon.typ")
_ADDRESS = re.compile(r"(https://[^\s<>\"']+)")
_LONG_WORD = re.compile(r"\S{50,}")
#: Draws a picture alone, on a page of its own size.
_PICTURE = b"""
#set page(width: auto, height: auto, margin: 6pt, fill: white)
#image(bytes(sys.inputs.at("svg")), format: "svg", width: 170mm)
"""


def pdf(doc: Document, datum: datetime.date) -> bytes:
    """The document as PDF (PDF/UA-1: tagged, with language and title). Raises RuntimeError when typst fails."""
    data = json.dumps(_data(doc, datum), ensure_ascii=False)
    try:
        return _compile(_TEMPLATE, {"document": data}, pdf_standards=["ua-1"])
    except typst.TypstError:
        # A sign that no font holds (an emoji in a name) is against PDF/UA; the report then goes without that stamp.
        return _compile(_TEMPLATE, {"document": data})


def png(svg: str, ppi: float = 200) -> bytes:
    """An SVG picture as PNG, for a format that cannot show SVG everywhere."""
    return _compile(_PICTURE, {"svg": svg}, format="png", ppi=ppi)


def _compile(source: Path | bytes, inputs: dict[str, str], format: str = "pdf", **options: Any) -> bytes:
    compile: Any = typst.compile  # its types cannot express options that are passed on
    made = compile(source, root=_TEMPLATE.parent, ignore_system_fonts=True, sys_inputs=inputs, format=format, **options)
    if not isinstance(made, bytes):
        raise RuntimeError("typst gave no single document")
    return made


def _data(doc: Document, datum: datetime.date) -> dict[str, Any]:
    return {
        "titel": doc.titel,
        "kop": _breakable(doc.titel),
        "ondertitel": doc.ondertitel,
        "voettekst": f"{textwrap.shorten(doc.titel, 70, placeholder='…')} · {dict(doc.gegevens).get('Datum', '')}",
        "datum": {"year": datum.year, "month": datum.month, "day": datum.day},
        "gegevens": [(name, _breakable(value)) for name, value in doc.gegevens],
        "secties": [
            {"titel": s.titel, "niveau": s.niveau, "blokken": [_block(blok) for blok in s.blokken]} for s in doc.secties
        ],
    }


def _block(blok: Blok) -> dict[str, Any]:
    kind = type(blok).__name__
    if isinstance(blok, Alinea):
        return {"soort": kind, "stukken": _runs(blok)}
    if isinstance(blok, Lijst):
        return {"soort": kind, "punten": [_runs(punt) for punt in blok.punten]}
    if isinstance(blok, Figuur):
        beeld = blok.beeld
        alt = f"{beeld.titel}. {beeld.beschrijving}"
        return {"soort": kind, "svg": beeld.breed, "alt": alt, "bijschrift": blok.bijschrift}
    return {
        "soort": kind,
        "bijschrift": blok.bijschrift,
        "koppen": blok.koppen,
        "breedtes": blok.breedtes,
        "rijen": [[_runs(cell) for cell in rij] for rij in blok.rijen],
    }


def _runs(alinea: Alinea) -> list[dict[str, str]]:
    runs: list[dict[str, str]] = []
    for stuk in alinea.stukken:
        if stuk.tekst == INVULLEN:
            runs.append({"tekst": stuk.tekst, "stijl": "leeg"})
        elif stuk.stijl == GEWOON and alinea.soort != "gebruiker":
            parts = enumerate(_ADDRESS.split(stuk.tekst))
            runs += [{"tekst": p, "stijl": "link" if n % 2 else GEWOON} for n, p in parts if p]
        else:
            runs.append({"tekst": _breakable(stuk.tekst), "stijl": stuk.stijl})
    return runs


def _breakable(text: str) -> str:
    """The text with break points in words that are longer than any line holds and that no hyphenation knows."""
    return _LONG_WORD.sub(lambda m: "\u200b".join(textwrap.wrap(m.group(), 20, break_long_words=True)), text)
