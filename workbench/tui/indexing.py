"""Indexing in the background, in its own thread, with its own connection, a slice at a time."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.core.model import Article
from workbench.core.progress import Tell
from workbench.errors import WorkbenchError
from workbench.store import Store
from workbench.tui.quiet import Quiet

if TYPE_CHECKING:
    from textual.app import App

BEGIN_SECONDS = 0.5
"""How long after a review is opened indexing begins; before, it would hold up the first paint."""

WAIT_SECONDS = 2.0
"""Longest time that asking for counterparts waits for an index that is not finished."""


def index_now(
    database: Path, articles: Sequence[Article], tell: Tell, seconds: float = WAIT_SECONDS
) -> None:
    """Index what is missing, for somebody who waits; runs in a thread, as a job.

    Args:
        database: the database file.
        articles: those of the review, in the order in which they are indexed.
        tell: told after each slice how many code points of all are indexed.
        seconds: after which it ends, finished or not; the rest comes in in the background.
    """
    stop_at = time.monotonic() + seconds
    total = sum(article.characters for article in articles)
    before = 0
    with Store(database) as store:
        for article in articles:
            if not store.is_indexed(article):
                text = store.long_text(article)
                while not store.index_some(article, text):
                    tell(before + store.indexed(article), total, f"article {article.number}")
                    if time.monotonic() > stop_at:
                        return
            before += article.characters


def index_in_background(app: "App[Any]", database: Path, articles: Sequence[Article]) -> None:
    """Make sure that all sentences of some articles are indexed; goes on where it stopped last."""

    def begin() -> None:
        app.run_worker(
            lambda: _index(app, database, articles),
            thread=True,
            exclusive=True,
            group="indexing",
            exit_on_error=False,
            name="indexing",
        )

    app.set_timer(BEGIN_SECONDS, begin)


def _index(app: "App[Any]", database: Path, articles: Sequence[Article]) -> None:
    quiet = Quiet(app)
    try:
        with Store(database) as store:
            for article in articles:
                if store.is_indexed(article) or not quiet.wait():
                    continue
                text = store.long_text(article)
                while quiet.wait() and not store.index_some(article, text, quiet.now):
                    pass
    except WorkbenchError as error:
        app.log.warning(str(error))
