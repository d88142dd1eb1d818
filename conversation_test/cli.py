"""The command `conversation-test`."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from conversation_test.console import Console
from conversation_test.errors import ConversationTestError
from conversation_test.inprocess import quieten
from conversation_test.loader import BUILTIN_KEYS, find_files, load_file
from conversation_test.model import Conversation, Result
from conversation_test.plugin import all_checks, load_plugins
from conversation_test.runner import run_all
from conversation_test.settings import Settings, load_settings

PASSED, FAILED, BROKEN = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command. Returns 0 if all passed, 1 if something failed, 2 if it could not run."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    commands = {"run": _run, "record": _record, "schema": _schema}
    command = commands[arguments.pop(0)] if arguments and arguments[0] in commands else _run
    quieten()
    try:
        return command(arguments)
    except ConversationTestError as error:
        print(f"conversation-test: {error}", file=sys.stderr)
        return BROKEN
    except KeyboardInterrupt:
        print("\nconversation-test: interrupted.", file=sys.stderr)
        return BROKEN
    except BrokenPipeError:
        # The reader (head, less) has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN


# -- arguments ---------------------------------------------------------------------------


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--settings", metavar="FILE", help="settings file (default: conversation_test.yml)")
    parser.add_argument(
        "--plugin", action="append", default=[], metavar="MODULE:ATTR", help="plug-in; may be repeated"
    )
    bot = parser.add_argument_group("the bot")
    bot.add_argument("-m", "--model", metavar="PATH", help="model file or folder (default: models)")
    bot.add_argument("--actions", metavar="MODULE", help="package with custom actions (default: actions)")
    bot.add_argument("--url", help="a running server, instead of a model in this process")
    bot.add_argument("--client", help="how to talk to --url: rest, or a plug-in's client")
    bot.add_argument("--token", help="token of the server's HTTP API (or CONVERSATION_TEST_TOKEN)")


def _settings(args: argparse.Namespace) -> Settings:
    settings = load_settings(Path.cwd(), args.settings)
    changes: dict[str, Any] = {}
    for name in ("model", "actions", "url", "client", "workers"):
        if getattr(args, name, None) is not None:
            changes[name] = getattr(args, name)
    token = args.token or os.environ.get("CONVERSATION_TEST_TOKEN")
    if token:
        changes["token"] = token
    return replace(settings, plugins=[*settings.plugins, *args.plugin], **changes)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _percentage(text: str) -> tuple[str, float]:
    name, _, number = text.rpartition("=")
    value = float(number)
    if not 0 <= value <= 100:
        raise argparse.ArgumentTypeError("must be a percentage, or LIST=percentage")
    return name or "total", value


def _run_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="conversation-test",
        description="Runs conversations written in YAML against a Rasa Open Source 3.6 bot.",
        epilog="Further commands: 'conversation-test record --help', 'conversation-test schema --help'. "
        "Exit code: 0 all passed, 1 something failed, 2 could not run.",
    )
    parser.add_argument(
        "paths", nargs="*", metavar="PATHS", help="files, folders, or file.yml::name (default: tests)"
    )
    _common(parser)
    choose = parser.add_argument_group("which and how")
    choose.add_argument(
        "-k", metavar="TEXT", help="only names (or files) with this text; 'a and not b' works too"
    )
    choose.add_argument("-x", "--fail-fast", action="store_true", help="stop at the first failure")
    choose.add_argument("-n", "--workers", type=_positive, help="number of processes (default: 1)")
    choose.add_argument("--list", action="store_true", help="show which conversations would run")
    choose.add_argument(
        "--update", action="store_true", help="rewrite texts (bot:, text_matches:) that changed"
    )
    report = parser.add_argument_group("reports")
    report.add_argument("--junit", metavar="FILE", help="write a JUnit XML report")
    report.add_argument("--html", metavar="FILE", help="write the dialogues as one HTML page")
    report.add_argument("--coverage", action="store_true", help="show what no conversation touched")
    report.add_argument("--coverage-html", metavar="FILE", help="write coverage as one HTML page")
    report.add_argument(
        "--coverage-floor", type=_percentage, action="append", default=[], metavar="[LIST=]PERCENT",
        help="fail below this percentage (of all lists together, or of one)",
    )  # fmt: skip
    report.add_argument("--no-progress", action="store_true", help="no progress bar")
    return parser


# -- run ---------------------------------------------------------------------------------


def collect(settings: Settings, paths: Sequence[str], chosen: str | None = None) -> list[Conversation]:
    """The conversations under `paths` whose name or file fits `chosen`. Raises ConversationTestError."""
    checks = all_checks(load_plugins(settings.plugins, settings.root), BUILTIN_KEYS)
    out: list[Conversation] = []
    for path, name in find_files(paths):
        found = [c for c in load_file(path, checks) if name is None or c.name == name]
        if not found and name is not None:
            raise ConversationTestError(f"{path} has no conversation '{name}'.")
        out.extend(found)
    return [c for c in out if chosen is None or fits(chosen, f"{c.file} {c.name}")]


def fits(expression: str, text: str) -> bool:
    """Whether text has the words of `expression`, joined by `or`, `and` and `not`."""
    folded = text.casefold()

    def one(part: str) -> bool:
        word = part.strip().casefold()
        return not one(word[4:]) if word.startswith("not ") else word in folded

    return any(all(one(part) for part in option.split(" and ")) for option in expression.split(" or "))


def _run(arguments: Sequence[str]) -> int:
    args = _run_parser().parse_args(arguments)
    settings = _settings(args)
    conversations = collect(settings, args.paths or settings.paths, args.k)
    if not conversations:
        raise ConversationTestError(
            "no conversations found. Give a file or folder with 'test_cases:' files, or check -k."
        )
    if args.list:
        print("\n".join(c.id for c in conversations))
        return PASSED
    floors = {**settings.coverage_floor, **dict(args.coverage_floor)}
    measure = bool(args.coverage or args.coverage_html or args.coverage_floor)
    console = Console()
    began = time.perf_counter()
    results = _play(conversations, settings, args, measure, console)
    if args.update:
        results = _update(results, settings, args, console)
    for result in results:
        if not result.passed:
            console.failure(result)
    console.write()
    console.summary(results, len(conversations), time.perf_counter() - began)
    _write_reports(results, args)
    low = _coverage(results, settings, args, floors, console) if measure else False
    return PASSED if all(r.passed for r in results) and not low else FAILED


def _play(
    conversations: Sequence[Conversation],
    settings: Settings,
    args: argparse.Namespace,
    rules: bool,
    console: Console,
) -> list[Result]:
    from tqdm import tqdm

    hidden = args.no_progress or not sys.stderr.isatty()
    with tqdm(total=len(conversations), unit="conversation", disable=hidden, desc="loading the bot") as bar:

        def progress(result: Result) -> None:
            bar.update()
            if not result.passed:
                bar.set_postfix_str(f"last failure: {result.conversation.name[:40]}")

        return run_all(
            conversations, settings, args.fail_fast, rules, progress, lambda: bar.set_description("running")
        )


def _update(
    results: list[Result], settings: Settings, args: argparse.Namespace, console: Console
) -> list[Result]:
    """Rewrites changed texts, tells which, and runs those conversations again."""
    from conversation_test.update import update_texts

    changes = update_texts(results)
    if not changes:
        console.write("--update: no text to rewrite.")
        return results
    for change in changes:
        console.write(f"rewritten {change.file}:{change.line}\n  - {change.old}\n  + {change.new}")
    again = {c.id: c for c in collect(settings, sorted({change.file for change in changes}))}
    rerun = [again[r.conversation.id] for r in results if r.conversation.id in again]
    fresh = {r.conversation.id: r for r in _play(rerun, settings, args, False, console)}
    return [fresh.get(r.conversation.id, r) for r in results]


def _write_reports(results: Sequence[Result], args: argparse.Namespace) -> None:
    if args.junit:
        from conversation_test.junit import junit_xml

        _save(args.junit, junit_xml(results))
    if args.html:
        from conversation_test.html_report import html_report

        _save(args.html, html_report(results))


def _coverage(
    results: Sequence[Result],
    settings: Settings,
    args: argparse.Namespace,
    floors: dict[str, float],
    console: Console,
) -> bool:
    """Shows coverage; True if a floor is not reached."""
    from conversation_test.coverage import below_floor, coverage_html, coverage_text, measure

    lists = measure(results, settings)
    console.write()
    console.write(coverage_text(lists))
    if args.coverage_html:
        _save(args.coverage_html, coverage_html(lists))
    low = below_floor(lists, floors)
    for line in low:
        console.write(console.paint(line, "1;31"))
    return bool(low)


def _save(name: str, text: str) -> None:
    path = Path(name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise ConversationTestError(f"{name} cannot be written ({error.strerror}).") from None


# -- record and schema -------------------------------------------------------------------


def _record(arguments: Sequence[str]) -> int:
    from conversation_test.record import record_command, record_parser

    parser = record_parser()
    _common(parser)
    args = parser.parse_args(arguments)
    return record_command(args, _settings(args))


def _schema(arguments: Sequence[str]) -> int:
    from conversation_test.schema import schema_text

    parser = argparse.ArgumentParser(
        prog="conversation-test schema",
        description="Prints the JSON Schema of test files, with the plug-ins' keys, for use by an editor.",
    )
    _common(parser)
    settings = _settings(parser.parse_args(arguments))
    print(schema_text(all_checks(load_plugins(settings.plugins, settings.root), BUILTIN_KEYS)), end="")
    return PASSED


if __name__ == "__main__":
    sys.exit(main())
