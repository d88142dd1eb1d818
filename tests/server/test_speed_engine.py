"""What is found once gives exactly what Rasa's own gives each time."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import GraphSchema, SchemaNode
from rasa.engine.recipes.recipe import Recipe
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.validation import validate
from rasa.graph_components.providers.domain_provider import DomainProvider
from rasa.shared.core.domain import Domain
from rasa.shared.core.slot_mappings import SlotMapping, SlotMappingType
from rasa.shared.data import TrainingType

from keuzehulp.server import speed_engine

own_run = speed_engine._own_run


# -- the graph -----------------------------------------------------------------------------------------------------


def runner(needs: list[list[int]]) -> DaskGraphRunner:
    """Nodes n0, n1, ...; each needs earlier ones and the input, and tells what it was given."""
    nodes, made = {}, {}
    for number, parents in enumerate(needs):
        name = f"n{number}"
        wants = {f"p{p}": f"n{p}" for p in parents} | {"message": "__message__"}
        nodes[name] = SchemaNode(wants, object, "create", "run", {}, is_target=not number)  # type: ignore[arg-type]
        made[name] = lambda *given, name=name: (name, [name, sorted(map(repr, given))])
    new = object.__new__(DaskGraphRunner)
    new._graph_schema = GraphSchema(nodes)
    new._instantiated_nodes = made  # type: ignore[assignment]
    new._execution_context = SimpleNamespace()  # type: ignore[assignment]
    return new


graphs = st.integers(1, 7).flatmap(
    lambda size: st.tuples(*(st.lists(st.integers(0, max(0, n - 1)), max_size=3, unique=True) for n in range(size)))
)


@given(graphs, st.data())
def test_the_graph_gives_what_dask_gives(needs: tuple[list[int], ...], data: st.DataObject) -> None:
    parents = [[p for p in these if p < number] for number, these in enumerate(needs)]
    targets = data.draw(st.lists(st.sampled_from([f"n{n}" for n in range(len(needs))]), min_size=1, unique=True))
    inputs = data.draw(st.sampled_from([{"__message__": ["hoi"]}, {}, None]))
    for _ in range(2):
        theirs = own_run(runner(parents), inputs=inputs, targets=targets)
        assert speed_engine.run_graph(runner(parents), inputs=inputs, targets=targets) == theirs


def test_a_graph_without_named_targets_and_one_that_is_run_twice() -> None:
    graph = runner([[], [0], [1]])
    for text in ("een", "twee"):
        found = speed_engine.run_graph(graph, inputs={"__message__": [text]})
        assert list(found) == ["n0"]
        assert text in repr(found)


def test_an_input_that_is_the_name_of_a_node_is_refused() -> None:
    with pytest.raises(GraphRunError):
        speed_engine.run_graph(runner([[]]), inputs={"__message__": "n0"}, targets=["n0"])


def test_a_node_that_fails_is_an_error_of_the_run() -> None:
    graph = runner([[]])

    def fail(*_: Any) -> Any:
        raise RuntimeError("x")

    graph._instantiated_nodes["n0"] = fail  # type: ignore[assignment]
    with pytest.raises(GraphRunError):
        speed_engine.run_graph(graph, inputs={"__message__": ["hoi"]}, targets=["n0"])


# -- the rules -----------------------------------------------------------------------------------------------------

parts = st.fixed_dictionaries(
    {},
    optional={
        "prev_action": st.sampled_from([{"action_name": "action_listen"}, {"action_name": "form"}]),
        "user": st.sampled_from([{"intent": "ja"}, {"intent": "nee"}, {"intent": "ja", "entities": ("ding",)}]),
        "active_loop": st.sampled_from([{"name": "form"}, {"name": "should_not_be_set"}]),
    },
)


@given(st.lists(st.lists(parts, min_size=1, max_size=3), max_size=6), st.lists(parts, max_size=4))
def test_the_rules_that_fit(rules: list[list[dict[str, Any]]], states: list[dict[str, Any]]) -> None:
    policy = object.__new__(RulePolicy)
    lookup = {json.dumps(rule): "action" for rule in rules}
    theirs = speed_engine._own_possible_keys(policy, lookup, states)
    for _ in range(2):
        ours = speed_engine.possible_keys(policy, lookup, states)
        assert ours == theirs
        ours.add("what the caller does with it is the caller's")
    assert speed_engine.possible_keys(policy, {}, states) == set()


# -- the slots -----------------------------------------------------------------------------------------------------

DOMAIN = Domain.from_yaml(
    """
intents: [ja, nee, vraag]
entities: [ding]
slots:
  een: {type: text, mappings: [{type: from_entity, entity: ding, not_intent: vraag}]}
  twee: {type: text, mappings: [{type: from_intent, intent: ja, value: x, conditions: [{active_loop: form}]}]}
  drie: {type: text, mappings: [{type: from_text, conditions: [{active_loop: ander}]}]}
  vier: {type: text, mappings: [{type: from_intent, intent: [ja, nee], value: y}]}
forms:
  form: {required_slots: [een, twee], ignored_intents: [nee]}
  ander: {required_slots: [drie]}
"""
)


@given(st.sampled_from(["een", "twee", "drie", "vier"]), st.sampled_from(["ja", "nee", "vraag", None]),
       st.sampled_from(["form", "ander", None]))  # fmt: skip
def test_whether_an_intent_may_fill_a_slot(slot: str, intent: str | None, loop: str | None) -> None:
    mapping = next(s for s in DOMAIN.slots if s.name == slot).mappings[0]
    message = SimpleNamespace(intent={"name": intent}) if intent else None
    tracker = SimpleNamespace(active_loop_name=loop, latest_message=message)
    theirs = bool(speed_engine._own_desired(mapping, tracker, DOMAIN))
    assert speed_engine.intent_is_desired(mapping, tracker, DOMAIN) is theirs
    assert speed_engine.intent_is_desired(mapping, tracker, DOMAIN) is theirs


def test_a_mapping_that_names_an_unknown_intent_is_left_out_here_too() -> None:
    wrong = {"type": "from_intent", "intent": "bestaat_niet", "value": "x"}
    with pytest.warns(UserWarning):
        theirs = bool(speed_engine._own_validity("een", SlotMappingType.FROM_INTENT, wrong, DOMAIN))
    with pytest.warns(UserWarning):
        assert speed_engine.check_mapping_validity("een", SlotMappingType.FROM_INTENT, wrong, DOMAIN) is theirs


# -- the domain ----------------------------------------------------------------------------------------------------


def test_the_domain_of_a_model(tmp_path: Path) -> None:
    text = """
intents: [ja, nee]
slots: {een: {type: text, mappings: [{type: from_intent, intent: ja, value: "nee"}]}}
responses:
  utter_a: [{text: "Ja: ‘nee’ – ‘ok’ 🙂"}, {text: "on"}, {text: "1_000"}, {text: "012"}]
session_config: {session_expiration_time: 60, carry_over_slots_to_new_session: true}
"""
    Domain.from_yaml(text).persist(tmp_path / "domain.yml")
    storage = SimpleNamespace(read_from=lambda _: contextlib.nullcontext(tmp_path))
    theirs = speed_engine._own_load_domain(DomainProvider, {}, storage, None, None).provide_inference()
    ours = speed_engine.load_domain(DomainProvider, {}, storage, None, None).provide_inference()
    assert ours.as_dict() == theirs.as_dict()
    assert ours.fingerprint() == theirs.fingerprint()


@pytest.fixture
def installed() -> Iterator[None]:
    """All of them in place, and Rasa's own afterwards."""
    kept = (DaskGraphRunner.run, RulePolicy._get_possible_keys, SlotMapping.check_mapping_validity)
    desired, load = SlotMapping.intent_is_desired, DomainProvider.__dict__["load"]
    try:
        speed_engine.install()
        yield
    finally:
        DaskGraphRunner.run, RulePolicy._get_possible_keys = kept[0], kept[1]
        SlotMapping.check_mapping_validity = staticmethod(kept[2])
        SlotMapping.intent_is_desired = staticmethod(desired)
        DomainProvider.load = load


@pytest.mark.usefixtures("installed")
def test_they_are_put_in_place() -> None:
    assert DaskGraphRunner.run is speed_engine.run_graph
    assert RulePolicy._get_possible_keys is speed_engine.possible_keys
    assert SlotMapping.intent_is_desired is speed_engine.intent_is_desired


@pytest.mark.usefixtures("installed")
def test_a_model_can_still_be_trained_in_the_same_process() -> None:
    """Rasa checks the parameters of its components before it trains: names, types, and which have a default."""
    config = {"language": "nl", "pipeline": [{"name": "WhitespaceTokenizer"}], "policies": [{"name": "RulePolicy"}]}
    recipe = Recipe.recipe_for_name("default.v1")
    validate(recipe.graph_config_for_recipe(config, {}, training_type=TrainingType.BOTH, is_finetuning=False))
