"""What is supposed is told from what is so."""

from __future__ import annotations

import pytest

from keuzehulp import veronderstelling
from keuzehulp.gesprek import Stand
from keuzehulp.kennisbank import get_kennisbank


@pytest.mark.parametrize(
    "tekst",
    [
        "wat als we ouders wel betrekken",
        "en stel dat wij ook de mentoren scholen",
        "als ik oefenen op een beetje zet, wat gebeurt er dan?",
        "Wat verandert er als we niet meer schoolbreed werken?",
        "what if we do involve parents",
    ],
)
def test_what_is_supposed(tekst: str) -> None:
    assert veronderstelling.stelt_voor(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "als er tijd over is doen we het",
        "als leerlingen ruzie hebben, lossen ze het zelf op",
        "stel doelen met de klas",
        "wat als een ouder niet wil meewerken?",
        "we doen het als de mentor er is",
    ],
)
def test_what_is_told_or_asked_otherwise(tekst: str) -> None:
    assert not veronderstelling.stelt_voor(tekst)


def test_the_supposed_answer() -> None:
    assert veronderstelling.waarde("als ik ouders op ja zet, wat dan?") == "ja"
    assert veronderstelling.waarde("wat als we dat niet meer doen") == "nee"
    assert veronderstelling.waarde("stel dat we het af en toe doen") == "deels"


def test_the_consequence_is_cited_and_leaves_the_answers() -> None:
    kb = get_kennisbank()
    stand = Stand(antwoorden={"ouders": "nee"})
    then = veronderstelling.gevolg(kb, stand, "ouders", "ja")
    assert then is not None
    assert then.uitspraken
    assert set(then.uitspraken) <= set(kb.uitspraken)
    assert "blijft staan" in then.tekst
    assert stand.antwoorden == {"ouders": "nee"}
