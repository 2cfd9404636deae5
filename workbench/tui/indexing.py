"""Indexing in the background, in its own thread, with its own connection, a slice at a time.

Python runs one thread at a time, so while somebody types nothing is indexed at all.
"""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.worker import get_current_worker

from workbench.core.model import Article
from workbench.errors import WorkbenchError
from workbench.store import Store

if TYPE_CHECKING:
    from textual.app import App

_PAUSE_SECONDS = 0.01  # between two slices, so that keys and other writers come first

_LOOK_SECONDS = 0.025  # between two looks whether somebody still types

BEGIN_SECONDS = 0.5
"""How long after a review is opened indexing begins; before, it would hold up the first paint."""

QUIET_SECONDS = 0.1
"""How long nobody must have used a key or the mouse before a slice begins."""


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
    worker = get_current_worker()

    def quiet() -> bool:
        used: float = getattr(app, "last_input", 0.0)
        return time.monotonic() - used >= QUIET_SECONDS

    def wait() -> bool:
        """Wait until nobody types; False when it is all over instead."""
        time.sleep(_PAUSE_SECONDS)
        while not worker.is_cancelled and not quiet():
            time.sleep(_LOOK_SECONDS)
        return not worker.is_cancelled

    try:
        with Store(database) as store:
            if wait():
                _ = store.database  # its import takes a while; the first act need not wait
            for article in articles:
                if store.is_indexed(article) or not wait():
                    continue
                text = store.long_text(article)
                while wait() and not store.index_some(article, text, quiet):
                    pass
    except WorkbenchError as error:
        app.log.warning(str(error))
