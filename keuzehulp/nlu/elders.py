"""What a message tells of another element than the one that is asked, or of one where nothing was asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from keuzehulp.nlu import halven
from keuzehulp.nlu.antwoord import kaal_antwoord
from keuzehulp.nlu.begrip import Begrip
from keuzehulp.nlu.bereik import DEELS, JA, NEE, WEET_NIET, Paar
from keuzehulp.nlu.duiding import BOUW, NAAST_ANTWOORD, UITING
from keuzehulp.nlu.entiteiten import Entiteit
from keuzehulp.nlu.oplossen import ANTWOORDEN, INTENT_VAN, LETTERLIJK, Uitkomst, gevraagde_elementen

WAARDEN = (JA, DEELS, NEE, WEET_NIET)
KWETSBAAR = "impl_kwetsbare_leerlingen"
# How likely an answer about an element that was not asked for must be against what the rules read; more between yes and no.
ZEKER_ELDERS, ZEKER_ELDERS_WISSEL = 0.7, 0.8
#: Answers that stand beside a name in so many words.
MET_ZOVEEL_WOORDEN = {"ja": JA, "wel": JA, "nee": NEE, "niet": NEE, "deels": DEELS, "een beetje": DEELS, "soms": DEELS}


def enig_ander(begrip: Begrip, uitkomst: Uitkomst, vraag: str | None) -> str | None:
    """The one element that a message tells of where something else or nothing was asked; None where it tells of more."""
    if uitkomst.intent not in ANTWOORDEN or len(uitkomst.antwoorden) != 1 or begrip.vraag:
        return None
    element = str(uitkomst.antwoorden[0].rol)
    gelezen = {paar.element for paar in begrip.paren}
    return element if element != vraag and element in gevraagde_elementen() and gelezen == {element} else None


def met_waarde(begrip: Begrip, uitkomst: Uitkomst, kansen: Mapping[str, float]) -> Uitkomst:
    """The outcome of which the one answer is the likeliest of the four, where that is sure enough."""
    antwoord = uitkomst.antwoorden[0]
    waarde = max(WAARDEN, key=lambda w: kansen.get(w, 0.0))
    paar = begrip.paren[0]
    vast = paar.cue == halven.CUE or paar.cue in BOUW
    nodig = ZEKER_ELDERS_WISSEL if {waarde, antwoord.waarde} == {JA, NEE} else ZEKER_ELDERS
    if vast or waarde == antwoord.waarde or kansen.get(waarde, 0.0) < nodig:
        return uitkomst
    intent = INTENT_VAN[waarde] if uitkomst.intent != "inform" else uitkomst.intent
    return replace(uitkomst, intent=intent, antwoorden=[replace(antwoord, waarde=waarde)])


#: What a sentence that gives a named element an answer may hold beside these two.
_KOPPEL = frozenset({
    "en", "oh", "o", "oja", "eh", "wacht", "maar", "is", "was", "da", "dat", "s", "moet", "zijn", "toch", "ook", "eigenlijk",
})  # fmt: skip


def geeft_waarde(begrip: Begrip) -> Entiteit | None:
    """The answer of a message that names one element and gives it a plain one, in the words of a statement; else None."""
    paar = begrip.paren[0] if len(begrip.paren) == 1 else None
    if paar is None or "?" in begrip.tekst or paar.vermelding.manier not in LETTERLIJK:
        return None
    if paar.cue.removeprefix("ook ") not in MET_ZOVEEL_WOORDEN or not begrip.norm.endswith(paar.cue):
        return None
    genoemd = range(paar.vermelding.van, paar.vermelding.tot)
    naast = {w.norm for n, w in enumerate(begrip.woorden) if n not in genoemd and not w.is_leesteken}
    if not set(" ".join(naast).replace("'", " ").split()) <= _KOPPEL | set(paar.cue.split()):
        return None
    return Entiteit("antwoord", paar.waarde, paar.vermelding.begin, paar.vermelding.eind, paar.element)


def kort_over_ander(begrip: Begrip, vraag: str) -> Entiteit | None:
    """The answer of a few words that name another element and put a plain answer beside it ("doelen: ja"); else None."""
    paar = begrip.paren[0] if len(begrip.paren) == 1 else None
    if paar is None or paar.element == vraag or begrip.vraag or begrip.eerste or is_impl(paar.element):
        return None
    genoemd = range(paar.vermelding.van, paar.vermelding.tot)
    naast = [w.norm for n, w in enumerate(begrip.woorden) if n not in genoemd and not w.is_leesteken]
    zegt = [norm for norm in naast if norm not in NAAST_ANTWOORD]
    if paar.vermelding.manier == UITING or kaal_antwoord(" ".join(zegt)) != paar.waarde:
        return None
    return Entiteit("antwoord", paar.waarde, paar.vermelding.begin, paar.vermelding.eind, paar.element)


def is_impl(element: str) -> bool:
    """Whether an id is that of a question about the introduction."""
    return element.startswith("impl_")


def zonder_invoering(begrip: Begrip, uitkomst: Uitkomst) -> Uitkomst:
    """The outcome without questions of the introduction that are not named, where nothing was asked and elements are told.

    "In de hogere klassen doen we dat niet meer" tells of the goals before it, and nothing of what stays.
    """
    paren = {paar.element: paar for paar in begrip.paren}
    blijft = [a for a in uitkomst.antwoorden if not (is_impl(str(a.rol)) and ongevraagd(paren.get(str(a.rol))))]
    elementen = any(not is_impl(str(a.rol)) for a in uitkomst.antwoorden)
    return replace(uitkomst, antwoorden=blijft) if elementen else uitkomst


def ongevraagd(paar: Paar | None) -> bool:
    """Whether a pair of the introduction is not named, or only says for whom something is."""
    if paar is None or paar.vermelding.manier == UITING:
        return True
    return paar.element == KWETSBAAR and paar.waarde == DEELS and paar.cue.startswith(_BEPERKT)


_BEPERKT = ("alleen", "enkel", "vooral", "slechts", "pas", "hooguit", "uitsluitend")
