"""Questions about using the check, which no source answers: skipping, stopping half-way, how long it takes, a person to talk to.

Also the commands that are said in more than a word: jump to a question, take the last answer back, see what there is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from keuzehulp.herstel import over_te_doen

_MAG = r"(?:mag|mogen|kan|kun|kunnen|moet|moeten|hoef|hoeven)"
_WIE = r"(?:ik|je|jij|u|we|wij|jullie|men)"
_TUSSEN = r"(?: (?:ook|dan|eventueel|misschien|tussendoor|wel|nog|niet|eens|gewoon|straks|eigenlijk|alles|dit|dat|het|deze|de|nu))*"
_CHECK = r"(?:check|vragenlijst|vragen|keuzehulp|lijst|enquete|gesprek|test|tool|chat|invullen)"
_SLOT = r"(?: (?:dan|ook|nog|eigenlijk|precies|ongeveer|allemaal|in totaal|nu|hier|hoor|of niet))*"


@dataclass(frozen=True)
class Spelregel:
    """One rule of the check: what asks for it, and what is said."""

    id: str
    patroon: re.Pattern[str]
    tekst: str


def _regel(id: str, patroon: str, tekst: str) -> Spelregel:
    return Spelregel(id, re.compile(rf"(?:(?:en|maar|ok|hoi|hallo|vraagje|even|zeg|oh|ja|nou) )*(?:{patroon})"), tekst)


SPELREGELS = (
    _regel(
        "overslaan",
        rf"{_MAG} {_WIE}{_TUSSEN} (?:een vraag|vragen|iets|sommige vragen|een paar vragen|een onderdeel|meer vragen)"
        rf"{_TUSSEN} (?:overslaan|over slaan|skippen|openlaten|open laten){_SLOT}|"
        r"hoe sla (?:ik|je) (?:een vraag|vragen|iets) over",
        "Ja, dat mag altijd: typ *overslaan* bij de vraag. Later kun je zo'n vraag alsnog beantwoorden.",
    ),
    _regel(
        "later",
        rf"(?:kan|kun|mag|mogen|kunnen) {_WIE}{_TUSSEN} (?:morgen|later|straks|volgende week|een andere keer|een ander moment|"
        rf"op een ander moment|tussendoor|halverwege)(?: \w+){{0,3}} (?:afmaken|verder|verdergaan|gaan|doorgaan|stoppen|pauzeren|"
        rf"invullen|terugkomen|terug|doen){_SLOT}",
        "Ja, dat kan. Je antwoorden blijven nog even staan. Typ *stop* als je nu wilt stoppen, en *ga verder* als je terug bent.",
    ),
    _regel(
        "bewaren",
        rf"(?:(?:kan|kun|mag|moet|moeten|kunnen|hoe kan|hoe|waar kan) {_WIE}|word\w*|blijf\w*|zijn|is)"
        r"(?: (?:dit|dat|het|alles|mijn|onze|de|antwoorden|tussendoor|tussentijds|ook|al|nu|eigenlijk|ergens|even|wel|ingevulde|gegevens))*"
        rf" (?:opslaan|saven|tussentijds bewaren|tussendoor bewaren|opgeslagen als ik (?:stop|wegga|sluit)){_SLOT}",
        "Dat gaat vanzelf: je antwoorden blijven nog even staan. Typ *stop* als je nu wilt stoppen, en *ga verder* als je terug bent. "
        "Met *verslag* kun je ze zelf bewaren.",
    ),
    _regel(
        "in_een_keer",
        rf"(?:moet|moeten|hoef|hoeven) {_WIE}{_TUSSEN} (?:in een keer|in een ruk|achter elkaar)(?: \w+){{0,3}}",
        "Nee, dat hoeft niet. Typ *stop* als je wilt stoppen: je antwoorden blijven nog even staan. Met *ga verder* ga je later verder.",
    ),
    _regel(
        "alles_in_een",
        rf"(?:kan|kun|mag|mogen|kunnen) {_WIE}{_TUSSEN} (?:alles|meer(?:dere)? vragen|meer(?:dere)? dingen)"
        r"(?: (?:ook|wel|gewoon|nu))* (?:in een keer|in een bericht|tegelijk|achter elkaar|samen)(?: (?:typen|vertellen|beantwoorden|geven|"
        rf"invullen|schrijven|opschrijven|zeggen|sturen|doen))+{_SLOT}",
        "Ja, dat mag. Vertel in één bericht wat jullie wel en niet doen, of plak jullie eigen beschrijving. "
        "Ik laat zien wat ik eruit haal, en vraag alleen nog wat open is.",
    ),
    _regel(
        "duur",
        rf"hoe ?lang (?:duurt|duren|ben ik|zijn we|doe ik|doen we)(?: \w+){{0,3}} {_CHECK}{_SLOT}|"
        rf"hoe ?lang (?:ben ik|zijn we|doe ik|doen we|doe je)(?: (?:hier|er|hiermee|ermee|erover|over|mee|bezig))+{_SLOT}|"
        rf"hoeveel (?:tijd|minuten) (?:kost|kosten|duurt|duren|neemt|vraagt|vragen)(?: \w+){{0,2}} {_CHECK}(?: in beslag)?{_SLOT}",
        "De vragen duren ongeveer tien minuten. Het zijn er vijftien, na drie korte vragen over de interventie. "
        "Tussendoor stoppen mag: je antwoorden blijven nog even staan.",
    ),
    _regel(
        "meer_programmas",
        r"(?:ik heb|we hebben|wij hebben|ik wil|we willen|wij willen|we doen|wij doen|we gebruiken|wij gebruiken|kan ik|kunnen we|"
        r"mag ik|mogen we)(?: \w+){0,3} (?:twee|drie|2|3|meer|meerdere|verschillende) "
        r"(?:\w*programma s|\w*programma|\w*programmas|interventies|methodes|trainingen|projecten|lessenseries)"
        r"(?: (?:kan|mag|gaat|hoe|tegelijk|allebei|bekijken|invullen|langslopen|checken|doen|samen|naast elkaar)\b.*)",
        "Dat kan, maar één tegelijk: elke check gaat over één programma. Bewaar na de eerste het verslag en typ *opnieuw* voor de "
        "volgende. Programma's die in mijn bronnen beschreven staan, kan ik ook naast elkaar zetten: twee of drie tegelijk.",
    ),
    _regel(
        "voor_een_ander",
        r"(?=.*\b(?:vul|vullen|invul\w*|beantwoord\w*)\b)(?:.* )?(?:voor|namens|in plaats van) (?:een |mijn |onze |de )?"
        r"(?:collega\w*|mentor\w*|docent\w*|team\w*|zorgcoordinator\w*|teamleider\w*|directie|school)(?: \w+){0,4}? "
        r"(?:(?:is|werkt|mag|kan|gaat|lukt|past) (?:dat|dit|het|zoiets)(?: (?:ook|wel|goed|zo))*|(?:invullen|doen|beantwoorden)(?: "
        r"(?:mag|kan) dat)?)|"
        rf"{_MAG} {_WIE}{_TUSSEN} (?:(?:dit|de vragen|de {_CHECK}) )?(?:voor|namens|in plaats van) (?:een |mijn |onze |de "
        rf")?(?:collega\w*|mentor\w*|docent\w*|iemand anders|"
        rf"een ander|team\w*)(?: \w+){{0,2}} (?:invullen|doen|beantwoorden|langslopen){_SLOT}",
        "Ja, dat kan. Kies *weet ik niet* bij wat alleen je collega weet. Met *verslag* maak ik daarna een verslag: "
        "dan kan je collega de antwoorden nalezen.",
    ),
    _regel(
        "waarom",
        rf"(?:waarom|waarvoor) (?:zou|moet|zal|zouden|moeten) {_WIE}(?: \w+){{0,3}}? (?:(?:\w+ )?(?:tijd|minuten)|{_CHECK}|dit|deze "
        rf"{_CHECK}|dit alles)"
        rf"(?: (?:aan|in|voor))?(?: (?:hier|hieraan|dit|deze {_CHECK}))?(?: (?:te )?(?:besteden|steken|doen|invullen|gebruiken|"
        rf"beantwoorden|maken|mee doen))+{_SLOT}|"
        rf"wat levert (?:dit|deze {_CHECK}|de {_CHECK}|het invullen) (?:me|mij|ons|je|op)(?: op)?{_SLOT}",
        "Na de vragen vertel ik wat er bij jullie al is en wat kan groeien, steeds met de bron erbij. Dat kun je als verslag meenemen naar "
        "je team. Het kost ongeveer tien minuten, en stoppen mag altijd.",
    ),
    _regel(
        "mens",
        r"(?:kan|kun|mag|wil|zou) (?:ik|je|we|wij|jij)(?: \w+){0,4} (?:met (?:een|iemand)|een|iemand)(?: (?:echt|echte|menselijk\w*))*"
        r"(?: (?:mens|iemand|persoon|medewerker|adviseur))?(?: \w+){0,2} (?:praten|spreken|bellen|chatten|overleggen)(?: \w+){0,2}|"
        r"(?:ik wil|liever|graag|ik wil liever)(?: \w+){0,2} (?:een|met een) (?:echt |echte )?(?:mens|persoon|medewerker|iemand)"
        r"(?: (?:praten|spreken|bellen|graag))*",
        "Ik ben een chatbot en kan je niet doorverbinden. Een mens kan wel met jullie meedenken: "
        "de Gezonde School-adviseur van jullie GGD, of jullie eigen zorgcoördinator.",
    ),
    _regel(
        "zelf_invullen",
        # "Doe maar" by itself agrees with what was proposed.
        r"(?!(?:dan |gewoon )?doe (?:dat |het |dit )?maar$)(?:(?:dan|doe|wil|kun|kan|zou) )*"
        r"(?:vul|kies|beslis|bepaal|zeg|doe|beantwoord|raad|gok|(?:je|jij|u) )(?: (?:jij|u|zelf|het|t|dit|"
        r"dat|deze|hem|maar|gewoon|eens|wat|iets|een|antwoord|voor|mij|me|ons))*(?: (?:in|invullen|kiezen|beslissen|raden|zelf|jij|maar))+",
        "Dat kan ik niet voor jullie invullen: alleen jullie weten wat er echt gebeurt. "
        "Twijfel je, typ dan *weet ik niet* of *overslaan*.",
    ),
    _regel(
        "taal",
        rf"(?:spreek|versta|begrijp|snap|praat|schrijf|kan|kun|ken|mag|can|could|do|is)(?: (?:je|jij|u|ik|we|you|i|het|dit|ook|"
        rf"eigenlijk|please|continue|speak|talk|switch|go|on|to|dit|de|{_CHECK}))*(?: (?:in|in het|op z n|naar het|naar))? "
        r"(?:engels|english|frans|french|duits|german|arabisch|turks|pools|oekraiens|fries|een andere taal)"
        r"(?: (?:please|aub|alsjeblieft|ook|praten|spreken|typen|schrijven|verder|doen|beschikbaar|here))*",
        "Ik versta en schrijf alleen Nederlands. Kort en slordig typen mag gerust.",
    ),
    _regel(
        "klacht",
        r"(?:waar|hoe|bij wie|kan ik|ik wil)(?: \w+){0,4} (?:een )?klacht(?: \w+){0,3} (?:indienen|kwijt|doen|melden|doorgeven|in)|"
        r"(?:waar|bij wie|hoe) (?:kan|kunnen|moet) (?:ik|we) klagen\b.*|ik wil (?:graag )?(?:een klacht indienen|klagen)\b.*",
        "Een klacht over deze chatbot kun je geven aan wie hem op jullie school of bij jullie bestuur beheert. "
        "Een klacht over een programma hoort bij de aanbieder, of bij jullie eigen schoolleiding.",
    ),
)


@lru_cache(maxsize=16)  # one message is held against every rule
def _plat(tekst: str) -> str:
    """The text in lower case with nothing but words and single blanks."""
    plain = tekst.lower().replace("é", "e").replace("ê", "e").replace("’", " ").replace("'", " ")
    return " ".join(re.sub(r"[^\w -]", " ", plain).split())


def _is(patroon: re.Pattern[str], tekst: str) -> bool:
    """Whether a whole message is what a pattern over plain words describes."""
    return patroon.fullmatch(_plat(tekst)) is not None


def spelregel(tekst: str) -> Spelregel | None:
    """The rule of the check that a message asks about, and nothing else."""
    return next((rule for rule in SPELREGELS if _is(rule.patroon, tekst)), None)


_DUURT_HET = re.compile(
    rf"(?:(?:en|maar|ok|hoi|hallo) )*(?:hoe ?lang (?:duurt|gaat)|hoeveel (?:tijd|minuten) (?:kost|duurt|neemt)) "
    rf"(?:het|dit|dat|deze|zoiets)(?: duren| kosten| in beslag)?{_SLOT}"
)


def vraagt_duur(tekst: str) -> bool:
    """Whether a message asks how long "it" takes, without saying what."""
    return _is(_DUURT_HET, tekst)


def duur() -> str:
    """How long the check takes."""
    return next(rule.tekst for rule in SPELREGELS if rule.id == "duur")


_AANLOOP = r"(?:(?:nee|ja|oh|o|oei|oeps|wacht|sorry|ho|eh|en|maar|even|ok|kun je|kan je|kunt u|wil je|kan ik|mag ik|graag|toch) )*"
_LAATSTE = r"(?:dat|die|dit|het|mijn|de|het laatste|de laatste|dat laatste|die laatste|mijn laatste|de vorige|het vorige|mijn vorige)"
_TERUGDRAAIEN = re.compile(
    rf"{_AANLOOP}(?:(?:{_LAATSTE} )?(?:antwoord )?(?:weer |even |nog |alsnog )*(?:terugdraaien|ongedaan maken|undo)|"
    rf"(?:draai|maak) {_LAATSTE}(?: antwoord)?(?: weer| even| maar)* (?:terug|ongedaan)|"
    r"(?:haal|gooi|wis|verwijder|schrap|doe) (?:de|het|dat|die|mijn) (?:laatste|vorige)(?: antwoord| vraag| ene)?(?: maar| weer)*"
    r"(?: weg| eruit)?)(?: alsjeblieft| aub| graag| hoor)*"
)


def draait_terug(tekst: str) -> bool:
    """Whether a message takes back the last answer ("haal de laatste weg", "kun je dat terugdraaien")."""
    return _is(_TERUGDRAAIEN, tekst)


_NAAR = re.compile(
    rf"{_AANLOOP}(?:(?:ik|we) (?:wil|willen) )?(?:(?:ga|gaan|spring|door|verder|meteen|direct|nu|gelijk|liever|terug) )*naar "
    r"(?:de |het )?(?:vraag \w+(?: van [\w ]+)?|vraag (?:over|van|met) (?:\w+ ){0,3}?\w+|"
    r"(?:blok |vragen over |deel |onderdeel )?(?:inhoud|educatief|structuur|"
    r"implementatie|invoering))(?: (?:gaan|springen|graag|alsjeblieft|aub|toe|maar))*"
)


def springt_naar(tekst: str) -> bool:
    """Whether a message only wants to jump to a question by its number or its subject, or to a block ("ga naar structuur")."""
    return _is(_NAAR, tekst)


_SNAPT = re.compile(
    r"(?:(?:ok|oke|ah|oh|ja|goed|nu) )*(?:(?:dat|ik) )?(?:snap|begrijp|begreep|vat|volg) (?:ik|het|dat|hem|je)?(?: (?:het|dat|hem))?"
    r"(?: (?:wel|al|nu|hoor|helemaal|dank je))*"
)


def snapt_het(tekst: str) -> bool:
    """Whether a message says that the explanation is understood; no answer, and no question either."""
    return "?" not in tekst and _is(_SNAPT, tekst)


_TWEEDE = r"(?:een |het |ons )(?:ander|andere|tweede) (?:programma|interventie|methode|training|project)"
#: Wants to leave this check for one of another programme.
_ANDER_PROGRAMMA = re.compile(
    rf"{_AANLOOP}(?:(?:eigenlijk|liever|nu|toch) )*(?:wil|willen|kan|kunnen|zullen) (?:ik|we|wij)(?: \w+){{0,4}} "
    rf"{_TWEEDE}(?: \w+){{0,2}} (?:doen|bekijken|invullen|langslopen|checken|beginnen|nemen|starten)|"
    rf"{_AANLOOP}(?:ik|we|wij) (?:wil|willen)(?: \w+){{0,4}} {_TWEEDE}(?: \w+){{0,3}}"
)
#: Asks for what there is so far ("geef me alvast wat je hebt").
_GEEF_WAT_ER_IS = re.compile(
    r"(?:(?:nee|ja|ok|maar|dan|oh) )*(?:geef|toon|laat|zeg|vertel)(?: (?:me|mij|ons|maar|dan|even|alvast|al|nu|gewoon))*"
    r"(?: zien)? wat (?:je|er|we) (?:\w+ ){0,2}(?:hebt|heb|is|ligt|staat|hebben|weet)(?: \w+){0,1}"
)
#: Asks for an explanation and names nothing ("leg uit").
_LEG_UIT = re.compile(
    r"(?:(?:kun|kan) (?:je|jij|u) )?(?:(?:dat|het|dit|de vraag) )?(?:leg (?:(?:dat|het|dit|eens|even|de vraag|maar) )*uit|"
    r"(?:dat |het |dit |de vraag )(?:even |eens )?uitleggen|(?:meer )?uitleg)(?: graag| aub| alsjeblieft| eens)*"
)
#: Has lost the open question ("terug naar de vraag", "en nu?"); it goes no question back.
_NAAR_DE_VRAAG = re.compile(
    rf"{_AANLOOP}(?:(?:ga|gaan|keer|kom|we|terug|weer|verder) )*(?:terug naar|verder met) (?:de|deze|onze|jouw|je) "
    r"(?:open |laatste |huidige )?vraag(?: graag| aub| alsjeblieft| maar| dan)*|"
    r"(?:(?:ok|oke|ja|goed|zo|nou|euh|eh) )*(?:en nu|wat nu|en dan nu|waar waren we(?: ook alweer| gebleven)?|waar bleven we)"
    r"(?: dan| precies| verder)?"
)
#: Leaves the open question be ("laat die maar zitten").
_LAAT_MAAR = re.compile(
    rf"{_AANLOOP}laat (?:(?:die|deze|dit) (?:vraag )?|de vraag )(?:maar |even |gewoon |voor nu )*"
    r"(?:zitten|liggen|schieten|zo|weg|varen)(?: hoor| maar)?"
)
#: Asks who else reads what is typed ("lezen ze dit mee op school").
_LEEST_MEE = re.compile(
    r"(?:(?:en|maar|zeg|euh|hoe zit het|wie) )*(?:(?:kan|kunnen|kijkt|kijken|leest|lezen|ziet|zien|krijgt|krijgen|mag|mogen|gaat|gaan) )"
    r"(?:(?:de|het|mijn|onze|een|hun|ons|ze|er|iemand|anderen|jullie|men|hier|dit|dat|nu|ook|eigenlijk|directie|directeur|rector|bestuur|baas|"
    r"teamleider|afdelingsleider|leiding|schoolleiding|collega s|ict|systeembeheer|trimbos|inspectie|nog|van|school|op|in|"
    r"wat|ik|typ|type|hier|zeg|invul|mijn|antwoorden|gesprek|chat) )*"
    r"(?:mee|meelezen|meekijken|dit mee|"
    r"(?:dit|dat|het|mijn antwoorden|wat ik (?:hier )?(?:typ|type|invul|zeg))(?: (?:zien|lezen|te zien))?)"
    r"(?: (?:op|van|bij) (?:de |onze )?(?:school|bestuur|directie))?"
)
#: Behind a comparison: the own programme beside it ("en met ons?").
_WIJ_ZELF = r"(?:ons|onze|het onze|die van ons|ons eigen(?: programma)?|ons programma)"
_MET_ONS = re.compile(
    rf"(?:(?:en|maar|ook|nu) )*(?:met|naast|tegenover|versus) {_WIJ_ZELF}(?: erbij| ernaast| dan| nog| ook)*|"
    rf"(?:(?:en|maar|nu|zet|leg|ook) )+{_WIJ_ZELF} (?:er ?(?:ook )?(?:bij|naast)|ernaast|erbij)"
)
#: What each of these asks for, at any moment and only while a question is open; the first that fits decides.
_DADEN = ((_TERUGDRAAIEN, "delete_data"), (_LEEST_MEE, "privacy"))
_DADEN_ZONDER_VRAAG = ((_MET_ONS, "compare"),)
_DADEN_BIJ_VRAAG = (
    (_LAAT_MAAR, "skip"),
    (_NAAR, "go_back"),
    (_ANDER_PROGRAMMA, "restart"),
    (_GEEF_WAT_ER_IS, "summary"),
    (_LEG_UIT, "repeat_question"),
    (_NAAR_DE_VRAAG, "repeat_question"),
)


def daad_van(tekst: str, vraag_open: bool) -> str | None:
    """The act of a message that is about using the check; None for another message."""
    if spelregel(tekst) is not None:
        return "help"
    if over_te_doen(tekst):
        return "correct"
    acts = (*_DADEN, *(_DADEN_BIJ_VRAAG if vraag_open else _DADEN_ZONDER_VRAAG))
    return next((act for pattern, act in acts if _is(pattern, tekst)), None)
