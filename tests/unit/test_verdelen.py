"""Work on all cores: the same outcome as on one, in order, and what goes wrong is not lost."""

from __future__ import annotations

import os
from collections.abc import Sequence

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from keuzehulp.nlu import verdelen
from keuzehulp.nlu.model import leer


def _squares(numbers: Sequence[int]) -> list[tuple[int, int]]:
    return [(number * number, os.getpid()) for number in numbers]


def test_parts_come_back_in_order_from_other_processes() -> None:
    row = list(range(1001))
    made = verdelen.verdeel(_squares, row, kernen=3)
    assert [square for square, _ in made] == [number * number for number in row]
    assert os.getpid() not in {process for _, process in made}


def test_a_short_row_is_not_worth_a_process() -> None:
    assert {process for _, process in verdelen.verdeel(_squares, range(verdelen.MINSTENS - 1), kernen=3)} == {
        os.getpid()
    }


def test_every_item_is_in_one_part() -> None:
    parts = verdelen.in_delen(range(10), 4)
    assert sorted(number for part in parts for number in part) == list(range(10))
    assert {len(part) for part in parts} == {2, 3}


def test_long_messages_that_stand_together_are_shared_out() -> None:
    parts = verdelen.in_delen(["short"] * 50 + ["long"] * 50, 2)
    assert [list(part).count("long") for part in parts] == [25, 25]


def test_what_goes_wrong_in_a_process_is_told() -> None:
    def fail(number: int) -> int:
        raise ValueError(f"no {number}")

    with pytest.raises(ValueError, match=r"no \d"):
        verdelen.tegelijk(fail, range(4), kernen=2)


def test_a_process_makes_no_processes_itself() -> None:
    assert verdelen.tegelijk(lambda _: verdelen.aantal_kernen(), range(2), kernen=2) == [1, 1]


@pytest.mark.parametrize("labels", [2, 3, 7])
def test_a_model_learns_each_label_against_the_others(labels: int) -> None:
    """Learnt in two halves or not: messages with a word of their own get its label, by name."""
    names = [f"label{number}" for number in range(labels)]
    y = [names[number % labels] for number in range(20 * labels)]
    x = np.zeros((len(y), labels + 1))
    x[np.arange(len(y)), [names.index(name) for name in y]] = 1.0
    x[:, labels] = 0.5
    model = leer(csr_matrix(x), y, 1.0, 0.3)
    assert model.intents == names
    for row, name in zip(x[:labels], y[:labels], strict=True):
        assert model.intents[int(model.kansen(csr_matrix(row)).argmax())] == name
