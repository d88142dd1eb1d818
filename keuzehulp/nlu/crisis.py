"""Crisis: whether a message speaks of someone in danger.

Two opinions are weighed. The rules (taal.yml, `crisis:`) know wordings of danger and what takes them back: lessons,
policy, hyperbole. The model is a linear one over words, characters, kinds of words (crisis_woorden.yml) and what the
rules saw; it is trained on all sentences of data/nlu and on data/crisis, so that it also finds hints that name nothing.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import yaml
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from keuzehulp.kennisbank.located_yaml import SafeLoader
from keuzehulp.nlu.taal import taal
from keuzehulp.nlu.woorden import Woord, platte_tekst
from keuzehulp.nlu.woordenschat import genummerd
from keuzehulp.nlu.zinsdelen import Zinsdeel

ZINNEN = Path(__file__).resolve().parents[2] / "data/crisis"
WOORDSOORTEN = Path(__file__).with_name("crisis_woorden.yml")
#: From this score on the model raises the alarm by itself; when the rules see danger, it must be surer to silence them.
DREMPEL = 0.0
DREMPEL_MET_REGEL = -0.2
#: From this chance on, as the classifier of intents sees it, this score is enough without a rule. On 210 messages about danger
#: and 420 that mostly look like it, by two writers and unseen: 195 found instead of 186, and 17 false alarms instead of 20,
#: with DREMPEL_MET_REGEL at -0.2 instead of -0.4 (2026-11-23).
KANS_ZEKER, DREMPEL_MET_KANS = 0.9, -0.35
#: So sure the classifier of intents must be to agree with the rules, and so little the model may be against it.
KANS_EENSGEZIND, SCORE_EENSGEZIND = 0.97, -0.5
MAX_WOORDEN = 100
_BREEDTE = 1 << 18
_PER_GROEP: Mapping[str, float] = {"w": 1.0, "s": 1.0, "c": 1.0, "r": 0.5, "k": 1.0, "p": 1.0}
_C = 1.0
_GEWICHT_GEWOON = 0.7
_GEWICHT_CRISIS = 0.7
#: How much the classifier of intents takes off the score of the model, and at most.
_BIJVAL = 0.08
_MINSTE_BIJVAL = -0.3
_REGELS = ("gevaar", "onderwerp", "les", "signaal", "beeldspraak", "breed")
Getallen = NDArray[np.float32]


@lru_cache(maxsize=256)
def _ziet(tekst: str, lijst: str) -> bool:
    """Whether a list of the rules matches a (normalised) text; kept, for the model asks the same again."""
    return bool(taal().crisis[lijst].search(tekst))


def is_crisis(tekst: str) -> bool:
    """Whether the rules see danger in a (normalised) text; lessons, policy and hyperbole are left out."""
    gevaar, onderwerp = _ziet(tekst, "gevaar") or _ziet(tekst, "zeker"), _ziet(tekst, "onderwerp")
    if not gevaar and not onderwerp:
        return False
    if _ziet(tekst, "beeldspraak"):
        return gevaar and onderwerp and _ziet(tekst, "signaal")
    return _ziet(tekst, "signaal") or not _ziet(tekst, "les")


def is_zeker(tekst: str) -> bool:
    """Whether a (normalised) text speaks of danger in words that need no second opinion."""
    return _ziet(tekst, "zeker") and not _ziet(tekst, "beeldspraak") and not _ziet(tekst, "les")


def _zinnen(woorden: Sequence[Woord], delen: Sequence[Zinsdeel]) -> list[str]:
    """The sentences of a message of several, in normal form."""
    per_zin: dict[int, list[Woord]] = {}
    for deel in delen:
        per_zin.setdefault(deel.zin, []).extend(woorden[deel.van : deel.tot])
    return [platte_tekst(zin) for zin in per_zin.values()] if len(per_zin) > 1 else []


_HIER = (
    r"(?:hier|hieronder|hierbij|daar|daarbij|eronder|erbij|er|ook|dan|nu|nog|eigenlijk|soms|wel|niet|toevallig|bij|onder|in|mee|als|"
    r"voor|iets|wat|de|een|dit|deze|haar|hem|zo|iemand|lijst|vraag|check|training|programma|les|lessen|groep|klachten|\w*doelgroep|"
    r"geschikt|bedoeld|meedoen|meetellen|invullen|noemen|vermelden|noteren|melden|coping|element)"
)
_DAT = r"(?:dat|dit|die|deze|zij|ze|hij|zoiets|zo iemand|zo'n \w+|zulke \w+)"
_PROGRAMMA = r"(?:deze|dit|onze|ons|die|dat|de|het) (?:\w+)?(?:training|programma|les|lessen|interventie|aanpak|methode|project|check)"
#: What is put behind a message to ask whether it belongs to the check, or to say what the programme is for.
_AANHANGSEL = re.compile(
    r"(?P<kern>.*?\S)[\s,.;:!…-]+(?:(?:en|maar|dus|of|nou|eh|dan|vraag) )*"
    rf"(?:(?:hoort|horen|valt|vallen|telt|tellen|past|passen|mag|mogen|kan|kunnen|moet|geldt) (?:ik )?{_DAT}(?: {_HIER})*|"
    rf"(?:is|zijn|helpt|werkt) (?:{_PROGRAMMA}|{_DAT})(?: {_HIER})*|"
    r"(?:daar|daarvoor|voor die|voor hen|voor haar|voor hem|ook voor (?:hen|die)) (?:is|zijn|doen we|hebben we) "
    rf"(?:{_PROGRAMMA})(?: {_HIER})*)"
    r"[\s?.!]*",
    re.IGNORECASE | re.DOTALL,
)
#: Less than this says too little by itself.
_MINSTE_KERN = 4
#: Longer messages are stories, of which the sentences are looked at one by one.
_LANGSTE = 400


def zonder_aanhangsel(tekst: str) -> str | None:
    """A message without the question behind it whether that belongs here; None where there is no such question.

    The question makes the whole sound like one about the programme, while what comes before tells of someone.
    """
    tekst = tekst.strip()
    treffer = _AANHANGSEL.fullmatch(tekst) if len(tekst) <= _LANGSTE else None
    return treffer["kern"] if treffer and len(treffer["kern"].split()) >= _MINSTE_KERN else None


#: So sure the model must be of a part by itself, in which the rules see danger too: what stands around it may explain it.
DREMPEL_DEEL = 1.0
_MINSTE_DEEL = 4
#: What is told may be made up, or a case to talk about.
_VERZONNEN = re.compile(
    r"\b(?:\w*films?|\w*boek(?:en)?|series?|netflix\w*|romans?|\w*verhaal|\w*verhalen|toneel\w*|theater\w*|musical|podcast|"
    r"documentaires?|lied(?:je)?|hoofdpers\w+|personages?|casus\w*|fictie\w*|gedicht\w*|voorlichting\w*|preventie\w*|beleid\w*|"
    r"protocol\w*)\b",
    re.IGNORECASE,
)
_DELEN = re.compile(r"(?<=[.!?])\s+|\n+|;\s|,? maar ")


def losse_delen(tekst: str) -> list[str]:
    """The sentences of a message, cut at "maar" too; none for a message of one part.

    One sentence about a pupil in danger weighs little among ten about the programme, and "sorry to interrupt the
    questions, but ..." sounds like one about the check. None either where the message may be about what is made up.
    """
    delen = [] if _VERZONNEN.search(tekst) else [deel.strip() for deel in _DELEN.split(tekst)]
    return [deel for deel in delen if len(deel.split()) >= _MINSTE_DEEL] if len(delen) > 1 else []


def volgens_regels(tekst: str, norm: str, woorden: Sequence[Woord], delen: Sequence[Zinsdeel]) -> bool:
    """What the rules say of a whole message.

    Sentence by sentence as well: a lesson in one sentence does not make light of danger in the next; nor does a question
    behind it whether that belongs here.
    """
    if is_crisis(norm) or any(is_crisis(zin) for zin in _zinnen(woorden, delen)):
        return True
    kern = zonder_aanhangsel(tekst)
    return kern is not None and is_crisis(platte_tekst([woord for woord in woorden if woord.eind <= len(kern)]))


def beslis(regel: bool, score: float | None, kans: float | None = None) -> bool:
    """Whether it is a crisis, from what the rules say and the score of the model (None without a model).

    Where rules and classifier of intents (`kans`, its chance of danger) agree, the model alone does not silence them;
    and where the classifier is sure, no rule needs to see it for a message of which the model only doubts.
    """
    if score is None:
        return regel
    if kans is not None and kans >= KANS_ZEKER and score >= DREMPEL_MET_KANS:
        return True
    if regel and kans is not None and kans >= KANS_EENSGEZIND and score >= SCORE_EENSGEZIND:
        return True
    return score >= (DREMPEL_MET_REGEL if regel else DREMPEL)


def met_bijval(score: float | None, kans: float | None) -> float | None:
    """The score, lower where the classifier of intents, which saw every ordinary sentence, gives danger little chance."""
    if score is None or kans is None:
        return score
    kans = min(max(kans, 1e-6), 1 - 1e-6)
    return score + min(max(_BIJVAL * (math.log(kans / (1 - kans)) + 1), _MINSTE_BIJVAL), 0.0)


#: Chance of danger, as the classifier of intents sees it, from which a message that is no alarm still mentions it.
_KANS_GENOEMD, _KANS_GENOEMD_MET_REGEL, _SCORE_GENOEMD = 0.9, 0.5, -0.7
#: From here on it might: such a message is not kept for learning.
_KANS_MISSCHIEN, _SCORE_MISSCHIEN = 0.05, -0.9
GENOEMD, MISSCHIEN = "genoemd", "misschien"


def vermoeden(regel: bool, score: float | None, kans: float | None) -> str | None:
    """How near a message that is no alarm comes to one: danger is mentioned, may be meant, or None."""
    kans = kans or 0.0
    gewogen = kans >= _KANS_GENOEMD and (score is None or score >= _SCORE_GENOEMD)
    if gewogen or (regel and kans >= _KANS_GENOEMD_MET_REGEL):
        return GENOEMD
    if regel or kans >= _KANS_MISSCHIEN or (score is not None and score >= _SCORE_MISSCHIEN):
        return MISSCHIEN
    return None


def over_iemand(norm: str) -> bool:
    """Whether a (normalised) text tells that somebody did or said something, rather than what is taught about it."""
    return _ziet(norm, "gevaar") and _ziet(norm, "signaal")


#: Subjects with which the emergency numbers are given, also where nobody is in danger.
GEVOELIG = re.compile(
    r"su[iï][cszt]+[iï]e?d|zelf ?mo+r[dt]|zelf ?do+d+in?g|zelfbeschadig|automutil|mishandel|huiselijk geweld|misbruik",
    re.IGNORECASE,
)
#: What is done with such a subject in class: that may be an answer.
_IN_DE_LES = re.compile(
    r"\b(?:\w*les|\w*lessen|\w*lesje|\w*training\w*|cursus\w*|rollenspel\w*|thema\w*|project\w*|modules?|voorlichting\w*|workshops?|"
    r"gastspreker\w*|programma\w*|lesmateriaal|werkvorm\w*|oefening\w*)\b"
)
#: "That lesson was suicide": a figure of speech.
_ALS_BEELD = re.compile(
    r"\b(?:is|was|wordt|lijkt)(?: (?:echt|gewoon|pure?|zowat|bijna|een|halve))* zelfmoord(?! (?:aan|een|het|als)\b)"
)


def met_nummers(tekst: str, gevaar: str | None) -> bool:
    """Whether the emergency numbers are said beside what follows on a message."""
    return gevaar == GENOEMD or GEVOELIG.search(tekst) is not None


def is_antwoord(norm: str) -> bool:
    """Whether a (normalised) text that gets the numbers may still answer: it tells what is done in class, and of nobody."""
    beeld = _ziet(norm, "beeldspraak") or _ALS_BEELD.search(norm)
    return bool(_IN_DE_LES.search(norm)) and not over_iemand(norm) and not beeld


_VRAAGT_NUMMER = re.compile(r"\b(?:nummers?|telefoonnummers?|noodnummers?|hulplijn\w*|tel\.? ?nrs?)\b", re.IGNORECASE)
_WIL_WETEN = re.compile(
    r"\b(?:welke?|wat|waar|hoe|geef|herhaal|toon|stuur|noem|"
    r"nog (?:een keer|eens)|opnieuw|weer|alweer|kwijt|zoek|bellen|heb je)\b",
    re.IGNORECASE,
)
#: "Vraag nummer 3" is a place in a row, and no number to call.
_VOLGNUMMER = re.compile(r"\b(?:vraag|vragen|punt|element|oefen\w*|stap|stappen)\b|\bnummers? \d", re.IGNORECASE)
#: A number of an institute or a publisher is not one for help.
_ANDER_NUMMER = re.compile(
    r"\b(?:trimbos\w*|ggd|nji|rivm|gezonde school|uitgever\w*|kanjer\w*|pad|auteurs?|schrijvers?)\b", re.IGNORECASE
)
_WAT_TE_DOEN = re.compile(
    r"^\W*(?:en |maar |ok[eé]? |dus )*(?:wat|hoe|wie|waar)\b.*\b(?:als|wanneer)\b.*\b(?:leerlinge?|iemand|hij|ze|zij|kind|meisje|jongen|"
    r"collega|dat|dit|zoiets)\b.*"
    r"\b(?:zegt|zeggen|vertelt|vertellen|doet|appt|stuurt|schrijft|gebeurt|laat merken|ter sprake|naar me toe|komt)\b",
    re.IGNORECASE,
)
#: Whom to tell: "moet ik zijn ouders bellen".
_WIE_INLICHTEN = re.compile(
    r"^\W*(?:en |maar |dus |nu |dan )*(?:moet|moeten|kan|mag|zal|zullen) (?:ik|we|wij) (?:\w+ ){0,3}"
    r"(?:ouders?|moeder|vader|thuis|verzorgers?|politie|huisarts|vertrouwenspersoon|arts)(?: \w+){0,2} "
    r"(?:bellen|inlichten|informeren|waarschuwen|inschakelen|vertellen|zeggen|melden)\b",
    re.IGNORECASE,
)
_EEN_PERSOON = re.compile(
    r"^\W*(?:en |maar |want |ook |nu |trouwens |volgens mij |ik denk dat )*(?:hij|ze|zij|(?:de|het|die|dat|deze|mijn|een) "
    r"(?:leerlinge?|meisje|jongen|kind|mentorleerling|student\w*))\b(?:.*\b(?:heeft|had|wil|wilde|zegt|zei|is|was|doet|deed|gaat|ging|"
    r"kan|weet|denkt|appt|appte|stuurt|stuurde|schrijft|schreef|heb|zit|staat|ligt)\b)",
    re.IGNORECASE,
)


#: Work, of which one colleague may be told as well ("hij heeft een cursus gevolgd").
_VAN_SCHOOL = re.compile(
    r"\b(?:\w*les|\w*lessen|\w*training\w*|cursus\w*|\w*mentor\w*|\w*docent\w*|leraar|klas\w*|handleiding\w*|programma\w*|vak\w*|tijd|"
    r"uur|uren|scholing|school\w*|team\w*|rooster|collega\w*|directeur|coach\w*|trainer\w*|ouderavond\w*|methode|project\w*)\b",
    re.IGNORECASE,
)


def hoort_bij_gevaar(tekst: str) -> bool:
    """Whether a message, some turns after talk of danger, still asks for help with that: the numbers, or what to do."""
    other = _VOLGNUMMER.search(tekst) or _ANDER_NUMMER.search(tekst)
    if _VRAAGT_NUMMER.search(tekst) and _WIL_WETEN.search(tekst) and not other:
        return True
    return _WAT_TE_DOEN.search(tekst) is not None or _WIE_INLICHTEN.search(tekst) is not None


def gaat_over_een_persoon(tekst: str) -> bool:
    """Whether a message tells something of one person ("ze heeft een plan"), rather than of a class or a programme."""
    return _EEN_PERSOON.search(tekst) is not None and _VAN_SCHOOL.search(tekst) is None


#: What lessons, the sources and the bot are asked about: no word of it is about somebody in danger.
_OVER_DE_LES = re.compile(
    r"\b(?:(?:school|klassen|huis|gedrags)?regels?|\w*les(?:sen|brief|brieven|uur|uren|jes?)?|rollenspel\w*|werkvorm\w*|posters?|"
    r"quiz\w*|oefening\w*|"
    r"\w*training(?:en)?|programma ?'?s?|onderzoek\w*|element\w*|bijeenkomst\w*|thema'?s?|rapport|trimbos\w*|ggd|engels|duits|"
    r"studiedag\w*|ouderavond\w*|"
    r"elementen|methodes?|interventies?)\b",
    re.IGNORECASE,
)
_OM_HULP = re.compile(
    r"\b(?:help\w*|hulp\w*|bel|bellen|gebeld|meld\w*|nu|meteen|direct|erg|praten|luister\w*|gevaar\w*|onveilig\w*|politie|ambulance|"
    r"huisarts|dokter|"
    r"arts|112|113|crisis\w*|vertrouwenspersoon|dood\w*|zelfmoord\w*|hij|hem|haar|leerlinge?|meisje|jongen|kind|ik (?:zelf|me|mij)|"
    r"mij|mezelf|"
    r"wat (?:moet|kan|doe|zal) (?:ik|je|we))\b",
    re.IGNORECASE,
)


def over_de_les(tekst: str) -> bool:
    """Whether a message after talk of danger is about lessons, the sources or the bot, and no word asks for help."""
    return _OVER_DE_LES.search(tekst) is not None and _OM_HULP.search(tekst) is None


#: What is told of many children as a figure, or asked of children in general.
_VAN_VELEN = re.compile(
    r"\d ?(?:%|procent\b)|\bhoeveel (?:procent|kinderen|jongeren|leerlingen|mensen)\b|\bpercentage\b|"
    r"\b(?:zijn|bestaan) er (?:ook |veel )?(?:kinderen|jongeren|mensen) die\b.*\b(?:toch|wel|gewoon|ok[eé]?|goed|stabiel|herstel\w*|"
    r"veerkracht\w*)\b",
    re.IGNORECASE,
)
_MISBRUIKT = re.compile(r"\b(?:misbruik\w*|mishandel\w*|verwaarlo\w*)", re.IGNORECASE)
#: Words of somebody near: then a figure makes no light of it.
_DICHTBIJ = re.compile(
    r"\b(?:mijn|ons|onze|hier|wij|we|klas|school|mentor\w*|(?:een|deze|die|n) (?:leerlinge?|meisje|jongen|kind)|hij|zij|ze|haar|hem|"
    r"zelf|mij|me|"
    r"ik (?!las|lees|hoor\w*|dacht|denk|zag|vraag)|collega\w*|nu|vandaag|gisteren|vannacht|thuis|vader|moeder|broer|zus|oom|buurman|"
    r"dood\w*|zelfmoord\w*)\b",
    re.IGNORECASE,
)


def is_cijfer(tekst: str) -> bool:
    """Whether a message on abuse asks or tells a figure of research, or asks of children in general, and of nobody near."""
    named = _MISBRUIKT.search(tekst) is not None and _VAN_VELEN.search(tekst) is not None
    return named and _DICHTBIJ.search(tekst) is None


_VRAGEN = (
    r"(?:de|die|deze|het|jullie|onze) (?:rest van de |volgende |andere )?"
    r"(?:vragen\w*|check|lijst|interventie|programma|keuzehulp|invullen)"
)
_GAAT_DOOR = re.compile(
    r"\bvolgende vraag\b|\b(?:ga|gaan|wil|willen|kunnen|kan|mag|laten|zullen)\b(?: \w+){0,4} (?:verder|door|doorgaan|verdergaan)"
    rf"(?: (?:gaan|met|naar|{_VRAGEN}))*[ .!]*$|\b(?:verder|door|terug) (?:met|naar) {_VRAGEN}\b",
    re.IGNORECASE,
)
_HOUDT_OP = re.compile(
    rf"\b(?:niet|geen)(?: \w+){{0,3}} (?:verder|door|meer)(?: \w+){{0,2}} (?:met|over) {_VRAGEN}|"
    rf"\b(?:stop\w*|ophouden|kappen|klaar) met {_VRAGEN}",
    re.IGNORECASE,
)


#: Somebody else goes on, or nobody does.
_NIET_WIJ = re.compile(r"\b(?:niet|geen|hij|ze|zij|haar|hem|leerling\w*|hoe)\b", re.IGNORECASE)


def wil_door(tekst: str) -> str | None:
    """After a crisis message: `resume` when a message asks to go on with the questions, `stop` when it asks to end them."""
    if _HOUDT_OP.search(tekst):
        return "stop"
    found = _GAAT_DOOR.search(tekst)
    return "resume" if found and not _NIET_WIJ.search(found.group()) else None


_NOEMT_EEN_LEERLING = re.compile(
    r"\b(?:een|mijn|die|deze|1|onze|n) (?:\w+ )?(?:leerlinge?|meisje|jongen|kind|mentorleerling|student|studente|mentorkind)\b"
    r"(?! (?:die|kan|mag|moet)\b)",
    re.IGNORECASE,
)


def noemt_een_leerling(tekst: str) -> bool:
    """Whether a message speaks of one pupil."""
    return _NOEMT_EEN_LEERLING.search(tekst) is not None


# --- features --------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _woordsoorten() -> tuple[dict[str, tuple[str, ...]], list[tuple[str, str]]]:
    """Kinds by whole word, and (beginning of a word, kind) for the entries that end in a star."""
    rauw = yaml.load(WOORDSOORTEN.read_text(encoding="utf-8"), Loader=SafeLoader)
    heel: dict[str, list[str]] = {}
    begin = []
    for soort, woorden in rauw.items():
        for woord in str(woorden).split():
            if woord.endswith("*"):
                begin.append((woord[:-1], soort))
            elif soort not in heel.setdefault(woord, []):
                heel[woord].append(soort)
    return {woord: tuple(soorten) for woord, soorten in heel.items()}, begin


@lru_cache(maxsize=20000)
def _soorten(norm: str, lemma: str) -> tuple[str, ...]:
    heel, begin = _woordsoorten()
    gevonden = {*heel.get(norm, ()), *heel.get(lemma, ()), *(soort for deel, soort in begin if norm.startswith(deel))}
    return tuple(sorted(gevonden))


@lru_cache(maxsize=20000)
def _stukjes(woord: str) -> tuple[str, ...]:
    gerand = f" {woord} "
    return tuple(f"c:{gerand[i : i + lengte]}" for lengte in (3, 4, 5) for i in range(max(len(gerand) - lengte + 1, 0)))


def _reeksen(groep: str, stukken: Sequence[str], hoog: int) -> Iterable[str]:
    rij = ["<", *stukken, ">"]
    for lengte in range(1, hoog + 1):
        for i in range(len(rij) - lengte + 1):
            yield f"{groep}:{' '.join(rij[i : i + lengte])}"


def _regelkenmerken(tekst: str, norm: str, soorten: set[str], regel: bool) -> Iterable[str]:
    gezien = {naam: _ziet(norm, naam) for naam in _REGELS}
    yield f"r:regel={regel}"
    yield from (f"r:{naam}={ja}" for naam, ja in gezien.items())
    yield "r:samen=" + "".join(str(int(gezien[naam])) for naam in ("gevaar", "onderwerp", "les", "beeldspraak"))
    yield f"r:vraagteken={'?' in tekst}"
    yield f"r:eindigt als vraag={tekst.rstrip().endswith('?')}"
    yield f"r:begin={norm.split(' ', 1)[0]}"
    yield f"r:lengte={min(len(norm.split()) // 4, 8)}"
    yield "r:wie=" + "".join(soort[0] for soort in ("ik", "derde", "leerling", "velen") if soort in soorten)


def kenmerken(tekst: str, woorden: Sequence[Woord], norm: str, regel: bool) -> Counter[str]:
    """Named features of one message, counted; long messages are cut."""
    losse = norm.split()[:MAX_WOORDEN]
    echte = [woord for woord in woorden if not woord.is_leesteken][:MAX_WOORDEN]
    soorten = {soort for w in echte for soort in _soorten(w.norm.split(" ", 1)[0], w.lemma)}
    op_rij = sorted(soorten)
    telling: Counter[str] = Counter(_reeksen("w", losse, 3))
    telling.update(_reeksen("s", [woord.sleutel for woord in echte], 2))
    for woord in losse:
        telling.update(_stukjes(woord))
    telling.update(f"k:{soort}" for soort in op_rij)
    telling.update(f"p:{een} {ander}" for i, een in enumerate(op_rij) for ander in op_rij[i + 1 :])
    telling.update(_regelkenmerken(tekst, norm, soorten, regel))
    return telling


# --- the model -------------------------------------------------------------------------------------------------


@dataclass
class CrisisModel:
    """A linear model over hashed features: inverse document frequencies, weights and a constant."""

    zeldzaamheid: Getallen
    gewichten: Getallen
    verschuiving: float

    def score(self, telling: Mapping[str, int]) -> float:
        """Above 0: more likely danger than not."""
        plekken = plekken_van(telling)
        return float(self.gewichten[plekken.plekken] @ _waarden(plekken, self.zeldzaamheid)) + self.verschuiving

    def bewaar(self, bestand: Path) -> None:
        """Write the model as plain arrays."""
        with bestand.open("wb") as stroom:
            np.savez_compressed(
                stroom,
                zeldzaamheid=self.zeldzaamheid,
                gewichten=self.gewichten,
                verschuiving=np.array(self.verschuiving),
            )

    @classmethod
    def lees(cls, bestand: Path) -> CrisisModel:
        """Read a model that `bewaar` wrote."""
        with np.load(bestand, allow_pickle=False) as vak:
            return cls(vak["zeldzaamheid"], vak["gewichten"], float(vak["verschuiving"]))


class Plekken(NamedTuple):
    """The features of one message by number: places (hashes of their names), groups, and how often each occurs."""

    plekken: NDArray[np.int32]
    groepen: NDArray[np.uint8]
    aantallen: Getallen


def plekken_van(telling: Mapping[str, int]) -> Plekken:
    """Named features, counted, as numbers; the same in every process."""
    getal = genummerd(telling)
    return Plekken((getal.sleutels & (_BREEDTE - 1)).astype(np.int32), getal.groepen, getal.aantallen)


def _waarden(telling: Plekken, zeldzaamheid: Getallen) -> Getallen:
    """The values; every group of features has the same length, times its weight."""
    waarden = (1 + np.log(telling.aantallen)) * zeldzaamheid[telling.plekken]
    lengtes = np.sqrt(np.bincount(telling.groepen, weights=waarden * waarden, minlength=128)) + 1e-9
    schaal = np.array([_PER_GROEP.get(chr(i), 0.0) for i in range(128)]) / lengtes
    return np.asarray(waarden * schaal[telling.groepen], dtype=np.float32)


def leer(tellingen: Sequence[Plekken], crisis: Sequence[bool], gewichten: Sequence[float]) -> CrisisModel:
    """Train on counted features; every message has its own weight.

    Raises ValueError when all messages or none are about danger.
    """
    if len(set(crisis)) < 2:
        raise ValueError("The training data hold no crisis or nothing else. Check data/nlu and data/crisis.")
    aantal = np.zeros(_BREEDTE, dtype=np.int64)
    for telling in tellingen:
        aantal[np.unique(telling.plekken)] += 1
    zeldzaamheid = (np.log((1 + len(tellingen)) / (1 + aantal)) + 1).astype(np.float32)
    zeldzaamheid[aantal < 2] = 0.0
    grenzen = np.cumsum([0, *(len(telling.plekken) for telling in tellingen)])
    waarden = np.concatenate([_waarden(telling, zeldzaamheid) for telling in tellingen])
    x = csr_matrix(
        (waarden, np.concatenate([telling.plekken for telling in tellingen]), grenzen),
        shape=(len(tellingen), _BREEDTE),
        dtype=np.float64,
    )
    svm = LinearSVC(C=_C, random_state=42).fit(x, np.array(crisis, dtype=int), sample_weight=np.array(gewichten))
    return CrisisModel(zeldzaamheid, svm.coef_[0].astype(np.float32), float(svm.intercept_[0]))


# --- sentences to learn from -----------------------------------------------------------------------------------


def geen_crisis(map_: Path = ZINNEN) -> list[str]:
    """The sentences of data/crisis, which only look like a crisis.

    Raises ValueError with the file and the remedy when it is not a list of sentences.
    """
    bestand = map_ / "geen_crisis.yml"
    zinnen = yaml.load(bestand.read_text(encoding="utf-8"), Loader=SafeLoader)
    if not isinstance(zinnen, list) or not all(isinstance(zin, str) for zin in zinnen):
        raise ValueError(f"{bestand}: not a list of sentences. Quote sentences that hold a colon.")
    return zinnen


def leert_van(intent: str, nummer: int) -> bool:
    """Whether the model learns from a training sentence: all of a crisis and all that tell of a programme, in which heavy
    words are at home, and every third of the many others.
    """
    return intent in ("crisis", "inform") or nummer % 3 == 0


def gewicht_van(crisis: bool) -> float:
    """Weight in training of a sentence of data/nlu: the other intents are many."""
    return _GEWICHT_CRISIS if crisis else _GEWICHT_GEWOON


def vingerafdruk(map_: Path = ZINNEN) -> str:
    """A digest of data/crisis, so that a changed sentence means training again."""
    return hashlib.sha256(b"".join(bestand.read_bytes() for bestand in sorted(map_.glob("*.yml")))).hexdigest()
