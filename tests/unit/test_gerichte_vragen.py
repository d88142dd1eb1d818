"""Questions that point at a study, a section, the list of building blocks or an amount; words that the sources do not explain."""

from __future__ import annotations

import pytest

from keuzehulp.beantwoorden.antwoorden import answer
from keuzehulp.beantwoorden.kennis import Antwoord, Vraag
from keuzehulp.kennisbank import Kennisbank
from tests.unit.vragen_op_rij import in_turn

NIET_UITGELEGD = "leggen mijn bronnen niet uit"


def _studies(kb: Kennisbank, given: Antwoord) -> set[str]:
    return {c.studie or "" for c in kb.uitspraken[given.regels[0]].bronnen}


@pytest.mark.parametrize(
    ("asked", "study"),
    [
        ("wat vond Lee?", "lee_2013"),
        ("wat vonden Lee en collega's", "lee_2013"),
        ("wat zegt bonanno", "bonanno_2004"),
        ("Wat zeggen Pincus en Friedman?", "pincus_friedman_2004"),
        ("wat zegt Liu et al. eigenlijk", "liu_2020"),
        ("en wat zegt Olbrich (1990)", "olbrich_1990"),
    ],
)
def test_what_a_study_says_is_of_that_study(kb: Kennisbank, asked: str, study: str) -> None:
    given = answer(kb, Vraag(asked))
    assert given.soort == "antwoord"
    assert study in _studies(kb, given)


@pytest.mark.parametrize("asked", ["wat zegt de minister", "wat vinden ouders van Lee", "wat zegt Jansen"])
def test_who_wrote_no_study_says_nothing(kb: Kennisbank, asked: str) -> None:
    assert answer(kb, Vraag(asked)).soort != "antwoord"


def test_a_study_is_asked_for_itself_whatever_was_talked_of(kb: Kennisbank) -> None:
    given = in_turn(kb, "wat is probleemoplossend vermogen?", "wat zegt Olbrich")
    assert "olbrich_1990" in _studies(kb, given)
    assert "Pincus" not in kb.uitspraken[given.regels[0]].tekst


@pytest.mark.parametrize(
    ("asked", "title", "number"),
    [
        ("wat staat er in paragraaf 5.3.3.2", "Effectiviteit", "5.3.3.2"),
        ("waar gaat § 3.3 over?", "Bouwstenen", "3.3"),
        ("wat staat er in hoofdstuk 6", "6.4", "6"),
    ],
)
def test_a_section_is_told_by_its_heading_and_what_stands_in_it(
    kb: Kennisbank, asked: str, title: str, number: str
) -> None:
    given = answer(kb, Vraag(asked))
    assert title in given.tekst.splitlines()[0]
    cited = [c.par for id in given.regels for c in kb.uitspraken[id].bronnen if c.bron == "T"]
    assert all(p == number or p.startswith(f"{number}.") for p in cited)


def test_a_section_that_is_not_there_is_not_made_up(kb: Kennisbank) -> None:
    assert answer(kb, Vraag("wat staat er in paragraaf 7.2")).soort == "niet_gevonden"


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (("is SES een bouwsteen",), "sociaaleconomische status"),
        (("hoort dankbaarheid bij de bouwstenen?",), "dankbaarheid"),
        (("welke bouwstenen zijn er?", "en empathie?"), "empathie"),
        (("welke bouwstenen horen bij het gezin?",), "opvoedvaardigheden"),
        (("is lef een bouwsteen van veerkracht",), "niet meegenomen"),
        (("hoort familie bij de bouwstenen",), "gezin"),
        (("horen vrienden bij de interne hulpbronnen",), "relaties buitenshuis"),
    ],
)
def test_what_stands_in_the_list_of_building_blocks(kb: Kennisbank, questions: tuple[str, ...], said: str) -> None:
    given = in_turn(kb, *questions)
    assert given.soort == "antwoord"
    assert said in given.tekst


@pytest.mark.parametrize(
    ("questions", "near"),
    [
        (("is intelligentie een bouwsteen?",), "intelligentie"),
        (("welke bouwstenen zijn er?", "en slaap?"), "drie groepen"),
        (("hoort armoede bij veerkracht?",), "sociaaleconomische status"),
        (("is vergeven een bouwsteen",), "vergevingsgezindheid"),
        (("is identiteit een bouwsteen",), "zelfidentiteit"),
        (("is optimistisch zijn een bouwsteen",), "optimisme"),
        (("is zelfbeeld een bouwsteen",), "positieve kijk op jezelf"),
        (("welke interne hulpbronnen zijn er", "en geloof"), "spiritualiteit"),
        (("hoort geld bij de externe hulpbronnen",), "financiële steun"),
        (("is humor een hulpbron",), "motivatie, hoop of humor"),
    ],
)
def test_what_does_not_stand_there_is_said_not_to(kb: Kennisbank, questions: tuple[str, ...], near: str) -> None:
    given = in_turn(kb, *questions)
    assert given.soort == "niet_gevonden"
    assert "staat niet in de lijst met bouwstenen" in given.tekst
    assert near in given.tekst


@pytest.mark.parametrize(
    "asked", ["is slaap een bouwsteen", "hoort slaap bij de bouwstenen", "zit slaap in de lijst met bouwstenen"]
)
def test_what_is_asked_is_named_without_the_words_around_it(kb: Kennisbank, asked: str) -> None:
    assert "‘slaap’ staat niet" in answer(kb, Vraag(asked)).tekst


@pytest.mark.parametrize(
    "asked",
    ["noem alle bouwstenen", "geef de volledige lijst met bouwstenen van veerkracht", "som de bouwstenen eens op"],
)
def test_the_whole_list_of_building_blocks_is_told_by_group(kb: Kennisbank, asked: str) -> None:
    given = answer(kb, Vraag(asked))
    listed = (
        "zelfidentiteit",
        "vergevingsgezindheid",
        "spiritualiteit",
        "erbij horen",
        "culturele normen",
        "actieve coping",
    )
    assert all(block in given.tekst for block in listed)
    assert {c.par for id in given.regels for c in kb.uitspraken[id].bronnen} == {"3.3"}


@pytest.mark.parametrize("asked", ["wat is een bouwsteen", "hoe is de lijst met bouwstenen opgebouwd"])
def test_what_the_list_is_does_not_bring_all_of_it(kb: Kennisbank, asked: str) -> None:
    assert "culturele normen" not in answer(kb, Vraag(asked)).tekst


def test_a_group_that_the_description_names_is_not_said_to_be_absent(kb: Kennisbank) -> None:
    given = answer(kb, Vraag("mogen studenten VRIENDEN geven", interventies=("vrienden",)))
    assert given.soort in ("antwoord", "misschien")
    assert "studenten psychologie" in given.tekst


@pytest.mark.parametrize("asked", ["werkt VRIENDEN bij nieuwkomers", "is Kanjertraining geschikt voor studenten"])
def test_a_group_that_no_description_names_is_still_refused(kb: Kennisbank, asked: str) -> None:
    assert answer(kb, Vraag(asked)).soort == "buiten_bronnen"


def test_what_lies_near_poverty_is_told(kb: Kennisbank) -> None:
    given = answer(kb, Vraag("wat zegt het rapport over armoede"))
    assert "sociaaleconomische status" in given.tekst
    assert "deze groep" not in given.tekst


@pytest.mark.parametrize(
    "asked", ["probleemgericht vs emotiegericht, snap ik niet", "in welk land was het onderzoek van Roberts"]
)
def test_flanders_is_spoken_of_only_where_a_country_is_asked(kb: Kennisbank, asked: str) -> None:
    assert "Vlaanderen" not in answer(kb, Vraag(asked)).tekst


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("wat is een kernkwadrant", "inzicht vergroten"),
        ("wat is een G-schema?", "cognitieve gedragstherapie"),
        ("wat is burgerschapsonderwijs", "burgerlijke verantwoordelijkheid"),
        ("Wat is actieve coping?", "onder coping één bouwsteen"),
        ("wat is cognitieve herstructurering", "Educatieve elementen"),
        ("wat is stop denk doe", "PAD"),
        ("wat is de stoplichtmethode", "PAD"),
    ],
)
def test_a_word_that_the_sources_do_not_explain_is_said_to_be_so(kb: Kennisbank, asked: str, near: str) -> None:
    given = answer(kb, Vraag(asked, "ask_definition"))
    assert NIET_UITGELEGD in given.tekst
    assert near in given.tekst


@pytest.mark.parametrize(
    "asked",
    [
        "wat is coping",
        "wat is copping",
        "wat is een rollenspel",
        "wat is CGT",
        "wat is psychoeducatie",
        "wat is schoolbreed werken",
    ],
)
def test_the_name_of_an_element_is_explained(kb: Kennisbank, asked: str) -> None:
    given = answer(kb, Vraag(asked, "ask_definition"))
    assert given.soort in ("antwoord", "misschien")
    assert NIET_UITGELEGD not in given.tekst


@pytest.mark.parametrize("asked", ["wat is floreren", "wat is zelfvertrouwen", "wat betekent actief leren"])
def test_a_word_that_is_only_used_is_not_found(kb: Kennisbank, asked: str) -> None:
    assert answer(kb, Vraag(asked, "ask_definition")).soort == "niet_gevonden"


def test_an_amount_holds_only_for_what_it_is_of(kb: Kennisbank) -> None:
    given = in_turn(kb, "hoeveel oefeningen zijn genoeg?", "geldt dat aantal ook voor veerkracht?")
    assert "niet over veerkracht" in given.tekst


@pytest.mark.parametrize(
    ("asked", "no"),
    [
        ("klopt het dat VRIENDEN 17 lessen heeft", True),
        ("is het zo dat PAD 30 lessen heeft", True),
        ("klopt het dat Kanjer 17 lessen heeft", False),
        ("is het waar dat VRIENDEN tien bijeenkomsten heeft", False),
    ],
)
def test_a_wrong_amount_is_said_to_be_wrong(kb: Kennisbank, asked: str, no: bool) -> None:
    assert answer(kb, Vraag(asked)).tekst.startswith("Nee") is no


@pytest.mark.parametrize(
    "asked", ["wie zijn de auteurs", "uit welk jaar is dat artikel", "wie heeft dit rapport laten maken?"]
)
def test_what_is_asked_of_a_source_is_no_question_where_it_stands(kb: Kennisbank, asked: str) -> None:
    told = answer(kb, Vraag("wat is coping?"))
    given = answer(kb, Vraag(asked, "ask_source", vorig_onderwerp=told.onderwerp, vorige_uitspraken=told.regels))
    assert not given.tekst.startswith("Dat staat hier")


@pytest.mark.parametrize("asked", ["waar staat dat?", "wie zegt dat", "wie heeft dat onderzocht"])
def test_where_it_stands_is_still_told(kb: Kennisbank, asked: str) -> None:
    told = answer(kb, Vraag("wat is coping?"))
    given = answer(kb, Vraag(asked, "ask_source", vorig_onderwerp=told.onderwerp, vorige_uitspraken=told.regels))
    assert given.tekst.startswith("Dat staat hier")


@pytest.mark.parametrize(
    ("before", "asked", "first"),
    [
        ("hoeveel ouderbijeenkomsten heeft VRIENDEN?", "wie mag VRIENDEN geven?", "leerkrachten"),
        ("hoeveel lessen heeft Kanjer?", "wie geeft de kanjerlessen", "docent"),
        ("hoe betrekt Kanjer ouders?", "wat leren leerlingen bij Kanjer?", "inzicht"),
        ("hoe betrekt PAD ouders?", "voor welke leeftijd is PAD", "4-12"),
    ],
)
def test_the_fact_told_before_does_not_come_first_again(kb: Kennisbank, before: str, asked: str, first: str) -> None:
    given = in_turn(kb, before, asked)
    assert first in kb.uitspraken[given.regels[0]].tekst


def test_a_described_programme_after_one_that_is_not(kb: Kennisbank) -> None:
    for before in ("staat rots en water erin?", "wat vind je van rots en water"):
        assert in_turn(kb, before, "en kanjer?").soort == "antwoord"
    assert in_turn(kb, "wat is PAD?", "en rots en water?").soort == "buiten_bronnen"


def test_the_only_programme_with_a_steering_group_is_meant(kb: Kennisbank) -> None:
    assert answer(kb, Vraag("wie begeleidt de stuurgroep")).onderwerp == "pad"
