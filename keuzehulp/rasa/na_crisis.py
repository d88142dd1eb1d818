"""What follows on a message about danger belongs to it, until somebody moves on.

Works on the message behind the decision of KeuzehulpAntwoord, with what was said before from the tracker.
"""

from __future__ import annotations

import re
from itertools import islice

from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from keuzehulp import wending
from keuzehulp.nlu import crisis
from keuzehulp.nlu.oplossen import ANTWOORDEN, FALLBACK

#: Set on a message that is no alarm, and yet may speak of danger: `crisis.GENOEMD` or `crisis.MISSCHIEN`.
GEVAAR = "gevaar"
#: Set on a message that follows on a crisis message and belongs to it: the intent that it would have had.
NA_CRISIS = "na_crisis"
#: What is said after a crisis message to leave it: the rest belongs to it.
VERLAAT_CRISIS = frozenset({
    "bot_challenge", "compare", "delete_data", "goodbye", "greet", "paste_text", "privacy", "report", "restart", "resume",
    "show_feedback", "start_check", "start_implementation", "stop", "summary",
})  # fmt: skip
#: Questions that leave it when they name something of the sources and nobody in particular.
_VRAAGT = frozenset({"ask_definition", "ask_evidence", "ask_example", "ask_source", "ask_why", "choose_intervention"})
_IEMAND = re.compile(
    r"\b(?:hij|haar|hem|ze|zij|zijn|leerlinge?|meisje|jongen|kind|collega|iemand|ouders?|vader|moeder|vriend(?:in)?|broer\w*|zus\w*|gezin|klasgeno\w+|"
    r"ik (?:zelf|me|mij|mezelf)|mij|mezelf)\b",
    re.IGNORECASE,
)
#: Questions that the NLU may be unsure of; they leave it when nothing in them may be about somebody in danger.
_MISSCHIEN_VRAAG = _VRAAGT | {"ask_fact", "compare", "nlu_fallback", "out_of_scope"}
_OVER_WAT_SPEELT = re.compile(
    r"\b(?:help\w*|hulp\w*|bel|bellen|gebeld|meld\w*|zeg|zeggen|vertel\w*|nu|nou|hier\w*|dit|dat|daar\w*|er|het|erg|direct|snel|meteen|praten|luister\w*|"
    r"wacht\w*|blijf\w*|alleen|gevaar\w*|veilig\w*|politie|ambulance|huisarts|dokter|arts|112|113|crisis\w*|vertrouwenspersoon|"
    r"wat (?:moet|kan|doe|zal) (?:ik|je|we))\b",
    re.IGNORECASE,
)
_MEER_DAN = 3
#: What leaves it must be surer than what starts something elsewhere ("en nu" asks for help).
_VERLAAT_ZEKER = 0.5


def na_crisis(tracker: DialogueStateTracker | None) -> bool:
    """Whether the last thing said was about a crisis, and no form has been asked for since."""
    return tracker is not None and not tracker.active_loop_name and str(tracker.get_slot("aanbod")).startswith("crisis")


#: So many messages after talk of danger, what is said of one person may belong to it; and after talk of one pupil.
_NA_GEVAAR, _NA_LEERLING = 10, 2


def _eerder_over_iemand(tracker: DialogueStateTracker) -> tuple[bool, bool]:
    """Whether danger was spoken of in the last messages, and whether that or one pupil was just now."""
    said = list(islice((e for e in reversed(tracker.events) if isinstance(e, UserUttered)), _NA_GEVAAR))
    danger = any(
        event.intent_name == "crisis" or (event.parse_data or {}).get(GEVAAR) == crisis.GENOEMD for event in said
    )
    return danger, danger or any(crisis.noemt_een_leerling(str(event.text)) for event in said[:_NA_LEERLING])


def terug_naar_crisis(message: Message, tracker: DialogueStateTracker | None) -> None:
    """A question for help, or a sign of danger that is none by itself, is one after talk of danger or of a pupil."""
    tekst, gevaar = str(message.get(TEXT)), message.get(GEVAAR)
    if tracker is None or (message.get(INTENT) or {}).get("name") == "crisis" or tekst.startswith("/"):
        return
    vraagt = crisis.hoort_bij_gevaar(tekst)
    vertelt = bool(gevaar) and crisis.gaat_over_een_persoon(tekst)
    if not vraagt and not vertelt:
        return
    eerder, net = _eerder_over_iemand(tracker)
    if (vraagt and eerder) or (vertelt and net):
        message.set(INTENT, {"name": "crisis", "confidence": 1.0}, add_to_output=True)
        over = [e for e in message.get(ENTITIES) or [] if e["entity"] != "antwoord"]
        message.set(ENTITIES, over, add_to_output=True)


def blijf_bij_crisis(message: Message) -> None:
    """What follows on a crisis message belongs to it, so that nothing of it is recorded or kept, until one moves on."""
    intent = str((message.get(INTENT) or {}).get("name"))
    daad = None if intent == "crisis" else crisis.wil_door(str(message.get(TEXT)))
    if daad:
        # Whatever stands before it is not recorded: "all is arranged, next question please" only goes on.
        over = [e for e in message.get(ENTITIES) or [] if e["entity"] != "antwoord"]
        message.set(INTENT, {"name": daad, "confidence": 1.0}, add_to_output=True)
        message.set(ENTITIES, over, add_to_output=True)
        return
    if _vraagt_over_de_les(message, intent):
        return
    genoemd = any(e["entity"] in ("element", "begrip", "interventie") for e in message.get(ENTITIES) or [])
    vraagt = (intent in _VRAAGT and genoemd and not _IEMAND.search(str(message.get(TEXT)))) or _vraagt_iets_anders(
        message, intent
    )
    zekerheid = float((message.get(INTENT) or {}).get("confidence") or 0.0)
    if intent == "crisis" or (intent in VERLAAT_CRISIS and zekerheid >= _VERLAAT_ZEKER) or vraagt:
        return
    message.set(NA_CRISIS, intent, add_to_output=True)
    message.set(INTENT, {"name": "crisis", "confidence": 1.0}, add_to_output=True)
    # Two acts close together in the ranking would make it one that was not understood.
    message.set(INTENT_RANKING_KEY, [{"name": "crisis", "confidence": 1.0}], add_to_output=True)


def _vraagt_over_de_les(message: Message, intent: str) -> bool:
    """Whether a message after a crisis asks of lessons, the sources or the bot; then it is a question, whatever it looked like."""
    tekst = str(message.get(TEXT))
    asks = wending.stelt_vraag_als(tekst, "ask_fact") and crisis.over_de_les(tekst)
    if intent == "crisis" or message.get(GEVAAR) == crisis.GENOEMD or not asks:
        return False
    if intent in (*ANTWOORDEN, FALLBACK, "chitchat"):
        message.set(INTENT, {"name": "ask_fact", "confidence": 1.0}, add_to_output=True)
        over = [e for e in message.get(ENTITIES) or [] if e["entity"] != "antwoord"]
        message.set(ENTITIES, over, add_to_output=True)
    return True


def _vraagt_iets_anders(message: Message, intent: str) -> bool:
    """Whether a message after a crisis asks something in which no word may be about what is going on."""
    tekst = str(message.get(TEXT))
    if intent not in _MISSCHIEN_VRAAG or message.get(GEVAAR) or len(tekst.split()) <= _MEER_DAN:
        return False
    return wending.stelt_vraag_als(tekst, intent) and not (_IEMAND.search(tekst) or _OVER_WAT_SPEELT.search(tekst))
