"""undo, redo and history: the log, from the newest act backwards."""

from typing import TYPE_CHECKING

import click

from workbench.cli import output
from workbench.cli.arguments import review_argument
from workbench.cli.call import Call, pass_call
from workbench.cli.command import Command

if TYPE_CHECKING:
    from workbench.core.review import ReviewState
    from workbench.store import Reversal


@click.command(
    "undo", cls=Command, examples=("workbench undo Afgh", "workbench undo Afgh --analyst mk --json")
)
@review_argument
@pass_call
def undo_command(call: Call, review: str) -> None:
    """Take back your newest act in REVIEW, and say which it was.

    Undo goes back to the beginning of the review, act by act, from whichever terminal. Articles
    that came in stay; `workbench delete` takes them out. With nothing left to undo, or when
    somebody has changed the same thing since, nothing is changed: exit code 1.
    """
    with call.open_store() as store:
        found = call.find_review(store, review)
        reversal = store.undo(found.id, call.analyst)
        state = store.load(found.id, call.analyst)
    _report(call, state, reversal, "Undone")


@click.command(
    "redo", cls=Command, examples=("workbench redo Afgh", "workbench redo Afgh --json --quiet")
)
@review_argument
@pass_call
def redo_command(call: Call, review: str) -> None:
    """Do again what your last undo in REVIEW took back, and say what it was.

    A new act ends redo. With nothing to redo nothing is changed: exit code 1.
    """
    with call.open_store() as store:
        found = call.find_review(store, review)
        reversal = store.redo(found.id, call.analyst)
        state = store.load(found.id, call.analyst)
    _report(call, state, reversal, "Done again")


@click.command(
    "history",
    cls=Command,
    examples=("workbench history Afgh --newest 10", "workbench history Afgh --json"),
)
@review_argument
@click.option(
    "--newest",
    type=click.IntRange(min=1),
    metavar="N",
    help="Only so many acts, the newest ones.",
)
@pass_call
def history_command(call: Call, review: str, newest: int | None) -> None:
    """List what was done in REVIEW, by whom and when, oldest first.

    Every act is there, whoever did it, undo and redo included. Times are in UTC.
    """
    from workbench.cli.wording import table, when
    from workbench.export import rows

    with call.open_store() as store:
        state = call.load(store, review)
        # For programs all of the log: an undo names what it undoes by its number.
        events = store.history(state.review.id, newest=None if call.json else newest)
    lines = list(rows(state, "log", events))
    if call.json:
        output.answer(lines[-newest:] if newest else lines)
        return
    cells = [
        (str(line["event"]), when(str(line["at"])), str(line["analyst"]), str(line["what"]))
        for line in lines
    ]
    output.text(table(("event", "when (UTC)", "analyst", "what"), cells, right=(0,)))


def _report(call: Call, state: "ReviewState", reversal: "Reversal", done: str) -> None:
    from workbench.export import rows

    line = next(rows(state, "log", [reversal.target]))
    call.report(line if call.json else None, f"{done}: {line['what']}.")
