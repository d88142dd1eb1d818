"""Fixed replies outside the forms; the same words may be about a feedback that was just shown."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.after import feedback_first, ways_on
from actions.common import Events, say


@feedback_first
class ActionPrivacy(Action):
    """What is kept of a conversation."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_privacy"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Say the fixed text."""
        dispatcher.utter_message(response="utter_privacy")
        return []


@feedback_first
class ActionSkipOutside(Action):
    """Skipping where no question is open."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_skip_outside"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Say so, and offer a way on."""
        say(dispatcher, "Er staat nu geen vraag open.", buttons=ways_on(tracker))
        return []
