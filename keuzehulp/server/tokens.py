"""Signed tokens: whoever holds one may read, continue and delete that one conversation."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SECRET_VARIABLE = "KEUZEHULP_SECRET"
SECRET_FILE = "sleutel"
MIN_SECRET = 32

#: Conversations of our own channel, apart from senders of other channels in the same store.
PREFIX = "kh-"

_TOKEN = re.compile(r"\A1\.([0-9a-f]{32})\.([0-9a-f]{1,16})\.([A-Za-z0-9_-]{43})\Z")
#: Clocks of two servers may differ by this many seconds.
_CLOCK_SLACK = 300


class SecretError(Exception):
    """The secret is missing, too short or readable by others."""


@dataclass(frozen=True)
class Claim:
    """What a token says: which conversation, and when the token was issued (seconds)."""

    conversation: str
    issued: int


class Signer:
    """Makes and checks tokens with one secret."""

    def __init__(self, secret: bytes) -> None:
        """Raises SecretError when the secret is too short to be one."""
        if len(secret) < MIN_SECRET:
            raise SecretError(
                f"{SECRET_VARIABLE} heeft {len(secret)} tekens; dat moeten er minstens {MIN_SECRET} zijn. "
                "Maak er een met: python -c 'import secrets; print(secrets.token_urlsafe(48))'"
            )
        self._secret = secret

    def issue(self, now: float | None = None) -> tuple[Claim, str]:
        """A new conversation (128 random bits) and its token."""
        claim = Claim(PREFIX + secrets.token_hex(16), int(time.time() if now is None else now))
        return claim, self.token(claim)

    def token(self, claim: Claim) -> str:
        """The token for a claim."""
        body = f"1.{claim.conversation.removeprefix(PREFIX)}.{claim.issued:x}"
        return f"{body}.{self._signature(body)}"

    def read(self, token: str, now: float | None = None) -> Claim | None:
        """What a token says, or None when it was not made with this secret."""
        match = _TOKEN.match(token)
        if match is None:
            return None
        body = token.rpartition(".")[0]
        if not hmac.compare_digest(self._signature(body).encode(), match.group(3).encode()):
            return None
        issued = int(match.group(2), 16)
        if issued > (time.time() if now is None else now) + _CLOCK_SLACK:
            return None
        return Claim(PREFIX + match.group(1), issued)

    def _signature(self, body: str) -> str:
        digest = hmac.new(self._secret, body.encode(), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def read_secret(folder: Path, environment: Mapping[str, str] | None = None) -> bytes:
    """The secret from the environment, or from the data folder, where it is made at the first start.

    Raises SecretError when the file can be read by other users or holds too little.
    """
    given = (os.environ if environment is None else environment).get(SECRET_VARIABLE, "")
    if given:
        return given.encode()
    path = folder / SECRET_FILE
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _existing(path)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(48))
        file.flush()
        os.fsync(file.fileno())
    return _existing(path)


def _existing(path: Path) -> bytes:
    if path.stat().st_mode & 0o077:
        raise SecretError(f"{path} is leesbaar voor anderen. Typ: chmod 600 {path}")
    # Another process may have made the file a moment ago and be writing it.
    for _ in range(20):
        content = path.read_bytes().strip()
        if content:
            return content
        time.sleep(0.05)
    raise SecretError(f"{path} is leeg. Verwijder het bestand; bij de volgende start komt er een nieuw.")
