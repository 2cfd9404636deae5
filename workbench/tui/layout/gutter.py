"""The two cells left of a row: the strongest sign, and how many claims begin there."""

from collections.abc import Mapping, Sequence

from workbench.tui.layout.anchors import ANCHOR
from workbench.tui.layout.paint import Mark
from workbench.tui.layout.wrap import Row
from workbench.tui.theme import STRENGTH

GUTTER = 2
"""Cells left of the text."""

COUNTS = "²³⁴⁵⁶⁷⁸⁹⁺"
"""How many claims begin in a row: two, three … nine, more."""

ASCII_COUNTS = "23456789+"
"""The same where nothing but ASCII may be shown."""

_DOTS = "⠆⠇⠿"  # two, three, more: letters written from left to right, and so anchors, too


def gutter(
    row: Row,
    marks: Sequence[Mark],
    signs: Mapping[str, str],
    *,
    anchored: bool,
    counts: str = COUNTS,
) -> tuple[str, str]:
    """What stands left of a row.

    Args:
        row: the row's span of code points.
        marks: the claims over it.
        signs: the sign of each standing.
        anchored: whether the second cell has to be an anchor.
        counts: what stands for two claims, three and so on, the last for more.

    Returns:
        Two cells, and the strongest standing among the claims that begin in the row, or "".
    """
    blank, counts = (ANCHOR, _DOTS) if anchored else (" ", counts)
    begun = [mark.standing for mark in marks if row[0] <= mark.start < row[1]]
    if not begun:
        return f" {blank}", ""
    strongest = min(begun, key=STRENGTH.index)
    more = blank if len(begun) == 1 else counts[min(len(begun), len(counts) + 1) - 2]
    return signs[strongest] + more, strongest
