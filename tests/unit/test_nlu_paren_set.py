"""Floors on a set of messages that nothing was trained on: pairs found, and pairs wrong or invented."""

from __future__ import annotations

import tarfile
from pathlib import Path

import pytest
import yaml

from keuzehulp.nlu.begrip import vul_paren
from keuzehulp.nlu.duiding import Duider
from keuzehulp.nlu.leren import lees_berichten
from keuzehulp.server.train import newest_model

ROOT = Path(__file__).resolve().parents[2]
RIJEN = yaml.safe_load((ROOT / "tests" / "fixtures" / "paren.yml").read_text(encoding="utf-8"))


def meet(nlp, duider: Duider | None) -> tuple[float, float]:
    """Share of pairs found, and wrong or invented ones per hundred given."""
    goed = gegeven = verwacht = 0
    for rij in RIJEN:
        begrip = nlp(rij["tekst"])._.begrip
        vul_paren(begrip, duider)
        paren = {p.element: p.waarde for p in begrip.paren if p.zeker and not begrip.vraag}
        goed += sum(rij["paren"].get(element) == waarde for element, waarde in paren.items())
        gegeven, verwacht = gegeven + len(paren), verwacht + len(rij["paren"])
    return goed / verwacht, 100 * (gegeven - goed) / gegeven


@pytest.fixture(scope="module")
def duider(tmp_path_factory) -> Duider:
    """The models of the newest trained dialogue model."""
    model = newest_model()
    if model is None:
        pytest.skip("no trained model")
    map_ = tmp_path_factory.mktemp("model")
    with tarfile.open(model) as vak:
        delen = [d for d in vak.getmembers() if "KeuzehulpParen" in d.name and d.isfile()]
        if not delen:
            pytest.skip("the newest model is of an older version")
        for deel in delen:
            doel = map_.joinpath(*Path(deel.name).parts[-2:])
            doel.parent.mkdir(exist_ok=True)
            inhoud = vak.extractfile(deel)
            assert inhoud is not None
            doel.write_bytes(inhoud.read())
    return Duider.lees(map_)


def test_regels_alleen(nlp) -> None:
    gevonden, fout = meet(nlp, None)
    assert gevonden >= 0.58, gevonden
    assert fout <= 19, fout


def test_met_model(nlp, duider: Duider) -> None:
    gevonden, fout = meet(nlp, duider)
    assert gevonden >= 0.74, gevonden
    assert fout <= 14, fout


def test_niets_ervan_is_training() -> None:
    training = {tekst.lower() for tekst, _ in lees_berichten(ROOT / "data" / "paren" / "berichten.yml")}
    assert not [rij["tekst"] for rij in RIJEN if rij["tekst"].lower() in training]


def test_bericht_zonder_antwoord_wordt_gemeld(tmp_path) -> None:
    bestand = tmp_path / "berichten.yml"
    bestand.write_text("berichten: |\n  rollenspel ja => oefenen\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"berichten\.yml.*rollenspel ja"):
        lees_berichten(bestand)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("thuis merken ze er niets van", {"ouders": "nee"}),
        (
            "iedere leerkracht is mee, maar ze zitten alleen maar op hun stoel",
            {"schoolbreed": "ja", "fysieke_activiteit": "nee"},
        ),
        ("ze denken na over waarom ze zo reageren", {"inzicht_vergroten": "ja"}),
    ],
)
def test_zonder_naam(nlp, duider: Duider, tekst: str, verwacht: dict[str, str]) -> None:
    begrip = nlp(tekst)._.begrip
    vul_paren(begrip, duider)
    assert {p.element: p.waarde for p in begrip.paren} == verwacht


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("rollenspel, yoga en doelen stellen: ja, nee, deels", {"oefenen": "ja", "fysieke_activiteit": "nee", "doelen_stellen": "deels"}),
        ("wel rollenspel geen yoga", {"oefenen": "ja", "fysieke_activiteit": "nee"}),
        ("yoga nee sova ja", {"fysieke_activiteit": "nee", "sociale_vaardigheden": "ja"}),
        ("met uitzondering van yoga doen we rollenspel", {"fysieke_activiteit": "nee", "oefenen": "ja"}),
        ("yoga is vervallen. rollenspel gelukkig niet", {"fysieke_activiteit": "nee", "oefenen": "ja"}),
        ("we doen rollenspel in klas 1, de hogere klassen niet", {"oefenen": "deels"}),
        ("sova en coping doen we, yoga en doelen stellen niet",
         {"sociale_vaardigheden": "ja", "coping": "ja", "fysieke_activiteit": "nee", "doelen_stellen": "nee"}),
        ("wij vinden rollenspel een lastige werkvorm", {}),
        ("rollenspel ✅ yoga ❌ ouders ❌", {"oefenen": "ja", "fysieke_activiteit": "nee", "ouders": "nee"}),
        ("✅ rollenspel ❌ ouders", {"oefenen": "ja", "ouders": "nee"}),
        ("Bewegen doen we elke les!!! ⚽ maar eigen doelen kiezen doen ze nog niet",
         {"fysieke_activiteit": "ja", "doelen_stellen": "nee"}),
        ("rollenspel ja / yoga nee / ouders soms", {"oefenen": "ja", "fysieke_activiteit": "nee", "ouders": "deels"}),
        ("rollenspel en yoga, allebei niet", {"oefenen": "nee", "fysieke_activiteit": "nee"}),
        ("Sova? Die ontbreekt. Coping? Idem.", {"sociale_vaardigheden": "nee", "coping": "nee"}),
        ("alle klassen doen mee, behalve de examenklassen, en ouders weten ervan", {"schoolbreed": "deels", "ouders": "ja"}),
        ("oefenen +, coping -, sova +/-", {"oefenen": "ja", "coping": "nee", "sociale_vaardigheden": "deels"}),
        ("sova: + coping: -", {"sociale_vaardigheden": "ja", "coping": "nee"}),
        ("rollenspel ✅ / yoga ❌ / sova ✅ / ouders ?",
         {"oefenen": "ja", "fysieke_activiteit": "nee", "sociale_vaardigheden": "ja", "ouders": "weet_niet"}),
        ("we zouden yoga gaan doen, rollenspel doen we al", {"fysieke_activiteit": "nee", "oefenen": "ja"}),
        ("het zou mooi zijn als ouders meededen, rollenspel doen we", {"ouders": "nee", "oefenen": "ja"}),
        ("sova en yoga staan in de map. dat eerste doen we, dat tweede niet",
         {"sociale_vaardigheden": "ja", "fysieke_activiteit": "nee"}),
        ("Over ouders: kun je daar een voorbeeld van geven? Over rollenspel: dat doen we.", {"oefenen": "ja"}),
        ("daar zit niets van in, behalve rollenspel", {"oefenen": "ja"}),
        ("yoga hadden we maar dat is eruit gevallen wegens geen zaal, rollenspel doen we",
         {"fysieke_activiteit": "nee", "oefenen": "ja"}),
        ("rollenspel komma dat gaat goed punt yoga komma dat doen we niet punt",
         {"oefenen": "ja", "fysieke_activiteit": "nee"}),
        ("Wat we laten liggen: de ouders, yoga.", {"ouders": "nee", "fysieke_activiteit": "nee"}),
        ("Maandag: rollenspel. Vrijdag: niets.", {"oefenen": "ja"}),
    ],
)  # fmt: skip
def test_rijen_en_uitzonderingen(nlp, tekst: str, verwacht: dict[str, str]) -> None:
    assert nlp(tekst)._.paren == verwacht


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("nee de ouders komen ook op een avond", "ja"),
        ("neen, de ouders komen juist heel vaak", "ja"),
        ("nee hoor, ouders doen wel mee", "ja"),
        ("nee ouders komen niet", "nee"),
        ("nee, ouders komen ook niet", "nee"),
        ("nee, ook geen ouders", "nee"),
    ],
)
def test_nee_that_only_contradicts_is_no_answer(nlp, tekst: str, waarde: str) -> None:
    begrip = nlp(tekst)._.begrip
    vul_paren(begrip, None)
    assert {p.element: p.waarde for p in begrip.paren} == {"ouders": waarde}
