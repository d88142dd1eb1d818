"""Saying a comparison, whole or the part of it that is asked, and following up on it."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import common
from actions.common import Events
from keuzehulp import gesprek
from keuzehulp.report.picture import vergelijk_beeld
from keuzehulp.vergelijken import MEESTE_KOLOMMEN, Eigen, als_tekst, deel_als_tekst, vergelijk
from keuzehulp.vergelijkvraag import Wens
from keuzehulp.vergelijkvraag import lees as lees_vergelijkvraag
from keuzehulp.verwerken import naam_interventie

#: So many messages after a comparison, "en bij de ouders?" is about it.
_STILL_COMPARED = 3


def compare_again(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events | None:
    """What follows when a part of the comparison of just now is asked; None for anything else."""
    text, kb = common.text_of(tracker), common.kennisbank()
    if text.startswith("/") or common.entity_values(tracker, "interventie"):
        return None
    wish = lees_vergelijkvraag(kb, text, common.entity_values(tracker, "element"))
    compared = _compared_just_now(tracker) if wish else []
    if wish is None or not compared:
        return None
    stand = common.stand_of(tracker, common.slots_before_message(tracker))
    columns = comparison_columns(stand, compared)
    own = any(isinstance(column, Eigen) for column in columns)
    if len(columns) < 2 or (wish.rijen in ("zij", "wij") and not own):
        return None
    return say_comparison(dispatcher, tracker, columns, wish)


def _compared_just_now(tracker: Tracker) -> list[str]:
    """The described programmes of the last comparison, when that was a few messages ago at most."""
    messages = 0
    for event in reversed(tracker.events):
        messages += event.get("event") == "user"
        if messages > _STILL_COMPARED + 1:
            return []
        if event.get("event") == "slot" and event.get("name") == "vergeleken" and event.get("value"):
            return [str(id) for id in event["value"] if id in common.kennisbank().interventies]
    return []


def say_comparison(
    dispatcher: CollectingDispatcher, tracker: Tracker, columns: list[Eigen | str], wish: Wens | None
) -> Events:
    """Say a comparison, or the part of it that is asked."""
    kb = common.kennisbank()
    comparison = vergelijk(kb, columns)
    text = als_tekst(kb, comparison) if wish is None else deel_als_tekst(kb, comparison, wish.elementen, wish.rijen)
    ids = [c for c in columns if isinstance(c, str)]
    common.say(dispatcher, text.tekst, citaten=text.citaten, vergelijk=ids, beeld=vergelijk_beeld(comparison).bericht())
    return [SlotSet("vergeleken", ids), *common.asks_again(tracker)]


def comparison_columns(stand: gesprek.Stand, described: list[str]) -> list[Eigen | str]:
    """The columns of a comparison: the school's own first when it has answers and there is room."""
    own = stand.interventie not in described and bool(stand.antwoorden)
    columns: list[Eigen | str] = [*described]
    if own and len(columns) < MEESTE_KOLOMMEN:
        columns.insert(0, Eigen(naam_interventie(common.kennisbank(), stand.interventie), stand.antwoorden))
    return columns[:MEESTE_KOLOMMEN]
