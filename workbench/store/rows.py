"""Writing single rows of our own tables.

Acts are written without sqlite-utils, which makes and upgrades the tables: importing it takes
40 ms and three megabytes, which the screen would pay while somebody reads.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.store.driver import Connection

Key = Mapping[str, str]
"""The columns that name a row, with their values."""


def insert(
    connection: Connection, table: str, values: Mapping[str, Any], *, or_ignore: bool = False
) -> None:
    """Write a new row.

    Args:
        connection: the database; the caller holds the transaction.
        table: one of our own tables' names, never somebody's word.
        values: by column; a name that is no column is an error of the database's.
        or_ignore: leave the row that is there already under the same key.
    """
    names = ", ".join(map(_quoted, values))
    marks = ", ".join("?" * len(values))
    verb = "INSERT OR IGNORE" if or_ignore else "INSERT"
    connection.execute(
        f"{verb} INTO {_quoted(table)} ({names}) VALUES ({marks})", list(values.values())
    )


def update(connection: Connection, table: str, key: Key, values: Mapping[str, Any]) -> None:
    """Write other values into some columns of a row."""
    where, named = _where(key)
    changed = ", ".join(f"{_quoted(name)} = ?" for name in values)
    connection.execute(
        f"UPDATE {_quoted(table)} SET {changed} WHERE {where}", [*values.values(), *named]
    )


def delete(connection: Connection, table: str, key: Key) -> None:
    """Take a row out."""
    where, named = _where(key)
    connection.execute(f"DELETE FROM {_quoted(table)} WHERE {where}", named)


def _where(key: Key) -> tuple[str, Sequence[str]]:
    return " AND ".join(f"{_quoted(name)} = ?" for name in key), list(key.values())


def _quoted(name: str) -> str:
    """A name as SQL reads it back; those of columns can come from a log that is not ours."""
    return '"' + name.replace('"', '""') + '"'
