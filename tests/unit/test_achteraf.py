"""School and audience that are told when another question is open."""

from __future__ import annotations

import pytest

from keuzehulp.achteraf import verteld


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("oh wacht, het is toch voor alle leerlingen", {"doelgroep": "alle"}),
        ("havo dus, en het is voor iedereen", {"sector": "vo", "doelgroep": "alle"}),
        ("we zitten trouwens op een basisschool", {"sector": "po"}),
        ("het is trouwens niet alleen voor leerlingen met klachten", {"doelgroep": "alle"}),
        ("de training is alleen voor leerlingen met klachten", {"doelgroep": "klachten"}),
        ("het is toch niet voor iedereen", {"doelgroep": "groepje"}),
    ],
)
def test_it_is_told(tekst: str, verwacht: dict[str, str]) -> None:
    assert verteld(tekst, vraag_open=True) == verwacht


@pytest.mark.parametrize(
    "tekst",
    [
        "het is voor iedereen",
        "dat is voor iedereen",
        "ja, voor iedereen",
        "toch wel, voor iedereen",
        "dat is toch voor iedereen duidelijk",
        "het is toch voor iedereen verplicht",
        "het is toch voor alle docenten",
        "het is eigenlijk voor iedereen lastig",
        "op het vmbo wel, op de havo niet",
        "alleen op de havo eigenlijk",
        "is het toch voor iedereen?",
        "we doen toch voor de hele klas een rollenspel",
    ],
)
def test_an_answer_to_the_open_question_is_none(tekst: str) -> None:
    assert verteld(tekst, vraag_open=True) == {}
