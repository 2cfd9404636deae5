"""Single rows are written by name, whatever the names are."""

from __future__ import annotations

import sqlite3

import pytest

from workbench.store.rows import delete, insert, update


@pytest.fixture
def connection():
    with sqlite3.connect(":memory:", isolation_level=None) as connection:
        connection.execute('CREATE TABLE claim (review_id, id, "end", UNIQUE (review_id, id))')
        yield connection


KEY = {"review_id": "r", "id": "a"}


def everything(connection):
    return [tuple(row) for row in connection.execute("SELECT * FROM claim ORDER BY id")]


def test_a_row_is_made_changed_and_taken_out_by_its_whole_key(connection):
    for name in ("a", "b"):
        insert(connection, "claim", {"review_id": "r", "id": name, "end": 1})
    insert(connection, "claim", {"review_id": "s", "id": "a", "end": 1})
    update(connection, "claim", KEY, {"end": 2})
    assert sorted(everything(connection)) == [("r", "a", 2), ("r", "b", 1), ("s", "a", 1)]
    delete(connection, "claim", KEY)
    assert sorted(everything(connection)) == [("r", "b", 1), ("s", "a", 1)]


def test_a_row_that_is_there_is_refused_or_left(connection):
    insert(connection, "claim", KEY | {"end": 1})
    with pytest.raises(sqlite3.IntegrityError):
        insert(connection, "claim", KEY | {"end": 2})
    insert(connection, "claim", KEY | {"end": 2}, or_ignore=True)
    assert everything(connection) == [("r", "a", 1)]


@pytest.mark.parametrize("name", ['id" = 1; DROP TABLE claim; --', "x'); DROP TABLE claim; --", ""])
def test_a_name_of_a_column_is_never_read_as_sql(connection, name):
    insert(connection, "claim", KEY | {"end": 1})
    for write in (
        lambda: insert(connection, "claim", {"review_id": "r", name: 1}),
        lambda: update(connection, "claim", KEY, {name: 2}),
    ):
        with pytest.raises(sqlite3.OperationalError):
            write()
    assert everything(connection) == [("r", "a", 1)]
