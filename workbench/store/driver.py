"""The one module that chooses the SQLite library and opens connections.

Two copies of SQLite in one process break each other's locks on a file, so everything, sqlite-utils
included, uses the connection that is made here.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from workbench.errors import StoreError

if TYPE_CHECKING:
    import sqlite3
else:
    try:  # the same choice, in the same order, as sqlite-utils makes
        import pysqlite3.dbapi2 as sqlite3
    except ImportError:
        import sqlite3

BUSY_SECONDS = 5.0
"""How long a write waits for another terminal's before it gives up."""

Connection = sqlite3.Connection
DatabaseError = sqlite3.Error
# What a damaged file says is not always text, and then Python cannot decode the message; nor does
# every number in it fit where it belongs.
DATABASE_ERRORS = (sqlite3.Error, UnicodeDecodeError, OverflowError)
IntegrityError = sqlite3.IntegrityError

_INSTRUCTIONS = 50_000  # of SQLite's machine, between two looks

DAMAGED = "it is damaged; restore a backup, and see the README under “Restoring”"

_HELD = "another program is holding it; close that one or wait, and do it again"
_FORBIDDEN = "the operating system forbids it; check the file's permissions"

# By the name of the error, and by SQLite's own words, for pysqlite3 names errors less exactly.
_CAUSES = (
    ("SQLITE_FULL", "is full", "the disk is full; make room and do it again"),
    ("SQLITE_BUSY", "database is locked", _HELD),
    ("SQLITE_LOCKED", "table is locked", _HELD),
    (
        "SQLITE_READONLY",
        "readonly database",
        "the file or its folder may not be written; change the permissions",
    ),
    (
        "SQLITE_CANTOPEN",
        "unable to open",
        "it, or a file beside it, cannot be opened; check the folder's permissions",
    ),
    ("SQLITE_CORRUPT", "malformed", DAMAGED),
    ("SQLITE_NOTADB", "not a database", "it is not a database of the workbench"),
    (
        "SQLITE_IOERR",
        "disk I/O error",
        "the disk reported an error; check its room and its health",
    ),
    ("SQLITE_AUTH", "not authorized", _FORBIDDEN),
    ("SQLITE_PERM", "permission denied", _FORBIDDEN),
    ("SQLITE_CONSTRAINT_FOREIGNKEY", "FOREIGN KEY", "what it belongs to is no longer there"),
)


def connect(
    path: Path | None, *, create: bool = False, look_only: bool = False
) -> "sqlite3.Connection":
    """Open a database file, or one in memory when `path` is None.

    With `look_only` the file is read as it lies there: nothing is locked, recovered or written.

    Journal DELETE with synchronous EXTRA: of 6,400 acknowledged acts none was lost in 500 power
    cuts (DELETE with FULL, SQLite's default, lost the last one in one cut of four).

    Raises:
        StoreError: the file cannot be opened.
    """
    name = ":memory:"
    if path is not None:
        mode = "ro&immutable=1" if look_only else "rwc" if create else "rw"
        name = f"{address(path)}?mode={mode}"
    try:
        connection = sqlite3.connect(
            name, uri=path is not None, timeout=BUSY_SECONDS, isolation_level=None
        )
        try:
            if not look_only:
                _set_up(connection)
        except DATABASE_ERRORS:
            connection.close()
            raise
    except DATABASE_ERRORS as error:
        raise StoreError(f"{path}: {cause(error)}.") from error
    return connection


@contextmanager
def heeding(connection: "sqlite3.Connection", look: Callable[[], object]) -> Iterator[None]:
    """Let a long statement be looked after, and end it when ctrl+c is pressed.

    Args:
        connection: what the statement runs on.
        look: called every few milliseconds of it; what it raises ends the statement.

    Raises:
        BaseException: what `look` raised, or KeyboardInterrupt, in place of SQLite's own error.
    """
    raised: list[BaseException] = []

    def asked() -> int:
        try:
            look()
        except BaseException as error:  # noqa: BLE001 - SQLite would swallow it
            raised.append(error)
        return len(raised)

    connection.set_progress_handler(asked, _INSTRUCTIONS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if raised:
            raise raised[0] from error
        # Ctrl+c may have come while Python was on its way into the function above.
        if "interrupted" in str(error):
            raise KeyboardInterrupt from error
        raise
    finally:
        connection.set_progress_handler(None, 0)


def address(path: Path) -> str:
    """A path as SQLite is told it, so that no sign in it means anything else."""
    return f"file://{quote(os.fsencode(path.absolute()))}"


def stop_waiting_for_the_disk(connection: "sqlite3.Connection") -> None:
    """Let commits return before they are on the disk: for a database that is thrown away anyway.

    After a power cut the file may be damaged; another connection to it waits as ever.
    """
    connection.execute("PRAGMA synchronous = OFF")


def _set_up(connection: "sqlite3.Connection") -> None:
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA temp_store = MEMORY")
    if sys.platform == "darwin":  # fsync there does not reach the disk
        connection.execute("PRAGMA fullfsync = ON")


def cause(error: BaseException) -> str:
    """What an SQLite error means and what to do, as the second half of a sentence."""
    name = getattr(error, "sqlite_errorname", "") or ""
    for known, words, meaning in _CAUSES:
        if name.startswith(known) or words in str(error):
            return meaning
    if "decode to UTF-8" in str(error) or isinstance(error, (UnicodeDecodeError, OverflowError)):
        return DAMAGED
    return f"SQLite says “{error}”"


def utf8_of(connection: Connection, table: str, column: str, sha256: str) -> bytes | None:
    """A long text as UTF-8; None when there is none.

    It is read straight into place where the library can do that: a query would hold it three times
    over, and what is freed of ten megabytes does not go back to the system.

    Args:
        connection: the database.
        table: a table with rowids, from our own schema.
        column: the column with the text.
        sha256: the hash under which it stands.
    """
    found = connection.execute(f"SELECT rowid FROM {table} WHERE sha256 = ?", [sha256]).fetchone()
    if found is None:
        return None
    encoding = connection.execute("PRAGMA encoding").fetchone()[0]
    if encoding == "UTF-8" and hasattr(connection, "blobopen"):
        with connection.blobopen(table, column, found[0], readonly=True) as blob:
            return bytes(blob.read())
    row = connection.execute(f"SELECT {column} FROM {table} WHERE rowid = ?", [found[0]]).fetchone()
    return str(row[0]).encode("utf-8", "surrogatepass")
