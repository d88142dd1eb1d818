"""Scope of negation and hedges: which answer a part of a sentence gives, and for which mentions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from keuzehulp.nlu.taal import taal
from keuzehulp.nlu.vermeldingen import Vermelding
from keuzehulp.nlu.woorden import Woord
from keuzehulp.nlu.zinsdelen import Zinsdeel

JA, DEELS, NEE, WEET_NIET = "ja", "deels", "nee", "weet_niet"
#: No answer at all: an opinion, somebody else's practice, or cues that contradict each other.
GEEN = "geen"
MASKER = "xx"
#: The cue of a clause that says no by its meaning.
STREKKING = "strekking"
#: The cue of what there is on paper and not in practice.
ALLEEN_OP_PAPIER = "alleen op papier"
#: The cue of a clause that denies a denial.
DUBBEL = "dubbele ontkenning"


@dataclass(frozen=True)
class Oordeel:
    """The answer of one part: waarde, the cue it rests on, and whether the cue is strong enough to pass on."""

    waarde: str
    cue: str = ""
    sterk: bool = False
    geerfd: bool = False
    #: The clause from which a list item has its answer, -1 where that is its own.
    bron: int = -1


@dataclass(frozen=True)
class Paar:
    """One element with the answer the message gives for it; zeker is False where the answer is not believed."""

    element: str
    waarde: str
    vermelding: Vermelding
    cue: str
    deel: int
    zeker: bool = True
    #: The answer stands in another clause of the row.
    geerfd: bool = False
    #: Which clause that is, -1 where there is none.
    bron: int = -1


#: Who speaks for the school, and little words that name nobody.
_WIJ = frozenset({"ik", "we", "wij", "mij", "me"})
_NIEMAND = frozenset({
    "dat", "daar", "hier", "er", "het", "dit", "eigenlijk", "eerlijk", "gezegd", "nou", "tja", "sorry", "nee", "ja", "je", "jij", "of",
    "maar", "en", "nog", "ook", "zelf",
})  # fmt: skip


def _over_een_ander(ervoor: str, gevonden: str) -> bool:
    """Whether it is somebody else who does not know, and not the speaker ("ik", or nobody named)."""
    ander = set(ervoor.split()) - _NIEMAND or _ANDEREN & set(gevonden.split())
    return bool(ander) and not _WIJ & {*ervoor.split(), *gevonden.split()[:2]}


_ANDEREN = frozenset({"de", "het", "onze", "xx", "ouders", "docenten", "leerlingen", "mentoren", "collega", "iedereen"})


@lru_cache(maxsize=256)  # the same clause is judged several times while a message is read
def oordeel(tekst: str) -> Oordeel | None:
    """The answer that the cues in one part give; None when there is no cue at all."""
    cues = taal().cues
    over, dubbel = cues["toch_ja"].subn(MASKER, tekst)
    if (treffer := cues["onwetend"].search(over)) and _over_een_ander(over[: treffer.start()], treffer.group()):
        return Oordeel(NEE, treffer.group(), True)
    if treffer := cues["weet_niet"].search(over):
        return Oordeel(WEET_NIET, treffer.group(), True)
    sterk = cues["nee_sterk"].search(over)
    deels = cues["deels"].search(over)
    if sterk and not (deels and deels.start() <= sterk.start() < deels.end()):
        zacht = deels and deels.group() not in {"kan", "kunnen", "lijkt", "een keer", "half", "begin"}
        if (
            zacht
            and deels
            and deels.end() - deels.start() >= sterk.end() - sterk.start()
            and "niet" in sterk.group().split()
        ):
            return Oordeel(DEELS, deels.group(), True)
        return Oordeel(NEE, sterk.group(), True)
    if deels:
        return _deels_of_nee(over, deels.group())
    if treffer := cues["nee"].search(over):
        return Oordeel(NEE, treffer.group(), False)
    if dubbel:
        return Oordeel(JA, DUBBEL, True)
    if treffer := cues["ja_sterk"].search(over):
        return Oordeel(JA, treffer.group(), True)
    return None


def _deels_of_nee(tekst: str, cue: str) -> Oordeel:
    """A weak hedge ("kan", "misschien") gives way to a plain negation in the same part."""
    rest = tekst.replace(cue, MASKER, 1)
    ontkenning = taal().cues["nee"].search(rest)
    zwak = cue.split()[0] in {
        "kan",
        "kunnen",
        "lijkt",
        "lijken",
        "leek",
        "een",
        "met",
        "alleen",
        "verschillend",
        "half",
        "als",
        "iets",
    }
    if ontkenning and zwak:
        return Oordeel(NEE, ontkenning.group(), False)
    return Oordeel(DEELS, cue, cue not in {"kan", "kunnen"})


def rest_tekst(woorden: Sequence[Woord], deel: Zinsdeel, hier: Sequence[Vermelding]) -> str:
    """The part without the words of its mentions: "nee zeggen" is no negation."""
    bezet: dict[int, Vermelding] = {}
    for vermelding in hier:
        if vermelding.manier in _ONGEMASKEERD:
            continue
        bezet.update(dict.fromkeys(range(vermelding.van, vermelding.tot), vermelding))
    stukken = []
    for plek in range(deel.van, deel.tot):
        if plek in bezet:
            if bezet[plek].van == plek or plek == deel.van:
                stukken.append(MASKER)
        elif not woorden[plek].is_leesteken:
            stukken.append(woorden[plek].norm)
    return platte_tekst_van(stukken)


def platte_tekst_van(normen: Sequence[str]) -> str:
    """Normal forms as one line for the expressions of taal.yml."""
    kaal = ["".join(t if t.isalnum() else " " for t in norm).strip() for norm in normen]
    return " ".join(stuk for stuk in " ".join(kaal).split() if stuk)


def _is_kale_lijst(tekst: str) -> bool:
    """Whether a part holds only mentions and filler, no predicate of its own."""
    lijst = taal()
    return all(w == MASKER or w in lijst.vulwoorden for w in tekst.split())


_LOS_ONDERWERP = 4


def _is_los_onderwerp(tekst: str, hier: Sequence[Vermelding]) -> bool:
    """Whether a part is a few words that only name something without its own name ("over het beleid")."""
    woorden = tekst.split()
    return (
        bool(hier)
        and all(v.manier == "uiting" and not v.ontkent for v in hier)
        and len(woorden) <= _LOS_ONDERWERP
        and not taal().werkwoorden & set(woorden)
        and oordeel(tekst) is None
    )


#: Says no yes: it goes back on what was said.
_AARZELING = frozenset({"nou ja", "nouja", "tja", "enfin", "allez", "nou"})

# Openers that say that what follows is not there.
_AFWEZIG = frozenset({"noch", "behalve", "zonder"})


@dataclass
class _Stuk:
    deel: Zinsdeel
    hier: list[Vermelding]
    tekst: str
    oordeel: Oordeel | None
    kaal: bool
    ook: bool
    predicaat_na: bool
    per_vermelding: list[Oordeel] | None = None
    #: A question mark stands behind it.
    vragend: bool = False


def _maak_stuk(woorden: Sequence[Woord], deel: Zinsdeel, vermeldingen: Sequence[Vermelding]) -> _Stuk:
    hier = [v for v in vermeldingen if deel.van <= v.van < deel.tot]
    tekst = rest_tekst(woorden, deel, [v for v in vermeldingen if v.tot > deel.van and v.van < deel.tot])
    if hier and (vast := _uit_opener(deel, tekst)):
        return _Stuk(deel, hier, tekst, vast, False, False, False)
    if not hier and deel.opener == "behalve" and oordeel(tekst) is None:
        # "Iedereen doet mee, behalve de examenklassen."
        return _Stuk(deel, hier, tekst, Oordeel(NEE, "behalve", True), False, False, False)
    kaal = bool(hier) and _is_kale_lijst(tekst) and not any(_heeft_gezegde(woorden, v) for v in hier)
    kaal = (kaal and not tekst.endswith((" veel", " ook")) and not _BEGONNEN.search(deel.tekst)) or _is_los_onderwerp(
        tekst, hier
    )
    if hier and (deel.opener == "behalve" or (deel.opener in _AFWEZIG and oordeel(tekst) is None)):
        return _Stuk(deel, hier, tekst, Oordeel(NEE, deel.opener, True), False, False, False)
    uitspraak = None if kaal or tekst in _AARZELING else oordeel(tekst)
    if any(_is_omgekeerd(woorden, v) for v in hier):
        uitspraak = _omgekeerd(uitspraak)
    if any(_zelden_kwaad(woorden, v, tekst) for v in hier):
        uitspraak = Oordeel(JA, DUBBEL, True)
    if any(v.ontkent for v in hier) and (
        uitspraak is None or (uitspraak.waarde in (JA, DEELS) and uitspraak.cue != "ja")
    ):
        uitspraak = Oordeel(NEE, STREKKING, True)
    if hier and taal().cues["vreemd"].search(tekst):
        uitspraak = Oordeel(GEEN, "vreemd", True)
    elif hier and taal().cues["mening"].search(tekst) and (uitspraak is None or not uitspraak.sterk):
        uitspraak = Oordeel(GEEN, "mening", True)
    if hier and taal().cues["alleen_dit"].search(tekst) and uitspraak is None:
        uitspraak = Oordeel(JA, "alleen", True)
    beperkbaar = uitspraak.cue in _ZWAK_JA if uitspraak else bool(hier)
    if beperkbaar and (beperkt := taal().cues["beperkt"].search(tekst)):
        uitspraak = Oordeel(DEELS, beperkt.group(), True)
    ook = bool(taal().cues["ook"].search(tekst)) and len(tekst.split()) <= 5 and uitspraak is None
    stukjes = tekst.split()
    laatste = max((i for i, w in enumerate(stukjes) if w == MASKER), default=-1)
    werk = taal().werkwoorden
    if laatste < 0:
        predicaat_na = _eindigt_met_cue(tekst, uitspraak)
    else:
        predicaat_na = any(w in werk for w in stukjes[laatste + 1 :]) and not any(w in werk for w in stukjes[:laatste])
    if not predicaat_na and hier and laatste >= 0:
        voor, na = " ".join(stukjes[:laatste]), " ".join(stukjes[laatste + 1 :])
        predicaat_na = oordeel(na) is not None and oordeel(voor) is None
    per = _per_vermelding(tekst, len([v for v in hier if v.manier not in _ONGEMASKEERD])) if len(hier) else None
    if per is not None and len(per) != len(hier):
        per = None
    return _Stuk(deel, hier, tekst, uitspraak, kaal and per is None, ook, predicaat_na, per)


def _uit_opener(deel: Zinsdeel, tekst: str) -> Oordeel | None:
    """The answer of a part that its opening word turns round: beside this also that, without this not either."""
    woorden = tekst.split()
    if deel.opener == "behalve" and "ook" in woorden and oordeel(tekst) is None:
        return Oordeel(JA, "behalve ook", True)
    if deel.opener == "zonder" and woorden[-2:] == ["ook", "niet"] and len(woorden) <= _KORT_ZONDER:
        return Oordeel(JA, DUBBEL, True)
    return None


_KORT_ZONDER = 5
#: Has a predicate of its own, be it without its verb ("yoga is dropped, role play introduced").
_BEGONNEN = re.compile(r"(?<= )(?:ingevoerd|toegevoegd|erbij|bijgekomen|begonnen|gestart|opgezet)$")


def _is_omgekeerd(woorden: Sequence[Woord], vermelding: Vermelding) -> bool:
    """Whether what names the element is itself a word of denial ("onveilig", "saai")."""
    return not taal().omgekeerd.isdisjoint(woord.norm for woord in woorden[vermelding.van : vermelding.tot])


def _omgekeerd(uitspraak: Oordeel | None) -> Oordeel:
    """The answer where the word itself denies: dull is not varied, and not dull is."""
    if uitspraak is None or uitspraak.waarde == JA:
        return Oordeel(NEE, STREKKING, True)
    if uitspraak.waarde == NEE and _ONTKENNING & set(uitspraak.cue.split()):
        return Oordeel(JA, DUBBEL, True)
    return uitspraak


_KWAAD = frozenset({"gepest", "uitgelachen", "buitengesloten", "gescholden", "geroddeld", "ruzie", "geruzie"})
_ZELDEN = re.compile(
    r"\b(?:weinig|nauwelijks|amper|(?:bijna|haast|vrijwel) (?:nooit|niet)|zelden|niet|nooit) (?:meer )?xx\b"
)


def _zelden_kwaad(woorden: Sequence[Woord], vermelding: Vermelding, tekst: str) -> bool:
    """Whether something bad is named that hardly happens ("er wordt weinig gepest"): that is what a safe class has."""
    genoemd = {woord.norm for woord in woorden[vermelding.van : vermelding.tot]}
    return bool(_KWAAD & genoemd) and _ZELDEN.search(tekst) is not None


def _eindigt_met_cue(tekst: str, uitspraak: Oordeel | None) -> bool:
    """Whether a part that names nothing by its own name ends with the words of its answer."""
    return uitspraak is not None and bool(uitspraak.cue) and tekst.endswith(uitspraak.cue)


_ZWAK_JA = ("ja", "wel")
_GEZEGDE = frozenset({"is", "zijn", "doet", "doen", "voelen", "voelt", "staat", "geeft", "geven"})
_ONGEMASKEERD = ("los", "uiting")


def _heeft_gezegde(woorden: Sequence[Woord], vermelding: Vermelding) -> bool:
    """Whether a mention holds its own predicate ("sfeer is goed")."""
    if vermelding.tot - vermelding.van < 3:
        return False
    return any(woord.norm in _GEZEGDE for woord in woorden[vermelding.van : vermelding.tot])


# Short answer words that may stand right before or after every element of a row ("yoga nee sova ja").
_LOS_ANTWOORD = {
    "ja": JA, "wel": JA, "altijd": JA, "veel": JA, "zeker": JA, "genoeg": JA, "volop": JA, "top": JA, "check": JA,
    "nee": NEE, "niet": NEE, "geen": NEE, "nooit": NEE, "nul": NEE, "neu": NEE, "nah": NEE, "0": NEE, "niks": NEE,
    "deels": DEELS, "soms": DEELS, "beetje": DEELS, "weinig": DEELS, "half": DEELS, "matig": DEELS, "mwah": DEELS,
    "idee": WEET_NIET,
}  # fmt: skip
_UITZONDERING = re.compile(
    r"(?:met uitzondering van|uitgezonderd|afgezien van|in plaats van|op)((?: (?:de|het|een|onze|hun|die|alle))* xx)( na)?\b"
)


_WEET_NIET = re.compile(r"\b(?:(?:ik )?weet (?:ik |we |het |nog )*niet|geen (?:flauw )?idee)\b")


def _per_vermelding(tekst: str, aantal: int) -> list[Oordeel] | None:
    """A value for each masked mention of one part: a row of element and answer word, or an exception."""
    uitzondering = _uitzonderingen(tekst, aantal)
    if uitzondering is not None:
        return uitzondering
    if (genoeg := _GENOEG_OM.search(tekst)) and (eigen := oordeel(tekst) or Oordeel(JA)):
        # "The class is safe enough to practise" tells of the class.
        welke = tekst[: genoeg.end()].split().count(MASKER) - 1
        return [Oordeel(GEEN, "om te", True) if n == welke else eigen for n in range(aantal)]
    if aantal < 2:
        return None
    rij = [w for w in _WEET_NIET.sub("idee", tekst).split() if w == MASKER or w in _LOS_ANTWOORD]
    waarden = [w for w in rij if w != MASKER]
    if len(waarden) != aantal or len({_LOS_ANTWOORD[w] for w in waarden}) < 2 or len(rij) != 2 * aantal:
        return None
    om_en_om = all((w == MASKER) == (nummer % 2 == (0 if rij[0] == MASKER else 1)) for nummer, w in enumerate(rij))
    if not om_en_om:
        return None
    return [Oordeel(_LOS_ANTWOORD[w], w, True) for w in waarden]


_GENOEG_OM = re.compile(r"\bgenoeg om(?: \w+){0,4} te xx\b")


def _uitzonderingen(tekst: str, aantal: int) -> list[Oordeel] | None:
    treffer = _UITZONDERING.search(tekst)
    if treffer is None or (treffer.group().startswith("op") and not treffer.group(2)):
        return None
    welke = tekst[: treffer.end(1)].split().count(MASKER) - 1
    return [Oordeel(NEE, treffer.group(), True) if n == welke else Oordeel(JA) for n in range(aantal)]


def _noemt_rest(tekst: str) -> bool:
    """Whether a part speaks of what is left ("de rest wel")."""
    return bool(set(tekst.split()[:4]) & taal().rest_woorden)


def geef_waarden(
    woorden: Sequence[Woord], delen: Sequence[Zinsdeel], vermeldingen: Sequence[Vermelding]
) -> list[tuple[Vermelding, Oordeel]]:
    """The answer for every mention, following lists, ellipsis and later restrictions."""
    stukken = [_maak_stuk(woorden, deel, vermeldingen) for deel in delen]
    _elders(stukken)
    _wensen(stukken)
    _gezegd(stukken)
    _koppen_zonder_eigen_nee(stukken)
    for stuk in stukken:
        stuk.vragend = stuk.deel.tot < len(woorden) and woorden[stuk.deel.tot].norm == "?"
    waarden: dict[int, Oordeel] = _rij_achteraf(stukken)
    vast = set(waarden)
    for nummer, stuk in enumerate(stukken):
        if stuk.hier and not stuk.kaal and nummer not in vast:
            waarden[nummer] = _eigen(stukken, nummer, waarden)
    for nummer, stuk in enumerate(stukken):
        if stuk.kaal and nummer not in vast:
            waarden[nummer] = replace(_geerfd(stukken, nummer, waarden), geerfd=True)
    _zelfde_als_voor(stukken, waarden)
    eerst = dict(waarden)
    _beperk_achteraf(stukken, waarden)
    _ook_als_voor(stukken, eerst, waarden)
    _uitzondering_op_niets(stukken, waarden)
    _uitzondering_vooraf(stukken, waarden)
    _rangwoorden(stukken, waarden)
    _vragen(stukken, waarden)
    uit = []
    for nummer, stuk in enumerate(stukken):
        per = stuk.per_vermelding or [waarden[nummer]] * len(stuk.hier) if stuk.hier else []
        uit += list(zip(stuk.hier, per, strict=True))
    return uit


_EIGEN_SCHOOL = frozenset({"we", "wij", "ik", "ons", "onze", "hier"})
_HIER = frozenset({"hier", "ons", "onze"})
_KORT_DAARNA = 4


def _elders(stukken: Sequence[_Stuk]) -> None:
    """What another school does is no answer, up to the part of that sentence that speaks of the own school."""
    waar, zin = False, -1
    for stuk in stukken:
        treffer = taal().cues["elders"].search(stuk.deel.tekst)
        over = stuk.deel.tekst.replace(treffer.group(), MASKER) if treffer else stuk.deel.tekst
        eigen = bool(_EIGEN_SCHOOL & set(over.split()))
        waar = not eigen and (treffer is not None or (waar and stuk.deel.zin == zin))
        zin = stuk.deel.zin
        if waar and stuk.hier:
            stuk.oordeel, stuk.kaal, stuk.ook, stuk.per_vermelding = Oordeel(GEEN, "elders", True), False, False, None


def _koppen_zonder_eigen_nee(stukken: Sequence[_Stuk]) -> None:
    """A name before a colon is answered behind it ("jezelf kennen: soms"), whatever it would mean by itself."""
    for stuk, volgende in pairwise(stukken):
        kop = volgende.deel.opener == ":" and not volgende.hier and volgende.oordeel is not None
        if kop and stuk.oordeel is not None and stuk.oordeel.cue == STREKKING and not _is_omgekeerd_stuk(stuk):
            stuk.oordeel, stuk.kaal = None, True


def _is_omgekeerd_stuk(stuk: _Stuk) -> bool:
    return not taal().omgekeerd.isdisjoint(stuk.deel.tekst.split())


_MEER = frozenset({"meer", "minder", "vaker"})


def _wensen(stukken: Sequence[_Stuk]) -> None:
    """A wish goes on behind "and": "we would like to practise more and explain less" tells of neither."""
    for vorig, stuk in pairwise(stukken):
        wens = vorig.oordeel is not None and vorig.oordeel.waarde == GEEN and _MEER & set(vorig.tekst.split())
        if wens and stuk.hier and stuk.deel.opener == "en" and stuk.tekst.split()[0] in _MEER:
            stuk.oordeel, stuk.kaal = vorig.oordeel, False


_ZEGGEN = re.compile(
    r"(?:(?:we|wij|ze|ik|iedereen|men|het|school|directie) )?(?:\w+ )?(?P<wat>zeggen|zeg|beweren|beweert|heet|heette|noemen|dacht|dachten)"
    r"(?: (?:we|wij|ze|ik|het|wel|altijd|vaak|eerst|officieel))*(?: dat\b| xx\b)"
)
_GEDACHT = ("dacht", "dachten")


def _gezegd(stukken: Sequence[_Stuk]) -> None:
    """What is only said or was thought, with a "but" behind it, is no answer; what was thought was not so."""
    for stuk, volgende in pairwise(stukken):
        gezegd = _ZEGGEN.match(stuk.tekst) if stuk.hier and volgende.deel.opener == "maar" else None
        if gezegd is None or volgende.oordeel is not None or (stuk.oordeel and stuk.oordeel.waarde != JA):
            continue
        waarde = NEE if gezegd["wat"] in _GEDACHT else GEEN
        stuk.oordeel, stuk.kaal, stuk.per_vermelding = Oordeel(waarde, gezegd["wat"], True), False, None


_NIETS = frozenset({"niets", "niks", "geen", "niemand", "nergens"})


def _uitzondering_op_niets(stukken: Sequence[_Stuk], waarden: dict[int, Oordeel]) -> None:
    """ "There is nothing of this, except ...": what is excepted is there."""
    for nummer, stuk in enumerate(stukken):
        if stuk.deel.opener != "behalve" or not stuk.hier or nummer == 0 or stukken[nummer - 1].hier:
            continue
        vorig = stukken[nummer - 1].oordeel
        if vorig and vorig.waarde == NEE and _NIETS & set(vorig.cue.split()):
            waarden[nummer] = Oordeel(JA, "behalve", True)


_BUITEN = re.compile(r"^(?:buiten|behalve|naast|uitgezonderd|op)(?: (?:de|het|een|wat|onze))? xx\b")
_ONTKENT_ALLES = re.compile(r"\b(?:niets|niks|niemand|nergens|geen)\b")
_ALLES = re.compile(r"\b(?:alles|allemaal|iedereen|alle)\b")


def _uitzondering_vooraf(stukken: Sequence[_Stuk], waarden: dict[int, Oordeel]) -> None:
    """ "Apart from sport and games we do nothing": what stands first is there; "apart from sport we do all": it is not."""
    for nummer, stuk in enumerate(stukken):
        tekst = f"behalve {stuk.tekst}" if stuk.deel.opener == "behalve" else stuk.tekst
        if not stuk.hier or not _BUITEN.match(tekst):
            continue
        eind = nummer
        while eind + 1 < len(stukken) and (eind == nummer or stukken[eind].kaal) and _verbonden(stukken[eind + 1]):
            eind += 1
        achter = stukken[eind].tekst.rpartition(MASKER)[2]
        if not taal().werkwoorden & set(achter.split()):
            continue
        niets, alles = _ONTKENT_ALLES.search(achter), _ALLES.search(achter)
        if not niets and not alles:
            continue
        for n in range(nummer, eind + 1):
            if stukken[n].hier:
                stukken[n].per_vermelding = None
                # "Behalve de ouders doet iedereen in de school mee": who do it all are not left out.
                rest = n > nummer and stukken[n].tekst.split()[0] in taal().werkwoorden
                weg = Oordeel(JA, "alles", True) if rest else Oordeel(NEE, "behalve", True)
                waarden[n] = Oordeel(JA, "buiten", True) if niets else weg


_RANG = {"eerste": 0, "tweede": 1, "derde": 2, "vierde": 3, "laatste": -1, "andere": -1}


def _rangwoorden(stukken: Sequence[_Stuk], waarden: dict[int, Oordeel]) -> None:
    """ "Ouders en bewegen staan erin. Dat tweede doen we, dat eerste niet." """
    for nummer, stuk in enumerate(stukken):
        woorden = stuk.tekst.split()
        if stuk.hier or len(woorden) < 2 or woorden[0] not in ("dat", "het", "de", "die") or woorden[1] not in _RANG:
            continue
        zin = next((s.deel.zin for s in reversed(stukken[:nummer]) if s.hier), -1)
        genoemd = [n for n, s in enumerate(stukken[:nummer]) if s.hier and s.deel.zin == zin]
        plek = _RANG[woorden[1]]
        zegt_iets = stuk.oordeel is not None or taal().werkwoorden & set(woorden)
        if len(genoemd) <= max(plek, 1) or not zegt_iets:
            continue
        # "De eerste twee doen we, de andere twee niet."
        samen = _SAMEN.get(woorden[2], 1) if len(woorden) > 2 and len(genoemd) > _MIN_RIJ else 1
        welke = genoemd[:samen] if plek == 0 else genoemd[-samen:] if plek < 0 else [genoemd[plek]]
        waarden.update(dict.fromkeys(welke, stuk.oordeel or Oordeel(JA, woorden[1], True)))


def _vragen(stukken: Sequence[_Stuk], waarden: dict[int, Oordeel]) -> None:
    """A question beside answers gives none; a bare name with a question mark in a row of answers is not known."""
    vragen = {n for n, stuk in enumerate(stukken) if stuk.vragend and taal().begin["vraag"].match(stuk.tekst)}
    koppen = {n for n, s in enumerate(stukken) if s.kaal and n + 1 in vragen and not stukken[n + 1].hier}
    buiten = (vragen | koppen) & waarden.keys()
    if len(buiten) < len(waarden):
        waarden.update(dict.fromkeys(buiten, Oordeel(GEEN, "vraag", True)))
    met_cue = sum(bool(w.cue) for w in waarden.values())
    for nummer, stuk in enumerate(stukken):
        los = stuk.kaal and stuk.vragend and nummer not in buiten and _vooruit(stukken, nummer) is None
        if los and met_cue > _MIN_RIJ and stuk.deel.opener in ("/", ",", "en", ";", "\n", "|"):
            waarden[nummer] = Oordeel(WEET_NIET, "?", True)


_MIN_RIJ = 2


_IDEM = ("idem", "zelfde", "hetzelfde", "dito", "ook", "net zo", "eveneens", "evenmin")
_MAX_IDEM = 4


def _zelfde_als_voor(stukken: Sequence[_Stuk], waarden: dict[int, Oordeel]) -> None:
    """ "Sova? Die ontbreekt. Coping? Idem." """
    for nummer in range(2, len(stukken)):
        stuk = stukken[nummer]
        zelfde = stuk.tekst.startswith(_IDEM) and len(stuk.tekst.split()) <= _MAX_IDEM
        if stuk.hier or not zelfde or stuk.oordeel or nummer - 1 not in waarden or not stukken[nummer - 1].kaal:
            continue
        vorig = next((waarden[n] for n in range(nummer - 2, -1, -1) if n in waarden), None)
        if vorig:
            waarden[nummer - 1] = replace(vorig, geerfd=True)


def _ook_als_voor(stukken: Sequence[_Stuk], eerst: Mapping[int, Oordeel], waarden: dict[int, Oordeel]) -> None:
    """ "Coping toch wel, een beetje, en ouders ook": what was said of coping later goes for both."""
    for nummer, stuk in enumerate(stukken):
        if not (stuk.hier and stuk.ook and nummer in waarden and waarden[nummer] == eerst.get(nummer)):
            continue
        vorige = next((n for n in range(nummer - 1, -1, -1) if n in waarden), None)
        if vorige is not None and waarden[nummer] == eerst.get(vorige):
            waarden[nummer] = waarden[vorige]


def _rij_achteraf(stukken: Sequence[_Stuk]) -> dict[int, Oordeel]:
    """A row of elements with as many answers behind it: "a, b and c: yes, partly, no"."""
    waarden: dict[int, Oordeel] = {}
    begin = 0
    while begin < len(stukken):
        eind = begin
        while eind < len(stukken) and stukken[eind].kaal and len(stukken[eind].hier) == 1:
            eind += 1
        aantal = eind - begin
        antwoorden = [_los_oordeel(stuk) for stuk in stukken[eind : eind + aantal]]
        daarna = stukken[eind + aantal] if eind + aantal < len(stukken) else None
        einde = daarna is None or daarna.deel.zin != stukken[eind].deel.zin
        if aantal >= 2 and len(antwoorden) == aantal and all(antwoorden) and einde:
            waarden.update({begin + n: replace(a, geerfd=True) for n, a in enumerate(antwoorden) if a})
        begin = max(eind, begin + 1)
    return waarden


def _los_oordeel(stuk: _Stuk) -> Oordeel | None:
    if stuk.hier or len(stuk.tekst.split()) > 3:
        return None
    return oordeel(stuk.tekst)


def _eigen(stukken: Sequence[_Stuk], nummer: int, waarden: dict[int, Oordeel]) -> Oordeel:
    stuk = stukken[nummer]
    if stuk.tekst in _NIET_BEKEND and nummer and taal().cues["weten"].search(stukken[nummer - 1].tekst):
        return Oordeel(WEET_NIET, stuk.tekst, True)
    if _evenmin_bekend(stukken, nummer, waarden):
        return Oordeel(WEET_NIET, stuk.tekst.split()[-1], True)
    if _zelfde_gezegde(stuk) and (vorig := _ontkend_zonder_niet(stukken, nummer, waarden)):
        return vorig
    if stuk.ook:
        vorige = next((waarden[n] for n in range(nummer - 1, -1, -1) if n in waarden), None)
        if vorige:
            return vorige
    return stuk.oordeel or _kop(stukken, nummer) or Oordeel(JA)


# "Of sova I am sure, of coping I am not."
_NIET_BEKEND = frozenset({"van xx niet", "over xx niet", "bij xx niet", "van de xx niet", "over de xx niet"})


def _evenmin_bekend(stukken: Sequence[_Stuk], nummer: int, waarden: Mapping[int, Oordeel]) -> bool:
    """ "Of coping I do not know, of goals neither", "... nor whether parents hear of it"."""
    stuk = stukken[nummer]
    vorig = next((waarden[n] for n in range(nummer - 1, -1, -1) if n in waarden), None)
    if vorig is None or vorig.waarde != WEET_NIET:
        return False
    vraagt = stuk.deel.tekst.startswith("of ") or stuk.deel.opener == "of"
    if _EVENMIN_OF.match(stuk.tekst):
        return True
    return stuk.tekst.endswith(_EVENMIN) and (vraagt or _zelfde_gezegde(stuk))


_EVENMIN = (" ook niet", " evenmin", " net zo min")
_EVENMIN_OF = re.compile(r"(?:en )?(?:ook niet|evenmin|net zo min|noch) of\b")


def _zelfde_gezegde(stuk: _Stuk) -> bool:
    """Whether a part is nothing but an element and "not": it repeats the verb of the part before."""
    woorden = stuk.tekst.split()
    return len(woorden) <= 5 and woorden[-1:] == ["niet"] and not taal().werkwoorden & set(woorden) and "xx" in woorden


def _ontkend_zonder_niet(stukken: Sequence[_Stuk], nummer: int, waarden: dict[int, Oordeel]) -> Oordeel | None:
    """ "Yoga has been dropped, sova has not": the verb itself says no, so that "not" says yes."""
    vorig = next((waarden[n] for n in range(nummer - 1, max(-1, nummer - 3), -1) if n in waarden), None)
    if vorig is None or vorig.waarde != NEE or vorig.cue in ("", STREKKING) or _ONTKENNING & set(vorig.cue.split()):
        return None
    return Oordeel(JA, f"{vorig.cue} niet", True)


_ONTKENNING = frozenset(
    {
        "niet",
        "geen",
        "nooit",
        "nee",
        "niks",
        "niets",
        "noch",
        "niemand",
        "nergens",
        "nauwelijks",
        "amper",
        "zelden",
        "behalve",
        "xx",
    }
)


def _verbonden(stuk: _Stuk) -> bool:
    return stuk.deel.opener in {
        "",
        ",",
        "en",
        "of",
        "noch",
        "plus",
        "evenals",
        "alsook",
        "(",
        "zowel",
        "al",
        "/",
        ";",
        ":",
        "\n",
        "|",
    }


def _geerfd(stukken: Sequence[_Stuk], nummer: int, waarden: dict[int, Oordeel]) -> Oordeel:
    """The answer of a list item: from the predicate behind it, else from the one before it."""
    kop = _kop(stukken, nummer)
    if kop is not None:
        return replace(kop, bron=_begin_lijst(stukken, nummer) - 1)
    vooruit = _vooruit(stukken, nummer)
    terug = _terug(stukken, nummer)
    meteen = vooruit == nummer + 1 and not stukken[vooruit].hier and stukken[vooruit].deel.opener in {":", "?", "-"}
    klaar = terug is not None and any(stukken[n].deel.opener == "en" for n in range(terug + 1, nummer))
    if stukken[nummer].tekst.endswith(" ook"):
        vooruit = None  # "x hebben we, y ook, z niet": what is there too, is as what stands before it
    if terug is not None and vooruit is not None and not meteen and not stukken[terug].predicaat_na and not klaar:
        # A list that its last "and" has closed doesn't reach as far as this item.
        vooruit = None
    for bron in (vooruit, terug):
        if bron is None:
            continue
        eigen = waarden.get(bron) or stukken[bron].oordeel
        if eigen and eigen.cue == STREKKING:
            continue  # what a clause denies by its meaning it denies of itself alone
        if eigen and stukken[bron].deel.opener == "behalve" and taal().werkwoorden & set(stukken[bron].tekst.split()):
            continue  # "except the parents everybody takes part: ..." goes on about everybody
        if eigen and eigen.cue == "behalve" and taal().werkwoorden & set(stukken[nummer].tekst.split()):
            continue  # "except the parents the whole school takes part" is about everybody else
        if eigen:
            return replace(eigen, bron=bron)
    return Oordeel(JA)


def _kop(stukken: Sequence[_Stuk], nummer: int) -> Oordeel | None:
    """The answer in front of a list: "not: parents, manual"."""
    n = _begin_lijst(stukken, nummer)
    if n == 0 or not _in_lijst(stukken[n]) or stukken[n].deel.opener != ":" or stukken[n - 1].hier:
        return None
    kop = stukken[n - 1]
    # "What we leave: ..." announces a list; another clause with a colon is explained by what follows.
    return kop.oordeel if stukken[nummer].kaal or kop.tekst.startswith(_KOPPEN) else None


def _begin_lijst(stukken: Sequence[_Stuk], nummer: int) -> int:
    """The first item of the list that a part belongs to."""
    n = nummer
    while n > 0 and _in_lijst(stukken[n]) and stukken[n].deel.opener in {",", "en", "of"}:
        n -= 1
    return n


_KOPPEN = ("wat ", "niet", "wel", "negatief", "positief", "minpunt", "pluspunt", "afwezig", "aanwezig")


def _in_lijst(stuk: _Stuk) -> bool:
    """Whether a part names something and gives no answer of its own."""
    return stuk.kaal or (bool(stuk.hier) and stuk.oordeel is None)


def _is_kop(stukken: Sequence[_Stuk], nummer: int) -> bool:
    return nummer + 1 < len(stukken) and stukken[nummer + 1].deel.opener == ":"


def _onder_eigen_kop(stukken: Sequence[_Stuk], nummer: int) -> bool:
    """Whether a part stands behind a head that names nothing and begins its sentence."""
    if stukken[nummer].deel.opener != ":" or stukken[nummer - 1].hier or stukken[nummer - 1].oordeel:
        return False
    return nummer == 1 or stukken[nummer - 2].deel.zin != stukken[nummer - 1].deel.zin


def _vooruit(stukken: Sequence[_Stuk], nummer: int) -> int | None:
    for n in range(nummer + 1, len(stukken)):
        stuk = stukken[n]
        if stuk.deel.zin != stukken[nummer].deel.zin and stukken[n - 1].deel.zin == stuk.deel.zin:
            return None
        if stuk.deel.opener in taal().tegenstelling:
            return None
        if stuk.kaal:
            continue
        if stuk.hier:
            return n if _verbonden(stuk) and stuk.predicaat_na else None
        if _noemt_rest(stuk.tekst) or _weinig_ding(stuk.tekst):
            return None
        if stuk.deel.zin != stukken[nummer].deel.zin and _is_kop(stukken, n):
            # "We do: a, b. We don't: c." The second head says nothing of the first list.
            return None
        return n if stuk.oordeel else None
    return None


def _terug(stukken: Sequence[_Stuk], nummer: int) -> int | None:
    if not _verbonden(stukken[nummer]):
        return None
    for n in range(nummer - 1, -1, -1):
        stuk = stukken[n]
        if stuk.deel.zin != stukken[nummer].deel.zin:
            return None
        if stuk.hier and not stuk.kaal:
            return n
        if not stuk.hier and stuk.oordeel:
            return n
        if not _verbonden(stuk) or _begint_opnieuw(stuk):
            return None
    return None


_ONDERWERP = frozenset({"het", "dat", "we", "wij", "ze", "er", "bij", "hier", "ik"})


def _begint_opnieuw(stuk: _Stuk) -> bool:
    """Whether a part has a subject and a verb of its own ("het is puur doen"): what follows goes on about that."""
    woorden = stuk.tekst.split()
    return woorden[0] in _ONDERWERP and bool(taal().werkwoorden & set(woorden[1:4]))


_REDENEN = frozenset({"want", "omdat", "doordat", "aangezien"})


def _beperk_achteraf(stukken: Sequence[_Stuk], waarden: dict[int, Oordeel]) -> None:
    """A part without a mention that follows one may restrict it: "..., maar alleen in klas 1"."""
    for nummer, stuk in enumerate(stukken):
        if stuk.hier or stuk.oordeel is None or nummer == 0:
            continue
        if _noemt_rest(stuk.tekst) and not taal().cues["groep"].search(stuk.tekst):
            continue
        if _is_kop(stukken, nummer) or _onder_eigen_kop(stukken, nummer):
            # The head of the list that follows, or the answer to a head of its own ("Friday: nothing").
            continue
        doel = nummer - 1
        # "Rollenspel? Ja, maar alleen in klas 1": what restricts is more than the next answer of a row.
        beperkt = stuk.deel.opener == "maar" or len(stuk.tekst.split()) > 1
        while doel >= 0 and not stukken[doel].hier:
            if stukken[doel].oordeel is not None and not (beperkt and _antwoordt_kop(stukken, doel)):
                break
            doel -= 1
        if doel < 0 or doel not in waarden:
            continue
        if stuk.deel.opener in _REDENEN and not stukken[doel].kaal and stuk.oordeel.waarde == NEE:
            # What is not so is the reason: "we doen een beweegspel, want stilzitten kunnen ze niet".
            continue
        nieuw = _alleen_op_papier(stukken[doel], stuk)
        nieuw = nieuw or _andere_groep(waarden[doel], stuk) or _samen(waarden[doel], stuk)
        over = _hoeveel(stuk)
        if nieuw is None and over > 1 and (not waarden[doel].cue or stuk.oordeel.waarde == waarden[doel].waarde):
            nieuw = stuk.oordeel
        if nieuw is None:
            continue
        for n in range(doel, -1, -1):
            mee = stukken[n].kaal and _verbonden(stukken[n + 1])
            if n in waarden and n != doel and not mee and (over < 1 or waarden[n].cue):
                break
            if n not in waarden and over < 1:
                break
            if n in waarden:
                waarden[n] = nieuw if n == doel else replace(nieuw, geerfd=True)
                over -= len(stukken[n].hier)


def _antwoordt_kop(stukken: Sequence[_Stuk], nummer: int) -> bool:
    """Whether a part answers the name right before it ("rollenspel? ja"), so that what follows restricts that name."""
    return nummer > 0 and stukken[nummer].deel.opener in ("?", ":") and stukken[nummer - 1].kaal


_SAMEN = {
    "beide": 2,
    "beiden": 2,
    "allebei": 2,
    "twee": 2,
    "drie": 3,
    "alledrie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "alle": 3,
    "allemaal": 3,
}


def _hoeveel(stuk: _Stuk) -> int:
    """Of how many elements a part speaks together ("allebei niet", "alle drie een beetje")."""
    woorden = stuk.tekst.split()[:3]
    if "alle" in woorden and not {"twee", "drie", "vier", "vijf", "zes"} & set(woorden):
        return 0
    return max((_SAMEN.get(woord, 0) for woord in woorden), default=0)


_HIER_EN_DAAR = ((JA, NEE), (NEE, JA), (JA, DEELS), (DEELS, NEE))


def _andere_groep(eerst: Oordeel, stuk: _Stuk) -> Oordeel | None:
    """Yes here and no there ("in klas 1, de hogere klassen niet") is partly."""
    later = stuk.oordeel
    groep = taal().cues["groep"].search(stuk.tekst)
    if later is None or groep is None or (eerst.waarde, later.waarde) not in _HIER_EN_DAAR:
        return None
    return Oordeel(DEELS, groep.group(), True)


_LIDWOORD = frozenset({"een", "geen", "de", "onze", "hun", "ons"})
_GEEN_ONDERWERP = frozenset({
    "tijd", "geld", "budget", "ruimte", "jaar", "week", "keer", "les", "klas", "idee", "klassen", "leerlingen",
    "brugklas", "praktijk", "prioriteit", "hand", "handen", "animo", "collega", "meer", "school", "mentor", "docent",
    "kans", "zaal", "mens", "zorg", "punt", "deel", "lokaal", "sprake", "plaats", "plek", "aandacht", "interesse", "ervaring",
})  # fmt: skip


def _zonder_reden(tekst: str) -> str:
    """A part up to its reason: what was missing there ("wegens geen zaal") is no thing of its own."""
    return re.split(r" (?:wegens|vanwege|door|bij gebrek aan|uit)(?= )", tekst)[0]


def _eigen_onderwerp(tekst: str) -> bool:
    """Whether a part speaks of a thing of its own ("een handleiding ontbreekt")."""
    stukken = _zonder_reden(tekst).split()
    if stukken[0] == "het" and len(stukken) > 2:
        return stukken[1] not in taal().werkwoorden
    return any(
        woord in _LIDWOORD and len(volgende) > 3 and volgende not in _GEEN_ONDERWERP
        for woord, volgende in pairwise(stukken)
    )


_KORT_DING = 3


def _weinig_ding(tekst: str) -> bool:
    """Whether a part says that there is little of a thing of its own ("weinig actie")."""
    woorden = [woord for woord in tekst.split() if woord not in ("te", "heel", "erg", "maar", "wel")]
    eigen = len(woorden) == _MET_DING and woorden[0] == "weinig" and len(woorden[1]) > _KORT_DING
    return eigen and woorden[1] not in _GEEN_ONDERWERP | taal().werkwoorden


_MET_DING = 2


def _geen_ding(tekst: str) -> bool:
    """Whether a part denies a thing of its own ("geen werkboek")."""
    stukken = _zonder_reden(tekst).split()
    return any(
        woord == "geen" and len(volgende) > _KORT_DING and volgende not in _GEEN_ONDERWERP
        for woord, volgende in pairwise(stukken)
    )


_TERUG = ("die ", "dat ", "daar ", "deze ", "daarmee ")
_VERWIJST = re.compile(r"(?:we|wij|ik) \w+ (?:ze|hen|het|dat|die|hem|er|daar)\b")


def _los_ding(tekst: str) -> bool:
    """Whether a part is another thing with its own answer ("beleid niet"), be it one that has no name here."""
    woorden = tekst.split()
    if len(woorden) != 2 or woorden[1] not in ("niet", "nee", "wel") or len(woorden[0]) < _MIN_DING:
        return False
    lijst = taal()
    gewoon = lijst.lege_woorden | lijst.vulwoorden | lijst.werkwoorden | lijst.aanloop | _GEEN_ONDERWERP | _BIJWOORD
    ander = lijst.cues["groep"].search(tekst) or lijst.cues["nu"].search(tekst)
    return woorden[0] not in gewoon and not ander and oordeel(woorden[0]) is None


_MIN_DING = 5
_BIJWOORD = frozenset({
    "helaas", "liever", "gewoon", "eigenlijk", "zeker", "beslist", "helemaal", "totaal", "absoluut", "echter", "verplicht",
    "natuurlijk", "blijkbaar", "kennelijk", "gelukkig", "jammer", "voorlopig", "expliciet", "bewust", "persoonlijk",
})  # fmt: skip
_MAX_TERUG = 7


_OP_PAPIER = re.compile(r"\b(?:papier|theorie|principe|officieel)\b")
_IN_HET_ECHT = re.compile(r"\b(?:echt|praktijk|werkelijkheid|feite)\b")


def _alleen_op_papier(eerst: _Stuk, later: _Stuk) -> Oordeel | None:
    """ "It is on paper, but in practice we do not": no."""
    echt_niet = later.oordeel is not None and later.oordeel.waarde == NEE and _IN_HET_ECHT.search(later.tekst)
    return Oordeel(NEE, ALLEEN_OP_PAPIER, True) if echt_niet and _OP_PAPIER.search(eerst.tekst) else None


def _samen(eerst: Oordeel, stuk: _Stuk) -> Oordeel | None:
    later = stuk.oordeel
    if eerst.waarde == GEEN:
        woorden = stuk.tekst.split()
        eigen = _EIGEN_SCHOOL if len(woorden) <= _KORT_DAARNA else _HIER
        hier = eerst.cue in ("vreemd", "elders") and bool(eigen & set(woorden))
        return later if eerst.cue == "mening" or hier else None
    if later is not None and {eerst.waarde, later.waarde} == {JA, NEE} and taal().cues["nu"].search(stuk.tekst):
        return later
    if later is None or (later.waarde == JA and eerst.waarde != JA and eerst.sterk):
        return None
    lengte = len(stuk.tekst.split())
    # "..., but that we did not order" points back with its first word.
    terug = stuk.tekst.startswith(_TERUG) or bool(_VERWIJST.match(stuk.tekst))
    kort = (lengte <= 4 or (lengte <= _MAX_TERUG and terug and stuk.deel.opener != ".")) and not _los_ding(stuk.tekst)
    if later.waarde == NEE:
        # "een handleiding ontbreekt" speaks of something else than what came before.
        ander = ((not kort or later.sterk) and _eigen_onderwerp(stuk.tekst)) or _geen_ding(stuk.tekst)
        if eerst.waarde == WEET_NIET or ander:
            return None
        return later if later.sterk or kort else None
    if later.waarde == DEELS:
        return later if later.sterk and eerst.waarde in (JA, DEELS) and not _weinig_ding(stuk.tekst) else None
    if later.waarde == WEET_NIET:
        return later if eerst.waarde == JA and (not eerst.sterk or eerst.cue in _ZWAK_JA) else None
    return later if not eerst.sterk and not eerst.cue else None


def _twee_helften(oud: Paar, nieuw: Paar) -> bool:
    """Whether two clauses that both say something contradict each other about one element."""
    return (
        {oud.waarde, nieuw.waarde} == {JA, NEE}
        and oud.deel != nieuw.deel
        and bool(oud.cue and nieuw.cue)
        and STREKKING not in (oud.cue, nieuw.cue)
    )


_MAX_TEGENDEEL = 4


def _half_ontkend(oud: Paar, nieuw: Paar, delen: Sequence[Zinsdeel]) -> bool:
    """Whether a few words right behind a statement deny another half of it ("teachers are trained, not coached")."""
    if (oud.waarde, nieuw.waarde) != (JA, NEE) or nieuw.deel != oud.deel + 1 or oud.geerfd or nieuw.geerfd:
        return False
    deel, woorden = delen[nieuw.deel], delen[nieuw.deel].tekst.split()
    eigen = bool(taal().werkwoorden & set(delen[oud.deel].tekst.split())) and deel.zin == delen[oud.deel].zin
    return eigen and len(woorden) <= _MAX_TEGENDEEL and woorden[0] in ("niet", "geen")


def paren(waarden: Sequence[tuple[Vermelding, Oordeel]], delen: Sequence[Zinsdeel]) -> list[Paar]:
    """One pair per element of the check; where an element is named twice the clearer or later statement counts."""
    uit: dict[str, Paar] = {}
    for vermelding, uitspraak in waarden:
        element = vermelding.gevraagd_element()
        if element is None or uitspraak.waarde == GEEN:
            continue
        deel = next((d.nummer for d in delen if d.van <= vermelding.van < d.tot), -1)
        nieuw = Paar(element, uitspraak.waarde, vermelding, uitspraak.cue, deel, True, uitspraak.geerfd, uitspraak.bron)
        oud = uit.get(element)
        opener = next((d.opener for d in delen if d.nummer == deel), "")
        if oud is not None and opener == "dus" and nieuw.cue:
            uit[element] = nieuw
            continue
        if oud is not None and oud.cue and vermelding.manier == "uiting":
            continue
        if oud is not None and _twee_helften(oud, nieuw):
            # "No training, but a manual there is."
            uit[element] = Paar(element, DEELS, vermelding, f"{oud.cue} / {nieuw.cue}", deel)
            continue
        if oud is not None and _half_ontkend(oud, nieuw, delen):
            uit[element] = Paar(element, DEELS, vermelding, nieuw.cue, deel)
            continue
        if oud is None or (nieuw.cue and not oud.cue) or (nieuw.cue and oud.waarde == JA):
            uit[element] = nieuw
    return list(uit.values())
