"""Dutch words for numbers: one table for whoever reads amounts."""

from __future__ import annotations

_TIENTALLEN = {
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80,
    "negentig": 90,
}  # fmt: skip
#: What stands before a ten, in one word ("vierentwintig", "tweeëndertig").
_VOOR_TIENTAL = {
    "eenen": 1, "éénen": 1, "tweeën": 2, "tweeen": 2, "drieën": 3, "drieen": 3, "vieren": 4, "vijfen": 5, "zesen": 6,
    "zevenen": 7, "achten": 8, "negenen": 9,
}  # fmt: skip
_TELWOORDEN = {
    "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10, "elf": 11,
    "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17, "achttien": 18,
    "negentien": 19, "honderd": 100,
    **_TIENTALLEN,
    **{f"{one}{ten}": n + tens for one, n in _VOOR_TIENTAL.items() for ten, tens in _TIENTALLEN.items()},
}  # fmt: skip

#: The place in a row, from 0.
RANGEN = {"eerste": 0, "tweede": 1, "derde": 2, "vierde": 3, "vijfde": 4}

#: Also "een", which is mostly an article: the reader decides. A number of things as well ("een twintigtal", "eentje").
GETALLEN: dict[str, int] = {
    "een": 1, "één": 1, "eén": 1, "eentje": 1, "éentje": 1, "dozijn": 12,
    **_TELWOORDEN,
    **{f"{word}tal": n for word, n in _TELWOORDEN.items()},
}  # fmt: skip
