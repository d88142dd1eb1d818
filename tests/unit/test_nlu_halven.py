"""Training without a manual, or a manual without training, in every order."""

from __future__ import annotations

import pytest

from keuzehulp.beschrijving import voorstellen
from keuzehulp.kennisbank import get_kennisbank
from keuzehulp.nlu.halven import is_half
from keuzehulp.nlu.pijplijn import lees_kort


def _half(tekst: str) -> bool:
    return is_half((deel.opener, deel.tekst) for deel in lees_kort(tekst).delen)


@pytest.mark.parametrize(
    "tekst",
    [
        "een handleiding wel, een cursus niet",
        "cursus niet handleiding wel",
        "er ligt een draaiboek, scholing krijgen ze niet",
        "we zijn niet opgeleid maar er is een docentenmap",
        "een training wel, maar geen handleiding",
        "Mentoren krijgen een draaiboek en geen training.",
        "er is een boek, maar een training is er nooit van gekomen",
    ],
)
def test_one_of_the_two_is_half(tekst: str) -> None:
    assert _half(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "een training en een handleiding",
        "geen training en geen handleiding",
        "training en handleiding zijn er niet",
        "de training heeft geen handleiding",
        "we geven die training zonder handleiding",
        "een training, en een terugkomdag niet",
        "soms een training, soms een handleiding",
    ],
)
def test_both_or_neither_is_not(tekst: str) -> None:
    assert not _half(tekst)


@pytest.mark.parametrize(
    "tekst",
    ["Mentoren krijgen een handleiding maar geen training.", "Training krijgen mentoren niet, wel een draaiboek."],
)
def test_in_a_pasted_text(tekst: str) -> None:
    found = {v.element: v.antwoord for v in voorstellen(get_kennisbank(), f"Leerlingen doen rollenspel. {tekst}")}
    assert found["docent_ondersteuning"] == "deels"


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("training niet verplicht maar bijna iedereen doet hem en er is een handleiding", "ja"),
        ("er ligt een handleiding, de cursus is niet verplicht", "ja"),
        ("er ligt een handleiding, er is geen cursus", "deels"),
        ("geen handleiding, de cursus is niet verplicht", "deels"),
    ],
)
def test_what_nobody_is_forced_to_is_there(nlp, tekst: str, waarde: str) -> None:
    assert nlp(tekst)._.paren.get("docent_ondersteuning") == waarde
