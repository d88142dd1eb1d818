"""What of a comparison is asked for: one element or block, what is alike, what one has and the other not, or everything.

A pure function on the text; the elements that the NLU saw come from the caller.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from keuzehulp.kennisbank.model import BLOKKEN, Kennisbank


@dataclass(frozen=True)
class Wens:
    """The elements to compare (none: all), which rows (alle, gelijk, zij, wij, eerste), and whether the whole comparison is asked."""

    elementen: tuple[str, ...] = ()
    rijen: str = "alle"
    volledig: bool = False


_AANLOOP = r"^\W*(?:(?:en|maar|ok[eé]?|ook|nou) )*"
_VOLLEDIG = re.compile(
    r"\b(?:hele|volledige|complete|gehele) (?:vergelijking|tabel|lijst)\b|\balle (?:verschillen|elementen)\b|"
    r"\bde rest van de (?:vergelijking|verschillen)\b",
    re.IGNORECASE,
)
_GELIJK = re.compile(
    rf"{_AANLOOP}(?:waar|waarin|wat|welke|op (?:welke|wat voor))\b.*"
    r"(?:\blijk\w*\b.*\bop elkaar\b|\b(?:gelijk|hetzelfde|gemeen|gemeenschappelijk|overeenkom\w*|overeen)\b)",
    re.IGNORECASE,
)
_ZIJ = r"(?:zij|ze|die|de ander\w*|kanjer\w*|vrienden|pad)"
_WIJ = r"(?:wij|we|ons programma|onze)"
_EEN_WEL = r"{aanloop}wat\b.*\b{wie}\b.*\b(?:wat|dat|die|en)\b.*\b{ander}\b.*\b(?:niet|missen|mist)\b"
_ZIJ_WEL = re.compile(_EEN_WEL.format(aanloop=_AANLOOP, wie=_ZIJ, ander=_WIJ), re.IGNORECASE)
_WIJ_WEL = re.compile(_EEN_WEL.format(aanloop=_AANLOOP, wie=_WIJ, ander=_ZIJ), re.IGNORECASE)
_NAAM = r"(?:kanjer\w*|vrienden|pad)"
#: What the first of two described programmes has and the second not ("wat heeft pad wat kanjer niet heeft").
_EERSTE_WEL = re.compile(
    rf"{_AANLOOP}(?:wat|welke elementen)\b.*\b{_NAAM}\b.*\b(?:wat|dat|die|(?:wel|heeft),? (?:en|maar))\b.*\b{_NAAM}\b.*\b(?:niet|mist)\b",
    re.IGNORECASE,
)
_VERSCHIL = re.compile(r"\b(?:verschil\w*|vergelijk\w*|vergeleken)\b", re.IGNORECASE)
_VOORZETSEL = r"(?:bij|op|over|qua|van|voor|in|wat betreft|op het gebied van)"
#: "En bij de docent?", "en scholing?"; "en bij coping niet" is an answer.
_GEEN_ANTWOORD = (
    r"(?!.*\b(?:niet|wel|ja|nee|ook|geen|niks|niets|beetje|wij|we|ons|onze|jullie|doen|doet|is|zijn|komen|komt)\b)"
)
_EN_BIJ = re.compile(
    rf"\W*(?:en|maar)(?: dan)? {_GEEN_ANTWOORD}(?:{_VOORZETSEL} [\w-]+(?: [\w-]+){{0,2}}[?.! ]*|[\w-]+(?: [\w-]+){{0,2}}\?\W*)",
    re.IGNORECASE,
)
_DOCENT = re.compile(r"\b(?:docent\w*|leraar|leraren|leerkracht\w*)\b", re.IGNORECASE)


def heeft_wel_niet(tekst: str) -> bool:
    """Whether a message asks what one described programme has and another has not."""
    return _EERSTE_WEL.match(" ".join(tekst.split())) is not None


def lees(kb: Kennisbank, tekst: str, genoemd: Sequence[str] = ()) -> Wens | None:
    """What of a comparison a message asks for; None when it does not ask for a part of one."""
    text = " ".join(tekst.split())
    if _VOLLEDIG.search(text):
        return Wens(volledig=True)
    for rows, pattern in (("gelijk", _GELIJK), ("wij", _WIJ_WEL), ("zij", _ZIJ_WEL), ("eerste", _EERSTE_WEL)):
        if pattern.search(text):
            return Wens(rijen=rows)
    if not (_VERSCHIL.search(text) or _EN_BIJ.fullmatch(text)):
        return None
    elements = _elementen(kb, text, genoemd)
    return Wens(elements) if elements else None


def _elementen(kb: Kennisbank, text: str, genoemd: Sequence[str]) -> tuple[str, ...]:
    """The asked elements that are meant: by what the NLU saw, a block, or a word that names one."""
    asked = [e.id for e in kb.gevraagd]
    words = re.findall(r"[\w-]+", text.lower())
    blocks = [e.id for block in BLOKKEN if block in words for e in kb.blok(block)]
    names = kb.namen
    by_word = [names[word] for word in words if len(word) > 4 and word in names]
    found = {*genoemd, *blocks, *by_word}
    if _DOCENT.search(text) and not found & {"docent_betrokkenheid", "docent_ondersteuning"}:
        found |= {"docent_betrokkenheid", "docent_ondersteuning"}
    return tuple(e for e in asked if e in found)


_PROGRAMMAWOORD = re.compile(
    r"\b(?:programma\W?s?|programmas|interventies?|training(?:en)?|aanpak(?:ken)?|methodes?|lessenserie|kanjer\w*|vrienden\w*|pad|"
    r"wij|we|ons|onze|eigen|jullie|de (?:drie|3)|alle(?: drie|drie))\b",
    re.IGNORECASE,
)
#: Words around a request to compare, that name nothing.
_RAND = frozenset(
    {
        "vergelijk",
        "vergelijken",
        "vergelijking",
        "vergelijkingen",
        "vergeleken",
        "vergelijkt",
        "verschil",
        "verschillen",
        "verschilt",
        "naast",
        "elkaar",
        "leg",
    }
    | {"leggen", "zet", "zetten", "kun", "kan", "kunt", "kunnen", "je", "jij", "u", "ik", "wil"}
    | {"graag", "eens", "even", "de", "het", "een", "dat", "die", "dit", "deze", "met", "van"}
    | {"tussen", "en", "of", "maar", "mag", "maken", "maak", "laat", "zien", "toon", "geef", "doe"}
    | {"tabel", "iets", "er", "wat", "welke", "is", "zijn", "vs", "versus", "ook", "nu", "dan"}
    | {"nog", "alles", "hier", "mij", "me", "alsjeblieft", "aub", "ze", "hun", "twee", "tegen", "te"}
    | {"om", "dingen"}
)


def vergelijkt_iets_anders(tekst: str) -> bool:
    """Whether a comparison is about something that is no programme: it names something, and no word for programmes."""
    words = re.findall(r"[a-zà-ÿ]+", tekst.lower())
    which = re.search(r"\bwelke? van (?:de|die|deze) (?:twee|2)\b", tekst, re.IGNORECASE)
    return _PROGRAMMAWOORD.search(tekst) is None and bool(which or set(words) - _RAND)


_TELT = re.compile(
    r"\b(?:heeft|hebben|bevat|telt)\b(?: er)? (?:\d+|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|meer)\b.*"
    r"\b(?:wij|we|ons|onze)\b.*\b(?:beter|sterker|completer)\b|"
    r"\b(?:completer|vollediger|compleetste|meeste elementen)\b",
    re.IGNORECASE,
)
#: What is asked by somebody who counts, in the words of the knowledge base.
MEER_IS_BETER = "Is een programma met meer elementen beter?"


def telt_elementen(tekst: str) -> bool:
    """Whether a message makes the number of elements a judgement ("kanjer heeft er 10 en wij 4, dus beter")."""
    return _TELT.search(tekst) is not None
