"""Conversation tests for Rasa Open Source 3.6: real model, real actions, readable failures.

The package knows nothing of any particular assistant. What a project needs on top (extra
assertion keys, extra coverage lists, another channel) comes in through a :class:`Plugin`.
"""

from conversation_test.errors import ConversationTestError
from conversation_test.model import BotMessage, Conversation, Expectation, Problem, Turn
from conversation_test.plugin import Check, CoverageList, Plugin

__version__ = "1.0.0"

__all__ = [
    "BotMessage",
    "Check",
    "Conversation",
    "ConversationTestError",
    "CoverageList",
    "Expectation",
    "Plugin",
    "Problem",
    "Turn",
]
