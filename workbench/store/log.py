"""The append-only log: writing events, and finding what undo and redo would take back."""

import json
from collections.abc import Iterable, Sequence

from workbench.core.events import Event
from workbench.core.ids import new_id, now
from workbench.core.model import Row
from workbench.core.review import RowChange
from workbench.errors import StoreError
from workbench.store.driver import Connection
from workbench.store.rows import insert

NOT_UNDONE = ("review.create", "article.add")
"""Acts that undo passes over: a review is deleted, an article removed."""


_EVENT = "SELECT seq, id, analyst, at, act, undoes, redoes FROM event"


def append(
    connection: Connection,
    *,
    review_id: str,
    analyst: str,
    act: str,
    rows: Sequence[RowChange],
    undoes: str | None = None,
    redoes: str | None = None,
) -> Event:
    """Write one event and its rows; the caller holds the transaction that wrote the rows."""
    event_id, at = new_id(), now()
    insert(
        connection,
        "event",
        {
            "id": event_id,
            "review_id": review_id,
            "analyst": analyst,
            "at": at,
            "act": act,
            "undoes": undoes,
            "redoes": redoes,
        },
    )
    seq = connection.execute("SELECT seq FROM event WHERE id = ?", [event_id]).fetchone()[0]
    for position, row in enumerate(rows):
        values = {
            "event_seq": seq,
            "position": position,
            "table_name": row.table,
            "row_id": row.id,
            "before": _json(row.before),
            "after": _json(row.after),
        }
        insert(connection, "event_row", values)
    return Event(seq, event_id, analyst, at, act, undoes or "", redoes or "", tuple(rows))


def events(
    connection: Connection, review_id: str, *, after: int = 0, newest: int | None = None
) -> list[Event]:
    """The events of a review, oldest first.

    Args:
        connection: the database.
        review_id: whose log.
        after: only events with a greater seq.
        newest: at most so many, the newest ones; all when None.
    """
    found = connection.execute(
        f"{_EVENT} WHERE review_id = ? AND seq > ? ORDER BY seq DESC LIMIT ?",
        [review_id, after, -1 if newest is None else newest],
    ).fetchall()
    return _with_rows(connection, reversed(found))


def event(connection: Connection, event_id: str) -> Event:
    """The event with this id."""
    found = connection.execute(f"{_EVENT} WHERE id = ?", [event_id]).fetchall()
    if not found:
        raise StoreError("The log is damaged: an event of it is missing. Restore a backup.")
    return _with_rows(connection, found)[0]


def latest(connection: Connection, review_id: str) -> int:
    """The seq of the newest event of a review; 0 when there is none."""
    found = connection.execute("SELECT max(seq) FROM event WHERE review_id = ?", [review_id])
    return int(found.fetchone()[0] or 0)


def numbers_given(connection: Connection, review_id: str) -> dict[str, dict[int, str]]:
    """By table, every short number a review has given out, and the id of what got it."""
    found = connection.execute(
        "SELECT table_name, row_id, json_extract(after, '$.number') FROM event_row "
        "JOIN event ON event.seq = event_row.event_seq "
        "WHERE review_id = ? AND before IS NULL AND table_name IN "
        "('article', 'claim', 'link', 'finding', 'evidence')",
        [review_id],
    )
    given: dict[str, dict[int, str]] = {}
    for table, row_id, number in found.fetchall():
        given.setdefault(table, {})[number] = row_id
    return given


def last_to_touch(connection: Connection, review_id: str, row_id: str) -> Event | None:
    """The newest event that touched a row."""
    found = connection.execute(
        f"{_EVENT} WHERE review_id = ? AND seq IN (SELECT event_seq FROM event_row "
        "WHERE row_id = ?) ORDER BY seq DESC LIMIT 1",
        [review_id, row_id],
    ).fetchall()
    return _with_rows(connection, found)[0] if found else None


def next_undo(connection: Connection, review_id: str, analyst: str) -> str | None:
    """The id of the act that undo takes back: the analyst's newest that still stands.

    Undo events are read as taking one act off a pile and redo events as putting it back, from the
    newest backwards, so only as much of the log is read as there were undos lately.
    """
    taken_off = 0
    for row in _backwards(connection, review_id, analyst):
        if row["undoes"]:
            taken_off += 1
        elif row["act"] in NOT_UNDONE:
            continue
        elif taken_off:
            taken_off -= 1
        else:
            return str(row["redoes"] or row["id"])
    return None


def next_redo(connection: Connection, review_id: str, analyst: str) -> str | None:
    """The id of the act that redo brings back; None once a new act has been done."""
    put_back = 0
    for row in _backwards(connection, review_id, analyst):
        if row["redoes"]:
            put_back += 1
        elif row["act"] in NOT_UNDONE:
            continue
        elif not row["undoes"]:
            return None
        elif put_back:
            put_back -= 1
        else:
            return str(row["undoes"])
    return None


def _backwards(connection: Connection, review_id: str, analyst: str) -> Iterable[Row]:
    """The analyst's events, newest first, in pages, so that no read is left open."""
    before = 1 << 62
    while True:
        page = connection.execute(
            "SELECT seq, id, act, undoes, redoes FROM event "
            "WHERE review_id = ? AND analyst = ? AND seq < ? ORDER BY seq DESC LIMIT 100",
            [review_id, analyst, before],
        ).fetchall()
        if not page:
            return
        yield from map(dict, page)
        before = page[-1]["seq"]


def _with_rows(connection: Connection, found: Iterable[Row]) -> list[Event]:
    return [
        Event(
            row["seq"],
            row["id"],
            row["analyst"],
            row["at"],
            row["act"],
            row["undoes"] or "",
            row["redoes"] or "",
            tuple(
                RowChange(
                    changed["table_name"],
                    changed["row_id"],
                    _row(changed["before"]),
                    _row(changed["after"]),
                )
                for changed in connection.execute(
                    "SELECT table_name, row_id, before, after FROM event_row "
                    "WHERE event_seq = ? ORDER BY position",
                    [row["seq"]],
                ).fetchall()
            ),
        )
        for row in found
    ]


def _json(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _row(text: str | None) -> Row | None:
    if text is None:
        return None
    try:
        row = json.loads(text)
    except (TypeError, ValueError):
        row = None
    if not isinstance(row, dict):
        raise StoreError("The log is damaged: a line of it cannot be read. Restore a backup.")
    return row
