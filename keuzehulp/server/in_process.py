"""Custom actions inside the Rasa process, and the result of each checked against a schema made once.

Both use Rasa's own extension points: the action endpoint is any object with an async `request`, and an action is
looked up through the domain. No installed file is changed. What it saves is measured in docs/performance.md.
"""

from __future__ import annotations

import functools
import json
from typing import Any

import jsonschema
from rasa.core.actions import action as rasa_action
from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection


class InProcessActions(EndpointConfig):
    """An action endpoint that runs the actions of a package here instead of over HTTP."""

    def __init__(self, package: str = "actions") -> None:
        """Register every action of `package`."""
        super().__init__(url="in-process")
        self.executor = ActionExecutor()
        self.executor.register_package(package)

    async def request(self, method: str = "post", subpath: str | None = None, content_type: str | None = None,
                      compress: bool = False, **kwargs: Any) -> Any:  # fmt: skip
        """Run the action that the payload names; a rejection becomes the error that Rasa expects."""
        try:
            return await self.executor.run(kwargs["json"])
        except ActionExecutionRejection as rejection:
            body = {"error": rejection.message, "action_name": rejection.action_name}
            raise ClientResponseError(400, "rejected", json.dumps(body)) from rejection


@functools.cache
def _result_validator() -> Any:
    """Rasa's schema of an action result, compiled once."""
    schema = rasa_action.RemoteAction.action_response_format_spec()
    return jsonschema.Draft7Validator(schema)


def only_sets_slots(result: Any) -> bool:
    """Whether a result holds only messages and slots that are set, as nearly all do: no need of the whole schema."""
    if not isinstance(result, dict):
        return False
    events, responses = result.get("events", []), result.get("responses", [])
    return (
        isinstance(events, list)
        and isinstance(responses, list)
        and all(_sets_slot(event) for event in events)
        and all(isinstance(response, dict) for response in responses)
    )


def _sets_slot(event: Any) -> bool:
    return (
        isinstance(event, dict)
        and event.get("event") == "slot"
        and isinstance(event.get("name"), str)
        and "value" in event
        and event.get("timestamp") is None
        and event.get("metadata") is None
    )


def check_action_results_once() -> None:
    """Let RemoteAction validate results with the compiled schema.

    Rasa checks its own constant schema against the meta-schema again at every action, 86% of a turn. The method
    is replaced on the class at run time; what is accepted and refused stays the same.
    """

    def validate(self: Any, result: Any) -> bool:
        if only_sets_slots(result):
            return True
        error = next(_result_validator().iter_errors(result), None)
        if error is None:
            return True
        error.message += f". Failed to validate action server response from API for action '{self.name()}'."
        raise error

    rasa_action.RemoteAction._validate_action_result = validate
