"""The vocabulary of features: what it keeps, how it weighs, and that it is the same when read again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from keuzehulp.nlu.woordenschat import GROEPEN, Woordenschat

TELLINGEN = [{"w:ouders": 1, "w:ouders komen": 1, "c:oud": 2}, {"w:yoga": 1, "c:oud": 1}, {"w:ouders": 1, "r:ja": 1}]


def test_a_feature_of_one_message_is_left_out_unless_it_is_a_word() -> None:
    schat = Woordenschat.leer(TELLINGEN, 1.0)
    assert schat.kent("w:ouders") and schat.kent("w:yoga") and schat.kent("c:oud")
    assert not schat.kent("w:ouders komen") and not schat.kent("r:ja") and not schat.kent("w:zebra")
    assert len(schat) == 3


def test_every_group_has_its_own_length_whatever_it_holds() -> None:
    schat = Woordenschat.leer(TELLINGEN, 2.0, minimum=1)
    plekken, waarden = schat.vector({"w:ouders": 3, "w:yoga": 1, "w:ouders komen": 1, "r:ja": 1, "w:zebra": 9})
    assert len(plekken) == 4, "what training never saw counts for nothing"
    kwadraten = sorted(np.square(waarden))
    assert sum(kwadraten) == pytest.approx((2.0 * GROEPEN["w"]) ** 2 + (2.0 * GROEPEN["r"]) ** 2)


def test_a_rarer_feature_weighs_more_and_a_repeated_one_too() -> None:
    schat = Woordenschat.leer(TELLINGEN, 1.0)
    waarde = dict(zip(*(rij.tolist() for rij in schat.vector({"w:ouders": 1, "w:yoga": 1})), strict=True))
    plek = {naam: int(schat.vector({naam: 1})[0][0]) for naam in ("w:ouders", "w:yoga")}
    assert waarde[plek["w:yoga"]] > waarde[plek["w:ouders"]]
    vaker = dict(zip(*(rij.tolist() for rij in schat.vector({"w:ouders": 5, "w:yoga": 1})), strict=True))
    assert vaker[plek["w:ouders"]] > waarde[plek["w:ouders"]]


def test_nothing_known_gives_nothing() -> None:
    schat = Woordenschat.leer(TELLINGEN, 1.0)
    for telling in ({}, {"w:zebra": 1}):
        assert [len(rij) for rij in schat.vector(telling)] == [0, 0]
    assert [len(rij) for rij in Woordenschat.met({}).vector({"w:ouders": 1})] == [0, 0]
    assert schat.matrix([{}, {"w:yoga": 1}]).toarray().any(axis=1).tolist() == [False, True]


def test_it_is_the_same_when_read_again(tmp_path: Path) -> None:
    schat = Woordenschat.leer(TELLINGEN, 0.5)
    schat.bewaar(tmp_path)
    weer = Woordenschat.lees(tmp_path)
    for telling in TELLINGEN:
        for eerst, dan in zip(schat.vector(telling), weer.vector(telling), strict=True):
            assert eerst.tolist() == dan.tolist()
