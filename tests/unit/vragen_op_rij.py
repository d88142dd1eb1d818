"""Asking several questions one after the other, as one person does."""

from __future__ import annotations

from keuzehulp.beantwoorden.antwoorden import answer
from keuzehulp.beantwoorden.kennis import Antwoord, Vraag
from keuzehulp.kennisbank import Kennisbank


def in_turn(kb: Kennisbank, *questions: str) -> Antwoord:
    """The answer to the last of several questions of one person."""
    subject, said, before = None, (), ""
    for text in questions:
        given = answer(kb, Vraag(text, vorig_onderwerp=subject, vorige_uitspraken=said, vorige_vraag=before))
        subject, said, before = given.onderwerp or subject, given.regels or said, given.vraag
    return given
