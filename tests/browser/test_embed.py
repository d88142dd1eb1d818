"""One line in a school's intranet: a page of another origin, with CSS and a CSP of its own."""

from __future__ import annotations

import requests
from playwright.sync_api import Page, expect

from tests.browser.chat import Chat, Visit, Watcher, active, axe
from tests.browser.school import Page as SchoolPage
from tests.browser.school import School, guide_policy, script_tag
from tests.server.conftest import Server

_LOOKS = """() => {
  const host = document.querySelector('keuzehulp-chat');
  const bubble = getComputedStyle(host.shadowRoot.querySelector('.bot .bubble'));
  const outer = getComputedStyle(host);
  return [bubble.fontSize, bubble.textAlign, bubble.letterSpacing, bubble.textTransform, bubble.borderStyle,
    outer.opacity, outer.transform];
}"""


def test_hostile_page_under_a_strict_policy(server: Server, school: School, page: Page, watcher: Watcher) -> None:
    """The policy is the strictest one with the lines of docs/embed.md; the CSS reaches for everything."""
    policy = guide_policy(server.url)
    assert "unsafe" not in policy
    url = school.add("/nieuws", SchoolPage("Nieuws", "<p>Welkom.</p>", script_tag(server.url), policy, "/hostile.css"))
    page.goto(url)
    chat = Chat(page).ready()
    axe(page, "hostile page, closed")
    chat.open()
    chat.choose("Start de keuzehulp")
    assert page.evaluate(_LOOKS) == ["16px", "start", "normal", "none", "solid", "1", "none"]
    chat.say("geen naam")
    assert "veerkracht" in chat.say("wat is veerkracht?")
    chat.find(".cite").last.click()
    expect(chat.find(".source")).to_be_visible()
    axe(page, "hostile page, talking")
    watcher.clean()
    assert watcher.elsewhere(school.url, server.url) == []
    assert page.context.cookies() == []


def test_report_and_thumb_from_another_origin(server: Server, school: School, page: Page, watcher: Watcher) -> None:
    """Downloads and every kind of request pass the policy and the CORS rules of the server."""
    url = school.add("/verslag", SchoolPage("Verslag", "", script_tag(server.url), guide_policy(server.url)))
    page.goto(url)
    chat = Chat(page).ready().open()
    chat.choose("Start de keuzehulp")
    for text in ("geen naam", "vo", "alle leerlingen", "ja"):
        chat.say(text)
    chat.find("[data-thumb$=up]").last.click()
    chat.find("input[name=note]").fill("Duidelijk")
    chat.find(".line button").click()
    expect(chat.find(".rating .state")).to_have_text("Dank je wel.")
    chat.menu("report")
    with page.expect_download(timeout=120_000) as download:
        chat.find("[data-report=pdf]").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")
    page.keyboard.press("Escape")
    chat.menu("overview")
    expect(chat.find("[data-change]").first).to_be_visible()
    page.keyboard.press("Escape")
    chat.menu("wipe")
    chat.find("[data-yes]").click()
    expect(chat.find(".note").last).to_contain_text("gewist")
    watcher.clean()


def _framed(page: Page, server: Server) -> Chat:
    inside = page.frame(url=f"{server.url}/embed")
    assert inside is not None
    chat = Chat(page, inside).ready()
    chat.idle()
    return chat


def _with_frame(server: Server) -> SchoolPage:
    frame = f'<iframe src="{server.url}/embed" title="Keuzehulp Veerkracht" width="420" height="700"></iframe>'
    return SchoolPage("In een frame", frame, "", guide_policy(server.url, frame=True))


def test_iframe_of_another_origin(server: Server, school: School, page: Page, watcher: Watcher) -> None:
    school.add("/frame", _with_frame(server))
    page.goto(f"{school.near}/frame")
    chat = _framed(page, server)
    chat.choose("Start de keuzehulp")
    chat.say("Samen Sterk")
    said = chat.said()
    axe(chat.frame, "iframe")
    axe(page, "page with the iframe")
    page.reload()
    assert _framed(page, server).said() == said
    watcher.clean()


def test_iframe_where_the_browser_keeps_nothing(server: Server, school: School, page: Page, watcher: Watcher) -> None:
    """On a wholly different site a browser may refuse storage in a frame; the conversation lasts as long as the page."""
    page.goto(school.add("/verre-frame", _with_frame(server)))
    chat = _framed(page, server)
    chat.choose("Start de keuzehulp")
    assert "Samen Sterk" in chat.say("Samen Sterk")
    page.reload()
    again = _framed(page, server)
    assert not [i for i in again.items() if i.get("failed")]
    assert again.find(".dock .choice").count() > 0
    watcher.clean()


def test_iframe_on_a_website_that_is_not_listed(server: Server, stranger: School, page: Page) -> None:
    frame = f'<iframe src="{server.url}/embed" title="Keuzehulp"></iframe>'
    page.goto(stranger.add("/frame", SchoolPage("Vreemd", frame)))
    page.wait_for_timeout(1500)
    assert all(f.locator("keuzehulp-chat").count() == 0 for f in page.frames)


def test_website_that_is_not_listed_is_refused_in_words(server: Server, stranger: School, page: Page) -> None:
    page.goto(stranger.add("/", SchoolPage("Vreemd", "", script_tag(server.url))))
    chat = Chat(page).ready().open()
    chat.send("hallo")
    error = chat.find(".user .error")
    expect(error).to_contain_text("Deze website mag de keuzehulp niet gebruiken")
    expect(error).to_contain_text(stranger.url)
    axe(page, "origin refused")
    assert chat.token() is None
    answer = requests.post(f"{server.base}/conversations", json={}, headers={"Origin": stranger.url}, timeout=60)
    assert answer.status_code == 403
    assert "Deze website mag de keuzehulp niet gebruiken" in answer.json()["error"]


def test_policy_without_the_connection_is_told_with_the_line_to_add(server: Server, school: School, page: Page) -> None:
    policy = guide_policy(server.url).replace(f"connect-src 'self' {server.url}", "connect-src 'self'")
    page.goto(school.add("/dicht", SchoolPage("Dicht", "", script_tag(server.url), policy)))
    chat = Chat(page).ready().open()
    chat.send("hallo")
    expect(chat.find(".user .error")).to_contain_text(f"connect-src {server.url}")


def test_policy_without_our_trusted_types_leaves_a_link(server: Server, school: School, page: Page) -> None:
    policy = guide_policy(server.url).replace("trusted-types lit-html", "trusted-types 'none'")
    page.goto(school.add("/types", SchoolPage("Types", "", script_tag(server.url), policy)))
    expect(page.locator(f'a[href="{server.url}/"]')).to_be_visible()


def test_attributes_of_the_line(server: Server, school: School, page: Page) -> None:
    attributes = (
        'data-title="Hulp bij kiezen" data-label="Vraag het hier" data-color="#ffd400" data-position="left" '
        'data-contact-url="mailto:zorgteam@school.example" data-contact-text="Mail het zorgteam" data-theme="dark" '
        'data-privacy-url="/eigen-privacy" data-form-url="/eigen-formulier" data-open'
    )
    page.goto(school.add("/anders", SchoolPage("Anders", "", script_tag(server.url, attributes))))
    chat = Chat(page).ready()
    expect(chat.find("#title")).to_have_text("Hulp bij kiezen")
    assert active(page) == "body", "a chat that opens by itself leaves the focus to the page"
    box = chat.find("dialog.panel").bounding_box()
    assert box is not None
    assert box["x"] < 100
    assert chat.find('.foot a[href^="mailto:zorgteam"]').inner_text() == "Mail het zorgteam"
    assert chat.find(f'.foot a[href="{school.url}/eigen-privacy"]').count() == 1
    assert chat.find(f'.foot a[href="{school.url}/eigen-formulier"]').count() == 1
    axe(page, "attributes, dark, yellow")
    chat.find("#closebutton").click()
    expect(chat.find(".launcher")).to_have_text("Vraag het hier")
    axe(page, "attributes, closed")


def test_one_line_gives_the_form_and_the_privacy_page(server: Server, school: School, page: Page) -> None:
    """Without any attribute the way to the form and to the privacy page is there."""
    page.goto(school.add("/kaal", SchoolPage("Kaal", "", script_tag(server.url))))
    chat = Chat(page).ready().open()
    for name in ("formulier", "privacy"):
        address = chat.find(f'.foot a[href="{server.url}/{name}"]').get_attribute("href")
        assert address
        assert requests.get(address, timeout=30).status_code == 200


def test_demonstration_intranet(server: Server, visit: Visit) -> None:
    page = visit(f"{server.url}/demo")
    watcher = Watcher(page)
    page.reload()
    assert page.url == f"{server.url}/pages/demo.html"
    chat = Chat(page).ready()
    axe(page, "demonstration, closed")
    chat.open()
    chat.choose("Wat is veerkracht?")
    assert "eerkracht" in chat.said()[-1]
    axe(page, "demonstration, open")
    watcher.clean()
    assert watcher.elsewhere(server.url) == []
