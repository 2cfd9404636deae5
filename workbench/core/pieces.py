"""What acts are made of: rows before and after, and values made fit to keep."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from workbench.core.ids import now
from workbench.core.model import TABLE_OF, Record, join_tags, to_row
from workbench.core.review import ReviewState, RowChange
from workbench.core.text import canonical_text, one_line
from workbench.errors import ChangeRefusedError

LONGEST_FIELD = 2_000
"""Code points in a one-line field (claimant, origin, title …)."""

LONGEST_NOTE = 100_000
"""Code points in a note or rationale."""


@dataclass(frozen=True, slots=True)
class Change:
    """One undoable act.

    Attributes:
        act: what it is called in the log, `claim.make` for example.
        review_id: the review it belongs to.
        analyst: who does it.
        rows: the rows it touches, in an order in which they can be written.
    """

    act: str
    review_id: str
    analyst: str
    rows: tuple[RowChange, ...]

    def made(self, table: str) -> list[RowChange]:
        """The rows of a table that the act brings into being."""
        return [row for row in self.rows if row.table == table and row.before is None]


def act(state: ReviewState, name: str, rows: Iterable[RowChange]) -> Change:
    """An act of the analyst whose review it is."""
    return Change(name, state.review.id, state.analyst, tuple(rows))


def edit(state: ReviewState, name: str, before: Any, after: Any) -> Change | None:
    """An act that makes one record another; None when nothing would change."""
    if before == after:
        return None
    return act(state, name, [edited_row(before, replace(after, updated_at=now()))])


def new_row(record: Record) -> RowChange:
    """A record that comes into being."""
    return RowChange(TABLE_OF[type(record)], record.id, None, to_row(record))


def gone_row(record: Record) -> RowChange:
    """A record that is taken away."""
    return RowChange(TABLE_OF[type(record)], record.id, to_row(record), None)


def edited_row(before: Record, after: Record) -> RowChange:
    """A record that is not what it was."""
    return RowChange(TABLE_OF[type(before)], before.id, to_row(before), to_row(after))


def title_field(title: str) -> str:
    """A review's title."""
    clean = line_field(title)
    if not clean:
        raise ChangeRefusedError("A review needs a title.")
    return clean


def claim_field(name: str, value: str) -> str:
    """A field of a claim that is typed: a note has lines, tags are kept once each."""
    if name == "note":
        return note_field(value)
    return join_tags(line_field(value)) if name == "tags" else line_field(value)


def line_field(value: str) -> str:
    """A value of one line, no longer than `LONGEST_FIELD`."""
    clean = one_line(value)
    if len(clean) > LONGEST_FIELD:
        raise ChangeRefusedError(
            f"That is {len(clean):,} characters; a line holds {LONGEST_FIELD:,} at most."
        )
    return clean


def note_field(value: str) -> str:
    """A value of many lines, no longer than `LONGEST_NOTE`."""
    clean = canonical_text(value).strip()
    if len(clean) > LONGEST_NOTE:
        raise ChangeRefusedError(
            f"That is {len(clean):,} characters; a note holds {LONGEST_NOTE:,} at most."
        )
    return clean
