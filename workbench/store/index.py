"""The sentence index: made in slices of a few milliseconds, and forgotten text by text."""

import time
from collections.abc import Callable, Iterable
from typing import NamedTuple

from workbench.core.ids import now
from workbench.core.long_text import Text
from workbench.core.progress import Tell, nobody
from workbench.core.segments import Span
from workbench.store.driver import Connection
from workbench.store.writing import transaction

SLICE_SECONDS = 0.02
"""Longest time a background write holds the database."""

SENTENCES_OF_A_TEXT = 1 << 24
"""A sentence's id is its text's number times this, and how many sentences stand before it."""

_CHUNK = 8_000  # code points indexed between two looks at the clock

_SENTENCES = 500  # forgotten between two words on how far it is


class Indexed(NamedTuple):
    """How far a text is indexed.

    Attributes:
        number: the text's own; 0 when nothing of it is indexed.
        done: code points.
        sentences: how many.
    """

    number: int = 0
    done: int = 0
    sentences: int = 0


def index_some(
    connection: Connection,
    text_sha256: str,
    text: Text,
    go_on: Callable[[], bool] = lambda: True,
) -> bool:
    """Index the next part of a text in one short transaction.

    Args:
        connection: the database.
        text_sha256: which text.
        text: the text itself.
        go_on: asked every millisecond or so; False ends this part sooner.

    Returns:
        True when the whole text is indexed.
    """
    # Here, for reading does not need them, and nobody waits with a transaction open.
    from workbench.core.sentences import next_piece, split_piece
    from workbench.core.term_version import term_version

    term_version()
    stop_at = time.perf_counter() + SLICE_SECONDS
    with transaction(connection):
        if not _is_current(connection):
            _empty(connection)
        # Read in here, for another terminal may be indexing the same text.
        number, done, sentences = _begin(connection, text_sha256)
        while done < len(text) and time.perf_counter() < stop_at and go_on():
            spans: list[Span] = []
            begun = done
            while done < len(text) and done - begun < _CHUNK:
                end = next_piece(text, done)
                spans += split_piece(text, done, end)
                done = end
            _add(connection, number * SENTENCES_OF_A_TEXT + sentences, text, spans)
            sentences += len(spans)
        connection.execute(
            "UPDATE sentence_progress SET done = ?, sentences = ? WHERE number = ?",
            [done, sentences, number],
        )
    return done >= len(text)


def progress(connection: Connection, text_sha256: str) -> Indexed:
    """How much of a text is indexed: nothing where the words of the index are not today's."""
    if not _is_current(connection):
        return Indexed()
    found = connection.execute(
        "SELECT number, done, sentences FROM sentence_progress WHERE text_sha256 = ?", [text_sha256]
    ).fetchone()
    return Indexed(*found) if found else Indexed()


def forget(connection: Connection, text_sha256: str, text: str, tell: Tell = nobody) -> None:
    """Take a text out of the index; the caller holds the transaction.

    Args:
        connection: the database.
        text_sha256: which text.
        text: the text itself.
        tell: told now and then how many of its code points are gone.
    """
    if not _is_current(connection):
        _empty(connection)  # with other words an entry cannot be taken out
        return
    number = progress(connection, text_sha256).number
    its_own = [number * SENTENCES_OF_A_TEXT, (number + 1) * SENTENCES_OF_A_TEXT - 1]
    for count, row in enumerate(
        connection.execute(
            'SELECT id, start, "end" FROM sentence WHERE id BETWEEN ? AND ? ORDER BY id', its_own
        ).fetchall()
    ):
        if count % _SENTENCES == 0:
            tell(row[1], len(text), "")
        connection.execute(
            "INSERT INTO sentence_index (sentence_index, rowid, words) VALUES ('delete', ?, ?)",
            [row[0], _words(text[row[1] : row[2]])],
        )
    connection.execute("DELETE FROM sentence WHERE id BETWEEN ? AND ?", its_own)
    connection.execute("DELETE FROM sentence_progress WHERE number = ?", [number])


# Which words an index has is remembered beside the migrations: SQLite's own tables have no place
# for it, and a table of ours would be a new schema.
_SET = "words of the index"


def _is_current(connection: Connection) -> bool:
    """Whether the index has the words and sentences that come out today, or nothing at all."""
    written = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ?", [_SET]
    ).fetchall()
    if written:
        from workbench.core.term_version import term_version

        return [row[0] for row in written] == [term_version()]
    return connection.execute("SELECT 1 FROM sentence_progress LIMIT 1").fetchone() is None


def _remember(connection: Connection) -> None:
    from workbench.core.term_version import term_version

    connection.execute("DELETE FROM _sqlite_migrations WHERE migration_set = ?", [_SET])
    connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, ?)",
        [_SET, term_version(), now()],
    )


def _empty(connection: Connection) -> None:
    """Take everything out of the index; it is made again in the background."""
    connection.execute("INSERT INTO sentence_index (sentence_index) VALUES ('delete-all')")
    connection.execute("DELETE FROM sentence")
    connection.execute("DELETE FROM sentence_progress")
    connection.execute("DELETE FROM _sqlite_migrations WHERE migration_set = ?", [_SET])


def _begin(connection: Connection, text_sha256: str) -> Indexed:
    begun = progress(connection, text_sha256)
    if not begun.number:
        _remember(connection)
        # An insert that does nothing would use up a number too.
        connection.execute(
            "INSERT INTO sentence_progress (text_sha256, done, sentences) VALUES (?, 0, 0)",
            [text_sha256],
        )
        begun = progress(connection, text_sha256)
    return begun


def _add(connection: Connection, first: int, text: Text, found: Iterable[Span]) -> None:
    spans = list(enumerate(found, start=first))
    connection.executemany(
        "INSERT INTO sentence VALUES (?, ?, ?)",
        [(key, start, end) for key, (start, end) in spans],
    )
    connection.executemany(
        "INSERT INTO sentence_index (rowid, words) VALUES (?, ?)",
        [(key, _words(text[start:end])) for key, (start, end) in spans],
    )


def _words(sentence: str) -> str:
    from workbench.core.terms import terms

    return " ".join(terms(sentence))
