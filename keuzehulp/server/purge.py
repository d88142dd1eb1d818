"""`python -m keuzehulp.server.purge`: delete old conversations now; the server itself does so every hour."""

from __future__ import annotations

import argparse
import asyncio
import dataclasses
import sqlite3
import sys
from pathlib import Path

from keuzehulp import inbox, inzicht
from keuzehulp.gegevens import data_folder
from keuzehulp.server.ratings import Ratings
from keuzehulp.server.serve import ENDPOINTS, quiet


def purge_counts(ratings: Ratings) -> None:
    """Delete counts, sentences without a conversation, and ratings of more than 30 days ago.

    Raises sqlite3.Error or OSError.
    """
    inbox.ruim_op()
    inzicht.ruim_op()
    ratings.prune()


def main(argv: list[str] | None = None) -> int:
    """Delete what is older than the retention; returns the exit code."""
    parser = argparse.ArgumentParser(prog="purge", description="Wis oude gesprekken uit de opslag.")
    parser.add_argument(
        "--uren",
        type=float,
        help="ouder dan zoveel uur na de laatste beurt (KEUZEHULP_BEWAAR_UREN, anders 24)",
    )
    parser.add_argument("--endpoints", type=Path, default=ENDPOINTS, help=f"waar de opslag staat ({ENDPOINTS})")
    arguments = parser.parse_args(argv)
    quiet()
    from rasa.core.tracker_store import TrackerStore
    from rasa.core.utils import AvailableEndpoints
    from rasa.shared.exceptions import RasaException
    from sqlalchemy.exc import SQLAlchemyError

    from keuzehulp.server.settings import Settings, SettingsError
    from keuzehulp.server.storage import ConversationStore, StoreError

    try:
        settings = Settings.read()
        if arguments.uren is not None:
            settings = dataclasses.replace(settings, retention_hours=arguments.uren)
        endpoints = AvailableEndpoints.read_endpoints(str(arguments.endpoints))
        store = ConversationStore.of(TrackerStore.create(endpoints.tracker_store))
        count = asyncio.run(store.purge(settings.retention_hours))
        purge_counts(Ratings(data_folder()))
    except (StoreError, SettingsError, RasaException, SQLAlchemyError, OSError, sqlite3.Error) as error:
        print(f"Wissen lukte niet: {error}", file=sys.stderr)
        return 1
    hours = f"{settings.retention_hours:g}"
    print(
        f"Gewist: {count} gesprekken (laatste beurt meer dan {hours} uur geleden), en tellingen van meer dan 30 dagen."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
