"""The entities of a message: what it is about, as Rasa wants them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from keuzehulp.getallen import GETALLEN
from keuzehulp.nlu.begrip import Begrip
from keuzehulp.nlu.taal import taal
from keuzehulp.nlu.vermeldingen import Vermelding
from keuzehulp.nlu.woorden import is_bekend
from keuzehulp.privacy import vind

#: "een" is mostly an article.
_GETALLEN = {woord: getal for woord, getal in GETALLEN.items() if getal > 1}
_GEEN_AANTAL = {
    "klas",
    "klassen",
    "leerjaar",
    "groep",
    "havo",
    "vwo",
    "vmbo",
    "mavo",
    "lj",
    "jaar",
    "par",
    "paragraaf",
    "figuur",
    "nr",
    "nummer",
}


@dataclass(frozen=True)
class Entiteit:
    """One entity: kind, value, where it stands, and for `antwoord` the role."""

    soort: str
    waarde: str
    begin: int
    eind: int
    rol: str | None = None


def plekken_in_norm(begrip: Begrip) -> tuple[str, list[tuple[int, int, int]]]:
    """The normal forms as one line, with for each word (from, to in that line, word number)."""
    stukken: list[str] = []
    plekken: list[tuple[int, int, int]] = []
    lengte = 0
    for nummer, woord in enumerate(begrip.woorden):
        if woord.is_leesteken:
            continue
        vorm = re.sub(r"[^a-z0-9 ]+", " ", woord.norm).strip()
        plekken.append((lengte, lengte + len(vorm), nummer))
        stukken.append(vorm)
        lengte += len(vorm) + 1
    return " ".join(stukken), plekken


def _in_norm(begrip: Begrip, soort: str, patronen: Mapping[str, re.Pattern[str]]) -> Iterator[Entiteit]:
    lijn, plekken = plekken_in_norm(begrip)
    bezet: list[tuple[int, int]] = []
    for waarde, patroon in patronen.items():
        for treffer in patroon.finditer(lijn):
            nummers = [n for a, b, n in plekken if a < treffer.end() and treffer.start() < b]
            if not nummers or any(a < treffer.end() and treffer.start() < b for a, b in bezet):
                continue
            bezet.append(treffer.span())
            yield Entiteit(soort, waarde, begrip.woorden[nummers[0]].begin, begrip.woorden[nummers[-1]].eind)


def _ander_woord(vermelding: Vermelding, tekst: str) -> bool:
    """Whether a programme was only found by another form of its name, which is a word of its own ("een vriend")."""
    vorm = tekst[vermelding.begin : vermelding.eind].lower()
    genoemd = {kandidaat.tekst.lower() for kandidaat in vermelding.kandidaten}
    return (
        " " not in vorm and vorm not in genoemd and any(naam.startswith(vorm) for naam in genoemd) and is_bekend(vorm)
    )


def _genoemd(vermelding: Vermelding, vraagzin: bool, tekst: str) -> Iterator[Entiteit]:
    interventies = vermelding.ids("interventie")
    if interventies and _ander_woord(vermelding, tekst):
        return
    if interventies:
        yield Entiteit("interventie", interventies[0], vermelding.begin, vermelding.eind)
        return
    begrippen = vermelding.ids("begrip")
    element = vermelding.element(vraagzin)
    eerste = vermelding.kandidaten[0]
    if element and not (vraagzin and eerste.soort == "begrip" and eerste.naam):
        yield Entiteit("element", element, vermelding.begin, vermelding.eind)
    elif begrippen:
        yield Entiteit("begrip", begrippen[0], vermelding.begin, vermelding.eind)


def _aantallen(begrip: Begrip) -> Iterator[Entiteit]:
    for nummer, woord in enumerate(begrip.woorden):
        vorige = begrip.woorden[nummer - 1].norm if nummer else ""
        if vorige in _GEEN_AANTAL or vorige == "§":
            continue
        waarde = woord.norm if woord.norm.isdigit() and len(woord.norm) <= 4 else str(_GETALLEN.get(woord.norm, ""))
        if waarde:
            yield Entiteit("aantal", waarde, woord.begin, woord.eind)


def persoonsgegevens(tekst: str) -> list[Entiteit]:
    """Kinds of personal data in the raw text; the value is the kind, never the data itself."""
    return [Entiteit("persoonsgegeven", v.soort, v.begin, v.eind) for v in vind(tekst)]


def entiteiten(begrip: Begrip) -> list[Entiteit]:
    """All entities except `antwoord`, which depends on the intent."""
    uit: list[Entiteit] = []
    for vermelding in begrip.vermeldingen:
        uit.extend(_genoemd(vermelding, begrip.vraag, begrip.tekst))
    uit.extend(_aantallen(begrip))
    uit.extend(_in_norm(begrip, "verwijzing", taal().verwijzing))
    uit.extend(_in_norm(begrip, "sector", taal().sector))
    uit.extend(_in_norm(begrip, "doelgroep", taal().doelgroep))
    uit.extend(persoonsgegevens(begrip.tekst))
    return sorted(uit, key=lambda e: (e.begin, e.eind))
