"""After the feedback: the short version of it, or the one part that is asked for."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import common
from actions.common import Events
from keuzehulp import wending
from keuzehulp.feedback import maak_feedback, maak_kort

BUTTONS = [
    {"title": "Alle feedback", "payload": "/show_feedback"},
    {"title": "Maak een verslag", "payload": "/report"},
]


def feedback_asked(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events | None:
    """Outside the questionnaire: the feedback in short, or the part that a message asks for; None for another message.

    Nothing is recorded from such a message, whatever was read in it.
    """
    kb, text = common.kennisbank(), common.text_of(tracker)
    stand = common.stand_of(tracker, common.slots_before_message(tracker))
    if tracker.active_loop.get("name") or not stand.antwoorden or text.startswith("/"):
        return None
    kept = {e: stand.antwoorden.get(e) for e in kb.elementen if tracker.slots.get(e) != stand.antwoorden.get(e)}
    if wending.wil_kort(text):
        common.say(dispatcher, maak_kort(kb, stand), buttons=BUTTONS)
        return [*common.set_slots({e: v for e, v in kept.items() if e in tracker.slots}), SlotSet("aanbod", None)]
    name = None if common.entity_values(tracker, "element") else wending.vraagt_deel(text)
    if name is None:
        return None
    part = maak_feedback(kb, stand).deel(name)
    told = part.uitspraken(alles=True)
    common.say(dispatcher, part.markdown(alles=True), told, deel=part.id)
    return common.set_slots({"aanbod": None, "onderwerp": None, "vorige_uitspraken": list(told)})
