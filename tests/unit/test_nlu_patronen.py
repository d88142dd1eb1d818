"""A list of patterns finds what one pattern of all of them finds."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from keuzehulp.nlu.patronen import Patronenlijst
from keuzehulp.nlu.taal import als_patroon, taal
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
