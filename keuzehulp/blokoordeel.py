"""What a message says of the proposals on the screen one by one: "1 en 3 kloppen, 2 is nee", "de derde klopt niet".

A proposal is meant by its place in the row or by its name; what is called wrong without an answer is asked.
A pure function on the text; a message that judges the block as a whole is left to others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from keuzehulp import herstel
from keuzehulp.getallen import GETALLEN, RANGEN
from keuzehulp.herstel import Plek, waarde_van
from keuzehulp.kennisbank.model import Kennisbank


@dataclass
class Oordeel:
    """Answers by element (None: wrong, and the right answer is not told), what is right, and whether the rest is."""

    antwoorden: dict[str, str | None] = field(default_factory=dict)
    goed: set[str] = field(default_factory=set)
    rest_goed: bool = False


_RANG = "|".join((*RANGEN, "laatste"))
_CIJFER = r"(?:nummer |nr\.? ?|punt |antwoord )?[1-5](?![\d:.]?\d| ?(?:keer|x|lessen|%))(?:e|de|ste)?\b"
_VERWIJST = re.compile(
    rf"\b(?P<rang>{_RANG})\b(?: (?P<hoeveel>twee|drie|vier|2|3|4)\b)?|\b(?P<cijfer>{_CIJFER})", re.IGNORECASE
)
#: A row of something else ("in de eerste klas").
_ANDERE_RIJ = re.compile(
    rf"\b(?:{_RANG}|[1-5]e?) (?:klas\w*|les\w*|leerjaar\w*|jaar|jaren|week|weken|graad|keer|maand\w*|groep\w*|periode|dag|helft|ronde)\b|"
    r"\b(?:klas|les|leerjaar|groep|week) [1-6]\b",
    re.IGNORECASE,
)
_REST = re.compile(r"\b(?:rest|andere[n]?(?: (?:twee|drie|vier|\d))?|overige[n]?|verder)\b", re.IGNORECASE)
#: A new judgement begins; "1 en 3" is one.
_SNEDE = re.compile(
    rf"[,;.](?=\s|$)|\s+maar\s+|\s+en\s+(?!(?:de |het |nummer |punt )?(?:{_RANG}|[1-5])\b)|"
    + "".join(rf"(?<!{word})" for word in (*"12345", *RANGEN, "laatste"))
    + r"\s+en\s+",
    re.IGNORECASE,
)
_FOUT = re.compile(
    r"\b(?:klop\w*|is|zijn|staat|staan)\b(?: \w+){0,3} niet\b(?! (?:goed|juist)? ?(?:erg|veel))|\bniet (?:goed|juist|waar)\b|"
    r"\b(?:fout|verkeerd|onjuist|onzin)\b",
    re.IGNORECASE,
)
_GOED = re.compile(r"\b(?:klop\w*|goed|juist|prima|ok[eé]?|akkoord|wel|blijft|blijven|mag|mogen)\b", re.IGNORECASE)
_VULLING = re.compile(
    r"\b(?:is|zijn|moet|moeten|worden|wordt|was|gewoon|eigenlijk|liever|had|zou|zouden|ik|we|wij|bij|op|van|toch|de|die|dat|het|en|"
    r"alleen|meer|eerder|zet|maak|maar|vragen?|antwoorden|antwoord|punten|punt|nummers?|nr)\b",
    re.IGNORECASE,
)
#: What was read is not what the text says, or is about something else.
_VERKEERD_GELEZEN = re.compile(
    r"\b(?:dat|dit|het|zo) (?:staat|stond)(?: er| daar)?(?: \w+)? niet\b|\b(?:de|onze|die|mijn) (?:tekst|zin|beschrijving) "
    r"(?:zegt|gaat|betekent|bedoelt)\b|\b(?:die zin|dat|dit) (?:gaat|ging) over\b|\bverkeerd (?:gelezen|begrepen)\b",
    re.IGNORECASE,
)
#: "Klopt wel, maar de derde is nee": all else is right.
_KLOPT_VERDER = re.compile(
    r"\W*(?:(?:ja|dat|het|dit|alles) )*klopt(?: (?:wel|allemaal|hoor|verder|zo))*\W*", re.IGNORECASE
)
_ONGEVEER_GOED = re.compile(
    r"\W*(?:(?:ja|dat|het|dit|alles) )*klopt(?: (?:wel|allemaal|zo))* (?:zo'?n beetje|ongeveer|aardig|redelijk|in grote lijnen|ruwweg)"
    r"(?: wel| zo| hoor)*\W*",
    re.IGNORECASE,
)
#: "Deels": what is named after it is what is not right.
_DEELS_GOED = re.compile(
    r"\W*(?:(?:ja|nou|dat|het|klopt|eh) )*(?:deels|gedeeltelijk|grotendeels|"
    r"bijna(?: alles| allemaal)?|niet (?:helemaal|alles|allemaal)|half)\b",
    re.IGNORECASE,
)


def lees(kb: Kennisbank, tekst: str, plekken: Sequence[Plek], blok: Sequence[str]) -> Oordeel | None:
    """What a message says of the proposals of a block, in the order in which they are shown; None when it singles out none."""
    text = " ".join(tekst.split())
    if not blok or text.startswith("/") or text.endswith("?") or _ANDERE_RIJ.search(text):
        return None
    if _ONGEVEER_GOED.fullmatch(text):
        return Oordeel(goed=set(blok), rest_goed=True)
    found = Oordeel()
    latest: list[str] = []
    value: str | None = None
    start = 0
    partly = _DEELS_GOED.match(text) is not None
    for piece in _SNEDE.split(text):
        place = text.find(piece, start)
        start = place + len(piece)
        named = [p for p in plekken if place <= p.begin < start]
        refs = _bedoeld(kb, piece, named, place, blok)
        if refs is None:
            return None
        if refs and herstel.zondert_uit(piece):
            if not _VERWIJST.search(piece):
                return None  # an exception by its name is read elsewhere
            _noteer(found, refs, "fout")
            latest, found.rest_goed = refs, True
            continue
        if not refs and _KLOPT_VERDER.fullmatch(piece):
            found.rest_goed = True
            continue
        if _REST.search(piece):
            found.rest_goed = bool(_GOED.search(piece)) and not _FOUT.search(piece)
            continue
        verdict = _waarde(piece, refs, value)
        if refs and verdict is None and partly:
            # "Deels. Dat inzicht is maar één les": what is said of it grades it, or it is asked.
            told = waarde_van(_zonder_namen(piece))
            verdict = told if told in ("deels", "nee") else "fout"
        if refs and verdict is None:
            return None
        if refs:
            latest, value = refs, verdict
            _noteer(found, refs, verdict)
        elif latest and value == "fout" and (told := waarde_van(piece.strip())):
            found.antwoorden |= dict.fromkeys(latest, told)
    if not latest and len(blok) == 1 and found.rest_goed:
        return Oordeel(goed=set(blok), rest_goed=True)  # what is not right was said of something else
    if not latest and len(blok) == 1:
        return _van_een(text, blok[0])
    if not latest and _VERKEERD_GELEZEN.search(text):
        return Oordeel(antwoorden=dict.fromkeys(blok))
    if re.match(r"\W*alleen\b", text, re.IGNORECASE) and found.antwoorden:
        found.rest_goed = True  # "alleen ouders is fout"
    return found if latest else None


def _noteer(found: Oordeel, refs: Sequence[str], verdict: str | None) -> None:
    if verdict == "goed":
        found.goed |= set(refs)
    else:
        found.antwoorden |= dict.fromkeys(refs, None if verdict == "fout" else verdict)


def _bedoeld(kb: Kennisbank, piece: str, named: Sequence[Plek], place: int, blok: Sequence[str]) -> list[str] | None:
    """The proposals that a piece speaks of; None when it speaks of a place or an element that is not in the row."""
    refs: list[str] = []
    for match in _VERWIJST.finditer(piece):
        for index in _plaatsen(match, len(blok)):
            if not 0 <= index < len(blok):
                return None
            refs.append(blok[index])
    outside = [p for p in named if p.element not in blok]
    if outside:
        return None
    by_name = [p.element for p in (*named, *herstel.bij_naam(kb, piece, 0, blok))]
    words = set(re.findall(r"[\w-]+", piece.lower()))
    by_name += [element for name, element in kb.namen.items() if element in blok and name in words and len(name) > 4]
    return list(dict.fromkeys([*refs, *by_name]))


def _plaatsen(match: re.Match[str], size: int) -> list[int]:
    if match["cijfer"]:
        return [int(re.sub(r"\D", "", match["cijfer"])) - 1]
    count = match["hoeveel"]
    number = 1 if not count else int(count) if count.isdigit() else GETALLEN[count.lower()]
    if match["rang"].lower() == "laatste":
        return list(range(size - number, size))
    first = RANGEN[match["rang"].lower()]
    return list(range(first, first + number))


def _waarde(piece: str, refs: Sequence[str], previous: str | None) -> str | None:
    """goed, fout or an answer; None when a piece judges nothing."""
    rest = _VERWIJST.sub(" ", piece)
    if previous == "goed" and len(piece.split()) <= 3 and re.search(r"\bniet\W*$", piece, re.IGNORECASE):
        return "fout"  # "de eerste klopt, de tweede niet"
    if _FOUT.search(piece):
        return "fout"
    if re.search(r"\book\W*$", piece, re.IGNORECASE) and len(piece.split()) <= 4 and previous:
        return previous
    said = " ".join(_VULLING.sub(" ", _zonder_namen(rest)).split())
    told = waarde_van(said) if said else None
    if _GOED.search(rest) and told in (None, "ja") and not re.search(r"\bja\b", rest, re.IGNORECASE):
        return "goed"
    return told


def _zonder_namen(piece: str) -> str:
    """What stands behind the last verb that gives an answer ("bewegen moet nee zijn")."""
    parts = re.split(r"\b(?:is|zijn|moet|moeten|wordt|was|had|zou|op|:)\b", piece, maxsplit=1)
    return parts[1] if len(parts) > 1 and parts[1].strip() else piece


def _van_een(text: str, element: str) -> Oordeel | None:
    """A judgement of the only proposal: what follows on "nee" is the answer, or tells that it was misread."""
    if _VERKEERD_GELEZEN.search(text):
        return Oordeel(antwoorden={element: None})
    behind = re.match(r"\W*nee\b\W*(?P<rest>.+)", text, re.IGNORECASE)
    if behind is None or _FOUT.search(behind["rest"]) or len(behind["rest"].split()) < 2:
        return None
    value = waarde_van(behind["rest"].strip(" .,!"))
    return Oordeel(antwoorden={element: value}) if value in ("ja", "deels", "nee") else None
