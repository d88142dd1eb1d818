"""What a message in or after the strengths talk is, when it is no answer: a command, a correction, a complaint.

Every text is an answer in that talk, so these look at the words alone and only at what is clear.
"""

from __future__ import annotations

import re

_VOORAF = (
    r"(?:(?:top|prima|mooi|fijn|goed|super|klaar|dank|bedankt|merci|wil|gewoon|nee|nou|ok|oke|oké|ja|en|maar|dan|toch|even|graag|eerst|doe|ga|laat|toon|geef|maak|wil|ik|we|mag|kan|kunnen|"
    r"naar|nu|me|ons|de|het|die|een|mijn|onze|eens|vragen|vraag|over|terug|stap|zien|zie) )*"
)
_OPDRACHTEN: tuple[tuple[str, str], ...] = (
    (
        "terug",
        r"(?:(?:een )?(?:vraag|stap|stapje) |ga |even |eentje |(?:kan|mag|wil) ik |kunnen we |we willen |ik wil |graag )*"
        r"(?:terug|vorige(?: vraag)?)"
        r"(?: alsjeblieft| aub| graag| naar de vorige(?: vraag)?)*",
    ),
    (
        "overzicht",
        rf"{_VOORAF}(?:overzicht|wat (?:zeiden we|hebben we(?: al)? gezegd|staat er(?: nu| al)?|"
        r"(?:heb|hebt|hebben|is|staat) (?:je|jij|u|we|er)(?: (?:al|nu|tot nu toe|allemaal|dan|van ons|zoal))* "
        r"(?:genoteerd|opgeschreven|onthouden|staan|vastgelegd|bewaard)))(?: zien| graag| tot nu toe| maar| al| van ons)*",
    ),
    (
        "opnieuw",
        rf"{_VOORAF}(?:(?:helemaal )?opnieuw(?: (?:beginnen|starten))?|begin(?:nen)? opnieuw|overnieuw(?: beginnen)?|reset|"
        r"(?:weer )?(?:van voren af aan|vanaf het begin)(?: beginnen)?)(?: graag| maar| alsjeblieft| aub)*",
    ),
    (
        "later",
        rf"{_VOORAF}(?:verslag|rapport|feedback|invoering|invoeren|implementatie)"
        r"(?: zien| graag| maken| maar| eerst| langslopen| doen| dan)*",
    ),
)


_SLAAT_OVER = re.compile(
    r"\W*(?:laat maar|sla maar over|laat maar zitten|doe maar niet)(?:[ ,.]+(?:ga|we gaan|gaan we|ik wil|we willen|maar|dan))*"
    r"(?:[ ,.]+(?:verder|door|volgende(?: vraag)?))?\W*|\W*(?:ga (?:maar |gewoon )?(?:verder|door)|volgende(?: vraag)?)\W*",
    re.IGNORECASE,
)
#: A question to us about the talk or the tool, whatever the open step asks; no team answers with these words.
_VRAAGT_ONS = re.compile(
    r"\W*(?:hoe (?:scoren|doen) (?:we|wij)\b|(?:sturen|bewaren|delen|gebruiken|slaan|onthouden) (?:jullie|je) (?:dit|dat|het|onze|mijn)\b|"
    r"wie (?:leest|ziet|krijgt) (?:dit|dat)\b|hoe ?lang (?:duurt|is)\b|hoeveel (?:vragen|stappen)\b|"
    r"waar (?:gaat|blijft) (?:dit|dat) (?:heen|naartoe)\b)",
    re.IGNORECASE,
)


def slaat_over(tekst: str) -> bool:
    """Whether a message only leaves the open question of the talk ("laat maar, ga verder")."""
    return _SLAAT_OVER.fullmatch(tekst) is not None


def vraagt_ons(tekst: str) -> bool:
    """Whether a message asks us something about the talk, with or without a question mark."""
    return _VRAAGT_ONS.match(tekst) is not None


def opdracht(tekst: str) -> str:
    """What a message asks for instead of answering: "terug", "overzicht", "opnieuw", "later" (what comes after the talk), or ""."""
    text = " ".join(re.sub(r"[,.!?]", " ", tekst.lower()).split())
    return next((name for name, pattern in _OPDRACHTEN if re.fullmatch(pattern, text)), "")


_NA_HET_GESPREK = (
    ("verslag", r"verslag|rapport"),
    ("feedback", r"feedback"),
    ("invoering", r"invoer\w*|implementatie"),
)


def hierna(tekst: str) -> str:
    """What a message wants instead of the rest of the talk: "verslag", "feedback", "invoering", or ""."""
    if opdracht(tekst) != "later":
        return ""
    return next(name for name, words in _NA_HET_GESPREK if re.search(rf"\b(?:{words})\b", tekst, re.IGNORECASE))


_VERBETERT = re.compile(
    r"\W*(?:(?:nee|neen|o|oh|oei)[ ,.]+)*(?:wacht|sorry|ik bedoel(?:de)?|correctie|oeps|foutje)"
    r"(?: *[,:.]+ *| (?=(?:dat|het|een|de|ik|nee|maar|onze|in|op)\b))"
    r"(?:even[ ,:]+|maar[ ,:]+|nee[ ,:]+|ik bedoel(?:de)?[ ,:]+)*(?:(?:dat|het) (?:was|is|moet|wordt) )?(?P<wat>.+)",
    re.IGNORECASE,
)
_AL_GEZEGD = re.compile(
    r"\bdat (?:zei|zeiden|heb|hebben|had|hadden) (?:ik|we|wij)\b.*\b(?:net|al|toch|gezegd|verteld)\b", re.IGNORECASE
)


def verbetering(tekst: str) -> str:
    """The words with which a message mends what was said last ("sorry, een half uur"); empty when it does not."""
    found = _VERBETERT.fullmatch(" ".join(tekst.split()))
    return found["wat"].strip(" .!") if found else ""


def is_al_gezegd(tekst: str) -> bool:
    """Whether somebody complains that this was said before."""
    return _AL_GEZEGD.search(tekst) is not None


_VRAAGT_KEUZE = re.compile(
    r"\bwie (?:zou|kan|moet|zal) (?:dat|dit|er)(?: (?:nou|nu|dan|kunnen|moeten|het best|eigenlijk))* (?:doen|oppakken)\b|"
    r"\b(?:zou (?:jij|je|u)|raad (?:je|jij|u)|adviseer|kies (?:jij|je) |wat vind (?:jij|je))\b",
    re.IGNORECASE,
)


def vraagt_keuze(tekst: str) -> bool:
    """Whether somebody asks the bot to choose ("welke stap zou jij zetten")."""
    return _VRAAGT_KEUZE.search(tekst) is not None


_STAPNAMEN = (
    ("wanneer", r"wanneer|moment|tijdstip|datum|tijd|week|maand"),
    ("wie", r"wie|rol|persoon|trekker"),
    ("helpen", r"hulp|helper|wie helpt|wie kan helpen"),
    ("stap", r"(?:kleine |eerste )?stap"),
)
_EERST = r"(?:(?:nee|sorry|oh?)[ ,]+)*"
_LID = r"(?:(?:de|het|die|onze|dat|bij|antwoord|op) )*"
_MAAND = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_MOMENT = re.compile(
    rf"\W*(?:(?:nee|sorry|o|en|wacht|dat wordt|dat is|doen we)[ ,]+)*(?P<wat>(?:over)?morgen(?:ochtend|middag)?|vandaag|"
    rf"(?:in|vanaf|begin|eind|half|na|voor|rond|komende?|volgende?|deze|dit|elke|op|over)\b(?: \w+){{0,3}} ?"
    rf"\b(?:{_MAAND}|\w*week|weken|maand|maanden|schooljaar|periode|jaar|\w*vakantie|"
    r"maandag|dinsdag|woensdag|donderdag|vrijdag)|"
    rf"(?:{_MAAND}))(?: (?:al|nog|pas|graag|dan|denk ik))*[ .!]*",
    re.IGNORECASE,
)


def wijziging(tekst: str) -> tuple[str, str] | None:
    """The step that a message changes after the talk, with its new words ("verander de stap in een half uur"); None otherwise."""
    text = " ".join(tekst.split()).strip(" .!")
    for step, names in _STAPNAMEN:
        for pattern in (
            rf"{_EERST}(?:verander|wijzig|vervang|corrigeer|pas|zet|maak)(?: toch| dan| even| nog)* (?:bij |van )?{_LID}(?:{names})"
            r"(?: toch| aan| dan| maar| even)* (?:in|naar|door|op|van|wordt)(?: het)?[: ]+(?P<wat>.+)",
            rf"{_EERST}{_LID}(?:{names})(?: toch| dan)* ?(?::|moet zijn|wordt|moet worden|is toch|moet) ?(?P<wat>.+)",
        ):
            found = re.fullmatch(pattern, text, re.IGNORECASE)
            if found:
                return step, found["wat"].strip(" ‘’'\"")
    return None


def noemt_moment(tekst: str) -> str:
    """A moment and nothing else ("in januari", "morgen"); empty otherwise."""
    found = _MOMENT.fullmatch(" ".join(tekst.split()))
    return found["wat"] if found else ""


_VRAAGT_WAAROM = re.compile(
    r"\bwaar (?:is|was|dient|doen we|vraag je|vragen jullie)\b.*\bvoor\b|"
    r"\b(?:waarom|hoezo|waar ?voor|waartoe)\b(?:.*\b(?:vraag|vragen|vraagt|wil|wilt|weten|dit|dat|die|moet)\b|\W*$)",
    re.IGNORECASE,
)


def vraagt_waarom(tekst: str) -> bool:
    """Whether a message asks why this is asked."""
    return _VRAAGT_WAAROM.search(tekst) is not None


_TE_WEINIG = re.compile(
    r"\W*(?:(?:ja|nou|tja|hm+|eh+|pff+|poeh|oef)[ ,.]+)*"
    r"(?:ja|prima|ok|oke|oké|goed|niks|niets|weinig|mwah|(?:een )?(?:moeilijke|lastige|goeie|goede) vraag|"
    r"moeilijk|lastig|ik zei toch (?:niks|niets))(?:[ ,.]+(?:hoor|eigenlijk|zeg|te zeggen|echt))*\W*",
    re.IGNORECASE,
)


def zegt_te_weinig(tekst: str) -> bool:
    """Whether a message holds nothing that could stand in a report ("ja", "niks eigenlijk", "hm moeilijke vraag")."""
    return _TE_WEINIG.fullmatch(tekst) is not None
