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


def mended_answer(dispatcher: CollectingDispatcher, tracker: Tracker, offer: str) -> Events | None:
    """After the overview or the feedback: an answer that is mended, or said to be right; None when it is neither."""
    kb, text, intent = common.kennisbank(), common.text_of(tracker), common.intent_of(tracker)
    before = common.stand_of(tracker, common.slots_before_message(tracker)).antwoorden
    if offer.startswith(ASKED_VALUE):
        return _value_given(dispatcher, tracker, offer.removeprefix(ASKED_VALUE), before)
    named = [e for e in common.entity_values(tracker, "element") if e in before]
    if named and wending.is_het_oneens(text):
        return disagrees(dispatcher, tracker, named[0], before)
    given = {
        str(e["role"]): str(e["value"])
        for e in common.entities_of(tracker, "antwoord")
        if e.get("role") in before and before[str(e["role"])] != str(e["value"])
    }
    if given and (offer == "overzicht" or verbetert(text)) and not gesprek.kiest_punt(text):
        common.say(dispatcher, f"Aangepast. {gesprek.toon_antwoorden(kb, given)}.")
        return common.set_slots({**given, "aanbod": "overzicht"})
    if named or given:
        return None
    if rest_klopt(text) or (offer == "overzicht" and intent == "deny" and len(text.split()) < 4):
        common.say(dispatcher, ALL_RIGHT)
        return common.set_slots({"aanbod": None})
    if offer == "overzicht" and intent in ("affirm", "deny", "partly"):
        common.say(dispatcher, "Welk antwoord wil je veranderen? Typ het zo: ‘ouders moet nee zijn’.")
        return []
    return None


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
    return common.set_slots({element: given, "aanbod": "overzicht"})


def disagrees(
    dispatcher: CollectingDispatcher, tracker: Tracker, element: str, before: Mapping[str, str]
) -> Events:
    """Somebody does not agree with an answer: what is said after it counts, else it is asked."""
    kb, text = common.kennisbank(), common.text_of(tracker)
    behind = re.split(r"[,;.]|\bmaar\b|\bwant\b", text, maxsplit=1)
    value = waarde_van(behind[1].strip()) if len(behind) > 1 else None
    if value and value != before[element]:
        common.say(dispatcher, f"Aangepast. {gesprek.toon_antwoorden(kb, {element: value})}.")
        return common.set_slots({element: value, "aanbod": "overzicht"})
    now = gesprek.toon_antwoorden(kb, {element: before[element]})
    common.say(dispatcher, f"Dan passen we dat aan. Nu staat er: {now}. Wat moet het zijn?")
    return common.set_slots({element: before[element], "aanbod": f"{ASKED_VALUE}{element}"})
