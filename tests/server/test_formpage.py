"""The form without a chat: reading what browsers send."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keuzehulp.kennisbank import Kennisbank
from keuzehulp.server import formpage


def test_only_what_the_form_offers_counts(kb: Kennisbank) -> None:
    stand = formpage.read_form(
        kb,
        {
            "oefenen": "ja",
            "ouders": "overgeslagen",
            "coping": "<b>",
            "sector": "mars",
            "interventie": "x",
            "onzin": "ja",
        },
    )
    assert stand.antwoorden == {"oefenen": "ja"}
    assert stand.sector is None
    assert stand.interventie is None


@pytest.mark.parametrize(("typed", "kept"), [("12", "12"), ("10 tot 15", "10-15"), ("veel", None), ("17 lessen", None)])
def test_an_amount_is_read_as_in_the_chat(kb: Kennisbank, typed: str, kept: str | None) -> None:
    stand = formpage.read_form(kb, {"oefenen": "ja", "oefenen_aantal": typed})
    assert stand.aantallen.get("oefenen") == kept


def test_an_amount_counts_only_with_its_element(kb: Kennisbank) -> None:
    assert formpage.read_form(kb, {"oefenen": "nee", "oefenen_aantal": "12"}).aantallen == {}


@given(st.text(max_size=100))
def test_markup_escapes_everything_else(text: str) -> None:
    html = formpage.markup(text)
    for tag in ("strong", "em"):
        html = html.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    assert "<" not in html


@given(st.binary(max_size=300))
def test_any_body_is_a_form_or_refused(body: bytes) -> None:
    with contextlib.suppress(ValueError):
        formpage.feedback_of(body)


def test_every_question_is_a_group_with_a_name(kb: Kennisbank) -> None:
    page = formpage.form(kb)
    assert page.count("<fieldset") == page.count("<legend>") == len(kb.gevraagd) + len(kb.implementatie) + 3
    assert "<script" not in page
    assert "style=" not in page
