"""The room on the screen: how large the panes and the strip are, and how they stand."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from textual.geometry import Size

from workbench.tui.layout.rooms import MOST_STRIP_ROWS, strip_rows

if TYPE_CHECKING:
    from workbench.tui.screens.review_base import ReviewBase

_LINES = 2  # the line at the top and the one with the keys


def board_size(screen: "ReviewBase") -> Size:
    """Columns and rows that are left for the panes."""
    # While linking the strip may be larger for a moment: no pane goes because of that.
    width, height = screen.app.size
    return Size(width, max(1, height - _LINES - _strip_rows(screen, linking=False)))


def lay_out(screen: "ReviewBase") -> None:
    """Give strip and panes their room, where that has changed."""
    rows = _strip_rows(screen, linking=screen.linking is not None)
    height = screen.strip.styles.height
    if height is None or height.value != rows:
        screen.strip.styles.height = rows
    if screen.board.frames:
        screen.lay_out()


def stack(screen: "ReviewBase") -> None:
    """Panes one above the other, or side by side again."""
    board = screen.board
    if board.zoomed:
        board.set_zoom(zoomed=False)
    board.set_stacked(stacked=not board.stacked)
    screen.lay_out()
    screen.unsaved = True


def resize(screen: "ReviewBase", step: int) -> None:
    """The pane with the keys, or the strip, a step larger or smaller."""
    if screen.in_strip:
        set_strip(screen, _strip_rows(screen, linking=False) + step)
    elif not screen.board.step_size(step):
        screen.say("There is no other pane that could give or take the room.")
    screen.unsaved = True


def set_strip(screen: "ReviewBase", rows: int) -> None:
    """Make the strip so many rows high; fewer than two put it away."""
    screen.strip_open = rows > 1
    if screen.strip_open:
        screen.strip_rows = max(1, min(rows, MOST_STRIP_ROWS))
    _leave_closed_strip(screen)
    lay_out(screen)
    screen.unsaved = True


def toggle_strip(screen: "ReviewBase") -> None:
    """Put the strip away but for one line, or open it again."""
    screen.strip_open = not screen.strip_open
    _leave_closed_strip(screen)
    lay_out(screen)
    screen.unsaved = True


def drag_strip(screen: "ReviewBase", row: int) -> None:
    """Its heading was dragged to a row of the screen."""
    set_strip(screen, screen.app.size.height - 1 - row)


def as_stored(screen: "ReviewBase") -> dict[str, Any]:
    """What the session keeps of it."""
    return {"strip_rows": screen.strip_rows, "strip_open": screen.strip_open}


def restore(screen: "ReviewBase", session: Mapping[str, Any]) -> None:
    """What `as_stored` gave; whatever makes no sense is left out."""
    rows = session.get("strip_rows")
    screen.strip_rows = min(rows, MOST_STRIP_ROWS) if isinstance(rows, int) and rows > 1 else 0
    screen.strip_open = session.get("strip_open") is not False


def _leave_closed_strip(screen: "ReviewBase") -> None:
    """What cannot be seen must not have the keys."""
    if not screen.strip_open and screen.in_strip and screen.pane:
        screen.pane.take_keys()


def _strip_rows(screen: "ReviewBase", *, linking: bool) -> int:
    # Linking happens in the strip: then it is there, also where it was put away.
    if not screen.strip_open and not linking:
        return 1
    return strip_rows(screen.app.size.height, screen.strip_rows)
