"""Rate limits: token buckets per conversation and per address, in bounded memory."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Rate:
    """At most `burst` at once, then `per_second`. A burst of 0 means no limit."""

    burst: float
    per_second: float

    @classmethod
    def parse(cls, text: str) -> Rate:
        """Read "20/2" (burst of 20, then 2 a second) or "uit". Raises ValueError."""
        if text.strip() == "uit":
            return cls(0, 0)
        burst, _, per_second = text.partition("/")
        rate = cls(float(burst), float(per_second))
        if not (rate.burst >= 1 and 0 < rate.per_second < math.inf and rate.burst < math.inf):
            raise ValueError(text)
        return rate


class Buckets:
    """One bucket per key. The oldest keys are forgotten when there are more than `size`."""

    def __init__(self, rate: Rate, size: int = 10_000, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` is a seam for tests."""
        self.rate = rate
        self.size = size
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str) -> float:
        """Take one for `key`: 0 when there was one, else the seconds until there is."""
        if not self.rate.burst:
            return 0.0
        now = self._clock()
        left, at = self._buckets.pop(key, (self.rate.burst, now))
        left = min(self.rate.burst, left + (now - at) * self.rate.per_second)
        wait = 0.0 if left >= 1 else (1 - left) / self.rate.per_second
        self._buckets[key] = (left - 1 if wait == 0 else left, now)
        if len(self._buckets) > self.size:
            self._buckets.popitem(last=False)
        return wait

    def __len__(self) -> int:
        """How many keys are kept."""
        return len(self._buckets)
