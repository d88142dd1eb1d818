"""Read data/kennisbank into an immutable Kennisbank, checked as a whole: all of it or an error.

Folder layout (each file says in its top key what it holds):
bronnen.yml, labels.yml, verwijzingen.yml, crisis.yml, feedback.yml, valkuilen.yml, buiten_bronnen.yml,
elementen/*.yml, begrippen/*.yml, interventies/*.yml.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from keuzehulp.kennisbank.builder import Builder
from keuzehulp.kennisbank.located_yaml import KennisbankFout, LocatedDict, read_mapping
from keuzehulp.kennisbank.model import (
    BESPROKEN,
    BLOKKEN,
    IMPLEMENTATIE,
    Begrip,
    Bewijs,
    Bron,
    BuitenBronnen,
    Codering,
    Crisis,
    Element,
    Feedbackkader,
    Interventie,
    Kennisbank,
    Label,
    Studie,
    Uitspraak,
    Valkuil,
    Verwijzing,
)

__all__ = ["ANTWOORDEN", "DEFAULT_FOLDER", "KennisbankFout", "get_kennisbank", "load"]

DEFAULT_FOLDER = Path("data/kennisbank")

#: The codes of an answer; the labels file must translate each.
ANTWOORDEN = ("ja", "deels", "nee", "weet_niet", "overgeslagen", "niet_vermeld")

T = TypeVar("T")
Located = tuple[T, Path, int]


def get_kennisbank() -> Kennisbank:
    """The knowledge base of this project, read once per process.

    The environment variable KEUZEHULP_KENNISBANK names another folder. Raises KennisbankFout.
    """
    return _load_cached(str(default_folder()))


def default_folder() -> Path:
    """The folder in force: the environment variable, else data/kennisbank below the working folder or the project."""
    named = os.environ.get("KEUZEHULP_KENNISBANK")
    if named:
        return Path(named)
    if DEFAULT_FOLDER.is_dir():
        return DEFAULT_FOLDER
    return Path(__file__).resolve().parents[2] / DEFAULT_FOLDER


@cache
def _load_cached(folder: str) -> Kennisbank:
    return load(Path(folder))


def load(folder: Path) -> Kennisbank:
    """Read and check the knowledge base in `folder`.

    Raises KennisbankFout, which names file, line and remedy, at the first thing that is wrong; nothing is
    ever half loaded.
    """
    return _Reading(folder).kennisbank()


def files_of(folder: Path) -> list[Path]:
    """All YAML files of the knowledge base, in a fixed order."""
    return sorted([*folder.rglob("*.yml"), *folder.rglob("*.yaml")])


class _Reading:
    """One reading of the folder: collects values with where they stand, then checks them together."""

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            remedy = "Run this from the project folder, or name the folder with KEUZEHULP_KENNISBANK"
            raise KennisbankFout(folder, 1, "there is no knowledge base here", remedy)
        self.folder = folder
        self.statements: dict[str, Located[Uitspraak]] = {}

    def kennisbank(self) -> Kennisbank:
        sources = self._mapping("bronnen.yml", ("bronnen", "studies"))
        bronnen = self._list(sources, "bronnen", Bron)
        studies = self._list(sources, "studies", Studie)
        labels = self._labels()
        elementen = self._folder("elementen", Element)
        interventies = self._folder("interventies", Interventie)
        begrippen = self._begrippen()
        valkuilen = self._list(self._mapping("valkuilen.yml", ("valkuilen",)), "valkuilen", Valkuil)
        buiten = self._list(self._mapping("buiten_bronnen.yml", ("onderwerpen",)), "onderwerpen", BuitenBronnen)
        turn_to = self._mapping("verwijzingen.yml", ("verwijzingen",))
        verwijzingen = self._list(turn_to, "verwijzingen", Verwijzing)
        crisis_path, crisis_node = self._mapping("crisis.yml", None)
        crisis = self._builder(crisis_path).build(Crisis, crisis_node, "crisis")
        frame_path, frame_node = self._mapping("feedback.yml", None)
        kader = self._builder(frame_path).build(Feedbackkader, frame_node, "feedback")

        unique = _unique([elementen, begrippen, interventies, valkuilen, buiten])
        self._check_citations(_values(bronnen), _values(studies))
        self._check_labels(labels, elementen)
        self._check_elements(elementen)
        self._check_references(elementen, interventies, begrippen, buiten, verwijzingen, unique)
        if len(crisis.tekst_regels) > 5:
            raise KennisbankFout(crisis_path, 1, "the crisis text has over five lines", "Shorten it")
        return Kennisbank(
            bronnen=_values(bronnen),
            studies=_values(studies),
            labels=labels,
            elementen=_values(elementen),
            begrippen=_values(begrippen),
            interventies=_values(interventies),
            valkuilen=_values(valkuilen),
            buiten_bronnen=_values(buiten),
            verwijzingen=_values(verwijzingen),
            crisis=crisis,
            feedbackkader=kader,
            uitspraken={id: value for id, (value, _, _) in self.statements.items()},
            eigenaar={id: id.split(".")[0] for id in self.statements},
            versie=version_of(self.folder),
        )

    # -- reading -----------------------------------------------------------------------------------------

    def _builder(self, path: Path) -> Builder:
        return Builder(path, self._register)

    def _register(self, made: Uitspraak, path: Path, line: int) -> None:
        self.statements[made.id] = (made, path, line)

    def _mapping(self, name: str, keys: Iterable[str] | None) -> tuple[Path, LocatedDict]:
        path = self.folder / name
        if not path.is_file():
            raise KennisbankFout(path, 1, "this file is missing", "Put it back, if need be from git")
        node = read_mapping(path)
        if keys is not None:
            _check_top(path, node, keys)
        return path, node

    def _list(self, source: tuple[Path, LocatedDict], key: str, cls: type[T]) -> dict[str, Located[T]]:
        path, node = source
        found: dict[str, Located[T]] = {}
        for item in node.get(key) or []:
            if not isinstance(item, LocatedDict):
                raise KennisbankFout(path, node.lines[key], f"an entry of '{key}' has no keys", "Start it with '- id:'")
            made = self._builder(path).build(cls, item, str(item.get("id", key)))
            _add(found, made, path, item.line)
        return found

    def _folder(self, name: str, cls: type[T]) -> dict[str, Located[T]]:
        found: dict[str, Located[T]] = {}
        for path in files_of(self.folder / name):
            node = read_mapping(path)
            made = self._builder(path).build(cls, node, str(node.get("id", path.stem)))
            if getattr(made, "id") != path.stem:  # noqa: B009 - T is any of the model's classes with an id
                line = node.lines.get("id", 1)
                raise KennisbankFout(path, line, "the id is not the file's name", f"Write 'id: {path.stem}'")
            _add(found, made, path, node.line)
        return found

    def _begrippen(self) -> dict[str, Located[Begrip]]:
        found: dict[str, Located[Begrip]] = {}
        for path in files_of(self.folder / "begrippen"):
            node = read_mapping(path)
            _check_top(path, node, ("begrippen",))
            for id, located in self._list((path, node), "begrippen", Begrip).items():
                _add(found, located[0], path, located[2], id)
        return found

    def _labels(self) -> dict[str, dict[str, Label]]:
        path, node = self._mapping("labels.yml", ("soort", "richting", "past_bij", "antwoord", "blok"))
        labels: dict[str, dict[str, Label]] = {}
        for kind, codes in node.items():
            if not isinstance(codes, LocatedDict):
                raise KennisbankFout(path, node.lines[kind], f"'{kind}' holds no codes", "Write 'code: {naam: …}'")
            labels[kind] = {
                code: self._builder(path).build(Label, item, f"{kind}.{code}") for code, item in codes.items()
            }
        for code in ANTWOORDEN:
            if code not in labels["antwoord"]:
                raise KennisbankFout(
                    path, node.lines["antwoord"], f"the answer '{code}' has no label", f"Add '{code}:'"
                )
        return labels

    # -- checking ----------------------------------------------------------------------------------------

    def _check_citations(self, bronnen: dict[str, Bron], studies: dict[str, Studie]) -> None:
        for id, (statement, path, line) in self.statements.items():
            for cited in statement.bronnen:
                bron = bronnen.get(cited.bron)
                if bron is None:
                    raise KennisbankFout(
                        path, line, f"{id} cites the unknown source '{cited.bron}'", "Add it to bronnen.yml"
                    )
                if not bron.buiten and cited.par not in bron.secties:
                    problem = f"{id} cites section '{cited.par}', which {bron.id} does not have"
                    raise KennisbankFout(path, line, problem, "Look the section up in bronnen.yml")
                if cited.studie and cited.studie not in studies:
                    problem = f"{id} cites the unknown study '{cited.studie}'"
                    raise KennisbankFout(path, line, problem, "Add it to 'studies' in bronnen.yml")

    def _check_labels(self, labels: dict[str, dict[str, Label]], elementen: dict[str, Located[Element]]) -> None:
        def need(kind: str, code: str, path: Path, line: int) -> None:
            if code not in labels[kind]:
                known = ", ".join(labels[kind])
                raise KennisbankFout(path, line, f"'{code}' has no label of the kind '{kind}'", f"Known: {known}")

        for element, path, line in elementen.values():
            need("soort", element.label, path, line)
            need("blok", element.blok, path, line)
        for _, (statement, path, line) in self.statements.items():
            if isinstance(statement, Bewijs):
                need("soort", statement.soort, path, line)
                need("richting", statement.richting, path, line)
                need("past_bij", statement.past_bij, path, line)
            if isinstance(statement, Codering):
                need("antwoord", statement.antwoord, path, line)

    def _check_elements(self, elementen: dict[str, Located[Element]]) -> None:
        places: dict[tuple[str, int], str] = {}
        synonyms: dict[str, str] = {}
        for element, path, line in elementen.values():
            if element.gevraagd:
                place = (element.blok, element.volgorde)
                if place in places:
                    problem = f"{element.id} has the place of {places[place]} in its block"
                    raise KennisbankFout(path, line, problem, "Give it another 'volgorde'")
                places[place] = element.id
                _need_asked_keys(element, path, line)
            for word in element.synoniemen:
                owner = synonyms.setdefault(word.casefold(), element.id)
                if owner != element.id:
                    problem = f"the synonym '{word}' belongs to {owner} already"
                    raise KennisbankFout(path, line, problem, "Keep it in one of the two")
        if not places:
            raise KennisbankFout(self.folder / "elementen", 1, "no element is asked", "Add an element with a 'vraag'")

    def _check_references(
        self,
        elementen: dict[str, Located[Element]],
        interventies: dict[str, Located[Interventie]],
        begrippen: dict[str, Located[Begrip]],
        buiten: dict[str, Located[BuitenBronnen]],
        verwijzingen: dict[str, Located[Verwijzing]],
        known: set[str],
    ) -> None:
        for interventie, path, line in interventies.values():
            for element in interventie.codering:
                if element not in elementen:
                    raise KennisbankFout(
                        path, line, f"codes the unknown element '{element}'", "Use an id of elementen/"
                    )
        for begrip, path, line in begrippen.values():
            for id in (*begrip.zie_ook, *begrip.lijst):
                if id not in known and not (id in begrip.lijst and id in self.statements):
                    raise KennisbankFout(path, line, f"{begrip.id} points to the unknown '{id}'", "Use an existing id")
        for topic, path, line in buiten.values():
            if topic.verwijzing and topic.verwijzing not in verwijzingen:
                problem = f"{topic.id} points to the unknown place '{topic.verwijzing}'"
                raise KennisbankFout(path, line, problem, "Add it to verwijzingen.yml")


def version_of(folder: Path) -> str:
    """A short fingerprint of all files of the knowledge base; it stands in every report."""
    digest = hashlib.sha256()
    for path in files_of(folder):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


def _need_asked_keys(element: Element, path: Path, line: int) -> None:
    """An element that is asked needs what the conversation says of it."""
    if element.blok not in (*BLOKKEN, IMPLEMENTATIE, BESPROKEN):
        raise KennisbankFout(path, line, f"unknown block '{element.blok}'", f"Known: {', '.join(BLOKKEN)}")
    for key in ("vraag", "vraag_anders", "vraag_aanbieder", "waarom", "voorbeeld"):
        if not getattr(element, key):
            raise KennisbankFout(path, line, f"{element.id} is asked but has no '{key}'", f"Add '{key}:'")
    if element.blok in BLOKKEN and (not element.feedback or not element.feedback.kracht or not element.feedback.groei):
        problem = f"{element.id} has no feedback with 'kracht' and 'groei'"
        raise KennisbankFout(path, line, problem, "Add 'feedback:' with both")


def _check_top(path: Path, node: LocatedDict, keys: Iterable[str]) -> None:
    for key in node:
        if key not in keys:
            raise KennisbankFout(path, node.lines[key], f"unknown key '{key}'", f"Known: {', '.join(keys)}")
    for key in keys:
        if key not in node:
            raise KennisbankFout(path, 1, f"the key '{key}' is missing", f"Add '{key}:'")


def _add(found: dict[str, Located[T]], made: T, path: Path, line: int, id: str = "") -> None:
    key = id or str(getattr(made, "id"))  # noqa: B009 - T is any of the model's classes with an id
    if key in found:
        raise KennisbankFout(path, line, f"the id '{key}' is in use already", f"See {found[key][1].name}")
    found[key] = (made, path, line)


def _values(found: dict[str, Located[T]]) -> dict[str, T]:
    return {id: made for id, (made, _, _) in found.items()}


def _unique(groups: list[Any]) -> set[str]:
    """Ids are unique over all kinds, as a statement's id starts with its owner's."""
    seen: dict[str, Path] = {}
    for id, path, line in _places(groups):
        if id in seen:
            raise KennisbankFout(path, line, f"the id '{id}' is in use already", f"See {seen[id].name}")
        seen[id] = path
    return set(seen)


def _places(groups: list[Any]) -> Iterator[tuple[str, Path, int]]:
    for group in groups:
        for id, (_, path, line) in group.items():
            yield id, path, line
