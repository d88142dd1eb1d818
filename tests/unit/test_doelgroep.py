"""For whom an intervention is, in words."""

from __future__ import annotations

import pytest

from keuzehulp.doelgroep import ALLE, BEIDE, DEEL, GROEPJE, KLACHTEN, lees, voor_beide, voor_iedereen


@pytest.mark.parametrize(
    "tekst",
    [
        "iedereen",
        "alle",
        "leerlingen met klachten. oh nee, iedereen",
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


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("heel de klas doet mee, niet alleen wie het lastig heeft", ALLE),
        ("niet specifiek voor kinderen met faalangst, gewoon de hele jaarlaag", ALLE),
        ("leerlingen met en zonder klachten, dus de hele klas", ALLE),
        ("klas 1 tm 3", ALLE),
        ("2 gt en 3 gt", ALLE),
        ("klas 2 mavo, alle drie de klassen", ALLE),
        ("tier 1, dus schoolbreed", ALLE),
        ("de hele klas, in kleine groepjes", ALLE),
        ("volgens de mail een plusgroepje voor faalangst", KLACHTEN),
        ("leerlingen die uitvallen", KLACHTEN),
        ("groepje van 8 met sombere gevoelens", KLACHTEN),
        ("leerlingen die gepest worden", KLACHTEN),
        ("alle brugklassers die het lastig hebben", KLACHTEN),
        ("alleen leerlingen met klachten uit alle klassen", KLACHTEN),
        ("niet voor iedereen, alleen wie faalangst heeft", KLACHTEN),
        ("tier 2", KLACHTEN),
        ("eerst heel de klas, daarna wie het nodig heeft", BEIDE),
        ("jongens", DEEL),
        ("wie zich opgeeft", DEEL),
        ("het is een keuzevak", DEEL),
        ("jongens met agressieproblemen", KLACHTEN),
        ("een select clubje", GROEPJE),
        ("een paar uit elke klas", GROEPJE),
        ("leerlingen die we zelf uitkiezen", GROEPJE),
        ("geen speciale groep hoor", ALLE),
        ("de h4 en v4", ALLE),
        ("die van het zorgteam", KLACHTEN),
        ("niet voor iedereen", GROEPJE),
        ("een groepje uit de brugklas", GROEPJE),
        ("moeilijk te zeggen", None),
        ("geen probleem", None),
        ("ik heb hulp nodig", None),
        ("dat ligt eraan", None),
        ("geen idee voor welke klas", None),
        ("de docenten", None),
    ],
)
def test_for_whom_it_is(tekst: str, verwacht: str | None) -> None:
    assert lees(tekst) == verwacht


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("iedereen hoor, al zitten er altijd wel kinderen met problemen bij", ALLE),
        ("de hele klas, en daar zitten ook angstige leerlingen tussen", ALLE),
        ("voor heel het jaar, maar er zijn er ook die gepest worden", ALLE),
        ("voor iedereen, maar er zijn er een paar met klachten die apart een groepje krijgen", BEIDE),
        ("iedereen doet mee, maar het is vooral voor wie het lastig heeft", BEIDE),
        ("niet voor iedereen, er zijn er een paar met klachten", KLACHTEN),
        ("iedereen met klachten, ook al zijn er weinig", KLACHTEN),
        ("er zitten angstige kinderen in de groep", KLACHTEN),
    ],
)
def test_those_with_complaints_among_everybody(tekst: str, verwacht: str) -> None:
    assert lees(tekst) == verwacht
