"""A row as what is drawn of it: stretches of narrow characters, and clusters one by one."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from workbench.core.clusters import cluster_spans
from workbench.core.segments import Span
from workbench.tui.layout.widths import drawn, odd_characters

_LONG_ROW = 2_048
_MOST_ROWS = 256  # a few screens of them; the pieces of a row take a kilobyte or more


class Piece(NamedTuple):
    """A stretch of a row that is drawn as one.

    Attributes:
        start: where it begins in the row.
        end: where it ends.
        drawn: the text to send.
        cells: how many cells that takes.
        narrow: whether each code point is a cluster and a cell of its own, so that it can be cut.
    """

    start: int
    end: int
    drawn: str
    cells: int
    narrow: bool


def pieces(row: str, plain: bool) -> Iterable[Piece]:
    """A row as stretches of narrow characters and single clusters, without a line end.

    Args:
        row: a row's text.
        plain: whether to draw plain symbols.
    """
    if len(row) <= _LONG_ROW:
        return _kept_pieces(row, plain)
    # No more of them than are asked for where a row holds a flood of megabytes.
    return (Piece(*one, narrow=False) for one in _clusters(row, plain))


def clusters(row: str, plain: bool = False) -> Iterable[tuple[int, int, str, int]]:
    """The clusters of a row: start and end in it, what is drawn, cells.

    Args:
        row: a row's text.
        plain: whether to draw plain symbols.
    """
    return list(_clusters(row, plain))


def _clusters(text: str, plain: bool) -> Iterator[tuple[int, int, str, int]]:
    if not odd_characters(text, plain):
        return ((at, at + 1, char, int(char != "\n")) for at, char in enumerate(text))
    return ((first, end, *drawn(text[first:end], plain)) for first, end in cluster_spans(text))


@lru_cache(_MOST_ROWS)
def _kept_pieces(row: str, plain: bool) -> tuple[Piece, ...]:
    text = row.removesuffix("\n")
    odd = odd_characters(text, plain)
    if not odd:
        return (Piece(0, len(text), text, len(text), narrow=True),) if text else ()
    found: list[Piece] = []
    at = 0
    strange = [place for place, character in enumerate(text) if character in odd]
    for low, high in _stretches(strange, len(text)):
        if low > at:
            found.append(Piece(at, low, text[at:low], low - at, narrow=True))
        found += [
            Piece(
                low + first, low + end, *drawn(text[low + first : low + end], plain), narrow=False
            )
            for first, end in cluster_spans(text[low:high])
        ]
        at = high
    if at < len(text):
        found.append(Piece(at, len(text), text[at:], len(text) - at, narrow=True))
    return tuple(found)


def _stretches(strange: list[int], length: int) -> Iterator[Span]:
    """Where odd characters stand, with the neighbour on either side, which may belong to them."""
    low, high = -1, -2
    for place in strange:
        if place - 1 > high:
            if low >= 0:
                yield low, high
            low = max(0, place - 1)
        high = min(length, place + 2)
    yield low, high
