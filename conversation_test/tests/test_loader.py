"""Reading test files: the published format runs unchanged, mistakes name their line."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from conversation_test.errors import ConversationTestError, FileProblem
from conversation_test.loader import find_files, is_test_file, load_file
from conversation_test.model import Conversation
from conversation_test.plugin import Check
from conversation_test.schema import schema, schema_text

HERE = Path(__file__).parent
EXAMPLES = sorted((HERE.parent / "examples").glob("*.yml"))
CHECKS = {"cites": Check(lambda value, turn: None, lambda value: None if value == "any" else "write any.")}


def load(tmp_path: Path, text: str) -> list[Conversation]:
    path = tmp_path / "conversations.yml"
    path.write_text(text, encoding="utf-8")
    return load_file(path, CHECKS)


def steps(text: str) -> str:
    body = "\n".join("      " + line for line in text.strip("\n").split("\n"))
    return f"test_cases:\n  - test_case: one\n    steps:\n{body}\n"


def test_steps_of_the_published_format(tmp_path: Path) -> None:
    (case,) = load(
        tmp_path,
        steps("""
- utter: utter_welcome
- user: A table for 4, please
- slot_was_set:
    - restaurant: Lotus
    - number: "4"
    - time
- slot_was_not_set:
    - name
    - date: 2023-11-11
- utter: utter_ask_name
- user: yes
- bot: Thank you!
"""),
    )
    assert [e.value for e in case.opening] == ["utter_welcome"]
    first, second = case.steps
    assert [e.value for e in first.expectations] == [
        {"name": "restaurant", "value": "Lotus"},
        {"name": "number", "value": "4"},
        {"name": "time"},
        {"name": "name"},
        {"name": "date", "value": "2023-11-11"},
        "utter_ask_name",
    ]
    assert [e.line for e in first.expectations] == [7, 8, 9, 11, 12, 13]
    assert second.text == "yes", "an unquoted yes is a word, not a truth value"
    assert second.expectations[0].value == "Thank you!"


def test_fixtures_metadata_and_stubs(tmp_path: Path) -> None:
    case, other = load(
        tmp_path,
        """
fixtures:
  - subscriber:
      - plan: yearly
      - logged_in: True
metadata:
  - reader: {language: nl, region: north}
  - tablet: {os: android, region: south}
stub_custom_actions:
  check:
    responses: [{text: common}]
  own::check:
    events: [{event: slot, name: balance, value: 0}]
test_cases:
  - test_case: own
    fixtures: [subscriber]
    metadata: reader
    steps:
      - user: Hi
      - user: Book
        metadata: tablet
  - test_case: other
    steps:
      - user: Hi
""",
    )
    assert case.slots == {"plan": "yearly", "logged_in": True}
    assert case.steps[0].metadata == {"language": "nl", "region": "north"}
    assert case.steps[1].metadata == {"language": "nl", "region": "south", "os": "android"}
    assert case.stubs == {
        "check": {"events": [{"event": "slot", "name": "balance", "value": 0}], "responses": []}
    }
    assert other.stubs["check"]["responses"] == [{"text": "common"}]


def test_assertions(tmp_path: Path) -> None:
    (case,) = load(
        tmp_path,
        steps("""
- user: A flight to Lisbon
  assertion_order_enabled: true
  assertions:
    - slot_was_set:
        - name: destination
          value: Lisbon
        - name: origin
    - slot_was_not_set:
        - name: date
    - action_executed: action_search
    - bot_uttered:
        utter_name: utter_ask_origin
        text_matches: "^Where .* from\\\\?"
        buttons:
          - title: Berlin
            payload: /inform
    - bot_did_not_utter:
        text_matches: sorry
    - mentions: origin
    - not_mentions: [price, date]
    - max_chars: 200
    - cites: any
"""),
    )
    step = case.steps[0]
    assert step.ordered
    assert [e.kind for e in step.expectations] == [
        "slot_was_set", "slot_was_set", "slot_was_not_set", "action_executed", "bot_uttered",
        "bot_did_not_utter", "mentions", "not_mentions", "max_chars", "cites",
    ]  # fmt: skip
    assert all(e.assertion for e in step.expectations)
    assert step.expectations[6].value == ["origin"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("- user: hi\n- uter: utter_greet", 5, "unknown key 'uter' in a step. Did you mean 'utter'?"),
        ("- user: hi\n  utter: utter_greet", 5, "write '- utter:' on its own"),
        ("- user: hi\n  asertions: []", 5, "Did you mean 'assertions'?"),
        ("- user: hi\n  assertions:\n    - flow_started: x", 6, "needs flows"),
        (
            "- user: hi\n  assertions:\n    - generative_response_is_relevant: {threshold: 1}",
            6,
            "a language model",
        ),
        ("- user: hi\n  assertions:\n    - bot_uttered: {text_match: x}", 6, "Did you mean 'text_matches'?"),
        ("- user: hi\n  assertions:\n    - bot_uttered: {}", 6, "at least one of"),
        (
            "- user: hi\n  assertions:\n    - bot_uttered: {buttons: [{label: x}]}",
            6,
            "unknown key 'label' in a button",
        ),
        ("- user: hi\n  assertions:\n    - slot_was_set: [{value: x}]", 6, "has no 'name'"),
        ("- user: hi\n  assertions:\n    - slot_was_set: [city]", 6, "must be a mapping"),
        ("- user: hi\n  assertion_order_enabled: maybe", 5, "must be true or false"),
        ("- user: hi\n- cites: none", 5, "'cites': write any."),
        ("- user: hi\n- max_chars: many", 5, "must be a whole number"),
        ("- user: hi\n- mentions: []", 5, "none of them empty"),
        ("- user: hi\n- slot_was_set: []", 5, "names no slot"),
        ("- user: [a, b]", 4, "must be text"),
        ("- user:", 4, "must be text"),
        ("- user: hi\n  metadata: phone", 5, "there is no 'phone' in 'metadata'. Add it under 'metadata:'"),
        ("- just words", 4, "a step must be a mapping"),
        ("- user: hi\n- bot: a\n  bot: b", 6, "stands here twice"),
        ("- user: hi\n- bot: 'open", 5, "is not valid YAML"),
    ],
)
def test_mistakes_name_file_line_and_remedy(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(FileProblem) as caught:
        load(tmp_path, steps(text))
    assert words in str(caught.value)
    assert str(caught.value).startswith(f"{tmp_path / 'conversations.yml'}:{caught.value.line}: ")
    if "valid YAML" not in words:
        assert caught.value.line == line


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("test_case: x", "unknown key 'test_case' in a test file. Did you mean 'test_cases'?"),
        ("version: '3.1'", "has no 'test_cases'"),
        ("- a", "a test file must be a mapping"),
        ("test_cases: {a: b}", "'test_cases' must be a list"),
        ("test_cases:\n  - test_case: a", "has no 'steps'"),
        ("test_cases:\n  - test_case: a\n    steps: []", "has no steps"),
        ("test_cases:\n  - steps: [{user: a}]", "has no 'test_case'"),
        (
            "test_cases:\n  - {test_case: a, steps: [{user: a}]}\n  - {test_case: a, steps: [{user: a}]}",
            "was used on line 2 already",
        ),
        (
            "test_cases:\n  - {test_case: a, fixtures: [x], steps: [{user: a}]}",
            "there is no 'x' in 'fixtures'",
        ),
        ("fixtures: [{a: [{x: 1}]}, {a: [{x: 2}]}]\ntest_cases: []", "stands in 'fixtures' twice"),
        ("stub_custom_actions: {a: {event: []}}\ntest_cases: []", "Did you mean 'events'?"),
    ],
)
def test_mistakes_at_the_top(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(FileProblem) as caught:
        load(tmp_path, text)
    assert words in str(caught.value)


def test_finding_files(tmp_path: Path) -> None:
    (tmp_path / "sub" / ".hidden").mkdir(parents=True)
    good = tmp_path / "sub" / "a.yml"
    good.write_text("# note\ntest_cases: []\n", encoding="utf-8")
    (tmp_path / "sub" / ".hidden" / "b.yml").write_text("test_cases: []\n", encoding="utf-8")
    (tmp_path / "nlu.yml").write_text("nlu:\n  - examples: |\n      - test_cases: x\n", encoding="utf-8")
    assert find_files([str(tmp_path)]) == [(good, None)]
    assert find_files([f"{good}::a name"]) == [(good, "a name")]
    assert not is_test_file(tmp_path / "nlu.yml")
    with pytest.raises(ConversationTestError, match="there is no file or folder"):
        find_files([str(tmp_path / "nowhere")])


def test_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"test_cases: \xff")
    with pytest.raises(FileProblem, match="not UTF-8"):
        load_file(path, {})


def test_the_shipped_schema_is_the_current_one() -> None:
    assert (HERE.parent / "schema.json").read_text(encoding="utf-8") == schema_text({})


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_examples_fit_schema_and_loader(path: Path) -> None:
    assert load_file(path, {})
    jsonschema.validate(yaml.safe_load(path.read_text(encoding="utf-8")), json.loads(schema_text({})))


def test_the_schema_refuses_unknown_keys_and_takes_those_of_plugins() -> None:
    wrong = {"test_cases": [{"test_case": "a", "steps": [{"user": "a"}, {"cites": "any"}]}]}
    assert list(jsonschema.Draft7Validator(schema({})).iter_errors(wrong))
    assert not list(jsonschema.Draft7Validator(schema(CHECKS)).iter_errors(wrong))
