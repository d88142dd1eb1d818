"""The model of the four answers: its features, what it learns from, and how it is weighed with the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from keuzehulp.kennisbank import Kennisbank
from keuzehulp.nlu import crisis, vierweg
from keuzehulp.nlu.entiteiten import Entiteit
from keuzehulp.nlu.oplossen import Uitkomst
from keuzehulp.nlu.woordenschat import Woordenschat

ROOT = Path(__file__).resolve().parents[2]
VRAAG = "oefenen"


def uitkomst(intent: str, *antwoorden: tuple[str, str]) -> Uitkomst:
    entiteiten = [Entiteit("antwoord", waarde, 0, 1, rol) for rol, waarde in antwoorden]
    return Uitkomst(intent, 0.9, [(intent, 0.9)], entiteiten)


def rollen(uit: Uitkomst) -> dict[str | None, str]:
    return {a.rol: a.waarde for a in uit.antwoorden}


def kansen(**gegeven: float) -> dict[str, float]:
    return {**dict.fromkeys((*vierweg.WAARDEN, "geen"), 0.0), **gegeven}


def test_a_sure_model_has_the_last_word_on_the_question(nlp) -> None:
    begrip = nlp("een enkele keer een rollenspel, meer is het niet")._.begrip
    uit = vierweg.weeg(begrip, uitkomst("deny", (VRAAG, "nee")), kansen(deels=0.9, nee=0.1), VRAAG)
    assert (uit.intent, rollen(uit)) == ("partly", {VRAAG: "deels"})


def test_between_yes_and_no_it_asks_sooner(nlp) -> None:
    begrip = nlp("er zit geen les tussen zonder opdracht")._.begrip
    uit = vierweg.weeg(begrip, uitkomst("deny", ("vraag", "nee")), kansen(ja=0.6, nee=0.4), VRAAG)
    assert (uit.intent, uit.antwoorden, uit.twijfel) == ("nlu_fallback", [], ["ja", "nee"])


def test_a_remark_answers_nothing(nlp) -> None:
    begrip = nlp("ik vind toneel zelf eng")._.begrip
    uit = vierweg.weeg(begrip, uitkomst("affirm", ("vraag", "ja")), kansen(geen=0.8, ja=0.2), VRAAG)
    assert (uit.intent, uit.antwoorden, uit.twijfel) == ("nlu_fallback", [], [])


def test_answers_about_other_elements_stay(nlp) -> None:
    begrip = nlp("de ouders krijgen een avond")._.begrip
    for gezien in (kansen(ja=0.9, geen=0.1), kansen(geen=0.9, ja=0.1)):
        uit = vierweg.weeg(begrip, uitkomst("affirm", ("ouders", "ja")), gezien, VRAAG)
        assert rollen(uit) == {"ouders": "ja"}


def test_in_a_list_every_clause_has_its_own_answer(nlp) -> None:
    begrip = nlp("we doen rollenspel en een ouderavond, maar een handleiding ontbreekt")._.begrip
    eerst = uitkomst("inform", (VRAAG, "ja"), ("ouders", "ja"), ("docent_ondersteuning", "nee"))
    assert vierweg.weeg(begrip, eerst, kansen(deels=1.0), VRAAG) is eerst


def test_a_correction_stays(nlp) -> None:
    eerst = uitkomst("correct", ("nieuw", "deels"))
    assert vierweg.weeg(nlp("hm die vorige was toch deels")._.begrip, eerst, kansen(geen=1.0), VRAAG) is eerst


def test_not_knowing_is_about_the_question_only(nlp) -> None:
    begrip = nlp("dat moet ik opzoeken in de handleiding")._.begrip
    uit = vierweg.weeg(
        begrip, uitkomst("dont_know", ("docent_ondersteuning", "weet_niet")), kansen(weet_niet=1.0), VRAAG
    )
    assert (uit.intent, rollen(uit)) == ("dont_know", {"vraag": "weet_niet"})


@pytest.mark.parametrize(
    ("tekst", "intent"),
    [("nee", "deny"), ("doen jullie dat ook?", "ask_fact"), ("12", "inform"), ("ze wil niet meer leven", "crisis")],
)
def test_what_is_certain_by_itself_stays(nlp, tekst: str, intent: str) -> None:
    eerst = uitkomst(intent)
    assert vierweg.weeg(nlp(tekst)._.begrip, eerst, kansen(ja=1.0), VRAAG) is eerst


def test_an_act_that_changes_something_needs_more_to_be_overruled(nlp) -> None:
    begrip = nlp("dat sla ik liever over")._.begrip
    assert vierweg.weeg(begrip, uitkomst("skip"), kansen(nee=0.8, geen=0.2), VRAAG).intent == "skip"
    assert vierweg.weeg(begrip, uitkomst("chitchat"), kansen(nee=0.8, geen=0.2), VRAAG).intent == "deny"


def test_the_course_of_the_clauses_is_a_feature(nlp) -> None:
    gezien = vierweg.kenmerken(nlp("ja mooi, maar we doen het niet")._.begrip, VRAAG)
    assert any(naam.startswith("r:verloop ja maar") for naam in gezien)
    assert "l:paar=None" in gezien
    assert not any(naam.startswith("l:") for naam in vierweg.kenmerken(nlp("ja")._.begrip, None))


@pytest.mark.parametrize(
    ("intent", "heeft_vraag", "waarde"),
    [("affirm", False, "ja"), ("inform", False, None), ("inform", True, "geen"), ("crisis", True, None)],
)
def test_what_a_sentence_teaches(intent: str, heeft_vraag: bool, waarde: str | None) -> None:
    assert vierweg.label(intent, heeft_vraag) == waarde


def test_the_model_learns_is_kept_and_read_again(nlp, tmp_path: Path) -> None:
    zinnen = [("we spelen elke week", "ja"), ("we doen dat elke les", "ja"), ("nooit gedaan", "nee"), ("nooit", "nee")]
    voorbeelden = [(nlp(tekst)._.begrip, VRAAG, waarde) for tekst, waarde in zinnen]
    leeg = Woordenschat.met({"w:x": 1.0}).matrix([{}] * len(zinnen))
    model = vierweg.leer_vierweg(leeg, voorbeelden)
    model.bewaar(tmp_path)
    weer = vierweg.Vierweg.lees(tmp_path)
    eerst = model.kansen(leeg[0], voorbeelden[0][0], VRAAG)
    assert weer.kansen(leeg[0], voorbeelden[0][0], VRAAG) == pytest.approx(eerst, abs=1e-5)
    assert set(eerst) == {"ja", "nee"}


@pytest.mark.parametrize(
    ("tekst", "vreemd"),
    [
        ("de lift doet het weer eens niet", True),
        ("pff mijn bril is nergens", True),
        ("de ouders komen nooit", False),  # of which answers speak
        ("nee, de lift is stuk", False),  # begins with an answer
        ("de lift weet ik niet", False),
        ("dat doen we niet", False),
    ],
)
def test_a_denial_about_what_no_answer_ever_spoke_of(nlp, tekst: str, vreemd: bool) -> None:
    antwoorden = [(nlp("de ouders komen niet, dat doen we nooit")._.begrip, "deny")]
    leeg = Woordenschat.met({"w:x": 1.0}).matrix([{}] * 2)
    model = vierweg.leer_vierweg(leeg, [(antwoorden[0][0], VRAAG, "nee"), (nlp("mooi weer")._.begrip, VRAAG, "geen")])
    model.antwoordwoorden = vierweg.woorden_van_antwoorden([*antwoorden, (nlp("de lift is stuk")._.begrip, "chitchat")])
    begrip = nlp(tekst)._.begrip
    assert model.vreemd_onderwerp(begrip, VRAAG) == vreemd
    if vreemd:
        assert model.kansen(leeg[0], begrip, VRAAG)["geen"] >= vierweg.VREEMD


def test_questions_of_the_training_data_exist(kb: Kennisbank) -> None:
    blokken = yaml.safe_load((ROOT / "data/nlu/vragen.yml").read_text(encoding="utf-8"))["nlu"]
    elementen = {element.id for element in (*kb.gevraagd, *kb.implementatie)}
    assert {blok["metadata"]["vraag"] for blok in blokken} <= elementen


def test_danger_gets_less_where_the_classifier_of_intents_sees_none() -> None:
    assert crisis.met_bijval(None, 0.5) is None
    assert crisis.met_bijval(0.2, None) == 0.2
    assert crisis.met_bijval(0.2, 0.9) == 0.2
    assert crisis.met_bijval(0.2, 0.0) == pytest.approx(-0.1)
