"""The pictures of the report: well-formed, equal to their table, clear without colour."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from keuzehulp.gesprek import Stand
from keuzehulp.kennisbank import Kennisbank
from keuzehulp.report import picture
from keuzehulp.report.picture import Beeld, elementen_beeld, vergelijk_beeld
from keuzehulp.vergelijken import WOORDEN, Eigen, vergelijk
from tests.unit.report_gevallen import GEVALLEN, HOSTILE, contrast, vol

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {"svg", "title", "desc", "rect", "circle", "path", "text", "g"}


def parse(svg: str) -> etree._Element:
    return etree.fromstring(svg.encode("utf-8"), etree.XMLParser(resolve_entities=False))


def compared(kb: Kennisbank, name: str = "Ons plan") -> Beeld:
    return vergelijk_beeld(vergelijk(kb, [Eigen(name, vol(kb).stand.antwoorden), "vrienden", "pad"]))


def all_svgs(kb: Kennisbank) -> list[str]:
    pictures = [elementen_beeld(kb, make(kb).stand) for make in GEVALLEN.values()]
    pictures += [compared(kb), compared(kb, HOSTILE)]
    return [svg for picture in pictures for svg in (picture.breed, picture.smal)]


def test_svg_is_well_formed_and_holds_nothing_active(kb: Kennisbank) -> None:
    for svg in all_svgs(kb):
        root = parse(svg)
        for node in root.iter():
            assert node.tag.removeprefix(SVG) in ALLOWED
            assert not any(name.startswith("on") or "href" in name or name == "style" for name in node.attrib)
        assert "url(" not in svg


def test_svg_has_size_title_and_description(kb: Kennisbank) -> None:
    for svg in all_svgs(kb):
        root = parse(svg)
        width, height = map(float, root.attrib["viewBox"].split()[2:])
        assert width in (320, 720) and 200 < height < 1600
        named = root.attrib["aria-labelledby"].split()
        texts = [root.find(f"{SVG}title"), root.find(f"{SVG}desc")]
        assert [node.attrib["id"] for node in texts] == named
        assert all(node.text for node in texts)
        assert root.attrib["role"] == "img"


def test_text_stays_on_the_canvas_and_is_large_enough(kb: Kennisbank) -> None:
    for svg in all_svgs(kb):
        root = parse(svg)
        width, height = map(float, root.attrib["viewBox"].split()[2:])
        for node in root.iter(f"{SVG}text"):
            x, y, size = (float(node.attrib[name]) for name in ("x", "y", "font-size"))
            wide = picture._width(node.text, size)
            start = x - wide / 2 if node.attrib.get("text-anchor") == "middle" else x
            assert start >= -1 and start + wide <= width + 1, node.text
            assert 0 < y <= height
            assert size >= 12 or len(node.text) == 1


def test_table_equals_picture_of_elements(kb: Kennisbank) -> None:
    for make in GEVALLEN.values():
        beeld = elementen_beeld(kb, make(kb).stand)
        for svg in (beeld.breed, beeld.smal):
            drawn = {g.attrib["data-element"]: g for g in parse(svg).iter(f"{SVG}g")}
            assert len(drawn) == len(beeld.rijen) == len(kb.gevraagd)
            for element, (block, name, answer, kind) in zip(kb.gevraagd, beeld.rijen, strict=True):
                tile = drawn[element.id]
                shown = [t.text for t in tile.iter(f"{SVG}text")]
                assert name == element.naam and block == kb.label("blok", element.blok).naam
                assert picture.antwoord_naam(kb, tile.attrib["data-antwoord"]) == answer
                assert answer in shown
                assert tile.attrib["data-soort"] == element.label and element.label in shown
                assert kind == f"{element.label}: {kb.label('soort', element.label).naam}"


def test_table_equals_picture_of_comparison(kb: Kennisbank) -> None:
    beeld = compared(kb)
    assert beeld.koppen == ("Element", "Ons plan (jullie antwoorden)", "VRIENDEN (beschrijving)", "PAD (beschrijving)")
    for svg in (beeld.breed, beeld.smal):
        drawn = [g.attrib["data-antwoorden"].split() for g in parse(svg).iter(f"{SVG}g")]
        # The picture has one mark for what is not told; the table says whether that is unclear.
        told = [["niet vermeld" if cell == "onduidelijk" else cell for cell in row[1:]] for row in beeld.rijen]
        assert [[WOORDEN[a] for a in row] for row in drawn] == told


def test_legend_names_every_sign_and_letter(kb: Kennisbank) -> None:
    stand = vol(kb).stand
    for svg in (elementen_beeld(kb, stand).breed, elementen_beeld(kb, stand).smal):
        texts = {t.text for t in parse(svg).iter(f"{SVG}text")}
        for element in kb.gevraagd:
            assert kb.label("soort", element.label).naam in texts
            assert kb.label("antwoord", stand.antwoorden[element.id]).naam in texts


def test_signs_differ_without_colour() -> None:
    answers = ("ja", "deels", "nee", "weet_niet", "overgeslagen", "niet_vermeld", picture.GEEN_ANTWOORD)
    drawn = [re.sub(r'(fill|stroke)="#[0-9a-f]+"', "", picture._sign(a, 0, 0)) for a in answers]
    assert len(set(drawn)) == len(answers)


def test_all_letters_look_alike() -> None:
    drawn = {picture._letter(letter, 0, 0).replace(f">{letter}<", "><") for letter in "VRACFTZGN"}
    assert len(drawn) == 1


def test_text_is_escaped(kb: Kennisbank) -> None:
    beeld = compared(kb, "<script>\"&'</script>")
    for svg in (beeld.breed, beeld.smal):
        assert "<script" not in svg
        assert "<script>" in "".join(parse(svg).itertext())


@pytest.mark.parametrize("colour", [picture.INK, picture.QUIET, picture.ACCENT])
def test_contrast_is_enough(colour: str) -> None:
    assert contrast(colour, picture.PAPER) >= 4.5


def test_no_totals(kb: Kennisbank) -> None:
    beeld = elementen_beeld(kb, Stand({e.id: "ja" for e in kb.gevraagd}))
    assert not re.search(r">[^<]*\d+[^<]*</text>", beeld.breed)
    assert not re.search(r"\d", beeld.beschrijving)


def test_message_for_the_chat(kb: Kennisbank) -> None:
    beeld = elementen_beeld(kb, vol(kb).stand)
    message = beeld.bericht()
    assert message["svg"] == beeld.smal
    assert len(message["table"]["rijen"]) == len(kb.gevraagd)
    assert message["alt"].startswith(beeld.titel)
