"""Answers to the questions about name, school and audience that the words give, whatever the message looks like else."""

from __future__ import annotations

import re
from dataclasses import replace

from keuzehulp import doelgroep, wending
from keuzehulp.nlu.begrip import Begrip
from keuzehulp.nlu.bereik import JA, NEE
from keuzehulp.nlu.entiteiten import Entiteit
from keuzehulp.nlu.oplossen import ANTWOORDEN, FALLBACK, LETTERLIJK, VRAGEN, Uitkomst, zeker
from keuzehulp.nlu.taal import taal

#: The form of the question that asks whether a group has complaints.
VORM_GROEPJE = "groepje"
#: What is done when a word of the message asks for it, also where it names pupils or a class.
_BLIJFT = frozenset({"crisis", "paste_text"})
_BLIJFT_MET_WOORD = frozenset({"go_back", "restart", "delete_data", "report", "stop", "summary", "repeat_question"})
#: How a reading of the audience is passed on; both groups are everybody, with a word on those with complaints.
_WAARDE = {doelgroep.BEIDE: doelgroep.ALLE}
#: A question mark behind so few words is a doubt ("vmbo?").
_KORT = 3


_GROET = re.compile(
    r"(?:hoi+|hallo|hey|hai|hee|heej|yo|goe(?:de|ie|den|ien)\w*|goede (?:morgen|middag|avond)|dag)\b|.*\b(?:hoi|hallo|groetjes)$"
)
#: What a message with a greeting is taken for when it says little else.
_TAST = VRAGEN | {*ANTWOORDEN, FALLBACK, "chitchat"}


def met_groet(begrip: Begrip, uitkomst: Uitkomst) -> Uitkomst:
    """Outside a form: a greeting with a few words about the day greets; one with a question behind it asks that."""
    asks = wending.stelt_vraag(begrip.tekst)
    if (not asks and _heeft_iets(begrip, uitkomst)) or _laat_bekijken(begrip, uitkomst):
        return zeker("choose_intervention", uitkomst.volgorde)
    if uitkomst.intent == "greet":
        return zeker("ask_fact", uitkomst.volgorde) if asks and _vraagt_zelf(begrip) else uitkomst
    if asks or uitkomst.intent not in _TAST or not _GROET.match(begrip.norm):
        return uitkomst
    named = any(v.manier in LETTERLIJK and (v.ids("element") or v.ids("interventie")) for v in begrip.vermeldingen)
    tells = named or wending.verteld_naam(begrip.tekst) or wending.heeft_het_zwaar(begrip.tekst)
    return uitkomst if tells else zeker("greet", uitkomst.volgorde)


#: What a school has to look at, told by somebody who doubts that it counts.
_IETS_VAN_ONS = re.compile(
    r"\b(?:we|wij|ik|ons|onze)\b.*\b(?:doe|doen|heb|hebben|werk|werken|geef|geven|gebruik|gebruiken|draai|draaien)\b"
    r"(?: \w+){0,6} \w*(?:programma\w*|lessen|lessenserie|lesjes|pakket\w*|methode|training\w*|project\w*|cursus\w*|module\w*|aanpak)\b|"
    r"\b(?:doen|hebben|geven) (?:we|wij)(?: \w+){0,6} \w*(?:programma\w*|lessen|lesjes|training\w*|project\w*|cursus\w*|module\w*)\b"
)


def _heeft_iets(begrip: Begrip, uitkomst: Uitkomst) -> bool:
    """Whether somebody tells, with nothing asked, that there is a programme ("we doen iets met mentorlessen, weet niet ...")."""
    own = {antwoord.rol for antwoord in uitkomst.antwoorden} <= {"vraag"}
    return uitkomst.intent in ANTWOORDEN and own and _IETS_VAN_ONS.search(begrip.norm) is not None


_ONS_PROGRAMMA = (
    r"(?:ons|onze|mijn|het|de|dit|deze|een)(?: \w+){0,3} "
    r"\w*(?:programma\w*|lessen|lessenserie|lespakket|methode|training|aanpak|interventie|project|cursus)"
)
_BEKIJKEN = (
    r"(?:doorlichten|beoordelen|checken|bekijken|nakijken|toetsen|nalopen|evalueren|langslopen|doornemen|screenen|onderzoeken|"
    r"tegen het licht houden|langs (?:de|jullie) keuzehulp leggen)"
)
_LAAT_BEKIJKEN = re.compile(
    rf"\b{_ONS_PROGRAMMA}\b(?: \w+){{0,3}} (?:laten|komen) {_BEKIJKEN}\b|"
    rf"\b(?:kunnen|kan|kun|kunt|willen|wil|wilt|zouden|zou) (?:jullie|je|jij|u|we|wij|ik)(?: \w+){{0,2}} {_ONS_PROGRAMMA}"
    rf"(?: \w+){{0,2}} {_BEKIJKEN}\b|"
    rf"\b{_ONS_PROGRAMMA}\b.* (?:kun|kan|kunnen|kunt|wil|willen) (?:je|jij|u|jullie) (?:daar|er|dat|die|m|hem|t)(?: \w+){{0,3}} "
    rf"(?:naar kijken|{_BEKIJKEN})\b"
)


_BESCHREVEN = "beschreven"


def _laat_bekijken(begrip: Begrip, uitkomst: Uitkomst) -> bool:
    """Whether somebody wants a programme of the school looked at, in a sentence that names no described one."""
    described = any(v.ids("interventie") for v in begrip.vermeldingen) or _BESCHREVEN in begrip.norm
    return uitkomst.intent != "crisis" and not described and _LAAT_BEKIJKEN.search(begrip.norm) is not None


def _vraagt_zelf(begrip: Begrip) -> bool:
    """Whether the question behind a greeting is about something, and no "kun je me helpen?"."""
    named = any(v.manier in LETTERLIJK and (v.ids("element") or v.ids("interventie")) for v in begrip.vermeldingen)
    return named or (len(begrip.norm.split()) > _LANGE_GROET and _AAN_DE_BOT.search(begrip.norm) is None)


_LANGE_GROET = 6
_AAN_DE_BOT = re.compile(r"\b(?:je|jij|jou|u|hier|bot|chatbot|iemand|mens|(?:mag|kan|moet) (?:ik|we|wij))\b")


def lees(begrip: Begrip, uitkomst: Uitkomst, vraag: str | None, vorm: str = "") -> Uitkomst:
    """The outcome with what the words answer at the question of the intake that is open; the same where they answer nothing."""
    if vraag == "sector" and _school(begrip, uitkomst):
        return zeker("inform", uitkomst.volgorde)
    if vraag not in ("interventie", "doelgroep") or _blijft(begrip, uitkomst):
        return uitkomst
    if vraag == "interventie":
        return _naam(begrip, uitkomst)
    gelezen = _doelgroep(begrip, vorm)
    if gelezen is None or (gelezen == doelgroep.DEEL and begrip.tekst.rstrip().endswith("?")):
        return uitkomst  # "hoogbegaafden?" asks whether it is for them
    waarde = Entiteit("doelgroep", _WAARDE.get(gelezen, gelezen), 0, len(begrip.tekst))
    return replace(zeker("inform", uitkomst.volgorde), onderwerp=[waarde])


def _blijft(begrip: Begrip, uitkomst: Uitkomst) -> bool:
    """Whether the message is something else: a command in so many words, a question, a button."""
    if begrip.tekst.startswith("/") or uitkomst.intent in _BLIJFT:
        return True
    if len(begrip.norm.split()) > _KORT and wending.stelt_vraag(begrip.tekst):
        return True
    return uitkomst.intent in _BLIJFT_MET_WOORD and bool(taal().daden[uitkomst.intent].search(begrip.norm))


def _doelgroep(begrip: Begrip, vorm: str) -> str | None:
    gelezen = doelgroep.lees(begrip.tekst)
    if vorm == VORM_GROEPJE and gelezen in (None, doelgroep.GROEPJE):
        # "Do they have complaints?": a plain yes or no answers that.
        antwoord = begrip.kaal or begrip.eerste
        return {JA: doelgroep.KLACHTEN, NEE: doelgroep.DEEL}.get(str(antwoord), gelezen)
    return gelezen


#: "Is een vmbo school ja": said of the own school, with the verb first and no question mark.
_IS_EEN_SCHOOL = re.compile(r"(?:is|zijn|ben|zit|zitten|werk|werken) (?!het\b|dit\b|dat\b|er\b|de\b)")
_SCHOOL_WOORDEN = 7


def _school(begrip: Begrip, uitkomst: Uitkomst) -> bool:
    """Whether the words tell what kind of school it is, though their order is that of a question."""
    if begrip.tekst.rstrip().endswith("?") or uitkomst.intent in _BLIJFT or len(begrip.norm.split()) > _SCHOOL_WOORDEN:
        return False
    return bool(_IS_EEN_SCHOOL.match(begrip.norm)) and any(p.search(begrip.norm) for p in taal().sector.values())


def _naam(begrip: Begrip, uitkomst: Uitkomst) -> Uitkomst:
    """A name that is told in so many words, or that there is none, is no small talk and no question about the bot."""
    if doelgroep.is_klas(begrip.tekst):
        return replace(
            zeker("inform", uitkomst.volgorde), onderwerp=[Entiteit("doelgroep", doelgroep.ALLE, 0, len(begrip.tekst))]
        )
    if wending.verteld_naam(begrip.tekst) is None or uitkomst.intent in (
        "choose_intervention",
        "inform",
        "affirm",
        "partly",
    ):
        return uitkomst
    return replace(zeker("inform", uitkomst.volgorde), onderwerp=uitkomst.onderwerp)
