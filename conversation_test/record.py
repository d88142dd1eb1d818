"""`conversation-test record`: a test file from a live chat or a stored conversation."""

from __future__ import annotations

import argparse
import asyncio
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from conversation_test.backend import Backend, RestBackend
from conversation_test.checks import difference
from conversation_test.console import Console, one_line
from conversation_test.errors import ConversationTestError
from conversation_test.loader import BUILTIN_KEYS, load_file
from conversation_test.model import INTERNAL_SLOTS, Problem, Turn, show
from conversation_test.plugin import Plugin, all_checks, load_plugins
from conversation_test.positions import read_text
from conversation_test.rewrite import scalar
from conversation_test.runner import Runner, open_backend
from conversation_test.settings import Settings

#: Slots that follow from the conversation and would only be noise in a test.
_NOT_RECORDED = INTERNAL_SLOTS | {"requested_slot"}
#: What Rasa itself adds to a message's metadata.
_RASA_METADATA = {"model_id", "assistant_id"}


@dataclass
class Script:
    """What the user said, and what was there before."""

    lines: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    slots: dict[str, Any] = field(default_factory=dict)
    #: What the bot said then, per line; empty for a live chat.
    said: list[list[str]] = field(default_factory=list)


def record_parser() -> argparse.ArgumentParser:
    """The arguments of `record`."""
    parser = argparse.ArgumentParser(
        prog="conversation-test record",
        description="Writes a test file from a chat in this terminal, "
        "or from a stored conversation, which is played again.",
    )
    parser.add_argument("file", metavar="FILE", help="the test file to write")
    parser.add_argument("--name", help="name of the conversation (default: the file's name)")
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--from-store", metavar="ID", help="conversation in the tracker store of --endpoints")
    source.add_argument("--from-server", metavar="ID", help="conversation on the server of --url")
    source.add_argument("--from-file", metavar="JSON", help="a tracker saved as JSON")
    parser.add_argument("--endpoints", default="endpoints.yml", help="where the tracker store is configured")
    parser.add_argument("--texts", action="store_true", help="also record the texts of named responses")
    parser.add_argument("--force", action="store_true", help="write over an existing file")
    return parser


def record_command(args: argparse.Namespace, settings: Settings) -> int:
    """Records. Returns 0 when the written file passes, 1 when the bot behaved differently than stored."""
    path = Path(args.file)
    if path.exists() and not args.force:
        raise ConversationTestError(f"{path} exists already; choose another name or add --force.")
    if args.from_server and not settings.url:
        raise ConversationTestError("--from-server needs --url.")
    plugins = load_plugins(settings.plugins, settings.root)
    backend = open_backend(settings, plugins)
    console = Console()
    try:
        script = _stored_script(args, settings, backend)
        turns = play(backend, script) if script else _chat(backend, console)
        if not turns[1:]:
            raise ConversationTestError("nothing was said, so nothing is recorded.")
        script = script or Script([(turn.text or "", {}) for turn in turns[1:]])
        differences = _compare(script, turns[1:])
        left_out = write_recording(path, args.name or path.stem, script, turns, backend, plugins, args.texts)
    finally:
        backend.close()
    for line in differences:
        console.write(line)
    for problem in left_out:
        console.write(f"left out (differs from run to run): {problem.message}: {one_line(problem.expected)}")
    console.write(f"written: {path} ({len(script.lines)} turns); it passes.")
    return 1 if differences else 0


# -- where the user's lines come from ----------------------------------------------------


def _stored_script(args: argparse.Namespace, settings: Settings, backend: Backend) -> Script | None:
    if args.from_file:
        try:
            state = json.loads(read_text(Path(args.from_file)))
        except json.JSONDecodeError as error:
            raise ConversationTestError(f"{args.from_file} is not JSON: {error}.") from None
        events = state.get("events") if isinstance(state, dict) else state
        return script_of(events or [], args.from_file)
    if args.from_server:
        server = (
            backend if isinstance(backend, RestBackend) else RestBackend(settings.url or "", settings.token)
        )
        return script_of(server.tracker(args.from_server).get("events") or [], args.from_server)
    if args.from_store:
        return script_of(
            _stored_events(args.from_store, settings.root / args.endpoints, backend), args.from_store
        )
    return None


def _stored_events(sender: str, endpoints: Path, backend: Backend) -> list[dict[str, Any]]:
    from rasa.core.tracker_store import TrackerStore
    from rasa.core.utils import AvailableEndpoints
    from rasa.shared.core.domain import Domain

    if not endpoints.is_file():
        raise ConversationTestError(
            f"there is no {endpoints}; name the file with the tracker store with --endpoints."
        )
    config = AvailableEndpoints.read_endpoints(str(endpoints)).tracker_store
    if config is None:
        raise ConversationTestError(f"{endpoints} has no 'tracker_store', so nothing is stored.")
    store = TrackerStore.create(config, domain=getattr(backend, "domain", None) or Domain.empty())
    tracker = asyncio.new_event_loop().run_until_complete(store.retrieve(sender))
    if tracker is None:
        raise ConversationTestError(f"the tracker store has no conversation '{sender}'.")
    return [event.as_dict() for event in tracker.events]


def script_of(events: Sequence[Mapping[str, Any]], name: str) -> Script:
    """What the user said in the last session of a stored conversation."""
    starts = [place for place, event in enumerate(events) if event.get("event") == "session_started"]
    script = Script()
    for event in events[starts[-1] if starts else 0 :]:
        kind = event.get("event")
        if kind == "user" and event.get("text") is not None:
            metadata = event.get("metadata") or {}
            script.lines.append(
                (event["text"], {k: v for k, v in metadata.items() if k not in _RASA_METADATA})
            )
            script.said.append([])
        elif kind == "bot" and script.lines:
            script.said[-1].append(event.get("text") or "")
        elif kind == "slot" and not script.lines and event.get("name") not in _NOT_RECORDED:
            if event.get("value") is None:
                script.slots.pop(str(event.get("name")), None)
            else:
                script.slots[str(event.get("name"))] = event.get("value")
    if not script.lines:
        raise ConversationTestError(f"in '{name}' the user says nothing.")
    return script


def play(backend: Backend, script: Script) -> list[Turn]:
    """Says everything again; the first turn is what the bot does before that."""
    turns = [backend.start("recording", script.slots, {})]
    turns.extend(backend.send("recording", text, metadata) for text, metadata in script.lines)
    backend.finish("recording")
    return turns


def _chat(backend: Backend, console: Console, ask: Callable[[str], str] = input) -> list[Turn]:
    turns = [backend.start("recording", {}, {})]
    console.write("Say something; an empty line ends the recording.")
    _show(turns[0], console)
    while True:
        try:
            text = ask("you> ").strip()
        except EOFError:
            break
        if not text:
            break
        turns.append(backend.send("recording", text, {}))
        _show(turns[-1], console)
    backend.finish("recording")
    return turns


def _show(turn: Turn, console: Console) -> None:
    for message in turn.messages:
        console.write(f"bot> {message.text}")
        for button in message.buttons:
            console.write(f"     [{button.get('title')}] {button.get('payload', '')}")
    for error in turn.errors:
        console.write(console.paint(f"  ! {error}", "31"))


def _compare(script: Script, turns: Sequence[Turn]) -> list[str]:
    """Where the bot now says something else than was stored."""
    out = []
    for said, turn in zip(script.said, turns, strict=False):
        now = "\n".join(m.text for m in turn.messages)
        then = "\n".join(said)
        if now != then:
            changed = one_line(difference(then, now), 400)
            out.append(f"after {show(turn.text)} the bot now says something else: {changed}")
    return out


# -- writing -----------------------------------------------------------------------------


def write_recording(
    path: Path,
    name: str,
    script: Script,
    turns: Sequence[Turn],
    backend: Backend,
    plugins: Sequence[Plugin] = (),
    texts: bool = False,
) -> list[Problem]:
    """Writes the file, plays it, and leaves out what does not come back the same way.

    Returns what was left out. Raises ConversationTestError if even then it does not pass.
    """
    unstable: list[Problem] = []
    skip: set[int] = set()
    varied = _varied_responses(backend)
    path.parent.mkdir(parents=True, exist_ok=True)
    for _ in range(3):
        text = recording(name, script, turns, texts, skip, varied)
        path.write_text(text, encoding="utf-8")
        conversation = load_file(path, all_checks(plugins, BUILTIN_KEYS))[0]
        result = Runner(backend, plugins).run(conversation)
        if result.passed:
            return unstable
        problems = [p for p in result.problems if p.expectation is not None]
        if result.error or len(problems) < len(result.problems):
            raise ConversationTestError(
                result.error or result.problems[0].message + ": " + result.problems[0].seen
            )
        unstable.extend(problems)
        skip |= _numbers(
            result.turns[0].expectations, [t.expectations for t in result.turns[1:]], problems, skip
        )
    raise ConversationTestError(f"{path} does not pass: the bot answers differently each time.")


def _numbers(opening: Any, later: Iterable[Any], problems: Sequence[Problem], skip: set[int]) -> set[int]:
    """The running numbers of failed expectations, counted as in `recording`."""
    flat = [*opening, *(e for inside in later for e in inside)]
    kept = [n for n in range(len(flat) + len(skip)) if n not in skip]
    failed = {id(p.expectation) for p in problems}
    return {number for number, expectation in zip(kept, flat, strict=False) if id(expectation) in failed}


def _varied_responses(backend: Backend) -> set[str]:
    """Responses with several texts: Rasa picks one at random, so their text is not recorded."""
    responses = getattr(getattr(backend, "domain", None), "responses", {}) or {}
    return {name for name, variants in responses.items() if len(variants) > 1}


def recording(
    name: str,
    script: Script,
    turns: Sequence[Turn],
    texts: bool = False,
    skip: Iterable[int] = (),
    varied: Iterable[str] = (),
) -> str:
    """The text of a test file. `skip` are the running numbers of expectations to leave out."""
    out: list[str] = []
    if script.slots:
        out += ["fixtures:", "  - recorded:"]
        out += [f"      - {slot}: {_value(value)}" for slot, value in script.slots.items()] + [""]
    kinds: dict[str, str] = {}
    for _, metadata in script.lines:
        if metadata:
            kinds.setdefault(json.dumps(metadata, sort_keys=True), f"recorded_{len(kinds) + 1}")
    if kinds:
        out.append("metadata:")
        for body, label in kinds.items():
            out += [f"  - {label}:", *(f"      {key}: {_value(v)}" for key, v in json.loads(body).items())]
        out.append("")
    out += ["test_cases:", f"  - test_case: {scalar(name)}"]
    if script.slots:
        out += ["    fixtures:", "      - recorded"]
    out.append("    steps:")
    counter = _Counter(set(skip))
    out += _expected(turns[0], texts, counter, set(varied), first=True)
    for (text, metadata), turn in zip(script.lines, turns[1:], strict=False):
        out.append(f"      - user: {scalar(text, indent=' ' * 10)}")
        if metadata:
            out.append(f"        metadata: {kinds[json.dumps(metadata, sort_keys=True)]}")
        out += _expected(turn, texts, counter, set(varied))
    return "\n".join(out) + "\n"


class _Counter:
    """Numbers expectations and says which are left out."""

    def __init__(self, skip: set[int]) -> None:
        self.skip = skip
        self.number = -1

    def keep(self) -> bool:
        self.number += 1
        return self.number not in self.skip


def _expected(turn: Turn, texts: bool, counter: _Counter, varied: set[str], first: bool = False) -> list[str]:
    out = []
    for message in turn.messages:
        if message.response and counter.keep():
            out.append(f"      - utter: {message.response}")
        with_text = message.text and (not message.response or (texts and message.response not in varied))
        if with_text and counter.keep():
            out.append(f"      - bot: {scalar(message.text, indent=' ' * 10)}")
    last = {name: value for _, name, value in turn.slot_events if name not in _NOT_RECORDED}
    changed = {n: v for n, v in last.items() if turn.slots_before.get(n) != v and not first}
    pairs = [f"          - {slot}: {_value(value)}" for slot, value in changed.items() if counter.keep()]
    return out + (["      - slot_was_set:", *pairs] if pairs else [])


def _value(value: Any) -> str:
    """A slot's value as YAML on one line."""
    if isinstance(value, str):
        return scalar(value, '"' if "\n" in value else "")
    return json.dumps(value, ensure_ascii=False)
