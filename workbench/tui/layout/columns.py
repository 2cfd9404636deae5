"""How the columns of the matrix share a line: what is said of a point stays, articles scroll."""

from typing import NamedTuple

MARK = 1
"""Cells of what marks the row that keys act on."""

SIGN = 3
"""Cells of a point's sign, of what flags contradictory marks, and a blank."""

_LEAST_DIGITS = 4
_LEAST_WORDING, _MOST_WORDING = 20, 72
_LEAST_CELL, _MOST_CELL = 5, 14
_ORIGINS, _WIDE_ORIGINS = 8, 15
_VERDICT, _WIDE_VERDICT = 13, 19
_WIDE, _VERY_WIDE = 110, 130


class Columns(NamedTuple):
    """Cells of each column, each with the blank behind it.

    Attributes:
        number: of the point's number.
        wording: of the point's wording.
        origins: of how many origins it has.
        verdict: of the verdict; 0 where there are none to show.
        cell: of an article.
        shown: how many articles there is room for.
    """

    number: int
    wording: int
    origins: int
    verdict: int
    cell: int
    shown: int

    @property
    def staying(self) -> int:
        """Where the articles begin."""
        return MARK + self.number + SIGN + self.wording + self.origins + self.verdict

    @property
    def is_wide(self) -> bool:
        """Whether there is room to say which origins are unknown."""
        return self.origins >= _WIDE_ORIGINS


def columns(width: int, articles: int, *, verdicts: bool = True, highest: int = 0) -> Columns:
    """Share out a line.

    Args:
        width: cells of the line.
        articles: how many there are. Each gets 5 to 14 cells; the wording two fifths of what is
            left, 20 to 72 cells, and what the articles leave over.
        verdicts: whether there are any to show.
        highest: the highest number of a point.
    """
    number = max(_LEAST_DIGITS, len(str(highest))) + 1
    origins = _WIDE_ORIGINS if width >= _VERY_WIDE else _ORIGINS
    verdict = (_WIDE_VERDICT if width >= _WIDE else _VERDICT) if verdicts else 0
    room = width - MARK - number - SIGN - origins - verdict
    wording = max(_LEAST_WORDING, min(_MOST_WORDING, room * 2 // 5))
    left = max(_LEAST_CELL, room - wording)
    cell = max(_LEAST_CELL, min(_MOST_CELL, left // max(1, articles)))
    shown = max(1, min(articles, left // cell))
    wording = max(4, min(_MOST_WORDING, room - shown * cell))
    return Columns(number, wording, origins, verdict, cell, shown)
