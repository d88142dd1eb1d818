"""The small bot's custom actions."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, FormValidationAction, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher


class ValidateTableForm(FormValidationAction):
    """Checks the number of people."""

    def name(self) -> str:
        return "validate_table_form"

    def validate_people(
        self, value: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> dict[str, Any]:
        """Keeps a number up to twelve; asks again otherwise."""
        words = {"two": 2, "four": 4}
        digits = "".join(c for c in str(value) if c.isdigit())
        number = words.get(str(value), int(digits) if digits else 0)
        if 1 <= number <= 12:
            return {"people": number}
        dispatcher.utter_message(text="Please give a number from 1 to 12.")
        return {"people": None}


class ActionBook(Action):
    """Confirms the booking."""

    def name(self) -> str:
        return "action_book"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Says what was booked, with a source in the message's metadata."""
        slots = tracker.current_slot_values()
        place = "outside" if slots["outside"] else "inside"
        dispatcher.utter_message(
            text=f"Booked: {slots['cuisine']}, {slots['people']} people, {place}.", sources=["house rules"]
        )
        if slots["member"]:
            dispatcher.utter_message(text="Members get a free drink.")
        metadata = tracker.latest_message.get("metadata") or {}
        return [SlotSet("device", metadata.get("os"))]


class ActionBreak(Action):
    """Fails on purpose."""

    def name(self) -> str:
        return "action_break"

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Raises."""
        raise ValueError("the kitchen is on fire")
