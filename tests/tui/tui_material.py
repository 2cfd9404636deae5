"""Databases for the tests of the screens, and what stands in them."""

from __future__ import annotations

import asyncio
import functools
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from workbench.bringing_in import bring_in
from workbench.core import changes
from workbench.core.model import TABLES
from workbench.core.review import ReviewState
from workbench.store import Store

CORPUS = sorted((Path(__file__).parents[2] / "corpus").glob("*.txt"))
TITLE = "Afghanistan, autumn 2025"
LIMIT = 10**7
OFFICE_4 = "Russia’s special representative for Afghanistan"
OFFICE_5 = "Russia’s ambassador to the country, Zamir Kabulov, has said"
NARROW, MIDDLE, WIDE = (80, 24), (120, 30), (160, 32)
HOSTILE = (
    "[@click=app.quit]go[/] [red [/] [/nothing] [bold]\\[ \x1b]0;owned\x07 \u202e$warning [link=x]"
)


def on_the_loop(test: Any) -> Any:
    """A plain test out of an async one."""

    @functools.wraps(test)
    def plain(*args: Any, **kwargs: Any) -> None:
        asyncio.run(test(*args, **kwargs))

    return plain


# Databases


def make_review(
    path: Path, files: Iterable[Path | str], title: str = TITLE, analyst: str = "mk"
) -> str:
    """A review of some files in a database, made when there is none; all of it indexed."""
    with Store(path, create=True) as store:
        event = store.commit(changes.create_review(title, analyst))
        state = store.load(event.rows[0].id, analyst)
        for outcome in bring_in(store, state, map(str, files), limit=LIMIT):
            assert not outcome.failed, outcome.sentence
        for article in state.articles_in_order():
            while not store.index_some(article, store.text(article)):
                pass
        return state.review.id


def review_of(path: Path, *texts: str, title: str = TITLE, analyst: str = "mk") -> str:
    """A review of articles with these texts."""
    files = []
    for number, text in enumerate(texts, 1):
        file = path.with_name(f"{path.stem}-text-{number}.txt")
        file.write_text(text, encoding="utf-8")
        files.append(file)
    return make_review(path, files, title, analyst)


@functools.cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="workbench-template-"))
    make_review(folder / "t.db", CORPUS)
    return folder / "t.db"


def corpus(folder: Path) -> Path:
    """A database with a review of the five sample articles."""
    path = folder / "w.db"
    shutil.copy(_template(), path)
    return path


def rows(path: Path, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
    """What stands in the database, read by somebody else."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return connection.execute(sql, parameters).fetchall()


def on_disk(path: Path, review_id: str, analyst: str) -> ReviewState:
    """The review as a stranger opening the database finds it."""
    with Store(path) as store:
        return store.load(review_id, analyst)


def differences(one: ReviewState, other: ReviewState) -> list[object]:
    """In which records two states differ."""
    found: list[object] = [] if one.review == other.review else [(one.review, other.review)]
    for table in TABLES:
        if table != "review":
            held, there = one.records(table), other.records(table)
            keys = sorted(held.keys() | there.keys())
            found += [(held.get(k), there.get(k)) for k in keys if held.get(k) != there.get(k)]
    return found


def same_state(one: ReviewState, other: ReviewState) -> bool:
    """Whether two states hold the same records."""
    return not differences(one, other)


def write_session(path: Path, state: str, analyst: str = "mk") -> None:
    """Put a session into the database, whatever it holds."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        (review,) = connection.execute("SELECT id FROM review").fetchone()
        connection.execute(
            "INSERT OR IGNORE INTO analyst VALUES (?, '2025-01-01T00:00:00.000Z')", [analyst]
        )
        connection.execute(
            "INSERT OR REPLACE INTO session (review_id, analyst, state, updated_at) "
            "VALUES (?, ?, ?, '2025-01-01T00:00:00.000Z')",
            [review, analyst, state],
        )
