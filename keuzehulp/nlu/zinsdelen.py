"""Parts of a sentence: every part can carry its own answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from keuzehulp.nlu.taal import taal
from keuzehulp.nlu.woorden import Woord, platte_tekst

_GEDICTEERD = {"komma": ",", "punt": "."}
_ZINSEINDE = frozenset({".", "!", "?", "\n", "..", "...", "…"})


@dataclass(frozen=True)
class Zinsdeel:
    """Words van..tot (exclusive) with the word or mark that opens them."""

    nummer: int
    zin: int
    van: int
    tot: int
    opener: str
    tekst: str


#: Words around an "and" that is part of one expression.
_VAST_EN = frozenset({("hier", "daar"), ("nu", "dan")})


def _vast(woorden: Sequence[Woord], plek: int) -> bool:
    """Whether an "and" joins nothing but two words of one expression ("hier en daar")."""
    return 0 < plek < len(woorden) - 1 and (woorden[plek - 1].norm, woorden[plek + 1].norm) in _VAST_EN


def _is_scheiding(woorden: Sequence[Woord], plek: int) -> bool:
    lijst = taal()
    woord = woorden[plek]
    if woord.norm in lijst.leestekens or _is_gedicteerd_teken(woorden, plek):
        return True
    if woord.norm in lijst.splitsers:
        return not _hoort_bij_buur(woorden, plek)
    if woord.norm in _LOS_TEKEN:
        return _staat_los(woorden, plek)
    if woord.norm == "als" and any(w.norm == "zowel" for w in woorden[max(0, plek - 8) : plek]):
        return True
    if woord.norm == "dan":
        return _begint_gevolg(woorden, plek)
    if _begint_beperking(woorden, plek):
        return True
    if woord.norm == "alleen":
        return _alleen_is_maar(woorden, plek)
    if _begint_hoofdzin(woorden, plek) or _begint_item(woorden, plek) or _begint_kop(woorden, plek):
        return True
    return woord.norm == "wel" and _wel_is_tegenstelling(woorden, plek)


def _begint_beperking(woorden: Sequence[Woord], plek: int) -> bool:
    """Whether what there is instead begins here, behind a no without a comma ("nee alleen de ouders")."""
    return plek == 1 and woorden[0].norm in ("nee", "neen") and woorden[plek].norm in ("alleen", "enkel", "slechts")


def _is_gedicteerd_teken(woorden: Sequence[Woord], plek: int) -> bool:
    """A mark said aloud: "komma", and "punt" in a message that says "komma" too."""
    norm = woorden[plek].norm
    return norm == "komma" or (norm == "punt" and any(woord.norm == "komma" for woord in woorden))


_VOORWAARDE = frozenset({"als", "wanneer", "zodra", "indien"})
_VOOR_BIJZIN = frozenset({"en", "maar", "want", "ja", "nee", "dus"})
_MIN_BIJZIN = 3


def _begint_gevolg(woorden: Sequence[Woord], plek: int) -> bool:
    """Whether "dan" opens what follows on a condition: "als ze er niet uitkomen dan oefenen we het" denies no practising."""
    begin = next((n for n in range(plek - 1, -1, -1) if woorden[n].is_leesteken), -1) + 1
    while begin < plek and woorden[begin].norm in _VOOR_BIJZIN:
        begin += 1
    if woorden[begin].norm not in _VOORWAARDE or not _MIN_BIJZIN <= plek - begin <= _MAX_BIJZIN:
        return False
    return plek + 1 < len(woorden) and woorden[plek + 1].norm in taal().werkwoorden


_OORZAAK = frozenset({"omdat", "doordat", "aangezien"})
_MAX_BIJZIN = 12


def _begint_hoofdzin(woorden: Sequence[Woord], plek: int) -> bool:
    """Whether a main clause starts here, its verb behind that of the reason before it ("omdat het druk is doen we ...")."""
    if _volgt_uitzondering(woorden, plek):
        return True
    if plek < 2 or not {woorden[plek].norm, woorden[plek - 1].norm} <= taal().werkwoorden:
        return False
    if any(w.norm in _WERK_HEEL for w in woorden[plek - 1 : plek + 1]):
        return False
    begin = next((n for n in range(plek - 1, -1, -1) if woorden[n].is_leesteken), -1) + 1
    return woorden[begin].norm in _OORZAAK and plek - begin <= _MAX_BIJZIN


_UITZONDERING = frozenset({"behalve", "uitgezonderd"})
_MAX_UITZONDERING = 4


def _volgt_uitzondering(woorden: Sequence[Woord], plek: int) -> bool:
    """Whether a verb goes on with everybody else behind who is left out ("behalve de ouders doet iedereen mee")."""
    if woorden[plek].norm not in taal().werkwoorden - _WERK_HEEL or plek + 1 >= len(woorden):
        return False
    begin = next((n for n in range(plek - 1, -1, -1) if woorden[n].norm in _UITZONDERING), -1)
    tussen = woorden[begin + 1 : plek]
    if any(w.norm == "ook" for w in woorden[plek : plek + _MAX_UITZONDERING]):
        return False  # "behalve rollenspel is er ook yoga" leaves out nothing
    return begin >= 0 and 0 < len(tussen) <= _MAX_UITZONDERING and not any(w.is_leesteken for w in tussen)


_BIJ = frozenset({"bij", "voor", "op", "van", "over", "qua"})
#: What may stand between an answer and the next item: "bij x kan je ja invullen bij y nee".
_INVULLEN = frozenset(
    {"invullen", "zeggen", "zetten", "noteren", "antwoorden", "schrijven", "doen", "weet", "ik", "we", "niet"}
)
_MIN_ITEMS = 2


_KOPWOORDEN = frozenset({"wel", "niet", "ja", "nee", "deels", "soms", "onbekend"})


def _begint_kop(woorden: Sequence[Woord], plek: int) -> bool:
    """Whether the next heading of a list without marks begins here ("wel: uitleg, doelen niet: ouders")."""
    if plek == 0 or woorden[plek - 1].is_leesteken or woorden[plek].norm not in _KOPWOORDEN:
        return False
    return plek + 2 < len(woorden) and woorden[plek + 1].norm == ":"


def _begint_item(woorden: Sequence[Woord], plek: int) -> bool:
    """Whether the next item of a row without marks begins here ("bij ouders ja bij yoga nee")."""
    if woorden[plek].norm not in _BIJ or plek < 2 or woorden[plek - 1].is_leesteken:
        return False
    voor = plek - 1
    while voor > 0 and woorden[voor].norm in _INVULLEN - _ANTWOORDEN:
        voor -= 1
    if woorden[voor].norm not in _ANTWOORDEN or voor == 0:
        return False
    begin = next((n for n in range(plek - 1, -1, -1) if woorden[n].is_leesteken), -1) + 1
    einde = next((n for n in range(plek, len(woorden)) if woorden[n].is_leesteken), len(woorden))
    eerste = any(w.norm in _BIJ for w in woorden[begin:voor])
    antwoorden = sum(w.norm in _ANTWOORDEN for w in woorden[begin:einde])
    return eerste and antwoorden >= _MIN_ITEMS and any(w.norm in _ANTWOORDEN for w in woorden[plek:einde])


#: Whole verbs and participles, which stand beside another verb in one clause ("kan oefenen", "is gegeven").
_WERK_HEEL = frozenset({
    "oefenen", "praten", "bespreken", "trainen", "nodigen", "aanbieden", "inzetten", "gedaan", "gehad", "geweest",
    "gekregen", "gegeven", "betrokken", "vergeten", "aandacht",
})  # fmt: skip


# Marks that part a list where they stand between spaces: "uitleg ja / sport nee", "sova + coping".
_LOS_TEKEN = frozenset({"/", "+"})


def _staat_los(woorden: Sequence[Woord], plek: int) -> bool:
    """Whether a mark stands between two words, with a space on either side."""
    if not 0 < plek < len(woorden) - 1 or woorden[plek + 1].is_leesteken:
        return False
    return woorden[plek - 1].eind < woorden[plek].begin and woorden[plek].eind < woorden[plek + 1].begin


def _hoort_bij_buur(woorden: Sequence[Woord], plek: int) -> bool:
    """'maar' and 'al' are often no conjunction: "maar een beetje", "doen we al"."""
    norm = woorden[plek].norm
    volgende = woorden[plek + 1].norm if plek + 1 < len(woorden) else ""
    vorige = woorden[plek - 1].norm if plek else ""
    if norm == "al":
        return volgende not in {"hebben", "is", "zijn", "doen", "zou", "mag"} or plek == 0
    if norm == "dus":
        return plek + 1 == len(woorden) or vorige in {"hebben", "doen", "zijn", "is"} or _sluit_af(woorden, plek)
    if norm == "maar":
        # "Noem maar op", "vergeet het maar", "hadden we maar ...".
        return (
            plek + 1 == len(woorden)
            or (vorige in {"ik", "we", "wij"} and plek > 1 and woorden[plek - 2].norm in _WENS)
            or woorden[plek + 1].norm in _EINDE
            or (vorige in {"doe", "doet", "doen"} and volgende in {"wat", "raak"})
            or vorige
            in {
                "noem",
                "alleen",
                "nog",
                "zo",
                "pas",
                "ook",
                "doe",
                "zeg",
                "vraag",
            }
        )
    if norm == "en" and _vast(woorden, plek):
        return True
    if norm == "en":
        return (vorige, volgende) in {
            ("ja", "nee"),
            ("af", "toe"),
            ("nu", "dan"),
            ("zo", "zo"),
            ("af", "aan"),
            ("zeker", "vast"),
            ("om", "om"),
            ("door", "door"),
            ("tot", "met"),
        } or (_is_groep(vorige) and _is_groep(volgende))
    if norm == "zonder":
        eerder = {woord.norm for woord in woorden[max(0, plek - 6) : plek]}
        return plek == 0 or bool(eerder & {"niet", "geen", "nooit", "kunnen"})
    if norm in {"tot", "omdat", "want"}:
        return norm == "tot"
    return False


_EINDE = _ZINSEINDE | {";", ")"}
_WENS = frozenset({"had", "hadden", "kreeg", "kregen", "kon", "konden"})
_SLOTWOORDEN = frozenset({"niet", "wel"})


def _sluit_af(woorden: Sequence[Woord], plek: int) -> bool:
    """Whether one answer word comes behind a word and ends the clause ("vast is het dus niet")."""
    na = woorden[plek + 1 : plek + 3]
    los = plek == 0 or woorden[plek - 1].is_leesteken
    return bool(na) and not los and na[0].norm in _SLOTWOORDEN and (len(na) == 1 or na[1].is_leesteken)


_GROEPEN = frozenset({
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "havo", "vwo", "vmbo", "mavo", "tl", "gymnasium",
    "onderbouw", "bovenbouw", "brugklas", "een", "twee", "drie",
})  # fmt: skip


def _is_groep(norm: str) -> bool:
    """Whether a word names a class, a year or a level: "in klas 1 en 2" is one place."""
    return norm in _GROEPEN or norm.isdigit()


def _alleen_is_maar(woorden: Sequence[Woord], plek: int) -> bool:
    """ "..., alleen een handleiding hebben we niet": here alleen means but."""
    if plek == 0:
        return False
    rest = [woord.norm for woord in woorden[plek + 1 : plek + 12]]
    einde = next((i for i, norm in enumerate(rest) if norm in taal().leestekens), len(rest))
    rest = rest[:einde]
    return bool(rest) and any(
        norm in {"geen", "niet", "nog", "ontbreekt", "ontbreken", "mist", "missen"} for norm in rest
    )


def _wel_is_tegenstelling(woorden: Sequence[Woord], plek: int) -> bool:
    """ "geen handleiding wel een training" without a comma."""
    if plek == 0 or plek + 1 >= len(woorden):
        return False
    eerder = {woord.norm for woord in woorden[max(0, plek - 6) : plek]}
    return woorden[plek + 1].norm in {"een", "de", "het"} and bool(eerder & {"geen", "niet"})


_ANTWOORDEN = frozenset(
    {"ja", "nee", "wel", "niet", "deels", "soms", "beetje", "nooit", "altijd", "volop", "check", "neu", "nah"}
)
_MAX_RIJ = 14


#: Verbs by which an element is called.
_NAAM = frozenset({"oefenen", "praten", "trainen", "spelen", "betrekken", "stellen", "houden"})


def _om_en_om(woorden: Sequence[Woord], van: int, tot: int) -> list[tuple[int, int]]:
    """A row without marks ("sport ja doelen nee") in pieces; any other part as it is."""
    normen = [woord.norm for woord in woorden[van:tot]]
    plekken = [van + n for n, norm in enumerate(normen) if norm in _ANTWOORDEN]
    los = len(plekken) > 1 and len(normen) <= _MAX_RIJ and not (taal().werkwoorden - _NAAM) & set(normen)
    if not los or plekken[-1] != tot - 1 or any(b - a < 2 for a, b in pairwise([van - 1, *plekken])):
        return [(van, tot)]
    return list(pairwise([van, *(plek + 1 for plek in plekken)]))


def _is_antwoordteken(woord: Woord) -> bool:
    """Whether a word is a sign that stands for an answer (a tick, a cross, a thumb, a plus)."""
    return woord.tekst in taal().emoji or (woord.tekst in ("+", "-") and not woord.is_leesteken)


_TEGENWERPING = frozenset({"nee", "neen", "hoor", "joh", "serieus", "wacht", ","})
#: With these "nee" takes back what was heard, and answers nothing.
_HERROEPT = frozenset({"serieus", "wacht"})
_TOCH_WEL = frozenset({"wel", "ook", "juist", "toch", "zelfs"})


def na_tegenwerping(woorden: Sequence[Woord]) -> int:
    """Where a message begins that contradicts what was noted, else 0: "nee, de ouders komen ook" is no no to parents."""
    if not woorden or woorden[0].norm not in ("nee", "neen"):
        return 0
    van = next((n for n, woord in enumerate(woorden) if woord.norm not in _TEGENWERPING), 0)
    rest = {woord.norm for woord in woorden[van:]}
    if [woord.norm for woord in woorden[van : van + 2]] == ["ook", "al"]:
        return 0  # "nee, ook al staat het in het boek" is a no all the same
    # "Nee, maar we doen wel …" and "nee, rollenspel wel" say no to the question, and yes to something else.
    antwoord = "maar" in rest or "?" in rest or ("wel" in rest and woorden[van - 1].norm == ",")
    cues, tekst = taal().cues, platte_tekst(woorden[van:])
    ontkent = cues["nee"].search(tekst) or cues["nee_sterk"].search(tekst)
    herroept = any(woord.norm in _HERROEPT for woord in woorden[1:van])
    return van if (herroept or rest & _TOCH_WEL) and not ontkent and not antwoord else 0


def splits(woorden: Sequence[Woord]) -> list[Zinsdeel]:
    """Cut a message into parts at conjunctions and marks; empty parts are left out."""
    delen: list[Zinsdeel] = []
    zin, van, opener = 0, na_tegenwerping(woorden), ""
    teken_voor = bool(woorden) and _is_antwoordteken(woorden[0])
    for plek in range(van, len(woorden) + 1):
        if plek < len(woorden) and not _is_scheiding(woorden, plek):
            if not _is_antwoordteken(woorden[plek]):
                continue
            # "uitleg ✅ ouders ❌": an answer in a sign ends its part, or opens it when the message begins with one.
            einde = plek if teken_voor else plek + 1
            if einde > van:
                delen.append(Zinsdeel(len(delen), zin, van, einde, opener, platte_tekst(woorden[van:einde])))
                van, opener = einde, ","
            continue
        if plek > van and platte_tekst(woorden[van:plek]):
            for begin, einde in _om_en_om(woorden, van, plek):
                tekst = platte_tekst(woorden[begin:einde])
                delen.append(Zinsdeel(len(delen), zin, begin, einde, opener, tekst))
                opener = ","
            opener = ""
        if plek < len(woorden):
            norm = _GEDICTEERD.get(woorden[plek].norm, woorden[plek].norm)
            zin += norm in _ZINSEINDE
            # "wel", a verb and a preposition stay part of what they open.
            hoofdzin = norm in taal().werkwoorden or norm in _BIJ or _begint_beperking(woorden, plek)
            hoofdzin = hoofdzin or _begint_kop(woorden, plek)
            van = plek if norm == "wel" or hoofdzin else plek + 1
            norm = "plus" if norm == "+" else "," if hoofdzin else norm
            opener = norm if norm not in {","} or not opener else opener
            if norm == "wel":
                opener = "maar"
    return delen


def nummers(delen: Sequence[Zinsdeel], aantal: int) -> list[int]:
    """For each word the number of its part, -1 for separators."""
    uit = [-1] * aantal
    for deel in delen:
        for plek in range(deel.van, deel.tot):
            uit[plek] = deel.nummer
    return uit
