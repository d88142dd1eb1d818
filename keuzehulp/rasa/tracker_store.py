"""Tracker store that masks personal data and drops crisis texts before anything is written.

Rasa's own extension point: endpoints.yml names the class under `tracker_store.type`. Every channel, the stock ones
too, stores through it. What is masked, per turn:

- the user's message, its parse and its entities;
- slots that hold words of the user (a programme's name, a sentence of a pasted text);
- answers of the bot that repeat those words.

Of a message about a crisis neither text nor entities are kept, and slots and answers that repeat it are emptied.
Events that are in the store already are never written again.
"""

from __future__ import annotations

import itertools
import json
import logging
import os
import re
from collections.abc import Callable, Container, Iterable
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import POSTGRESQL_SCHEMA, SQLTrackerStore, create_engine_kwargs
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.pool import QueuePool

from keuzehulp import inzicht
from keuzehulp.gegevens import data_folder
from keuzehulp.kennisbank import get_kennisbank
from keuzehulp.privacy import NIET_BEWAARD, PLAATSHOUDERS, Vondst, maskeer, vind
from keuzehulp.rasa.tracker_cache import Kept, TrackerCache, starts_session

logger = logging.getLogger(__name__)

__all__ = ["MaskingSQLTrackerStore", "data_folder", "mask_events"]

#: What is kept of a parse. The rest repeats the message or only served the NLU.
_KEPT = ("intent", "entities", "intent_ranking", "message_id", "twijfel")

#: Of those, what holds names of intents and numbers only.
_OUR_WORDS = ("intent", "intent_ranking", "message_id")

#: Seconds that a writer waits for another process.
_BUSY = 15

#: Seconds to wait for a database that does not answer at all.
_CONNECT = 5


#: More masked words than this in one message are not looked up one by one in the bot's answers.
_MANY = 100


class MaskingSQLTrackerStore(SQLTrackerStore):
    """Rasa's SQL tracker store, with masked turns.

    SQLite in the data folder unless `db` names another file; any dialect that Rasa supports.
    """

    def __init__(self, domain: Domain | None = None, dialect: str = "sqlite", db: str = "", **kwargs: Any) -> None:
        """Takes what `tracker_store` in endpoints.yml holds."""
        name = db or (str(data_folder() / "gesprekken.db") if dialect == "sqlite" else "keuzehulp")
        if dialect == "sqlite" and name != ":memory:":
            _only_for_owner(Path(name))
        super().__init__(domain=domain, dialect=dialect, db=name, **kwargs)
        if dialect == "sqlite" and name != ":memory:":
            self.engine: Any = _sqlite_engine(self.engine)
            self.sessionmaker = sa.orm.session.sessionmaker(bind=self.engine)
        elif dialect == "postgresql":
            self.engine = _postgresql_engine(self.engine)
            self.sessionmaker = sa.orm.session.sessionmaker(bind=self.engine)
        self._cache = TrackerCache()

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation since its last session start; None when there is none."""
        if not self.domain:
            return None
        with self.engine.connect() as connection:
            kept = self._current(connection, sender_id)
        if kept is None:
            return None
        self._cache.put(sender_id, kept)
        return kept.copy()

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Mask what is new in the tracker, in place, and save it in one transaction."""
        await self.stream_events(tracker)
        sender = tracker.sender_id
        with self.engine.begin() as connection:
            kept = self._current(connection, sender) or self._fresh(sender, [], 0, 0)
            new = list(itertools.islice(tracker.events, len(kept.tracker.events), None))
            mask_events(new)
            rows = [_row(sender, event) for event in new]
            if rows:
                connection.execute(_EVENTS.insert(), rows)
            marks = self._marks(connection, sender)
        # Only what is committed counts and is kept here.
        stored = [_event(row["data"]) for row in rows]
        _count(kept.verloop, stored)
        kept.add(stored)
        kept.rows, kept.last = marks
        if not starts_session(stored):
            self._cache.put(sender, kept)

    def forget(self, sender_id: str) -> None:
        """Keep nothing in memory of a conversation that was deleted."""
        self._cache.take(sender_id)

    def _marks(self, connection: Any, sender: str) -> tuple[int, int]:
        """How many events of the conversation are stored, and the number of the last one."""
        count, last = connection.execute(_MARKS, {"sender": sender}).one()
        return int(count), int(last or 0)

    def _current(self, connection: Any, sender: str) -> Kept | None:
        """The conversation as it is stored now: what is kept here, with what others added; else read whole."""
        rows, last = self._marks(connection, sender)
        kept = self._cache.take(sender)
        if not rows:
            return None
        if kept is not None and (kept.rows, kept.last) != (rows, last):
            query = sa.select(_EVENTS.c.data).where(_EVENTS.c.sender_id == sender, _EVENTS.c.id > kept.last)
            added = [_event(row[0]) for row in connection.execute(query.order_by(_EVENTS.c.id))]
            if kept.rows + len(added) != rows or starts_session(added):
                kept = None
            else:
                kept.verloop.tel(_steps(added))
                kept.add(added)
                kept.rows, kept.last = rows, last
        return kept or self._read(sender, rows, last)

    def _read(self, sender: str, rows: int, last: int) -> Kept | None:
        with self.session_scope() as session:
            stored = self._event_query(session, sender, fetch_events_from_all_sessions=False).all()
            events = [_event(row.data) for row in stored]
        return self._fresh(sender, events, rows, last) if events else None

    def _fresh(self, sender: str, events: list[Event], rows: int, last: int) -> Kept:
        kept = Kept(
            DialogueStateTracker.from_events(sender, [], self.domain.slots),
            inzicht.Verloop(get_kennisbank()),
            rows,
            last,
        )
        kept.verloop.tel(_steps(events))
        kept.add(events)
        return kept


_EVENTS = SQLTrackerStore.SQLEvent.__table__
#: Asked three times a turn: as text, since an expression would be put together again each time.
_MARKS = sa.text(f"SELECT count(*), max(id) FROM {_EVENTS.name} WHERE sender_id = :sender")


def _row(sender: str, event: Event) -> dict[str, Any]:
    """An event as Rasa's SQL store writes it."""
    data = event.as_dict()
    return {
        "sender_id": sender,
        "type_name": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": data.get("parse_data", {}).get("intent", {}).get("name"),
        "action_name": data.get("name"),
        "data": json.dumps(data),
    }


def _event(data: str) -> Event:
    """An event as it is stored."""
    return Event.from_parameters(json.loads(data))


def _count(verloop: inzicht.Verloop, new: list[Event]) -> None:
    """Add the turn to the counts without text (keuzehulp.inzicht); a turn that was stored never fails on it."""
    try:
        inzicht.bewaar(verloop.tel(_steps(new)))
    except Exception as error:
        logger.warning("A turn could not be counted (%s).", type(error).__name__)


def _steps(events: Iterable[Event]) -> Iterable[inzicht.Stap]:
    elements = get_kennisbank().elementen
    return [step for event in events if (step := _step(event, elements)) is not None]


def _step(event: Event, elements: Container[str]) -> inzicht.Stap | None:
    """What is counted of an event, or None; most slots say nothing of how far a check is."""
    if isinstance(event, SlotSet):
        counted = event.key in ("requested_slot", "te_bevestigen") or event.key in elements
        return inzicht.Stap("slot", event.key, event.value) if counted else None
    if isinstance(event, ActiveLoop):
        return inzicht.Stap("lus", event.name)
    return inzicht.Stap("actie", event.action_name) if isinstance(event, ActionExecuted) else None


def _only_for_owner(file: Path) -> None:
    """Make the file before SQLite does, readable by its owner only; SQLite gives its side files the same mode."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch(mode=0o600, exist_ok=True)


def _sqlite_engine(plain: Any) -> Any:
    """The same database with connections that stay open, several readers beside a writer, and real deletion."""
    url = plain.url
    plain.dispose()
    engine = sa.create_engine(
        url,
        poolclass=QueuePool,
        pool_size=4,
        connect_args={"check_same_thread": False, "timeout": _BUSY},
    )

    @sa.event.listens_for(engine, "connect")
    def settings(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {_BUSY * 1000}")
        cursor.execute("PRAGMA journal_mode = WAL")
        # With WAL a commit outlives the process at NORMAL; only loss of power can undo the very last turns.
        cursor.execute("PRAGMA synchronous = NORMAL")
        # What is deleted is overwritten, in the WAL file too as soon as it is copied back.
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.close()

    return engine


def _postgresql_engine(plain: Any) -> Any:
    """The same database, with connections that are tried before use: it may have been away for a while."""
    url = plain.url
    plain.dispose()
    patience: dict[str, Any] = {"connect_timeout": _CONNECT, "options": f"-cstatement_timeout={_BUSY * 1000}"}
    if schema := os.environ.get(POSTGRESQL_SCHEMA):
        patience["options"] += f" -csearch_path={schema}"
    return sa.create_engine(url, **{**create_engine_kwargs(url), "pool_pre_ping": True, "connect_args": patience})


def mask_events(events: Iterable[Event]) -> None:
    """Mask new events in place, turn by turn."""
    turn = _Turn()
    for event in events:
        if isinstance(event, UserUttered):
            turn = _Turn(event)
        else:
            turn.mask(event)


class _Turn:
    """One message of the user and what the conversation made of it."""

    def __init__(self, event: UserUttered | None = None) -> None:
        self._crisis = False
        self._raw = ""
        self._echo: Callable[[str], str] = _same
        if event is not None:
            self._message(event)

    def _message(self, event: UserUttered) -> None:
        text = event.text or ""
        self._crisis = event.intent_name == "crisis"
        self._raw = _plain(text)
        self._echo = self._drop if self._crisis else _replacer(text)
        event.text = NIET_BEWAARD if self._crisis else maskeer(text).tekst
        parsed = {
            key: value if key in _OUR_WORDS else self._clean(value)
            for key, value in (event.parse_data or {}).items()
            if key in _KEPT
        }
        parsed["entities"] = [] if self._crisis else self._clean((event.parse_data or {}).get("entities") or [])
        parsed["text"] = event.text
        parsed["metadata"] = {}
        event.parse_data = parsed
        event.entities = parsed["entities"]
        event.metadata = self._clean(event.metadata or {})

    def mask(self, event: Event) -> None:
        """Mask what an event repeats of the message."""
        if isinstance(event, SlotSet):
            event.value = self._slot(event.value)
        elif isinstance(event, BotUttered):
            event.text = _deep(event.text, self._echo)
            event.data = _deep(event.data, self._echo)
        event.metadata = _deep(event.metadata, self._echo)

    def _slot(self, value: Any) -> Any:
        if self._crisis and isinstance(value, str) and self._said(value):
            return None
        return self._clean(value)

    def _clean(self, value: Any) -> Any:
        return _deep(value, lambda text: maskeer(self._echo(text)).tekst)

    def _said(self, text: str) -> bool:
        """Whether a text that is more than one of our ids stands in the crisis message."""
        plain = _plain(text)
        return not re.fullmatch(r"[a-z_\d]+", text) and bool(plain) and plain in self._raw

    def _drop(self, text: str) -> str:
        """A text that holds the whole crisis message is not kept; one that is a part of it neither."""
        plain = _plain(text)
        if len(self._raw) > 3 and self._raw in plain:
            return NIET_BEWAARD
        return NIET_BEWAARD if len(plain) > 3 and " " in plain and plain in self._raw else text


def _same(text: str) -> str:
    return text


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _replacer(text: str) -> Callable[[str], str]:
    """A function that masks what is masked in `text`, wherever else it stands."""
    line = " ".join(text.split())
    hits = vind(line)
    if not hits:
        return _same
    words = _word_replacer(line, hits)

    def replace(other: str) -> str:
        part = " ".join(other.split())
        at = line.find(part) if len(part) > 3 else -1
        if at < 0:
            return words(_QUOTED.sub(lambda m: f"‘{replace(m[1])}’" if m[1] != other else m[0], other))
        return _cut(line, hits, at, at + len(part)) or other

    return replace


#: How the bot repeats words of the user.
_QUOTED = re.compile(r"‘([^‘’]{4,400})’")


def _cut(line: str, hits: list[Vondst], begin: int, end: int) -> str:
    """A piece of a message, masked by what was found in the whole: an address that was cut in half is one still.

    Empty when nothing was found in the piece.
    """
    inside = [hit for hit in hits if hit.begin < end and begin < hit.eind]
    parts: list[str] = []
    for hit in inside:
        parts += (line[begin : hit.begin], PLAATSHOUDERS[hit.soort])
        begin = hit.eind
    return "".join((*parts, line[begin:end])) if inside else ""


def _word_replacer(line: str, hits: list[Vondst]) -> Callable[[str], str]:
    """A function that masks the found words and first names, in small letters and capitals."""
    pieces: dict[str, str] = {}
    for hit in hits:
        piece = line[hit.begin : hit.eind]
        if piece.startswith("["):
            continue
        pieces[piece.casefold()] = PLAATSHOUDERS[hit.soort]
        first = piece.split()[0].casefold()
        if hit.soort == "naam" and len(first) > 2:
            pieces.setdefault(first, PLAATSHOUDERS["naam"])
    if not pieces:
        return _same
    if len(pieces) > _MANY:
        # A long pattern of words costs more than looking at the other text itself.
        return lambda other: maskeer(other).tekst
    # Longest first: "sanne de vries" before "sanne".
    parts = (re.escape(p).replace(r"\ ", r"\s{1,3}") for p in sorted(pieces, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
    return lambda other: pattern.sub(lambda m: pieces.get(_plain(m.group()), PLAATSHOUDERS["naam"]), other)


def _deep(value: Any, change: Callable[[str], str]) -> Any:
    """The value with every text in it changed; keys stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _deep(part, change) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_deep(part, change) for part in value]
    return value
