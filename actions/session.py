"""Opening, starting, leaving and returning."""

from __future__ import annotations

import re
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import REQUESTED_SLOT

from actions import common, meant
from actions.after import check_is_done, emptied_amount, feedback_first, ways_on
from actions.common import BUTTON_START, Events
from actions.mending import ASKED_VALUE, MENDED, mended_answer
from actions.navigation import (
    MIN_QUESTION,
    ActionCorrect,
    ActionNotUnderstood,
    empty_answer,
    hard_time,
    in_a_hurry,
    short_follow_up,
    taken_away,
    to_check,
)
from actions.part import feedback_asked
from actions.point import choose_point, chooses_point
from actions.questions import ActionAnswerQuestion, numbers_line, say_found
from actions.report import REPORT
from actions.results import ActionMore, ActionReflect, ActionReflectDone, ActionReport, ActionShowFeedback
from actions.talk import MAX_REGEL, changed_talk, talk_of
from keuzehulp import gesprek, kracht_gesprek, kracht_woorden, wending
from keuzehulp.herstel import ontkend
from keuzehulp.privacy import maskeer
from keuzehulp.spelregels import draait_terug
from keuzehulp.verwerken import GESTOPT, GEWIST, VRAAG_WISSEN, WIS_TEKST, WISSEL, naam_interventie

OPENING = (
    "Hoi, ik ben de Keuzehulp Veerkracht. Ik ben een chatbot, een computerprogramma en geen mens. "
    "Ik leg jullie interventie naast de keuzehulp van het Trimbos-instituut. Daarna vertel ik wat er al is en wat kan groeien, "
    "steeds met de bron erbij. Ik kies niet voor jullie, en ik geef geen cijfer of rangorde. "
    "Ook advies over één leerling geef ik niet.\n\n"
    "Typ geen namen of gegevens van leerlingen. De vragen duren ongeveer tien minuten; stoppen en overslaan mag altijd.\n\n"
    "Wat wil je doen?"
)
BUTTONS_OPENING = [
    BUTTON_START,
    {"title": "Stel een vraag", "payload": "/help"},
    {"title": "Bekijk een beschreven interventie", "payload": '/ask_fact{"begrip": "beschreven_interventies"}'},
]


class ActionOpening(Action):
    """Says who is speaking and what can be done; to somebody who returns, offers to go on."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_opening"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Greet; in the form the open question follows."""
        changed = changed_talk(dispatcher, tracker)
        if changed is not None:
            return changed  # "morgen" after the talk says when
        if common.in_form(tracker):
            common.say(dispatcher, "Hallo! We waren nog bezig. Ik stel de vraag die open stond nog een keer.")
            return common.asks_again(tracker)
        stand = common.stand_of(tracker)
        if stand.antwoorden and gesprek.te_doen(common.kennisbank(), stand):
            common.say(dispatcher, f"Welkom terug. Ik ben een chatbot. {_offer_resume(stand)}", buttons=BUTTONS_RESUME)
            return [SlotSet("aanbod", "hervat")]
        common.say(dispatcher, OPENING, buttons=BUTTONS_OPENING)
        return [SlotSet("aanbod", "start")]


BUTTONS_RESUME = [
    {"title": "Ga verder", "payload": "/resume"},
    {"title": "Begin opnieuw", "payload": "/restart"},
]


def _offer_resume(stand: gesprek.Stand) -> str:
    name = naam_interventie(common.kennisbank(), stand.interventie)
    return f"We waren bezig met {name}. {gesprek.toon_stand(stand)} Zullen we verdergaan waar we waren?"


@feedback_first
class ActionStart(Action):
    """Starts a check with a clean slate, apart from what this message says itself."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_start"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Empty an earlier check; one that was left half-way is offered first."""
        if chooses_point(tracker) and not common.entity_values(tracker, "interventie"):
            # "We kiezen coping" after the feedback chooses where to begin, not an intervention.
            return [*choose_point(dispatcher, tracker), FollowupAction("action_listen")]
        before = common.slots_before_message(tracker)
        earlier = common.stand_of(tracker, before)
        if earlier.antwoorden and gesprek.te_doen(common.kennisbank(), earlier):
            return self._go_on(dispatcher, tracker, earlier)
        if earlier.antwoorden:
            return self._after_a_check(dispatcher, tracker, earlier)
        said = {k for k in common.empty_check() if tracker.slots.get(k) != before.get(k)}
        told = None if "interventie" in said else wending.verteld_naam(common.text_of(tracker))
        if common.intent_of(tracker) == "start_check":
            common.say(
                dispatcher,
                "Fijn. Ik stel eerst drie korte vragen over de interventie, en daarna vijftien over de elementen.",
            )
        # A strengths talk before any check is about the same school, and goes into its report.
        kept = [gesprek.kracht_slot(step.id) for step in kracht_gesprek.STAPPEN]
        emptied = {k: None for k in common.empty_check() if before.get(k) is not None and k not in (*said, *kept)}
        return common.set_slots({**emptied, **({"interventie": told} if told else {})})

    def _after_a_check(self, dispatcher: CollectingDispatcher, tracker: Tracker, earlier: gesprek.Stand) -> Events:
        """A check that is done is not emptied unasked: "samen met de mentor" and "we beginnen klein" start nothing."""
        text, chosen = common.text_of(tracker), tracker.get_slot("interventie")
        if chosen and chosen != earlier.interventie:
            return self._go_on(dispatcher, tracker, earlier)
        undone = common.as_before(tracker)
        if not (text.startswith("/") or wending.wil_nieuwe_check(text) or wending.wil_check(text)):
            if tracker.get_slot("aanbod") in ("prioriteit", "stap", "overzicht", MENDED, "action_report"):
                return [*choose_point(dispatcher, tracker), FollowupAction("action_listen")]
            events = ActionNotUnderstood().run(dispatcher, tracker, {})
            return [*events, *undone, FollowupAction("action_listen")]
        buttons = [{"title": "Ja, opnieuw", "payload": "/affirm"}, REPORT, {"title": "Nee", "payload": "/deny"}]
        common.say(dispatcher, _NEW_CHECK, buttons=buttons)
        return [*undone, SlotSet("aanbod", "restart"), FollowupAction("action_listen")]

    def _go_on(self, dispatcher: CollectingDispatcher, tracker: Tracker, earlier: gesprek.Stand) -> Events:
        """An unfinished check is gone on with; another intervention is asked about first."""
        chosen = tracker.get_slot("interventie")
        if earlier.interventie and chosen != earlier.interventie:
            return common.set_slots(
                {"interventie": earlier.interventie, "te_bevestigen": f"{WISSEL}{chosen}", "bevestiging": None}
            )
        if earlier.interventie and common.intent_of(tracker) != "inform":
            common.say(
                dispatcher,
                f"We gaan verder met wat er al staat. {gesprek.toon_stand(earlier)} "
                "Typ *opnieuw beginnen* voor een schone lei.",
            )
        return common.set_slots({"aanbod": None, "verwacht_tekst": None})


#: Before a check that is done makes room for another.
_NEW_CHECK = (
    "Er staat al een check die klaar is. Begin je aan een nieuwe, dan verdwijnen die antwoorden. Typ eerst *verslag* als "
    "je ze wilt bewaren. Wil je nu opnieuw beginnen?"
)


class ActionResume(Action):
    """Goes on with a check that was left; the form follows by rule."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_resume"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Say what stands; the form asks the first open question. A strengths talk that a crisis broke off goes on."""
        if tracker.get_slot("aanbod") == CRISIS_IN_TALK:
            return [SlotSet("aanbod", None), FollowupAction(gesprek.KRACHT_FORM)]
        if tracker.get_slot("aanbod") == CRISIS_IN_TEXT:
            common.say(dispatcher, TEXT_NOT_READ)
        stand = common.stand_of(tracker)
        if stand.antwoorden:
            common.say(dispatcher, f"We gaan verder. {gesprek.toon_stand(stand)}")
        return common.set_slots({"te_bevestigen": None, "aanbod": None})


class ActionStop(Action):
    """Wants to stop: the form asks once whether that is meant."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_stop"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """In the form, let it ask; outside it there is nothing to stop."""
        text = common.text_of(tracker)
        if wending.houdt_niet_vol(text):
            common.say(dispatcher, hard_time())
            return common.asks_again(tracker)
        if wending.heeft_haast(text):
            return in_a_hurry(dispatcher, tracker)
        if wending.wil_zien(text):
            return ActionShowFeedback().run(dispatcher, tracker, domain)
        if not common.in_form(tracker) and wending.wil_check(text):
            return to_check(dispatcher, tracker)
        if common.in_form(tracker) and tracker.get_slot("requested_slot") == "bevestiging":
            return self._insists(dispatcher, tracker)
        if common.in_form(tracker) and wending.neemt_afscheid(text):
            return self._left(dispatcher)  # nothing is lost, and somebody who says goodbye has gone
        if common.in_form(tracker):
            return common.set_slots({"te_bevestigen": "stop", "bevestiging": None})
        common.say(
            dispatcher, "Goed, tot ziens. Wat jullie invulden blijft nog even staan. Typ *ga verder* als je terug bent."
        )
        return [SlotSet("aanbod", None)]

    def _insists(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        """Stop once more while being asked: "nee, laat maar" keeps everything, "stop" stops at once."""
        if common.text_of(tracker).lower().lstrip().startswith("nee"):
            common.say(dispatcher, "Goed, we gaan gewoon verder.")
            return common.set_slots({"te_bevestigen": None, "bevestiging": None})
        return self._left(dispatcher)

    def _left(self, dispatcher: CollectingDispatcher) -> Events:
        """Leave the questionnaire at once; the answers stay."""
        common.say(dispatcher, GESTOPT)
        done = common.set_slots(
            {"te_bevestigen": None, "bevestiging": None, "aanbod": "hervat", "requested_slot": None}
        )
        return [*done, ActiveLoop(None), FollowupAction("action_listen")]


class ActionLeaveTalk(Action):
    """Stops the strengths talk at once: there is little to lose and it is kept."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_leave_talk"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Leave the form; what was said goes into the report."""
        leave = [ActiveLoop(None), SlotSet("requested_slot", None)]
        if wending.wil_check(common.text_of(tracker)):
            return [*leave, *to_check(dispatcher, tracker)]
        if wending.is_klaar(common.text_of(tracker)) and talk_of(tracker).antwoorden:
            return [*leave, *ActionReflectDone().run(dispatcher, tracker, domain)]
        kept = " Wat jullie zeiden, komt in het verslag." if talk_of(tracker).antwoorden else ""
        common.say(dispatcher, f"Goed, we laten dit gesprek hier.{kept}")
        return leave


@feedback_first
class ActionRestart(Action):
    """Replaces Rasa's default, which would empty everything without asking."""

    def name(self) -> str:
        """Name in the domain: Rasa predicts it for the intent `restart`."""
        return "action_restart"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Ask once; without answers there is nothing to lose and the check starts."""
        if meant.names_number(tracker) and common.stand_of(tracker).antwoorden:
            return ActionCorrect().run(dispatcher, tracker, domain)  # "vraag 3 opnieuw" is about that one question
        if common.in_form(tracker):
            return common.set_slots({"te_bevestigen": "restart", "bevestiging": None})
        if tracker.active_loop.get("name") == gesprek.KRACHT_FORM:
            return self._in_talk(dispatcher, tracker)
        if common.stand_of(tracker).antwoorden:
            buttons = [{"title": "Ja, opnieuw", "payload": "/affirm"}, {"title": "Nee", "payload": "/deny"}]
            done = check_is_done(tracker)
            text = _NEW_CHECK if done else "Wil je opnieuw beginnen? De antwoorden van nu verdwijnen dan."
            common.say(dispatcher, text, buttons=buttons)
            return [SlotSet("aanbod", "restart")]
        common.say(dispatcher, "Er is nog niets ingevuld. Zullen we beginnen?", buttons=[BUTTON_START])
        return [SlotSet("aanbod", "start")]

    def _in_talk(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        """Leave the strengths talk, and keep what was said; what only sounds like it ("elke maand opnieuw") is an answer."""
        asked, text = str(tracker.get_slot(REQUESTED_SLOT)), common.text_of(tracker)
        if not text.startswith("/") and kracht_woorden.opdracht(text) != "opnieuw":
            return [SlotSet(asked, maskeer(text).tekst[:MAX_REGEL])]
        common.say(
            dispatcher,
            "Goed, we laten dit gesprek hier. Wat jullie zeiden, blijft staan. "
            "Typ *kleine stap* om het gesprek opnieuw te doen, of *begin* voor de vragen van de check.",
        )
        left = common.set_slots({asked: None, REQUESTED_SLOT: None, "aanbod": None})
        return [*left, ActiveLoop(None), FollowupAction("action_listen")]


class ActionDeleteData(Action):
    """Explains how a conversation is deleted and asks once before the answers go; the channel deletes the text."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_delete_data"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Ask once; who asks for it again while being asked means it."""
        amount = emptied_amount(dispatcher, tracker)
        if amount is not None:
            return amount
        element = taken_away(tracker)
        if element:
            return empty_answer(dispatcher, tracker, element)
        if draait_terug(common.text_of(tracker)):
            common.say(dispatcher, "Er is nu geen antwoord om weg te halen. Typ *overzicht* om te zien wat er staat.")
            return common.asks_again(tracker)
        asked = "wissen" in (tracker.get_slot("te_bevestigen"), str(tracker.get_slot("aanbod")).split(":")[0])
        if asked and not _ASKS_HOW.search(common.text_of(tracker)):
            return wipe(dispatcher, tracker)
        if not _something_kept(tracker):
            common.say(dispatcher, f"Er staan nog geen antwoorden. {WIS_TEKST}")
            return common.asks_again(tracker)
        common.say(dispatcher, f"Ja, dat kan. {WIS_TEKST}")
        if common.in_form(tracker):
            return common.set_slots({"te_bevestigen": "wissen", "bevestiging": None})
        buttons = [{"title": "Ja, wis alles", "payload": "/affirm"}, {"title": "Nee", "payload": "/deny"}]
        common.say(dispatcher, VRAAG_WISSEN, buttons=buttons)
        if tracker.active_loop.get("name"):
            # The strengths talk waits: a no goes back to it.
            out = [ActiveLoop(None), SlotSet(REQUESTED_SLOT, None), FollowupAction("action_listen")]
            return [SlotSet("aanbod", f"wissen:{gesprek.KRACHT_FORM}"), *out]
        return [SlotSet("aanbod", "wissen")]


#: A question about deleting, rather than the wish itself.
_ASKS_HOW = re.compile(r"\?\s*$|^\W*(?:en |maar )?(?:hoe|kan|kun|mag|waar|wat|wie|wanneer)\b", re.IGNORECASE)


#: Slots of a check that hold nothing of what the school said.
_NOTHING_SAID = ("aanbod", "vorm", "pogingen", "meer_vanaf", *common.TALKED_ABOUT)


def _something_kept(tracker: Tracker) -> bool:
    """Whether any slot of a check or of the strengths talk is filled."""
    return any(tracker.get_slot(slot) for slot in common.empty_check() if slot not in _NOTHING_SAID)


def wipe(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
    """Empty every answer and leave whatever form asks."""
    common.say(dispatcher, GEWIST)
    loop = [ActiveLoop(None), SlotSet(REQUESTED_SLOT, None)] if tracker.active_loop.get("name") else []
    return [*common.set_slots(common.empty_check()), *loop, *([FollowupAction("action_listen")] if loop else [])]


class ActionCrisis(Action):
    """Help first: numbers and nothing else. The questionnaire stays silent until the user asks for it."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_crisis"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Say the crisis text and leave the form; answers stay."""
        followed = str(tracker.latest_message.get("na_crisis") or "")
        text = common.text_of(tracker)
        confirms = followed in _CONFIRMS and len(text.split()) <= _BARE
        if followed in _TOLD and not confirms and not _ASKS_HELP.search(text):
            common.say(dispatcher, AFTER_CRISIS)
            return []
        if followed:
            common.say(dispatcher, _repeated(tracker))
            return []
        crisis = common.kennisbank().crisis
        common.say(dispatcher, "\n".join(crisis.tekst_regels), crisis=True, nummers=[vars(n) for n in crisis.nummers])
        talk = tracker.active_loop.get("name") == gesprek.KRACHT_FORM
        offer = "crisis"
        if talk or tracker.get_slot("aanbod") == CRISIS_IN_TALK:
            offer = CRISIS_IN_TALK
        elif gesprek.is_beschrijving(common.text_of(tracker)):
            offer = CRISIS_IN_TEXT
        return [ActiveLoop(None), SlotSet("requested_slot", None), SlotSet("aanbod", offer)]


#: What follows on a crisis message and asks for help gets the numbers once more, in turns, with how to go on.
_FOLLOWED = (
    "Ik kan hier zelf niet bij helpen; mensen kunnen dat wel. {numbers} Schakel ook jullie zorgteam in. "
    "Gaat je vraag over iets anders? Typ *ga verder*, dan gaan we door met de vragen.",
    "Overleg nu met jullie zorgteam of met iemand van deze nummers. {numbers} "
    "Ik noteer hier niets. Met *ga verder* gaan we door met de vragen over jullie interventie.",
)


def _repeated(tracker: Tracker) -> str:
    turns = sum(event.get("event") == "user" for event in tracker.events)
    return _FOLLOWED[turns % len(_FOLLOWED)].format(numbers=numbers_line())


#: What was offered before: a crisis message that came in the strengths talk.
CRISIS_IN_TALK = f"crisis:{gesprek.KRACHT_FORM}"
#: The crisis message was a pasted description: nothing of it was read.
CRISIS_IN_TEXT = "crisis:tekst"
TEXT_NOT_READ = (
    "De beschrijving die je plakte, heb ik niet gelezen, omdat er iets zorgelijks in stond. Wil je dat ik haar toch lees, "
    "plak haar dan opnieuw zonder die zin."
)
#: After a crisis message: what tells something, and asks for nothing.
_TOLD = ("affirm", "chitchat", "correct", "deny", "go_back", "inform", "insult", "partly", "skip", "thank")
#: So short a yes confirms that there is danger.
_CONFIRMS, _BARE = ("affirm", "partly"), 4
_ASKS_HELP = re.compile(
    r"\?\s*$|\b(?:help|wat nu|wat (?:moet|kan|zal|doe) ik|wie (?:moet|kan|bel)|weet (?:ik )?niet|hoe (?:moet|kan|zeg|help))\b",
    re.IGNORECASE,
)


@feedback_first
class ActionFollowOffer(Action):
    """An answer outside the questionnaire: follows what was offered last, or takes what is told."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_follow_offer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Do what was offered, or leave it."""
        if common.text_of(tracker).rstrip().endswith("?"):
            # Practice told as a question ("wij doen rollenspel, telt dat?") asks for an answer.
            return ActionAnswerQuestion().run(dispatcher, tracker, domain)
        offer, intent = tracker.get_slot("aanbod"), common.intent_of(tracker)
        changed = changed_talk(dispatcher, tracker)
        if changed is not None:
            return changed
        if wending.bedankt(common.text_of(tracker)):
            dispatcher.utter_message(response="utter_thank")
            return []
        told_part = feedback_asked(dispatcher, tracker)
        if told_part is not None:
            return told_part
        if offer == "prioriteit" and wending.stelt_vraag(common.text_of(tracker)):
            # "Mogen wij hiermee adverteren": a question without its mark chooses no point.
            return [*ActionAnswerQuestion().run(dispatcher, tracker, domain), *common.as_before(tracker)]
        if offer in ("prioriteit", "overzicht", MENDED) or str(offer).startswith(ASKED_VALUE):
            mended = mended_answer(dispatcher, tracker, str(offer))
            if mended is not None:
                return mended
        if str(offer).split(":")[0] == "wissen":
            return self._deleting(dispatcher, tracker, str(offer))
        if offer == "prioriteit" or chooses_point(tracker):
            return choose_point(dispatcher, tracker)
        if common.entity_values(tracker, "interventie"):
            # "Ja graag, we willen Kanjertraining bekijken": the slot holds the name already.
            events = ActionStart().run(dispatcher, tracker, domain)
            return [*events, SlotSet("aanbod", None), FollowupAction(gesprek.FORM)]
        if wending.heeft_haast(common.text_of(tracker)) and not self._told(tracker):
            return in_a_hurry(dispatcher, tracker)
        in_a_row = wending.naam_in_een_rij(common.text_of(tracker))
        if in_a_row and not common.stand_of(tracker).interventie:
            events = ActionStart().run(dispatcher, tracker, domain)
            return [*events, common.set_slots({"interventie": in_a_row})[0], FollowupAction(gesprek.FORM)]
        told = self._told(tracker)
        before = common.stand_of(tracker, common.slots_before_message(tracker))
        if ontkend(common.text_of(tracker), common.plekken_of(tracker), before.antwoorden):
            return ActionCorrect().run(dispatcher, tracker, domain)
        if told:
            return _volunteered(dispatcher, tracker, told)
        if offer is None and wending.wil_nieuwe_check(common.text_of(tracker)):
            return to_check(dispatcher, tracker)
        if offer is None and len(common.text_of(tracker).split()) >= MIN_QUESTION:
            # A statement that nothing asked for: the sources may have something to say of it.
            return ActionNotUnderstood().run(dispatcher, tracker, domain)
        following = short_follow_up(tracker) if offer is None else None
        if following is not None:
            return say_found(dispatcher, tracker, following)
        if offer is None:
            common.say(dispatcher, "Er staat nu geen vraag open. Waar kan ik mee helpen?", buttons=ways_on(tracker))
            return [SlotSet("aanbod", "start")]
        if intent not in ("affirm", "partly", "inform"):
            common.say(dispatcher, "Prima. Typ gerust je vraag, of *help* om te zien wat ik kan.")
            return [SlotSet("aanbod", None)]
        return [SlotSet("aanbod", None), *self._accept(dispatcher, tracker, domain, str(offer))]

    def _deleting(self, dispatcher: CollectingDispatcher, tracker: Tracker, offer: str) -> Events:
        """A plain yes deletes; anything else leaves the answers, and goes back to the strengths talk if that was on."""
        if common.intent_of(tracker) == "affirm" and not self._told(tracker):
            return wipe(dispatcher, tracker)
        common.say(dispatcher, "Goed, alles blijft staan.")
        back = [FollowupAction(offer.split(":")[1])] if ":" in offer else []
        return [SlotSet("aanbod", None), *back]

    def _accept(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any], offer: str) -> Events:
        if offer == "restart":
            return [*common.set_slots(common.empty_check()), FollowupAction(gesprek.FORM)]
        if offer in ("start", "hervat"):
            values = {"te_bevestigen": None, **dict.fromkeys(common.TALKED_ABOUT)}
            return [*common.set_slots(values), FollowupAction(gesprek.FORM)]
        if offer == "stap":
            return [*ActionReflect().run(dispatcher, tracker, domain), FollowupAction(gesprek.KRACHT_FORM)]
        chosen = ActionReport() if offer == "action_report" else ActionMore()
        return chosen.run(dispatcher, tracker, domain)

    def _told(self, tracker: Tracker) -> dict[str, str]:
        """Answers about elements that this message gives."""
        answers = common.stand_of(tracker).antwoorden
        roles = {str(e.get("role")) for e in common.entities_of(tracker, "antwoord")}
        return {e: answers[e] for e in answers if e in roles}


AFTER_CRISIS = (
    "Goed, ik heb daar niets van genoteerd. Maak je je zorgen, bel dan gerust een van de nummers. "
    "Typ *ga verder* als je verder wilt met de vragen."
)


def _volunteered(dispatcher: CollectingDispatcher, tracker: Tracker, told: dict[str, str]) -> Events:
    """Say what was taken from a message that nothing asked for, and offer to go on."""
    kb, stand = common.kennisbank(), common.stand_of(tracker)
    noted = f"Ik noteer: {gesprek.toon_antwoorden(kb, told)}."
    if gesprek.te_doen(kb, stand):
        common.say(dispatcher, f"{noted} Zullen we de rest ook langslopen?", buttons=[BUTTON_START])
        return [SlotSet("aanbod", "start")]
    common.say(dispatcher, f"{noted} Typ *feedback* als je de feedback opnieuw wilt zien.")
    return []
