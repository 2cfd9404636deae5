"""Doing what may be refused: the sentence is said, and nothing has changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workbench.errors import ChangeRefusedError, UsageError, WorkbenchError
from workbench.tui import guard

if TYPE_CHECKING:
    from textual.app import App


def attempt(app: "App[Any]", work: Callable[[], object]) -> bool:
    """Do something; a refusal is said in a notice.

    Returns:
        Whether it was done.
    """
    try:
        work()
    except WorkbenchError as error:
        say_why(app, error)
        return False
    return True


def say_why(app: "App[Any]", error: WorkbenchError) -> None:
    """Say why something was not done: what makes no sense is refused, what went wrong is worse."""
    guard.notify(app, str(error), problem=not isinstance(error, (ChangeRefusedError, UsageError)))
