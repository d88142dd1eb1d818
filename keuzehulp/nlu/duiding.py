"""Two small linear models behind the pairs: what a clause without a name is about, and whether its answer is believed.

Both read one clause at a time. They learn from data/paren when the dialogue model is trained, and are kept in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from keuzehulp.kennisbank.located_yaml import SafeLoader
from keuzehulp.nlu.antwoord import kaal_antwoord
from keuzehulp.nlu.bereik import ALLEEN_OP_PAPIER, DEELS, GEEN, JA, NEE, WEET_NIET, Oordeel, Paar, oordeel, rest_tekst
from keuzehulp.nlu.model import LineairModel, leer
from keuzehulp.nlu.spelling import spelling
from keuzehulp.nlu.taal import taal
from keuzehulp.nlu.termen import Term, termen
from keuzehulp.nlu.vermeldingen import Vermelding, is_omstandigheid
from keuzehulp.nlu.woorden import TOKEN, Woord, maak_woorden, platte_tekst, sleutel
from keuzehulp.nlu.woordenschat import Woordenschat, ngrammen, teken_ngrammen
from keuzehulp.nlu.zinsdelen import Zinsdeel

PAREN_MAP = Path(__file__).resolve().parents[2] / "data" / "paren"
# A clause of few words that carry content is seldom about what it looks like: there the model must be surer.
MIN_INHOUD = 4
DREMPEL_KORT = 0.98
MIN_ZIN = 3
UITING = "uiting"
ONTKENT = "/nee"
SIGNAAL = "signaal"
#: A mention by one of the words of a name.
LOS = "los"
# How sure the model is of the element of a clause without a name: with a cue for the answer, and without one.
DREMPEL = 0.75
DREMPEL_ZONDER_CUE = 0.9
SIGNAAL_DREMPEL = 0.6
# How likely at most a clause is about an element of which it holds one word, where it is surely about another.
ELDERS_HOOGSTENS = 0.1
# From which chance a wrong element is worth learning from.
VERDACHT = 0.3
# From which chance a clause is taken to be about an element that its message must speak of somewhere.
TOEKENBAAR = 0.05
# How likely the model must find the answer of the rules, for an element that is named and for one that is hinted at:
# no or unknown by a cue, yes or partly by a cue, and yes without one.
GELOOF_NEE = (0.2, 0.3)
GELOOF = (0.3, 0.4)
GELOOF_ZONDER_CUE = (0.4, 0.5)
# The same for an item of a list that has its answer from another clause.
GELOOF_GEERFD = 0.4
# Where the model is right more often than the rules when it is this sure: how much, not whether ("no" beside "yes"
# is where the rules see the denial that the model overlooks).
BETER = frozenset({(DEELS, JA), (JA, DEELS), (NEE, DEELS), (NEE, WEET_NIET)})
BETER_DREMPEL = 0.85
GEZEGDE = "gezegde"

# Temperatures of the two models, measured once by cross-validation (model.beste_temperatuur).
WARMTE_UITING = 0.15
WARMTE_GEZEGDE = 0.3


@dataclass
class Deelmodel:
    """Named features of a clause to the chances of every label."""

    schat: Woordenschat
    model: LineairModel

    def kansen(self, telling: Mapping[str, int]) -> dict[str, float]:
        """The chance of every label; nothing but `geen` when no feature is known."""
        plekken, waarden = self.schat.vector(telling)
        if not len(plekken):
            return {GEEN: 1.0}
        return dict(zip(self.model.intents, map(float, self.model.kansen_van(plekken, waarden)), strict=True))

    def bewaar(self, map_: Path) -> None:
        """Write the model into a folder of its own."""
        map_.mkdir(parents=True, exist_ok=True)
        self.model.bewaar(map_)
        self.schat.bewaar(map_)

    @classmethod
    def lees(cls, map_: Path) -> Deelmodel:
        """Read what `bewaar` wrote."""
        return cls(Woordenschat.lees(map_), LineairModel.lees(map_))


def kenmerken_uiting(normen: Sequence[str]) -> Counter[str]:
    """Features for what a clause is about: words, stems, and pieces of the words that carry content."""
    leeg = taal().lege_woorden
    inhoud = [norm for norm in normen if norm not in leeg]
    telling: Counter[str] = Counter()
    telling.update(f"w:{g}" for g in ngrammen(["<", *normen, ">"], 1, 2))
    telling.update(f"d:{g}" for g in ngrammen([sleutel(norm) for norm in inhoud], 1, 2))
    telling.update(teken_ngrammen(inhoud, 3, 5))
    return telling


def lezing_van(uitspraak: Oordeel | None) -> list[str]:
    """What the rules read in a text that is taken by itself, as names of features."""
    waarde, cue = (uitspraak.waarde, uitspraak.cue) if uitspraak else (JA, "")
    return _lezing(waarde, cue, geerfd=False, zwak=False)


def lezing(paar: Paar) -> list[str]:
    """What the rules read of a pair, as names of features."""
    genoemd = paar.vermelding
    gelezen = _lezing(paar.waarde, paar.cue, paar.geerfd, genoemd.manier in (UITING, SIGNAAL))
    return [*gelezen, f"manier={genoemd.manier}", f"kans={int(10 * genoemd.kans)}", f"element={paar.element}"]


def _lezing(waarde: str, cue: str, geerfd: bool, zwak: bool) -> list[str]:
    hoe = "geerfd" if geerfd else "cue" if cue else "zonder"
    return [f"lees={waarde} {hoe}", f"lees={waarde}", f"hoe={hoe} {zwak}", *(f"cue={w}" for w in cue.split()[:4])]


def kenmerken_gezegde(tekst: str, gelezen: Iterable[str] = ()) -> Counter[str]:
    """Features for the answer a clause gives: runs of words, pieces of words (the element is `xx`), the rules' reading."""
    woorden = tekst.split()
    telling: Counter[str] = Counter()
    telling.update(f"w:{g}" for g in ngrammen(["<", *woorden, ">"], 1, 3))
    telling.update(teken_ngrammen(woorden, 3, 5))
    telling.update(f"r:{g}" for g in gelezen)
    return telling


@dataclass
class Duider:
    """Both models; `duid` finds what pairs are made of, `geloof` leaves out pairs that are not believed."""

    uitingen: Deelmodel
    gezegdes: Deelmodel | None = None

    def __post_init__(self) -> None:
        # A clause is asked about by several steps of one message.
        self.waarover_deel = lru_cache(maxsize=1024)(self._waarover_deel)

    def _waarover_deel(self, tekst: str) -> Mapping[str, float]:
        return self.uitingen.kansen(kenmerken_uiting(tekst.split()))

    def ten_onrechte(
        self, delen: Sequence[Zinsdeel], vermeldingen: Sequence[Vermelding], elementen: Container[str]
    ) -> list[str]:
        """Clauses without a name in which the model sees an element that the message says nothing of."""
        uit = []
        for deel in naamloos(delen, vermeldingen):
            kansen = self.waarover_deel(deel.tekst)
            soort, kans = max(kansen.items(), key=lambda paar: paar[1])
            if soort != GEEN and soort.removesuffix(ONTKENT) not in elementen and kans >= VERDACHT:
                uit.append(deel.tekst)
        return uit

    def toegekend(
        self, delen: Sequence[Zinsdeel], vermeldingen: Sequence[Vermelding], verwacht: Mapping[str, str]
    ) -> list[tuple[str, str]]:
        """Clauses without a name with the element that they must be about, for the message names it nowhere.

        Each such element gets the clause in which the model sees it most; a clause goes to one element only.
        """
        genoemd = {v.gevraagd_element() for v in vermeldingen}
        zoek = [e for e, waarde in verwacht.items() if waarde != GEEN and e not in genoemd]
        vrij = [deel for deel in naamloos(delen, vermeldingen) if not _is_antwoord(deel.tekst)]
        kansen = [self.waarover_deel(deel.tekst) for deel in vrij]
        paren = sorted(
            ((kans.get(e, 0.0) + kans.get(e + ONTKENT, 0.0), n, e) for n, kans in enumerate(kansen) for e in zoek),
            reverse=True,
        )
        uit: dict[int, str] = {}
        for kans, plek, element in paren:
            if plek in uit or element in uit.values() or kans < TOEKENBAAR:
                continue
            uit[plek] = element
        return [
            (vrij[n].tekst, e + ONTKENT if verwacht[e] == NEE and not oordeel(vrij[n].tekst) else e)
            for n, e in uit.items()
        ]

    def bewaar(self, map_: Path) -> None:
        """Write both models."""
        self.uitingen.bewaar(map_ / "uitingen")
        if self.gezegdes:
            self.gezegdes.bewaar(map_ / "gezegdes")

    @classmethod
    def lees(cls, map_: Path) -> Duider:
        """Read both models."""
        return cls(Deelmodel.lees(map_ / "uitingen"), Deelmodel.lees(map_ / "gezegdes"))

    def duid(
        self, woorden: Sequence[Woord], delen: Sequence[Zinsdeel], vermeldingen: Sequence[Vermelding]
    ) -> list[Vermelding]:
        """The mentions that pairs are made of.

        In a clause that names nothing, the element the model is sure of is added. A signal word in a longer clause
        counts only where the model agrees.
        """
        uit = [v for v in vermeldingen if not any(d.van <= v.van < d.tot for d in delen)]
        for deel in delen:
            hier = [v for v in vermeldingen if deel.van <= v.van < deel.tot]
            uit += self._duid_deel(woorden, deel, hier)
        return sorted(uit, key=lambda v: v.van)

    def waarover(self, delen: Sequence[Zinsdeel]) -> dict[str, float]:
        """Of each element how sure the model is that some clause is about it, whether or not that is named."""
        uit: dict[str, float] = {}
        for deel in delen:
            if not deel.tekst or _is_antwoord(deel.tekst):
                continue
            for element, kans in self.per_element(deel.tekst).items():
                uit[element] = max(kans, uit.get(element, 0.0))
        return uit

    def per_element(self, tekst: str) -> dict[str, float]:
        """The chance of every element for a clause, whether it says that it is there or that it is not."""
        samen: dict[str, float] = {}
        for soort, kans in self.waarover_deel(tekst).items():
            if soort != GEEN:
                samen[soort.removesuffix(ONTKENT)] = samen.get(soort.removesuffix(ONTKENT), 0.0) + kans
        return samen

    def _duid_deel(self, woorden: Sequence[Woord], deel: Zinsdeel, hier: list[Vermelding]) -> list[Vermelding]:
        normen = deel.tekst.split()
        genoemd = [v for v in hier if v.ids("element")]
        # The name of what nobody asks for ("opkomen voor jezelf") may be how something that is asked for is told.
        sterk = [
            v for v in genoemd if v.manier not in (SIGNAAL, LOS) and _staat_op_zich(v) and not is_plaats(woorden, v)
        ]
        los = [v for v in genoemd if v.manier == LOS and _staat_op_zich(v)]
        if sterk or (genoemd and len(normen) < MIN_ZIN) or not normen:
            return hier
        if not genoemd and any(v.ids("interventie") for v in hier):
            return hier  # "we doen VRIENDEN" names a programme, whatever its name sounds like
        if len(genoemd) == 1 and alleen_antwoord(woorden, deel, genoemd[0]):
            return hier
        if not genoemd and _is_antwoord(deel.tekst):
            return hier
        kansen = self.waarover_deel(deel.tekst)
        if los and not self._elders(deel.tekst, los):
            return hier
        blijft = [v for v in genoemd if kansen.get(v.gevraagd_element() or "", 0.0) >= SIGNAAL_DREMPEL]
        if blijft:
            return [v for v in hier if v not in genoemd or v in blijft]
        over = [v for v in hier if v not in genoemd]
        samen: dict[str, float] = {}
        for soort, deelkans in kansen.items():
            samen[soort.removesuffix(ONTKENT)] = samen.get(soort.removesuffix(ONTKENT), 0.0) + deelkans
        element, kans = max(samen.items(), key=lambda paar: paar[1])
        if element == GEEN or kans < _drempel(deel.tekst):
            return over
        ontkent = kansen.get(element + ONTKENT, 0.0) > 0.5 * kans and not _is_losse_naam(normen)
        term = Term("element", element, deel.tekst, gevraagd=True)
        begin, eind = woorden[deel.van].begin, woorden[deel.tot - 1].eind
        return [*over, Vermelding((term,), deel.van, deel.tot, begin, eind, UITING, ontkent=ontkent, kans=kans)]

    def _elders(self, tekst: str, los: Sequence[Vermelding]) -> bool:
        """Whether a clause is surely about another element than the ones that single words of it point at."""
        kansen = self.per_element(tekst)
        eigen = max(kansen.get(v.gevraagd_element() or "", 0.0) for v in los)
        return eigen < ELDERS_HOOGSTENS and max(kansen.values(), default=0.0) >= DREMPEL_ZONDER_CUE

    def geloof(
        self,
        woorden: Sequence[Woord],
        delen: Sequence[Zinsdeel],
        vermeldingen: Sequence[Vermelding],
        paren: Sequence[Paar],
    ) -> list[Paar]:
        """The pairs, those that are not believed marked as such."""
        if self.gezegdes is None:
            # One element by its own name: there the classifier of the whole message decides.
            return list(paren)
        uit = []
        for paar in paren:
            if paar.cue == ALLEEN_OP_PAPIER or _is_beantwoorde_kop(delen, paar):
                uit.append(paar)
                continue
            kans = self.gezegdes.kansen(
                kenmerken_gezegde(gezegde(woorden, delen, vermeldingen, paren, paar), lezing(paar))
            )
            tekst = delen[paar.deel].tekst
            # "Coping a bit, and practising too": the model sees nothing of an answer that stands in another clause.
            ook = _OOK in tekst.split() and bool(paar.cue) and paar.cue not in tekst
            uit.append(paar if ook and not paar.geerfd else _gewogen(paar, kans))
        return uit


def _is_beantwoorde_kop(delen: Sequence[Zinsdeel], paar: Paar) -> bool:
    """Whether a pair is a name with its answer behind a mark ("rollenspel? ja, maar alleen in de onderbouw").

    The rules read that well, also with a restriction behind it; the model looks at the name alone.
    """
    kop = delen[paar.deel] if paar.deel >= 0 else None
    if kop is None or paar.deel + 1 >= len(delen) or len(kop.tekst.split()) > _LANGSTE_KOP:
        return False
    volgende = delen[paar.deel + 1]
    return volgende.opener in ("?", ":") and kaal_antwoord(volgende.tekst) is not None


_LANGSTE_KOP = 4


#: What may stand between a name and its answer.
NAAST_ANTWOORD = frozenset({"was", "is", "moet", "zijn", "stond", "op"})


def alleen_antwoord(woorden: Sequence[Woord], deel: Zinsdeel, vermelding: Vermelding, tekst: str | None = None) -> bool:
    """Whether a clause (or the whole of a text) holds a mention and an answer to it, and nothing else ("doelen was ja")."""
    genoemd = {woord.norm for woord in woorden[vermelding.van : vermelding.tot]}
    normen = (deel.tekst if tekst is None else tekst).split()
    naast = [norm for norm in normen if norm not in genoemd and norm not in NAAST_ANTWOORD]
    return kaal_antwoord(" ".join(naast)) is not None


def is_plaats(woorden: Sequence[Woord], vermelding: Vermelding) -> bool:
    """Whether the lessons are named as where something else is ("in het lespakket staat hoe je ...")."""
    return vermelding.gevraagd_element() == LESPROGRAMMA and is_omstandigheid(woorden, vermelding.van)


LESPROGRAMMA = "impl_lesprogramma"


def _staat_op_zich(vermelding: Vermelding) -> bool:
    """Whether a mention means an element of the check, or several things, between which the model does not choose."""
    return bool(vermelding.gevraagd_element()) or len({term.id for term in vermelding.kandidaten}) > 1


def _gewogen(paar: Paar, kans: Mapping[str, float]) -> Paar:
    """A pair with whether it is believed, or with another answer where the model reads that better than the rules."""
    beste = max(kans, key=lambda waarde: kans[waarde])
    elders = paar.waarde == DEELS and taal().cues["groep"].fullmatch(paar.cue)  # yes here and no there stays partly
    if (paar.waarde, beste) in BETER and kans[beste] >= BETER_DREMPEL and not paar.geerfd and not elders:
        return replace(paar, waarde=beste, cue=paar.cue or GEZEGDE)
    return replace(paar, zeker=kans.get(paar.waarde, 0.0) >= _nodig(paar))


_OOK = "ook"


def _is_antwoord(tekst: str) -> bool:
    """Whether a clause is nothing but an answer ("wisselend", "alle drie wel"): it speaks of what came before."""
    uitspraak = oordeel(tekst)
    rest = tekst.replace(uitspraak.cue, "", 1).split() if uitspraak and uitspraak.cue else tekst.split()
    return uitspraak is not None and all(woord in _TERUGWIJZEND for woord in rest)


_TERUGWIJZEND = frozenset({
    "alle", "alles", "allebei", "beide", "twee", "drie", "vier", "vijf", "zes", "dat", "die", "het", "is", "zijn",
    "er", "we", "wij", "doen", "hebben", "ook", "wel", "dan", "weer", "nog", "heel", "erg", "zeker",
})  # fmt: skip


def _is_losse_naam(normen: Sequence[str]) -> bool:
    """Whether a clause is a general word and no more ("een training"): that denies nothing by its meaning."""
    lijst = taal()
    return (lijst.lege_woorden | lijst.vulwoorden | lijst.algemene_woorden | lijst.zwakke_delen).issuperset(normen)


def _drempel(tekst: str) -> float:
    inhoud = [woord for woord in tekst.split() if woord not in taal().lege_woorden]
    if len(inhoud) < MIN_INHOUD:
        return DREMPEL_KORT
    return DREMPEL if oordeel(tekst) else DREMPEL_ZONDER_CUE


#: Answers that rest on how the sentence is built ("apart from sport we do nothing"), which the model does not see.
BOUW = frozenset({"behalve", "behalve ook", "buiten"})


def _nodig(paar: Paar) -> float:
    """How likely the model must find the answer; more where the element is not named by its own name."""
    zwak = paar.vermelding.manier in (UITING, SIGNAAL)
    if paar.cue in BOUW and not zwak:
        return 0.0
    if paar.geerfd and (paar.cue or not zwak):
        return GELOOF_GEERFD
    if not paar.cue:
        return GELOOF_ZONDER_CUE[zwak]
    return GELOOF_NEE[zwak] if paar.waarde in (NEE, WEET_NIET) else GELOOF[zwak]


_TERUG = ("dat ", "die ", "daar ", "daarmee ", "het ", "hier ")
_KORT = 4
_DE_REST = ("de rest", "rest ", "overige", "de overige")


def _hoort_erbij(deel: Zinsdeel, volgende: Zinsdeel) -> bool:
    """Whether a clause goes on about the one before: in one sentence, as its answer, or pointing back."""
    if volgende.tekst.startswith(_DE_REST) and not taal().cues["groep"].search(volgende.tekst):
        return False  # "..., the rest we do have" is about the other elements
    kort = len(volgende.tekst.split()) <= _KORT
    return deel.zin == volgende.zin or volgende.opener == "?" or kort or volgende.tekst.startswith(_TERUG)


def gezegde(
    woorden: Sequence[Woord],
    delen: Sequence[Zinsdeel],
    vermeldingen: Sequence[Vermelding],
    paren: Sequence[Paar],
    paar: Paar,
) -> str:
    """What is said of the element of a pair: its clause with `xx` for what is named, and a clause behind it."""
    deel = delen[paar.deel]
    tekst = rest_tekst(woorden, deel, [v for v in vermeldingen if v.tot > deel.van and v.van < deel.tot])
    if paar.vermelding.manier == UITING:
        tekst = f"xx {tekst}"
    if paar.deel + 1 < len(delen):
        volgende = delen[paar.deel + 1]
        noemt = any(v.van < volgende.tot and v.tot > volgende.van for v in vermeldingen)
        if _hoort_erbij(deel, volgende) and not noemt and not any(p.deel == volgende.nummer for p in paren):
            tekst += f" || {volgende.opener} {volgende.tekst}"
            if paar.bron == volgende.nummer:
                return tekst
    if paar.geerfd and paar.bron >= 0:
        bron = delen[paar.bron]
        in_bron = [v for v in vermeldingen if v.tot > bron.van and v.van < bron.tot]
        tekst += f" {'>>' if bron.nummer > deel.nummer else '<<'} {rest_tekst(woorden, bron, in_bron)}"
    return tekst


def naamloos(delen: Sequence[Zinsdeel], vermeldingen: Sequence[Vermelding]) -> list[Zinsdeel]:
    """The clauses in which nothing is named."""
    return [deel for deel in delen if not any(v.van < deel.tot and v.tot > deel.van for v in vermeldingen)]


# -- training ----------------------------------------------------------------------------------------------------


def _lees_yaml(bestand: Path) -> dict[str, str]:
    try:
        inhoud = yaml.load(bestand.read_text(encoding="utf-8"), Loader=SafeLoader) or {}
    except (OSError, yaml.YAMLError) as fout:
        raise ValueError(f"{bestand}: not readable ({fout}). Repair the file or take it from git.") from fout
    return {str(soort): str(blok) for soort, blok in inhoud.items()}


#: The features of a clause, counted, with what it is about.
Geteld = tuple[Counter[str], str]


def lees_regels(bestand: Path) -> list[tuple[str, str]]:
    """Lines with their label (uitingen.yml, gezegdes.yml). Raises ValueError naming a file that cannot be read."""
    return [
        (" ".join(regel.split()), soort)
        for soort, blok in _lees_yaml(bestand).items()
        for regel in blok.splitlines()
        if regel.strip()
    ]


def lees_berichten(bestand: Path) -> list[tuple[str, dict[str, str]]]:
    """Messages with the answer per element; `geen` where the message gives none. Raises ValueError."""
    uit = []
    for regel in _lees_yaml(bestand).get("berichten", "").splitlines():
        if not regel.strip():
            continue
        tekst, pijl, achter = regel.rpartition("=>")
        stukken = [stuk.split() for stuk in achter.split(",")]
        if not pijl or any(len(stuk) != 2 for stuk in stukken):
            raise ValueError(f"{bestand}: {regel.strip()!r} is not 'text => element answer, element answer'.")
        uit.append((tekst.strip(), {element: GEEN if waarde == "-" else waarde for element, waarde in stukken}))
    return uit


def normen_van(tekst: str) -> list[str]:
    """The normal forms of a text, without marks."""
    return platte_tekst(maak_woorden((stuk, 0) for stuk in TOKEN.findall(spelling().herstel(tekst)))).split()


def lees_uitingen(map_: Path) -> list[Geteld]:
    """The clauses of uitingen.yml, and the names, synonyms and signal words that mean one element only, counted."""
    per_tekst: dict[str, set[str]] = {}
    for term in termen():
        if term.gevraagd:
            per_tekst.setdefault(term.tekst.lower(), set()).add(term.id)
    zinnen = [
        (tekst[4:].strip(), soort + ONTKENT) if tekst.startswith("nee:") else (tekst, soort)
        for tekst, soort in lees_regels(map_ / "uitingen.yml")
    ]
    zinnen += [(tekst, next(iter(ids))) for tekst, ids in per_tekst.items() if len(ids) == 1]
    return [(kenmerken_uiting(normen_van(tekst)), soort) for tekst, soort in zinnen]


def leer_uitingen(uitingen: Sequence[Geteld]) -> Deelmodel:
    """Train the model of what a clause is about."""
    return Leerstof(uitingen).leer()


class Leerstof:
    """Clauses made ready for learning once, for models that learn from all of them or from a part."""

    def __init__(self, uitingen: Sequence[Geteld]) -> None:
        """Count and weigh the features of all clauses."""
        tellingen = [telling for telling, _ in uitingen]
        self._soorten = np.array([soort for _, soort in uitingen])
        self._schat = Woordenschat.leer(tellingen, 1.0, minimum=1)
        self._matrix = self._schat.matrix(tellingen)

    def leer(self, houd: NDArray[np.bool_] | None = None) -> Deelmodel:
        """Train the model of what a clause is about, on the clauses that `houd` marks; without it on all."""
        rijen = np.flatnonzero(houd) if houd is not None else np.arange(len(self._soorten))
        return Deelmodel(self._schat, leer(self._matrix[rijen], list(self._soorten[rijen]), 1.0, WARMTE_UITING))


def leer_gezegdes(voorbeelden: Iterable[tuple[str, Sequence[str], str]]) -> Deelmodel:
    """Train on clauses (element as `xx`) with the rules' reading and their answer."""
    rijen = list(voorbeelden)
    tellingen = [kenmerken_gezegde(tekst, gelezen) for tekst, gelezen, _ in rijen]
    schat = Woordenschat.leer(tellingen, 1.0, minimum=1)
    return Deelmodel(schat, leer(schat.matrix(tellingen), [waarde for _, _, waarde in rijen], 1.0, WARMTE_GEZEGDE))
