"""Undo and redo: taking an analyst's newest act back, and bringing it back."""

from typing import NamedTuple

from workbench.core.events import Event
from workbench.core.pieces import Change
from workbench.errors import ChangeRefusedError
from workbench.store import log
from workbench.store.driver import Connection
from workbench.store.writing import inverse, write_act


class Reversal(NamedTuple):
    """An undo or redo: its own event, and the act it took back or brought back."""

    event: Event
    target: Event


def undo(connection: Connection, review_id: str, analyst: str) -> Reversal:
    """Take back the analyst's newest act that still stands; the caller holds the transaction.

    Raises:
        ChangeRefusedError: there is none.
        StaleError: someone changed its rows since.
    """
    target_id = log.next_undo(connection, review_id, analyst)
    if target_id is None:
        raise ChangeRefusedError(
            "There is nothing of yours left to undo. An article is taken out in the "
            "chooser (o), or with `workbench delete`."
        )
    target = log.event(connection, target_id)
    change = Change("undo", review_id, analyst, inverse(target.rows))
    return Reversal(write_act(connection, change, undoes=target_id), target)


def redo(connection: Connection, review_id: str, analyst: str) -> Reversal:
    """Bring back what the last undo took; the caller holds the transaction.

    Raises:
        ChangeRefusedError: nothing was undone, or something else has been done since.
        StaleError: someone changed its rows since.
    """
    target_id = log.next_redo(connection, review_id, analyst)
    if target_id is None:
        raise ChangeRefusedError("There is nothing to redo.")
    target = log.event(connection, target_id)
    change = Change("redo", review_id, analyst, target.rows)
    return Reversal(write_act(connection, change, redoes=target_id), target)
