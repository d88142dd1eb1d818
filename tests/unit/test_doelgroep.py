"""For whom an intervention is, in words."""

from __future__ import annotations

import pytest

from keuzehulp.doelgroep import voor_beide, voor_iedereen


@pytest.mark.parametrize(
    "tekst",
    [
        "iedereen",
        "gewoon de hele klas",
        "de brugklas",
        "Elke eerstejaars doet mee",
        "alle leerlingen van klas 2",
        "de onderbouw",
        "al de leerlingen van de eerste graad",
        "allebei",
        "havo en vwo, gewoon de brugklas",
        "voor iedereen, en wie het nodig heeft krijgt apart nog wat",
    ],
)
def test_everybody(tekst: str) -> None:
    assert voor_iedereen(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "een groepje uit de brugklas",
        "leerlingen met faalangst",
        "weet ik niet",
        "de brugklassers met klachten",
        "in het mentoruur",
    ],
)
def test_not_everybody(tekst: str) -> None:
    assert not voor_iedereen(tekst)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("allebei", True),
        ("voor alle twee", True),
        ("een beetje van allebei", True),
        ("alle leerlingen, maar ook een beetje voor die met problemen", True),
        ("zowel iedereen als leerlingen met klachten", True),
        ("alle leerlingen", False),
        ("voor iedereen, maar zorgleerlingen krijgen er een groepje bij en daarnaast gesprekken", True),
        ("de hele klas, en daarnaast een apart groepje", True),
        ("iedereen doet mee en wie het moeilijk heeft krijgt extra hulp", True),
        ("alle leerlingen met klachten, en ook extra zorg", False),
        ("iedereen, maar ook de docenten", False),
        ("alleen wie het moeilijk heeft", False),
    ],
)
def test_both_groups(tekst: str, verwacht: bool) -> None:
    assert voor_beide(tekst) is verwacht
