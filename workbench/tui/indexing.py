"""Indexing in the background, in its own thread, with its own connection, a slice at a time."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.worker import get_current_worker

from workbench.errors import WorkbenchError
from workbench.store import Store

if TYPE_CHECKING:
    from textual.app import App

_PAUSE_SECONDS = 0.01  # between two slices, so that keys and other writers come first


def index_in_background(app: "App[Any]", database: Path, review_id: str) -> None:
    """Make sure all of a review's sentences are indexed; goes on where it stopped last."""

    def work() -> None:
        worker = get_current_worker()
        try:
            with Store(database) as store:
                state = store.load(review_id, "")
                for article in state.articles_in_order():
                    if store.is_indexed(article):
                        continue
                    text = store.long_text(article)
                    while not worker.is_cancelled and not store.index_some(article, text):
                        time.sleep(_PAUSE_SECONDS)
        except WorkbenchError as error:
            app.log.warning(str(error))

    app.run_worker(
        work, thread=True, exclusive=True, group="indexing", exit_on_error=False, name="indexing"
    )
