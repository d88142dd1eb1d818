"""What a message takes back, leaves out or agrees with, and the amounts that it names beside an element.

"Klopt niet" is about what the bot noted, not about what the school does; so is "klopt behalve de ouders".
Pure functions on the text and the places where elements stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from keuzehulp.gesprek import Aantal, lees_aantal
from keuzehulp.getallen import GETALLEN
from keuzehulp.kennisbank.model import Kennisbank
from keuzehulp.nlu.antwoord import heel_antwoord
from keuzehulp.nlu.pijplijn import lees_kort

WAARDEN = ("ja", "deels", "nee", "weet_niet")


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
_KLOPT = re.compile(
    r"\bklopt\b|\bis (?:goed|juist)(?: zo)?\b|\b(?:kan|mag|laat)(?: \w+){0,2} zo (?:blijven|staan)\b", re.IGNORECASE
)
_BEHALVE = re.compile(r"\b(?:behalve|uitgezonderd|met uitzondering van|op|alleen|maar)\b", re.IGNORECASE)
_BEHALVE_ZEKER = re.compile(r"\b(?:behalve|uitgezonderd|met uitzondering van)\b", re.IGNORECASE)
_HOEVEEL = re.compile(r"\b(?:hoeveel|hoe vaak|aantal\w*|precies|exact)\b", re.IGNORECASE)
_TEKENS = " ,.;:!-–"


def waarde_van(tekst: str) -> str | None:
    """The answer that a piece of a message gives as a whole; None when it gives none."""
    value = heel_antwoord(lees_kort(tekst).delen)[0]
    return value if value in WAARDEN else None


def ontkend(tekst: str, plekken: Sequence[Plek], antwoorden: Mapping[str, str]) -> dict[str, str | None]:
    """Stored answers that a message calls wrong, with the answer it gives instead; None when it gives none."""
    found = _KLOPT_NIET.search(tekst)
    if found is None:
        return {}
    wrong = [p for p in plekken if p.begin < found.end() and p.element in antwoorden]
    if not wrong:
        # "Klopt niet, de ouders": what is wrong may come after it.
        wrong = [p for p in plekken if p.element in antwoorden][:1]
        rest = tekst[wrong[0].eind :] if wrong else ""
    else:
        rest = tekst[found.end() :]
    element = wrong[-1].element if wrong else ""
    if not element:
        return {}
    said = rest.strip(_TEKENS)
    value = waarde_van(said) or ("ja" if len(said.split()) > 2 else None)
    return {element: value if value != antwoorden[element] else None}


def uitgezonderd(kb: Kennisbank, tekst: str, plekken: Sequence[Plek], blok: Sequence[str]) -> dict[str, str | None]:
    """Elements of a block that a yes leaves out ("klopt, behalve de ouders, die doen niet mee"), with their answer if given."""
    found = _BEHALVE_ZEKER.search(tekst)
    if found is None:
        return {}
    out = [p for p in plekken if p.begin >= found.end() and p.element in blok]
    out += [p for p in _bij_naam(kb, tekst, found.end(), blok) if p.element not in {o.element for o in out}]
    if not out:
        return {}
    said = tekst[max(p.eind for p in out) :].strip(_TEKENS)
    value = waarde_van(said) if said else None
    return {p.element: value for p in out}


def _bij_naam(kb: Kennisbank, tekst: str, vanaf: int, blok: Sequence[str]) -> list[Plek]:
    """Elements of a block called by the first word of their name; on the screen there is no doubt which is meant."""
    places = []
    for element in blok:
        first = re.split(r"[ -]", kb.elementen[element].naam)[0]
        hit = re.compile(rf"\b{re.escape(first)}\b", re.IGNORECASE).search(tekst, vanaf)
        if hit:
            places.append(Plek(hit.start(), hit.end(), element))
    return places


def stemt_in(tekst: str, plekken: Sequence[Plek], element: str) -> bool:
    """Whether a message only says that what stands at this element is right ("doelen stellen klopt")."""
    if _KLOPT_NIET.search(tekst) or _BEHALVE.search(tekst):
        return False
    part = _stuk(tekst, plekken, element)
    return bool(_KLOPT.search(part))


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


_GETAL = r"(?:\d{1,3}|" + "|".join(sorted((w for w in GETALLEN if w != "een"), key=len, reverse=True)) + ")"
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
_ERVOOR = re.compile(rf"\b({_REEKS}) ?(?:x|×|keer|maal|korte|losse|verschillende)? ?$", re.IGNORECASE)


def genoemde_aantallen(kb: Kennisbank, tekst: str, plekken: Sequence[Plek]) -> dict[str, Aantal]:
    """The amount named beside each element of which an amount is asked ("oefenen, zo'n 20 keer")."""
    found: dict[str, Aantal] = {}
    for place in plekken:
        if place.element in found or not kb.elementen[place.element].getalvraag:
            continue
        hit = _GENOEMD.search(_stuk(tekst, plekken, place.element)) or _ERVOOR.search(tekst[: place.begin])
        amount = lees_aantal(next(filter(None, hit.groups()))) if hit else None
        if amount and not amount.andere_eenheid:
            found[place.element] = amount
    return found


def laatste_aantal(tekst: str) -> Aantal | None:
    """The new amount in a correction: the last number of "maak van de 25 er 18"; None when there is none."""
    numbers = re.findall(rf"\b{_REEKS}\b{_ANDERS}", tekst, re.IGNORECASE)
    return lees_aantal(numbers[-1]) if numbers else None
