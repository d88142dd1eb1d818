"""The example questions of the knowledge base: what is like them is answered or refused as they are."""

from __future__ import annotations

import numpy as np
import pytest

from bench.vragenbank import TEGEN, VOOR, verdeel
from keuzehulp.beantwoorden.afwegen import Beantwoorder
from keuzehulp.beantwoorden.antwoorden import answer, prepare
from keuzehulp.beantwoorden.kennis import Antwoord, Vraag
from keuzehulp.kennisbank import Kennisbank
from keuzehulp.vraagsoort import JA_NEE, soort, vergelijkt, waarvan
from keuzehulp.vragenbank import (
    VAN_KANDIDAAT,
    VAN_RANG,
    VAN_VRAAG,
    Gewichten,
    Vondst,
    kansen,
    tegenvoorbeelden,
    voorbeelden,
)


def test_every_searched_statement_has_questions_and_every_subject_has_what_it_does_not_hold(kb: Kennisbank) -> None:
    asked = {id for _, id in voorbeelden(kb)}
    own = [id for id in kb.uitspraken if ".definitie" in id or ".bewijs." in id or ".kenmerken." in id]
    assert set(own) <= asked
    subjects = {id for _, id in tegenvoorbeelden(kb)}
    assert {*kb.elementen, *kb.begrippen, *kb.interventies} <= subjects


def test_no_question_is_said_both_to_be_answered_and_not(kb: Kennisbank) -> None:
    answered = {question.casefold() for question, _ in voorbeelden(kb)}
    limits = {*kb.buiten_bronnen, *kb.valkuilen}
    refused = {question.casefold() for question, id in tegenvoorbeelden(kb) if id not in limits}
    assert not answered & refused


def test_the_weights_are_of_the_features_and_have_the_right_sign() -> None:
    weights = Gewichten.lees()
    assert tuple(weights.rang) == VAN_KANDIDAAT
    assert tuple(weights.geen) == VAN_VRAAG
    assert tuple(weights.beslis) == (*VAN_KANDIDAAT, *VAN_VRAAG, *VAN_RANG)
    assert all(v >= 0 for n, v in weights.rang.items() if n in VOOR)
    assert all(v <= 0 for n, v in weights.rang.items() if n in TEGEN)
    assert all(v <= 0 for n, v in weights.beslis.items() if n in VOOR)


def test_the_questions_in_the_knowledge_base_are_answered_with_their_statement(kb: Kennisbank) -> None:
    """They are known to the bank, so nearly all must come back; those written as not answerable never as an answer."""
    sample = voorbeelden(kb)[::15]
    found = [answer(kb, Vraag(q)) for q, _ in sample]
    right = sum(id in given.regels for (_, id), given in zip(sample, found, strict=True))
    assert right / len(sample) > 0.7
    near = [(q, id) for q, id in tegenvoorbeelden(kb) if id not in kb.valkuilen][::15]
    false = [q for q, _ in near if answer(kb, Vraag(q)).soort == "antwoord"]
    assert len(false) / len(near) < 0.1, false


def test_both_sides_of_contradicting_research_are_told(kb: Kennisbank) -> None:
    given = answer(kb, Vraag("Spreekt ander onderzoek elkaar tegen over coping?", elementen=("coping",)))
    sides = {id.rsplit(".", 1)[-1] for id in given.regels if ".spanning." in id}
    assert given.soort != "antwoord" or sides >= {"een_kant", "andere_kant"}


def test_shares_add_up_and_parts_hold_every_question() -> None:
    shares = kansen(np.array([1.0, 2.0]), 0.5)
    assert shares.sum() == pytest.approx(1) and shares.argmax() == 1
    items = [(f"vraag {n}", "a" if n % 2 else "b") for n in range(9)]
    parts = verdeel(items, 4)
    assert sorted(v for p in parts for v in p) == sorted(items)
    assert all(len(p) <= 4 for p in parts)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Waarom is dat zo?", "waarom"),
        ("Hoe lang duurt een les?", "hoe_lang"),
        ("Vanaf welke leeftijd kan dat?", "leeftijd"),
        ("In hoeveel procent van de programma's zit het?", "aandeel"),
        ("Hoeveel lessen zijn er?", "hoeveel"),
        ("Wie geeft de lessen?", "wie"),
        ("Hoe heet dat programma?", "naam"),
        ("Helpt oefenen?", JA_NEE),
    ],
)
def test_the_class_of_a_question(text: str, kind: str) -> None:
    assert soort(text) == kind


def test_what_is_counted_and_what_is_compared(kb: Kennisbank) -> None:
    index = prepare(kb).index
    assert waarvan(index, "Hoeveel lessen heeft PAD?") == index.bekend("lessen")
    assert waarvan(index, "Helpt oefenen?") == ()
    assert vergelijkt("Is coping beter dan oefenen?") and not vergelijkt("Wat is coping?")


@pytest.mark.parametrize(("niet", "soort"), [(-5.0, "antwoord"), (-1.5, "misschien"), (0.0, "niet_gevonden")])
def test_between_sure_and_unsure_the_nearest_is_shown_with_a_doubt(
    kb: Kennisbank, monkeypatch: pytest.MonkeyPatch, niet: float, soort: str
) -> None:
    vondst = Vondst((("coping.definitie", 0.6), ("coping.bewijs.1", 0.4)), niet)
    monkeypatch.setattr(Beantwoorder, "vondst", vondst)
    monkeypatch.setattr(Beantwoorder, "regels", Antwoord("x", "niet_gevonden"))
    found = answer(kb, Vraag("ligt het daaraan dat ze zo doen"))
    assert found.soort == soort
    if soort == "misschien":
        assert found.tekst.startswith("Ik weet niet zeker")
        assert "coping.definitie" in found.regels


def test_an_amount_is_never_shown_with_a_doubt(kb: Kennisbank, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Beantwoorder, "vondst", Vondst((("coping.definitie", 0.6),), -1.0))
    monkeypatch.setattr(Beantwoorder, "regels", Antwoord("x", "niet_gevonden"))
    assert answer(kb, Vraag("hoeveel lessen zijn dat")).soort == "niet_gevonden"
