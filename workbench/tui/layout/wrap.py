"""The wrap table: which code points stand in which row, made block by block when looked at.

The scroll position is a code point, not a row number, so nothing above the view ever needs to be
wrapped, nothing needs an estimate, and text never moves by itself. Blocks end at line ends; only a
line of more than `BLOCK` code points without end is cut, at a space.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from workbench.core.clusters import cluster_end, cluster_spans, cluster_start
from workbench.tui.layout.widths import breaks_after, drawn, odd_characters

BLOCK = 32_768
"""Code points after which the next line end ends a block."""

_REACH = 8_192
_LONG_ROW = 2_048

Row = tuple[int, int]
"""A row as a half-open span of code points, its hanging spaces and line end included."""


class WrapTable:
    """The rows of one text at one width.

    Args:
        text: canonical text.
        width: cells in a row, at least 1. Spaces at a row's end hang beyond it.
        plain: whether clusters are drawn as plain symbols, which may have other widths.
    """

    def __init__(self, text: str, width: int, plain: bool = False) -> None:
        self.text = text
        self.width = max(1, width)
        self.plain = plain
        self._blocks: dict[int, array[int]] = {}
        self._bounds: dict[int, int] = {}

    def row_at(self, offset: int) -> Row:
        """The row that holds a code point; the last row holds the end of the text too."""
        index = self._block_of(offset)
        starts = self._starts(index)
        position = bisect_right(starts, offset) - 1
        return self._row(index, max(0, position))

    def rows_from(self, offset: int, count: int) -> list[Row]:
        """At most `count` rows, beginning with the one that holds `offset`."""
        rows: list[Row] = []
        index = self._block_of(offset)
        position = max(0, bisect_right(self._starts(index), offset) - 1)
        while len(rows) < count:
            starts = self._starts(index)
            while position < len(starts) and len(rows) < count:
                rows.append(self._row(index, position))
                position += 1
            index, position = index + 1, 0
            if self._bound(index) >= len(self.text):
                break
        return rows

    def move(self, offset: int, rows: int) -> int:
        """The first code point of the row so many rows below (above when negative) an offset's.

        Stops at the first and the last row.
        """
        index = self._block_of(offset)
        position = max(0, bisect_right(self._starts(index), offset) - 1) + rows
        while position < 0:
            if index == 0:
                return 0
            index -= 1
            position += len(self._starts(index))
        while position >= len(self._starts(index)):
            if self._bound(index + 1) >= len(self.text):
                return self._starts(index)[-1]
            position -= len(self._starts(index))
            index += 1
        return self._starts(index)[position]

    def distance(self, top: int, offset: int, limit: int) -> int:
        """How many rows `offset` is below `top`; `limit` (or `-limit`) when it is further."""
        first, last = self.row_at(top)[0], self.row_at(offset)[0]
        step = 1 if last >= first else -1
        rows, at = 0, first
        while at != last and rows < limit:
            moved = self.move(at, step)
            if moved == at:
                break
            at, rows = moved, rows + 1
        return step * rows

    def cells_before(self, row: Row, offset: int) -> int:
        """How many cells of a row stand before an offset in it."""
        before = _pieces(self.text[row[0] : min(offset, row[1])], self.plain)
        return sum(width for _, _, _, width in before)

    def offset_at(self, row: Row, cell: int) -> int:
        """The beginning of the cluster under a cell of a row, or the row's last one."""
        start, end = row
        if end > start and self.text[end - 1] == "\n":
            end -= 1
        at, last = 0, start
        for first, _, _, width in _pieces(self.text[start:end], self.plain):
            last = start + first
            if at + width > cell:
                return last
            at += width
        if row[1] > end or row[1] == len(self.text):
            return end  # on the line end, or behind the last character
        return last

    def _row(self, index: int, position: int) -> Row:
        starts = self._starts(index)
        if position + 1 < len(starts):
            return starts[position], starts[position + 1]
        return starts[position], self._bound(index + 1)

    def _block_of(self, offset: int) -> int:
        offset = max(0, min(offset, len(self.text)))
        index = offset // BLOCK
        while index > 0 and self._bound(index) > offset:
            index -= 1
        while index > 0 and self._bound(index) >= len(self.text):
            index -= 1
        return index

    def _bound(self, index: int) -> int:
        bound = self._bounds.get(index)
        if bound is None:
            start, bound = _bound(self.text, index)
            self._bounds[index] = bound
            # In a cluster of megabytes all blocks end where it ends; finding that out reads it.
            for other in range(start // BLOCK + 1, (bound - _REACH) // BLOCK + 1):
                self._bounds[other] = bound
        return bound

    def _starts(self, index: int) -> "array[int]":
        starts = self._blocks.get(index)
        if starts is None:
            low, high = self._bound(index), self._bound(index + 1)
            starts = _wrap(self.text, low, high, self.width, plain=self.plain)
            self._blocks[index] = starts
        return starts


def clusters(row: str, plain: bool = False) -> tuple[tuple[int, int, str, int], ...]:
    """The clusters of a row: start and end in it, what is drawn, cells.

    Args:
        row: a row's text.
        plain: whether to draw plain symbols.
    """
    return _kept_clusters(row, plain) if len(row) <= _LONG_ROW else tuple(_clusters(row, plain))


def _pieces(row: str, plain: bool) -> Iterable[tuple[int, int, str, int]]:
    """The same, no more of them than are asked for where a row holds a flood of megabytes."""
    return _kept_clusters(row, plain) if len(row) <= _LONG_ROW else _clusters(row, plain)


def _clusters(text: str, plain: bool) -> Iterator[tuple[int, int, str, int]]:
    if not odd_characters(text, plain):
        return ((at, at + 1, char, int(char != "\n")) for at, char in enumerate(text))
    return ((first, end, *drawn(text[first:end], plain)) for first, end in cluster_spans(text))


@lru_cache(2048)
def _kept_clusters(row: str, plain: bool) -> tuple[tuple[int, int, str, int], ...]:
    return tuple(_clusters(row, plain))


def _bound(text: str, index: int) -> tuple[int, int]:
    """From where on a block may be cut only there where it is cut, and where that is."""
    if index <= 0:
        return 0, 0
    nominal = index * BLOCK
    if nominal >= len(text):
        return len(text), len(text)
    for character in ("\n", " "):
        found = text.find(character, nominal, nominal + _REACH)
        if found >= 0:  # behind the space and whatever marks it carries
            return nominal, cluster_end(text, cluster_start(text, found))
    start = cluster_start(text, nominal)
    return start, nominal if start == nominal else cluster_end(text, start)


def _wrap(text: str, start: int, end: int, width: int, *, plain: bool) -> "array[int]":
    odd = odd_characters(text[start:end], plain)
    if not odd:
        starts = _wrap_narrow(text, start, end, width)
    else:
        starts = array("I")
        is_odd = re.compile("[" + re.escape("".join(sorted(odd))) + "]")
        at = start
        while at < end:
            newline = text.find("\n", at, end)
            line_end = end if newline < 0 else newline + 1
            if is_odd.search(text, at, line_end):
                starts.extend(_wrap_clusters(text, at, line_end, width, plain=plain))
            else:
                starts.extend(_wrap_narrow(text, at, line_end, width))
            at = line_end
    if end == len(text) and (end == 0 or text.endswith("\n")):
        starts.append(end)  # the empty last line, where the cursor can stand too
    return starts


@lru_cache(16)
def _pattern(width: int) -> re.Pattern[str]:
    return re.compile(rf"[^\n]{{1,{width}}}(?: +\n?|\n|\Z)| +|[^\n]{{{width}}}|\n")


def _wrap_narrow(text: str, start: int, end: int, width: int) -> "array[int]":
    return array("I", [match.start() for match in _pattern(width).finditer(text, start, end)])


def _wrap_clusters(text: str, start: int, end: int, width: int, *, plain: bool) -> list[int]:
    """One line whose characters are not all one cell wide."""
    starts = [start]
    row_start = start
    used = 0  # cells from row_start
    gap: tuple[int, int] | None = None  # last place to break: offset, cells before it
    for first, after, shown, cells in _clusters(text[start:end], plain):
        at = start + first
        if shown == " ":
            used += 1
            gap = (start + after, used)
            continue
        if cells and used + cells > width and at > row_start:
            if gap is not None and gap[0] > row_start:
                row_start, used = gap[0], used - gap[1]
            if used + cells > width and at > row_start:
                row_start, used = at, 0
            if row_start != starts[-1]:
                starts.append(row_start)
            gap = None
        used += cells
        if cells > 1 and breaks_after(shown):  # ideographs and their like may be broken anywhere
            gap = (start + after, used)
    return starts
