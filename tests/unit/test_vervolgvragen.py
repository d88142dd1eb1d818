"""Questions that lean on what was said before, and answers that say everything once."""

from __future__ import annotations

from itertools import combinations

import pytest

from keuzehulp.beantwoorden.antwoorden import answer
from keuzehulp.beantwoorden.kennis import Vraag
from keuzehulp.grensregels import vraagt_hergebruik
from keuzehulp.kennisbank import Kennisbank
from keuzehulp.vastevragen import VASTE_VRAGEN, VERVOLGVRAGEN
from keuzehulp.voluit import voluit
from keuzehulp.vraagvorm import plat
from keuzehulp.vragenbank import Gevraagd, Gewichten, gewicht_van_grenzen
from tests.unit.vragen_op_rij import in_turn


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (("Wat is het Yes I Can-programma?", "hoeveel lessen zijn dat"), "20"),
        (("Wat is Kanjertraining?", "hoe lang duurt zo'n les"), "45"),
        (("Wat staat er in het rapport over PAD?", "en ouders?", "en bij kanjer?"), "ouderavond"),
        (("hoe vaak komt discussie voor in veerkrachtprogrammas", "en didactische instructie?"), "50%"),
        (("Wat verstaat de keuzehulp onder coping?", "hoe leer je ze dat dan aan"), "herken"),
        (("helpt bewegen?", "op hoeveel studies is dat gebaseerd"), "vier"),
        (("vergelijk coping en sociale vaardigheden", "helpt bewegen?", "hoe weten ze dat?"), "Andermo"),
    ],
)
def test_a_follow_up_is_about_what_was_asked_before(kb: Kennisbank, questions: tuple[str, ...], said: str) -> None:
    given = in_turn(kb, *questions)
    assert given.soort in ("antwoord", "misschien")
    assert said in given.tekst


def test_a_new_subject_leaves_the_old_one(kb: Kennisbank) -> None:
    given = in_turn(kb, "Hoeveel lessen heeft PAD?", "wat is mindfulness?")
    assert given.onderwerp == "mindfulness"
    assert given.vraag == "wat is mindfulness?", "a next question leans on this one alone"


def test_what_the_sources_do_not_hold_stays_so_in_a_follow_up(kb: Kennisbank) -> None:
    assert in_turn(kb, "Wat is Kanjertraining?", "en wat kost dat").soort == "buiten_bronnen"


def test_in_a_check_a_bare_question_is_about_its_programme(kb: Kennisbank) -> None:
    text = "hoeveel lessen heeft klas 2 eigenlijk"
    given = answer(kb, Vraag(text, eigen_programma="kanjertraining"))
    assert given.soort == "antwoord" and "11" in given.tekst


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("vergelijk coping en sociale vaardigheden", {"coping", "sociale_vaardigheden"}),
        ("waarin verschillen oefenen en psycho-educatie", {"oefenen", "psycho_educatie"}),
    ],
)
def test_two_elements_beside_each_other_get_both(kb: Kennisbank, text: str, subjects: set[str]) -> None:
    given = answer(kb, Vraag(text))
    assert subjects <= {kb.eigenaar[id] for id in given.regels}


@pytest.mark.parametrize("subject", ["coping", "oefenen", "psycho_educatie", "fysieke_activiteit", "ouders", "duur"])
def test_nothing_is_told_twice_and_both_sides_are_told(kb: Kennisbank, subject: str) -> None:
    element = kb.elementen[subject]
    given = answer(kb, Vraag(f"wat zegt onderzoek over {element.korte_naam.lower()}?"))
    texts = [kb.uitspraken[id].tekst for id in given.regels]
    assert all(a not in b for a, b in combinations(texts, 2))
    sides = (
        {side.id for side in (element.spanning[0].een_kant, element.spanning[0].andere_kant)}
        if element.spanning
        else set()
    )
    assert not sides or sides <= set(given.regels) or sides.isdisjoint(given.regels)


@pytest.mark.parametrize(
    "text", ["Wat vindt de ouderraad van schoolbreed werken?", "Verbetert muziekles de veerkracht?"]
)
def test_a_refusal_names_a_place_to_turn(kb: Kennisbank, text: str) -> None:
    given = answer(kb, Vraag(text))
    assert given.soort in ("niet_gevonden", "buiten_bronnen")
    assert any(place.tekst in given.tekst for place in kb.verwijzingen.values())


def test_a_limit_tells_as_much_as_its_questions_say() -> None:
    wel = [Gevraagd("a", grens="een_leerling")] * 3 + [Gevraagd("b")] * 7
    niet = [Gevraagd("c", grens="een_leerling")] * 2 + [Gevraagd("d", grens="kosten")] * 4
    found = gewicht_van_grenzen(wel, niet)
    assert found["kosten"] > 1 > found["een_leerling"]


def test_the_learnt_limits_tell_costs_from_a_pupil() -> None:
    limits = Gewichten.lees().grenzen
    assert limits["kosten"] > limits["een_leerling"] > 0


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (("wat zijn de zes aanbevelingen?", "leg de tweede eens uit"), "boomdiagram"),
        (("wat zijn de zes aanbevelingen?", "leg de tweede eens uit", "en de laatste?"), "training"),
        (("wat zijn de vijf knelpunten?", "die derde, hoe zit dat"), "versterken of afzwakken"),
        (("wat zijn de vijf implementatievragen", "die over kwetsbare leerlingen"), "vierde vraag"),
        (("wat zijn de vier erkenningsniveaus", "en de hoogste?"), "sterke aanwijzingen"),
    ],
)
def test_a_point_of_the_list_just_told(kb: Kennisbank, questions: tuple[str, ...], said: str) -> None:
    given = in_turn(kb, *questions)
    assert given.soort == "antwoord" and said in given.tekst


def test_an_ordinal_of_a_lesson_is_no_point_of_a_list(kb: Kennisbank) -> None:
    given = in_turn(kb, "wat zijn de zes aanbevelingen?", "wat doe je in de tweede les van Kanjer?")
    assert "boomdiagram" not in given.tekst


@pytest.mark.parametrize("text", ["is 25 te veel?", "en als we er 30 doen?", "is 12 genoeg"])
def test_a_bare_amount_is_of_what_is_asked(kb: Kennisbank, text: str) -> None:
    asked = voluit(kb, Vraag(text, open_element="oefenen"))
    assert asked.elementen == ("oefenen",) and "11 tot 20" in answer(kb, asked).tekst


def test_an_amount_of_something_named_is_not_bare(kb: Kennisbank) -> None:
    asked = Vraag("is 8 bijeenkomsten genoeg?", open_element="oefenen")
    assert voluit(kb, asked) == asked


def test_a_bare_question_is_about_the_open_question(kb: Kennisbank) -> None:
    given = answer(kb, voluit(kb, Vraag("welke drie manieren zijn er?", open_element="coping")))
    assert given.regels[0].startswith("coping.")


def test_the_share_of_one_element_is_not_told_of_another(kb: Kennisbank) -> None:
    given = answer(kb, voluit(kb, Vraag("hoe vaak komt dat voor in goede programma's?", open_element="coping")))
    assert "38%" not in given.tekst


@pytest.mark.parametrize(
    ("text", "said", "unsaid"),
    [
        ("klopt het dat 38% van de kinderen veerkrachtig is?", "ouders of verzorgers", "hoe vaak een element"),
        ("wat betekent die 24 procent?", "emotioneel stabiel", "vind ik geen antwoord"),
        ("wat zijn de vijf implementatievragen", "vijfde vraag", "Grotberg"),
        ("wat stond er in figuur 7", "Resilience Portfolio Model", "Dat getal"),
        ("welk element komt het vaakst voor", "86%", "vind ik geen antwoord"),
        ("welk element is het belangrijkst?", "inzicht vergroten", "weinig tijd"),
        ("waarom moet je eerst naar kansen kijken?", "lastig om daarna nog kansen te zien", "prioriteit"),
    ],
)
def test_what_the_question_is_about_and_not_its_neighbour(kb: Kennisbank, text: str, said: str, unsaid: str) -> None:
    given = answer(kb, voluit(kb, Vraag(text)))
    assert said.lower() in given.tekst.lower() and unsaid.lower() not in given.tekst.lower()


def test_a_part_without_a_heading_gets_no_quotation(kb: Kennisbank) -> None:
    given = in_turn(kb, "wat schrijven Kuiper en Bannink over seksueel misbruik?", "waar staat dat?")
    assert "‘Inleiding’" in given.tekst and "‘Inleiding’: ‘Inleiding’" not in given.tekst


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("mogen wij jullie tekst in ons schoolplan zetten", True),
        ("kan ik die definitie in een nieuwsbrief plaatsen", True),
        ("mag ik dit kopiëren", True),
        ("mogen wij onze tekst hier plakken", False),
        ("hoe kunnen leerlingen die uitleg gebruiken in de klas", False),
        ("mag ik de werkbladen kopiëren", False),
        ("kan ik het verslag kopiëren", False),
    ],
)
def test_taking_over_what_we_say_is_told_from_what_only_sounds_like_it(text: str, asked: bool) -> None:
    assert vraagt_hergebruik(plat(text)) is asked


def test_every_statement_of_a_known_question_exists(kb: Kennisbank) -> None:
    routes = (*VASTE_VRAGEN, *VERVOLGVRAGEN)
    assert [id for r in routes for id in r.uitspraken if id not in kb.uitspraken] == []
    assert [id for r in routes for id in (*r.na, *r.elementen) if id not in {*kb.begrippen, *kb.elementen}] == []


def test_a_question_that_says_too_little_is_known_after_its_subject_only(kb: Kennisbank) -> None:
    assert in_turn(kb, "wat zijn interne hulpbronnen", "en van buiten").onderwerp == "externe_hulpbronnen"
    assert in_turn(kb, "wat is mindfulness?", "en van buiten").onderwerp != "externe_hulpbronnen"


def test_who_asks_why_hears_the_reason_first(kb: Kennisbank) -> None:
    given = in_turn(kb, "waarom vindt mertens een zwak effect bij coping")
    assert "training" in kb.uitspraken[given.regels[0]].tekst.lower()
    assert not any(".spanning.2." in id for id in given.regels), "the weak effect is told once"


def test_a_share_that_is_right_is_not_denied(kb: Kennisbank) -> None:
    assert not answer(kb, Vraag("klopt het dat emotieregulatie in 75% zit")).tekst.startswith("Nee")
    assert answer(kb, Vraag("emotieregulatie zit toch in 86%")).tekst.startswith("Nee")
