"""Input lines and boxes into which nothing harmful can be pasted."""

from collections.abc import Sequence

from textual.events import Paste
from textual.filter import LineFilter
from textual.widgets import Input, TextArea

from workbench.core.text import harmless, one_line
from workbench.tui.ascii_signs import verbatim


class Line(Input):
    """A line to fill in; its cursor does not blink."""

    def on_mount(self) -> None:
        """Nothing blinks unasked."""
        self.cursor_blink = False

    def get_line_filters(self) -> Sequence[LineFilter]:
        """All but the one that would show other characters than are typed."""
        return verbatim(super().get_line_filters())

    def on_paste(self, event: Paste) -> None:
        """What is pasted is made harmless before Textual takes it."""
        event.text = one_line(event.text)


class Box(TextArea):
    """A box for several lines; its cursor does not blink."""

    def on_mount(self) -> None:
        """Nothing blinks unasked."""
        self.cursor_blink = False

    def get_line_filters(self) -> Sequence[LineFilter]:
        """All but the one that would show other characters than are typed."""
        return verbatim(super().get_line_filters())

    def on_paste(self, event: Paste) -> None:
        """What is pasted is made harmless before Textual takes it."""
        event.text = harmless(event.text.replace("\r\n", "\n").replace("\r", "\n"))
