"""Who takes part, read from the words of an answer to the question for whom an intervention is."""

from __future__ import annotations

import re

_AANLOOP = (
    r"(?:(?:ja|nee|voor|gewoon|nou|eh|in principe|eigenlijk|ze|doen|doet|wel|alleen|vooral|bij|met|in|op|aan|we|wij|het|is|dat|"
    r"geven|hebben|draaien|een beetje|beetje|van|vmbo|mavo|havo|vwo|gymnasium|atheneum|tl|kader|basis|en)[ ,]+)*"
)
_STAART = (
    r"(?:[ ,]+(?:ja|hoor|gewoon|doet|doen|mee|meedoen|in|de|klas|samen|wel|krijgt|krijgen|het|dit|programma|volgt|volgen|"
    r"op|van|school|verplicht|deel|neemt|nemen|eraan))*[ .!]*"
)
_GROEP = r"(?:klas|klassen|leerlingen|leerling|kinderen|jongeren|scholieren|lln)"
_JAAR = (
    r"(?:brugklas\w*|brugger\w*|eerstejaars|tweedejaars|derdejaars|\w+deklas\w*|\w+steklas\w*|eersteklas\w*|onderbouw|bovenbouw|"
    r"(?:eerste|tweede|derde|vierde|vijfde|zesde)(?: (?:klas\w*|jaar\w*|leerjaar|graad))?|(?:klas|leerjaar|jaar) \d(?: (?:en|t/m|tot) \d)*|"
    r"\d(?:e|de|ste)? klas\w*)"
)
_IEDEREEN = re.compile(
    rf"{_AANLOOP}(?:iedereen|allemaal|allen|alle|alles|(?:de |onze )?(?:hele|ganse|volledige) {_GROEP}|de hele school|"
    rf"(?:elke|iedere|alle|al de|al onze) (?:{_GROEP}|{_JAAR})(?: (?:van|in|uit) (?:de |het )?{_JAAR})?|"
    rf"(?:de |het |onze )?{_JAAR}){_STAART}",
    re.IGNORECASE,
)
_BEIDE = re.compile(
    rf"{_AANLOOP}(?:allebei|alle ?(?:twee|2)|beide|beiden|(?:een )?(?:mix|combinatie)(?: van (?:beide|allebei))?|zowel\b.+\bals\b.+|"
    rf"de een(?: en|,) de ander){_STAART}",
    re.IGNORECASE,
)
#: What comes beside the programme for all, and for whom; in whatever order they are told.
_DAARNAAST = re.compile(r"\b(?:maar|en|plus|daarnaast|met)\b|[,;.]", re.IGNORECASE)
_EXTRA = re.compile(r"\b(?:ook|extra|daarnaast|nog|apart\w*|erbij|bovenop|bovendien)\b", re.IGNORECASE)
_MET_KLACHTEN = re.compile(
    r"\b(?:klachten|problemen|moeilijk|lastig|nodig|zorg|zorgleerling\w*|rugzak\w*|kwetsbare|steun|risico\w*|faalangst\w*|"
    r"groepje|groepjes|subgroep|kleine groep)\b",
    re.IGNORECASE,
)
_ALLE_LEERLINGEN = re.compile(
    rf"\b(?:iedereen|allemaal|(?:alle|al de|al onze|elke|iedere) (?:{_GROEP}|{_JAAR})|de hele (?:klas|school))\b(?! (?:met|die|waar)\b)",
    re.IGNORECASE,
)


_BEDOELD_VOOR_IEDEREEN = re.compile(
    rf"\b(?:voor|aan|met) (?:iedereen\b|(?:alle|al de|al onze|elke|iedere|de hele) (?:onze )?(?:{_GROEP}|{_JAAR}|leerjaren|jaarlagen)\b)"
    r"(?! (?:met|die|waar)\b)|"
    rf"\b(?:alle|elke|iedere) (?:{_GROEP}|{_JAAR}) (?:\w+ )?(?:doet|doen|volgt|volgen|krijgt|krijgen|neemt|nemen)\b",
    re.IGNORECASE,
)


def noemt_voor_iedereen(tekst: str) -> bool:
    """Whether a longer text says that a programme is for all pupils; "iedere leerling maakt een plan" does not."""
    return _BEDOELD_VOOR_IEDEREEN.search(" ".join(tekst.split())) is not None


def voor_iedereen(tekst: str) -> bool:
    """Whether an answer says that everybody takes part, or everybody of a class or year ("elke eerstejaars")."""
    return _IEDEREEN.fullmatch(" ".join(tekst.split())) is not None or voor_beide(tekst)


def voor_beide(tekst: str) -> bool:
    """Whether an answer names all pupils and pupils with complaints together ("allebei")."""
    text = " ".join(tekst.split())
    return _BEIDE.fullmatch(text) is not None or _met_groep_erbij(text)


def _met_groep_erbij(text: str) -> bool:
    """Whether everybody takes part and a group gets something more ("voor iedereen, en wie het nodig heeft extra")."""
    everybody = _ALLE_LEERLINGEN.search(text)
    beside = _DAARNAAST.search(text, everybody.end()) if everybody else None
    rest = text[beside.start() :] if beside else ""
    return bool(_EXTRA.search(rest) and _MET_KLACHTEN.search(rest))
