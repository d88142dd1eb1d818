"""Proposals from a pasted description."""

from __future__ import annotations

import csv
import re
import time
from pathlib import Path

import pytest
import yaml

from keuzehulp.beschrijving import MAX_TEKENS, Voorstel, kort, vergelijk_met, voorstellen, zinnen
from keuzehulp.kennisbank import Kennisbank, load

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = sorted((ROOT / "tests" / "fixtures" / "beschrijvingen").glob("*.yml"))
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="module")
def kb() -> Kennisbank:
    return load(ROOT / "data" / "kennisbank")


def _answers(kb: Kennisbank, text: str) -> dict[str, str]:
    return {v.element: v.antwoord for v in voorstellen(kb, text)}


@pytest.mark.parametrize("path", FIXTURES, ids=lambda p: p.stem)
def test_own_descriptions(kb: Kennisbank, path: Path) -> None:
    item = yaml.safe_load(path.read_text(encoding="utf-8"))
    given = _answers(kb, item["tekst"])
    wrong = []
    for element, expected in item["verwacht"].items():
        options = expected if isinstance(expected, list) else [expected]
        got = given.get(element, "geen")
        assert {got, *options} != {"ja", "nee"}, f"{element}: {got} contradicts {options}"
        wrong += [] if got in options else [f"{element}: {got}, expected {options}"]
    assert len(wrong) <= 1, wrong


def test_each_proposal_rests_on_words_of_the_text(kb: Kennisbank) -> None:
    for path in FIXTURES:
        text = yaml.safe_load(path.read_text(encoding="utf-8"))["tekst"]
        joined = re.sub(r"-\n(?=[a-z])", "", text)
        flat = " ".join(joined.split())
        for proposal in voorstellen(kb, text):
            core = proposal.zin.removeprefix("… ").removesuffix(" …")
            assert core in flat, proposal
            assert len(proposal.zin) <= 170


@pytest.mark.parametrize(
    ("text", "element", "answer"),
    [
        ("We doen rollenspellen.", "oefenen", "ja"),
        ("Er zijn geen rollenspellen.", "oefenen", "nee"),
        ("Rollenspel komt niet voor.", "oefenen", "nee"),
        ("We doen soms een rollenspel.", "oefenen", "deels"),
        ("In principe is er een ouderavond.", "ouders", "deels"),
        ("Er kan een ouderavond worden gehouden.", "ouders", "deels"),
        ("Sociale vaardigheden komen in één bijeenkomst aan bod.", "sociale_vaardigheden", "deels"),
        ("Er lijkt variatie in de opdrachten te zitten.", "variatie", "deels"),
        ("De training voor mentoren is niet verplicht.", "docent_ondersteuning", "ja"),
        ("Niet alleen de ouders maar ook de opa's komen.", "ouders", "ja"),
        ("Leerlingen leren nee zeggen.", "sociale_vaardigheden", "ja"),
        ("Yoga: nee", "fysieke_activiteit", "nee"),
        ("Er is geen handleiding, wel een training voor mentoren.", "docent_ondersteuning", "deels"),
    ],
)
def test_negations_and_hedges(kb: Kennisbank, text: str, element: str, answer: str) -> None:
    assert _answers(kb, text).get(element) == answer


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Het is een fijne school in een groene wijk.",
        "Volgend jaar willen we yoga geven.",
        "Doen jullie iets met ouders?",
        "De oefeningen zijn niet tot in detail beschreven.",
        "Oudere leerlingen helpen in de bibliotheek.",
    ],
)
def test_nothing_is_proposed_for_what_is_not_there(kb: Kennisbank, text: str) -> None:
    assert voorstellen(kb, text) == ()


def test_a_bit_shows_what_is_there_and_what_is_not(kb: Kennisbank) -> None:
    text = "Leerlingen krijgen uitleg over stress. Er is verder geen psycho-educatie."
    proposal = next(p for p in voorstellen(kb, text) if p.element == "psycho_educatie")
    assert proposal.antwoord == "deels"
    assert "uitleg over stress" in proposal.zin
    assert "geen psycho-educatie" in proposal.zin


def test_contradictions_are_shown() -> None:
    earlier = {"ouders": "nee", "oefenen": "ja", "coping": "weet_niet", "variatie": "deels"}
    proposals = [Voorstel(e, "ja", "zin") for e in earlier]
    found = vergelijk_met(earlier, proposals)
    assert [(t.element, t.hard) for t in found] == [("ouders", True), ("variatie", False)]


def test_sentences_of_wrapped_text_lists_and_shortenings() -> None:
    text = "Eerste regel die doorloopt tot hier aan het eind van de vervol-\ngens afgebroken zin, bijv. deze.\n\n- een\n- twee"
    assert zinnen(text) == [
        "Eerste regel die doorloopt tot hier aan het eind van de vervolgens afgebroken zin, bijv. deze.",
        "een",
        "twee",
    ]


def test_long_sentences_are_shortened_around_the_words() -> None:
    sentence = "woord " * 60 + "rollenspel " + "woord " * 60
    assert "rollenspel" in kort(sentence, sentence.index("rollenspel"))


def test_four_times_the_text_takes_about_four_times_the_time(kb: Kennisbank) -> None:
    text = "We doen rollenspel en ouders komen niet, maar er is soms een training voor mentoren. " * 300
    voorstellen(kb, text[: MAX_TEKENS // 4])

    def seconds(length: int) -> float:
        start = time.process_time()
        voorstellen(kb, text[:length])
        return time.process_time() - start

    assert min(seconds(MAX_TEKENS) for _ in range(3)) < 8 * min(seconds(MAX_TEKENS // 4) for _ in range(3))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the source texts are not part of the project")
def test_descriptions_of_the_report_agree_with_the_gold_coding(kb: Kennisbank) -> None:
    source = next((SHARED / "sources").glob("000*.txt")).read_text(encoding="utf-8", errors="replace")
    parts = {
        "VRIENDEN": source[source.index("Wat is het Vriendenprogramma?") : source.index(" Kanjertraining\n\n")],
        "Kanjer": source[
            source.index("Wat is Kanjertraining?") : source.index(" Programma Alternatieve Denkstrategieën (PAD)")
        ],
        "PAD": source[source.index("Wat is PAD?") :],
    }
    codes = {"aanwezig": "ja", "deels": "deels", "niet genoemd": "geen", "onduidelijk": "geen"}
    agree, cells = 0, 0
    with (SHARED / "domain" / "gold_coding.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            text = next(t for name, t in parts.items() if row["interventie"].startswith(name))
            got = _answers(kb, text).get(row["element"], "geen")
            also = [codes[c] for c in row["ook_verdedigbaar"].split("|") if c]
            assert {got, codes[row["code"]]} != {"ja", "nee"}, row
            cells += 1
            agree += got in (codes[row["code"]], *also)
    assert cells == 45 and agree / cells >= 0.8
