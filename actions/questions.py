"""Questions about the content: answered from the knowledge base, or honestly not."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import REQUESTED_SLOT

from actions import common, meant
from actions.after import check_is_done, feedback_first, told_amount, ways_on
from actions.common import Events
from actions.compare import compare_again
from actions.mending import contested
from actions.point import choose_point, chooses_point
from actions.talk import changed_talk
from keuzehulp import correctie, gesprek, programmavraag, veronderstelling, wending
from keuzehulp.beantwoorden.antwoorden import answer, prepare
from keuzehulp.beantwoorden.auteurs import noemt_alleen_onderzoekers
from keuzehulp.beantwoorden.kennis import Antwoord, Vraag
from keuzehulp.beantwoorden.opmaak import VERDER
from keuzehulp.kennisbank.weergave import toon_bron, zin
from keuzehulp.meetelt import meetelt
from keuzehulp.nlu.crisis import met_nummers
from keuzehulp.spelregels import duur, vraagt_duur
from keuzehulp.vergelijkvraag import MEER_IS_BETER, telt_elementen
from keuzehulp.verwerken import NIET_BESCHREVEN, naam_uit
from keuzehulp.voluit import voluit
from keuzehulp.vraagpatronen import PUNT_VAN_LIJST, WEERSTAND
from keuzehulp.vraagvorm import plat


def numbers_line() -> str:
    """One line with the emergency numbers, for a question that is about such a subject in general."""
    of_one: dict[str, list[str]] = {}
    for number in common.kennisbank().crisis.nummers:
        name, _, remark = number.naam.partition(" (")
        of_one.setdefault(name, []).append(f"{number.nummer} ({remark}" if remark else number.nummer)
    numbers = "; ".join(f"{name}: {' of '.join(shown)}" for name, shown in of_one.items())
    return f"Maak je je zorgen om iemand? Hier krijg je meteen hulp. {numbers}."


@feedback_first
class ActionAnswerQuestion(Action):
    """Answers any question about the sources, in and outside the questionnaire."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_answer_question"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Look the question up and say the statements found, or that they are not in the sources."""
        supposed = _supposed(dispatcher, tracker)
        if supposed is not None:
            return supposed
        changed = changed_talk(dispatcher, tracker) or self._after_the_check(dispatcher, tracker)
        if changed is None and not tracker.active_loop.get("name"):
            changed = compare_again(dispatcher, tracker)
        if changed is not None:
            return changed
        asked = tracker.get_slot(REQUESTED_SLOT) if common.in_form(tracker) else None
        if asked == "interventie" and wending.lijkt_naam(common.text_of(tracker)):
            # A name may sound like a question about the sources ("Veerkrachtig de klas in").
            name = naam_uit(common.text_of(tracker))
            common.say(dispatcher, NIET_BESCHREVEN.format(naam=name))
            return [SlotSet("interventie", name)]
        if vraagt_duur(common.text_of(tracker)) and not _talked_about_something(tracker):
            common.say(dispatcher, duur())
            return common.asks_again(tracker)
        if wending.wil_iets_vragen(common.text_of(tracker)):
            common.say(dispatcher, "Ja hoor, typ je vraag gerust. Daarna gaan we verder waar we waren.")
            return []
        noted, amount = _noted_just_now(tracker) or _answer_of_another(tracker), told_amount(tracker)
        if noted or amount:
            common.say(dispatcher, str(noted or amount))
            mends = [] if noted or common.in_form(tracker) else [SlotSet("aanbod", "overzicht")]
            return [*common.asks_again(tracker), *mends]
        worth = _worth_it(tracker)
        if worth:
            common.say(dispatcher, *worth)
            return common.asks_again(tracker)
        reason = reason_of_answer(tracker) or reason_of_question(tracker)
        if reason:
            common.say(dispatcher, *reason)
            return common.asks_again(tracker)
        counted = telt_elementen(common.text_of(tracker))
        question = Vraag(tekst=MEER_IS_BETER) if counted else question_of(tracker)
        found = answer_in_context(tracker, question)
        found = meetelt(common.kennisbank(), question, found) or found
        buttons = [choice_button(tracker, choice.id, choice.naam) for choice in found.keuzes] or None
        if (
            buttons is None
            and found.soort in ("niet_gevonden", "buiten_bronnen")
            and not tracker.active_loop.get("name")
        ):
            buttons = ways_on(tracker)
        # In the questionnaire the open question follows; two questions in one turn are one too many.
        text = found.tekst
        if tracker.active_loop.get("name") or check_is_done(tracker):
            text = text.replace(VERDER, "").strip()
        if met_nummers(common.text_of(tracker), tracker.latest_message.get("gevaar")):
            text = f"{text}\n\n{numbers_line()}"
        common.say(dispatcher, text, found.regels, buttons=buttons)
        events = remember(found)
        if str(tracker.get_slot("aanbod")).startswith("crisis"):
            # Who asks something else after a crisis may come back to it: until the check goes on nothing is recorded.
            events = [event for event in events if event.get("name") != "aanbod"]
        return [*events, *common.asks_again(tracker)]

    def _after_the_check(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events | None:
        """Outside the questionnaire a statement may choose a point or contest an answer; None when it does neither."""
        text, offer = common.text_of(tracker), tracker.get_slot("aanbod")
        if tracker.active_loop.get("name") or text.startswith("/") or wending.stelt_vraag(text):
            return None
        against = contested(dispatcher, tracker)
        if against is not None:
            return against
        if chooses_point(tracker) and (offer == "prioriteit" or _OURS.match(text)):
            return choose_point(dispatcher, tracker)
        if offer == "prioriteit" and _OURS.match(text) and not wending.stelt_vraag_als(text, "ask_fact"):
            return choose_point(dispatcher, tracker)  # "dan moeten we naar de directeur" says who can help
        return None


def _supposed(dispatcher: CollectingDispatcher, tracker: Tracker) -> Events | None:
    """What the feedback would say if an answer were another one ("wat als we ouders wel betrekken"); None otherwise."""
    kb, text = common.kennisbank(), common.text_of(tracker)
    asked = [e for e in common.entity_values(tracker, "element") if e in {element.id for element in kb.met_vraag}]
    # Who does not want to go along with it is asked of the sources, and changes no answer.
    unwilling = re.search(WEERSTAND, plat(text)) is not None
    if len(asked) != 1 or unwilling or not veronderstelling.stelt_voor(text):
        return None
    then = veronderstelling.gevolg(kb, common.stand_of(tracker), asked[0], veronderstelling.waarde(text))
    if then is None:
        return None
    common.say(dispatcher, then.tekst, then.uitspraken)
    told = {"onderwerp": asked[0], "vorige_uitspraken": list(then.uitspraken), "aanbod": None}
    return [*common.set_slots(told), *common.asks_again(tracker)]


#: A question for the sources that sounds like a command has at least this many words.
_SHORTEST = 3

#: Words that ask for the bot itself to do something, or for what it makes of the school: those are commands after all.
_MEANT_FOR_US = re.compile(
    r"\b(?:herhaal\w*|herhalen|nog (?:een |'n )?keer|nog eens|opnieuw|wat zei (?:je|jij|u)|zei je|feedback|terugkoppeling|"
    r"vind(?:en)? (?:je|jij|jullie|u)|"
    r"vindt u|doen (?:we|wij) het|ons|onze|ik|mijn|score\w*|uitslag|samenvat\w*|overzicht|verslag|rapportage|tips?|advies|hoeveel vragen|"
    r"(?:hoe)?ver|te gaan|nog veel|klaar|bezig)\b",
    re.IGNORECASE,
)


def asked_of_the_sources(tracker: Tracker) -> Antwoord | None:
    """The answer to a message that sounds like a command and is a question for the sources; None when it is none.

    "Wat zei Cuijpers?" is no request to say the last question again, and "wat kwam daaruit?" none for feedback.
    """
    text = common.text_of(tracker)
    point = tracker.get_slot("vorige_uitspraken") and re.search(PUNT_VAN_LIJST, plat(text))
    asks = wending.stelt_vraag(text) or wending.begint_met_vraagwoord(text) or point
    if only_researchers(tracker):
        return asked_by_name(tracker)
    if not asks or text.startswith("/") or len(text.split()) < _SHORTEST or _MEANT_FOR_US.search(text):
        return None
    found = answer(common.kennisbank(), question_of(tracker))
    return found if found.soort == "antwoord" else None


#: Two judgements between which somebody asks to choose.
_ONE_OR_OTHER = re.compile(
    r"\b(?:goed|nuttig|zinvol|slim|wel|beter) of (?:juist )?(?:slecht|niet|zinloos|onzin|slechter)\b", re.IGNORECASE
)


def asked_by_name(tracker: Tracker) -> Antwoord | None:
    """The answer to a message that only sounds like something else, and asks after what it names; None for any other.

    "Is emotieregulatie nu goed of slecht" is no complaint, and the names of researchers alone ask what they found.
    """
    text = common.text_of(tracker)
    if text.startswith("/"):
        return None
    if only_researchers(tracker):
        found = answer(common.kennisbank(), question_of(tracker))
        return found if found.soort in ("antwoord", "misschien") else None
    named = any(common.entity_values(tracker, kind) for kind in ("element", "begrip", "interventie"))
    asks = wending.stelt_vraag(text) or wending.begint_met_vraagwoord(text) or _ONE_OR_OTHER.search(text)
    if not named or not asks or len(text.split()) < _SHORTEST:
        return None
    found = answer(common.kennisbank(), question_of(tracker))
    return found if found.soort in ("antwoord", "valkuil") else None


def only_researchers(tracker: Tracker) -> bool:
    """Whether a message names researchers of the sources and nothing else."""
    return noemt_alleen_onderzoekers(prepare(common.kennisbank()), common.text_of(tracker))


def say_found(dispatcher: CollectingDispatcher, tracker: Tracker, found: Antwoord) -> Events:
    """Say an answer of the sources, remember it, and come back to the open question."""
    common.say(dispatcher, found.tekst, found.regels)
    return [*remember(found), *common.asks_again(tracker)]


def _talked_about_something(tracker: Tracker) -> bool:
    """Whether a question or a described programme was talked about, which "it" may point at."""
    described = str(tracker.get_slot("interventie") or "") in common.kennisbank().interventies
    return bool(tracker.get_slot("onderwerp")) or described


#: A team speaks of what it does ("we kiezen coping").
_OURS = re.compile(
    r"(?:(?:dan|daar) (?:moeten|gaan|kunnen|willen|beginnen) )?(?:dan |en |nou |ok |oke )*(?:wij|we|ons|laten we|ik)\b",
    re.IGNORECASE,
)


def _worth_it(tracker: Tracker) -> tuple[str, list[str]] | None:
    """Whether going on makes sense, asked of a described programme that is meant for others: what can be said, else None."""
    kb = common.kennisbank()
    described = kb.interventies.get(str(tracker.get_slot("interventie") or ""))
    if described is None or described.bereik is None or not wending.vraagt_of_het_zin_heeft(common.text_of(tracker)):
        return None
    tail = "Jullie kunnen de elementen wel langslopen om te zien wat jullie al doen. Of dit programma past, beslissen jullie zelf."
    return f"{zin(kb, described.bereik)} {tail}", [described.bereik.id]


def _answer_of_another(tracker: Tracker) -> str | None:
    """After "wat heb ik bij oefenen gezegd": what was answered about another ("en bij coping?"); else None."""
    turn = meant.turn_before(tracker)
    earlier = str(turn[0].get("text") or "") if turn else ""
    if not correctie.vraagt_verder(common.text_of(tracker)) or not (
        correctie.vraagt_antwoord(earlier) or correctie.vraagt_verder(earlier)
    ):
        return None
    return meant.answer_given(tracker, common.stand_of(tracker))


_IS_THAT_RIGHT = re.compile(
    r"(?:en |maar |hm+ |)klopt (?:dat|het|dit)(?: (?:zo|nou|nu|wel|allemaal|dan))*[ ?.!]*", re.IGNORECASE
)


def _noted_just_now(tracker: Tracker) -> str | None:
    """After "Ik noteer …" somebody may ask whether that is right: then how to change it, else None."""
    if not _IS_THAT_RIGHT.fullmatch(common.text_of(tracker).strip()):
        return None
    said = [e for e in tracker.events if e.get("event") in ("bot", "user")]
    if said and said[-1].get("event") == "user":
        said.pop()
    for event in reversed(said):
        if event.get("event") == "user":
            return None
        if str(event.get("text") or "").startswith(("Ik noteer", "Aangepast")):
            return "Zo heb ik jullie woorden begrepen. Klopt er iets niet? Typ bijvoorbeeld ‘ouders moet nee zijn’, dan pas ik het aan."
    return None


def question_of(tracker: Tracker) -> Vraag:
    """The question in the last message with what it is about and what was talked about before."""
    asked = tracker.get_slot(REQUESTED_SLOT) if common.in_form(tracker) else None
    named = common.entity_values(tracker, "interventie")
    if not named and wending.zegt_allebei(common.text_of(tracker)):
        # "Doen ze allebei iets met ouders?" after a comparison.
        named = tuple(tracker.get_slot("vergeleken") or ())
    question = Vraag(
        tekst=common.text_of(tracker),
        intent=common.intent_of(tracker),
        elementen=common.entity_values(tracker, "element"),
        begrippen=common.entity_values(tracker, "begrip"),
        interventies=named,
        open_element=element_of(asked),
        vorig_onderwerp=tracker.get_slot("onderwerp"),
        vorige_uitspraken=tuple(tracker.get_slot("vorige_uitspraken") or ()),
        vorige_vraag=tracker.get_slot("vorige_vraag") or "",
        eigen_programma=_described(tracker.get_slot("interventie")),
    )
    return voluit(common.kennisbank(), _at_programme(_at_open_question(tracker, question)))


def _at_programme(question: Vraag) -> Vraag:
    """A question that names a programme and says itself what it asks leans on nothing that was said before."""
    kb = common.kennisbank()
    if not question.interventies or any(name not in kb.interventies for name in question.interventies):
        return question
    confirmed = programmavraag.stelt_gerust(question.tekst)
    alone = not question.elementen and programmavraag.staat_op_zich(question.tekst)
    if confirmed == question.tekst and not alone:
        return question
    return replace(question, tekst=confirmed, vorig_onderwerp=None, vorige_uitspraken=(), vorige_vraag="")


def answer_in_context(tracker: Tracker, question: Vraag) -> Antwoord:
    """The answer; where a question that leans on the programme of just now finds none there, that with its name."""
    kb = common.kennisbank()
    found = answer(kb, question)
    named = _with_programme(tracker, question)
    if named is None:
        return found
    there = found.soort == "antwoord" and found.onderwerp == question.vorig_onderwerp
    if there and not programmavraag.moet_naam_hebben(question.tekst):
        return found
    of_programme = answer(kb, named)
    return found if of_programme.soort not in ("antwoord", "misschien") and found.soort == "antwoord" else of_programme


def _with_programme(tracker: Tracker, question: Vraag) -> Vraag | None:
    """A question that leans on the programme of just now, with its name; None for one that does not."""
    kb, earlier = common.kennisbank(), question.vorig_onderwerp
    asked_since = question.open_element and _asked_since_told(tracker, question.open_element)
    if earlier not in kb.interventies or question.interventies or asked_since:
        return None
    has = any(e in kb.interventies[earlier].codering for e in question.elementen)
    if not programmavraag.leunt_op_programma(question.tekst, has):
        return None
    text = programmavraag.met_naam(question.tekst, kb.interventies[earlier].naam)
    return replace(
        question,
        tekst=text,
        intent="ask_fact",
        interventies=(earlier,),
        begrippen=(),
        vorige_uitspraken=(),
        vorige_vraag="",
    )


def _at_open_question(tracker: Tracker, question: Vraag) -> Vraag:
    """A question that leans on what was said: on the open element, when that was asked after what was told last."""
    kb, earlier = common.kennisbank(), question.vorig_onderwerp
    if question.open_element is None or earlier in (None, question.open_element):
        return question
    if earlier in kb.interventies and not question.interventies:
        return question  # "hoeveel lessen heeft het?" is still about the programme
    if not _asked_since_told(tracker, question.open_element):
        return question
    return replace(question, vorig_onderwerp=question.open_element, vorige_uitspraken=(), vorige_vraag="")


def _asked_since_told(tracker: Tracker, element: str) -> bool:
    """Whether the open question was put after the last answer about the sources."""
    open_then: str | None = None
    told_at: str | None = None
    for event in tracker.events:
        if event.get("event") != "slot":
            continue
        if event["name"] == REQUESTED_SLOT and event["value"]:
            open_then = element_of(event["value"])
        elif event["name"] == "onderwerp" and event["value"]:
            told_at = open_then
    return told_at != element


def _described(intervention: str | None) -> str | None:
    """The intervention, if the sources describe it."""
    return intervention if intervention in common.kennisbank().interventies else None


def element_of(slot: str | None) -> str | None:
    """The element that an asked slot belongs to: the element itself, or the one whose amount is asked."""
    elements = common.kennisbank().elementen
    return next((e for e in (slot or "", (slot or "").removesuffix("_aantal")) if e in elements), None)


def reason_of_question(tracker: Tracker) -> tuple[str, list[str]] | None:
    """Why a question that is no element is asked, with its statements; None for any other question."""
    asked = tracker.get_slot(REQUESTED_SLOT) if common.in_form(tracker) else None
    if asked is None:
        return None
    if asked in common.kennisbank().elementen and wending.vraagt_bij_niet_weten(common.text_of(tracker)):
        return _NOT_KNOWING, []
    if asked in common.kennisbank().elementen and wending.vraagt_of_bot_het_weet(common.text_of(tracker)):
        return "Nee, hoe het bij jullie gaat, weet ik niet. Weten jullie het ook niet, kies dan *Weet ik niet*.", []
    if asked == "bevestig_voorstel" and wending.vraagt_waar_het_op_rust(common.text_of(tracker)):
        return _reason_of_block(tracker)
    # "Is 15 oefeningen goed?" names only what is counted.
    others = {e for e in common.entity_values(tracker, "element") if asked != gesprek.aantal_slot(e)}
    if common.intent_of(tracker) != "ask_why" or others:
        return None
    kb = common.kennisbank()
    if asked == "tegenspraak":
        return (
            "Wat ik nu lees, is anders dan wat jullie eerder antwoordden. Ik verander een antwoord pas als je het zegt.",
            [],
        )
    if asked == "interventie":
        return "Met de naam kan ik zien of de bronnen de interventie beschrijven. Je mag de vraag overslaan.", []
    frame = {"sector": kb.feedbackkader.sector_anders, "doelgroep": kb.feedbackkader.doelgroep_klachten}.get(asked)
    if frame:
        return zin(kb, frame), [frame.id]
    element = kb.elementen.get(asked.removesuffix("_aantal"))
    if element and element.getalvraag and asked == gesprek.aantal_slot(element.id):
        found = [b for b in element.bewijs if b.cijfers and b.past_bij == "sova"]
        statements = [*found[:1], *([element.getalvraag.let_op] if element.getalvraag.let_op else [])]
        return " ".join(zin(kb, s) for s in statements), [s.id for s in statements]
    return None


_NOT_KNOWING = (
    "Kies dan *Weet ik niet*. Dat telt niet als een nee: in de feedback staat het bij wat jullie nog niet weten. "
    "Jullie kunnen het antwoord later nog veranderen."
)


def _reason_of_block(tracker: Tracker) -> tuple[str, list[str]]:
    """Where the answers of a block that were filled in beforehand come from."""
    kb, stand = common.kennisbank(), common.stand_of(tracker)
    described = kb.interventies.get(str(stand.interventie or ""))
    tail = "Bij elk punt staat de zin waarop het rust. Of het bij jullie ook zo gaat, weten jullie zelf."
    if described is None:
        return f"Ik las dit in jullie eigen tekst. {tail}", []
    source = toon_bron(kb, described.beschrijving.bronnen)
    return f"Ik vulde dit in omdat het rapport {described.naam} zo beschrijft ({source}). {tail}", []


def reason_of_answer(tracker: Tracker) -> tuple[str, list[str]] | None:
    """Why an element stands where it stands in the overview or the feedback: what the school answered; else None."""
    # Outside the form an answer behind the question ("dat doen we elke week") fills the slot before this looks at it.
    kb, given = common.kennisbank(), common.stand_of(tracker, common.slots_before_message(tracker)).antwoorden
    named = next((e for e in common.entity_values(tracker, "element") if e in given), None)
    if named is None or not wending.vraagt_waarom_het_er_staat(common.text_of(tracker)):
        return None
    name = kb.elementen[named].korte_naam
    now = gesprek.toon_antwoorden(kb, {named: given[named]})
    other = "nee" if given[named] == "ja" else "ja"
    return (
        f"Dat volgt uit jullie antwoord. Nu staat er: {now}. Klopt dat niet? Typ ‘{name.lower()} moet {other} zijn’.",
        [],
    )


def choice_button(tracker: Tracker, id: str, name: str) -> dict[str, str]:
    """A button that asks the same kind of question about one of two candidates."""
    kb = common.kennisbank()
    kind = "element" if id in kb.elementen else "interventie" if id in kb.interventies else "begrip"
    return {"title": name, "payload": f'/{common.intent_of(tracker) or "ask_fact"}{{"{kind}": "{id}"}}'}


def remember(found: Antwoord) -> Events:
    """Keep what was talked about, so that 'en wat zegt onderzoek daarover?' can follow."""
    # "Vertel meer" is from now on about this answer, and no longer about the feedback.
    events: Events = [SlotSet("aanbod", None), SlotSet("meer_vanaf", None)]
    if found.onderwerp:
        events.append(SlotSet("onderwerp", found.onderwerp))
    if found.regels:
        events.append(SlotSet("vorige_uitspraken", list(found.regels)))
    if found.vraag:
        events.append(SlotSet("vorige_vraag", found.vraag))
    return events
