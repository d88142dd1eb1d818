"""What is asked and told once the check is done."""

from __future__ import annotations

import pytest

from keuzehulp import nafeedback
from keuzehulp.herstel import laatste_aantal


@pytest.mark.parametrize("text", ["ok", "Oké, helder", "mooi overzicht", "nou prima hoor", "interessant!"])
def test_a_nod_chooses_nothing(text: str) -> None:
    assert nafeedback.knikt(text)


@pytest.mark.parametrize(
    "text", ["ok, doelen stellen dan", "goed dat oefenen erin zit", "ja", "prima, we kiezen ouders"]
)
def test_more_than_a_nod(text: str) -> None:
    assert not nafeedback.knikt(text)


@pytest.mark.parametrize(
    "text", ["en nu?", "wat nu", "ok wa nou", "wat is nu de eerste stap", "wat is dan het eerste dat we gaan doen"]
)
def test_what_comes_next(text: str) -> None:
    assert nafeedback.vraagt_vervolg(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("wat vind jij van ons programma", "oordeel"),
        ("doen we het een beetje goed?", "oordeel"),
        ("is het goed of slecht wat we doen", "oordeel"),
        ("hoe betrouwbaar is dit allemaal", "bewijs"),
        ("zijn deze uitkomsten wetenschappelijk onderbouwd", "bewijs"),
        ("geldt dit ook voor onze leerlingen?", "bereik"),
        ("waar kunnen we hulp krijgen", "hulp"),
        ("wie zou ons kunnen begeleiden", "hulp"),
        ("mogen we dit na de zomer nog een keer doen?", "later"),
        ("hoe kan ik dit aan de directie laten zien", "delen"),
        ("kan ik het naar mijn teamleider sturen", "delen"),
        ("de mentor kan helpen", None),
        ("welke training kan docenten ondersteunen", None),
        ("wat vind je belangrijk bij oefenen en in welke lessen zou je dat dan doen met een grote klas", None),
    ],
)
def test_the_feedback_as_a_whole(text: str, kind: str | None) -> None:
    assert nafeedback.soort(text) == kind


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("kun je het tweede punt toelichten", 1),
        ("wat bedoel je met dat laatste punt", -1),
        ("leg het eerste groeipunt uit", 0),
        ("het eerste punt pakken we op", None),
    ],
)
def test_one_point_of_it(text: str, index: int | None) -> None:
    assert nafeedback.vraagt_punt(text) == index


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("klopt het dat coping op nee staat?", "nee"),
        ("heb je variatie op een beetje gezet", "deels"),
        ("staat schoolbreed bij overgeslagen", "overgeslagen"),
        ("zet ouders op nee", None),
        ("coping staat op nee maar dat is fout", None),
    ],
)
def test_asking_what_stands_there_changes_nothing(text: str, answer: str | None) -> None:
    assert nafeedback.vraagt_na(text) == answer


@pytest.mark.parametrize("text", ["zet alles op ja", "maak alle antwoorden nee", "alles moet een beetje zijn"])
def test_everything_at_once(text: str) -> None:
    assert nafeedback.verandert_alles(text)


@pytest.mark.parametrize("text", ["zet ouders op ja", "alles klopt", "we doen alles met de hele klas"])
def test_not_everything(text: str) -> None:
    assert not nafeedback.verandert_alles(text)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("rollenspellen waren er geen 9 maar 14", "14"),
        ("het aantal oefeningen moet 18 zijn en niet 12", "18"),
        ("uitleg is 3 of 4 keer", "3-4"),
        ("oefenen gaan we volgend jaar 30 keer doen", None),
        ("zijn 20 oefeningen genoeg?", None),
        ("de oefeningen zijn in klas 2", None),
        ("het zijn 8 lessen", None),
    ],
)
def test_a_new_amount(text: str, amount: str | None) -> None:
    assert nafeedback.nieuw_aantal(text) == amount


def test_the_number_that_it_was_not_is_left_out() -> None:
    amount = laatste_aantal("maak er 18 van in plaats van 12")
    assert amount is not None and (amount.laag, amount.hoog) == (18, 18)


@pytest.mark.parametrize(
    "text", ["de ouderavonden zijn afgeschaft", "de kijkles ging niet door", "kun je oefenen aanpassen?"]
)
def test_an_answer_that_no_longer_holds(text: str) -> None:
    assert nafeedback.raakt_antwoord(text)


@pytest.mark.parametrize("text", ["gaat de ouderavond niet door?", "we doen oefenen elke week", "dat past bij ons"])
def test_an_answer_that_holds(text: str) -> None:
    assert not nafeedback.raakt_antwoord(text)
