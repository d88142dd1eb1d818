"""Questions on several of the described programmes at once, and on the teacher in one of them.

Only how they are recognised; `keuzehulp.beantwoorden` answers them with the coding or the characteristic of each.
"""

from __future__ import annotations

import re

from keuzehulp.vraagvorm import plat

_NAAMWOORD = r"(?:programma ?s?|interventies?|trainingen|training|methodes?|methoden|aanpakken|cursussen|pakketten)"
_BIJVOEGLIJK = r"(?:beschreven|genoemde|verschillende|drie)"

#: "Alle drie", "van de drie programma's", "de drie interventies uit het rapport".
_ALLE_DRIE = re.compile(
    rf"(?<![a-z])(?:(?:van de|alle|de|die|deze|jullie|onze|elk van de|geen van de) (?:drie|3)(?: {_BIJVOEGLIJK})? {_NAAMWOORD}|"
    rf"(?:alle drie|alle 3|alledrie)(?: de| deze| die)?(?: {_BIJVOEGLIJK})? {_NAAMWOORD}|"
    rf"(?:een|1|eentje) van (?:(?:de|die|deze|jullie) )?(?:(?:drie|3|beschreven) )*{_NAAMWOORD}|"
    r"(?:een|1|eentje) van de (?:drie|3)(?![a-z])|"
    rf"(?:alle|de|die) beschreven {_NAAMWOORD}|alle {_NAAMWOORD}|elk (?:van de )?{_NAAMWOORD}|"
    rf"(?:van de|alle|geen van de|elk van de|van die) ?(?:drie|3)"
    rf"(?= [a-z]+t(?![a-z])| (?:hebben|zijn|is|doen)(?![a-z])|$))"
)
#: "Welke programma's doen iets met …", where the words after it name an element or a characteristic.
_WELKE = re.compile(
    rf"^(?:en |maar |oke |ok )?(?:in |bij |van |voor |aan )?(?:welke?|wat voor) (?:van de |van die )?"
    rf"(?:(?:drie |beschreven |andere )+{_NAAMWOORD}|programma ?s?|interventies?)(?![a-z])"
)
#: "Welke is voor de brugklas": which of them is for that age.
_WELKE_VOOR = re.compile(
    rf"^(?:en |maar |oke |ok )?welke?(?: {_NAAMWOORD})? (?:is|zijn) (?:er )?(?:\w+ )?voor (?:de |het |een )?"
    r"(?:brugklas\w*|onderbouw|bovenbouw|vo|voortgezet onderwijs|middelbare school|klas \w+)$"
)
#: About studies, lists elsewhere or programmes that the sources don't describe.
_NIET_DEZE = re.compile(
    r"(?<![a-z])(?:onderzo\w*|stud\w*|reviews?|meta|databank\w*|nji|procent|percentages?|bron|bronnen|effectie\w*|mertens|boustani|"
    r"fenwick|smith|mooij|bewezen|bewijs|erken\w*|levensvaardigheden|onderzochte?|landen|school ons|wij|ons|onze|jullie zelf|"
    r"kiezen|nemen|past|passen|geschikt\w*|betrokken|hadden|gebruikten|deden|waren|lieten|kregen|bevatten|zaten)(?![a-z])"
)
#: The most of a kind is a ranking, unless it can be read from an amount.
_HET_MEEST = re.compile(
    r"(?<![a-z])(?:meest|meeste|minste?|vaakst|best|beste|sterkst|leukst|moeilijkst|makkelijkst|\w{4,}ste?)(?![a-z])"
)

_ANDERE = re.compile(
    rf"(?:en |maar |of )?(?:(?:hoe (?:zit|is) (?:het|dat) )?(?:met|bij|in|voor|van) )?(?:de|die) (?:andere|overige)"
    rf"(?: (?:twee|2))?(?: {_NAAMWOORD})?(?: dan| ook)?"
)

_DOCENT = r"(?:docent|docenten|leraar|leraren|leerkracht|leerkrachten|mentor|mentoren|leidkracht\w*|juf|meester|team|schoolteam|personeel)"
_MET_DOCENT = re.compile(
    rf"(?<![a-z])(?:(?:doe[nt]?|regelt|biedt|betekent|vraagt|verwacht|eist|geeft|zegt|staat|heeft|is|hebben|krijgen|krijgt|moet|moeten|kan|kunnen)"
    rf" (?:\w+ ){{0,4}}{_DOCENT}|rol (?:van|voor) (?:\w+ ){{0,2}}{_DOCENT}|{_DOCENT} (?:\w+ )?(?:rol|taak|taken))(?![a-z])"
)
_KORT_DOCENT = re.compile(
    rf"(?:en |maar )?(?:wat |hoe )?(?:met |voor |zit het met )?(?:de |hun |onze |een )?{_DOCENT}(?: dan)?"
)
_DOCENTWOORD = re.compile(rf"{_DOCENT}$")


def bedoelt_alle(tekst: str) -> bool:
    """Whether a question is about all described programmes, or which of them."""
    text = plat(tekst)
    if _NIET_DEZE.search(text):
        return False
    return any(pattern.search(text) for pattern in (_ALLE_DRIE, _WELKE, _WELKE_VOOR))


def bedoelt_andere(tekst: str) -> bool:
    """Whether a short question asks the same of the other programmes ("en de andere twee?")."""
    return _ANDERE.fullmatch(plat(tekst)) is not None


def vraagt_meeste(tekst: str) -> bool:
    """Whether a question asks which has the most of something."""
    return _HET_MEEST.search(plat(tekst)) is not None


def vraagt_docent(tekst: str) -> bool:
    """Whether a question on a programme is about what it means for the teacher, and says no more."""
    text = plat(tekst)
    return _KORT_DOCENT.fullmatch(text) is not None or _MET_DOCENT.search(text) is not None


def is_docentwoord(word: str) -> bool:
    """Whether a folded word stands for the people who give the lessons."""
    return _DOCENTWOORD.match(word) is not None


def is_programmawoord(word: str) -> bool:
    """Whether a folded word only points to the described programmes."""
    return re.fullmatch(rf"{_NAAMWOORD}|drie|3|s|alledrie|beschreven|elk", word) is not None
