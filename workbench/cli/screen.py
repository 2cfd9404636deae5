"""open and demo: the screen, where there is a terminal for it."""

import os
import sys
from typing import TYPE_CHECKING

import click

from workbench.cli.arguments import optional_review_argument
from workbench.cli.call import Call, pass_call
from workbench.cli.command import Command
from workbench.errors import NotFoundError, WorkbenchError

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE_TITLE = "Afghanistan, autumn 2025 (sample)"
"""What the sample review is called."""


class NoTerminalError(WorkbenchError):
    """There is no terminal to show the screen on."""


@click.command(
    "open",
    cls=Command,
    no_json="it opens the screen; `workbench show --json` answers in JSON",
    screen=True,
    examples=("workbench open", "workbench open Afgh", "workbench Afgh --theme light"),
)
@optional_review_argument
@pass_call
def open_command(call: Call, review: str | None) -> None:
    """Open the screen: on REVIEW, or on the list of reviews.

    The same as `workbench REVIEW`, also for a title that is the name of a command. Without a
    terminal it is refused: exit code 1.
    """
    if review is None:
        refuse_without_terminal()
        _check_keys(call)
        call.open_or_make_store().close()
        _run(call, None)
        return
    review_id = _find(call, review)
    refuse_without_terminal()
    _run(call, review_id)


@pass_call
def open_by_title(call: Call, review: str | None) -> None:
    """What `open` does, for a first word that is no command and may have been meant as one."""
    from workbench.cli.group import nearest_command

    word = review or ""
    try:
        review_id = _find(call, word)
    except NotFoundError as error:
        raise NotFoundError(f"{error}{nearest_command(word)}") from error
    refuse_without_terminal()
    _run(call, review_id)


@click.command(
    "demo",
    cls=Command,
    no_json="it opens the screen",
    screen=True,
    examples=("workbench demo",),
)
@pass_call
def demo_command(call: Call) -> None:
    """Open the sample review in a throw-away place.

    Five short articles written for practising, in a database of their own that is removed when
    you leave. Your own reviews are not touched. Without a terminal it is refused: exit code 1.
    """
    import tempfile
    from pathlib import Path

    refuse_without_terminal()
    _check_keys(call)
    with tempfile.TemporaryDirectory(prefix="workbench-demo-") as folder:
        database = Path(folder) / "demo.db"
        review_id = make_sample(call, database)
        call.say("This is the sample, in a throw-away place: marks are gone when you leave.")
        code = _start(call, database, review_id)
    call.say("The sample and your marks on it are removed. `workbench new` begins your own.")
    raise click.exceptions.Exit(code)


def make_sample(call: Call, database: "Path") -> str:
    """Make the sample review in a new database and give its id."""
    from workbench.cli.bringing import bring_in_and_index
    from workbench.core.changes import create_review
    from workbench.store import Store

    files = tuple(str(path) for path in sorted(_corpus().glob("*.txt")))
    with Store(database, create=True) as store:
        event = store.commit(create_review(SAMPLE_TITLE, call.analyst))
        state = store.load(event.rows[0].id, call.analyst)
        bring_in_and_index(store, state, files, call.config.article_limit)
        return state.review.id


def refuse_without_terminal() -> None:
    """Refuse the screen where keys or pictures would go to a file or a pipe."""
    # The screen reads standard input and is drawn through standard error.
    streams = (sys.stdin, sys.stdout, sys.stderr)
    if all(stream is not None and stream.isatty() for stream in streams):
        if os.environ.get("TERM") != "dumb":
            return
        why = "This terminal (TERM=dumb) cannot show the screen"
    else:
        why = "The screen needs a terminal, and standard input or output is a file or a pipe here"
    raise NoTerminalError(
        f"{why}. Everything works without it: `workbench reviews` lists the reviews, `workbench "
        "show REVIEW` reads one, `workbench --help` says more."
    )


def _check_keys(call: Call) -> None:
    """Refuse keys that cannot be bound before anything is made for a screen that will not open."""
    from workbench.tui.bound_keys import checked_keys

    checked_keys(call.screen_config)


def _find(call: Call, title: str) -> str:
    if not call.database.exists():
        raise NotFoundError(
            f"There is no review whose title begins with “{title}”, because there is no database "
            f"at {call.database} yet. `workbench new TITLE FILE...` makes both."
        )
    with call.open_store() as store:
        return call.find_review(store, title).id


def _run(call: Call, review_id: str | None) -> None:
    raise click.exceptions.Exit(_start(call, call.database, review_id))


def _start(call: Call, database: "Path", review_id: str | None) -> int:
    import gc

    analyst, config = call.analyst, call.screen_config
    # What is made until the first paint stays: looking for garbage in it would only delay that.
    gc.disable()
    from workbench.tui import run

    return run(database, analyst, review_id, config)


def _corpus() -> "Path":
    """The sample's folder: inside the package when installed, beside it in a checkout."""
    from pathlib import Path

    package = Path(__file__).parents[1]
    for folder in (package / "corpus", package.parent / "corpus"):
        if folder.is_dir():
            return folder
    raise WorkbenchError(
        "The sample’s articles are not where they belong; install the workbench again."
    )
