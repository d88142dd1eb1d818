"""What kind of thing a question asks for (a share, a duration, a grade, names, a view…), and what holds such a thing.

A statement about the right subject is no answer when it holds another kind of thing: who asks how long a course
takes is not helped by what the course is about. `eis` reads what is asked for, `houdt` tells whether statements hold
it; `keuzehulp.beantwoorden` answers with those that do, or says that it is not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from keuzehulp.getallen import GETALLEN
from keuzehulp.kennisbank.model import Uitspraak
from keuzehulp.zoeken import is_generiek, is_stopwoord, stam, vouw, woorden

AANDEEL, DUUR, NAWERKING, KEER, GROOTTE, NAMEN, LAND, WANNEER, LEERJAAR, MENING, WIE, MAKER, REDEN, LIJST = (
    "aandeel",
    "duur",
    "nawerking",
    "keer",
    "grootte",
    "namen",
    "land",
    "wanneer",
    "leerjaar",
    "mening",
    "wie",
    "maker",
    "reden",
    "lijst",
)

#: Words for a list and for what stands in one, whatever it lists.
LIJSTWOORDEN = frozenset(
    {"rijtje", "lijstje", "opsomming", "groepen", "groep", "dingen", "punten", "delen", "stappen", "vormen", "zaken"}
    | {"categorieen", "herken", "herkennen", "hoofdpunten", "onderwerpen", "opnoemen", "opsommen", "gezet", "achter"}
)
_TELWOORD = rf"(?:\d+|{'|'.join(GETALLEN)})"
_GROEP = (
    r"leerlingen|scholieren|jongeren|pubers|kinderen|ouders|docenten|leraren|leerkrachten|mentoren|scholen|schoolleiders|"
    r"directies|ouderraad|medezeggenschapsraad|schoolbestuur|collegas|gebruikers|deelnemers|trainers|experts|deskundigen|mensen|inspectie|ministerie|overheid|"
    r"psychologen|onderwijsraad|politiek|media|nji|ggd|critici|wetenschappers"
)
#: Things that have names: a list of them is a list of names.
_BENOEMD = (
    r"programmas|interventies|trainingen|methodes|onderzoeken|studies|artikelen|publicaties|reviews|scholen|auteurs|"
    r"onderzoekers|organisaties|partners|databanken|databases|landen|gemeenten|schalen|rcts|metaanalyses|analyses"
)
_ONDERZOEK = (
    "onderzoeken",
    "studies",
    "artikelen",
    "publicaties",
    "reviews",
    "onderzoekers",
    "auteurs",
    "rcts",
    "analyses",
)
_TIJD = r"(?:minu\w+|uur|uren|dag|dagen|weken|week|maand\w*|jaar|jaren|schooljaar|schooljaren|leerjaren|keer)"
_WEINIGZEGGEND = frozenset(
    [
        "een",
        "de",
        "het",
        "die",
        "dat",
        "zo",
        "zon",
        "n",
        "zijn",
        "haar",
        "hun",
        "deze",
        "dit",
        "er",
        "die",
        "nou",
        "dan",
        "eigenlijk",
        "gemiddeld",
        "ongeveer",
        "precies",
        "hele",
        "zelf",
    ]
)

#: In order: the first that occurs decides.
_VORMEN: tuple[tuple[str, str], ...] = (
    (
        MENING,
        rf"(?:vinden|vindt|vonden|zeggen|zegt|zeiden|denken|denkt|dachten|ervaren|ervaart|merken) (?:de |onze |hun |andere |veel |zelf )*"
        rf"(?:{_GROEP})(?! (?:samen|vaker|wel) )|(?:mening|meningen|ervaring|ervaringen|"
        rf"tevreden\w*|oordeel|reacties) (?:\w+ )?(?:van|over|met|bij)|"
        r"hoe (?:ervaren|beleven|waarderen|bevalt|beviel)|hoe tevreden|populair",
    ),
    (
        NAWERKING,
        r"hoe ?lang (?:\w+ ){0,6}(?:aan|blijft|blijven|bleef|houdt|beklijft|hangen|standhoud\w*|stand|merkbaar|zichtbaar|na)(?![a-z])|"
        r"hoe ?lang werk\w* (?:\w+ ){0,4}door|langdurig effect|effect op (?:de )?lange termijn|na (?:een|hoeveel) (?:jaar|maanden) nog",
    ),
    (
        AANDEEL,
        r"(?:hoeveel|welke?|wat|hoe hoog|hoe groot) (?:\w+ ){0,4}(?:procent|percentages?|aandeel)|hoeveel %|% van",
    ),
    (
        DUUR,
        r"hoe ?lang|hoeveel (?:tijd|lestijd|minuten|uur|uren|dagen|weken|maanden)|hoeveel jaar|wat is de (?:duur|lengte)",
    ),
    (
        KEER,
        r"hoe (?:vaak|regelmatig|dikwijls)|hoeveel (?:keer|maal)|om de hoeveel",
    ),
    (
        GROOTTE,
        r"hoe (?:groot|hoog|klein|breed|fors|omvangrijk)(?![a-z])|effectgrootte van|met hoeveel (?:\w+ )?(?:toe|omhoog|omlaag)",
    ),
    (
        LAND,
        r"(?:welke?|wat voor) (?:\w+ )?land(?:en)?(?![a-z])|(?:welke?) (?:stad|steden|plaats|plaatsen|provincie|regio|gemeente)",
    ),
    (
        WANNEER,
        r"wanneer (?:is|was|werd|werden|zijn|waren|kwam|komt|komen|verscheen|begon\w*|deed|deden|heeft|hebben|ontstond)|"
        r"welk jaar|sinds wanneer|vanaf wanneer|op welke datum|hoe oud is (?:het|dit|de|"
        r"dat) (?:onderzoek|rapport|studie|artikel|programma|keuzehulp)",
    ),
    (
        LEERJAAR,
        r"welke? (?:klas|klassen|leerjaar|leerjaren|groep|groepen|leeftijd\w*)|hoe oud|hoe jong|vanaf (?:welke|hoeveel) (?:leeftijd|jaar)|"
        r"beste leeftijd|ideale leeftijd",
    ),
    (
        NAMEN,
        rf"(?<!voor )(?:welke|hoe heten|noem|wat zijn|namen van|uit welke|in welke|hoe heetten) (?:de |die |"
        rf"al |alle |dan |namen van |andere )*(?:{_TELWOORD} )?"
        rf"(?:unieke |verschillende |effectieve |onderzochte )*(?:{_BENOEMD})(?![a-z])",
    ),
    (
        MAKER,
        r"wie (?:\w+ ){0,8}(?:gemaakt|bedacht|ontwikkeld|geschreven|opgericht|ontworpen|bedenker|maker|grondlegger|ontwerper|oprichter)|"
        r"(?:door wie|wie) (?:bedacht|maakte|ontwikkelde|ontwierp|schreef)|(?:bedenkers?|makers?|grondlegger) van",
    ),
    (
        WIE,
        r"wie (?:heeft|hebben|zit|zitten|geeft|geven|doet|doen|begeleid\w*|leidt|leiden|voert|"
        r"voeren|is|zijn|was|waren|mag|mogen)|door wie|van wie",
    ),
    (REDEN, r"waarom|hoezo|wat is de reden|om welke reden|waardoor|hoe komt het dat|wat maakt"),
    (
        LIJST,
        rf"(?:welke|wat zijn de|wat zijn|noem|uit welke|in welke) (?:de |die )?(?:{_TELWOORD} )?[a-z]{{4,}}(?:en|s)(?![a-z])",
    ),
)

_PROGRAMMAS = frozenset(("pad", "vrienden", "kanjertraining"))
_ROL = (
    r"docent|leraar|leraren|leerkracht|ouder|begeleider|trainer|decaan|decanen|directie|behandelaar|therapeut|auteur|onderzoeker|"
    r"commissie|instituut|foundation|mensen|schoolteam|medewerker|leerling|jongeren|kinderen|professional|team"
)


@dataclass(frozen=True)
class Eis:
    """The kind of thing asked for; the word for what has it ("hoe lang duurt de cursus": cursus); how many there are."""

    soort: str
    ding: str = ""
    aantal: int = 0


def eis(tekst: str) -> Eis | None:
    """What a question asks for, or None when any statement on its subject may answer it."""
    text = " ".join(woorden(tekst.replace("'", "").replace("’", "")))
    for kind, pattern in _VORMEN:
        found = re.search(rf"(?<![a-z0-9])(?:{pattern})", text)
        if found is None:
            continue
        if kind == KEER and _is_voorkomen(text):
            return Eis(AANDEEL)
        return Eis(kind, _ding(kind, text, found), _aantal(found.group(0)))
    return None


def _is_voorkomen(text: str) -> bool:
    """Whether "hoe vaak" asks how common something is, and not how often it is done in a period."""
    common = re.search(
        r"hoe vaak (?:komt|komen|kwam|kwamen|wordt|worden|werd|werden|is|zit|zitten|zat|zie|ziet|gebruik\w*|betrok\w*|bevat\w*)",
        text,
    )
    rate = re.search(
        r"(?<![a-z])(?:per|bij elkaar|bijeen|samen|week|maand|jaar|dag|herha\w*|moet|moeten|gegeven)(?![a-z])", text
    )
    bare = re.fullmatch(r"(?:en |maar )?hoe vaak(?: (?!doe|doen|geef|geven|oefen|train)[a-z]+){1,3}", text)
    return (common is not None or bare is not None) and rate is None


def _aantal(text: str) -> int:
    for word in text.split():
        if word.isdigit() and len(word) < 4:
            return int(word)
        if word in GETALLEN and word != "een":
            return GETALLEN[word]
    return 0


def _ding(kind: str, text: str, found: re.Match[str]) -> str:
    """The word that what is asked for belongs to: the first telling one after the asking words."""
    if kind in (NAMEN, LIJST):
        return found.group(0).split()[-1]
    if kind == MENING:
        groups = re.search(rf"(?<![a-z])(?:{_GROEP})(?![a-z])", text[found.start() :])
        return groups.group(0) if groups else ""
    if kind == AANDEEL:
        base = re.search(
            r"(?:procent|percentages?|aandeel|%) (?:van )?(?:al |alle |de |het |die |onze )*([a-z]+)", text
        )
        return base.group(1) if base else ""
    if kind not in (DUUR, KEER, GROOTTE) or text[: found.start()].endswith("over "):
        return ""  # "verdeeld over hoeveel jaar" is a duration of what was named before it
    for word in text[found.end() :].split():
        if re.match(
            r"(?:duur|duren|kost|neem|nemen|zijn$|is$|was$|ben|krijg|volg|bested|moet|komt|komen|wordt|worden|heb|heeft)",
            word,
        ):
            continue
        if word in _WEINIGZEGGEND or is_stopwoord(word):
            continue
        return word
    return ""


def houdt(
    asked: Eis, statements: Iterable[Uitspraak], studies: frozenset[str] = frozenset(), vraag: str = ""
) -> list[Uitspraak]:
    """Those of the statements that hold the kind of thing asked for; for names all of them together must do.

    `studies` are the folded names of authors; `vraag` is the question, for what it says of the base of a share.
    """
    pool = list(statements)
    if asked.soort == NAMEN:
        return pool if _genoeg_namen(asked, pool, studies, vraag) else []
    return [s for s in pool if _houdt(asked, s, vouw(vraag))]


def _houdt(asked: Eis, statement: Uitspraak, vraag: str) -> bool:
    text = vouw(statement.tekst)
    figures = bool(statement.cijfers)
    if asked.soort == AANDEEL:
        return _is_aandeel(asked, statement, text, vraag)
    if asked.soort == DUUR:
        text = re.sub(r"\d+ ?(?:-|tot|t/m|en|tot en met) ?\d+ jaar", "", text)  # an age
        period = re.search(
            rf"(?:\d+|{_TELWOORD}|heel|hele|elke|per) ?(?:\w+ )?{_TIJD}|tweedaags\w*|tweejarig\w*|\d+ ?tot \d+ weken",
            text,
        )
        return (period is not None and (figures or "heel" in text)) and _noemt(asked.ding, text)
    if asked.soort == NAWERKING:
        return re.search(r"(?:korte|lange|langere) termijn|na (?:\w+ ){0,2}(?:maanden|jaar)", text) is not None
    if asked.soort == KEER:
        rate = re.search(
            r"keer per|per week|per jaar|elke (?:dag|week|maand|jaar)|elk jaar|jaarlijks|dagelijks|een keer|na twee en vier|na 2 en 4",
            text,
        )
        return rate is not None and _noemt(asked.ding, text)
    if asked.soort == GROOTTE:
        return (figures or "effectgrootte" in text) and _noemt(asked.ding, text)
    if asked.soort == LAND:
        return False
    if asked.soort == WANNEER:
        return re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)|jaren zeventig|corona", text) is not None
    if asked.soort == LEERJAAR:
        return re.search(r"\d+ ?(?:-|tot|t/m|en|tot en met) ?\d+|klas \d|groep \d|\d+ jaar|leerja", text) is not None
    if asked.soort == MENING and asked.ding:
        return _is_mening_van(asked.ding, text)
    if asked.soort == MENING:
        return re.search(r"vind|vond|ervar|ervoer|ervaar|noem|gaven aan|geven aan|waarde|kritisch", text) is not None
    if asked.soort == MAKER:
        return (
            any(c.studie for c in statement.bronnen)
            or re.search(r"schreven|in opdracht van|bedacht|ontwikkeld", text) is not None
        )
    if asked.soort == WIE:
        named = _namen(statement.tekst) - _PROGRAMMAS - set(woorden(vraag))
        return re.search(_ROL, text) is not None or bool(named)
    return True


def _is_mening_van(group: str, text: str) -> bool:
    """Whether a text tells what a group finds: the group beside a verb of finding, and not somewhere else in it."""
    people = rf"(?:{'|'.join(next((g for g in _ZELFDE if group in g), (group,)))})"
    verb = r"(?:vind|vond|ervar|ervoer|ervaar|noem|zag|zien|gaven aan|geven aan|waardeer|kritisch|tevreden)"
    beside = rf"(?<![a-z]){people} (?:\w+ ){{0,4}}{verb}|{verb}\w* (?:\w+ )?{people}|volgens (?:de )?{people}"
    return re.search(beside, text) is not None


def _is_aandeel(asked: Eis, statement: Uitspraak, text: str, vraag: str) -> bool:
    """Whether a statement gives a share, and of the base that the question names."""
    if not any("%" in c or "procent" in c for c in statement.cijfers) and not (
        re.search(r"vaak|procent", vraag)
        and re.search(r"niet voor|geen enkel|geringe mate|weinig voor|komt? \w+ ?vaak", text)
    ):
        return False
    life_skills = "levensvaardigheden" in text
    if re.search(r"veerkracht-?\s?(?:interventie|programma)|(?:gericht|inzetten) op veerkracht|mertens", vraag):
        return not life_skills
    if re.search(r"levensvaardigheden|boustani", vraag):
        return life_skills
    if "intrapersoonlijk" in vraag.replace("-", ""):
        return "intrapersoonlijk" in text.replace("-", "")
    people = re.search(
        rf"(?:procent|percentage|aandeel|%) (?:van )?(?:al |alle |de |het |onze )*({_GROEP})(?![a-z])", vraag
    )
    return people is None or stam(people.group(1)) in {stam(w) for w in woorden(text)}


def _noemt(word: str, text: str) -> bool:
    """Whether a text speaks of what a word stands for: the word itself, or the end of a compound of it."""
    if not word or (is_generiek(stam(word)) and word not in ("les", "lessen", "training", "dag")):
        return True
    stems = {stam(w) for w in woorden(text)}
    if stam(word) in stems:
        return True
    same = next((group for group in _ZELFDE if word in group), ())
    if any(stam(w) in stems for w in same):
        return True
    return any(len(s) > 2 and stam(word).endswith(s) for s in stems if s in ("les", "cursus", "opleiding", "training"))


_ZELFDE = (
    ("opleiding", "scholing"),
    ("ouderavond", "ouderavonden"),
    ("programma", "lesprogramma", "programmas", "interventie"),
    ("bijeenkomst", "bijeenkomsten", "sessie", "sessies"),
    ("leraren", "docenten", "leerkrachten", "docent"),
)


def _namen(text: str) -> set[str]:
    """Words with a capital that open no sentence, and those in capitals."""
    found = {w for m in re.finditer(r"(?<![.!?:] )(?<!^)(?<=[\s(])([A-Z][\w-]+)", text) for w in woorden(m.group(1))}
    return found | {
        w for m in re.finditer(r"(?<!\w)([A-Z]{2,}|[A-Z]\w+training)(?!\w)", text) for w in woorden(m.group(1))
    }


def _genoeg_namen(asked: Eis, pool: list[Uitspraak], studies: frozenset[str], vraag: str) -> bool:
    said = set(woorden(vraag))
    if asked.ding in _ONDERZOEK:
        cited = {c.studie for s in pool for c in s.bronnen if c.studie}
        cited |= {n for s in pool for n in _namen(s.tekst) & studies}
        return len(cited) >= max(asked.aantal, 1)
    if asked.ding in ("landen", "scholen", "gemeenten"):
        return False
    named = (
        set().union(*(_namen(s.tekst) for s in pool)) - studies - said - {"nji", "trimbos", "nederlands", "engels"}
        if pool
        else set()
    )
    return len(named) >= max(asked.aantal, 1)


def lijstigheid(statement: Uitspraak) -> int:
    """How many things a statement lists."""
    text = statement.tekst
    return text.count(",") + text.count(" en ") + text.count(";") + (2 if ":" in text else 0)


def somt_op(word: str, statement: Uitspraak) -> bool:
    """Whether a statement goes on to list what a word stands for ("vier gebieden: zelfbeeld, …")."""
    text = vouw(statement.tekst).replace("'", "")
    place = text.find(word[: max(5, len(word) - 2)])
    return (
        place >= 0 and re.search(r"[,:(]| en |zoals|bijvoorbeeld", text[place + len(word) :].split(".")[0]) is not None
    )


def geeft_reden(statement: Uitspraak) -> bool:
    """Whether a statement says why something is so."""
    return (
        re.search(
            r"(?<![a-z])(?:omdat|doordat|reden|redenen|verklaring|verklaren|verklaard|want|daardoor|"
            r"daarom|zodat|zo kun|zo kan|anders|dan kan|dat kan)(?![a-z])",
            vouw(statement.tekst),
        )
        is not None
    )
