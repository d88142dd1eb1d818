"""Decides what a message means: intent and answers, from the rules and the classifier together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from keuzehulp.gesprek import INTAKE, is_beschrijving
from keuzehulp.getallen import GETALLEN
from keuzehulp.nlu import bevel, crisis
from keuzehulp.nlu.antwoord import nieuwe_waarde
from keuzehulp.nlu.begrip import Begrip
from keuzehulp.nlu.bereik import DEELS, JA, NEE, WEET_NIET, Paar, platte_tekst_van
from keuzehulp.nlu.duiding import SIGNAAL, UITING
from keuzehulp.nlu.entiteiten import Entiteit
from keuzehulp.nlu.taal import taal
from keuzehulp.nlu.termen import termen
from keuzehulp.nlu.zinsdelen import na_tegenwerping

INTENT_VAN = {JA: "affirm", NEE: "deny", DEELS: "partly", WEET_NIET: "dont_know", "overslaan": "skip"}
WAARDE_VAN = {"affirm": JA, "deny": NEE, "partly": DEELS, "dont_know": WEET_NIET}
ANTWOORDEN = frozenset({*WAARDE_VAN, "inform"})
FALLBACK = "nlu_fallback"
TWIJFEL = 0.12
ANTWOORD_MINSTENS = 0.45
PRAATJE_ZEKER = 0.5
SCHELDEN_ZEKER = 0.9
WISSEL_ZEKER = 0.7
#: Acts that empty answers: unless a word of the message says so, they must be surer than a likeness.
WIST, WIST_ZEKER = frozenset({"delete_data", "restart"}), 0.6
ZONDER_CUE = 0.9
NEE_ZONDER_CUE = 0.7
REGEL_STEM = 3.0
TEGEN = 0.5


@dataclass
class Uitkomst:
    """The decision: intent with its confidence, the ranking, the answers, and the answers it hesitates between."""

    intent: str
    zekerheid: float
    volgorde: list[tuple[str, float]]
    antwoorden: list[Entiteit] = field(default_factory=list)
    twijfel: list[str] = field(default_factory=list)
    onderwerp: list[Entiteit] = field(default_factory=list)


def los_op(
    begrip: Begrip,
    volgorde: Sequence[tuple[str, float]],
    onbekend: bool = False,
    open_vraag: str | None = None,
    crisis_score: float | None = None,
) -> Uitkomst:
    """Combine the rules' reading of a message with the classifier's ranking (best first).

    `onbekend` tells that no word of the message is known, neither from training nor as Dutch. `open_vraag` is the
    element that the assistant is asking about, where that is known: a word that may mean several elements means
    that one, and a signal word of it makes the message an answer to the question as well.
    `crisis_score` is what the crisis model says; without it the rules decide alone.
    """
    over_element = open_vraag in gevraagde_elementen()
    begrip = _gelooft(begrip, open_vraag is not None)
    ranglijst = _verwacht(begrip, volgorde) if over_element else volgorde
    gevaar = crisis.is_zeker(begrip.norm) or crisis.beslis(begrip.crisis, crisis_score, dict(volgorde).get("crisis"))
    uitkomst = _los_op(begrip, ranglijst, onbekend, gevaar)
    if open_vraag in INTAKE:
        return _alleen_genoemd(begrip, uitkomst, str(open_vraag))
    if open_vraag and open_vraag.endswith(AANTAL):
        return _bij_getal(begrip, uitkomst, open_vraag)
    return _met_open_vraag(begrip, uitkomst, open_vraag) if open_vraag else uitkomst


def _alleen_genoemd(begrip: Begrip, uitkomst: Uitkomst, open_vraag: str) -> Uitkomst:
    """At the questions about name, school and audience, the outcome without answers for elements that are not named.

    "Alle leerlingen van klas 1 doen mee" tells for whom it is; how much of the school takes part is asked later.
    """
    eigen = begrip.norm.split()[:1] in (["wij"], ["we"], ["ons"], ["onze"], ["het"]) or _SCHOOLSOORT.search(begrip.norm)
    if uitkomst.intent == "chitchat" and (eigen or not taal().daden["chitchat"].search(begrip.norm)):
        return zeker(FALLBACK, uitkomst.volgorde, zekerheid=0.0)  # of their own school: no small talk
    if (
        open_vraag in ("sector", "doelgroep")
        and uitkomst.intent in VRAGEN
        and bevel.mist_de_vorm(begrip, uitkomst.intent)
    ):
        return zeker(FALLBACK, uitkomst.volgorde, zekerheid=0.0)  # "a group for those who fail" asks nothing
    # In a name ("doorlopende leerlijn welbevinden") or a few words a name of an element answers nothing; in a sentence it may.
    genoemd = {
        p.element for p in begrip.paren if p.vermelding.manier in LETTERLIJK and (p.cue or not _losse_woorden(begrip))
    }
    uitkomst.antwoorden = [a for a in uitkomst.antwoorden if a.rol in genoemd or a.rol not in gevraagde_elementen()]
    return uitkomst


def _bij_getal(begrip: Begrip, uitkomst: Uitkomst, open_vraag: str) -> Uitkomst:
    """At a question how many, the outcome without what a few words only list ("een filmpje en een quiz" tells of no variety)."""
    zonder_cue = {p.element for p in begrip.paren if not p.cue} - {open_vraag.removesuffix(AANTAL)}
    if _losse_woorden(begrip):
        uitkomst.antwoorden = [a for a in uitkomst.antwoorden if a.rol not in zonder_cue]
    return uitkomst


def _losse_woorden(begrip: Begrip) -> bool:
    """Whether a message is a few words without a verb, as a name or a list is."""
    return len(begrip.norm.split()) <= LANGSTE_NAAM and _IN_EEN_ZIN.search(begrip.norm) is None


_IN_EEN_ZIN = re.compile(
    r"\b(?:is|zijn|heeft|hebben|doet|doen|krijgt|krijgen|komt|komen|zit|zitten|gaat|gaan|we|wij|ze|zij|er|ja|nee|niet|wel|geen)\b"
)
#: The end of the slot of a question how many.
AANTAL = "_aantal"


_SCHOOLSOORT = re.compile(r"\b\w*(?:onderwijs|college|lyceum|klas)\b|\b\w*(?:school|scholen)\w*")
#: So many words has a name at most; what is longer is a sentence.
LANGSTE_NAAM = 5


@lru_cache(maxsize=1)
def gevraagde_elementen() -> frozenset[str]:
    """The elements of the check, of which one of the four answers is asked."""
    return frozenset(term.id for term in termen() if term.gevraagd)


def _gelooft(begrip: Begrip, vraag_open: bool) -> Begrip:
    """The reading without pairs that are not believed: what is left out is asked later.

    While a question is open, a message that names nothing by its own name is about the question, and whether the one
    element that is named gets an answer is for the classifier of the whole message; so is a name with a word beside it.
    """
    paren = [p for p in begrip.paren if not _toegegeven(begrip, p)]
    zwak = [p for p in paren if p.vermelding.manier not in LETTERLIJK]
    een_naam = len(paren) == 1 and not any(p.vermelding.manier == UITING for p in zwak)
    if not (een_naam and (vraag_open or len(begrip.norm.split()) <= _KORT_ANTWOORD)):
        paren = [p for p in paren if p.zeker]
    alleen_woorden = bool(zwak) and all(p.vermelding.manier == SIGNAAL for p in begrip.paren)
    if vraag_open and (alleen_woorden or len(zwak) == len(begrip.paren) == 1):
        paren = []
    # Two elements or more and no question: that is a list, also when not all of it is believed.
    lijst = bool(paren) and len(begrip.paren) > 1 and (not begrip.vraag or _antwoordt_zelf(begrip))
    return replace(begrip, gelezen_paren=paren, alle_paren=begrip.paren, opsomming=lijst)


def _toegegeven(begrip: Begrip, paar: Paar) -> bool:
    """Whether an element is only named in what is granted ("nee, ook al staat het in de handleiding")."""
    voor = [w.norm for w in begrip.woorden[begrip.delen[paar.deel].van : paar.vermelding.van]] if paar.deel >= 0 else []
    return ("ook", "al") in pairwise(voor) and "ook" not in voor[voor.index("al") + 1 :]


def _antwoordt_zelf(begrip: Begrip) -> bool:
    """Whether a message says something of several elements, be it after questions of its own ("Sova? Nee. Yoga? Ja.")."""
    met_cue = [p for p in begrip.paren if p.zeker and p.cue]
    kort = [p for p in met_cue if len(begrip.delen[p.deel].tekst.split()) <= _KORT_ANTWOORD]
    if len(kort) > 1:
        # "Sova ja, yoga nee, and the rest???"
        return True
    if len(met_cue) < 2 or begrip.tekst.rstrip().endswith("?"):
        return False
    return not taal().begin["vraag"].match(begrip.norm)


_KORT_ANTWOORD = 4


def _verwacht(begrip: Begrip, volgorde: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """The ranking where an answer is expected: unless the message is a question, an answer is the likelier reading."""
    if begrip.vraag or not any(len(woord) > 1 and woord.isalpha() for woord in begrip.norm.split()):
        return list(volgorde)
    gewogen = [(naam, kans / (OPEN_VRAAG if naam in TERZIJDE else 1.0)) for naam, kans in volgorde]
    som = sum(kans for _, kans in gewogen) or 1.0
    return sorted(((naam, kans / som) for naam, kans in gewogen), key=lambda paar: -paar[1])


#: What people type in Dutch; emoji are counted apart.
_GEWOON = re.compile(r"[A-Za-zÀ-ÖØ-öø-ž0-9\s.,;:!?'\"’‘“”´`()\-–—&%+€…*=#@<>]")
_MEEST_ONGEWOON = 0.15
#: What slips in less easily than a sign: a letter or number of another script, a control character, one without meaning.
_ONTYPBAAR = 3
#: So many times the same in a row is a key that was held, or a paste that went wrong.
_HERHAALD = re.compile(r"(\S{1,3}?)\1{29,}")
_MEEST_HERHAALD = 0.5
#: A key and its value, as programs write them.
_CODE = re.compile(r'^\s*/\w|"\s*:\s*["{\[]')


def onleesbaar(tekst: str) -> bool:
    """Whether more of a message is code, control characters, another script or one key than a slip of the hand explains."""
    tekst = unicodedata.normalize("NFC", tekst)
    if sum(len(reeks[0]) for reeks in _HERHAALD.finditer(tekst)) > _MEEST_HERHAALD * len(tekst):
        return True
    if _CODE.search(tekst):
        return True
    ongewoon = [teken for teken in tekst if not _GEWOON.match(teken) and not _is_emoji(teken)]
    schuin = sum(teken in "/\\" for teken in ongewoon)
    # "oefenen/rollenspel" is a way of writing; a path is not.
    aantal = sum(_ONTYPBAAR if _is_ontypbaar(teken) else 1 for teken in ongewoon) - (schuin if schuin <= 2 else 0)
    return aantal > _MEEST_ONGEWOON * len(tekst)


_FUNCTIEWOORDEN = frozenset({
    "ze", "zij", "we", "wij", "ik", "hij", "je", "jij", "u", "er", "het", "de", "een", "dat", "die", "dit", "deze", "en", "of",
    "in", "op", "te", "van", "bij", "met", "om", "voor", "aan", "o", "t",
})  # fmt: skip


def alleen_functiewoorden(tekst: str) -> bool:
    """Whether a message is a word or two that say nothing by themselves ("ze"): no answer to whatever question."""
    woorden = re.findall(r"\w+", tekst.lower())
    return 0 < len(woorden) <= 2 and _FUNCTIEWOORDEN.issuperset(woorden)


def zegt_niets(tekst: str) -> bool:
    """Whether a message can be no answer to whatever question: not readable, or without a word that says something."""
    return onleesbaar(tekst) or alleen_functiewoorden(tekst)


def _is_ontypbaar(teken: str) -> bool:
    return teken.isalnum() or unicodedata.category(teken)[0] in "CM"


def _is_emoji(teken: str) -> bool:
    return teken in "\u200d\ufe0f" or "\U0001f3fb" <= teken <= "\U0001f3ff" or unicodedata.category(teken) == "So"


def _met_open_vraag(begrip: Begrip, uitkomst: Uitkomst, open_vraag: str) -> Uitkomst:
    if uitkomst.intent not in ANTWOORDEN or open_vraag in {a.rol for a in uitkomst.antwoorden}:
        return uitkomst
    for paar in begrip.paren:
        if open_vraag in paar.vermelding.ids("element"):
            uitkomst.antwoorden = [
                replace(a, rol=open_vraag) if a.rol == paar.element else a for a in uitkomst.antwoorden
            ]
            return uitkomst
    hint = open_vraag in {term.id for term in begrip.hints}
    rollen = {a.rol for a in uitkomst.antwoorden}
    if hint and len(uitkomst.antwoorden) == 1 and "vraag" not in rollen:
        uitkomst.antwoorden.append(_vraag_antwoord(begrip, uitkomst.antwoorden[0].waarde))
    return uitkomst


def _los_op(begrip: Begrip, volgorde: Sequence[tuple[str, float]], onbekend: bool, gevaar: bool) -> Uitkomst:
    nietszeggend = onbekend and not begrip.vermeldingen and not begrip.kaal
    if not begrip.norm or (not gevaar and (nietszeggend or zegt_niets(begrip.tekst))):
        return zeker(FALLBACK, volgorde, zekerheid=0.0)
    if gevaar:
        return zeker("crisis", volgorde)
    if is_beschrijving(begrip.tekst):
        # A pasted description answers nothing by itself: the school confirms what is read in it.
        return zeker("paste_text", volgorde)
    if begrip.kaal and not begrip.paren:
        return _kaal(begrip, volgorde)
    if alleen_getal(begrip):
        # A number answers the question how many, which the form reads from its entity; never yes or no.
        return zeker("inform", volgorde)
    volgorde = zonder("crisis", volgorde)
    if volgorde[0][0] == "greet" and len(begrip.norm.split()) > LANGSTE_GROET:
        na_groet = zonder("greet", volgorde)
        volgorde = na_groet if na_groet[0][1] >= NA_GROET else volgorde
    kansen = dict(volgorde)
    som = sum(kansen.get(intent, 0.0) for intent in ANTWOORDEN)
    daad, daad_kans = next(((i, k) for i, k in volgorde if i not in ANTWOORDEN), (FALLBACK, 0.0))
    if (
        daad in ("stop", "skip", "goodbye")
        and _is_vraagzin(begrip)
        and any(v.ids("element") for v in begrip.vermeldingen)
    ):
        # "Coping heeft dus geen zin, zullen we daar maar mee stoppen?" asks about coping.
        return zeker("ask_fact", volgorde)
    if daad == "help" and _noemt_begrip(begrip):
        # "Wat bedoelen zij met ik heb, ik ben en ik kan?" asks about that, not about what the assistant can do.
        return zeker("ask_definition", volgorde)
    beheer = daad in BEHEER and not (daad_kans < BEHEER_ZEKER and _antwoordt_zelf(begrip))
    opsomming = begrip.opsomming and not beheer and daad_kans < OPSOMMING_TEGEN
    opsomming = opsomming or (begrip.opsomming and daad in VRAGEN and _antwoordt_zelf(begrip))
    if (daad_kans > som or som == 0.0) and not opsomming:
        return _daad(begrip, daad, daad_kans, volgorde)
    if opsomming:
        return _over_elementen(begrip, max(som, 1.0 - daad_kans), volgorde)
    if _is_vraagzin(begrip) or _over_beschreven_programma(begrip):
        # A question, or a remark on somebody else's programme, answers nothing about one's own.
        return zeker(daad if daad in VRAGEN else "ask_fact", volgorde)
    if begrip.paren:
        return _over_elementen(begrip, som, volgorde)
    return _over_de_vraag(begrip, som, kansen, volgorde)


#: A greeting of more words goes on with what it is about, when the rest says it so clearly.
LANGSTE_GROET, NA_GROET = 4, 0.7


def zonder(intent: str, volgorde: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """The ranking when it is not this intent: the others share what it had."""
    over = [(naam, kans) for naam, kans in volgorde if naam != intent]
    som = sum(kans for _, kans in over)
    return [(naam, kans / som) for naam, kans in over] if som > 0.0 else list(volgorde)


# Acts about something: a signal word is enough to know what.
OVER_IETS = frozenset(
    {
        "ask_definition",
        "ask_why",
        "ask_evidence",
        "ask_example",
        "ask_source",
        "ask_fact",
        "correct",
        "go_back",
        "more",
        "repeat_question",
    }
)
# Acts that a list of elements may come with: they are no statement about one's own practice.
BEHEER = frozenset(
    {
        "correct", "restart", "delete_data", "report", "summary", "compare", "go_back", "privacy", "paste_text",
        "ask_definition", "insult", "bot_challenge", "choose_intervention",
    }
)  # fmt: skip
OPSOMMING_TEGEN = 0.97
# How sure such an act must be where the message gives two answers or more in so many words.
BEHEER_ZEKER = 0.5
OPEN_VRAAG = 2.5
# What is seldom said in answer to a question about an element, unless it is asked.
TERZIJDE = frozenset(
    {
        "chitchat", "out_of_scope", "choose_intervention", "start_check", "restart", "reflect", "more", "report",
        "ask_fact", "ask_evidence", "ask_why", "ask_example", "ask_source", "ask_definition", "ask_progress",
        "privacy", "bot_challenge", "compare", "greet", "crisis",
    }
)  # fmt: skip
# How a mention is found that surely names its element.
LETTERLIJK = frozenset({"letterlijk", "aaneen"})
VRAGEN = frozenset(
    {"ask_definition", "ask_why", "ask_evidence", "ask_example", "ask_source", "ask_fact", "out_of_scope"}
)
#: What only joins numbers; "een" is mostly an article.
_VERBINDT = frozenset({"een", "of", "a", "tot"})
_GETALWOORDEN = _VERBINDT | GETALLEN.keys() | {"ongeveer", "circa", "rond", "keer", "stuks", "stuk", "oefeningen"}
_EIGEN = frozenset({"wij", "we", "ons", "onze", "bij ons", "onszelf"})


def _noemt_begrip(begrip: Begrip) -> bool:
    """Whether a message names a concept other than the keuzehulp itself."""
    ids = {id for v in begrip.vermeldingen for id in v.ids("begrip")}
    return any("keuzehulp" not in id for id in ids)


def alleen_getal(begrip: Begrip) -> bool:
    """Whether a message is nothing but a number in digits or words."""
    woorden = begrip.norm.split()
    getallen = [w for w in woorden if w.isdigit() or (w in _GETALWOORDEN and w not in _VERBINDT)]
    return bool(getallen) and all(w.isdigit() or w in _GETALWOORDEN for w in woorden)


def _is_vraagzin(begrip: Begrip) -> bool:
    """Whether a message ends as a question and does not begin with an answer ("ja, toch?" is one)."""
    return begrip.tekst.rstrip().endswith("?") and begrip.eerste is None


def _over_beschreven_programma(begrip: Begrip) -> bool:
    """Whether a message speaks of a described programme and not of the speaker's own practice."""
    named = any(v.ids("interventie") for v in begrip.vermeldingen)
    return named and bool(begrip.paren) and not _EIGEN & set(begrip.norm.split())


def zeker(intent: str, volgorde: Sequence[tuple[str, float]], zekerheid: float = 1.0) -> Uitkomst:
    """The outcome that is this intent and no other."""
    rest = [(naam, 0.0 if zekerheid == 1.0 else kans) for naam, kans in volgorde if naam != intent]
    return Uitkomst(intent, zekerheid, [(intent, zekerheid), *rest])


def _vraag_antwoord(begrip: Begrip, waarde: str) -> Entiteit:
    return Entiteit("antwoord", waarde, 0, len(begrip.tekst), "vraag")


def _kaal(begrip: Begrip, volgorde: Sequence[tuple[str, float]]) -> Uitkomst:
    soort = begrip.kaal or ""
    uit = zeker(INTENT_VAN[soort], volgorde)
    if soort in (JA, NEE, DEELS, WEET_NIET):
        uit.antwoorden = [_vraag_antwoord(begrip, soort)]
    return uit


_WAARDEWOORD = r"(?:ja|nee|deels|een beetje|beetje|weet ik niet)"
_GEEFT_WAARDE = re.compile(
    rf"\b(?:doe|zet|maak|noteer|vul|geef)\b(?: \w+){{0,3}}? {_WAARDEWOORD}\b.*\b(?:vorige|laatste|hiervoor|daarvoor)\b|"
    rf"\b(?:vorige|laatste)\b.*\b(?:op|was|is|moet|naar) (?:\w+ ){{0,2}}?{_WAARDEWOORD}\b"
)


def _daad(begrip: Begrip, intent: str, kans: float, volgorde: Sequence[tuple[str, float]]) -> Uitkomst:
    scheldt = taal().daden["insult"].search(begrip.norm)
    if intent == "insult" and not scheldt and any(teken.isdigit() for teken in begrip.norm):
        return zeker(FALLBACK, volgorde, zekerheid=0.0)  # "10 of zo"
    if intent in ("chitchat", "insult") and kans < (
        SCHELDEN_ZEKER if intent == "insult" and not scheldt else PRAATJE_ZEKER
    ):
        # Small talk is what is left over for the classifier: better to ask again than to answer beside it.
        return zeker(FALLBACK, volgorde, zekerheid=0.0)
    if intent in WIST and kans < WIST_ZEKER and not taal().daden[intent].search(begrip.norm):
        return zeker(FALLBACK, volgorde, zekerheid=0.0)
    if intent == "go_back" and _GEEFT_WAARDE.search(begrip.norm):
        # "Doe maar een beetje bij de vorige" wants another answer there, not the question again.
        return replace(zeker("correct", volgorde), antwoorden=correctie(begrip))
    uit = Uitkomst(intent, kans, list(volgorde))
    if intent != uit.volgorde[0][0]:
        uit.volgorde = [(intent, kans), *((naam, k) for naam, k in volgorde if naam != intent)]
    if intent == "correct":
        uit.antwoorden = correctie(begrip)
    zwak = begrip.zwak_element() if intent in OVER_IETS else None
    if zwak:
        uit.onderwerp = [Entiteit("element", zwak[0], zwak[1].begin, zwak[1].eind)]
    return uit


def correctie(begrip: Begrip) -> list[Entiteit]:
    """The new value in a correction, for the named element or (role nieuw) for the answer referred to."""
    bezet = {plek for v in begrip.vermeldingen for plek in range(v.van, v.tot) if v.manier != "los"}
    over = [w.norm for i, w in enumerate(begrip.woorden) if i not in bezet and not w.is_leesteken]
    waarde = nieuwe_waarde(platte_tekst_van(over))
    if waarde is None:
        return []
    # "Sorry, dat moet een beetje zijn" names none: what a clause only sounds like is not what is mended.
    paren = [p for p in begrip.alle_paren or begrip.paren if p.vermelding.manier != UITING]
    elementen = list(dict.fromkeys(p.element for p in paren))
    zwak = begrip.zwak_element()
    if not elementen and zwak:
        return [Entiteit("antwoord", waarde, zwak[1].begin, zwak[1].eind, zwak[0])]
    if not elementen:
        return [Entiteit("antwoord", waarde, 0, len(begrip.tekst), "nieuw")]
    if len(elementen) > 1:
        return [
            Entiteit(
                "antwoord", _waarde_in_deel(begrip, p) or p.waarde, p.vermelding.begin, p.vermelding.eind, p.element
            )
            for p in paren
        ]
    return [Entiteit("antwoord", waarde, p.vermelding.begin, p.vermelding.eind, p.element) for p in paren[:1]]


def _waarde_in_deel(begrip: Begrip, paar: Paar) -> str | None:
    """The new value that stands in the same clause as the element ("coping moet ja zijn en ouders nee")."""
    for deel in begrip.delen:
        if deel.van <= paar.vermelding.van < deel.tot:
            buiten = [i for i in range(deel.van, deel.tot) if not paar.vermelding.van <= i < paar.vermelding.tot]
            woorden = [begrip.woorden[i].norm for i in buiten if not begrip.woorden[i].is_leesteken]
            return nieuwe_waarde(platte_tekst_van(woorden))
    return None


def losse_opening(begrip: Begrip) -> str | None:
    """A bare answer word in front that says nothing about the first element ("nee, maar we doen wel rollenspel")."""
    if begrip.eerste is None or not begrip.delen:
        return None
    eerste = begrip.delen[0]
    if any(eerste.van <= p.vermelding.van < eerste.tot for p in begrip.paren):
        return None
    return begrip.eerste


def _paar_antwoorden(paren: Sequence[Paar]) -> list[Entiteit]:
    return [Entiteit("antwoord", p.waarde, p.vermelding.begin, p.vermelding.eind, p.element) for p in paren]


def _over_elementen(begrip: Begrip, som: float, volgorde: Sequence[tuple[str, float]]) -> Uitkomst:
    paren = begrip.paren
    opening = losse_opening(begrip)
    antwoorden = _paar_antwoorden(paren)
    if opening:
        antwoorden.append(_vraag_antwoord(begrip, opening))
    if len(paren) > 1:
        intent = "inform"
    else:
        # Where more is named than is believed, the message as a whole is about more than this one.
        alleen = len(begrip.alle_paren) <= 1
        # After "nee" that only contradicts (it is no part of a clause) the classifier hears a no that nobody says.
        gelezen = alleen and not na_tegenwerping(begrip.woorden)
        waarde = _waarde_van_een(paren[0], dict(volgorde)) if gelezen else paren[0].waarde
        antwoorden[0] = Entiteit(
            "antwoord", waarde, paren[0].vermelding.begin, paren[0].vermelding.eind, paren[0].element
        )
        intent = "inform" if volgorde[0][0] == "inform" else INTENT_VAN[waarde]
    rest = [(naam, kans) for naam, kans in volgorde if naam not in ANTWOORDEN]
    return Uitkomst(intent, som, [(intent, som), *rest], antwoorden)


_NEE_GETAL = re.compile(
    r"\b(?:nee|neen)(?: (?:wacht|toch|ik bedoel|bedoel ik|eerder|zeg|maar|het zijn er|het zijn|het waren|er zijn|meer|minder))* "
    rf"(?:\d{{1,3}}|{'|'.join(n for n in GETALLEN if n not in ('een', 'geen'))})\b"
)
_TELBAAR = frozenset({"oefenen", "psycho_educatie"})


def verbeterd_getal(begrip: Begrip, uitkomst: Uitkomst, vraag: str | None) -> Uitkomst:
    """The outcome in which "no" before a number takes back a number, and not the element ("12 keer, nee 8")."""
    if _NEE_GETAL.search(begrip.norm) is None or not any(a.waarde == NEE for a in uitkomst.antwoorden):
        return uitkomst
    eigen = {"vraag", "nieuw"} if vraag in _TELBAAR else set()
    anders = [
        replace(a, waarde=JA, rol="vraag" if a.rol == "nieuw" else a.rol)
        if a.waarde == NEE and a.rol in eigen | _TELBAAR
        else a
        for a in uitkomst.antwoorden
    ]
    if anders == uitkomst.antwoorden:
        return uitkomst
    intent = INTENT_VAN[JA] if len(anders) == 1 else "inform"
    rest = [(naam, kans) for naam, kans in uitkomst.volgorde if naam not in ANTWOORDEN | {"correct"}]
    return replace(zeker(intent, rest, ZEKER_GETAL), antwoorden=anders)


ZEKER_GETAL = 0.9


def per_soort(uitkomst: Uitkomst) -> Uitkomst:
    """The outcome with the kinds of answer taken together, where the answers are for elements that are named; so for questions.

    Whether such a message as a whole is more a yes or a partly does not matter then, nor of what kind a question is: nearly
    as likely, they would make Rasa's FallbackClassifier leave out what is clear.
    """
    if uitkomst.intent in VRAGEN and not uitkomst.antwoorden:
        return _samen(uitkomst, VRAGEN)
    if uitkomst.intent not in ANTWOORDEN or uitkomst.twijfel or not uitkomst.antwoorden:
        return uitkomst
    if any(antwoord.rol in ("vraag", "nieuw") for antwoord in uitkomst.antwoorden):
        return uitkomst
    # A correction of what is named says the same.
    return _samen(uitkomst, ANTWOORDEN | {"correct"})


def _samen(uitkomst: Uitkomst, soort: frozenset[str]) -> Uitkomst:
    """The outcome with the chances of all acts of its kind."""
    som = min(1.0, sum(kans for naam, kans in uitkomst.volgorde if naam in soort))
    zekerheid = max(som, uitkomst.zekerheid)
    rest = [(naam, kans) for naam, kans in uitkomst.volgorde if naam not in soort]
    return replace(uitkomst, zekerheid=zekerheid, volgorde=[(uitkomst.intent, zekerheid), *rest])


def _waarde_van_een(paar: Paar, kansen: dict[str, float]) -> str:
    """The rules' answer where a cue was seen; without one a sure classifier may say otherwise."""
    if paar.cue:
        return paar.waarde
    beste = max(WAARDE_VAN, key=lambda intent: kansen.get(intent, 0.0))
    totaal = sum(kansen.get(intent, 0.0) for intent in WAARDE_VAN) or 1.0
    return WAARDE_VAN[beste] if kansen.get(beste, 0.0) / totaal >= ZONDER_CUE else paar.waarde


def _tegengesteld(waarde: str, kansen: dict[str, float]) -> bool:
    """Whether the classifier by itself would say yes for no or no for yes, and more likely than not."""
    beste = max(WAARDE_VAN, key=lambda intent: kansen.get(intent, 0.0))
    som = sum(kansen.get(intent, 0.0) for intent in WAARDE_VAN) or 1.0
    return {waarde, WAARDE_VAN[beste]} == {JA, NEE} and kansen.get(beste, 0.0) / som >= TEGEN


def _met_regel(begrip: Begrip, intent: str, kansen: dict[str, float]) -> float:
    """The classifier's opinion, with the rules' reading of the cues as a second vote."""
    if begrip.geheel != WAARDE_VAN[intent]:
        return kansen.get(intent, 0.0)
    # "Yes, but only ..." leaves little doubt.
    zeker = begrip.geheel == DEELS and begrip.eerste == JA
    return kansen.get(intent, 0.0) * REGEL_STEM * (2.0 if zeker else 1.0)


def _over_de_vraag(
    begrip: Begrip, som: float, kansen: dict[str, float], volgorde: Sequence[tuple[str, float]]
) -> Uitkomst:
    vier = sorted(((_met_regel(begrip, i, kansen), i) for i in WAARDE_VAN), reverse=True)
    totaal = sum(kans for kans, _ in vier) or 1.0
    deel, beste = vier[0][0] / totaal, vier[0][1]
    tweede = vier[1][0] / totaal
    if volgorde[0][0] == "inform" and vier[0][0] < 0.25 * volgorde[0][1]:
        return Uitkomst("inform", volgorde[0][1], list(volgorde))
    waarde = WAARDE_VAN[beste]
    regel = begrip.geheel
    onzeker = deel - tweede < TWIJFEL or ({regel, waarde} == {JA, NEE} and deel < WISSEL_ZEKER)
    onzeker = onzeker or _tegengesteld(waarde, kansen)
    # Without a word of denial "no" needs more than a likeness to other messages.
    onzeker = onzeker or (waarde == NEE and regel is None and deel < NEE_ZONDER_CUE)
    rest = [(naam, kans) for naam, kans in volgorde if naam not in ANTWOORDEN]
    if onzeker:
        # What is hardly an answer ("frutsel de knots") is not one of two.
        twijfel = [WAARDE_VAN[intent] for _, intent in vier[:2]] if som >= ANTWOORD_MINSTENS else []
        return Uitkomst(FALLBACK, som * deel, [(i, som * k / totaal) for k, i in vier] + rest, twijfel=twijfel)
    rij = [(beste, som * deel), *((i, som * k / totaal) for k, i in vier[1:]), *rest]
    rij = [rij[0], *sorted(rij[1:], key=lambda paar: -paar[1])]
    return Uitkomst(beste, som * deel, rij, [_vraag_antwoord(begrip, waarde)])
