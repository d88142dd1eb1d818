"""Finding one's way in a check: progress, overview, back, correcting, repeating, not understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import REQUESTED_SLOT

from actions import common, meant
from actions.after import emptied_amount, feedback_first, not_all, ways_on
from actions.common import BUTTON_START, Events
from actions.later import told_later
from actions.mending import ASKED_VALUE, MENDED, contested
from actions.part import feedback_asked
from actions.point import choose_point, chooses_point
from actions.questions import asked_by_name, asked_of_the_sources, only_researchers, question_of, remember, say_found
from actions.talk import changed_talk
from keuzehulp import (
    achteraf,
    correctie,
    gesprek,
    inbox,
    kracht_gesprek,
    kracht_woorden,
    nafeedback,
    spelregels,
    wending,
)
from keuzehulp.beantwoorden.antwoorden import answer
from keuzehulp.beantwoorden.kennis import Antwoord
from keuzehulp.herstel import (
    ander_aantal,
    element_na_voorzetsel,
    laatste_aantal,
    over_te_doen,
    weersproken,
    wil_overgeslagen,
    zegt_klopt_niet,
)
from keuzehulp.kennisbank.weergave import zin
from keuzehulp.nlu.per_vraag import zelfde_antwoord
from keuzehulp.nlu.pijplijn import lees_kort
from keuzehulp.verwerken import naam_interventie

#: What would follow from a number of elements is no question how far the check is.
_CONCLUDES = re.compile(r"\s*(?:(?:dus|en|maar|ok[eé]?) )*(?:als|wanneer|heb je|hebben we|met)\b", re.IGNORECASE)


class ActionProgress(Action):
    """Tells how far the check is."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_progress"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Count what is answered and what is open; "hoeveel procent" after an answer is about that answer."""
        if _asks_share(tracker):
            found = answer(common.kennisbank(), question_of(tracker))
            common.say(dispatcher, found.tekst, found.regels)
            return [*remember(found), *common.asks_again(tracker)]
        of_the_sources = _of_what_was_told(tracker)
        if of_the_sources is not None:
            common.say(dispatcher, of_the_sources.tekst, of_the_sources.regels)
            return [*remember(of_the_sources), *common.asks_again(tracker)]
        concluded = (
            answer(common.kennisbank(), question_of(tracker)) if _CONCLUDES.match(common.text_of(tracker)) else None
        )
        if concluded is not None and concluded.soort == "valkuil":
            return say_found(dispatcher, tracker, concluded)
        kb, stand = common.kennisbank(), common.stand_of(tracker)
        total, left = len(kb.gevraagd), len(gesprek.te_doen(kb, stand))
        if left == total and not common.in_form(tracker):
            common.say(
                dispatcher,
                f"We zijn nog niet begonnen. Het zijn {total} vragen, in drie blokken. Dat duurt ongeveer tien minuten.",
                buttons=[BUTTON_START],
            )
            return [SlotSet("aanbod", "start")]
        intro = [e.id for e in kb.implementatie if not stand.antwoorden.get(e.id)] if stand.met_implementatie else []
        said = _progress(total, left, len(stand.voorstellen), _skipped(stand))
        if intro and not left:
            said = f"De {total} vragen over de elementen zijn klaar. Van de vragen over de invoering zijn er nog {len(intro)} te gaan."
            said = said.replace("zijn er nog 1", "is er nog 1")
        common.say(dispatcher, said)
        return common.asks_again(tracker)


def progress_line(tracker: Tracker) -> str:
    """How far the check is, in sentences."""
    kb, stand = common.kennisbank(), common.stand_of(tracker)
    return _progress(len(kb.gevraagd), len(gesprek.te_doen(kb, stand)), len(stand.voorstellen), _skipped(stand))


def _skipped(stand: gesprek.Stand) -> list[str]:
    """The short names of the elements of which the question was skipped."""
    asked = common.kennisbank().gevraagd
    return [element.korte_naam for element in asked if stand.antwoorden.get(element.id) == "overgeslagen"]


def _asks_share(tracker: Tracker) -> bool:
    """Whether a bare question for a percentage follows on an answer from the sources."""
    told = tracker.get_slot("onderwerp") and tracker.get_slot("vorige_uitspraken")
    return bool(told) and wending.vraagt_percentage(common.text_of(tracker))


def _of_what_was_told(tracker: Tracker) -> Antwoord | None:
    """The answer to "hoeveel zijn dat er?" about what was just told, and not about our questions; else None."""
    told, points_back = tracker.get_slot("vorige_uitspraken"), _POINTS_BACK.search(common.text_of(tracker))
    if not told or not points_back or tracker.active_loop.get("name"):
        return None
    return asked_of_the_sources(tracker)


_POINTS_BACK = re.compile(r"\b(?:dat|die|deze|daarvan|ervan)\b", re.IGNORECASE)


def _progress(total: int, left: int, proposed: int, skipped: Sequence[str] = ()) -> str:
    """How far a check is, in sentences; what was filled in beforehand counts as not answered yet, nor does what was skipped."""
    done = total - left - len(skipped)
    head = f"Van de {total} vragen {'is' if done == 1 else 'zijn'} er {done or 'nog geen'} beantwoord."
    if skipped:
        head += (
            f" Overgeslagen: {gesprek.opsomming([name.lower() for name in skipped])}. "
            f"Alsnog antwoorden kan zo: *{skipped[0].lower()}: ja*."
        )
    if left == 0:
        return head if skipped else f"{head} Dat was alles."
    filled = f" Daarvan vulde ik er {proposed} alvast in; kijk alleen of dat klopt." if proposed else ""
    return f"{head} Nog {left} te gaan.{filled}"


@feedback_first
class ActionOverview(Action):
    """Shows all answers so far."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_overview"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """List answers by block; each can be changed by typing it."""
        if tracker.get_slot(REQUESTED_SLOT) == "bevestig_voorstel" and wending.wil_zien(common.text_of(tracker)):
            return common.asks_again(tracker)  # "laat zien" is about the block, which the form shows
        kb, stand = common.kennisbank(), common.stand_of(tracker)
        reopens = meant.ask_again(dispatcher, tracker, common.stand_of(tracker, common.slots_before_message(tracker)))
        if reopens is not None:
            return reopens
        short = feedback_asked(dispatcher, tracker) if wending.wil_kort(common.text_of(tracker)) else None
        if short is not None:
            return short
        one = meant.answer_given(tracker, stand) if correctie.vraagt_antwoord(common.text_of(tracker)) else None
        if one:
            common.say(dispatcher, one)
            return common.asks_again(tracker)
        found = asked_by_name(tracker) if only_researchers(tracker) else None
        if found is not None:
            return say_found(dispatcher, tracker, found)
        listed = gesprek.overzicht(kb, stand)
        if not listed:
            common.say(
                dispatcher, "Er staan nog geen antwoorden.", buttons=None if common.in_form(tracker) else [BUTTON_START]
            )
        else:
            name = naam_interventie(kb, stand.interventie)
            example = "ouders moet nee zijn" if stand.antwoorden else "terug naar de school"
            tail = f"Klopt er iets niet? Typ bijvoorbeeld ‘{example}’."
            common.say(dispatcher, f"Dit staat er nu voor {name}:\n\n{listed}\n\n{tail}", overzicht=True)
            if not tracker.active_loop.get("name"):
                return [SlotSet("aanbod", "overzicht")]
        return common.asks_again(tracker)


@feedback_first
class ActionGoBack(Action):
    """Goes back to the question that is named, else one question back."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_go_back"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Let the form ask that question first; its answer stays until a new one is given."""
        kb, stand = common.kennisbank(), common.stand_of(tracker)
        open_question = tracker.get_slot(REQUESTED_SLOT) if common.in_form(tracker) else None
        named = _named_question(tracker, stand)
        slot = named or gesprek.vorige_slot(kb, stand, open_question, common.asked_before(tracker))
        if not common.in_form(tracker):
            common.say(
                dispatcher,
                "De vragen zijn nu niet bezig. Wil je een antwoord veranderen? Typ bijvoorbeeld ‘ouders moet nee zijn’.",
            )
            return []
        if named is None and spelregels.springt_naar(common.text_of(tracker)):
            common.say(dispatcher, "Die vraag is er niet. Noem het onderwerp, bijvoorbeeld *naar ouders*.")
            return common.asks_again(tracker)
        if slot is None:
            common.say(dispatcher, "Dit is de eerste vraag, verder terug kan niet.")
            return common.asks_again(tracker)
        where = f"naar *{gesprek.noem_vraag(kb, named)}*" if named and named != open_question else "een vraag terug"
        common.say(dispatcher, "Bij die vraag zijn we nu." if named == open_question else f"We gaan {where}.")
        return common.set_slots({"vraag_eerst": slot, "pogingen": None})


def _named_question(tracker: Tracker, stand: gesprek.Stand) -> str | None:
    """The question of this check that a message names: by its element, its number or its subject."""
    kb, text = common.kennisbank(), common.text_of(tracker)
    short = element_na_voorzetsel(kb, text)
    open_question = str(tracker.get_slot(REQUESTED_SLOT))
    jumps = spelregels.springt_naar(text)
    found = [
        *common.entity_values(tracker, "element"),
        *([short] if short else []),
        gesprek.vraag_met_nummer(kb, text, open_question, van_alle=jumps),
        gesprek.eerste_van_blok(kb, text) if jumps else None,
        gesprek.intakevraag(text),
    ]
    needed = gesprek.nodige_slots(kb, stand)
    return next((slot for slot in found if slot in needed), None)


#: "We want to take up parents" chooses where to begin, and mends no answer.
_TAKES_UP = re.compile(
    r"^(?!.*\b(?:antwoord|op (?:ja|nee)|ja|nee|deels)\b).*\b(?:aanpakken|oppakken|aan de slag)\b", re.IGNORECASE
)


@feedback_first
class ActionCorrect(Action):
    """Changes an earlier answer that is named in another way than by element and value together."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_correct"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Set the new value, or empty the answer so that the form asks it."""
        later = told_later(dispatcher, tracker) if common.in_form(tracker) else None
        if later is not None:
            return later
        if achteraf.wil_andere_naam(common.text_of(tracker)):
            common.say(dispatcher, "Dat kan. Typ het zo: ‘de naam is’, met de nieuwe naam erachter.")
            return common.asks_again(tracker)
        again = _all_again(dispatcher, tracker)
        if again is not None:
            return again
        told = feedback_asked(dispatcher, tracker)
        if told is not None:
            return told  # "wat moeten we verbeteren" changes nothing
        if nafeedback.verandert_alles(common.text_of(tracker)):
            return not_all(dispatcher, tracker)
        talk = changed_talk(dispatcher, tracker) or emptied_amount(dispatcher, tracker)
        if talk is not None:
            return talk
        away = taken_away(tracker) if _AWAY.search(common.text_of(tracker)) else None
        if away:
            return empty_answer(dispatcher, tracker, away)
        if chooses_point(tracker) and _TAKES_UP.search(common.text_of(tracker)) and not common.in_form(tracker):
            return choose_point(dispatcher, tracker)
        events = self._corrected(dispatcher, tracker)
        if tracker.get_slot("aanbod") in ("prioriteit", "overzicht"):
            # "Nu klopt het wel" is about what was mended, no longer about what matters most.
            events = [SlotSet("aanbod", MENDED), *events]
        return events

    def _corrected(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        kb, stand = common.kennisbank(), common.stand_of(tracker)
        before = common.stand_of(tracker, common.slots_before_message(tracker))
        named = [e for e in common.entity_values(tracker, "element") if e in before.antwoorden]
        wrong = weersproken(kb, common.text_of(tracker), common.plekken_of(tracker), before.antwoorden)
        reopens = meant.ask_again(dispatcher, tracker, before)
        if reopens is not None:
            return reopens
        if wrong:
            return _mend(dispatcher, tracker, before, *next(iter(wrong.items())))
        amount = _new_amount(tracker, stand, named)
        if amount:
            return _set_amount(dispatcher, *amount)
        changed = common.answers_of(tracker, kb.elementen)
        if changed:
            # Outside the form the slots are filled already; here it is only said.
            common.say(dispatcher, f"Aangepast. {gesprek.toon_antwoorden(kb, changed)}.")
            return common.set_slots({"laatst_beantwoord": list(changed)[-1], **_no_longer_first(tracker, *changed)})
        wanted = None if named or not common.in_form(tracker) else _to_be_asked(tracker, before)
        if wanted:
            common.say(dispatcher, f"Goed, dan nu *{gesprek.noem_vraag(kb, wanted)}*.")
            return common.set_slots({"vraag_eerst": wanted, "pogingen": None})
        numbered = [] if named else meant.by_number(tracker, before)
        if len(numbered) > 1:
            common.say(dispatcher, correctie.welke(kb, numbered))
            return common.asks_again(tracker)
        reopened = None if named or numbered else _reopened(tracker)
        clear = [*named, *numbered]
        element = clear[0] if clear else reopened or _referred_to(tracker, before, stand)
        denied = not named and zegt_klopt_niet(common.text_of(tracker))
        if element is None or (denied and before.antwoorden.get(element) == "overgeslagen"):
            common.say(dispatcher, "Welk antwoord wil je veranderen? Typ het zo: ‘ouders moet nee zijn’.")
            return common.asks_again(tracker)
        value = next((str(e["value"]) for e in common.entities_of(tracker, "antwoord")), None)
        if value and not denied:
            common.say(dispatcher, f"Aangepast. {gesprek.toon_antwoorden(kb, {element: value})}.")
            mended = {element: value, "laatst_beantwoord": element, "vorm": None if reopened else "terug"}
            return common.set_slots({**mended, **_no_longer_first(tracker, element)})
        return _mend(dispatcher, tracker, before, element, None)


_AWAY = re.compile(r"\b(?:haal|haalt|verwijder|wis|schrap|gooi|maak)\b.*\b(?:weg|leeg|eruit|antwoord)\b", re.IGNORECASE)
_ALL_OF_IT = re.compile(
    r"\b(?:alles|alle|gesprek|gegevens|antwoorden|chat|geschiedenis|helemaal|data)\b", re.IGNORECASE
)
_THAT_ONE = re.compile(
    r"\b(?:dat|die|dit|vorige|laatste|mijn) (?:\w+ )?antwoord\b|\b(?:die|dat|deze) (?:maar |toch |weer )*weg\b|"
    r"\b(?:de|die|het|dat|mijn) (?:aller)?(?:laatste|vorige)\b",
    re.IGNORECASE,
)


def taken_away(tracker: Tracker) -> str | None:
    """The element of which a message takes the answer away ("haal dat van coping maar weg"); None when all is meant."""
    text, given = common.text_of(tracker), common.stand_of(tracker).antwoorden
    if text.startswith("/") or _ALL_OF_IT.search(text):
        return None
    back = spelregels.draait_terug(text)
    latest = tracker.get_slot("laatst_beantwoord") if back or _THAT_ONE.search(text) else None
    short = element_na_voorzetsel(common.kennisbank(), text)
    numbered = gesprek.vraag_met_nummer(common.kennisbank(), text, str(tracker.get_slot(REQUESTED_SLOT)))
    found = (*common.entity_values(tracker, "element"), short, numbered, latest)
    return next((str(element) for element in found if element in given), None)


def empty_answer(dispatcher: CollectingDispatcher, tracker: Tracker, element: str) -> Events:
    """Empty one answer; in the questionnaire it is asked again, outside it that is offered."""
    kb, stand = common.kennisbank(), common.stand_of(tracker)
    asked = common.in_form(tracker)
    tail = "Ik stel die vraag opnieuw; overslaan mag." if asked else "Zal ik die vraag opnieuw stellen?"
    common.say(dispatcher, f"Het antwoord bij *{kb.elementen[element].korte_naam.lower()}* is weg. {tail}")
    proposals = {e: v for e, v in stand.voorstellen.items() if e != element}
    emptied: dict[str, Any] = {element: None, "voorstellen": proposals, "aanbod": None if asked else "hervat"}
    if kb.elementen[element].getalvraag:
        emptied[gesprek.aantal_slot(element)] = None
    return common.set_slots(emptied | ({"vraag_eerst": element, "vorm": None} if asked else {}))


def _to_be_asked(tracker: Tracker, before: gesprek.Stand) -> str | None:
    """The question that a message wants to do, and that has no answer yet: one it names, or one that was skipped."""
    kb, text = common.kennisbank(), common.text_of(tracker)
    needed = gesprek.nodige_slots(kb, before)
    named = [e for e in common.entity_values(tracker, "element") if e in needed and e not in before.antwoorden]
    if named:
        return named[0]
    skipped = [e for e, value in before.antwoorden.items() if value == "overgeslagen"]
    if not skipped or not wil_overgeslagen(text):
        return None
    latest = tracker.get_slot("laatst_beantwoord")
    return str(latest) if latest in skipped else skipped[-1]


def _all_again(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events | None:
    """Ask all questions again that were skipped, or not known; None for a message that does not want that."""
    kb, text = common.kennisbank(), common.text_of(tracker)
    kinds = () if text.startswith("/") else over_te_doen(text)
    if not kinds:
        return None
    stand = common.stand_of(tracker, common.slots_before_message(tracker))
    again = [e for e in kb.met_vraag if stand.antwoorden.get(e.id) in kinds]
    if not again:
        common.say(dispatcher, "Er is geen vraag die ik opnieuw kan stellen: ze zijn allemaal beantwoord of komen nog.")
        return common.asks_again(tracker)
    named = gesprek.opsomming([f"*{element.korte_naam.lower()}*" for element in again])
    common.say(dispatcher, f"Goed, ik vraag {named} nog een keer.")
    emptied = common.set_slots(
        {**dict.fromkeys(e.id for e in again), "vraag_eerst": None, "aanbod": None, "vorm": None}
    )
    return emptied if common.in_form(tracker) else [*emptied, FollowupAction(gesprek.FORM)]


def _no_longer_first(tracker: Tracker, *elements: str) -> dict[str, None]:
    """The slot to empty when the question that was gone back to has its answer."""
    return {"vraag_eerst": None} if tracker.get_slot("vraag_eerst") in elements else {}


def _mend(
    dispatcher: CollectingDispatcher, tracker: Tracker, before: gesprek.Stand, element: str, value: str | None
) -> Events:
    """Set the new value; without one ask it, in the form as its question and outside it in words."""
    kb = common.kennisbank()
    voorstellen = {k: v for k, v in before.voorstellen.items() if k != element}
    if value:
        common.say(dispatcher, f"Aangepast. {gesprek.toon_antwoorden(kb, {element: value})}.")
        mended = {element: value, "voorstellen": voorstellen, "laatst_beantwoord": element}
        return common.set_slots({**mended, **_no_longer_first(tracker, element)})
    common.say(dispatcher, f"We passen *{kb.elementen[element].korte_naam.lower()}* aan.")
    if common.in_form(tracker):
        return common.set_slots({element: before.antwoorden.get(element), "vraag_eerst": element})
    if element in before.antwoorden:
        now = gesprek.toon_antwoorden(kb, {element: before.antwoorden[element]})
        common.say(dispatcher, f"Nu staat er: {now}. Wat moet het zijn?")
    return common.set_slots({element: before.antwoorden.get(element), "aanbod": f"{ASKED_VALUE}{element}"})


def _new_amount(tracker: Tracker, stand: gesprek.Stand, named: list[str]) -> tuple[str, str] | None:
    """The element and the new amount of a correction such as "maak van de 25 oefeningen er 18"."""
    kb = common.kennisbank()
    counted = [e for e in named if kb.elementen[e].getalvraag and stand.antwoorden.get(e) in gesprek.AANWEZIG]
    other = ander_aantal(common.text_of(tracker))
    same = [e for e, number in stand.aantallen.items() if other and number == other[0]]
    if other and len(same) == 1:
        return same[0], other[1]
    amount = laatste_aantal(common.text_of(tracker))
    again = meant.counted(tracker) if amount and not named else None
    if again and amount and stand.antwoorden.get(again) in gesprek.AANWEZIG and not meant.names_number(tracker):
        # "Nee, laat toch maar 12" after "verander oefenen in 15".
        return again, gesprek.toon_aantal(amount)
    return (counted[0], gesprek.toon_aantal(amount)) if len(counted) == 1 and amount else None


def _set_amount(dispatcher: CollectingDispatcher, element: str, amount: str) -> Events:
    common.say(dispatcher, f"Aangepast. {gesprek.met_aantal(common.kennisbank().elementen[element], amount)}.")
    return common.set_slots({gesprek.aantal_slot(element): amount, "vorm": "terug"})


def _reopened(tracker: Tracker) -> str | None:
    """The open question when it was answered before and is open again after going back: "toch wel" is about that one."""
    asked = str(tracker.get_slot(REQUESTED_SLOT)) if common.in_form(tracker) else ""
    if asked not in common.kennisbank().elementen:
        return None
    if asked == tracker.get_slot("vraag_eerst"):
        return asked if tracker.get_slot(asked) else None
    answered = any(e.get("event") == "slot" and e["name"] == asked and e["value"] for e in tracker.events)
    return asked if answered and not tracker.get_slot(asked) else None


def _referred_to(tracker: Tracker, before: gesprek.Stand, stand: gesprek.Stand) -> str | None:
    """The answer that a correction without a name is about: the element just talked about, or the answer just given.

    None when neither is clear: then it is asked, rather than to change whatever was answered last.
    """
    if meant.names_number(tracker):
        return None
    text = common.text_of(tracker)
    topic = None if correctie.wijst_terug(text) else meant.discussed(tracker)
    if topic in before.antwoorden or (topic and common.entities_of(tracker, "antwoord")):
        return topic
    if meant.just_answered(tracker) or correctie.wijst_terug(text) or zegt_klopt_niet(text):
        return _previous(tracker, stand)
    return None


def _previous(tracker: Tracker, stand: gesprek.Stand) -> str | None:
    """The answer that 'that last one' points to."""
    latest = tracker.get_slot("laatst_beantwoord")
    if isinstance(latest, str) and latest in stand.antwoorden:
        return latest
    slot = gesprek.vorige_slot(
        common.kennisbank(), stand, tracker.get_slot(REQUESTED_SLOT), common.asked_before(tracker)
    )
    return slot if slot in stand.antwoorden else None


class ActionRepeat(Action):
    """Lets the form ask its open question again."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_repeat"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """In the form the question follows; outside it there is none."""
        told = feedback_asked(dispatcher, tracker)
        if told is not None:
            return told
        if not tracker.active_loop.get("name"):
            of_the_sources = asked_of_the_sources(tracker)
            if of_the_sources is not None:
                common.say(dispatcher, of_the_sources.tekst, of_the_sources.regels)
                return remember(of_the_sources)
            named = [v for kind in ("element", "begrip", "interventie") for v in common.entity_values(tracker, kind)]
            if named and len(common.text_of(tracker).split()) >= MIN_QUESTION:
                # "Zeg eens in gewone taal wat coping is": nothing was asked that could be said again.
                found = answer(common.kennisbank(), question_of(tracker))
                common.say(dispatcher, found.tekst, found.regels)
                return remember(found)
            common.say(dispatcher, "Er staat nu geen vraag open.", buttons=ways_on(tracker))
            return [SlotSet("aanbod", "start")]
        if wending.biedt_excuus(common.text_of(tracker)):
            common.say(dispatcher, "Geeft niets, we gaan gewoon verder.")
        asked = str(tracker.get_slot(REQUESTED_SLOT))
        if not common.in_form(tracker) and kracht_woorden.vraagt_waarom(common.text_of(tracker)):
            common.say(dispatcher, *kracht_gesprek.waarom(common.kennisbank(), asked.removeprefix("kracht_")))
            return common.asks_again(tracker)
        if common.in_form(tracker) and _wants_another(tracker):
            return ActionGoBack().run(dispatcher, tracker, domain)
        if common.in_form(tracker) and common.intent_of(tracker) == "resume" and tracker.get_slot("vraag_eerst"):
            # The answer that was gone back to stays as it is.
            return common.set_slots({"vraag_eerst": None, "vorm": "terug"})
        if tracker.active_loop.get("name") == gesprek.KRACHT_FORM and _MEANING.search(common.text_of(tracker)):
            return [SlotSet("vorm", "anders1")]
        element = common.kennisbank().elementen.get(str(tracker.get_slot(REQUESTED_SLOT)))
        if spelregels.snapt_het(common.text_of(tracker)):
            return common.asks_again(tracker)
        if element and _MEANING.search(common.text_of(tracker)):
            common.say(dispatcher, zin(common.kennisbank(), element.definitie), [element.definitie.id])
            return [SlotSet("vorm", "anders1")]
        if element and _OTHER_WORDS.search(common.text_of(tracker)):
            return [SlotSet("vorm", _other_form(tracker))]
        return common.asks_again(tracker)


_AGAIN = re.compile(r"\b(?:nog (?:eens|een keer|eentje)|opnieuw|vraag (?:over|van))\b", re.IGNORECASE)


def _wants_another(tracker: Tracker) -> bool:
    """Whether a message asks to repeat another question than the open one ("coping nog eens")."""
    text = common.text_of(tracker)
    named = set(common.entity_values(tracker, "element")) - {tracker.get_slot(REQUESTED_SLOT)}
    return gesprek.intakevraag(text) is not None or bool(named and _AGAIN.search(text))


#: Words with which somebody asks what a question means, rather than to hear it again.
_MEANING = re.compile(r"\b(bedoel\w*|snap\w*|begrijp\w*|versta|uitleg\w*|leg\b.*\buit|betekent)\b", re.IGNORECASE)


#: Words with which somebody asks for the question in other words, or has not caught it.
_OTHER_WORDS = re.compile(
    r"\b(anders|andere woorden|korter|kort|simpeler|eenvoudiger|makkelijker|gewoon nederlands|duidelijker|lastig\w*|moeilijk\w*|"
    r"wablie\w*|watblief\w*|watte|huh|hè|pardon)\b",
    re.IGNORECASE,
)


def _other_form(tracker: Tracker) -> str:
    """The form of the open question in other words than it had last."""
    forms = gesprek.VORMEN[:2]
    last = next(
        (
            e["value"]
            for e in reversed(tracker.events)
            if e.get("event") == "slot" and e["name"] == "vorm" and e["value"]
        ),
        None,
    )
    return forms[1] if last == forms[0] else forms[0]


#: From this many words on, a message that was not understood is looked up in the sources.
MIN_QUESTION = 4


#: A question of so few words that names an element says enough.
_SHORT_BY_NAME = 3


def short_follow_up(tracker: Tracker) -> Antwoord | None:
    """The answer to a short question that leans on what was just told ("welke talen?", "en O'Mara?"); else None."""
    text = common.text_of(tracker)
    asks = wending.stelt_vraag(text) or text.lower().startswith(("en ", "waarom", "welk"))
    if tracker.active_loop.get("name") or not tracker.get_slot("vorige_uitspraken") or not asks:
        return None
    if len(text.split()) >= MIN_QUESTION or tracker.latest_message.get("gevaar"):
        return None
    found = answer(common.kennisbank(), question_of(tracker))
    return found if found.soort == "antwoord" else None


@feedback_first
class ActionNotUnderstood(Action):
    """Other words, then buttons, then a way out; never the same sentence twice in a row."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_not_understood"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Ask which of two readings is meant when there are two, else step up the help."""
        talk = changed_talk(dispatcher, tracker) or contested(dispatcher, tracker)
        if talk is not None:
            return talk
        found = asked_by_name(tracker) if only_researchers(tracker) or not common.in_form(tracker) else None
        if found is not None:
            return say_found(dispatcher, tracker, found)
        if wending.heeft_haast(common.text_of(tracker)):
            return in_a_hurry(dispatcher, tracker)
        told = feedback_asked(dispatcher, tracker)
        if told is not None:
            return told
        if not common.in_form(tracker) and (chooses_point(tracker) or _chooses_vaguely(tracker)):
            return choose_point(dispatcher, tracker)
        named = _begins_with_name(tracker)
        if named:
            return named
        if wending.stelt_zich_voor(common.text_of(tracker)) and not common.in_form(tracker):
            return _welcomed(dispatcher)
        same = _same_again(dispatcher, tracker) or _left_open(dispatcher, tracker)
        if same:
            return same
        following = short_follow_up(tracker)
        if following is not None:
            common.say(dispatcher, following.tekst, following.regels)
            return remember(following)
        ranking = tracker.latest_message.get("intent_ranking") or []
        danger = tracker.latest_message.get("gevaar")
        if not danger:
            inbox.bewaar(common.text_of(tracker), [str(r["name"]) for r in ranking if r["name"] != "nlu_fallback"])
        if danger == "genoemd" and common.in_form(tracker):
            # The numbers were given already; that it was not understood would be a cold answer.
            return common.asks_again(tracker)
        pupil = _about_a_pupil(dispatcher, tracker)
        if pupil is not None:
            return pupil
        attempt = int(tracker.get_slot("pogingen") or 0)
        text = common.text_of(tracker)
        if not common.in_form(tracker) and wending.wil_check(text):
            return to_check(dispatcher, tracker)
        by_name = len(text.split()) >= _SHORT_BY_NAME and common.entity_values(tracker, "element")
        if (len(text.split()) >= MIN_QUESTION or by_name) and (
            wending.stelt_vraag(text) or not common.in_form(tracker)
        ):
            # The intent is unclear, but the sources may hold an answer all the same.
            found = answer(common.kennisbank(), question_of(tracker))
            if found.soort in ("antwoord", "misschien", "valkuil", "buiten_bronnen"):
                common.say(dispatcher, found.tekst, found.regels)
                return [*remember(found), *common.asks_again(tracker)]
        if not common.in_form(tracker):
            text, buttons = outside(attempt)
            other = [button for button in buttons if button != BUTTON_START]
            common.say(dispatcher, text, buttons=buttons if other == buttons else [*ways_on(tracker), *other])
            return common.set_slots({"pogingen": attempt + 1, "aanbod": None})
        doubt = _in_doubt(tracker)
        if doubt:
            return common.set_slots({"pogingen": attempt + 1, "vorm": doubt})
        common.say(dispatcher, _INSIDE[attempt % len(_INSIDE)])
        vorm = gesprek.vorm_na(attempt)
        return common.set_slots({"pogingen": attempt + 1, "vorm": vorm})


def _same_again(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
    """Answer the open question as the one before it was answered, where a message says so ("idem"); else nothing."""
    kb, stand, asked = common.kennisbank(), common.stand_of(tracker), tracker.get_slot(REQUESTED_SLOT)
    answer_before = stand.antwoorden.get(str(tracker.get_slot("laatst_beantwoord")))
    if (
        asked not in kb.elementen
        or answer_before is None
        or not zelfde_antwoord(lees_kort(common.text_of(tracker)).norm)
    ):
        return []
    common.say(dispatcher, f"Ik noteer: {gesprek.toon_antwoorden(kb, {str(asked): answer_before})}.")
    return common.set_slots({str(asked): answer_before, "laatst_beantwoord": asked, "pogingen": None, "vorm": None})


#: So many times a question of the intake is asked; nothing hangs on its answer.
_MOST_ATTEMPTS = 3


def _left_open(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
    """Leave a question of the intake open that was asked in all words there are; nothing before that."""
    asked, attempt = tracker.get_slot(REQUESTED_SLOT), int(tracker.get_slot("pogingen") or 0)
    if not common.in_form(tracker) or asked not in ("sector", "doelgroep") or attempt < _MOST_ATTEMPTS:
        return []
    common.say(dispatcher, "Dat begreep ik niet. Deze vraag laat ik open, en we gaan door met de volgende.")
    return common.set_slots({str(asked): "onbekend", "pogingen": None, "vorm": None})


def _chooses_vaguely(tracker: Tracker) -> bool:
    """Whether a message says where to begin after that was asked, without naming it ("dan beginnen we daar maar mee")."""
    text = common.text_of(tracker)
    return tracker.get_slot("aanbod") == "prioriteit" and gesprek.kiest_punt(text) and not wending.stelt_vraag(text)


def _begins_with_name(tracker: Tracker) -> Events:
    """Start the check when a message that nothing else is made of says how the programme is called; else nothing."""
    busy = tracker.active_loop.get("name") or common.stand_of(tracker).antwoorden or tracker.get_slot("interventie")
    name = None if busy else wending.verteld_naam(common.text_of(tracker))
    if not name or not name[0].isupper():
        return []
    told = {slot: next(iter(common.entity_values(tracker, slot)), None) for slot in ("sector", "doelgroep")}
    return [*common.set_slots({"interventie": name, **told, "aanbod": None}), FollowupAction(gesprek.FORM)]


def _in_doubt(tracker: Tracker) -> str | None:
    """The form of the open question that offers the two answers between which the NLU hesitates; not twice in a row."""
    if tracker.get_slot("requested_slot") not in common.kennisbank().elementen:
        return None
    form = gesprek.vorm_bij_twijfel(tracker.latest_message.get("twijfel") or ())
    return form if form != tracker.get_slot("vorm") else None


class ActionCoreFallback(Action):
    """Rasa's fallback where no rule fits: says so once and waits, or goes back to the open question."""

    def name(self) -> str:
        """Name in the domain and in config.yml."""
        return "action_core_fallback"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Without the follow-up Rasa would predict this action again and again."""
        events = ActionNotUnderstood().run(dispatcher, tracker, domain)
        loop = tracker.active_loop.get("name")
        return [*events, FollowupAction(str(loop) if loop else "action_listen")]


#: To somebody with little time; a check need not be done in one go.
IN_A_HURRY = (
    "Dat kan. De vragen duren ongeveer tien minuten, en één woord is genoeg. Je mag halverwege stoppen: "
    "je antwoorden blijven nog even staan, en met *ga verder* ga je verder."
)


#: With little time, somebody may ask what comes first, and not how long we take.
_ASKS_WHERE = re.compile(
    r"\b(?:waar(?:op|mee|aan)?|wat|welke?) (?:\w+ ){0,3}(?:we|wij|ik|je|eerst|dan)\b", re.IGNORECASE
)


def in_a_hurry(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
    """Say how long it takes and that it need not be done in one go; outside the forms, offer to start."""
    loop = tracker.active_loop.get("name")
    if _ASKS_WHERE.search(common.text_of(tracker)):
        found = answer(common.kennisbank(), question_of(tracker))
        if found.onderwerp == "weinig_tijd_prioriteit":
            return say_found(dispatcher, tracker, found)
    common.say(dispatcher, IN_A_HURRY, buttons=None if loop else [BUTTON_START])
    return common.asks_again(tracker) if loop else [SlotSet("aanbod", "start")]


_INSIDE = (
    "Dat begreep ik niet goed.",
    "Sorry, ik snap het nog niet. Een knop kiezen mag ook.",
    "Het lukt me niet om dit te begrijpen.",
    "Ook dit begreep ik niet. Met *help* zie je wat ik kan.",
    "Ik kom er niet uit. Zeg het gerust in één of twee woorden.",
)
_BUTTON_HELP = {"title": "Wat kun je?", "payload": "/help"}
_OUTSIDE: tuple[tuple[str, list[dict[str, str]]], ...] = (
    ("Dat begreep ik niet goed. Kun je het met andere woorden zeggen?", []),
    ("Ik snap het nog niet. Misschien helpt een van deze knoppen.", [BUTTON_START, _BUTTON_HELP]),
    (
        "Hier kom ik niet verder mee. Een mens kan je wel helpen: de Gezonde School-adviseur van jullie GGD, bijvoorbeeld.",
        [BUTTON_START, _BUTTON_HELP],
    ),
)
#: After three attempts the ways out take turns, so that no sentence comes twice in a row.
_LATER: tuple[tuple[str, list[dict[str, str]]], ...] = (
    ("Misschien gaat het beter met de vragen van de keuzehulp. Die lopen we stap voor stap langs.", [BUTTON_START]),
    ("Ook dit ken ik niet. Met *help* zie je wat ik kan. Je mag ook later verdergaan.", [_BUTTON_HELP, BUTTON_START]),
    ("Nog steeds niet gelukt, sorry. Kies gerust een knop.", [BUTTON_START, _BUTTON_HELP]),
)


def outside(attempt: int) -> tuple[str, list[dict[str, str]]]:
    """What is said outside the questionnaire after this many attempts: other words, buttons, a person, and ways out."""
    if attempt < len(_OUTSIDE):
        return _OUTSIDE[attempt]
    return _LATER[(attempt - len(_OUTSIDE)) % len(_LATER)]


def to_check(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
    """Start the questionnaire, or go on with it where it was left."""
    stand = common.stand_of(tracker)
    open_ = gesprek.te_doen(common.kennisbank(), stand)
    if stand.antwoorden and not open_:
        common.say(dispatcher, "Alle vragen zijn al beantwoord. Typ *feedback* of *overzicht* om ze terug te zien.")
        return [SlotSet("aanbod", None)]
    told = gesprek.toon_stand(stand)
    common.say(dispatcher, f"We gaan verder met de vragen. {told}" if stand.antwoorden else "Goed, dan nu de vragen.")
    values = {"te_bevestigen": None, "aanbod": None, "pogingen": None}
    return [*common.set_slots(values), FollowupAction(gesprek.FORM)]


@feedback_first
class ActionChitchat(Action):
    """Small talk: a friendly line in turns, and back to the matter."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_chitchat"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Say the next line; an apology gets a reply of its own, and so does who has a hard time."""
        talk = changed_talk(dispatcher, tracker) or contested(dispatcher, tracker)
        if talk is not None:
            return talk
        if chooses_point(tracker) and not common.in_form(tracker):
            return choose_point(dispatcher, tracker)  # "ik vind oefenen het belangrijkst"
        pupil = _about_a_pupil(dispatcher, tracker)
        if pupil is not None:
            return pupil
        about = None if common.in_form(tracker) else asked_by_name(tracker)
        if about is not None:
            return say_found(dispatcher, tracker, about)
        if wending.knikt(common.text_of(tracker)) and common.in_form(tracker):
            return common.asks_again(tracker)
        if wending.stelt_zich_voor(common.text_of(tracker)) and not common.in_form(tracker):
            return _welcomed(dispatcher)
        text = _in_turn(tracker, self.name(), _CHITCHAT)
        belief = (
            answer(common.kennisbank(), question_of(tracker)) if wending.stelt_vraag(common.text_of(tracker)) else None
        )
        if belief is not None and belief.soort == "valkuil":
            # "Is dat niet gewoon aangeboren": what people say of resilience is no small talk.
            common.say(dispatcher, belief.tekst, belief.regels)
            return [*remember(belief), *common.asks_again(tracker)]
        if wending.neemt_pauze(common.text_of(tracker)):
            text = "Neem rustig de tijd. Je antwoorden blijven staan."
        elif wending.biedt_excuus(common.text_of(tracker)):
            text = "Geeft niets, we gaan gewoon verder."
        elif common.in_form(tracker) and wending.zucht(common.text_of(tracker)):
            text = "Neem rustig de tijd. Weet je het niet, dan is *weet ik niet* ook goed, en *overslaan* mag."
        elif wending.noemt_overlijden(common.text_of(tracker)):
            text = grief()
        elif wending.houdt_niet_vol(common.text_of(tracker)):
            text = hard_time()
        elif wending.heeft_het_zwaar(common.text_of(tracker)):
            text = _in_turn(tracker, self.name(), KIND)
        common.say(dispatcher, text)
        return common.asks_again(tracker)


def _welcomed(dispatcher: CollectingDispatcher) -> Events:
    """A word for who says who they are, and the offer to begin."""
    common.say(dispatcher, "Fijn dat je er bent. Zullen we jullie interventie langslopen?", buttons=[BUTTON_START])
    return [SlotSet("aanbod", "start")]


def grief() -> str:
    """What is said of somebody's death: no advice, and whom to turn to when it still weighs on someone."""
    line = next((n for n in common.kennisbank().crisis.nummers if "113" in n.naam), None)
    number = f" of bel {line.naam}: {line.nummer}" if line else ""
    help_ = f"Heeft iemand het er zwaar mee, overleg dan met jullie zorgteam{number}."
    return f"Wat verdrietig. Dat is heel ingrijpend, ook voor een school. {help_}"


#: What makes a name one of a pupil somebody worries about.
_TROUBLE = re.compile(
    r"\b(?:leerling\w*|meisje|jongen|kind|thuis|proble\w+|moeilijk|lastig|zorgen|verdriet\w*|angst\w*|bang|pest\w*|gepest|somber|"
    r"ruzie|gescheiden|scheiding|huilt|depress\w*|adhd|autis\w*|boos|gedrag\w*|uit [1-6] ?[a-z]\b)",
    re.IGNORECASE,
)


def _about_a_pupil(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events | None:
    """After a name that was left out: no advice on one pupil, and where to go with it; None for another message."""
    if "naam" not in common.entity_values(tracker, "persoonsgegeven") or not _TROUBLE.search(common.text_of(tracker)):
        return None
    kb = common.kennisbank()
    helpline = next((n for n in kb.crisis.nummers if "Veilig Thuis" in n.naam), None)
    line = f" Zorgen over thuis: {helpline.naam} {helpline.nummer}, dag en nacht, ook voor advies." if helpline else ""
    common.say(
        dispatcher, f"Over één leerling geef ik geen advies. Bespreek het met jullie zorgcoördinator of zorgteam.{line}"
    )
    return common.asks_again(tracker)


class ActionBotChallenge(Action):
    """Who is speaking: a name and a maker when those are asked, and always that it is no human."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_bot_challenge"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """A message that does not ask for it, after all, is not understood."""
        text = common.text_of(tracker)
        if not common.in_form(tracker) and wending.noemt_wie_en_wanneer(text) and tracker.get_slot("aanbod"):
            return choose_point(dispatcher, tracker)
        own = wending.vraagt_naam_of_maker(text)
        found = asked_by_name(tracker)
        if found is not None:
            return say_found(dispatcher, tracker, found)
        if own:
            common.say(dispatcher, OWN_NAME if own == "naam" else OWN_MAKER)
        else:
            dispatcher.utter_message(response="utter_bot_challenge")
        return common.asks_again(tracker)


OWN_NAME = "Ik heet Keuzehulp Veerkracht. Ik ben een chatbot: een computerprogramma en geen mens."
OWN_MAKER = (
    "Ik ben een computerprogramma dat de keuzehulp van het Trimbos-instituut met jullie langsloopt. "
    "Wie mij op jullie school beheert, kan je school of bestuur vertellen. Mijn antwoorden zijn van tevoren geschreven, met de bron erbij."
)


@feedback_first
class ActionInsult(Action):
    """A harsh word: stay calm, and offer a way on; what somebody else thinks is no harsh word to the bot."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_insult"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Say the next line; "goed of slecht" of an element asks the sources."""
        found = asked_by_name(tracker)
        if found is not None:
            return say_found(dispatcher, tracker, found)
        others = wending.mening_van_ander(common.text_of(tracker))
        common.say(dispatcher, _in_turn(tracker, self.name(), _DOUBT_OF_OTHERS if others else _INSULT))
        return common.asks_again(tracker)


def _in_turn(tracker: Tracker, action: str, lines: tuple[str, ...]) -> str:
    """The next of some lines: never the same one twice in a row."""
    earlier = sum(e.get("event") == "action" and e.get("name") == action for e in tracker.events)
    return lines[earlier % len(lines)]


_CHITCHAT = (
    "Daar weet ik te weinig van. Ik help graag met vragen over veerkracht en over jullie interventie.",
    "Daar kan ik niet veel over zeggen, ik ben maar een computerprogramma. Met de keuzehulp help ik je graag.",
    "Dat laat ik aan de koffiekamer. Met de keuzehulp help ik je graag verder.",
    "Daar heb ik geen verstand van. Wel kan ik jullie interventie naast de keuzehulp leggen.",
)
#: For a colleague who is tired, sad or ill, or tells so of somebody.
KIND = (
    "Wat vervelend. Neem gerust even rust: je antwoorden blijven staan en later verdergaan mag altijd.",
    "Dat klinkt zwaar. Praat er eens over met een collega of je leidinggevende. De vragen hier hebben geen haast.",
    "Vervelend om te horen. Doe rustig aan; we gaan verder wanneer het jou uitkomt.",
)


def hard_time() -> str:
    """To a colleague who cannot go on: where to turn, and no question whether to stop the check."""
    numbers = next((line for line in common.kennisbank().crisis.tekst_regels if "113" in line), "")
    return (
        "Dat klinkt zwaar. Loop er niet alleen mee rond: praat erover met een collega, je leidinggevende, de bedrijfsarts of je huisarts. "
        f"{numbers} De vragen hier hebben geen haast. Wil je stoppen, typ dan *stop*."
    )


_INSULT = (
    "Vervelend dat het niet lekker loopt. Zeg het gerust in je eigen woorden, typ *help*, of typ *stop* om te stoppen.",
    "Dat is jammer om te horen. Wil je met iemand praten, dan kun je bij de GGD terecht (Gezonde School-adviseur).",
    "Ik snap dat je er genoeg van hebt. Je mag een vraag overslaan, of later verdergaan: typ dan *stop*.",
    "Ik doe mijn best, maar ik begrijp niet alles. Een knop kiezen werkt vaak sneller.",
)
_DOUBT_OF_OTHERS = (
    "Het kan dat niet iedereen er hetzelfde over denkt. Bespreek het gerust samen; ik vraag alleen wat jullie doen.",
    "Dat is goed om te weten. Misschien helpt het om de antwoorden straks samen te bekijken.",
    "Verschillende meningen mogen. De antwoorden kun je later altijd nog veranderen.",
)
