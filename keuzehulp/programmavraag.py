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
    rf"(?<![a-z])(?:(?:doe[nt]?|regelt|biedt|betekent|vraagt|verwacht|eist|geeft|zegt|staat|heeft|is|hebben|krijgen|krijgt|moet|"
    rf"moeten|kan|kunnen)"
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


#: Words that point back at the programme of just now: "zit er coping in", "leren ze dat", "wie mag het geven".
_WIJST_ERNAAR = re.compile(
    r"(?<![a-z])(?:er|erin|erbij|ermee|ervan|daarin|daarbij|daarmee|ze|zij|hun|het|zo ?n|(?:dit|dat|die|deze) (?:programma|training|"
    r"methode|aanpak|"
    r"cursus|interventie|lessen)|de lessen|de training)(?![a-z])"
)
#: With a verb in front people are asked about without a word for the programme: "krijgen leraren een training".
_WIE_VOOROP = re.compile(
    rf"^(?:en |maar )?(?:krijgen|krijgt|moeten|moet|mogen|kunnen|worden|leren|doen|hebben|oefenen|komen) (?:de )?(?:ouders|"
    rf"leerlingen|kinderen|jongeren|"
    rf"{_DOCENT})(?![a-z])"
)
_VOOROP = re.compile(
    r"^(?:en |maar |ok |oke |nou |dus )*(?:is|zijn|zit|zitten|doen|doet|leren|leert|krijg\w*|moet\w*|mag|mogen|kan|kunnen|worden|"
    r"wordt|komt|komen|oefen\w*|"
    r"beweg\w*|gebruik\w*|heeft|hebben|duurt|telt|bevat|hoe\w*|wie|voor wie|wat moet\w*|welke?|waar\w*|wanneer|door wie)(?![a-z])"
)
#: Only who it is for, or who gives it.
_KORT_OVER = re.compile(r"(?:en |maar )?(?:voor|door) wie(?: dan| eigenlijk| precies)?")
#: What is asked of research, of the own school, of another subject or of the conversation is not asked of the programme.
_NIET_ERVAN = re.compile(
    r"(?<![a-z])(?:we|wij|ons|onze|ik|mijn|je|jij|u|jullie|onderzo\w*|stud\w*|bewezen|bewijs|rapport|bron|bronnen|keuzehulp|check|"
    r"programma ?s|interventies|"
    r"andere|allebei|beide|drie|scholen|effect\w*|help\w*|werkt|beter|zin|belangrijk|nodig|genoeg|wat is|wat zijn|betekent)(?![a-z])"
)
_OM_TE_GEVEN = re.compile(
    r"\bom (?:het |dit |dat )?te (?:mogen|kunnen) geven\b|\b(?:mag|kan) je het (?:zomaar )?geven\b", re.IGNORECASE
)
_HET = re.compile(
    r"(?P<voor>\b(?:is|mag|kan|kunnen|mogen|geeft|geven|duurt|heeft|kost|bevat|doet|werkt|hoort|past|om)) (?:het|dit|dat)(?= ?(?:\w|$))",
    re.IGNORECASE,
)


_ZO_N_LES = re.compile(r"\b(?:zo'?n|die|deze|de) (les|bijeenkomst)\b", re.IGNORECASE)


_ERIN = re.compile(r"\b(?:er|daar)in\b", re.IGNORECASE)


def moet_naam_hebben(tekst: str) -> bool:
    """Whether a question says too little of itself to be answered as it stands, whatever is found for it."""
    return _KORT_OVER.fullmatch(plat(tekst)) is not None or _OM_TE_GEVEN.search(tekst) is not None


def leunt_op_programma(tekst: str, noemt: bool) -> bool:
    """Whether a question that names no programme is about the one of just now; `noemt`: it names an element that this has or not."""
    text = plat(tekst)
    if _NIET_ERVAN.search(re.sub(r"(?<![a-z])(?:moet|mag|kan|heb) je(?![a-z])", "", text)):
        return False
    if _KORT_OVER.fullmatch(text) or (_OM_TE_GEVEN.search(tekst) and _VOOROP.match(text)):
        return True
    points = _WIJST_ERNAAR.search(text) is not None and _VOOROP.match(text) is not None
    return points or (noemt and _WIE_VOOROP.match(text) is not None)


def met_naam(tekst: str, naam: str) -> str:
    """A question that leans on a programme, with its name in it."""
    text = tekst.strip().rstrip("?!. ")
    if _KORT_OVER.fullmatch(plat(text)):
        return f"{text} is {naam}?"
    if _OM_TE_GEVEN.search(text):
        return f"Is er een opleiding nodig om {naam} te geven?"
    text = _ZO_N_LES.sub(rf"een \1 van {naam}", text.replace("hoelang", "hoe lang"))
    text = _ERIN.sub(f"in {naam}", text, count=1)
    if naam in text:
        return f"{text}?"
    named = _HET.sub(rf"\g<voor> {naam}", text, count=1)
    return f"{named}?" if named != text else f"{text} bij {naam}?"


#: A question that names a programme and leans on nothing that was said.
_LEUNT = re.compile(
    r"^(?:en|ook|maar) |(?<![a-z])(?:dat|dit|daar\w*|ook|er|die|andere|hetzelfde|zo|het|ze|zij|allebei|beide|hun)(?![a-z])"
)


def staat_op_zich(tekst: str) -> bool:
    """Whether a question that names a programme says itself what it asks ("wat is PAD"), so that nothing before it counts."""
    text = plat(tekst)
    return len(text.split()) > _KORT_WOORDEN and _VRAAGT_ZELF.match(text) is not None and _LEUNT.search(text) is None


_KORT_WOORDEN = 2
_VRAAGT_ZELF = re.compile(
    r"(?:wat|wie|hoe\w*|welke?|waar\w*|wanneer|waarom|voor wie|door wie|is|heeft|bevat|vertel|leg)(?![a-z])"
)


def stelt_gerust(tekst: str) -> str:
    """What is said of a programme to be confirmed, as a question: "VRIENDEN is toch schoolbreed" asks if it is."""
    found = _IS_TOCH.fullmatch(" ".join(tekst.split()))
    return f"{found['ww'].capitalize()} {found['wie']} {found['wat']}?" if found else tekst


_IS_TOCH = re.compile(
    r"(?P<wie>(?:de |het )?[^ ,]+(?: training)?) (?P<ww>is|heeft|bevat|kost|duurt|werkt|telt) toch (?P<wat>[^?,]+?)(?: (?:hè|he|toch))?\W*",
    re.IGNORECASE,
)


_MENGVORM = re.compile(
    r"\b(?:mix|mengvorm|mengeling|mengelmoes|ratjetoe|samenraapsel|van alles (?:wat|door elkaar))\b|"
    r"\b(?:een soort|een variant|afgeleid van|gebaseerd op|geïnspireerd op|lijkt op|beetje zoals|een eigen versie)\b.*"
    r"\b(?:zelf|eigen|aangepast|anders)\b|"
    r"\b(?:beetje|deels|half|stukje|stuk|wat|deel)\b.{1,40}\b(?:beetje|deels|half|stukje|stuk|wat|deel)\b|"
    r"\b(?:combinatie|samenvoeging|stukken|delen|onderdelen|dingen|lessen)\b.{0,12}\b(?:van|uit|tussen)\b.{1,60}\b(?:zelf|eigen|onszelf)\b",
    re.IGNORECASE,
)
_WIJ = re.compile(r"\b(?:we|wij|ik|ons|onze|eigen|zelf)\b", re.IGNORECASE)


def is_mengvorm(tekst: str) -> bool:
    """Whether a school tells that it does a bit of each ("beetje Kanjer, beetje zelf"), which is no one programme."""
    return _MENGVORM.search(tekst) is not None and _WIJ.search(tekst) is not None
