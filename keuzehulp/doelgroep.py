"""Who takes part, read from the words of an answer to the question for whom an intervention is."""

from __future__ import annotations

import re

_AANLOOP = (
    r"(?:(?:ja|nee|voor|gewoon|nou|eh|in principe|eigenlijk|ze|doen|doet|wel|alleen|vooral|bij|met|in|op|aan|we|wij|het|is|dat|"
    r"geven|hebben|draaien|een beetje|beetje|van)[ ,]+)*"
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
_OOK_KLACHTEN = re.compile(
    r"\b(?:maar|en|plus)\b.{0,25}\b(?:ook|extra|daarnaast|nog|apart)\b.*\b(?:klachten|problemen|moeilijk|lastig|nodig|zorg|steun|risico)\b",
    re.IGNORECASE,
)
_ALLE_LEERLINGEN = re.compile(
    rf"\b(?:iedereen|allemaal|(?:alle|al de|al onze|elke|iedere) (?:{_GROEP}|{_JAAR})|de hele (?:klas|school))\b",
    re.IGNORECASE,
)


def voor_iedereen(tekst: str) -> bool:
    """Whether an answer says that everybody takes part, or everybody of a class or year ("elke eerstejaars")."""
    return _IEDEREEN.fullmatch(" ".join(tekst.split())) is not None or voor_beide(tekst)


def voor_beide(tekst: str) -> bool:
    """Whether an answer names all pupils and pupils with complaints together ("allebei")."""
    text = " ".join(tekst.split())
    also = _OOK_KLACHTEN.search(text)
    return _BEIDE.fullmatch(text) is not None or bool(also and _ALLE_LEERLINGEN.search(text, 0, also.start()))
