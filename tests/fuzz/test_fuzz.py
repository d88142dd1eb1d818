"""Nothing that anybody types gives an exception, a silence or an answer that was not given.

KEUZEHULP_FUZZ says how many messages (150); `python -m tests.fuzz.run --messages 10000` runs many with a report.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keuzehulp.server import messages
from keuzehulp.server.train import newest_model
from tests.fuzz.bot import Bot, Broken
from tests.fuzz.corpus import MESSAGES, NASTY

COUNT = int(os.environ.get("KEUZEHULP_FUZZ", "150"))


@pytest.fixture(scope="module")
def bot() -> Iterator[Bot]:
    model = newest_model()
    if model is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI needs a trained model: make train")
        pytest.skip("needs a trained model: make train")
    made = Bot(model)
    made.begin("vragen")
    yield made
    made.close()


def test_the_corpus_in_the_middle_of_a_check(bot: Bot) -> None:
    broken = []
    for number, message in enumerate(NASTY):
        try:
            bot.check(message, "vragen")
        except Broken as error:
            broken.append(str(error))
        if number % 25 == 24:
            stuck(bot, "vragen")
    assert not broken, "\n".join(broken)


@settings(
    max_examples=max(1, COUNT - len(NASTY)),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(MESSAGES, st.integers(0, 4))
def test_any_text(bot: Bot, message: str, conversation: int) -> None:
    bot.check(message, f"tekst-{conversation}")


def stuck(bot: Bot, sender: str) -> None:
    """A conversation can always be gone on with."""
    said = bot.run(bot.say("wat is coping?", sender))
    assert any("oping" in str(m.get("text")) for m in said)


def test_after_all_that_the_conversation_still_records_what_is_said(bot: Bot) -> None:
    bot.begin("na")
    bot.check("{{7*7}} <b>", "na")
    bot.run(bot.say("ja", "na"))
    assert "ja" in bot.given("na").values()


@given(MESSAGES)
@settings(deadline=None)
def test_what_the_channel_lets_through_is_never_a_command(message: str) -> None:
    text = messages.as_text(messages.clean(message))
    assert not text.startswith("/")
    assert "\x00" not in text
    text.encode("utf-8")
