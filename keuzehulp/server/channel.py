"""The channel of the widget: conversations with signed tokens, streamed answers, limits, readable errors.

Named in credentials.yml; Rasa puts it under /webhooks/keuzehulp/. docs/security.md says what each guard is for.
"""

from __future__ import annotations

import asyncio
import functools
import hmac
import json
import logging
import math
import re
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from rasa.core.lock_store import LockError
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Blueprint
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.response import html as html_response
from sanic.response import json as json_response
from sanic.response import raw as raw_response

from actions.common import stand_of
from actions.talk import talk_of
from keuzehulp import inzicht, kracht_gesprek
from keuzehulp.bestanden import BestandFout, tekst_uit
from keuzehulp.gegevens import data_folder
from keuzehulp.gesprek import Stand
from keuzehulp.kennisbank import get_kennisbank
from keuzehulp.kennisbank.model import BLOKKEN, IMPLEMENTATIE
from keuzehulp.privacy import maskeer
from keuzehulp.report import FORMATEN, VerslagInvoer, maak_verslag
from keuzehulp.server import faults, messages, statements, web
from keuzehulp.server.limits import Buckets
from keuzehulp.server.metrics import Metrics
from keuzehulp.server.pages import Pages
from keuzehulp.server.purge import purge_counts
from keuzehulp.server.ratings import Ratings
from keuzehulp.server.settings import MAX_BODY, MAX_FILE, MAX_PASTE, MAX_TEXT, Settings
from keuzehulp.server.storage import ConversationGone, ConversationStore, StoreError, StrictTrackerStore
from keuzehulp.server.tokens import Claim, Signer, read_secret

NAME = "keuzehulp"
ANSWERS = ("ja", "deels", "nee", "weet_niet")
PURGE_EVERY = 3600
#: Seconds until warming up is tried again; doubled each time.
WARM_UP_FIRST = 2
WARM_UP_LAST = 60
#: Turns of one conversation at the same time: one runs and these wait.
MAX_WAITING = 4
#: How long a stopping server waits for turns that run.
STOP_WAIT = 20

_GONE = "Dit gesprek bestaat niet meer. Begin een nieuw gesprek."
_STORE = "Ik kan nu niets bewaren, dus je bericht is niet verwerkt. Probeer het over een paar minuten nog eens."
Handler = Callable[[Request, Claim], Awaitable["HTTPResponse | None"]]


class ApiError(Exception):
    """A request that is refused: a status and a line that a user can read."""

    def __init__(self, status: int, line: str, kind: str, retry_after: float = 0) -> None:
        """`kind` is what the metrics count it under."""
        super().__init__(kind)
        self.status = status
        self.line = line
        self.kind = kind
        self.retry_after = retry_after

    def response(self) -> HTTPResponse:
        """The refusal as an answer."""
        headers = {"Retry-After": str(max(1, math.ceil(self.retry_after)))} if self.retry_after else {}
        return json_response({"error": self.line}, status=self.status, headers=headers, ensure_ascii=False)


@dataclass
class Runtime:
    """What belongs to one running server."""

    agent: Any
    store: ConversationStore
    turns: set[asyncio.Task[None]] = field(default_factory=set)
    warm: bool = False


class StreamOutput(OutputChannel):
    """Hands every message to the open answer as soon as it is made."""

    def __init__(self, queue: asyncio.Queue[Any]) -> None:
        """`queue` takes the messages in the form of the widget."""
        self.queue = queue

    @classmethod
    def name(cls) -> str:
        """Name of the channel."""
        return NAME

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Take a message whole: text, buttons and what actions put beside it."""
        self.queue.put_nowait(messages.wire(message))


class KeuzehulpChannel(InputChannel):
    """Our own channel of Rasa."""

    def __init__(self, settings: Settings | None = None) -> None:
        """Raises SettingsError or SecretError when something is set that cannot be used."""
        self.settings = settings or Settings.read()
        self.signer = Signer(read_secret(data_folder()))
        self.metrics = Metrics()
        self.pages = Pages(self.settings)
        self.ratings = Ratings(data_folder())
        self.by_address = Buckets(self.settings.limit_address)
        self.new_by_address = Buckets(self.settings.limit_new)
        self.turns = Buckets(self.settings.limit_turns)
        self.reads = Buckets(self.settings.limit_reads)
        #: Turns of a conversation that run or wait for their turn.
        self.waiting: Counter[str] = Counter()
        #: Making a PDF takes a processor; a second one waits.
        self.reports = asyncio.Semaphore(2)
        self.background: asyncio.Task[None] | None = None
        self.runtime: Runtime | None = None
        self._on_new_message: Callable[[UserMessage], Awaitable[Any]] | None = None

    @classmethod
    def name(cls) -> str:
        """Name of the channel, and its part of the address."""
        return NAME

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> KeuzehulpChannel:
        """Made by Rasa from credentials.yml. Raises SettingsError."""
        return cls(Settings.read(credentials))

    # -- routes ----------------------------------------------------------------------------------------------------

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """All routes of the channel; called by Rasa."""
        self._on_new_message = on_new_message
        bp = Blueprint("keuzehulp_channel")
        bp.listener("after_server_start")(_function(self._start))
        bp.listener("before_server_stop")(_function(self._stop))
        bp.middleware("response")(lambda request, response: self.secure(request, response))
        bp.add_route(
            self._api(self._conversations),
            "/conversations",
            methods=["POST"],
            stream=True,
            name="conversations",
        )
        owned: list[tuple[str, str, Handler]] = [
            ("POST", "/messages", self._messages),
            ("POST", "/answers", self._answers),
            ("POST", "/upload", self._upload),
            ("POST", "/rating", self._rating),
            ("GET", "/history", self._history),
            ("GET", "/overview", self._overview),
            ("GET", "/report", self._report),
            ("DELETE", "/conversation", self._delete),
        ]
        for method, path, handler in owned:
            bp.add_route(
                self._api(self._owned(handler)),
                path,
                methods=[method],
                stream=method == "POST",
                name=path[1:],
            )
        for path in ("/conversations", *(path for _, path, _ in owned)):
            bp.add_route(_function(self._preflight), path, methods=["OPTIONS"], name=f"options_{path[1:]}")
        open_routes = {
            "/health": self._health,
            "/ready": self._ready,
            "/metrics": self._metrics,
            "/inzicht": self._insight,
        }
        for path, answer in open_routes.items():
            bp.add_route(_function(answer), path, methods=["GET"], name=path[1:])
        self.pages.add_routes(bp, prefix=True)
        return bp

    def secure(self, request: Request, response: Any) -> None:
        """Response middleware: the security headers."""
        web.secure(request, response, self.settings, embeddable=self.pages.is_embeddable(request.path))

    async def _preflight(self, request: Request) -> HTTPResponse:
        if not web.origin_allowed(request, self.settings):
            return _refused_origin().response()
        return HTTPResponse(status=204)

    def _api(self, handler: Callable[[Request], Awaitable[HTTPResponse | None]]) -> Any:
        """A route that admits allowed origins within the limits, and answers every error with a readable line."""

        async def handle(request: Request) -> HTTPResponse | None:
            try:
                self._admit(request)
                return await handler(request)
            except SanicException:
                raise
            except Exception as error:
                return self._refusal(error, request.path).response()

        return handle

    def _owned(self, handler: Handler) -> Callable[[Request], Awaitable[HTTPResponse | None]]:
        """A route for whoever holds the conversation's token."""

        async def handle(request: Request) -> HTTPResponse | None:
            scheme, _, token = request.headers.get("authorization", "").partition(" ")
            claim = self.signer.read(token.strip()) if scheme.lower() == "bearer" else None
            if claim is None or not self._store.exists(claim.conversation, claim.issued):
                raise ApiError(401, _GONE, "token")
            return await handler(request, claim)

        return handle

    def _admit(self, request: Request) -> None:
        if not web.origin_allowed(request, self.settings):
            raise _refused_origin()
        self._limit(self.by_address, web.client_address(request, self.settings))

    def _limit(self, buckets: Buckets, key: str) -> None:
        wait = buckets.take(key)
        if wait:
            raise self._busy(wait)

    def _busy(self, wait: float) -> ApiError:
        self.metrics.limited.inc()
        line = "Dat zijn veel berichten tegelijk. Wacht even en probeer het dan nog eens."
        return ApiError(429, line, "limit", wait)

    def _refusal(self, error: BaseException, what: str) -> ApiError:
        """What the user is told about an error; what cannot be expected is logged with a reference."""
        if isinstance(error, ApiError):
            if error.status != 429:
                self.metrics.errors.labels(error.kind).inc()
            return error
        if isinstance(error, ConversationGone):
            return ApiError(401, _GONE, "token")
        if isinstance(error, (StoreError, LockError)) or type(error).__module__.startswith("redis."):
            self.metrics.errors.labels("store").inc()
            faults.event("store_error", level=logging.ERROR, what=what, detail=str(error)[:200])
            return ApiError(503, _STORE, "store", 30)
        self.metrics.errors.labels("unexpected").inc()
        reference = faults.report(error, what)
        line = f"Er ging iets mis op de server. Probeer het nog eens. Blijft het misgaan? Noem dan nummer {reference}."
        return ApiError(500, line, "unexpected")

    @property
    def _store(self) -> ConversationStore:
        return self._running.store

    @property
    def _running(self) -> Runtime:
        if self.runtime is None or not self.runtime.warm:
            raise ApiError(
                503, "De keuzehulp start nog op. Probeer het over een halve minuut nog eens.", "starting", 15
            )
        return self.runtime

    # -- starting and stopping -------------------------------------------------------------------------------------

    async def _start(self, app: Any, _: Any) -> None:
        """Take over the store once Rasa has loaded its agent. Errors leave the server running and not ready."""
        if self.runtime is not None and self.runtime.warm:
            return
        agent = app.ctx.agent
        if not agent.is_ready():
            faults.event("not_ready", level=logging.ERROR, detail="no model was loaded")
            return
        try:
            if self.runtime is None:
                self.attach(agent)
        except StoreError as error:
            faults.event("not_ready", level=logging.ERROR, detail=str(error))
            return
        await self._try_to_warm_up()
        self.background = asyncio.get_running_loop().create_task(self._in_the_background())

    async def _in_the_background(self) -> None:
        """Become ready if that did not succeed yet, such as when the action server starts later; then purge."""
        wait = WARM_UP_FIRST
        while self.runtime and not self.runtime.warm:
            await asyncio.sleep(wait)
            await self._try_to_warm_up()
            wait = min(2 * wait, WARM_UP_LAST)
        await self._purge_by_itself()

    async def _try_to_warm_up(self) -> None:
        try:
            await self.warm_up()
        except Exception as error:
            self._refusal(error, "warm-up")

    def attach(self, agent: Any) -> Runtime:
        """Let failures of the agent's store and actions be seen. Raises StoreError when the store does not answer."""
        store = ConversationStore.of(agent.tracker_store)
        store.check()
        inner = getattr(agent.tracker_store, "_tracker_store", agent.tracker_store)
        agent.tracker_store = StrictTrackerStore(inner, store, self._count)
        agent.processor.tracker_store = agent.tracker_store
        if agent.action_endpoint is not None:
            agent.action_endpoint = faults.WatchedActions(agent.action_endpoint)
            agent.processor.action_endpoint = agent.action_endpoint
        agent.processor.on_circuit_break = faults.end_endless_turn
        self.runtime = Runtime(agent, store)
        return self.runtime

    def _count(self, tracker: DialogueStateTracker) -> None:
        if self.runtime and self.runtime.warm:
            self.metrics.count_turn(tracker)

    async def _stop(self, app: Any, _: Any) -> None:
        """Let running turns finish."""
        if self.background:
            self.background.cancel()
        if self.runtime and self.runtime.turns:
            faults.event("stopping", turns=len(self.runtime.turns))
            await asyncio.wait(self.runtime.turns, timeout=STOP_WAIT)

    async def _purge_by_itself(self) -> None:
        while True:
            try:
                runtime = self._running
                count = await runtime.store.purge(self.settings.retention_hours, runtime.agent.lock_store.lock)
                self.metrics.purged.inc(count)
                purge_counts(self.ratings)
                if count:
                    faults.event("purged", conversations=count)
            except Exception as error:
                self._refusal(error, "purge")
            await asyncio.sleep(PURGE_EVERY)

    async def warm_up(self) -> None:
        """One turn through the whole pipeline before the first visitor; it is not kept."""
        runtime = self.runtime
        assert runtime is not None
        claim, _ = self.signer.issue()
        runtime.store.add(claim)
        queue: asyncio.Queue[Any] = asyncio.Queue()
        try:
            await self._agent_turn(UserMessage("hallo", StreamOutput(queue), claim.conversation, input_channel=NAME))
        finally:
            runtime.store.delete(claim.conversation)
        runtime.warm = True

    # -- conversations ---------------------------------------------------------------------------------------------

    async def _conversations(self, request: Request) -> HTTPResponse:
        await _json_body(request)
        self._limit(self.new_by_address, web.client_address(request, self.settings))
        claim, token = self.signer.issue()
        self._store.add(claim)
        self.metrics.conversations.inc()
        return _json({"conversation": claim.conversation, "token": token}, status=201)

    async def _delete(self, request: Request, claim: Claim) -> HTTPResponse:
        self._limit(self.reads, claim.conversation)
        async with self._running.agent.lock_store.lock(claim.conversation):
            self._store.delete(claim.conversation)
        self.metrics.deleted.inc()
        return HTTPResponse(status=204)

    async def _history(self, request: Request, claim: Claim) -> HTTPResponse:
        tracker = await self._tracker(claim)
        return _json({"messages": messages.history(tracker) if tracker else []})

    async def _tracker(self, claim: Claim) -> DialogueStateTracker | None:
        self._limit(self.reads, claim.conversation)
        tracker: DialogueStateTracker | None = await self._running.agent.tracker_store.retrieve_full_tracker(
            claim.conversation
        )
        return tracker

    async def _overview(self, request: Request, claim: Claim) -> HTTPResponse:
        tracker = await self._tracker(claim)
        kb = get_kennisbank()
        answers = _stand(tracker).antwoorden if tracker else {}
        rows = [
            {
                "element": element.id,
                "naam": element.naam,
                "blok": kb.label("blok", block).naam,
                "antwoord": answers[element.id],
                "label": kb.label("antwoord", answers[element.id]).naam.lower(),
            }
            for block in (*BLOKKEN, IMPLEMENTATIE)
            for element in kb.blok(block)
            if answers.get(element.id)
        ]
        return _json({"antwoorden": rows})

    # -- turns -----------------------------------------------------------------------------------------------------

    async def _messages(self, request: Request, claim: Claim) -> HTTPResponse | None:
        data = await _json_body(request)
        text, kind = data.get("text"), data.get("kind", "text")
        if not isinstance(text, str) or kind not in ("text", "button", "paste"):
            raise ApiError(400, "Dit bericht kan ik niet lezen.", "request")
        if kind == "button" and data.get("payload") is not None:
            return await self._press(request, claim, data["payload"])
        return await self._say(request, claim, text, pasted=kind == "paste")

    async def _press(self, request: Request, claim: Claim, payload: Any) -> HTTPResponse | None:
        """A button counts only when this conversation showed it."""
        title = messages.offered(self._store.recent(claim.conversation), payload) if isinstance(payload, str) else None
        if title is None:
            line = "Die knop hoort bij een eerdere vraag. Kies een andere knop, of typ je antwoord."
            raise ApiError(409, line, "button")
        return await self._turn(request, claim, payload, {"titel": title})

    async def _say(self, request: Request, claim: Claim, text: str, pasted: bool) -> HTTPResponse | None:
        limit = MAX_PASTE if pasted else MAX_TEXT
        if len(text) > limit:
            raise ApiError(413, _too_long(len(text), pasted), "length")
        text = messages.as_text(maskeer(messages.clean(text)).tekst)
        if not text:
            raise ApiError(400, "Typ eerst een bericht.", "request")
        return await self._turn(request, claim, text, {"soort": "paste"} if pasted else {})

    async def _upload(self, request: Request, claim: Claim) -> HTTPResponse | None:
        text = await _read_upload(request)
        return await self._say(request, claim, text[:MAX_PASTE], pasted=True)

    async def _answers(self, request: Request, claim: Claim) -> HTTPResponse | None:
        """A changed answer goes through the dialogue, so that its rules say what follows."""
        data = await _json_body(request)
        kb = get_kennisbank()
        element, answer = data.get("element"), data.get("antwoord")
        known = {e.id: e for e in kb.met_vraag}
        if not isinstance(element, str) or element not in known or answer not in ANSWERS:
            raise ApiError(400, "Dat antwoord ken ik niet.", "request")
        text = f"{known[element].naam} moet zijn: {kb.label('antwoord', answer).naam.lower()}"
        parsed = {
            "text": text,
            "intent": {"name": "correct", "confidence": 1.0},
            "intent_ranking": [{"name": "correct", "confidence": 1.0}],
            "entities": [
                {"entity": "element", "value": element, "start": 0, "end": len(known[element].naam)},
                {
                    "entity": "antwoord",
                    "role": element,
                    "value": answer,
                    "start": len(text) - 1,
                    "end": len(text),
                },
            ],
        }
        return await self._turn(request, claim, text, {"soort": "antwoord"}, parsed)

    async def _turn(
        self,
        request: Request,
        claim: Claim,
        text: str,
        metadata: dict[str, Any],
        parsed: dict[str, Any] | None = None,
    ) -> HTTPResponse | None:
        """Run one turn and stream its messages. The turn goes on when the reader goes away."""
        self._limit(self.turns, claim.conversation)
        if self.waiting[claim.conversation] >= MAX_WAITING:
            raise self._busy(1)
        running = self._running
        queue: asyncio.Queue[Any] = asyncio.Queue()
        message = UserMessage(
            text,
            StreamOutput(queue),
            claim.conversation,
            input_channel=NAME,
            metadata=metadata,
            parse_data=parsed,
        )
        self.waiting[claim.conversation] += 1
        task = asyncio.get_running_loop().create_task(self._run(message, queue))
        running.turns.add(task)
        task.add_done_callback(running.turns.discard)
        item = await queue.get()
        if isinstance(item, ApiError):
            raise item
        response = await request.respond(content_type="application/x-ndjson; charset=utf-8")
        while isinstance(item, dict):
            await response.send(messages.line({"type": "message", **item}))
            item = await queue.get()
        last = {"type": "error", "message": item.line} if isinstance(item, ApiError) else {"type": "done"}
        await response.send(messages.line(last))
        await response.eof()
        return None

    async def _run(self, message: UserMessage, queue: asyncio.Queue[Any]) -> None:
        """One turn; puts its messages in the queue, then None, or the error that ended it."""
        started = time.perf_counter()
        self.metrics.running.inc()
        try:
            if (message.metadata or {}).get("soort") == "paste":
                message.parse_data = await self._parse_pasted(message)
            await self._agent_turn(message)
            queue.put_nowait(None)
        except (Exception, SystemExit) as error:
            # Rasa's SQL store ends the process at some errors of one conversation.
            queue.put_nowait(self._refusal(error, "turn"))
        finally:
            self.waiting[message.sender_id] -= 1
            if not self.waiting[message.sender_id]:
                del self.waiting[message.sender_id]
            self.metrics.running.dec()
            self.metrics.latency.observe(time.perf_counter() - started)

    async def _parse_pasted(self, message: UserMessage) -> dict[str, Any]:
        """A pasted description is one whatever it speaks of, unless it is short and a cry for help."""
        parsed: dict[str, Any] = await self._running.agent.parse_message(message.text)
        if not (parsed["intent"].get("name") == "crisis" and len(message.text or "") < 600):
            parsed["intent"] = {"name": "paste_text", "confidence": 1.0}
        return parsed

    async def _agent_turn(self, message: UserMessage) -> None:
        """Let Rasa handle the message. An action that failed is an error of the turn: Rasa itself goes on without."""
        assert self._on_new_message is not None
        errors: list[BaseException] = []
        faults.action_errors.set(errors)
        await self._on_new_message(message)
        if errors:
            raise errors[0]

    # -- report and rating -----------------------------------------------------------------------------------------

    async def _report(self, request: Request, claim: Claim) -> HTTPResponse:
        kind = request.args.get("format", "html")
        if kind not in FORMATEN:
            raise ApiError(400, "Kies html, pdf of docx.", "request")
        tracker = await self._tracker(claim)
        if tracker is None or not _stand(tracker).antwoorden:
            raise ApiError(409, "Voor een verslag heb ik eerst antwoorden nodig.", "request")
        make = functools.partial(maak_verslag, get_kennisbank(), _report_entry(tracker), kind)
        async with self.reports:
            content = await asyncio.get_running_loop().run_in_executor(None, make)
        name = f'attachment; filename="verslag-keuzehulp-veerkracht.{kind}"'
        headers = {"Content-Disposition": name, "Content-Security-Policy": web.REPORT_POLICY}
        return raw_response(content, content_type=FORMATEN[kind], headers=headers)

    async def _rating(self, request: Request, claim: Claim) -> HTTPResponse:
        data = await _json_body(request)
        message, value, note = data.get("message"), data.get("value"), data.get("note", "")
        if not isinstance(message, str) or value not in ("up", "down") or not isinstance(note, str):
            raise ApiError(400, "Deze beoordeling kan ik niet lezen.", "request")
        self._limit(self.reads, claim.conversation)
        about = next((e for e in self._store.recent(claim.conversation) if _is_message(e, message)), None)
        if about is None:
            raise ApiError(404, "Dat bericht ken ik niet meer.", "request")
        if not note:
            self.metrics.ratings.labels(value).inc()
        self.ratings.add(value, messages.clean(note), about.get("metadata") or {})
        return _json({})

    # -- for operators ---------------------------------------------------------------------------------------------

    async def _health(self, request: Request) -> HTTPResponse:
        return _json({"status": "ok"})

    async def _ready(self, request: Request) -> HTTPResponse:
        try:
            self._store.check()
        except (ApiError, StoreError) as error:
            return _json({"status": "not ready", "error": self._refusal(error, "ready").line}, status=503)
        return _json({"status": "ready"})

    async def _insight(self, request: Request) -> HTTPResponse:
        """Counts over all conversations, for the content owner; nothing below a group of ten."""
        if not self._is_operator(request):
            return _operators_only()
        body = f"<h1>Tellingen zonder tekst</h1>\n{inzicht.als_html(inzicht.overzicht())}"
        return html_response(statements.layout("Tellingen", body))

    async def _metrics(self, request: Request) -> HTTPResponse:
        if not self._is_operator(request):
            return _operators_only()
        return HTTPResponse(self.metrics.text(), content_type="text/plain; version=0.0.4; charset=utf-8")

    def _is_operator(self, request: Request) -> bool:
        """Whoever holds the token; without a token set, whoever asks on this machine itself."""
        token = self.settings.metrics_token
        given = request.headers.get("authorization", "").removeprefix("Bearer ").strip()
        if token:
            return hmac.compare_digest(given.encode(), token.encode())
        return web.is_loopback(request)


def _operators_only() -> HTTPResponse:
    return ApiError(403, "Deze cijfers zijn alleen voor beheerders.", "metrics").response()


def _function(method: Callable[..., Awaitable[Any]]) -> Any:
    """Sanic marks the functions of a blueprint; a method can't be marked."""

    async def call(*arguments: Any) -> Any:
        return await method(*arguments)

    return call


def _stand(tracker: DialogueStateTracker) -> Stand:
    return stand_of(None, tracker.current_slot_values())


def _refused_origin() -> ApiError:
    return ApiError(
        403,
        "Deze website mag de keuzehulp niet gebruiken. Vraag de beheerder om het adres toe te voegen.",
        "origin",
    )


def _too_long(length: int, pasted: bool) -> str:
    if pasted:
        return (
            f"Deze tekst is te lang ({length} tekens). Plak hooguit {MAX_PASTE} tekens, bijvoorbeeld alleen de lessen."
        )
    return f"Je bericht is te lang ({length} tekens). Maak het korter dan {MAX_TEXT} tekens, of kies tekst plakken."


def _json(data: Any, status: int = 200) -> HTTPResponse:
    return json_response(data, status=status, ensure_ascii=False)


async def _body(request: Request, limit: int) -> bytes:
    """The body, read no further than the limit."""
    length = request.headers.get("content-length", "")
    too_big = ApiError(413, "Dit is te groot om te versturen. Maak het korter.", "length")
    if length.isdigit() and int(length) > limit:
        raise too_big
    parts = bytearray()
    async for part in request.stream:
        parts += part
        if len(parts) > limit:
            raise too_big
    return bytes(parts)


async def _json_body(request: Request) -> dict[str, Any]:
    body = await _body(request, MAX_BODY)
    if not (request.content_type or "").startswith("application/json"):
        # Another page's form can send text without asking; JSON it can not.
        raise ApiError(415, "Dit bericht kan ik niet lezen.", "request")
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        raise ApiError(400, "Dit bericht kan ik niet lezen.", "request")
    return data


async def _read_upload(request: Request) -> str:
    """The text of an uploaded file."""
    # The rest of a multipart body is a few lines.
    request.body = await _body(request, MAX_FILE + 8 * 1024)
    file = (request.files or {}).get("file")
    if file is None or not re.search(r"\.(txt|docx|pdf)\Z", file.name or "", re.IGNORECASE):
        raise ApiError(400, "Kies een bestand dat eindigt op .txt, .docx of .pdf.", "request")
    try:
        text = await asyncio.get_running_loop().run_in_executor(None, tekst_uit, file.name, file.body)
    except BestandFout as error:
        raise ApiError(422, str(error), "upload") from error
    return text


def _report_entry(tracker: DialogueStateTracker) -> VerslagInvoer:
    """What the report of this conversation is made from."""
    talk = talk_of(tracker)
    step = kracht_gesprek.kleine_stap(talk)
    compared = tracker.current_slot_values().get("vergeleken") or ()
    return VerslagInvoer(
        stand=_stand(tracker),
        datum=date.today(),
        vergelijk=tuple(compared),
        kleine_stap=(step.wat, step.wie, step.wanneer) if step else (),
        kracht_gesprek=kracht_gesprek.voor_verslag(talk),
    )


def _is_message(event: dict[str, Any], id: str) -> bool:
    return event.get("event") == "bot" and messages.message_id(event.get("timestamp")) == id
