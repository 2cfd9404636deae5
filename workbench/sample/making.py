"""Making the samples in a database."""

from pathlib import Path

from workbench.bringing_in import bring_in
from workbench.core.changes import create_review
from workbench.core.review import ReviewState
from workbench.errors import WorkbenchError
from workbench.sample.acts import read_acts
from workbench.sample.playing import play
from workbench.store import Store

PLAIN_TITLE = "Afghanistan, autumn 2025 (sample)"
"""What the sample without marks is called."""

ANNOTATED = "annotated.toml"
"""The file of acts in the sample's folder."""


def make_plain(store: Store, analyst: str, limit: int) -> ReviewState:
    """Make the sample without marks: five articles, ready to be read.

    Args:
        store: the open database.
        analyst: who makes it.
        limit: bytes an article may have.

    Raises:
        WorkbenchError: the sample's articles are not there.
        StoreError: the database could not be written.
    """
    files = [str(path) for path in sorted(corpus().glob("*.txt"))]
    event = store.commit(create_review(PLAIN_TITLE, analyst))
    state = store.load(event.rows[0].id, analyst)
    for outcome in bring_in(store, state, files, limit=limit):
        if outcome.article is not None:
            text = store.text(outcome.article)
            while not store.index_some(outcome.article, text):
                pass
    return state


def make_annotated(store: Store, analyst: str = "") -> ReviewState:
    """Make the sample as an analyst has worked on it.

    Args:
        store: the open database.
        analyst: in whose name; that of the analyst in the file when not said.

    Raises:
        ActsFileError: the file of acts cannot be read, or says what cannot be done.
        WorkbenchError: the sample is not there.
        StoreError: the database could not be written.
    """
    folder = corpus()
    return play(store, read_acts(folder / ANNOTATED), folder, analyst)


def corpus() -> Path:
    """The samples' folder: inside the package when installed, beside it in a checkout.

    Raises:
        WorkbenchError: it is in neither place.
    """
    package = Path(__file__).parents[1]
    for folder in (package / "corpus", package.parent / "corpus"):
        if folder.is_dir():
            return folder
    raise WorkbenchError(
        "The sample’s articles are not where they belong; install the workbench again."
    )
