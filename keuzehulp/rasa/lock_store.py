"""Turns of one conversation in the order in which they came, whichever of several processes gets them.

Rasa's own Redis lock reads a lock, adds a ticket and writes it back, so that two processes can hand out the same ticket
at one moment; and it looks again after a whole second. Here Redis keeps a queue per conversation: who is first in it
has the turn. A process that dies loses its place after some seconds, because nobody renews its ticket.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import AsyncIterator
from typing import Any

import redis
from rasa.core.lock_store import LOCK_LIFETIME, LockError, LockStore
from rasa.utils.endpoints import EndpointConfig
from redis import asyncio as aredis

_PREFIX = "keuzehulp:lock:"
#: Seconds that a ticket is good for when nobody renews it.
_ALIVE = 15.0
#: Seconds to wait for Redis itself.
_PATIENCE = 3.0
_FIRST_WAIT, _LONGEST_WAIT = 0.005, 0.05

#: Take a place in the queue. KEYS: queue, ticket; ARGV: ticket, milliseconds alive, milliseconds that a queue is kept.
_JOIN = """
redis.call('SET', KEYS[2], '1', 'PX', ARGV[2])
redis.call('RPUSH', KEYS[1], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1
"""
#: Whether it is this ticket's turn (1), or not yet (0), or never (-1). KEYS: queue, ticket; ARGV: ticket, ms, prefix, ms.
_TURN = """
redis.call('SET', KEYS[2], '1', 'PX', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
while true do
  local first = redis.call('LINDEX', KEYS[1], 0)
  if not first then return -1 end
  if first == ARGV[1] then return 1 end
  if redis.call('EXISTS', ARGV[3] .. first) == 1 then return 0 end
  redis.call('LREM', KEYS[1], 1, first)
end
"""
#: Leave the queue. KEYS: queue, ticket; ARGV: ticket.
_LEAVE = """
redis.call('LREM', KEYS[1], 0, ARGV[1])
redis.call('DEL', KEYS[2])
return 1
"""


class QueueLockStore(LockStore):
    """A lock store of Rasa on Redis, for several processes; named in endpoints.yml with the address under `url`."""

    def __init__(self, endpoint_config: EndpointConfig) -> None:
        """Made by Rasa. Raises LockError when the address cannot be one of Redis."""
        super().__init__()
        self._url = endpoint_config.url or ""
        try:
            self._scripts = _scripts(self._client())
        except ValueError as error:
            raise LockError(f"lock_store: {error}") from None

    def _client(self) -> Any:
        """Connections of their own for the event loop that runs now."""
        return aredis.from_url(
            self._url,
            socket_timeout=_PATIENCE,
            socket_connect_timeout=_PATIENCE,
            health_check_interval=30,
            retry_on_error=[redis.ConnectionError],
        )

    @contextlib.asynccontextmanager
    async def lock(
        self, conversation_id: str, lock_lifetime: float = LOCK_LIFETIME, wait_time_in_seconds: float = 1
    ) -> AsyncIterator[None]:
        """Wait for the turn and hold it. Raises LockError when Redis does not answer or the wait is too long."""
        ticket = secrets.token_hex(8)
        keys = [f"{_PREFIX}q:{conversation_id}", f"{_PREFIX}t:{ticket}"]
        await self._ask("join", keys, [ticket, _ms(_ALIVE), _ms(lock_lifetime * 4)])
        renewing: asyncio.Task[None] | None = None
        try:
            await self._wait(keys, ticket, lock_lifetime)
            renewing = asyncio.get_running_loop().create_task(self._renew(keys, ticket, lock_lifetime))
            yield None
        finally:
            if renewing is not None:
                renewing.cancel()
            # A place that could not be given back ends by itself.
            with contextlib.suppress(LockError):
                await self._ask("leave", keys, [ticket])

    async def _wait(self, keys: list[str], ticket: str, lifetime: float) -> None:
        pause, end = _FIRST_WAIT, asyncio.get_running_loop().time() + lifetime
        while True:
            turn = await self._turn(keys, ticket, lifetime)
            if turn == 1:
                return
            if turn < 0 or asyncio.get_running_loop().time() > end:
                raise LockError("The turn did not come in time.")
            await asyncio.sleep(pause)
            pause = min(_LONGEST_WAIT, pause * 1.5)

    async def _renew(self, keys: list[str], ticket: str, lifetime: float) -> None:
        """Keep the place for as long as this process lives."""
        while True:
            await asyncio.sleep(_ALIVE / 3)
            with contextlib.suppress(LockError):
                await self._turn(keys, ticket, lifetime)

    async def _turn(self, keys: list[str], ticket: str, lifetime: float) -> int:
        return int(await self._ask("turn", keys, [ticket, _ms(_ALIVE), f"{_PREFIX}t:", _ms(lifetime * 4)]))

    async def _ask(self, script: str, keys: list[str], arguments: list[Any]) -> Any:
        try:
            return await self._scripts[script](keys=keys, args=arguments)
        except (redis.RedisError, OSError, asyncio.TimeoutError) as error:
            raise LockError(f"Redis does not answer ({type(error).__name__}).") from error

    # -- what Rasa's own stores have besides; used when the server starts, outside of the event loop ---------------

    def issue_ticket(self, conversation_id: str, lock_lifetime: float = LOCK_LIFETIME) -> int:
        """Only finds out whether Redis answers. Raises LockError."""
        try:
            with redis.from_url(self._url, socket_timeout=_PATIENCE, socket_connect_timeout=_PATIENCE) as client:
                client.ping()
        except (redis.RedisError, OSError) as error:
            raise LockError(f"Redis does not answer ({type(error).__name__}).") from error
        return 0

    def cleanup(self, conversation_id: str, ticket_number: int) -> None:
        """Nothing: `lock` leaves its own place."""


def _scripts(client: Any) -> dict[str, Any]:
    return {name: client.register_script(text) for name, text in (("join", _JOIN), ("turn", _TURN), ("leave", _LEAVE))}


def _ms(seconds: float) -> int:
    return int(seconds * 1000)
