"""Turns in a conversation that the words of a message show by themselves, whatever the NLU made of them.

At a question with free text (a name, a step of the strengths talk) every message could be the answer. These
functions tell what is not: a question back, "klaar", or the wish to go to the check.
"""

from __future__ import annotations

import re

from keuzehulp.verwerken import NAAMLOOS, naam_uit

_AANLOOP = (
    r"(?:(?:en|maar|ja|nee|nou|ok|oke|oké|hé|he|ho|wacht|even|eerst|zeg|goed|prima|dan|dus|zo|eh|uh|sorry|hallo|hoi|tja|hm)"
    r"[ ,.!]+)*"
)
_WERKWOORD = (
    r"(?:is|zijn|was|waren|bedoel\w*|betekent|doe|doet|doen|moet|moeten|kan|kun|kunt|kunnen|heb|heeft|hebben|zegt|zeggen|"
    r"vraag|vraagt|vragen|wil|wilt|willen|weet|weten|gaat|ga|gaan|komt|komen|werkt|werken|helpt|helpen|staat|staan|"
    r"gebeurt|telt|levert|houdt|heet|kost|duurt|mag|mogen|zit|zitten|word\w*|leert|leren|vind\w*|hoort)"
)
_ONDERWERP = (
    r"(?:ik|je|jij|u|we|wij|jullie|ze|zij|dit|dat|deze|die|er|docenten|leraren|mentoren|leerlingen|ouders|scholen|"
    r"iedereen|(?:een|de|alle|elke|hier) \w+)"
)
_VRAAGT = re.compile(
    rf"{_AANLOOP}(?:waarom|hoezo|waar ?voor|waartoe|wat (?:voor|nou|dan)|"
    rf"(?:(?:wat (?!\w+ (?:is|zijn)\b)|(?:wie|waar\w*|wanneer) ){_WERKWOORD}|hoe {_WERKWOORD}|hoe (?:lang|vaak|veel|zo)|hoeveel) \w+|"
    rf"welke? (?:\w+ ){{1,3}}{_WERKWOORD}|"
    rf"(?:kan|kun|kunt|kunnen|mag|mogen|moet|moeten|is|zijn|heb|heeft|hebben|doet|telt|tellen|werkt|helpt|bestaat|"
    rf"bestaan|komt|staat|hoort|wil|zou|krijg|krijgen) {_ONDERWERP} \w+ \w+|leg (?:\w+ )*uit)\b",
    re.IGNORECASE,
)


def stelt_vraag(tekst: str) -> bool:
    """Whether a message asks something, with or without a question mark."""
    text = " ".join(tekst.split())
    if len(text.split()) == 1:
        return text.endswith("?") or re.fullmatch(r"(?:waarom|hoezo|waarvoor)\W*", text, re.IGNORECASE) is not None
    return text.endswith("?") or _VRAAGT.match(text) is not None


_KLAAR = re.compile(
    rf"{_AANLOOP}(?:klaar|(?:we|wij|ik) (?:zijn|ben) (?:nu |er |hier(?:mee)? |wel )*klaar|(?:dat|dit) (?:was|is) (?:het|alles)|"
    r"meer (?:hebben we|heb ik|is er) niet|meer niet|niets meer|niks meer|genoeg(?: zo)?|zo is het (?:genoeg|goed)|"
    r"laten we (?:hier )?(?:stoppen|afronden)|afronden|rond (?:het )?maar af)"
    r"(?:[ ,]+(?:nu|wel|zo|hoor|dan|denk ik|mee|ermee|hiermee|voor nu|voor vandaag|wat mij betreft|dank\w*|bedankt|je|u))*[ .!]*",
    re.IGNORECASE,
)


def is_klaar(tekst: str) -> bool:
    """Whether a message says that the talk is over, and nothing else."""
    return _KLAAR.fullmatch(" ".join(tekst.split())) is not None


_CHECK = re.compile(
    rf"{_AANLOOP}(?:(?:nu|graag|toch|dan|door|verder|terug|naar|met|we|wij|ik|wil|willen|gaan|ga|laten|kunnen|mogen|doe|"
    r"doen|start|begin|beginnen|aan|maar|nog|even|weer) )*(?:de |die |het |jouw |je )?"
    r"(?:check|vragenlijst|vragen|elementen|keuzehulp)"
    r"(?: (?:van de keuzehulp|over de elementen|dan|maar|nu|graag|doen|starten|beginnen|verder|in|weer|door|langs|langslopen"
    r"|invullen|alsjeblieft|aub))*[ .!?]*",
    re.IGNORECASE,
)


def wil_check(tekst: str) -> bool:
    """Whether a message asks for the questions of the check, and nothing else ("en nu de check", "nu de vragen")."""
    text = " ".join(tekst.split())
    return len(text.split()) > 1 and _CHECK.fullmatch(text) is not None


_ZIEN = re.compile(
    rf"{_AANLOOP}(?:laat|toon|laten|mag|kan|wil)\b(?: \w+){{0,5}} zien(?: (?:dan|maar|graag|nu|hoor|alsjeblieft|aub))*[ .!?]*",
    re.IGNORECASE,
)


def wil_zien(tekst: str) -> bool:
    """Whether a message asks to be shown what there is ("laat maar zien dan"), and is no wish to stop."""
    return _ZIEN.fullmatch(" ".join(tekst.split())) is not None


_HOE_VERDER = re.compile(
    rf"{_AANLOOP}(?:(?:en )?(?:wat|hoe) (?:nu|verder|dan nu|nu verder|nu dan)|en nu(?: dan)?|(?:wat|hoe) (?:kan|kunnen|moet|"
    r"moeten|doen|doe|gaan|ga) (?:ik|we|wij) (?:(?:nu|hier|dan|hierna|er|verder|mee|hiermee|daarmee)\s?)+(?:doen|verder)?|"
    r"(?:wat is |en )?de volgende stap|wat komt (?:er )?(?:nu|hierna))[ .!?]*",
    re.IGNORECASE,
)


def hoe_verder(tekst: str) -> bool:
    """Whether a message asks what can be done next."""
    return _HOE_VERDER.fullmatch(" ".join(tekst.split())) is not None


_ANDEREN = re.compile(
    r"\b(?:collega\w*|team|directie|directeur|schoolleiding|leiding|ouders?|leerlingen|leerling|mentor\w*|docent\w*|leraren|"
    r"teamleider|bestuur|man|vrouw|iedereen|sommigen|ze|zij|hij)\b.{0,40}\b(?:vindt|vinden|vond|vonden|zegt|zeggen|"
    r"noemt|noemen|denkt|denken|gelooft|geloven)\b",
    re.IGNORECASE,
)


def mening_van_ander(tekst: str) -> bool:
    """Whether a harsh word is what somebody else thinks, so that it is not meant for the bot."""
    return _ANDEREN.search(tekst) is not None


def biedt_excuus(tekst: str) -> bool:
    """Whether a message is an apology."""
    return (
        re.match(r"\W*(?:o+h?[ ,]+)?(?:sorry|excuus|excuses|oeps|pardon|mijn fout)\b", tekst, re.IGNORECASE) is not None
    )


_NOEMT = re.compile(
    r"(?:\b(?:het|dit|dat|die|programma|training|methode|lessenserie|lespakket|leerlijn|project|aanpak|cursus|module|"
    r"mentoruur|mentorles|klas|school|les|lessen|en|,) )(?:heet|heten|genaamd)\b|\b(?:genaamd|met de naam|onder de naam|"
    r"noemen (?:het|dit|dat|we het))\b",
    re.IGNORECASE,
)
_GEEN_NAAM = re.compile(
    r"\b(?:heeft|hebben|is|zijn|kreeg|met|nog)\b.{0,20}\b(?:geen|zonder) (?:\w+ )?naam\b|\bnaamloos\b", re.IGNORECASE
)
#: Where a name ends and the rest of the sentence goes on.
_NA_NAAM = re.compile(
    r"\s*(?:[,;.!?(]|\b(?:voor|in de|in het|met|sinds|en|op|bij|waar|dat|die|is)\b).*$", re.IGNORECASE
)


def verteld_naam(tekst: str) -> str | None:
    """The name of a programme that a message gives by the way, `NAAMLOOS` when it says there is none, else None."""
    text = " ".join(tekst.split())
    if stelt_vraag(text):
        return None
    if _GEEN_NAAM.search(text):
        return NAAMLOOS
    found = _NOEMT.search(text)
    if found is None:
        return None
    words = text[found.end() :].strip(" :")
    end = re.search(r"[,;.!?(]", words)
    name = naam_uit(words[: end.start()] if end else words)
    if not name or len(name.split()) > 5 or "[" in name:
        name = _NA_NAAM.sub("", name)
    name = re.sub(r"^(?:gewoon|nu|hier|dus|ook|bij ons) ", "", name)
    return name if name and len(name.split()) <= 5 and any(c.isalpha() for c in name) and "[" not in name else None
