"""Which earlier answer a correction is about when it does not name it: a number, words that point back, or none.

Pure functions on the text; what was talked about before comes from the caller.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from keuzehulp.gesprek import vraag_met_nummer
from keuzehulp.getallen import RANGEN
from keuzehulp.herstel import waarde_van
from keuzehulp.kennisbank.model import BLOKKEN, Element, Kennisbank

_NUMMER = re.compile(
    r"\bvraag (?:\d{1,2}|een|één|twee|drie|vier|vijf)\b|\b(?:eerste|tweede|derde|vierde|vijfde|laatste) vraag\b",
    re.IGNORECASE,
)
_DIE_EERSTE = re.compile(
    r"\b(die (?:eerste|tweede|derde|vierde|vijfde))\b"
    r"(?=\W*$| (?:ook|niet|toch|wel|was|is|moet|klopt|eigenlijk|(?:in|van|uit|bij) (?:(?:het )?blok )?(?:inhoud|educatief|structuur))\b)",
    re.IGNORECASE,
)
_RANGWOORD = re.compile(rf"\b({'|'.join(RANGEN)}) vraag\b", re.IGNORECASE)
_NOOIT_GEZEGD = re.compile(
    r"\b(?:heb|hebben|had|hadden) (?:ik|we|wij)\b.{0,20}?\b(?:niet|nooit|niks|niets|geen) (?:\w+ ){0,2}"
    r"(?:gezegd|gegeven|ingevuld|beantwoord|geantwoord|genoemd|over gezegd|antwoord)|"
    r"\b(?:moet|moeten|mag|kan|wil|wilde)\b.{0,20}\b(?:nog|alsnog|opnieuw)\b.{0,12}\b(?:gevraagd|gesteld|vragen|beantwoorden|invullen)\b|"
    r"\bvraag (?:die|dat|deze|het|dit)\b.{0,12}\b(?:nog|opnieuw|alsnog)\b|\bis (?:nog )?(?:nooit|niet) gevraagd\b",
    re.IGNORECASE,
)
_WIJST_TERUG = re.compile(
    r"\b(?:vorige|vorig|laatste|net|zonet|zojuist|daarnet|hiervoor|ervoor|daarvoor|eerder|voorgaande|vroegere)\b",
    re.IGNORECASE,
)
_WAT_GEZEGD = re.compile(
    r"\b(?:wat|welk antwoord|hoeveel)\b.*\b(?:gezegd|geantwoord|ingevuld|gegeven|genoteerd|staat er|stond er|geantwoord)\b"
    r"|\bwat staat er\b",
    re.IGNORECASE,
)
_EN_BIJ = re.compile(r"\W*(?:en|ook)(?: dan)? (?:bij|over|van|voor) (?:de |het |die )?[\w -]{3,40}\W*", re.IGNORECASE)


def met_vraag(tekst: str) -> str:
    """The text with the word that is left out behind a number: "nee toch niet die eerste" means the first question."""
    return _DIE_EERSTE.sub(r"\1 vraag", tekst)


def noemt_nummer(tekst: str) -> bool:
    """Whether a message speaks of a question by its number ("bij vraag 1", "de tweede vraag")."""
    return _NUMMER.search(tekst) is not None


def genummerd(kb: Kennisbank, tekst: str, gevraagd: str | None, beantwoord: Collection[str]) -> list[str]:
    """The answered elements that a number in a message may mean.

    One in the block that is named or open, if that question has an answer; else those with that number in any block.
    """
    plain = _RANGWOORD.sub(lambda match: f"vraag {RANGEN[match[1].lower()] + 1}", tekst)
    named = any(re.search(rf"\b{blok}\b", plain, re.IGNORECASE) for blok in BLOKKEN)
    here = vraag_met_nummer(kb, plain, gevraagd)
    open_ = kb.elementen.get((gevraagd or "").removesuffix("_aantal"))
    if here and here in beantwoord and (named or open_):
        return [here]
    if here is None or named:
        return []
    place = kb.blok(kb.elementen[here].blok).index(kb.elementen[here])
    same = [kb.blok(blok)[place] for blok in BLOKKEN if place < len(kb.blok(blok))]
    return [element.id for element in same if element.id in beantwoord]


def waarde_bij_nummer(tekst: str) -> str | None:
    """The answer that stands beside the number of a question ("bij vraag 2 een beetje")."""
    rest = _NUMMER.sub(" ", tekst)
    rest = re.sub(
        r"\b(?:bij|op|van|het|de|mijn|ons|antwoord|bedoelde?n?|ik|we|wij|moet|zijn|was|is|toch|in|inhoud|educatief|structuur)\b",
        " ",
        rest,
        flags=re.IGNORECASE,
    )
    return waarde_van(" ".join(rest.split()).strip(" ,.:;!")) if rest.strip() else None


def spreekt_aan(tekst: str) -> bool:
    """Whether a message is about a question by its number, and no more than that with an answer."""
    return noemt_nummer(tekst) and len(tekst.split()) <= 12 and not tekst.rstrip().endswith("?")


def welke(kb: Kennisbank, elementen: Collection[str]) -> str:
    """Asks which of several questions with the same number is meant."""
    names = [f"*{_kort(kb.elementen[e])}* ({kb.label('blok', kb.elementen[e].blok).naam.lower()})" for e in elementen]
    example = _kort(kb.elementen[next(iter(elementen))])
    return f"Welke bedoel je: {', '.join(names[:-1])} of {names[-1]}? Typ het zo: ‘{example} moet een beetje zijn’."


def _kort(element: Element) -> str:
    return element.korte_naam.lower()


def nooit_gezegd(tekst: str) -> bool:
    """Whether a message says that an answer was never given, or that a question must be asked again."""
    return _NOOIT_GEZEGD.search(tekst) is not None


def wijst_terug(tekst: str) -> bool:
    """Whether a message points at the answer before ("die vorige")."""
    return _WIJST_TERUG.search(tekst) is not None


def vraagt_antwoord(tekst: str) -> bool:
    """Whether a message asks what was answered ("wat heb ik bij oefenen gezegd")."""
    return _WAT_GEZEGD.search(tekst) is not None


def vraagt_verder(tekst: str) -> bool:
    """Whether a message asks the same about another ("en bij coping?")."""
    return _EN_BIJ.fullmatch(tekst.strip()) is not None
