"""The data folder, and the small SQLite files in it that hold counts.

Several processes may write at once: each write is one transaction, a writer waits for another.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

#: Days that counts are kept.
BEWAARTERMIJN = 30

_WAIT = 10.0
_PAUSE = 0.01


def data_folder() -> Path:
    """The folder for everything that is kept, made when it is missing (KEUZEHULP_DATA, default `gegevens`)."""
    folder = Path(os.environ.get("KEUZEHULP_DATA", "gegevens"))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def vandaag() -> str:
    """Today as ISO text; nothing more exact is kept with a count."""
    return date.today().isoformat()


def oudste_dag() -> str:
    """The oldest day that is kept."""
    return (date.today() - timedelta(days=BEWAARTERMIJN)).isoformat()


class Tellingen:
    """A SQLite file with one table of counts; `dag` is one of its columns. Connections stay open per process."""

    def __init__(self, naam: str, tabel: str, schema: str) -> None:
        """`naam` is the file in the data folder, `schema` the columns of `tabel` as SQL."""
        self._naam = naam
        self._tabel = tabel
        self._schema = schema
        self._lock = threading.Lock()
        self._open: dict[tuple[str, int], sqlite3.Connection] = {}
        self._opgeruimd = ""

    @contextmanager
    def verbinding(self) -> Iterator[sqlite3.Connection]:
        """A connection inside one transaction. Raises sqlite3.Error or OSError when the file cannot be used."""
        with self._lock:
            connection = self._connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                self._opruimen(connection)
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    def wis(self) -> None:
        """Delete everything; the file is emptied too. Raises as `verbinding`."""
        with self.verbinding() as connection:
            connection.execute(f"DELETE FROM {self._tabel}")
        self._wis_sporen()

    def ruim_op(self) -> None:
        """Delete what is too old, also when nothing is written any more; without a file nothing is made."""
        if not (data_folder() / self._naam).exists():
            return
        self._opgeruimd = ""
        with self.verbinding():
            pass
        self._wis_sporen()

    def _wis_sporen(self) -> None:
        """Write the file anew and empty the log: `secure_delete` leaves copies of rows that SQLite once moved."""
        with self._lock:
            self._connection().execute("VACUUM")
            self._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _connection(self) -> sqlite3.Connection:
        file = data_folder() / self._naam
        key = (str(file.absolute()), os.getpid())
        if key not in self._open or not file.exists():
            file.touch(mode=0o600, exist_ok=True)
            connection = sqlite3.connect(file, timeout=_WAIT, isolation_level=None, check_same_thread=False)
            self._set_up(connection)
            self._open[key] = connection
        return self._open[key]

    def _set_up(self, connection: sqlite3.Connection) -> None:
        """Settings and table; tried again, for SQLite does not wait for another process that changes the journal mode too."""
        until = time.monotonic() + _WAIT
        while True:
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = NORMAL")
                connection.execute("PRAGMA secure_delete = ON")
                connection.execute(f"CREATE TABLE IF NOT EXISTS {self._tabel} ({self._schema})")
                return
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > until:
                    raise
                time.sleep(_PAUSE)

    def _opruimen(self, connection: sqlite3.Connection) -> None:
        """Once a day the counts that are too old go."""
        if self._opgeruimd != vandaag():
            connection.execute(f"DELETE FROM {self._tabel} WHERE dag < ?", (oudste_dag(),))
            self._opgeruimd = vandaag()
