"""The knowledge base against the source documents: sections, figures, studies, own words."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from keuzehulp.kennisbank import Kennisbank
from tests.workplace.sources import flat, section_text, sections_of_k, sections_of_t


@pytest.fixture(scope="module")
def sections(shared: Path) -> dict[str, dict[str, str]]:
    return {"T": sections_of_t(shared), "K": sections_of_k(shared)}


def test_every_cited_section_has_text(kb: Kennisbank, sections: dict[str, dict[str, str]]) -> None:
    missing = {
        (c.bron, c.par)
        for s in kb.uitspraken.values()
        for c in s.bronnen
        if c.bron in sections and len(section_text(sections[c.bron], c.par)) < 60
    }
    assert missing == set()


def test_every_figure_stands_in_a_section_that_is_cited_for_it(
    kb: Kennisbank, sections: dict[str, dict[str, str]]
) -> None:
    wrong = []
    for statement in kb.uitspraken.values():
        text = " ".join(section_text(sections[c.bron], c.par) for c in statement.bronnen if c.bron in sections)
        for figure in statement.cijfers:
            wanted = flat(figure)
            if not re.search(rf"(?<![\w]){re.escape(wanted)}(?![\w])", text):
                wrong.append((statement.id, figure))
    assert wrong == []


def test_every_number_in_a_statement_is_named_as_a_figure(kb: Kennisbank) -> None:
    """Otherwise the test above would not look it up."""
    loose = []
    for statement in kb.uitspraken.values():
        if all(kb.bronnen[c.bron].buiten for c in statement.bronnen):
            continue
        figures = " ".join(statement.cijfers)
        # Digits within names ("5 G's", "klas 1") and years count as well: the source must hold them.
        for number in re.findall(r"\d+(?:[.,]\d+)?%?", statement.tekst):
            if number not in figures:
                loose.append((statement.id, number))
    assert loose == []


def test_every_cited_study_is_named_in_its_section(kb: Kennisbank, sections: dict[str, dict[str, str]]) -> None:
    misspelt = {
        "chmitorz_2018": "chmito",
        "grych_2015": "grych",
        "omara_2013": "mara",
        "kovacs_2021": "kov",
    }
    wrong = []
    for statement in kb.uitspraken.values():
        for c in statement.bronnen:
            if not c.studie or c.bron not in sections:
                continue
            name = misspelt.get(c.studie, re.split(r"[ ,]", kb.studies[c.studie].naam)[0].lower())
            if name not in section_text(sections[c.bron], c.par):
                wrong.append((statement.id, c.studie, c.par))
    assert wrong == []


def test_the_coding_of_the_described_interventions_agrees_with_the_gold_table(kb: Kennisbank, shared: Path) -> None:
    names = {"VRIENDEN (12-16)": "vrienden", "Kanjertraining (vo klas 1-2)": "kanjertraining", "PAD (4-12)": "pad"}
    codes = {"aanwezig": "ja", "deels": "deels", "niet genoemd": "niet_vermeld", "onduidelijk": "niet_vermeld"}
    with (shared / "domain" / "gold_coding.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 45
    wrong = []
    for row in rows:
        allowed = {codes[c] for c in [row["code"], *filter(None, row["ook_verdedigbaar"].split("|"))]}
        found = kb.interventies[names[row["interventie"]]].codering[row["element"]].antwoord
        if found not in allowed:
            wrong.append((row["interventie"], row["element"], found))
    assert wrong == []


def test_statements_are_in_own_words(kb: Kennisbank, shared: Path) -> None:
    """No run of twelve words of the sources, unless it is marked as a quotation."""
    word = re.compile(r"[0-9a-zà-ÿ]+")
    runs: set[tuple[str, ...]] = set()
    for path in (shared / "sources").glob("*.txt"):
        words = word.findall(flat(path.read_text(encoding="utf-8")))
        runs.update(tuple(words[i : i + 12]) for i in range(len(words) - 11))
    copied = []
    for statement in kb.uitspraken.values():
        words = word.findall(flat(statement.tekst))
        if not statement.citaat and any(tuple(words[i : i + 12]) in runs for i in range(len(words) - 11)):
            copied.append(statement.id)
    assert copied == []
