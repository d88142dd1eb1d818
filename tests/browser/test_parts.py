"""Citations, pictures, the overview, downloads, thumbs and files, each with the real server behind it."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import PATIENCE, Chat, axe
from tests.server.conftest import Server

STARTS = {"html": b"<!doctype html>", "pdf": b"%PDF-", "docx": b"PK"}


@pytest.fixture
def begun(chat: Chat) -> Chat:
    """A check with a few answers."""
    chat.choose("Start de keuzehulp")
    for text in ("Samen Sterk", "vo", "alle leerlingen", "ja, elke week", "nee", "een beetje"):
        chat.say(text)
    return chat


def test_citations_open_their_passage(chat: Chat, page: Page) -> None:
    chat.say("wat is veerkracht?")
    cites = chat.find(".cite")
    shown = [c for m in chat.bot_messages() for c in m["citations"]]
    assert shown
    assert cites.count() == len(shown), "every citation can be opened"
    for n in range(cites.count()):
        cites.nth(n).click()
        source = chat.find(".source").last
        assert cites.nth(n).get_attribute("aria-expanded") == "true"
        assert len(source.inner_text().strip()) > 40
        axe(page, "source open")
        cites.nth(n).click()
        expect(chat.find(".source")).to_have_count(0)


def test_a_citation_in_a_sentence_is_one_whole(begun: Chat) -> None:
    """What stands between brackets is one citation, also where a sentence rests on several sources."""
    begun.say("wat zegt onderzoek over doelen stellen?")
    begun.say("wat is psycho-educatie en wat zegt onderzoek daarover?")
    begun.say("vergelijk Kanjertraining met VRIENDEN")
    shown = begun.find(".bubble > :not(.loose) .cite, .bubble > p > .cite").all_text_contents()
    assert len(shown) > 8
    for text in shown:
        assert text.startswith("(")
        assert text.endswith(";") or text.rstrip(".,;:").endswith(")"), f"{text!r} is part of a longer citation"


def test_overview_shows_and_changes_answers(begun: Chat, page: Page) -> None:
    begun.menu("overview")
    change = begun.find("[data-change=probleemoplossend_vermogen]")
    change.wait_for()
    assert begun.find(".answers li").count() == 3
    axe(page, "overview")
    change.click()
    axe(page, "overview, changing")
    begun.find("input[value=ja]").check()
    begun.find(".answers form .solid").click()
    expect(begun.find(".done")).to_contain_text("Probleemoplossend vermogen", timeout=PATIENCE)
    row = begun.find(".answers li", has=page.locator("[data-change=probleemoplossend_vermogen]"))
    expect(row.locator(".value")).to_have_text("ja, duidelijk")
    axe(page, "overview, changed")
    page.reload()
    begun.ready().idle()
    begun.menu("overview")
    expect(row.locator(".value")).to_have_text("ja, duidelijk")
    page.keyboard.press("Escape")
    assert "Probleemoplossend vermogen" in begun.said()[-3] + begun.said()[-2] + begun.said()[-1]


def test_reports_arrive(begun: Chat, page: Page) -> None:
    begun.menu("report")
    for kind, start in STARTS.items():
        with page.expect_download(timeout=PATIENCE) as download:
            begun.find(f"[data-report={kind}]").click()
        assert download.value.suggested_filename == f"verslag-veerkracht.{kind}"
        content = download.value.path().read_bytes()
        assert content[:20].lower().startswith(start.lower())
        if kind == "docx":
            assert "word/document.xml" in zipfile.ZipFile(BytesIO(content)).namelist()
        if kind == "html":
            assert "Samen Sterk" in content.decode()
            assert "<script" not in content.decode()
        expect(begun.find(".done")).to_contain_text("downloads")
    axe(page, "report")


def test_report_before_any_answer_is_refused_in_words(chat: Chat) -> None:
    chat.choose("Wat is veerkracht?")
    chat.menu("report")
    chat.find("[data-report=pdf]").click()
    expect(chat.find(".view .error")).to_contain_text("eerst antwoorden nodig")


def test_asking_for_the_report_leads_to_it(begun: Chat, page: Page) -> None:
    """The message has the picture of the answers with its table, and a button to the three forms of the report."""
    begun.say("maak een verslag")
    figure = begun.find("figure").last
    expect(figure.locator("img")).to_be_visible()
    assert figure.locator("img").evaluate("(img) => img.naturalWidth > 0 && img.clientHeight > 60")
    assert "Inhoud" in (figure.locator("img").get_attribute("alt") or "")
    assert figure.locator("tbody tr").count() == 15
    axe(page, "picture")
    begun.find(".bot button", has_text="verslag").last.click()
    expect(begun.find("[data-report=pdf]")).to_be_visible()
    page.keyboard.press("Escape")
    page.reload()
    begun.ready().idle()
    expect(begun.find("figure img")).to_be_visible()


def test_comparison_has_a_picture_with_its_table(chat: Chat, page: Page) -> None:
    chat.say("vergelijk Kanjertraining met VRIENDEN")
    figure = chat.find("figure")
    expect(figure.locator("img")).to_be_visible()
    assert "Kanjertraining" in (figure.locator("img").get_attribute("alt") or "")
    assert figure.locator("tbody tr").count() >= 15
    axe(page, "comparison")


def test_transcript(begun: Chat, page: Page) -> None:
    with page.expect_download() as download:
        begun.menu("transcript")
    assert download.value.suggested_filename == "gesprek-keuzehulp.txt"
    text = download.value.path().read_text(encoding="utf-8")
    assert "Jij: Samen Sterk" in text
    assert "Dit is een chatbot, geen mens." in text


def test_thumb_with_a_line(chat: Chat, page: Page, server: Server) -> None:
    chat.say("wat is veerkracht?")
    chat.find("[data-thumb$=down]").click()
    axe(page, "thumb")
    chat.find("input[name=note]").fill("Te lang voor ons")
    chat.find(".line button").click()
    expect(chat.find(".rating .state")).to_have_text("Dank je wel.")
    assert "Te lang voor ons" in (server.data / "beoordelingen.jsonl").read_text()


def test_file_is_read(chat: Chat) -> None:
    text = "Ons programma heet Samen sterk. Leerlingen oefenen elke week met een rollenspel. Ouders komen kijken."
    chat.find("input[type=file]").set_input_files(
        {"name": "programma.txt", "mimeType": "text/plain", "buffer": text.encode()}
    )
    chat.idle()
    assert not [i for i in chat.items() if i.get("failed")]
    assert chat.bot_messages()


def test_starting_again_asks_first(begun: Chat, page: Page) -> None:
    said = begun.said()
    begun.menu("restart")
    axe(page, "confirmation")
    begun.find("[data-no]").click()
    assert begun.said() == said
    begun.menu("restart")
    begun.find("[data-yes]").click()
    expect(begun.find(".note")).to_have_text("Dit is een nieuw gesprek.")
    expect(begun.find(".dock .choice").first).to_have_text("Start de keuzehulp")
    begun.choose("Start de keuzehulp")
    begun.menu("overview")
    expect(begun.find(".view")).to_contain_text("Er zijn nog geen antwoorden")


def test_chatbot_and_privacy_line_always_in_sight(begun: Chat) -> None:
    for view in (None, "overview", "report"):
        if view:
            begun.menu(view)
        expect(begun.find(".head")).to_contain_text("Dit is een chatbot, geen mens.")
        expect(begun.find(".foot")).to_be_in_viewport()
        expect(begun.find(".foot")).to_contain_text("Typ geen namen")
