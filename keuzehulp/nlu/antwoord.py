"""Bare answers, the answer of a whole message and corrections."""

from __future__ import annotations

import re
from collections.abc import Sequence

from keuzehulp.nlu.bereik import DEELS, JA, NEE, WEET_NIET, oordeel
from keuzehulp.nlu.taal import als_patroon, taal
from keuzehulp.nlu.zinsdelen import Zinsdeel

_NU = als_patroon("nu|intussen|inmiddels|tegenwoordig|ondertussen|dit jaar")
_GEBEURT = als_patroon(
    "wel|wordt|worden|mogen|mag|krijgen|krijgt|hebben|heeft|doen|is er|zijn er|komt|komen|leren|oefenen|geven|geeft|staat|ergens"
)
_NIET_ECHT = als_patroon(
    "wil|willen|zou|zouden|graag|plan|plannen|vroeger|hoop|hopen|mooi|belangrijk|probeer|vind|vinden"
)
_SOORTEN = ("overslaan", "weet_niet", "deels", "nee", "ja")


_DANK = re.compile(r"\bdank (?:je|u) ?wel\b")


def kaal_antwoord(tekst: str) -> str | None:
    """ja, deels, nee, weet_niet or overslaan when the (normalised) text is nothing but that answer."""
    tekst = _DANK.sub(" ", tekst).strip()  # the "wel" of "dank je wel" is no yes
    for poging in (tekst, _zonder_aanloop(tekst)):
        if not poging:
            continue
        for soort in _SOORTEN:
            if taal().kaal[soort].fullmatch(poging):
                return soort
    return None


def _zonder_aanloop(tekst: str) -> str:
    """The text without the little words around an answer ("nou eh ja hoor" -> "ja")."""
    aanloop = taal().aanloop - {"ja", "nee", "niet", "wel"}
    woorden = tekst.split()
    while woorden and woorden[0] in aanloop:
        woorden.pop(0)
    while woorden and woorden[-1] in aanloop:
        woorden.pop()
    return " ".join(woorden)


def eerste_antwoord(delen: Sequence[Zinsdeel]) -> str | None:
    """The bare answer a message starts with ("ja, we doen ..."), if its first part is one."""
    if not delen:
        return None
    soort = kaal_antwoord(delen[0].tekst)
    if soort in (None, "overslaan"):
        return _eerste_woord(delen[0].tekst)
    return soort


def _eerste_woord(tekst: str) -> str | None:
    woorden = tekst.split()
    if not woorden:
        return None
    if woorden[0] in {"nee"} and not (len(woorden) > 1 and woorden[1] in {"zeggen", "leren", "durven"}):
        return NEE
    if woorden[0] in {"ja", "jazeker", "jawel"}:
        return JA
    return None


def heel_antwoord(delen: Sequence[Zinsdeel]) -> tuple[str | None, str]:
    """The answer of a message taken as a whole, with the cue: later parts restrict earlier ones."""
    waarde: str | None = None
    cue = ""
    for nummer, deel in enumerate(delen):
        hier = kaal_antwoord(deel.tekst)
        gevonden = (hier, deel.tekst) if hier in (JA, DEELS, NEE, WEET_NIET) else _uit_cue(deel.tekst)
        if gevonden[0] is None:
            continue
        if waarde is None and gevonden[0] == NEE and nummer and _half(delen[nummer - 1], deel):
            gevonden = (DEELS, f"maar {gevonden[1]}")
        waarde, cue = _voeg_samen(waarde, cue, gevonden, deel)
    return waarde, cue


def _half(eerder: Zinsdeel, deel: Zinsdeel) -> bool:
    """Something happens, but not the whole ("it is mentioned, but not worked out")."""
    if deel.opener not in taal().tegenstelling or len(eerder.tekst.split()) < 3:
        return False
    return bool(_GEBEURT.search(eerder.tekst)) and not _NIET_ECHT.search(eerder.tekst)


def _uit_cue(tekst: str) -> tuple[str | None, str]:
    gevonden = oordeel(tekst)
    return (gevonden.waarde, gevonden.cue) if gevonden else (None, "")


def _voeg_samen(waarde: str | None, cue: str, nieuw: tuple[str | None, str], deel: Zinsdeel) -> tuple[str | None, str]:
    tegen = deel.opener in taal().tegenstelling
    if waarde is None:
        return nieuw
    if _NU.search(deel.tekst) and {waarde, nieuw[0]} == {JA, NEE}:
        # "Used to be not, now it is": the present counts.
        return nieuw
    if waarde == nieuw[0]:
        return waarde, cue
    if DEELS in (waarde, nieuw[0]) and WEET_NIET not in (waarde, nieuw[0]):
        return (DEELS, nieuw[1] if nieuw[0] == DEELS else cue)
    if {waarde, nieuw[0]} == {JA, NEE} and tegen:
        return DEELS, f"{cue} / {nieuw[1]}"
    if waarde == WEET_NIET or nieuw[0] == WEET_NIET:
        return WEET_NIET, cue if waarde == WEET_NIET else nieuw[1]
    return waarde, cue


_REDEN = re.compile(r"\b(?:want|omdat|aangezien|doordat)\b")
#: The answer that was wrong: "te snel ja gezegd" does not tell the new one.
_TE_SNEL = re.compile(
    r"\bte (?:snel|vlug|makkelijk) (?:\w+ )?(?:ja|nee|deels|een beetje) (?:gezegd|ingevuld|geantwoord|gekozen|geklikt)\b"
)


def nieuwe_waarde(tekst: str) -> str | None:
    """The new value in a correction: what stands last ("van ja naar nee" -> nee), before the reason that is given for it."""
    voor_reden = _REDEN.split(tekst, maxsplit=1)[0]
    if voor_reden != tekst and (gegeven := nieuwe_waarde(voor_reden)):
        return gegeven
    tekst = _TE_SNEL.sub(" ", tekst)
    beste: tuple[int, int, str] | None = None
    bezet: list[tuple[int, int]] = []
    for rang, (soort, patroon) in enumerate(taal().correctie.items()):
        for treffer in patroon.finditer(tekst):
            if any(a <= treffer.start() < b for a, b in bezet):
                continue
            bezet.append(treffer.span())
            kandidaat = (treffer.start(), -rang, soort)
            if beste is None or kandidaat > beste:
                beste = kandidaat
    return beste[2] if beste else None


def is_vraag(tekst: str, norm: str) -> bool:
    """Whether the message is a question or a request: it ends in a question mark or opens like one."""
    if "?" in tekst:
        return True
    begin = taal().begin["vraag"].match(norm)
    return bool(begin)
