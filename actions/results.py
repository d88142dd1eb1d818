"""What a check leads to: feedback, the rest on request, report, comparison, pasted descriptions."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import common
from actions.after import BUTTONS_AFTER, HELPER, MORE, NEXT, check_is_done, feedback_first
from actions.common import BUTTON_START, Events
from actions.compare import compare_again, comparison_columns, say_comparison
from actions.navigation import to_check
from actions.part import feedback_asked
from actions.questions import ActionAnswerQuestion, asked_of_the_sources, question_of, remember, say_found
from actions.report import REPORT, say_report
from actions.talk import KLOPT_DIT, changed_talk, summary_lines, talk_of
from keuzehulp import gesprek, kracht_gesprek, kracht_woorden, nafeedback, wending
from keuzehulp.beantwoorden.antwoorden import answer
from keuzehulp.beantwoorden.kennis import Antwoord
from keuzehulp.beantwoorden.vast import is_voor_de_bronnen
from keuzehulp.beschrijving import vergelijk_met, voorstellen
from keuzehulp.doelgroep import noemt_voor_iedereen
from keuzehulp.feedback import Deel, Regel, maak_feedback
from keuzehulp.privacy import maskeer
from keuzehulp.spelregels import spelregel
from keuzehulp.vergelijken import MEESTE_KOLOMMEN
from keuzehulp.vergelijkvraag import lees as lees_vergelijkvraag
from keuzehulp.vergelijkvraag import vergelijkt_iets_anders
from keuzehulp.verwerken import naam_interventie
from keuzehulp.voluit import vraagt_voorrang
from keuzehulp.vraagsoort import kenmerken
from keuzehulp.vraagvorm import wijst_terug

#: How many lines of the rest are shown at a time.
MORE_AT_ONCE = 5


class ActionFeedback(Action):
    """The end of the questionnaire: feedback, or silence when it was left before its end."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_feedback"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Say the five parts in order; offer the implementation questions once."""
        if tracker.get_slot("te_bevestigen") == "gestopt":
            return common.set_slots({"te_bevestigen": None, "aanbod": "hervat"})
        kb, stand = common.kennisbank(), common.stand_of(tracker)
        if stand.met_implementatie and not _open_implementation(stand):
            return _implementation(dispatcher, stand)
        common.say(
            dispatcher,
            f"Dank je, alle vragen zijn langs geweest. Dit zie ik bij {naam_interventie(kb, stand.interventie)}.",
        )
        return give_feedback(dispatcher, stand)


def give_feedback(dispatcher: CollectingDispatcher, stand: gesprek.Stand) -> Events:
    """Say the five parts in order; the last one ends in the question what matters most now."""
    *parts, last = maak_feedback(common.kennisbank(), stand).delen
    for part in parts:
        common.say(dispatcher, part.markdown(), part.uitspraken(), deel=part.id)
    common.say(dispatcher, OFFER)
    common.say(dispatcher, last.markdown(), last.uitspraken(), buttons=BUTTONS_AFTER, deel=last.id)
    return common.set_slots({"aanbod": "prioriteit", "vorm": None, **_told([*parts, last])})


def _told(parts: list[Deel]) -> dict[str, Any]:
    """The slots that make "waar staat dat" and "vertel meer" be about these parts of the feedback."""
    statements = list(dict.fromkeys(id for part in parts for id in part.uitspraken()))
    return {"onderwerp": None, "vorige_uitspraken": statements, "meer_vanaf": 0}


@feedback_first
class ActionShowFeedback(Action):
    """The feedback once more, or when it comes."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_show_feedback"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """On what is answered; with questions open, it says so. Asked what comes next, only that."""
        stand, text = common.stand_of(tracker), common.text_of(tracker)
        if common.in_form(tracker) and stand.antwoorden and wending.is_het_oneens(text):
            common.say(dispatcher, DISAGREES)
            return common.asks_again(tracker)
        told = asked_of_the_sources(tracker)
        if told is not None:
            common.say(dispatcher, told.tekst, told.regels)
            return [*remember(told), *common.asks_again(tracker)]
        if common.in_form(tracker):
            return _feedback_so_far(dispatcher, tracker, stand)
        if wending.wil_check(text):
            return to_check(dispatcher, tracker)
        if stand.antwoorden and wending.hoe_verder(text):
            common.say(dispatcher, NEXT, buttons=BUTTONS_AFTER)
            return [SlotSet("aanbod", "stap")]
        asked = feedback_asked(dispatcher, tracker)
        if asked is not None:
            return asked
        if check_is_done(tracker) and nafeedback.wil_de_rest(text):
            return ActionMore().run(dispatcher, tracker, domain)
        if stand.antwoorden and wending.is_het_oneens(text):
            common.say(dispatcher, DISAGREES)
            return [SlotSet("aanbod", None)]
        if not stand.antwoorden and asks_in_known_words(tracker):
            return ActionAnswerQuestion().run(dispatcher, tracker, domain)
        if not stand.antwoorden:
            common.say(dispatcher, "Voor feedback heb ik eerst antwoorden nodig.", buttons=[BUTTON_START])
            return [SlotSet("aanbod", "start")]
        open_ = gesprek.open_elementen(common.kennisbank(), stand)
        if open_:
            common.say(dispatcher, _still_open(open_))
        return give_feedback(dispatcher, stand)


#: Somebody does not agree with the feedback: it follows from the answers, and those can be changed.
DISAGREES = (
    "Dat mag. De feedback volgt uit jullie antwoorden. Over welk punt denken jullie anders? "
    "Typ bijvoorbeeld ‘ouders moet een beetje zijn’, dan pas ik het aan. Met *overzicht* zie je alle antwoorden. "
    "Wil je weten waar een zin op rust? Typ dan *waar staat dat*."
)


@feedback_first
class ActionHelp(Action):
    """What can be done: in general, or next after the feedback."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_help"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """After the questions, say what follows on them; else the general help."""
        if asks_in_known_words(tracker):
            return ActionAnswerQuestion().run(dispatcher, tracker, domain)
        rule = spelregel(common.text_of(tracker))
        if rule is not None:
            busy = tracker.active_loop.get("name") or common.stand_of(tracker).antwoorden
            common.say(dispatcher, rule.tekst, buttons=None if busy else [BUTTON_START])
            return common.asks_again(tracker) if busy else [SlotSet("aanbod", "start")]
        stand = common.stand_of(tracker)
        finished = stand.antwoorden and not gesprek.open_elementen(common.kennisbank(), stand)
        if finished and not common.in_form(tracker) and wending.hoe_verder(common.text_of(tracker)):
            common.say(dispatcher, NEXT, buttons=BUTTONS_AFTER)
            return [SlotSet("aanbod", "stap")]
        if tracker.get_slot("aanbod") in ("prioriteit", "stap") and wending.biedt_hulp_van(common.text_of(tracker)):
            common.say(dispatcher, HELPER)
            return [SlotSet("aanbod", "stap")]
        if _about_the_sources(tracker) or vraagt_voorrang(common.text_of(tracker)):
            return ActionAnswerQuestion().run(dispatcher, tracker, domain)
        dispatcher.utter_message(response="utter_help")
        return common.asks_again(tracker)


def asks_in_known_words(tracker: Tracker) -> bool:
    """Whether a message is a question for the sources by its words alone, or by what was told before it."""
    slots = (str(tracker.get_slot(name) or "") for name in ("onderwerp", "vorige_vraag"))
    return is_voor_de_bronnen(common.text_of(tracker), *slots)


def _about_the_sources(tracker: Tracker) -> bool:
    """Whether what looks like a call for help names something that the sources may have an answer to."""
    return any(common.entity_values(tracker, kind) for kind in ("element", "sector"))


#: Up to this many open questions are named; of more only the number is told.
NAMED_OPEN = 4


def _feedback_so_far(dispatcher: CollectingDispatcher, tracker: Tracker, stand: gesprek.Stand) -> Events:
    """In the questionnaire: the feedback on what is answered, what is still open, and back to the question."""
    kb = common.kennisbank()
    stand = _confirmed(stand)
    open_ = gesprek.open_elementen(kb, stand)
    if not stand.antwoorden:
        common.say(
            dispatcher,
            f"De feedback komt na de vragen. {'Het is er nog 1' if len(open_) == 1 else f'Het zijn er nog {len(open_)}'}.",
        )
        return common.asks_again(tracker)
    common.say(dispatcher, _still_open(open_) if open_ else "Dit zie ik tot nu toe.")
    shown = []
    for part in maak_feedback(kb, stand).delen[:-1]:
        about = {"groei": ("nee", "deels"), "onbekend": ("weet_niet", "overgeslagen")}.get(part.id)
        if about and not any(answer in about for answer in stand.antwoorden.values()):
            continue  # "nothing missing" cannot be said yet
        common.say(dispatcher, part.markdown(), part.uitspraken(), deel=part.id)
        shown.append(part)
    return common.set_slots({"vorm": "terug", "te_bevestigen": None, "bevestiging": None, **_told(shown)})


def _still_open(elements: list[str]) -> str:
    """Says that the feedback is on a part of the questions, and which are open."""
    kb = common.kennisbank()
    names = gesprek.opsomming(kb.elementen[e].korte_naam.lower() for e in elements)
    if len(elements) == 1:
        return f"Eén vraag staat nog open: {names}. Dit zie ik tot nu toe."
    listed = f": {names}" if len(elements) <= NAMED_OPEN else ""
    return f"Er staan nog {len(elements)} vragen open{listed}. Dit zie ik tot nu toe."


#: The implementation questions are offered in words, before the last question.
OFFER = (
    "Er zijn ook vijf vragen over de invoering op school. Typ *invoering* als je die wilt langslopen. "
    "Met *verslag* maak ik een verslag voor jullie team."
)


class ActionStartImplementation(Action):
    """Adds the implementation questions; the form follows by rule."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_start_implementation"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """They come after the three blocks, whatever is open there still."""
        kb, stand = common.kennisbank(), common.stand_of(tracker)
        left = len(gesprek.te_doen(kb, stand))
        if left:
            verb = "is" if left == 1 else "zijn"
            common.say(dispatcher, f"Die komen na de drie blokken. Daar {verb} nog {gesprek.vragen(left)} open.")
        elif not _open_implementation(stand):
            common.say(dispatcher, "Die vragen hebben jullie al beantwoord.")
        return common.set_slots({"met_implementatie": True, "aanbod": None})


def _open_implementation(stand: gesprek.Stand) -> list[str]:
    return [e.id for e in common.kennisbank().implementatie if not stand.antwoorden.get(e.id)]


def _implementation(dispatcher: CollectingDispatcher, stand: gesprek.Stand) -> Events:
    """Close the implementation questions: what stands, and the open ones as questions for the team."""
    kb = common.kennisbank()
    present = [e for e in kb.implementatie if stand.antwoorden.get(e.id) in gesprek.AANWEZIG]
    open_ = [e for e in kb.implementatie if stand.antwoorden.get(e.id) not in gesprek.AANWEZIG]
    lines = ["**Invoering op school**"]
    if present:
        lines.append(f"Hier hebben jullie al over nagedacht: {gesprek.opsomming(e.naam.lower() for e in present)}.")
    if open_:
        lines.append("Om samen te bespreken:")
        lines += [f"- {e.vraag_aanbieder}" for e in open_]
    lines.append("Zal ik er een verslag van maken?")
    common.say(dispatcher, "\n".join(lines), buttons=[REPORT])
    return [SlotSet("aanbod", "action_report")]


@feedback_first
class ActionMore(Action):
    """The rest of the feedback."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_more"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Say the next lines that were held back; when a question was answered since, more of that answer."""
        asked = feedback_asked(dispatcher, tracker)
        if asked is not None:
            return asked
        if common.in_form(tracker) and wending.wil_zien(common.text_of(tracker)):
            return ActionShowFeedback().run(dispatcher, tracker, domain)
        kb, stand = common.kennisbank(), _confirmed(common.stand_of(tracker))
        start, button = tracker.get_slot("meer_vanaf"), common.text_of(tracker).startswith("/")
        rest = check_is_done(tracker) and (nafeedback.wil_de_rest(common.text_of(tracker)) or _all_told(tracker))
        if not stand.antwoorden or (start is None and not rest and (common.in_form(tracker) or not button)):
            return ActionAnswerQuestion().run(dispatcher, tracker, domain)
        start = int(start or 0)
        lines = [(part.titel, line) for part in maak_feedback(kb, stand).delen for line in part.rest]
        shown = lines[start : start + MORE_AT_ONCE]
        if common.in_form(tracker):
            return _more_so_far(dispatcher, shown, start, len(lines))
        if not shown:
            common.say(dispatcher, "Er is niet meer: alles staat hierboven. Zal ik er een verslag van maken?")
            return common.set_slots({"aanbod": "action_report", "meer_vanaf": 0})
        left = len(lines) - start - len(shown)
        text, ids = _more_text(shown, left)
        common.say(dispatcher, text, ids, buttons=[MORE, REPORT] if left else [REPORT])
        return common.set_slots(
            {
                "meer_vanaf": start + len(shown),
                "vorige_uitspraken": ids,
                "aanbod": "action_more" if left else "action_report",
            }
        )


def _all_told(tracker: Tracker) -> bool:
    """Whether "vertel meer" about the last answer would say nothing that was not said already."""
    found = answer(common.kennisbank(), question_of(tracker))
    told = {str(id) for id in tracker.get_slot("vorige_uitspraken") or ()}
    return found.soort == "niet_gevonden" or set(found.regels) <= told


def _more_so_far(dispatcher: CollectingDispatcher, shown: list[tuple[str, Regel]], start: int, total: int) -> Events:
    """In the questionnaire: the next lines of the feedback so far, without buttons; the open question follows."""
    if not shown:
        common.say(dispatcher, "Er is nu niet meer: alles staat hierboven.")
        return common.set_slots({"meer_vanaf": 0, "vorm": "terug"})
    text, ids = _more_text(shown, total - start - len(shown))
    common.say(dispatcher, text, ids)
    return common.set_slots({"meer_vanaf": start + len(shown), "vorige_uitspraken": ids, "vorm": "terug"})


def _more_text(shown: list[tuple[str, Regel]], left: int) -> tuple[str, list[str]]:
    """Lines of the feedback that were held back, how many are left, and the statements in them."""
    tail = (
        f"Er {'is' if left == 1 else 'zijn'} er nog {left}. Typ *vertel meer* om door te gaan."
        if left
        else "Dat was alles."
    )
    ids = list(dict.fromkeys(u for _, line in shown for u in line.uitspraken))
    return "\n".join([*_with_titles(shown), tail]), ids


def _confirmed(stand: gesprek.Stand) -> gesprek.Stand:
    """Without what was filled in beforehand: that is no answer of the school before it said yes."""
    return replace(stand, antwoorden={e: a for e, a in stand.antwoorden.items() if e not in stand.voorstellen})


def _with_titles(lines: list[tuple[str, Regel]]) -> list[str]:
    """Lines as markdown, each part's title above its first line."""
    shown: list[str] = []
    previous = ""
    for title, line in lines:
        if title != previous:
            shown.append(f"**{title} (vervolg)**")
            previous = title
        shown.append(f"- {line.tekst}")
    return shown


class ActionReport(Action):
    """Offers the report for the team."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_report"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Point to the report, with the picture that stands in it."""
        stand = common.stand_of(tracker)
        if is_voor_de_bronnen(common.text_of(tracker)):
            return ActionAnswerQuestion().run(dispatcher, tracker, domain)
        if not stand.antwoorden:
            buttons = None if common.in_form(tracker) else [BUTTON_START]
            kept = " Wat jullie al zeiden, komt er dan ook in." if talk_of(tracker).antwoorden else ""
            common.say(dispatcher, f"Voor een verslag heb ik eerst antwoorden nodig.{kept}", buttons=buttons)
            return common.asks_again(tracker)
        say_report(dispatcher, tracker, stand)
        return common.asks_again(tracker)


@feedback_first
class ActionPaste(Action):
    """Reads a pasted description and proposes answers, each with the sentence it rests on."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_paste"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Invite to paste, or propose what the pasted text says; the form asks for confirmation by block."""
        text = common.text_of(tracker)
        if is_voor_de_bronnen(text):
            return ActionAnswerQuestion().run(dispatcher, tracker, domain)
        if len(text) < gesprek.MIN_BESCHRIJVING and not gesprek.is_beschrijving(text):
            common.say(dispatcher, INVITE)
            return common.asks_again(tracker)
        # What this text filled by the way is told below with the rest.
        kb, stand = common.kennisbank(), common.stand_of(tracker, common.slots_before_message(tracker))
        found = voorstellen(kb, text)
        if not found:
            common.say(
                dispatcher,
                "Ik lees in deze tekst niets over de elementen van de keuzehulp. We kunnen ze samen langslopen.",
            )
            return [*common.asks_again(tracker), *_open_form(tracker)]
        new = {v.element: v for v in found if not stand.antwoorden.get(v.element)}
        differing = vergelijk_met(stand.antwoorden, found)
        common.say(dispatcher, _paste_summary(len(new), len(differing)))
        slots: dict[str, Any] = {element: v.antwoord for element, v in new.items()}
        slots["voorstellen"] = {**stand.voorstellen, **{e: {"zin": maskeer(v.zin).tekst} for e, v in new.items()}}
        slots["tegenspraak_over"] = [
            {"element": t.element, "eerder": t.eerder, "nu": t.nieuw, "zin": maskeer(t.zin).tekst} for t in differing
        ] or None
        told = _told_in_text(tracker, stand)
        if told:
            common.say(dispatcher, _taken_from_text(told))
        return [*common.set_slots(slots | told), *_open_form(tracker)]


#: A name stands at the beginning of a description; further on it is another programme.
_IN_THE_BEGINNING = 120


def _told_in_text(tracker: Tracker, stand: gesprek.Stand) -> dict[str, str]:
    """Name, school and audience as a pasted text tells them, where they are not known yet."""
    kb, found = common.kennisbank(), {}
    names = [
        str(e["value"])
        for e in common.entities_of(tracker, "interventie")
        if int(e.get("start") or 0) < _IN_THE_BEGINNING and e["value"] not in kb.interventies
    ]
    if not stand.interventie and len(set(names)) == 1:
        found["interventie"] = names[0]
    for slot, known in (("sector", stand.sector), ("doelgroep", stand.doelgroep)):
        values = common.entity_values(tracker, slot)
        if slot == "doelgroep" and values == ("alle",) and not noemt_voor_iedereen(common.text_of(tracker)):
            continue  # "all mentors" and "everybody gets a manual" tell nothing of the pupils
        if not known and len(values) == 1:
            found[slot] = values[0]
    if found.get("interventie"):
        found["interventie"] = maskeer(found["interventie"]).tekst
    return found


def _taken_from_text(told: dict[str, str]) -> str:
    """What of the intake was read in a pasted text, so that it can be put right."""
    names = {
        "interventie": f"de naam (‘{told.get('interventie')}’)",
        "sector": "de school",
        "doelgroep": "voor wie het is",
    }
    return f"Ook {gesprek.opsomming(names[slot] for slot in told)} haalde ik uit de tekst."


INVITE = (
    "Ja, dat mag. Plak jullie beschrijving hier als één bericht, tot 20.000 tekens. Haal namen van leerlingen eruit. "
    "Ik stel per element een antwoord voor, met de zin waar het op rust. Daarna kijken jullie of het klopt."
)


def _paste_summary(new: int, differing: int) -> str:
    parts = ["Dank je, ik heb de tekst gelezen."]
    if new:
        noun = "element stel ik" if new == 1 else "elementen stel ik"
        parts.append(f"Voor {new} {noun} een antwoord voor, met de zin erbij. Jullie kijken per blok of het klopt.")
        parts.append("Over de rest haal ik niets uit de tekst; dat is iets anders dan nee, dus die vraag ik gewoon.")
    if differing:
        parts.append("Op sommige punten zegt de tekst iets anders dan jullie eerder zeiden. Dat leg ik eerst voor.")
    if not new and not differing:
        parts.append("Er staat niets nieuws in over de elementen.")
    return " ".join(parts)


def _open_form(tracker: Tracker) -> Events:
    """Outside the form, start it; inside, the rule goes back to it."""
    return [] if common.in_form(tracker) else [FollowupAction(gesprek.FORM)]


class ActionCompare(Action):
    """Up to three interventions side by side, own and described; no winner, no totals."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_compare"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Compare what the message names; with one name, the school's own answers stand beside it."""
        kb, stand, text = common.kennisbank(), common.stand_of(tracker), common.text_of(tracker)
        named = common.entity_values(tracker, "interventie")
        if _on_one_point(tracker, named) or _COSTS.search(text):
            return ActionAnswerQuestion().run(dispatcher, tracker, domain)
        if not named:
            again = compare_again(dispatcher, tracker)
            if again is not None:
                return again
            named = _programmes_before(tracker, 3 if wending.zegt_drie(text) else 2)
        if not named and _ALL_THREE.search(text):
            named = tuple(kb.interventies)
        unknown = [name for name in named if name not in kb.interventies and name != stand.interventie]
        if unknown:
            common.say(
                dispatcher,
                f"{gesprek.opsomming(unknown)} staat niet beschreven in mijn bronnen. Die kan ik niet vergelijken.",
            )
        described = [name for name in named if name in kb.interventies]
        columns = comparison_columns(stand, described)
        both_named = len(common.entity_values(tracker, "interventie")) > 1
        if _OWN_TOO.search(text) and not stand.antwoorden and not both_named and not text.startswith("/"):
            asks = "" if common.in_form(tracker) else " Zullen we die doen?"
            common.say(
                dispatcher,
                f"Van jullie eigen interventie staan er nog geen antwoorden. Na de check kan ik die ernaast zetten.{asks}",
            )
            return common.asks_again(tracker) if common.in_form(tracker) else [SlotSet("aanbod", "start")]
        if len(columns) < 2:
            # "Waarom zijn studies lastig te vergelijken" compares no programmes.
            elsewhere = None if named or text.startswith("/") else _of_other_things(tracker)
            if elsewhere is not None:
                return say_found(dispatcher, tracker, elsewhere)
            common.say(
                dispatcher, "Welke wil je naast elkaar zien?", buttons=None if common.in_form(tracker) else COMPARISONS
            )
            return common.asks_again(tracker)
        if len(described) == MEESTE_KOLOMMEN and _OWN_TOO.search(text):
            common.say(dispatcher, OWN_LEFT_OUT.format(naam=kb.interventies[described[0]].naam))
        wish = None if text.startswith("/") else lees_vergelijkvraag(kb, text, common.entity_values(tracker, "element"))
        if wish and wish.rijen == "eerste":
            columns = [*described[:MEESTE_KOLOMMEN]]  # the school's own answers are not asked for
        return say_comparison(dispatcher, tracker, columns, wish)


#: What a programme costs is in none of the sources, also where two of them are compared.
_COSTS = re.compile(r"\b(?:kost|kosten|prijs|prijzen|duurder|duurst\w*|goedkop\w*|betaal\w*|tarie\w+)\b", re.IGNORECASE)
_ALL_THREE = re.compile(
    r"\b(?:(?:de|die|alle|jullie) (?:drie|3|vier|4)|alledrie|(?:ze|die|alles) allemaal|allemaal (?:naast|met))\b|"
    r"\b(?:de|alle) beschreven (?:programma\W?s|interventies)\b",
    re.IGNORECASE,
)
_OWN_TOO = re.compile(r"\b(?:ons|onze|eigen|vier|4)\b", re.IGNORECASE)
OWN_LEFT_OUT = (
    "Ik leg er hooguit drie naast elkaar. Jullie eigen interventie past daar niet bij; "
    "vraag bijvoorbeeld: *vergelijk ons met {naam}*."
)


def _of_other_things(tracker: Tracker) -> Antwoord | None:
    """The answer when a comparison is asked and no programme is in play: of studies, of two concepts; None otherwise."""
    kb, text = common.kennisbank(), common.text_of(tracker)
    played = tracker.get_slot("vergeleken") or str(tracker.get_slot("onderwerp")) in kb.interventies
    if played or not vergelijkt_iets_anders(text):
        return None
    found = answer(kb, question_of(tracker))
    return found if found.soort != "keuze" else None


def _on_one_point(tracker: Tracker, named: tuple[str, ...]) -> bool:
    """Whether two elements are compared, or two described programmes on one point: the sources answer, not the table."""
    text = common.text_of(tracker)
    elements = common.entity_values(tracker, "element")
    described = [name for name in named if name in common.kennisbank().interventies]
    if not named:
        return bool(elements)
    if _OWN_TOO.search(text):
        return False
    return len(described) > 1 and not text.startswith("/") and bool(elements or kenmerken(text))


def _programmes_before(tracker: Tracker, count: int) -> tuple[str, ...]:
    """The described programmes that were asked about last ("vergelijk die twee"); none when there were fewer."""
    if not wijst_terug(common.text_of(tracker)):
        return ()
    said = [
        str(entity["value"])
        for event in tracker.events
        if event.get("event") == "user"
        for entity in event["parse_data"].get("entities") or []
        if entity.get("entity") == "interventie" and entity["value"] in common.kennisbank().interventies
    ]
    latest = list(dict.fromkeys(reversed(said)))[:count][::-1]
    return tuple(latest) if len(latest) == count else ()


COMPARISONS = [
    {
        "title": f"{kb_names[0]} en {kb_names[1]}",
        "payload": f'/compare{{"interventie": ["{ids[0]}", "{ids[1]}"]}}',
    }
    for kb_names, ids in (
        (("Kanjertraining", "VRIENDEN"), ("kanjertraining", "vrienden")),
        (("Kanjertraining", "PAD"), ("kanjertraining", "pad")),
        (("VRIENDEN", "PAD"), ("vrienden", "pad")),
    )
]


@feedback_first
class ActionReflect(Action):
    """Opens the strengths talk; its form follows by rule."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_reflect"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Say where the talk comes from; in the questionnaire it waits until the end."""
        changed = changed_talk(dispatcher, tracker)
        if changed is not None:
            return [*changed, FollowupAction("action_listen")]
        if common.in_form(tracker):
            common.say(dispatcher, "Dat doen we graag, na de vragen. Typ dan *kleine stap*.")
            return common.asks_again(tracker)
        common.say(dispatcher, kracht_gesprek.opening(common.kennisbank()), ["positieve_focus.uitspraken.1"])
        return common.set_slots(
            {gesprek.kracht_slot(step.id): None for step in kracht_gesprek.STAPPEN} | {"aanbod": None}
        )


class ActionReflectDone(Action):
    """The end of the strengths talk: what was said, the small step, and the view after Grotberg."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_reflect_done"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Sum up in the team's own words; it goes into the report."""
        kb, stand = common.kennisbank(), common.stand_of(tracker)
        talk = talk_of(tracker)
        to_the_check = wending.wil_check(common.text_of(tracker))
        leaves = wending.neemt_afscheid(common.text_of(tracker))
        command = kracht_woorden.hierna(common.text_of(tracker))
        if command and stand.antwoorden:
            return _left_for(dispatcher, tracker, domain, command)
        if not talk.antwoorden:
            if to_the_check:
                return to_check(dispatcher, tracker)
            common.say(dispatcher, "Goed, we laten dit gesprek hier.")
            return []
        lines = summary_lines(talk)
        step = kracht_gesprek.kleine_stap(talk)
        lines.append(
            "Dit komt in het verslag." if step else "Een kleine stap mag ook later. De rest komt in het verslag."
        )
        if not to_the_check:
            lines.append("Tot ziens." if leaves else KLOPT_DIT)
        common.say(dispatcher, "\n".join(lines), kleine_stap=vars(step) if step else None)
        if leaves:
            return [SlotSet("aanbod", None)]
        if to_the_check:
            return to_check(dispatcher, tracker)
        if any(answer in gesprek.AANWEZIG for answer in stand.antwoorden.values()):
            view = kracht_gesprek.grotberg_beeld(kb, stand.antwoorden)
            common.say(dispatcher, kracht_gesprek.grotberg_tekst(kb, stand.antwoorden), [p.definitie.id for p in view])
        if not stand.antwoorden:
            common.say(dispatcher, TALK_FIRST, buttons=[BUTTON_START])
            return [SlotSet("aanbod", "start")]
        common.say(dispatcher, "Zal ik een verslag maken?", buttons=[REPORT])
        return [SlotSet("aanbod", "action_report")]


def _left_for(dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any], command: str) -> Events:
    """Leave the strengths talk for the report, the feedback or the questions about introducing it; what was said stays."""
    talk = talk_of(tracker)
    if talk.antwoorden:
        common.say(dispatcher, "\n".join([*summary_lines(talk), "Dat bewaar ik voor het verslag."]))
    if command == "invoering":
        events = ActionStartImplementation().run(dispatcher, tracker, domain)
        return [*events, FollowupAction(gesprek.FORM)]
    action = ActionReport() if command == "verslag" else ActionShowFeedback()
    return [SlotSet("aanbod", None), *action.run(dispatcher, tracker, domain)]


#: A strengths talk before the check: the report needs answers, and keeps what was said until then.
TALK_FIRST = (
    "Het verslag kan ik maken als ook de vragen over jullie interventie zijn gesteld. Zullen we die nu langslopen?"
)
