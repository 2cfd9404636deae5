"""Input lines and boxes into which nothing harmful can be pasted."""

from textual.events import Paste
from textual.widgets import Input, TextArea

from workbench.core.text import harmless, one_line
from workbench.tui.ascii_signs import Verbatim


class Line(Verbatim, Input):
    """A line to fill in; its cursor does not blink."""

    def on_mount(self) -> None:
        """Nothing blinks unasked."""
        self.cursor_blink = False

    def on_paste(self, event: Paste) -> None:
        """What is pasted is made harmless before Textual takes it."""
        event.text = one_line(event.text)


class Box(Verbatim, TextArea):
    """A box for several lines; its cursor does not blink."""

    def on_mount(self) -> None:
        """Nothing blinks unasked."""
        self.cursor_blink = False

    def on_paste(self, event: Paste) -> None:
        """What is pasted is made harmless before Textual takes it."""
        event.text = harmless(event.text.replace("\r\n", "\n").replace("\r", "\n"))
