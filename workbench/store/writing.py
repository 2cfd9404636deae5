"""The one way rows are written: an act, verified against what it saw, with its line in the log."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from workbench.core.events import Event
from workbench.core.ids import now
from workbench.core.model import TABLES, Row
from workbench.core.pieces import Change
from workbench.core.progress import Tell, nobody
from workbench.core.review import RowChange
from workbench.errors import StaleError, StoreError
from workbench.store import log, rows
from workbench.store.driver import DATABASE_ERRORS, Connection, IntegrityError, cause

_TOLD = 50  # rows between two words on how far it is


@contextmanager
def act(connection: Connection) -> Iterator[None]:
    """A transaction that others can read beside, however large it is, until its COMMIT.

    SQLite writes what its cache of two megabytes has no room for into the file at once, and from
    then on nobody can read it; of an act with thousands of rows that would be for seconds. The
    pragma has no effect inside a transaction.

    Raises:
        StoreError: the database could not be written; the sentence says why.
    """
    with suppress(*DATABASE_ERRORS):  # what is wrong is said when the act begins
        connection.execute("PRAGMA cache_spill = OFF")
    try:
        with transaction(connection):
            yield
    finally:
        with suppress(*DATABASE_ERRORS):
            connection.execute("PRAGMA cache_spill = ON")


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """BEGIN IMMEDIATE … COMMIT; whatever goes wrong, a failing COMMIT too, is rolled back.

    Raises:
        StoreError: the database could not be written; the sentence says why.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
    except DATABASE_ERRORS as error:
        raise StoreError(f"The database cannot be written: {cause(error)}.") from error
    try:
        yield
        connection.execute("COMMIT")
    except DATABASE_ERRORS as error:
        _roll_back(connection)
        raise StoreError(f"Not saved, and nothing was changed: {cause(error)}.") from error
    except BaseException:
        _roll_back(connection)
        raise


def write_act(
    connection: Connection,
    change: Change,
    *,
    undoes: str | None = None,
    redoes: str | None = None,
    tell: Tell = nobody,
) -> Event:
    """Write the rows of an act and its event; the caller holds the transaction.

    Args:
        connection: the database.
        change: the act; rows with number 0 are given the next short number.
        undoes: the event it undoes.
        redoes: the event it redoes.
        tell: told how many rows are written, of how many; what it raises ends the act.

    Returns:
        The event, with the rows as they were written.

    Raises:
        StaleError: a row is no longer what the act saw.
    """
    # What is brought back from a file may be somebody else's work.
    named = (row.after.get("analyst") for row in change.rows if row.after is not None)
    for name in dict.fromkeys([change.analyst, *filter(None, named)]):
        know_analyst(connection, name)
    written = []
    for done, row in enumerate(change.rows):
        if done % _TOLD == 0:
            tell(done, len(change.rows), "")
        written.append(_write_row(connection, change, row))
    return log.append(
        connection,
        review_id=change.review_id,
        analyst=change.analyst,
        act=change.act,
        rows=written,
        undoes=undoes,
        redoes=redoes,
    )


def know_analyst(connection: Connection, name: str) -> None:
    """Make sure an analyst has a row."""
    connection.execute("INSERT OR IGNORE INTO analyst VALUES (?, ?)", [name, now()])


def inverse(rows: Sequence[RowChange]) -> tuple[RowChange, ...]:
    """The rows that take an act back, in the order in which they can be written."""
    return tuple(RowChange(row.table, row.id, row.after, row.before) for row in reversed(rows))


def _write_row(connection: Connection, change: Change, row: RowChange) -> RowChange:
    if row.table not in TABLES:
        raise StoreError(f"The log names a table the workbench does not have: {row.table!r}.")
    key = _key(change.review_id, row)
    current = _current(connection, key, row)
    if current != row.before:
        raise StaleError(_stale(connection, change.review_id, row, current))
    after = row.after
    try:
        if after is None:
            rows.delete(connection, row.table, key)
        elif row.before is None:
            number = after.get("number")
            if number == 0:
                after = after | {"number": _next_number(connection, change.review_id, row.table)}
            elif number is not None:
                _number_given(connection, change.review_id, row.table, number)
            rows.insert(connection, row.table, after)
        else:
            # Only what differs, so that the quote is checked when a place is written and not else.
            changed = {
                name: value for name, value in after.items() if row.before.get(name) != value
            }
            if changed:
                rows.update(connection, row.table, key, changed)
    except IntegrityError as error:
        raise StoreError(f"Not saved, and nothing was changed: {_clash(error, row)}.") from error
    return row._replace(after=after)


def _key(review_id: str, row: RowChange) -> rows.Key:
    """A review is its own key; everything else is keyed by review and id."""
    return {"id": row.id} if row.table == "review" else {"review_id": review_id, "id": row.id}


def _current(connection: Connection, key: rows.Key, row: RowChange) -> Row | None:
    where = " AND ".join(f"{name} = ?" for name in key)
    found = connection.execute(
        f"SELECT * FROM {row.table} WHERE {where}", list(key.values())
    ).fetchone()
    return None if found is None else dict(found)


def _next_number(connection: Connection, review_id: str, table: str) -> int:
    connection.execute(
        "INSERT INTO counter (review_id, table_name, last) VALUES (?, ?, 1) "
        "ON CONFLICT (review_id, table_name) DO UPDATE SET last = last + 1",
        [review_id, table],
    )
    found = connection.execute(
        "SELECT last FROM counter WHERE review_id = ? AND table_name = ?", [review_id, table]
    )
    return int(found.fetchone()[0])


def _number_given(connection: Connection, review_id: str, table: str, number: int) -> None:
    """See to it that a number that came with its thing is not given out again."""
    connection.execute(
        "INSERT INTO counter (review_id, table_name, last) VALUES (?, ?, ?) "
        "ON CONFLICT (review_id, table_name) DO UPDATE SET last = excluded.last "
        "WHERE last < excluded.last",
        [review_id, table, number],
    )


def _stale(connection: Connection, review_id: str, row: RowChange, current: Row | None) -> str:
    shown = row.before or row.after or {}
    number = shown.get("number")
    name = row.table.replace("_", " ")
    what = f"{name.capitalize()} {number}" if number else f"This {name}"
    event = log.last_to_touch(connection, review_id, row.id)
    who = f" by {event.analyst} at {event.at[11:16]} UTC ({event.act})" if event else ""
    if current is None:
        return f"{what} is no longer there: it was taken away{who}. Nothing was changed."
    if row.before is None:
        return f"{what} is there already, brought in{who}. Nothing was changed."
    return f"{what} was changed{who} since you saw it. Nothing was changed; look at it again."


def _clash(error: BaseException, row: RowChange) -> str:
    text = str(error)
    if "review.title" in text:
        return "there is a review of that title already; choose another"
    if "FOREIGN KEY" in text and row.after is None:
        return (
            "something else still rests on it (a link or finding on a claim, a claim on an article)"
        )
    if "FOREIGN KEY" in text:
        return (
            "what it belongs to is no longer there (a finding’s or link’s claim, a claim’s article)"
        )
    if "quote is not the text" in text:
        return f"{text}, or the article is no longer there"
    if "number" in text:
        return "somebody else was given one of its numbers meanwhile; do it again"
    if "published_on" in text:
        return "a publication date is written YYYY-MM-DD"
    return text


def _roll_back(connection: Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")
