"""Questions without a question mark that begin with the verb, and answers that begin with it because "dat" is left out."""

from __future__ import annotations

import pytest
from spacy.language import Language

from keuzehulp.beantwoorden.kennis import Antwoord, Vraag
from keuzehulp.kennisbank import Kennisbank
from keuzehulp.meetelt import meetelt
from keuzehulp.nlu.crisis import hoort_bij_gevaar, is_cijfer, over_de_les
from keuzehulp.nlu.inhoudsvraag import vraagt_inhoud
from keuzehulp.nlu.voorop import gemerkt, vraagt_voorop
from keuzehulp.nlu.vraagzin import vraagt_bij_getal
from keuzehulp.programmavraag import leunt_op_programma, met_naam, staat_op_zich, stelt_gerust

VRAGEN = [
    "moet elke leerling zichzelf leren kennen",
    "is praten met de mentor coping",
    "leren ze dan ook samenwerken",
    "moeten ze doelen opschrijven",
    "doelen stellen is dat smart",
    "moeten ze rollenspel doen of mag het ook op papier",
    "moet elke les bewegen",
    "is afwisseling per les nodig of per jaar",
    "is een quiz een andere werkvorm",
    "is de hele school ook de conciërge",
    "moeten ouders komen of is info sturen ook ok",
    "moet elke docent meedoen",
    "is een studiedag genoeg",
    "zit er afwisseling in",
    "sociale vaardigheden wat vinden ze daarvan",
    "is sociale steun intern of extern",
    "bij welke van de drie zit er iets voor ouders bij",
    "yes i can bestaat uit 40 lessen in een jaar he",
    "vrienden, zit daar oefenen bij",
    "doen ze aan rollenspel",
    "worden er doelen gesteld",
    "bewegen ze ook",
    "komt doelen stellen erin voor",
    "moeten ouders komen",
    "krijgen docenten een training",
    "kanjer is toch schoolbreed",
    "moet een psycholoog dat doen",
    "worden alle ouders uitgenodigd",
    "worden docenten getraind",
    "is het een nadeel als we geen ouders hebben",
]
ANTWOORDEN = [
    "doen we elk jaar",
    "zit erin",
    "zit er in",
    "is er wel",
    "hebben we niet",
    "komt aan bod in les 3",
    "moet nog komen",
    "leren ze bij gym",
    "doen ze in de les",
    "krijgen ze in klas 1",
    "moeten ze zelf doen",
    "worden ze voor uitgenodigd",
    "mogen ze zelf weten",
    "moeten ouders zelf weten",
    "worden ouders bij betrokken",
    "krijgen ze uitleg over",
    "hebben we rollenspellen voor",
    "doet de mentor",
    "leren de leerlingen bij gym",
    "is een vast onderdeel",
    "is een onderdeel van de les",
    "is het grootste deel van het programma",
    "zit in de jaarplanning",
    "doen we met rollenspellen",
    "dat zit erin toch",
    "oefenen is het grootste deel",
    "zit coping niet in",
    "zit coping in de mentorles",
    "leren ze doelen stellen ja",
    "worden ouders over geinformeerd",
    "moeten de docenten zelf uitzoeken",
    "gebruiken ze een stappenplan voor",
    "krijgt elke mentor voor de start",
    "doet elke mentor op zijn eigen manier",
    "is het doel van elke les",
]


@pytest.mark.parametrize("tekst", VRAGEN)
def test_what_is_left_out_of_an_answer_stands_in_a_question(nlp: Language, tekst: str) -> None:
    begrip = nlp(tekst)._.begrip
    assert vraagt_voorop(begrip), gemerkt(begrip)


@pytest.mark.parametrize("tekst", ANTWOORDEN)
def test_an_answer_may_begin_with_its_verb(nlp: Language, tekst: str) -> None:
    begrip = nlp(tekst)._.begrip
    assert not vraagt_voorop(begrip), gemerkt(begrip)


@pytest.mark.parametrize(
    ("tekst", "vraagt"),
    [
        ("kan dat ook 25 zijn", True),
        ("mag het ook minder zijn", True),
        ("kan 25 zijn", False),
        ("een stuk of 25", False),
    ],
)
def test_a_number_that_is_asked_about_is_none(tekst: str, vraagt: bool) -> None:
    assert vraagt_bij_getal(tekst) is vraagt


@pytest.mark.parametrize("tekst", ["zit er coping in", "wie mag het geven", "voor wie", "hoelang duurt zo'n les"])
def test_leans_on_the_programme_of_just_now(tekst: str) -> None:
    assert leunt_op_programma(tekst, False)


@pytest.mark.parametrize(
    "tekst", ["moeten we ouders betrekken", "wat is coping", "is oefenen belangrijk", "is het bewezen"]
)
def test_asks_of_something_else(tekst: str) -> None:
    assert not leunt_op_programma(tekst, True)


def test_the_name_is_put_in_the_question() -> None:
    assert met_naam("voor wie is het", "PAD") == "voor wie is PAD?"
    assert met_naam("zit er coping in?", "PAD") == "zit er coping in bij PAD?"
    assert met_naam("hoelang duurt zo'n les", "PAD") == "hoe lang duurt een les van PAD?"
    assert stelt_gerust("vrienden is toch schoolbreed") == "Is vrienden schoolbreed?"


def test_what_is_asks_anew_and_a_short_question_does_not() -> None:
    assert staat_op_zich("wat is kanjertraining")
    assert not staat_op_zich("en bij pad dan")
    assert not staat_op_zich("doet kanjer dat ook")


@pytest.mark.parametrize(
    "tekst", ["24 procent van de leerlingen is misbruikt las ik", "zijn er kinderen die misbruikt zijn en toch ok"]
)
def test_figures_of_abuse_are_no_alarm(tekst: str) -> None:
    assert is_cijfer(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "een leerling is misbruikt",
        "40 procent van onze leerlingen is mishandeld",
        "zijn er bij ons kinderen die misbruikt zijn",
        "mijn leerling is misbruikt, hoeveel procent herstelt",
        "ik ben misbruikt",
        "er zijn kinderen in mijn klas die mishandeld worden en toch komen ze",
    ],
)
def test_somebody_near_is_an_alarm(tekst: str) -> None:
    assert not is_cijfer(tekst)


def test_after_talk_of_danger_lessons_may_be_asked_about() -> None:
    assert over_de_les("moeten er regels hangen")
    assert not over_de_les("moet ik de ouders bellen over de les")
    assert not hoort_bij_gevaar("wat is het telefoonnummer van het trimbos")
    assert hoort_bij_gevaar("welk nummer kan ik bellen")


def test_whether_something_counts_is_answered_with_what_the_element_is(kb: Kennisbank) -> None:
    missing = Antwoord("", "niet_gevonden")
    told = meetelt(kb, Vraag("telt lob mee", elementen=("doelen_stellen",)), missing)
    assert told is not None
    assert told.tekst.startswith("Of dat meetelt")
    assert told.regels == ("doelen_stellen.definitie",)
    yoga = meetelt(kb, Vraag("telt yoga mee", elementen=("fysieke_activiteit",)), missing)
    assert yoga is not None
    assert not yoga.tekst.startswith("Of dat meetelt")
    assert meetelt(kb, Vraag("hoeveel oefeningen tellen mee", elementen=("oefenen",)), missing) is None
    assert meetelt(kb, Vraag("zijn doelen voor een toets ook doelen", open_element="coping"), missing) is None


@pytest.mark.parametrize(
    ("tekst", "intent", "vraagt"),
    [
        ("een kortere training is altijd beter toch", "correct", True),
        ("maar dan voer je het toch niet goed uit", "correct", True),
        ("dat is toch niet zo", "correct", False),
        ("het antwoord is toch nee", "correct", False),
        ("is meer dan 20 slecht", "insult", True),
        ("rangschik de elementen van sterk naar zwak", "choose_intervention", True),
        ("wij werken met tumult, is dat goed", "choose_intervention", True),
        ("wij werken met tumult", "choose_intervention", False),
        ("wij werken met kanjer, is dat goed", "choose_intervention", False),
        ("geef ons programma een 7", "show_feedback", True),
        ("geef ons de feedback", "show_feedback", False),
        ("ken je levenslessen van mindmatters", "chitchat", True),
        ("ken je een mop", "chitchat", False),
        ("zeven aanbevelingen", "chitchat", True),
    ],
)
def test_what_sounds_like_something_else_may_ask_the_sources(
    nlp: Language, tekst: str, intent: str, vraagt: bool
) -> None:
    assert vraagt_inhoud(nlp(tekst)._.begrip, intent) is vraagt
