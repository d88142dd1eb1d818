"""Where conversations are kept: which exist, deleting one, purging the old ones; in the tracker store's database."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Callable, Iterable
from contextlib import AbstractAsyncContextManager
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import FailSafeTrackerStore, SQLTrackerStore, TrackerStore
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.exc import OperationalError, ProgrammingError, SQLAlchemyError

from keuzehulp.server.tokens import PREFIX, Claim

logger = logging.getLogger(__name__)

_TABLES = sa.MetaData()
#: Conversations that our channel started. A token is good for as long as its conversation stands here.
_CONVERSATIONS = sa.Table(
    "keuzehulp_conversations",
    _TABLES,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("issued", sa.BigInteger, nullable=False),
)
_EVENTS = SQLTrackerStore.SQLEvent.__table__

Lock = Callable[[str], AbstractAsyncContextManager[Any]]

#: A SQLite file of more bytes is written anew by the hourly purge only, and not while somebody waits.
_QUICKLY_REWRITTEN = 16 * 2**20


class StoreError(Exception):
    """The store cannot be reached, is full or refuses; nothing of the turn was kept."""


class ConversationGone(Exception):
    """The conversation was deleted or purged."""


class ConversationStore:
    """The conversations in a SQL tracker store."""

    def __init__(self, engine: Any, forget: Callable[[str], None] | None = None) -> None:
        """Makes the table when it is missing. `forget` hears which conversations are gone. Raises StoreError."""
        self.engine = engine
        self._forget = forget or (lambda conversation: None)
        self._traces = False
        try:
            _TABLES.create_all(engine)
        except (OperationalError, ProgrammingError) as error:
            self._after_failed_create(error)
        except SQLAlchemyError as error:
            raise StoreError(describe(error)) from error

    def _after_failed_create(self, error: Exception) -> None:
        """Another process may have made the table at the same moment; anything else is a failure."""
        try:
            self.check()
        except StoreError:
            raise StoreError(describe(error)) from error

    @classmethod
    def of(cls, store: TrackerStore) -> ConversationStore:
        """The conversations of a tracker store. Raises StoreError when it is not a SQL store."""
        found = sql_store(store)
        return cls(found.engine, getattr(found, "forget", None))

    def check(self) -> None:
        """Raises StoreError when the database does not answer."""
        self._run(sa.select(_CONVERSATIONS.c.id).limit(1))

    def add(self, claim: Claim) -> None:
        """Record a new conversation. Raises StoreError."""
        self._run(_CONVERSATIONS.insert().values(id=claim.conversation, issued=claim.issued))

    def exists(self, conversation: str, issued: int | None = None) -> bool:
        """Whether the conversation stands here (and its token was issued at that moment). Raises StoreError."""
        query = sa.select(_CONVERSATIONS.c.issued).where(_CONVERSATIONS.c.id == conversation)
        found = self._run(query, fetch=True)
        return bool(found) and (issued is None or found[0][0] == issued)

    def recent(self, conversation: str, limit: int = 40) -> list[dict[str, Any]]:
        """What user and bot said last, newest first, as stored. Raises StoreError."""
        query = sa.select(_EVENTS.c.data).where(
            _EVENTS.c.sender_id == conversation, _EVENTS.c.type_name.in_(("user", "bot"))
        )
        return [json.loads(row[0]) for row in self._run(query.order_by(_EVENTS.c.id.desc()).limit(limit), fetch=True)]

    def delete(self, conversation: str) -> None:
        """Delete a conversation and everything said in it. The caller holds its lock. Raises StoreError."""
        self._run(
            _EVENTS.delete().where(_EVENTS.c.sender_id == conversation),
            _CONVERSATIONS.delete().where(_CONVERSATIONS.c.id == conversation),
        )
        self._forget(conversation)
        self._traces = True
        if self._size() <= _QUICKLY_REWRITTEN:
            self._remove_traces()

    def expired(self, hours: float, now: float | None = None) -> list[str]:
        """Senders whose last turn is more than `hours` ago, of every channel; and conversations never begun."""
        before = (time.time() if now is None else now) - hours * 3600
        old = (
            sa.select(_EVENTS.c.sender_id)
            .group_by(_EVENTS.c.sender_id)
            .having(sa.func.max(_EVENTS.c.timestamp) < before)
        )
        spoken = sa.select(_EVENTS.c.sender_id).where(_EVENTS.c.sender_id == _CONVERSATIONS.c.id)
        silent = sa.select(_CONVERSATIONS.c.id).where(_CONVERSATIONS.c.issued < before, ~sa.exists(spoken))
        return [row[0] for query in (old, silent) for row in self._run(query, fetch=True)]

    async def purge(self, hours: float, lock: Lock | None = None, now: float | None = None) -> int:
        """Delete what is older than `hours`; returns how many. With `lock`, no running turn is cut through."""
        found = self.expired(hours, now)
        done = 0
        for conversation in found:
            if lock is None:
                done += self._purge_one(conversation, hours, now)
                continue
            async with lock(conversation):
                done += self._purge_one(conversation, hours, now)
        if done or self._traces:
            await asyncio.to_thread(self._remove_traces)
        return done

    def _purge_one(self, conversation: str, hours: float, now: float | None) -> int:
        """Delete one if it is still old: its owner may have come back a moment ago."""
        before = (time.time() if now is None else now) - hours * 3600
        newer = sa.select(_EVENTS.c.id).where(_EVENTS.c.sender_id == conversation, _EVENTS.c.timestamp >= before)
        if self._run(newer.limit(1), fetch=True):
            return 0
        self._run(
            _EVENTS.delete().where(_EVENTS.c.sender_id == conversation),
            _CONVERSATIONS.delete().where(_CONVERSATIONS.c.id == conversation),
        )
        self._forget(conversation)
        return 1

    def _size(self) -> int:
        """Bytes of a SQLite file; 0 for another database."""
        if self.engine.dialect.name != "sqlite":
            return 0
        pages, size = (self._run(sa.text(f"PRAGMA {name}"), fetch=True)[0][0] for name in ("page_count", "page_size"))
        return int(pages * size)

    def _remove_traces(self) -> None:
        """SQLite: write the file anew, and empty the log. A busy database only delays that.

        `secure_delete` overwrites what is deleted, but not the copies of it that stay behind in unused parts of other
        pages when SQLite moves rows: 1 in 70 deleted conversations could still be read in the file.
        """
        if self.engine.dialect.name != "sqlite":
            return
        try:
            with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(sa.text("VACUUM"))
                connection.execute(sa.text("PRAGMA wal_checkpoint(TRUNCATE)"))
            self._traces = False
        except SQLAlchemyError:
            self._traces = True
            logger.info("rewriting the database postponed")

    def _run(self, *statements: Any, fetch: bool = False) -> list[Any]:
        """Run statements in one transaction."""
        try:
            with self.engine.begin() as connection:
                result = None
                for statement in statements:
                    result = connection.execute(statement)
                return list(result) if fetch and result is not None else []
        except SQLAlchemyError as error:
            raise StoreError(describe(error)) from error


class StrictTrackerStore(FailSafeTrackerStore):
    """The tracker store without a fallback: a turn that could not be kept is an error, not a silent loss.

    Rasa wraps every store so that a failing one is replaced by memory; a conversation would then begin anew and lose
    what was said. `on_turn` sees each tracker after it was saved.
    """

    def __init__(
        self,
        store: TrackerStore,
        conversations: ConversationStore,
        on_turn: Callable[[DialogueStateTracker], None],
    ) -> None:
        """`store` is the store that endpoints.yml names."""
        super().__init__(store, on_tracker_store_error=self._refuse)
        self._conversations = conversations
        self._on_turn = on_turn

    @staticmethod
    def _refuse(error: Exception) -> None:
        raise StoreError(describe(error)) from error

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker; raises ConversationGone when it is a deleted one, StoreError when the store fails."""
        tracker = await super().retrieve(sender_id)
        if tracker is None:
            self._must_exist(sender_id)
        return tracker

    async def retrieve_full_tracker(self, sender_id: str) -> DialogueStateTracker | None:
        """As `retrieve`, with all sessions."""
        tracker = await super().retrieve_full_tracker(sender_id)
        if tracker is None:
            self._must_exist(sender_id)
        return tracker

    def _must_exist(self, sender_id: str) -> None:
        if sender_id.startswith(PREFIX) and not self._conversations.exists(sender_id):
            raise ConversationGone(sender_id)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Save the tracker; raises StoreError when that fails."""
        await super().save(tracker)
        self._on_turn(tracker)


def sql_store(store: TrackerStore) -> SQLTrackerStore:
    """The SQL store inside Rasa's wrappers. Raises StoreError when there is none."""
    inner: Any = store
    while inner is not None and not isinstance(inner, SQLTrackerStore):
        inner = getattr(inner, "_tracker_store", None)
    if inner is None:
        raise StoreError("endpoints.yml noemt geen SQL-opslag onder tracker_store")
    return inner


def turn_events(tracker: DialogueStateTracker) -> Iterable[Any]:
    """The events of the last turn, newest first."""
    from rasa.shared.core.events import UserUttered

    for event in reversed(tracker.events):
        yield event
        if isinstance(event, UserUttered):
            return


def describe(error: BaseException) -> str:
    """An error of the database without the values of the statement, which may hold what people said."""
    cause = getattr(error, "orig", None) or error
    return f"{type(cause).__name__}: {str(cause).splitlines()[0][:200] if str(cause) else ''}".rstrip(": ")
