"""A list of patterns finds what one pattern of all of them finds."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from keuzehulp.nlu.patronen import Patronenlijst, Woordpatroon
from keuzehulp.nlu.taal import als_patroon, taal
from keuzehulp.nlu.trainingszinnen import lees_zinnen
from tests.conftest import ROOT

GEVAAR = [str(stuk) for stuk in taal().rauw["crisis"]["gevaar"]]
HEEL = als_patroon(GEVAAR)
WOORDEN = sorted({woord for stuk in GEVAAR for woord in stuk.replace("|", " ").split() if woord.isalpha()})


@given(st.lists(st.sampled_from(WOORDEN), max_size=9).map(" ".join))
def test_words_of_the_list_in_any_order(tekst: str) -> None:
    assert taal().crisis["gevaar"].search(tekst) is (HEEL.search(tekst) is not None)


def test_the_crisis_sentences() -> None:
    rauw = yaml.safe_load((ROOT / "data/nlu/crisis.yml").read_text(encoding="utf-8"))
    zinnen = [regel[2:].lower() for blok in rauw["nlu"] for regel in blok["examples"].splitlines()]
    gevonden = [zin for zin in zinnen if taal().crisis["gevaar"].search(zin)]
    assert gevonden == [zin for zin in zinnen if HEEL.search(zin)]
    assert len(gevonden) > 100


@pytest.mark.parametrize(
    ("stuk", "tekst"),
    [("a?b*", ""), ("[xyz]", "y"), ("(kat|)", "kat"), ("kat$|hond", "de hond"), ("(leeuw|tijger){1,2}", "een tijger")],
)
def test_patterns_that_can_do_without_letters_are_tried_as_well(stuk: str, tekst: str) -> None:
    assert als_patroon(stuk).search(tekst)
    assert Patronenlijst([stuk]).search(tekst)
    assert Woordpatroon([stuk]).search(tekst)


CUES = {
    naam: [str(stuk) for stuk in taal().rauw["cues"][naam]] for naam in ("nee_sterk", "deels", "weet_niet", "toch_ja")
}
CUE_WOORDEN = sorted({
    woord for lijst in CUES.values() for stuk in lijst for woord in re.findall(r"[a-z]+", stuk) if len(woord) > 1
})  # fmt: skip


def _trek(treffer: re.Match[str] | None) -> tuple[tuple[int, int], str] | None:
    return (treffer.span(), treffer.group()) if treffer else None


@pytest.mark.parametrize("naam", CUES)
@given(woorden=st.lists(st.sampled_from(CUE_WOORDEN), max_size=9))
def test_a_pattern_of_words_finds_what_one_expression_finds(naam: str, woorden: list[str]) -> None:
    tekst = " ".join(woorden)
    heel, gezocht = als_patroon(CUES[naam]), taal().cues[naam]
    assert _trek(gezocht.search(tekst)) == _trek(heel.search(tekst))
    assert gezocht.subn("xx", tekst) == heel.subn("xx", tekst)


def test_a_pattern_of_words_in_the_training_sentences() -> None:
    zinnen = [zin.tekst.lower() for zin in lees_zinnen(ROOT / "data/nlu")][::7]
    for naam, lijst in CUES.items():
        heel, gezocht = als_patroon(lijst), taal().cues[naam]
        assert [_trek(gezocht.search(zin)) for zin in zinnen] == [_trek(heel.search(zin)) for zin in zinnen]


@pytest.mark.parametrize(
    ("stukken", "tekst", "gevonden"),
    [
        (["niet", "niet meer"], "doen we niet meer", "niet"),  # of two that match the first counts, as in `re`
        (["(?:niet|geen) meer", "n\\w+"], "nog geen meer", "nog"),
        (["^niet", "meer$"], "ja niet meer", "meer"),
        (["(?:heel )?zelden"], "dat is zelden", "zelden"),
        (["[jn]ee"], "wel nee", "nee"),
        (["zelden"], "zeldenheid", None),
    ],
)
def test_the_first_match_from_word_to_word(stukken: list[str], tekst: str, gevonden: str | None) -> None:
    treffer = Woordpatroon(stukken).search(tekst)
    assert (treffer.group() if treffer else None) == gevonden
