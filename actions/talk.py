"""The strengths talk after its end: reading it from the slots, and changing what stands in it."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import common
from actions.common import Events
from keuzehulp import gesprek, kracht_gesprek, kracht_woorden
from keuzehulp.privacy import maskeer

#: What a team says at a step of the strengths talk is kept up to this length, in characters.
MAX_REGEL = 500

#: Said under the summary: it goes into the report, so it must be right.
KLOPT_DIT = "Klopt er iets niet? Typ bijvoorbeeld ‘verander de stap in een half uur overleg’, of ‘wie: de mentor’."


def talk_of(tracker: Tracker) -> kracht_gesprek.Gesprek:
    """The strengths talk as the slots hold it."""
    said = {step.id: tracker.get_slot(gesprek.kracht_slot(step.id)) for step in kracht_gesprek.STAPPEN}
    answers = {step: str(words) for step, words in said.items() if words not in (None, "overgeslagen", "weet_niet")}
    return kracht_gesprek.Gesprek(kracht_gesprek.KLAAR, answers)


def summary_lines(talk: kracht_gesprek.Gesprek) -> list[str]:
    """What the team said, as a list in markdown."""
    return ["**Dit zeiden jullie**", *(f"- {head}: {words}" for head, words in kracht_gesprek.voor_verslag(talk))]


def changed_talk(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events | None:
    """Outside the forms: change a step of the talk that is over, and show it again; None when the message does not."""
    talk, text = talk_of(tracker), common.text_of(tracker)
    if tracker.active_loop.get("name") or not talk.antwoorden or text.startswith("/"):
        return None
    change = kracht_woorden.wijziging(text)
    moment = kracht_woorden.noemt_moment(text)
    if change is None and moment and talk.antwoorden.get("stap") and tracker.get_slot("aanbod") == "action_report":
        change = ("wanneer", moment)
    if change is None:
        return None
    step, words = change
    slot, kept = gesprek.kracht_slot(step), maskeer(words).tekst[:MAX_REGEL]
    now = kracht_gesprek.Gesprek(kracht_gesprek.KLAAR, {**talk.antwoorden, step: kept})
    common.say(dispatcher, "\n".join(["Aangepast.", "", *summary_lines(now), "Dit komt in het verslag."]))
    before = common.slots_before_message(tracker)
    # What was read in it is about the step, not about the programme.
    undone = {
        e: before.get(e)
        for e in common.kennisbank().elementen
        if e in tracker.slots and before.get(e) != tracker.slots.get(e)
    }
    return common.set_slots({**undone, slot: kept, "aanbod": "action_report"})
