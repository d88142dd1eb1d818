"""What the models behind the pairs learn from messages: the clause that an element must stand in, and none besides."""

from __future__ import annotations

import pytest

from keuzehulp.nlu.bereik import DEELS, GEEN, JA, NEE
from keuzehulp.nlu.duiding import ONTKENT, PAREN_MAP, Duider, leer_uitingen, lees_uitingen


@pytest.fixture(scope="module")
def duider() -> Duider:
    return Duider(leer_uitingen(lees_uitingen(PAREN_MAP)))


def _toegekend(nlp, duider: Duider, tekst: str, verwacht: dict[str, str]) -> list[tuple[str, str]]:  # type: ignore[no-untyped-def]
    begrip = nlp(tekst)._.begrip
    return duider.toegekend(begrip.delen, begrip.vermeldingen, verwacht)


def test_an_unnamed_element_gets_the_clause_that_is_most_like_it(nlp, duider: Duider) -> None:  # type: ignore[no-untyped-def]
    alone = "aan het eind noteren ze waar ze over een jaar willen staan"
    found = _toegekend(nlp, duider, alone, {"doelen_stellen": DEELS})
    assert [soort for _, soort in found] == ["doelen_stellen"]
    assert _toegekend(nlp, duider, f"de lokalen worden in juni geverfd, {alone}", {"doelen_stellen": JA}) == found


def test_a_no_without_a_word_of_denial_is_learnt_as_such(nlp, duider: Duider) -> None:  # type: ignore[no-untyped-def]
    found = _toegekend(
        nlp, duider, "dat blaadje over waar ze heen willen slingert ergens in een la", {"doelen_stellen": NEE}
    )
    assert [soort for _, soort in found] == ["doelen_stellen" + ONTKENT]


def test_a_named_element_and_one_without_answer_need_no_clause(nlp, duider: Duider) -> None:  # type: ignore[no-untyped-def]
    assert not _toegekend(nlp, duider, "rollenspel doen we en verder praten we veel", {"oefenen": JA, "coping": GEEN})
