"""After the check: what a message asks about the feedback or changes in it, before anything else is made of it.

Outside the questionnaire many acts could be read in such words ("wie kan ons helpen", "over een half jaar opnieuw
kijken"); whichever the NLU chose, an action that is marked here looks at the feedback first.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import common
from actions.common import BUTTON_START, Events
from actions.later import told_later
from actions.mending import ASKED_VALUE, MENDED
from actions.part import BUTTONS as BUTTONS_FEEDBACK
from actions.part import feedback_asked
from actions.point import choose_point
from actions.report import REPORT, say_report
from keuzehulp import gesprek, nafeedback
from keuzehulp.beantwoorden.antwoorden import answer
from keuzehulp.beantwoorden.kennis import Vraag
from keuzehulp.feedback import maak_feedback, maak_kort
from keuzehulp.gesprek import Stand
from keuzehulp.herstel import ander_aantal, element_na_voorzetsel, laatste_aantal, rij, wist_aantal, zonder_aantal
from keuzehulp.kennisbank.weergave import zin
from keuzehulp.veronderstelling import stelt_voor
from keuzehulp.verwerken import zonder_getal
from keuzehulp.wending import stelt_vraag

MORE = {"title": "Vertel meer", "payload": "/more"}

#: Buttons under the last part of the feedback.
BUTTONS_AFTER = [
    MORE,
    {"title": "Vragen over de invoering", "payload": "/start_implementation"},
    REPORT,
    {"title": "Bedenk een kleine stap", "payload": "/reflect"},
]

#: What can be done after the feedback.
NEXT = (
    "Jullie kunnen nu een paar dingen doen. Bespreek de feedback met het team, en typ *verslag* om iets op papier te "
    "hebben. Loop met *invoering* vijf vragen over de invoering langs. Of bedenk samen een kleine stap: zullen we dat doen?"
)

_READ = (
    "Mooi. Een punt kiezen mag nu, en het mag ook later met je team. Typ *en nu* als je wilt zien wat er verder kan."
)
_NO_VERDICT = (
    "Een oordeel geef ik niet: geen cijfer, en geen goed of slecht. Wat er al is en wat kan groeien, wegen jullie zelf."
)
_LATER = (
    "Ja, dat kan. Het gesprek blijft niet zo lang staan, dus bewaar nu het verslag. Loop de vragen dan opnieuw langs, "
    "en leg het nieuwe verslag naast dat van nu. Zal ik het verslag maken?"
)
_WHAT_OF_IT = "Daar staat nu: {0}. Wil je dat veranderen, typ dan wat het moet zijn. Meer weten? Typ *wat is {1}*, of *waarom {1}*."
_WHY_GROWTH = (
    "Er staat: {0}. Onder *Dit kan groeien* komt wat *nee* of *een beetje* is; een beetje is dus geen nee. "
    "Klopt het antwoord niet, typ dan wat het moet zijn."
)
_BELONGS_TO = (
    "Bij welk onderdeel hoort dat? Typ het zo: ‘ouders moet ja zijn’. Met *overzicht* zie je ze alle vijftien."
)
_WHICH_AMOUNT = "Van welk onderdeel moet het aantal weg? Typ het zo: ‘haal het aantal bij oefenen weg’."
_NOT_ALL = (
    "Alle antwoorden in één keer veranderen kan ik niet, dus er is niets veranderd. Typ per onderdeel wat het moet zijn, "
    "bijvoorbeeld ‘ouders moet nee zijn’. Met *opnieuw beginnen* start je met een schone lei."
)
#: After "wie kan daarbij helpen?"; who it is, is not kept before the strengths talk asks for it.
HELPER = "Fijn dat daar iemand bij kan helpen. Zullen we er samen een kleine stap bij bedenken?"
_PLAN = "Goed plan. Typ *verslag*, dan hebben jullie de feedback op papier. Zullen we er eerst samen een kleine stap bij bedenken?"
#: What the sources are asked with instead of the words of the message.
_HOW_SURE = Vraag("Waarom zeg je mogelijk werkzaam?", "ask_why", begrippen=("waarom_mogelijk",))
_FOR_WHOM = Vraag(
    "Voor welke leerlingen gelden de uitkomsten van het onderzoek?", "ask_fact", begrippen=("bereik_van_het_bewijs",)
)
#: Where a school finds people who can help.
_TURN_TO = ("ggd", "nji")

_A = TypeVar("_A", bound=type[Action])


def feedback_first(action: _A) -> _A:
    """Let an action look first whether the message is about the feedback of a check that is done."""
    own = action.run

    def run(self: Action, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        told = after_the_check(dispatcher, tracker)
        if told is None:
            return list(own(self, dispatcher, tracker, domain))
        return told if any(e["event"] == "followup" for e in told) else [*told, FollowupAction("action_listen")]

    run.__doc__ = own.__doc__
    action.run = run  # type: ignore[method-assign]
    return action


def ways_on(tracker: Tracker) -> list[dict[str, str]]:
    """Buttons where nothing else is to be said: to the check, or when that is done to the feedback and the report."""
    return BUTTONS_FEEDBACK if check_is_done(tracker) else [BUTTON_START]


def check_is_done(tracker: Tracker) -> bool:
    """Whether every question was answered before this message and no form asks anything."""
    stand = common.stand_of(tracker, common.slots_before_message(tracker))
    return bool(
        stand.antwoorden and not tracker.active_loop.get("name") and not gesprek.te_doen(common.kennisbank(), stand)
    )


def after_the_check(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events | None:
    """Answer what a message asks about the feedback, or change what it mends; None when it does neither."""
    text, offer = common.text_of(tracker), str(tracker.get_slot("aanbod"))
    if text.startswith("/") or not check_is_done(tracker) or offer.split(":")[0] in ("crisis", "wissen", "restart"):
        return None
    if stelt_voor(text):
        return None
    later = told_later(dispatcher, tracker)
    if later is not None:
        return later
    stand = common.stand_of(tracker, common.slots_before_message(tracker))
    told = _about_an_answer(dispatcher, tracker, stand)
    if told is None and not offer.startswith(ASKED_VALUE):
        told = _about_the_feedback(dispatcher, tracker, stand, offer)
    return told


def _about_an_answer(dispatcher: CollectingDispatcher, tracker: Tracker, stand: Stand) -> Events | None:
    """An answer that is asked after or mended; what was read in the message besides is not kept."""
    kb, text = common.kennisbank(), common.text_of(tracker)
    if nafeedback.verandert_alles(text):
        return [*not_all(dispatcher, tracker), SlotSet("aanbod", MENDED)]
    named = [e for e in common.entity_values(tracker, "element") if e in stand.antwoorden]
    counted = _about_an_amount(dispatcher, tracker, stand, named) or _several(dispatcher, tracker, stand)
    if counted is not None:
        return counted
    if nafeedback.vult_aan(text) and not named and not common.answers_of(tracker, kb.elementen):
        # It may belong to an element, and nobody said to which: that is asked.
        common.say(dispatcher, _BELONGS_TO)
        return [*common.as_before(tracker), SlotSet("aanbod", "overzicht")]
    short = element_na_voorzetsel(kb, text)
    named = named or ([short] if short and short in stand.antwoorden else [])
    if len(named) != 1:
        return None
    element, now = named[0], gesprek.toon_antwoorden(kb, {named[0]: stand.antwoorden[named[0]]})
    if (
        kb.namen.get(" ".join(text.lower().split()).strip(" .!")) == element
        and tracker.get_slot("aanbod") != "prioriteit"
    ):
        # A bare name is no answer, and chooses nothing when that was not asked.
        common.say(dispatcher, _WHAT_OF_IT.format(now, kb.elementen[element].korte_naam.lower()))
        return [*common.as_before(tracker), SlotSet("aanbod", "overzicht")]
    if nafeedback.vraagt_of_het_erg_is(text):
        return [*common.as_before(tracker), *_verdict(dispatcher, tracker, stand)]
    asked = nafeedback.vraagt_na(text)
    if asked:
        right = "Ja, dat staat er" if asked == stand.antwoorden[element] else "Nee, nu staat er"
        common.say(dispatcher, f"{right}: {now}. Klopt dat niet, typ dan wat het moet zijn.")
        return [*common.as_before(tracker), SlotSet("aanbod", "overzicht")]
    if nafeedback.vraagt_waarom_groei(text):
        common.say(dispatcher, _WHY_GROWTH.format(now))
        return [*common.as_before(tracker), SlotSet("aanbod", "overzicht")]
    if nafeedback.wil_opnieuw(text):
        common.say(dispatcher, f"Nu staat er: {now}. Wat moet het zijn?")
        return [*common.as_before(tracker), SlotSet("aanbod", f"{ASKED_VALUE}{element}")]
    if nafeedback.vindt_te_streng(text):
        common.say(dispatcher, f"Nu staat er: {now}. Dat laat ik zo. Moet het iets anders zijn, typ dan wat.")
        return [*common.as_before(tracker), SlotSet("aanbod", "overzicht")]
    amount = nafeedback.nieuw_aantal(text)
    if amount and kb.elementen[element].getalvraag and stand.antwoorden[element] in gesprek.AANWEZIG:
        return _set_amount(dispatcher, tracker, element, amount)
    wanted = nafeedback.gezette_waarde(text)
    given = wanted or common.answers_of(tracker, (element,)).get(element)
    against = nafeedback.weerspreekt(text)
    if against == stand.antwoorden[element] == given:
        given = None  # what is said is what is noted, and that is not right
    if not (nafeedback.raakt_antwoord(text) or wanted or against):
        return None
    if given and given != stand.antwoorden[element]:
        common.say(dispatcher, f"Aangepast. {gesprek.toon_antwoorden(kb, {element: given})}.")
        return common.set_slots({element: given, "laatst_beantwoord": element, "aanbod": MENDED})
    if given:
        common.say(dispatcher, f"Ja, dat staat er al: {now}.")
        return [SlotSet("aanbod", "overzicht")]
    common.say(dispatcher, f"Dan passen we dat aan. Nu staat er: {now}. Wat moet het zijn?")
    return [*common.as_before(tracker), SlotSet("aanbod", f"{ASKED_VALUE}{element}")]


def _about_an_amount(
    dispatcher: CollectingDispatcher, tracker: Tracker, stand: Stand, named: list[str]
) -> Events | None:
    """An amount that is asked after, or that is another one than was told ("12 klopt niet, het zijn er 9")."""
    kb, text = common.kennisbank(), common.text_of(tracker)
    told = told_amount(tracker)
    if told is not None:
        common.say(dispatcher, told)
        return [*common.as_before(tracker), SlotSet("aanbod", "overzicht")]
    counts = [e for e in named if kb.elementen[e].getalvraag]
    emptied = emptied_amount(dispatcher, tracker)
    if emptied is not None:
        return [*emptied, SlotSet("aanbod", MENDED)]
    weighed = _weighed_amount(tracker, stand, counts)
    if weighed is not None:
        common.say(dispatcher, *weighed)
        return [*common.as_before(tracker), *common.set_slots({"aanbod": None, "vorige_uitspraken": weighed[1]})]
    changed = None if stelt_vraag(text) else ander_aantal(text)
    known = [e for e, amount in stand.aantallen.items() if amount[:1].isdigit()]
    only = nafeedback.alleen_nieuw_aantal(text)
    if only and len(known) == 1 and not named:
        return _set_amount(dispatcher, tracker, known[0], only)
    if changed is None:
        return None
    old, new = changed
    same = [e for e, amount in stand.aantallen.items() if amount == old]
    meant = counts or same or (list(stand.aantallen) if len(stand.aantallen) == 1 else [])
    if len(meant) != 1 or stand.antwoorden.get(meant[0]) not in gesprek.AANWEZIG:
        return None
    return _set_amount(dispatcher, tracker, meant[0], new)


def _several(dispatcher: CollectingDispatcher, tracker: Tracker, stand: Stand) -> Events | None:
    """Answers of several elements that are mended in one message ("inzicht een beetje, en doelen ook")."""
    text = common.text_of(tracker)
    given = {} if stelt_vraag(text) else rij(common.kennisbank(), text, common.plekken_of(tracker), stand.antwoorden)
    if not given:
        return None
    common.say(dispatcher, f"Aangepast. {gesprek.toon_antwoorden(common.kennisbank(), given)}.")
    return [
        *common.as_before(tracker),
        *common.set_slots({**given, "laatst_beantwoord": list(given)[-1], "aanbod": MENDED}),
    ]


def emptied_amount(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events | None:
    """Take an amount away of which a message says that it must go ("haal dat getal maar weg"); the answer itself stays."""
    kb, stand = common.kennisbank(), common.stand_of(tracker, common.slots_before_message(tracker))
    text = common.text_of(tracker)
    short = element_na_voorzetsel(kb, text)
    named = [*common.entity_values(tracker, "element"), *([short] if short else [])]
    element = zonder_aantal(text, stand.aantallen, named)
    if element is None and wist_aantal(text) and sum(a[:1].isdigit() for a in stand.aantallen.values()) > 1:
        common.say(dispatcher, _WHICH_AMOUNT)
        return [*common.as_before(tracker), *common.asks_again(tracker)]
    if element is None:
        return None
    common.say(dispatcher, zonder_getal(kb, stand, element))
    return [*common.as_before(tracker), SlotSet(gesprek.aantal_slot(element), "weet_niet"), *common.asks_again(tracker)]


def _weighed_amount(tracker: Tracker, stand: Stand, counts: list[str]) -> tuple[str, list[str]] | None:
    """What the feedback says of a noted amount, when a message asks whether that is much or little; else None."""
    kb, text = common.kennisbank(), common.text_of(tracker)
    asked = laatste_aantal(text) if nafeedback.weegt_aantal(text) else None
    if asked is None:
        return None
    same = [e for e, amount in stand.aantallen.items() if amount == gesprek.toon_aantal(asked)]
    meant = same if len(same) == 1 else [e for e in counts if e in same]
    if len(meant) != 1:
        return None
    lines = [
        line
        for part in maak_feedback(kb, stand).delen
        for line in (*part.regels, *part.rest)
        if line.element == meant[0]
    ]
    said = "\n".join(f"- {line.tekst}" for line in lines)
    return f"{_NO_VERDICT}\n\n{said}", list(dict.fromkeys(id for line in lines for id in line.uitspraken))


def _set_amount(dispatcher: CollectingDispatcher, tracker: Tracker, element: str, amount: str) -> Events:
    """Mend an amount; what was read in the message besides is not kept."""
    same = common.slots_before_message(tracker).get(gesprek.aantal_slot(element)) == amount
    lead = "Ja, dat staat er" if same else "Aangepast"
    common.say(dispatcher, f"{lead}. {gesprek.met_aantal(common.kennisbank().elementen[element], amount)}.")
    slots = {gesprek.aantal_slot(element): amount, "aanbod": MENDED}
    return [*common.as_before(tracker), *common.set_slots(slots)]


def told_amount(tracker: Tracker) -> str | None:
    """Which amount was noted, when a message asks after it ("hoeveel oefeningen had je genoteerd"); else None."""
    kb, stand = common.kennisbank(), common.stand_of(tracker, common.slots_before_message(tracker))
    named = [e for e in common.entity_values(tracker, "element") if e in stand.antwoorden]
    counts = [e for e in named if kb.elementen[e].getalvraag]
    if not nafeedback.vraagt_aantal_na(common.text_of(tracker)) or not stand.aantallen or (named and not counts):
        return None
    shown = "; ".join(_shown_amount(stand, element) for element in counts or stand.aantallen)
    return f"{shown}. Klopt dat niet, typ dan hoeveel het er zijn."


def _shown_amount(stand: Stand, element: str) -> str:
    """What was told of an element of which an amount is asked, with that amount."""
    kb, amount = common.kennisbank(), stand.aantallen.get(element, "")
    question = kb.elementen[element].getalvraag
    now = gesprek.toon_antwoorden(kb, {element: stand.antwoorden[element]})
    known = question is not None and amount[:1].isdigit()
    count = f"{gesprek.in_woorden(amount, question.eenheid)}" if known and question else "geen aantal"
    return f"{now}, {count}"


def not_all(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
    """Say that one answer for every question is not to be had, and change nothing."""
    common.say(dispatcher, _NOT_ALL)
    return [*common.as_before(tracker), *common.asks_again(tracker)]


def _about_the_feedback(dispatcher: CollectingDispatcher, tracker: Tracker, stand: Stand, offer: str) -> Events | None:
    """What is asked about the feedback as a whole, or about one point of it."""
    text = common.text_of(tracker)
    listed = nafeedback.vraagt_lijst(text)
    if listed and not common.entity_values(tracker, "element"):
        common.say(dispatcher, _with_answer(stand, listed))
        return [*common.as_before(tracker), SlotSet("aanbod", "overzicht")]
    if offer == "prioriteit" and nafeedback.knikt(text):
        common.say(dispatcher, _READ)
        return common.as_before(tracker)
    if nafeedback.vraagt_vervolg(text):
        common.say(dispatcher, NEXT, buttons=BUTTONS_AFTER)
        return [*common.as_before(tracker), SlotSet("aanbod", "stap")]
    plan = _tells_plan(dispatcher, tracker, stand, offer)
    if plan is not None:
        return plan
    asked_part = feedback_asked(dispatcher, tracker)
    if asked_part is not None:
        return asked_part
    point = nafeedback.vraagt_punt(text)
    if point is not None:
        return _explain(dispatcher, stand, point)
    kind = nafeedback.soort(text)
    if kind is None or _about_something_else(tracker, kind):
        return None
    return [*common.as_before(tracker), *_ANSWERS[kind](dispatcher, tracker, stand)]


def _with_answer(stand: Stand, answer: str) -> str:
    """The elements with one answer, as a list."""
    kb = common.kennisbank()
    shown = {e: value for e, value in stand.antwoorden.items() if value == answer and e in kb.elementen}
    if not shown:
        return "Dat antwoord staat nergens. Met *overzicht* zie je alle antwoorden."
    lines = [f"- {gesprek.toon_antwoorden(kb, {e: value})}" for e, value in shown.items()]
    return "\n".join(["Hier staat dat:", *lines, "", "Klopt er iets niet? Typ dan wat het moet zijn."])


def _tells_plan(dispatcher: CollectingDispatcher, tracker: Tracker, stand: Stand, offer: str) -> Events | None:
    """What a team says it will do with the feedback: where it begins, who helps, or that it takes it along; else None."""
    text = common.text_of(tracker)
    named = [e for e in common.entity_values(tracker, "element") if e in stand.antwoorden]
    begins = nafeedback.begint_bij(text) or (offer == "prioriteit" and nafeedback.noemt_punt(text))
    if len(named) == 1 and begins:
        return choose_point(dispatcher, tracker)
    said = HELPER if nafeedback.noemt_wie(text) else _PLAN if not named and nafeedback.neemt_mee(text) else None
    if said is None:
        return None
    common.say(dispatcher, said)
    return [*common.as_before(tracker), SlotSet("aanbod", "stap")]


def _about_something_else(tracker: Tracker, kind: str) -> bool:
    """Whether the words are about an element or a programme that is named, or that was just talked about."""
    kb = common.kennisbank()
    named = [*common.entity_values(tracker, "element"), *common.entity_values(tracker, "interventie")]
    about = str(tracker.get_slot("onderwerp"))
    # Parents or a colleague with whom it is shared, or a subject to get help with, change nothing.
    return (bool(named) and kind not in ("delen", "hulp")) or (
        kind == "bewijs" and (about in kb.elementen or about in kb.interventies)
    )


def _explain(dispatcher: CollectingDispatcher, stand: Stand, point: int) -> Events | None:
    """One point of what can grow: what the element is, and what the feedback says of it."""
    kb = common.kennisbank()
    part = maak_feedback(kb, stand).deel("groei")
    lines = [line for line in (*part.regels, *part.rest) if line.element]
    if not lines or point >= len(lines):
        return None
    line = lines[point]
    definition = kb.elementen[line.element].definitie
    name = kb.elementen[line.element].korte_naam.lower()
    ids = [definition.id, *line.uitspraken]
    common.say(dispatcher, f"Dat punt gaat over *{name}*.\n\n- {zin(kb, definition)}\n- {line.tekst}", ids)
    return common.set_slots({"aanbod": None, "onderwerp": line.element, "vorige_uitspraken": ids})


def _verdict(dispatcher: CollectingDispatcher, tracker: Tracker, stand: Stand) -> Events:
    kb = common.kennisbank()
    why = kb.feedbackkader.geen_optelling
    text = f"{_NO_VERDICT} {zin(kb, why)}\n\n{maak_kort(kb, stand)}"
    common.say(dispatcher, text, [why.id], buttons=BUTTONS_AFTER)
    return common.set_slots({"aanbod": None, "onderwerp": None, "vorige_uitspraken": [why.id]})


def _from_the_sources(asked: Vraag, dispatcher: CollectingDispatcher, tracker: Tracker, stand: Stand) -> Events:
    found = answer(common.kennisbank(), asked)
    common.say(dispatcher, found.tekst, found.regels)
    slots = {"aanbod": None, "meer_vanaf": None, "onderwerp": found.onderwerp, "vorige_uitspraken": list(found.regels)}
    return common.set_slots(slots)


def _helpers(dispatcher: CollectingDispatcher, tracker: Tracker, stand: Stand) -> Events:
    kb = common.kennisbank()
    places = [kb.verwijzingen[id] for id in _TURN_TO if id in kb.verwijzingen]
    common.say(dispatcher, "\n".join(f"- {place.tekst} [{place.naam}]({place.url})" for place in places))
    return common.set_slots({"aanbod": None})


def _again_later(dispatcher: CollectingDispatcher, tracker: Tracker, stand: Stand) -> Events:
    common.say(dispatcher, _LATER, buttons=[REPORT])
    return common.set_slots({"aanbod": "action_report"})


def _report(dispatcher: CollectingDispatcher, tracker: Tracker, stand: Stand) -> Events:
    say_report(dispatcher, tracker, stand)
    return common.set_slots({"aanbod": None})


_ANSWERS: dict[str, Callable[[CollectingDispatcher, Tracker, Stand], Events]] = {
    "oordeel": _verdict,
    "bewijs": partial(_from_the_sources, _HOW_SURE),
    "bereik": partial(_from_the_sources, _FOR_WHOM),
    "hulp": _helpers,
    "later": _again_later,
    "delen": _report,
}
