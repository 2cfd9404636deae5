"""Taking the formula guard off again: exactly where it was put on."""

from collections.abc import Mapping, Sequence

from workbench.export.guard import MARK, guard, unguard

Row = Mapping[str, str]

# What the workbench writes of articles and nobody types: these cells tell how a file was written.
_WITNESSES = ("quote", "prefix", "suffix", "from_quote", "to_quote")


def plain(rows: Sequence[Row], *, raw: bool) -> list[Row]:
    """The cells of a CSV as they were before the guard.

    A cell that the guard cannot have written, because it begins as a formula, shows that the file
    was written without it, when it is one that nobody types. Whoever knows better says so.

    Args:
        rows: column to cell.
        raw: whether the file is known to have been written without the guard.
    """
    if raw or is_raw(rows):
        return list(rows)
    return [{name: bare(cell) for name, cell in row.items()} for row in rows]


def bare(cell: str) -> str:
    """A cell without the guard's apostrophe, if the guard can have put it there."""
    text = unguard(cell)
    return text if cell.startswith(MARK) and guard(text) == cell else cell


def is_raw(rows: Sequence[Row]) -> bool:
    """Whether a file shows that it was written without the guard."""
    for row in rows:
        length = _length(row)
        quote = row.get("quote", "")
        if length is not None and quote.startswith(MARK) and bare(quote) != quote:
            # Either the apostrophe is of the article, or it is the guard's: the place counts it.
            if len(quote) == length:
                return True
            if len(quote) == length + 1:
                return False
        for name in _WITNESSES:
            cell = row.get(name, "")
            if cell and guard(cell) != cell and bare(cell) == cell:
                return True
    return False


def _length(row: Row) -> int | None:
    start, end = row.get("start", ""), row.get("end", "")
    if start.isascii() and end.isascii() and start.isdigit() and end.isdigit():
        return int(end[:15]) - int(start[:15])
    return None
