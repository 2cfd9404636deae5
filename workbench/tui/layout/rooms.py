"""How the screen's room is shared out: how many panes, how large each, how high the strip."""

from collections.abc import Sequence

ONE_PANE_BELOW = 100
TWO_PANES_BELOW = 160
_COLUMNS = 52
_ROWS = 8
MOST_PANES = 9

LEAST_COLUMNS = 60
LEAST_ROWS = 16
"""Below this size there is no room to work in, and the screen says so."""

LEAST_PANE_COLUMNS = 16
LEAST_PANE_ROWS = 3
LEAST_STRIP_ROWS = 3
MOST_STRIP_ROWS = 40


def has_room(width: int, height: int) -> bool:
    """Whether a screen of so many columns and rows can be worked in."""
    return width >= LEAST_COLUMNS and height >= LEAST_ROWS


def panes_for(width: int, height: int, articles: int, *, stacked: bool) -> int:
    """How many panes there is room for.

    Args:
        width: columns of the screen. Side by side there is one pane below 100, two below 160, then
            one for every 52.
        height: rows of the board. One above the other there is a pane for every 8.
        articles: how many there are to be shown.
        stacked: whether panes stand one above the other.
    """
    if stacked:
        room = height // _ROWS
    elif width < ONE_PANE_BELOW:
        room = 1
    elif width < TWO_PANES_BELOW:
        room = 2
    else:
        room = max(3, width // _COLUMNS)
    return max(1, min(room, articles, MOST_PANES))


def resized(sizes: Sequence[int], index: int, by: int, least: int) -> list[int]:
    """The sizes of neighbours when one of them becomes larger or smaller.

    What it gains the neighbour after it loses (the last one takes from the one before), and neither
    becomes smaller than `least`, or than it is when that is less.

    Args:
        sizes: cells of each, in order.
        index: which one changes.
        by: cells; negative to become smaller.
        least: cells that each keeps.
    """
    new = list(sizes)
    if len(new) < 2:
        return new
    other = index + 1 if index + 1 < len(new) else index - 1
    gain = min(by, max(0, new[other] - least))
    gain = max(gain, -max(0, new[index] - least))
    new[index] += gain
    new[other] -= gain
    return new


def strip_rows(height: int, wanted: int) -> int:
    """How many rows the strip gets.

    Args:
        height: rows of the screen.
        wanted: what the analyst made it; 0 for a fifth of the screen, 5 to 12 rows.
    """
    if wanted:
        return max(LEAST_STRIP_ROWS, min(wanted, height - 2 * LEAST_PANE_ROWS - 2))
    return max(5, min(12, height // 5))
