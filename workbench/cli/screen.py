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
    examples=("workbench demo", "workbench demo --plain"),
)
@click.option("--plain", is_flag=True, help="The articles alone, without a mark in them.")
@pass_call
def demo_command(call: Call, plain: bool) -> None:
    """Open the annotated sample in a throw-away place.

    Five short articles written for practising, as a colleague has worked on them: some sixty
    claims, links, findings, and the mistakes made on the way, which the history keeps. q leads to
    the list of reviews, where the same articles wait without marks; --plain opens those at once.

    All of it is in a database of its own that is removed when you leave. Your own reviews are not
    touched. You work as the colleague whose marks these are; with --analyst NAME they are yours.
    Without a terminal it is refused: exit code 1.
    """
    import tempfile
    from pathlib import Path

    refuse_without_terminal()
    _check_keys(call)
    with tempfile.TemporaryDirectory(prefix="workbench-demo-") as folder:
        database = Path(folder) / "demo.db"
        review_id, analyst = _make_samples(call, database, plain=plain)
        which = "the sample" if plain else "the annotated sample"
        call.say(f"This is {which}, in a throw-away place: marks are gone when you leave.")
        code = _start(call, database, review_id, analyst)
    call.say("The sample and your marks on it are removed. `workbench new` begins your own.")
    raise click.exceptions.Exit(code)


def _make_samples(call: Call, database: "Path", *, plain: bool) -> tuple[str, str]:
    """Make what `demo` shows in a new database: the review to open, and the analyst to open it as.

    Points are one analyst's: opened as anyone else, the annotated sample would show none.
    """
    from workbench.sample import make_annotated, make_plain
    from workbench.store import Store

    with Store(database, create=True, lasting=False) as store:
        if plain:
            return make_plain(
                store, call.analyst, call.config.article_limit
            ).review.id, call.analyst
        named = call.analyst if call.analyst_named is not None else ""
        state = make_annotated(store, named)
        make_plain(store, state.analyst, call.config.article_limit)
        return state.review.id, state.analyst


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
    raise click.exceptions.Exit(_start(call, call.database, review_id, call.analyst))


def _start(call: Call, database: "Path", review_id: str | None, analyst: str) -> int:
    import gc

    config = call.screen_config
    # What is made until the first paint stays: looking for garbage in it would only delay that.
    gc.disable()
    from workbench.tui import run

    return run(database, analyst, review_id, config)
