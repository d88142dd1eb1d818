"""What a message tells of another element than the one that is asked."""

from __future__ import annotations

import pytest

from keuzehulp.nlu.begrip import Begrip
from keuzehulp.nlu.elders import enig_ander, geeft_waarde, kort_over_ander, met_waarde, zonder_invoering
from keuzehulp.nlu.entiteiten import Entiteit
from keuzehulp.nlu.oplossen import Uitkomst
from keuzehulp.nlu.pijplijn import laad

NLP = laad()


def begrip(tekst: str) -> Begrip:
    gelezen = NLP(tekst)._.begrip
    assert isinstance(gelezen, Begrip)
    return gelezen


def uitkomst(*antwoorden: tuple[str, str]) -> Uitkomst:
    return Uitkomst("inform", 1.0, [("inform", 1.0)], [Entiteit("antwoord", w, 0, 1, rol) for rol, w in antwoorden])


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("en docentbetrokkenheid is nee", ("docent_betrokkenheid", "nee")),
        ("en doelen stellen da's toch ook een beetje", ("doelen_stellen", "deels")),
        ("en ouders nee?", None),
        ("en ouders, wat vinden die daarvan", None),
        ("ouders zeggen nee", None),  # what people say is no answer
    ],
)
def test_a_plain_answer_to_a_named_element(tekst: str, verwacht: tuple[str, str] | None) -> None:
    gegeven = geeft_waarde(begrip(tekst))
    assert (gegeven and (gegeven.rol, gegeven.waarde)) == verwacht


@pytest.mark.parametrize(
    ("tekst", "vraag", "verwacht"),
    [
        ("rollenspel: ja", "coping", ("oefenen", "ja")),
        ("ouders nee", "coping", ("ouders", "nee")),
        ("ouders nee", "ouders", None),
        ("nee, ouders niet", "coping", None),  # the first word answers what is asked
        ("ouders krijgen een brief", "coping", None),
    ],
)
def test_a_few_words_about_another_element(tekst: str, vraag: str, verwacht: tuple[str, str] | None) -> None:
    gegeven = kort_over_ander(begrip(tekst), vraag)
    assert (gegeven and (gegeven.rol, gegeven.waarde)) == verwacht


def test_one_other_element_is_weighed() -> None:
    gelezen, eerst = begrip("ouders krijgen een brief"), uitkomst(("ouders", "ja"))
    assert enig_ander(gelezen, eerst, "coping") == "ouders"
    assert enig_ander(gelezen, eerst, "ouders") is None
    assert enig_ander(begrip("ouders krijgen een brief en er is een handleiding"), eerst, "coping") is None
    assert met_waarde(gelezen, eerst, {"deels": 0.9, "ja": 0.1}).antwoorden[0].waarde == "deels"
    assert met_waarde(gelezen, eerst, {"deels": 0.6, "ja": 0.4}) == eerst
    # Between yes and no it must be surer.
    assert met_waarde(gelezen, eerst, {"nee": 0.75, "ja": 0.25}) == eerst
    assert met_waarde(gelezen, eerst, {"nee": 0.85, "ja": 0.15}).antwoorden[0].waarde == "nee"


def test_questions_of_the_introduction_that_are_not_named_are_left_out_beside_elements() -> None:
    gelezen = begrip("ouders krijgen een brief")
    beide = uitkomst(("ouders", "ja"), ("impl_verankering", "nee"))
    assert [a.rol for a in zonder_invoering(gelezen, beide).antwoorden] == ["ouders"]
    alleen = uitkomst(("impl_verankering", "nee"))
    assert zonder_invoering(gelezen, alleen) == alleen
