"""What a message without a name is about: the element that was talked about in the turn before, or a number."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import REQUESTED_SLOT

from actions import common
from actions.common import Events
from keuzehulp import correctie, gesprek
from keuzehulp.herstel import element_na_voorzetsel
from keuzehulp.nlu.oplossen import ANTWOORDEN


def turn_before(tracker: Tracker) -> list[dict[str, Any]]:
    """The events from the user message before the last one up to the last one."""
    events = tracker.events
    heard = [n for n, event in enumerate(events) if event.get("event") == "user"]
    return list(events[heard[-2] : heard[-1]]) if len(heard) > 1 else []


def discussed(tracker: Tracker) -> str | None:
    """The one element that the message before this one was about, when that message was no answer to the open question."""
    turn = turn_before(tracker)
    parsed = (turn[0].get("parse_data") or {}) if turn else {}
    if not parsed or (parsed.get("intent") or {}).get("name") in ANTWOORDEN:
        return None
    kb = common.kennisbank()
    asked = {element.id for element in kb.met_vraag}
    named = {
        str(e["value"]) for e in parsed.get("entities") or [] if e.get("entity") == "element" and e["value"] in asked
    }
    short = element_na_voorzetsel(kb, str(turn[0].get("text") or ""))
    found = named or ({short} if short in asked else set())
    return next(iter(found)) if len(found) == 1 else None


def named(tracker: Tracker) -> list[str]:
    """The asked elements that the message names, by a short name too ("bij oefenen")."""
    kb = common.kennisbank()
    asked = {element.id for element in kb.met_vraag}
    found = [e for e in common.entity_values(tracker, "element") if e in asked]
    short = element_na_voorzetsel(kb, common.text_of(tracker))
    return list(dict.fromkeys([*found, *([short] if short in asked else [])]))


def names_number(tracker: Tracker) -> bool:
    """Whether the message speaks of a question by its number."""
    return correctie.noemt_nummer(correctie.met_vraag(common.text_of(tracker)))


def counted(tracker: Tracker) -> str | None:
    """The element whose amount was set in the turn before."""
    slots = [str(e["name"]) for e in turn_before(tracker) if e.get("event") == "slot" and e["value"]]
    return next((s.removesuffix("_aantal") for s in reversed(slots) if s.endswith("_aantal")), None)


def just_answered(tracker: Tracker) -> bool:
    """Whether the message before this one recorded an answer, so that "toch niet" is about that one."""
    return any(
        e.get("event") == "slot" and e["name"] == "laatst_beantwoord" and e["value"] for e in turn_before(tracker)
    )


def noted_beside(tracker: Tracker, asked: str) -> bool:
    """Whether the message before this one gave answers for other elements, and left the open question as it was."""
    heard = [n for n, event in enumerate(tracker.events) if event.get("event") == "user"]
    if len(heard) < 2:
        return False
    opened = [
        e["value"] for e in tracker.events[: heard[-2]] if e.get("event") == "slot" and e["name"] == REQUESTED_SLOT
    ]
    noted = {e["name"] for e in turn_before(tracker) if e.get("event") == "slot" and e["value"]}
    others = (noted & common.kennisbank().elementen.keys()) - {asked}
    return bool(opened) and opened[-1] == asked and bool(others)


def by_number(tracker: Tracker, stand: gesprek.Stand) -> list[str]:
    """The answered elements that a number in the message may mean; several when it is not clear in which block."""
    text = correctie.met_vraag(common.text_of(tracker))
    if not correctie.noemt_nummer(text):
        return []
    asked = tracker.get_slot("requested_slot") if common.in_form(tracker) else None
    return correctie.genummerd(common.kennisbank(), text, asked, stand.antwoorden)


def ask_again(dispatcher: CollectingDispatcher, tracker: Tracker, before: gesprek.Stand) -> Events | None:
    """Empty an answer of which somebody says that it was never given, and ask it; None for any other message."""
    kb = common.kennisbank()
    if not correctie.nooit_gezegd(common.text_of(tracker)):
        return None
    element = next((e for e in (*named(tracker), discussed(tracker)) if e in before.antwoorden), None)
    if element is None:
        return None
    common.say(
        dispatcher, f"Goed, ik haal dat antwoord weg. Dan vraag ik *{kb.elementen[element].korte_naam.lower()}* nu."
    )
    amount = {gesprek.aantal_slot(element): None} if kb.elementen[element].getalvraag else {}
    left = {e: v for e, v in before.voorstellen.items() if e != element}
    emptied = common.set_slots({element: None, **amount, "voorstellen": left, "vraag_eerst": element, "aanbod": None})
    return emptied if common.in_form(tracker) else [*emptied, FollowupAction(gesprek.FORM)]


def answer_given(tracker: Tracker, stand: gesprek.Stand) -> str | None:
    """What was answered about the one element that a message names; None when it names none, or more."""
    found = [e for e in named(tracker) if e in stand.antwoorden]
    if len(found) != 1:
        return None
    shown = gesprek.toon_antwoorden(common.kennisbank(), {found[0]: stand.antwoorden[found[0]]})
    amount = stand.aantallen.get(found[0], "")
    number = f" ({gesprek.in_woorden(amount)})" if amount[:1].isdigit() else ""
    return f"Nu staat er: {shown}{number}. Klopt dat niet, typ dan wat het moet zijn."
