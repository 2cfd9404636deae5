"""The store: everything the rest of the house may ask of the database."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from workbench.core.events import Event
from workbench.core.ids import now
from workbench.core.long_text import LongText, Text
from workbench.core.model import Article, Review
from workbench.core.pieces import Change
from workbench.core.progress import Tell, nobody
from workbench.core.review import ReviewState
from workbench.errors import StoreError
from workbench.store import index, log, offering, removal, reversing, reviews
from workbench.store.driver import (
    DAMAGED,
    DATABASE_ERRORS,
    cause,
    stop_waiting_for_the_disk,
    utf8_of,
)
from workbench.store.offering import Offer
from workbench.store.opening import open_connection
from workbench.store.reversing import Reversal
from workbench.store.reviews import ReviewSummary
from workbench.store.rows import insert
from workbench.store.writing import act, know_analyst, transaction, write_act

if TYPE_CHECKING:
    from workbench.store.earlier import EarlierReviews


class Store:
    """One open database. Reads fetch all they need at once, so nobody ever waits for a reader.

    Args:
        path: the database file.
        create: make it when there is none.
        lasting: False for a database that is thrown away: commits do not wait for the disk, and
            what they promise ends with the power.

    Raises:
        StoreError: it cannot be opened, or is not ours.
    """

    def __init__(self, path: Path, *, create: bool = False, lasting: bool = True) -> None:
        self.path = path
        self.connection = open_connection(path, create=create)
        if not lasting:
            stop_waiting_for_the_disk(self.connection)
        self._data_version = self._read_data_version()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; nothing is unsaved."""
        self.connection.close()

    @cached_property
    def earlier(self) -> "EarlierReviews":
        """The other reviews: what was judged and written in them."""
        from workbench.store.earlier import EarlierReviews

        return EarlierReviews(self.connection, self._reading)

    # Reviews

    def reviews(self) -> list[ReviewSummary]:
        """All reviews, the one worked on last first."""
        with self._reading():
            return reviews.summaries(self.connection)

    def review_called(self, title: str) -> Review | None:
        """The review of exactly this title; upper and lower case are alike, in any script."""
        with self._reading():
            return reviews.called(self.connection, title)

    def find_review(self, name: str) -> Review:
        """The review of this title, or the only one whose title begins so.

        Raises:
            NotFoundError: none does, or several do.
        """
        with self._reading():
            return reviews.find(self.connection, name)

    def load(self, review_id: str, analyst: str) -> ReviewState:
        """A whole review, without its articles' texts, as one analyst sees it.

        Raises:
            NotFoundError: it is no longer there.
        """
        with self._reading():
            try:
                return reviews.load(self.connection, review_id, analyst)
            except TypeError as error:  # a value of another kind than its column's
                raise StoreError(f"{self.path} cannot be read: {DAMAGED}.") from error

    def delete_review(self, review_id: str, *, tell: Tell = nobody) -> None:
        """Take a review out of the database for good, log and texts included.

        Args:
            review_id: which one.
            tell: told how many of its code points are gone; when it raises, nothing was deleted.
        """
        with transaction(self.connection):
            removal.remove_review(self.connection, review_id, tell)

    # Articles' texts

    def text(self, article: Article) -> str:
        """The canonical text of an article."""
        rows = self._read("SELECT text FROM article_text WHERE sha256 = ?", [article.text_sha256])
        if not rows:
            raise StoreError(f"The text of article {article.number} is missing from the database.")
        return str(rows[0][0])

    def long_text(self, article: Article) -> LongText:
        """The canonical text of an article, to be decoded piece by piece."""
        with self._reading():
            data = utf8_of(self.connection, "article_text", "text", article.text_sha256)
        if data is None:
            raise StoreError(f"The text of article {article.number} is missing from the database.")
        # A character is a byte at least: what a damaged database promises beyond is not made up.
        return LongText(data, min(article.characters, len(data)))

    def beginning(self, article: Article, length: int) -> str:
        """The first so many code points of an article, without reading all of it."""
        rows = self._read(
            "SELECT substr(text, 1, ?) FROM article_text WHERE sha256 = ?",
            [length, article.text_sha256],
        )
        return str(rows[0][0]) if rows else ""

    def raw(self, article: Article) -> bytes:
        """The bytes an article came from."""
        rows = self._read(
            "SELECT CAST(bytes AS BLOB) FROM article_raw WHERE sha256 = ?", [article.raw_sha256]
        )
        if not rows:
            raise StoreError(
                f"The original bytes of article {article.number} are missing from the database."
            )
        return bytes(rows[0][0])

    # Acts

    def commit(self, change: Change, tell: Tell = nobody) -> Event:
        """Write an act and its line in the log; when this returns, both are on disk.

        `tell` is told how many of its rows are written; when it raises, nothing was.

        Raises:
            StaleError: someone changed a row since; nothing was written.
            StoreError: it could not be written; nothing was.
        """
        with act(self.connection):
            return write_act(self.connection, change, tell=tell)

    def add_article(self, change: Change, text: str, raw: bytes) -> Event:
        """Write an `article.add` act with the text and bytes its row names by hash."""
        row = change.rows[0].after or {}
        with transaction(self.connection):
            kept = {"sha256": row["text_sha256"], "text": text}
            insert(self.connection, "article_text", kept, or_ignore=True)
            kept = {"sha256": row["raw_sha256"], "bytes": raw}
            insert(self.connection, "article_raw", kept, or_ignore=True)
            return write_act(self.connection, change)

    def undo(self, review_id: str, analyst: str) -> Reversal:
        """Take back the analyst's newest act that still stands.

        Raises:
            ChangeRefusedError: there is none.
            StaleError: someone changed its rows since; nothing was written.
        """
        with act(self.connection):
            return reversing.undo(self.connection, review_id, analyst)

    def redo(self, review_id: str, analyst: str) -> Reversal:
        """Bring back what the last undo took.

        Raises:
            ChangeRefusedError: nothing was undone, or something else has been done since.
            StaleError: someone changed its rows since; nothing was written.
        """
        with act(self.connection):
            return reversing.redo(self.connection, review_id, analyst)

    # The log

    def history(self, review_id: str, *, after: int = 0, newest: int | None = None) -> list[Event]:
        """The acts of a review, oldest first: those after a seq, at most the `newest` so many."""
        with self._reading():
            return log.events(self.connection, review_id, after=after, newest=newest)

    def latest(self, review_id: str) -> int:
        """The seq of the newest act of a review."""
        with self._reading():
            return log.latest(self.connection, review_id)

    def numbers_given(self, review_id: str) -> dict[str, dict[int, str]]:
        """By table, every short number a review has given out, and the id of what got it."""
        with self._reading():
            return log.numbers_given(self.connection, review_id)

    def changed_elsewhere(self) -> bool:
        """Whether another connection has written since this was asked last."""
        version = self._read_data_version()
        changed = version != self._data_version
        self._data_version = version
        return changed

    # Sessions

    def save_session(self, review_id: str, analyst: str, state: dict[str, Any]) -> None:
        """Remember where an analyst is in a review."""
        # By hand: it happens within a second of the first key, which importing sqlite-utils would
        # hold up.
        with transaction(self.connection):
            know_analyst(self.connection, analyst)
            self.connection.execute(
                "INSERT OR REPLACE INTO session (review_id, analyst, state, updated_at) "
                "VALUES (?, ?, ?, ?)",
                [review_id, analyst, json.dumps(state, ensure_ascii=False), now()],
            )

    def load_session(self, review_id: str, analyst: str) -> dict[str, Any]:
        """Where an analyst was in a review; empty when never there, or when it cannot be read."""
        rows = self._read(
            "SELECT state FROM session WHERE review_id = ? AND analyst = ?", [review_id, analyst]
        )
        try:
            state = json.loads(rows[0][0]) if rows else {}
        except (RecursionError, TypeError, ValueError):
            return {}
        return state if isinstance(state, dict) else {}

    # Counterparts

    def candidates(
        self, review_id: str, terms: Sequence[str], limit: int, not_in: str = ""
    ) -> Offer:
        """Sentences of a review's other articles that share rare words, and how rare each word is.

        Args:
            review_id: which review's articles.
            terms: the claim's words, as `core.terms` gives them.
            limit: at most so many per article.
            not_in: the id of the claim's own article.
        """
        with self._reading():
            return offering.candidates(self.connection, review_id, terms, limit, not_in)

    def index_some(
        self, article: Article, text: Text, go_on: Callable[[], bool] = lambda: True
    ) -> bool:
        """Index a little more of an article, less when `go_on` says no; True when all of it is."""
        return self.is_indexed(article) or index.index_some(
            self.connection, article.text_sha256, text, go_on
        )

    def is_indexed(self, article: Article) -> bool:
        """Whether all of an article is indexed."""
        return self.indexed(article) >= article.characters

    def indexed(self, article: Article) -> int:
        """How many code points of an article are indexed."""
        with self._reading():
            return index.progress(self.connection, article.text_sha256).done

    def _read(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        with self._reading():
            return self.connection.execute(sql, parameters).fetchall()

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except DATABASE_ERRORS as error:
            raise StoreError(f"{self.path} cannot be read: {cause(error)}.") from error

    def _read_data_version(self) -> int:
        return int(self._read("PRAGMA data_version")[0][0])
