"""What a team supposes ("wat als we ouders wel betrekken"): nothing is recorded, and the feedback tells what would differ.

Pure functions on the text and on the answers given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from keuzehulp.feedback import maak_feedback
from keuzehulp.gesprek import Stand, toon_antwoorden
from keuzehulp.kennisbank.model import Kennisbank

_AANLOOP = r"\W*(?:(?:en|maar|nou|ok|oke|oké|hé|zeg|dus|goed|hm+|eh|ja|nee|even)[ ,.!:]+)*"
_ONDERWERP = (
    r"(?:we|wij|ik|wel|niet|onze?|er|het|dit|dat|ouders|docenten|leraren|leerkrachten|mentoren|leerlingen|iedereen|alle|"
    r"(?:de )?(?:hele )?(?:school|team)|oefenen|coping|bewegen|schoolbreed|\w+ (?:op|naar) (?:ja|nee|deels|een beetje))"
)
_STELT_VOOR = re.compile(
    rf"{_AANLOOP}(?:(?:wat|watal) ?(?:nou |nu |dan |gebeurt er |verandert er |zou er gebeuren )?(?:als|indien) {_ONDERWERP}|"
    rf"watalsik|watalswe|what if\W+(?:{_ONDERWERP}|we|i|the)|"
    rf"(?:stel(?: je| u)?(?: nou| nu| even| eens| voor)*(?: dat|,|:)?|gesteld dat) {_ONDERWERP})\b|"
    rf"{_AANLOOP}als {_ONDERWERP}\b.*[ ,](?:wat|hoe|verandert|verschuift|krijgen|krijg|wordt|zou|is dat)\b.*\?$",
    re.IGNORECASE,
)


def stelt_voor(tekst: str) -> bool:
    """Whether a message supposes something instead of telling what is so ("als we dat wel doen, wat verandert er dan")."""
    return _STELT_VOOR.match(" ".join(tekst.split())) is not None


_OP_WAARDE = re.compile(r"\b(?:op|naar|tot|van) (ja|nee|deels|een beetje)\b", re.IGNORECASE)
_NIET = re.compile(r"\b(?:niet|geen|nooit|zonder|stopp\w+|schrapp\w+|weglaten)\b", re.IGNORECASE)
_HALF = re.compile(r"\b(?:een beetje|deels|soms|af en toe|alleen)\b", re.IGNORECASE)


def waarde(tekst: str) -> str:
    """The answer that is supposed: ja, deels or nee."""
    named = list(_OP_WAARDE.finditer(tekst))
    if named:
        word = named[-1][1].lower()
        return word if word in ("ja", "nee") else "deels"
    if _NIET.search(tekst):
        return "nee"
    return "deels" if _HALF.search(tekst) else "ja"


@dataclass(frozen=True)
class Gevolg:
    """What would stand in the feedback, and the statements in it."""

    tekst: str
    uitspraken: tuple[str, ...]


def gevolg(kb: Kennisbank, stand: Stand, element: str, waarde: str) -> Gevolg | None:
    """What the feedback would say of an element if its answer were `waarde`; None when it would say nothing."""
    supposed = replace(stand, antwoorden={**stand.antwoorden, element: waarde})
    lines = [
        line
        for part in maak_feedback(kb, supposed).delen
        for line in (*part.regels, *part.rest)
        if line.element == element and line.uitspraken
    ]
    if not lines:
        return None
    shown = "\n".join(f"- {line.tekst}" for line in lines)
    used = tuple(dict.fromkeys(u for line in lines for u in line.uitspraken))
    now, then = stand.antwoorden.get(element), toon_antwoorden(kb, {element: waarde})
    if now == waarde:
        return Gevolg(f"Dat staat er nu al: {then}. De feedback zegt daarover:\n\n{shown}", used)
    kept = f"er blijft staan: {toon_antwoorden(kb, {element: now})}" if now else "ik noteer hier niets van"
    text = f"Ik verander niets, {kept}. Stond er *{then}*, dan zou de feedback dit zeggen:\n\n{shown}"
    return Gevolg(text, used)
