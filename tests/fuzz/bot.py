"""The whole assistant in this process, behind what the channel does to a message, and what must hold of a turn."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

from keuzehulp.gesprek import alle_slots
from keuzehulp.kennisbank import get_kennisbank
from keuzehulp.privacy import maskeer
from keuzehulp.server import messages

T = TypeVar("T")

#: Words that really are an answer; whatever holds one of them may be taken as one. So may a number: an amount, "0x" (not
#: once), "1e" (the first year only).
_ANSWER = re.compile(
    r"\d|\b(?:ja|jawel|jazeker|yes|ok|oke|klopt|zeker|nee|neen|niet|geen|nooit|nog|niks|niets|nul|no|soms|beetje|deels|weinig|"
    r"overslaan|skip|weet|idee|wel|doen|oefe\w*|hebben|we|wij|leerlingen|true|false|null|none|oefenen|ouders|coping|kanjer\w*)\b|[\u00bd\u00b2\u2460-\u24ff]",
    re.IGNORECASE,
)
_TRACE = re.compile(r"Traceback|File \"|Exception|\bError\b|site-packages|<script>alert\(1\)</script><")


class Broken(AssertionError):
    """A turn in which something went wrong; the text holds the message."""


class Bot:
    """An agent with the store of the project in a folder of its own."""

    def __init__(self, model: Path) -> None:
        """Load the model; takes some seconds."""
        from rasa.core.agent import Agent
        from rasa.core.tracker_store import TrackerStore
        from rasa.core.utils import AvailableEndpoints

        from keuzehulp.server import faults, speed
        from keuzehulp.server.in_process import InProcessActions, check_action_results_once
        from keuzehulp.server.serve import ENDPOINTS, quiet

        quiet()
        self.folder = Path(tempfile.mkdtemp())
        self._kept = os.environ.get("KEUZEHULP_DATA")
        os.environ["KEUZEHULP_DATA"] = str(self.folder)
        check_action_results_once()
        speed.install()
        endpoints = AvailableEndpoints.read_endpoints(str(ENDPOINTS))
        self.logged: list[str] = []
        handler = logging.Handler(logging.ERROR)
        handler.emit = lambda record: self.logged.append(record.getMessage())  # type: ignore[method-assign]
        logging.getLogger().addHandler(handler)
        self.handler = handler
        self.loop = asyncio.new_event_loop()
        self.agent = Agent(
            action_endpoint=faults.WatchedActions(InProcessActions()),
            tracker_store=TrackerStore.create(endpoints.tracker_store),
        )
        self.agent.load_model(model)
        kb = get_kennisbank()
        self.answers = [slot for slot in alle_slots(kb) if slot in {e.id for e in (*kb.gevraagd, *kb.implementatie)}]

    def close(self) -> None:
        """Put everything back as it was."""
        self.loop.close()
        logging.getLogger().removeHandler(self.handler)
        if self._kept is None:
            os.environ.pop("KEUZEHULP_DATA", None)
        else:
            os.environ["KEUZEHULP_DATA"] = self._kept
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Run to the end on the loop of this bot."""
        return self.loop.run_until_complete(work)

    async def say(self, text: str, sender: str) -> list[dict[str, Any]]:
        """A message as the agent gets it; raises what the agent raises and what an action raised."""
        from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

        from keuzehulp.server import faults

        errors: list[BaseException] = []
        faults.action_errors.set(errors)
        channel = CollectingOutputChannel()
        await self.agent.handle_message(UserMessage(text, channel, sender, input_channel="fuzz"))
        if errors:
            raise errors[0]
        said: list[dict[str, Any]] = channel.messages
        return said

    def given(self, sender: str) -> dict[str, Any]:
        """The answers that are recorded in a conversation."""
        tracker = self.run(self.agent.tracker_store.retrieve(sender))
        return {slot: tracker.get_slot(slot) for slot in self.answers if tracker and tracker.get_slot(slot) is not None}

    def begin(self, sender: str) -> None:
        """Bring a conversation to the first question about an element."""
        for text in ("start de vragen maar", "geen naam", "havo", "alle leerlingen van klas 1"):
            self.run(self.say(text, sender))

    def check(self, message: str, sender: str) -> None:
        """Send one message and see that nothing is broken by it. Raises Broken."""
        text = messages.as_text(maskeer(messages.clean(message)).tekst)
        if not text:
            # The channel answers these itself: "Typ eerst een bericht."
            return
        before = self.given(sender)
        try:
            said = self.run(self.say(text, sender))
        except Exception as error:
            raise Broken(f"{message!r}: {type(error).__name__} {error}") from error
        if not said or not any(str(m.get("text") or "").strip() for m in said):
            raise Broken(f"{message!r}: no reply")
        for reply in said:
            if _TRACE.search(str(reply.get("text") or "").replace(text, "")):
                raise Broken(f"{message!r}: {reply['text']!r}")
        # Who names elements or a programme tells what there is; letters of other widths are letters all the same.
        if not _ANSWER.search(unicodedata.normalize("NFKC", text)):
            after = self.given(sender)
            if after != before:
                raise Broken(f"{message!r}: recorded {dict(after.items() - before.items())}")
        if self.logged:
            raise Broken(f"{message!r}: logged {self.logged.pop()[:300]}")
