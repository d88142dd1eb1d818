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
        ("doen we non stop", "stop"),
        ("we stoppen er veel tijd in", "stop"),
        ("ik heb de alo gedaan, das genoeg", "stop"),
        ("vorige maand schreven ze een brief", "go_back"),
        ("vorige directeur wilde dat wel", "go_back"),
        ("zie vorige", "go_back"),
        ("elke les opnieuw hetzelfde", "restart"),
        ("hulp van de orthopedagoog", "help"),
        ("de orthopedagoog helpt mij", "help"),
        ("als ik hulp nodig heb bel ik de trainer", "help"),
        ("mijn buddy helpt me", "thank"),
        ("dat zweverige gedoe? nee bedankt", "thank"),
        ("de mentor en ik bedenken elke week een kleine stap", "reflect"),
        ("ik bedenk op de fiets wat we gaan doen", "reflect"),
        ("dat beweert de folder in elk geval", "paste_text"),
        ("verslag naar huis", "report"),
        ("ik pas het aan mijn klas aan", "correct"),
        ("kleedkamers zijn lastig, in de zaal loopt het", "chitchat"),
        ("ik volg gewoon het boekje letterlijk", "out_of_scope"),
        ("werkvorm is hoofdzakelijk socratisch gesprek", "ask_definition"),
        ("wat de docent leuk vindt", "out_of_scope"),
        ("een overzicht met complimenten hangt in de klas", "summary"),
        ("tot nu toe alleen zitten", "summary"),
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
        ("ik heb er genoeg van", "stop"),
        ("kap ermee", "stop"),
        ("vorige", "go_back"),
        ("terug naar de vorige", "go_back"),
        ("opnieuw", "restart"),
        ("ik wil helemaal opnieuw beginnen", "restart"),
        ("laat mijn antwoorden zien", "summary"),
        ("wat heb je tot nu toe", "summary"),
        ("hulp graag", "help"),
        ("ik heb even hulp nodig", "help"),
        ("dank je wel voor de uitleg", "thank"),
        ("wij willen nu een kleine stap bedenken", "reflect"),
        ("hier is onze beschrijving van het programma", "paste_text"),
        ("verslag graag", "report"),
        ("ik moet mijn antwoord aanpassen", "correct"),
        ("een voorbeeld van een rollenspel alsjeblieft", "ask_example"),
        ("coping bij pubers", "ask_definition"),
        ("effect van yoga op jongens", "ask_evidence"),
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
    assert bevel.mist_de_vorm(nlp(tekst)._.begrip, "ask_fact") is verwacht
