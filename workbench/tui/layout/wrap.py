"""The wrap table: which code points stand in which row, made block by block when looked at.

The scroll position is a code point, not a row number, so nothing above the view ever needs to be
wrapped, nothing needs an estimate, and text never moves by itself. Blocks end at line ends; only a
line of more than `BLOCK` code points without end is cut, at a space.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from workbench.core.clusters import cluster_end, cluster_start, clusters_from
from workbench.core.long_text import Text
from workbench.core.segments import Span
from workbench.tui.layout.pieces import pieces
from workbench.tui.layout.widths import breaks_after, drawn, odd_characters

BLOCK = 4_096
"""Code points after which the next line end ends a block: a screen of a pane of 100 columns."""

_REACH = 8_192

Row = Span
"""A row as a half-open span of code points, its hanging spaces and line end included."""


class WrapTable:
    """The rows of one text at one width.

    Args:
        text: canonical text.
        width: cells in a row, at least 1. Spaces at a row's end hang beyond it.
        plain: whether clusters are drawn as plain symbols, which may have other widths.
    """

    def __init__(self, text: Text, width: int, plain: bool = False) -> None:
        self.text = text
        self.width = max(1, width)
        self.plain = plain
        self._blocks: dict[int, array[int]] = {}
        self._bounds: dict[int, int] = {}
        # The last cluster a block would have cut: one of megabytes is in the way of many blocks,
        # and finding out where it ends reads all of it.
        self._cut: Row = (0, 0)

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
        before = pieces(self.text[row[0] : min(offset, row[1])], self.plain)
        return sum(piece.cells for piece in before)

    def offset_at(self, row: Row, cell: int) -> int:
        """The beginning of the cluster under a cell of a row, or the row's last one."""
        start, end = row
        if end > start and self.text[end - 1] == "\n":
            end -= 1
        at, last = 0, start
        for piece in pieces(self.text[start:end], self.plain):
            last = start + (piece.end - 1 if piece.narrow else piece.start)
            if at + piece.cells > cell:
                return start + piece.start + (cell - at) * piece.narrow
            at += piece.cells
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
            bound = self._bounds[index] = self._find_bound(index * BLOCK)
        return bound

    def _find_bound(self, nominal: int) -> int:
        """Where a block ends that should end there: after a line, else a space, else a cluster."""
        if nominal <= 0 or nominal >= len(self.text):
            return max(0, min(nominal, len(self.text)))
        for character in ("\n", " "):
            found = self.text.find(character, nominal, nominal + _REACH)
            if found >= 0:  # behind the space and whatever marks it carries
                return cluster_end(self.text, cluster_start(self.text, found))
        if not self._cut[0] <= nominal < self._cut[1]:
            start = cluster_start(self.text, nominal)
            self._cut = start, cluster_end(self.text, start)
        start, end = self._cut
        return nominal if start == nominal else end

    def _starts(self, index: int) -> "array[int]":
        starts = self._blocks.get(index)
        if starts is None:
            low, high = self._bound(index), self._bound(index + 1)
            starts = _wrap(self.text, low, high, self.width, plain=self.plain)
            self._blocks[index] = starts
        return starts


def _wrap(text: Text, start: int, end: int, width: int, *, plain: bool) -> "array[int]":
    piece = text[start:end]
    odd = odd_characters(piece, plain)
    pattern = _pattern(width)
    if not odd:
        starts = array("I", [start + match.start() for match in pattern.finditer(piece)])
    else:
        is_odd = re.compile("[" + re.escape("".join(sorted(odd))) + "]")
        starts = array("I")
        at = 0
        while at < len(piece):
            starts.append(start + at)
            match = pattern.match(piece, at)
            after = match.end() if match else at + 1
            # Up to the last character that could stand in the row, and the one that follows.
            if is_odd.search(piece, at, max(after, at + width) + 1):
                after = _row_end(piece, at, width, is_odd, plain=plain)
            at = after
    if end == len(text) and piece[-1:] in ("", "\n"):
        starts.append(end)  # the empty last line, where the cursor can stand too
    return starts


@lru_cache(16)
def _pattern(width: int) -> re.Pattern[str]:
    return re.compile(rf"[^\n]{{1,{width}}}(?: +\n?|\n|\Z)| +|[^\n]{{{width}}}|\n")


def _row_end(text: str, start: int, width: int, is_odd: re.Pattern[str], *, plain: bool) -> int:
    """Where a row ends whose characters are not all one cell wide."""
    used = 0
    at = gap = start  # the last place to break
    while at < len(text):
        # Narrow characters are counted, not looked at one by one, as far as a row can reach.
        odd = is_odd.search(text, at, at + max(0, width - used) + 2)
        end = max(at, odd.start() - 1) if odd else len(text)
        stop = _narrow_end(text, at, end, width - used, is_odd)
        gap = max(gap, text.rfind(" ", at, stop) + 1)
        used += stop - at
        at = stop
        if at < end and not is_odd.search(text, at, at + 2):  # too much, or the line's end
            full = gap if gap > start else at
            return at + 1 if text[at] == "\n" else full
        for first, at, shown, cells in _odd_stretch(text, at, is_odd, plain=plain):  # noqa: B020
            if text[first] == "\n":
                return at
            if shown != " " and cells and used + cells > width and first > start:
                return gap if gap > start else first
            used += cells
            # Spaces hang beyond the edge; ideographs and their like may be broken anywhere.
            if shown == " " or (cells > 1 and breaks_after(shown)):
                gap = at
    return len(text)


def _odd_stretch(
    text: str, start: int, is_odd: re.Pattern[str], *, plain: bool
) -> Iterator[tuple[int, int, str, int]]:
    """Clusters one by one, until nothing odd is near or the line ends."""
    for first, after in clusters_from(text, start):
        yield first, after, *drawn(text[first:after], plain)
        if text[first] == "\n" or not is_odd.search(text, after, after + 2):
            return


def _narrow_end(text: str, start: int, end: int, room: int, is_odd: re.Pattern[str]) -> int:
    """How far narrow characters go that fit into some cells, with the spaces that hang beyond."""
    if end - start > room:
        stop = start + max(0, room)
        while stop < end and text[stop] == " ":
            stop += 1
        # A mark behind a space belongs to it: that is for clusters to say.
        end = stop - 1 if stop > start and is_odd.match(text, stop) else stop
    newline = text.find("\n", start, end)
    return end if newline < 0 else newline
