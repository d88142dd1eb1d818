"""The store: one place for which conversations exist, deleting, and purging what is old."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from keuzehulp.rasa.tracker_store import MaskingSQLTrackerStore
from keuzehulp.server import storage
from keuzehulp.server.storage import ConversationGone, ConversationStore, StoreError, StrictTrackerStore
from keuzehulp.server.tokens import Signer

HOUR = 3600.0
SIGNER = Signer(b"s" * 32)


@pytest.fixture
def inner(tmp_path: Path) -> MaskingSQLTrackerStore:
    return MaskingSQLTrackerStore(domain=Domain.empty(), db=str(tmp_path / "t.db"))


@pytest.fixture
def store(inner: MaskingSQLTrackerStore) -> ConversationStore:
    return ConversationStore.of(inner)


def say(inner: MaskingSQLTrackerStore, sender: str, *texts: str, at: float = 0.0) -> None:
    events = []
    for text in texts:
        events += [UserUttered(text, timestamp=at), BotUttered(f"re {text}", timestamp=at)]
    asyncio.run(inner.save(DialogueStateTracker.from_events(sender, events)))


def rows(store: ConversationStore) -> int:
    with store.engine.connect() as connection:
        return int(connection.execute(sa.text("select count(*) from events")).scalar() or 0)


def test_what_was_acknowledged_survives_a_crash(store: ConversationStore) -> None:
    with store.engine.connect() as connection:
        assert connection.execute(sa.text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(sa.text("PRAGMA synchronous")).scalar() in (1, 2), "NORMAL or FULL"
        assert connection.execute(sa.text("PRAGMA secure_delete")).scalar() == 1


def test_a_conversation_exists_from_its_start_to_its_end(store: ConversationStore) -> None:
    claim, _ = SIGNER.issue()
    assert not store.exists(claim.conversation)
    store.add(claim)
    assert store.exists(claim.conversation, claim.issued)
    assert not store.exists(claim.conversation, claim.issued + 1), "another token of the same conversation"
    store.delete(claim.conversation)
    assert not store.exists(claim.conversation)


def test_deleting_takes_one_conversation_and_leaves_the_others(
    store: ConversationStore, inner: MaskingSQLTrackerStore
) -> None:
    say(inner, "kh-a", "een", "twee")
    say(inner, "kh-b", "drie")
    store.delete("kh-a")
    assert rows(store) == 2
    assert store.recent("kh-a") == []


def test_deleted_text_leaves_the_file(store: ConversationStore, inner: MaskingSQLTrackerStore, tmp_path: Path) -> None:
    say(inner, "kh-a", "zeepaardje " * 50)
    assert b"zeepaardje" in b"".join(p.read_bytes() for p in tmp_path.iterdir())
    store.delete("kh-a")
    assert b"zeepaardje" not in b"".join(p.read_bytes() for p in tmp_path.iterdir())


def test_of_many_deleted_conversations_nothing_can_be_read(
    store: ConversationStore, inner: MaskingSQLTrackerStore, tmp_path: Path
) -> None:
    """SQLite moves rows between pages and leaves copies behind, which `secure_delete` does not see."""
    chance = random.Random(4)
    going_on: list[str] = []
    for number in range(90):
        going_on.append(f"kh-{chance.getrandbits(128):032x}")
        for sender in (going_on[-1], chance.choice(going_on)):
            say(
                inner, sender, *(f"tekst{sender} {'x' * chance.randint(50, 1500)}" for _ in range(chance.randint(1, 9)))
            )
        if number % 2:
            gone = going_on.pop(chance.randrange(len(going_on)))
            store.delete(gone)
            assert gone.encode() not in b"".join(p.read_bytes() for p in tmp_path.iterdir())


def test_a_large_file_is_written_anew_by_the_purge(
    store: ConversationStore, inner: MaskingSQLTrackerStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "_QUICKLY_REWRITTEN", 0)
    say(inner, "kh-a", *("zeepaardje " * 50 for _ in range(20)))
    before = store._size()
    store.delete("kh-a")
    assert store._size() == before
    assert asyncio.run(store.purge(24, now=0.0)) == 0
    assert store._size() < before


def test_recent_is_newest_first_and_bounded(store: ConversationStore, inner: MaskingSQLTrackerStore) -> None:
    say(inner, "kh-a", *[f"vraag {n}" for n in range(50)])
    texts = [e["text"] for e in store.recent("kh-a", limit=3)]
    assert texts == ["re vraag 49", "vraag 49", "re vraag 48"]


def test_purge_takes_what_is_old_of_every_channel(store: ConversationStore, inner: MaskingSQLTrackerStore) -> None:
    now = 100 * HOUR
    old, _ = SIGNER.issue(now=now - 25 * HOUR)
    silent, _ = SIGNER.issue(now=now - 25 * HOUR)
    fresh, _ = SIGNER.issue(now=now - 25 * HOUR)
    for claim in (old, silent, fresh):
        store.add(claim)
    say(inner, old.conversation, "oud", at=now - 24.5 * HOUR)
    say(inner, fresh.conversation, "vers", at=now - 23.5 * HOUR)
    say(inner, "default", "van een ander kanaal", at=now - 48 * HOUR)
    assert asyncio.run(store.purge(24, now=now)) == 3
    assert [store.exists(c.conversation) for c in (old, silent, fresh)] == [False, False, True]
    assert rows(store) == 2
    assert asyncio.run(store.purge(24, now=now)) == 0


def test_purge_leaves_a_conversation_whose_owner_came_back_while_it_waited(
    store: ConversationStore, inner: MaskingSQLTrackerStore
) -> None:
    now = 100 * HOUR
    claim, _ = SIGNER.issue(now=now - 50 * HOUR)
    store.add(claim)
    say(inner, claim.conversation, "oud", at=now - 48 * HOUR)

    @contextlib.asynccontextmanager
    async def lock(conversation: str) -> AsyncIterator[None]:
        """A turn that ran while the purge waited for its lock."""
        events = [UserUttered("oud", timestamp=0), BotUttered("x", timestamp=0), UserUttered("terug", timestamp=now)]
        await inner.save(DialogueStateTracker.from_events(conversation, events))
        yield

    assert asyncio.run(store.purge(24, lock, now=now)) == 0
    assert store.exists(claim.conversation)


def test_a_deleted_conversation_does_not_come_back(store: ConversationStore, inner: MaskingSQLTrackerStore) -> None:
    strict = StrictTrackerStore(inner, store, lambda tracker: None)
    claim, _ = SIGNER.issue()
    store.add(claim)
    assert asyncio.run(strict.retrieve(claim.conversation)) is None, "a new one"
    store.delete(claim.conversation)
    with pytest.raises(ConversationGone):
        asyncio.run(strict.retrieve(claim.conversation))
    assert asyncio.run(strict.retrieve("van een ander kanaal")) is None


def test_a_failing_store_is_an_error_and_not_a_new_conversation(
    store: ConversationStore, inner: MaskingSQLTrackerStore, tmp_path: Path
) -> None:
    seen: list[DialogueStateTracker] = []
    strict = StrictTrackerStore(inner, store, seen.append)
    say(inner, "kh-a", "geheime tekst")
    tracker = asyncio.run(strict.retrieve("kh-a"))
    assert tracker is not None
    for file in tmp_path.iterdir():
        file.write_bytes(b"kapot" * 1000)
    with pytest.raises(StoreError):
        asyncio.run(strict.retrieve("kh-a"))
    tracker.update(UserUttered("geheime tekst"))
    with pytest.raises(StoreError) as error:
        asyncio.run(strict.save(tracker))
    assert "geheime" not in str(error.value), "errors hold no text"
    assert not seen, "a turn that was not kept does not count"


def test_only_a_sql_store_will_do() -> None:
    with pytest.raises(StoreError, match=r"endpoints\.yml"):
        ConversationStore.of(InMemoryTrackerStore(Domain.empty()))


def test_a_full_disk_is_told_and_passes(store: ConversationStore, inner: MaskingSQLTrackerStore) -> None:
    strict = StrictTrackerStore(inner, store, lambda tracker: None)
    say(inner, "kh-a", "eerste")

    def limit(pages: int) -> None:
        """For every connection of the pool."""
        with contextlib.ExitStack() as stack:
            for connection in [stack.enter_context(store.engine.connect()) for _ in range(4)]:
                connection.execute(sa.text(f"PRAGMA max_page_count = {pages}"))

    limit(1)
    tracker = asyncio.run(strict.retrieve("kh-a"))
    assert tracker is not None
    tracker.update(UserUttered("lange tekst " * 20_000))
    with pytest.raises(StoreError, match="full"):
        asyncio.run(strict.save(tracker))
    kept = asyncio.run(strict.retrieve("kh-a"))
    assert kept is not None
    assert len(kept.events) == 2, "nothing half was kept"
    limit(1_000_000)
    asyncio.run(strict.save(tracker))
    again = asyncio.run(strict.retrieve("kh-a"))
    assert again is not None
    assert len(again.events) == 3, "and it goes on"
