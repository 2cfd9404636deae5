"""The two cells left of a row: the strongest sign, and how many claims begin there."""

from collections.abc import Mapping, Sequence

from workbench.core.spans import Placed
from workbench.tui.layout.anchors import ANCHOR
from workbench.tui.layout.paint import Mark
from workbench.tui.layout.wrap import Row
from workbench.tui.theme import STRENGTH

GUTTER = 2
"""Cells left of the text."""

_DIGITS = "123456789+"
_DOTS = "⠂⠆⠇⠿"  # as many dots as claims, the last for more; an anchor, too, which digits are not


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
    blank, numbers = (ANCHOR, _DOTS) if anchored else (" ", _DIGITS)
    begun = [mark.item.standing for mark in marks if row[0] <= mark.start < row[1]]
    if not begun:
        return f" {blank}", ""
    strongest = min(begun, key=STRENGTH.index)
    more = blank if len(begun) == 1 else numbers[min(len(begun), len(numbers)) - 1]
    return signs[strongest] + more, strongest
