"""The database or Redis goes away and comes back. Not lost: everything that was answered before."""

from __future__ import annotations

import requests

from tests.faults.conftest import Gate, begin, readable
from tests.server.conftest import Server


def test_database_down_and_back(large: Server, gates: tuple[Gate, Gate]) -> None:
    talk = begin(large)
    for text in ("start de vragen maar", "geen naam", "havo"):
        talk.say(text)
    before = talk.history()
    gates[0].close()
    response = talk.send("alle leerlingen van klas 1")
    assert response.status_code == 503, response.text
    assert response.headers["Retry-After"]
    assert "niet verwerkt" in readable(response.json()["error"])
    assert requests.get(f"{large.base}/ready", timeout=30).status_code == 503
    assert requests.get(f"{large.base}/health", timeout=30).status_code == 200
    refused = requests.post(f"{large.base}/conversations", json={}, timeout=30)
    assert refused.status_code == 503
    readable(refused.json()["error"])
    gates[0].open()
    assert requests.get(f"{large.base}/ready", timeout=30).status_code == 200
    assert talk.history() == before, "nothing that was answered is lost, nothing that was refused is kept"
    assert talk.say("alle leerlingen van klas 1"), "and it goes on"
    assert len(talk.history()) > len(before)


def test_redis_down_and_back(large: Server, gates: tuple[Gate, Gate]) -> None:
    talk = begin(large)
    talk.say("hoi")
    before = talk.history()
    gates[1].close()
    response = talk.send("wat is coping?")
    assert response.status_code == 503, response.text
    readable(response.json()["error"])
    assert talk.history() == before, "without a lock no turn runs"
    gates[1].open()
    assert talk.say("wat is coping?")
    assert "Traceback" not in large.log
    assert "coping" not in large.log
