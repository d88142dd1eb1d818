"""What a message asks or tells once the check is done: about the feedback, the answers in it, and what comes after.

Then no question is open, so that words such as "en nu", "is dit bewezen" or "oefenen waren er 25" are about the
feedback that was just shown. Pure functions on the text; which elements it names comes from the caller.
"""

from __future__ import annotations

import re

from keuzehulp.gesprek import kiest_punt, telt_mensen, toon_aantal
from keuzehulp.getallen import RANGEN
from keuzehulp.herstel import GENOTEERD, laatste_aantal
from keuzehulp.tekst import is_geheel, op_een_regel
from keuzehulp.wending import hoe_verder, stelt_vraag

_AANLOOP = (
    r"\W*(?:(?:cool|top|prima|mooi|helder|duidelijk|fijn|leuk|super|nice|pff+|"
    r"en|maar|nou|ok|oke|oké|ja|nee|eh|uh|hm+|hé|zeg|dus|goed|dan|tja)[ ,.!]+)*"
)

_KNIKT = re.compile(
    rf"{_AANLOOP}(?:ok[eé]?|okay|oké|nice|mooi|fijn|prima|top|helder|duidelijk|goed|interessant|a+h+a*|leuk|super|tof|cool|"
    r"snap ik|begrepen|begrijp ik|klinkt goed|handig|nuttig|genoteerd|(?:verder )?(?:alles|het|dat) klopt|verder klopt (?:alles|het))"
    r"(?:[ ,.!]+(?:hoor|zo|dan|en|helder|duidelijk|prima|goed|zeg|wel|verder|allemaal|overzicht|feedback|dit|dat|om te weten))*[ .!]*",
    re.IGNORECASE,
)


def knikt(tekst: str) -> bool:
    """Whether a message only says that the feedback was read ("ok", "helder"), which chooses no point."""
    return is_geheel(_KNIKT, tekst)


_EERSTE_STAP = re.compile(
    rf"{_AANLOOP}(?:wat|wa) (?:nu|nou)(?: dan)?[ .?!]*|"
    rf"{_AANLOOP}(?:wat is|wat wordt) (?:(?:nou|nu|dan|het|ons|onze|de|eigenlijk) )*"
    r"(?:eerste|volgende|logische) (?:wat|dat|stap|ding|actie)\b.*|"
    rf"{_AANLOOP}(?:wat|waar|welk\w*(?: \w+)?|hoe) (?:zou|zouden|raad|raadt|adviseer\w*) (?:jij|je|u|ge|gij)\b.*"
    r"\b(?:eerst|eerste|beginnen|mee starten|ons aan|mij aan|oppakken|aanpakken|prioriteren)\b.*|"
    rf"{_AANLOOP}hoe (?:kunnen|kan|kun) (?:we|wij|je|ik) (?:dat|dit|die|ze|het)(?: (?:nog|verder|meer|beter|dan|nu|vooral))* "
    r"(?:uitbouwen|versterken|sterker maken|vasthouden|ontwikkelen|uitbreiden|verbeteren|aanpakken|laten groeien|oppakken)[ .?!]*|"
    rf"{_AANLOOP}wat is (?:jouw|je|uw|jullie) (?:advies|tip|aanbeveling|voorstel)\b.*|"
    rf"{_AANLOOP}wat (?:moet|moeten|kan|kunnen) (?:ik|we|wij) (?:nu |nou |dan |hier |eigenlijk )*"
    r"(?:mee|met (?:dit|deze|die|al die|de|dat) ?\w*)"
    r"(?: (?:nu|doen|beginnen|aan))*[ .?!]*",
    re.IGNORECASE,
)


def vraagt_vervolg(tekst: str) -> bool:
    """Whether a message asks what comes after the feedback."""
    text = op_een_regel(tekst)
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
    text = op_een_regel(tekst)
    if len(text.split()) > _MEESTE_WOORDEN:
        return None
    return next((name for name, pattern in _KENMERKEN if pattern.search(text)), None)


_RANG = RANGEN | {"laatste": -1}
_PUNT = re.compile(rf"\b({'|'.join(_RANG)}) (?:\w+ )?(?:groei|ontwikkel)?punt\b", re.IGNORECASE)
_UITLEG = re.compile(r"\b(?:leg|uitleg\w*|vertel|meer|bedoel\w*|wat|hoe|snap|toelicht\w*|licht)\b", re.IGNORECASE)


def vraagt_punt(tekst: str) -> int | None:
    """Which point of the feedback a message asks to explain, as an index ("leg dat tweede punt eens uit": 1); else None."""
    found = _PUNT.search(tekst)
    explains = _UITLEG.search(tekst) is not None and len(tekst.split()) <= _MEESTE_WOORDEN
    return _RANG[found[1].lower()] if found and explains else None


_DE_REST = re.compile(
    r"\b(?:de )?rest\b|\b(?:is|was) (?:dit|dat) (?:dan |nu |al )?(?:alles|het)\b|\b(?:overige|andere) punten\b|\bmeer feedback\b",
    re.IGNORECASE,
)


def wil_de_rest(tekst: str) -> bool:
    """Whether a message asks for the rest of the feedback ("en de rest", "is dit alles")."""
    return _DE_REST.search(tekst) is not None and len(tekst.split()) <= 8


_WOORDEN = "|".join((*GENOTEERD, "overgeslagen"))
#: A noted answer; `achter` where it stands behind the verb, since a pattern holds each name once.
_WAARDE, _ACHTER = rf"(?P<waarde>{_WOORDEN})", rf"(?P<achter>{_WOORDEN})"
_STAAT_ER = re.compile(
    rf"\b(?:op|als|bij) {_WAARDE}\b.{{0,20}}\b(?:staat|staan|stond|gezet|genoteerd)\b|"
    rf"\b(?:staat|staan|stond|heb je|hebt u|heeft u)\b.{{0,40}}\b(?:op|als|bij) {_ACHTER}\b",
    re.IGNORECASE,
)
_VRAAGT_NA = re.compile(
    rf"{_AANLOOP}(?:klopt (?:het|dat)|is het (?:zo|waar)|staat|staan|stond|heb je|hebt u|heeft u)\b", re.IGNORECASE
)


def vraagt_na(tekst: str) -> str | None:
    """The answer that a message asks after ("klopt het dat ouders op ja staat": ja); None when it asks no such thing."""
    text = op_een_regel(tekst)
    found = _STAAT_ER.search(text) if _VRAAGT_NA.match(text) else None
    if found is None:
        return None
    word = _woord(found)
    return GENOTEERD.get(word, word)


def _woord(gevonden: re.Match[str]) -> str:
    """The word for an answer in a match, wherever it stands."""
    return str(gevonden["waarde"] or gevonden["achter"]).lower()


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


_TE_STRENG = re.compile(
    rf"\b{_WAARDE}\b(?: (?:zetten|gezet|noemen|geven|invullen))?(?: \w+)? (?:is|was|vind|vinden|lijkt|klinkt|gaat|voelt)\b(?: \w+){{0,3}}? "
    r"(?:streng|hard|overdreven|zwart-?wit|ver|kort door de bocht|cru|flauw|gek|raar|negatief|zwaar|optimistisch|rooskleurig)\b",
    re.IGNORECASE,
)


def vindt_te_streng(tekst: str) -> bool:
    """Whether a message finds an answer too hard or too rosy ("op nee zetten is wel streng"): it does not give that answer."""
    return _TE_STRENG.search(tekst) is not None


_WAAROM_GROEI = re.compile(
    rf"{_AANLOOP}(?:waarom|hoezo|hoe komt het dat)\b.*"
    r"\b(?:groei\w*|ontwikkel\w*|verbeter\w*|werkpunt\w*)\b",
    re.IGNORECASE,
)
_STAAT = re.compile(r"\b(?:staat|staan|zet|hoort|komt|valt|noem\w*)\b", re.IGNORECASE)


def vraagt_waarom_groei(tekst: str) -> bool:
    """Whether a message asks why an element stands among what can grow."""
    return _WAAROM_GROEI.match(tekst) is not None and _STAAT.search(tekst) is not None


_OPNIEUW = re.compile(
    r"\b(?:terug naar|opnieuw naar|nog eens naar) (?:de |die |het )?(?:vraag|antwoord)\b|"
    r"\b(?:vraag|antwoord) (?:over|van|bij) .*\b(?:opnieuw|nog eens|nog een keer|overdoen|over doen)\b",
    re.IGNORECASE,
)


def wil_opnieuw(tekst: str) -> bool:
    """Whether a message goes back to one question of the check that is done ("terug naar de vraag over doelen")."""
    return _OPNIEUW.search(tekst) is not None


_VULT_AAN = re.compile(
    rf"{_AANLOOP}(?:(?:o|oh) ?ja|oja|nog iets|iets vergeten|(?:ik|we|wij) (?:ben|zijn|was|waren) (?:\w+ )?(?:nog )?(?:iets |wat )?vergeten|"
    r"vergeten te (?:zeggen|vertellen|melden))\b(?=.*\b(?:hebben|heeft|krijgen|krijgt|doen|doet|is|zijn|er)\b)",
    re.IGNORECASE,
)


def vult_aan(tekst: str) -> bool:
    """Whether a message adds something that was forgotten ("o ja, we hebben ook ...")."""
    return _VULT_AAN.match(tekst) is not None and not stelt_vraag(tekst) and len(tekst.split()) > 4


_GAAT_NOG_KOMEN = re.compile(r"\b(?:willen|wil|gaan|zouden|volgend\w*|straks|binnenkort|misschien)\b", re.IGNORECASE)
_TELT = re.compile(
    r"\b(?:aantal\w*|keer|maal|oefening\w*|rollenspel\w*|waren|zijn|was|is|stuks|moet\w*|geen|maar)\b|\dx\b",
    re.IGNORECASE,
)


_NIETS_DAN_AANTAL = re.compile(
    r"\W*(?:(?:nee|ja|nou|oh?|eh+m?|het|dat|er|zijn|moet|moeten|is|toch|eigenlijk|zo'?n|ongeveer|een stuk of|stuk of)[ ,]+)*"
    r"[\w-]+(?: (?:zijn|oefeningen|keer|stuks|dus|hoor))*\W*|\W*maak (?:er|daar|daarvan) (?:maar |toch )?[\w-]+ van(?: hoor)?\W*",
    re.IGNORECASE,
)


def alleen_nieuw_aantal(tekst: str) -> str | None:
    """The amount of a message that holds nothing else ("18", "maak er 18 van"); None for any other message."""
    amount = laatste_aantal(tekst) if _NIETS_DAN_AANTAL.fullmatch(tekst) and not stelt_vraag(tekst) else None
    return toon_aantal(amount) if amount and not amount.andere_eenheid else None


def nieuw_aantal(tekst: str) -> str | None:
    """The amount that a message gives to the one element it names ("oefenen waren er geen 12 maar 25"); else None."""
    if (
        stelt_vraag(tekst)
        or weegt_aantal(tekst)
        or kiest_punt(tekst)
        or _GAAT_NOG_KOMEN.search(tekst)
        or telt_mensen(tekst)
        or not _TELT.search(tekst)
    ):
        return None
    amount = laatste_aantal(tekst) if len(tekst.split()) <= _MEESTE_WOORDEN else None
    return toon_aantal(amount) if amount and not amount.andere_eenheid else None


_LIJST = re.compile(
    rf"{_AANLOOP}(?!(?:wat|hoe) (?:is|zijn|betekent|houdt|bedoel\w*) {_WAARDE.replace('waarde', 'zelf')})"
    r"(?:(?:laat|toon|geef|som|zet|noem)\b(?=.*\b(?:wat|welke|alles|alle|punten|onderdelen|elementen|antwoorden|die|waar)\b)"
    r"(?!.*\b(?:op|naar) (?:ja|nee)$).*|(?:wat|welke\w*|waar)\b.*)"
    r"\b(?:op|is|zijn|staat|staan|stond|antwoordden|zeiden|zei|heb|hebben|ik|we|met|alleen|wat|alle) "
    rf"(?:allemaal |nu |alleen |er |we |wij |een )*{_WAARDE}\b"
    r"(?: (?:is|zijn|staat|staan|stond|gezegd|geantwoord|op|ingevuld|zien|heb|hebben))*[ .?!]*",
    re.IGNORECASE,
)


def vraagt_lijst(tekst: str) -> str | None:
    """The answer of which a message wants to see the elements ("laat alleen zien wat nee is"): nee; else None."""
    text = " ".join(tekst.split())
    found = _LIJST.fullmatch(text) if len(text.split()) <= 12 else None
    return GENOTEERD.get(found["waarde"].lower(), found["waarde"].lower()) if found else None


_WEEGT_AANTAL = re.compile(
    r"\b(?:is|zijn|was) \w+\b(?: \w+){0,3}? "
    r"(?:veel|weinig|genoeg|voldoende|goed|normaal|te veel|te weinig|gek)\b|"
    r"\b(?:genoeg|te veel|te weinig|goed|voldoende) of (?:niet|nie|juist)\b",
    re.IGNORECASE,
)


def weegt_aantal(tekst: str) -> bool:
    """Whether a message asks how a number weighs ("70 oefeningen, is dat veel")."""
    return (
        _WEEGT_AANTAL.search(tekst) is not None
        and laatste_aantal(tekst) is not None
        and len(tekst.split()) <= _MEESTE_WOORDEN
    )


_VRAAGT_AANTAL_NA = re.compile(
    r"\bhoeveel\b.*\b(?:staan|stonden|staat|had|heb|hebt|heeft|genoteerd|opgeschreven|ingevuld|gezegd)\b.*"
    r"\b(?:je|jij|u|ik|we|wij|er|genoteerd|staan|opgeschreven|ingevuld|gezegd)\b",
    re.IGNORECASE,
)


def vraagt_aantal_na(tekst: str) -> bool:
    """Whether a message asks which amount was noted ("hoeveel oefeningen had je genoteerd")."""
    return _VRAAGT_AANTAL_NA.search(tekst) is not None and len(tekst.split()) <= _MEESTE_WOORDEN


_ROL = (
    r"(?:mentor\w*|team(?:leiders?)?|docent\w*|leerkracht\w*|leraar|leraren|collega\w*|directi\w*|directeur|rector|conrector|"
    r"afdelingsleiders?|zorg\w+|anti-?pest\w*|ib'?ers?|intern begeleiders?|leerlingbegeleiders?|co[oö]rdinator\w*|ggd|nji|"
    r"jeugdarts|schoolarts|jeugdverpleegkundige|or|mr|ouderraad|leerlingenraad|secties?|vakgroep|klas\w*|leerlingen|"
    r"orthopedagoog|trainers?|decaan|decanen|smw|psycholo\w+|schoolpsycholoog|bestuur|conci[eë]rge|gymdocent\w*|buddy|"
    r"jeugdwerk\w*|clb|gezonde school\w*|maatschappelijk werk\w*|werkgroep|zorgteam|ondersteuningsteam|ouders)"
)
_LIDWOORD = r"(?:(?:de|het|onze|ons|mijn|een|alle|hele|heel|andere|die|al die|eigen|paar|z'n|zijn)\s)*"
_WIE = rf"{_LIDWOORD}{_ROL}(?: (?:onderbouw|bovenbouw|van (?:de|het|onze) \w+|en ik|en wij|zelf))?"
_SAMEN = r"(?:samen met|met|samen|door|iemand van|iemand uit|via|vanuit)"
_MAG = r"(?:denk ik|misschien|liefst|eerst|ook|vooral|wel|dan|samen|natuurlijk|erbij|graag|daarbij|even|maar|hoor)"
_NOEMT_WIE = re.compile(
    rf"{_AANLOOP}(?:(?:dat|we|wij|ik|het) (?:doe|doen|kan|kunnen|pak|pakken|wil|willen|zou|gaan)(?: (?:we|wij|ik|het|dat|er|dit|op))* )?"
    rf"(?:{_MAG} )*(?P<samen>{_SAMEN} )?(?:{_MAG} )*{_WIE}(?:(?:,| en| of)+ {_WIE})*(?:,? {_MAG})*"
    r"(?: (?:moet|kan|zou|gaat|wil|doet|mag|pakt)(?: (?:dat|het|ons|er|hierbij|daarbij|maar|wel))*"
    r"(?: (?:doen|helpen|op|oppakken|kunnen))*)?[ .!]*",
    re.IGNORECASE,
)
_ALLEEN_SAMEN = re.compile(
    rf"{_AANLOOP}(?:samen|met (?:z'?n|zn|ons|zijn) all?en|allemaal samen|iedereen)[ .!]*", re.IGNORECASE
)


def noemt_wie(tekst: str) -> bool:
    """Whether a message says no more than who can help ("samen met de mentor"); parents are a point by themselves."""
    text = op_een_regel(tekst)
    if _ALLEEN_SAMEN.fullmatch(text):
        return True
    found = _NOEMT_WIE.fullmatch(text)
    return found is not None and (found["samen"] is not None or "ouders" not in text.lower()) and not stelt_vraag(text)


_NEEMT_MEE = re.compile(
    rf"{_AANLOOP}(?:(?:ik|we|wij) (?:neem|nemen|bespreek|bespreken|leg|leggen|deel|delen|ga|gaan|overleg|overleggen|kaart|kaarten)\b.*"
    r"\b(?:team\w*|sectie|collega\w*|overleg|vergadering|directie|mentor\w*|studiedag|werkgroep|mee|voor|aan|overleggen|bespreken)\b.*|"
    r"(?:dan )?(?:we|wij|ik) (?:beginnen|begin|starten|start) (?:dan |er )?(?:klein|daarmee|daar maar mee|ermee|rustig|hiermee)\b.*|"
    r"dan (?:beginnen|starten) (?:we|wij) (?:daar|er|hier)(?: maar)? ?mee\b.*|"
    r"(?:we|wij|ik) (?:gaan|ga) (?:er(?:mee)? |daarmee |hiermee )?(?:beginnen|aan de slag|ermee aan de slag|mee aan de slag)[ .!]*|"
    r"aan de slag(?: (?:dus|dan|ermee|maar))*[ .!]*)",
    re.IGNORECASE,
)


def neemt_mee(tekst: str) -> bool:
    """Whether a message tells that the team goes on with the feedback by itself ("ik neem het mee naar de sectie")."""
    text = op_een_regel(tekst)
    return _NEEMT_MEE.fullmatch(text) is not None and len(text.split()) <= _MEESTE_WOORDEN and not stelt_vraag(text)


_BEGINT_BIJ = re.compile(
    r"\b(?:ik|we|wij|laten we)\b.*\b(?:aanpakken|verbeteren|oppakken|versterken|aan werken|mee beginnen|mee starten|beginnen|"
    r"uitbreiden|aan de slag)\b|\bprioriteit\W|\bbelangrijkst\w*\b",
    re.IGNORECASE,
)
_WIL = re.compile(
    r"\b(?:wil|willen|zou|zouden|gaan|ga|moeten|laten we|kunnen|prioriteit|belangrijkst\w*)\b", re.IGNORECASE
)


def begint_bij(tekst: str) -> bool:
    """Whether a message says which point a team wants to take up ("ik wil die ouders aanpakken")."""
    short = len(tekst.split()) <= 12
    return short and bool(_BEGINT_BIJ.search(tekst) and _WIL.search(tekst)) and not stelt_vraag(tekst)


_PUNT_ZELF = re.compile(
    rf"{_AANLOOP}(?:(?:de|het|die|dat|met|bij|voor|aan) )?[\w-]+(?: [\w-]+){{0,2}}"
    r"(?: (?:denk ik|natuurlijk|vooral|wel|lijkt me|misschien|dan|zeker|graag|eigenlijk|uiteraard))*(?:[,.]? want .*)?[ .!]*",
    re.IGNORECASE,
)
_ANTWOORDT = re.compile(r"\b(?:ja|nee|deels|beetje|niet|geen|wel|klopt|moet|half|ontbreekt|doen we)\b", re.IGNORECASE)


def noemt_punt(tekst: str) -> bool:
    """Whether a message does no more than name something, perhaps with why ("ouders denk ik"): it gives no new answer."""
    head = re.split(r"\bwant\b", tekst, maxsplit=1)[0]
    return is_geheel(_PUNT_ZELF, tekst) and not _ANTWOORDT.search(head) and not stelt_vraag(tekst)


_IS_ERG = re.compile(
    rf"{_AANLOOP}(?:is|vind je|vindt u|hoe) (?:het|dat|erg is (?:het|dat))\b(?: \w+){{0,2}}\W+"
    r"(?:erg|een probleem|slecht|raar|vreemd|normaal|jammer|"
    r"dat)\b.*\b(?:staat|staan|missen|ontbreekt|ontbreken|hebben|doen)\b",
    re.IGNORECASE,
)


def vraagt_of_het_erg_is(tekst: str) -> bool:
    """Whether a message asks for a verdict on one answer ("is het erg dat ouders op nee staan")."""
    return _IS_ERG.match(op_een_regel(tekst)) is not None and len(tekst.split()) <= _MEESTE_WOORDEN


_GEZET = re.compile(
    rf"\b(?:op|naar|van) {_WAARDE}\b.{{0,12}}\b(?:zet|zetten|gezet|mag|moet|kan)\b|"
    rf"\b(?:zet|zetten|mag|moet|kan|maak|verander)\b.{{0,30}}\b(?:op|naar) {_ACHTER}\b",
    re.IGNORECASE,
)


def gezette_waarde(tekst: str) -> str | None:
    """The answer that a message wants to stand there in so many words ("op een beetje zetten": deels); else None."""
    found = _GEZET.search(op_een_regel(tekst))
    if found is None or stelt_vraag(tekst):
        return None
    return GENOTEERD.get(_woord(found))


_WEERSPREEKT = re.compile(
    rf"\b(?:heb je|hebt u|heeft u|staat|staan|stond|gaf ik|zei ik)\b(?: \w+){{0,3}} {_WAARDE}\b"
    r"(?: \w+){0,3},? (?:maar|terwijl|alleen|toch)\b",
    re.IGNORECASE,
)


def weerspreekt(tekst: str) -> str | None:
    """The noted answer that a message goes against ("je hebt nee staan maar we hebben een ouderavond": nee); else None."""
    found = _WEERSPREEKT.search(op_een_regel(tekst))
    return GENOTEERD.get(found["waarde"].lower()) if found else None
