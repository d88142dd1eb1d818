"""Outside the questionnaire: an answer that is mended after the overview or the feedback."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import common
from actions.common import Events
from keuzehulp import gesprek, wending
from keuzehulp.herstel import rest_klopt, verbetert, waarde_van

#: What was offered last when the new answer of an element was asked outside the form; its id follows.
ASKED_VALUE = "waarde:"


_TOO = re.compile(r" ook\b", re.IGNORECASE)


def contested(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events | None:
    """After the overview or the feedback: somebody does not agree with the answer of an element; None otherwise."""
    text, given = common.text_of(tracker), common.stand_of(tracker, common.slots_before_message(tracker)).antwoorden
    named = [e for e in common.entity_values(tracker, "element") if e in given]
    after = tracker.get_slot("aanbod") in ("prioriteit", "overzicht", MENDED) and not tracker.active_loop.get("name")
    if not (after and named and wending.is_het_oneens(text)) or text.startswith("/") or wending.stelt_vraag(text):
        return None
    return disagrees(dispatcher, tracker, named[0], given)


def mended_answer(dispatcher: CollectingDispatcher, tracker: Tracker, offer: str) -> Events | None:
    """After the overview or the feedback: an answer that is mended, or said to be right; None when it is neither."""
    kb, text, intent = common.kennisbank(), common.text_of(tracker), common.intent_of(tracker)
    before = common.stand_of(tracker, common.slots_before_message(tracker)).antwoorden
    if offer.startswith(ASKED_VALUE):
        return _value_given(dispatcher, tracker, offer.removeprefix(ASKED_VALUE), before)
    named = [e for e in common.entity_values(tracker, "element") if e in before]
    against = contested(dispatcher, tracker)
    if against is not None:
        return against
    given = {e: value for e, value in common.answers_of(tracker, before).items() if before[e] != value}
    for place in common.plekken_of(tracker):
        if given and place.element in before and place.element not in given and _TOO.match(text[place.eind :]):
            given[place.element] = list(given.values())[-1]  # "..., en oefenen ook"
    if given and (offer in ("overzicht", MENDED) or verbetert(text)) and not gesprek.kiest_punt(text):
        common.say(dispatcher, f"Aangepast. {gesprek.toon_antwoorden(kb, given)}.")
        return common.set_slots({**given, "laatst_beantwoord": list(given)[-1], "aanbod": MENDED})
    if named or given:
        return None
    if wending.is_het_oneens(text):
        common.say(dispatcher, WHICH)
        return common.set_slots({"aanbod": "overzicht"})
    return _all_right(dispatcher, offer, text, intent)


def _all_right(dispatcher: CollectingDispatcher, offer: str, text: str, intent: str) -> Events | None:
    """After "Klopt er iets niet?" or "Aangepast": whether all is right now; None when the message is about something else."""
    # A bare no to "is something wrong?" is as good as a yes to what was just changed.
    no, short = intent == "deny" and len(text.split()) < 4, offer in ("overzicht", MENDED)
    if rest_klopt(text) or (short and (_FINE.search(text) or (no if offer == "overzicht" else intent == "affirm"))):
        common.say(dispatcher, ALL_RIGHT)
        return common.set_slots({"aanbod": None})
    if short and intent in ("affirm", "deny", "partly"):
        common.say(dispatcher, WHICH)
        return common.set_slots({"aanbod": "overzicht"})
    return None


#: What was offered last after an answer was mended: the next message may say that it is right now.
MENDED = "aangepast"
WHICH = "Welk antwoord wil je veranderen? Typ het zo: ‘ouders moet nee zijn’."
_FINE = re.compile(
    r"^\W*(?:(?:ja|nee|oh?|nou)[ ,]+)*(?:prima|goed|ok[eé]?|mooi|fijn|top|zo is het|alles klopt|perfect|dank\w*)\b",
    re.IGNORECASE,
)
ALL_RIGHT = "Mooi, dan blijft alles zo staan. Met *feedback* zie je de feedback, met *verslag* maak ik een verslag."


def _value_given(
    dispatcher: CollectingDispatcher, tracker: Tracker, element: str, before: Mapping[str, str]
) -> Events | None:
    """The answer to "Wat moet het zijn?"; None when the message gives none."""
    given = next((str(e["value"]) for e in common.entities_of(tracker, "antwoord")), None)
    named = [e for e in common.entity_values(tracker, "element") if e in before and e != element]
    if given is None or named or element not in common.kennisbank().elementen:
        return None
    common.say(dispatcher, f"Aangepast. {gesprek.toon_antwoorden(common.kennisbank(), {element: given})}.")
    return common.set_slots({element: given, "laatst_beantwoord": element, "aanbod": MENDED})


def disagrees(dispatcher: CollectingDispatcher, tracker: Tracker, element: str, before: Mapping[str, str]) -> Events:
    """Somebody does not agree with an answer: what is said after it counts, else it is asked."""
    kb, text = common.kennisbank(), common.text_of(tracker)
    behind = re.split(r"[,;.]|\bmaar\b|\bwant\b", text, maxsplit=1)
    value = waarde_van(behind[1].strip()) if len(behind) > 1 else None
    if value and value != before[element]:
        common.say(dispatcher, f"Aangepast. {gesprek.toon_antwoorden(kb, {element: value})}.")
        return common.set_slots({element: value, "laatst_beantwoord": element, "aanbod": MENDED})
    now = gesprek.toon_antwoorden(kb, {element: before[element]})
    common.say(dispatcher, f"Dan passen we dat aan. Nu staat er: {now}. Wat moet het zijn?")
    return common.set_slots({element: before[element], "aanbod": f"{ASKED_VALUE}{element}"})
