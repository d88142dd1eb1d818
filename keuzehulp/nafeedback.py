"""What a message asks or tells once the check is done: about the feedback, the answers in it, and what comes after.

Then no question is open, so that words such as "en nu", "is dit bewezen" or "oefenen waren er 25" are about the
feedback that was just shown. Pure functions on the text; which elements it names comes from the caller.
"""

from __future__ import annotations

import re

from keuzehulp.gesprek import kiest_punt, telt_mensen, toon_aantal
from keuzehulp.getallen import RANGEN
from keuzehulp.herstel import laatste_aantal
from keuzehulp.wending import hoe_verder, stelt_vraag

_AANLOOP = r"\W*(?:(?:en|maar|nou|ok|oke|oké|ja|nee|eh|uh|hm+|hé|zeg|dus|goed|dan|tja)[ ,.!]+)*"

_KNIKT = re.compile(
    rf"{_AANLOOP}(?:ok[eé]?|okay|oké|nice|mooi|fijn|prima|top|helder|duidelijk|goed|interessant|a+h+a*|leuk|super|tof|cool|"
    r"snap ik|begrepen|begrijp ik|klinkt goed|handig|nuttig|genoteerd)"
    r"(?:[ ,.!]+(?:hoor|zo|dan|en|helder|duidelijk|prima|goed|zeg|wel|overzicht|feedback|dit|dat|om te weten))*[ .!]*",
    re.IGNORECASE,
)


def knikt(tekst: str) -> bool:
    """Whether a message only says that the feedback was read ("ok", "helder"), which chooses no point."""
    return _KNIKT.fullmatch(" ".join(tekst.split())) is not None


_NEEMT_MEE = re.compile(
    rf"{_AANLOOP}(?:(?:dit|dat|het) )?(?:ik|we|wij)? ?(?:bespreek|bespreken|neem|nemen|leg|leggen|deel|delen|ga|gaan|"
    rf"zal|zullen|wil|willen) "
    r"(?!.*\b(?:kleine stap|verslag|rapport|beginnen|starten)\b)(?:\w+ ){0,5}"
    r"(?:team|sectie|collega\w*|directie|mt|overleg|vergadering|teamoverleg|mentoren|teamleider|mentorenoverleg)"
    r"(?: (?:voor|mee|bespreken|nemen|meenemen|voorleggen|delen|maandag|dinsdag|woensdag|donderdag|vrijdag|eens|eerst|hoor))*[ .!]*",
    re.IGNORECASE,
)


def neemt_mee(tekst: str) -> bool:
    """Whether a message says no more than that it is taken to the team ("ik bespreek het maandag in het team")."""
    return _NEEMT_MEE.fullmatch(" ".join(tekst.split())) is not None


_EERSTE_STAP = re.compile(
    rf"{_AANLOOP}(?:wat|wa) (?:nu|nou)(?: dan)?[ .?!]*|"
    rf"{_AANLOOP}(?:wat is|wat wordt) (?:(?:nou|nu|dan|het|ons|onze|de|eigenlijk) )*"
    r"(?:eerste|volgende|logische) (?:wat|dat|stap|ding|actie)\b.*",
    re.IGNORECASE,
)


def vraagt_vervolg(tekst: str) -> bool:
    """Whether a message asks what comes after the feedback."""
    text = " ".join(tekst.split())
    return hoe_verder(text) or (len(text.split()) <= 12 and _EERSTE_STAP.fullmatch(text) is not None)


_ONS = r"(?:dit|dat|het|deze feedback|ons \w+|onze \w+|mijn \w+)"
_KENMERKEN: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "oordeel",
        re.compile(
            r"\bwat (?:vind|vindt|denk) (?:je|jij|u)(?: (?:er|hier|daar|zelf|nou|nu|eigenlijk|dan|hier))*"
            r"(?: ?van(?: (?:ons|onze|dit|het|wat)\b.*)?)?[ ?!.]*$|"
            rf"^{_AANLOOP}(?:is|was) {_ONS}(?: (?:nou|nu|dan|al|eigenlijk|wel))* (?:goed|slecht|voldoende)(?: of (?:\w+ )?\w+)?[ ?!.]*$|"
            r"\b(?:doen|scoren|presteren) (?:we|wij) het(?: \w+){0,2} (?:goed|slecht)\b|\bgoed of slecht\b|\bslecht of goed\b",
            re.IGNORECASE,
        ),
    ),
    (
        "bewijs",
        re.compile(
            r"\b(?:is|zijn) (?:dit|dat|het|deze|die|alles|jouw|je|de feedback)(?: \w+){0,3} "
            r"(?:wetenschappelijk|bewezen|onderbouwd|evidence|betrouwbaar|aangetoond|wetenschap)\b|"
            r"\bhoe (?:hard|zeker|betrouwbaar|wetenschappelijk|goed onderbouwd) (?:is|zijn) (?:dit|dat|het|deze|die|de feedback)\b|"
            r"\b(?:kan|kunnen|mag) (?:ik|we|wij) (?:dit|hier|daar|erop|op)\b.*\b(?:vertrouwen|op af|op aan)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "bereik",
        re.compile(
            r"\b(?:in hoeverre|geldt|gelden|van toepassing|toepasbaar|bruikbaar|te vertalen)\b.*"
            r"\b(?:onze|ons|mijn|deze|zulke) (?:doelgroep|leerlingen|school\w*|kinderen|jongeren|situatie|klas\w*|groep)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "hulp",
        re.compile(
            r"\b(?:wie|welke? (?:organisatie|instantie|persoon|mensen|partij|adviseur)\w*|waar) "
            r"(?:kan|kunnen|zou|zouden|wil|vinden|krijgen|vind|krijg)\b.*"
            r"\b(?:helpen|hulp|ondersteun\w*|begeleid\w*|meedenken|terecht|adviseren|advies)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "later",
        re.compile(
            r"\b(?:kunnen|kan|mogen|mag|zullen|willen) (?:we|wij|ik)\b.*\b(?:over|na|volgend|volgende|komend|later)\b"
            r"(?:.*\b(?:jaar|schooljaar|maand\w*|week|weken|periode|tijd|tijdje)\b)?.*"
            r"\b(?:opnieuw|nog eens|nog een keer|weer|herhalen|terugkijken|terugkomen)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "delen",
        re.compile(
            r"\b(?:kan|mag|kunnen|mogen|hoe) (?:(?:ik|we|wij|kan|krijg|deel|stuur) )*"
            r"(?:dit|dat|het|deze|de feedback|de uitkomst\w*|alles)\b.{0,40}"
            r"\b(?:naar (?:mijn|de|het|onze|ons)|delen|sturen|doorsturen|mailen|laten zien|voorleggen)\b",
            re.IGNORECASE,
        ),
    ),
)
#: More words than these hold something else as well.
_MEESTE_WOORDEN = 16


def soort(tekst: str) -> str | None:
    """What a message asks about the feedback as a whole: oordeel, bewijs, bereik, hulp, later or delen; else None."""
    text = " ".join(tekst.split())
    if len(text.split()) > _MEESTE_WOORDEN:
        return None
    return next((name for name, pattern in _KENMERKEN if pattern.search(text)), None)


_RANG = RANGEN | {"laatste": -1}
_PUNT = re.compile(rf"\b({'|'.join(_RANG)}) (?:\w+ )?(?:groei|ontwikkel)?punt\b", re.IGNORECASE)
_UITLEG = re.compile(r"\b(?:leg|uitleg\w*|vertel|meer|bedoel\w*|wat|hoe|snap|toelicht\w*|licht)\b", re.IGNORECASE)


def vraagt_punt(tekst: str) -> int | None:
    """Which point of the feedback a message asks to explain, as an index ("leg dat tweede punt eens uit": 1); else None."""
    found = _PUNT.search(tekst)
    return (
        _RANG[found[1].lower()] if found and _UITLEG.search(tekst) and len(tekst.split()) <= _MEESTE_WOORDEN else None
    )


_DE_REST = re.compile(
    r"\b(?:de )?rest\b|\b(?:is|was) (?:dit|dat) (?:dan |nu |al )?(?:alles|het)\b|\b(?:overige|andere) punten\b|\bmeer feedback\b",
    re.IGNORECASE,
)


def wil_de_rest(tekst: str) -> bool:
    """Whether a message asks for the rest of the feedback ("en de rest", "is dit alles")."""
    return _DE_REST.search(tekst) is not None and len(tekst.split()) <= 8


_WAARDE = r"(?P<waarde>ja|nee|deels|een beetje|weet ik niet|overgeslagen)"
_STAAT_ER = re.compile(
    rf"\b(?:op|als|bij) {_WAARDE}\b.{{0,20}}\b(?:staat|staan|stond|gezet|genoteerd)\b|"
    rf"\b(?:staat|staan|stond|heb je|hebt u|heeft u)\b.{{0,40}}\b(?:op|als|bij) {_WAARDE.replace('waarde', 'achter')}\b",
    re.IGNORECASE,
)
_VRAAGT_NA = re.compile(
    rf"{_AANLOOP}(?:klopt (?:het|dat)|is het (?:zo|waar)|staat|staan|stond|heb je|hebt u|heeft u)\b", re.IGNORECASE
)
_WAARDEN = {"ja": "ja", "nee": "nee", "deels": "deels", "een beetje": "deels", "weet ik niet": "weet_niet"}


def vraagt_na(tekst: str) -> str | None:
    """The answer that a message asks after ("klopt het dat ouders op ja staat": ja); None when it asks no such thing."""
    text = " ".join(tekst.split())
    found = _STAAT_ER.search(text) if _VRAAGT_NA.match(text) else None
    if found is None:
        return None
    word = str(found["waarde"] or found["achter"]).lower()
    return _WAARDEN.get(word, word)


_ALLES = re.compile(
    r"\b(?:zet|maak|verander|noteer|wijzig|pas|doe|mag|moet)\b.*\b(?:alles|alle (?:antwoorden|vragen|elementen)|allemaal)\b.*"
    r"\b(?:ja|nee|deels|een beetje|weet ik niet|leeg)\b|"
    r"\b(?:alles|alle (?:antwoorden|vragen)|allemaal) (?:op|naar|moet|mag)\b.*\b(?:ja|nee|deels|een beetje)\b",
    re.IGNORECASE,
)


def verandert_alles(tekst: str) -> bool:
    """Whether a message wants one answer for every question ("zet alles op nee")."""
    return _ALLES.search(tekst) is not None and len(tekst.split()) <= 10


_VERVALT = re.compile(
    r"\b(?:gaat|gaan|ging|gingen)\b(?: \w+){0,3} niet (?:meer )?door\b|\bniet (?:meer )?doorg\w+\b|"
    r"\b(?:geschrapt|vervalt|vervallen|afgeschaft|afgelast|stopgezet|wegbezuinigd|opgeheven)\b|\bbesta\w+ niet meer\b|"
    r"\b(?:doen|hebben|geven|organiseren) (?:we|wij) (?:\w+ )?niet meer\b|\b(?:is|zijn) (?:\w+ )?gestopt\b",
    re.IGNORECASE,
)
_PAS_AAN = re.compile(
    r"\b(?:pas|passen)\b.*\baan\b|\b(?:kun|kan|wil|wilt|kunt) (?:je|jij|u)\b.*\b(?:aanpassen|veranderen|wijzigen|corrigeren)\b",
    re.IGNORECASE,
)


def raakt_antwoord(tekst: str) -> bool:
    """Whether a message tells that something no longer is so, or asks to change an answer, without saying to what."""
    drops = _VERVALT.search(tekst) is not None and not stelt_vraag(tekst)
    return (drops or _PAS_AAN.search(tekst) is not None) and len(tekst.split()) <= _MEESTE_WOORDEN


_GAAT_NOG_KOMEN = re.compile(r"\b(?:willen|wil|gaan|zouden|volgend\w*|straks|binnenkort|misschien)\b", re.IGNORECASE)
_TELT = re.compile(
    r"\b(?:aantal\w*|keer|maal|oefening\w*|rollenspel\w*|waren|zijn|was|is|stuks|moet\w*|geen|maar)\b|\dx\b",
    re.IGNORECASE,
)


def nieuw_aantal(tekst: str) -> str | None:
    """The amount that a message gives to the one element it names ("oefenen waren er geen 12 maar 25"); else None."""
    if (
        stelt_vraag(tekst)
        or kiest_punt(tekst)
        or _GAAT_NOG_KOMEN.search(tekst)
        or telt_mensen(tekst)
        or not _TELT.search(tekst)
    ):
        return None
    amount = laatste_aantal(tekst) if len(tekst.split()) <= _MEESTE_WOORDEN else None
    return toon_aantal(amount) if amount and not amount.andere_eenheid else None
