"""The two cells left of a row: the strongest sign, and how many claims begin there."""

from collections.abc import Mapping, Sequence

from workbench.core.spans import Placed
from workbench.tui.layout.anchors import ANCHOR
from workbench.tui.layout.paint import Mark
from workbench.tui.layout.wrap import Row
from workbench.tui.theme import STRENGTH

GUTTER = 2
"""Cells left of the text."""


def gutter(
    row: Row, marks: Sequence[Placed[Mark]], signs: Mapping[str, str], *, anchored: bool
) -> tuple[str, str]:
    """What stands left of a row.

    Args:
        row: the row's span of code points.
        marks: the claims over it.
        signs: the sign of each standing.
        anchored: whether a blank in the second cell is an anchor.

    Returns:
        Two cells, and the strongest standing among the claims that begin in the row, or "".
    """
    blank = ANCHOR if anchored else " "
    begun = [mark.item.standing for mark in marks if row[0] <= mark.start < row[1]]
    if not begun:
        return f" {blank}", ""
    strongest = min(begun, key=STRENGTH.index)
    more = blank if len(begun) == 1 else str(len(begun)) if len(begun) < 10 else "+"
    return signs[strongest] + more, strongest
