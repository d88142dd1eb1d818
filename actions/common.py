"""What the actions share: reading a tracker into a `Stand`, and saying cited statements."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from keuzehulp import gesprek
from keuzehulp.gesprek import Stand
from keuzehulp.herstel import Plek
from keuzehulp.kennisbank import Kennisbank, get_kennisbank
from keuzehulp.kennisbank.weergave import citaat_gegevens
from keuzehulp.kracht_gesprek import STAPPEN

Events = list[dict[str, Any]]

BUTTON_START = {"title": "Loop onze interventie langs", "payload": "/start_check"}


def kennisbank() -> Kennisbank:
    """The knowledge base in force, read once per process."""
    return get_kennisbank()


def stand_of(tracker: Tracker, slots: dict[str, Any] | None = None) -> Stand:
    """What the slots of a tracker (or the given slots) say of the check."""
    values = tracker.slots if slots is None else slots
    kb = kennisbank()
    asked = kb.met_vraag
    amounts = {e.id: values.get(gesprek.aantal_slot(e.id)) for e in asked if e.getalvraag}
    return Stand(
        antwoorden={e.id: values[e.id] for e in asked if values.get(e.id)},
        # Of what is not there (any more), a number says nothing.
        aantallen={k: v for k, v in amounts.items() if v and values.get(k) in gesprek.AANWEZIG},
        interventie=values.get("interventie"),
        sector=values.get("sector"),
        doelgroep=values.get("doelgroep"),
        voorstellen=values.get("voorstellen") or {},
        te_bevestigen=values.get("te_bevestigen"),
        tegenspraak_over=tuple(values.get("tegenspraak_over") or ()),
        met_implementatie=bool(values.get("met_implementatie")),
        pogingen=int(values.get("pogingen") or 0),
    )


def say(
    dispatcher: CollectingDispatcher,
    text: str,
    uitspraken: Iterable[str] = (),
    buttons: list[dict[str, str]] | None = None,
    citaten: Iterable[Sequence[str]] = (),
    **extra: Any,
) -> None:
    """Send a message; the citations of its statements travel in the message's metadata.

    `uitspraken` are statement ids, `citaten` those behind each citation where several statements share one; `extra` holds
    further structure for our own channel (chart, link).
    """
    kb = kennisbank()
    cites = [(id,) for id in dict.fromkeys(uitspraken)] + [tuple(cite) for cite in citaten]
    ids = list(dict.fromkeys(id for cite in cites for id in cite))
    cited = [source for cite in cites for source in citaat_gegevens(kb, [kb.uitspraken[id] for id in cite])]
    dispatcher.utter_message(text=text, buttons=buttons, bronnen=cited, uitspraken=ids, **extra)


def in_form(tracker: Tracker) -> bool:
    """Whether the questionnaire is asking."""
    return bool(tracker.active_loop.get("name") == gesprek.FORM)


def intent_of(tracker: Tracker) -> str:
    """The intent of the last message."""
    return str((tracker.latest_message.get("intent") or {}).get("name") or "")


def text_of(tracker: Tracker) -> str:
    """The text of the last message."""
    return str(tracker.latest_message.get("text") or "")


def entities_of(tracker: Tracker, kind: str) -> list[dict[str, Any]]:
    """Entities of a kind in the last message, in order."""
    return [e for e in tracker.latest_message.get("entities") or [] if e.get("entity") == kind]


def entity_values(tracker: Tracker, kind: str) -> tuple[str, ...]:
    """Values of the entities of a kind in the last message, each once."""
    return tuple(dict.fromkeys(str(e["value"]) for e in entities_of(tracker, kind)))


def answers_of(tracker: Tracker, elements: Container[str]) -> dict[str, str]:
    """The answers that the last message gives to elements by name, of these elements only."""
    given = entities_of(tracker, "antwoord")
    return {str(e["role"]): str(e["value"]) for e in given if e.get("role") in elements}


def plekken_of(tracker: Tracker) -> tuple[Plek, ...]:
    """Where the last message names an element of the check, in order."""
    elements = kennisbank().elementen
    found = (
        Plek(int(e["start"]), int(e["end"]), str(e["value"])) for e in entities_of(tracker, "element") if "start" in e
    )
    return tuple(sorted(p for p in found if p.element in elements))


def slots_before_message(tracker: Tracker) -> dict[str, Any]:
    """The slots as they stood before the last user message."""
    events = tracker.events
    last = next((i for i in range(len(events) - 1, -1, -1) if events[i].get("event") == "user"), 0)
    # A restart is rare; a long conversation has a thousand other events.
    begin = next((i for i in range(last - 1, -1, -1) if events[i]["event"] == "restart"), 0)
    return {event["name"]: event["value"] for event in events[begin:last] if event["event"] == "slot"}


def as_before(tracker: Tracker) -> Events:
    """The answers as they stood before this message, where it changed any."""
    before, slots = slots_before_message(tracker), (*gesprek.INTAKE, *kennisbank().elementen)
    changed = [e for e in slots if e in tracker.slots and before.get(e) != tracker.slots.get(e)]
    return set_slots({e: before.get(e) for e in changed})


def asked_before(tracker: Tracker) -> list[str]:
    """The questions that were asked so far, in order."""
    return [
        str(e["value"])
        for e in tracker.events
        if e.get("event") == "slot" and e["name"] == "requested_slot" and e["value"]
    ]


#: What was talked about last: a new check does not go on about it.
TALKED_ABOUT = ("onderwerp", "vorige_uitspraken", "vorige_vraag")


def empty_check() -> dict[str, None]:
    """All slots of a check, emptied."""
    kb = kennisbank()
    names = ["voorstellen", "te_bevestigen", "tegenspraak_over", "met_implementatie", "aanbod", "pogingen", "vorm"]
    names += ["laatst_beantwoord", "meer_vanaf", "vraag_eerst", *TALKED_ABOUT, *gesprek.alle_slots(kb)]
    names += [gesprek.kracht_slot(stap.id) for stap in STAPPEN]
    return dict.fromkeys(names)


def set_slots(values: dict[str, Any]) -> Events:
    """Slot events for the given values."""
    return [SlotSet(name, value) for name, value in values.items()]


def asks_again(tracker: Tracker) -> Events:
    """In a form: let the open question come back in its shorter form."""
    return [SlotSet("vorm", "terug")] if tracker.active_loop.get("name") else []


def was_interrupted(tracker: Tracker) -> bool:
    """Whether another action answered this message before the form came back to its question."""
    since: list[str] = []
    for event in reversed(tracker.events):
        if event.get("event") == "user":
            break
        if event.get("event") == "action":
            since.append(event["name"])
    return bool(set(since) - {gesprek.FORM, gesprek.KRACHT_FORM, "action_listen", "action_extract_slots"})
