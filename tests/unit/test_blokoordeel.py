"""What a message says of the proposals on the screen one by one."""

from __future__ import annotations

import pytest

from keuzehulp.blokoordeel import lees
from keuzehulp.kennisbank import get_kennisbank

BLOK = ["oefenen", "psycho_educatie", "fysieke_activiteit", "variatie"]


@pytest.mark.parametrize(
    ("tekst", "antwoorden", "goed", "rest"),
    [
        ("de derde klopt niet", {"fysieke_activiteit": None}, set(), False),
        (
            "1 en 3 kloppen, 2 is nee en 4 is gewoon ja",
            {"psycho_educatie": "nee", "variatie": "ja"},
            {"oefenen", "fysieke_activiteit"},
            False,
        ),
        ("bij de tweede had ik liever een beetje", {"psycho_educatie": "deels"}, set(), False),
        ("1 klopt niet, de rest wel", {"oefenen": None}, set(), True),
        ("de eerste twee kloppen, de laatste niet", {"variatie": None}, {"oefenen", "psycho_educatie"}, False),
        ("klopt, behalve de derde", {"fysieke_activiteit": None}, set(), True),
        ("alleen de tweede is fout, dat doen we niet", {"psycho_educatie": "nee"}, set(), True),
        ("variatie weet ik niet, de andere drie goed", {"variatie": "weet_niet"}, set(), True),
        ("klopt wel, maar de derde is nee", {"fysieke_activiteit": "nee"}, set(), True),
        ("klopt wel zo'n beetje", {}, set(BLOK), True),
    ],
)
def test_single_proposals_are_judged(tekst: str, antwoorden: dict[str, str | None], goed: set[str], rest: bool) -> None:
    found = lees(get_kennisbank(), tekst, (), BLOK)
    assert found is not None
    assert (found.antwoorden, found.goed, found.rest_goed) == (antwoorden, goed, rest)


@pytest.mark.parametrize(
    "tekst",
    [
        "ja, klopt",
        "nee",
        "we doen 3 keer rollenspel en dat klopt wel",
        "in de eerste klas wel, in de tweede niet",
        "de vijfde klopt niet",
        "klopt de tweede wel?",
    ],
)
def test_what_judges_the_block_or_something_else_is_left(tekst: str) -> None:
    assert lees(get_kennisbank(), tekst, (), BLOK) is None


def test_of_one_proposal_the_answer_follows_on_the_no() -> None:
    kb = get_kennisbank()
    found = lees(kb, "nee dat doen ze maar een beetje", (), ["coping"])
    assert found is not None and found.antwoorden == {"coping": "deels"}
    found = lees(kb, "nee dat staat er niet, dat gaat over de ouders", (), ["coping"])
    assert found is not None and found.antwoorden == {"coping": None}
    assert lees(kb, "nee, dat klopt niet", (), ["coping"]) is None
