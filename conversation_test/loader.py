"""From a YAML file to conversations; every mistake is told with its line and a remedy."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from conversation_test.errors import ConversationTestError, FileProblem
from conversation_test.model import Conversation, Expectation, UserStep
from conversation_test.plugin import Check
from conversation_test.positions import Node, parse, read_text

#: Keys of a step that is not a user message.
STEP_KEYS = ("bot", "utter", "slot_was_set", "slot_was_not_set")
#: Keys that may stand under `assertions:`.
ASSERTION_KEYS = ("bot_uttered", "bot_did_not_utter", "action_executed", "slot_was_set", "slot_was_not_set")
#: Keys of this package itself, both as a step and under `assertions:`.
EXTRA_KEYS = ("mentions", "not_mentions", "max_chars")
#: Known from the published format, but in need of flows or a language model.
UNSUPPORTED = {
    "flow_started": "flows",
    "flow_completed": "flows",
    "flow_cancelled": "flows",
    "pattern_clarification_contains": "flows",
    "generative_response_is_relevant": "a language model",
    "generative_response_is_grounded": "a language model",
}
TOP_KEYS = ("version", "fixtures", "metadata", "stub_custom_actions", "test_cases")
CASE_KEYS = ("test_case", "fixtures", "metadata", "steps")
USER_KEYS = ("user", "metadata", "assertions", "assertion_order_enabled")
BOT_UTTERED_KEYS = ("utter_name", "text_matches", "buttons")
BUILTIN_KEYS = tuple(dict.fromkeys(STEP_KEYS + ASSERTION_KEYS + EXTRA_KEYS + tuple(UNSUPPORTED)))
_IS_TEST_FILE = re.compile(r"^['\"]?test_cases['\"]?[ \t]*:", re.MULTILINE)


def is_test_file(path: Path) -> bool:
    """True if the file is YAML with a top-level key `test_cases`."""
    if path.suffix not in (".yml", ".yaml") or not path.is_file():
        return False
    try:
        return bool(_IS_TEST_FILE.search(path.read_text(encoding="utf-8", errors="replace")))
    except OSError:
        return False


def find_files(paths: Iterable[str]) -> list[tuple[Path, str | None]]:
    """The test files under `paths`, each with the one conversation asked for, if any.

    A path is a file, a directory, or `file::name of a conversation`. Raises
    ConversationTestError for a path that does not exist.
    """
    found: dict[tuple[Path, str | None], None] = {}
    for given in paths:
        name: str | None = None
        path = Path(given)
        if "::" in given and not path.exists():
            file, _, name = given.partition("::")
            path = Path(file)
        if path.is_dir():
            inside = (p for p in sorted(path.rglob("*")) if is_test_file(p) and not _hidden(p, path))
            found.update(((p, None), None) for p in inside)
        elif path.is_file():
            found[(path, name)] = None
        else:
            raise ConversationTestError(f"there is no file or folder '{given}'.")
    return list(found)


def _hidden(path: Path, top: Path) -> bool:
    parts = path.relative_to(top).parts
    return any(part.startswith(".") or part == "node_modules" for part in parts)


def load_file(path: Path, checks: Mapping[str, Check]) -> list[Conversation]:
    """All conversations of a file. `checks` are the plug-ins' assertion keys.

    Raises FileProblem with file, line and remedy for anything that is not as it should be.
    """
    file = str(path)
    return _Reader(file, checks).document(parse(read_text(path), file))


class _Reader:
    """Walks over the nodes of one file."""

    def __init__(self, file: str, checks: Mapping[str, Check]) -> None:
        self.file = file
        self.checks = checks
        self.step_keys = (
            *STEP_KEYS,
            "bot_uttered",
            "bot_did_not_utter",
            "action_executed",
            *EXTRA_KEYS,
            *checks,
        )
        self.assertion_keys = (*ASSERTION_KEYS, *EXTRA_KEYS, *checks)

    # -- small tools -------------------------------------------------------------------

    def fail(self, message: str, line: int) -> FileProblem:
        return FileProblem(message, self.file, line)

    def mapping(self, node: Node, what: str) -> dict[str, tuple[int, Node]]:
        if not isinstance(node.value, dict):
            raise self.fail(f"{what} must be a mapping (key: value).", node.line)
        return node.value

    def sequence(self, node: Node, what: str) -> list[Node]:
        if not isinstance(node.value, list):
            raise self.fail(f"{what} must be a list (lines that start with '- ').", node.line)
        return node.value

    def text(self, node: Node, what: str) -> str:
        if node.value is None or isinstance(node.value, (list, dict)):
            raise self.fail(f"{what} must be text.", node.line)
        return node.raw

    def known(self, keys: Mapping[str, tuple[int, Node]], allowed: Sequence[str], where: str) -> None:
        for key, (line, _) in keys.items():
            if key in allowed:
                continue
            if key in UNSUPPORTED:
                raise self.fail(
                    f"'{key}' needs {UNSUPPORTED[key]}, which Rasa Open Source 3.6 does not have; "
                    f"remove it or check the outcome with bot_uttered, slot_was_set or action_executed.",
                    line,
                )
            close = difflib.get_close_matches(key, allowed, n=1)
            remedy = f"Did you mean '{close[0]}'?" if close else f"Known here: {', '.join(allowed)}."
            raise self.fail(f"unknown key '{key}' in {where}. {remedy}", line)

    def one_or_more(self, node: Node) -> list[Node]:
        return node.value if isinstance(node.value, list) else [node]

    # -- the document ------------------------------------------------------------------

    def document(self, root: Node) -> list[Conversation]:
        top = self.mapping(root, "a test file")
        self.known(top, TOP_KEYS, "a test file")
        if "test_cases" not in top:
            raise self.fail(
                "has no 'test_cases'. Start the file with 'test_cases:' and a list under it.", root.line
            )
        fixtures = self.named(top.get("fixtures"), "fixtures", self.fixture)
        metadata = self.named(top.get("metadata"), "metadata", self.metadata)
        stubs = self.stubs(top.get("stub_custom_actions"))
        seen: dict[str, int] = {}
        out = []
        for node in self.sequence(top["test_cases"][1], "'test_cases'"):
            case = self.case(node, fixtures, metadata, stubs)
            if case.name in seen:
                raise self.fail(
                    f"the name '{case.name}' was used on line {seen[case.name]} already; names must differ.",
                    case.line,
                )
            seen[case.name] = case.line
            out.append(case)
        return out

    def named(
        self, entry: tuple[int, Node] | None, what: str, read: Callable[[Node], dict[str, Any]]
    ) -> dict[str, dict[str, Any]]:
        """`fixtures:` and `metadata:` are lists of one-key mappings."""
        out: dict[str, dict[str, Any]] = {}
        for item in self.sequence(entry[1], f"'{what}'") if entry else []:
            for name, (line, node) in self.mapping(item, f"an item of '{what}'").items():
                if name in out:
                    raise self.fail(f"'{name}' stands in '{what}' twice; names must differ.", line)
                out[name] = read(node)
        return out

    def fixture(self, node: Node) -> dict[str, Any]:
        slots: dict[str, Any] = {}
        for item in self.one_or_more(node):
            for slot, (_, value) in self.mapping(item, "a fixture's slots").items():
                slots[slot] = value.plain()
        return slots

    def metadata(self, node: Node) -> dict[str, Any]:
        return {key: value.plain() for key, (_, value) in self.mapping(node, "metadata").items()}

    def stubs(self, entry: tuple[int, Node] | None) -> dict[str, dict[str, Any]]:
        out = {}
        for name, (_, node) in self.mapping(entry[1], "'stub_custom_actions'").items() if entry else ():
            stub = self.mapping(node, f"the stub of '{name}'")
            self.known(stub, ("events", "responses"), f"the stub of '{name}'")
            for part, (_, value) in stub.items():
                self.sequence(value, f"'{part}'")
            out[name] = {"events": [], "responses": [], **{k: n.plain() for k, (_, n) in stub.items()}}
        return out

    # -- a conversation ----------------------------------------------------------------

    def case(
        self,
        node: Node,
        fixtures: Mapping[str, dict[str, Any]],
        metadata: Mapping[str, dict[str, Any]],
        stubs: Mapping[str, dict[str, Any]],
    ) -> Conversation:
        keys = self.mapping(node, "a test case")
        self.known(keys, CASE_KEYS, "a test case")
        for needed in ("test_case", "steps"):
            if needed not in keys:
                raise self.fail(f"a test case has no '{needed}'; add it.", node.line)
        name = self.text(keys["test_case"][1], "'test_case' (the name)")
        slots: dict[str, Any] = {}
        for item in self.one_or_more(keys["fixtures"][1]) if "fixtures" in keys else []:
            slots.update(self.lookup(item, fixtures, "fixtures"))
        base: dict[str, Any] = {}
        for item in self.one_or_more(keys["metadata"][1]) if "metadata" in keys else []:
            base.update(self.lookup(item, metadata, "metadata"))
        case = Conversation(
            name, self.file, keys["test_case"][0], [], slots=slots, stubs=_stubs_of(name, stubs)
        )
        for item in self.sequence(keys["steps"][1], "'steps'"):
            self.step(item, case, base, metadata)
        if not case.steps and not case.opening:
            raise self.fail(f"'{name}' has no steps; add at least a 'user' step.", case.line)
        return case

    def lookup(self, node: Node, table: Mapping[str, dict[str, Any]], what: str) -> dict[str, Any]:
        name = self.text(node, f"a name in '{what}'")
        if name not in table:
            close = difflib.get_close_matches(name, table, n=1)
            remedy = (
                f"Did you mean '{close[0]}'?" if close else f"Add it under '{what}:' at the top of the file."
            )
            raise self.fail(f"there is no '{name}' in '{what}'. {remedy}", node.line)
        return table[name]

    def step(
        self, node: Node, case: Conversation, base: dict[str, Any], metadata: Mapping[str, dict[str, Any]]
    ) -> None:
        keys = self.mapping(node, "a step")
        if not keys:
            raise self.fail("an empty step; remove it.", node.line)
        if "user" in keys:
            case.steps.append(self.user(keys, base, metadata))
            return
        self.known(keys, ("user", *self.step_keys), "a step")
        target = case.steps[-1].expectations if case.steps else case.opening
        for key, (line, value) in keys.items():
            target.extend(self.expectation(key, line, value, assertion=False))

    def user(
        self, keys: dict[str, tuple[int, Node]], base: dict[str, Any], metadata: Mapping[str, dict[str, Any]]
    ) -> UserStep:
        for key, (line, _) in keys.items():
            if key in self.step_keys:
                raise self.fail(
                    f"'{key}' stands in the same step as 'user'; write '- {key}:' on its own.", line
                )
        self.known(keys, USER_KEYS, "a user step")
        line, node = keys["user"]
        step = UserStep(self.text(node, "'user' (what the user says)"), line, dict(base))
        for item in self.one_or_more(keys["metadata"][1]) if "metadata" in keys else []:
            step.metadata.update(self.lookup(item, metadata, "metadata"))
        if "assertion_order_enabled" in keys:
            order = keys["assertion_order_enabled"][1]
            if not isinstance(order.value, bool):
                raise self.fail("'assertion_order_enabled' must be true or false.", order.line)
            step.ordered = order.value
        for item in self.sequence(keys["assertions"][1], "'assertions'") if "assertions" in keys else []:
            found = self.mapping(item, "an assertion")
            self.known(found, self.assertion_keys, "an assertion")
            for key, (key_line, value) in found.items():
                step.expectations.extend(self.expectation(key, key_line, value, assertion=True))
        return step

    # -- expectations ------------------------------------------------------------------

    def expectation(self, key: str, line: int, node: Node, assertion: bool) -> list[Expectation]:
        made = Expectation(key, None, line, assertion, node.at)
        if key in ("slot_was_set", "slot_was_not_set"):
            read = self.slot_assertions if assertion else self.slots
            return [replace(made, value=value, line=where) for where, value in read(key, node)]
        if key in ("bot", "utter", "action_executed"):
            return [replace(made, value=self.text(node, f"'{key}'"))]
        if key in ("bot_uttered", "bot_did_not_utter"):
            return [replace(made, value=self.bot_uttered(key, node))]
        if key in ("mentions", "not_mentions"):
            words = [self.text(item, f"'{key}'") for item in self.one_or_more(node)]
            if not words or not all(word.strip() for word in words):
                raise self.fail(f"'{key}' needs a text or a list of texts, none of them empty.", node.line)
            return [replace(made, value=words)]
        if key == "max_chars":
            if not isinstance(node.value, int) or isinstance(node.value, bool) or node.value < 0:
                raise self.fail("'max_chars' must be a whole number.", node.line)
            return [replace(made, value=node.value)]
        value = node.plain()
        message = self.checks[key].validate(value)
        if message:
            raise self.fail(f"'{key}': {message}", node.line)
        return [replace(made, value=value)]

    def slots(self, key: str, node: Node) -> list[tuple[int, dict[str, Any]]]:
        """`slot_was_set:` as a step: names, or pairs of name and value."""
        out: list[tuple[int, dict[str, Any]]] = []
        for item in self.one_or_more(node):
            if isinstance(item.value, dict):
                pairs = item.value.items()
                out.extend((line, {"name": name, "value": value.plain()}) for name, (line, value) in pairs)
            else:
                out.append((item.line, {"name": self.text(item, f"a slot in '{key}'")}))
        if not out:
            raise self.fail(f"'{key}' names no slot.", node.line)
        return out

    def slot_assertions(self, key: str, node: Node) -> list[tuple[int, dict[str, Any]]]:
        """`slot_was_set:` under `assertions:`: a list of `name` and perhaps `value`."""
        out: list[tuple[int, dict[str, Any]]] = []
        for item in self.one_or_more(node):
            keys = self.mapping(item, f"an item of '{key}' under 'assertions'")
            self.known(keys, ("name", "value"), f"'{key}' under 'assertions'")
            if "name" not in keys:
                raise self.fail(f"'{key}' under 'assertions' has no 'name'; add the slot's name.", item.line)
            slot = {"name": self.text(keys["name"][1], "'name'")}
            out.append(
                (item.line, {**slot, **({"value": keys["value"][1].plain()} if "value" in keys else {})})
            )
        if not out:
            raise self.fail(f"'{key}' names no slot.", node.line)
        return out

    def bot_uttered(self, key: str, node: Node) -> dict[str, Any]:
        keys = self.mapping(node, f"'{key}'")
        self.known(keys, BOT_UTTERED_KEYS, f"'{key}'")
        if not keys:
            raise self.fail(f"'{key}' needs at least one of {', '.join(BOT_UTTERED_KEYS)}.", node.line)
        out: dict[str, Any] = {}
        for part in ("utter_name", "text_matches"):
            if part in keys:
                out[part] = self.text(keys[part][1], f"'{part}'")
        if "text_matches" in keys:
            out["text_matches_at"] = keys["text_matches"][1].at
        if "buttons" in keys:
            out["buttons"] = [self.button(item) for item in self.sequence(keys["buttons"][1], "'buttons'")]
        return out

    def button(self, node: Node) -> dict[str, str]:
        keys = self.mapping(node, "a button")
        self.known(keys, ("title", "payload"), "a button")
        if not keys:
            raise self.fail("a button needs a 'title', a 'payload' or both.", node.line)
        return {part: self.text(value, f"'{part}'") for part, (_, value) in keys.items()}


def _stubs_of(name: str, stubs: Mapping[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The stubs for one conversation: its own (`name::action`) go before the common ones."""
    own = {key.partition("::")[2]: stub for key, stub in stubs.items() if key.startswith(f"{name}::")}
    return {**{key: stub for key, stub in stubs.items() if "::" not in key}, **own}
