"""What no conversation has touched: rules, responses, actions, intents and the plug-ins' lists."""

from __future__ import annotations

import contextlib
import fnmatch
import importlib
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from conversation_test.errors import ConversationTestError
from conversation_test.model import Result, Turn
from conversation_test.page import page
from conversation_test.plugin import load_plugins
from conversation_test.settings import Settings


@dataclass
class ListCoverage:
    """One list of things, and which of them were touched."""

    name: str
    items: list[str]
    touched: set[str] = field(default_factory=set)
    #: Why the list could not be measured; None if it was.
    note: str | None = None

    @property
    def missing(self) -> list[str]:
        """The items that no conversation touched, sorted."""
        return [item for item in self.items if item not in self.touched]

    @property
    def percentage(self) -> float:
        """How much was touched; 100 for an empty list."""
        return 100.0 * (len(self.items) - len(self.missing)) / len(self.items) if self.items else 100.0


def measure(results: Sequence[Result], settings: Settings) -> list[ListCoverage]:
    """Coverage of all lists. Raises ConversationTestError if the project's files cannot be read."""
    turns = [item.turn for result in results for item in result.turns]
    lists = _rasa_lists(turns, settings)
    for plugin in load_plugins(settings.plugins, settings.root):
        for name, made in plugin.coverage().items():
            touched = {item for result in results for item in result.touched.get(name, ())}
            lists.append(ListCoverage(name, list(made.items()), touched))
    for item in lists:
        ignored = settings.coverage_ignore.get(item.name, [])
        item.items = sorted({i for i in item.items if not any(fnmatch.fnmatchcase(i, p) for p in ignored)})
    return lists


def below_floor(lists: Sequence[ListCoverage], floors: Mapping[str, float]) -> list[str]:
    """A line for each floor that is not reached. Raises ConversationTestError for an unknown list."""
    out = []
    for name, floor in floors.items():
        found = [item for item in lists if item.name == name]
        if not found and name != "total":
            known = ", ".join(item.name for item in lists)
            raise ConversationTestError(
                f"coverage floor for '{name}': there is no such list; known: total, {known}."
            )
        value = found[0].percentage if found else total(lists)
        if found and found[0].note:
            out.append(f"coverage of {name} was not measured ({found[0].note}); the floor is {floor:g}%")
        elif value < floor:
            out.append(f"coverage of {name} is {value:.1f}%, below the floor of {floor:g}%")
    return out


def total(lists: Iterable[ListCoverage]) -> float:
    """Percentage over all measured lists together."""
    measured = [item for item in lists if item.note is None]
    size = sum(len(item.items) for item in measured)
    missing = sum(len(item.missing) for item in measured)
    return 100.0 * (size - missing) / size if size else 100.0


# -- Rasa's own lists --------------------------------------------------------------------


def _rasa_lists(turns: Sequence[Turn], settings: Settings) -> list[ListCoverage]:
    domain_file = settings.root / settings.domain
    if not domain_file.exists():
        absent = f"there is no {settings.domain} here"
        return [ListCoverage(name, [], note=absent) for name in ("rules", "responses", "actions", "intents")]
    with contextlib.redirect_stderr(io.StringIO()):  # Rasa's own progress bars
        importer = _importer(settings)
        domain = importer.get_domain()
        keys = _rule_keys(importer, domain)
    complete = any(turn.complete for turn in turns)
    note = None if complete else "the server gives only its messages"
    responses = {m.response for turn in turns for m in turn.messages if m.response}
    actions = {name for turn in turns for _, name in turn.actions} | {n for turn in turns for n in turn.ran}
    intents = {turn.intent for turn in turns if turn.intent}
    custom = [name for name in domain.user_actions if not name.startswith("utter_")]
    return [
        _rules(turns, keys, settings, note),
        ListCoverage("responses", list(domain.responses), responses, note),
        ListCoverage("actions", [*custom, *domain.form_names], actions, note),
        ListCoverage("intents", _own_intents(domain), intents, note),
    ]


def _importer(settings: Settings) -> Any:
    try:
        module: Any = importlib.import_module("rasa.shared.importers.importer")
    except ImportError as error:
        raise ConversationTestError(f"coverage needs Rasa in this environment ({error}).") from None
    root = settings.root
    data = [str(root / path) for path in settings.data]
    try:
        return module.TrainingDataImporter.load_from_config(
            str(root / settings.config), str(root / settings.domain), data
        )
    except Exception as error:
        raise ConversationTestError(f"the project's training data cannot be read: {error}") from error


def _own_intents(domain: Any) -> list[str]:
    from rasa.shared.core.constants import DEFAULT_INTENTS

    return [intent for intent in domain.intents if intent not in DEFAULT_INTENTS]


def _rules(
    turns: Sequence[Turn], keys: Mapping[str, set[str]], settings: Settings, note: str | None
) -> ListCoverage:
    if settings.url:
        note = "only measured in process"
    used = {key for turn in turns for key in turn.rules}
    owners: dict[str, set[str]] = {}
    for name, own in keys.items():
        for key in own:
            owners.setdefault(key, set()).add(name)
    touched = set()
    for name, own in keys.items():
        # A first step that two rules share says little; their own steps tell them apart.
        alone = {key for key in own if owners[key] == {name}}
        if (alone & used) if alone else (own and own <= used):
            touched.add(name)
    return ListCoverage("rules", [name for name, own in keys.items() if own], touched, note)


def _rule_keys(importer: Any, domain: Any) -> dict[str, set[str]]:
    """For each rule the keys under which RulePolicy remembers its steps (but for the last wait)."""
    from rasa.core.policies.rule_policy import RulePolicy
    from rasa.engine.graph import ExecutionContext, GraphSchema
    from rasa.engine.storage.resource import Resource
    from rasa.shared.core.constants import ACTION_LISTEN_NAME
    from rasa.shared.core.generator import TrainingDataGenerator

    generator = TrainingDataGenerator(importer.get_stories(), domain, augmentation_factor=0)
    policy = RulePolicy(
        RulePolicy.get_default_config(), None, Resource("coverage"), ExecutionContext(GraphSchema({}))
    )
    keys: dict[str, set[str]] = {}
    for tracker in generator.generate():
        if not tracker.is_rule_tracker:
            continue
        states, actions = policy.featurizer.training_states_and_labels(
            [tracker], domain, omit_unset_slots=True
        )
        lookup = policy._remove_rule_snippet_predictions(policy._create_lookup_from_states(states, actions))
        own = keys.setdefault(tracker.sender_id, set())
        own.update(key for key, action in lookup.items() if action != ACTION_LISTEN_NAME)
    return keys


# -- showing -----------------------------------------------------------------------------


def coverage_text(lists: Sequence[ListCoverage]) -> str:
    """Coverage as lines for a terminal."""
    out = ["coverage"]
    for item in lists:
        if item.note:
            out.append(f"  {item.name:<12} not measured: {item.note}")
            continue
        done = len(item.items) - len(item.missing)
        out.append(f"  {item.name:<12} {item.percentage:5.1f}%  {done} of {len(item.items)}")
        out.extend(f"      not touched: {name}" for name in item.missing)
    out.append(f"  {'total':<12} {total(lists):5.1f}%")
    return "\n".join(out)


def coverage_html(lists: Sequence[ListCoverage]) -> str:
    """Coverage as a page that stands on its own."""
    rows, parts = [], []
    for item in lists:
        name = escape(item.name)
        if item.note:
            rows.append(f"<tr><th scope=row>{name}<td colspan=3>not measured: {escape(item.note)}")
            continue
        done = len(item.items) - len(item.missing)
        bar = f'<meter min=0 max=100 value="{item.percentage:.1f}" aria-label="{name}"></meter>'
        link = f'<a href="#{name}">{name}</a>'
        rows.append(
            f"<tr><th scope=row>{link}<td>{bar}<td>{item.percentage:.1f}%<td>{done} of {len(item.items)}"
        )
        parts.append(_list_html(item))
    body = (
        f"<p class=sum>{total(lists):.1f}% of everything was touched by a conversation.</p>"
        "<table><thead><tr><th scope=col>list<th scope=col>share<th scope=col>percentage"
        "<th scope=col>touched</thead>"
        f"<tbody>{''.join(rows)}</tbody></table>{''.join(parts)}"
    )
    return page("Conversation coverage", body)


def _list_html(item: ListCoverage) -> str:
    def names(values: Sequence[str]) -> str:
        return "<ul>" + "".join(f"<li><code>{escape(value)}</code></li>" for value in values) + "</ul>"

    touched = [name for name in item.items if name in item.touched]
    missing = (
        f"<h3>Not touched ({len(item.missing)})</h3>{names(item.missing)}"
        if item.missing
        else "<p>All touched.</p>"
    )
    done = (
        f"<details><summary>Touched ({len(touched)})</summary>{names(touched)}</details>" if touched else ""
    )
    return f'<section id="{escape(item.name)}"><h2>{escape(item.name)}</h2>{missing}{done}</section>'
