"""What a message in the strengths talk is, when it is no answer."""

from __future__ import annotations

import pytest

from keuzehulp import kracht_woorden


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("terug", "terug"),
        ("ga een vraag terug", "terug"),
        ("laat het overzicht zien", "overzicht"),
        ("doe maar eerst het verslag", "later"),
        ("we geven elkaar feedback na de les", ""),
        ("een verslag van de sportdag schrijven met de klas", ""),
        ("terug naar kleine groepjes", ""),
        ("wat heb je genoteerd?", "overzicht"),
        ("wat is er tot nu toe genoteerd", "overzicht"),
        ("opnieuw beginnen", "opnieuw"),
        ("elke maand opnieuw samen eten", ""),
        ("de mentor heeft het genoteerd", ""),
    ],
)
def test_commands_in_the_talk(text: str, command: str) -> None:
    assert kracht_woorden.opdracht(text) == command


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sorry, een kwartier", "een kwartier"),
        ("nee wacht, dat was vorige maand", "vorige maand"),
        ("ik bedoel de conciërge", "de conciërge"),
        ("de mentor", ""),
        ("sorry zeggen tegen elkaar leren", ""),
    ],
)
def test_corrections_in_the_talk(text: str, words: str) -> None:
    assert kracht_woorden.verbetering(text) == words


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("verander de stap in een half uur overleg", ("stap", "een half uur overleg")),
        ("nee, zet wanneer maar op maandag", ("wanneer", "maandag")),
        ("wie: de teamleider", ("wie", "de teamleider")),
        ("wie kan ons helpen", None),
        ("wanneer begint het schooljaar", None),
    ],
)
def test_changes_after_the_talk(text: str, change: tuple[str, str] | None) -> None:
    assert kracht_woorden.wijziging(text) == change


@pytest.mark.parametrize(
    ("text", "moment"),
    [("in januari", "in januari"), ("morgen", "morgen"), ("we beginnen klein", ""), ("goedemorgen", "")],
)
def test_a_moment_and_nothing_else(text: str, moment: str) -> None:
    assert kracht_woorden.noemt_moment(text) == moment
