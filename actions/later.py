"""The school or the audience that is told when its question is past: noted, and said what was noted."""

from __future__ import annotations

import re

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import REQUESTED_SLOT

from actions import common
from actions.common import Events
from keuzehulp import achteraf, gesprek
from keuzehulp.doelgroep import BEIDE, GROEPJE, KLACHTEN
from keuzehulp.kennisbank.weergave import zin
from keuzehulp.verwerken import WISSEL

#: Questions to which "for everybody" is itself an answer.
_ABOUT_WHOM = ("schoolbreed", "impl_lesprogramma", "impl_kwetsbare_leerlingen", *gesprek.INTAKE, *gesprek.TUSSENVRAGEN)
_NAMES = {"sector": gesprek.SECTOREN, "doelgroep": gesprek.DOELGROEPEN}
_BEGINS_ANEW = (
    "Over {0} staan al antwoorden in mijn bronnen. Daarom begint de check dan opnieuw. Typ *check {0}* als je dat wilt."
)
_BELONGS_TO = (
    "Wat ik invulde, hoort bij {0} zoals het rapport dat beschrijft. Voor een ander programma neem ik dat niet over. "
    "Typ *opnieuw beginnen*, en geef dan de naam {1}."
)
_WHICH = "Dat pas ik aan. Eén vraag daarover."


def told_later(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events | None:
    """What follows when a message tells or mends the school or the audience; None for any other message."""
    before = common.slots_before_message(tracker)
    asked = before.get(REQUESTED_SLOT) if tracker.active_loop.get("name") else None
    if asked == "interventie" or common.intent_of(tracker) in ("crisis", "paste_text"):
        return None
    found = achteraf.verteld(common.text_of(tracker), vraag_open=asked is not None)
    if asked in _ABOUT_WHOM:
        found = {slot: value for slot, value in found.items() if slot == "interventie"}
    if not found:
        return None
    described = _described(found.get("interventie", ""))
    if described:
        common.say(dispatcher, _BEGINS_ANEW.format(described))
        return [*common.as_before(tracker), *common.asks_again(tracker)]
    current = common.kennisbank().interventies.get(str(before.get("interventie") or ""))
    if current and "interventie" in found:
        # Under another name the answers of the description would be told of a programme that nobody described.
        if asked:
            switch = {"te_bevestigen": f"{WISSEL}{found['interventie']}", "bevestiging": None}
            return [*common.as_before(tracker), *common.set_slots(switch)]
        common.say(dispatcher, _BELONGS_TO.format(current.naam, found["interventie"]))
        return common.as_before(tracker)
    undone = {slot: before.get(slot) for slot in tracker.slots_to_validate()} if common.in_form(tracker) else {}
    kept = common.set_slots({**{str(e["name"]): e["value"] for e in common.as_before(tracker)}, **undone})
    if found.get("doelgroep") == GROEPJE:
        # Some of them, and nobody says which: that question is asked, as at the start.
        common.say(dispatcher, _WHICH)
        emptied = common.set_slots({**found, "doelgroep": None, "vorm": "groepje", "pogingen": 1})
        return [*kept, *emptied, *([] if asked else [FollowupAction(gesprek.FORM)])]
    both = found.get("doelgroep") == BEIDE
    values = {**found, "doelgroep": "alle"} if both else found
    _say_noted(dispatcher, values, {slot: before.get(slot) for slot in values}, both, done=asked is None)
    return [*kept, *common.set_slots({**values, **({"vorm": "terug", "pogingen": None} if asked else {})})]


def _described(name: str) -> str | None:
    """The name of the described programme that is meant; its answers stand in the sources, so the check begins anew."""
    programmes = common.kennisbank().interventies.values()
    words = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    return next((p.naam for p in programmes if name and words.search(p.naam)), None)


def _say_noted(
    dispatcher: CollectingDispatcher, values: dict[str, str], before: dict[str, str | None], both: bool, done: bool
) -> None:
    """Say what stands there now, and what that means for the feedback."""
    shown = gesprek.opsomming(_shown(slot, value, both) for slot, value in values.items())
    mends = any(before[slot] not in (None, "onbekend", value) for slot, value in values.items())
    same = all(before[slot] == value for slot, value in values.items()) and not both
    lead = "Dat stond er al" if same else "Aangepast" if mends else "Ik noteer"
    kb = common.kennisbank()
    caveats = [kb.feedbackkader.doelgroep_klachten] if both or values.get("doelgroep") == KLACHTEN else []
    caveats += [kb.feedbackkader.sector_anders] if values.get("sector") in ("po", "anders") else []
    lines = [f"{lead}: {shown}.", *([] if same else [zin(kb, caveat) for caveat in caveats])]
    if done and not same:
        lines.append("Typ *feedback* als je de feedback opnieuw wilt zien.")
    common.say(dispatcher, " ".join(lines), [] if same else [caveat.id for caveat in caveats])


def _shown(slot: str, value: str, both: bool) -> str:
    if slot == "interventie":
        return f"de naam is {value}"
    name = _NAMES[slot].get(value, value)
    if slot == "sector":
        return name
    return "voor alle leerlingen en ook voor leerlingen met klachten" if both else f"voor {name}"
