"""`make run`: serve the chat on one address, with the actions in this process."""

from __future__ import annotations

import argparse
import errno
import gc
import logging
import os
import socket
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from keuzehulp.server.train import newest_model

if TYPE_CHECKING:
    from keuzehulp.server.channel import KeuzehulpChannel

ENDPOINTS = Path("endpoints.yml")
CREDENTIALS = Path("credentials.yml")


class StartError(Exception):
    """The server cannot start; the text is one readable line with the remedy."""


def main(argv: list[str] | None = None) -> int:
    """Serve until stopped; returns the exit code."""
    arguments = _arguments(argv)
    quiet()
    try:
        _serve(arguments)
    except StartError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="serve", description="Start de keuzehulp op deze computer.")
    parser.add_argument("--port", type=int, default=5005, help="poort (5005)")
    parser.add_argument(
        "--host", default="127.0.0.1", help="adres om op te luisteren; 127.0.0.1 is alleen deze computer"
    )
    parser.add_argument("--model", type=Path, help="het modelbestand; anders het nieuwste in models/")
    parser.add_argument(
        "--endpoints",
        type=Path,
        default=ENDPOINTS,
        help=f"opslag, sloten en acties ({ENDPOINTS}; zie deploy/README.md)",
    )
    return parser.parse_args(argv)


def quiet() -> None:
    """Only our own events are logged, as JSON lines without message text. Errors of libraries lose their text too."""
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    # Libraries change the filters while they load; a warning is nothing for who starts the server.
    warnings.showwarning = lambda *_, **__: None
    from rasa.utils.log_utils import configure_structlog

    from keuzehulp.server.faults import LibraryErrors, log_to_stderr

    configure_structlog(logging.ERROR)
    root = logging.getLogger()
    root.handlers = [LibraryErrors()]
    root.setLevel(logging.ERROR)
    for name in ("rasa", "sanic.root", "sanic.error", "sanic.access", "sqlalchemy", "asyncio", "apscheduler"):
        library = logging.getLogger(name)
        library.handlers = []
        library.propagate = True
        library.setLevel(logging.ERROR)
    log_to_stderr()


def _serve(arguments: argparse.Namespace) -> None:
    model = check_model(arguments.model or newest_model())
    sock = bind(arguments.host, arguments.port)
    print("De keuzehulp start op ...", flush=True)
    agent, channels, channel = load(model, arguments.endpoints)
    app = make_app(agent, channels, channel)
    host, port = sock.getsockname()[:2]
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"

    async def announce(*_: Any) -> None:
        # What is loaded now stays: the collector of unused objects need not look through a million of them again.
        gc.collect()
        gc.freeze()
        if channel.runtime and channel.runtime.warm:
            print(f"\nDe keuzehulp draait op {address}/ en een voorbeeld van een intranet op {address}/demo")
            print("Open dat adres in je browser. Stoppen: Ctrl-C.", flush=True)
        else:
            print("De keuzehulp kon niet opwarmen; de regel hierboven zegt waarom.", file=sys.stderr)
            print("Past het model niet bij deze versie? Typ: make train", file=sys.stderr, flush=True)

    app.register_listener(announce, "after_server_start")
    app.run(sock=sock, workers=1, motd=False, access_log=False, debug=False)


def check_model(model: Path | None) -> Path:
    """The model, if this program can load it. Raises StartError."""
    if model is None:
        raise StartError("Er is nog geen model. Typ eerst: make train")
    if not model.is_file():
        raise StartError(f"Het model {model} bestaat niet. Geef een ander bestand, of typ: make train")
    import tarfile
    import zlib

    import rasa
    from rasa.engine.storage.local_model_storage import LocalModelStorage
    from rasa.shared.exceptions import RasaException

    remedy = "Maak een nieuw: make train"
    try:
        metadata = LocalModelStorage.metadata_from_archive(model)
    except RasaException:
        raise StartError(
            f"Het model {model} hoort bij een andere versie van Rasa dan {rasa.__version__}. {remedy}"
        ) from None
    except (tarfile.TarError, zlib.error, EOFError, OSError, ValueError, KeyError, TypeError):
        raise StartError(f"Het model {model} is beschadigd of is geen model. {remedy}") from None
    made_with = metadata.rasa_open_source_version
    if made_with != rasa.__version__:
        raise StartError(f"Het model {model} is van Rasa {made_with}; hier draait {rasa.__version__}. {remedy}")
    return model


def bind(host: str, port: int) -> socket.socket:
    """A bound socket that does not listen yet. Raises StartError when the port is taken."""
    if not 0 <= port <= 65535:
        raise StartError(f"Luisteren op poort {port} lukt niet. Kies een poort van 1 tot en met 65535.")
    try:
        family, _, _, _, target = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        sock = socket.socket(family, socket.SOCK_STREAM)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind(target)
    except (OSError, OverflowError) as error:
        if getattr(error, "errno", None) == errno.EADDRINUSE:
            raise StartError(
                f"Poort {port} is al bezet. Stop wat daar draait, of kies een andere: --port {port + 1}"
            ) from None
        raise StartError(
            f"Luisteren op {host}:{port} lukt niet ({error}). Kies een ander adres of een andere poort."
        ) from None
    return sock


def load(model: Path, endpoints: Path = ENDPOINTS) -> tuple[Any, list[Any], KeuzehulpChannel]:
    """The agent with its model, all channels, and ours. Raises StartError."""
    from rasa.core.run import create_http_input_channels
    from rasa.shared.exceptions import RasaException
    from sqlalchemy.exc import SQLAlchemyError

    from keuzehulp.kennisbank import KennisbankFout
    from keuzehulp.server.channel import KeuzehulpChannel
    from keuzehulp.server.settings import SettingsError
    from keuzehulp.server.storage import StoreError, describe
    from keuzehulp.server.tokens import SecretError

    try:
        channels = create_http_input_channels(None, str(CREDENTIALS))
        channel = next((c for c in channels if isinstance(c, KeuzehulpChannel)), None)
        if channel is None:
            raise StartError(f"{CREDENTIALS}: de regel keuzehulp.server.channel.KeuzehulpChannel ontbreekt.")
        agent = load_agent(model, endpoints)
        channel.attach(agent)
    except (StoreError, SQLAlchemyError) as error:
        detail = str(error) if isinstance(error, StoreError) else describe(error)
        raise StartError(
            f"De opslag van gesprekken is niet bereikbaar ({detail}). Kijk naar tracker_store in {endpoints}."
        ) from None
    except RasaException as error:
        raise StartError(f"{endpoints} of {CREDENTIALS} is niet te gebruiken: {error}") from None
    except (SettingsError, SecretError, KennisbankFout) as error:
        raise StartError(str(error)) from None
    except OSError as error:
        raise StartError(f"De map voor gegevens of een instelling is niet te gebruiken: {error}") from None
    return agent, channels, channel


def load_agent(model: Path, endpoints_file: Path = ENDPOINTS) -> Any:
    """Rasa's agent with the stores and actions of endpoints.yml. Raises StartError when the model does not load."""
    from rasa.core.agent import Agent
    from rasa.core.lock_store import LockStore
    from rasa.core.tracker_store import TrackerStore
    from rasa.core.utils import AvailableEndpoints

    from keuzehulp.server import speed
    from keuzehulp.server.in_process import check_action_results_once

    if not endpoints_file.is_file():
        raise StartError(f"{endpoints_file} bestaat niet. Geef een ander bestand met --endpoints.")
    check_action_results_once()
    speed.install()
    endpoints = AvailableEndpoints.read_endpoints(str(endpoints_file))
    agent = Agent(
        generator=endpoints.nlg,
        tracker_store=TrackerStore.create(endpoints.tracker_store),
        lock_store=LockStore.create(endpoints.lock_store),
        action_endpoint=actions_of(endpoints.action),
    )
    _check_locks(agent.lock_store, endpoints_file)
    try:
        agent.load_model(model)
    except Exception as error:
        from keuzehulp.server.faults import report

        reference = report(error, "load model")
        raise StartError(
            f"Het model {model} kon niet geladen worden (zie {reference} hierboven). Maak een nieuw: make train"
        ) from None
    return agent


def actions_of(endpoint: Any) -> Any:
    """The actions: in this process, unless endpoints.yml names a server and not `in_process: true`."""
    from keuzehulp.server.in_process import InProcessActions

    if endpoint is None or endpoint.kwargs.get("in_process"):
        return InProcessActions()
    return endpoint


def _check_locks(lock_store: Any, endpoints_file: Path) -> None:
    from rasa.core.lock_store import LockError

    try:
        lock_store.cleanup("start", lock_store.issue_ticket("start"))
    except LockError as error:
        detail = str(error).splitlines()[-1][:200]
        raise StartError(
            f"De opslag van sloten is niet bereikbaar ({detail}). Kijk naar lock_store in {endpoints_file}."
        ) from None


def make_app(agent: Any, channels: list[Any], channel: KeuzehulpChannel) -> Any:
    """The web application: Rasa's channels at their usual addresses, our pages at the root, and nothing else.

    Rasa's own application is not used: it answers on / and adds open CORS rules by a library with known flaws.
    """
    from rasa.core.channels.channel import register
    from sanic import Sanic

    from keuzehulp.server.pages import show_error
    from keuzehulp.server.settings import MAX_FILE

    app = Sanic("keuzehulp", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = MAX_FILE + 64 * 1024
    app.config.REQUEST_TIMEOUT = 20
    app.config.RESPONSE_TIMEOUT = 120
    app.config.KEEP_ALIVE_TIMEOUT = 30
    app.config.GRACEFUL_SHUTDOWN_TIMEOUT = 20
    app.ctx.agent = agent
    register(channels, app, route="/webhooks/")
    channel.pages.add_routes(app, prefix=False)
    app.register_middleware(channel.secure, "response")
    app.error_handler.add(Exception, show_error)
    return app


if __name__ == "__main__":
    sys.exit(main())
