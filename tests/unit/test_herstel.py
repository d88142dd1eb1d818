"""What a message takes back, leaves out or agrees with, and the amounts named beside an element."""

from __future__ import annotations

import pytest

from keuzehulp.gesprek import lees_aantal
from keuzehulp.herstel import (
    Plek,
    aangesproken,
    element_na_voorzetsel,
    gaat_over_aantal,
    genoemde_aantallen,
    hint_op_ander,
    laatste_aantal,
    ontkend,
    over_te_doen,
    schat_aantal,
    stemt_in,
    uitgezonderd,
    wil_overgeslagen,
    zegt_klopt,
    zegt_klopt_niet,
)
from keuzehulp.kennisbank import get_kennisbank


def plekken(tekst: str, **woorden: str) -> list[Plek]:
    """Where each element is named in a text, by the word that names it."""
    return sorted(Plek(tekst.index(w), tekst.index(w) + len(w), e) for e, w in woorden.items())


@pytest.mark.parametrize(
    ("tekst", "stond", "wordt"),
    [
        ("dat van die ouders klopt toch niet, er is elk jaar een ouderavond", "nee", "ja"),
        ("de ouders klopt niet", "ja", None),
        ("van de ouders klopt niks hoor", "nee", None),
        ("ouders klopt niet, die doen helemaal niet mee", "ja", "nee"),
        ("bij ouders staat iets verkeerd", "deels", None),
    ],
)
def test_klopt_niet_is_about_what_was_noted(tekst: str, stond: str, wordt: str | None) -> None:
    assert ontkend(tekst, plekken(tekst, ouders="ouders"), {"ouders": stond}) == {"ouders": wordt}


@pytest.mark.parametrize(
    ("tekst", "stond", "wordt"),
    [
        ("ouders was een beetje, niet nee", "nee", "deels"),
        ("niet ja maar nee bij ouders", "ja", "nee"),
        ("die ouders stond op nee maar dat blok is er dus, zet maar om", "nee", "ja"),
        ("ouders staat op ja terwijl we dat maar een beetje doen", "ja", "deels"),
    ],
)
def test_the_noted_answer_that_is_named_and_denied_gives_way(tekst: str, stond: str, wordt: str) -> None:
    assert ontkend(tekst, plekken(tekst, ouders="ouders"), {"ouders": stond}) == {"ouders": wordt}


@pytest.mark.parametrize(
    "tekst",
    ["ouders staat op ja en dat klopt", "waarom staat ouders op ja terwijl ik nee zei?", "ouders was ja, niet nee"],
)
def test_what_names_the_noted_answer_without_going_against_it_changes_nothing(tekst: str) -> None:
    assert ontkend(tekst, plekken(tekst, ouders="ouders"), {"ouders": "ja"}) == {}


@pytest.mark.parametrize("tekst", ["ouders doen niet mee", "ouders klopt", "de ouders komen niet op school"])
def test_an_ordinary_no_takes_nothing_back(tekst: str) -> None:
    assert ontkend(tekst, plekken(tekst, ouders="ouders"), {"ouders": "ja"}) == {}


def test_a_yes_that_leaves_out_an_element() -> None:
    kb, blok = get_kennisbank(), ["inzicht_vergroten", "sociale_vaardigheden", "ouders"]
    tekst = "klopt behalve de ouders, die doen niet mee"
    assert uitgezonderd(kb, tekst, plekken(tekst, ouders="ouders"), blok) == {"ouders": "nee"}
    assert uitgezonderd(kb, "ja hoor, behalve inzicht", [], blok) == {"inzicht_vergroten": None}
    assert uitgezonderd(kb, "ja hoor, klopt", [], blok) == {}


def test_agreeing_is_no_new_answer() -> None:
    tekst = "ouders klopt"
    assert stemt_in(tekst, plekken(tekst, ouders="ouders"), "ouders")
    for tekst in ("ouders klopt niet", "ouders doen mee", "ouders klopt, maar meer dan vroeger"):
        assert not stemt_in(tekst, plekken(tekst, ouders="ouders"), "ouders")


def test_not_knowing_how_many_is_not_not_knowing_whether() -> None:
    assert gaat_over_aantal("hoeveel weet ik niet precies")
    assert not gaat_over_aantal("coping weet ik niet")


@pytest.mark.parametrize(
    ("tekst", "woord", "laag"),
    [
        ("oefenen ja zo'n 20 keer", "oefenen", 20),
        ("oefenen doen ze, een stuk of tien", "oefenen", 10),
        ("we doen 12 oefeningen", "oefeningen", 12),
        ("oefenen zijn er 18", "oefenen", 18),
        ("oefenen doen we 3 keer per week", "oefenen", None),
        ("oefenen in 6 lessen", "oefenen", None),
        ("oefenen alleen in klas 3", "oefenen", None),
        ("oefenen zeker, al 10 jaar", "oefenen", None),
    ],
)
def test_an_amount_named_with_the_answer(tekst: str, woord: str, laag: int | None) -> None:
    found = genoemde_aantallen(get_kennisbank(), tekst, plekken(tekst, oefenen=woord))
    assert (found["oefenen"].laag if found else None) == laag


def test_each_element_has_its_own_amount() -> None:
    tekst = "oefenen zo'n 20 keer en psycho educatie 8x"
    found = genoemde_aantallen(
        get_kennisbank(), tekst, plekken(tekst, oefenen="oefenen", psycho_educatie="psycho educatie")
    )
    assert {e: a.laag for e, a in found.items()} == {"oefenen": 20, "psycho_educatie": 8}


def test_a_correction_of_an_amount() -> None:
    amount = laatste_aantal("maak van de 25 oefeningen er 18")
    assert amount and amount.laag == amount.hoog == 18
    assert laatste_aantal("oefenen moet nee zijn") is None


@pytest.mark.parametrize("tekst", ["alleen in klas 3", "in 3 havo", "3e klas", "klas 1 en 2"])
def test_a_class_is_no_amount(tekst: str) -> None:
    assert lees_aantal(tekst) is None


def test_eight_times() -> None:
    amount = lees_aantal("8x")
    assert amount and amount.laag == 8


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("doelen: nee", ("doelen_stellen", "nee")),
        ("die over doelen: nee dat doen we niet", ("doelen_stellen", "nee")),
        ("het antwoord bij uitleg, nee", ("psycho_educatie", "nee")),
        ("oh wacht, de vraag over coping: een beetje", ("coping", "deels")),
        ("uitleg: ja", ("psycho_educatie", "ja")),
        ("bij doelen: nee", ("doelen_stellen", "nee")),
        ("doelen = nee", ("doelen_stellen", "nee")),
        ("doelen - nee", ("doelen_stellen", "nee")),
        ("doelen nee", None),
        ("doelen stellen ze niet", None),
        ("nee: dat doen we niet", None),
        ("mentoruur: ja, elke week", None),
        ("die over doelen", None),
    ],
)
def test_an_answer_to_an_element_called_by_a_short_name(tekst: str, verwacht: tuple[str, str] | None) -> None:
    assert aangesproken(get_kennisbank(), tekst, []) == verwacht


def test_after_a_short_name_the_answer_ends_where_the_next_element_is_named() -> None:
    tekst = "doelen: nee, oefenen: ja"
    assert aangesproken(get_kennisbank(), tekst, plekken(tekst, oefenen="oefenen")) == ("doelen_stellen", "nee")


@pytest.mark.parametrize(
    ("tekst", "element"),
    [
        ("terug naar doelen", "doelen_stellen"),
        ("kan ik naar de vraag over uitleg", "psycho_educatie"),
        ("terug naar de vorige", None),
        ("nog eentje terug", None),
    ],
)
def test_the_question_to_go_back_to(tekst: str, element: str | None) -> None:
    assert element_na_voorzetsel(get_kennisbank(), tekst) == element


@pytest.mark.parametrize(
    ("tekst", "element"),
    [
        ("De werkvormen zijn enigszins eenzijdig.", "variatie"),
        ("ja, verander maar, de werkvormen zijn anders", None),
        ("een beetje", None),
        ("de gymles is er wel", None),
    ],
)
def test_words_that_point_at_another_element(tekst: str, element: str | None) -> None:
    assert hint_op_ander(get_kennisbank(), tekst, "fysieke_activiteit") == element


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("dat klopt niet", True),
        ("nee, dat klopt helemaal niet hoor", True),
        ("dat is fout", True),
        ("dat was niet goed", True),
        ("coping klopt niet", False),
        ("dat klopt niet, het is nee", False),
        ("dat klopt", False),
    ],
)
def test_saying_only_that_something_is_wrong(tekst: str, verwacht: bool) -> None:
    assert zegt_klopt_niet(tekst) is verwacht


@pytest.mark.parametrize(
    ("tekst", "klopt"),
    [
        ("klopt", True),
        ("ja dat klopt helemaal", True),
        ("ok, is goed zo", True),
        ("klopt, dat doen we", False),
        ("dat klopt niet", False),
        ("ja", False),
    ],
)
def test_saying_only_that_something_is_right(tekst: str, klopt: bool) -> None:
    assert zegt_klopt(tekst) is klopt


def test_wanting_to_do_a_skipped_question_is_not_skipping_one() -> None:
    assert wil_overgeslagen("die overgeslagen vraag wil ik toch doen")
    assert not wil_overgeslagen("zet die maar op overgeslagen")
    assert not wil_overgeslagen("sla deze maar over")


@pytest.mark.parametrize(
    ("tekst", "soorten"),
    [
        ("stel de overgeslagen vragen alsnog", {"overgeslagen"}),
        ("ik wil alles wat ik heb overgeslagen nog doen", {"overgeslagen"}),
        ("de vragen die ik niet wist wil ik opnieuw", {"overgeslagen", "weet_niet"}),
        ("die overgeslagen vraag wil ik toch doen", set()),  # one of them
        ("hoeveel vragen zijn er overgeslagen", set()),
        ("leerlingen die een klas hebben overgeslagen doen ook mee", set()),
        ("wat ik niet wist is dat ze elkaar helpen", set()),
    ],
)
def test_which_questions_are_to_be_asked_again(tekst: str, soorten: set[str]) -> None:
    assert set(over_te_doen(tekst)) == soorten


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("weet niet, stuk of 15?", True),
        ("15?", True),
        ("is 15 normaal?", False),
        ("hoeveel, 15?", False),
        ("wat?", False),
    ],
)
def test_a_guess_with_a_question_mark(tekst: str, verwacht: bool) -> None:
    assert schat_aantal(tekst) is verwacht


def test_lessons_that_name_the_element_are_no_exercises() -> None:
    tekst = "Jazeker, er zijn drie lessen over stress en het puberbrein."
    places = plekken(tekst, psycho_educatie="lessen over stress")
    assert genoemde_aantallen(get_kennisbank(), tekst, places) == {}


def test_a_name_and_a_bare_answer_without_a_sign() -> None:
    kb = get_kennisbank()
    assert aangesproken(kb, "doelen nee", [], zonder_teken=True) == ("doelen_stellen", "nee")
    assert aangesproken(kb, "doelen moet nee zijn", [], zonder_teken=True) == ("doelen_stellen", "nee")
    assert aangesproken(kb, "doelen stellen ze in het mentoruur niet", [], zonder_teken=True) is None
