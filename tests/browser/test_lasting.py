"""What a conversation outlives: a reload, another page, another tab, a server that stops. And what it does not."""

from __future__ import annotations

import signal

from playwright.sync_api import Page, expect

from tests.browser.chat import PATIENCE, Chat, Visit
from tests.browser.school import Page as SchoolPage
from tests.browser.school import School, guide_policy, script_tag
from tests.server.conftest import Server

OPENING = ("Samen Sterk", "vo", "alle leerlingen", "ja, elke week", "nee")


def begun(chat: Chat) -> list[str]:
    """A check in its middle."""
    chat.choose("Start de keuzehulp")
    for text in OPENING:
        chat.say(text)
    where = chat.progress()
    assert where is not None
    assert where["totaal_nr"] == 3
    return chat.said()


def test_reload(chat: Chat, page: Page) -> None:
    said, where = begun(chat), chat.progress()
    buttons = chat.find(".dock .choice").all_inner_texts()
    page.reload()
    chat.ready().idle()
    assert chat.said() == said
    assert chat.progress() == where
    assert chat.find(".dock .choice").all_inner_texts() == buttons
    assert chat.say("een beetje")
    after = chat.progress()
    assert after is not None
    assert after["totaal_nr"] == 4


def test_another_page_of_the_intranet(server: Server, school: School, page: Page) -> None:
    policy, line = guide_policy(server.url), script_tag(server.url)
    school.add("/rooster", SchoolPage("Rooster", "<p>Rooster van vandaag.</p>", line, policy))
    page.goto(school.add("/start", SchoolPage("Start", '<p><a href="/rooster">Rooster</a></p>', line, policy)))
    said = begun(Chat(page).ready().open())
    page.get_by_role("link", name="Rooster").click()
    page.wait_for_url("**/rooster")
    chat = Chat(page).ready()
    chat.find(".dock .choice").first.wait_for()
    assert chat.said() == said
    kept = page.evaluate("() => Object.entries(localStorage)")
    assert [name for name, _ in kept] == [f"keuzehulp:{server.url}"], "one thing is kept"
    assert sorted(page.evaluate("(text) => Object.keys(JSON.parse(text))", kept[0][1])) == ["open", "token"]
    assert page.context.cookies() == []
    assert chat.say("een beetje")


def test_demonstration_goes_on_at_the_timetable(server: Server, visit: Visit) -> None:
    page = visit(f"{server.url}/demo")
    said = begun(Chat(page).ready().open())
    page.get_by_role("link", name="Rooster").first.click()
    page.wait_for_url("**/demo-rooster.html")
    chat = Chat(page).ready()
    chat.find(".dock .choice").first.wait_for()
    assert chat.said() == said


def test_two_tabs_follow_each_other(chat: Chat, page: Page, server: Server) -> None:
    chat.choose("Start de keuzehulp")
    other = page.context.new_page()
    other.goto(f"{server.url}/")
    second = Chat(other).ready()
    second.idle()
    second.say("Samen Sterk")
    page.bring_to_front()
    page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_function(
        "(n) => document.querySelector('keuzehulp-chat').conversation.items.length === n", arg=second.count()
    )
    assert chat.said() == second.said()


def test_two_browsers_do_not_see_each_other(server: Server, visit: Visit) -> None:
    one, two = (Chat(visit(f"{server.url}/")).ready() for _ in range(2))
    one.choose("Start de keuzehulp")
    one.say("Project Pimpelmees")
    two.choose("Wat is veerkracht?")
    for chat in (one, two):
        chat.page.reload()
        chat.ready().idle()
    assert one.token() != two.token()
    assert "Pimpelmees" in "".join(one.said())
    assert "Pimpelmees" not in "".join(two.said())
    two.menu("overview")
    expect(two.find(".view")).to_contain_text("Er zijn nog geen antwoorden")


def test_a_server_that_stops_in_mid_check(chat: Chat, page: Page, server: Server) -> None:
    """A clear line and the text kept while it is away; everything back, once, when it has started again."""
    said, where = begun(chat), chat.progress()
    server.stop(signal.SIGKILL)
    try:
        chat.send("een beetje, in de mentorles")
        error = chat.find(".user .error")
        expect(error).to_contain_text("De server antwoordt niet")
        assert chat.find(".user", has_text="een beetje, in de mentorles").count() == 1
        error.locator("button").click()
        expect(error).to_contain_text("De server antwoordt niet")
        assert chat.said()[:-1] == said
        assert chat.find(".dock .choice").count() > 0, "the question can still be answered"
        chat.menu("overview")
        expect(chat.find(".view .error")).to_contain_text("De antwoorden konden niet worden geladen")
        page.keyboard.press("Escape")
        chat.menu("report")
        chat.find("[data-report=html]").click()
        expect(chat.find(".view .error")).to_contain_text("Het verslag is niet gelukt")
        page.keyboard.press("Escape")
        chat.menu("wipe")
        chat.find("[data-yes]").click()
        expect(chat.find(".note").last).to_contain_text("niet gelukt")
    finally:
        server.start()
    error.locator("button").click()
    chat.idle()
    after = chat.progress()
    assert where is not None
    assert after is not None
    assert after["totaal_nr"] == where["totaal_nr"] + 1
    assert [i["text"] for i in chat.items() if i["kind"] == "user"].count("een beetje, in de mentorles") == 1
    whole = [line for line in chat.said() if not line.startswith("note:")]
    page.reload()
    chat.ready().idle()
    assert chat.said() == whole


def test_history_that_does_not_come(chat: Chat, page: Page) -> None:
    chat.choose("Start de keuzehulp")
    said = chat.said()
    page.route("**/history", lambda route: route.abort())
    page.reload()
    chat.ready()
    error = chat.find(".log .error")
    expect(error).to_contain_text("Je gesprek kon niet worden geladen")
    page.unroute("**/history")
    error.locator("button").click()
    chat.idle()
    assert chat.said() == said


def test_without_internet(chat: Chat, page: Page) -> None:
    chat.choose("Start de keuzehulp")
    page.context.set_offline(True)
    expect(chat.find(".offline")).to_be_visible()
    chat.send("Samen Sterk")
    expect(chat.find(".user .error")).to_be_visible()
    page.context.set_offline(False)
    expect(chat.find(".offline")).to_have_count(0)
    chat.find(".user .error button").click()
    chat.idle()
    assert chat.find(".user .error").count() == 0
    assert len([line for line in chat.said() if line == "user: Samen Sterk"]) == 1


def test_an_answer_that_is_cut_off_is_not_asked_twice(chat: Chat, page: Page) -> None:
    """The message arrives, its answer does not: trying again fetches the answer instead of sending once more."""
    chat.choose("Start de keuzehulp")
    answered = []

    def swallow(route: object) -> None:
        answered.append(route.fetch(timeout=PATIENCE).status)  # type: ignore[attr-defined]
        route.abort()  # type: ignore[attr-defined]

    page.route("**/messages", swallow, times=1)
    chat.send("Samen Sterk")
    chat.find(".user .error button").click()
    chat.idle()
    assert answered == [200]
    assert chat.find(".user .error").count() == 0
    said = chat.said()
    assert said.count("user: Samen Sterk") == 1
    page.reload()
    chat.ready().idle()
    assert chat.said() == said


def test_wiping_deletes_on_the_server_too(chat: Chat, page: Page, server: Server) -> None:
    chat.choose("Start de keuzehulp")
    chat.say("Project Koolmezen")
    token = chat.token()
    assert token is not None
    assert b"Koolmezen" in server.stored()
    chat.menu("wipe")
    chat.find("[data-yes]").click()
    expect(chat.find(".note").last).to_have_text("Je gesprek is gewist, hier en op de server.")
    assert b"Koolmezen" not in server.stored()
    assert token.split(".")[1].encode() not in server.stored()
    assert chat.token() is None
    status = page.evaluate(
        """async ([url, token]) => (await fetch(url, { headers: { Authorization: `Bearer ${token}` } })).status""",
        [f"{server.base}/history", token],
    )
    assert status == 401
    page.reload()
    chat.ready().idle()
    assert chat.said() == []
    chat.choose("Start de keuzehulp")
    assert chat.token() not in (None, token)
