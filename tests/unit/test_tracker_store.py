"""What reaches the database: masked turns, nothing of a crisis, older events as they were."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from keuzehulp import inzicht
from keuzehulp.privacy import NIET_BEWAARD
from keuzehulp.rasa.tracker_store import MaskingSQLTrackerStore, mask_events

SECRET = "Sanne de Vries"
MESSAGE = f"{SECRET} uit 2B zit in de groep, mail s.devries@school.nl of bel 06-12345678, bsn 123456782"
PIECES = ("sanne", "vries", "school.nl", "12345678", "123456782")
CRISIS = "een leerling zei dat het leven geen zin meer heeft en wil vanavond springen"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KEUZEHULP_DATA", str(tmp_path))
    return tmp_path


@pytest.fixture
def store(folder: Path) -> Iterator[MaskingSQLTrackerStore]:
    made = MaskingSQLTrackerStore(domain=Domain.empty())
    yield made
    made.engine.dispose()


def said(text: str, intent: str = "inform", entities: list[dict[str, Any]] | None = None, **more: Any) -> UserUttered:
    found = entities or []
    parse = {
        "text": text,
        "intent": {"name": intent, "confidence": 0.9},
        "intent_ranking": [{"name": intent, "confidence": 0.9}],
        "entities": found,
        "text_tokens": [(0, 5)],
        "onverwacht": {"tekst": text},
    }
    return UserUttered(text, parse["intent"], found, parse, **more)


def save(store: MaskingSQLTrackerStore, tracker: DialogueStateTracker, *events: Event) -> DialogueStateTracker:
    for event in events:
        tracker.update(event)
    asyncio.run(store.save(tracker))
    found = asyncio.run(store.retrieve(tracker.sender_id))
    assert found is not None
    return found


def new(store: MaskingSQLTrackerStore, sender: str = "gesprek") -> DialogueStateTracker:
    return asyncio.run(store.get_or_create_tracker(sender))


def stored_bytes(folder: Path) -> bytes:
    """Every byte in the data folder: database, WAL and shared memory."""
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def nothing_of(pieces: tuple[str, ...], folder: Path) -> None:
    data = stored_bytes(folder).lower()
    found = [piece for piece in pieces if piece.lower().encode() in data or piece.lower().encode("utf-16-le") in data]
    assert not found


def test_a_message_is_masked_in_every_part(store: MaskingSQLTrackerStore, folder: Path) -> None:
    entities = [
        {"entity": "interventie", "value": SECRET, "start": 0, "end": 14, "extractor": "KeuzehulpEntiteiten"},
        {"entity": "aantal", "value": "12"},
    ]
    tracker = save(store, new(store), said(MESSAGE, entities=entities))
    event = tracker.events[-1]
    assert event.text.startswith("[naam] uit 2B")
    assert event.parse_data["text"] == event.text
    assert [e["value"] for e in event.entities] == ["[naam]", "12"]
    assert event.intent["name"] == "inform"
    assert set(event.parse_data) == {"text", "intent", "intent_ranking", "entities", "metadata", "message_id"}
    nothing_of(PIECES, folder)


def test_slots_from_text_are_masked(store: MaskingSQLTrackerStore, folder: Path) -> None:
    tracker = save(
        store,
        new(store),
        said(MESSAGE),
        SlotSet("interventie", MESSAGE[:60]),
        SlotSet("voorstellen", {"oefenen": {"zin": f"{SECRET} oefent elke week."}}),
        SlotSet("lijst", [f"met {SECRET}", 3, None, True]),
        SlotSet("oefenen", "ja"),
        SlotSet("aantal", 12),
    )
    values = {e.key: e.value for e in tracker.events if isinstance(e, SlotSet)}
    assert values["voorstellen"] == {"oefenen": {"zin": "[naam] oefent elke week."}}
    assert values["lijst"] == ["met [naam]", 3, None, True]
    assert (values["oefenen"], values["aantal"]) == ("ja", 12)
    nothing_of(PIECES, folder)


def test_what_the_bot_repeats_is_masked(store: MaskingSQLTrackerStore, folder: Path) -> None:
    tracker = save(
        store,
        new(store),
        said("leerling Xeno Pluimakers doet mee", entities=[{"entity": "interventie", "value": "Xeno Pluimakers"}]),
        BotUttered(
            "‘Xeno  Pluimakers’ staat niet beschreven. XENO PLUIMAKERS of Xeno?",
            {"buttons": [{"title": "Xeno Pluimakers", "payload": '/inform{"interventie": "xeno pluimakers"}'}]},
            metadata={"naam": "xeno pluimakers"},
        ),
    )
    assert tracker.events[-1].text.startswith("‘[naam]’ staat niet")
    nothing_of(("xeno", "pluimakers"), folder)


@pytest.mark.parametrize("length", range(20, len(MESSAGE)))
def test_a_name_that_was_cut_off_is_masked(length: int) -> None:
    """The name of a programme is kept up to 60 characters; the cut may go through an address."""
    cut = MESSAGE[:length]
    events = [said(MESSAGE), SlotSet("interventie", cut), BotUttered(f"‘{cut}’ staat niet beschreven.")]
    mask_events(events)
    kept = f"{events[1].value} {events[2].text}".lower()
    for piece in ("sanne", "vries", "school.", "1234", "06-"):
        assert piece not in kept


def test_our_own_texts_stay_as_they_are(store: MaskingSQLTrackerStore) -> None:
    text = "Oefenen hangt samen met sterkere effecten (Mertens et al., 2020; Trimbos § 5.3.1.2). Bel 0800-0113 of 113."
    tracker = save(store, new(store), said(MESSAGE), BotUttered(text, {"elements": None}))
    assert tracker.events[-1].text == text


def test_a_name_is_not_cut_out_of_a_longer_word(store: MaskingSQLTrackerStore) -> None:
    tracker = save(store, new(store), said("leerling Jan doet mee"), BotUttered("In januari begint Jan."))
    assert tracker.events[-1].text == "In januari begint [naam]."


@pytest.mark.parametrize("metadata", [{"masked": True}, {"masked": "ja", "tekst": MESSAGE}])
def test_the_client_cannot_turn_masking_off(
    metadata: dict[str, Any], store: MaskingSQLTrackerStore, folder: Path
) -> None:
    save(store, new(store), said(MESSAGE, metadata=metadata))
    nothing_of(PIECES, folder)


def test_metadata_of_a_session_is_masked(store: MaskingSQLTrackerStore, folder: Path) -> None:
    save(store, new(store), SlotSet("session_started_metadata", {"wie": SECRET}), SessionStarted())
    nothing_of(("sanne", "vries"), folder)


def test_nothing_of_a_crisis_message_is_kept(store: MaskingSQLTrackerStore, folder: Path) -> None:
    entities = [{"entity": "interventie", "value": "geen zin meer"}, {"entity": "element", "value": "coping"}]
    tracker = save(
        store,
        new(store),
        said("hallo", "greet"),
        said(CRISIS, "crisis", entities, metadata={"tekst": CRISIS}),
        SlotSet("interventie", "het leven geen zin meer"),
        SlotSet("sector", "vo"),
        SlotSet("voorstellen", {"coping": {"zin": CRISIS}}),
        BotUttered("Bel 112 bij gevaar. 113 of 0800-0113.", {"custom": {"zin": CRISIS}}),
        BotUttered(f"Je schreef: {CRISIS.upper()}"),
    )
    event = next(e for e in tracker.events if isinstance(e, UserUttered) and e.intent_name == "crisis")
    assert event.text == event.parse_data["text"] == NIET_BEWAARD
    assert event.entities == event.parse_data["entities"] == []
    slots = {e.key: e.value for e in tracker.events if isinstance(e, SlotSet)}
    assert slots["interventie"] is None
    assert slots["sector"] == "vo"
    assert any(isinstance(e, BotUttered) and e.text.startswith("Bel 112") for e in tracker.events)
    nothing_of(("springen", "geen zin", "vanavond"), folder)
    save(store, tracker, said("bedankt", "thank"), BotUttered("Graag gedaan."))
    nothing_of(("springen", "geen zin", "vanavond"), folder)


def test_older_events_are_never_written_again(store: MaskingSQLTrackerStore, folder: Path) -> None:
    tracker = save(store, new(store), said("we oefenen elke week"), BotUttered("Goed."))

    def rows() -> list[tuple[Any, ...]]:
        with sqlite3.connect(folder / "gesprekken.db") as connection:
            return connection.execute("SELECT id, data FROM events ORDER BY id").fetchall()

    before = rows()
    save(store, tracker, said(MESSAGE), BotUttered("Goed."))
    after = rows()
    assert after[: len(before)] == before
    assert len(after) == len(before) + 2


def test_the_conversation_goes_on_from_the_store(store: MaskingSQLTrackerStore) -> None:
    tracker = new(store)
    for turn in range(5):
        tracker = save(store, tracker, said(f"beurt {turn}, met Sanne"), ActionExecuted("action_listen"))
    texts = [e.text for e in tracker.events if isinstance(e, UserUttered)]
    assert texts == [f"beurt {turn}, met [naam]" for turn in range(5)]


def test_saving_twice_changes_nothing(store: MaskingSQLTrackerStore) -> None:
    tracker = save(store, new(store), said(MESSAGE))
    again = save(store, tracker)
    assert [e.as_dict() for e in again.events] == [e.as_dict() for e in tracker.events]


def test_masking_is_idempotent() -> None:
    events = [said(MESSAGE), SlotSet("interventie", SECRET), BotUttered(f"‘{SECRET}’")]
    mask_events(events)
    once = [json.dumps(e.as_dict(), default=str) for e in events]
    mask_events(events)
    assert [json.dumps(e.as_dict(), default=str) for e in events] == once


def test_odd_messages_are_stored(store: MaskingSQLTrackerStore) -> None:
    for text in ("", " ", "\x00\x01", "🤷‍♀️" * 50, "{{{{[[", "a" * 20000, "\ud800", "Sanne en Tim " * 900):
        tracker = save(store, new(store, uuid.uuid4().hex), said(text), BotUttered(text or "leeg"))
        assert any(isinstance(e, UserUttered) for e in tracker.events)


def test_the_files_are_for_their_owner(store: MaskingSQLTrackerStore, folder: Path) -> None:
    save(store, new(store), said("hallo"))
    assert {file.name for file in folder.iterdir()} >= {"gesprekken.db", "gesprekken.db-wal"}
    assert all(file.stat().st_mode & 0o077 == 0 for file in folder.iterdir())


def test_sqlite_waits_writes_ahead_and_overwrites(store: MaskingSQLTrackerStore) -> None:
    with store.engine.connect() as connection:
        settings = {
            name: connection.execute(sa.text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "secure_delete", "busy_timeout")
        }
    assert settings["journal_mode"] == "wal"
    assert settings["synchronous"] in (1, 2)
    assert settings["secure_delete"] == 1
    assert settings["busy_timeout"] >= 5000


def test_deleted_rows_leave_nothing_after_a_checkpoint(store: MaskingSQLTrackerStore, folder: Path) -> None:
    save(store, new(store), said("een heel bijzondere zin over koffiekamers"))
    with store.engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM events"))
    with store.engine.connect() as connection:
        connection.execute(sa.text("PRAGMA wal_checkpoint(TRUNCATE)"))
    nothing_of(("koffiekamers",), folder)


def test_two_stores_on_one_file(store: MaskingSQLTrackerStore) -> None:
    other = MaskingSQLTrackerStore(domain=Domain.empty())
    for turn in range(10):
        save(store, new(store, "een"), said(f"beurt {turn}"))
        save(other, new(other, "twee"), said(f"beurt {turn}"))
    assert sorted(asyncio.run(store.keys())) == ["een", "twee"]
    other.engine.dispose()


def test_counting_never_fails_a_turn(store: MaskingSQLTrackerStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError("kapot")

    monkeypatch.setattr(inzicht, "tel_stappen", broken)
    assert save(store, new(store), said("hallo")).events


def test_turns_are_counted_without_text(store: MaskingSQLTrackerStore, folder: Path) -> None:
    save(store, new(store), said("blabla onzin"), ActionExecuted("action_not_understood"))
    with sqlite3.connect(folder / "tellingen.db") as connection:
        rows = connection.execute("SELECT soort, wat, aantal FROM telling").fetchall()
    assert rows == [("niet_begrepen", "buiten", 1)]
    assert b"onzin" not in (folder / "tellingen.db").read_bytes()


def _postgres() -> dict[str, Any] | None:
    """The settings of a PostgreSQL server for tests, or None when none answers."""
    psycopg2 = pytest.importorskip("psycopg2")
    settings = {
        "host": os.environ.get("PGHOST", "127.0.0.1"),
        "port": int(os.environ.get("PGPORT", "5432")),
        "username": os.environ.get("PGUSER", "postgres"),
        "password": os.environ.get("PGPASSWORD", "postgres"),
        "db": os.environ.get("PGDATABASE", "postgres"),
    }
    try:
        psycopg2.connect(
            host=settings["host"],
            port=settings["port"],
            user=settings["username"],
            password=settings["password"],
            dbname=settings["db"],
            connect_timeout=2,
        ).close()
    except psycopg2.OperationalError:
        return None
    return settings


def test_postgresql_gets_the_same(folder: Path) -> None:
    settings = _postgres()
    if settings is None:
        if os.environ.get("CI"):
            pytest.fail("No PostgreSQL answers. Remedy: start one, or set PGHOST, PGUSER and PGPASSWORD.")
        pytest.skip("no PostgreSQL server answers (PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE)")
    pg = MaskingSQLTrackerStore(domain=Domain.empty(), dialect="postgresql", **settings)
    sender = f"test-{uuid.uuid4().hex}"
    try:
        tracker = save(
            pg, new(pg, sender), said(MESSAGE), SlotSet("interventie", SECRET), BotUttered(f"‘{SECRET}’\x00")
        )
        save(pg, tracker, said(CRISIS, "crisis"), BotUttered("Bel 112."))
        with pg.engine.connect() as connection:
            rows = connection.execute(sa.text("SELECT data FROM events WHERE sender_id = :s"), {"s": sender}).fetchall()
        stored = " ".join(data for (data,) in rows).lower()
        assert len(rows) == 6
        assert not [piece for piece in (*PIECES, "springen") if piece in stored]
    finally:
        with pg.engine.begin() as connection:
            table = SQLTrackerStore.SQLEvent.__table__
            connection.execute(table.delete().where(table.c.sender_id == sender))
        pg.engine.dispose()
