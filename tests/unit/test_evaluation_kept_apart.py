"""Nothing long of the evaluation sets is learnt, and what is learnt by chance is not measured."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bench.apart import learnt, plain, unseen

ROOT = Path(__file__).resolve().parents[2]
SETS = [*sorted((ROOT / "tests/vragen").glob("*.yml")), *sorted((ROOT / "tests/nlu").rglob("*.yml"))]


@pytest.mark.parametrize("path", SETS, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_nothing_long_of_it_is_learnt(path: Path) -> None:
    items = yaml.safe_load(path.read_text(encoding="utf-8"))
    # What two people write alike by chance is short and everyday; reports leave that out, longer ones come from copying.
    long = [item for item in items if len(plain(str(item.get("tekst") or item.get("vraag"))).split()) >= 9]
    assert len(learnt()) > 5000 and len(long) > 20
    assert [item for item in long if item not in unseen(long)] == []


def test_what_is_learnt_is_left_out() -> None:
    said = max(learnt(), key=len)
    assert unseen([{"tekst": said.upper() + "?"}, {"vraag": "zoiets schrijft niemand ooit"}]) == [
        {"vraag": "zoiets schrijft niemand ooit"}
    ]
    assert unseen([{"tekst": "ja"}]) == [{"tekst": "ja"}]
