"""Settings of the server: from the channel's part of credentials.yml, and from the environment, which wins."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from keuzehulp.server.limits import Rate

MAX_TEXT = 5_000
MAX_PASTE = 20_000
MAX_BODY = 64 * 1024
MAX_FILE = 2 * 1024 * 1024
MAX_NOTE = 300

_PORTS = {"http": 80, "https": 443}


class SettingsError(Exception):
    """A setting cannot be used; the text names the setting and the remedy."""


@dataclass(frozen=True)
class Settings:
    """Everything that an operator can set."""

    origins: frozenset[str] = frozenset()
    #: Addresses of reverse proxies whose X-Forwarded-* headers are believed.
    proxies: frozenset[str] = frozenset()
    metrics_token: str = ""
    retention_hours: float = 24.0
    #: Turns and other requests of one conversation; requests and new conversations of one address.
    limit_turns: Rate = field(default=Rate(20, 3))
    limit_reads: Rate = field(default=Rate(60, 6))
    limit_address: Rate = field(default=Rate(400, 40))
    limit_new: Rate = field(default=Rate(60, 1))

    @classmethod
    def read(cls, config: Mapping[str, Any] | None = None, environment: Mapping[str, str] | None = None) -> Settings:
        """Read all settings. Raises SettingsError for one that cannot be used."""
        env = os.environ if environment is None else environment
        given = dict(config or {})
        unknown = set(given) - {"origins"}
        if unknown:
            raise SettingsError(
                f"credentials.yml: de instelling {sorted(unknown)[0]!r} bestaat niet. Wel bestaat: origins."
            )
        origins = env["KEUZEHULP_ORIGINS"].split(",") if env.get("KEUZEHULP_ORIGINS") else given.get("origins") or []
        if isinstance(origins, str):
            raise SettingsError("credentials.yml: origins is een lijst, met één adres per regel.")
        return cls(
            origins=frozenset(origin(o) for o in origins if str(o).strip()),
            proxies=frozenset(_addresses(env.get("KEUZEHULP_PROXIES", "").split(","))),
            metrics_token=env.get("KEUZEHULP_METRICS_TOKEN", ""),
            retention_hours=_hours(env.get("KEUZEHULP_BEWAAR_UREN", "24")),
            limit_turns=_rate(env, "KEUZEHULP_LIMIET_BEURTEN", cls.limit_turns),
            limit_reads=_rate(env, "KEUZEHULP_LIMIET_LEZEN", cls.limit_reads),
            limit_address=_rate(env, "KEUZEHULP_LIMIET_ADRES", cls.limit_address),
            limit_new=_rate(env, "KEUZEHULP_LIMIET_NIEUW", cls.limit_new),
        )


def origin(text: Any) -> str:
    """An origin as browsers send it: scheme, host and port only. Raises SettingsError."""
    try:
        parts = urlsplit(str(text).strip().rstrip("/").lower())
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if (
        parts.scheme not in _PORTS
        or not parts.hostname
        or "*" in str(text)
        or parts.path
        or parts.query
        or parts.username
    ):
        raise SettingsError(
            f"De origin {str(text)!r} kan niet. Geef een heel adres zonder pad of *, zoals https://intranet.school.nl."
        )
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}" + ("" if port in (None, _PORTS[parts.scheme]) else f":{port}")


def _addresses(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        if not text.strip():
            continue
        try:
            yield str(ipaddress.ip_address(text.strip()))
        except ValueError as error:
            raise SettingsError(f"KEUZEHULP_PROXIES: {text.strip()!r} is geen IP-adres.") from error


def _hours(text: str) -> float:
    try:
        hours = float(text)
    except ValueError:
        hours = -1
    if not 0 < hours <= 24 * 365:
        raise SettingsError(f"KEUZEHULP_BEWAAR_UREN: {text!r} kan niet. Geef een aantal uren, zoals 24.")
    return hours


def _rate(env: Mapping[str, str], name: str, default: Rate) -> Rate:
    if not env.get(name):
        return default
    try:
        return Rate.parse(env[name])
    except ValueError as error:
        raise SettingsError(f"{name}: {env[name]!r} kan niet. Geef aantal/per seconde, zoals 20/3, of uit.") from error
