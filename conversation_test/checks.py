"""Comparing a turn with what was expected of it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from conversation_test.model import BotMessage, Expectation, Problem, Turn, UserStep, show
from conversation_test.plugin import Check

_MISSING = object()
_NEEDS_EVENTS = {"utter", "slot_was_set", "slot_was_not_set", "action_executed"}


def check_turn(
    turn: Turn,
    expectations: Sequence[Expectation],
    checks: Mapping[str, Check],
    step: UserStep | None = None,
) -> list[Problem]:
    """All problems of a turn, in the order in which the expectations were written."""
    matcher = _Matcher(turn, checks, bool(step and step.ordered))
    line = step.line if step else 0
    problems = [
        Problem("a custom action failed", expected="no exception", seen=error, line=line)
        for error in turn.errors
    ]
    for expectation in expectations:
        for problem in matcher.check(expectation):
            problems.append(replace(problem, line=problem.line or expectation.line, expectation=expectation))
    return problems


class _Matcher:
    """Matches expectations one by one; remembers what was used and how far the order got."""

    def __init__(self, turn: Turn, checks: Mapping[str, Check], ordered: bool) -> None:
        self.turn = turn
        self.checks = checks
        self.ordered = ordered
        self.position = -1
        self.last = ""
        self.used: dict[str, set[int]] = {"bot": set(), "utter": set()}

    def check(self, expectation: Expectation) -> list[Problem]:
        plugged = self.checks.get(expectation.kind)
        if not self.turn.complete and self._needs_events(expectation, plugged):
            return [_cannot_check(expectation)]
        if plugged is not None:
            verdict = plugged.check(expectation.value, self.turn)
            if verdict is None:
                return []
            if isinstance(verdict, str):
                return [Problem(verdict, expected=expectation.label(), seen=describe(self.turn.messages))]
            return [verdict] if isinstance(verdict, Problem) else list(verdict)
        handler: Callable[[Expectation], Problem | None] = getattr(self, f"_{expectation.kind}")
        problem = handler(expectation)
        return [problem] if problem else []

    @staticmethod
    def _needs_events(expectation: Expectation, plugged: Check | None) -> bool:
        if plugged is not None:
            return plugged.needs_events
        named = isinstance(expectation.value, dict) and "utter_name" in expectation.value
        return expectation.kind in _NEEDS_EVENTS or named

    # -- order -------------------------------------------------------------------------

    def _take(self, found: Sequence[int], expectation: Expectation) -> Problem | None:
        """Accepts the first fitting place, or tells that it came in the wrong order."""
        if not self.ordered:
            return None
        later = [place for place in found if place > self.position]
        if later:
            self.position, self.last = later[0], expectation.label()
            return None
        return Problem(
            f"{expectation.label()} came in another order",
            expected=f"after {self.last}",
            seen=self._sequence(),
            hint="put the assertions in the order of 'seen', or leave out assertion_order_enabled",
        )

    def _sequence(self) -> str:
        return "\n".join(f"{n}. {line}" for n, line in enumerate(happenings(self.turn), 1)) or "nothing"

    def _remaining(self, place: int) -> bool:
        """Whether a place still counts for a 'not' check when order is checked."""
        return not self.ordered or place > self.position

    # -- messages ----------------------------------------------------------------------

    def _bot(self, expectation: Expectation) -> Problem | None:
        wanted = _squeeze(expectation.value)
        if not self.turn.complete:
            # A channel may cut a text into pieces at blank lines.
            if wanted in _squeeze("\n".join(m.text for m in self.turn.messages)):
                return None
            return self._no_such_text(expectation)
        fits = [m for m in self.turn.messages if _squeeze(m.text) == wanted]
        free = [m for m in fits if m.index not in self.used["bot"]]
        if not free:
            if fits:
                return Problem(
                    "the bot said this fewer times than expected",
                    expected=show(expectation.value),
                    seen=describe(self.turn.messages),
                )
            return self._no_such_text(expectation)
        problem = self._take([m.index for m in free], expectation)
        self.used["bot"].add(self._chosen(free))
        return problem

    def _chosen(self, free: Sequence[BotMessage]) -> int:
        return next((m.index for m in free if m.index == self.position), free[0].index)

    def _no_such_text(self, expectation: Expectation) -> Problem:
        texts = [m.text for m in self.turn.messages]
        close = difflib.get_close_matches(expectation.value, texts, n=1, cutoff=0.5)
        hint = f"closest: {difference(expectation.value, close[0])}" if close else ""
        return Problem(
            "the bot did not say this", show(expectation.value), describe(self.turn.messages), hint
        )

    def _utter(self, expectation: Expectation) -> Problem | None:
        fits = [m for m in self.turn.messages if m.response == expectation.value]
        free = [m for m in fits if m.index not in self.used["utter"]]
        if free:
            problem = self._take([m.index for m in free], expectation)
            self.used["utter"].add(self._chosen(free))
            return problem
        message = (
            "the bot used this response fewer times than expected"
            if fits
            else "the bot did not use this response"
        )
        names = [m.response for m in self.turn.messages if m.response]
        return Problem(
            message, expectation.value, describe(self.turn.messages), _did_you_mean(expectation.value, names)
        )

    def _bot_uttered(self, expectation: Expectation) -> Problem | None:
        wanted = expectation.value
        fits = [m for m in self.turn.messages if not message_differences(wanted, m)]
        if fits:
            return self._take([m.index for m in fits], expectation)
        candidates = [m for m in self.turn.messages if m.response == wanted.get("utter_name")]
        if "utter_name" in wanted and not candidates:
            return Problem(
                "the bot did not use this response",
                _wanted_message(wanted),
                describe(self.turn.messages, buttons="buttons" in wanted),
                _did_you_mean(wanted["utter_name"], [m.response for m in self.turn.messages if m.response]),
            )
        ranked = sorted(candidates or self.turn.messages, key=lambda m: len(message_differences(wanted, m)))
        if not ranked:
            return Problem("the bot said nothing", _wanted_message(wanted), "no message")
        best = ranked[0]
        others = [m for m in self.turn.messages if m is not best]
        return Problem(
            "no message of the bot is as expected: " + "; ".join(message_differences(wanted, best)),
            _wanted_message(wanted),
            _seen_message(wanted, best),
            f"other messages in this turn: {describe(others)}" if others and not candidates else "",
        )

    def _bot_did_not_utter(self, expectation: Expectation) -> Problem | None:
        for message in self.turn.messages:
            if self._remaining(message.index) and not message_differences(expectation.value, message):
                return Problem(
                    "the bot said what it should not say",
                    f"no message with {_wanted_message(expectation.value)}",
                    describe([message], buttons="buttons" in expectation.value),
                )
        return None

    def _mentions(self, expectation: Expectation) -> Problem | None:
        said = _fold(" ".join(m.text for m in self.turn.messages))
        missing = [word for word in expectation.value if _fold(word) not in said]
        if not missing:
            return None
        return Problem(
            f"the bot does not mention {' and '.join(show(word) for word in missing)}",
            "\n".join(show(word) for word in missing),
            describe(self.turn.messages),
        )

    def _not_mentions(self, expectation: Expectation) -> Problem | None:
        for message in self.turn.messages:
            found = [word for word in expectation.value if _fold(word) in _fold(message.text)]
            if found:
                words = " and ".join(show(word) for word in found)
                return Problem(f"the bot mentions {words}", f"no message with {words}", describe([message]))
        return None

    def _max_chars(self, expectation: Expectation) -> Problem | None:
        lengths = [len(m.text) for m in self.turn.messages]
        if sum(lengths) <= expectation.value:
            return None
        sizes = " + ".join(map(str, lengths)) + (f" = {sum(lengths)}" if len(lengths) > 1 else "")
        return Problem(
            f"the bot's answer is {sum(lengths) - expectation.value} characters too long",
            f"at most {expectation.value} characters in this turn",
            f"{sizes} characters\n{describe(self.turn.messages)}",
        )

    # -- slots and actions -------------------------------------------------------------

    def _slot_was_set(self, expectation: Expectation) -> Problem | None:
        name = expectation.value["name"]
        wanted = expectation.value.get("value", _MISSING)
        events = [(place, value) for place, slot, value in self.turn.slots_set if slot == name]
        if wanted is _MISSING:
            fits = [place for place, value in events if value is not None or not expectation.assertion]
        else:
            fits = [place for place, value in events if same(value, wanted)]
        if fits:
            return self._take(fits, expectation)
        expected = f"{name}: {'any value' if wanted is _MISSING else _typed(wanted)}"
        if not events:
            return Problem(
                f"slot '{name}' was not set in this turn", expected, *self._slot_view(name, wanted)
            )
        seen = f"{name}: " + ", then ".join(_typed(value) for _, value in events)
        hint = ""
        if any(slot == name and same(value, wanted) for _, slot, value in self.turn.slot_events):
            hint = "this was the raw value; the form's validation replaced it"
        elif any(str(value) == str(wanted) for _, value in events):
            hint = (
                "same text, another type: write numbers and true/false without quotation marks and text with"
            )
        return Problem(f"slot '{name}' has another value", expected, seen, hint)

    def _slot_view(self, name: str, wanted: Any) -> tuple[str, str]:
        now = self.turn.slots_after.get(name)
        others = [f"{slot}: {show(value)}" for _, slot, value in self.turn.slot_events]
        seen = "set in this turn: " + (", ".join(others) or "nothing")
        if now is None:
            hint = (
                _did_you_mean(name, list(self.turn.slots_after)) if name not in self.turn.slots_after else ""
            )
            return f"{seen}\nnow {name}: null", hint
        hint = "the slot had this value before this turn already" if same(now, wanted) else ""
        return f"{seen}\nfrom an earlier turn {name}: {show(now)}", hint

    def _slot_was_not_set(self, expectation: Expectation) -> Problem | None:
        name = expectation.value["name"]
        forbidden = expectation.value.get("value", _MISSING)
        before = self.turn.slots_before.get(name)
        for place, slot, value in self.turn.slots_set:
            if slot != name or not self._remaining(place):
                continue
            if forbidden is _MISSING:
                # Nothing that stays nothing was not set; under `assertions:` neither is a reset.
                hit = value is not None or not (expectation.assertion or before is None)
            else:
                hit = same(value, forbidden)
            if hit:
                what = "" if forbidden is _MISSING else f" to {_typed(forbidden)}"
                return Problem(
                    f"slot '{name}' was set",
                    f"{name} not set{what}",
                    f"{name}: {_typed(value)}",
                    self._reset(name),
                )
        return None

    def _reset(self, name: str) -> str:
        if self.turn.slots_after.get(name) is not None:
            return ""
        return "it was reset to null in the same turn; to check that, expect slot_was_set with value null"

    def _action_executed(self, expectation: Expectation) -> Problem | None:
        fits = [place for place, name in self.turn.actions if name == expectation.value]
        if fits:
            return self._take(fits, expectation)
        names = [name for _, name in self.turn.actions]
        return Problem(
            f"action '{expectation.value}' did not run",
            expectation.value,
            ", ".join(names) or "no action",
            _did_you_mean(expectation.value, names),
        )


# -- comparing ---------------------------------------------------------------------------


def same(left: Any, right: Any) -> bool:
    """Equal, and true/false are no numbers."""
    if isinstance(left, bool) != isinstance(right, bool):
        return False
    return bool(left == right)


def message_differences(wanted: Mapping[str, Any], message: BotMessage) -> list[str]:
    """In what a message differs from a `bot_uttered` value; empty if it fits."""
    out = []
    if "utter_name" in wanted and message.response != wanted["utter_name"]:
        out.append(f"the response is {message.response or 'without a name'}")
    if "text_matches" in wanted and not text_matches(wanted["text_matches"], message.text):
        out.append("the text differs")
    if "buttons" in wanted:
        out.extend(button_differences(wanted["buttons"], message.buttons))
    return out


def text_matches(pattern: str, text: str) -> bool:
    """True if the text holds the pattern, read as plain text or as a regular expression."""
    if _squeeze(pattern) in _squeeze(text):
        return True
    try:
        return re.search(pattern, text) is not None
    except re.error:
        return False


def button_differences(wanted: Sequence[Mapping[str, str]], seen: Sequence[Mapping[str, Any]]) -> list[str]:
    """What is wrong with the buttons: missing, too many, another payload or another order."""
    if len(wanted) == len(seen) and all(_button_fits(w, s) for w, s in zip(wanted, seen, strict=False)):
        return []
    missing = [w for w in wanted if not any(_button_fits(w, s) for s in seen)]
    extra = [s for s in seen if not any(_button_fits(w, s) for w in wanted)]
    out = []
    for button in missing:
        twin = next((s for s in extra if s.get("title") == button.get("title")), None)
        if twin is not None:
            out.append(f"button {show(twin.get('title'))} has payload {show(twin.get('payload'))}")
            extra = [s for s in extra if s is not twin]
        else:
            out.append(f"button {show(button.get('title', button.get('payload')))} is missing")
    out.extend(f"button {show(s.get('title'))} was not expected" for s in extra)
    if not out:
        same_size = len(wanted) == len(seen)
        out.append(
            "the buttons stand in another order" if same_size else "a button stands there more than once"
        )
    return out


def _button_fits(wanted: Mapping[str, str], seen: Mapping[str, Any]) -> bool:
    return all(str(seen.get(key) or "") == value for key, value in wanted.items())


def _cannot_check(expectation: Expectation) -> Problem:
    return Problem(
        f"'{expectation.kind}' cannot be checked on this server: it gives only its messages",
        expectation.label(),
        "no events",
        "run without --url; or, with Rasa's REST channel, start the server with --enable-api",
    )


# -- describing --------------------------------------------------------------------------


def describe(messages: Sequence[BotMessage], buttons: bool = False) -> str:
    """The bot's messages, one a line, with the name of the response where it has one."""
    lines = []
    for message in messages:
        name = f" ({message.response})" if message.response else ""
        lines.append(f"{show(message.text)}{name}")
        if buttons:
            lines.append(_button_lines(message.buttons) or "  no buttons")
    return "\n".join(lines) or "no message"


def happenings(turn: Turn) -> list[str]:
    """What happened in a turn, in order, in the words of a test file."""
    by_place = {m.index: m for m in turn.messages}
    out = []
    for place, event in enumerate(turn.events):
        kind = event.get("event")
        if kind == "action" and event.get("name") != "action_listen":
            out.append(f"action_executed: {event.get('name')}")
        elif kind == "slot":
            out.append(f"slot_was_set: {event.get('name')} = {show(event.get('value'))}")
        elif place in by_place:
            message = by_place[place]
            out.append(
                f"bot_uttered: {message.response + ' ' if message.response else ''}{show(message.text)}"
            )
    return out or [f"bot_uttered: {show(m.text)}" for m in turn.messages]


def difference(expected: str, seen: str) -> str:
    """Marks what changed: [-gone-] and {+new+}."""
    left, right = re.findall(r"\s+|\w+|\W", expected), re.findall(r"\s+|\w+|\W", seen)
    out = []
    for op, a, b, c, d in difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        gone, new = "".join(left[a:b]), "".join(right[c:d])
        if op == "equal":
            out.append(gone)
        else:
            out.append((f"[-{gone}-]" if gone else "") + (f"{{+{new}+}}" if new else ""))
    return "".join(out)


def _wanted_message(wanted: Mapping[str, Any]) -> str:
    lines = []
    if "utter_name" in wanted:
        lines.append(f"response {wanted['utter_name']}")
    if "text_matches" in wanted:
        lines.append(f"text like {show(wanted['text_matches'])}")
    if "buttons" in wanted:
        lines.append("buttons:\n" + (_button_lines(wanted["buttons"]) or "  none"))
    return "\n".join(lines)


def _seen_message(wanted: Mapping[str, Any], message: BotMessage) -> str:
    """A message in the form of `_wanted_message`, so that both can be compared line by line."""
    lines = []
    if "utter_name" in wanted:
        lines.append(f"response {message.response or 'without a name'}")
    lines.append(f"text {show(message.text)}")
    if "buttons" in wanted:
        lines.append("buttons:\n" + (_button_lines(message.buttons) or "  none"))
    return "\n".join(lines)


def _button_lines(buttons: Sequence[Mapping[str, Any]]) -> str:
    return "\n".join(
        f"  [{button.get('title', '…')}]" + (f" {button['payload']}" if button.get("payload") else "")
        for button in buttons
    )


def _typed(value: Any) -> str:
    names = {str: "text", bool: "true/false", int: "number", float: "number", list: "list", dict: "mapping"}
    kind = names.get(type(value))
    return f"{show(value)} ({kind})" if kind else show(value)


def _did_you_mean(name: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(name, known, n=1)
    return f"did you mean '{close[0]}'?" if close else ""


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _fold(text: str) -> str:
    return _squeeze(text).casefold()
