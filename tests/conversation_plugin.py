"""What conversation tests of the Keuzehulp need beyond Rasa: cites, answer, asks and stays.

Named in conversation_test.yml as `tests/conversation_plugin.py:KeuzehulpPlugin`. Messages carry
their citations in the metadata: `bronnen` (bron, par, studie) and `uitspraken` (statement ids).
"""

from __future__ import annotations

import difflib
import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from conversation_test import BotMessage, Check, ConversationTestError, CoverageList, Plugin, Problem, Turn
from conversation_test.backend import NotPossible

if TYPE_CHECKING:
    from keuzehulp.kennisbank import Kennisbank

REQUESTED = "requested_slot"
ANSWERS = ("ja", "deels", "nee", "weet_niet", "overgeslagen", "niet_vermeld")
_CITATION_KEYS = ("bron", "par", "studie")


@cache
def knowledge_base() -> Kennisbank | None:
    """The project's knowledge base; None where it cannot be read (its own tests tell why)."""
    try:
        from keuzehulp.kennisbank import KennisbankFout, get_kennisbank
    except ImportError:
        return None
    try:
        return get_kennisbank()
    except KennisbankFout:
        return None


def element_ids() -> list[str]:
    """All elements, in the order of the knowledge base."""
    kb = knowledge_base()
    return list(kb.elementen) if kb else []


def statement_ids() -> list[str]:
    """All statements of the knowledge base."""
    kb = knowledge_base()
    return list(kb.uitspraken) if kb else []


class KeuzehulpPlugin(Plugin):
    """The extra keys and coverage lists."""

    def prepare(self) -> None:
        """Conversations run as `serve` runs them."""
        from keuzehulp.server import speed

        speed.install()

    def checks(self) -> Mapping[str, Check]:
        """cites, answer, asks and stays."""
        citation = {
            "type": "object",
            "additionalProperties": False,
            "minProperties": 1,
            "properties": {key: {"type": "string"} for key in _CITATION_KEYS},
        }
        return {
            "cites": Check(
                check_cites,
                validate_cites,
                {"anyOf": [{"const": "any"}, citation, {"type": "array", "items": citation, "minItems": 1}]},
                "Sources that the bot cites in this turn.",
                needs_events=False,
            ),
            "answer": Check(
                check_answer,
                validate_answer,
                {"type": "object", "minProperties": 1, "additionalProperties": {"enum": [*ANSWERS, None]}},
                "What elements hold after this turn.",
                needs_events=False,
            ),
            "asks": Check(
                check_asks,
                validate_asks,
                {"type": "string"},
                "The element that is the question after this turn.",
                needs_events=False,
            ),
            "stays": Check(
                check_stays,
                validate_stays,
                {"type": "boolean"},
                "The question is the same as before this turn.",
                needs_events=False,
            ),
        }

    def clients(self) -> Mapping[str, Callable[[str], ChannelClient]]:
        """`--client keuzehulp`: the channel of the widget."""
        return {"keuzehulp": ChannelClient}

    def coverage(self) -> Mapping[str, CoverageList]:
        """Elements and statements of the knowledge base."""
        return {
            "elements": CoverageList(element_ids, touched_elements),
            "statements": CoverageList(statement_ids, touched_statements),
        }


# -- the channel of the widget -----------------------------------------------------------


class ChannelClient:
    """Talks to a running server as the widget does.

    The channel tells messages, buttons, citations and the state of the answers, but no events:
    `utter`, slots and actions can only be checked in process. Buttons are pressed by `/…`.
    """

    def __init__(self, url: str) -> None:
        """Raises ConversationTestError when the server does not answer."""
        self.url = url.rstrip("/") + "/webhooks/keuzehulp"
        self.token = ""
        self.slots: dict[str, Any] = {}
        self._call("GET", "/health")

    def start(self, sender: str, slots: Mapping[str, Any], stubs: Mapping[str, Any]) -> Turn:
        """A new conversation with a token of its own. Raises NotPossible for fixtures and stubs."""
        if slots or stubs:
            raise NotPossible("fixtures and stubs only work in process; leave out --url.")
        self.token = str(json.loads(self._call("POST", "/conversations", {}))["token"])
        self.slots = {}
        return Turn(None, complete=False)

    def send(self, sender: str, text: str, metadata: Mapping[str, Any]) -> Turn:
        """Types the text, presses the button (`/…`), or pastes it (metadata soort: paste)."""
        body: dict[str, Any] = {"text": text, "kind": "paste" if metadata.get("soort") == "paste" else "text"}
        if text.startswith("/"):
            body = {"text": "", "kind": "button", "payload": text}
        lines = [json.loads(line) for line in self._call("POST", "/messages", body).splitlines() if line.strip()]
        errors = [str(line.get("message")) for line in lines if line.get("type") == "error"]
        messages = [_from_wire(line, n) for n, line in enumerate(lines) if line.get("type") == "message"]
        before, self.slots = self.slots, self._state(messages)
        return Turn(text, [], messages, before, dict(self.slots), complete=False, errors=errors)

    def finish(self, sender: str) -> None:
        """Deletes the conversation."""
        if self.token:
            self._call("DELETE", "/conversation")
            self.token = ""

    def close(self) -> None:
        """Nothing is kept open."""

    def _state(self, messages: Sequence[BotMessage]) -> dict[str, Any]:
        answers = json.loads(self._call("GET", "/overview"))["antwoorden"]
        state = {row["element"]: row["antwoord"] for row in answers}
        asked = next((m.metadata["voortgang"] for m in reversed(messages) if m.metadata.get("voortgang")), None)
        kb = knowledge_base()
        if asked and kb:
            order = [element.id for element in (*kb.gevraagd, *kb.implementatie)]
            state[REQUESTED] = order[asked["totaal_nr"] - 1]
        return state

    def _call(self, method: str, path: str, body: Any = None) -> str:
        """One request; waits when the server asks for it (its limits are meant for people)."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"}
        for _ in range(5):
            request = urllib.request.Request(self.url + path, data, headers, method=method)
            try:
                with urllib.request.urlopen(request, timeout=60) as answer:
                    return str(answer.read().decode())
            except urllib.error.HTTPError as error:
                if error.code != 429:
                    told = error.read().decode(errors="replace")[:200]
                    raise NotPossible(f"{path} answers {error.code}: {told}") from None
                time.sleep(min(30.0, float(error.headers.get("Retry-After") or 1)))
            except OSError as error:
                reason = getattr(error, "reason", error)
                raise ConversationTestError(f"{self.url} cannot be reached ({reason}). Is it running?") from None
        raise NotPossible(f"{path} keeps answering 'too many requests'.")


def _from_wire(line: Mapping[str, Any], index: int) -> BotMessage:
    sources = [source for shown in line.get("citations") or [] for source in _by_label(str(shown.get("label")))]
    metadata = {"bronnen": sources, "voortgang": line.get("progress")}
    return BotMessage(str(line.get("text") or ""), list(line.get("buttons") or []), None, metadata, index=index)


def _by_label(label: str) -> list[dict[str, str]]:
    """The citations that are shown under this label; the channel does not pass on their parts."""
    return _labels().get(label, [{"bron": label}])


@cache
def _labels() -> dict[str, list[dict[str, str]]]:
    from keuzehulp.kennisbank.weergave import bron_gegevens, toon_bron

    out: dict[str, list[dict[str, str]]] = {}
    kb = knowledge_base()
    if kb is None:
        return out
    for statement in kb.uitspraken.values():
        for source in bron_gegevens(kb, statement):
            parts = {key: source[key] for key in _CITATION_KEYS}
            # A sentence that rests on several sources shows them under one label.
            for label in (source["label"], toon_bron(kb, statement.bronnen)):
                if parts not in out.setdefault(label, []):
                    out[label].append(parts)
    return out


# -- cites -------------------------------------------------------------------------------


def validate_cites(value: Any) -> str | None:
    """What is wrong with a value of `cites`; None if nothing."""
    if value == "any":
        return None
    items = value if isinstance(value, list) else [value]
    if not items:
        return "name at least one source."
    for item in items:
        if not isinstance(item, dict) or not item:
            return 'write {bron: T, par: "5.3.1.2"}, a list of these, or any.'
        for key, part in item.items():
            if key not in _CITATION_KEYS:
                return f"unknown key '{key}'; known: {', '.join(_CITATION_KEYS)}."
            if not isinstance(part, str):
                return f"'{key}' must be text; put {part} between quotation marks."
        problem = _unknown_source(item)
        if problem:
            return problem
    return None


def _unknown_source(item: Mapping[str, str]) -> str | None:
    kb = knowledge_base()
    if kb is None:
        return None
    if "bron" in item and item["bron"] not in kb.bronnen:
        return f"there is no source '{item['bron']}'; known: {', '.join(kb.bronnen)}."
    if item.get("studie") and item["studie"] not in kb.studies:
        return f"there is no study '{item['studie']}'.{_did_you_mean(item['studie'], kb.studies)}"
    sections = kb.bronnen[item["bron"]].secties if "bron" in item else {}
    if sections and "par" in item and item["par"] not in sections:
        return f"source {item['bron']} has no section '{item['par']}'.{_did_you_mean(item['par'], sections)}"
    return None


def check_cites(value: Any, turn: Turn) -> Sequence[Problem]:
    """The citation must travel with a message, and stand where people read it."""
    problems = list(_uncited(turn.messages))
    cited = [(source, message) for message in turn.messages for source in _sources(message)]
    if value == "any":
        if not cited and not problems:
            problems.append(Problem("no message cites a source", "any source", _show_sources(turn.messages)))
        return problems
    for wanted in value if isinstance(value, list) else [value]:
        fits = [(s, m) for s, m in cited if all(s.get(key, "") == part for key, part in wanted.items())]
        if not fits:
            problems.append(Problem(f"no message cites {_one(wanted)}", _one(wanted), _show_sources(turn.messages)))
        elif not any(str(s.get("par", "")) in m.text for s, m in fits):
            problems.append(
                Problem(
                    f"{_one(wanted)} is cited, but not where people read it",
                    f'the section "{fits[0][0].get("par")}" in the text',
                    "\n".join(dict.fromkeys(m.text for _, m in fits)),
                    "show the citation behind the statement (keuzehulp.kennisbank.weergave)",
                )
            )
    return problems


def _uncited(messages: Sequence[BotMessage]) -> Iterator[Problem]:
    """Statements without a source, whatever else is cited."""
    for message in messages:
        statements = message.metadata.get("uitspraken") or []
        named = {source.get("uitspraak") for source in _sources(message)}
        # Citations name their statement; where they do not, one citation covers the message.
        bare = [s for s in statements if s not in named] if any(named) else statements if not named else []
        if bare:
            yield Problem(
                f"a statement is not cited: {', '.join(map(str, bare))}",
                "a source in 'bronnen' for every statement in 'uitspraken'",
                _show_sources([message]),
            )


def _sources(message: BotMessage) -> list[dict[str, Any]]:
    return [s for s in message.metadata.get("bronnen") or [] if isinstance(s, dict)]


def _one(source: Mapping[str, Any]) -> str:
    return " ".join(str(source[key]) for key in _CITATION_KEYS if source.get(key))


def _show_sources(messages: Sequence[BotMessage]) -> str:
    lines = []
    for message in messages:
        shown = dict.fromkeys(_one(source) for source in _sources(message))
        lines.append(f'"{message.text}"\n  cites: {"; ".join(shown) or "nothing"}')
    return "\n".join(lines) or "no message"


# -- answer ------------------------------------------------------------------------------


def validate_answer(value: Any) -> str | None:
    """What is wrong with a value of `answer`; None if nothing."""
    if not isinstance(value, dict) or not value:
        return "write {element: ja}, with one or more elements."
    for element, answer in value.items():
        if answer is not None and answer not in ANSWERS:
            return f"'{answer}' is no answer; known: {', '.join(ANSWERS)}, or null for none."
        problem = _unknown_element(element)
        if problem:
            return problem
    return None


def check_answer(value: Mapping[str, str | None], turn: Turn) -> Sequence[Problem]:
    """Compares what the elements hold after the turn."""
    now = turn.slots_after
    return [
        Problem(
            f"the answer for {element} is {now.get(element) or 'not given'}",
            f"{element}: {answer}",
            f"{element}: {now.get(element)}",
            _answer_hint(element, answer, turn),
        )
        for element, answer in value.items()
        if now.get(element) != answer
    ]


def _answer_hint(element: str, answer: str | None, turn: Turn) -> str:
    changed = {
        name: turn.slots_after[name]
        for name in turn.slots_after
        if turn.slots_after[name] in ANSWERS and turn.slots_before.get(name) != turn.slots_after[name]
    }
    if element not in turn.slots_after:
        return f"there is no slot '{element}'" + _did_you_mean(element, turn.slots_after)
    others = ", ".join(f"{name}: {value}" for name, value in changed.items() if name != element)
    return f"this turn changed {others}; understood as {turn.intent}" if others else f"understood as {turn.intent}"


# -- asks and stays ----------------------------------------------------------------------


def validate_asks(value: Any) -> str | None:
    """What is wrong with a value of `asks`; None if nothing."""
    if not isinstance(value, str) or not value:
        return "name the element (or slot) that is asked."
    return _unknown_element(value)


def check_asks(value: str, turn: Turn) -> Problem | None:
    """The element must be the question after the turn."""
    now = turn.slots_after.get(REQUESTED)
    if now == value:
        return None
    before = turn.slots_before.get(REQUESTED) or "none"
    return Problem(
        f"the question is {now or 'none'}, not {value}",
        value,
        f"{now or 'no question'}\n" + "\n".join(f'"{m.text}"' for m in turn.messages),
        f"before this turn the question was {before}; understood as {turn.intent}",
    )


def validate_stays(value: Any) -> str | None:
    """What is wrong with a value of `stays`; None if nothing."""
    return None if isinstance(value, bool) else "write true (the question stays) or false (it changes)."


def check_stays(value: bool, turn: Turn) -> Problem | None:
    """The question must be the same as before the turn (or, with false, another one)."""
    before, now = turn.slots_before.get(REQUESTED), turn.slots_after.get(REQUESTED)
    if value and before is None:
        return Problem(
            "there was no question that could stay",
            "a question before this turn",
            "no question",
            "use 'asks' here",
        )
    if (before == now) == value:
        return None
    what = "the question does not stay" if value else "the question stays"
    expected = str(before) if value else f"another question than {before}"
    return Problem(what, expected, str(now or "no question"), f"understood as {turn.intent}")


def _unknown_element(name: str) -> str | None:
    """A message for a misspelt element; other slots (a number, the programme) are asked too."""
    kb = knowledge_base()
    if kb is None or name in kb.elementen:
        return None
    meant = _did_you_mean(name, kb.elementen)
    is_number = any(name.removeprefix("aantal_").removesuffix("_aantal") == id for id in kb.elementen)
    return f"there is no element '{name}'.{meant}" if meant and not is_number else None


def _did_you_mean(name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(known), n=1)
    return f" Did you mean '{close[0]}'?" if close else ""


# -- coverage ----------------------------------------------------------------------------


def touched_statements(turn: Turn) -> Iterator[str]:
    """The statements that the bot's messages carry."""
    for message in turn.messages:
        yield from (str(id) for id in message.metadata.get("uitspraken") or [])


def touched_elements(turn: Turn) -> Iterator[str]:
    """The elements that were asked, answered or told about."""
    known = set(element_ids())
    for _, slot, value in turn.slot_events:
        if slot in known and value is not None:
            yield slot
        elif slot == REQUESTED and value in known:
            yield str(value)
    kb = knowledge_base()
    for statement in touched_statements(turn):
        owner = kb.eigenaar.get(statement, "") if kb else ""
        if owner in known:
            yield owner
