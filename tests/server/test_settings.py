"""Settings: exact origins, trusted proxies, whose request it is."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from sanic.compat import Header
from sanic.response import HTTPResponse

from keuzehulp.server import web
from keuzehulp.server.settings import Settings, SettingsError, origin

SCHOOL = "https://intranet.school.nl"


def request(ip: str = "203.0.113.9", method: str = "GET", scheme: str = "http", **headers: str) -> Any:
    given = Header({name.replace("_", "-"): value for name, value in headers.items()})
    return SimpleNamespace(ip=ip, headers=given, method=method, scheme=scheme, path="/")


@pytest.mark.parametrize(
    ("given", "known"),
    [
        ("https://intranet.school.nl", "https://intranet.school.nl"),
        ("https://intranet.school.nl/", "https://intranet.school.nl"),
        ("HTTPS://Intranet.School.NL:443", "https://intranet.school.nl"),
        ("http://localhost:8080", "http://localhost:8080"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_an_origin_is_read_as_browsers_send_it(given: str, known: str) -> None:
    assert origin(given) == known


@pytest.mark.parametrize(
    "given",
    ["*", "https://*.school.nl", "null", "", "intranet.school.nl", "https://school.nl/pad", "ftp://school.nl",
     "https://a@school.nl", "https://school.nl?x", "javascript:alert(1)", "https://school.nl:99999999", "https://"],
)  # fmt: skip
def test_anything_but_an_exact_origin_is_refused(given: str) -> None:
    with pytest.raises(SettingsError):
        origin(given)


def test_no_origin_is_allowed_by_default() -> None:
    assert Settings.read({}, {}).origins == frozenset()


def test_the_environment_wins_over_credentials() -> None:
    env = {"KEUZEHULP_ORIGINS": "https://a.nl, https://b.nl"}
    assert Settings.read({"origins": [SCHOOL]}, env).origins == {"https://a.nl", "https://b.nl"}
    assert Settings.read({"origins": [SCHOOL]}, {}).origins == {SCHOOL}


@pytest.mark.parametrize(
    ("config", "env", "part"),
    [
        ({"orgins": []}, {}, "orgins"),
        ({"origins": "*"}, {}, "lijst"),
        ({"origins": ["*"]}, {}, "precieze|heel adres"),
        ({}, {"KEUZEHULP_PROXIES": "proxy.local"}, "KEUZEHULP_PROXIES"),
        ({}, {"KEUZEHULP_BEWAAR_UREN": "veel"}, "KEUZEHULP_BEWAAR_UREN"),
        ({}, {"KEUZEHULP_BEWAAR_UREN": "0"}, "KEUZEHULP_BEWAAR_UREN"),
        ({}, {"KEUZEHULP_LIMIET_BEURTEN": "snel"}, "KEUZEHULP_LIMIET_BEURTEN"),
    ],
)
def test_a_wrong_setting_is_named(config: dict[str, Any], env: dict[str, str], part: str) -> None:
    with pytest.raises(SettingsError, match=part):
        Settings.read(config, env)


LISTED = Settings.read({"origins": [SCHOOL]}, {})


@pytest.mark.parametrize(
    ("headers", "allowed"),
    [
        ({}, True),
        ({"origin": SCHOOL}, True),
        ({"origin": "https://bot.school.nl", "host": "bot.school.nl"}, True),
        ({"origin": "http://127.0.0.1:5005", "host": "127.0.0.1:5005"}, True),
        ({"origin": "https://intranet.school.nl.evil.example"}, False),
        ({"origin": "https://evil.example", "host": "bot.school.nl"}, False),
        ({"origin": "http://intranet.school.nl"}, False),
        ({"origin": "null", "host": "null"}, False),
        ({"origin": "http://bot.school.nl:8080", "host": "bot.school.nl"}, False),
        ({"sec_fetch_site": "cross-site"}, False),
        ({"sec_fetch_site": "same-origin"}, True),
    ],
)
def test_which_origins_may_ask(headers: dict[str, str], allowed: bool) -> None:
    assert web.origin_allowed(request(**headers), LISTED) is allowed


def test_cors_headers_only_for_listed_origins() -> None:
    for given, expected in ((SCHOOL, SCHOOL), ("https://evil.example", None)):
        response = HTTPResponse("x")
        web.secure(request(origin=given), response, LISTED)
        assert response.headers.get("Access-Control-Allow-Origin") == expected
        assert "Access-Control-Allow-Credentials" not in response.headers
        assert response.headers["Vary"] == "Origin"


def test_only_the_embed_page_may_stand_in_a_frame_of_a_listed_origin() -> None:
    for embeddable, ancestors in ((True, f"frame-ancestors 'self' {SCHOOL}"), (False, "frame-ancestors 'none'")):
        response = HTTPResponse("x")
        web.secure(request(), response, LISTED, embeddable=embeddable)
        assert ancestors in response.headers["Content-Security-Policy"]
        assert ("X-Frame-Options" in response.headers) is not embeddable


def test_every_response_has_the_security_headers() -> None:
    response = HTTPResponse("x")
    web.secure(request(), response, Settings())
    for name in ("X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Cache-Control"):
        assert response.headers.get(name)
    assert "default-src 'self'" in response.headers["Content-Security-Policy"]
    assert "unsafe" not in response.headers["Content-Security-Policy"]


PROXIED = Settings(proxies=frozenset({"127.0.0.1"}))


def test_transport_security_only_behind_tls() -> None:
    for given, expected in (
        (request(), False),
        (request(x_forwarded_proto="https"), False),
        (request(ip="127.0.0.1", x_forwarded_proto="https"), True),
        (request(scheme="https"), True),
    ):
        response = HTTPResponse("x")
        web.secure(given, response, PROXIED)
        assert ("Strict-Transport-Security" in response.headers) is expected


@pytest.mark.parametrize(
    ("ip", "forwarded", "address"),
    [
        ("203.0.113.9", "10.0.0.1", "203.0.113.9"),
        ("127.0.0.1", "10.0.0.1", "10.0.0.1"),
        ("127.0.0.1", "1.2.3.4, 10.0.0.1", "10.0.0.1"),
        ("127.0.0.1", "10.0.0.1, 127.0.0.1", "10.0.0.1"),
        ("127.0.0.1", "rommel", "127.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64"),
    ],
)
def test_only_a_trusted_proxy_names_the_address(ip: str, forwarded: str, address: str) -> None:
    assert web.client_address(request(ip=ip, x_forwarded_for=forwarded), PROXIED) == address


def test_metrics_are_for_this_machine_only() -> None:
    assert web.is_loopback(request(ip="127.0.0.1"))
    assert not web.is_loopback(request(ip="127.0.0.1", x_forwarded_for="10.0.0.1"))
    assert not web.is_loopback(request())
