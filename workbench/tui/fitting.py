"""A plain message while the terminal is too small for a screen, and the screen after it."""

from typing import Any

from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from workbench.tui.frames import paint_all_that_changed
from workbench.tui.key_order import OrderedKeys
from workbench.tui.layout.rooms import has_room
from workbench.tui.screens.too_small import TooSmall
from workbench.tui.widgets.painted_once import PaintedOnce


class Ground(Screen[None]):
    """What lies under all other screens: nothing, not even room for notices."""

    def _extend_compose(self, widgets: list[Widget]) -> None:
        """Nothing is added, for nobody sees it and the first frame would wait for it."""


class FittingApp(OrderedKeys):
    """An app that shows its screens only where there is room for them."""

    _begun = False

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        paint_all_that_changed()

    def get_default_screen(self) -> Screen[None]:
        """What every stack of screens begins with."""
        return Ground()

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        """The screens that may be seen behind the one on top.

        Textual counts the one right below even where nothing shines through, and paints all again
        whenever that one is laid out. A review does not wait for what it covers, the list or the
        empty screen every stack begins with: those are laid out when they are come back to.
        """
        top = self.screen_stack[-1] if self.screen_stack else None
        # mypy believes that no screen can be one of these.
        if issubclass(type(top), PaintedOnce) and top and top.styles.background.a == 1:
            return []
        return super()._background_screens

    def begin_fitting(self) -> None:
        """From now on the size is watched; called when the first screens are there."""
        self._begun = True
        self.fit(self.size)

    def on_resize(self, event: Resize) -> None:
        """There may be room now, or no longer."""
        self.fit(event.size)  # the app's own is still the size before

    def fit(self, size: Size) -> None:
        """Put the message up, or take it away."""
        if not self._begun or not self.screen_stack:
            return
        shown = isinstance(self.screen, TooSmall)
        if has_room(*size):
            if shown:
                self.pop_screen()
        elif not shown:
            self.push_screen(TooSmall())
