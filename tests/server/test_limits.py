"""Token buckets: a burst, then a steady rate, in bounded memory."""

from __future__ import annotations

import pytest

from keuzehulp.server.limits import Buckets, Rate


class Clock:
    """A clock that stands still until it is moved."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_and_then_a_steady_rate() -> None:
    clock = Clock()
    buckets = Buckets(Rate(3, 2), clock=clock)
    assert [buckets.take("a") for _ in range(3)] == [0, 0, 0]
    assert buckets.take("a") == pytest.approx(0.5)
    clock.now = 0.5
    assert buckets.take("a") == 0
    assert buckets.take("a") > 0


def test_asking_too_soon_does_not_lengthen_the_wait() -> None:
    clock = Clock()
    buckets = Buckets(Rate(1, 1), clock=clock)
    buckets.take("a")
    waits = [buckets.take("a") for _ in range(50)]
    assert set(waits) == {1.0}
    clock.now = 1.0
    assert buckets.take("a") == 0


def test_one_key_does_not_pay_for_another() -> None:
    buckets = Buckets(Rate(1, 0.001), clock=Clock())
    assert buckets.take("a") == 0
    assert buckets.take("a") > 0
    assert buckets.take("b") == 0


def test_memory_is_bounded() -> None:
    buckets = Buckets(Rate(1, 1), size=100, clock=Clock())
    for n in range(10_000):
        buckets.take(str(n))
    assert len(buckets) == 100


def test_off_means_no_limit_and_no_memory() -> None:
    buckets = Buckets(Rate.parse("uit"))
    assert all(buckets.take("a") == 0 for _ in range(1000))
    assert len(buckets) == 0


def test_reading_a_rate() -> None:
    assert Rate.parse("20/3") == Rate(20, 3)
    assert Rate.parse(" 5 / 0.5 ") == Rate(5, 0.5)


@pytest.mark.parametrize("text", ["", "20", "0/1", "5/0", "-1/1", "a/b", "5/-1", "inf/1", "nan/1"])
def test_a_rate_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Rate.parse(text)
