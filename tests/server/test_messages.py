"""From Rasa's events to the widget and back: escaping, cleaning, buttons, history."""

from __future__ import annotations

import json
import math
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from keuzehulp.kennisbank import get_kennisbank
from keuzehulp.kennisbank.weergave import bron_gegevens, citaat_gegevens, toon_bron, zin
from keuzehulp.server import messages
from keuzehulp.vergelijken import Eigen, als_tekst, vergelijk


@pytest.mark.parametrize(
    "typed", ["/restart", "/affirm", ' /affirm{"x":"1"}', "/", "//restart", "\u200b/restart", "\ufeff/stop"]
)
def test_a_typed_command_stays_text(typed: str) -> None:
    text = messages.as_text(messages.clean(typed))
    message = YAMLStoryReader.unpack_regex_message(Message({TEXT: text}))
    assert message.get(INTENT) is None
    assert messages.as_typed(text) == typed.strip("\u200b\ufeff ")


@given(st.text(max_size=300))
def test_no_text_becomes_a_command_or_breaks(text: str) -> None:
    cleaned = messages.clean(text)
    assert not messages.as_text(cleaned).strip().startswith("/")
    cleaned.encode("utf-8")
    assert not [c for c in cleaned if unicodedata.category(c) == "Cc" and c not in "\n\t"]
    assert messages.clean(cleaned) == cleaned


def test_broken_characters_are_dropped() -> None:
    assert messages.clean("a\ud800b\x00c\u202ed\r\ne") == "abcd\ne"


def bot(text: str, *payloads: str) -> dict[str, object]:
    return {"event": "bot", "text": text, "data": {"buttons": [{"title": p.upper(), "payload": p} for p in payloads]}}


USER = {"event": "user", "text": "x"}


def test_a_button_counts_when_it_was_offered() -> None:
    assert messages.offered([bot("?", "/affirm")], "/affirm") == "/AFFIRM"
    assert messages.offered([bot("?", "/affirm")], "/deny") is None
    assert messages.offered([], "/restart") is None
    assert messages.offered([], "/start_check") == "Start de keuzehulp"


def test_an_answer_counts_for_the_open_question_only() -> None:
    newest_first = [bot("tweede vraag"), USER, bot("eerste vraag", "/affirm", "/help")]
    assert messages.offered(newest_first, "/affirm") is None
    assert messages.offered(newest_first, "/help") == "/HELP"


def test_an_old_button_is_forgotten() -> None:
    events = [USER, bot("a"), USER, bot("b"), USER, bot("c", "/help")]
    assert messages.offered(events, "/help") is None


def test_wire_keeps_structure() -> None:
    event = BotUttered(
        "Hoi",
        data={"buttons": [{"title": "Ja", "payload": "/affirm"}]},
        metadata={
            "bronnen": [{"label": "T § 1", "titel": "Kop", "passage": "Tekst", "bron": "T"}] * 2,
            "metadata": {"voortgang": {"blok": "Inhoud", "nr": 1, "van": 5, "totaal_nr": 1, "totaal": 15}},
            "beeld": {"svg": "<svg/>", "alt": "Beeld", "table": {"kop": ["a"], "rijen": [["b"]]}},
        },
    )
    out = messages.wire(event.message())
    assert out["buttons"] == [{"title": "Ja", "payload": "/affirm"}]
    assert out["citations"] == [{"label": "T § 1", "title": "Kop", "passage": "Tekst"}], "once"
    assert out["progress"]["totaal"] == 15
    assert out["image"]["alt"] == "Beeld"


def test_addresses_of_pictures_do_not_reach_the_browser() -> None:
    event = BotUttered("Kijk", data={"image": "https://example.org/x.png"})
    assert messages.wire(event.message())["image"] is None


def test_history_has_the_ids_of_the_stream_and_titles_instead_of_payloads() -> None:
    said = BotUttered("Hoi", timestamp=1234.5678)
    events = [
        UserUttered("/affirm", metadata={"titel": "Ja, klopt"}),
        said,
        UserUttered(messages.as_text("/restart")),
    ]
    shown = messages.history(DialogueStateTracker.from_events("x", events))
    assert [m["text"] for m in shown] == ["Ja, klopt", "Hoi", "/restart"]
    assert shown[1]["id"] == messages.wire(said.message())["id"]
    assert len({m["id"] for m in shown}) == 3


def test_a_sentence_that_rests_on_several_sources_has_one_citation() -> None:
    kb = get_kennisbank()
    statement = next(u for u in kb.uitspraken.values() if len(u.bronnen) > 1)
    sources = bron_gegevens(kb, statement)
    out = messages.wire(BotUttered(zin(kb, statement), metadata={"bronnen": sources}).message())
    assert [c["label"] for c in out["citations"]] == [toon_bron(kb, statement.bronnen)]
    assert f"({out['citations'][0]['label']})" in out["text"]
    apart = messages.wire(BotUttered("Iets anders.", metadata={"bronnen": sources}).message())
    assert [c["label"] for c in apart["citations"]] == list(dict.fromkeys(s["label"] for s in sources))
    gone = messages.wire(BotUttered("Oud.", metadata={"bronnen": [{**s, "bron": "weg"} for s in sources]}).message())
    assert len(gone["citations"]) == len(apart["citations"])


def test_statements_that_a_sentence_joins_have_one_citation() -> None:
    kb = get_kennisbank()
    codings = [i.codering["oefenen"] for i in kb.interventies.values()][:2]
    label = toon_bron(kb, [b for c in codings for b in c.bronnen])
    sources = [s for c in codings for s in bron_gegevens(kb, c)]
    out = messages.wire(BotUttered(f"Naast elkaar ({label}).", metadata={"bronnen": sources}).message())["citations"]
    assert [c["label"] for c in out] == [label]
    assert len(out[0]["passage"].splitlines()) == 2
    same = [bron_gegevens(kb, u) for u in kb.uitspraken.values() if toon_bron(kb, u.bronnen) == "Trimbos § 1.1"][:2]
    text = "Het een (Trimbos § 1.1). Het ander (Trimbos § 1.1)."
    both = messages.wire(BotUttered(text, metadata={"bronnen": [*same[0], *same[1]]}).message())["citations"]
    assert len(both) == 2, "two sentences with the same label keep their own passage"


def test_every_citation_of_a_comparison_is_a_whole_and_in_its_place() -> None:
    kb = get_kennisbank()
    own = Eigen("Samen Sterk", {"ouders": "ja", "oefenen": "nee"})
    text = als_tekst(kb, vergelijk(kb, [own, "kanjertraining", "vrienden"]))
    sources = [s for ids in text.citaten for s in citaat_gegevens(kb, [kb.uitspraken[id] for id in ids])]
    out = messages.wire(BotUttered(text.tekst, metadata={"bronnen": sources}).message())["citations"]
    at = 0
    for citation in out:
        at = text.tekst.index(f"({citation['label']}", at) + len(citation["label"]) + 1
        assert text.tekst[at] in ");"
    assert len(out) == text.tekst.count("(Trimbos") + text.tekst.count("(Mertens")


def test_messages_of_one_moment_have_names_of_their_own() -> None:
    # A fast machine makes two messages within a microsecond; the widget leaves out a message that it knows by name.
    made = 1_763_836_000.123456
    assert messages.message_id(made) != messages.message_id(math.nextafter(made, math.inf))
    assert messages.message_id(made) == messages.message_id(json.loads(json.dumps(made)))
