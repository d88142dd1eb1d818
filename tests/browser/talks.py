"""A whole check in free text: what a team might type, one answer to whatever is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import cycle
from typing import Any

from tests.browser.chat import Chat

FEEDBACK = ("Dit is er al", "Dit kan groeien", "Dit weten jullie nog niet", "Let op", "Eén kleine stap")
UNKNOWN = ("hoi", "ja graag, start maar", "Samen Sterk", "we zijn een havo vwo school", "alle brugklassers")
KANJER = ("we willen Kanjertraining langslopen", "het is een vmbo", "alle leerlingen van klas 1 en 2")
_ANSWERS = ("ja, dat doen we elke week", "nee, dat doen we niet", "een beetje", "dat weet ik niet", "jazeker")
_MOST = 45


def done(messages: Sequence[dict[str, Any]]) -> bool:
    """Whether the feedback has come."""
    return any(FEEDBACK[-1] in m["text"] for m in messages)


def walk(chat: Chat, say: Callable[[str], None], opening: Sequence[str]) -> list[str]:
    """Type answers until the feedback comes; gives what was typed.

    Input: `say` sends one text and waits for its answer; `opening` is what is typed before the first question.
    """
    typed = []
    words = cycle(_ANSWERS)
    for text in opening:
        say(text)
        typed.append(text)
    for _ in range(_MOST):
        if done(chat.bot_messages()):
            return typed
        text = _answer(chat.bot_messages()[-1]["text"]) or next(words)
        say(text)
        typed.append(text)
    raise AssertionError("no feedback after all those answers:\n" + "\n".join(chat.said()))


def _answer(question: str) -> str:
    """The fitting kind of answer where it is not yes or no."""
    if "klopt" in question.lower():
        return "ja, dat klopt"
    if "oeveel" in question or "getal" in question:
        return "ongeveer 12 oefeningen"
    return ""
