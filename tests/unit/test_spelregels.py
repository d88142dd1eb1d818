"""Questions and commands about using the check, which are no answer to the open question."""

from __future__ import annotations

import pytest

from keuzehulp import spelregels, wending


@pytest.mark.parametrize(
    ("tekst", "id"),
    [
        ("mogen we ook vragen overslaan?", "overslaan"),
        ("Hoe sla ik een vraag over?", "overslaan"),
        ("kunnen we straks verdergaan?", "later"),
        ("moeten we dit in één keer doen", "in_een_keer"),
        ("hoe lang duurt de vragenlijst ongeveer?", "duur"),
        ("hoeveel minuten kost het invullen", "duur"),
        ("we hebben twee programma's, hoe doe ik dat", "meer_programmas"),
        ("wij gebruiken drie methodes, mag dat?", "meer_programmas"),
        ("kan ik iemand spreken?", "mens"),
        ("ik wil liever een echt mens", "mens"),
        ("Waar kunnen we een klacht melden?", "klacht"),
        ("ik ben van ICT en vul dit in voor een collega, werkt dat?", "voor_een_ander"),
        ("mag ik de vragen namens een collega beantwoorden?", "voor_een_ander"),
        ("En waarom zou ik hier tien minuten aan besteden?", "waarom"),
        ("waarom moet ik deze vragen beantwoorden?", "waarom"),
        ("vul jij het maar in", "zelf_invullen"),
        ("kies jij maar", "zelf_invullen"),
        ("Versta je ook Engels?", "taal"),
    ],
)
def test_a_question_about_the_check_is_known(tekst: str, id: str) -> None:
    rule = spelregels.spelregel(tekst)
    assert rule is not None
    assert rule.id == id


@pytest.mark.parametrize(
    "tekst",
    [
        "mag ik deze overslaan?",
        "doe maar ja",
        "de leraren vullen het zelf in",
        "we doen het ook in het engels",
        "is er training voor een mentor, werkt dat?",
        "waarom zou ik tien minuten aan oefenen besteden?",
        "waarom zouden we dit doen met ouders",
        "sla over",
        "kan ik stoppen?",
        "spreek ik met een mens?",
        "hoe lang duurt Kanjertraining?",
        "leerlingen kunnen later verder met hun plan",
        "leerlingen met klachten doen mee",
        "we hebben twee trainers",
        "hoeveel tijd kost invoeren?",
        "mogen leerlingen een les overslaan?",
    ],
)
def test_another_message_is_none(tekst: str) -> None:
    assert spelregels.spelregel(tekst) is None


@pytest.mark.parametrize(
    "tekst", ["wis de laatste", "oei, maak dat ongedaan", "Kun je dat laatste antwoord terugdraaien?", "undo"]
)
def test_the_last_answer_is_taken_back(tekst: str) -> None:
    assert spelregels.draait_terug(tekst)


@pytest.mark.parametrize("tekst", ["wis alles", "haal mijn gegevens weg", "dat draaien we nog niet", "het laatste uur"])
def test_more_than_the_last_answer_is_something_else(tekst: str) -> None:
    assert not spelregels.draait_terug(tekst)


@pytest.mark.parametrize(
    "tekst", ["ga naar vraag 7", "door naar blok educatief", "spring naar de vragen over structuur"]
)
def test_a_jump_is_known(tekst: str) -> None:
    assert spelregels.daad_van(tekst, vraag_open=True) == "go_back"


@pytest.mark.parametrize(
    ("tekst", "daad"),
    [
        ("wij willen toch een ander programma bekijken", "restart"),
        ("laat maar zien wat er al staat", "summary"),
        ("kun je dat uitleggen", "repeat_question"),
        ("leerlingen gaan naar een andere school", None),
        ("ze laten zien wat ze kunnen", None),
        ("we leggen het goed uit", None),
    ],
)
def test_commands_of_more_than_a_word(tekst: str, daad: str | None) -> None:
    assert spelregels.daad_van(tekst, vraag_open=True) == daad


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("alle andere vragen zijn ook ja", True),
        ("nee, en de rest is ook nee", True),
        ("bij de andere groepen doen ze niets", False),
        ("de rest van de klas kijkt toe", False),
    ],
)
def test_all_other_questions_at_once(tekst: str, verwacht: bool) -> None:
    assert wending.over_de_rest(tekst) is verwacht


def test_two_programmes_in_one_are_both_the_name() -> None:
    assert wending.verteld_naam("we hebben een mix van Levenslessen en Kracht in de Klas") == (
        "Levenslessen en Kracht in de Klas"
    )
