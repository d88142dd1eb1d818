"""A trained model and its real custom actions in this process: no port, no mock, no action server."""

from __future__ import annotations

import asyncio
import copy
import importlib
import importlib.util
import json
import logging
import os
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from conversation_test.backend import messages_of
from conversation_test.errors import ConversationTestError
from conversation_test.model import Turn


def find_model(model: str, root: Path) -> Path:
    """The model file: `model` itself, or the newest in that folder. Raises ConversationTestError."""
    path = root / model
    if path.is_file():
        return path
    found = sorted(path.glob("*.tar.gz"), key=lambda p: p.stat().st_mtime) if path.is_dir() else []
    if not found:
        raise ConversationTestError(
            f"no trained model in {path}. Run 'rasa train', or name one with --model."
        )
    return found[-1]


class InProcessBackend:
    """Runs conversations against a model that is loaded once."""

    def __init__(
        self, model: Path, actions: str | None = "actions", root: Path = Path("."), rules: bool = False
    ):
        """Loads the model and registers every action in the package `actions`.

        `rules` says whether to note which rules decide (for coverage). Raises
        ConversationTestError if the model or the actions cannot be loaded.
        """
        _import_rasa()
        self._loop = asyncio.new_event_loop()
        self._endpoint = _action_endpoint(_load_actions(actions, root))
        self._store = _recording_store()
        self._agent = self._load(model)
        self._rule_sources: list[str] = []
        if rules:
            _watch_rules(self._agent, self._rule_sources)

    def _load(self, model: Path) -> Any:
        from rasa.core.agent import Agent

        _check_schema_once()
        try:
            return Agent.load(str(model), tracker_store=self._store, action_endpoint=self._endpoint)
        except Exception as error:  # whatever a component of the project raises
            raise ConversationTestError(
                f"the model {model} cannot be loaded: {type(error).__name__}: {error}. "
                f"Train it again with this installation ('rasa train')."
            ) from error

    def start(self, sender: str, slots: Mapping[str, Any], stubs: Mapping[str, Any]) -> Turn:
        self._endpoint.stubs = stubs
        return self._loop.run_until_complete(self._start(sender, slots))

    def send(self, sender: str, text: str, metadata: Mapping[str, Any]) -> Turn:
        return self._loop.run_until_complete(self._send(sender, text, metadata))

    def finish(self, sender: str) -> None:
        self._store.forget(sender)

    def close(self) -> None:
        self._loop.close()

    @property
    def domain(self) -> Any:
        """Rasa's Domain of the loaded model."""
        return self._agent.domain

    async def _start(self, sender: str, slots: Mapping[str, Any]) -> Turn:
        from rasa.core.channels.channel import CollectingOutputChannel
        from rasa.shared.core.events import SlotSet

        self._endpoint.errors.clear()
        self._endpoint.ran.clear()
        processor = self._agent.processor
        channel = CollectingOutputChannel()
        tracker = await processor.fetch_tracker_with_initial_session(sender, channel)
        await processor.save_tracker(tracker)
        turn = self._turn(sender, None, {})
        unknown = [name for name in slots if name not in tracker.slots]
        if unknown:
            raise ConversationTestError(
                f"a fixture sets slot '{unknown[0]}', which the domain does not have."
            )
        if slots:
            for name, value in slots.items():
                tracker.update(SlotSet(name, value), self._agent.domain)
            await processor.save_tracker(tracker)
        return turn

    async def _send(self, sender: str, text: str, metadata: Mapping[str, Any]) -> Turn:
        from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

        before = self._store.slots(sender)
        channel = CollectingOutputChannel()
        message = UserMessage(
            text, channel, sender, input_channel="conversation_test", metadata=dict(metadata)
        )
        self._endpoint.errors.clear()
        self._endpoint.ran.clear()
        self._rule_sources.clear()
        began = time.perf_counter()
        try:
            await self._agent.handle_message(message)
        except Exception as error:  # a component failed: that is the conversation's failure, not ours
            self._endpoint.errors.append(_in_short(error, "Rasa"))
            return Turn(text, slots_before=before, slots_after=before, errors=list(self._endpoint.errors))
        seconds = time.perf_counter() - began
        turn = self._turn(sender, text, before)
        turn.seconds = seconds
        return turn

    def _turn(self, sender: str, text: str | None, before: dict[str, Any]) -> Turn:
        events = [event.as_dict() for event in self._store.new_events(sender)]
        return Turn(
            text,
            events,
            messages_of(events),
            before,
            self._store.slots(sender),
            errors=list(self._endpoint.errors),
            ran=list(self._endpoint.ran),
            rules=list(dict.fromkeys(self._rule_sources)),
        )


# -- start-up ----------------------------------------------------------------------------


def _import_rasa() -> None:
    """Imports Rasa, in an order that is quick.

    Rasa's logistic regression loads `skops.io`, which compares hundreds of types with every
    module loaded so far: 10 s once TensorFlow is there, under 3 s before it.
    """
    if "rasa.core.agent" not in sys.modules and importlib.util.find_spec("skops"):
        importlib.import_module("skops.io")
    try:
        importlib.import_module("rasa.core.agent")
    except ImportError as error:
        raise ConversationTestError(
            f"Rasa cannot be imported here ({error}). Install rasa 3.6, or use --url."
        ) from None


def quieten() -> None:
    """Keeps Rasa's and TensorFlow's notices out of the report, unless asked for by LOG_LEVEL."""
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    if "LOG_LEVEL" in os.environ:
        return
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # one sentence at a time gains nothing from threads
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    # Some libraries switch filters on again while they are imported, so the output itself goes.
    warnings.showwarning = lambda *args, **kwargs: None
    for name in ("rasa", "rasa_sdk", "tensorflow", "matplotlib", "apscheduler"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    quieten_structlog()


def quieten_structlog() -> None:
    """Rasa prints all its debug events until structlog is configured, which only its own commands do."""
    if not importlib.util.find_spec("structlog"):
        return
    import structlog

    if not structlog.is_configured():
        structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))


# -- actions -----------------------------------------------------------------------------


def _load_actions(package: str | None, root: Path) -> Any:
    """An executor with the project's actions, as `rasa run actions` would have it."""
    from rasa_sdk.executor import ActionExecutor

    executor = ActionExecutor()
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))
    if not package or importlib.util.find_spec(package) is None:
        if package and package != "actions":
            raise ConversationTestError(f"there is no module '{package}' with actions. Check --actions.")
        return executor
    try:
        executor.register_package(package)
    except SystemExit:  # the executor logs an ImportError and ends the process
        raise ConversationTestError(_import_problem(package)) from None
    except Exception as error:
        raise ConversationTestError(
            f"the actions in '{package}' cannot be loaded: {_in_short(error, package)}"
        ) from error
    return executor


def _import_problem(package: str) -> str:
    try:
        importlib.import_module(package)
    except ImportError as error:
        return f"the actions in '{package}' cannot be imported: {error}."
    return f"a module in '{package}' cannot be imported; try 'python -m rasa_sdk --actions {package}'."


def _action_endpoint(executor: Any) -> Any:
    """An endpoint that runs actions here instead of sending them to a server."""
    from rasa.utils.endpoints import ClientResponseError, EndpointConfig
    from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException

    class InProcessEndpoint(EndpointConfig):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__(url="in-process")
            self.stubs: Mapping[str, Any] = {}
            self.errors: list[str] = []
            self.ran: list[str] = []

        async def request(self, *args: Any, **kwargs: Any) -> Any:
            call = kwargs["json"]
            name = call["next_action"]
            self.ran.append(name)
            if name in self.stubs:
                return copy.deepcopy(self.stubs[name])
            # An action gets its own copy, as it would over HTTP.
            call = {**call, "tracker": {**call["tracker"], "slots": copy.deepcopy(call["tracker"]["slots"])}}
            try:
                answer = await executor.run(call)
                return json.loads(json.dumps(answer))
            except ActionExecutionRejection as error:
                body = json.dumps({"error": str(error), "action_name": error.action_name})
                raise ClientResponseError(400, "rejected", body) from error
            except ActionNotFoundException as error:
                self.errors.append(f"{name}: no such action. Register it in the actions package (--actions).")
                raise ClientResponseError(404, "not found", str(error)) from error
            except Exception as error:
                self.errors.append(_in_short(error, name))
                raise ClientResponseError(500, "failed", str(error)) from error

    return InProcessEndpoint()


def _in_short(error: BaseException, where: str) -> str:
    """An exception in one or two lines: what, and the last place in it."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "site-packages" not in frame.filename and __file__ != frame.filename]
    last = (own or list(frames))[-1:] or []
    place = f"\nat {_relative(last[0].filename)}:{last[0].lineno}: {last[0].line}" if last else ""
    return f"{where}: {type(error).__name__}: {error}{place}"


def _relative(name: str) -> str:
    try:
        return str(Path(name).relative_to(Path.cwd()))
    except ValueError:
        return Path(name).name


def _check_schema_once() -> None:
    """Compiles the constant schema of action results once, instead of at every action.

    Rasa calls `jsonschema.validate`, which checks the (constant) schema itself each time; with
    a small bot that takes most of a turn. Only this process is affected and results are still
    checked in full.
    """
    from jsonschema.exceptions import best_match
    from jsonschema.validators import validator_for
    from rasa.core.actions.action import RemoteAction

    schema = RemoteAction.action_response_format_spec()
    validator = validator_for(schema)(schema)

    def validate(self: Any, result: Any) -> bool:
        error = best_match(validator.iter_errors(result))
        if error is not None:
            raise error
        return True

    RemoteAction._validate_action_result = validate


# -- conversations -----------------------------------------------------------------------


def _recording_store() -> Any:
    """An in-memory tracker store that remembers what each message added."""
    from rasa.core.tracker_store import InMemoryTrackerStore
    from rasa.shared.core.constants import ACTION_SESSION_START_NAME
    from rasa.shared.core.conversation import Dialogue
    from rasa.shared.core.domain import Domain
    from rasa.shared.core.events import ActionExecuted, Event

    def _stored(event: Any) -> Any:
        # A store cannot keep what JSON cannot, so neither does this one.
        return Event.from_parameters(json.loads(json.dumps(event.as_dict())))

    def _begins_session(event: Any) -> bool:
        return isinstance(event, ActionExecuted) and event.action_name == ACTION_SESSION_START_NAME

    class RecordingStore(InMemoryTrackerStore):
        """Keeps events as objects: what is new is written as JSON and read back, the rest is not.

        Rasa's own store reads the whole conversation from JSON at every turn, which takes a
        quarter of the time of a long conversation.
        """

        def __init__(self) -> None:
            super().__init__(Domain.empty())
            self._history: dict[str, list[Any]] = {}
            self._known: dict[str, int] = {}
            self._latest: dict[str, Any] = {}

        async def retrieve(self, sender_id: str) -> Any:
            if sender_id not in self._history:
                return None
            history = self._history[sender_id]
            starts = [n for n, event in enumerate(history) if _begins_session(event)]
            if starts and starts[-1] > 0:  # like Rasa's own stores: only the last session
                history = self._history[sender_id] = history[starts[-1] :]
            tracker = self.init_tracker(sender_id)
            tracker.recreate_from_dialogue(Dialogue(sender_id, list(history)))
            self._known[sender_id] = len(tracker.events)
            return tracker

        async def save(self, tracker: Any) -> None:
            sender = tracker.sender_id
            known = self._known.setdefault(sender, 0)
            fresh = [_stored(event) for event in list(tracker.events)[known:]]
            self._history[sender] = self._history.get(sender, [])[:known] + fresh
            self._latest[sender] = tracker

        def new_events(self, sender: str) -> list[Any]:
            return list(self._latest[sender].events)[self._known.get(sender, 0) :]

        def slots(self, sender: str) -> dict[str, Any]:
            tracker = self._latest.get(sender)
            return copy.deepcopy(tracker.current_slot_values()) if tracker else {}

        def forget(self, sender: str) -> None:
            for table in (self._history, self._known, self._latest):
                table.pop(sender, None)  # type: ignore[attr-defined]

    return RecordingStore()


def _watch_rules(agent: Any, sources: list[str]) -> None:
    """Notes the key of each rule that decides. Wraps this agent's own policy objects only."""
    for policy in rule_policies(agent):
        policy._predict = _noting(policy._predict, policy, sources)


def _noting(predict: Callable[..., Any], policy: Any, sources: list[str]) -> Callable[..., Any]:
    from rasa.core.policies.rule_policy import RULES

    def noting(*args: Any, **kwargs: Any) -> Any:
        prediction, source = predict(*args, **kwargs)
        if source in policy.lookup.get(RULES, {}):
            sources.append(source)
        return prediction, source

    return noting


def rule_policies(agent: Any) -> list[Any]:
    """The RulePolicy objects of a loaded model."""
    from rasa.core.policies.rule_policy import RulePolicy

    nodes = getattr(agent.processor.graph_runner, "_instantiated_nodes", {})
    parts = [getattr(node, "_component", None) for node in nodes.values()]
    return [part for part in parts if isinstance(part, RulePolicy)]
