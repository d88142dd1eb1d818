"""The order of the conversation, as pure functions: what is asked next, how far we are, what an answer means.

The Rasa actions read the tracker into a `Stand` and write back what these functions return.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Any

from keuzehulp.getallen import GETALLEN, som, som_per_klas, zoals_bedoeld
from keuzehulp.kennisbank.model import BLOKKEN, IMPLEMENTATIE, Element, Kennisbank

FORM = "keuzehulp_form"

#: The form of the strengths talk; its slots are named after the steps of `kracht_gesprek`.
KRACHT_FORM = "kracht_form"

#: Questions about the intervention that come before the elements.
INTAKE = ("interventie", "sector", "doelgroep")

#: Questions that the conversation itself raises; each is asked only while there is a reason.
TUSSENVRAGEN = ("bevestiging", "tegenspraak", "bevestig_voorstel")

#: Answers after which an amount is worth asking.
AANWEZIG = ("ja", "deels")


@dataclass(frozen=True)
class Voortgang:
    """Where a question stands: its number in the block and over all blocks."""

    blok: str
    nr: int
    van: int
    totaal_nr: int
    totaal: int

    def gegevens(self) -> dict[str, Any]:
        """As plain data, for a message's metadata."""
        return dict(vars(self))


@dataclass(frozen=True)
class Stand:
    """What is known in a conversation. Answers are by element id, amounts by element id."""

    antwoorden: Mapping[str, str] = field(default_factory=dict)
    aantallen: Mapping[str, str] = field(default_factory=dict)
    interventie: str | None = None
    sector: str | None = None
    doelgroep: str | None = None
    #: Proposed answers that the school has not confirmed yet: element id -> where it comes from.
    voorstellen: Mapping[str, Any] = field(default_factory=dict)
    te_bevestigen: str | None = None
    #: Contradictions to ask about, first one first: element, eerder, nu and (from a text) zin.
    tegenspraak_over: Sequence[Mapping[str, Any]] = ()
    met_implementatie: bool = False
    #: How often the open question was not answered in a row.
    pogingen: int = 0


def aantal_slot(element_id: str) -> str:
    """The slot that holds the amount asked after this element."""
    return f"{element_id}_aantal"


def kracht_slot(stap: str) -> str:
    """The slot that holds what the team said at a step of the strengths talk."""
    return f"kracht_{stap}"


def alle_slots(kb: Kennisbank) -> tuple[str, ...]:
    """Every slot that the form can ask, in order."""
    slots: list[str] = [*TUSSENVRAGEN, *INTAKE]
    for element in kb.met_vraag:
        slots.append(element.id)
        if element.getalvraag:
            slots.append(aantal_slot(element.id))
    return tuple(slots)


def nodige_slots(kb: Kennisbank, stand: Stand) -> list[str]:
    """The slots that this conversation needs, in the order in which they are asked."""
    slots: list[str] = []
    if stand.te_bevestigen:
        slots.append("bevestiging")
    if stand.tegenspraak_over:
        slots.append("tegenspraak")
    slots.extend(INTAKE)
    for blok in BLOKKEN:
        if voorstellen_in(kb, stand, blok):
            slots.append("bevestig_voorstel")
        slots.extend(_slots_of(kb.blok(blok), stand))
    if stand.met_implementatie:
        slots.extend(_slots_of(kb.implementatie, stand))
    return slots


def _slots_of(elements: Iterable[Element], stand: Stand) -> Iterable[str]:
    for element in elements:
        yield element.id
        if element.getalvraag and stand.antwoorden.get(element.id) in AANWEZIG:
            yield aantal_slot(element.id)


def voorstellen_in(kb: Kennisbank, stand: Stand, blok: str) -> list[str]:
    """Elements of a block with a proposed answer that waits for a yes."""
    return [e.id for e in kb.blok(blok) if e.id in stand.voorstellen]


def blok_met_voorstel(kb: Kennisbank, stand: Stand) -> str | None:
    """The first block in which proposals wait, or None."""
    return next((blok for blok in BLOKKEN if voorstellen_in(kb, stand, blok)), None)


def voortgang(kb: Kennisbank, element_id: str) -> Voortgang:
    """Where an asked element stands. Raises KeyError for an unknown or never asked element."""
    element = kb.elementen[element_id]
    block = kb.blok(element.blok)
    everything = kb.implementatie if element.blok == IMPLEMENTATIE else kb.gevraagd
    if element not in everything:
        raise KeyError(element_id)
    return Voortgang(
        blok=kb.label("blok", element.blok).naam,
        nr=block.index(element) + 1,
        van=len(block),
        totaal_nr=everything.index(element) + 1,
        totaal=len(everything),
    )


def open_elementen(kb: Kennisbank, stand: Stand) -> list[str]:
    """Asked elements of the three blocks that have no answer yet."""
    return [e.id for e in kb.gevraagd if stand.antwoorden.get(e.id) is None]


def te_doen(kb: Kennisbank, stand: Stand) -> list[str]:
    """Asked elements of the three blocks that the school has not answered itself: open ones, and proposals to confirm."""
    return [e.id for e in kb.gevraagd if stand.antwoorden.get(e.id) is None or e.id in stand.voorstellen]


def vorige_slot(kb: Kennisbank, stand: Stand, gevraagd: str | None, eerder: Iterable[str]) -> str | None:
    """The question answered before the open one, for going back; None at the start.

    `eerder` are the questions that were asked in this conversation: what was filled in beforehand is not gone
    back to.
    """
    asked = set(eerder)
    order = [s for s in nodige_slots(kb, stand) if s not in TUSSENVRAGEN and (s in asked or s == gevraagd)]
    before = order[: order.index(gevraagd)] if gevraagd in order else order
    filled = {**stand.antwoorden, **{aantal_slot(e): v for e, v in stand.aantallen.items()}}
    for name in INTAKE:
        filled[name] = getattr(stand, name)
    return next((slot for slot in reversed(before) if filled.get(slot) is not None), None)


_VRAAGNUMMER = re.compile(r"\bvraag (\d{1,2}|een|één|twee|drie|vier|vijf)\b", re.IGNORECASE)
_INTAKEWOORDEN = {
    "interventie": r"(?:naam|interventie|programma)",
    "sector": r"(?:school|schoolsoort|sector|onderwijs)",
    "doelgroep": r"(?:doelgroep|leerlingen|voor wie(?: het is)?)",
}


def vraag_met_nummer(kb: Kennisbank, tekst: str, gevraagd: str | None, van_alle: bool = False) -> str | None:
    """The element whose question has the number in "terug naar vraag 2", in the block that is named or that is open.

    With `van_alle` a number that no block has counts through all of them ("naar vraag 10").
    """
    found = _VRAAGNUMMER.search(tekst)
    if found is None:
        return None
    named = next((b for b in (*BLOKKEN, IMPLEMENTATIE) if re.search(rf"\b{b}\b", tekst, re.IGNORECASE)), None)
    element = kb.elementen.get((gevraagd or "").removesuffix("_aantal"))
    block = kb.blok(named or (element.blok if element else BLOKKEN[0]))
    number = _number(found[1])
    if van_alle and named is None and len(block) < number <= len(kb.gevraagd):
        return kb.gevraagd[number - 1].id
    return block[number - 1].id if 0 < number <= len(block) else None


def eerste_van_blok(kb: Kennisbank, tekst: str) -> str | None:
    """The first question of the block that a message names; None when it names none."""
    named = next((b for b in (*BLOKKEN, IMPLEMENTATIE) if re.search(rf"\b{b}\b", tekst, re.IGNORECASE)), None)
    block = kb.blok(named) if named else ()
    return block[0].id if block else None


def intakevraag(tekst: str) -> str | None:
    """The question of the intake that is named after "de vraag over" or "terug naar"."""
    for slot, words in _INTAKEWOORDEN.items():
        if re.search(rf"\b(?:naar|vraag over|vraag van) (?:de |het |onze )?{words}\W*$", tekst, re.IGNORECASE):
            return slot
    return None


def noem_vraag(kb: Kennisbank, slot: str) -> str:
    """What a question is about, in the middle of a sentence."""
    element = kb.elementen.get(slot.removesuffix("_aantal"))
    names = {"interventie": "de naam", "sector": "de school", "doelgroep": "de doelgroep"}
    return names.get(slot, slot) if element is None else element.korte_naam.lower()


_GETAL = re.compile(r"\d{1,3}|" + "|".join(sorted(GETALLEN, key=len, reverse=True)), re.IGNORECASE)
#: "een" is an article ("een beetje", "een stuk of acht") unless nothing but an exercise or another number follows.
_LIDWOORD = re.compile(r"\been\b(?! (?:of|à|a|tot|oefening)\b)(?!\W*$)", re.IGNORECASE)
#: A number that says which class it is, not how many: "klas 3", "3 havo", "het derde jaar".
_KLAS = re.compile(
    r"\b(?:klas|leerjaar|jaarlaag|groep|havo|vwo|vmbo|mavo|gymnasium|periode|blok)(?:sen)? ?\d(?: ?(?:en|of|t/m|tot|-|,) ?\d)*\b|"
    r"\b[1-6][a-wyz]\b(?! ?\d)|"
    r"\b\d(?:e|de|ste)?[ -]?(?:klas\w*|klassers?|havo|vwo|vmbo|mavo|leerjaar|jaars)\b",
    re.IGNORECASE,
)
#: A number of people or groups: "1 klas", "twee mentoren".
_MENSEN = re.compile(
    rf"\b(?:{_GETAL.pattern}|één|eén|een) (?:(?:hele|enkele|andere|eerste|losse) )?(?:klas|klassen|groep|groepen|"
    rf"secties?|afdeling\w*|vakgroep\w*|leerling\w*|docent\w*|"
    r"leraren|leraar|leerkracht\w*|"
    r"mentor\w*|collega\w*|ouders?|scho(?:ol|len)|team\w*|jongens?|meisjes?|kinderen|kind|jaar|jaren|leerjaren)\b",
    re.IGNORECASE,
)
_EENHEID = (
    r"(?:\w*lessen|\w*les|lesuren|lesuur|bijeenkomst(?:en)?|sessies?|workshops?|weken|week|maanden|maand|dagen|middag|middagen|"
    r"uur|uren|uurtjes?|lesjes?|blokuren|blokuur|dagdelen|dagdeel|ochtend|ochtenden)"
)
_ANDERE_EENHEID = re.compile(rf"\b({_EENHEID})\b", re.IGNORECASE)
#: Numbers of a unit ("acht korte bijeenkomsten", "10 of 12 lessen").
_VAN_EENHEID = re.compile(
    rf"\b({_GETAL.pattern})(?: ?(?:of|à|a|tot|t/m|en|-|–) ?({_GETAL.pattern}))? "
    rf"(?:(?!per\b|keer\b|maal\b|oefen|in\b)[^\W\d]+ )?({_EENHEID})\b",
    re.IGNORECASE,
)
#: A number that says who or what is left out ("iedereen, op twee na"), or how often something else was done.
_IETS_ANDERS = (
    re.compile(rf"\bop (?:{_GETAL.pattern})(?: [^\W\d]+){{0,2}} na\b", re.IGNORECASE),
    re.compile(
        rf"\b(?:{_GETAL.pattern})(?: ?x| keer| keertje| maal)(?: \w+){{0,2}} (?:geprobeerd|uitgeprobeerd|gezien|gehoord|gevraagd|"
        r"mislukt|geflopt|meegekeken|gelezen)\b",
        re.IGNORECASE,
    ),
    # "1 op de 3 lessen": a part of the whole.
    re.compile(
        rf"\b(?:{_GETAL.pattern}) (?:op|van) de (?:{_GETAL.pattern})\b(?:(?: [^\W\d]+){{0,2}} een oefening\b)?",
        re.IGNORECASE,
    ),
    # "Yoga? Doen we 2 keer": the number goes with what is asked back first.
    re.compile(
        r"^\W*(?!(?:hoeveel|aantal|oh?|pff+|poeh?|tja|eh+m?|hm+|nou|geen|weet|goeie|goede|ja|nee|oefen\w*|uitleg\w*|psycho\w*|"
        r"stuk|echt|serieus|ongeveer|sorry|wat|hoe|bedoel\w*|totaal|in)\b)[^\W\d]+(?: [^\W\d]+){0,2} ?\?(?=.*\w).*",
        re.IGNORECASE | re.DOTALL,
    ),
)
_DUUR = re.compile(rf"\b(?:{_GETAL.pattern}) ?(?:minuten|minuut|min|kwartier)\b", re.IGNORECASE)
#: How many there are each time ("per les", "elke week").
_PER_EENHEID = re.compile(rf"\b(?:per|elke|iedere|ieder|elk) (?P<eenheid>{_EENHEID}|keer)\b", re.IGNORECASE)
_TELKENS = re.compile(r"\b(?:telkens|steeds|elk|ieder|elke keer)\b", re.IGNORECASE)
_IN_TOTAAL = re.compile(r"\b(?:totaal|alles bij elkaar|bij elkaar|samen|per (?:school)?jaar)\b", re.IGNORECASE)


MEER, MINDER = "+", "-"
_GRENZEN = (
    (
        MEER,
        re.compile(
            rf"(?<!niet )\b(?:meer dan|boven de|ruim boven de|over de) (?:een stuk of |zo'?n |de )?(?:{_GETAL.pattern})\b|"
            rf"\b(?:{_GETAL.pattern}) ?(?:\+(?! ?\d)|plus\b(?! \w))",
            re.IGNORECASE,
        ),
    ),
    (
        MINDER,
        re.compile(
            rf"(?<!niet )\b(?:minder dan|onder de|nog geen) (?:een stuk of |zo'?n |de )?(?:{_GETAL.pattern})\b",
            re.IGNORECASE,
        ),
    ),
)


@dataclass(frozen=True)
class Aantal:
    """An amount read from a message: lowest and highest number, and whether it counts something else.

    `andere_eenheid` is what is counted instead ("lessen"), or how often that number comes back ("per les").
    `grens` tells that it is more (`MEER`) or less (`MINDER`) than this one number.
    """

    laag: int
    hoog: int
    andere_eenheid: str = ""
    grens: str = ""


def lees_aantal(tekst: str) -> Aantal | None:
    """The amount in a message ("een stuk of twaalf", "10 à 15", "17 lessen"), or None when there is none.

    So many each time, with the number of times, makes the total: "8 lessen met telkens 2 oefeningen" is 16.
    """
    together = samen_geteld(tekst)
    if together:
        return together
    if (per_year := som_per_klas(tekst)) is not None:
        return Aantal(per_year, per_year)
    cleaned = _alleen_getallen(tekst)
    times = list(_VAN_EENHEID.finditer(cleaned))
    counted = _numbers(_VAN_EENHEID.sub(" ", cleaned))
    units = [_number(word) for match in times for word in match.group(1, 2) if word]
    if counted and units:
        if noemt_per_keer(tekst) and len(times) == 1:
            return Aantal(min(units) * min(counted), max(units) * max(counted))
        return Aantal(min(counted), max(counted))
    if units:
        return Aantal(min(units), max(units), times[0][3].lower())
    if not counted:
        return None
    return Aantal(min(counted), max(counted), _other_unit(cleaned), _bound(cleaned) if len(counted) == 1 else "")


def met_grens(aantal: Aantal, tekst: str) -> Aantal:
    """An amount with what the message that holds it says of it: more, less, or just that."""
    return replace(aantal, grens=_bound(tekst)) if aantal.laag == aantal.hoog else aantal


def _bound(text: str) -> str:
    """Whether a number is told as what it is more or less than ("meer dan 20", "twintig plus"); empty when it is the amount."""
    return next((bound for bound, pattern in _GRENZEN if pattern.search(text)), "")


def samen_geteld(tekst: str) -> Aantal | None:
    """The total of things that a message tells side by side ("3 filmpjes en 2 praatjes"); None for anything else."""
    cleaned = _alleen_getallen(tekst)
    total = None if _ANDERE_EENHEID.search(cleaned) else som(cleaned)
    return Aantal(*total) if total else None


def _alleen_getallen(text: str) -> str:
    """The text with the numbers that are meant, and without those of classes, people, minutes and other things."""
    for pattern in _IETS_ANDERS:
        text = pattern.sub(" ", text)
    return _LIDWOORD.sub(" ", _DUUR.sub(" ", _MENSEN.sub(" ", _KLAS.sub(" ", zoals_bedoeld(text)))))


def _numbers(text: str) -> list[int]:
    # "8x" is a number as well.
    return [_number(match) for match in re.findall(rf"\b({_GETAL.pattern})x?\b", text, re.IGNORECASE)]


def _other_unit(text: str) -> str:
    """What a number counts that stands in no words beside its unit: "per les", or the one unit in the message."""
    rate = _PER_EENHEID.search(text)
    if rate and not _IN_TOTAAL.search(text):
        return f"per {rate['eenheid'].lower()}"
    other = _ANDERE_EENHEID.search(text)
    return other[1].lower() if other and not re.search(r"oefen|uitleg|psycho", text, re.IGNORECASE) else ""


def noemt_per_keer(tekst: str) -> bool:
    """Whether a message tells how many there are each time ("per les drie", "met telkens twee oefeningen")."""
    each_time = _PER_EENHEID.search(tekst) or _TELKENS.search(tekst)
    return each_time is not None and _IN_TOTAAL.search(tekst) is None


_RITME = {"wekelijks": "week", "maandelijks": "maand", "dagelijks": "dag"}


def ritme(tekst: str) -> str:
    """How often, in a message without a number ("elke maand wel een keer" is "per maand"); empty when it tells none."""
    rate = _PER_EENHEID.search(tekst)
    adverb = next((unit for word, unit in _RITME.items() if re.search(rf"\b{word}\b", tekst, re.IGNORECASE)), "")
    if re.search(r"\b(?:niet|geen)\b", tekst, re.IGNORECASE):
        return ""
    unit = rate["eenheid"].lower() if rate else adverb
    return f"per {unit}" if unit else ""


def in_woorden(aantal: str, eenheid: str = "") -> str:
    """A stored amount with what it counts: "ongeveer 12 oefeningen", "ongeveer 1 oefening met uitleg", "meer dan 20"."""
    bound = {MEER: "meer dan", MINDER: "minder dan"}.get(aantal[-1:], "ongeveer")
    number = aantal.rstrip(MEER + MINDER)
    unit = eenheid.replace("oefeningen", "oefening", 1) if aantal == "1" else eenheid
    return f"{bound} {number} {unit}".rstrip()


def met_aantal(element: Element, aantal: str) -> str:
    """An element with how many there are of it: "Oefenen: ongeveer 12 oefeningen"."""
    question = element.getalvraag
    return f"{element.naam}: {in_woorden(aantal, question.eenheid if question else '')}"


def telt_mensen(tekst: str) -> bool:
    """Whether the numbers of a message are about a class, people or another thing ("er is 1 klas"), and not about how often."""
    return any(pattern.search(tekst) for pattern in (_KLAS, _MENSEN, *_IETS_ANDERS))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else GETALLEN[word.lower()]


def toon_aantal(aantal: Aantal) -> str:
    """The amount as it is stored: "12", "10-15", "20+" for more than twenty, "5-" for less than five."""
    if aantal.laag != aantal.hoog:
        return f"{aantal.laag}-{aantal.hoog}"
    return f"{aantal.laag}{aantal.grens}"


#: A message from this length on (in characters) is read as a pasted description, not as an answer.
MIN_BESCHRIJVING = 350
#: A shorter one will do when it is written in four sentences or more.
_MIN_IN_ZINNEN = 250
_ZINSEIND = re.compile(r"[.!?]\s+(?=[A-Z])")


def is_beschrijving(tekst: str) -> bool:
    """Whether a message is long enough, and written as a text, to be a pasted description."""
    several = len(tekst) >= _MIN_IN_ZINNEN and len(_ZINSEIND.findall(tekst)) >= 3
    return (len(tekst) >= MIN_BESCHRIJVING or several) and len(set(tekst.lower().split())) >= 30


#: The forms in which a question comes back, attempt after attempt; the domain holds a text for each.
VORMEN = ("anders1", "anders2", "uitweg")

#: After three failed attempts other words are of no use: two ways out take turns.
UITWEGEN = ("later", "uitweg")


def vorm_na(pogingen: int) -> str:
    """The form of the question after this many failed attempts, so that the same sentence never comes twice."""
    if pogingen < len(VORMEN):
        return VORMEN[pogingen]
    return UITWEGEN[(pogingen - len(VORMEN)) % len(UITWEGEN)]


#: Two answers that one message may mean, in the order of the buttons.
TWIJFELPAREN = tuple(combinations(("ja", "deels", "nee", "weet_niet"), 2))


def vorm_bij_twijfel(antwoorden: Collection[str]) -> str | None:
    """The form of the question that offers just these two answers; None when they are not two answers."""
    return next((vorm_van(pair) for pair in TWIJFELPAREN if set(pair) == set(antwoorden)), None)


def vorm_van(paar: Iterable[str]) -> str:
    """The name of that form."""
    return f"twijfel_{'_of_'.join(paar)}"


def opsomming(delen: Iterable[str], woord: str = "en") -> str:
    """Words in a row as people write them: "a, b en c"."""
    items = list(delen)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {woord} {items[-1]}"


def toon_telling(aantal: int) -> str:
    """How many answers there are, as a sentence."""
    return "Er staat 1 antwoord." if aantal == 1 else f"Er staan {aantal} antwoorden."


def toon_stand(stand: Stand) -> str:
    """How many answers the school gave, and how many were filled in beforehand, as sentences."""
    proposed = len([e for e in stand.voorstellen if stand.antwoorden.get(e)])
    own = toon_telling(len(stand.antwoorden) - proposed)
    if not proposed:
        return own
    filled = f"{proposed} vulde ik alvast in; die {'moet' if proposed == 1 else 'moeten'} jullie nog bekijken."
    return filled if proposed == len(stand.antwoorden) else f"{own} Nog {filled}"


def vragen(aantal: int) -> str:
    """A number of questions in words: "1 vraag", "3 vragen"."""
    return "1 vraag" if aantal == 1 else f"{aantal} vragen"


_KIEST_PUNT = re.compile(
    r"\b(?:kies|kiezen|kozen|gekozen|keuze|beginnen|begin|starten|start|gaan (?:we |wij )?voor|pakken|oppakken|aanpakken|"
    r"als eerste|eerst|prioriteit|belangrijkst\w*|punt|stap)\b",
    re.IGNORECASE,
)


def kiest_punt(tekst: str) -> bool:
    """Whether a message says where a team wants to begin, rather than what there is."""
    return bool(_KIEST_PUNT.search(tekst)) and len(tekst.split()) <= 12


def toon_antwoorden(kb: Kennisbank, antwoorden: Mapping[str, str]) -> str:
    """Answers in one line: "Oefenen: ja; Ouders betrekken: een beetje"."""
    return "; ".join(
        f"{kb.elementen[element].korte_naam}: {kb.label('antwoord', answer).naam.lower()}"
        for element, answer in antwoorden.items()
    )


#: The answers of the intake in the words in which they are shown.
SECTOREN = {"vo": "voortgezet onderwijs", "po": "basisonderwijs", "anders": "een andere soort school"}
DOELGROEPEN = {"alle": "alle leerlingen", "klachten": "leerlingen met klachten", "deel": "een deel van de leerlingen"}


def toon_intake(stand: Stand) -> list[str]:
    """For which school and which pupils it is, as far as that was answered."""
    school, group = SECTOREN.get(stand.sector or ""), DOELGROEPEN.get(stand.doelgroep or "")
    return [f"- {head}: {value}" for head, value in (("Soort school", school), ("Voor wie", group)) if value]


def overzicht(kb: Kennisbank, stand: Stand) -> str:
    """All answers so far, the intake first and then by block, as markdown; empty when there is none."""
    lines = toon_intake(stand)
    for blok in (*BLOKKEN, IMPLEMENTATIE):
        elements = [e for e in kb.blok(blok) if stand.antwoorden.get(e.id)]
        if not elements:
            continue
        lines.append(f"**{kb.label('blok', blok).naam}**")
        for element in elements:
            line = f"- {element.naam}: {kb.label('antwoord', stand.antwoorden[element.id]).naam.lower()}"
            amount = stand.aantallen.get(element.id, "")
            line = f"{line} ({in_woorden(amount)})" if amount[:1].isdigit() else line
            lines.append(f"{line} (door mij ingevuld)" if element.id in stand.voorstellen else line)
    return "\n".join(lines)
