"""The verdicts a review knows, and names that are typed."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from workbench.core import pieces
from workbench.core.ids import now
from workbench.core.model import VerdictList, split_tags
from workbench.core.pieces import Change
from workbench.core.review import ReviewState
from workbench.core.text import one_line
from workbench.errors import ChangeRefusedError, UsageError

_Name = TypeVar("_Name", bound=str)


def verdict_named(state: ReviewState, typed: str) -> str:
    """The verdict of the review's list that is meant by its name, or by the beginning of it.

    Raises:
        UsageError: none is, or several are.
    """
    if not one_line(typed):
        return ""
    found = one_of(typed, state.verdicts)
    if found is None:
        raise UsageError(
            f"“{one_line(typed)}” is no verdict of this review; it is {either(state.verdicts)}. "
            "`workbench verdicts` changes the list."
        )
    return found


def choose_verdicts(state: ReviewState, names: Iterable[str]) -> Change | None:
    """Give the review a list of verdicts of its own; None when it has that one.

    Findings keep the verdicts they have.

    Args:
        state: the review.
        names: in order; a semicolon within one parts two.

    Raises:
        ChangeRefusedError: there is none among them, or together they are too long.
    """
    found: dict[str, str] = {}
    for typed in names:
        for name in split_tags(pieces.line_field(typed)):
            found.setdefault(name.casefold(), name)
    if not found:
        raise ChangeRefusedError("A list of verdicts names one at least.")
    if tuple(found.values()) == state.verdicts:
        return None
    listed = pieces.line_field("; ".join(found.values()))
    own = state.verdict_lists.get(state.review.id)
    if own is not None:
        return pieces.edit(state, "review.verdicts", own, replace(own, names=listed))
    time = now()
    made = VerdictList(state.review.id, state.review.id, listed, state.analyst, time, time)
    return pieces.act(state, "review.verdicts", [pieces.new_row(made)])


def one_of(typed: str, names: Iterable[_Name]) -> _Name | None:
    """The name that is typed, in whatever case, or the only one that begins so."""
    folded = one_line(typed).casefold()
    begun = [name for name in names if folded and name.casefold().startswith(folded)]
    exact = [name for name in begun if name.casefold() == folded]
    return exact[0] if exact else begun[0] if len(begun) == 1 else None


def either(names: Iterable[str]) -> str:
    """Names in one breath, as a refusal lists them: `a, b or c`."""
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last
