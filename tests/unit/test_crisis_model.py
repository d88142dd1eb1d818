"""The crisis model: its sentences, its features, and how it is weighed against the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from keuzehulp.nlu import crisis
from keuzehulp.nlu.pijplijn import lees_kort


def telling(tekst: str) -> dict[str, int]:
    begrip = lees_kort(tekst)
    return dict(crisis.kenmerken(begrip.tekst, begrip.woorden, begrip.norm, begrip.crisis))


@pytest.mark.parametrize(
    ("regel", "score", "uit"),
    [
        (True, None, True),
        (False, None, False),
        (False, crisis.DREMPEL, True),
        (False, crisis.DREMPEL - 0.01, False),
        (True, crisis.DREMPEL - 0.01, True),
        (True, crisis.DREMPEL_MET_REGEL - 0.01, False),
    ],
)
def test_a_sure_model_overrules_the_rules_and_an_unsure_one_does_not(
    regel: bool, score: float | None, uit: bool
) -> None:
    assert crisis.beslis(regel, score) is uit


def test_the_sentences_that_come_with_the_project() -> None:
    alle = crisis.geen_crisis()
    assert len(alle) > 1000
    assert len(set(alle)) == len(alle)
    assert all(zin.strip() for zin in alle)


def test_a_broken_file_says_which_and_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "geen_crisis.yml").write_text("- dit: is geen zin\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"geen_crisis\.yml.*Quote"):
        crisis.geen_crisis(tmp_path)


def test_the_fingerprint_follows_the_sentences(tmp_path: Path) -> None:
    bestand = tmp_path / "geen_crisis.yml"
    bestand.write_text("- een\n", encoding="utf-8")
    eerst = crisis.vingerafdruk(tmp_path)
    bestand.write_text("- twee\n", encoding="utf-8")
    assert crisis.vingerafdruk(tmp_path) != eerst


def test_the_model_learns_is_kept_and_read_again(tmp_path: Path) -> None:
    ja = ["ze heeft haar ring weggegeven", "hij heeft zijn hond weggegeven", "ze heeft haar kat weggegeven en huilt"]
    nee = ["we geven les over ringen", "leerlingen hebben een hond", "de kat zit op het toetsenbord"]
    tellingen = [telling(zin) for zin in ja + nee]
    model = crisis.leer([crisis.plekken_van(t) for t in tellingen], [True] * 3 + [False] * 3, [1.0] * 6)
    assert all(model.score(t) > 0 for t in tellingen[:3])
    assert all(model.score(t) < 0 for t in tellingen[3:])
    model.bewaar(tmp_path / "crisis.npz")
    weer = crisis.CrisisModel.lees(tmp_path / "crisis.npz")
    assert weer.score(tellingen[0]) == pytest.approx(model.score(tellingen[0]))


def test_nothing_to_tell_apart_is_an_error() -> None:
    with pytest.raises(ValueError, match="no crisis"):
        crisis.leer([crisis.plekken_van(telling("ja"))], [False], [1.0])


def test_kinds_of_words_are_features() -> None:
    gezien = telling("Hij slikt pillen van zijn oma?")
    assert "k:middel" in gezien
    assert "k:derde" in gezien
    assert "r:eindigt als vraag=True" in gezien


def test_long_messages_are_cut() -> None:
    kort, lang = (len(telling(" ".join(f"woord{i}" for i in range(n)))) for n in (crisis.MAX_WOORDEN, 4000))
    assert lang <= kort + 10


@pytest.mark.parametrize(
    ("tekst", "kern"),
    [
        ("er is een jongen die zich snijdt, hoort dat hier ook bij?", "er is een jongen die zich snijdt"),
        ("ik heb er een die in haar arm kerft, telt die mee?", "ik heb er een die in haar arm kerft"),
        ("soms wil er een niet meer leven, daar is deze training ook voor", "soms wil er een niet meer leven"),
        ("wat is coping, hoort dat erbij?", None),
        ("een leerling is verlegen, wat kan de mentor doen?", None),
        ("een leerling wil niet meer leven", None),
    ],
)
def test_a_question_whether_it_belongs_here_is_left_out(tekst: str, kern: str | None) -> None:
    assert crisis.zonder_aanhangsel(tekst) == kern


def test_rules_and_classifier_that_agree_are_not_silenced_by_the_model_alone() -> None:
    onder = crisis.DREMPEL_MET_KANS - 0.1
    assert crisis.beslis(True, onder, crisis.KANS_EENSGEZIND)
    assert not crisis.beslis(True, onder, crisis.KANS_EENSGEZIND - 0.01)
    assert not crisis.beslis(False, onder, 1.0)
    assert not crisis.beslis(True, crisis.SCORE_EENSGEZIND - 0.1, 1.0)


def test_a_sure_classifier_is_enough_where_the_model_only_doubts() -> None:
    assert crisis.beslis(False, crisis.DREMPEL_MET_KANS, crisis.KANS_ZEKER)
    assert not crisis.beslis(False, crisis.DREMPEL_MET_KANS, crisis.KANS_ZEKER - 0.01)
    assert not crisis.beslis(False, crisis.DREMPEL_MET_KANS - 0.01, 1.0)


@pytest.mark.parametrize(
    ("regel", "score", "kans", "uit"),
    [
        (True, -0.9, 0.8, crisis.GENOEMD),
        (False, -0.5, 0.97, crisis.GENOEMD),
        (False, -0.8, 0.97, crisis.MISSCHIEN),
        (True, -2.0, 0.0, crisis.MISSCHIEN),
        (False, -0.5, 0.0, crisis.MISSCHIEN),
        (False, -2.0, 0.0, None),
        (False, None, None, None),
    ],
)
def test_what_is_no_alarm_may_still_speak_of_danger(
    regel: bool, score: float | None, kans: float | None, uit: str | None
) -> None:
    assert crisis.vermoeden(regel, score, kans) == uit


@pytest.mark.parametrize(
    "tekst",
    ["welke nummers waren het ook alweer", "waar vind ik het nummer van 113", "wat doe je als iemand dat vertelt"],
)
def test_a_question_for_help_belongs_to_danger_told_before(tekst: str) -> None:
    assert crisis.hoort_bij_gevaar(tekst)


@pytest.mark.parametrize(
    "tekst",
    ["welk nummer heeft deze vraag", "hoeveel vragen komen er nog", "wat moet ik doen als een leerling niet meedoet"],
)
def test_an_ordinary_question_does_not(tekst: str) -> None:
    assert not crisis.hoort_bij_gevaar(tekst)


def test_of_one_person_and_not_of_work() -> None:
    assert crisis.gaat_over_een_persoon("ze heeft een plan")
    assert crisis.gaat_over_een_persoon("de leerling zegt niks meer")
    for tekst in ("hij geeft de les zelf", "ze leren een plan maken", "de mentor heeft een plan"):
        assert not crisis.gaat_over_een_persoon(tekst), tekst


@pytest.mark.parametrize(
    ("tekst", "uit"),
    [
        ("dat is geregeld. volgende vraag graag", "resume"),
        ("laten we doorgaan", "resume"),
        ("we kunnen weer verder met de vragen", "resume"),
        ("ik bedoel dat ik niet meer verder wil met de vragen", "stop"),
        ("hij wil niet verder", None),
        ("hoe kan ze verder met haar leven", None),
        ("ik ga met hem verder praten", None),
        ("kan hij gewoon door", None),
    ],
)
def test_who_goes_on_after_it(tekst: str, uit: str | None) -> None:
    assert crisis.wil_door(tekst) == uit


def test_a_message_is_cut_into_sentences_to_look_at_one_by_one() -> None:
    delen = crisis.losse_delen("We geven elke week les. Een meisje zegt dat ze niet meer wil leven. Goed.")
    assert delen == ["We geven elke week les.", "Een meisje zegt dat ze niet meer wil leven."]
    assert "er zit hier een kind dat dood wil" in crisis.losse_delen(
        "Sorry voor de vragen, maar er zit hier een kind dat dood wil"
    )
    assert crisis.losse_delen("een meisje zegt dat ze niet meer wil leven") == []


def test_what_a_film_tells_is_not_taken_out_of_it() -> None:
    assert crisis.losse_delen("We kijken een speelfilm. Aan het slot pleegt een jongen zelfmoord.") == []
