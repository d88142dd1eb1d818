"""A message that only says how many times."""

from __future__ import annotations

import pytest

from keuzehulp.herstel import alleen_aantal


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("een keer of twaalf", True),
        ("een keer of vijftien, achttien, ligt eraan", True),
        ("tien keer per jaar ongeveer, soms twaalf", True),
        ("een keer of twee", False),
        ("soms", False),
        ("een keer of tien, maar niet in elke klas", False),
        ("8 lessen", False),
        ("tien minuten", False),
        ("een keer of tien met de mentor", False),
    ],
)
def test_only_an_amount(tekst: str, verwacht: bool) -> None:
    assert alleen_aantal(tekst) is verwacht
