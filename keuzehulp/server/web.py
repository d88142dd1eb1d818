"""What every answer of the server has in common: whose request it is, which origins may ask, security headers."""

from __future__ import annotations

import ipaddress
from typing import Any

from sanic.request import Request

from keuzehulp.server.settings import Settings, SettingsError, origin

#: lit-html, which draws the widget, needs a Trusted Types policy of this name.
_PAGE_POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "require-trusted-types-for 'script'; trusted-types lit-html; frame-ancestors {ancestors}"
)
#: A report holds its own style and pictures, and nothing that runs.
REPORT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox"
_BROWSER_FEATURES = (
    "accelerometer",
    "camera",
    "geolocation",
    "gyroscope",
    "microphone",
    "midi",
    "payment",
    "usb",
)
_CORS_METHODS = "GET, POST, DELETE"
_CORS_HEADERS = "Authorization, Content-Type"


def client_address(request: Request, settings: Settings) -> str:
    """The address that a limit counts for: of the peer, or what a trusted proxy says. IPv6 by its /64."""
    peer = _ip(request.ip or "")
    if peer is not None and str(peer) in settings.proxies:
        for text in reversed(request.headers.get("x-forwarded-for", "").split(",")):
            address = _ip(text)
            if address is None:
                break
            peer = address
            if str(address) not in settings.proxies:
                break
    if isinstance(peer, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((peer, 64), strict=False))
    return str(peer)


def _ip(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(text.strip())
    except ValueError:
        return None


def behind_tls(request: Request, settings: Settings) -> bool:
    """Whether the visitor's connection is encrypted, here or at a trusted proxy."""
    peer = _ip(request.ip or "")
    forwarded = peer is not None and str(peer) in settings.proxies
    return request.scheme == "https" or (forwarded and request.headers.get("x-forwarded-proto") == "https")


def is_loopback(request: Request) -> bool:
    """Whether the request comes from this machine itself and not through a proxy."""
    peer = _ip(request.ip or "")
    return peer is not None and peer.is_loopback and "x-forwarded-for" not in request.headers


def origin_allowed(request: Request, settings: Settings) -> bool:
    """Whether a browser's page of this origin may use the channel. No Origin header: not another page."""
    given = request.headers.get("origin")
    if given is None:
        return request.headers.get("sec-fetch-site") != "cross-site"
    try:
        known = origin(given)
    except SettingsError:
        return False
    return known in settings.origins or _same_host(known, request)


def _same_host(known: str, request: Request) -> bool:
    # The scheme is left out: a proxy that ends TLS speaks plain http with us.
    host = request.headers.get("host", "").lower()
    return bool(host) and any(known == _or_none(f"{scheme}://{host}") for scheme in ("http", "https"))


def _or_none(text: str) -> str | None:
    try:
        return origin(text)
    except SettingsError:
        return None


def secure(request: Request, response: Any, settings: Settings, embeddable: bool = False) -> None:
    """Put the security headers on a response, and the CORS headers when its origin is listed.

    `embeddable` pages may stand in a frame of the listed origins; nothing else may stand in a frame.
    """
    headers = response.headers
    ancestors = " ".join(["'self'", *sorted(settings.origins)]) if embeddable else "'none'"
    headers.setdefault("Content-Security-Policy", _PAGE_POLICY.format(ancestors=ancestors))
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "same-origin")
    headers.setdefault("Permissions-Policy", ", ".join(f"{name}=()" for name in _BROWSER_FEATURES))
    headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
    headers.setdefault("Cache-Control", "no-store")
    if not embeddable:
        headers.setdefault("X-Frame-Options", "DENY")
    if behind_tls(request, settings):
        headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    _cors(request, headers, settings)


def _cors(request: Request, headers: Any, settings: Settings) -> None:
    given = request.headers.get("origin")
    headers["Vary"] = "Origin"
    if given is None or _or_none(given) not in settings.origins:
        return
    headers["Access-Control-Allow-Origin"] = given
    headers["Access-Control-Expose-Headers"] = "Retry-After, Content-Disposition"
    if request.method == "OPTIONS":
        headers["Access-Control-Allow-Methods"] = _CORS_METHODS
        headers["Access-Control-Allow-Headers"] = _CORS_HEADERS
        headers["Access-Control-Max-Age"] = "600"
