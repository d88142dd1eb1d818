"""Whether something counts as an element ("telt LOB mee", "is een powerpoint ook uitleg"), which the sources seldom say.

Then what the element is, is the best that can be said: the team can lay its own practice beside that.
"""

from __future__ import annotations

import re

from keuzehulp.beantwoorden.kennis import ANTWOORD, Antwoord, Vraag
from keuzehulp.kennisbank.model import Kennisbank
from keuzehulp.kennisbank.weergave import zin

_AANLOOP = r"\W*(?:(?:en|maar|dus|of|ok|oke|nou) )*"
_NIET_TERUG = r"(?!(?:dat|dit|het|die|er|ze|zij|we|wij|je|alles|elk\w*|ieder\w*)\b)"
_TELT_MEE = re.compile(
    rf"{_AANLOOP}(?:(?:telt|tellen) {_NIET_TERUG}.+|(?:hoort|horen|valt|vallen) {_NIET_TERUG}.+ (?:erbij|er ook bij|hierbij|"
    rf"ook hierbij|bij \w+|onder \w+)|"
    rf"(?:is|zijn) {_NIET_TERUG}(?:\S+ ){{1,5}}ook (?:al |een |een soort |een vorm van )?\S+(?: \S+)?)\W*",
    re.IGNORECASE,
)
#: What asks for a number, a proof or a judgement is another question.
_ANDERS = re.compile(
    r"\b(?:hoe|hoeveel|bewezen|effectief|goed|beter|nodig|verplicht|zwaar\w*|genoeg|belangrijk|ook voor|ook bij)\b",
    re.IGNORECASE,
)


_TELT = re.compile(rf"{_AANLOOP}(?:telt|tellen)\b", re.IGNORECASE)
_OMHAAL = frozenset(
    ["telt", "tellen", "hoort", "horen", "valt", "vallen", "eigenlijk", "soort", "vorm", "onder", "erbij"]
)


def _staat_er(vraag: str, definitie: str) -> bool:
    """Whether the definition names what is asked about ("telt yoga mee")."""
    named = {w for w in re.findall(r"[a-zà-ÿ]{4,}", re.split(r"\book\b", vraag.lower())[0]) if w not in _OMHAAL}
    return any(re.search(rf"\b{re.escape(word)}\b", definitie.lower()) for word in named)


def vraagt_of_het_meetelt(tekst: str) -> bool:
    """Whether a message asks if something it names counts as something else."""
    return _TELT_MEE.fullmatch(tekst.strip()) is not None and _ANDERS.search(tekst) is None


def meetelt(kb: Kennisbank, vraag: Vraag, gevonden: Antwoord) -> Antwoord | None:
    """What the element is, where the sources did not answer whether something counts as it; None where that is not asked."""
    if gevonden.soort == ANTWOORD or vraag.interventies or not vraagt_of_het_meetelt(vraag.tekst):
        return None
    # "Is een powerpoint ook uitleg" names what it may be; "telt LOB mee" asks of the open question.
    open_element = vraag.open_element if _TELT.match(vraag.tekst) else None
    over = next((e for e in (*vraag.elementen, open_element) if e in kb.elementen), None)
    if over is None:
        return None
    element = kb.elementen[over]
    name = element.korte_naam.lower()
    if _staat_er(vraag.tekst, element.definitie.tekst):
        return Antwoord(zin(kb, element.definitie), ANTWOORD, (element.definitie.id,), over, vraag=vraag.tekst)
    text = (
        f"Of dat meetelt bij *{name}*, staat niet in mijn bronnen. Dit staat er wel:\n\n{zin(kb, element.definitie)}\n\n"
        "Leg daar naast wat jullie doen; jullie kennen de lessen."
    )
    return Antwoord(text, ANTWOORD, (element.definitie.id,), over, vraag=vraag.tekst)
