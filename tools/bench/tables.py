"""The table: what was measured, what came out, what it is to be."""

from collections.abc import Iterable, Iterator

from tools.bench.figures import Row

_WHAT, _FIGURE, _WANTED = 66, 46, 26


def heading(title: str) -> str:
    """A line above a group of rows."""
    return f"\n{title}\n{'─' * len(title)}"


def line(row: Row) -> str:
    """A row as a line of text."""
    left = f"{row.what:<{_WHAT}} {row.figure:<{_FIGURE}}"
    return f"{left} {row.wanted:<{_WANTED}} {row.outcome}".rstrip()


def over(rows: Iterable[Row]) -> Iterator[str]:
    """A line for every row that misses what it is to be."""
    for row in rows:
        if row.outcome not in ("", "ok"):
            yield f"{row.what}: {row.outcome}"
