"""Questions that have no question mark: the verb stands first and what it is about behind it.

Dutch statements may begin with the verb as well, where "dat" or "daar" is left out in front: "doen we elk jaar", "zit
erin", "krijgen ze in klas 1" answer what was asked. What they leave out stands in a question: "doen ze aan rollenspel",
"is een quiz een andere werkvorm", "moet elke docent meedoen". So a verb asks when both its subject and what it
says of the subject follow, and no word tells a detail of the own lessons.
"""

from __future__ import annotations

import re

from keuzehulp.nlu.begrip import Begrip
from keuzehulp.nlu.vermeldingen import Vermelding

#: Stand in the marked text for an element or a concept, and for a programme.
_IETS, _PROGRAMMA = "#", "@"


def gemerkt(begrip: Begrip) -> str:
    """The words in normal form, with a mark for every element or concept (`#`) and programme (`@`) that is named."""
    plekken: dict[int, tuple[str, int]] = {}
    for vermelding in [*begrip.signalen, *begrip.vermeldingen]:
        soort = _PROGRAMMA if vermelding.ids("interventie") else _IETS
        plekken.update(dict.fromkeys(_plekken(begrip, vermelding), (soort, vermelding.van)))
    uit: list[str] = []
    vorige: tuple[str, int] | None = None
    for plek, woord in enumerate(begrip.woorden):
        hier = plekken.get(plek)
        if woord.is_leesteken or (hier and hier == vorige):
            continue
        vorige = hier
        uit.append(hier[0] if hier else woord.norm)
    return " ".join(uit)


def _plekken(begrip: Begrip, vermelding: Vermelding) -> list[int]:
    """The places of a mention: of one whose words stand apart the word it ends with; none of "aan bod"."""
    van = vermelding.tot - 1 if vermelding.manier == "los" else vermelding.van
    if begrip.woorden[van].norm in _VOORZETSELS:
        return []
    return [plek for plek in range(van, vermelding.tot) if begrip.woorden[plek].norm not in _GRAMMATICA]


_VOORZETSELS = frozenset(["aan", "in", "op", "bij", "met", "van", "voor", "uit", "over", "door", "tot"])
#: Words that stay as they are, also where they are part of a name.
_GRAMMATICA = _VOORZETSELS | frozenset({
    "is", "zijn", "zit", "zitten", "moet", "moeten", "mag", "mogen", "kan", "kunnen", "doen", "doet", "leren", "leert",
    "krijgen", "krijgt", "komt", "komen", "ze", "zij", "we", "wij", "er", "de", "het", "een", "elke", "alle",
})  # fmt: skip

_AANLOOP = r"(?:(?:en|maar|dus|ok|oke|nou|want|hm|zeg|trouwens|eh|sorry|even|of|ja maar) )*"
_GROEP = r"(?:leerlingen|kinderen|jongeren|pubers|docenten|leraren|leerkrachten|mentoren|trainers|ouders|scholen|#)"
_NAAMWOORD = r"(?:een|de|het|elke?|iedere?|alle|die|deze|zo n) (?:(?:hele|goede|nieuwe|eigen|losse|enkele|gewone|andere?) )?(?:[a-z]\w+|#)"
_BIJWOORD = (
    r"(?:(?:dan|ook|daar|nou|nu|eigenlijk|echt|dus|per se|altijd|alleen|zelf|samen|eerst|verplicht|bij @|in @|met @) )*"
)
_VOORZETSEL = r"(?:met|in|bij|door|tijdens|via|op|van|uit|als|over|voor|tot|naar|onder|om|aan|per|binnen|buiten|na)"
_OORDEEL = (
    r"(?:genoeg|voldoende|goed|slecht|fout|verkeerd|veel|weinig|te veel|te weinig|normaal|handig|slim|verstandig|zinvol|nuttig|"
    r"belangrijk|bewezen|nodig|verplicht|beter|hetzelfde|effectief|toegestaan|mogelijk|ok|oke)"
)
#: Infinitives that need no object, so that none can be left out.
_ZONDER_OBJECT = (
    r"(?:meedoen|mee doen|komen|meekomen|langskomen|meewerken|deelnemen|helpen|meehelpen|bewegen|slagen|meepraten|samenwerken|"
    r"(?:aanwezig|erbij|betrokken|bij) zijn|mee|erbij)"
)
_EROVER = r"(?:(?:aan|iets aan|iets met|iets van|ook aan) )?"
_MODAAL = r"(?:moet|moeten|mag|mogen|kan|kunnen|hoeft|hoeven|dienen)"
_VRAAGT = re.compile(
    _AANLOOP
    + "(?:"
    + "|".join(
        (
            # "Doen ze aan rollenspel", "zit er coping in", "krijgen leraren een training".
            rf"(?:doen|leren|krijgen|hebben|oefenen|maken|gebruiken|worden|komen|zijn|gaan|bespreken) (?:ze|zij|{_GROEP}|{_NAAMWOORD}) "
            rf"{_BIJWOORD}{_EROVER}(?:een |de |het |hun |genoeg |veel |ook )?#.*",
            rf"(?:doet|leert|krijgt|heeft|gebruikt|geeft|bevat) (?:{_NAAMWOORD}|@) {_BIJWOORD}{_EROVER}(?:een |de |het )?#.*",
            rf"(?:zit|zitten|is|zijn|wordt|worden|komt|komen) (?:er|daar|daarin) {_BIJWOORD}(?:aan |een |ook een |de |iets (?:aan|"
            rf"van|met|voor) |"
            r"genoeg |veel |rekening \w+ \w+ )?#.*",
            # "Moet elke docent meedoen", "moeten ze doelen opschrijven", "moet elke leerling zichzelf leren kennen".
            rf"{_MODAAL} (?:ze|zij|we|wij|er|{_GROEP}|{_NAAMWOORD}) {_BIJWOORD}"
            rf"(?:{_EROVER}(?:een |de |het |hun |ook )?#|(?:zich\w*|elkaar)\b).*",
            rf"{_MODAAL} (?:{_GROEP}|{_NAAMWOORD}) {_BIJWOORD}{_ZONDER_OBJECT}",
            # "Worden alle ouders uitgenodigd", "worden docenten getraind".
            r"(?:wordt|worden) (?:alle |de )?#",
            rf"(?:wordt|worden) (?:{_GROEP}|{_NAAMWOORD}) {_BIJWOORD}\w*(?:ge|be|ver)\w+(?:d|t|en)",
            # "Moet een psycholoog dat doen".
            rf"{_MODAAL} {_NAAMWOORD} (?:dat|dit|het) {_BIJWOORD}(?:doen|geven|leiden|begeleiden|kunnen)",
            # "Is een quiz een andere werkvorm", "is een studiedag genoeg", "is praten met de mentor coping".
            rf"(?:is|zijn|telt|geldt|werkt) (?!een (?:beetje|stuk|paar|soort)|het (?:plan|doel)|de bedoeling){_NAAMWOORD} {_BIJWOORD}"
            rf"(?:{_OORDEEL}|(?:als |ook |al )?(?:een|de|het) [^ ]+|(?:als |al )?#)(?: (?:[a-z]+|#)){{0,2}}",
            rf"(?:is|zijn) [a-z]{{2,}}en (?:\w+ )*?(?!{_VOORZETSEL} |de |het |een |meer |bijna |vooral )(?:[a-z]+|#) #",
            # What is named is what is asked about: "komt coping in vrienden voor", "is afwisseling nodig".
            rf"(?:is|zijn) # {_BIJWOORD}(?:{_OORDEEL}|(?:een|de|het) \w+|als|#|iets|onderdeel|hetzelfde)\b.*",
            rf"(?:zit|zitten|komt|komen|hoort|horen|telt|tellen|helpt|werkt|geldt|past|valt) # {_BIJWOORD}(?:\w+|@|#)(?: .*)?",
            # "Bewegen ze ook".
            r"# (?:ze|zij|leerlingen|kinderen|jongeren) (?:(?:ook|dan|genoeg|eigenlijk|veel|daar|daarbij) ?)+",
            # A choice: "is sociale steun intern of extern".
            rf"(?:is|zijn|moet|moeten|mag|mogen|kan|kunnen|hoort|telt|geldt|werkt|helpt) (?:#|{_GROEP}|{_NAAMWOORD}|ze #) .*\bof\b .*",
        )
    )
    + ")"
)
#: What is asked stands first: "doelen stellen is dat smart", "vrienden, zit daar oefenen bij".
_NOEMT_EERST = re.compile(
    rf"{_AANLOOP}(?:de |het |een )?(?:"
    r"#(?: [a-z]+)? (?:is|zijn|telt|mag|kan|moet|hoort|valt|geldt|werkt|helpt) (?:dat|dit) (?!(?:ze|we|wij|je|leerlingen|er|de|"
    r"jaar)\b)[^ ]+.*|"
    r"#,? (?:wat|hoe|waarom|wanneer|waar) (?:is|zijn|doen|doet|vinden|vindt|leren|moeten|moet|werkt|helpt|kan|kunnen|zegt|krijgen) "
    r"(?:ze|zij|er|het|dat|dit|je|we|wij|docenten|leerlingen|ouders|mentoren|leraren)\b.*|"
    r"@ (?:is|zijn|zit|doet|heeft|krijg\w*|leren|leert|moet\w*|mag|kan|werkt|geldt|komt|komen|bevat) (?:dat|dit|daar|die|ze|er|"
    r"daarin)\b .+|"
    r"@ \w+ toch (?!niet (?:ons|voor ons)).+)"
)
_WELKE = re.compile(
    rf"{_AANLOOP}(?:(?:in|bij|voor|met|van|uit) )?(?:welke?|wat voor) (?:van )?(?:de |die |jullie )?(?:(?:drie|3|twee|beschreven) ?)*"
    r"(?:programma ?s?|interventies?|methodes?|training(?:en)?)? ?(?:is|zijn|zit|zitten|doet|doen|heeft|hebben|komt|komen|leren|"
    r"krijgen|moeten|"
    r"bevat\w*|gebruik\w*|past|passen|werkt|werken)\b.+"
)
#: What somebody has of the sources, to be confirmed.
_BEVESTIGT = re.compile(
    r"(?:.*@.*|#.*\b(?:is|zijn|hoeft|hoeven|moet|moeten|hoort|telt|bestaat|duurt|heeft)\b.*) (?:he|toch|nietwaar|of niet)"
)
#: The check and the bot are asked about in other ways.
_OVER_DE_CHECK = re.compile(
    r"\b(?:invullen|check|vragenlijst|vraag|vragen|antwoord\w*|keuzehulp|chatbot|gesprek|bewaar\w*|overslaan)\b"
)
#: "Is het een nadeel als we geen ouders hebben": what it would mean is asked, of the own school too.
_IS_HET_ERG = re.compile(
    rf"{_AANLOOP}(?:is|zou) (?:het|dat) {_BIJWOORD}(?:een \w+|{_OORDEEL}|erg|jammer|raar|gek|fout|een goed idee|een slecht idee)"
    r"(?: \w+)? (?:als|wanneer|indien) .+"
)
#: "Is 2 te weinig", "zijn drie lessen genoeg".
_IS_DAT_GENOEG = re.compile(
    rf"{_AANLOOP}(?:is|zijn) (?:\d+|twee|drie|vier|vijf|zes|tien|twintig)(?: [a-z]+)? {_BIJWOORD}{_OORDEEL}"
)
#: Words of who tells of the own lessons, which answer.
_VAN_ONS = re.compile(r"\b(?:wij|we|ons|onze|ik|mijn|hier)\b")
_VERTELT = re.compile(
    r"\b(?:niet|geen|nooit|wel|soms|nog|nauwelijks|weinig|amper|best|zeker|vaak|meestal|regelmatig|inmiddels|sinds|al|weet|weten|beetje|"
    r"(?:les|klas|leerjaar|week|blok|hoofdstuk|module|bijeenkomst|jaar|groep) \d+|(?:elke|iedere|per|een paar|\d+) (?:week|dag|"
    r"maand|periode|keer|jaar)|"
    r"(?:maan|dins|woens|donder|vrij)dag\w*|(?:bij|in|tijdens|onder) (?:de |het )?(?:gym|lo|mentor\w*|gym\w*|bio\w*|brugklas|klas)|"
    r"(?:bij|in|tijdens) (?:de |het )?#|(?:ja|nee|jawel)$)(?!\w)"
)
#: "Krijgen ze uitleg over" leaves "daar" out in front; "zit er oefenen bij" has it.
_LAAT_WEG = re.compile(
    rf"(?!{_AANLOOP}\w+ (?:er|daar)\b|.*(?:\b(?:er|daar)\w+|@)).* {_VOORZETSEL}(?: (?:ge|be|ver|uit|aan)\w+)?"
)


def vraagt_voorop(begrip: Begrip) -> bool:
    """Whether the order of the words asks, be it without a question mark, and nothing in it tells of the own lessons."""
    norm = gemerkt(begrip)
    begint = any(v.van == 0 for v in begrip.vermeldingen)  # "Yes I can" is a name
    if (begrip.eerste is not None and not begint) or begrip.kaal is not None or len(begrip.norm.split()) < _MINSTE:
        return False
    if _OVER_DE_CHECK.search(norm):
        return False
    if _WELKE.fullmatch(norm):
        return re.search(r"\bwe(?:et|ten)\b", norm) is None
    if _IS_HET_ERG.fullmatch(norm) or _IS_DAT_GENOEG.fullmatch(norm):
        return True
    modaal = re.match(rf"{_AANLOOP}(?:{_MODAAL}) (?:we|wij)\b", norm)
    if _VAN_ONS.search(norm) and not modaal:
        return False
    if _BEVESTIGT.fullmatch(norm):
        return True
    if _VERTELT.search(norm) and not re.search(r"\bof\b", norm):
        return False
    return _NOEMT_EERST.fullmatch(norm) is not None or (
        _VRAAGT.fullmatch(norm) is not None and not _LAAT_WEG.fullmatch(norm)
    )


_MINSTE = 3
