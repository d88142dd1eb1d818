"""What a message changes in a check: a pure function from what was filled to what is recorded and said.

The form's validation action hands over the slots that Rasa filled from the last message; this module decides
which of them stand, what is asked back and what the school is told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from keuzehulp import blokoordeel, correctie, gesprek, herstel
from keuzehulp.doelgroep import DEEL, GROEPJE, voor_beide
from keuzehulp.gesprek import Stand
from keuzehulp.getallen import noemt_verhouding
from keuzehulp.herstel import Plek
from keuzehulp.kennisbank.model import Element, Interventie, Kennisbank
from keuzehulp.kennisbank.weergave import zin
from keuzehulp.nlu.antwoord import kaal_antwoord
from keuzehulp.programmavraag import is_mengvorm

#: Words with which a school says that its intervention has no name.
NAAMLOOS = "zonder naam"

#: What waits for a yes when another intervention is named in mid-check; the new name follows.
WISSEL = "wissel:"

GESTOPT = (
    "We stoppen hier. Jullie antwoorden blijven nog even bewaard: typ *ga verder* als je terug bent, "
    "of *wis mijn gesprek* om alles te verwijderen."
)

#: How a conversation is deleted, and what is asked before the answers go.
WIS_TEKST = (
    "Met *Wis mijn gesprek* in het menu van dit venster verdwijnt het hele gesprek, ook van de server. "
    "Vanzelf gebeurt dat ook, gewoonlijk na 24 uur."
)
VRAAG_WISSEN = "Zal ik alle antwoorden wissen? Dat kan ik niet terugdraaien."
GEWIST = f"Alle antwoorden zijn nu leeg. {WIS_TEKST}"

#: To a name that the sources do not describe.
NIET_BESCHREVEN = "‘{naam}’ staat niet beschreven in mijn bronnen. Dat geeft niet: we lopen de elementen samen langs."

#: A name typed by hand is kept this long, in characters.
MAX_NAAM = 60


@dataclass(frozen=True)
class Bericht:
    """The message that filled the slots: text, intent, the open question, kinds of entities, and where elements are named."""

    tekst: str = ""
    intent: str = ""
    gevraagd: str | None = None
    entiteiten: frozenset[str] = frozenset()
    plekken: tuple[Plek, ...] = ()


@dataclass
class Uitkomst:
    """What follows: slots to set, lines to say (with the statements in them), and whether the form stops or starts anew."""

    slots: dict[str, Any] = field(default_factory=dict)
    regels: list[str] = field(default_factory=list)
    uitspraken: list[str] = field(default_factory=list)
    stoppen: bool = False
    opnieuw: bool = False

    def zeg(self, kb: Kennisbank, id: str) -> None:
        """Say a statement of the knowledge base with its citation."""
        self.regels.append(zin(kb, kb.uitspraken[id]))
        self.uitspraken.append(id)


def geldig(kb: Kennisbank, nieuw: Mapping[str, Any]) -> dict[str, Any]:
    """The filled slots with a value that can stand there; an intent typed by hand may carry anything."""
    answers = {"ja", "deels", "nee", "weet_niet", "overgeslagen"}
    allowed: dict[str, set[str]] = dict.fromkeys((*kb.elementen, *gesprek.TUSSENVRAGEN), answers)
    allowed |= {"sector": {"vo", "po", "anders", "onbekend"}, "doelgroep": {*gesprek.DOELGROEPEN, GROEPJE, "onbekend"}}
    return {k: v for k, v in nieuw.items() if k not in allowed or (isinstance(v, str) and v in allowed[k])}


_KWETSBAAR = "impl_kwetsbare_leerlingen"


def verwerk(kb: Kennisbank, stand: Stand, nieuw: Mapping[str, Any], bericht: Bericht) -> Uitkomst:
    """Work out what newly filled slots mean.

    `stand` is what was known before the message, `nieuw` the slots that the message filled (by slot name).
    """
    out = Uitkomst()
    bericht = _zonder_eenheid(kb, bericht)
    if bericht.plekken and herstel.geeft_opdracht(bericht.tekst) and bericht.gevraagd != "tegenspraak":
        bericht = replace(bericht, intent="correct")
    filled, known = dict(nieuw), stand
    nieuw, bericht = _addressed(kb, stand, dict(nieuw), bericht, out)
    nieuw = _taken_back(kb, stand, nieuw, bericht, out)
    if bericht.gevraagd == "tegenspraak" and stand.tegenspraak_over:
        stand, nieuw = _about_contradiction(kb, stand, nieuw, bericht, out)
    if "bevestiging" in nieuw:
        _confirmation(kb, stand, nieuw["bevestiging"], out)
        if out.stoppen or out.opnieuw:
            return out
    if "tegenspraak" in nieuw:
        _contradiction(kb, stand, nieuw["tegenspraak"], out)
    if nieuw.get("bevestig_voorstel") == "ja" and _tells_only_for_whom(bericht):
        out.slots["bevestig_voorstel"] = None
        nieuw = {slot: value for slot, value in nieuw.items() if slot != "bevestig_voorstel"}
    if "bevestig_voorstel" in nieuw:
        corrects = any(slot in kb.elementen for slot in nieuw)
        # "Inzicht moet een beetje zijn" mends one point of a block; it does not reject the block.
        answer = None if corrects and nieuw["bevestig_voorstel"] != "ja" else nieuw["bevestig_voorstel"]
        _proposal(kb, stand, answer, out, [slot for slot in nieuw if slot in kb.elementen])
    asked = kb.elementen.get(bericht.gevraagd or "")
    if asked and asked.getalvraag and nieuw.get(asked.id) == "deels" and herstel.alleen_aantal(bericht.tekst):
        nieuw = {**nieuw, asked.id: "ja"}  # "soms" and "een keer of" grade the number, not whether it is done
    if "interventie" in nieuw:
        told = {e for e, value in nieuw.items() if e in kb.elementen and value}
        _intervention(kb, stand, str(nieuw["interventie"]), bericht, out, told)
    if "sector" in nieuw:
        _sector(kb, str(nieuw["sector"]), bericht, out)
    if "doelgroep" in nieuw:
        _audience(kb, stand, str(nieuw["doelgroep"]), bericht, out, _told_for_whom(kb, out))
        if bericht.gevraagd == "doelgroep" and _KWETSBAAR in nieuw:
            # "Alleen wie het moeilijk heeft" says for whom it is, not how it suits them.
            out.slots[_KWETSBAAR] = stand.antwoorden.get(_KWETSBAAR)
            nieuw = {slot: value for slot, value in nieuw.items() if slot != _KWETSBAAR}
    _answers(kb, stand, {k: str(v) for k, v in nieuw.items() if k in kb.elementen}, bericht, out)
    _amounts(kb, stand, nieuw, bericht, out)
    # What was mended on the way replaces what the message had filled.
    changed = [slot for slot in {**filled, **nieuw} if slot in kb.elementen and filled.get(slot) != nieuw.get(slot)]
    for slot in changed:
        out.slots.setdefault(slot, nieuw.get(slot, known.antwoorden.get(slot)))
    # Whatever was taken ends a row of failed attempts; what was refused has counted itself.
    out.slots.setdefault("pogingen", None)
    return out


_STEMT_IN = re.compile(
    r"\b(?:ja|jawel|klopt\w*|kloppen|prima|goed|ok|oke|oké|akkoord|juist|zeker|inderdaad|yes|eens|correct|perfect|top|helemaal|zo)\b",
    re.IGNORECASE,
)


def _tells_only_for_whom(bericht: Bericht) -> bool:
    """Whether a message at a prefilled block names pupils and no agreement ("alle tweedeklassers")."""
    typed = not bericht.tekst.startswith("/") and "doelgroep" in bericht.entiteiten
    return typed and _STEMT_IN.search(bericht.tekst) is None


def _confirmation(kb: Kennisbank, stand: Stand, answer: Any, out: Uitkomst) -> None:
    out.slots |= {"te_bevestigen": None, "bevestiging": None}
    if answer != "ja":
        out.regels.append("Goed, we gaan gewoon verder.")
    elif stand.te_bevestigen == "stop":
        out.stoppen = True
        out.regels.append(GESTOPT)
    elif stand.te_bevestigen == "wissen":
        out.stoppen = out.opnieuw = True
        out.regels.append(GEWIST)
    elif stand.te_bevestigen == "restart":
        out.opnieuw = True
        out.regels.append("We beginnen opnieuw. Alle antwoorden zijn leeg.")
    elif (stand.te_bevestigen or "").startswith(WISSEL):
        out.opnieuw = True
        name = str(stand.te_bevestigen)[len(WISSEL) :]
        _intervention(kb, Stand(), name, Bericht(name, "choose_intervention", "interventie"), out)


def _contradiction(kb: Kennisbank, stand: Stand, answer: Any, out: Uitkomst) -> None:
    """A plain yes takes the new answer, a plain no keeps the earlier one; another answer is taken itself."""
    about, *rest = stand.tegenspraak_over or ({},)
    out.slots |= {"tegenspraak": None, "tegenspraak_over": rest or None}
    element = str(about.get("element", ""))
    if element not in kb.elementen:
        return
    value = str({"ja": about.get("nu"), "nee": about.get("eerder")}.get(str(answer), answer))
    out.slots[element] = value
    out.regels.append(f"Ik noteer: {gesprek.toon_antwoorden(kb, {element: value})}.")


def _about_contradiction(
    kb: Kennisbank, stand: Stand, nieuw: dict[str, Any], bericht: Bericht, out: Uitkomst
) -> tuple[Stand, dict[str, Any]]:
    """At the question about a contradiction: what is said of that element answers it, what is said of another ends it."""
    element = str(stand.tegenspraak_over[0].get("element"))
    if element in nieuw:
        return stand, {**{k: v for k, v in nieuw.items() if k != element}, "tegenspraak": nieuw[element]}
    other = herstel.hint_op_ander(kb, bericht.tekst, element) if set(nieuw) == {"tegenspraak"} else None
    if other in {e.id for e in kb.gevraagd}:
        # Neither answer was taken up, and the words are about another element: it is that one's answer.
        nieuw = {"tegenspraak": None, str(other): nieuw["tegenspraak"]}
    if "tegenspraak" in nieuw and not any(slot in kb.elementen for slot in nieuw):
        return stand, nieuw
    left = laat_staan(kb, stand)
    out.slots |= left.slots
    out.regels += left.regels
    rest = {k: v for k, v in nieuw.items() if k != "tegenspraak"}
    return replace(stand, tegenspraak_over=tuple(stand.tegenspraak_over[1:])), rest


def laat_staan(kb: Kennisbank, stand: Stand) -> Uitkomst:
    """End the question about a contradiction after a message about something else: the earlier answer stays."""
    about, *rest = stand.tegenspraak_over
    out = Uitkomst(slots={"tegenspraak": None, "tegenspraak_over": rest or None})
    element = str(about.get("element", ""))
    if element in kb.elementen and stand.antwoorden.get(element):
        out.regels.append(f"Ik laat staan: {gesprek.toon_antwoorden(kb, {element: stand.antwoorden[element]})}.")
    return out


def _zonder_eenheid(kb: Kennisbank, bericht: Bericht) -> Bericht:
    """The message without the unit that is counted: "8 oefeningen" at an amount does not speak of practising."""
    element = kb.elementen.get((bericht.gevraagd or "").removesuffix("_aantal"))
    if element is None or element.getalvraag is None or bericht.gevraagd == element.id:
        return bericht
    unit = element.getalvraag.eenheid.split()[0].lower()
    others = tuple(
        p for p in bericht.plekken if p.element == element.id or bericht.tekst[p.begin : p.eind].lower() != unit
    )
    return replace(bericht, plekken=others)


#: So many answers in one message are a list, in which every item was read by itself.
_RIJ = 3


def _addressed(
    kb: Kennisbank, stand: Stand, nieuw: dict[str, Any], bericht: Bericht, out: Uitkomst
) -> tuple[dict[str, Any], Bericht]:
    """An answer that belongs to an element called by a short name, instead of to the open question ("doelen: nee")."""
    found = None if bericht.gevraagd in gesprek.INTAKE else _called(kb, stand, bericht)
    if found is None or found[0] == bericht.gevraagd:
        return nieuw, bericht
    corrects = stand.antwoorden.get(found[0]) is not None
    spoken = replace(bericht, intent="correct") if corrects else bericht
    if found[0] in nieuw and sum(slot in kb.elementen for slot in nieuw) >= _RIJ:
        return nieuw, bericht  # "tegenslag: ja, doelen: nee, jezelf kennen: soms" gives each its own answer
    if found[0] in nieuw:
        return {**nieuw, found[0]: found[1]}, spoken
    named = {p.element for p in bericht.plekken}
    rest = {slot: value for slot, value in nieuw.items() if slot in named}
    out.slots |= {slot: None for slot in nieuw if slot not in rest and slot not in kb.elementen} | {"vorm": "terug"}
    return {**rest, found[0]: found[1]}, spoken


def _called(kb: Kennisbank, stand: Stand, bericht: Bericht) -> tuple[str, str] | None:
    """The element that a message calls, with its answer; without a sign between them only where that changes one."""
    found = _numbered(kb, stand, bericht) or herstel.aangesproken(kb, bericht.tekst, bericht.plekken)
    bare = None if found else herstel.aangesproken(kb, bericht.tekst, bericht.plekken, zonder_teken=True)
    if bare is None or stand.antwoorden.get(bare[0]) in (None, bare[1]):
        return found
    asked = kb.elementen.get(bericht.gevraagd or "")
    # "Uitleg nee" at a question in which that word stands is about the question.
    in_question = asked is not None and bericht.tekst.split()[0].lower() in re.findall(r"\w+", asked.vraag.lower())
    return None if in_question else bare


def _numbered(kb: Kennisbank, stand: Stand, bericht: Bericht) -> tuple[str, str] | None:
    """The answered element that a message means by the number of its question, with its answer; None where it is unclear."""
    if not correctie.spreekt_aan(bericht.tekst) or bericht.plekken:
        return None
    elements = correctie.genummerd(kb, bericht.tekst, bericht.gevraagd, stand.antwoorden)
    value = correctie.waarde_bij_nummer(bericht.tekst)
    return (elements[0], value) if len(elements) == 1 and value else None


def _taken_back(kb: Kennisbank, stand: Stand, nieuw: dict[str, Any], bericht: Bericht, out: Uitkomst) -> dict[str, Any]:
    """What was filled, mended where the message speaks of what was noted ("klopt niet", "klopt behalve")."""
    block = _block_shown(kb, stand) if bericht.gevraagd == "bevestig_voorstel" else []
    if block:
        nieuw = _verdict(kb, nieuw, bericht, block, out)
    left_out = herstel.uitgezonderd(kb, bericht.tekst, bericht.plekken, block)
    if left_out:
        # The rest of the block is confirmed, whatever else was read in the exception.
        named = {p.element for p in bericht.plekken}
        nieuw = {k: v for k, v in nieuw.items() if k not in kb.elementen or k in named}
        nieuw["bevestig_voorstel"] = "ja"
    elif block and nieuw.get("bevestig_voorstel") == "ja" and herstel.zondert_uit(bericht.tekst):
        # What is left out is not known by that name: then nothing is taken for right yet.
        nieuw = {k: v for k, v in nieuw.items() if k != "bevestig_voorstel"}
        out.slots["bevestig_voorstel"] = None
        out.regels.append("Welk punt klopt dan niet? Noem het bij de naam die hierboven staat.")
    nieuw = _another_amount(kb, stand, nieuw, bericht, out)
    wrong = {} if out.regels else herstel.weersproken(kb, bericht.tekst, bericht.plekken, stand.antwoorden)
    if wrong and bericht.gevraagd not in {p.element for p in bericht.plekken}:
        # What is said there is about the answer that is wrong, not about the open question.
        nieuw = {k: v for k, v in nieuw.items() if k not in kb.elementen or k != bericht.gevraagd}
    for element, value in {**left_out, **wrong}.items():
        nieuw.pop(element, None)
        if value is not None and value != stand.antwoorden.get(element):
            nieuw[element] = value
            continue
        out.slots[element] = None
        out.slots["voorstellen"] = {e: v for e, v in stand.voorstellen.items() if e != element}
        out.regels.append(f"Dan vraag ik *{kb.elementen[element].korte_naam.lower()}* na.")
    return _without_agreement(kb, stand, nieuw, bericht, out)


def _another_amount(
    kb: Kennisbank, stand: Stand, nieuw: dict[str, Any], bericht: Bericht, out: Uitkomst
) -> dict[str, Any]:
    """An amount that was told before is another one ("geen 16 maar 18"): that is no answer to anything else."""
    emptied = herstel.zonder_aantal(bericht.tekst, stand.aantallen, [p.element for p in bericht.plekken])
    asked = bericht.gevraagd or ""
    open_amount: dict[str, Any] = {asked: None, "vorm": "terug"} if asked.endswith("_aantal") else {}
    if emptied:
        slot = gesprek.aantal_slot(emptied)
        out.slots |= open_amount | {slot: "weet_niet", "vorm": "terug"}
        out.regels.append(zonder_getal(kb, stand, emptied))
        return {k: v for k, v in nieuw.items() if k not in (emptied, slot, bericht.gevraagd)}
    changed = herstel.ander_aantal(bericht.tekst)
    same = [e for e, amount in stand.aantallen.items() if changed and amount == changed[0]]
    if changed is None or len(same) != 1:
        return nieuw
    element = kb.elementen[same[0]]
    # What was said of another amount does not answer the one that is asked now.
    out.slots |= open_amount | {gesprek.aantal_slot(element.id): changed[1]}
    out.regels.append(f"Aangepast. {gesprek.met_aantal(element, changed[1])}.")
    return {k: v for k, v in nieuw.items() if k not in (element.id, bericht.gevraagd)}


def zonder_getal(kb: Kennisbank, stand: Stand, element: str) -> str:
    """Says that an amount is gone, and that the answer itself stays."""
    return f"Het aantal is weg. Dit blijft staan: {gesprek.toon_antwoorden(kb, {element: stand.antwoorden[element]})}."


def _verdict(
    kb: Kennisbank, nieuw: dict[str, Any], bericht: Bericht, block: Sequence[str], out: Uitkomst
) -> dict[str, Any]:
    """What was filled at a block, with a verdict on it only where the message gives one."""
    called = herstel.bij_naam(kb, bericht.tekst, 0, block)
    if len(called) == 1 and called[0].element not in nieuw and herstel.rest_klopt(bericht.tekst):
        # "Klopt wel, maar inzicht is meer een beetje": on the screen there is no doubt which is meant.
        value = herstel.waarde_van(bericht.tekst[called[0].eind :].strip(" ,.;:"))
        if value:
            nieuw = {**nieuw, called[0].element: value}
    # "Stappenplannen doen we ook niet, voor de rest goed" tells of another element, and judges the block.
    mends = any(slot in kb.elementen for slot in nieuw)
    skips = bericht.intent == "skip" and not bericht.tekst.startswith("/")
    if (mends or skips) and herstel.rest_klopt(bericht.tekst):
        # "Bij ons is inzicht meer een beetje, de rest klopt"; "sla over, het klopt vast".
        return {**nieuw, "bevestig_voorstel": "ja"}
    if skips or bericht.tekst.startswith("/") or "bevestig_voorstel" not in nieuw or herstel.is_oordeel(bericht.tekst):
        return nieuw
    out.slots["bevestig_voorstel"] = None
    rest = {slot: value for slot, value in nieuw.items() if slot != "bevestig_voorstel"}
    if not rest:
        out.regels.append("Of dat een ja of een nee is op dit blok, weet ik niet zeker.")
    return rest


def _without_agreement(
    kb: Kennisbank, stand: Stand, nieuw: dict[str, Any], bericht: Bericht, out: Uitkomst
) -> dict[str, Any]:
    """Leave out what only agrees with a stored answer, and "weet ik niet" that is about how many."""
    agreed = {}
    for element in [e for e in nieuw if e in kb.elementen and stand.antwoorden.get(e) in gesprek.AANWEZIG]:
        if element == bericht.gevraagd:
            continue
        if nieuw[element] == "weet_niet" and herstel.gaat_over_aantal(bericht.tekst):
            del nieuw[element]
        elif nieuw[element] == "ja" and herstel.stemt_in(bericht.tekst, bericht.plekken, element):
            del nieuw[element]
            agreed[element] = stand.antwoorden[element]
    if agreed:
        out.regels.append(f"Dan blijft staan: {gesprek.toon_antwoorden(kb, agreed)}.")
        out.slots |= agreed
        out.slots["voorstellen"] = {e: v for e, v in stand.voorstellen.items() if e not in agreed}
    return nieuw


def verwerk_oordeel(kb: Kennisbank, stand: Stand, bericht: Bericht) -> Uitkomst | None:
    """What follows on a judgement of single proposals of the block on the screen; None when the message gives none."""
    block = _block_shown(kb, stand) if bericht.gevraagd == "bevestig_voorstel" else []
    verdict = blokoordeel.lees(kb, bericht.tekst, bericht.plekken, block)
    if verdict is None:
        return None
    changed = {e: v for e, v in verdict.antwoorden.items() if v is not None}
    wrong = [e for e, v in verdict.antwoorden.items() if v is None]
    done = {*verdict.antwoorden, *verdict.goed, *(block if verdict.rest_goed else ())}
    out = Uitkomst(slots={"bevestig_voorstel": None, "pogingen": None, "vorm": "terug", **verdict.antwoorden})
    out.slots["voorstellen"] = {e: v for e, v in stand.voorstellen.items() if e not in done}
    for element in (e for e, v in verdict.antwoorden.items() if v not in gesprek.AANWEZIG):
        if kb.elementen[element].getalvraag:
            out.slots[gesprek.aantal_slot(element)] = None
    if changed:
        out.slots["laatst_beantwoord"] = list(changed)[-1]
        out.regels.append(f"Aangepast. {gesprek.toon_antwoorden(kb, changed)}.")
    if wrong:
        out.regels.append(
            f"Dan vraag ik {gesprek.opsomming(f'*{kb.elementen[e].korte_naam.lower()}*' for e in wrong)} na."
        )
    kept = [e for e in block if e in done and e not in verdict.antwoorden]
    if kept:
        whole = not verdict.antwoorden and len(kept) == len(block)
        out.regels.append("Dank je. Die antwoorden laat ik zo staan." if whole else _laat_staan(kb, stand, kept))
    return out


def _laat_staan(kb: Kennisbank, stand: Stand, elements: Sequence[str]) -> str:
    return f"Dit blijft staan: {gesprek.toon_antwoorden(kb, {e: stand.antwoorden[e] for e in elements})}."


def _proposal(kb: Kennisbank, stand: Stand, answer: Any, out: Uitkomst, mended: Sequence[str] = ()) -> None:
    block = gesprek.blok_met_voorstel(kb, stand)
    out.slots["bevestig_voorstel"] = None
    if block is None or answer is None:
        return
    if answer == "deels" and not mended and not stand.pogingen:
        # "Grotendeels": what is right stays, and what is not is asked once.
        out.slots |= {"pogingen": 1, "vorm": "terug"}
        out.regels.append(
            "Welk punt klopt niet helemaal? Noem het bij de naam die hierboven staat, of kies *Nee, vraag ze na*."
        )
        return
    waiting = gesprek.voorstellen_in(kb, stand, block)
    out.slots["voorstellen"] = {e: v for e, v in stand.voorstellen.items() if e not in waiting}
    if answer == "ja":
        rest = "andere " if any(e in out.slots or e in mended for e in waiting) else ""
        out.regels.append(f"Dank je. Die {rest}antwoorden laat ik zo staan.")
        return
    out.slots |= dict.fromkeys(waiting, None)
    out.regels.append("Dan vraag ik deze onderdelen één voor één.")


def _intervention(
    kb: Kennisbank, stand: Stand, value: str, bericht: Bericht, out: Uitkomst, told: Collection[str] = ()
) -> None:
    if stand.interventie and stand.interventie != value and bericht.gevraagd != "interventie":
        # Another name in mid-check would mix two interventions: ask before starting anew.
        out.slots |= {"interventie": stand.interventie, "te_bevestigen": f"{WISSEL}{value}", "bevestiging": None}
        return
    described = kb.interventies.get(value)
    if described and is_mengvorm(bericht.tekst):
        # What the report describes of one programme says nothing of a bit of each.
        out.slots["interventie"] = NAAMLOOS
        out.regels.append("Dat kan. Ik neem jullie eigen mengvorm als één programma, en vul niets vooraf in.")
        return
    if described:
        left_out = herstel.zonder(kb, bericht.tekst, bericht.plekken)
        _prefill(kb, stand, described, out, {*told, *left_out})
        _left_out(kb, left_out, out)
        return
    name = naam_uit(value)
    nameless = bericht.intent in ("dont_know", "skip", "deny", "thank") or value in ("overgeslagen", "weet_niet", "nee")
    if nameless or _EIGEN_WERK.match(name) or _GEEN_NAAM.search(value):
        out.slots["interventie"] = NAAMLOOS
        out.regels.append("Geen probleem, een naam is niet nodig.")
        return
    markup = any(sign in name for sign in "<>{}[]=;/\\|")
    # Facts about the school are no name, and an answer is none, unless the message names a programme as well.
    answers = "antwoord" in bericht.entiteiten and bool(kaal_antwoord(name.lower()) or _VERTELT.search(name))
    about_school = bool(bericht.entiteiten & {"sector", "doelgroep"})
    elsewhere = (answers or about_school) and "interventie" not in bericht.entiteiten
    # "Een training met veel rollenspel": what is left of it tells what it holds, not how it is called.
    described_only = name != " ".join(value.split()) and re.match(r"(?:met|waarin|waarbij|om)\b", name) is not None
    no_name = markup or elsewhere or described_only
    if no_name or name.endswith("?") or len(name) > MAX_NAAM or not any(c.isalpha() for c in name):
        _without_name(stand, out)
        return
    beside = _second_name(bericht.tekst, name) if bericht.gevraagd == "interventie" else ""
    name = f"{beside} en {name}" if beside and len(beside) + len(name) <= MAX_NAAM - 4 else name
    out.slots["interventie"] = name
    out.regels.append(NIET_BESCHREVEN.format(naam=name))


#: "Leefstijl en ook nog Rots en Water": another name, joined to the one that is known.
_NOG_EEN = re.compile(
    r"(?:(?:we|wij) (?:doen|gebruiken|hebben|geven) )?(?P<naam>[\w'’-]+(?: [\w'’-]+){0,2}?) "
    r"(?:en|plus|met|\+)(?: (?:ook|nog|daarnaast|het|de|deels))*",
    re.IGNORECASE,
)
_GEEN_TWEEDE = re.compile(
    r"\b(?:ja|nee|we|wij|ik|een|vo|po|vmbo|mavo|havo|vwo|leerlingen|klas\w*|school|lessen|mentor\w*|programma|methode|training|iets|"
    r"heet|dat|dit|eigen|combinatie|mix)\b",
    re.IGNORECASE,
)


def _second_name(text: str, name: str) -> str:
    """The name that a message joins to the one that was read in it ("Leefstijl en ook nog ..."); empty when there is none."""
    place = text.lower().find(name.lower())
    found = _NOG_EEN.fullmatch(text[:place].strip(" ,")) if place > 0 else None
    return found["naam"] if found and not _GEEN_TWEEDE.search(found["naam"]) else ""


#: What a school calls the thing that has a name.
_SOORT_WERK = (
    r"(?:programma|methode|training|lessenserie|lessenreeks|leerlijn|aanpak|cursus|project|lespakket|module|ding)"
)
#: Ways to say the name in a sentence; the name itself is what is left.
_MET_NAAM = (
    # "Lef, zo heet het": the name stands in front of the sentence about it.
    r"(.+?)[,;:]? (?:zo|dat is hoe|dus zo) (?:heet|heten|noemen)(?: (?:we|wij|ik))? (?:het|'?t|dat|dit|ie|die|ons|onze|de)(?: \w+)?",
    # "Een combinatie van A en B": both.
    r".*\b(?:combinatie|mix|mengeling|samenvoeging|mengsel) (?:van|tussen) (.+ (?:en|met) .+)",
    r"(?:.*[,;:] )?(.+?) (?:heet|heten|noemen (?:we|wij)|noem ik) (?:het|'?t|dat|dit|ie|die)",
    rf"(?:.*\b)?(?:ons|onze|een) eigen (?:\w+)?{_SOORT_WERK}(?:, |: | namelijk | genaamd )(?-i:(?=[A-Z]))(.+)",
    rf"(.+?) (?:heet|noemt) (?:ons|onze|het|de|dit) (?:eigen )?{_SOORT_WERK}\b.*",
    rf".*\b(?:{_SOORT_WERK}|het|dat|dit|ze) noemt (?:zich |gewoon |hier )?(.+)",
    rf"(?:.*\b)?(?:ons|onze|mijn) (?:eigen )?\w*{_SOORT_WERK} (?-i:(?=[A-Z]))(.+?)"
    r" (?:eens |graag |nu |even )*(?:laten |te )(?:toetsen|bekijken|checken|beoordelen|langslopen|doornemen|zien)",
    r".*\b(?:heet|heten|genaamd|(?:met|onder|draagt|kreeg|heeft) (?:als |de )naam|naam is|"
    r"noemen (?:het|dit|dat|we het))"
    r"(?: hier| bij ons| gewoon| tegenwoordig| nu| inmiddels| sinds kort| voortaan| eigenlijk| intussen)*[:,]? (.+)",
    r"(?:\w+,? )?(?:we|wij|ik|onze school|ons team) (?:willen|wil|gaan|zouden|wilden)(?: graag| nu)? (.+?)"
    r"(?: eens| graag| nu| even| ook)* (?:bekijken|langslopen|checken|bespreken|doornemen|doorlopen|invullen|nalopen)",
    r"(?:\w+,? )?(?:we|wij|ik|onze school|mijn school|ons team) (?:doet|gebruiken|gebruikt|gebruik|werken met|werkt met|"
    r"doen aan|doen|volgen|geven|draaien|kozen voor|kiezen voor|hebben gekozen voor)(?: nu| al| hier| ook)? "
    r"(?:(?:het|de|een) (?:programma|methode|training|lessenserie|aanpak|cursus|project|lespakket) )?(.+)",
)
#: A name between quotation marks; a single one inside a word is an apostrophe.
_TUSSEN_TEKENS = re.compile(r"[\"“„”]([^\"“„”]{2,60})[\"“”]|(?<!\w)[‘']([^‘’']{2,60})[’'](?!\w)")
_GEEN_NAAM = re.compile(
    r"\b(?:(?:geen|zonder|nog geen) (?:\w+ )?|niet (?:echt |meteen |per se )?(?:een|'n|n) (?:\w+ )?)naam\b|\bnaamloos\b",
    re.IGNORECASE,
)
#: What a team made itself and did not name.
_EIGEN_WERK = re.compile(
    r"(?:iets|wat) (?:eigens|eigen|zelf|van onszelf)|(?:een|ons|onze) (?:eigen|zelf\w+)\b|"
    r"eigen (?:programma|lessen|lessenserie|methode|aanpak|ding|materiaal)",
    re.IGNORECASE,
)


#: Words of a sentence about what is done; no name of a programme holds them beside an element.
_VERTELT = re.compile(
    r"\b(?:ja|nee|is|zijn|heeft|hebben|doet|doen|krijgt|krijgen|komt|komen|zit|zitten|niet|wel|"
    r"(?:ze|zij|we|wij|leerlingen|kinderen) (?:leren|oefenen|maken|schrijven|bespreken|stellen|bewegen|werken))\b",
    re.IGNORECASE,
)


#: What is told about a name behind it ("..., ze hebben de naam veranderd").
_TOELICHTING = re.compile(
    r"[,;(] ?(?:(?:want|maar|omdat|vroeger|voorheen|eerst)\b|(?:ze|we|wij|ik|dat|die|het) (?:heb|hebben|heeft|is|was|zijn|waren|noem\w*|"
    r"vonden|veranderde\w*|heette\w*|werd|stond)\b).*$",
    re.IGNORECASE,
)


def naam_uit(tekst: str) -> str:
    """The name in an answer to "how is it called?": "het heet Sterk in je schoenen" gives "Sterk in je schoenen"."""
    name = " ".join(tekst.split())
    quoted = _TUSSEN_TEKENS.search(name)
    if quoted:
        return (quoted[1] or quoted[2]).strip(" .,!")
    for pattern in _MET_NAAM:
        found = re.fullmatch(pattern, name.rstrip(" .!"), re.IGNORECASE)
        if found:
            name = found.group(1)
            break
    name = _TOELICHTING.sub("", name)
    # "Sterk Spul dus": what is said once more.
    name = re.sub(r"[ ,]+(?:dus|hoor|gewoon|alsjeblieft|aub)$", "", name.strip(" .,!"), flags=re.IGNORECASE)
    return name.strip(" .,!\"'‘’“”")


def _without_name(stand: Stand, out: Uitkomst) -> None:
    """Ask the name again in other words; after two times go on without one."""
    if stand.pogingen < 2:
        out.slots |= {"interventie": None} | _again(stand)
        return
    out.slots["interventie"] = NAAMLOOS
    out.regels.append("Dan laat ik de naam open. Dat geeft niet: we gaan door met de vragen.")


def _again(stand: Stand) -> dict[str, Any]:
    """Slots that let the open question come back in the next form."""
    return {"vorm": gesprek.vorm_na(stand.pogingen), "pogingen": stand.pogingen + 1}


def _left_out(kb: Kennisbank, left_out: Collection[str], out: Uitkomst) -> None:
    """Note what a school does without of a described programme ("Kanjer maar zonder ouders")."""
    answers = dict.fromkeys(left_out, "nee")
    out.slots |= answers
    if answers:
        out.regels.append(f"Ik noteer: {gesprek.toon_antwoorden(kb, answers)}.")


def _prefill(kb: Kennisbank, stand: Stand, described: Interventie, out: Uitkomst, told: Collection[str] = ()) -> None:
    """Fill in what the report supports, and nothing else; what the school said itself, then or now (`told`), stays."""
    asked = {e.id for e in kb.gevraagd} - set(told)
    supported = {e: a for e, a in described.antwoorden().items() if e in asked and not stand.antwoorden.get(e)}
    out.slots |= {"interventie": described.id, **supported}
    out.slots["voorstellen"] = dict.fromkeys(supported, described.id)
    out.zeg(kb, described.beschrijving.id)
    if described.bereik:
        out.zeg(kb, described.bereik.id)
    rest = len(asked) - len(supported)
    out.regels.append(
        f"Voor {len(supported)} elementen vul ik alvast in wat het rapport beschrijft. "
        f"Jullie kijken of dat bij jullie klopt. Over de andere {rest} zegt het rapport niets duidelijks: die vraag ik."
    )


def naam_interventie(kb: Kennisbank, value: str | None) -> str:
    """The name under which the school's intervention is spoken of."""
    if not value or value == NAAMLOOS:
        return "jullie interventie"
    return kb.interventies[value].naam if value in kb.interventies else value


#: Primary and secondary education, as a school names them together ("groep 8 en de brugklas").
_BASIS = re.compile(
    r"\b(?:po|groep [1-8]|basis(?:school|onderwijs|scholen)|primair|lagere school|lager onderwijs)\b", re.IGNORECASE
)
_VOORTGEZET = re.compile(
    r"\b(?:vo|brugklas\w*|middelbare?|voortgezet|secundair\w*|vmbo|mavo|havo|vwo|gymnasium|onderbouw|klas [1-6])\b",
    re.IGNORECASE,
)


#: Special education, also where the words for secondary education stand in it.
_SPECIAAL = re.compile(
    r"\b(?:vso|(?:voortgezet )?speciaal (?:voortgezet )?onderwijs|speciaal basisonderwijs)\b", re.IGNORECASE
)


def _sector(kb: Kennisbank, value: str, bericht: Bericht, out: Uitkomst) -> None:
    words = re.sub(r"\b(?:niet|geen)\b[^,;.]*", " ", bericht.tekst) if bericht.gevraagd == "sector" else ""
    if _SPECIAAL.search(words):
        value = out.slots["sector"] = "anders"
        words = ""
    primary, secondary = _BASIS.search(words), _VOORTGEZET.search(words)
    if primary and secondary:
        out.slots["sector"] = "vo"
        out.regels.append("Goed, voor het basisonderwijs en het voortgezet onderwijs.")
        out.zeg(kb, kb.feedbackkader.sector_anders.id)
        return
    if words and words.strip() != bericht.tekst.strip() and (primary or secondary):
        # "Basisschool, dus geen vmbo": what is denied does not count.
        value = out.slots["sector"] = "po" if primary else "vo"
    if value in ("po", "anders"):
        out.zeg(kb, kb.feedbackkader.sector_anders.id)


def _told_for_whom(kb: Kennisbank, out: Uitkomst) -> bool:
    """Whether this message was answered already with whom a described programme is meant for."""
    described = kb.interventies.get(str(out.slots.get("interventie") or ""))
    return described is not None and described.bereik is not None and described.bereik.id in out.uitspraken


def _audience(kb: Kennisbank, stand: Stand, value: str, bericht: Bericht, out: Uitkomst, told: bool = False) -> None:
    if value == GROEPJE and not stand.pogingen:
        # Some of them, and nobody says which: that is asked once.
        out.slots |= {"doelgroep": None, "vorm": "groepje", "pogingen": 1}
        return
    if value in (DEEL, GROEPJE):
        out.slots["doelgroep"] = DEEL
        out.regels.append(f"Ik noteer: voor {gesprek.DOELGROEPEN[DEEL]}.")
        return
    both = bericht.gevraagd == "doelgroep" and voor_beide(bericht.tekst)
    if both:
        out.slots["doelgroep"] = "alle"
        out.regels.append("Goed, voor alle leerlingen en ook voor leerlingen met klachten.")
    if (both or value == "klachten") and not told:
        out.zeg(kb, kb.feedbackkader.doelgroep_klachten.id)


def _answers(kb: Kennisbank, stand: Stand, nieuw: dict[str, str], bericht: Bericht, out: Uitkomst) -> None:
    recorded: dict[str, str] = {}
    for element, value in nieuw.items():
        earlier = stand.antwoorden.get(element)
        shown = bericht.gevraagd == "bevestig_voorstel" and element in _block_shown(kb, stand)
        # What was filled in beforehand is no answer of the school yet: its own words go first.
        spoken = bericht.intent == "correct" or shown or element == bericht.gevraagd or element in stand.voorstellen
        spoken = spoken or bericht.gevraagd == gesprek.aantal_slot(element)
        spoken = spoken or bool(herstel.weersproken(kb, bericht.tekst, bericht.plekken, stand.antwoorden).get(element))
        # A question that was skipped has no answer yet.
        if earlier not in (None, "overgeslagen", value) and not spoken:
            out.slots[element] = earlier
            if bericht.gevraagd in {e.id for e in kb.implementatie} and bericht.gevraagd in nieuw:
                # "Ja, staat in het schoolplan" is about introducing it, not about an element answered before.
                continue
            waiting = out.slots.get("tegenspraak_over") or list(stand.tegenspraak_over)
            out.slots["tegenspraak_over"] = [*waiting, {"element": element, "eerder": earlier, "nu": value}]
            continue
        recorded[element] = value
    proposals = out.slots.get("voorstellen", stand.voorstellen) or {}
    if recorded.keys() & proposals.keys():
        out.slots["voorstellen"] = {e: v for e, v in proposals.items() if e not in recorded}
    for element, value in recorded.items():
        if value not in gesprek.AANWEZIG and kb.elementen[element].getalvraag:
            out.slots[gesprek.aantal_slot(element)] = None
    if recorded:
        out.slots["laatst_beantwoord"] = list(recorded)[-1]
        _acknowledge(kb, recorded, stand, bericht, out)


def _block_shown(kb: Kennisbank, stand: Stand) -> list[str]:
    """The elements of the proposals that are on the screen now."""
    block = gesprek.blok_met_voorstel(kb, stand)
    return gesprek.voorstellen_in(kb, stand, block) if block else []


def _acknowledge(kb: Kennisbank, recorded: dict[str, str], stand: Stand, bericht: Bericht, out: Uitkomst) -> None:
    """Say what was recorded, unless a bare answer or a button leaves no doubt."""
    proposed = {e: v for e, v in recorded.items() if e in stand.voorstellen and stand.antwoorden.get(e) != v}
    changed = recorded if bericht.intent == "correct" else proposed
    noted = {e: v for e, v in recorded.items() if e not in changed}
    others = [e for e in noted if e != bericht.gevraagd]
    if others:
        new = [e for e in others if not stand.antwoorden.get(e)]
        tail = {0: "", 1: " Die vraag hoef ik dan niet meer te stellen."}.get(
            len(new), " Die vragen hoef ik dan niet meer te stellen."
        )
        out.regels.append(f"Ik noteer: {gesprek.toon_antwoorden(kb, noted)}.{tail}")
    elif noted and not bericht.tekst.startswith("/") and not _speaks_for_itself(bericht.tekst):
        out.regels.append(f"Ik noteer: {gesprek.toon_antwoorden(kb, noted)}.")
    if changed:
        out.regels.append(f"Aangepast. {gesprek.toon_antwoorden(kb, changed)}.")


#: Words of an answer that leaves no doubt which of the four it is.
_PLAIN = frozenset({
    "ja", "jaja", "jawel", "jazeker", "nee", "neen", "nope", "een", "beetje", "deels", "gedeeltelijk", "weet", "ik", "niet",
    "geen", "idee", "hoor", "zeker", "duidelijk", "klopt", "absoluut", "natuurlijk", "helemaal", "dat", "wel", "echt", "helaas",
})  # fmt: skip


def _speaks_for_itself(text: str) -> bool:
    """Whether a short answer needs no "Ik noteer": a guess ("weinig", "vroeger wel") is shown, a plain yes is not."""
    words = re.findall(r"\w+", text.lower())
    return words == ["weet", "ik", "niet"] or (len(words) <= 2 and all(word in _PLAIN for word in words))


def noem_aantallen(kb: Kennisbank, stand: Stand, bericht: Bericht, out: Uitkomst) -> None:
    """Take amounts that are named beside an element that is there, so that they are not asked again."""
    for element, amount in herstel.genoemde_aantallen(kb, bericht.tekst, bericht.plekken).items():
        slot, shown = gesprek.aantal_slot(element), gesprek.toon_aantal(amount)
        question = kb.elementen[element].getalvraag
        answer = out.slots.get(element) or stand.antwoorden.get(element)
        if question is None or answer not in gesprek.AANWEZIG or stand.aantallen.get(element) == shown:
            continue
        out.slots[slot] = shown
        out.regels.append(f"Het aantal is {gesprek.in_woorden(shown, question.eenheid)}.")


_MEERVOUD = {
    "les": "lessen", "lesuur": "lesuren", "bijeenkomst": "bijeenkomsten", "sessie": "sessies", "workshop": "workshops",
    "week": "weken", "maand": "maanden", "uur": "uren", "uurtje": "uren", "uurtjes": "uren", "lesje": "lessen",
    "lesjes": "lessen", "middag": "middagen", "ochtend": "ochtenden", "dagdeel": "dagdelen", "blokuur": "blokuren",
}  # fmt: skip


def _amounts(kb: Kennisbank, stand: Stand, nieuw: Mapping[str, Any], bericht: Bericht, out: Uitkomst) -> None:
    recorded = {e: str(v) for e, v in nieuw.items() if e in kb.elementen and out.slots.get(e, v) == v}
    known = replace(stand, antwoorden={**stand.antwoorden, **recorded})
    if not bericht.tekst.rstrip().endswith("?"):
        noem_aantallen(kb, known, bericht, out)
    named = {p.element for p in bericht.plekken}
    _with_the_answer(kb, known, nieuw, bericht, out)
    for element in kb.gevraagd:
        question = element.getalvraag
        slot = gesprek.aantal_slot(element.id)
        if question is None or slot not in nieuw or out.slots.get(slot):
            continue
        lead = _before_the_rest(bericht)
        if named and element.id not in named and lead is None:
            # "Psycho-educatie 8 keer" is no number of exercises.
            out.slots |= {slot: None} | _again(stand)
            continue
        value = str(nieuw[slot])
        if value in ("overgeslagen", "weet_niet"):
            _told_rate(kb, stand, element, bericht, out)
            continue
        amount = lead if named and lead else gesprek.lees_aantal(bericht.tekst)
        if amount is None and not gesprek.telt_mensen(bericht.tekst) and not noemt_verhouding(bericht.tekst):
            amount = gesprek.lees_aantal(value)
        asks = herstel.vraagt_bij_aantal(bericht.tekst)
        if amount is None and not asks:
            _no_amount(kb, stand, element, nieuw, bericht, out)
        elif amount is None or asks or "interventie" in bericht.entiteiten:
            out.slots |= {slot: None} | _again(stand)
        elif amount.andere_eenheid and stand.pogingen:
            _leave_amount(slot, out)
        elif amount.andere_eenheid:
            _other_unit(kb, stand, element, amount.andere_eenheid, out)
        else:
            out.slots[slot] = gesprek.toon_aantal(amount)
            if not bericht.tekst.startswith("/"):
                # A number is easily misread: it is always shown.
                out.regels.append(f"Ik noteer: {gesprek.in_woorden(out.slots[slot], question.eenheid)}.")


def _told_rate(kb: Kennisbank, stand: Stand, element: Element, bericht: Bericht, out: Uitkomst) -> None:
    """ "Moeilijk te zeggen, elke week eentje" leaves the total open and tells a rate: the total is asked once more."""
    rate = None if bericht.tekst.startswith("/") or stand.pogingen else gesprek.ritme(bericht.tekst)
    if rate:
        _other_unit(kb, stand, element, rate, out)


def _before_the_rest(bericht: Bericht) -> gesprek.Aantal | None:
    """The amount with which a message opens before it speaks of something else ("12, en ouders doen niet mee")."""
    lead = re.split(r"[,;.]| (?:en|maar) ", bericht.tekst, maxsplit=1)[0]
    if bericht.plekken and len(lead) > bericht.plekken[0].begin:
        return None
    amount = gesprek.lees_aantal(lead)
    return amount if amount and not amount.andere_eenheid else None


def _other_unit(kb: Kennisbank, stand: Stand, element: Element, unit: str, out: Uitkomst) -> None:
    """Ask on where something else was counted: the figures of the source are about exercises, not lessons, and about a total."""
    question, slot = element.getalvraag, gesprek.aantal_slot(element.id)
    assert question is not None
    out.slots |= {slot: None, "vorm": "anders2", "pogingen": stand.pogingen + 1}
    counted = _MEERVOUD.get(unit, unit)
    rate = counted.startswith("per ")
    asked_for = f"in het hele programma: hoeveel {question.eenheid} zijn het samen?"
    other = f"De bron telt {question.eenheid}, en dat is iets anders."
    out.regels.append(f"Dat is een aantal {counted}. {f'Het gaat om het totaal {asked_for}' if rate else other}")
    if question.let_op and not rate:
        out.zeg(kb, question.let_op.id)


def _with_the_answer(kb: Kennisbank, known: Stand, nieuw: Mapping[str, Any], bericht: Bericht, out: Uitkomst) -> None:
    """Take the amount that a yes to the element brings along ("ja, ongeveer tien"), so that it is not asked again."""
    asked = kb.elementen.get(bericht.gevraagd or "")
    if asked is None or asked.getalvraag is None or known.antwoorden.get(asked.id) not in gesprek.AANWEZIG:
        return
    slot = gesprek.aantal_slot(asked.id)
    others = ({p.element for p in bericht.plekken} & {e.id for e in kb.gevraagd}) - {asked.id}
    amount = herstel.los_aantal(bericht.tekst) if asked.id in nieuw and slot not in out.slots and not others else None
    if amount and not bericht.tekst.rstrip().endswith("?"):
        out.slots[slot] = gesprek.toon_aantal(amount)
        shown = gesprek.in_woorden(out.slots[slot], asked.getalvraag.eenheid)
        out.regels.append(f"Het aantal is {shown}.")


_MENDS = re.compile(r"\b(?:eigenlijk|toch|bedoel\w*|was|waren|verkeerd|fout\w*|sorry|oeps|moet)\b", re.IGNORECASE)
#: Seldom, without a number: "maar een paar keer". "Een paar keer" by itself is only no number.
_VAAG = re.compile(
    r"\b(?:(?:maar|slechts|hooguit) (?:een|heel|zelden|weinig|af)|weinig|zelden|af en toe|soms|nauwelijks)\b",
    re.IGNORECASE,
)
_OF_INTENT = {"partly": "deels", "deny": "nee"}


def _no_amount(
    kb: Kennisbank, stand: Stand, element: Element, nieuw: Mapping[str, Any], bericht: Bericht, out: Uitkomst
) -> None:
    """A message without a number where one was asked: the element itself is mended, it is asked once more, or left open."""
    slot = gesprek.aantal_slot(element.id)
    value = _OF_INTENT.get(bericht.intent)
    if value and value != stand.antwoorden.get(element.id) and _MENDS.search(bericht.tekst):
        # "Dat was eigenlijk een beetje" is about whether it is there.
        out.slots |= {element.id: value, slot: None, "laatst_beantwoord": element.id}
        out.slots |= {"vorm": "terug"} if value in gesprek.AANWEZIG else {}
        out.regels.append(f"Aangepast. {gesprek.toon_antwoorden(kb, {element.id: value})}.")
    elif value == "deels" and _VAAG.search(bericht.tekst):
        if stand.antwoorden.get(element.id) == "ja":
            out.slots |= {element.id: value, "laatst_beantwoord": element.id}
            out.regels.append(f"Aangepast. {gesprek.toon_antwoorden(kb, {element.id: value})}.")
        _leave_amount(slot, out)
    elif stand.pogingen or element.id in nieuw or bericht.intent == "deny" or herstel.telt_niet(bericht.tekst):
        _leave_amount(slot, out)
    elif rate := gesprek.ritme(bericht.tekst):
        _other_unit(kb, stand, element, rate, out)
    else:
        out.slots |= {slot: None} | _again(stand)


def _leave_amount(slot: str, out: Uitkomst) -> None:
    """Go on without the number: it is no condition for anything."""
    out.slots[slot] = "weet_niet"
    out.regels.append("Dan laat ik het aantal open.")
