"""What a message is taken for: its intent, its answers and what was in doubt.

The Rasa component (KeuzehulpAntwoord in keuzehulp/rasa/nlu.py) hands over what its neighbours found and sets what comes
out of it. The steps stand in the order in which a later one may overrule an earlier one: the answer or the question,
danger, how somebody feels, a command, and what is asked before the check.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from keuzehulp import achteraf, spelregels, wending
from keuzehulp.gesprek import INTAKE
from keuzehulp.nlu import crisis, elders, intake, vierweg, vraagzin
from keuzehulp.nlu.begrip import Begrip
from keuzehulp.nlu.bereik import JA
from keuzehulp.nlu.entiteiten import Entiteit
from keuzehulp.nlu.inhoudsvraag import beweert_van_bron
from keuzehulp.nlu.oplossen import (
    ANTWOORDEN,
    FALLBACK,
    INTENT_VAN,
    LETTERLIJK,
    VRAGEN,
    Uitkomst,
    los_op,
    per_soort,
    verbeterd_getal,
    zeker,
)
from keuzehulp.vergelijkvraag import heeft_wel_niet
from keuzehulp.veronderstelling import stelt_voor

#: What is no reply beside the emergency numbers.
_NIET_BIJ_NUMMERS = frozenset({"goodbye", "stop", "thank", "chitchat", "greet", "skip"})
#: So many words at most hold an answer to a question of the bot and nothing else.
_KORT = 5
#: What "dit duurt lang zeg" and "kan dat niet korter" are taken for.
_LIJKT_HAAST = frozenset(
    {"repeat_question", "privacy", "chitchat", "insult", "ask_fact", "out_of_scope", "report", "help"}
)
#: The concept of which the name begins the questions about it.
INVOERING = "implementatie"
#: The words of the button that stops.
_JA_STOP = re.compile(r"ja(?: \w+)? (?:stop|stoppen)(?: maar| hoor)?")


@dataclass(frozen=True)
class Gehoord:
    """A message with what is known of it before the decision."""

    begrip: Begrip
    #: The intents with their chances, the likeliest first.
    volgorde: Sequence[tuple[str, float]]
    #: Whether hardly a word of it is known.
    onbekend: bool
    #: The slot that a form asks for.
    vraag: str | None
    #: The form in which the intervention is given, as was told before the audience ("een groepje").
    vorm: str
    #: What the model of danger says of it.
    crisis_score: float | None
    #: The chances of the four answers and of none to a question, given what was understood; None where no such model speaks.
    kansen: Callable[[Begrip, str | None], Mapping[str, float] | None]


@dataclass(frozen=True)
class Besluit:
    """The outcome, the danger that is suspected beside it, and whether nothing of the message may be recorded."""

    uitkomst: Uitkomst
    gevaar: str | None
    zwijgt: bool


def beslis(gehoord: Gehoord) -> Besluit:
    """Decide what a message is taken for."""
    kans = dict(gehoord.volgorde).get("crisis")
    score = crisis.met_bijval(gehoord.crisis_score, kans)
    gehoord = _zonder_aanhaling(gehoord)
    begrip = gehoord.begrip
    uitkomst = _als_feitvraag(begrip, _losse_naam(gehoord, _antwoord_of_vraag(gehoord, score)))
    gevaar = crisis.vermoeden(begrip.crisis, score, kans) if uitkomst.intent != "crisis" else None
    nummers = uitkomst.intent != "crisis" and crisis.met_nummers(begrip.tekst, gevaar)
    zwijgt = nummers and not crisis.is_antwoord(begrip.norm)
    if zwijgt and (uitkomst.antwoorden or uitkomst.intent in _NIET_BIJ_NUMMERS):
        # "A colleague hurt herself last year, since then we do this": no answer, whatever it looks like.
        uitkomst = Uitkomst(FALLBACK, 0.0, uitkomst.volgorde)
    uitkomst = _naar_stemming(gehoord, uitkomst)
    daad = _daad(gehoord, uitkomst, gevaar)
    if daad:
        uitkomst = zeker(daad, uitkomst.volgorde)
    elif gevaar != crisis.GENOEMD or not crisis.over_iemand(begrip.norm):
        uitkomst = _bij_de_intake(gehoord, uitkomst, gevaar)
    uitkomst = _onbetwist(begrip, _ja_stop(gehoord, _bevestigd(gehoord, uitkomst)))
    return Besluit(per_soort(verbeterd_getal(begrip, uitkomst, gehoord.vraag)), gevaar, zwijgt)


def _zonder_aanhaling(gehoord: Gehoord) -> Gehoord:
    """The message without what it quotes, which is no act, where an answer to a question may stand beside it."""
    if not gehoord.vraag or not vraagzin.haalt_aan(gehoord.begrip.tekst):
        return gehoord
    return replace(
        gehoord,
        begrip=vraagzin.zonder_aanhaling(gehoord.begrip),
        volgorde=vraagzin.alleen_antwoorden(list(gehoord.volgorde)),
    )


def _antwoord_of_vraag(gehoord: Gehoord, score: float | None) -> Uitkomst:
    """The answer that a message gives, with or without a question behind it; else the question or the act."""
    begrip, vraag = gehoord.begrip, gehoord.vraag
    volgorde = list(vraagzin.zonder_bot(begrip, list(gehoord.volgorde)))
    verteld = vraagzin.vertelt_zelf(begrip) if vraag and not vraagzin.vraagt_in_vorm(begrip) else None
    if verteld and vraag:
        # "We do five, is that enough?": the answer is read here, the question behind it is for the form.
        gelezen = los_op(verteld, vraagzin.zonder_vragen(volgorde), gehoord.onbekend, vraag, score)
        gelezen = vraagzin.zonder_gok(verteld, gelezen, vraag)
        if gelezen.antwoorden:
            return gelezen
    uitkomst = los_op(begrip, volgorde, gehoord.onbekend, vraag, score)
    kansen = gehoord.kansen(begrip, vraag)
    if kansen is not None and vraag:
        uitkomst = vierweg.weeg(begrip, uitkomst, kansen, vraag)
    if vraag is None:
        uitkomst = elders.zonder_invoering(begrip, uitkomst)
    return vraagzin.als_vraag(begrip, _gewogen_elders(gehoord, uitkomst), vraag)


def _gewogen_elders(gehoord: Gehoord, uitkomst: Uitkomst) -> Uitkomst:
    """The outcome with the answer about one element that nobody asked for, weighed as if it had been asked.

    The rules read what a word says, this model the whole message ("ouders krijgen 1 brief" is partly).
    """
    begrip = gehoord.begrip
    if gehoord.vraag is None and uitkomst.intent in VRAGEN and (gegeven := elders.geeft_waarde(begrip)):
        # "En docentbetrokkenheid is nee": it only begins as a question would.
        return replace(zeker("inform", uitkomst.volgorde), antwoorden=[gegeven])
    element = elders.enig_ander(begrip, uitkomst, gehoord.vraag)
    kansen = gehoord.kansen(begrip, element) if element else None
    return elders.met_waarde(begrip, uitkomst, kansen) if kansen else uitkomst


def _losse_naam(gehoord: Gehoord, uitkomst: Uitkomst) -> Uitkomst:
    """ "Emotieregulatie" by itself asks what that is, where nothing else is asked.

    An element may also be one of the check, and the introduction begins its questions (actions/results.py).
    """
    begrip = gehoord.begrip
    namen = [v for v in begrip.vermeldingen if v.manier in LETTERLIJK and v.gevraagd_element() is None]
    if (
        gehoord.vraag
        or uitkomst.intent == "crisis"
        or len(namen) != 1
        or not (namen[0].ids("element") or set(namen[0].ids("begrip")) - {INVOERING})
    ):
        return uitkomst
    genoemd = range(namen[0].van, namen[0].tot)
    buiten = [w for n, w in enumerate(begrip.woorden) if n not in genoemd and not w.is_leesteken]
    return (
        uitkomst
        if any(w.norm not in ("de", "het", "een", "en") for w in buiten)
        else zeker("ask_definition", uitkomst.volgorde)
    )


def _als_feitvraag(begrip: Begrip, uitkomst: Uitkomst) -> Uitkomst:
    """The outcome as a question where a message assumes or claims something, or asks for a comparison or figures of abuse."""
    if uitkomst.intent in VRAGEN and heeft_wel_niet(begrip.tekst):
        return zeker("compare", uitkomst.volgorde)
    if uitkomst.intent != "crisis" and (stelt_voor(begrip.tekst) or beweert_van_bron(begrip)):
        uitkomst = vraagzin.gevraagd(begrip, uitkomst, "ask_fact")
    if uitkomst.intent == "crisis" and crisis.is_cijfer(begrip.tekst):
        uitkomst = vraagzin.gevraagd(begrip, uitkomst, "ask_fact")
    return uitkomst


def _naar_stemming(gehoord: Gehoord, uitkomst: Uitkomst) -> Uitkomst:
    """The outcome for who is in a hurry, tired, or at the end of their strength."""
    tekst = gehoord.begrip.tekst
    if gehoord.vraag and uitkomst.intent in _LIJKT_HAAST and wending.heeft_haast(tekst):
        # "Kan dat niet korter" wants no other words, but to be done soon; the action for what is not understood tells how.
        uitkomst = Uitkomst(FALLBACK, 0.0, uitkomst.volgorde)
    zwaar = vierweg.valt_weg(uitkomst) and (wending.heeft_het_zwaar(tekst) or wending.houdt_niet_vol(tekst))
    if zwaar or (uitkomst.antwoorden and wending.houdt_zelf_niet_vol(tekst)):
        return zeker("chitchat", uitkomst.volgorde)
    return uitkomst


def _daad(gehoord: Gehoord, uitkomst: Uitkomst, gevaar: str | None) -> str | None:
    """The act that the words alone tell; never beside danger."""
    if uitkomst.intent == "crisis":
        return None
    tekst, vraag = gehoord.begrip.tekst, gehoord.vraag
    daad = spelregels.daad_van(tekst, vraag is not None) if gevaar != crisis.GENOEMD else None
    if daad is None and vraag not in INTAKE and achteraf.verbeterd(tekst):
        return "correct"
    if daad is None and not vraag and wending.hoe_verder(tekst):
        return "help"
    if daad is None and not gevaar:
        # Who takes leave with thanks has not only thanked; who fetches coffee makes no small talk.
        if vraag and wending.neemt_pauze(tekst):
            return "chitchat"
        return "goodbye" if wending.neemt_afscheid(tekst) else None
    return daad


def _bij_de_intake(gehoord: Gehoord, uitkomst: Uitkomst, gevaar: str | None) -> Uitkomst:
    """The outcome with what a message tells of the school, the audience and the programme."""
    if gehoord.vraag or gevaar:
        return intake.lees(gehoord.begrip, uitkomst, gehoord.vraag, gehoord.vorm)
    return intake.met_groet(gehoord.begrip, uitkomst)


def _bevestigd(gehoord: Gehoord, uitkomst: Uitkomst) -> Uitkomst:
    """ "Nee, toch niet" at a question of the bot itself answers that, and corrects nothing that was said before."""
    begrip = gehoord.begrip
    antwoordt = gehoord.vraag == "bevestiging" and begrip.eerste in INTENT_VAN and not begrip.vermeldingen
    if not antwoordt or uitkomst.intent not in ("correct", FALLBACK) or len(begrip.norm.split()) > _KORT:
        return uitkomst
    antwoord = Entiteit("antwoord", str(begrip.eerste), 0, len(begrip.tekst), "vraag")
    return replace(zeker(INTENT_VAN[str(begrip.eerste)], uitkomst.volgorde), antwoorden=[antwoord])


def _onbetwist(begrip: Begrip, uitkomst: Uitkomst) -> Uitkomst:
    """The outcome with other acts well below it, where an element is named by its own name with a word that answers for it.

    "Er is een tekort aan oefeningen" is as much a question for an example to the classifier; the rules read what it says.
    """
    gelezen = {p.element for p in begrip.paren if p.cue and p.vermelding.manier in LETTERLIJK}
    if begrip.vraag or uitkomst.intent not in ANTWOORDEN or not gelezen & {str(a.rol) for a in uitkomst.antwoorden}:
        return uitkomst
    rest = [(naam, min(kans, uitkomst.zekerheid / 2)) for naam, kans in uitkomst.volgorde if naam != uitkomst.intent]
    return replace(uitkomst, volgorde=[(uitkomst.intent, uitkomst.zekerheid), *rest])


def _ja_stop(gehoord: Gehoord, uitkomst: Uitkomst) -> Uitkomst:
    """ "Ja, stop": nearly as much a wish to stop as a yes, and at another question than whether to stop that wish."""
    if not gehoord.vraag or not _JA_STOP.fullmatch(gehoord.begrip.norm):
        return uitkomst
    if gehoord.vraag != "bevestiging":
        return replace(zeker("stop", uitkomst.volgorde), antwoorden=[])
    ja = Entiteit("antwoord", JA, 0, len(gehoord.begrip.tekst), "vraag")
    return replace(zeker("affirm", uitkomst.volgorde), antwoorden=[ja])
