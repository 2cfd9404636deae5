"""Input lines and boxes into which nothing harmful can be pasted."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.content import Content
from textual.document._edit import Edit
from textual.events import Click, Paste
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, TextArea

from workbench.core.text import harmless, one_line
from workbench.tui import guard
from workbench.tui.ascii_signs import Verbatim
from workbench.tui.keys import bindings_of
from workbench.tui.layout.shown import fitted


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

    # Textual wraps what several edits touched as if it were one, and looks for the cursor before it
    # is back: lines were drawn that were not there any more, and that ended the program.

    def _undo_batch(self, edits: Sequence[Edit]) -> None:
        self._go_through(edits[::-1], lambda edit: edit.undo(self))

    def _redo_batch(self, edits: Sequence[Edit]) -> None:
        self._go_through(edits, lambda edit: edit.do(self, record_selection=False))

    def _go_through(self, edits: Sequence[Edit], again: Callable[[Edit], object]) -> None:
        for edit in edits:
            again(edit)
        self.wrapped_document.wrap(self.wrap_width, self.indent_width)
        for edit in edits[-1:]:
            edit.after(self)
        self._build_highlight_map()
        self.post_message(self.Changed(self))
        self.update_suggestion()
        self._refresh_size()


class ChoiceLine(Line):
    """A line for one of several names: typed, or gone through with up and down."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("choice")

    def choose_from(self, names: Sequence[str]) -> None:
        """What there is to choose from; nothing at all is a choice too."""
        self._names = ("", *names)

    def action_choose(self, by: int) -> None:
        """The next name, or the one before, round and round."""
        here = one_line(self.value).casefold()
        at = next((n for n, name in enumerate(self._names) if name.casefold() == here), 0)
        self.value = self._names[(at + by) % len(self._names)]
        self.cursor_position = len(self.value)


class Choices(Widget):
    """What stands before a choice: what is asked, and all there is to choose; each can be clicked.

    Args:
        field: the name of the field it belongs to.
        label: what is asked.
        names: what there is.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = "Choices { width: 100%; height: auto; max-height: 4; color: $secondary; }"

    class Chosen(Message):
        """A name was clicked."""

        def __init__(self, field: str, chosen: str) -> None:
            super().__init__()
            self.field = field
            self.chosen = chosen

    def __init__(self, field: str, label: str, names: Sequence[str]) -> None:
        super().__init__(id=f"{field}-choices")
        self._field = field
        self._label = label
        self._names = names
        self._now = ""

    def show(self, value: str) -> None:
        """Show which of them is chosen."""
        if value != self._now:
            self._now = value
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as it takes."""
        return len(self._lines(width))

    def render(self) -> Content:
        """All of them; no name is parted."""
        now = one_line(self._now).casefold()
        lines = []
        for line in self._lines(self.content_size.width):
            parts = [guard.content(line[0][1] if line and line[0][2] < 0 else "")]
            for _, words, number in line:
                if number >= 0:
                    chosen = self._names[number].casefold() == now
                    parts += [guard.line(words, "bold reverse" if chosen else "")]
                    parts += [guard.content("  ")]
            lines.append(Content.assemble(*parts))
        return Content("\n").join(lines)

    def on_click(self, event: Click) -> None:
        """Choose what is clicked."""
        offset = event.get_content_offset(self)
        lines = self._lines(self.content_size.width)
        if offset is not None and offset.y < len(lines):
            for begin, words, number in lines[offset.y]:
                if number >= 0 and begin <= offset.x < begin + cell_len(words):
                    self.post_message(self.Chosen(self._field, self._names[number]))

    def _lines(self, width: int) -> list[list[tuple[int, str, int]]]:
        """For each line its pieces: where they begin, their words, which name it is (-1: none)."""
        label = f"{self._label}: "
        lines = [[(0, label, -1)]]
        used = len(label)
        for number, name in enumerate(self._names):
            words = fitted(one_line(name), max(4, width - 1))
            cells = cell_len(words)
            if used + cells > width and lines[-1]:
                lines.append([])
                used = 0
            lines[-1].append((used, words, number))
            used += cells + 2
        return lines
