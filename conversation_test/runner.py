"""Running conversations, here or in several processes."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from conversation_test.backend import Backend, RestBackend
from conversation_test.checks import check_turn
from conversation_test.errors import ConversationTestError
from conversation_test.inprocess import InProcessBackend, find_model, quieten
from conversation_test.loader import BUILTIN_KEYS
from conversation_test.model import Conversation, Expectation, Result, Turn, TurnResult, UserStep
from conversation_test.plugin import Check, CoverageList, Plugin, all_checks, load_plugins
from conversation_test.settings import Settings

#: Called after each conversation.
Progress = Callable[[Result], None]


def open_backend(settings: Settings, plugins: Sequence[Plugin], rules: bool = False) -> Backend:
    """The bot that the settings name. Raises ConversationTestError if there is none."""
    if settings.url:
        if settings.client == "rest":
            server = RestBackend(settings.url, settings.token)
            server.ping()
            return server
        for plugin in plugins:
            clients = plugin.clients()
            if settings.client in clients:
                backend: Backend = clients[settings.client](settings.url)
                return backend
        raise ConversationTestError(
            f"there is no client '{settings.client}'; known: rest, and those of plug-ins."
        )
    model = find_model(settings.model, settings.root)
    for plugin in plugins:
        plugin.prepare()
    return InProcessBackend(model, settings.actions, settings.root, rules)


class Runner:
    """Runs conversations against one backend."""

    def __init__(self, backend: Backend, plugins: Sequence[Plugin] = ()) -> None:
        self.backend = backend
        self.checks: Mapping[str, Check] = all_checks(plugins, BUILTIN_KEYS)
        self.lists: dict[str, CoverageList] = {}
        for plugin in plugins:
            self.lists.update(plugin.coverage())

    def run(self, conversation: Conversation) -> Result:
        """Plays a conversation to its end, also past failures, and tells how it went."""
        result = Result(conversation)
        sender = f"test-{uuid.uuid4().hex}"
        began = time.perf_counter()
        try:
            opening = self.backend.start(sender, conversation.slots, conversation.stubs)
            self._add(result, opening, conversation.opening, None)
            for step in conversation.steps:
                turn = self.backend.send(sender, step.text, step.metadata)
                self._add(result, turn, step.expectations, step)
        except ConversationTestError as error:
            result.error = str(error)
        finally:
            self.backend.finish(sender)
        result.seconds = time.perf_counter() - began
        return result

    def _add(
        self, result: Result, turn: Turn, expectations: Sequence[Expectation], step: UserStep | None
    ) -> None:
        problems = check_turn(turn, expectations, self.checks, step)
        result.turns.append(TurnResult(turn, step, list(expectations), problems))
        for name, items in self.lists.items():
            known = result.touched.setdefault(name, [])
            known.extend(item for item in items.touched(turn) if item not in known)


def run_all(
    conversations: Sequence[Conversation],
    settings: Settings,
    fail_fast: bool = False,
    rules: bool = False,
    progress: Progress = lambda result: None,
    ready: Callable[[], None] = lambda: None,
) -> list[Result]:
    """Runs all conversations and gives the results in the same order.

    With `fail_fast` nothing new is begun after a failure. `ready` is called when the bot has
    been loaded. Raises ConversationTestError if the bot cannot be loaded or reached.
    """
    workers = min(settings.workers, len(conversations))
    if workers > 1:
        return _run_in_processes(conversations, settings, workers, fail_fast, rules, progress, ready)
    plugins = load_plugins(settings.plugins, settings.root)
    runner = Runner(open_backend(settings, plugins, rules), plugins)
    ready()
    results = []
    try:
        for conversation in conversations:
            result = runner.run(conversation)
            results.append(result)
            progress(result)
            if fail_fast and not result.passed:
                break
    finally:
        runner.backend.close()
    return results


# -- several processes -------------------------------------------------------------------

_runner: Runner | None = None
_startup_error: str | None = None


def _start_worker(settings: Settings, rules: bool) -> None:
    # An exception here would break the pool without a message, so it is kept for the first task.
    global _runner, _startup_error
    quieten()
    try:
        plugins = load_plugins(settings.plugins, settings.root)
        _runner = Runner(open_backend(settings, plugins, rules), plugins)
    except ConversationTestError as error:
        _startup_error = str(error)


def _run_in_worker(conversation: Conversation) -> Result:
    if _runner is None:
        raise ConversationTestError(_startup_error or "a worker process did not start.")
    return _runner.run(conversation)


def _run_in_processes(
    conversations: Sequence[Conversation],
    settings: Settings,
    workers: int,
    fail_fast: bool,
    rules: bool,
    progress: Progress,
    ready: Callable[[], None],
) -> list[Result]:
    # Spawned, not forked: TensorFlow does not survive a fork.
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _start_worker, (settings, rules))
    results: dict[int, Result] = {}
    try:
        pending: dict[Future[Result], int] = {
            pool.submit(_run_in_worker, conversation): number
            for number, conversation in enumerate(conversations)
        }
        while pending:
            done, _ = wait(pending, return_when=FIRST_COMPLETED)
            if not results:
                ready()
            for future in done:
                number = pending.pop(future)
                results[number] = future.result()
                progress(results[number])
                if fail_fast and not results[number].passed:
                    pending = {f: n for f, n in pending.items() if not f.cancel()}
    except BrokenProcessPool:
        raise ConversationTestError("a worker process stopped; try --workers 1 (memory?).") from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return [results[number] for number in sorted(results)]
