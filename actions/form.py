"""The questionnaire: what is asked next, and what a message changes."""

from __future__ import annotations

import re
from typing import Any

from rasa_sdk import Action, FormValidationAction, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import REQUESTED_SLOT

from actions import common
from actions.common import Events
from actions.compare import compare_again
from actions.later import told_later
from actions.meant import ask_again, noted_beside
from actions.navigation import in_a_hurry, progress_line
from actions.questions import ActionAnswerQuestion, numbers_line, remember
from actions.results import ActionPaste
from actions.talk import MAX_REGEL, summary_lines, talk_of
from keuzehulp import gesprek, kracht_gesprek, kracht_woorden, nafeedback, wending
from keuzehulp.beantwoorden.antwoorden import answer
from keuzehulp.beantwoorden.kennis import Vraag
from keuzehulp.beantwoorden.opmaak import VERDER
from keuzehulp.doelgroep import voor_iedereen
from keuzehulp.herstel import aangesproken, geeft_opdracht, weersproken, zegt_klopt
from keuzehulp.kennisbank.weergave import zin
from keuzehulp.nlu.crisis import met_nummers
from keuzehulp.nlu.vraagzin import Splitsing, splits_vraag, vraagt_bij_getal, vraagt_over_programma
from keuzehulp.privacy import OMSCHRIJVING, maskeer
from keuzehulp.verwerken import (
    MAX_NAAM,
    VRAAG_WISSEN,
    WISSEL,
    Bericht,
    Uitkomst,
    geldig,
    laat_staan,
    naam_interventie,
    naam_uit,
    noem_aantallen,
    verwerk,
    verwerk_oordeel,
)
from keuzehulp.voluit import voluit

KNOPPEN_BEVESTIG = [
    {"title": "Ja, klopt", "payload": '/affirm{"antwoord": "ja"}'},
    {"title": "Nee, vraag ze na", "payload": '/deny{"antwoord": "nee"}'},
]
#: Under a block that was shown before.
KNOPPEN_BLOK = [*KNOPPEN_BEVESTIG, {"title": "Laat zien", "payload": "/repeat_question"}]


#: Acts with which somebody asks about the open question itself.
_ABOUT_THE_QUESTION = ("repeat_question", "help", "ask_why", "summary")

#: Acts that only ask something: they leave open what is being asked.
_ASIDE = (
    *("ask_definition", "ask_evidence", "ask_example", "ask_fact", "ask_progress", "ask_source"),
    *("bot_challenge", "more", "out_of_scope", "privacy", "thank"),
)


class ValidateKeuzehulpForm(FormValidationAction):
    """Records what a message filled and decides which slots this conversation needs."""

    def name(self) -> str:
        """Name in the domain."""
        return f"validate_{gesprek.FORM}"

    async def required_slots(
        self, domain_slots: list[str], dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[str]:
        """The slots that this conversation needs, in order."""
        return gesprek.nodige_slots(common.kennisbank(), common.stand_of(tracker))

    async def get_validation_events(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Events:
        """Work out what was filled; the answer of a question that was gone back to stays until a new one is given."""
        kept = _kept_as_it_is(tracker)
        if kept:
            common.say(dispatcher, "Dan laat ik dat antwoord staan.")
            return kept
        judged = self._judged(dispatcher, tracker) or self._compared(dispatcher, tracker)
        if judged:
            return judged
        later = None if common.was_interrupted(tracker) else told_later(dispatcher, tracker)
        if later is not None:
            return later
        events = self._validated(dispatcher, tracker, domain)
        return [*events, *_after_first(tracker, events), *_answer_behind(dispatcher, tracker, events)]

    def _validated(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Hand what was filled to the pure function and say what follows."""
        if common.intent_of(tracker) == "paste_text":
            return self._pasted(dispatcher, tracker, domain)
        before = common.slots_before_message(tracker)
        reopens = (
            None
            if common.was_interrupted(tracker)
            else ask_again(dispatcher, tracker, common.stand_of(tracker, before))
        )
        if reopens is not None:
            taken = {str(event["name"]) for event in reopens}
            undone = {slot: before.get(slot) for slot in tracker.slots_to_validate() if slot not in taken}
            return [*reopens, *common.set_slots(undone)]
        candidates = {k: v for k, v in tracker.slots_to_validate().items() if v is not None}
        filled = {k: v for k, v in candidates.items() if before.get(k) != v}
        told = wending.verteld_naam(common.text_of(tracker)) if "interventie" in filled else None
        if told and _holds_name(str(filled["interventie"]), told):
            filled["interventie"] = told
        asked = before.get(REQUESTED_SLOT)
        if filled == {asked: "ja"} and zegt_klopt(common.text_of(tracker)) and noted_beside(tracker, str(asked)):
            # "Klopt", right behind what was noted of other elements, is about that, and answers no question.
            common.say(dispatcher, "Mooi, dan blijft dat zo staan.")
            return common.set_slots({str(asked): None, "vorm": "terug"})
        by_a_question = _filled_by_a_question(tracker, asked, filled)
        if by_a_question and common.was_interrupted(tracker):
            return common.set_slots({**{slot: before.get(slot) for slot in by_a_question}, "vorm": "terug"})
        refused = filled.keys() - geldig(common.kennisbank(), filled).keys()
        if refused:
            attempt = common.stand_of(tracker, before).pogingen
            again = {"vorm": gesprek.vorm_na(attempt), "pogingen": attempt + 1}
            return common.set_slots({slot: before.get(slot) for slot in refused} | again)
        if str(asked).startswith(gesprek.kracht_slot("")):
            asked = None  # the strengths talk was left for the questionnaire
        hurries = wending.heeft_haast(common.text_of(tracker)) and not _ANSWERS_FIRST.match(common.text_of(tracker))
        if filled and not common.was_interrupted(tracker) and hurries:
            return [*in_a_hurry(dispatcher, tracker), *common.set_slots({slot: before.get(slot) for slot in filled})]
        if not common.was_interrupted(tracker) and (by_a_question or _asks_back(tracker, asked, filled)):
            return self._answer_first(dispatcher, tracker, domain, before, filled)
        message = _message(tracker, before)
        dropped = _dropped_question(tracker, before)
        known = common.stand_of(tracker, before)
        waits = message.gevraagd == "tegenspraak" and known.tegenspraak_over
        if waits and common.was_interrupted(tracker):
            return self._leave_contradiction(dispatcher, tracker, known)
        first = tracker.get_slot("vraag_eerst")
        if first and common.was_interrupted(tracker) and first not in common.asked_before(tracker):
            return dropped  # a question that was never asked comes in its full form
        if asked and common.was_interrupted(tracker) and not tracker.get_slot("vorm"):
            # Coming back from another act: the open question in its shorter form.
            return [SlotSet("vorm", "terug"), *dropped]
        repeated = {k: v for k, v in candidates.items() if k in known.antwoorden}
        if repeated and (waits or weersproken(common.kennisbank(), message.tekst, message.plekken, known.antwoorden)):
            # What is said once more answers the question about it, or is just what is called wrong.
            filled |= repeated
        if not filled and not common.was_interrupted(tracker):
            filled = _from_words(asked, message)
        if not filled:
            return [*self._nothing_new(dispatcher, tracker, list(candidates), message), *dropped]
        out = verwerk(common.kennisbank(), known, filled, message)
        if out.regels:
            common.say(dispatcher, "\n\n".join(out.regels), out.uitspraken)
        if asked in common.kennisbank().elementen and asked in filled and wending.over_de_rest(message.tekst):
            common.say(dispatcher, "Dat noteer ik alleen bij deze vraag. De andere vragen stel ik één voor één.")
        values = {**common.empty_check(), **out.slots} if out.opnieuw else {**filled, **out.slots}
        if (
            not out.opnieuw
            and "bevestiging" not in filled
            and not str(out.slots.get("te_bevestigen") or "").startswith(WISSEL)
        ):
            values |= {str(e["name"]): e["value"] for e in dropped}
        return common.set_slots({**values, "te_bevestigen": "gestopt"} if out.stoppen else values)

    def _judged(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        """What follows when single proposals of the block on the screen are judged ("de derde klopt niet"); else nothing."""
        before = common.slots_before_message(tracker)
        block = before.get(REQUESTED_SLOT) == "bevestig_voorstel"
        if not block or common.was_interrupted(tracker) or common.intent_of(tracker) in ("crisis", "paste_text"):
            return []
        message = Bericht(common.text_of(tracker), gevraagd="bevestig_voorstel", plekken=common.plekken_of(tracker))
        out = verwerk_oordeel(common.kennisbank(), common.stand_of(tracker, before), message)
        if out is None:
            return []
        common.say(dispatcher, "\n\n".join(out.regels))
        undone = {slot: before.get(slot) for slot in tracker.slots_to_validate()}
        return common.set_slots(undone | out.slots)

    def _compared(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        """What follows when a part of the comparison of just now is asked ("en bij de docent?"); else nothing."""
        if common.was_interrupted(tracker) or common.intent_of(tracker) in ("crisis", "paste_text"):
            return []
        said = compare_again(dispatcher, tracker)
        if said is None:
            return []
        before = common.slots_before_message(tracker)
        return [*common.set_slots({slot: before.get(slot) for slot in tracker.slots_to_validate()}), *said]

    def _pasted(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """What a pasted text proposes, which is no answer before the school has confirmed it.

        Where nothing was filled, its own action has set that already. A fact of the intake fills a slot: then the
        form does not let the message go, and the text is read here.
        """
        filled = tracker.slots_to_validate()
        if common.was_interrupted(tracker) or not filled:
            return []
        before = common.slots_before_message(tracker)
        undone = common.set_slots({slot: before.get(slot) for slot in filled})
        return [*undone, *ActionPaste().run(dispatcher, tracker, domain)]

    def _answer_first(
        self,
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: dict[str, Any],
        before: dict[str, Any],
        filled: dict[str, Any],
    ) -> Events:
        """Answer a question that was typed in the place of an answer; the open question comes back."""
        events = ActionAnswerQuestion().run(dispatcher, tracker, domain)
        undone = {slot: before.get(slot) for slot in filled}
        return [*events, *common.set_slots({**undone, "vorm": "terug"})]

    def _leave_contradiction(self, dispatcher: CollectingDispatcher, tracker: Tracker, known: gesprek.Stand) -> Events:
        """A message about something else ends the question; a question, or a first unclear message, does not."""
        stays = common.intent_of(tracker) in (*_ABOUT_THE_QUESTION, *_ASIDE) or (
            tracker.get_slot("vorm") not in (None, "terug") and not known.pogingen
        )
        if stays:
            return [] if tracker.get_slot("vorm") else [SlotSet("vorm", "terug")]
        left = laat_staan(common.kennisbank(), known)
        if not tracker.get_slot("te_bevestigen") and left.regels:
            common.say(dispatcher, " ".join(left.regels))
        return common.set_slots({**left.slots, "vorm": "terug", "pogingen": None})

    def _nothing_new(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, repeated: list[str], message: Bericht
    ) -> Events:
        """Say that an answer stood there already, instead of asking on in silence."""
        if not repeated or not common.in_form(tracker) or common.was_interrupted(tracker):
            return []
        kb, stand = common.kennisbank(), common.stand_of(tracker)
        same = {e: stand.antwoorden[e] for e in repeated if e in stand.antwoorden}
        amounts = Uitkomst()
        noem_aantallen(kb, stand, message, amounts)
        if amounts.slots:
            common.say(dispatcher, " ".join(amounts.regels))
            return common.set_slots({**amounts.slots, "vorm": "terug"})
        if same:
            common.say(dispatcher, f"Dat stond er al: {gesprek.toon_antwoorden(kb, same)}.")
        else:
            common.say(dispatcher, "Dat had ik al genoteerd.")
        return [SlotSet("vorm", "terug")]

    async def next_requested_slot(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Any:
        """The question to ask first, else the first needed slot without a value; None ends the questionnaire, as stopping does."""
        if tracker.slots.get("te_bevestigen") == "gestopt":
            return SlotSet(REQUESTED_SLOT, None)
        needed = await self.required_slots([], dispatcher, tracker, domain)
        first = tracker.slots.get("vraag_eerst")
        raised = any(s in needed and tracker.slots.get(s) is None for s in ("bevestiging", "tegenspraak"))
        if first in needed and not raised:
            return SlotSet(REQUESTED_SLOT, first)
        return SlotSet(REQUESTED_SLOT, next((s for s in needed if tracker.slots.get(s) is None), None))


#: "Nee, te weinig tijd" is about the programme.
_ANSWERS_FIRST = re.compile(r"^\W*(?:ja|nee|neen)\b", re.IGNORECASE)


def _holds_name(filled: str, told: str) -> bool:
    """Whether the name that was told stands for what was filled: the NLU saw its first word, or took the whole message."""
    if filled in common.kennisbank().interventies:
        return False
    return filled in told or (told in filled and len(naam_uit(filled)) > MAX_NAAM)


def _kept_as_it_is(tracker: Tracker) -> Events:
    """What follows when the answer of a question that was gone back to is left as it is ("laat maar staan"); else nothing."""
    before = common.slots_before_message(tracker)
    first = before.get("vraag_eerst")
    if not first or before.get(REQUESTED_SLOT) != first or before.get(first) is None:
        return []
    if not wending.laat_staan(common.text_of(tracker)):
        return []
    return common.set_slots({first: before.get(first), "vraag_eerst": None, "vorm": "terug"})


def _after_first(tracker: Tracker, events: Events) -> Events:
    """What follows for the question that was gone back to: answered it is done, refused its earlier answer comes back."""
    before = common.slots_before_message(tracker)
    first = str(before.get("vraag_eerst") or "")
    values = {str(e["name"]): e["value"] for e in events if e.get("event") == "slot"}
    open_ = first and before.get(REQUESTED_SLOT) == first and "vraag_eerst" not in values
    if not open_ or first not in tracker.slots_to_validate():
        return []
    if values.get(first, tracker.slots.get(first)) is None:
        return [SlotSet(first, before.get(first))]
    return [SlotSet("vraag_eerst", None)]


def _from_words(asked: Any, message: Bericht) -> dict[str, Any]:
    """What the words answer when the NLU took them for something else: at the intake, or of an element they call."""
    if asked == "doelgroep" and voor_iedereen(message.tekst):
        return {"doelgroep": "alle"}
    if asked == "interventie":
        name = wending.verteld_naam(message.tekst)
        return {"interventie": name} if name else {}
    named = aangesproken(common.kennisbank(), message.tekst, message.plekken)
    return dict([named]) if named else {}


def _asks_back(tracker: Tracker, asked: Any, filled: dict[str, Any]) -> bool:
    """Whether what would be taken as an answer is a question: advice that is asked, or at the intake and a prefilled block."""
    if common.text_of(tracker).startswith("/") or common.intent_of(tracker) in ("correct", "crisis"):
        return False
    if filled and wending.vraagt_raad(common.text_of(tracker)):
        return True  # "ouders werken niet mee, wat nu" asks for advice, and is no answer about parents
    if asked not in (*gesprek.INTAKE, "bevestig_voorstel") or not filled or _names_it(tracker, asked):
        return False
    if asked == "sector" and asked in filled and common.intent_of(tracker) == "inform":
        return False  # "is een vmbo school ja": the NLU weighed the order of the words
    if asked not in filled and not (set(filled) <= {*common.kennisbank().elementen, *gesprek.INTAKE}):
        return False
    text = common.text_of(tracker)
    # "Vmbo?" is an answer that is not quite sure; "waarom niet?" is none.
    bare = len(text.split()) < 4 and not wending.begint_met_vraagwoord(text)
    cut = splits_vraag(text)
    if asked not in filled and cut and cut.stelling:
        return False  # what it tells beside its question may stand
    return not bare and wending.stelt_vraag_als(text, common.intent_of(tracker))


def _names_it(tracker: Tracker, asked: Any) -> bool:
    """Whether a message gives the name of a described programme to the question for it, and does not ask about it."""
    named = asked == "interventie" and bool(common.entity_values(tracker, "interventie"))
    return named and not vraagt_over_programma(common.text_of(tracker))


def _filled_by_a_question(tracker: Tracker, asked: Any, filled: dict[str, Any]) -> set[str]:
    """The slots that a question filled by the way: the school and the pupils of a study, or a number that is asked about."""
    text = common.text_of(tracker)
    if text.startswith("/") or common.intent_of(tracker) in ("correct", "crisis", "paste_text"):
        return set()
    if str(asked) in filled and str(asked).endswith(gesprek.aantal_slot("")) and vraagt_bij_getal(text):
        return {str(asked)}
    names_it = _names_it(tracker, asked)
    cut = splits_vraag(text)
    asks = wending.stelt_vraag_als(text, common.intent_of(tracker))
    only_asks = asks and not (cut and cut.stelling) and len(text.split()) > 3
    about = {slot for slot in filled if slot in ("sector", "doelgroep") and slot != asked}
    return about if only_asks and asked and not names_it else set()


def _question_behind(tracker: Tracker) -> Splitsing | None:
    """The message cut in what it tells and what it asks, when it does both ("we doen er vijf, is dat genoeg?")."""
    text = common.text_of(tracker)
    if text.startswith("/") or common.intent_of(tracker) in ("paste_text", "crisis"):
        return None
    cut = splits_vraag(text)
    return cut if cut and cut.stelling else None


def _answer_behind(dispatcher: CollectingDispatcher, tracker: Tracker, events: Events) -> Events:
    """Answer the question behind an answer that was recorded; what it is about is that answer, unless it names more."""
    cut = _question_behind(tracker)
    elements = common.kennisbank().elementen
    given = [str(e.get("role")) for e in common.entities_of(tracker, "antwoord")]
    before = common.slots_before_message(tracker)
    slot = str(before.get(REQUESTED_SLOT))
    counted = slot.endswith("_aantal") and any(e.get("name") == slot and e.get("value") for e in events)
    if cut is None or common.was_interrupted(tracker) or not (given or counted):
        return []
    asked = slot.removesuffix("_aantal")
    about = next((role for role in given if role in elements), asked if asked in elements else None)
    named = tuple(p.element for p in common.plekken_of(tracker) if p.begin >= len(cut.stelling))
    if any(e.get("name") == "onderwerp" for e in events):
        return []  # it was answered already
    if wending.vraagt_voortgang(cut.vraag):
        common.say(dispatcher, progress_line(tracker))
        return []
    found = answer(
        common.kennisbank(),
        voluit(
            common.kennisbank(),
            Vraag(tekst=cut.vraag, elementen=named or ((about,) if about else ()), open_element=about),
            None if named else about,
            cut.stelling,
        ),
    )
    common.say(dispatcher, found.tekst.replace(VERDER, "").strip(), found.regels)
    return remember(found)


def _message(tracker: Tracker, before: dict[str, Any]) -> Bericht:
    """The message for the pure function, without a question behind it; a name told in so many words counts as an intervention."""
    cut = _question_behind(tracker)
    text = cut.stelling if cut else common.text_of(tracker)
    kinds = {str(e.get("entity")) for e in tracker.latest_message.get("entities") or []}
    if wending.verteld_naam(text):
        kinds.add("interventie")
    return Bericht(
        text, common.intent_of(tracker), before.get(REQUESTED_SLOT), frozenset(kinds), common.plekken_of(tracker)
    )


def _dropped_question(tracker: Tracker, before: dict[str, Any]) -> Events:
    """'Really stop?' ends when the next message is about something else; what was not understood gets one chance."""
    pending = tracker.get_slot("te_bevestigen")
    open_ = before.get(REQUESTED_SLOT) == "bevestiging" and pending == before.get("te_bevestigen")
    if not open_ or pending not in ("stop", "restart", "wissen"):
        return []
    not_understood = _misunderstood(tracker) and int(tracker.get_slot("pogingen") or 0) < 2
    if not_understood or (not common.was_interrupted(tracker) and not tracker.slots_to_validate()):
        return []
    return common.set_slots({"te_bevestigen": None, "bevestiging": None})


def _changed_in_overview(tracker: Tracker) -> dict[str, str]:
    """The answer that was changed in the overview of the window, by element; empty for a message that was typed."""
    if (tracker.latest_message.get("metadata") or {}).get("soort") != "antwoord":
        return {}
    return common.answers_of(tracker, common.kennisbank().elementen)


class ValidateKrachtForm(FormValidationAction):
    """The strengths talk: keeps what the team says, masked; a first "don't know" is asked in other words."""

    def name(self) -> str:
        """Name in the domain."""
        return f"validate_{gesprek.KRACHT_FORM}"

    async def required_slots(
        self, domain_slots: list[str], dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[str]:
        """All steps; without a small step nobody has to do it, so who and when are left out."""
        who_when = {gesprek.kracht_slot(step) for step in ("wie", "wanneer")}
        no_step = tracker.slots.get(gesprek.kracht_slot("stap")) in ("overgeslagen", "weet_niet")
        return [slot for slot in domain_slots if not (no_step and slot in who_when)]

    async def get_validation_events(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Events:
        """Mask what was said and cut it to a line."""
        if common.was_interrupted(tracker):
            return []
        before = common.slots_before_message(tracker)
        changed = _changed_in_overview(tracker)
        if changed:
            # Chosen beside the talk, and so no answer to its question.
            common.say(dispatcher, f"Aangepast. {gesprek.toon_antwoorden(common.kennisbank(), changed)}.")
            return common.set_slots({**changed, **dict.fromkeys(tracker.slots_to_validate()), "vorm": "terug"})
        values: dict[str, Any] = {}
        asked, text = str(before.get(REQUESTED_SLOT)), common.text_of(tracker)
        if wants_out(tracker):
            return common.set_slots(dict.fromkeys(tracker.slots_to_validate())) or [SlotSet("vorm", None)]
        aside = self._aside(dispatcher, tracker, before, asked) if asked in tracker.slots_to_validate() else None
        if aside is not None:
            return aside
        if asked in tracker.slots_to_validate() and wending.bedankt(text):
            common.say(dispatcher, "Graag gedaan.")
            return [SlotSet(asked, None), SlotSet("vorm", "terug")]
        if asked in tracker.slots_to_validate() and _asks_in_talk(tracker):
            # Any free text is an answer here, but a question is answered first.
            return [*self._answer(dispatcher, tracker, domain, asked), SlotSet(asked, None), SlotSet("vorm", "terug")]
        for slot, value in tracker.slots_to_validate().items():
            if value is None or before.get(slot) == value:
                continue
            if value == "weet_niet" and not _says_not_to_know(common.text_of(tracker)):
                value = common.text_of(tracker)  # here every sentence is an answer, whatever it looks like
            elif value == "overgeslagen" and not _says_to_skip(common.text_of(tracker)):
                value = common.text_of(tracker)  # "volgende week" is a moment, not the next question
            first_doubt = value == "weet_niet" and before.get("vorm") != "anders1"
            values[slot] = None if first_doubt else maskeer(str(value)).tekst[:MAX_REGEL]
            values["vorm"] = "anders1" if first_doubt else None
        return common.set_slots(values)

    def _aside(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, before: dict[str, Any], asked: str
    ) -> Events | None:
        """What follows on a command, a correction or a complaint: none of these is an answer. None for an answer."""
        text = common.text_of(tracker)
        again = [SlotSet(asked, None), SlotSet("vorm", "terug")]
        earlier = [s for s in _asked_in_talk(asked) if before.get(s)]
        command = kracht_woorden.opdracht(text)
        if command == "terug":
            common.say(dispatcher, "We gaan een vraag terug." if earlier else "Dit is de eerste vraag van dit gesprek.")
            return [*([SlotSet(earlier[-1], None)] if earlier else []), *again]
        if kracht_woorden.slaat_over(text):
            return [SlotSet(asked, "overgeslagen"), SlotSet("vorm", None)]
        if command == "overzicht":
            talk = talk_of(tracker)
            said = kracht_gesprek.Gesprek(
                talk.stap, {k: v for k, v in talk.antwoorden.items() if gesprek.kracht_slot(k) != asked}
            )
            told = summary_lines(said) if said.antwoorden else ["In dit gesprek staat nog niets."]
            if common.stand_of(tracker).antwoorden:
                told += [
                    "",
                    "**De antwoorden van de check**",
                    gesprek.overzicht(common.kennisbank(), common.stand_of(tracker)),
                ]
            common.say(dispatcher, "\n".join(told))
            return again
        if command:
            common.say(
                dispatcher, "Dat kan na dit gesprek. Typ *stop* om het hier te laten; wat jullie zeiden, blijft staan."
            )
            return again
        if kracht_woorden.zegt_te_weinig(text):
            if before.get("vorm") == "anders1":
                return [SlotSet(asked, "weet_niet"), SlotSet("vorm", None)]
            common.say(dispatcher, "Neem gerust de tijd. Iets kleins is genoeg, en *overslaan* mag.")
            return [SlotSet(asked, None), SlotSet("vorm", "anders1")]
        if kracht_woorden.is_al_gezegd(text):
            common.say(dispatcher, "Sorry, dan vraag ik iets dubbel. Typ *overslaan* als er niets bij komt.")
            return again
        if kracht_woorden.vraagt_keuze(text):
            common.say(dispatcher, "Die keuze laat ik aan jullie: jullie kennen de school.")
            return [SlotSet(asked, None), SlotSet("vorm", "anders1")]
        mended = _corrected_answers(tracker)
        if mended:
            common.say(dispatcher, f"Aangepast. {gesprek.toon_antwoorden(common.kennisbank(), mended)}.")
            return [*common.set_slots(mended), *again]
        amount = _corrected_amount(tracker)
        if amount:
            element, number = amount
            common.say(dispatcher, f"Aangepast. {gesprek.met_aantal(common.kennisbank().elementen[element], number)}.")
            return [SlotSet(gesprek.aantal_slot(element), number), *again]
        words = "" if _says_not_to_know(text) else kracht_woorden.verbetering(text)
        if words and earlier:
            kept = maskeer(words).tekst[:MAX_REGEL]
            head = next(s.kop for s in kracht_gesprek.STAPPEN if gesprek.kracht_slot(s.id) == earlier[-1])
            common.say(dispatcher, f"Aangepast. {head}: {kept}")
            return [SlotSet(earlier[-1], kept), *again]
        return None

    def _answer(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any], asked: str) -> Events:
        """Answer a question on the way: why this step is asked, or what the sources say."""
        if kracht_woorden.vraagt_waarom(common.text_of(tracker)) and not common.entity_values(tracker, "element"):
            reason, statements = kracht_gesprek.waarom(common.kennisbank(), asked.removeprefix("kracht_"))
            common.say(dispatcher, reason, statements)
            return []
        return ActionAnswerQuestion().run(dispatcher, tracker, domain)

    async def next_requested_slot(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Any:
        """The next step; None when the team says that it is done or goes to the check."""
        if wants_out(tracker) and not common.was_interrupted(tracker):
            return SlotSet(REQUESTED_SLOT, None)
        return await super().next_requested_slot(dispatcher, tracker, domain)


def _asks_in_talk(tracker: Tracker) -> bool:
    """Whether a message in the strengths talk is for the sources: it asks, or states something of them."""
    text, intent = common.text_of(tracker), common.intent_of(tracker)
    if wending.stelt_vraag_als(text, intent) or intent == "ask_why" or kracht_woorden.vraagt_ons(text):
        return True
    return wending.stelt_over_bronnen(text, intent, bool(common.entity_values(tracker, "interventie")))


def _asked_in_talk(asked: str) -> list[str]:
    """The slots of the steps before the open one, in order."""
    slots = [gesprek.kracht_slot(step.id) for step in kracht_gesprek.STAPPEN]
    return slots[: slots.index(asked)] if asked in slots else []


def _corrected_answers(tracker: Tracker) -> dict[str, str]:
    """Answers of the check that a message tells to change ("ouders moet nee zijn"); empty when it does not."""
    if not geeft_opdracht(common.text_of(tracker)):
        return {}
    return common.answers_of(tracker, common.stand_of(tracker).antwoorden)


#: "Dat waren er geen 12" speaks of the check; "twee rollenspellen in de mentorles" is a plan.
_WAS = re.compile(r"\b(?:was|waren|geen|klopt niet|moe(?:s)?t(?:en)?)\b", re.IGNORECASE)


def _corrected_amount(tracker: Tracker) -> tuple[str, str] | None:
    """The element and the number that a message mends in the check; None when it does not."""
    stand, text = common.stand_of(tracker), common.text_of(tracker)
    elements = common.kennisbank().elementen
    named = [e for e in common.entity_values(tracker, "element") if stand.antwoorden.get(e) in gesprek.AANWEZIG]
    amount = nafeedback.nieuw_aantal(text) if _WAS.search(text) else None
    return (named[0], amount) if amount and len(named) == 1 and elements[named[0]].getalvraag else None


def wants_out(tracker: Tracker) -> bool:
    """Whether the message ends the strengths talk: it is done, somebody leaves, or the check is asked for."""
    text = common.text_of(tracker)
    asked_for = common.intent_of(tracker) in ("start_check", "resume") and text.startswith("/")
    # What comes after the talk can be had at once, when there is a check that it rests on.
    asked_for = asked_for or bool(kracht_woorden.hierna(text) and common.stand_of(tracker).antwoorden)
    return asked_for or wending.is_klaar(text) or wending.wil_check(text) or wending.neemt_afscheid(text)


def _says_not_to_know(text: str) -> bool:
    """Whether a message says in so many words that there is no answer yet; the button sends an intent."""
    words = r"\b(?:weet|weten|wist|idee|onbekend|navragen|vragen|zou niet|benieuwd|snap|pff+|tja|hmm+)\b"
    return text.startswith("/") or bool(re.search(words, text, re.IGNORECASE))


def _says_to_skip(text: str) -> bool:
    """Whether a message skips the question of the talk: a button, a few words, or one that names the question."""
    words = r"\b(?:vraag|overslaan|over ?slaan|sla|skip\w*|geen antwoord|n\.?v\.?t)\b"
    return text.startswith("/") or len(text.split()) <= _SHORT or bool(re.search(words, text, re.IGNORECASE))


#: A command to skip in so many words at most; what is longer tells something, unless it says so.
_SHORT = 3

#: Acts that are answered with the numbers beside them already.
_WITH_NUMBERS = ("crisis", "ask_definition", "ask_evidence", "ask_example", "ask_fact", "ask_source", "ask_why", "more")


class ActionValidateSlotMappings(Action):
    """Runs at every user turn: tells when personal data was left out, and puts back the form of the question."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_validate_slot_mappings"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Say which kinds of personal data were found, never the data."""
        kinds = common.entity_values(tracker, "persoonsgegeven")
        if kinds and common.intent_of(tracker) != "crisis":
            found = gesprek.opsomming(OMSCHRIJVING.get(kind, kind) for kind in kinds)
            common.say(
                dispatcher,
                f"Ik zag {found} in je bericht. Dat bewaar ik niet. Typ liever geen gegevens van leerlingen.",
            )
        if _is_first_message(tracker):
            common.say(dispatcher, WHO_SPEAKS)
        named = met_nummers(common.text_of(tracker), tracker.latest_message.get("gevaar"))
        if named and common.intent_of(tracker) not in _WITH_NUMBERS:
            common.say(dispatcher, numbers_line())
        return [SlotSet("vorm", None)] if tracker.get_slot("vorm") else []


#: Before the first answer, where the first message was no greeting.
WHO_SPEAKS = "Ik ben een chatbot: een computerprogramma en geen mens. Typ geen namen of gegevens van leerlingen."
#: What says itself who is speaking, or must come without anything before it.
_TELLS_ITSELF = ("greet", "bot_challenge", "crisis", "privacy", "help")
#: The window of our own channel shows it above every conversation.
_OWN_CHANNEL = "keuzehulp"


def _is_first_message(tracker: Tracker) -> bool:
    """Whether nothing was said in this conversation before, and who speaks is still to be told."""
    if common.intent_of(tracker) in _TELLS_ITSELF or tracker.get_latest_input_channel() == _OWN_CHANNEL:
        return False
    return sum(event.get("event") == "user" for event in tracker.events) == 1


class ActionAskBevestiging(Action):
    """Asks once before stopping or starting anew."""

    def name(self) -> str:
        """Name in the domain."""
        return f"action_ask_{gesprek.FORM}_bevestiging"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Ask, in the words that fit what was asked for."""
        answered = len(common.stand_of(tracker).antwoorden)
        noun = "antwoord" if answered == 1 else "antwoorden"
        pending = str(tracker.get_slot("te_bevestigen"))
        if pending.startswith(WISSEL):
            kb = common.kennisbank()
            old, new = (
                naam_interventie(kb, name) for name in (tracker.get_slot("interventie"), pending[len(WISSEL) :])
            )
            text = f"Jullie waren bezig met {old} ({answered} {noun}). Wil je opnieuw beginnen, met {new}?"
            yes, no = f"Ja, begin met {new}", f"Nee, ga verder met {old}"
        elif pending == "wissen":
            text, yes, no = VRAAG_WISSEN, "Ja, wis alles", "Nee"
        elif pending == "restart":
            text = "Wil je opnieuw beginnen?" + (f" Je raakt dan {answered} {noun} kwijt." if answered else "")
            yes, no = "Ja, opnieuw", "Nee, ga verder"
        else:
            told = f" {gesprek.toon_telling(answered)}" if answered else ""
            text = f"Wil je stoppen?{told} Je kunt later verdergaan."
            yes, no = "Ja, stop", "Nee, ga verder"
        if _misunderstood(tracker):
            text = f"Nog even dit. {text}"
        buttons = [
            {"title": yes, "payload": '/affirm{"antwoord": "ja"}'},
            {"title": no, "payload": '/deny{"antwoord": "nee"}'},
        ]
        common.say(dispatcher, text, buttons=buttons)
        return []


class ActionAskTegenspraak(Action):
    """Shows an earlier answer beside a new one that differs and asks whether to change it."""

    def name(self) -> str:
        """Name in the domain."""
        return f"action_ask_{gesprek.FORM}_tegenspraak"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Ask with both answers as buttons; a plain yes takes the new one, a plain no keeps the earlier."""
        kb = common.kennisbank()
        about = common.stand_of(tracker).tegenspraak_over[0]
        earlier, now = (kb.label("antwoord", about[key]).naam for key in ("eerder", "nu"))
        seen = f"In jullie tekst staat: ‘{about['zin']}’. Daar lees ik" if about.get("zin") else "Nu begrijp ik"
        again = "Nog even hierover. " if _misunderstood(tracker) else ""
        text = (
            f"{again}Bij *{kb.elementen[about['element']].korte_naam.lower()}* staat eerder genoteerd: **{earlier}**. "
            f"{seen}: **{now}**. Zal ik het veranderen?"
        )
        buttons = [
            {"title": f"Verander in: {now}", "payload": '/affirm{"antwoord": "ja"}'},
            {"title": f"Laat staan: {earlier}", "payload": '/deny{"antwoord": "nee"}'},
        ]
        common.say(dispatcher, text, buttons=buttons)
        return []


class ActionAskBevestigVoorstel(Action):
    """Shows the proposed answers of one block and asks whether they are right."""

    def name(self) -> str:
        """Name in the domain."""
        return f"action_ask_{gesprek.FORM}_bevestig_voorstel"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """List the proposals with what each rests on."""
        kb, stand = common.kennisbank(), common.stand_of(tracker)
        block = gesprek.blok_met_voorstel(kb, stand)
        if block is None:
            return []
        if _block_was_shown(tracker, block):
            common.say(dispatcher, _block_reminder(tracker, kb.label("blok", block).naam), buttons=KNOPPEN_BLOK)
            return []
        lines, statements = [], []
        for element in gesprek.voorstellen_in(kb, stand, block):
            line, statement = _proposal_line(element, stand)
            lines.append(line)
            statements += statement
        start = f"**{kb.label('blok', block).naam}.** Dit vulde ik alvast in:"
        text = "\n".join([start, *lines, "", "Klopt één punt niet, typ dat dan gewoon. Klopt dit bij jullie?"])
        common.say(dispatcher, text, statements, buttons=KNOPPEN_BEVESTIG)
        return []


def _block_was_shown(tracker: Tracker, block: str) -> bool:
    """Whether just these proposals are on the screen already, and nobody asks to see them again."""
    before = common.slots_before_message(tracker)
    if before.get(REQUESTED_SLOT) != "bevestig_voorstel" or wending.wil_zien(common.text_of(tracker)):
        return False
    if common.intent_of(tracker) == "repeat_question":
        return False
    kb = common.kennisbank()
    # Counting ("de derde klopt niet") goes by what was listed last: a shorter row is listed again.
    earlier = gesprek.voorstellen_in(kb, common.stand_of(tracker, before), block)
    return earlier == gesprek.voorstellen_in(kb, common.stand_of(tracker), block)


def _block_reminder(tracker: Tracker, name: str) -> str:
    """One line instead of the whole block, in turns, so that it is not the same line twice."""
    turns = sum(event.get("event") == "user" for event in tracker.events)
    lines = (
        f"Het blok *{name.lower()}* staat nog open: klopt wat ik invulde? Typ *laat zien* om het terug te zien.",
        f"Nog even over *{name.lower()}*: klopt het zo, of zal ik het navragen? Met *laat zien* zie je het weer.",
        f"Kies bij *{name.lower()}* gerust een knop. *Nee, vraag ze na* mag altijd; *laat zien* toont het blok.",
    )
    return lines[turns % len(lines)]


def _misunderstood(tracker: Tracker) -> bool:
    """Whether the question comes back because the answer was not understood."""
    return tracker.get_slot("vorm") not in (None, "terug")


def _proposal_line(element: str, stand: gesprek.Stand) -> tuple[str, list[str]]:
    """One proposed answer with its ground: the report's description, or the sentence of the pasted text."""
    kb = common.kennisbank()
    answer = kb.label("antwoord", stand.antwoorden[element]).naam
    ground = stand.voorstellen[element]
    head = f"- {kb.elementen[element].naam}: **{answer}**."
    if isinstance(ground, str) and ground in kb.interventies:
        coding = kb.interventies[ground].codering[element]
        return f"{head} {zin(kb, coding)}", [coding.id]
    sentence = ground.get("zin", "") if isinstance(ground, dict) else ""
    return f"{head} Jullie tekst: ‘{sentence}’", []
