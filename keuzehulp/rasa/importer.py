"""Training data importer: turns the knowledge base into slots, the form and its questions, and data/paren into sentences.

Named under `importers:` in config.yml beside Rasa's own file importer. Adding an element to the knowledge base
thereby adds its slot, its place in the form and its question, with no other file to edit.
"""

from __future__ import annotations

from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from keuzehulp import gesprek
from keuzehulp.kennisbank import Kennisbank, get_kennisbank
from keuzehulp.kennisbank.model import Element
from keuzehulp.kracht_gesprek import STAPPEN, Stap
from keuzehulp.nlu.bereik import GEEN
from keuzehulp.nlu.duiding import PAREN_MAP, lees_berichten

FORM = gesprek.FORM

#: Buttons under each question: title, intent and answer. The answer travels as an entity, so that an intent
#: typed by hand ("/affirm") records nothing.
KNOPPEN = (
    ("Ja, duidelijk", "affirm", "ja"),
    ("Een beetje", "partly", "deels"),
    ("Nee", "deny", "nee"),
    ("Weet ik niet", "dont_know", "weet_niet"),
)

#: The ways out after a row of failed attempts.
OVERSLAAN = {"title": "Vraag overslaan", "payload": "/skip"}
LATER = {"title": "Later verder", "payload": "/stop"}


class KennisbankImporter(TrainingDataImporter):
    """Gives Rasa the part of the domain that follows from the knowledge base."""

    def __init__(
        self, config_file: str | None = None, domain_path: str | None = None, training_data_paths: Any = None, **_: Any
    ) -> None:
        """Called by Rasa with the paths of the project; the knowledge base has its own folder."""

    def get_domain(self) -> Domain:
        """The slots, form and questions of the knowledge base. Raises KennisbankFout when it is wrong."""
        return Domain.from_dict(domain_of(get_kennisbank()))

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """No stories: conversations follow rules."""
        return StoryGraph([])

    def get_conversation_tests(self) -> StoryGraph:
        """No test stories."""
        return StoryGraph([])

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """The messages of data/paren that answer something. Raises ValueError when their file is wrong.

        Names and synonyms of the knowledge base need no sentences: they reach the NLU through the spaCy pipeline.
        """
        berichten = lees_berichten(PAREN_MAP / "berichten.yml")
        return TrainingData(
            [Message.build(tekst, "inform") for tekst, answers in berichten if set(answers.values()) != {GEEN}]
        )

    def get_config(self) -> dict[str, Any]:
        """No configuration of its own."""
        return {}

    def get_config_file_for_auto_config(self) -> str | None:
        """No configuration file."""
        return None


def domain_of(kb: Kennisbank) -> dict[str, Any]:
    """The domain of a knowledge base as plain data: slots, form and responses."""
    slots: dict[str, Any] = {}
    responses: dict[str, Any] = {}
    for element in kb.met_vraag:
        slots[element.id] = _slot(_answer_mappings(element.id))
        responses[f"utter_ask_{FORM}_{element.id}"] = _questions(kb, element)
        if element.getalvraag:
            name = gesprek.aantal_slot(element.id)
            slots[name] = _slot(_amount_mappings(name))
            responses[f"utter_ask_{FORM}_{name}"] = _amount_questions(element)
    for stap in STAPPEN:
        name = gesprek.kracht_slot(stap.id)
        slots[name] = _slot(_talk_mappings(name))
        responses[f"utter_ask_{gesprek.KRACHT_FORM}_{name}"] = _talk_questions(stap)
    return {
        "version": "3.1",
        "slots": slots,
        "forms": {
            FORM: {"required_slots": list(gesprek.alle_slots(kb))},
            gesprek.KRACHT_FORM: {"required_slots": [gesprek.kracht_slot(stap.id) for stap in STAPPEN]},
        },
        "responses": responses,
    }


def _slot(mappings: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "text", "influence_conversation": False, "mappings": mappings}


def _answer_mappings(slot: str) -> list[dict[str, Any]]:
    """An answer about this element by name, or an answer to the question while it is open.

    In the strengths talk nothing is recorded: what a team wants to do there is a plan, not what the programme has.
    """
    # What was not understood, or asks for something else, records nothing.
    sure = {"type": "from_entity", "entity": "antwoord", "not_intent": ["nlu_fallback", "out_of_scope", "crisis"]}
    return [
        {**sure, "role": slot, "conditions": [{"active_loop": FORM}, {"active_loop": None}]},
        {**sure, "role": "vraag", **_while_asked(slot)},
        {**sure, **_while_asked(slot)},
        {"type": "from_intent", "intent": "skip", "value": "overgeslagen", **_while_asked(slot)},
    ]


def _amount_mappings(slot: str) -> list[dict[str, Any]]:
    return [
        {"type": "from_entity", "entity": "aantal", "not_intent": "crisis", **_while_asked(slot)},
        {"type": "from_intent", "intent": "skip", "value": "overgeslagen", **_while_asked(slot)},
        {"type": "from_intent", "intent": "dont_know", "value": "weet_niet", **_while_asked(slot)},
        {
            "type": "from_text",
            "intent": ["inform", "affirm", "partly", "deny", "nlu_fallback"],
            **_while_asked(slot),
        },
    ]


def _while_asked(slot: str, form: str = FORM) -> dict[str, Any]:
    return {"conditions": [{"active_loop": form, "requested_slot": slot}]}


#: Acts that are no answer in the strengths talk; everything else a team types there is.
GEEN_ANTWOORD = (
    "bot_challenge", "crisis", "delete_data", "dont_know", "help", "privacy", "repeat_question", "skip", "stop",
)  # fmt: skip


def _talk_mappings(slot: str) -> list[dict[str, Any]]:
    asked = _while_asked(slot, gesprek.KRACHT_FORM)
    return [
        {"type": "from_intent", "intent": "skip", "value": "overgeslagen", **asked},
        {"type": "from_intent", "intent": "dont_know", "value": "weet_niet", **asked},
        {"type": "from_text", "not_intent": list(GEEN_ANTWOORD), **asked},
    ]


def _talk_questions(stap: Stap) -> list[dict[str, Any]]:
    buttons = [{"title": "Weet ik niet", "payload": "/dont_know"}, {"title": "Overslaan", "payload": "/skip"}]
    texts = {None: stap.vraag, "terug": f"Terug naar de vraag. {stap.vraag}", "anders1": stap.anders}
    return [
        {"text": text, "buttons": buttons}
        | ({"condition": [{"type": "slot", "name": "vorm", "value": vorm}]} if vorm else {})
        for vorm, text in texts.items()
    ]


def _questions(kb: Kennisbank, element: Element) -> list[dict[str, Any]]:
    """The question in its forms: first, again, and twice in other words; the slot `vorm` chooses."""
    progress = gesprek.voortgang(kb, element.id)
    place = f"{progress.blok}, vraag {progress.nr} van {progress.van}"
    first, second = (element.vraag_anders * 2)[:2]
    return [
        _variant(f"**{place}.** {element.vraag}", progress, None),
        _variant(f"Terug naar {place.lower()}. {element.vraag}", progress, "terug"),
        _variant(f"Ik vraag het anders. {first}", progress, "anders1"),
        _variant(f"Nog een keer, met andere woorden. {second}", progress, "anders2"),
        _variant(
            f"We kunnen deze vraag ook overslaan. Het gaat om: {element.naam.lower()}. Kies een knop, of typ *overslaan*.",
            progress,
            "uitweg",
            extra=[OVERSLAAN],
        ),
        _variant(
            f"Zullen we *{element.naam.lower()}* laten liggen? Kies *Vraag overslaan*, of ga later verder.",
            progress,
            "later",
            extra=[OVERSLAAN, LATER],
        ),
        *(_in_doubt(element, progress, pair) for pair in gesprek.TWIJFELPAREN),
    ]


def _in_doubt(element: Element, progress: gesprek.Voortgang, pair: tuple[str, ...]) -> dict[str, Any]:
    """The question when a message may mean either of two answers: only these two as buttons."""
    variant = _variant("", progress, gesprek.vorm_van(pair))
    variant["buttons"] = [b for b, (_, _, answer) in zip(variant["buttons"], KNOPPEN, strict=True) if answer in pair]
    one, other = (b["title"].lower() for b in variant["buttons"])
    variant["text"] = (
        f"Ik kan dat op twee manieren lezen. Is het bij *{element.naam.lower()}* **{one}** of **{other}**?"
    )
    return variant


def _variant(
    text: str, progress: gesprek.Voortgang, vorm: str | None, extra: list[dict[str, str]] | None = None
) -> dict[str, Any]:
    # Doubled braces: Rasa fills slots into single ones.
    buttons = [
        {"title": title, "payload": f'/{intent}{{{{"antwoord": "{answer}"}}}}'} for title, intent, answer in KNOPPEN
    ]
    variant: dict[str, Any] = {
        "text": text,
        "buttons": buttons + (extra or []),
        "metadata": {"voortgang": progress.gegevens()},
    }
    if vorm:
        variant["condition"] = [{"type": "slot", "name": "vorm", "value": vorm}]
    return variant


def _amount_questions(element: Element) -> list[dict[str, Any]]:
    assert element.getalvraag is not None
    buttons = [
        {"title": "Weet ik niet", "payload": "/dont_know"},
        {"title": "Vraag overslaan", "payload": "/skip"},
    ]
    unit = element.getalvraag.eenheid
    texts = {
        "": element.getalvraag.vraag,
        "terug": f"Terug naar de vraag. {element.getalvraag.vraag}",
        "anders1": f"Kun je een getal noemen? Een schatting van het aantal {unit} is genoeg.",
        "anders2": f"Typ bijvoorbeeld ‘ongeveer 8’. Het gaat om het aantal {unit}, niet om lessen.",
        "uitweg": "Laat het getal gerust weg. Kies een knop, dan gaan we verder.",
        "later": "Zonder getal kan het ook. Kies *Vraag overslaan*, of typ *stop* en ga later verder.",
    }
    variants: list[dict[str, Any]] = []
    for vorm, text in texts.items():
        variant: dict[str, Any] = {"text": text, "buttons": buttons}
        if vorm:
            variant["condition"] = [{"type": "slot", "name": "vorm", "value": vorm}]
        variants.append(variant)
    return variants
