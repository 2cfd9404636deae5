"""Reviews as the database has them: the list, one by its title, one whole."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields
from typing import Any, NamedTuple

from workbench.core.model import TABLES, Record, Review, from_row
from workbench.core.review import ReviewState
from workbench.core.text import one_line
from workbench.errors import NotFoundError
from workbench.store.driver import Connection

_SHARED = frozenset(
    "review_id article_id analyst created_at updated_at claimant origin relation reason".split()
)


class ReviewSummary(NamedTuple):
    """A line of the list of reviews."""

    id: str
    title: str
    articles: int
    claims: int
    links: int
    conflicts: int
    last_worked_on: str
    findings: int


def summaries(connection: Connection) -> list[ReviewSummary]:
    """All reviews, the one worked on last first."""
    rows = connection.execute(
        """
        SELECT id, title,
          (SELECT count(*) FROM article WHERE review_id = review.id) AS articles,
          (SELECT count(*) FROM claim WHERE review_id = review.id) AS claims,
          (SELECT count(*) FROM link WHERE review_id = review.id) AS links,
          (SELECT count(*) FROM link WHERE review_id = review.id AND relation = 'conflicts')
            AS conflicts,
          (SELECT at FROM event WHERE review_id = review.id ORDER BY seq DESC LIMIT 1)
            AS last_worked_on,
          (SELECT count(*) FROM finding WHERE review_id = review.id) AS findings
        FROM review ORDER BY last_worked_on DESC, title
        """
    )
    return [ReviewSummary(*row) for row in rows.fetchall()]


def called(connection: Connection, title: str) -> Review | None:
    """The review of exactly this title; upper and lower case are alike, in any script."""
    wanted = one_line(title).casefold()
    return next((one for one in _all(connection) if one.title.casefold() == wanted), None)


def find(connection: Connection, name: str) -> Review:
    """The review of this title, or the only one whose title begins so.

    Raises:
        NotFoundError: none does, or several do.
    """
    exact = called(connection, name)
    if exact is not None:
        return exact
    wanted = one_line(name).casefold()
    begun = [one for one in _all(connection) if wanted and one.title.casefold().startswith(wanted)]
    if len(begun) == 1:
        return begun[0]
    if begun:
        titles = ", ".join(f"“{review.title}”" for review in begun)
        raise NotFoundError(f"“{name}” may be any of {titles}; write more of the title.")
    raise NotFoundError(
        f"There is no review whose title begins with “{name}”. `workbench reviews` lists them."
    )


def load(connection: Connection, review_id: str, analyst: str) -> ReviewState:
    """A whole review, without its articles' texts, as one analyst sees it.

    Raises:
        NotFoundError: it is not there.
        TypeError: a row holds a value of another kind than its column's.
    """
    same: dict[Any, Any] = {}
    connection.execute("BEGIN")  # one moment for all tables, whoever writes meanwhile
    try:
        found = connection.execute("SELECT * FROM review WHERE id = ?", [review_id]).fetchall()
        if not found:
            raise NotFoundError("That review is no longer there.")
        state = ReviewState(from_row(Review, dict(found[0])), analyst)
        for table, kind in TABLES.items():
            if kind is not Review:
                state.take(_records(connection, table, kind, review_id, same))
    finally:
        connection.execute("COMMIT")
    return state


def _records(
    connection: Connection, table: str, kind: type[Record], review_id: str, same: dict[Any, Any]
) -> Iterator[Record]:
    """The records of a table, row by row; values that many of them share are kept once."""
    names = [one.name for one in fields(kind)]
    columns = ", ".join(f'"{name}"' for name in names)
    shared = [place for place, name in enumerate(names) if name in _SHARED]
    with closing(connection.cursor()) as cursor:
        cursor.row_factory = None
        cursor.execute(f"SELECT {columns} FROM {table} WHERE review_id = ?", [review_id])
        for row in cursor:
            values = list(row)
            for place in shared:
                values[place] = same.setdefault(values[place], values[place])
            yield kind(*values)


def _all(connection: Connection) -> list[Review]:
    rows = connection.execute("SELECT * FROM review").fetchall()
    return [from_row(Review, dict(row)) for row in rows]
