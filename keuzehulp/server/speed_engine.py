"""Work of Rasa's engine that is the same at every turn: the order of a graph, the rules that fit, the slots an intent may fill.

As in `keuzehulp.server.speed`: replaced on the classes at run time by `serve` only, and each gives exactly what Rasa's
own gives (tests/server/test_speed_engine.py).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import blake2b
from typing import Any

import ruamel.yaml
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import ExecutionContext
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.graph_components.providers.domain_provider import DomainProvider
from rasa.shared.core.domain import Domain
from rasa.shared.core.slot_mappings import SlotMapping

_own_possible_keys = RulePolicy._get_possible_keys
_own_validity = SlotMapping.check_mapping_validity
_own_desired = SlotMapping.intent_is_desired
_own_run = DaskGraphRunner.run
_own_load_domain = DomainProvider.load.__func__
_own_add_inputs = DaskGraphRunner._add_inputs_to_graph

#: States of conversations that are remembered; a check in the usual order needs some hundreds.
_MOST_STATES = 4000


def install() -> None:
    """Replace them; a second time changes nothing."""
    DaskGraphRunner.run = run_graph
    RulePolicy._get_possible_keys = possible_keys
    SlotMapping.check_mapping_validity = staticmethod(check_mapping_validity)
    SlotMapping.intent_is_desired = staticmethod(intent_is_desired)
    DomainProvider.load = classmethod(load_domain)


def run_graph(
    self: DaskGraphRunner, inputs: dict[str, Any] | None = None, targets: list[str] | None = None
) -> dict[str, Any]:
    """Run the nodes one after another in an order that is found once; Dask finds it again each time, for one thread."""
    wanted = tuple(targets or self._graph_schema.target_names)
    plans = self.__dict__.setdefault("_plans", {})
    if wanted not in plans:
        plans[wanted] = _plan(self, wanted)
    found: dict[str, Any] = dict.fromkeys(name for name, _ in plans[wanted])
    _own_add_inputs(inputs, found)  # refuses a value that is the name of a node
    try:
        for name, needs in plans[wanted]:
            if found[name] is None:
                found[name] = self._instantiated_nodes[name](*(found.get(need, need) for need in needs))
    except RuntimeError as error:
        raise GraphRunError("Error running runner.") from error
    return dict(found[name] for name in wanted)


def _plan(runner: DaskGraphRunner, targets: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
    """The nodes that the targets need, each after what it needs itself, with the names of those."""
    nodes = runner._graph_schema.minimal_graph_schema(list(targets)).nodes
    done: dict[str, tuple[str, ...]] = {}

    def add(name: str) -> None:
        if name in done or name not in nodes:
            return
        needs = tuple(nodes[name].needs.values())
        for need in needs:
            add(need)
        done[name] = needs

    for target in targets:
        add(target)
    return list(done.items())


def possible_keys(self: RulePolicy, lookup: dict[str, str], states: list[dict[str, Any]]) -> set[str]:
    """The rules that fit the last states. Most states come back in the next conversation, and rules don't change."""
    known = self.__dict__.setdefault("_possible_keys", {})
    # A digest, for the states themselves would take megabytes.
    key = (id(lookup), blake2b(json.dumps(states, sort_keys=True).encode(), digest_size=16).digest())
    if key not in known or known[key][0] is not lookup:
        if len(known) >= _MOST_STATES:
            known.clear()
        known[key] = (lookup, frozenset(_own_possible_keys(self, lookup, states)))
    return set(known[key][1])


def _once(domain: Any, mapping: dict[str, Any], about: tuple[Any, ...], find: Callable[[], bool]) -> bool:
    """What holds for a mapping of a slot, found once for each domain; the mapping is kept so that its id stays its own."""
    known = domain.__dict__.setdefault("_found_once", {})
    key = (id(mapping), *about)
    if key not in known or known[key][0] is not mapping:
        known[key] = (mapping, find())
    return bool(known[key][1])


def check_mapping_validity(slot_name: str, mapping_type: Any, mapping: dict[str, Any], domain: Any) -> bool:
    """Whether the intents and entities of a mapping are in the domain."""
    return _once(
        domain, mapping, ("valid", slot_name), lambda: bool(_own_validity(slot_name, mapping_type, mapping, domain))
    )


def intent_is_desired(mapping: dict[str, Any], tracker: Any, domain: Any) -> bool:
    """Whether the intent of the last message may fill a slot in the form that is active."""
    intent = tracker.latest_message.intent.get("name") if tracker.latest_message else None
    about = ("desired", tracker.active_loop_name, intent)
    return _once(domain, mapping, about, lambda: bool(_own_desired(mapping, tracker, domain)))


def load_domain(
    cls: type[DomainProvider],
    /,
    config: dict[str, Any],
    model_storage: ModelStorage,
    resource: Resource,
    execution_context: ExecutionContext,
    **kwargs: Any,
) -> DomainProvider:
    """The domain of a trained model, read once. Rasa reads it five times and checks it against a schema, as at training.

    Rasa compares the types of these parameters with its own when it trains, so they are spelt as it wants them.
    """
    with model_storage.read_from(resource) as folder:
        text = (folder / "domain.yml").read_text(encoding="utf-8")
    return cls(model_storage, resource, Domain.from_dict(ruamel.yaml.YAML(typ="safe").load(text)))
