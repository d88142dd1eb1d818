"""Between Rasa's events and what travels to the widget."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from keuzehulp.kennisbank import get_kennisbank
from keuzehulp.kennisbank.model import Bronvermelding
from keuzehulp.kennisbank.weergave import toon_bron

#: What stands in place of a leading slash that somebody typed: Rasa reads "/restart" as a command, not as text.
TYPED_SLASH = "∕"

#: Buttons that the widget shows before anything was said.
STARTERS = {"/start_check": "Start de keuzehulp"}

#: A button that answers a question is only good for the question under which it stands.
_ANSWERS = re.compile(r"\A/(affirm|deny|partly|dont_know|skip)\b")
_TURNS_BACK = 3
#: A sentence of ours rests on this many statements at most: a comparison of three interventions.
_MOST_STATEMENTS = 3

#: Marks that turn the direction of text or take no room: they can hide what a text says.
_INVISIBLE = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0x2060, 0x200B], None)


def clean(text: str) -> str:
    """The text as it may be stored: composed characters, no control characters or broken surrogates."""
    text = text.encode("utf-8", "ignore").decode()
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).translate(_INVISIBLE)
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Co", "Cn")).strip()


def as_text(text: str) -> str:
    """Typed text in a form that Rasa never takes for a command."""
    return TYPED_SLASH + text[1:] if text.startswith("/") else text


def as_typed(text: str) -> str:
    """The opposite of `as_text`, for showing."""
    return "/" + text[1:] if text.startswith(TYPED_SLASH) else text


def wire(message: Mapping[str, Any]) -> dict[str, Any]:
    """A bot message (text, buttons and what actions put beside it) as the widget gets it."""
    progress = (message.get("metadata") or {}).get("voortgang") or message.get("voortgang")
    text = _text(message)
    out: dict[str, Any] = {
        "id": message_id(message.get("timestamp")),
        "text": text,
        "buttons": [{"title": b["title"], "payload": b.get("payload")} for b in message.get("buttons") or []],
        "citations": list(_citations(message.get("bronnen") or [], text)),
        "progress": progress,
        "image": _image(message),
        "link": message.get("link") or None,
    }
    if message.get("crisis"):
        out["crisis"] = True
    return out


def message_id(timestamp: float | None) -> str:
    """The name of a message: the moment at which it was made, the same in the stream and in the history.

    As fine as a time in seconds can be told apart (2**-22 s): messages of one turn are made within a microsecond of each other.
    """
    return f"m{round((timestamp or 0) * 2**22):x}"


def _text(message: Mapping[str, Any]) -> str:
    text = str(message.get("text") or "")
    lines = [f"- [{n['naam']}: {n['nummer']}]({n['tel']})" for n in message.get("nummers") or [] if n.get("tel")]
    return "\n".join([text, "", *lines]) if lines else text


def _citations(sources: list[Mapping[str, Any]], text: str) -> Iterator[dict[str, Any]]:
    """Each citation once. Where a sentence rests on several, they are one, under the label that stands in the text."""
    seen = set()
    for source in _joined(sources, text):
        key = (source.get("label"), source.get("passage"))
        if key not in seen:
            seen.add(key)
            yield {
                "label": source.get("label") or "",
                "title": source.get("titel") or "",
                "passage": source.get("passage") or "",
            }


def _joined(sources: list[Mapping[str, Any]], text: str) -> list[dict[str, Any]]:
    """The sources in the order of the text, those of one sentence under the label that stands behind it."""
    groups = groupby(sources, key=lambda source: source.get("citaat") or source.get("uitspraak") or id(source))
    statements = [list(group) for _, group in groups]
    out: list[dict[str, Any]] = []
    at = 0
    while statements:
        found, size, label = _next_place(statements, text, at)
        cited = [source for statement in statements[:size] for source in statement]
        del statements[:size]
        if found >= 0:
            out.append({**_merged(cited), "label": label})
            at = found + len(label)
        elif out and out[-1]["label"] == label:
            # Several statements behind one sentence, from one place.
            out[-1] = {**_merged([out[-1], *cited]), "label": label}
        else:
            out.extend(dict(source) for source in cited)
    return out


def _next_place(statements: list[list[Mapping[str, Any]]], text: str, at: int) -> tuple[int, int, str]:
    """Where the first statements are cited next: the place (or -1), how many of them together, and their label."""
    places = []
    for size in range(1, min(_MOST_STATEMENTS, len(statements)) + 1):
        label = _label([source for statement in statements[:size] for source in statement])
        # Behind the sources of a sentence may stand "; volgens jullie antwoorden".
        found = re.compile(rf"\({re.escape(label)}[);]").search(text, at) if label else None
        if found:
            places.append((found.start(), size, label))
    # The longest label, of the fewest statements.
    return min(places, key=lambda p: (p[0], -len(p[2]), p[1]), default=(-1, 1, _label(statements[0])))


def _merged(cited: list[Mapping[str, Any]]) -> dict[str, str]:
    """Titles and passages of sources, each once."""
    titles = dict.fromkeys(str(source.get("titel") or "") for source in cited)
    passages = dict.fromkeys(str(source.get("passage") or "") for source in cited)
    return {"titel": "; ".join(filter(None, titles)), "passage": "\n".join(passages)}


def _label(cited: list[Mapping[str, Any]]) -> str:
    """How these are cited together; empty for what the knowledge base no longer holds."""
    if len(cited) == 1:
        return str(cited[0].get("label") or "")
    names = [Bronvermelding(str(c.get("bron")), str(c.get("par") or ""), str(c.get("studie") or "")) for c in cited]
    try:
        return toon_bron(get_kennisbank(), names)
    except KeyError:
        return ""


def _image(message: Mapping[str, Any]) -> dict[str, Any] | None:
    """A drawing that an action put in the message as {svg, alt, table}. Addresses of pictures are not passed on."""
    picture = message.get("beeld") or message.get("image")
    if not isinstance(picture, Mapping) or not picture.get("svg"):
        return None
    return {
        "svg": picture["svg"],
        "alt": picture.get("alt", ""),
        "table": picture.get("table") or picture.get("tabel"),
    }


def history(tracker: DialogueStateTracker) -> list[dict[str, Any]]:
    """The whole conversation, oldest first, with the user's texts as they are stored."""
    messages: list[dict[str, Any]] = []
    for event in tracker.events:
        if isinstance(event, UserUttered) and event.text:
            messages.append({"from": "user", "id": f"u{message_id(event.timestamp)}", "text": shown(event)})
        elif isinstance(event, BotUttered) and (event.text or event.metadata):
            messages.append({"from": "bot", **wire(event.message())})
    return messages


def shown(event: UserUttered) -> str:
    """What a user's message looks like: the title of a button rather than its payload."""
    title = (event.metadata or {}).get("titel")
    return str(title) if title else as_typed(event.text or "")


def offered(events: Iterable[Mapping[str, Any]], payload: str) -> str | None:
    """The title of a button with this payload that can be chosen now, or None.

    `events` are what user and bot said, as stored, newest first. An answer can be chosen under the last messages only;
    anything else a few turns longer.
    """
    turns = 0
    reach = 1 if _ANSWERS.match(payload) else _TURNS_BACK
    for event in events:
        if event.get("event") == "user":
            turns += 1
            if turns >= reach:
                break
            continue
        for button in (event.get("data") or {}).get("buttons") or []:
            if button.get("payload") == payload:
                return str(button.get("title") or payload)
    return STARTERS.get(payload)


def line(data: Mapping[str, Any]) -> str:
    """One line of the stream."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
