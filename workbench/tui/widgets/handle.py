"""What can be dragged across its own direction to move the edge of a pane or of the strip."""

from dataclasses import dataclass

from textual.events import MouseDown, MouseMove
from textual.message import Message
from textual.widget import Widget

from workbench.tui.widgets.painted_once import PaintedOnce


class Handle(PaintedOnce, Widget):
    """A line or column one can take hold of.

    A press that does not move is a click as ever.

    Attributes:
        was_dragged: whether the press that ended last moved.
        is_line: whether it is moved up and down; else left and right.
        grip: cells from its beginning that can be taken hold of, across; None for all of it.
    """

    ALLOW_SELECT = False

    @dataclass
    class Moved(Message):
        """It was dragged across: its edge is wanted there.

        Attributes:
            handle: which one.
            to: the column or row of the screen under the mouse.
        """

        handle: "Handle"
        to: int

    def __init__(self, *, is_line: bool) -> None:
        super().__init__()
        self.is_line = is_line
        self.was_dragged = False
        self._held: MouseDown | None = None
        self._across: bool | None = None

    def can_be_held(self, event: MouseDown) -> bool:
        """Whether it can be taken hold of there."""
        return event.button == 1

    def on_mouse_down(self, event: MouseDown) -> None:
        """Take hold."""
        self.was_dragged = False
        if self.can_be_held(event):
            self._held, self._across = event, None
            self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Across, the edge follows; along, whoever has use for it is told."""
        if self._held is None:
            return
        right = event.screen_x - self._held.screen_x
        down = event.screen_y - self._held.screen_y
        if self._across is None and (right or down):
            self._across = abs(down) >= abs(right) if self.is_line else abs(right) >= abs(down)
            self.was_dragged = True
        if self._across:
            self.post_message(self.Moved(self, event.screen_y if self.is_line else event.screen_x))
        elif self._across is False:
            self.dragged_along(event)

    def dragged_along(self, event: MouseMove) -> None:
        """It was dragged in its own direction."""

    def on_mouse_up(self) -> None:
        """Let go."""
        self.let_go()

    def let_go(self) -> None:
        """End a drag, also one that cannot end by itself because the handle goes out of sight."""
        self._held = None
        if self.app.mouse_captured is self:
            self.release_mouse()
