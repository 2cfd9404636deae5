"""How many panes a screen has room for."""

ONE_PANE_BELOW = 100
TWO_PANES_BELOW = 160
_COLUMNS = 52
MOST_PANES = 9


def panes_for(width: int, articles: int) -> int:
    """How many panes a width has room for: one below 100 columns, two below 160, then more."""
    if width < ONE_PANE_BELOW:
        room = 1
    elif width < TWO_PANES_BELOW:
        room = 2
    else:
        room = max(3, width // _COLUMNS)
    return max(1, min(room, articles, MOST_PANES))
