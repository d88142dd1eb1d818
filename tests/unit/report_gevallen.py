"""Reports that the tests of the report share: a full one, a nearly empty one and one with hostile text."""

from __future__ import annotations

from datetime import date

from keuzehulp.gesprek import Stand
from keuzehulp.kennisbank import Kennisbank
from keuzehulp.report import VerslagInvoer

HOSTILE = '<script>alert("x")</script> #import "y": * $z$ `code` <ref> [a](b) \\n *sterk* <b>&amp;</b> {{ 7*7 }}'


def vol(kb: Kennisbank) -> VerslagInvoer:
    """Every part filled in: a described intervention, all kinds of answers, a comparison and the team's words."""
    answers = {e.id: "nee" for e in kb.gevraagd}
    answers |= {e: a for e, a in kb.interventies["kanjertraining"].antwoorden().items() if e in answers}
    answers |= {"coping": "weet_niet", "fysieke_activiteit": "overgeslagen"}
    answers |= dict(
        zip((e.id for e in kb.implementatie), ("ja", "deels", "nee", "weet_niet", "overgeslagen"), strict=True)
    )
    stand = Stand(
        antwoorden=answers,
        aantallen={"oefenen": "12", "psycho_educatie": "weet_niet"},
        interventie="kanjertraining",
        sector="vo",
        doelgroep="alle",
        met_implementatie=True,
    )
    return VerslagInvoer(
        stand,
        date(2026, 11, 21),
        ("vrienden", "pad"),
        ("We vragen in de mentorles wat goed ging.", "De mentoren van klas 1", "Na de kerstvakantie"),
        (
            ("Dit is er al", "Leerlingen vertellen in de kring wat ze lastig vinden."),
            ("Dit kan helpen", "Het zorgteam."),
        ),
    )


def leeg(kb: Kennisbank) -> VerslagInvoer:
    """A conversation that stopped after one answer, without a name."""
    return VerslagInvoer(Stand(antwoorden={kb.gevraagd[0].id: "ja"}, interventie="zonder naam"), date(2026, 3, 1))


def onbekend(kb: Kennisbank) -> VerslagInvoer:
    """A team that knows almost nothing of its programme, at a primary school, for pupils with complaints."""
    stand = Stand({e.id: "weet_niet" for e in kb.gevraagd}, interventie="Ons plan", sector="po", doelgroep="klachten")
    return VerslagInvoer(stand, date(2026, 1, 31), ("pad",))


def vijandig(kb: Kennisbank) -> VerslagInvoer:
    """Markup of every format in each place where people type."""
    answers = {e.id: "deels" for e in kb.gevraagd}
    stand = Stand(answers, {"oefenen": "8-14"}, interventie=HOSTILE, sector="anders")
    return VerslagInvoer(
        stand, date(2026, 11, 21), ("vrienden",), (HOSTILE,) * 4, (("Dit is er al", f"Hier: {HOSTILE}"),)
    )


GEVALLEN = {"vol": vol, "leeg": leeg, "onbekend": onbekend, "vijandig": vijandig}


def contrast(ink: str, paper: str) -> float:
    """The contrast of two colours as WCAG 2 defines it."""
    dark, light = sorted((_luminance(ink), _luminance(paper)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
