"""What acts are made of: rows before and after, and values made fit to keep."""

from workbench.core.model import Record, join_tags, to_row
from workbench.core.review import RowChange
from workbench.core.text import canonical_text, one_line
from workbench.errors import ChangeRefusedError

LONGEST_FIELD = 2_000
"""Code points in a one-line field (claimant, origin, title …)."""

LONGEST_NOTE = 100_000
"""Code points in a note or rationale."""


def new_row(record: Record) -> RowChange:
    """A record that comes into being."""
    return RowChange(_table(record), record.id, None, to_row(record))


def gone_row(record: Record) -> RowChange:
    """A record that is taken away."""
    return RowChange(_table(record), record.id, to_row(record), None)


def edited_row(before: Record, after: Record) -> RowChange:
    """A record that is not what it was."""
    return RowChange(_table(before), before.id, to_row(before), to_row(after))


def _table(record: Record) -> str:
    return type(record).__name__.lower()


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
