"""What a message takes back, leaves out or agrees with, and the amounts that it names beside an element.

"Klopt niet" is about what the bot noted, not about what the school does; so is "klopt behalve de ouders".
Pure functions on the text and the places where elements stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from keuzehulp.gesprek import Aantal, lees_aantal, met_grens, noemt_per_keer, samen_geteld
from keuzehulp.getallen import GETALLEN
from keuzehulp.kennisbank.model import Kennisbank
from keuzehulp.nlu.antwoord import eerste_antwoord, heel_antwoord, kaal_antwoord, nieuwe_waarde
from keuzehulp.nlu.pijplijn import lees_kort
from keuzehulp.tekst import is_geheel, op_een_regel

#: The answers by the words in which people repeat what was noted.
GENOTEERD = {"ja": "ja", "nee": "nee", "deels": "deels", "een beetje": "deels", "weet ik niet": "weet_niet"}


class Plek(NamedTuple):
    """Where a message names an element."""

    begin: int
    eind: int
    element: str


_KLOPT_NIET = re.compile(
    r"\b(?:klopt|kloppen)(?: (?!en\b|maar\b)\w+){0,2}? (?:niet|niks|niets)\b(?: (?:meer|helemaal|echt|zo|hoor|meer zo)\b)*|"
    r"\bniet (?:klopt|kloppen)\b|\b(?:is|zijn|staat)(?: \w+){0,2} (?:fout|verkeerd|onjuist|niet juist)\b",
    re.IGNORECASE,
)
_ALLEEN_KLOPT_NIET = re.compile(
    r"(?:\W*\b(?:nee|maar|oh?|hm+|wacht|hé|eh)\b)*\W*(?:(?:dat|dit|het|er|daar|wat er staat|mijn antwoord|iets) )?"
    r"(?:klopt|is|was)(?: (?:toch|helemaal|er|echt|eigenlijk|hier|iets))* (?:niet|fout|verkeerd|onjuist)"
    r"(?: (?:goed|juist|hoor|helemaal|meer|zo))*[ .!]*",
    re.IGNORECASE,
)
_OVERGESLAGEN = re.compile(r"\b(?:overgeslagen|oversloeg|oversloegen|(?:sloeg|sloegen|over) over)\b", re.IGNORECASE)
_TOCH_DOEN = re.compile(
    r"\b(?:toch|nog|alsnog|nu|even)\b.*\b(?:doen|invullen|beantwoorden|antwoorden|zien|stellen|maken|terug)\b|"
    r"\b(?:terug|naar|beantwoord\w*)\b",
    re.IGNORECASE,
)
#: More than one question of the check, with what became of them.
_ALLE_OVERGESLAGEN = re.compile(
    r"\bovergeslagen vragen\b|\bvragen (?:die|welke) (?:\w+ ){0,3}(?:overgeslagen|oversloeg\w*|(?:sloeg|sloegen) over)\b|"
    r"\bwat (?:ik|we|wij) (?:\w+ ){0,2}(?:overgeslagen|oversloeg\w*)\b|\balles? wat (?:\w+ ){0,3}overgeslagen\b",
    re.IGNORECASE,
)
_NIET_GEWETEN = re.compile(
    r"\bvragen (?:die|welke|waar\w*) (?:\w+ ){0,3}(?:niet (?:wist\w*|weten|weet|zeker)|geen antwoord|weet niet|weet ik niet)\b|"
    r"\bwat (?:ik|we|wij) (?:\w+ ){0,2}niet (?:wist\w*)\b",
    re.IGNORECASE,
)
_ALSNOG = re.compile(
    r"\b(?:alsnog|opnieuw|terug|toch|nog (?:eens|een keer|even)|stel\w*|doen|doe|beantwoord\w*|invul\w*|vul|langs|"
    r"afmaken|aanvullen)\b",
    re.IGNORECASE,
)
_KLOPT = re.compile(
    r"\bklopt\b|\bis (?:goed|juist)(?: zo)?\b|\b(?:kan|mag|laat)(?: \w+){0,2} zo (?:blijven|staan)\b", re.IGNORECASE
)
_BEHALVE = re.compile(r"\b(?:behalve|uitgezonderd|met uitzondering van|op|alleen|maar)\b", re.IGNORECASE)
_BEHALVE_ZEKER = re.compile(r"\b(?:behalve|uitgezonderd|met uitzondering van)\b", re.IGNORECASE)
#: "Klopt, op de training na": the rest is right.
_OP_NA = re.compile(r"\bop\b(?=(?: [\w-]+){1,4} na\b)", re.IGNORECASE)
#: A new answer is told, not asked for ("sociale vaardigheden moet ja", "zet ouders op nee").
_OPDRACHT = re.compile(
    r"\bmoet(?:en)?(?: (?:wel|dus|gewoon|toch|eigenlijk|nu|op|naar))* (?:ja|nee|deels|een beetje|weet ik niet)\b|"
    r"\b(?:mag|mogen|kan)(?: (?:wel|gewoon|toch|eigenlijk|nu))* (?:op|naar) (?:ja|nee|deels|een beetje|weet ik niet)\b|"
    r"^\W*(?:klopt|dat klopt)\W+(?:alleen|behalve)\b|"
    r"^\W*(?:nee |sorry |ho )?(?:zet|maak|verander|noteer|pas|wijzig)\b.*\b(?:op|van|in|naar|als|aan)\b",
    re.IGNORECASE,
)
#: The rest of what is on the screen is right, whatever else the message mends.
_REST_KLOPT = re.compile(
    r"\b(?:klopt|kloppen)\b(?! (?:\w+ ){0,2}(?:niet|niks|niets)\b)|\b(?:de )?rest (?:is |wel |allemaal )*(?:goed|juist|prima|ok|oke|ja)\b|"
    r"\bverder (?:is |wel |alles |allemaal )*(?:goed|juist|prima|ok|oke)\b",
    re.IGNORECASE,
)
_OORDEELT = re.compile(
    r"\b(?:klop\w*|juist|correct|akkoord|eens|oneens|goed|prima|precies|inderdaad|ok[eé]?|top|zo is het|deels|grotendeels|"
    r"meeste|alles|allemaal|niks|niets|onzin|fout|verkeerd|helemaal|zo)\b",
    re.IGNORECASE,
)
_VERBETERT = re.compile(
    r"\b(?:toch|alsnog|eigenlijk|inmiddels|ondertussen|intussen|tegenwoordig|sinds kort|sinds dit jaar|oja|o ja|oh ja|vergeten|"
    r"wel degelijk|bij nader inzien|niet (?:mee )?eens|oneens|klopt niet|fout|verkeerd|"
    r"maar half|moet(?:en)? (?:\w+ ){0,3}(?:zijn|ja|nee|worden)|(?:is|was) (?:ja|nee|een beetje)|verander|wijzig|zet)\b",
    re.IGNORECASE,
)
_HOEVEEL = re.compile(r"\b(?:hoeveel|hoe vaak|aantal\w*|precies|exact)\b", re.IGNORECASE)
_TEKENS = " ,.;:!-–"


def waarde_van(tekst: str) -> str | None:
    """The answer that a piece of a message gives as a whole; None when it gives none."""
    value = heel_antwoord(lees_kort(tekst).delen)[0]
    return value if value in GENOTEERD.values() else None


def ontkend(tekst: str, plekken: Sequence[Plek], antwoorden: Mapping[str, str]) -> dict[str, str | None]:
    """Stored answers that a message calls wrong, with the answer it gives instead; None when it gives none."""
    found = _KLOPT_NIET.search(tekst)
    if found is None:
        return _tegengesproken(tekst, plekken, antwoorden)
    answered = [p for p in plekken if p.element in antwoorden]
    if not answered:
        return {}
    before = [p for p in answered if p.begin < found.end()]
    # "Klopt niet, de ouders": what is wrong may come after it.
    wrong = before[-1] if before else answered[0]
    said = tekst[found.end() if before else wrong.eind :].strip(_TEKENS)
    value = waarde_van(said) or ("ja" if len(said.split()) > 2 else None)
    return {wrong.element: value if value != antwoorden[wrong.element] else None}


def weersproken(
    kb: Kennisbank, tekst: str, plekken: Sequence[Plek], antwoorden: Mapping[str, str]
) -> dict[str, str | None]:
    """As `ontkend`, also where an answered element is called by the first word of its name alone ("doelen")."""
    return ontkend(tekst, plekken or bij_naam(kb, tekst, 0, list(antwoorden)), antwoorden)


_GENOTEERD = "|".join(GENOTEERD)
#: "Doelen was een beetje, niet nee": the noted answer is named and denied.
_NIET_DAT = re.compile(rf"[,;]?\s*\b(?:(?:en|maar|dus) )?(?:niet|geen) (?P<was>{_GENOTEERD})\b", re.IGNORECASE)
#: "Ik drukte op nee": what is noted was a slip.
_VERGIST = re.compile(
    r"[,;.(]?\s*\b(?:(?:want|maar|alleen) )?(?:ik|we|wij) (?:(?:heb|had|hebben|hadden) )?"
    r"(?:(?:per ongeluk|verkeerd|net|eerst|alleen|toen) )*"
    r"(?:druk\w+|klik\w+|tik\w+|typ\w+|koos|kozen|zette?n?|vulde[n]?|zat(?:en)?)\b(?: \w+){0,3}? "
    rf"(?P<was>{_GENOTEERD})\b(?: (?:gedrukt|geklikt|getikt|getypt|gezet|in|ingevuld|aan))?",
    re.IGNORECASE,
)
#: "Die stond op nee maar dat doen we wel": the noted answer is named, and something else comes after it.
_STOND_OP = re.compile(
    rf"\b(?:staat|staan|stond|stonden)(?: \w+){{0,2}}? (?:op|als) (?P<was>{_GENOTEERD})\b\W+"
    r"(?=.*\b(?:maar|terwijl|toch|alleen|zet|verander|wijzig|moet|moest|pas)\b)(?!.*\b(?:klopt|goed|prima)\b)",
    re.IGNORECASE,
)


def _tegengesproken(tekst: str, plekken: Sequence[Plek], antwoorden: Mapping[str, str]) -> dict[str, str | None]:
    """The one stored answer that a message names and goes against, with the answer it gives instead."""
    named = {p.element for p in plekken if p.element in antwoorden}
    denied = _NIET_DAT.search(tekst) or _VERGIST.search(tekst)
    found = denied or _STOND_OP.search(tekst)
    if len(named) != 1 or found is None or tekst.rstrip().endswith("?"):
        return {}
    element, was = named.pop(), GENOTEERD[found["was"].lower()]
    if antwoorden[element] != was:
        return {}
    before = tekst[: found.start()] if denied else ""
    said = nieuwe_waarde(" ".join(re.findall(r"[\w-]+", f"{before} {tekst[found.end() :]}".lower())))
    value = said if said != was else None
    if denied:
        return {element: value} if value else {}
    return {element: value or ("ja" if was == "nee" else None)}


_SNEDE = re.compile(r"[,;]+\s*(?:en )?|(?<=\w{4})\.+\s*(?:en )?|\s+en\s+", re.IGNORECASE)
_OPVULSEL = re.compile(
    r"\b(?:hm+|nou|oh?|maar|en|bij|op|van|over|voor|de|het|onze|die|dat|toch|eigenlijk|liever|zet|zetten|maak|mag|mogen|moet|moeten|"
    r"kan|naar|worden|wordt|zijn|is|gewoon|dan|dus|doe|graag|even|ook)\b",
    re.IGNORECASE,
)
_BEGIN = re.compile(r"\W*(?:(?:hm+|nou|nee|ja|oh?|maar|en|wacht|sorry|eh)\W*)*", re.IGNORECASE)
_SAMEN = re.compile(r"\b(?:allebei|beide|beiden|alletwee|alle (?:twee|drie|vier)|alledrie|samen)\b", re.IGNORECASE)


def rij(kb: Kennisbank, tekst: str, plekken: Sequence[Plek], antwoorden: Mapping[str, str]) -> dict[str, str]:
    """Answers of two or more elements that a message mends, and nothing else ("inzicht een beetje, en doelen ook").

    Empty when any part of it is more than names with an answer: then it is read elsewhere.
    """
    text, start = tekst.strip(" .!"), 0
    found: dict[str, str] = {}
    waiting: list[str] = []
    value: str | None = None
    for piece in _SNEDE.split(text):
        place = text.find(piece, start)
        start = place + len(piece)
        named = [p for p in plekken if place <= p.begin and p.eind <= start]
        named = named or _bij_korte_naam(kb, text, place, start)
        elements = list(dict.fromkeys(p.element for p in named))
        if not elements and not waiting and not found and _BEGIN.fullmatch(piece):
            continue
        said = piece
        for p in sorted(named, reverse=True):
            said = said[: p.begin - place] + " " + said[p.eind - place :]
        together, too = _SAMEN.search(said), re.search(r"\book\b", said, re.IGNORECASE)
        rest = " ".join(re.sub(r"[^\w ]", " ", _OPVULSEL.sub(" ", _SAMEN.sub(" ", said))).split())
        if (not elements and not together) or any(e not in antwoorden for e in elements):
            return {}
        waiting += elements
        given = kaal_antwoord(rest.lower()) if rest else value if too else None
        if rest and given not in GENOTEERD.values():
            return {}
        if given:
            value = given
            found |= dict.fromkeys(waiting, given)
            waiting = []
    return found if len(found) > 1 and not waiting else {}


def _bij_korte_naam(kb: Kennisbank, tekst: str, begin: int, eind: int) -> list[Plek]:
    """The first element between two places that is called by a short name, the longest name first."""
    names = {re.escape(name): element for name, element in kb.namen.items()}
    for element in kb.gevraagd:
        first, *rest = element.korte_naam.lower().split()
        if rest:
            # "Soc. vaardigheden": the first word cut short.
            names[rf"{re.escape(first[:3])}\w*\.? {re.escape(' '.join(rest))}"] = element.id
    for pattern in sorted(names, key=len, reverse=True):
        hit = re.compile(rf"\b{pattern}\b", re.IGNORECASE).search(tekst, begin, eind)
        if hit:
            return [Plek(hit.start(), hit.end(), names[pattern])]
    return []


def uitgezonderd(kb: Kennisbank, tekst: str, plekken: Sequence[Plek], blok: Sequence[str]) -> dict[str, str | None]:
    """Elements of a block that a yes leaves out ("klopt, behalve de ouders, die doen niet mee"), with their answer if given."""
    found = _uitzondering(tekst)
    if found is None:
        return {}
    out = [p for p in plekken if p.begin >= found.end() and p.element in blok]
    out += [p for p in bij_naam(kb, tekst, found.end(), blok) if p.element not in {o.element for o in out}]
    out = out or _met_woord(kb, tekst, found.end(), blok)
    if not out:
        return {}
    said = re.sub(r"^na\b", "", tekst[max(p.eind for p in out) :].strip(_TEKENS)).strip(_TEKENS)
    value = waarde_van(said) if said else None
    return {p.element: value for p in out}


_WOORD = re.compile(r"\W*(?:(?:de|het|die|dat|onze|een) )?(\w+)")


def _met_woord(kb: Kennisbank, tekst: str, vanaf: int, blok: Sequence[str]) -> list[Plek]:
    """The one element of a block of which some name holds the word that stands there ("op de training na")."""
    word = _WOORD.match(tekst, vanaf)
    if word is None:
        return []
    known = {element for name, element in kb.namen.items() if element in blok and word[1].lower() in name.split()}
    return [Plek(word.start(1), word.end(1), known.pop())] if len(known) == 1 else []


def zondert_uit(tekst: str) -> bool:
    """Whether a message leaves something out of what is right ("klopt, op één ding na")."""
    return _uitzondering(tekst) is not None


def _uitzondering(tekst: str) -> re.Match[str] | None:
    return _BEHALVE_ZEKER.search(tekst) or _OP_NA.search(tekst)


def bij_naam(kb: Kennisbank, tekst: str, vanaf: int, blok: Sequence[str]) -> list[Plek]:
    """Elements of a block called by the first word of their name; on the screen there is no doubt which is meant."""
    places = []
    for element in blok:
        first = re.split(r"[ -]", kb.elementen[element].naam)[0]
        hit = re.compile(rf"\b{re.escape(first)}\b", re.IGNORECASE).search(tekst, vanaf)
        if hit:
            places.append(Plek(hit.start(), hit.end(), element))
    return places


_LIDWOORDEN = r"(?:de |het |een |onze |ons |jullie |die |dat )?"
_NA_VOORZETSEL = re.compile(rf"\b(?:naar|over|van|bij|aan) {_LIDWOORDEN}(.+)", re.IGNORECASE)
#: "Die over doelen: nee", "het antwoord bij uitleg, dat is nee", "doelen: nee".
_AANLOOP = r"(?:(?:en|maar|o|oh|oeps|wacht|sorry|trouwens|eh|ja|nee|nog|even)[ ,]+)*"
_AANGESPROKEN = re.compile(
    rf"{_AANLOOP}(?:(?P<over>(?:die|dat|deze|het|de|mijn|ons)(?: (?:antwoord|vraag))? (?:over|van|bij|op) ){_LIDWOORDEN})?"
    r"(?:(?:bij|over|van) )?(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
#: What stands between a name and its answer.
_TEKEN = re.compile(r"\s*[:=]|\s+[-–]\s")
#: So many words has the name of an element at most, as people say it.
_LANGSTE_NAAM = 3


def _met_naam(kb: Kennisbank, tekst: str) -> tuple[str, int] | None:
    """The element whose short name a text starts with, and where that name ends; the longest name first."""
    names = kb.namen
    words = list(re.finditer(r"[^\s:,;.!?]+", tekst))[:_LANGSTE_NAAM]
    for last in reversed(words):
        element = names.get(" ".join(tekst[: last.end()].lower().split()))
        if element:
            return element, last.end()
    return None


def element_na_voorzetsel(kb: Kennisbank, tekst: str) -> str | None:
    """The element that a message names by a short word after "naar", "over" or "bij" ("terug naar doelen")."""
    starts = [match.start(1) for match in _NA_VOORZETSEL.finditer(tekst)]
    while starts and (inner := _NA_VOORZETSEL.search(tekst, starts[-1])):
        starts.append(inner.start(1))
    return next((found[0] for start in reversed(starts) if (found := _met_naam(kb, tekst[start:]))), None)


def aangesproken(
    kb: Kennisbank, tekst: str, plekken: Sequence[Plek], zonder_teken: bool = False
) -> tuple[str, str] | None:
    """The element that a message answers by a short name, with that answer ("doelen: nee", "die over uitleg: nee").

    With `zonder_teken` also a name with nothing but an answer behind it ("doelen nee").
    """
    frame = _AANGESPROKEN.fullmatch(tekst.strip())
    if frame is None or not (frame["over"] or zonder_teken or _TEKEN.search(frame["rest"])):
        return None
    named = _met_naam(kb, frame["rest"])
    if named is None:
        return None
    said = frame["rest"][named[1] :]
    bare = zonder_teken and kaal_antwoord(
        re.sub(r"^\W*moet (.+?)(?: zijn)?$", r"\1", said.strip(" .!").lower()).strip()
    )
    if not (frame["over"] or _TEKEN.match(said) or bare):
        return None
    start = len(tekst.rstrip()) - len(said)
    if any(p.begin > start for p in plekken):
        # "Doelen: nee, oefenen: ja": what comes after is about the next.
        said = re.split(r"[,;.]| en ", said.strip(_TEKENS))[0]
    value = waarde_van(said.strip(_TEKENS))
    return (named[0], value) if value else None


def hint_op_ander(kb: Kennisbank, tekst: str, element: str) -> str | None:
    """The one other asked element that the words of a statement point at; None when it begins with an answer itself."""
    if re.match(r"\W*(?:ja|nee|neen|klopt|verander|laat)\b", tekst, re.IGNORECASE):
        return None
    names = kb.namen
    words = re.findall(r"[\w-]+", tekst.lower())
    hinted = {names[w] for w in words if w in names}
    return next(iter(hinted)) if len(hinted) == 1 and element not in hinted else None


def zegt_klopt_niet(tekst: str) -> bool:
    """Whether a message says only that something is wrong, not what ("dat klopt niet")."""
    return is_geheel(_ALLEEN_KLOPT_NIET, tekst)


_ALLEEN_KLOPT = re.compile(
    r"\W*(?:(?:ja|ok[eé]?|yes|top|prima|mooi)[ ,]+)*(?:(?:dat|dit|het|alles) )?(?:klopt|is (?:juist|goed|correct)|correct)"
    r"(?: (?:helemaal|allemaal|wel|hoor|precies|ja|zo|dat))*[ .!]*",
    re.IGNORECASE,
)


def zegt_klopt(tekst: str) -> bool:
    """Whether a message says only that something is right ("dat klopt")."""
    return is_geheel(_ALLEEN_KLOPT, tekst)


def wil_overgeslagen(tekst: str) -> bool:
    """Whether a message wants to do a question that was skipped ("die overgeslagen vraag wil ik toch doen")."""
    return _OVERGESLAGEN.search(tekst) is not None and _TOCH_DOEN.search(tekst) is not None


def over_te_doen(tekst: str) -> tuple[str, ...]:
    """Which recorded answers a message wants to be asked again, all of them ("stel de overgeslagen vragen alsnog")."""
    if not _ALSNOG.search(tekst):
        return ()
    if _NIET_GEWETEN.search(tekst):
        return ("weet_niet", "overgeslagen")
    return ("overgeslagen",) if _ALLE_OVERGESLAGEN.search(tekst) else ()


def stemt_in(tekst: str, plekken: Sequence[Plek], element: str) -> bool:
    """Whether a message only says that what stands at this element is right ("doelen stellen klopt")."""
    if _KLOPT_NIET.search(tekst) or _BEHALVE.search(tekst):
        return False
    return _KLOPT.search(_stuk(tekst, plekken, element)) is not None


def geeft_opdracht(tekst: str) -> bool:
    """Whether a message tells which answer is to be stored ("sociale vaardigheden moet ja"): there is nothing to ask back."""
    return _OPDRACHT.search(tekst) is not None


def verbetert(tekst: str) -> bool:
    """Whether a message mends an answer, rather than tells of something else."""
    return _VERBETERT.search(tekst) is not None


def rest_klopt(tekst: str) -> bool:
    """Whether a message says that what stands there is right, beside what it mends."""
    return _REST_KLOPT.search(tekst) is not None


def is_oordeel(tekst: str) -> bool:
    """Whether a message judges a block of answers; "twee dagen cursus gehad" does not."""
    begrip = lees_kort(tekst)
    bare = bool(begrip.delen) and eerste_antwoord(begrip.delen) is not None
    return tekst.startswith("/") or len(tekst.split()) < 3 or bare or _OORDEELT.search(tekst) is not None


_JA_VOORAF = re.compile(
    r"^\W*(?:(?:ja|jazeker|zeker|jawel|klopt|volop|inderdaad|wel|dat|doen|we|hebben|oefenen|die|er|zijn|nou|eh)[ ,]+)*",
    re.IGNORECASE,
)
_MAAT = re.compile(
    r"\b(?:ongeveer|circa|een stuk of|stuk of|zo'?n|rond de|iets van|minstens|zeker|tussen de|een keer of)\b|"
    r"\b(?:keer|stuks|oefeningen|rollenspel\w*|maal)\b|\dx\b",
    re.IGNORECASE,
)
_PER = re.compile(
    r"\b(?:per|elke|iedere|week\w*|maand\w*|wekelijks|les(?:sen)?|lesuur|lesuren|module|hoofdstuk|thema|blok|minuten|uur|uren|jaar|jaren)\b",
    re.IGNORECASE,
)


def los_aantal(tekst: str) -> Aantal | None:
    """The amount that a yes brings along ("ja ongeveer tien"); none where the number counts weeks, lessons or a rate."""
    tekst = _PER_JAAR.sub(" ", tekst)
    rest = _JA_VOORAF.sub("", tekst).strip(" .!")
    amount = None if _PER.search(tekst) else lees_aantal(rest)
    clear = _MAAT.search(tekst) or len(rest.split()) <= 2
    return amount if amount and clear and not amount.andere_eenheid else None


#: In a programme that runs for a year, that is the total.
_PER_JAAR = re.compile(r"\bper (?:school)?jaar\b", re.IGNORECASE)
_OM_HET_GETAL = re.compile(
    r"\b(?:keer|maal|stuks|oefeningen|x|een|ongeveer|circa|stuk|of|soms|tot|à|a|en|zo'?n|zo|misschien|denk|ik|we|doen|dat|ligt|eraan|"
    r"ja|nou|pff+|eh+m?|in|totaal|rond|de|het|wel|schat|gok|minstens|zeker|meer|er|aan|hangt|vanaf)\b",
    re.IGNORECASE,
)
#: From so many on, often enough to be there; "twee keer" may be just a little.
_VAAK = 5


def alleen_aantal(tekst: str) -> bool:
    """Whether a message holds nothing but how many times, and that is often ("een keer of vijftien, soms twintig")."""
    amount = los_aantal(tekst)
    if amount is None or amount.laag < _VAAK:
        return False
    rest = re.sub(rf"\b{_GETAL}x?\b", " ", _OM_HET_GETAL.sub(" ", _PER_JAAR.sub(" ", tekst)), flags=re.IGNORECASE)
    return re.search(r"\w", rest) is None


_NIET_GETELD = re.compile(
    r"\b(?:niet|nooit|nog niet) (?:\w+ )?(?:geteld|bijgehouden|gemeten|te (?:tellen|zeggen|schatten))\b|"
    r"\b(?:tel|tellen|hou|houd|houden)\b(?: \w+){0,3} niet\b|\b(?:wisselt|verschilt|geen idee|geen zicht|de tel kwijt|ontelbaar)\b",
    re.IGNORECASE,
)


def telt_niet(tekst: str) -> bool:
    """Whether a message says that nobody counted how many, or that it differs ("niet geteld")."""
    return _NIET_GETELD.search(tekst) is not None


def gaat_over_aantal(tekst: str) -> bool:
    """Whether "weet ik niet" in this message is about how many, not about whether."""
    return bool(_HOEVEEL.search(tekst))


def _stuk(tekst: str, plekken: Sequence[Plek], element: str) -> str:
    """From where an element is first named to where another one is."""
    begin = next((p.begin for p in plekken if p.element == element), None)
    if begin is None:
        return ""
    end = min((p.begin for p in plekken if p.begin > begin and p.element != element), default=len(tekst))
    return tekst[begin:end]


_GETAL = r"(?:\d{1,3}|" + "|".join(sorted(GETALLEN.keys() - {"een", "eentje"}, key=len, reverse=True)) + ")"
_REEKS = rf"{_GETAL}(?: ?(?:à|a|tot|of|-) ?{_GETAL})?"
#: Behind a number: what makes it a number of something else, or a rhythm instead of a total.
_ANDERS = (
    r"(?! ?(?:(?:x|keer|maal) )?(?:per|elke|iedere|in de week|in het jaar|les\w*|bijeenkomst\w*|sessie\w*|we[ek]{2}\w*|weken|uur|uren|"
    r"minu\w+|min\b|jaar|jaren|maand\w*|dag\w*|klas\w*|leerling\w*|docent\w*|scho\w+|groep\w*|procent|%|e\b|de\b|ste\b|havo|vwo|vmbo|mavo))"
)
_VOOR = r"(?:een stuk of|stuk of|zo'?n|zo’n|ongeveer|circa|ca\.?|rond de|minstens|zeker|meer dan|zijn (?:er|het)|(?:er|dat) zijn)"
_GENOEMD = re.compile(
    rf"\b{_VOOR} ({_REEKS})\b{_ANDERS}|\b({_REEKS}) ?(?:x\b|×|keer|maal|stuks|oefening\w*|rollenspel\w*){_ANDERS}",
    re.IGNORECASE,
)
_TELT_ANDERS = re.compile(
    r"(?:les\w*|bijeenkomst\w*|sessie\w*|we[ek]{2}\w*|weken|uur|uren|gastles\w*|\w+lessen|\w+les)\b", re.IGNORECASE
)
_ERVOOR = re.compile(rf"\b({_REEKS}) ?(?:x|×|keer|maal|korte|losse|verschillende)? ?$", re.IGNORECASE)


def genoemde_aantallen(kb: Kennisbank, tekst: str, plekken: Sequence[Plek]) -> dict[str, Aantal]:
    """The amount named beside each element of which an amount is asked ("oefenen, zo'n 20 keer")."""
    found: dict[str, Aantal] = {}
    counted = {p.element for p in plekken if kb.elementen[p.element].getalvraag}
    if noemt_per_keer(tekst):
        # "Elke les 2 oefeningen" is no total; "8 lessen met telkens 2 oefeningen" holds one.
        total = lees_aantal(tekst) if len(counted) == 1 else None
        return {counted.pop(): total} if total and not total.andere_eenheid else {}
    alone = len({p.element for p in plekken}) == 1
    for place in plekken:
        if place.element in found or place.element not in counted:
            continue
        amount = _aantal_bij(tekst, plekken, place)
        if amount and alone:
            amount = samen_geteld(tekst) or amount
        if amount and not amount.andere_eenheid:
            found[place.element] = amount
    return found


def _aantal_bij(tekst: str, plekken: Sequence[Plek], plek: Plek) -> Aantal | None:
    """The amount that stands behind the name of an element, or right before it."""
    hit = _GENOEMD.search(_stuk(tekst, plekken, plek.element))
    if hit is None and not _TELT_ANDERS.match(tekst[plek.begin :]):
        # "Drie lessen over stress" counts lessons, also where those words name the element.
        hit = _ERVOOR.search(tekst[: plek.begin])
    return lees_aantal(next(filter(None, hit.groups()))) if hit else None


_VRAAGWOORD = re.compile(
    r"^\W*(?:en |maar |eh |ja |nou )*(?:hoe|hoeveel|wat|welke?|waarom|wanneer|is|zijn|telt|tellen|mag|mogen|moet|moeten|kan|kun|kunnen|"
    r"bedoel\w*|hoort|horen)\b|\b(?:normaal|genoeg|voldoende|goed|veel|weinig|bedoel\w*|mag|telt)\W*\?",
    re.IGNORECASE,
)


def schat_aantal(tekst: str) -> bool:
    """Whether a message with a question mark gives an amount that is not quite sure ("stuk of 15?"), and asks nothing."""
    return lees_aantal(tekst) is not None and _VRAAGWOORD.search(tekst) is None and _CONCLUDEERT.search(tekst) is None


#: What is concluded from the figures of a source, and asked back ("dus dat moet tussen de 11 en 20 zijn?").
_CONCLUDEERT = re.compile(r"^\W*dus\b.*\b(?:moet|moeten|mag|mogen)\b", re.IGNORECASE)
#: A question whose words hold a number ("hoe zit dat met die 11 tot 20").
_VRAAGT = re.compile(r"^\W*(?:en |maar |eh )*(?:hoe zit|wat is|wat zijn|waarom|waar komt)\b", re.IGNORECASE)


def vraagt_bij_aantal(tekst: str) -> bool:
    """Whether a message with a number asks something, and tells no amount."""
    return (tekst.rstrip().endswith("?") and not schat_aantal(tekst)) or _VRAAGT.search(tekst) is not None


#: The number that it was not ("18 en niet 12").
_NIET_ZOVEEL = re.compile(rf"\b(?:niet|geen|in plaats van|ipv|i\.p\.v\.) {_REEKS}\b(?! keer\b)", re.IGNORECASE)


#: "Klas 1", "leerjaar 3", "vwo 4": which, and not how many.
_WELKE = re.compile(
    rf"\b(?:klas(?:sen)?|leerjaar|leerjaren|jaar|groep|graad|havo|vwo|vmbo|mavo|isk|vraag|blok|hoofdstuk|module|week|les) {_REEKS}\b",
    re.IGNORECASE,
)


def laatste_aantal(tekst: str) -> Aantal | None:
    """The new amount in a correction: the last number of "maak van de 25 er 18"; None when there is none."""
    counts = _WELKE.sub(" ", _NIET_ZOVEEL.sub(" ", tekst))
    numbers = re.findall(rf"\b{_REEKS}\b{_ANDERS}", counts, re.IGNORECASE)
    amount = lees_aantal(numbers[-1]) if numbers else None
    return met_grens(amount, tekst) if amount and len(numbers) == 1 else amount


_CIJFER = r"(\d{1,3})"
_EENHEID = r"(?: (?:keer|maal|x|stuks|oefening\w*|rollenspel\w*|les\w*|filmpjes?))?"
_ANDER_AANTAL = re.compile(
    rf"\b(?:geen|niet) {_CIJFER}{_EENHEID},? (?:maar|wel|eerder)(?: (?:er|zo'?n|ongeveer))* {_CIJFER}\b|"
    rf"\b{_CIJFER}{_EENHEID} (?:klopt niet|is (?:fout|onjuist|verkeerd|niet goed)|was fout),? (?:\w+ ){{0,4}}{_CIJFER}\b|"
    rf"\b(?:die|de|dat) {_CIJFER}{_EENHEID} (?:moet\w*|is|zijn|waren) (?:eigenlijk |toch |er )*{_CIJFER}\b|"
    rf"\b(?:die|de|dat) {_CIJFER}{_EENHEID},? (?:maak|zet|verander|wijzig)\w* (?:(?:daar|er|dat|die|even|maar|toch|in|op) )*{_CIJFER}\b|"
    rf"\b(?:maak|verander|wijzig) (?:van )?(?:die|de|dat) {_CIJFER}{_EENHEID},? (?:(?:er|toch|maar|even|in|naar|een) )*{_CIJFER}\b",
    re.IGNORECASE,
)


_DAT_AANTAL = r"(?:(?:het|dat|die|dit|mijn|ons) )?(?:getal|aantal|cijfer|nummer|(?:die |dat |de )?\d{1,3})(?: \w+)?"
_WIST_AANTAL = re.compile(
    rf"\b(?:haal|haalt|halen|verwijder\w*|wis|schrap|gooi|laat|streep)\b.*\b{_DAT_AANTAL}\b.*\b(?:weg|eruit|eraf|uit|open|leeg|door)\b|"
    rf"\b(?:verwijder|wis|schrap)\b(?: \w+){{0,2}}? {_DAT_AANTAL}\b|"
    rf"\b{_DAT_AANTAL}\b.*\b(?:haal|laat|gooi|streep|mag|mogen|moet|moeten|kan|kun|kunnen)\b.*\b(?:weg|eruit|eraf|uit|open|leeg|door|schrappen|wissen)\b",
    re.IGNORECASE,
)


def wist_aantal(tekst: str) -> bool:
    """Whether a message takes an amount away without a new one ("haal dat getal maar weg"); the answer itself stays."""
    return _WIST_AANTAL.search(tekst) is not None and ander_aantal(tekst) is None and not tekst.rstrip().endswith("?")


def zonder_aantal(tekst: str, aantallen: Mapping[str, str], genoemd: Sequence[str]) -> str | None:
    """The element of which a message takes the amount away: the one it names, with that number, or the only one."""
    if not wist_aantal(tekst):
        return None
    known = {element: amount for element, amount in aantallen.items() if amount[:1].isdigit()}
    named = [element for element in dict.fromkeys(genoemd) if element in known]
    same = [element for element, amount in known.items() if re.search(rf"\b{amount}\b", tekst)]
    meant = same if len(same) == 1 else named or same or list(known)
    return meant[0] if len(meant) == 1 else None


def ander_aantal(tekst: str) -> tuple[str, str] | None:
    """The amount that was told and the one that it must be ("geen 12 maar 25": 12, 25); None when it tells no such pair."""
    found = _ANDER_AANTAL.search(op_een_regel(tekst))
    if found is None or tekst.rstrip().endswith("?"):
        return None
    old, new = [number for number in found.groups() if number is not None]
    return old, new


_ZONDER = re.compile(r"\bzonder (?:(?:de|het|een|die|onze|ons|al|dat|hun) )*$", re.IGNORECASE)


def zonder(kb: Kennisbank, tekst: str, plekken: Sequence[Plek]) -> list[str]:
    """The asked elements that a message leaves out ("Kanjer maar zonder ouders"), in their order."""
    asked = {element.id for element in kb.gevraagd}
    return list(dict.fromkeys(p.element for p in plekken if p.element in asked and _ZONDER.search(tekst[: p.begin])))
