"""The content of the report: complete, cited, without personal data, without totals."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keuzehulp.feedback import maak_feedback
from keuzehulp.gesprek import Stand
from keuzehulp.kennisbank import Kennisbank, get_kennisbank
from keuzehulp.kennisbank.weergave import toon_bron
from keuzehulp.report import VerslagInvoer, inhoud, maak_verslag
from keuzehulp.report.document import Document, Sectie
from keuzehulp.report.inhoud import NIET_IN_BRONNEN, interventienaam
from keuzehulp.report.tekst import schoon
from tests.unit.report_gevallen import GEVALLEN, HOSTILE, leeg, onbekend, vijandig, vol

FORBIDDEN = re.compile(
    r"\b(bewezen|werkt|garande\w+|beste|moet|moeten|score|cijfer|onvoldoende|helaas|slechts|uw|u)\b", re.IGNORECASE
)
TOTAL = re.compile(r"\b\d+ (van de|van|uit|/) ?\d+\b|\d+ ?%|\btotaal\b|\bpunten\b|sterren", re.IGNORECASE)


def plain(text: str) -> str:
    """Text without emphasis signs and special spaces."""
    return text.replace("*", "").replace("\u00a0", " ")


def section(doc: Document, id: str) -> Sectie:
    return next(s for s in doc.secties if s.id == id)


def words(doc: Document, id: str | None = None) -> str:
    parts = replace(doc, secties=(section(doc, id),)) if id else doc
    return plain("\n".join(parts.teksten()))


@pytest.fixture(params=GEVALLEN, scope="module")
def case(request: pytest.FixtureRequest, kb: Kennisbank) -> VerslagInvoer:
    return GEVALLEN[request.param](kb)


def test_the_same_input_gives_the_same_document(kb: Kennisbank, case: VerslagInvoer) -> None:
    assert inhoud(kb, case) == inhoud(kb, case)


def test_facts_under_the_title(kb: Kennisbank) -> None:
    doc = inhoud(kb, vol(kb))
    assert doc.titel == "Verslag over Kanjertraining"
    assert dict(doc.gegevens) == {
        "Interventie": "Kanjertraining",
        "Soort school": "voortgezet onderwijs",
        "Voor wie": "alle leerlingen",
        "Datum": "21 november 2026",
        "Versie van de kennisbank": kb.versie,
    }
    assert inhoud(kb, leeg(kb)).titel == "Verslag over jullie interventie"


def test_every_part_is_there(kb: Kennisbank) -> None:
    ids = [s.id for s in inhoud(kb, vol(kb)).secties]
    feedback = [f"feedback-{deel.id}" for deel in maak_feedback(kb, vol(kb).stand).delen]
    wanted = ["over", "beeld", "feedback", *feedback, "kracht", "stap", "aanbieder", "invoering", "naast-elkaar"]
    wanted += ["antwoorden", "antwoorden-inhoud", "antwoorden-educatief", "antwoorden-structuur"]
    assert ids == [*wanted, "antwoorden-implementatie", "niet-in-bronnen", "bronnen"]


def test_feedback_is_shown_whole(kb: Kennisbank, case: VerslagInvoer) -> None:
    doc = inhoud(kb, case)
    for deel in maak_feedback(kb, case.stand).delen:
        shown = words(doc, f"feedback-{deel.id}")
        lines = [*deel.regels, *deel.rest, *filter(None, [deel.inleiding, deel.slot])]
        assert lines
        for regel in lines:
            assert plain(regel.tekst) in shown


def test_every_question_with_its_answer(kb: Kennisbank, case: VerslagInvoer) -> None:
    doc = inhoud(kb, case)
    for blok in ("inhoud", "educatief", "structuur"):
        table = section(doc, f"antwoorden-{blok}").blokken[1]
        for element, row in zip(kb.blok(blok), table.rijen, strict=True):
            answer = case.stand.antwoorden.get(element.id)
            name = kb.label("antwoord", answer).naam if answer else "nog niet beantwoord"
            assert row[0].tekst == element.naam
            assert row[1].tekst == element.vraag
            assert row[2].tekst.startswith(name)


def test_amount_and_unconfirmed_answer_are_shown(kb: Kennisbank) -> None:
    case = vol(kb)
    stand = replace(case.stand, voorstellen={"ouders": "kanjertraining"})
    doc = inhoud(kb, replace(case, stand=stand))
    assert "ja, duidelijk, ongeveer 12 oefeningen" in words(doc, "antwoorden-educatief")
    assert "nog niet bevestigd" in words(doc, "antwoorden-structuur")
    assert "nog niet bevestigd" not in words(doc, "antwoorden-inhoud")


def test_unknowns_become_questions_for_the_provider(kb: Kennisbank) -> None:
    shown = words(inhoud(kb, vol(kb)), "aanbieder")
    assert kb.elementen["coping"].vraag_aanbieder in shown
    assert kb.elementen["fysieke_activiteit"].vraag_aanbieder in shown
    assert kb.elementen["impl_kwetsbare_leerlingen"].vraag_aanbieder in shown
    asked = kb.elementen["psycho_educatie"].getalvraag
    assert asked and asked.vraag in shown
    assert kb.elementen["ouders"].vraag_aanbieder not in shown
    everything = {e.id: "nee" for e in (*kb.gevraagd, *kb.implementatie)}
    done = inhoud(kb, replace(vol(kb), stand=Stand(everything)))
    assert "deze lijst is leeg" in words(done, "aanbieder")


def test_small_step_filled_in_or_open(kb: Kennisbank) -> None:
    shown = words(inhoud(kb, vol(kb)), "stap")
    assert all(line in shown for line in vol(kb).kleine_stap)
    assert "(nog in te vullen)" not in shown
    assert words(inhoud(kb, leeg(kb)), "stap").count("(nog in te vullen)") == 3


def test_words_of_the_small_step_stand_in_one_place(kb: Kennisbank) -> None:
    case = vol(kb)
    talk = (*case.kracht_gesprek, ("Eén kleine stap", case.kleine_stap[0]))
    doc = inhoud(kb, replace(case, kracht_gesprek=talk))
    assert words(doc).count(case.kleine_stap[0]) == 1


def test_implementation_questions_answered_or_open(kb: Kennisbank) -> None:
    for case in (vol(kb), leeg(kb)):
        shown = words(inhoud(kb, case), "invoering")
        assert all(e.vraag in shown for e in kb.implementatie)
        assert ("Jullie antwoord: ja, duidelijk." in shown) == bool(case.stand.met_implementatie)
    assert "antwoorden-implementatie" not in [s.id for s in inhoud(kb, leeg(kb)).secties]


def test_what_the_sources_do_not_say(kb: Kennisbank) -> None:
    shown = words(inhoud(kb, vol(kb)), "niet-in-bronnen")
    assert set(NIET_IN_BRONNEN) <= set(kb.buiten_bronnen)
    assert all(title in shown for title in NIET_IN_BRONNEN.values())
    assert "coping" in shown and "fysieke activiteiten" in shown
    for element in kb.gevraagd:
        for evidence in element.bewijs:
            if evidence.soort == "N":
                assert evidence.tekst.rstrip(".") in shown


def test_limits_of_the_research_come_first(kb: Kennisbank) -> None:
    doc = inhoud(kb, leeg(kb))
    shown = words(doc, "over")
    assert doc.secties[0].id == "over"
    assert all(u.tekst.rstrip(".") in shown for u in kb.begrippen["bijsluiter"].uitspraken)
    assert "computerprogramma, geen mens" in shown


def test_scope_warning_of_a_described_intervention(kb: Kennisbank) -> None:
    doc = inhoud(kb, replace(vol(kb), stand=replace(vol(kb).stand, interventie="pad")))
    warning = kb.interventies["pad"].bereik
    assert warning and warning.tekst.rstrip(".") in words(doc, "over")


# --- citations


def test_every_statement_carries_its_citation(kb: Kennisbank, case: VerslagInvoer) -> None:
    for alinea in inhoud(kb, case).alineas():
        for id in alinea.uitspraken:
            assert f"({toon_bron(kb, kb.uitspraken[id].bronnen)})" in plain(alinea.tekst), id


def test_no_statement_stands_anywhere_without_its_id(kb: Kennisbank, case: VerslagInvoer) -> None:
    by_text = {u.tekst.rstrip("."): u.id for u in kb.uitspraken.values() if len(u.tekst) > 30}
    for alinea in inhoud(kb, case).alineas():
        shown = {kb.uitspraken[id].tekst.rstrip(".") for id in alinea.uitspraken}
        for text in by_text:
            if text in plain(alinea.tekst):
                assert text in shown or any(text in other for other in shown), text


def test_lines_of_our_own_cite_nothing_and_name_no_study(kb: Kennisbank) -> None:
    doc = inhoud(kb, vol(kb))
    before_sources = [s for s in doc.secties if s.id != "bronnen"]
    for alinea in replace(doc, secties=tuple(before_sources)).alineas():
        if not alinea.uitspraken:
            assert "§" not in alinea.tekst
            assert not any(study.naam in alinea.tekst for study in kb.studies.values())


def test_sources_list_every_study_and_section(kb: Kennisbank, case: VerslagInvoer) -> None:
    doc = inhoud(kb, case)
    shown = words(doc, "bronnen")
    for id in doc.uitspraken():
        for cited in kb.uitspraken[id].bronnen:
            if kb.bronnen[cited.bron].buiten:
                continue
            assert kb.bronnen[cited.bron].titel in shown
            assert kb.bronnen[cited.bron].secties[cited.par] in shown
            assert not cited.studie or kb.studies[cited.studie].naam in shown


# --- tone


def test_no_forbidden_words_in_our_own_lines(kb: Kennisbank, case: VerslagInvoer) -> None:
    doc = inhoud(kb, case)
    own = [a.tekst for a in doc.alineas() if a.soort != "gebruiker" and not a.uitspraken]
    for text in (*own, doc.ondertitel, *(s.titel for s in doc.secties)):
        assert not FORBIDDEN.search(text), text


def test_no_total_and_no_ranking(kb: Kennisbank, case: VerslagInvoer) -> None:
    doc = inhoud(kb, case)
    for alinea in doc.alineas():
        if not alinea.uitspraken and alinea.soort != "gebruiker":
            assert not TOTAL.search(alinea.tekst), alinea.tekst


# --- what people typed


def test_personal_data_is_masked_everywhere(kb: Kennisbank) -> None:
    private = "Mail naar j.jansen@school.nl of bel 06-12345678"
    stand = replace(leeg(kb).stand, interventie=private)
    case = replace(vol(kb), stand=stand, kleine_stap=(private,) * 4, kracht_gesprek=((private, private),))
    text = "\n".join(inhoud(kb, case).teksten())
    assert "jansen" not in text and "12345678" not in text
    assert "[e-mailadres]" in text
    for format in ("html", "docx"):
        assert b"j.jansen@school.nl" not in maak_verslag(kb, case, format)


def test_control_and_direction_characters_go(kb: Kennisbank) -> None:
    assert schoon("a\x00b\u202ec\n\td\ud800 e") == "abc d e"
    assert len(schoon("x" * 5000)) == 600
    stand = Stand(interventie="\u200b \x07")
    assert interventienaam(kb, stand) == "jullie interventie"


def test_stars_of_people_are_no_emphasis(kb: Kennisbank) -> None:
    doc = inhoud(kb, vijandig(kb))
    typed = [a for a in doc.alineas() if a.soort == "gebruiker"]
    assert typed
    assert all(len(a.stukken) == 1 and a.tekst.endswith(schoon(HOSTILE)) for a in typed)


def test_unknown_ids_and_codes_are_left_out(kb: Kennisbank) -> None:
    case = replace(leeg(kb), vergelijk=("bestaat_niet",), stand=Stand({"coping": "misschien"}))
    doc = inhoud(kb, replace(case, stand=Stand({})))
    assert "naast-elkaar" not in [s.id for s in doc.secties]
    many = inhoud(kb, replace(onbekend(kb), vergelijk=("pad", "pad", "vrienden", "kanjertraining")))
    assert len(section(many, "naast-elkaar").blokken[3].koppen) == 4


def test_another_format_is_refused(kb: Kennisbank) -> None:
    with pytest.raises(ValueError, match="html, pdf, docx"):
        maak_verslag(kb, leeg(kb), "odt")


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_gives_a_page(name: str, line: str) -> None:
    kb = get_kennisbank()
    case = replace(leeg(kb), stand=Stand(interventie=name), kleine_stap=(line,), kracht_gesprek=((line, name),))
    page = maak_verslag(kb, case, "html").decode("utf-8")
    assert page.count("<h1>") == 1
    assert "<script" not in page
