"""The schema: how a database becomes ours, and how we know it still is."""

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.core.text import sha256
from workbench.errors import StoreError
from workbench.store.driver import Connection

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x57_42_46_43
"""What marks an SQLite file as ours (`WBFC`)."""

VERSION = 3
"""The schema this program writes; kept in the file's `user_version`."""

DIGEST = "1116a4a2677fc6e90568f3c6040cbdc778064867754eeb0742167d66ee87b99e"
"""SHA-256 over our tables, indexes, triggers and views as SQLite keeps them; held by a test."""

OLDER: dict[int, str] = {
    1: "30a6ddbf28417db36ba397eab94edc1b73b7798f9744454d6731b404035df761",
    2: "f772264d1fb0a8b0268677a20a2cf60b1ac924bd80ae74d8b6e5b77b66c42486",
}
"""The digests of older schemas, by version: what a file says it is, it has to be."""

_HERE = Path(__file__).parent

# How SQLite, FTS5 and sqlite-utils spell their own inner tables is theirs to change; what they
# cannot bring along is a trigger or a view.
_OURS = """
    SELECT type, name, tbl_name, sql FROM sqlite_schema
    WHERE type IN ('trigger', 'view') OR NOT (
      name LIKE 'sqlite\\_%' ESCAPE '\\'
      OR tbl_name = '_sqlite_migrations'
      OR name LIKE 'sentence\\_index\\_%' ESCAPE '\\'
    )
    ORDER BY type, name
"""


def migrate(database: "Database") -> None:
    """Bring a database to `VERSION`; the caller holds the write transaction.

    Args:
        database: the sqlite-utils database around a connection inside BEGIN IMMEDIATE.
    """
    from sqlite_utils import Migrations

    migrations = Migrations("workbench")

    @migrations(name="1")
    def _foundation(db: "Database") -> None:
        db.executescript((_HERE / "schema_1.sql").read_text(encoding="utf-8"))

    @migrations(name="2")
    def _words_of_core(db: "Database") -> None:
        db.executescript((_HERE / "schema_2.sql").read_text(encoding="utf-8"))

    @migrations(name="3")
    def _findings(db: "Database") -> None:
        db.executescript((_HERE / "schema_3.sql").read_text(encoding="utf-8"))

    migrations.apply(database)
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute(f"PRAGMA user_version = {VERSION}")


def digest(connection: Connection) -> str:
    """The SHA-256 over everything in the schema that is not SQLite's own."""
    lines = ["|".join(str(part) for part in row) for row in connection.execute(_OURS)]
    return sha256("\n".join(lines))


def verify_mark(connection: Connection, name: str) -> None:
    """Refuse a file that another program or a newer workbench has written.

    Raises:
        StoreError: with the reason.
    """
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION_ID:
        raise StoreError(
            f"{name} is an SQLite database of another program; it was not touched. "
            "Name another file with --db."
        )
    if version > VERSION:
        raise StoreError(
            f"{name} was written by a newer workbench (schema {version}; this one knows "
            f"{VERSION}); it was not touched. Update the workbench to open it."
        )


def verify(connection: Connection, name: str) -> None:
    """Refuse a file that is not ours, is newer, or has been given other tables or triggers.

    Nothing of the file is run or changed by looking.

    Raises:
        StoreError: with the reason.
    """
    verify_mark(connection, name)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if digest(connection) != {VERSION: DIGEST, **OLDER}.get(version):
        raise StoreError(
            f"{name} has tables, triggers or views that the workbench did not make; it was not "
            "touched. Take them out, or restore a backup: a trigger in a file from elsewhere could "
            "change your marks."
        )
