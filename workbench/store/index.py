"""The sentence index: made in slices, asked for the rarest words of a claim."""

import time
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from workbench.core.long_text import Text
from workbench.core.progress import Tell, nobody
from workbench.core.segments import Span
from workbench.core.sentences import next_piece, split_piece
from workbench.store.driver import Connection
from workbench.store.writing import transaction

SLICE_SECONDS = 0.02
"""Longest time a background write holds the database."""

_CHUNK = 8_000  # code points indexed between two looks at the clock

_SENTENCES = 500  # forgotten between two words on how far it is

POSTINGS = 5_000
"""Index entries a query reads, rarest words first: enough on news, and flat in the index's size."""


class Candidate(NamedTuple):
    """A sentence of another article that shares rare words with a claim."""

    article_id: str
    start: int
    end: int
    score: float


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
    stop_at = time.perf_counter() + SLICE_SECONDS
    with transaction(connection):
        # Read in here, for another terminal may be indexing the same text.
        done = progress(connection, text_sha256)
        while done < len(text) and time.perf_counter() < stop_at and go_on():
            spans: list[Span] = []
            begun = done
            while done < len(text) and done - begun < _CHUNK:
                end = next_piece(text, done)
                spans += split_piece(text, done, end)
                done = end
            _add(connection, text_sha256, text, spans)
        connection.execute(
            "INSERT INTO sentence_progress (text_sha256, done) VALUES (?, ?) "
            "ON CONFLICT (text_sha256) DO UPDATE SET done = excluded.done",
            [text_sha256, done],
        )
    return done >= len(text)


def progress(connection: Connection, text_sha256: str) -> int:
    """How many code points of a text are indexed."""
    found = connection.execute(
        "SELECT done FROM sentence_progress WHERE text_sha256 = ?", [text_sha256]
    ).fetchone()
    return int(found[0]) if found else 0


def candidates(
    connection: Connection, review_id: str, terms: Sequence[str], limit: int, not_in: str = ""
) -> list[Candidate]:
    """The sentences of a review that share the rarest of some words.

    Args:
        connection: the database.
        review_id: which review's articles.
        terms: words of the claim, as they stand.
        limit: at most so many per article.
        not_in: the id of an article to leave out, the claim's own.

    Returns:
        Candidates, best first by bm25 (here greater is better).
    """
    rare = _rarest(connection, terms)
    if not rare:
        return []
    match = " OR ".join('"' + word.replace('"', '""') + '"' for word in rare)
    found = connection.execute(
        'SELECT article.id, sentence.start, sentence."end", -bm25(sentence_index) AS score '
        "FROM sentence_index JOIN sentence ON sentence.id = sentence_index.rowid "
        "JOIN article ON article.text_sha256 = sentence.text_sha256 "
        "WHERE sentence_index MATCH ? AND article.review_id = ? AND article.id <> ? "
        "ORDER BY score DESC, article.number, sentence.start",
        [match, review_id, not_in],
    ).fetchall()
    taken: dict[str, int] = {}
    best = []
    for row in found:
        taken[row[0]] = taken.get(row[0], 0) + 1
        if taken[row[0]] <= limit:
            best.append(Candidate(*row))
    return best


def forget(connection: Connection, text_sha256: str, text: str, tell: Tell = nobody) -> None:
    """Take a text out of the index; the caller holds the transaction.

    Args:
        connection: the database.
        text_sha256: which text.
        text: the text itself.
        tell: told now and then how many of its code points are gone.
    """
    for number, row in enumerate(
        connection.execute(
            'SELECT id, start, "end" FROM sentence WHERE text_sha256 = ? ORDER BY start',
            [text_sha256],
        ).fetchall()
    ):
        if number % _SENTENCES == 0:
            tell(row[1], len(text), "")
        connection.execute(
            "INSERT INTO sentence_index (sentence_index, rowid, words) VALUES ('delete', ?, ?)",
            [row[0], text[row[1] : row[2]]],
        )
    connection.execute("DELETE FROM sentence WHERE text_sha256 = ?", [text_sha256])
    connection.execute("DELETE FROM sentence_progress WHERE text_sha256 = ?", [text_sha256])


def _add(connection: Connection, text_sha256: str, text: Text, found: Iterable[Span]) -> None:
    last = connection.execute("SELECT coalesce(max(id), 0) FROM sentence").fetchone()[0]
    spans = list(enumerate(found, start=last + 1))
    connection.executemany(
        "INSERT INTO sentence VALUES (?, ?, ?, ?)",
        [(key, text_sha256, first, after) for key, (first, after) in spans],
    )
    connection.executemany(
        "INSERT INTO sentence_index (rowid, words) VALUES (?, ?)",
        [(key, text[first:after]) for key, (first, after) in spans],
    )


def _rarest(connection: Connection, terms: Sequence[str]) -> list[str]:
    """Words of which the index holds some, rarest first, up to the budget of postings."""
    words = list(dict.fromkeys(term for term in terms if any(map(str.isalnum, term))))
    _make_vocabulary(connection)
    counted = []
    for word in words:
        stems = _stems(connection, word)
        counts = [
            connection.execute(
                "SELECT doc FROM temp.sentence_words WHERE term = ?", [stem]
            ).fetchone()
            for stem in stems
        ]
        if counts and all(counts):
            counted.append((min(count[0] for count in counts), word))
    counted.sort(key=lambda pair: pair[0])
    rare: list[str] = []
    postings = 0
    for count, word in counted:
        if rare and postings + count > POSTINGS:
            break
        rare.append(word)
        postings += count
    return rare


def _make_vocabulary(connection: Connection) -> None:
    """Views on the index's words, in this connection's temporary memory only."""
    for name, module in (
        ("sentence_words", "fts5vocab(main, sentence_index, row)"),
        ("asked", "fts5(word, tokenize = 'porter unicode61 remove_diacritics 2')"),
        ("asked_words", "fts5vocab(temp, asked, row)"),
    ):
        connection.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{name} USING {module}")


def _stems(connection: Connection, word: str) -> list[str]:
    """A word as the index's tokenizer takes it: usually one stem."""
    connection.execute("DELETE FROM temp.asked")
    connection.execute("INSERT INTO temp.asked (word) VALUES (?)", [word])
    return [row[0] for row in connection.execute("SELECT term FROM temp.asked_words").fetchall()]
