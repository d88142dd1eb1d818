"""The order of the questions, amounts in words, and what a message changes."""

from __future__ import annotations

import time

import pytest

from keuzehulp import gesprek
from keuzehulp.gesprek import Aantal, Stand, lees_aantal
from keuzehulp.kennisbank import Kennisbank
from keuzehulp.verwerken import NAAMLOOS, Bericht, verwerk


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("een stuk of twaalf", Aantal(12, 12)),
        ("12", Aantal(12, 12)),
        ("ik denk 10 à 15 oefeningen", Aantal(10, 15)),
        ("drie of vier keer", Aantal(3, 4)),
        ("we hebben 17 lessen", Aantal(17, 17, "lessen")),
        ("17 lessen met in totaal 20 oefeningen", Aantal(20, 20)),
        ("zes lessen, in elke les drie oefeningen", Aantal(18, 18)),
        ("negen weken elke week een oefening", Aantal(9, 9)),
        ("2 oefeningen per les en we hebben 10 of 12 lessen", Aantal(20, 24)),
        ("10 lessen van 50 minuten met elk 2 oefeningen", Aantal(20, 20)),
        ("7 lessen, elke les oefenen, in totaal 15 oefeningen", Aantal(15, 15)),
        ("elke bijeenkomst eentje", Aantal(1, 1, "per bijeenkomst")),
        ("drie keer per week", Aantal(3, 3, "per week")),
        ("in vijf lessen geven we uitleg", Aantal(5, 5, "lessen")),
        ("10 of 12 lessen", Aantal(10, 12, "lessen")),
        ("een vijftiental", Aantal(15, 15)),
        ("een dozijn ongeveer", Aantal(12, 12)),
        ("tweeëntwintig", Aantal(22, 22)),
        ("eentje maar", Aantal(1, 1)),
        ("geen idee", None),
        ("best veel", None),
        ("één", Aantal(1, 1)),
        ("een", Aantal(1, 1)),
        ("een oefening of twee", Aantal(1, 2)),
        ("een of twee", Aantal(1, 2)),
        ("een beetje", None),
        ("een heleboel", None),
        ("in een les of acht", Aantal(8, 8, "les")),
        ("er is 1 klas waar het niet lekker loopt", None),
        ("de mentor van 1B doet dat", None),
        ("twee mentoren doen 12 oefeningen", Aantal(12, 12)),
        ("3a5", None),
        ("8x", Aantal(8, 8)),
        ("10, nee 12", Aantal(12, 12)),
        ("negen eh sorry, elf", Aantal(11, 11)),
        ("12 keer, nee hoor niet meer", Aantal(12, 12)),
        ("geen 10 maar 14", Aantal(14, 14)),
        ("elke bijeenkomst, dus acht", Aantal(8, 8)),
        ("per les 2 en we hebben er 9, dus 18", Aantal(18, 18)),
        ("dus elke les 2", Aantal(2, 2, "per les")),
        ("6 lessen van 2", Aantal(12, 12)),
        ("vier keer drie", Aantal(12, 12)),
        ("6 lessen van 50", Aantal(6, 6, "lessen")),
        ("50/50", None),
        ("voor 30% denk ik", None),
        ("8/10", Aantal(8, 10)),
        ("eenmalig", Aantal(1, 1)),
        ("dat was een keer", Aantal(1, 1)),
        ("nog een keer", None),
        ("een handjevol", Aantal(5, 5)),
        ("een handjevol leerlingen", None),
        ("3 filmpjes en 2 praatjes", Aantal(5, 5)),
        ("2 filmpjes, 3 praatjes en 1 quiz", Aantal(6, 6)),
        ("10 of 12 opdrachten en 3 spellen", Aantal(13, 15)),
        ("tien rollenspelen, vijf stellingen", Aantal(15, 15)),
        ("3 grote en 4 kleine", Aantal(7, 7)),
        ("10 rollenspellen en 5 lessen", Aantal(10, 10)),
        ("2 gastlessen", Aantal(2, 2, "gastlessen")),
        ("10 oefeningen, waarvan 4 rollenspellen", Aantal(10, 10)),
        ("tussen 10 oefeningen en 12 oefeningen", Aantal(10, 12)),
    ],
)
def test_an_amount_is_read_from_words(text: str, amount: Aantal | None) -> None:
    assert lees_aantal(text) == amount


@pytest.mark.parametrize("text", ["leerlingen in de klas met de mentor " * 60, "1 2 3 4 5 6 7 8 9 " * 120])
def test_a_long_message_without_an_amount_takes_no_time(text: str) -> None:
    start = time.perf_counter()
    lees_aantal(text)
    assert time.perf_counter() - start < 2  # ten seconds and more when the search starts anew at every letter


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("dat doen we elke maand wel een keer", "per maand"),
        ("wekelijks", "per week"),
        ("niet elke les", ""),
        ("af en toe", ""),
    ],
)
def test_how_often_without_a_number(text: str, rate: str) -> None:
    assert gesprek.ritme(text) == rate


def test_one_exercise_is_singular() -> None:
    assert gesprek.in_woorden("1", "oefeningen met uitleg") == "ongeveer 1 oefening met uitleg"
    assert gesprek.in_woorden("11", "oefeningen met uitleg") == "ongeveer 11 oefeningen met uitleg"
    assert gesprek.in_woorden("1-2", "oefeningen") == "ongeveer 1-2 oefeningen"


def test_an_amount_is_asked_only_when_the_element_is_there(kb: Kennisbank) -> None:
    for answer, asked in [("ja", True), ("deels", True), ("nee", False), ("weet_niet", False)]:
        assert ("oefenen_aantal" in gesprek.nodige_slots(kb, Stand(antwoorden={"oefenen": answer}))) is asked


def test_the_amount_follows_its_question(kb: Kennisbank) -> None:
    slots = gesprek.nodige_slots(kb, Stand(antwoorden={"psycho_educatie": "ja"}))
    assert slots[slots.index("psycho_educatie") + 1] == "psycho_educatie_aantal"


def test_progress_names_block_and_number(kb: Kennisbank) -> None:
    progress = gesprek.voortgang(kb, "probleemoplossend_vermogen")
    assert (progress.blok, progress.nr, progress.van, progress.totaal_nr, progress.totaal) == ("Inhoud", 2, 5, 2, 15)


def test_going_back_skips_what_was_never_asked(kb: Kennisbank) -> None:
    stand = Stand(
        antwoorden={"inzicht_vergroten": "ja", "coping": "nee", "sociale_vaardigheden": "ja"},
        interventie="x", sector="vo", doelgroep="alle",
    )  # fmt: skip
    asked = ["interventie", "sector", "doelgroep", "coping", "doelen_stellen"]
    assert gesprek.vorige_slot(kb, stand, "doelen_stellen", asked) == "coping"
    assert gesprek.vorige_slot(kb, Stand(), "interventie", ["interventie"]) is None


@pytest.mark.parametrize("name", ["kanjertraining", "vrienden", "pad"])
def test_a_described_intervention_fills_in_what_the_report_supports(kb: Kennisbank, name: str) -> None:
    out = verwerk(kb, Stand(), {"interventie": name}, Bericht(name, "choose_intervention", "interventie"))
    asked = {e.id for e in kb.gevraagd}
    filled = {k: v for k, v in out.slots.items() if k in asked}
    assert filled == {e: a for e, a in kb.interventies[name].antwoorden().items() if e in asked}
    assert set(out.slots["voorstellen"]) == set(filled)


def test_what_the_school_said_is_not_overwritten_by_the_description(kb: Kennisbank) -> None:
    out = verwerk(kb, Stand(antwoorden={"oefenen": "nee"}), {"interventie": "kanjertraining"}, Bericht())
    assert "oefenen" not in out.slots and "oefenen" not in out.slots["voorstellen"]


def test_an_unknown_programme_gets_an_honest_line(kb: Kennisbank) -> None:
    out = verwerk(kb, Stand(), {"interventie": "Sterk Samen"}, Bericht("Sterk Samen", "inform", "interventie"))
    assert "staat niet beschreven in mijn bronnen" in out.regels[0]
    assert out.slots["interventie"] == "Sterk Samen"


def test_a_contradiction_is_asked_and_not_recorded(kb: Kennisbank) -> None:
    stand = Stand(antwoorden={"ouders": "ja"})
    out = verwerk(kb, stand, {"ouders": "nee"}, Bericht("ouders doen niet mee", "inform", "coping"))
    assert out.slots["ouders"] == "ja"
    assert out.slots["tegenspraak_over"] == [{"element": "ouders", "eerder": "ja", "nu": "nee"}]


@pytest.mark.parametrize(("answer", "value"), [("ja", "nee"), ("nee", "ja"), ("deels", "deels")])
def test_the_answer_to_a_contradiction_decides(kb: Kennisbank, answer: str, value: str) -> None:
    stand = Stand(antwoorden={"ouders": "ja"}, tegenspraak_over=({"element": "ouders", "eerder": "ja", "nu": "nee"},))
    out = verwerk(kb, stand, {"tegenspraak": answer}, Bericht(gevraagd="tegenspraak"))
    assert out.slots["ouders"] == value and out.slots["tegenspraak_over"] is None


def test_a_correction_needs_no_question(kb: Kennisbank) -> None:
    out = verwerk(
        kb, Stand(antwoorden={"ouders": "ja"}), {"ouders": "nee"}, Bericht("ouders moet nee", "correct", "coping")
    )
    assert "tegenspraak_over" not in out.slots and out.regels == ["Aangepast. Ouders betrekken: nee."]


def test_several_elements_are_said_and_skipped(kb: Kennisbank) -> None:
    out = verwerk(
        kb, Stand(), {"oefenen": "ja", "ouders": "deels"}, Bericht("rollenspel en soms ouders", "inform", "coping")
    )
    assert "Oefenen: ja, duidelijk" in out.regels[0] and "Die vragen hoef ik dan niet meer te stellen." in out.regels[0]


def test_lessons_are_not_taken_for_exercises(kb: Kennisbank) -> None:
    out = verwerk(
        kb,
        Stand(antwoorden={"oefenen": "ja"}),
        {"oefenen_aantal": "17"},
        Bericht("17 lessen", "inform", "oefenen_aantal"),
    )
    assert out.slots["oefenen_aantal"] is None
    assert "oefenen.getalvraag.let_op" in out.uitspraken


def test_no_to_stopping_keeps_everything(kb: Kennisbank) -> None:
    out = verwerk(kb, Stand(te_bevestigen="stop"), {"bevestiging": "nee"}, Bericht("nee", "deny", "bevestiging"))
    assert not out.stoppen and out.slots["te_bevestigen"] is None


def test_rejected_proposals_are_asked_one_by_one(kb: Kennisbank) -> None:
    stand = Stand(
        antwoorden={"inzicht_vergroten": "ja", "oefenen": "ja"},
        voorstellen={"inzicht_vergroten": "pad", "oefenen": "pad"},
    )
    out = verwerk(kb, stand, {"bevestig_voorstel": "nee"}, Bericht("nee", "deny", "bevestig_voorstel"))
    assert out.slots["inzicht_vergroten"] is None and out.slots["voorstellen"] == {"oefenen": "pad"}


@pytest.mark.parametrize(
    ("text", "intent", "entities", "name"),
    [
        ("Sterker in de klas", "nlu_fallback", {"antwoord"}, "Sterker in de klas"),
        ("wij zijn een basisschool", "inform", {"sector"}, None),
        ("ja klopt", "affirm", {"antwoord"}, None),
        ("<b>x</b>", "inform", set(), None),
        ("wat bedoel je?", "nlu_fallback", set(), None),
        ("x" * 80, "inform", set(), None),
    ],
)
def test_what_is_taken_for_a_name(kb: Kennisbank, text: str, intent: str, entities: set[str], name: str | None) -> None:
    out = verwerk(kb, Stand(), {"interventie": text}, Bericht(text, intent, "interventie", frozenset(entities)))
    assert out.slots["interventie"] == name


def test_a_name_that_does_not_come_is_let_go_and_never_asked_in_the_same_words(kb: Kennisbank) -> None:
    seen, attempts = [], 0
    for _ in range(3):
        message = Bericht("havo vwo", "inform", "interventie", frozenset({"sector"}))
        out = verwerk(kb, Stand(pogingen=attempts), {"interventie": "havo vwo"}, message)
        seen.append(out.slots.get("vorm"))
        attempts = out.slots["pogingen"] or 0
    assert seen[:2] == ["anders1", "anders2"]
    assert out.slots["interventie"] == "zonder naam" and out.regels


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("we gebruiken iets zelfgemaakts, heet de veerkrachtmodule", "de veerkrachtmodule"),
        ("het heet Sterk in je schoenen.", "Sterk in je schoenen"),
        ("we willen leefstijl eens bekijken", "leefstijl"),
        ("ja, we werken met de methode Kwink", "Kwink"),
        ("Ik ben de baas over mezelf", "Ik ben de baas over mezelf"),
        ("Eigen Kracht", "Eigen Kracht"),
        ("iets van onszelf", NAAMLOOS),
        ("een eigen lessenserie", NAAMLOOS),
        ("het heeft eigenlijk geen naam, zelf gemaakt", NAAMLOOS),
    ],
)
def test_the_name_is_taken_out_of_its_sentence(kb: Kennisbank, text: str, name: str) -> None:
    out = verwerk(kb, Stand(), {"interventie": text}, Bericht(text, "inform", "interventie"))
    assert out.slots["interventie"] == name


def test_for_whom_it_is_says_nothing_of_how_it_suits_them(kb: Kennisbank) -> None:
    new = {"doelgroep": "klachten", "impl_kwetsbare_leerlingen": "deels"}
    out = verwerk(kb, Stand(), new, Bericht("alleen wie het moeilijk heeft", "inform", "doelgroep"))
    assert out.slots["impl_kwetsbare_leerlingen"] is None
    assert not any("noteer" in line for line in out.regels)


def test_a_message_about_an_element_is_no_name(kb: Kennisbank) -> None:
    text = "nee, ouders is ook een avond hoor"
    message = Bericht(text, "inform", "interventie", frozenset({"antwoord", "element"}))
    out = verwerk(kb, Stand(), {"interventie": text, "ouders": "ja"}, message)
    assert out.slots["interventie"] is None


@pytest.mark.parametrize(
    ("text", "open_question", "slot"),
    [
        ("terug naar vraag 1", "doelen_stellen", "inzicht_vergroten"),
        ("kan ik naar vraag twee", "oefenen_aantal", "psycho_educatie"),
        ("vraag 3 van inhoud", "ouders", "coping"),
        ("vraag 12", "ouders", None),
        ("een vraag terug", "ouders", None),
    ],
)
def test_a_question_by_its_number(kb: Kennisbank, text: str, open_question: str, slot: str | None) -> None:
    assert gesprek.vraag_met_nummer(kb, text, open_question) == slot


def test_a_question_of_the_intake_by_its_subject() -> None:
    assert gesprek.intakevraag("terug naar de naam") == "interventie"
    assert gesprek.intakevraag("naar de vraag over de doelgroep") == "doelgroep"
    assert gesprek.intakevraag("de naam is Koers") is None
