"""What somebody tells before anything was asked, and what is concluded in an answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from keuzehulp.nlu import intake, vierweg
from keuzehulp.nlu.entiteiten import Entiteit
from keuzehulp.nlu.oplossen import Uitkomst, verbeterd_getal


@pytest.mark.parametrize(
    ("tekst", "intent"),
    [
        ("we doen hier iets met mentorlessen, weet niet of dat telt", "choose_intervention"),
        ("wij hebben een soort programma, geen idee of je daar wat mee kan", "choose_intervention"),
        ("weet ik niet", "dont_know"),
        ("ik heb geen idee wat jij doet", "dont_know"),
    ],
)
def test_a_programme_that_is_told_of_can_be_gone_through(nlp: Callable, tekst: str, intent: str) -> None:
    begrip = nlp(tekst)._.begrip
    gelezen = Uitkomst("dont_know", 0.9, [("dont_know", 0.9)], [Entiteit("antwoord", "weet_niet", 0, 1, "vraag")])
    assert intake.met_groet(begrip, gelezen).intent == intent


@pytest.mark.parametrize(
    ("tekst", "intent"),
    [
        ("ik zou graag ons programma laten beoordelen", "choose_intervention"),
        ("kunnen jullie onze lessen eens nakijken", "choose_intervention"),
        ("kan ik kanjertraining laten beoordelen door het nji", "out_of_scope"),
        ("wie kan mij beoordelen", "out_of_scope"),
    ],
)
def test_a_programme_to_be_looked_at_is_gone_through(nlp: Callable, tekst: str, intent: str) -> None:
    gelezen = Uitkomst("out_of_scope", 0.9, [("out_of_scope", 0.9)])
    assert intake.met_groet(nlp(tekst)._.begrip, gelezen).intent == intent


def _without_a_preference(nlp: Callable, tekst: str) -> set[str]:
    """The answers that are read where the model finds each of them as likely."""
    kansen = {"ja": 0.25, "deels": 0.25, "nee": 0.25, "weet_niet": 0.0, "geen": 0.25}
    uit = vierweg.weeg(nlp(tekst)._.begrip, Uitkomst("partly", 0.5, [("partly", 0.5)]), kansen, "fysieke_activiteit")
    return {a.waarde for a in uit.antwoorden}


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("alleen de brugklas dus nee", "nee"),
        ("twee keer per jaar komt er iets, dus eigenlijk ja", "ja"),
        ("ze maken er een poster over, dus een beetje", "deels"),
    ],
)
def test_what_is_concluded_counts(nlp: Callable, tekst: str, waarde: str) -> None:
    assert _without_a_preference(nlp, tekst) == {waarde}


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("nee. wacht, jawel", "ja"),
        ("nee, of toch wel: ze maken er een poster over", "ja"),
        ("een beetje, nee ja duidelijk", "ja"),
        ("ja dacht ik, maar bij nader inzien niet", "nee"),
    ],
)
def test_who_takes_back_the_first_word_means_the_last(nlp: Callable, tekst: str, waarde: str) -> None:
    assert _without_a_preference(nlp, tekst) == {waarde}


@pytest.mark.parametrize(("tekst", "waarde"), [("12 keer, nee 8", "ja"), ("nee, elke week acht keer zeuren ze", "nee")])
def test_no_before_a_number_takes_back_the_number(nlp: Callable, tekst: str, waarde: str) -> None:
    gelezen = Uitkomst("deny", 0.9, [("deny", 0.9)], [Entiteit("antwoord", "nee", 0, 1, "vraag")])
    assert [a.waarde for a in verbeterd_getal(nlp(tekst)._.begrip, gelezen, "oefenen").antwoorden] == [waarde]
