"""Turns in a conversation that the words of a message show by themselves, whatever the NLU made of them.

At a question with free text (a name, a step of the strengths talk) every message could be the answer. These
functions tell what is not: a question back, "klaar", or the wish to go to the check.
"""

from __future__ import annotations

import re

from keuzehulp.nlu.vraagzin import haalt_aan, splits_vraag
from keuzehulp.tekst import is_geheel, op_een_regel
from keuzehulp.verwerken import NAAMLOOS, naam_uit

_AANLOOP = (
    r"(?:(?:en|maar|ja|nee|nou|ok|oke|oké|hé|he|ho|wacht|even|eerst|zeg|goed|prima|dan|dus|zo|eh|uh|sorry|hallo|hoi|tja|hm)"
    r"[ ,.!]+)*"
)
_WERKWOORD = (
    r"(?:is|zijn|was|waren|bedoel\w*|betekent|doe|doet|doen|moet|moeten|kan|kun|kunt|kunnen|heb|heeft|hebben|zegt|zeggen|"
    r"vraag|vraagt|vragen|wil|wilt|willen|weet|weten|gaat|ga|gaan|komt|komen|werkt|werken|helpt|helpen|staat|staan|"
    r"gebeurt|telt|levert|houdt|heet|kost|duurt|mag|mogen|zit|zitten|word\w*|leert|leren|vind\w*|hoort|"
    r"deed|deden|vond|vonden|zei|zeiden|noem\w*|schreef|schreven|schrijft|onderzocht\w*|onderzoekt|conclude\w*|ontdekte\w*|"
    r"bleek|kwam|voegde\w*|beveelt|bevelen|richt\w*|gold|geldt|had|hadden|zou|zouden)"
)
_ONDERWERP = (
    r"(?:ik|je|jij|u|we|wij|jullie|ze|zij|dit|dat|deze|die|er|docenten|leraren|mentoren|leerlingen|ouders|scholen|"
    r"iedereen|(?:een|de|alle|elke|hier) \w+)"
)
#: "Hoe maken we", "hoe neem je": whatever the verb. "Hoe vaker we", "hoe leuk ze het vinden" is none.
_HOE_DOEN_WE = (
    r"hoe (?!\w+er\b)(?:\w+en (?:we|wij|ze|zij|jullie|scholen|docenten|leraren|mentoren)|\w+ (?:ik|je|jij|u|men))"
)
_VRAAGT = re.compile(
    rf"{_AANLOOP}(?:waarom|hoezo|waar ?voor|waartoe|wat (?:voor|nou|dan)|"
    rf"(?:(?:wat (?!\w+ (?:is|zijn|was|waren)\b)|(?:wie|waar\w*|wanneer) ){_WERKWOORD}|hoe {_WERKWOORD}|{_HOE_DOEN_WE}|"
    rf"hoe (?:lang|vaak|veel|zo)|hoeveel) \w+|"
    rf"welke? (?:\w+ ){{1,3}}(?:{_WERKWOORD}|ging|gingen)|"
    rf"(?:kan|kun|kunt|kunnen|mag|mogen|moet|moeten|is|zijn|heb|heeft|hebben|doet|telt|tellen|werkt|helpt|bestaat|"
    rf"bestaan|komt|staat|hoort|wil|zou|krijg|krijgen) {_ONDERWERP} \w+ \w+|leg (?:\w+ )*uit)\b",
    re.IGNORECASE,
)


#: "Ouders werken niet mee, wat nu".
_VRAAGT_AAN_HET_EIND = re.compile(
    r"\w[ ,.!]+(?:en )?(?:wat (?:nu|dan)|hoe (?:dan|nu verder|nu)|"
    r"wat (?:kan|moet|kunnen|moeten|doe|doen) (?:ik|we|wij)(?: (?:nu|dan|er|daar|mee|aan))*"
    r"(?: doen)?)[ .!?]*$",
    re.IGNORECASE,
)


def vraagt_raad(tekst: str) -> bool:
    """Whether a message tells something and ends in asking what to do about it."""
    return _VRAAGT_AAN_HET_EIND.search(tekst) is not None


#: "Hebben we geprobeerd maar niemand kwam" leaves out what it is about, and tells.
_GEDAAN = re.compile(
    rf"{_AANLOOP}(?:heb|hebben) (?:ik|we|wij) (?:(?:wel|al|ook|eens|vaak|vorig jaar|nooit|een keer|ooit|"
    rf"toen|samen|net|pas) )*ge\w{{2,}}(?:d|t|en)\b(?!.*\?)",
    re.IGNORECASE,
)


#: "Is hier een fijne school hoor, wel eens gedoe": said, whatever the order of the words.
_ZEGT_HOOR = re.compile(
    r"\W*(?:is|zijn|was|gaat|gaan|doen|doet|zit|zitten|heeft|hebben|loopt|staat|valt|komt|wordt) "
    r"(?!(?:je|jij|u|jullie)\b)[^?]*\bhoor(?:[,.;! ][^?]*)?$",
    re.IGNORECASE,
)


def stelt_vraag(tekst: str) -> bool:
    """Whether a message asks something, with or without a question mark."""
    text = op_een_regel(tekst)
    if _GEDAAN.match(text) or _ZEGT_HOOR.match(text):
        return False
    if len(text.split()) == 1:
        return text.endswith("?") or re.fullmatch(r"(?:waarom|hoezo|waarvoor)\W*", text, re.IGNORECASE) is not None
    if haalt_aan(text):
        return False
    if text.endswith("?") or _VRAAGT.match(text) is not None or vraagt_raad(text):
        return True
    cut = splits_vraag(text)
    return cut is not None and not cut.stelling


#: Acts that ask something.
VRAAGDADEN = frozenset(
    {"ask_definition", "ask_evidence", "ask_example", "ask_fact", "ask_source", "ask_why", "compare"}
)
#: What begins with a word that asks or with a verb; behind these words it goes on as a statement ("wat we doen is", "gaat goed").
_STELT = (
    r"(?!(?:we|wij|ik|ze|zij|hij|het|de|een|die|dat|er|ons|onze|mijn|bij|met|in|op|door|aan|al|nog|wel|niet|soms|vaak|goed|fijn|"
    r"beter|meer|vooral|nu|als|omdat|leerlingen|docenten|mentoren|collega\W?s|vaker|eerder|rustiger|liever|verder|weer)\b)"
)
_BEGINT_VRAGEND = re.compile(
    rf"\W*{_AANLOOP}(?!wat \w+ (?:is|zijn|was|waren)\b)(?:(?:"
    r"(?:(?:in|bij|voor|aan|op|van|uit|over|vanaf|volgens|met) )?(?:hoe|wat|wie|waar\w*|wanneer|welke?|hoeveel)|"
    rf"{_WERKWOORD}|past|passen|bevat|gebruikt|gebruiken|verandert|kent|maakt|krijg|krijgt|krijgen|horen|gelden|wordt|worden|ken) "
    rf"{_STELT}|(?:is|zijn|was|gaat|gaan|hoort|geldt|werkt|helpt|zegt|staat|past|kan|mag|moet|wordt) (?:het|de|een|dat|die) )\w+",
    re.IGNORECASE,
)
#: What is said of the sources, or of what they describe, with the wish that it be confirmed.
_TOCH = re.compile(r"\b(?:toch|hè|he|nietwaar|of niet|klopt dat)\W*$", re.IGNORECASE)
_VAN_ONS = re.compile(
    r"\b(?:wij|we|ons|onze|ik|mijn|hier|leerlingen (?:zijn|hebben|kunnen|doen|komen|voelen))\b", re.IGNORECASE
)


def stelt_vraag_als(tekst: str, daad: str) -> bool:
    """Whether a message asks something, by its words or by its first words and the act that the NLU takes it for."""
    if stelt_vraag(tekst):
        return True
    text = op_een_regel(tekst)
    if daad not in VRAAGDADEN or len(text.split()) < 3:
        return False
    return _BEGINT_VRAGEND.match(text) is not None or (_TOCH.search(text) is not None and not _VAN_ONS.search(text))


_ONDERZOEK = re.compile(
    r"\b(?:bewezen|bewijs|onderzoek\w*|stud(?:ie|ies)|meta-?analyse|rapport|trimbos|aangetoond|wetenschap\w*|effectief)\b",
    re.IGNORECASE,
)


def stelt_over_bronnen(tekst: str, daad: str, programma: bool) -> bool:
    """Whether a message states something of the sources or a described programme, and nothing of the school itself."""
    about = programma or _ONDERZOEK.search(tekst) is not None
    return about and daad in VRAAGDADEN and _VAN_ONS.search(tekst) is None


_VRAAGWOORD = re.compile(rf"\W*{_AANLOOP}(?:waarom|hoezo|hoe|wat|wie|waar|welke?)\b", re.IGNORECASE)


def begint_met_vraagwoord(tekst: str) -> bool:
    """Whether a message begins with a word that asks ("waarom niet?")."""
    return _VRAAGWOORD.match(tekst) is not None


_WAAROP = re.compile(
    rf"\W*{_AANLOOP}(?:waarom|hoezo)(?: (?:niet|dan|dat|wel|zo|alvast|al|ingevuld|is dat))*\W*|"
    rf"\W*{_AANLOOP}(?:waar (?:haal|staat|komt|heb|baseer)|hoe (?:weet|kom)) (?:je|jij|u|dat|dit)"
    r"(?: (?:dat|dit|daar|allemaal|al|zo|precies|nou|aan|daaraan|op|erbij|vandaan|staat))*\W*|"
    r"\W*(?:en |maar )?(?:is dat zo|klopt dat wel)(?: (?:allemaal|echt|dan))*\W*",
    re.IGNORECASE,
)


def vraagt_waar_het_op_rust(tekst: str) -> bool:
    """Whether a message, at answers that were filled in beforehand, asks no more than where they come from."""
    return is_geheel(_WAAROP, tekst)


_NIET_WETEN = re.compile(
    r"\bals (?:ik|we|wij|iemand|je)\b(?: \w+){0,4} (?:niet|geen)\b.*\b(?:weet|weten)\b|"
    r"\bals (?:ik|we|wij|je)\b.*\bweet ik niet\b",
    re.IGNORECASE,
)


def vraagt_bij_niet_weten(tekst: str) -> bool:
    """Whether a message asks what to do about a question of which the answer is not known."""
    return _NIET_WETEN.search(tekst) is not None and stelt_vraag(tekst)


_BOT_WEET = re.compile(
    rf"\W*{_AANLOOP}weet (?:je|jij|u) (?:dat|dit|het)(?: (?:zelf|ook|dan|toch|eigenlijk))* niet\W*\?\W*", re.IGNORECASE
)


def vraagt_of_bot_het_weet(tekst: str) -> bool:
    """Whether a message asks if the bot does not know the answer itself ("weet jij dat niet?")."""
    return is_geheel(_BOT_WEET, tekst)


_VOORTGANG = re.compile(
    rf"\W*{_AANLOOP}(?:hoe ?veel (?:vragen|nog)|hoe ?lang (?:nog|duurt het nog)|hoe ver (?:zijn|ben)|nog (?:veel|hoeveel) vragen|"
    r"(?:zijn|is) (?:we|ik|het|er) (?:bijna|nog veel)|bijna klaar)\b(?: \w+){0,4}\W*",
    re.IGNORECASE,
)


def vraagt_voortgang(tekst: str) -> bool:
    """Whether a question is how far the check is ("hoeveel vragen nog?")."""
    return is_geheel(_VOORTGANG, tekst)


_PAUZE = re.compile(
    rf"\W*{_AANLOOP}(?:(?:even|ff|effe|eens|snel|ik ga|ga|ik moet|moet|ik|een|nog|kort|laat me|laat mij|daar moet ik) )*"
    r"(?:h+m+|u+h+m*|(?:na)?denken|kijken|(?:koffie|thee|een kop \w+|iets|"
    rf"wat) (?:halen|pakken|drinken|eten)|momentje|"
    r"ogenblik\w*|moment|minuutje|secondje|wacht(?:en)?|(?:ben )?zo terug|ophangen|de bel gaat|de telefoon gaat|"
    r"telefoon|even weg|er (?:komt|staat) (?:iemand|een \w+) (?:binnen|voor de deur|aan de deur|voor mijn neus))"
    r"(?:[ ,.!]+(?:even|hoor|momentje|zo terug|weg|ben|ik|graag|aub|de bel gaat|de telefoon gaat|er komt iemand|tot zo|"
    r"(?:er staat )?(?:een |mijn )?(?:leerling|collega|ouder|iemand|teamleider|mentor)(?: staat)? (?:aan de|voor de|voor mijn) "
    r"(?:deur|telefoon|balie|neus)))*\W*",
    re.IGNORECASE,
)


def neemt_pauze(tekst: str) -> bool:
    """Whether somebody is away for a moment ("even koffie halen, momentje"), and says nothing else."""
    return is_geheel(_PAUZE, tekst)


_KLAAR = re.compile(
    rf"{_AANLOOP}(?:klaar|(?:we|wij|ik) (?:zijn|ben) (?:nu |er |hier(?:mee)? |wel )*klaar|(?:dat|dit) (?:was|is) (?:het|alles)|"
    r"meer (?:hebben we|heb ik|is er) niet|meer niet|niets meer|niks meer|genoeg(?: zo)?|zo is het (?:genoeg|goed)|"
    r"laten we (?:hier )?(?:stoppen|afronden)|afronden|rond (?:het )?maar af)"
    r"(?:[ ,]+(?:nu|wel|zo|hoor|dan|denk ik|mee|ermee|hiermee|voor nu|voor vandaag|wat mij betreft|dank\w*|bedankt|je|u))*[ .!]*",
    re.IGNORECASE,
)


def is_klaar(tekst: str) -> bool:
    """Whether a message says that the talk is over, and nothing else."""
    return is_geheel(_KLAAR, tekst)


_AFSCHEID = re.compile(
    r"\W*(?:(?:ok[eé]?|okay|oké|top|fijn|super|prima|goed|nou|ja|mooi|hartelijk|heel|erg|hé|he|hee|dan|en|maar|"
    r"we gaan ermee aan de slag|"
    r"(?:dank(?:jewel|uwel)?|bedankt|merci|thanks|thx)(?: (?:je|u|wel|jullie|hoor))*(?: voor (?:alles|(?:je|de|uw) \w+))?)[ ,.!]+)*"
    r"(?:doei+|doe+g(?:doe+g)?|da+g|tot (?:ziens|kijk|morgen|later|snel|gauw|horens|straks|dan|de volgende(?: \w+){0,2}|volgende \w+)|"
    r"ciao|houdoe|aju+s?|bye|mazzel|(?:de )?groetjes|groeten|toedeloe|salu+t?|welterusten|vaarwel|"
    r"(?:een )?(?:fijne?|prettige?|goede?) (?:dag|avond|middag|weekend|vakantie)(?: (?:nog|verder))?|"
    r"(?:(?:hartelijk|heel erg) )?(?:dank|bedankt|dankjewel|dank (?:je|u)(?: wel)?) voor (?:uw|je|jullie|de) (?:medewerking|tijd)|"
    r"(?:(?:dank|bedankt|dank (?:je|u)(?: wel)?)[ ,.!]+)(?:we|wij|ik) (?:gaan|ga) (?:er|hier)mee aan de slag)"
    r"(?:[ ,.!]+(?:hoor|en|bedankt|dank|je|u|wel|merci|tot (?:ziens|kijk|later|morgen)|doei+|da+g|allemaal|fijne? \w+|nog))*\W*",
    re.IGNORECASE,
)


def neemt_afscheid(tekst: str) -> bool:
    """Whether a message takes leave, with or without thanks, and says nothing else."""
    return is_geheel(_AFSCHEID, tekst)


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
    text = op_een_regel(tekst)
    return len(text.split()) > 1 and _CHECK.fullmatch(text) is not None


_NIEUWE_CHECK = re.compile(
    r"\b(?:nieuwe?|andere?|tweede|volgende?|nog (?:een|n)|extra) (?:\w+ )?(?:check|vragenlijst|keuzehulp|programma|"
    r"interventie|methode|training|ronde)\b|"
    r"\b(?:check|vragenlijst|vragen|keuzehulp)\b.*\b(?:opnieuw|nog (?:een keer|eens)|weer|over|start\w*|begin\w*|doen)\b|"
    r"\b(?:start|begin|doe)(?:nen)?\b.*\b(?:check|vragenlijst|de vragen|keuzehulp)\b|\bopnieuw (?:beginnen|starten|invullen|langslopen)\b|"
    r"^\W*(?:start|begin|beginnen|starten|check)\W*$|\b(?:programma|interventie)\b.*\b(?:langslopen|checken|invullen|doorlopen)\b",
    re.IGNORECASE,
)


def wil_nieuwe_check(tekst: str) -> bool:
    """Whether a message asks for a check after one that is done, in so many words ("nog een check voor ons andere programma")."""
    return _NIEUWE_CHECK.search(tekst) is not None


_ZIEN = re.compile(
    rf"{_AANLOOP}(?:laat|toon|laten|mag|kan|wil)\b(?: \w+){{0,5}} zien(?: (?:dan|maar|graag|nu|hoor|alsjeblieft|aub))*[ .!?]*",
    re.IGNORECASE,
)


def wil_zien(tekst: str) -> bool:
    """Whether a message asks to be shown what there is ("laat maar zien dan"), and is no wish to stop."""
    return is_geheel(_ZIEN, tekst)


_HOE_VERDER = re.compile(
    rf"{_AANLOOP}(?:(?:en )?(?:wat|hoe) (?:nu|verder|dan nu|nu verder|nu dan)|en nu(?: dan)?|(?:wat|hoe) (?:kan|kunnen|moet|"
    r"moeten|doen|doe|gaan|ga) (?:ik|we|wij) (?:(?:nu|hier|dan|hierna|er|verder|mee|hiermee|daarmee)\s?)+(?:doen|verder)?|"
    r"(?:wat is |en )?de volgende stap|wat komt (?:er )?(?:nu|hierna))[ .!?]*",
    re.IGNORECASE,
)


def hoe_verder(tekst: str) -> bool:
    """Whether a message asks what can be done next."""
    return is_geheel(_HOE_VERDER, tekst)


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
    r"(?:\b(?:het|dit|dat|die|\w*programma|training|\w*methode|lessenserie|lessenreeks|lespakket|leerlijn|\w*project|aanpak|cursus|"
    r"module|mentoruur|mentorles|klas|school|les|lessen|en|,) )(?:heet|heten|genaamd)\b|\b(?:genaamd|met de naam|onder de naam|"
    r"noemen (?:het|dit|dat|we het))\b|\b(?:het|dit|dat|programma|methode|training|project|aanpak) noemt(?= (?-i:[A-Z]))",
    re.IGNORECASE,
)
_SOORT_WERK = (
    r"\w*(?:programma|methode|training|lessenserie|lessenreeks|leerlijn|aanpak|cursus|project|lespakket|module)"
)
#: The name before or after the word for what it is: "Mentorkracht heet ons programma", "onze methode Sterk Spul laten toetsen".
_NAAM_ERBIJ = re.compile(
    rf"(?P<voor>(?-i:[A-Z])[\w'’& -]{{2,40}}?) (?:(?:heet|noemt) (?:ons|onze|het|de|dit)|is (?:ons|onze)) (?:eigen )?{_SOORT_WERK}\b|"
    r"(?:\w+[ ,.]+){0,4}?(?:we|wij|onze school|ons team) (?:werkt met|werken met|gebruiken|gebruikt|volgen|draaien) "
    r"(?P<gebruikt>(?!(?-i:[A-Z]{2,5}\b))(?-i:[A-Z])[\w'’& -]{2,40}?)(?= (?:voor|in|op|bij|met|sinds|en|aan)\b|[,;.!?(]|$)|"
    rf"(?:(?:de|het|dit is|dat is|onze|ons) )?{_SOORT_WERK} (?P<soort>(?-i:[A-Z])[\w'’& -]{{2,50}}?)"
    r"(?= (?:voor|op (?:de|het|ons|onze)|in (?:klas|leerjaar|het|de (?:brugklas|onderbouw|bovenbouw)))\b|[,;.!?(]|$)|"
    rf".*\b(?:ons|onze|mijn) (?:eigen )?{_SOORT_WERK} (?P<achter>(?-i:[A-Z])[\w'’& -]{{2,50}}?)"
    r"(?= (?-i:eens|graag|nu|even|laten|te|is|was|langs|door|bekijken|langslopen|toetsen|checken|beoordelen|doornemen|"
    r"invullen)\b|[,;.!?(]|$)|"
    # As in a form: 'programma = "Level Up"', "naam: BOOST; school: vo".
    rf"(?:(?:de )?naam(?: (?:van )?(?:het|ons|de|onze) {_SOORT_WERK})?|{_SOORT_WERK}) ?[=:] ?"
    rf"[\"'‘“]?(?P<veld>\w[\w'’& -]{{1,50}}?)(?=[\"'’”,;.!?(]|$)",
    re.IGNORECASE,
)
#: A question that wants a programme looked at, by its name: "kan je ons programma Level Up beoordelen?"
_BEOORDEEL = re.compile(
    rf"(?:\w+[ ,.]+){{0,3}}?(?:kan|kun|kunt|kunnen|wil|wilt|willen|mag|mogen) (?:je|jij|u|jullie|ik|we|wij)(?: \w+){{0,3}} "
    rf"(?:ons|onze|mijn) (?:eigen )?{_SOORT_WERK} (?P<naam>(?-i:[A-Z])[\w'’& -]{{2,50}}?) "
    r"(?:eens |even |graag |met jou |ook )*(?:laten |komen )?"
    r"(?:beoordelen|bekijken|toetsen|checken|nalopen|doornemen|langslopen|invullen|doorlichten|screenen)\b[ ?.!]*",
    re.IGNORECASE,
)
#: The name in front of the word for what it is: "ik wil de Stevig Staan training laten beoordelen".
_BEOORDEEL_SOORT = re.compile(
    rf".*\b(?:de|het|ons|onze|mijn|dit|deze) (?P<naam>(?-i:[A-Z])[\w'’&-]+(?: (?-i:[A-Z])?[\w'’&-]+){{0,3}}?)[- ]{_SOORT_WERK}\b"
    r"(?: \w+){0,3} (?:laten |komen )(?:beoordelen|bekijken|toetsen|checken|nalopen|doornemen|langslopen|doorlichten|screenen)\b[ ?.!]*",
    re.IGNORECASE,
)
#: "Lessen geluk, vo, alle leerlingen": the three answers of the intake in a row.
_IN_EEN_RIJ = re.compile(
    r"(?P<naam>(?!(?:ja|nee|wij|we|ik|hoi|hallo|dag|goede\w*|ons|onze|voor|alle|vo)\b)[^,]{3,40}), "
    r"(?=.*\b(?:vo|vmbo|mavo|havo|vwo|po|middelbare|basisschool)\b)(?=.*\b(?:alle\w*|iedereen|klachten)\b)(?:[^,]{1,30}(?:, |$)){2,3}",
    re.IGNORECASE,
)
#: Two programmes in one: both are the name.
_COMBINATIE = re.compile(
    r"\b(?:combinatie|mix|mengeling|mengvorm|samenvoeging) (?:van|tussen) "
    r"(?P<namen>(?-i:[A-Z])[\w'’& -]{1,40}? en (?-i:[A-Z])[\w'’& -]{1,40})(?=[,;.!?(]|$)",
    re.IGNORECASE,
)
_GEEN_NAAM = re.compile(
    r"\b(?:heeft|hebben|is|zijn|kreeg|met|nog)\b.{0,20}\b(?:geen|zonder) (?:\w+ )?naam\b|\bnaamloos\b|"
    r"\b(?:heeft|hebben|is|kreeg)\b(?: \w+){0,2} (?:niet|nooit) (?:\w+ )?(?:een |n |'n )?(?:\w+ )?naam\b",
    re.IGNORECASE,
)
#: Where a name ends and the rest of the sentence goes on.
_NA_NAAM = re.compile(
    r"\s*(?:[,;!?(]|\.(?!\d)|\b(?:voor|in de|in het|met|sinds|en|op|bij|waar|dat|die|is)\b).*$", re.IGNORECASE
)


def naam_in_een_rij(tekst: str) -> str | None:
    """The name in a message that gives name, school and audience in a row, and nothing else; None otherwise."""
    found = _IN_EEN_RIJ.fullmatch(op_een_regel(tekst).strip(" ."))
    return found["naam"].strip() if found else None


def lijkt_naam(tekst: str) -> bool:
    """Whether a message could be the name of a programme: a few words, the first with a capital, and no question."""
    text = tekst.strip()
    return text[:1].isupper() and len(text.split()) <= 6 and "?" not in text and not stelt_vraag(text)


_TROUWENS = re.compile(r"\b(?P<ww>heet|naam is|naam was) (?:trouwens|overigens)\b", re.IGNORECASE)
#: "... heet Gelukskoffer? Nee sorry, Happy Wijs": the name that is said last.
_NAAM_HERSTELD = re.compile(
    r"\b(?:heet|naam|noemen)\b.*[?.!,;] ?(?:(?:o|oh)? ?(?:nee|neen)[ ,]+)?(?:sorry|pardon|ik bedoel|wacht|oeps|nee)[ ,]+"
    r"(?:het is |dat is |het heet )?"
    r"(?P<naam>(?-i:[A-Z])[\w'’&.+ -]{1,50})$",
    re.IGNORECASE,
)


def verteld_naam(tekst: str) -> str | None:
    """The name of a programme that a message gives by the way, `NAAMLOOS` when it says there is none, else None."""
    text = _TROUWENS.sub(r"\g<ww>", op_een_regel(tekst))
    if mended := _NAAM_HERSTELD.search(text):
        return mended["naam"].strip()
    if judged := _BEOORDEEL.fullmatch(text) or _BEOORDEEL_SOORT.fullmatch(text):
        return judged["naam"].strip()
    if stelt_vraag(text):
        return None
    if _GEEN_NAAM.search(text):
        return NAAMLOOS
    if mixed := _COMBINATIE.search(text):
        return mixed["namen"].strip()
    if beside := _NAAM_ERBIJ.match(text):
        name = (
            beside["voor"]
            or beside["gebruikt"]
            or beside["soort"]
            or beside["veld"]
            or _NA_NAAM.sub("", beside["achter"])
        )
        return name.strip() or None
    if in_a_row := naam_in_een_rij(text):
        return in_a_row
    called = _NOEMT.search(text)
    return _naam_vooraan(text[called.end() :]) if called else None


def _naam_vooraan(tekst: str) -> str | None:
    """The name with which the words behind "heet" begin; None where they hold none."""
    name = naam_uit(re.split(r"[,;.!?(]", tekst.strip(" :"), maxsplit=1)[0])
    if not name or len(name.split()) > 5 or "[" in name:
        name = _NA_NAAM.sub("", name)
    name = re.sub(r"^(?:gewoon|nu|hier|dus|ook|bij ons) ", "", name)
    return name if name and len(name.split()) <= 5 and any(c.isalpha() for c in name) and "[" not in name else None


_NIET_VOL = re.compile(
    r"\b(?:(?:hou|houd|houden) (?:ik )?(?:het|dit|t)\b.{0,25}\bniet (?:meer |langer )?vol|"
    r"trek (?:ik )?(?:het|dit|t)\b.{0,15}\bniet|red (?:ik )?(?:het|t)\b.{0,15}\bniet (?:meer|langer)|"
    r"zie (?:het|t)\b.{0,15}\bniet (?:meer )?zitten|ten einde raad|kan (?:echt )?niet meer$)\b",
    re.IGNORECASE,
)
_ZWAAR = re.compile(
    r"\b(?:(?:ik|collega|we|wij|\w*leider|directeur|rector)\b.{0,40}\b"
    r"(?:moe|doodmoe|kapot|uitgeput|doodop|opgebrand|gesloopt|leeg|verdrietig|somber|ziek|overspannen|gestresst?|overwerkt|"
    r"overleden|eenzaam|burn-?out)|ik (?:zit|ga) er ?doorheen|niet lekker in mijn vel|"
    r"(?:wordt|is) me (?:even |allemaal |echt )*te veel|"
    r"(?:leerlinge?|oud-leerling|ouder|moeder|vader|mentor|leraar|juf|meester)\b.{0,40}\b(?:overleden|verongelukt)|"
    r"(?:wat een|zware|lange|slechte) (?:rot|zware |lange |slechte )?(?:dag|week)|"
    r"word er (?:verdrietig|moedeloos|wanhopig) van)\b",
    re.IGNORECASE,
)
#: Said of work with a wink, or of the bot.
_LUCHTIG = re.compile(
    r"\b(?:haha\w*|lol|hihi|grapje|koffie|lach|honger|verveel|ben je|ben jij|niet (?:moe|ziek|bang))\b", re.IGNORECASE
)


def houdt_niet_vol(tekst: str) -> bool:
    """Whether somebody says that they cannot go on; not of one class or a printer, with a wink."""
    return _NIET_VOL.search(tekst) is not None and _LUCHTIG.search(tekst) is None


_ZELF_NIET_VOL = re.compile(
    r"\b(?:ik (?:trek|hou|houd|red)|(?:trek|hou|houd|red) ik) (?:het|dit|t) (?:\w+ ){0,5}niet (?:meer|langer)\b",
    re.IGNORECASE,
)


def houdt_zelf_niet_vol(tekst: str) -> bool:
    """Whether somebody says so of themselves: no answer to any question of the check."""
    return houdt_niet_vol(tekst) and _ZELF_NIET_VOL.search(tekst) is not None


_ZUCHT = re.compile(
    r"\W*(?:(?:poeh+|pfoe+|pf+t?|zucht|oef+|tjonge(?: ?jonge)?|jeetje|jee|oei|h[eè] ?h[eè]|man man|nou nou|amai|allez|"
    r"moeilijk zeg|lastig zeg)\b\W*)+",
    re.IGNORECASE,
)


def zucht(tekst: str) -> bool:
    """Whether a message is a sigh and nothing else ("poeh")."""
    return _ZUCHT.fullmatch(tekst) is not None


def heeft_het_zwaar(tekst: str) -> bool:
    """Whether somebody tells, of themselves or a colleague, of being worn out, sad or ill."""
    return _ZWAAR.search(tekst) is not None and _LUCHTIG.search(tekst) is None and not stelt_vraag(tekst)


_LAAT_STAAN = re.compile(
    r"(?:(?:nee|neen|oke|ok|ach|och|toch|ah|hm+)[ ,.]+)*"
    r"(?:(?:laat|laten|hou|houd|houden)(?: (?:het|dat|dit|die|we|wij|maar|toch|gewoon|zo))* (?:staan|zo|zitten)|"
    r"(?:dat|het|dit|die)?(?: ?(?:antwoord|is|klopt|was|blijft|mag|kan|al|wel|nog|gewoon|zo))* (?:zo|goed|staan|hetzelfde|blijven)|"
    r"niks veranderen|niet veranderen|geen verandering)(?: (?:zoals het is|hoor|maar|toch|blijven|staan))*[ .!]*",
    re.IGNORECASE,
)


def laat_staan(tekst: str) -> bool:
    """Whether a message, at an answer that is looked at again, says no more than to leave it ("laat maar staan")."""
    return _LAAT_STAAN.fullmatch(tekst.strip()) is not None


_PERCENTAGE = re.compile(
    rf"{_AANLOOP}(?:(?:met |om |over )?hoeveel procent|welk percentage|wat is het percentage)"
    r"(?: (?:precies|dan|ongeveer|is dat|zijn dat|gaat dat|gaat het|was dat|waren dat|eigenlijk|van de programma'?s))*[ .!?]*",
    re.IGNORECASE,
)


def vraagt_percentage(tekst: str) -> bool:
    """Whether a message asks for a percentage and names nothing that it is of."""
    return is_geheel(_PERCENTAGE, tekst)


_HAAST = re.compile(
    r"\b(?:hou|houd|houden) (?:het|t|dat) (?:even |lekker |graag )?kort\b|"
    r"\b(?:heb|hebben|maar|nog) (?:(?:ik|we|maar|nog|net|ongeveer|een) )*(?:\d+|een paar|vijf|tien) min\w*\b|"
    # Time for something is time in the lessons.
    r"\bweinig tijd\b(?! (?:voor|aan|in|om|over|bij)\b)|\bhaast\b|"
    r"^\W*(?:(?:pff+|amai|jeetje|poeh|oei|tjonge|zeg|man|nou|maar|ja) )*(?:(?:dit|het) duurt|wat duurt (?:dit|het|dat)) "
    r"(?:(?:wel|al|erg|zo|heel|toch|me|veel te|te|nogal|hier) )*lang(?: (?:zeg|hoor|allemaal|he|hé|man|joh|met al die vragen))*\W*$|"
    # "Kan het korter?" asks for other words.
    r"\b(?:kan|mag) (?:dat|dit|het|t|'t)(?: (?:\w+ )?niet(?: echt| wat| iets)* korter|"
    r"(?: (?:niet|ook|wat|iets|allemaal))* (?:sneller|vlugger|rapper))\b",
    re.IGNORECASE,
)


def heeft_haast(tekst: str) -> bool:
    """Whether somebody has little time, and does not want to stop."""
    leaves = re.search(r"\b(?:stop|stoppen|later|morgen|geen tijd)\b", tekst, re.IGNORECASE)
    return _HAAST.search(tekst) is not None and leaves is None and splits_vraag(tekst) is None


def zegt_allebei(tekst: str) -> bool:
    """Whether a message speaks of two things together ("doen ze allebei iets met ouders")."""
    return re.search(r"\b(?:allebei|alle ?twee|beide|beiden)\b", tekst, re.IGNORECASE) is not None


def zegt_drie(tekst: str) -> bool:
    """Whether a message speaks of three things together ("alle drie")."""
    return re.search(r"\b(?:drie|3|alledrie)\b", tekst, re.IGNORECASE) is not None


_ONEENS = re.compile(
    r"\b(?:niet (?:mee )?eens|oneens|klop\w*(?: \w+){0,3} niet|niet terecht|onterecht|eenzijdig|onzin|raar|vreemd)\b",
    re.IGNORECASE,
)


def is_het_oneens(tekst: str) -> bool:
    """Whether a message says that the feedback is not right."""
    return _ONEENS.search(tekst) is not None


_HELPER = re.compile(
    r"\b(?:kan|kunnen|wil|willen|zal|gaat|gaan|mag)\b(?: \w+){0,3} (?:helpen|meehelpen|ondersteunen|meedenken|oppakken)\b|"
    r"\b(?:helpt|helpen|denkt|denken) (?:ons |daarbij |er |graag )*(?:mee|daarbij|erbij)\b",
    re.IGNORECASE,
)


def biedt_hulp_van(tekst: str) -> bool:
    """Whether a message tells who can help ("de zorgcoördinator kan helpen"), and is no call for help."""
    bot = re.search(r"\b(?:je|jij|u|jullie|me|mij)\b", tekst, re.IGNORECASE)
    return _HELPER.search(tekst) is not None and bot is None and not stelt_vraag(tekst)


_WAAROM_DAAR = re.compile(
    r"\b(?:waarom|hoezo|hoe komt het dat)\b.*\b(?:(?:staat|staan|zit|zitten|hoort|valt)\b.*\b(?:bij|onder|tussen|in)\b|"
    r"(?:nee|ja|een beetje|deels|overgeslagen)\b|(?:noem\w*|zei|zeg|zeg\w*|zet\w*|tel\w*|mis\w*)\b.*\b(?:bij|onder|tussen|in)\b)",
    re.IGNORECASE,
)
_EIGEN_LIJST = re.compile(
    r"\b(?:wat er (?:al )?is|wat (?:er )?kan groeien|groei\w*|groeipunt\w*|feedback|overzicht|verslag|sterke punten|onze antwoorden|"
    r"(?:op|als) (?:nee|ja|een beetje|overgeslagen)|er niet bij|wat we (?:al )?doen|dit is er al|niet weten)\b",
    re.IGNORECASE,
)


def vraagt_waarom_het_er_staat(tekst: str) -> bool:
    """Whether a message asks why something stands where it stands in the overview or the feedback."""
    return _WAAROM_DAAR.search(tekst) is not None and _EIGEN_LIJST.search(tekst) is not None


_NAAM_GEVRAAGD = re.compile(
    r"\bhoe heet|\b(?:jouw|je|uw) naam\b|\bhoe (?:mag|kan) ik (?:je|jou|u) noemen", re.IGNORECASE
)
_MAKER_GEVRAAGD = re.compile(
    r"\b(?:wie|waar|welk bedrijf|door wie)\b.*\b(?:gemaakt|ontwikkeld|geprogrammeerd|bedacht|gebouwd|maker|baas|zit (?:\w+ ){0,2}achter|"
    r"komt? .*vandaan)\b|"
    r"\b(?:jouw|je) (?:maker|bedenker|ontwikkelaar)\b",
    re.IGNORECASE,
)


def vraagt_naam_of_maker(tekst: str) -> str:
    """What is asked of the bot itself: "naam", "maker", or "" when neither."""
    if _NAAM_GEVRAAGD.search(tekst):
        return "naam"
    return "maker" if _MAKER_GEVRAAGD.search(tekst) else ""


_MAAND = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
_WANNEER = re.compile(
    rf"\b(?:in|vanaf|begin|eind|half|na|voor|komende?|volgende?|dit|deze|tegen) (?:de |het |een )?(?:{_MAAND}|week|maand|"
    rf"schooljaar|periode|jaar|"
    r"voorjaar|najaar|zomer\w*|herfst\w*|kerst\w*|vakantie)\b",
    re.IGNORECASE,
)
_AAN_DE_BOT = re.compile(r"\b(?:je|jij|jou|jouw|u|uw|bot|chatbot|robot|mens|computer|machine|echt|ai)\b", re.IGNORECASE)


def noemt_wie_en_wanneer(tekst: str) -> bool:
    """Whether a message only says who would do something and when ("de zorgcoördinator, in september")."""
    return _WANNEER.search(tekst) is not None and _AAN_DE_BOT.search(tekst) is None and not stelt_vraag(tekst)


_KORT = re.compile(
    r"\b(?:kort|korter|korte|kortere|beknopt\w*|lap tekst|lange lap\w*|"
    r"(?:te|zo|erg|heel|wel|nogal) (?:lang|veel)\b.{0,15}\b(?:tekst|verhaal)|"
    r"(?:lang|lange) (?:verhaal|tekst)|samengevat|samenvatting|de kern (?:van|graag|in|daarvan)|hoofdpunten|hoofdlijn\w*|"
    r"in (?:een paar|enkele|één|een|twee|drie|vier|vijf|\d) (?:zin|zinnen|regels|punten|woorden))\b",
    re.IGNORECASE,
)
_OVER_FEEDBACK = re.compile(
    r"\b(?:feedback|terugkoppeling|uitkomst|uitslag|resultaat|dit|het|alles|dat|geef|laat|toon|kan|kun|zeg|vat|graag)\b",
    re.IGNORECASE,
)


def wil_kort(tekst: str) -> bool:
    """Whether a message asks for the feedback in a few words ("kan het korter", "geef het belangrijkste in drie zinnen")."""
    text = op_een_regel(tekst)
    return len(text.split()) <= 14 and bool(_KORT.search(text) and _OVER_FEEDBACK.search(text))


#: Words for the parts of the feedback, by the id of the part.
_DELEN = {
    "groei": re.compile(
        r"\b(?:groei\w*|verbeter\w*|beter (?:kan|moet|kunnen|doen)|(?:kan|kon|moet|moeten) (?:er )?(?:\w+ )?beter|"
        r"kunnen (?:we )?(?:er )?beter|zwak\w* (?:punt\w*|plek\w*|kant\w*)|werkpunten|"
        r"aandachtspunten|ontbreekt|missen we|mist er|(?:onze|ons) eerste stap)\b",
        re.IGNORECASE,
    ),
    "kracht": re.compile(
        r"\b(?:goed (?:gaat|gaan|loopt|lopen)|w[eé]l (?:gaat|loopt|werkt)|(?:gaat|loopt|doen we|hebben we) "
        r"(?:(?:er|we|wij|nou|nu|eigenlijk|w[eé]l|al|allemaal|bij ons|hier) )*goed|(?:staan|zijn) (?:we|wij) "
        r"(?:(?:nou|nu|eigenlijk|wel|al|dan|hier) )*(?:sterk|goed in)|sterk (?:bij|aan|in) ons|iets (?:goeds|positiefs)|"
        r"goede (?:dingen|punten)|pluspunten|sterke punten|sterkste punt(?:en)?|kracht\w*|er al is|is er al|doen we al)\b",
        re.IGNORECASE,
    ),
    "onbekend": re.compile(r"\b(?:niet weten|nog niet weet|onbekend\w*|overgeslagen)\b", re.IGNORECASE),
    "let_op": re.compile(r"\b(?:let op|kanttekening\w*|opletten)\b", re.IGNORECASE),
}
_VRAAGT_DEEL = re.compile(
    r"^\W*(?:en |maar |ok |nou |dus )*(?:(?:kun|kan|kunt|wil|zou) (?:je|jij|u|ge)|wat|wa|"
    r"welke|waar|waarin|is er|zijn er|vertel|geef|laat|toon|noem|meer|alles|alleen|enkel|ik wil|de|onze)\b",
    re.IGNORECASE,
)


def vraagt_deel(tekst: str) -> str | None:
    """The part of the feedback that a message asks for ("wat moeten we verbeteren": groei); None for another message."""
    text = op_een_regel(tekst)
    if len(text.split()) > 12 or not _VRAAGT_DEEL.match(text):
        return None
    return next((part for part, words in _DELEN.items() if words.search(text)), None)


_NOG_ZINVOL = re.compile(
    r"\b(?:(?:is|was) (?:het|dit|dat|deze check|zo'n check)\b.{0,25}\b(?:zinvol|nuttig|zinnig|bruikbaar)|"
    r"(?:heeft|had) (?:het|dit|dat|deze check)\b.{0,25}\bzin)\b",
    re.IGNORECASE,
)


def vraagt_of_het_zin_heeft(tekst: str) -> bool:
    """Whether a message asks if going on makes sense ("is het dan nog zinvol")."""
    return _NOG_ZINVOL.search(tekst) is not None and len(tekst.split()) <= 14


_DANK = re.compile(
    r"\W*(?:(?:ok[eé]?|oh|ah|fijn|super|top|nou|goed|prima|heel|erg|hartelijk|alvast|hartstikke)\W+)*"
    r"(?:dank\s?(?:je|u)?\s?(?:wel)?|bedankt|merci|thanks|thx|dankjewel|dankuwel)"
    r"(?:\W+(?:hoor|alvast|voor (?:de|je|uw) (?:hulp|uitleg)|voor alles|chatbot|keuzehulp|top|fijn))*\W*",
    re.IGNORECASE,
)


def bedankt(tekst: str) -> bool:
    """Whether a message says thanks and nothing else."""
    return _DANK.fullmatch(tekst) is not None


_DE_REST = re.compile(
    r"\b(?:de rest|al(?:les)? (?:het )?(?:andere|verder)|verder alles|(?:de|alle|al die) (?:andere|overige|volgende) "
    r"(?:vragen|onderdelen|elementen|punten))\b(?: \w+){0,4}? (?:ja|nee|wel|niet|ook|deels|hetzelfde)\b",
    re.IGNORECASE,
)


def over_de_rest(tekst: str) -> bool:
    """Whether a message answers all other questions at once ("de rest is allemaal nee")."""
    return "?" not in tekst and _DE_REST.search(op_een_regel(tekst)) is not None


_KNIKT = re.compile(
    r"\W*(?:(?:ah+|oh+|oo+|hm+|mm+|aha+|ja|nou|tja)[ ,]+)*"
    r"(?:ok|oke|oké|okay|juist|snap ik|begrepen|duidelijk zo|aha+|helder)\W*",
    re.IGNORECASE,
)


def knikt(tekst: str) -> bool:
    """Whether a message only acknowledges what was said ("ah ok", "hm oke")."""
    return _KNIKT.fullmatch(tekst) is not None


_WIE_IK_BEN = re.compile(
    rf"{_AANLOOP}(?:(?:hallo|hoi|dag|goedemorgen|goedemiddag)[ ,!]+)?"
    r"(?:ik ben|ik werk als|wij zijn|ik geef les)\b.*"
    r"\b(?:mentor\w*|docent\w*|leerkracht\w*|leraar|lerares|juf|meester|teamleider|zorgco\w*|intern begeleider|ib'?er|directeur|"
    r"rector|schoolleider|orthopedago\w*|coach|les|school)\b[^?]*",
    re.IGNORECASE,
)
_MEESTE_OVER_ZICH = 14


def stelt_zich_voor(tekst: str) -> bool:
    """Whether somebody says no more than who they are ("ik ben mentor op een mavo")."""
    return len(tekst.split()) <= _MEESTE_OVER_ZICH and _WIE_IK_BEN.fullmatch(tekst.strip()) is not None


_OVERLEDEN = re.compile(
    r"\b(?:overleden|overleed|zelfdoding|zelfmoord|suïcide|suicide|gestorven|doodgegaan|verongelukt|verloren hebben aan)\b",
    re.IGNORECASE,
)


def noemt_overlijden(tekst: str) -> bool:
    """Whether a message tells that somebody died."""
    return _OVERLEDEN.search(tekst) is not None


_WIL_VRAGEN = re.compile(
    rf"{_AANLOOP}(?:mag|kan|kunnen|mogen) (?:ik|we|wij)(?: (?:je|jou|u|hier|ook|gewoon|even|eerst|tussendoor|nog))*"
    r" (?:iets|wat|een vraag|vragen|een vraagje)"
    r"(?: (?:aan je|tussendoor|ook|eerst))*(?: (?:vragen|stellen))?[ .?!]*",
    re.IGNORECASE,
)


def wil_iets_vragen(tekst: str) -> bool:
    """Whether a message asks whether a question may be asked, and asks nothing yet ("kan ik gewoon een vraag stellen")."""
    return is_geheel(_WIL_VRAGEN, op_een_regel(tekst))
