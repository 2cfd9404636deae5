"""Indexing in the background, in its own thread, with its own connection, a slice at a time."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.core.model import Article
from workbench.errors import WorkbenchError
from workbench.store import Store
from workbench.tui.quiet import Quiet

if TYPE_CHECKING:
    from textual.app import App

BEGIN_SECONDS = 0.5
"""How long after a review is opened indexing begins; before, it would hold up the first paint."""


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
            if quiet.wait():
                _ = store.database  # its import takes a while; the first act need not wait
            for article in articles:
                if store.is_indexed(article) or not quiet.wait():
                    continue
                text = store.long_text(article)
                while quiet.wait() and not store.index_some(article, text, quiet.now):
                    pass
    except WorkbenchError as error:
        app.log.warning(str(error))
