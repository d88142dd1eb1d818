"""What a team finds most important after the feedback, and who can help with it."""

from __future__ import annotations

import re

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import common
from actions.common import Events
from keuzehulp import gesprek
from keuzehulp.feedback import stap_bij

#: "Met zijn allen" and "bewegen, want daar doen we niks aan" answer the question, whatever they look like.
_DECLINES = re.compile(
    r"\W*(?:(?:oh?|eh|nou|pff+|tja|hm+|sorry|ik|we|wij|dat|die|even|nu|liever|nog|dan|maar)[ ,.]+)*"
    r"(?:nee|neen|niet|niets|niks|geen|weet|weten|sla|slaan|overslaan|skip|pas|laat maar|later|volgende|idee|hoeft)\b",
    re.IGNORECASE,
)


def chooses_point(tracker: Tracker) -> bool:
    """Whether a team says after its check where it wants to begin ("we kiezen coping")."""
    stand = common.stand_of(tracker, common.slots_before_message(tracker))
    done = bool(stand.antwoorden) and not gesprek.te_doen(common.kennisbank(), stand)
    named = common.entity_values(tracker, "element")
    return done and bool(named) and gesprek.kiest_punt(common.text_of(tracker))


_KORT = 6
_NIETS_VERANDERD = (
    "Aan jullie antwoorden heb ik niets veranderd; dat kan wel, typ dan bijvoorbeeld *ouders moet nee zijn*."
)


def _mended(tracker: Tracker) -> dict[str, str]:
    """The answer that a message gives to an answered element, where it is another one and chooses nothing.

    "Eh wacht, doelen stellen doen we wel" is no point to begin with.
    """
    stand = common.stand_of(tracker, common.slots_before_message(tracker))
    told = {str(e.get("role")): str(e["value"]) for e in common.entities_of(tracker, "antwoord")}
    if len(told) != 1 or gesprek.kiest_punt(common.text_of(tracker)) or not _TELLS.search(common.text_of(tracker)):
        return {}
    return {e: value for e, value in told.items() if stand.antwoorden.get(e) not in (None, value)}


#: What there is, not what a team would like.
_TELLS = re.compile(
    r"\b(?:doen|hebben|is er|zit|zitten|gebeurt|krijgen|komt|komen) (?:\w+ ){0,2}?(?:wel|toch|niet|geen)\b",
    re.IGNORECASE,
)


#: A yes names no point.
_ALLEEN_JA = re.compile(
    r"\W*(?:ja|jawel|jazeker|zeker|klopt|vroeger wel|soms|een beetje|wel)(?:[ ,]+(?:hoor|graag|wel|klopt))*\W*",
    re.IGNORECASE,
)


def choose_point(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
    """The answer to what matters most now: an element or the team's own words; nothing is recorded from it."""
    kb = common.kennisbank()
    named = [e for e in common.entity_values(tracker, "element") if e in kb.elementen]
    kept = {str(e["name"]): e["value"] for e in common.as_before(tracker)}
    if changed := _mended(tracker):
        common.say(dispatcher, f"Aangepast. {gesprek.toon_antwoorden(kb, changed)}.")
        return common.set_slots({**kept, **changed, "laatst_beantwoord": next(iter(changed))})
    declines = common.intent_of(tracker) in ("deny", "dont_know", "skip")
    if declines and (common.text_of(tracker).startswith("/") or _DECLINES.match(common.text_of(tracker))):
        common.say(dispatcher, "Dat hoeft ook niet meteen. Bespreek het gerust eerst met je team.")
        return common.set_slots({**kept, "aanbod": None})
    if not named and _ALLEEN_JA.fullmatch(common.text_of(tracker)):
        common.say(dispatcher, "Welk punt kiezen jullie dan? Typ de naam, bijvoorbeeld *ouders*.")
        return common.set_slots({**kept, "aanbod": "prioriteit"})
    if not named:
        # A long message may also have been meant to mend something: it is told that nothing was changed.
        told = "" if len(common.text_of(tracker).split()) <= _KORT else f" {_NIETS_VERANDERD}"
        common.say(
            dispatcher, f"Dank je, dat helpt om te kiezen.{told} Zullen we er samen een kleine stap bij bedenken?"
        )
        return common.set_slots({**kept, "aanbod": "stap"})
    idea = stap_bij(kb, named[0])
    chosen = f"Dan is *{kb.elementen[named[0]].korte_naam.lower()}* nu jullie punt."
    text = f"{chosen} {idea.tekst} Zullen we er samen een kleine stap bij bedenken?"
    common.say(dispatcher, text, idea.uitspraken)
    return common.set_slots({**kept, "aanbod": "stap"})
