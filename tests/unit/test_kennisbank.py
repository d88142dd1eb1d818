"""The loader: everything or an error that names file, line and remedy."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from keuzehulp.kennisbank import Kennisbank, KennisbankFout, cli, load
from keuzehulp.kennisbank.model import Uitspraak
from keuzehulp.kennisbank.weergave import zin
from tests.conftest import ROOT

CORE = {
    "inhoud": ["inzicht_vergroten", "probleemoplossend_vermogen", "coping", "sociale_vaardigheden", "doelen_stellen"],
    "educatief": ["oefenen", "psycho_educatie", "cognitieve_gedragstherapie", "fysieke_activiteit", "variatie"],
    "structuur": ["schoolbreed", "ouders", "docent_betrokkenheid", "docent_ondersteuning", "veilige_omgeving"],
    "implementatie": [
        "impl_visie", "impl_lesprogramma", "impl_verankering", "impl_kwetsbare_leerlingen", "impl_behoefte",
    ],
}  # fmt: skip

#: Words that promise, command or blame (guide of the domain, 4.2 and 3.4).
VERBODEN = (
    "bewezen", "garandeert", "garantie", "beste interventie", "moet", "moeten", "onvoldoende", "helaas", "score",
    "rapportcijfer",
)  # fmt: skip


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    target = tmp_path / "kennisbank"
    shutil.copytree(ROOT / "data" / "kennisbank", target)
    return target


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path.name}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("blok", CORE)
def test_the_elements_of_the_contract_stand_in_their_order(kb: Kennisbank, blok: str) -> None:
    assert [e.id for e in kb.blok(blok)] == CORE[blok]


def test_a_statement_without_a_citation_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="citation"):
        Uitspraak(tekst="Oefenen hangt samen met sterkere effecten.", bronnen=())


BROKEN: dict[str, tuple[str, Callable[[Path], None], str]] = {
    "unknown key": (
        "elementen/oefenen.yml",
        lambda p: change(p, "vraag_aanbieder:", "vraag_aanbider:"),
        "unknown key 'vraag_aanbider'",
    ),
    "key twice": ("elementen/oefenen.yml", lambda p: change(p, "naam: Oefenen", "naam: Oefenen\nnaam: Nog eens"), "twice"),
    "statement without citation": (
        "elementen/oefenen.yml",
        lambda p: change(p, "    - {bron: T, par: \"Bijlage 3\"}\n  vragen", "    []\n  vragen"),
        "bronnen",
    ),
    "unknown source": ("elementen/oefenen.yml", lambda p: change(p, "{bron: redactie}", "{bron: wikipedia}"), "wikipedia"),
    "unknown section": ("elementen/oefenen.yml", lambda p: change(p, 'par: "5.3.2.2"', 'par: "5.9"'), "section '5.9'"),
    "unknown study": (
        "elementen/oefenen.yml", lambda p: change(p, "studie: mertens_2020", "studie: niemand_1900"), "niemand_1900",
    ),
    "double id": ("elementen/oefenen.yml", lambda p: change(p, "id: oefenen", "id: ouders"), "file's name"),
    "label without words": ("labels.yml", lambda p: change(p, "  weet_niet:", "  weet_wel:"), "'weet_niet' has no label"),
    "kind without label": ("labels.yml", lambda p: change(p, '  "Z":', '  "Y":'), "no label of the kind 'soort'"),
    "no yaml": ("elementen/oefenen.yml", lambda p: change(p, "naam: Oefenen", "naam: [Oefenen"), "oefenen.yml"),
    "number without quotes": ("elementen/oefenen.yml", lambda p: change(p, "naam: Oefenen", "naam: 12"), "quotes"),
    "coded element unknown": (
        "interventies/pad.yml", lambda p: change(p, "  oefenen:", "  oefenen_met_taal:"), "oefenen_met_taal",
    ),
    "list expected": ("elementen/oefenen.yml", lambda p: change(p, "grotberg: ik_kan", "grotberg: [ik_kan]"), "text"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_is_named_with_file_line_and_remedy(copy: Path, name: str) -> None:
    file, break_it, words = BROKEN[name]
    break_it(copy / file)
    with pytest.raises(KennisbankFout) as caught:
        load(copy)
    message = str(caught.value)
    assert words in message
    assert caught.value.path.name.endswith(".yml") and caught.value.line >= 1
    assert message == f"{caught.value.path}:{caught.value.line}: {caught.value.problem}. {caught.value.remedy}"
    assert len(caught.value.remedy.split()) >= 2


def test_the_line_of_an_unknown_key_is_the_line_it_stands_on(copy: Path) -> None:
    path = copy / "elementen" / "oefenen.yml"
    lines = path.read_text(encoding="utf-8").splitlines()
    wanted = next(n for n, line in enumerate(lines, start=1) if line.startswith("vraag_aanbieder:"))
    change(path, "vraag_aanbieder:", "vraag_aanbider:")
    with pytest.raises(KennisbankFout) as caught:
        load(copy)
    assert caught.value.line == wanted
    assert "vraag_aanbieder" in str(caught.value)


def test_check_answers_with_the_exit_code(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--folder", str(copy), "check"]) == 0
    change(copy / "elementen" / "ouders.yml", "vraag:", "vraagje:")
    assert cli.main(["--folder", str(copy), "check"]) == 1
    assert "ouders.yml" in capsys.readouterr().err


def test_show_prints_an_element_with_sources_and_refuses_an_unknown_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--folder", str(ROOT / "data" / "kennisbank"), "show", "oefenen"]) == 0
    assert "De Mooij et al., 2020; Trimbos § 5.3.2.2" in capsys.readouterr().out
    assert cli.main(["--folder", str(ROOT / "data" / "kennisbank"), "show", "vuurwerk"]) == 1


def test_the_schema_for_editors_is_the_one_of_the_model() -> None:
    kept = json.loads((ROOT / "keuzehulp" / "kennisbank" / "schema.json").read_text(encoding="utf-8"))
    assert kept == cli.schema()


def test_no_statement_promises_commands_or_blames(kb: Kennisbank) -> None:
    texts = {s.id: s.tekst for s in kb.uitspraken.values() if not s.citaat}
    for element in kb.elementen.values():
        spoken = (element.vraag, *element.vraag_anders, element.vraag_aanbieder, element.kleine_stap)
        texts |= {f"{element.id}.{n}": t for n, t in enumerate(spoken)}
    pattern = re.compile(rf"\b({'|'.join(VERBODEN)})\b", re.IGNORECASE)
    found = {id: pattern.search(text).group() for id, text in texts.items() if pattern.search(text)}  # type: ignore[union-attr]
    assert found == {}


def test_every_question_can_be_asked_and_explained(kb: Kennisbank) -> None:
    for element in (*kb.gevraagd, *kb.implementatie):
        assert element.vraag.endswith("?"), element.id
        assert len(element.vraag_anders) == 2 and element.vraag not in element.vraag_anders, element.id
        assert element.synoniemen or element in kb.implementatie, element.id


def test_described_interventions_fill_in_what_is_supported_and_nothing_else(kb: Kennisbank) -> None:
    kanjer = kb.interventies["kanjertraining"].antwoorden()
    assert "coping" not in kanjer and "doelen_stellen" not in kanjer
    assert kanjer["oefenen"] == "ja" and kanjer["variatie"] == "deels"
    assert "niet_vermeld" not in set(kanjer.values())
    assert (
        kb.interventies["pad"].bereik
        and kb.interventies["vrienden"].bereik
        and not kb.interventies["kanjertraining"].bereik
    )


def test_a_citation_reads_as_people_write_it(kb: Kennisbank) -> None:
    line = zin(kb, kb.uitspraken["inzicht_vergroten.feedback.kracht"])
    assert line.endswith("(Mertens et al., 2020; Trimbos § 5.3.1.2).")


def test_both_sides_of_every_tension_are_cited(kb: Kennisbank) -> None:
    tensions = [t for e in kb.elementen.values() for t in e.spanning]
    assert len(tensions) >= 12
    for tension in tensions:
        assert tension.een_kant.tekst != tension.andere_kant.tekst
        assert tension.een_kant.bronnen and tension.andere_kant.bronnen


def test_the_crisis_text_has_at_most_five_lines_and_the_numbers(kb: Kennisbank) -> None:
    text = "\n".join(kb.crisis.tekst_regels)
    assert len(kb.crisis.tekst_regels) <= 5
    for number in ("112", "113", "0800-0113", "0800-2000"):
        assert number in text
    assert "zorgteam" in text
