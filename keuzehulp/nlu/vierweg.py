"""The answer to the open question: ja, deels, nee, weet_niet or geen, judged on the whole message.

The classifier of intents must tell forty acts apart and knows no question. This model tells five things apart and does
know it: its features are those of the intents and, beside them, the course of the clauses ("ja ... maar ... niet"), the
words of the first and last clause, and what the rules read of the element that is asked about.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack

from keuzehulp.gesprek import is_beschrijving
from keuzehulp.nlu import bevel, blokken, halven, per_vraag
from keuzehulp.nlu.antwoord import kaal_antwoord
from keuzehulp.nlu.begrip import Begrip
from keuzehulp.nlu.bereik import DEELS, GEEN, JA, NEE, WEET_NIET, Paar, oordeel
from keuzehulp.nlu.duiding import BOUW, UITING
from keuzehulp.nlu.elders import MET_ZOVEEL_WOORDEN, WAARDEN, is_impl, kort_over_ander, ongevraagd
from keuzehulp.nlu.entiteiten import Entiteit
from keuzehulp.nlu.model import LineairModel, leer
from keuzehulp.nlu.oplossen import (
    ANTWOORDEN,
    FALLBACK,
    INTENT_VAN,
    LETTERLIJK,
    WAARDE_VAN,
    Uitkomst,
    alleen_getal,
    gevraagde_elementen,
    losse_opening,
    zegt_niets,
)
from keuzehulp.nlu.taal import taal
from keuzehulp.nlu.vermeldingen import is_omstandigheid
from keuzehulp.nlu.woordenschat import Woordenschat, ngrammen
from keuzehulp.nlu.zinsdelen import Zinsdeel
from keuzehulp.zoeken import stam

#: What a message begins with, behind words that say nothing.
_ONDERWERP = re.compile(
    r"(?:(?:en|maar|nou|ja|nee|pff+|sorry|hm+|zucht|tja|oh) )*(?:de|het|mijn|mn|m n|ons|onze|die|dat|deze|dit|een|hun) ([\w-]+)"
)
#: How likely no answer is where a message begins with something of which no answer ever spoke.
VREEMD = 0.9
#: Weight of the features of this model beside those of the intents.
SCHAAL = 0.8
#: Measured once by cross-validation (model.beste_temperatuur).
WARMTE = 0.3
MAX_DELEN = 8
MAX_WOORDEN = 15
# How likely an answer must be, how much likelier than the next, and how much more so between yes and no.
ZEKER = 0.4
ZEKER_ZONDER_CUE = 0.65
ZEKER_TEGEN = 0.8
# Not to know without a word that says so: in cross-validation 14 of 38 below this were meant so, of 168 others 160 (2026-11-23).
ZEKER_ONWETEND = 0.6
VERSCHIL = 0.02
VERSCHIL_WISSEL = 0.6
# The same where the words by themselves and the classifier of the whole message read that answer too.
VERSCHIL_EENS = 0.35
# How likely an answer must be where the classifier of intents sees an act; more where the act changes something.
DAAD = 0.5
# Under this chance an act that came second was hardly seen.
MINSTE_DAAD = 0.05
DAAD_INGRIJPEND = 0.9
INGRIJPEND = frozenset({"stop", "skip", "restart", "delete_data", "go_back", "correct", "goodbye", "report"})
VRAAG_WEET_NIET = 0.8
# How sure the answer to the question must be where the message seems to be about another element; and how sure it must
# seem to be about that one, and not about the question.
ZEKER_OVERSTEMT = 0.99
OVER_ANDER = 0.9
OVER_VRAAG = 0.05
MIN_WOORDEN_ANDER = 4
# From which chance a message is so surely about what is asked ("judo") that a likely yes is enough.
OVER_EIGEN = 0.95
# Under which chance of no answer at all the words of an answer still count, also where it is surely about the question.
GEEN_GELEZEN, GEEN_OVER_EIGEN = 0.6, 0.8
# From which chance a message that opens with yes or no may be none; and what Rasa's FallbackClassifier is set to.
ZEKER_GEEN = 0.9
FALLBACK_ONDER, FALLBACK_NAAST = 0.25, 0.05
# Longer than this, a message that looks like an act is not an answer after all.
MAX_INHOUD = 80
# What must be left of the chances without `geen` to choose an answer by; with less it is asked.
GENOEG_OVER = 0.15
# An answer that the words give by themselves.
ZEKER_ZELF = 0.9
_ONTKENNING = frozenset({"niet", "geen", "nooit", "niemand", "niks", "niets", "nergens", "zonder", "nauwelijks"})


def label(intent: str, heeft_vraag: bool) -> str | None:
    """What a training sentence teaches; None for sentences it learns nothing from.

    A list answers several questions: without the question it belongs to it says neither one thing nor another.
    """
    if intent == "crisis" or (intent == "inform" and not heeft_vraag):
        return None
    return WAARDE_VAN.get(intent, GEEN)


def eigen_vraag(begrip: Begrip) -> str | None:
    """The question a training sentence belongs to when it does not say: the one element it speaks of."""
    elementen = {paar.element for paar in begrip.paren}
    return next(iter(elementen)) if len(elementen) == 1 else None


# -- features ------------------------------------------------------------------------------------------------------


def _lezing(deel: Zinsdeel) -> str:
    """The answer that one clause gives by itself, with a mark when it turns against what came before."""
    waarde = kaal_antwoord(deel.tekst)
    if waarde not in WAARDEN:
        gevonden = oordeel(deel.tekst)
        waarde = gevonden.waarde if gevonden else "-"
    return f"maar{waarde}" if deel.opener in taal().tegenstelling else str(waarde)


def _verloop(begrip: Begrip) -> Iterable[str]:
    """The clauses one after the other, and how they begin and end."""
    lezingen = [_lezing(deel) for deel in begrip.delen[:MAX_DELEN]]
    yield from (f"verloop {g}" for g in ngrammen(["<", *(x for x in lezingen if x != "-"), ">"], 1, 3))
    if lezingen:
        yield f"eerst={lezingen[0]}"
        yield f"laatst={lezingen[-1]}"
        yield f"eerst+laatst={lezingen[0]} {lezingen[-1]}"
    yield f"geheel={begrip.geheel}"
    yield f"geheel+eerste={begrip.geheel} {begrip.eerste}"
    meest = max((sum(w in _ONTKENNING for w in deel.tekst.split()) for deel in begrip.delen), default=0)
    yield f"ontkenningen={min(meest, 2)}"


def _woorden(begrip: Begrip) -> Iterable[str]:
    """The words of the first and the last clause, and of a clause that turns against what came before."""
    if len(begrip.delen) < 2:
        return
    tegen = [("T", deel) for deel in begrip.delen if deel.opener in taal().tegenstelling]
    for merk, deel in [("F", begrip.delen[0]), ("L", begrip.delen[-1]), *tegen]:
        yield from (f"{merk} {g}" for g in ngrammen(["<", *deel.tekst.split()[:MAX_WOORDEN], ">"], 1, 2))


def _over_de_vraag(begrip: Begrip, vraag: str) -> Iterable[str]:
    """What the rules read of the element that is asked about, and of others."""
    paren = {paar.element: paar for paar in begrip.paren}
    genoemd = _genoemd(begrip) - {None}
    paar = paren.get(vraag)
    yield f"paar={paar.waarde if paar else None}"
    if paar:
        yield f"paar={paar.waarde} {bool(paar.cue)} {paar.zeker}"
        yield f"paar+geheel={paar.waarde} {begrip.geheel}"
        yield from (f"cue={paar.waarde} {woord}" for woord in paar.cue.split()[:4])
    yield f"noemt={'zelf' if vraag in genoemd else ''}{'ander' if genoemd - {vraag} else ''}"
    yield f"aantal={min(len(paren), 3)} {paar is not None}"
    yield from (f"ander={p.waarde} {e in genoemd}" for e, p in paren.items() if e != vraag)
    yield f"hint={vraag in {term.id for term in begrip.hints}}"
    eigen = _trap(begrip.over.get(vraag, 0.0))
    ander = _trap(_over_ander(begrip, vraag)[1])
    yield f"over={eigen}"
    yield f"over ander={ander}"
    yield f"over={eigen} {ander}"
    # "De verwarming doet het niet" denies something, and not what is asked: whose denial it is, shows at its beginning.
    yield f"begin={' '.join(begrip.norm.split()[:1])} {begrip.geheel} {eigen}"


def _trap(kans: float) -> int:
    """A chance in four steps."""
    return sum(kans >= grens for grens in (0.1, 0.5, 0.9))


def _over_ander(begrip: Begrip, vraag: str) -> tuple[str, float]:
    """The other element that the message is most likely about, with its chance."""
    anderen = {e: kans for e, kans in begrip.over.items() if e != vraag}
    return max(anderen.items(), key=lambda paar: paar[1], default=("", 0.0))


_KORT_WOORD = 2


def kenmerken(begrip: Begrip, vraag: str | None) -> Counter[str]:
    """Named features, counted, beside those of the intents.

    What a word tells depends on the question: breathing answers that about coping, and hardly that about moving. Stems beside
    their question took swaps of yes and no from 235 to 214 of 7,349 in cross-validation (2026-11-23).
    """
    telling = Counter(f"r:{naam}" for naam in _verloop(begrip))
    telling.update(f"w:{naam}" for naam in _woorden(begrip))
    if vraag is not None:
        telling.update(f"l:{naam}" for naam in _over_de_vraag(begrip, vraag))
        telling.update(f"d:{vraag} {stam(woord)}" for woord in set(begrip.norm.split()) if len(woord) > _KORT_WOORD)
    return telling


# -- the model -----------------------------------------------------------------------------------------------------


@dataclass
class Vierweg:
    """A linear model over the features of the intents and its own."""

    schat: Woordenschat
    model: LineairModel
    #: How many features the intents have; its own come behind them.
    breedte: int
    #: Words of the training messages that answer a question (woorden_van_antwoorden).
    antwoordwoorden: frozenset[str] = frozenset()

    def kansen(self, rij: csr_matrix, begrip: Begrip, vraag: str | None) -> dict[str, float]:
        """The chance of every answer to the question, and of `geen`; `rij` holds the features of the intents."""
        kansen = self._geschat(rij, begrip, vraag)
        if vraag is None or not (self.vreemd_onderwerp(begrip, vraag) or self.zonder_bekend_woord(begrip)):
            return kansen
        return {waarde: (1.0 - VREEMD) * kans + VREEMD * (waarde == GEEN) for waarde, kans in kansen.items()}

    def zonder_bekend_woord(self, begrip: Begrip) -> bool:
        """Whether a few words say nothing that any answer ever said ("flapper de snor"): pieces of them look like something.

        Of 840 answers and remarks that were not learnt yet, one was such, and it was a remark (2026-11-23).
        """
        woorden = begrip.norm.split()
        gelezen = begrip.eerste or begrip.kaal or begrip.geheel or begrip.hints or begrip.paren
        if not self.antwoordwoorden or gelezen or not 1 < len(woorden) <= MAX_WOORDEN:
            return False
        return not any(w in self.antwoordwoorden for w in woorden if w not in taal().lege_woorden)

    def vreemd_onderwerp(self, begrip: Begrip, vraag: str) -> bool:
        """Whether a message begins with something of which no answer ever spoke ("de verwarming doet het niet").

        Its words of denial would make it a no. Of 1,740 training answers with such a word 1 in 100 begins so, with its own
        message left out, and of 310 remarks 13 (2026-11-23).
        """
        onderwerp = _ONDERWERP.match(begrip.norm)
        if not self.antwoordwoorden or onderwerp is None or begrip.geheel in (DEELS, WEET_NIET):
            return False
        if begrip.eerste is not None or begrip.kaal is not None:
            return False
        genoemd = {term.id for term in begrip.hints} | {paar.element for paar in begrip.paren if paar.cue}
        return (
            onderwerp[1] not in self.antwoordwoorden
            and vraag not in genoemd
            and _trap(begrip.over.get(vraag, 0.0)) == 0
        )

    def _geschat(self, rij: csr_matrix, begrip: Begrip, vraag: str | None) -> dict[str, float]:
        plekken, waarden = self.schat.vector(kenmerken(begrip, vraag))
        alle = np.concatenate([rij.indices, plekken + self.breedte])
        kansen = self.model.kansen_van(alle, np.concatenate([rij.data, waarden]))
        return dict(zip(self.model.intents, map(float, kansen), strict=True))

    def bewaar(self, map_: Path) -> None:
        """Write the model as plain arrays and names."""
        self.model.bewaar(map_)
        self.schat.bewaar(map_)
        inhoud = {"breedte": self.breedte, "antwoordwoorden": sorted(self.antwoordwoorden)}
        (map_ / "vierweg.json").write_text(json.dumps(inhoud), encoding="utf-8")

    @classmethod
    def lees(cls, map_: Path) -> Vierweg:
        """Read what `bewaar` wrote."""
        inhoud = json.loads((map_ / "vierweg.json").read_text(encoding="utf-8"))
        schat = Woordenschat.lees(map_)
        return cls(schat, LineairModel.lees(map_), int(inhoud["breedte"]), frozenset(inhoud["antwoordwoorden"]))


def leer_vierweg(x: csr_matrix, voorbeelden: Sequence[tuple[Begrip, str | None, str]], c: float = 1.0) -> Vierweg:
    """Train on the features of the intents and on (message, question, label).

    Raises ValueError when all labels are the same.
    """
    tellingen = [kenmerken(begrip, vraag) for begrip, vraag, _ in voorbeelden]
    schat = Woordenschat.leer(tellingen, SCHAAL)
    samen = hstack([x, schat.matrix(tellingen)]).tocsr()
    model = leer(samen, [waarde for _, _, waarde in voorbeelden], c, WARMTE)
    return Vierweg(schat, model, x.shape[1])


#: One in so many answers is learnt as no answer to another question as well.
_ELKE = 20
#: How surely an answer must be about its own question, and how surely not about the other.
_OVER_EIGEN, _NIET_OVER = 0.8, 0.05


def bij_een_andere_vraag(voorbeelden: Sequence[tuple[Begrip, str | None, str]]) -> list[tuple[int, str]]:
    """Of answers that tell of their own element: the number of one in twenty, with a question that it does not answer.

    Nobody writes down answers to what was not asked, and without them what is told of one element answered the next one.
    In cross-validation with one in fourteen, of 1,503 such messages 545 were surely taken for an answer and 861 before, with
    9 of 4,276 answers and remarks lost (2026-11-23).
    """
    elementen = sorted(element for element in gevraagde_elementen() if not is_impl(element))
    geschikt = [
        (nummer, begrip)
        for nummer, (begrip, vraag, waarde) in enumerate(voorbeelden)
        if waarde in (JA, DEELS, NEE)
        and begrip.over.get(str(vraag), 0.0) >= _OVER_EIGEN
        and begrip.eerste is None
        and begrip.kaal is None
    ]
    uit = []
    for beurt, (nummer, begrip) in enumerate(geschikt[::_ELKE]):
        gelezen = {paar.element for paar in begrip.paren} | {voorbeelden[nummer][1]}
        gedraaid = elementen[beurt % len(elementen) :] + elementen[: beurt % len(elementen)]
        ander = [e for e in gedraaid if begrip.over.get(e, 0.0) < _NIET_OVER and e not in gelezen]
        uit += [(nummer, element) for element in ander[:1]]
    return uit


def woorden_van_antwoorden(berichten: Iterable[tuple[Begrip, str]]) -> frozenset[str]:
    """The words of the short training messages that answer yes, no or partly; each message comes with its intent.

    A long one tells of much beside its answer.
    """
    gesplitst = ((begrip.norm.split(), WAARDE_VAN.get(intent)) for begrip, intent in berichten)
    return frozenset(
        norm
        for woorden, waarde in gesplitst
        if waarde in (JA, DEELS, NEE) and len(woorden) <= MAX_WOORDEN
        for norm in woorden
    )


# -- the decision --------------------------------------------------------------------------------------------------


def over_element(vraag: str) -> bool:
    """Whether the open question asks for one of the four answers about an element."""
    return vraag in gevraagde_elementen()


def weeg(begrip: Begrip, uitkomst: Uitkomst, kansen: Mapping[str, float], vraag: str) -> Uitkomst:
    """The outcome for the open question; a message that opens with yes or no is never left without an answer."""
    gewogen = _zonder_terloops(begrip, _met_antwoord_vooraf(begrip, uitkomst, kansen, vraag), vraag)
    return _bij_het_ander(begrip, gewogen, kansen, vraag)


#: From which chance a message that does not point at the question is about another element.
OVER_ELDERS = 0.7


#: Under this an answer to the question is no likelier than something else.
MEER_DAN_NIET = 0.5


def _bij_het_ander(begrip: Begrip, uitkomst: Uitkomst, kansen: Mapping[str, float], vraag: str) -> Uitkomst:
    """The outcome without an answer to the question from a message that is about another element, and not about this one.

    "No training, you are thrown in at the deep end" tells of the support. What its words answer there stands; else it is
    asked.
    """
    eigen = {vraag, "vraag"} & {a.rol for a in uitkomst.antwoorden}
    if not eigen or is_impl(vraag) or begrip.eerste is not None or begrip.kaal is not None or begrip.vraag:
        return uitkomst
    gelezen = {paar.element for paar in begrip.paren}
    genoemd = _genoemd(begrip)
    wijst = {term.id for term in begrip.hints} | genoemd | gelezen
    eigen_kans = max((kansen.get(a.waarde, 0.0) for a in uitkomst.antwoorden if a.rol in (vraag, "vraag")), default=0.0)
    anders = any(
        not is_impl(e)
        and (
            (kans >= OVER_ELDERS and e in genoemd)
            or (kans >= OVER_ANDER and (e in gelezen or eigen_kans < MEER_DAN_NIET))
        )
        for e, kans in begrip.over.items()
    )
    if vraag in wijst or begrip.over.get(vraag, 0.0) >= OVER_VRAAG or not anders:
        return uitkomst
    element = _over_ander(begrip, vraag)[0]
    if len(begrip.norm.split()) < MIN_WOORDEN_ANDER or begrip.geheel == WEET_NIET:
        return uitkomst
    paar = next((p for p in begrip.paren if p.element == element and p.zeker), None)
    if paar is None or _rest(uitkomst, vraag):
        return _vraagt(uitkomst, kansen, vraag)
    antwoord = Entiteit("antwoord", paar.waarde, paar.vermelding.begin, paar.vermelding.eind, element)
    return replace(uitkomst, intent="inform", antwoorden=[antwoord], twijfel=[])


def _met_antwoord_vooraf(begrip: Begrip, uitkomst: Uitkomst, kansen: Mapping[str, float], vraag: str) -> Uitkomst:
    gewogen = _weeg(begrip, uitkomst, kansen, vraag)
    if begrip.eerste not in (JA, NEE) or gewogen.twijfel or zegt_niets(begrip.tekst):
        return gewogen
    if gewogen.intent == "inform" and not {vraag, "vraag"} & {a.rol for a in gewogen.antwoorden}:
        return _met_opening(begrip, gewogen)
    if not valt_weg(gewogen):
        return gewogen
    waarde = DEELS if begrip.geheel == DEELS else begrip.eerste
    if kansen.get(GEEN, 0.0) >= ZEKER_GEEN:
        return replace(gewogen, intent=FALLBACK, antwoorden=[], twijfel=[DEELS, begrip.eerste])
    return _met_antwoord(begrip, gewogen, vraag, waarde, max(ZEKER, kansen.get(waarde, 0.0)))


def _met_opening(begrip: Begrip, uitkomst: Uitkomst) -> Uitkomst:
    """Answers for other elements, with the bare yes or no before them: "nee, rollenspel doen we wel"."""
    opening = losse_opening(begrip)
    if opening not in (JA, NEE) or kaal_antwoord(begrip.delen[0].tekst) != opening or not uitkomst.antwoorden:
        return uitkomst
    if _stemt_in(begrip) and NEE in {a.waarde for a in uitkomst.antwoorden}:
        return uitkomst  # "klopt, alleen ouders niet" is about what was noted
    eigen = Entiteit("antwoord", opening, 0, len(begrip.tekst), "vraag")
    return replace(uitkomst, antwoorden=[*uitkomst.antwoorden, eigen])


#: Words by which a clause adds something to an answer, and what may stand beside an item of a list.
_ERBIJ = frozenset({"ook", "daarnaast", "verder", "bovendien", "tevens", "evengoed", "plus", "en"})
_MAX_NAAST_ITEM = 2
#: What people want, say or find is no practice.
_VAN_MENSEN = frozenset({"ouders", "docent_betrokkenheid", "impl_behoefte"})
_MENING = frozenset({
    "zou", "zouden", "wil", "willen", "wilden", "vind", "vindt", "vinden", "vonden", "klaagt", "klagen", "klaagden", "vraagt",
    "vragen", "vroegen", "gevraagd", "merken", "merkten", "vertellen", "zeggen", "zeiden", "hopen", "denken", "dachten", "snappen",
})  # fmt: skip


def _zonder_terloops(begrip: Begrip, uitkomst: Uitkomst, vraag: str) -> Uitkomst:
    """A message that opens with an answer, without answers for other elements that it only names in passing.

    "Ja, daarvoor krijgen ze een stappenplan mee naar huis" tells nothing of the parents; what is left out is asked later.
    """
    if uitkomst.intent not in ANTWOORDEN or begrip.eerste not in (JA, NEE, DEELS):
        return uitkomst
    paren = {paar.element: paar for paar in begrip.paren}
    blijft = [
        a for a in uitkomst.antwoorden if a.rol not in paren or a.rol == vraag or _telt(begrip, paren[str(a.rol)])
    ]
    if len(blijft) == len(uitkomst.antwoorden):
        return uitkomst
    over = replace(uitkomst, antwoorden=blijft)
    return (
        over
        if {vraag, "vraag"} & {a.rol for a in blijft}
        else _met_antwoord(begrip, over, vraag, str(begrip.eerste), ZEKER)
    )


def _telt(begrip: Begrip, paar: Paar) -> bool:
    """Whether the clause of a pair tells of its element: with an answer of its own, as an addition, or as an item of a list."""
    deel = begrip.delen[paar.deel]
    normen = deel.tekst.split()
    if paar.element in _VAN_MENSEN and not _MENING.isdisjoint(normen):
        return False
    if paar.cue and not paar.geerfd:
        return True
    if is_omstandigheid(begrip.woorden, paar.vermelding.van):
        return False
    if deel.opener in _ERBIJ or not _ERBIJ.isdisjoint(normen):
        return True
    naast = [n for n in normen[paar.vermelding.tot - paar.vermelding.van :] if n not in taal().vulwoorden]
    return len(naast) <= _MAX_NAAST_ITEM


def valt_weg(uitkomst: Uitkomst) -> bool:
    """Whether an outcome is not understood, or so unsure that Rasa's FallbackClassifier (config.yml) makes it that.

    Nor is a yes or no with a remark behind it small talk ("nee joh, dat is toch therapie").
    """
    if uitkomst.intent in (FALLBACK, "chitchat"):
        return True
    naast = max((kans for naam, kans in uitkomst.volgorde if naam != uitkomst.intent), default=0.0)
    return uitkomst.zekerheid < FALLBACK_ONDER or uitkomst.zekerheid - naast < FALLBACK_NAAST


def _weeg(begrip: Begrip, uitkomst: Uitkomst, kansen: Mapping[str, float], vraag: str) -> Uitkomst:
    """The outcome with the answer to the open question as this model sees it; in doubt it asks.

    What is certain by itself stays as it is: a bare answer, danger, a question, a message that cannot be read.
    """
    gegeven = None if uitkomst.intent == "crisis" else per_vraag.antwoord_op(begrip.tekst, begrip.norm, vraag)
    if isinstance(gegeven, str):
        return _met_antwoord(begrip, _zonder_daad(uitkomst), vraag, gegeven, ZEKER_ZELF)
    if gegeven is not None:
        return replace(uitkomst, intent=FALLBACK, antwoorden=[], twijfel=list(gegeven))
    if begrip.eerste is None and taal().begin["navraag"].match(begrip.norm):
        return _zonder_antwoord(uitkomst, vraag)
    inhoud = _is_inhoud(begrip, uitkomst)
    if inhoud:
        uitkomst, kansen = _als_inhoud(begrip, uitkomst, kansen)
    rij = sorted(kansen.items(), key=lambda paar: -paar[1])
    (beste, kans), (tweede, volgende) = rij[0], rij[1]
    gevraagd = _gevraagd(begrip, uitkomst.antwoorden, vraag)
    if gevraagd != uitkomst.antwoorden:
        uitkomst = replace(uitkomst, antwoorden=gevraagd)
    if _staat_vast(begrip, uitkomst) or (begrip.tekst.rstrip().endswith("?") and _geen_antwoord(begrip, beste, kans)):
        return uitkomst
    if gegeven := _in_rij(begrip, vraag):
        return _met_antwoord(begrip, uitkomst, vraag, gegeven, ZEKER_ZELF)
    if _JA_MET.match(begrip.norm) and not begrip.vraag and begrip.geheel != DEELS and _in_een_adem(begrip):
        return _met_antwoord(begrip, replace(uitkomst, antwoorden=[]), vraag, JA, ZEKER_ZELF)
    if ander := kort_over_ander(begrip, vraag):
        return replace(uitkomst, intent="inform", antwoorden=[ander], twijfel=[])
    eigen = _zegt_zelf(begrip, vraag)
    if eigen and not _is_lijst(begrip, uitkomst, vraag):
        return _met_antwoord(begrip, uitkomst, vraag, eigen, ZEKER_ZELF)
    if uitkomst.intent in WEG and _noemt_de_vraag(begrip, vraag):
        # "We bewegen in de pauze" is no wish to pause.
        uitkomst = replace(uitkomst, intent=FALLBACK, antwoorden=[], twijfel=[])
        beste, kans = max(((w, kansen.get(w, 0.0)) for w in WAARDEN), key=lambda paar: paar[1])
        return _met_antwoord(begrip, uitkomst, vraag, beste, max(kans, ZEKER))
    if uitkomst.intent not in {*ANTWOORDEN, FALLBACK}:
        nodig = DAAD_INGRIJPEND if uitkomst.intent in INGRIJPEND else DAAD
        if beste == GEEN or kans < nodig:
            return uitkomst
    # What was a command by its words only sounds like another element too.
    anderen = [] if inhoud and not _genoemd(begrip) else _over_anderen(begrip, vraag)
    elders = _over_ander(begrip, vraag)[1] >= OVER_EIGEN
    if anderen and uitkomst.intent in {*ANTWOORDEN, FALLBACK} and (beste == GEEN or elders or kans < ZEKER_OVERSTEMT):
        # What the whole message was hesitated about, was not this.
        return replace(uitkomst, intent="inform", antwoorden=anderen, twijfel=[])
    if beste == WEET_NIET and begrip.geheel == NEE and taal().cues["onwetend"].search(begrip.geheel_cue):
        # "My colleague does not even know of it" is no "we do not know".
        return _met_antwoord(begrip, uitkomst, vraag, NEE, kans)
    gelezen = WAARDE_VAN.get(uitkomst.intent)
    grens = GEEN_OVER_EIGEN if begrip.over.get(vraag, 0.0) >= OVER_EIGEN else GEEN_GELEZEN
    if beste == GEEN and kans < grens and tweede == gelezen and begrip.geheel in (None, gelezen):
        # The classifier of the whole message reads the answer too, and this model only doubts.
        beste, kans, volgende = tweede, volgende / (1.0 - kans), 0.0
    if beste == GEEN:
        return _zonder_antwoord(uitkomst, vraag)
    if _somt_anderen_op(begrip, uitkomst, vraag):
        opening = losse_opening(begrip)
        if opening in WAARDEN:
            return _met_antwoord(begrip, uitkomst, vraag, str(opening), kans)
        return _zonder_antwoord(uitkomst, vraag)
    if _tegen_opening(begrip, uitkomst, vraag, beste):
        # "Klopt, alleen ouders doen hier niks": the no is about the parents.
        return _zonder_antwoord(uitkomst, vraag)
    if _is_lijst(begrip, uitkomst, vraag) or (beste != WEET_NIET and _over_iets_anders(begrip, uitkomst, vraag)):
        return uitkomst
    verschil = VERSCHIL_WISSEL if {beste, tweede} == {JA, NEE} else VERSCHIL
    if verschil == VERSCHIL_WISSEL and beste == gelezen == begrip.geheel:
        verschil = VERSCHIL_EENS
    if kans < _zeker_genoeg(begrip, beste, vraag) or kans - volgende < verschil:
        return _vraagt(uitkomst, kansen, vraag)
    return _met_antwoord(begrip, uitkomst, vraag, beste, kans)


def _zonder_daad(uitkomst: Uitkomst) -> Uitkomst:
    """The outcome without what else its words seemed to be."""
    return replace(uitkomst, intent=FALLBACK, antwoorden=[], twijfel=[])


def _is_inhoud(begrip: Begrip, uitkomst: Uitkomst) -> bool:
    """Whether a word of a command in a message is part of what it tells, be it that the act was seen or only came second."""
    if uitkomst.intent == "crisis" or zegt_niets(begrip.tekst) or is_beschrijving(begrip.tekst):
        return False
    if len(begrip.norm.split()) > MAX_INHOUD:
        return False  # a text, not an answer
    if uitkomst.intent not in {*ANTWOORDEN, FALLBACK}:
        return bevel.is_inhoud(begrip, uitkomst.intent)
    daad, kans = next(((naam, k) for naam, k in uitkomst.volgorde if naam not in {*ANTWOORDEN, FALLBACK}), ("", 0.0))
    if kans < MINSTE_DAAD:
        return False
    woorden = taal().daden.get(daad)
    return (
        bool(_rest_leeg(uitkomst)) and bevel.is_inhoud(begrip, daad) and bool(woorden and woorden.search(begrip.norm))
    )


def _rest_leeg(uitkomst: Uitkomst) -> bool:
    return all(a.rol == "vraag" for a in uitkomst.antwoorden)


def _als_inhoud(
    begrip: Begrip, uitkomst: Uitkomst, kansen: Mapping[str, float]
) -> tuple[Uitkomst, Mapping[str, float]]:
    """The outcome without the act, and the chances without `geen` where enough is left to tell the four apart."""
    if uitkomst.intent not in ANTWOORDEN:
        uitkomst = replace(uitkomst, intent=FALLBACK, antwoorden=[], twijfel=[])
    if max(WAARDEN, key=lambda waarde: kansen.get(waarde, 0.0)) == WEET_NIET and begrip.geheel != WEET_NIET:
        # Not to know must be said: "als ik hulp nodig heb bel ik de trainer" says no such thing.
        return uitkomst, {GEEN: 1.0, JA: 0.0}
    over = sum(kansen.get(waarde, 0.0) for waarde in WAARDEN)
    if over < GENOEG_OVER and not bevel.vertelt_praktijk(begrip):
        return uitkomst, kansen
    if over < GENOEG_OVER:
        # Too little to go by: it is asked, with what the words say first.
        rij = dict.fromkeys((begrip.geheel or JA, DEELS, JA, NEE, WEET_NIET))
        return uitkomst, {GEEN: 0.0, **{waarde: ZEKER / (2 + plek) for plek, waarde in enumerate(rij)}}
    return uitkomst, {GEEN: 0.0, **{waarde: kansen.get(waarde, 0.0) / over for waarde in WAARDEN}}


def _zeker_genoeg(begrip: Begrip, waarde: str, vraag: str) -> float:
    """How likely an answer must be: yes and no more where the rules read none, and most where they read the other."""
    if waarde == WEET_NIET and begrip.geheel != WEET_NIET:
        return ZEKER_ONWETEND
    if waarde not in (JA, NEE):
        return ZEKER
    gelezen = {paar.waarde for paar in begrip.paren if paar.element == vraag and paar.cue} | {begrip.geheel}
    if waarde in gelezen or (waarde == JA and NEE not in gelezen and begrip.over.get(vraag, 0.0) >= OVER_EIGEN):
        return ZEKER
    if waarde == NEE and any(
        p.element == vraag and p.waarde == JA and p.vermelding.manier in LETTERLIJK for p in begrip.paren
    ):
        return ZEKER_TEGEN  # it is named, and no word denies it
    return ZEKER_TEGEN if gelezen & {JA, NEE} else ZEKER_ZONDER_CUE


def _staat_vast(begrip: Begrip, uitkomst: Uitkomst) -> bool:
    if uitkomst.intent == "crisis" or begrip.kaal is not None or not begrip.norm:
        return True
    if len(begrip.norm.split()) > MAX_INHOUD:
        return True  # so many words hold something of everything
    return zegt_niets(begrip.tekst) or is_beschrijving(begrip.tekst) or alleen_getal(begrip)


def _geen_antwoord(begrip: Begrip, beste: str, kans: float) -> bool:
    """Whether a message that ends as a question is one: it does not begin with an answer, nor surely says not to know."""
    return begrip.eerste is None and not (beste == WEET_NIET and kans >= VRAAG_WEET_NIET)


def _genoemd(begrip: Begrip) -> set[str | None]:
    """The elements that a message names by their own names."""
    return {v.gevraagd_element() for v in begrip.vermeldingen if v.manier in LETTERLIJK}


def _is_lijst(begrip: Begrip, uitkomst: Uitkomst, vraag: str) -> bool:
    """Whether a message answers the question and others, each by its own name: then every clause has its own answer."""
    rollen = {antwoord.rol for antwoord in uitkomst.antwoorden} & _genoemd(begrip)
    return vraag in rollen and len(rollen) > 1


def _over_iets_anders(begrip: Begrip, uitkomst: Uitkomst, vraag: str) -> bool:
    """Whether a message only speaks of other elements, by their own names."""
    rollen = {antwoord.rol for antwoord in uitkomst.antwoorden}
    genoemd = _genoemd(begrip)
    return bool(rollen) and rollen <= genoemd and vraag not in genoemd


def _somt_anderen_op(begrip: Begrip, uitkomst: Uitkomst, vraag: str) -> bool:
    """Whether a message tells of two other elements or more: the question gets no more than an answer before all that."""
    anderen = {antwoord.rol for antwoord in _rest(uitkomst, vraag)}
    anderen |= {paar.element for paar in begrip.paren if is_impl(paar.element) and paar.zeker}
    gelezen = {paar.element for paar in begrip.alle_paren or begrip.paren}
    return uitkomst.intent in ANTWOORDEN and len(anderen) > 1 and vraag not in gelezen | _genoemd(begrip)


def _zegt_zelf(begrip: Begrip, vraag: str) -> str | None:
    """The answer that does not need the model.

    Half of the support is partly. A message that is nothing but an example of what is asked, perhaps with when it is
    done ("yoga op vrijdag"), says that it is there. What is practised is there, and so is what it is practised for.
    """
    if begrip.eerste in (JA, NEE) and _DE_ANDERE.fullmatch(begrip.norm):
        return begrip.eerste
    if gewikt := _WIKT.fullmatch(begrip.norm):
        return _HERNOMEN[gewikt["meer"] or gewikt["toch"]]
    slotsom = _SLOTSOM.search(begrip.norm)
    if slotsom and not begrip.vraag:
        return _CONCLUSIES[slotsom[1]]
    opdracht = _ZET_MAAR.search(begrip.norm)
    if opdracht and not begrip.vraag:
        return _CONCLUSIES[opdracht[1]]
    herneemt = _HERNEEMT.match(begrip.norm)
    if herneemt and not begrip.vraag:
        return _HERNOMEN[herneemt[1]]
    paar = next((p for p in begrip.paren if p.element == vraag), None)
    if paar and paar.cue == halven.CUE:
        return paar.waarde
    if paar and _is_er_ook(begrip, paar):
        return JA
    if paar and paar.zeker and (paar.cue in BOUW or _is_kop(begrip, paar) or _neemt_terug(begrip, paar)):
        return paar.waarde
    if paar and _is_voorbeeld(begrip, paar):
        return JA
    if paar and _antwoordt_kort(begrip, paar):
        return paar.waarde
    geoefend = next((p for p in begrip.paren if p.element == OEFENEN and p.vermelding.manier in LETTERLIJK), None)
    hint = vraag in {term.id for term in begrip.hints}
    if geoefend and geoefend.waarde in (JA, DEELS) and hint and len(begrip.delen) == 1 and not begrip.vraag:
        return geoefend.waarde
    return None


_OOK = "ook"


def _is_er_ook(begrip: Begrip, paar: Paar) -> bool:
    """Whether the clause of an element only says that it is there too ("uitleg krijgen ze ook, en cgt doen we niet")."""
    words = begrip.delen[paar.deel].tekst.split()
    plain = paar.waarde == JA and not paar.geerfd and not begrip.vraag
    return plain and _OOK in words and _ONTKENNING.isdisjoint(words)


_BONDIG = 4


def _in_rij(begrip: Begrip, vraag: str) -> str | None:
    """The answer that a list gives for the question, be it as one of its items or as part of a block."""
    met_cue = [p for p in begrip.paren if p.zeker and p.cue]
    eigen = next((p for p in met_cue if p.element == vraag), None)
    if eigen is None or begrip.vraag or len(met_cue) < _MIN_RIJ:
        return None
    if eigen.cue in (blokken.CUE, _BEHALVE):
        return eigen.waarde
    bondig = [p for p in met_cue if len(begrip.delen[p.deel].tekst.split()) <= _BONDIG]
    genoemd = eigen.vermelding.manier in LETTERLIJK or eigen.geerfd or eigen.cue in MET_ZOVEEL_WOORDEN
    return eigen.waarde if eigen in bondig and len(bondig) >= _MIN_RIJ and genoemd else None


_BEHALVE = "behalve"
_MIN_RIJ = 2
#: Behind an answer: what is said of the other questions.
_DE_ANDERE = re.compile(
    r"(?:ja|nee)(?: \w+)?(?: (?:maar|en|wel))* (?:bij|op|voor) (?:(?:de|alle|al die|een paar|sommige) )?"
    r"(?:andere|overige|volgende|vorige) (?:vragen|vraag|onderdelen|elementen|punten|blokken)(?: \w+){0,3}"
)
#: What somebody concludes counts, whatever stood before it ("alleen de brugklas dus nee").
_CONCLUSIES = {
    "ja": JA,
    "nee": NEE,
    "deels": DEELS,
    "een beetje": DEELS,
    "beetje": DEELS,
    "half": DEELS,
    "weet ik niet": WEET_NIET,
}
_SLOTSOM = re.compile(
    rf".\bdus (?:eigenlijk |gewoon |toch |maar |eerder |dan |vul maar in |doe maar )*({'|'.join(_CONCLUSIES)})$"
)
#: Who says what to write down has decided, whatever doubt stood before it ("twijfel dus, zet maar beetje").
_ZET_MAAR = re.compile(
    r"\b(?:zet|noteer|schrijf|doe|vul|kies|hou|houd)(?: (?:het|er|dan|daar|gewoon|toch))* (?:maar|op|maar op|in) "
    rf"({'|'.join(_CONCLUSIES)})(?: (?:in|neer|op|dan|hoor|voor nu|duidelijk))*$"
)
#: Who takes back the first word means the last ("nee, of toch wel", "een beetje, nee ja duidelijk").
_HERNOMEN = {"jawel": JA, "ja": JA, "wel": JA, "nee": NEE, "niet": NEE, "een beetje": DEELS, "deels": DEELS}
#: Who weighs yes and no at a question answers that one, and changes none before it ("meer nee dan ja", "nee of ja toch").
_WIKT = re.compile(
    r"(?:(?:nou|tja|hm+|eh|pff|toch|eigenlijk) )*(?:(?:meer|eerder|vaker|liever) (?P<meer>ja|nee|wel|niet)(?: dan (?:ja|nee|wel|niet))?"
    r"|(?:ja|nee) (?:nee |ja )?of (?:toch )?(?P<toch>ja|nee)(?: toch)?(?: (?:ja|nee))?)(?: (?:hoor|eigenlijk|denk ik))?"
)
_HERNEEMT = re.compile(
    r"(?:ja|jawel|nee|neen|deels|een beetje|soms)\b(?: \w+){0,3}? (?:wacht|of toch|o nee|oh nee|bij nader inzien|ik bedoel|nee)"
    rf"(?: (?:nee|toch|eigenlijk))* ({'|'.join(_HERNOMEN)})(?: (?:duidelijk|hoor|eigenlijk|echt|toch)| (?:ze|we|er|dat) .*)*$"
)
OEFENEN = "oefenen"
#: Acts that end something: a message that names what is asked about is none of these, unless it says so.
WEG = frozenset({"stop", "skip", "goodbye"})


def _noemt_de_vraag(begrip: Begrip, vraag: str) -> bool:
    """Whether a message tells something of the element that is asked about, and has no word for stopping beside it."""
    paar = next((p for p in begrip.paren if p.element == vraag and p.vermelding.manier in LETTERLIJK), None)
    if paar is None or begrip.vraag:
        return False
    genoemd = range(paar.vermelding.van, paar.vermelding.tot)
    buiten = [w.norm for n, w in enumerate(begrip.woorden) if n not in genoemd]
    return not any(norm.startswith(("stop", "over", "skip", "dag", "doei", "klaar", "later")) for norm in buiten)


def _is_kop(begrip: Begrip, paar: Paar) -> bool:
    """Whether a message begins with the name of what is asked and a colon: then its answer stands behind that."""
    return paar.deel == 0 and bool(paar.cue) and len(begrip.delen) == _KOP_EN_REST and begrip.delen[1].opener == ":"


_KOP_EN_REST = 2


def _neemt_terug(begrip: Begrip, paar: Paar) -> bool:
    """Whether what is asked is denied behind a yes that was about something else ("ja we oefenen, uitleg nauwelijks")."""
    if begrip.eerste != JA or paar.waarde != NEE or not paar.cue or paar.geerfd or paar.deel == 0:
        return False
    elders = [v for v in (*begrip.vermeldingen, *begrip.signalen) if paar.element in v.ids("element")]
    deel = begrip.delen[paar.deel]
    return (
        paar.vermelding.manier != UITING and all(deel.van <= v.van < deel.tot for v in elders) and len(begrip.paren) > 1
    )


_WANNEER = frozenset({
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "ochtend", "middag", "maandagochtend", "vrijdagmiddag", "week",
    "weken", "elke", "iedere", "per", "les", "lessen", "uur", "keer", "maand", "jaar", "dag", "pauze", "begin", "eind", "einde",
    "module", "blok", "hoofdstuk", "periode", "eerste", "tweede", "derde", "dat", "is", "een", "twee", "drie", "vier", "ja",
})  # fmt: skip
_MAX_OMHEEN = 5


def _is_voorbeeld(begrip: Begrip, paar: Paar) -> bool:
    """Whether a message only gives examples of an element, not its name; a name by itself may ask what it is."""
    genoemd = [v for v in begrip.vermeldingen if v.gevraagd_element() == paar.element and v.manier in LETTERLIJK]
    if not genoemd or paar.cue or begrip.vraag or any(term.naam for v in genoemd for term in v.kandidaten):
        return False
    bezet = {plek for v in genoemd for plek in range(v.van, v.tot)}
    buiten = [w.norm for n, w in enumerate(begrip.woorden) if n not in bezet and not w.is_leesteken]
    gewoon = all(norm in _WANNEER or norm in taal().vulwoorden or norm.isdigit() for norm in buiten)
    return gewoon and len(buiten) <= _MAX_OMHEEN


def _antwoordt_kort(begrip: Begrip, paar: Paar) -> bool:
    """Whether one clause names what is asked and puts a plain answer beside it ("oefenen ja, zo'n 20 keer")."""
    plain = MET_ZOVEEL_WOORDEN.get(paar.cue) == paar.waarde and paar.vermelding.manier in LETTERLIJK
    return plain and paar.deel == 0 and len(begrip.norm.split()) <= _KORT_GENOEG and not begrip.vraag


_KORT_GENOEG = 6


#: A yes and, without a pause, how or where: what is named there tells of the yes ("ja met rollenspellen", "ja in de gymles").
_JA_MET = re.compile(
    r"(?:ja|jazeker|jawel|zeker|tuurlijk) (?:hoor )?(?:met|in|tijdens|via|door|bij|aan de hand van|middels|dmv|onder|op) (?!.*\b"
    r"(?:niet|geen|nooit|nauwelijks|amper|alleen|soms)\b)"
)


def _in_een_adem(begrip: Begrip) -> bool:
    """Whether nothing but names stands behind the first clause of a message."""
    return all(deel.opener == "en" and taal().werkwoorden.isdisjoint(deel.tekst.split()) for deel in begrip.delen[1:])


def _over_anderen(begrip: Begrip, vraag: str) -> list[Entiteit]:
    """The answers of a message that is about another element without naming it; none where something points at the question."""
    element, kans = _over_ander(begrip, vraag)
    if kans < OVER_ANDER or begrip.over.get(vraag, 0.0) >= OVER_VRAAG or (is_impl(element) and not is_impl(vraag)):
        return []
    if begrip.eerste or begrip.vraag or len(begrip.norm.split()) < MIN_WOORDEN_ANDER:
        return []
    wijst = {term.id for term in begrip.hints} | _genoemd(begrip) | {paar.element for paar in begrip.paren}
    paren = {p.element: p for p in begrip.paren}
    if vraag in wijst or element not in paren:
        return []
    gelezen = [p for e, p in paren.items() if (p.zeker or e == element) and (is_impl(vraag) or not is_impl(e))]
    return [Entiteit("antwoord", p.waarde, p.vermelding.begin, p.vermelding.eind, p.element) for p in gelezen]


_VERANKERING, _SCHOOLBREED = "impl_verankering", "schoolbreed"


def _gevraagd(begrip: Begrip, antwoorden: Sequence[Entiteit], vraag: str) -> list[Entiteit]:
    """The answers without those for questions of the introduction that nobody named.

    "Alleen bij de zorgleerlingen" tells for whom, and "verder merk je er niets van" how much of the school takes part.
    """
    if is_impl(vraag):
        return list(antwoorden)
    waarden = {antwoord.rol: antwoord.waarde for antwoord in antwoorden}
    half = waarden.get(_SCHOOLBREED) == JA and waarden.get(_VERANKERING) == NEE
    uit = [replace(a, waarde=DEELS) if half and a.rol == _SCHOOLBREED else a for a in antwoorden]
    paren = {paar.element: paar for paar in begrip.paren}
    return [a for a in uit if not (is_impl(str(a.rol)) and ongevraagd(paren.get(str(a.rol))))]


def _tegen_opening(begrip: Begrip, uitkomst: Uitkomst, vraag: str, beste: str) -> bool:
    """Whether a message agrees with what was noted, and says the other thing of another element by its own name."""
    anderen = {antwoord.rol for antwoord in _rest(uitkomst, vraag)}
    genoemd = _genoemd(begrip)
    return _stemt_in(begrip) and beste == NEE and bool(anderen) and anderen <= genoemd and vraag not in genoemd


def _stemt_in(begrip: Begrip) -> bool:
    """Whether a message begins by agreeing with what was said or noted."""
    return bool(begrip.delen) and begrip.delen[0].tekst in ("klopt", "dat klopt", "ja klopt", "ja dat klopt")


def _rest(uitkomst: Uitkomst, vraag: str) -> list[Entiteit]:
    """The answers that do not fill the question."""
    return [a for a in uitkomst.antwoorden if a.rol not in (vraag, "vraag", "nieuw")]


def _zonder_antwoord(uitkomst: Uitkomst, vraag: str) -> Uitkomst:
    rest = _rest(uitkomst, vraag)
    if len(rest) == len(uitkomst.antwoorden):
        return uitkomst
    if rest:
        return replace(uitkomst, antwoorden=rest)
    return replace(uitkomst, intent=FALLBACK, antwoorden=[], twijfel=[])


def _vraagt(uitkomst: Uitkomst, kansen: Mapping[str, float], vraag: str) -> Uitkomst:
    rest = _rest(uitkomst, vraag)
    if rest and uitkomst.intent in ANTWOORDEN:
        return replace(uitkomst, intent="inform", antwoorden=rest)
    vier = sorted(WAARDEN, key=lambda waarde: -kansen.get(waarde, 0.0))
    return replace(uitkomst, intent=FALLBACK, antwoorden=[], twijfel=vier[:2])


def _met_antwoord(begrip: Begrip, uitkomst: Uitkomst, vraag: str, waarde: str, kans: float) -> Uitkomst:
    rest = _rest(uitkomst, vraag) if uitkomst.intent in ANTWOORDEN else []
    if waarde == WEET_NIET:
        # "I would have to look it up in the handbook" says nothing of the handbook.
        rest = [a for a in rest if a.waarde != WEET_NIET]
    eigen = next((a for a in uitkomst.antwoorden if a.rol == vraag), None)
    eigen = replace(eigen, waarde=waarde) if eigen else Entiteit("antwoord", waarde, 0, len(begrip.tekst), "vraag")
    intent = "inform" if rest else INTENT_VAN[waarde]
    # The rest stays below it: an act that the classifier was surer of would make Rasa's fallback find it ambiguous.
    anders = ((naam, min(k, kans / 2)) for naam, k in uitkomst.volgorde if naam not in {*ANTWOORDEN, FALLBACK})
    volgorde = [(intent, kans), *anders]
    return replace(uitkomst, intent=intent, zekerheid=kans, volgorde=volgorde, antwoorden=[*rest, eigen], twijfel=[])
