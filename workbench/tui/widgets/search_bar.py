"""The line in which one types what to look for."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Label

from workbench.tui.bound_keys import keys_of
from workbench.tui.keys import bindings_of
from workbench.tui.widgets.fields import Line


class SearchBar(Horizontal):
    """Hidden until it is needed; gives the focus back to whoever had it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("search")
    DEFAULT_CSS = """
    SearchBar { height: 1; display: none; background: $panel; padding: 0 1; }
    SearchBar Label { color: $accent; text-style: bold; }
    SearchBar Input { border: none; height: 1; padding: 0; background: $panel; }
    SearchBar Input:focus { border: none; }
    """

    @dataclass
    class Asked(Message):
        """Words to look for; empty to end the search."""

        wanted: str

    def __init__(self) -> None:
        super().__init__()
        self._before: Widget | None = None

    def compose(self) -> ComposeResult:
        """A slash and the line."""
        yield Label("/ ")
        close = keys_of(self).named("search.close")
        yield Line(
            placeholder=f"words to find in all articles, notes, earlier reviews; {close} closes"
        )

    def open(self, wanted: str) -> None:
        """Show the line, with the words of the last search in it."""
        self._before = self.screen.focused
        self.display = True
        line = self.query_one(Input)
        line.value = wanted
        self.screen.set_focus(line)

    def action_close(self) -> None:
        """Hide the line again."""
        self.display = False
        if self._before is not None:
            self.screen.set_focus(self._before)

    def on_descendant_blur(self) -> None:
        """Whoever clicks elsewhere is done with it."""
        self.display = False

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter looks."""
        event.stop()
        self.action_close()
        self.post_message(self.Asked(event.value))
