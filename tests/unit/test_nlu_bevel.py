"""A word for a command in what a school tells is content; only the command itself is one."""

from __future__ import annotations

import pytest

from keuzehulp.nlu import bevel


@pytest.mark.parametrize(
    ("tekst", "daad"),
    [
        ("leerlingen oefenen hoe ze stop zeggen tegen een ander", "stop"),
        ("We leren ze om eerst een pauze te nemen en dan elke keer na te denken", "stop"),
        ("een doel om later iets te bereiken", "stop"),
        ("tot op de bodem", "goodbye"),
        ("de ouders krijgen een rapport mee", "report"),
        ("leerlingen maken een overzicht van hun talenten", "summary"),
        ("ouders kunnen alles inzien op de site", "privacy"),
        ("ze bedenken zelf een kleine stap", "reflect"),
        ("goedemorgen zeggen en elkaar begroeten", "greet"),
        ("nee, dat vinden ze hier niks haha", "chitchat"),
        ("dat had ik al verteld, een film en een quiz", "go_back"),
        ("dat is meer iets voor het mentoruur", "more"),
        ("dat wordt op de site gemeld", "correct"),
        ("de mentor slaat die les vaak over", "skip"),
        ("we slaan de opdrachten meestal over", "skip"),
    ],
)
def test_what_is_told_is_content(nlp, tekst: str, daad: str) -> None:
    assert bevel.is_inhoud(nlp(tekst)._.begrip, daad)


@pytest.mark.parametrize(
    ("tekst", "daad"),
    [
        ("stop", "stop"),
        ("even pauze", "stop"),
        ("ik moet stoppen, mijn leerlingen komen binnen", "stop"),
        ("de leerlingen komen eraan, later verder", "stop"),
        ("we gaan later verder", "stop"),
        ("we willen stoppen", "stop"),
        ("geen tijd om verder te gaan", "stop"),
        ("tot de volgende keer", "goodbye"),
        ("doei", "goodbye"),
        ("het verslag graag", "report"),
        ("stuur een verslag voor de ouders", "report"),
        ("kunnen de mentoren een verslag krijgen?", "report"),
        ("geef een overzicht", "summary"),
        ("wie kan er meelezen", "privacy"),
        ("sla over", "skip"),
        ("we slaan deze vraag over", "skip"),
        ("die sla ik over", "skip"),
        ("ga terug naar de ouders", "go_back"),
        ("ouders moet nee zijn", "correct"),
        ("lekker weer vandaag", "chitchat"),
        ("hallo", "greet"),
        ("meer info over coping", "more"),
        ("vertel er meer over", "more"),
    ],
)
def test_the_command_itself_is_one(nlp, tekst: str, daad: str) -> None:
    assert not bevel.is_inhoud(nlp(tekst)._.begrip, daad)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("staat hoog op de agenda", True),
        ("ik volg gewoon het boekje letterlijk", True),
        ("komt in elke les voorbij", True),
        ("de lessen zijn vooral kringgesprekken", True),
        ("werkvorm is hoofdzakelijk klassengesprek", True),
        ("ik snap coping niet", False),
        ("het begrip is me onduidelijk", False),
        ("is er onderzoek naar gedaan", False),
        ("uitleg over coping graag", False),
        ("kost dat veel geld", False),
    ],
)
def test_a_statement_asks_nothing(nlp, tekst: str, verwacht: bool) -> None:
    assert bevel.stelt(nlp(tekst)._.begrip) is verwacht
