"""How the columns of the matrix share a line: wordings stay, articles scroll sideways."""

from typing import NamedTuple

NUMBER = 5
"""Cells of a point's number."""

_SIGN = 2
_LEAST_WORDING, _MOST_WORDING = 20, 72
_LEAST_CELL, _MOST_CELL = 5, 14
_VERDICT = 18
_ROOM_FOR_VERDICT = 120


class Columns(NamedTuple):
    """Cells of each column.

    Attributes:
        wording: of the point's wording.
        cell: of an article.
        shown: how many articles there is room for.
        verdict: of the verdict; 0 where it is said below only.
    """

    wording: int
    cell: int
    shown: int
    verdict: int


def columns(width: int, articles: int, *, verdicts: bool = True) -> Columns:
    """Share out a line.

    Args:
        width: cells of the line.
        articles: how many there are. Each gets 5 to 14 cells; the wording a third of the line,
            20 to 72 cells, and what the articles leave over.
        verdicts: whether there are any to show.
    """
    verdict = _VERDICT if verdicts and width >= _ROOM_FOR_VERDICT else 0
    room = width - NUMBER - _SIGN - verdict
    wording = max(_LEAST_WORDING, min(_MOST_WORDING, room // 3))
    left = max(_LEAST_CELL, room - wording - 1)
    cell = max(_LEAST_CELL, min(_MOST_CELL, left // max(1, articles)))
    shown = max(1, min(articles, left // cell))
    wording = max(4, min(_MOST_WORDING, room - 1 - shown * cell))
    return Columns(wording, cell, shown, verdict)
