"""What is shown where there is no room to work in."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Static

from workbench.tui import guard
from workbench.tui.bound_keys import keys_of
from workbench.tui.keys import bindings_of
from workbench.tui.layout.rooms import LEAST_COLUMNS, LEAST_ROWS, has_room


class TooSmall(Screen[None]):
    """A plain message in place of a screen that could not be read.

    Keys do nothing but quit: nobody should mark what cannot be seen.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("small")
    DEFAULT_CSS = "TooSmall { background: $background; color: $foreground; }"

    def compose(self) -> ComposeResult:
        """One sentence or two."""
        yield Static(markup=False)

    def on_resize(self) -> None:
        """Say the size there is now."""
        width, height = self.app.size
        self.query_one(Static).update(
            guard.content(
                f"Too small: {width}×{height}. The workbench needs {LEAST_COLUMNS}×{LEAST_ROWS}. "
                "Make the terminal larger: you are where you were, nothing is lost. "
                f"{keys_of(self).named('small.quit')} quits."
            )
        )

    def on_screen_resume(self) -> None:
        """Not to be come back to once there is room."""
        if has_room(*self.app.size):
            self.dismiss(None)
