"""Tokens bind one conversation, cannot be made up, and their secret is kept from others."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keuzehulp.server.tokens import PREFIX, Claim, SecretError, Signer, read_secret

SIGNER = Signer(b"a" * 32)


def test_a_token_gives_back_its_conversation_and_moment() -> None:
    claim, token = SIGNER.issue(now=1_000)
    assert claim.conversation.startswith(PREFIX)
    assert len(claim.conversation.removeprefix(PREFIX)) == 32, "128 bits"
    assert SIGNER.read(token, now=1_001) == claim


def test_no_two_conversations_are_the_same() -> None:
    assert len({SIGNER.issue()[0].conversation for _ in range(500)}) == 500


@pytest.mark.parametrize("change", [0, 2, 20, 35, -1, -20])
def test_a_changed_token_is_refused(change: int) -> None:
    token = SIGNER.issue()[1]
    other = "b" if token[change] != "b" else "c"
    at = change % len(token)
    assert SIGNER.read(token[:at] + other + token[at + 1 :]) is None


def test_a_token_of_another_server_is_refused() -> None:
    assert SIGNER.read(Signer(b"b" * 32).issue()[1]) is None


def test_a_token_from_the_future_is_refused() -> None:
    assert SIGNER.read(SIGNER.issue(now=10_000)[1], now=1_000) is None


def test_a_signature_does_not_fit_another_moment() -> None:
    claim, token = SIGNER.issue(now=1_000)
    later = SIGNER.token(Claim(claim.conversation, 1_001))
    mixed = later.rpartition(".")[0] + "." + token.rpartition(".")[2]
    assert SIGNER.read(mixed) is None


@given(st.text(max_size=200))
def test_any_text_is_no_token(text: str) -> None:
    assert SIGNER.read(text) is None


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(SecretError, match="minstens 32"):
        Signer(b"kort")


def test_the_secret_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    first = read_secret(tmp_path, {})
    file = next(tmp_path.iterdir())
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(first) >= 32
    assert read_secret(tmp_path, {}) == first


def test_the_environment_wins(tmp_path: Path) -> None:
    assert read_secret(tmp_path, {"KEUZEHULP_SECRET": "x" * 40}) == b"x" * 40
    assert not list(tmp_path.iterdir())


def test_a_secret_that_others_can_read_is_refused(tmp_path: Path) -> None:
    read_secret(tmp_path, {})
    file = next(tmp_path.iterdir())
    file.chmod(0o644)
    with pytest.raises(SecretError, match="chmod 600"):
        read_secret(tmp_path, {})
