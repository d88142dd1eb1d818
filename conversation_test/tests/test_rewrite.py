"""Rewriting recorded texts changes those texts and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from conversation_test.loader import load_file
from conversation_test.positions import parse
from conversation_test.rewrite import replace_scalars, scalar
from conversation_test.runner import Runner
from conversation_test.update import update_texts

from .fakes import FakeBackend, said

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=40)


@given(TEXT, st.sampled_from(["", "'", '"', "|"]))
def test_every_text_is_read_back(text: str, style: str) -> None:
    if style == "|" and not (text.strip() == text and text and text.isprintable()):
        return
    written = f"- bot: {scalar(text, style, '    ')}\n"
    assert parse(written, "t").plain() == [{"bot": text}]
    assert yaml.safe_load(written) is not None


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Hello there", "Hello there"),
        ("yes", '"yes"'),
        ("4", '"4"'),
        ("a: b", '"a: b"'),
        ("a, b", '"a, b"'),
        ("# no", '"# no"'),
        ("", '""'),
        ("one\n\ntwo", "|-\n  one\n\n  two"),
    ],
)
def test_styles(text: str, written: str) -> None:
    assert scalar(text, indent="  ") == written


def test_only_the_asked_places_change() -> None:
    text = "# é first\n- bot: old   # stays\n- bot: 'it''s'\n"
    text += "- bot: >-\n    long\n    text\n\n# last\n- {bot: x}\n"
    places = {(1, 7): "new", (2, 7): "it's new", (3, 7): "a\nb", (8, 8): "y, z"}
    assert replace_scalars(text, places) == (
        "# é first\n- bot: new   # stays\n- bot: 'it''s new'\n"
        '- bot: |-\n    a\n    b\n\n# last\n- {bot: "y, z"}\n'
    )


RECORDED = """\
# A conversation about tea.
test_cases:
    - test_case: tea   # odd layout on purpose
      steps:
          - user: hello
          - bot: "Welcome!"     # the greeting
          - bot: Tea or coffee?
          - user: tea
            assertions:
                - bot_uttered:
                      utter_name: utter_tea
                      text_matches: Here is tea.
                - bot_uttered: {text_matches: "sugar.*"}
"""


def test_update_rewrites_texts_and_keeps_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "tea.yml"
    path.write_text(RECORDED, encoding="utf-8")
    backend = FakeBackend(
        {
            "hello": [said("A warm welcome!"), said("Tea or coffee?")],
            "tea": [said("Here is your tea.", "utter_tea"), said("No milk.")],
        }
    )
    result = Runner(backend).run(load_file(path, {})[0])
    changes = update_texts([result])
    assert [(c.line, c.old, c.new) for c in changes] == [
        (6, "Welcome!", "A warm welcome!"),
        (12, "Here is tea.", "Here is your tea."),
    ]
    expected = RECORDED.replace('"Welcome!"', '"A warm welcome!"').replace("Here is tea", "Here is your tea")
    assert path.read_text(encoding="utf-8") == expected
    again = Runner(backend).run(load_file(path, {})[0])
    assert [p.line for p in again.problems] == [13], "a regular expression is a person's own, so it stays"


def test_update_leaves_other_failures_alone(tmp_path: Path) -> None:
    path = tmp_path / "tea.yml"
    text = "test_cases:\n- test_case: a\n  steps:\n  - user: hello\n"
    text += "  - utter: utter_hi\n  - bot: Hi\n  - bot: Bye\n"
    path.write_text(text, encoding="utf-8")
    result = Runner(FakeBackend({"hello": [said("Hi", "utter_greet")]})).run(load_file(path, {})[0])
    assert len(result.problems) == 2
    assert update_texts([result]) == []
    assert path.read_text(encoding="utf-8") == text
