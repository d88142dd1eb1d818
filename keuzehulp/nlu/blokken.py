"""One answer for a whole block of the check: "structuur alles nee", "inhoud: alles ja behalve coping"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from keuzehulp.kennisbank import get_kennisbank
from keuzehulp.nlu.bereik import DEELS, JA, NEE, Paar, oordeel
from keuzehulp.nlu.termen import Term
from keuzehulp.nlu.vermeldingen import Vermelding
from keuzehulp.nlu.woorden import Woord
from keuzehulp.nlu.zinsdelen import Zinsdeel

#: The cue of an answer that was given for the whole block.
CUE = "blok"

_NAMEN = {
    "inhoud": "inhoud", "educatief": "educatief", "educatieve": "educatief", "structuur": "structuur",
    "invoering": "implementatie", "implementatie": "implementatie",
}  # fmt: skip
_BLOK = (
    rf"(?:het |dit |dat |de |heel )?(?:blok |deel |onderdeel |kopje )?(?P<blok>{'|'.join(_NAMEN)})"
    r"(?: (?:blok|deel|onderdelen|elementen))?"
)
_ALLES = r"(?:alles|allemaal|alle (?:vijf|vragen|punten|onderdelen|elementen)|het hele blok|helemaal)"
_AANLOOP = r"(?:(?:en|dus|nou|oke|nou ja|voor|bij|van|uit|op|in|qua|wat|betreft) )*"
_BIJ = r"(?:van|in|bij|uit|op|onder|voor)"
#: What may stand around it: an answer, and words that tell nothing else.
_ROND = frozenset({
    "ja", "nee", "wel", "niet", "geen", "niets", "niks", "deels", "soms", "beetje", "een", "klein", "weet", "idee", "ik", "we", "wij",
    "zit", "zitten", "erin", "er", "in", "is", "zijn", "doen", "doet", "hebben", "dat", "het", "die", "ook", "gewoon", "bij", "ons", "hier",
    "aanwezig", "van", "komt", "komen", "terug", "voor", "aan", "bod", "hoor", "eigenlijk", "dus", "alles", "allemaal", "helemaal",
    "volop", "al", "blijft", "nooit", "op", "daar", "onderdeel",
})  # fmt: skip
_VORMEN = (
    re.compile(
        rf"{_AANLOOP}{_BLOK}(?P<rest>(?: (?:is|zijn|doen|hebben|zit|we|wij|dan|dus|gewoon|daar|er))* {_ALLES}(?: .*)?)"
    ),
    re.compile(rf"(?P<voor>(?:\w+ ){{0,3}}){_ALLES} {_BIJ} {_BLOK}(?P<rest>(?: .*)?)"),
    re.compile(rf"(?P<voor>(?:\w+ ){{0,3}}(?:niets|niks) ){_BIJ} {_BLOK}(?P<rest>(?: .*)?)"),
    re.compile(rf"(?:{_BIJ} )?{_BLOK}(?P<rest>(?: \w+){{0,3}} (?:niets|niks)(?: .*)?)"),
)
_KOP = re.compile(rf"{_AANLOOP}{_BLOK}")
_ENKEL = re.compile(
    rf"(?:{_BIJ} )?{_BLOK} (?:doen we |hebben we |is er |zit er |dan )?alleen(?: maar)?(?P<wat>(?: \w+)+)"
)


@lru_cache(maxsize=1)
def elementen() -> dict[str, tuple[str, ...]]:
    """The elements of every block that the check asks about."""
    kb = get_kennisbank()
    return {blok: tuple(e.id for e in kb.blok(blok) if e.gevraagd) for blok in set(_NAMEN.values())}


def vul_aan(woorden: Sequence[Woord], delen: Sequence[Zinsdeel], paren: Sequence[Paar]) -> list[Paar]:
    """The pairs with those that an answer for a whole block adds; what is named itself keeps its own answer."""
    uit = {paar.element: paar for paar in paren}
    for eerste, laatste, blok, waarde in _gevonden(delen):
        for element, paar in list(uit.items()):
            uitzondering = element in elementen()[blok] and paar.cue == "behalve"
            if uitzondering and waarde == NEE:
                # "All of it no, except the parents."
                uit[element] = Paar(element, JA, paar.vermelding, paar.cue, paar.deel)
            elif paar.waarde == JA and not paar.cue and eerste <= paar.deel <= laatste:
                # "Of this block only practising": that one is there for sure.
                uit[element] = Paar(element, JA, paar.vermelding, CUE, paar.deel)
        van, tot = delen[eerste].van, delen[laatste].tot
        for element in elementen()[blok]:
            if element in uit:
                continue
            term = Term("element", element, blok, gevraagd=True)
            hier = Vermelding((term,), van, tot, woorden[van].begin, woorden[tot - 1].eind, "letterlijk")
            uit[element] = Paar(element, waarde, hier, CUE, eerste)
    return list(uit.values())


def _gevonden(delen: Sequence[Zinsdeel]) -> Iterator[tuple[int, int, str, str]]:
    """First and last clause, block and answer, for every block of which all or nothing is told."""
    for nummer, deel in enumerate(delen):
        laatste = nummer
        tekst = deel.tekst
        if _KOP.fullmatch(tekst) and nummer + 1 < len(delen):
            laatste, tekst = nummer + 1, f"{tekst} {delen[nummer + 1].tekst}"
        enkel = _ENKEL.fullmatch(tekst)
        if enkel and not _ROND.issuperset(enkel["wat"].split()):
            yield nummer, laatste, _NAMEN[enkel["blok"]], NEE
            continue
        vorm = next((treffer for patroon in _VORMEN if (treffer := patroon.fullmatch(tekst))), None)
        if vorm is None:
            continue
        rond = f"{vorm.groupdict().get('voor') or ''} {vorm['rest'] or ''}".split()
        if not _ROND.issuperset(rond) or {"helemaal", "is"} <= set(rond):
            continue  # "De inhoud is helemaal niet ..." judges the content
        waarde = _waarde(" ".join(rond), delen[laatste + 1 :])
        if waarde:
            yield nummer, laatste, _NAMEN[vorm["blok"]], waarde


def _waarde(rond: str, daarna: Sequence[Zinsdeel]) -> str | None:
    """The answer that stands around it, or right behind it where nothing else is said there."""
    uitspraak = oordeel(rond)
    if uitspraak is None and daarna and _ROND.issuperset(daarna[0].tekst.split()):
        uitspraak = oordeel(daarna[0].tekst)
    if uitspraak is not None:
        return uitspraak.waarde if uitspraak.waarde in (JA, NEE, DEELS) else None
    return JA
