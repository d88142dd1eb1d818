"""The JSON Schema of test files: the editor then completes keys and marks mistakes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from conversation_test.plugin import Check

_ONE_OR_MORE_TEXTS = {
    "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]
}
_ANYTHING: dict[str, Any] = {}


def _object(
    description: str, properties: Mapping[str, Any], required: tuple[str, ...] = ()
) -> dict[str, Any]:
    out = {"description": description, "type": "object", "additionalProperties": False, "minProperties": 1}
    out["properties"] = dict(properties)
    if required:
        out["required"] = list(required)
    return out


def _slots(description: str) -> dict[str, Any]:
    item = {"anyOf": [{"type": "string"}, {"type": "object", "minProperties": 1}]}
    return {
        "description": description,
        "anyOf": [*item["anyOf"], {"type": "array", "items": item, "minItems": 1}],
    }


def _slot_assertions(description: str) -> dict[str, Any]:
    item = _object("A slot.", {"name": {"type": "string"}, "value": _ANYTHING}, ("name",))
    return {"description": description, "anyOf": [item, {"type": "array", "items": item, "minItems": 1}]}


def _message(description: str) -> dict[str, Any]:
    # YAML reads an unquoted 12 or yes as no text; the loader takes it as it is written.
    button = _object(
        "A button.", {"title": {"type": ["string", "number"]}, "payload": {"type": ["string", "number"]}}
    )
    return _object(
        description,
        {
            "utter_name": {"description": "Name of the response in the domain.", "type": "string"},
            "text_matches": {
                "description": "Text, or a regular expression, in the message.",
                "type": "string",
            },
            "buttons": {"description": "All buttons in their order.", "type": "array", "items": button},
        },
    )


def _shared(checks: Mapping[str, Check]) -> dict[str, Any]:
    """Keys that may be a step as well as an assertion."""
    own = {
        "bot_uttered": _message("A message of the bot in this turn is like this."),
        "bot_did_not_utter": _message("No message of the bot in this turn is like this."),
        "action_executed": {"description": "This action ran in this turn.", "type": "string"},
        "mentions": {"description": "The bot's messages hold these words (any case).", **_ONE_OR_MORE_TEXTS},
        "not_mentions": {"description": "No message holds these words.", **_ONE_OR_MORE_TEXTS},
        "max_chars": {"description": "Most characters in this turn.", "type": "integer", "minimum": 0},
    }
    plugged = {key: {"description": check.description, **check.schema} for key, check in checks.items()}
    return {**own, **plugged}


def schema(checks: Mapping[str, Check]) -> dict[str, Any]:
    """The schema of a test file, with the plug-ins' keys."""
    shared = _shared(checks)
    was, was_not = "These slots were set in this turn.", "These slots were not set in this turn."
    assertion = _object(
        "One assertion.",
        {**shared, "slot_was_set": _slot_assertions(was), "slot_was_not_set": _slot_assertions(was_not)},
    )
    user = _object(
        "What the user says.",
        {
            "user": {"description": "The message, as typed.", "type": ["string", "number", "boolean"]},
            "metadata": {"description": "Names from the file's metadata.", **_ONE_OR_MORE_TEXTS},
            "assertion_order_enabled": {"description": "Check the order as well.", "type": "boolean"},
            "assertions": {"type": "array", "items": assertion},
        },
        ("user",),
    )
    step = _object(
        "What is expected after the user's message.",
        {
            "bot": {"description": "The bot says exactly this.", "type": ["string", "number"]},
            "utter": {"description": "The bot uses this response.", "type": "string"},
            "slot_was_set": _slots(was),
            "slot_was_not_set": _slots(was_not),
            **shared,
        },
    )
    case = _object(
        "One conversation.",
        {
            "test_case": {"description": "Its name, used once in the file.", "type": ["string", "number"]},
            "fixtures": {"description": "Names from the file's fixtures.", **_ONE_OR_MORE_TEXTS},
            "metadata": {"description": "Metadata for every user message.", **_ONE_OR_MORE_TEXTS},
            "steps": {"type": "array", "minItems": 1, "items": {"anyOf": [user, step]}},
        },
        ("test_case", "steps"),
    )
    named = {"type": "array", "items": {"type": "object", "minProperties": 1}}
    stub = _object("What the action answers.", {"events": {"type": "array"}, "responses": {"type": "array"}})
    top = _object(
        "Conversations with a Rasa bot.",
        {
            "version": _ANYTHING,
            "fixtures": {"description": "Slots to set before a conversation.", **named},
            "metadata": {"description": "Metadata for user messages.", **named},
            "stub_custom_actions": {"type": "object", "additionalProperties": stub},
            "test_cases": {"type": "array", "items": case},
        },
        ("test_cases",),
    )
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": "Conversation tests", **top}


def schema_text(checks: Mapping[str, Check]) -> str:
    """The schema as the text of a file."""
    return json.dumps(schema(checks), indent=2, ensure_ascii=False) + "\n"
