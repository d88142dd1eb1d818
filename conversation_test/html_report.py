"""Every conversation as a dialogue one can read, with failures where they happened."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from html import escape

from conversation_test.model import BotMessage, Problem, Result, TurnResult
from conversation_test.page import page


def html_report(results: Sequence[Result]) -> str:
    """The report as one page. Failed conversations come first and are open."""
    failed = [r for r in results if not r.passed]
    numbered = {id(result): f"c{number}" for number, result in enumerate(results, 1)}
    parts = [
        f"<p class=sum><span class=passed>{len(results) - len(failed)} passed</span>, "
        f"<span class=failed>{len(failed)} failed</span></p>"
    ]
    if failed:
        links = "".join(
            f'<li><a href="#{numbered[id(r)]}">{escape(r.conversation.name)}</a> '
            f"<span class=quiet>{escape(_first(r))}</span></li>"
            for r in failed
        )
        parts.append(f"<nav aria-label='Failed conversations'><h2>Failed</h2><ul>{links}</ul></nav>")
    files: dict[str, list[Result]] = {}
    for result in results:
        files.setdefault(result.conversation.file, []).append(result)
    for file, inside in files.items():
        parts.append(f"<section><h2>{escape(file)}</h2>")
        parts.extend(_conversation(r, numbered[id(r)]) for r in sorted(inside, key=lambda r: r.passed))
        parts.append("</section>")
    return page("Conversation tests", "\n".join(parts))


def _first(result: Result) -> str:
    if result.error:
        return result.error
    problem = result.problems[0]
    return f"line {problem.line}: {problem.message}"


def _conversation(result: Result, anchor: str) -> str:
    conversation = result.conversation
    state = "passed" if result.passed else "failed"
    opened = "" if result.passed else " open"
    turns = "".join(_turn(item, conversation.file) for item in result.turns)
    error = f'<li class="problem"><strong>{escape(result.error)}</strong></li>' if result.error else ""
    given = ""
    if conversation.slots:
        slots = ", ".join(f"{name} = {value}" for name, value in conversation.slots.items())
        given = f"<p class=meta>Slots at the start: {escape(slots)}</p>"
    return (
        f'<details id="{anchor}"{opened}><summary>'
        f"<span class={state}>{'✓' if result.passed else '✗'} {state}</span> "
        f"<strong>{escape(conversation.name)}</strong> "
        f"<span class=meta>line {conversation.line}, {result.seconds:.2f} s</span></summary>"
        f"{given}<ol class=talk>{turns}{error}</ol></details>"
    )


def _turn(item: TurnResult, file: str) -> str:
    turn = item.turn
    out = []
    if turn.text is not None:
        out.append(f'<li class="say user"><b>User</b>{escape(turn.text)}</li>')
    out.extend(_message(message) for message in turn.messages)
    facts = _facts(item)
    if facts:
        out.append(f"<li class=meta>{facts}</li>")
    out.extend(_problem(problem, file) for problem in item.problems)
    return "".join(out)


def _message(message: BotMessage) -> str:
    name = f" · {escape(message.response)}" if message.response else ""
    buttons = "".join(f"<span class=choice>{escape(str(b.get('title', '')))}</span>" for b in message.buttons)
    others = ", ".join(sorted(message.data)) if message.data and not message.text else ""
    text = escape(message.text) or (f"<i>({escape(others)})</i>" if others else "<i>(no text)</i>")
    return f'<li class="say bot"><b>Bot{name}</b>{text}{"<br>" + buttons if buttons else ""}</li>'


def _facts(item: TurnResult) -> str:
    turn = item.turn
    slots = ", ".join(f"{name} = {value}" for _, name, value in turn.slot_events)
    actions = ", ".join(name for _, name in turn.actions if name != "action_listen")
    lines = [
        f"<li>{label}: {escape(text)}</li>"
        for label, text in (("intent", turn.intent or ""), ("slots set", slots), ("actions", actions))
        if text
    ]
    checked = len(item.expectations)
    if not checked and (not lines or turn.text is None):
        return ""
    summary = f"{checked} expected" + (f", {len(item.problems)} wrong" if item.problems else "")
    lines.extend(f"<li>line {e.line}: <code>{escape(e.label())}</code></li>" for e in item.expectations)
    return f"<details><summary>{summary}</summary><ul>{''.join(lines)}</ul></details>"


def _problem(problem: Problem, file: str) -> str:
    left, right = _marked(problem.expected, problem.seen)
    table = ""
    if problem.expected or problem.seen:
        table = (
            "<table><thead><tr><th scope=col>expected<th scope=col>seen</thead>"
            f"<tbody><tr><td><pre>{left}</pre><td><pre>{right}</pre></tbody></table>"
        )
    hint = f"<p class=meta>{escape(problem.hint)}</p>" if problem.hint else ""
    return (
        f'<li class="problem"><strong class=failed>✗ {escape(problem.message)}</strong> '
        f"<span class=meta>{escape(file)}:{problem.line}</span>{table}{hint}</li>"
    )


def _marked(expected: str, seen: str) -> tuple[str, str]:
    """Both sides with what differs marked, where they are alike enough for that to help."""
    left, right = re.findall(r"\s+|\w+|\W", expected), re.findall(r"\s+|\w+|\W", seen)
    matcher = difflib.SequenceMatcher(None, left, right, autojunk=False)
    if matcher.ratio() < 0.5:
        return escape(expected), escape(seen)
    a_out, b_out = [], []
    for op, a, b, c, d in matcher.get_opcodes():
        gone, new = escape("".join(left[a:b])), escape("".join(right[c:d]))
        a_out.append(gone if op == "equal" or not gone else f"<del>{gone}</del>")
        b_out.append(new if op == "equal" or not new else f"<ins>{new}</ins>")
    return "".join(a_out), "".join(b_out)
