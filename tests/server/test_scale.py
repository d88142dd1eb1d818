"""Two processes on one PostgreSQL and one Redis: each goes on where the other was, in the order of the messages.

Needs both services: by default those of this machine at their standard ports, else the addresses in
KEUZEHULP_TEST_DB_URL and KEUZEHULP_TEST_REDIS_URL. Without them the tests are skipped, and in CI they fail.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest
import redis
import requests
from rasa.core.lock_store import LockError
from rasa.utils.endpoints import EndpointConfig

from bench import scale
from keuzehulp.rasa.lock_store import QueueLockStore
from tests.server.conftest import ROOT, Server, Talk, answer, free_port

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


def unavailable(reason: str) -> None:
    """A machine without the services skips; CI has to have them."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI needs PostgreSQL, Redis and nginx: {reason}")
    pytest.skip(f"needs PostgreSQL, Redis and nginx: {reason}")


@pytest.fixture(scope="module")
def environment() -> Iterator[dict[str, str]]:
    """Addresses of a schema of its own in PostgreSQL and of Redis."""
    found = scale.services(f"keuzehulp_test_{os.getpid()}_{time.time_ns()}")
    try:
        made = found.__enter__()
    except scale.NotReachable as error:
        unavailable(str(error).splitlines()[0])
    yield made
    found.__exit__(None, None, None)


@pytest.fixture(scope="module")
def processes(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Server]]:
    """Two servers that share nothing but the database, Redis and the secret."""
    if not list((ROOT / "models").glob("*.tar.gz")):
        unavailable("and a trained model: make train")
    more = {**environment, "KEUZEHULP_LIMIET_BEURTEN": "uit", "KEUZEHULP_PROXIES": "127.0.0.1"}
    made = [
        Server(tmp_path_factory.mktemp(name), free_port(), more, ("--endpoints", "deploy/endpoints.yml"))
        for name in ("een", "twee")
    ]
    starting = [threading.Thread(target=server.start) for server in made]
    for thread in starting:
        thread.start()
    for thread in starting:
        thread.join()
    yield made
    for server in made:
        if server.process and server.process.poll() is None:
            server.stop()


def begin(server: Server) -> Talk:
    response = requests.post(f"{server.base}/conversations", json={}, timeout=60)
    assert response.status_code == 201, response.text
    return Talk(server, response.json()["token"])


def test_a_conversation_goes_on_in_the_other_process(processes: list[Server]) -> None:
    talk, alone = begin(processes[0]), begin(processes[1])
    texts = [
        "start de vragen maar",
        "geen naam",
        "havo",
        "alle leerlingen van klas 1",
        "ja",
        "nee",
        "een beetje",
    ]
    for number, text in enumerate(texts):
        talk.server = processes[number % 2]
        assert [m["text"] for m in talk.say(text)] == [m["text"] for m in alone.say(text)], text
    histories, answers = [], []
    for server in processes:
        talk.server = server
        histories.append(talk.history())
        answers.append(talk.request("GET", "/overview").json()["antwoorden"])
    assert histories[0] == histories[1]
    assert [m["text"] for m in histories[0] if m["from"] == "user"] == texts
    assert answers[0] == answers[1]
    assert answers[0] == alone.request("GET", "/overview").json()["antwoorden"]
    assert answers[0]


def test_both_accept_the_others_tokens_and_both_know_a_deletion(processes: list[Server]) -> None:
    one, two = processes
    talk = begin(one)
    talk.say("hoi")
    talk.server = two
    assert talk.say("wat is coping?"), "kept in memory by both now"
    talk.server = one
    assert talk.request("DELETE", "/conversation").status_code == 204
    for server in processes:
        talk.server = server
        assert talk.send("hoi").status_code == 401
        assert talk.request("GET", "/history").status_code == 401


def test_a_button_of_one_process_can_be_pressed_at_the_other(processes: list[Server]) -> None:
    talk = begin(processes[0])
    button = talk.say("hoi")[0]["buttons"][0]
    talk.server = processes[1]
    assert talk.say(button["title"], "button", payload=button["payload"])


def test_messages_that_wait_keep_their_order_and_none_is_lost(
    processes: list[Server], environment: dict[str, str]
) -> None:
    talk = begin(processes[0])
    talk.say("hoi")
    texts = [f"wat is coping {n}" for n in range(6)]
    client = redis.from_url(environment["KEUZEHULP_REDIS_URL"])
    queue = f"keuzehulp:lock:q:kh-{talk.token.split('.')[1]}"
    # The test holds the turn, so that all six wait; each is sent when the one before it stands in the queue.
    client.set("keuzehulp:lock:t:test", 1, px=120_000)
    client.rpush(queue, "test")
    with ThreadPoolExecutor(6) as pool:
        sent = []
        for number, text in enumerate(texts):
            sent.append(pool.submit(Talk(processes[number % 2], talk.token).send, text))
            until(lambda waiting=number + 2: client.llen(queue) == waiting)
        client.lrem(queue, 0, "test")
        for future in sent:
            answer(future.result())
    history = talk.history()
    assert [m["text"] for m in history if m["from"] == "user"] == ["hoi", *texts]
    # Between two messages stands an answer: no turn ran through another.
    assert not any(a == b == "user" for a, b in pairwise([m["from"] for m in history]))
    assert client.llen(queue) == 0, "everybody left the queue"


def until(true: Callable[[], bool]) -> None:
    for _ in range(600):
        if true():
            return
        time.sleep(0.05)
    pytest.fail("it did not come to that")


def test_behind_nginx(processes: list[Server], tmp_path: Path) -> None:
    if NGINX is None:
        unavailable("and nginx, which is not installed")
    port = free_port()
    config = nginx_config((ROOT / "deploy" / "nginx.conf").read_text(), port, [s.port for s in processes])
    (tmp_path / "nginx.conf").write_text(config.replace("LOGS", str(tmp_path)))
    process = subprocess.Popen(
        [str(NGINX), "-c", str(tmp_path / "nginx.conf"), "-p", str(tmp_path), "-g", "daemon off;"]
    )
    try:
        front = Server(tmp_path, port)
        for _ in range(50):
            try:
                requests.get(f"{front.base}/health", timeout=5)
                break
            except requests.RequestException:
                time.sleep(0.1)
        talk = begin(front)
        for text in ("hoi", "wat is coping?", "waarom?", "bedankt"):
            assert talk.say(text)
        assert [m["text"] for m in talk.history() if m["from"] == "user"][:2] == ["hoi", "wat is coping?"]
        assert requests.get(f"{front.base}/metrics", timeout=10).status_code == 403
    finally:
        process.terminate()
        process.wait(timeout=20)


def nginx_config(ours: str, port: int, ports: list[int]) -> str:
    """Our configuration without TLS, on free ports, as a whole configuration of nginx."""
    upstream, _, rest = ours.partition("server {\n    listen 80;")
    https = rest[rest.index("server {") :]
    for old, new in zip((5005, 5006), ports, strict=True):
        upstream = upstream.replace(f"127.0.0.1:{old} ", f"127.0.0.1:{new} ")
    kept = [line for line in https.splitlines() if "ssl_" not in line]
    https = "\n".join(kept).replace("listen 443 ssl http2", f"listen 127.0.0.1:{port}")
    return f"pid LOGS/nginx.pid;\nerror_log LOGS/error.log;\nevents {{}}\nhttp {{\n{upstream}\n{https}\n}}\n"


def test_the_configuration_of_nginx_fits_what_is_served() -> None:
    ours = (ROOT / "deploy" / "nginx.conf").read_text()
    assert ours.count("{") == ours.count("}")
    made = nginx_config(ours, 8080, [7001, 7002])
    assert "127.0.0.1:7001 " in made
    assert "127.0.0.1:7002 " in made
    assert "ssl" not in made.partition("upstream")[2]
    assert "client_max_body_size 3m" in made


# -- the queue in Redis --------------------------------------------------------------------------------------------


def store(environment: dict[str, str]) -> QueueLockStore:
    return QueueLockStore(EndpointConfig(url=environment["KEUZEHULP_REDIS_URL"]))


def test_turns_come_in_the_order_of_the_queue_and_one_at_a_time(environment: dict[str, str]) -> None:
    async def all_turns() -> list[int]:
        stores, done, running = [store(environment), store(environment)], [], 0

        async def turn(number: int) -> None:
            nonlocal running
            await asyncio.sleep(number * 0.02)
            async with stores[number % 2].lock("order"):
                running += 1
                assert running == 1, "two turns at the same time"
                await asyncio.sleep(0.03)
                done.append(number)
                running -= 1

        await asyncio.gather(*(turn(n) for n in range(8)))
        return done

    assert asyncio.run(all_turns()) == list(range(8))


def test_a_process_that_died_does_not_hold_its_conversation(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("keuzehulp.rasa.lock_store._ALIVE", 0.3)

    async def after_a_death() -> None:
        dead = store(environment)
        await dead._ask("join", ["keuzehulp:lock:q:dead", "keuzehulp:lock:t:gone"], ["gone", 300, 60_000])
        async with store(environment).lock("dead"):
            return

    started = time.monotonic()
    asyncio.run(after_a_death())
    assert 0.1 < time.monotonic() - started < 5


def test_redis_that_does_not_answer_is_a_lock_error() -> None:
    async def turn() -> None:
        async with QueueLockStore(EndpointConfig(url=f"redis://127.0.0.1:{free_port()}/0")).lock("x"):
            pytest.fail("nobody gave this turn")

    with pytest.raises(LockError):
        asyncio.run(turn())
    with pytest.raises(LockError):
        QueueLockStore(EndpointConfig(url=f"redis://127.0.0.1:{free_port()}/0")).issue_ticket("x")
    with pytest.raises(LockError):
        QueueLockStore(EndpointConfig(url="geen adres"))
