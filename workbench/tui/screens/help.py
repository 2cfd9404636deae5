"""The keys of the place one is in, from the table that makes them."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workbench.tui import guard
from workbench.tui.keys import Command, bindings_of, commands_of
from workbench.tui.widgets.bars import KeyLine

_HEADINGS = {
    "pane": "In an article",
    "review": "In a review",
    "strip": "In the strip below (i goes there, esc comes back)",
    "reviews": "In the list of reviews",
    "history": "In the history",
    "chooser": "In the list of articles",
    "confirm": "At a question",
    "everywhere": "Everywhere",
}

_SIGNS = (
    "✓ agreeing   ~ agreeing, but from one origin   ✗ conflicting   ? unverified",
    "Mouse: click, drag to select, double click a word, triple click a sentence, wheel scrolls.",
    "Shift+drag is the terminal's own selection. Nothing is ever unsaved.",
)


class Help(ModalScreen[None]):
    """A list of keys.

    Args:
        places: the places whose keys are listed, the nearest first.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("help")
    DEFAULT_CSS = """
    Help { align: center middle; background: $background 60%; }
    Help > Vertical {
        width: 96; max-width: 100%; height: 100%;
        background: $surface; border: round $primary; padding: 0 1;
    }
    Help VerticalScroll { height: 1fr; scrollbar-gutter: stable; }
    Help KeyLine { background: $surface; padding: 0; }
    """

    def __init__(self, places: tuple[str, ...]) -> None:
        super().__init__()
        self._places = places

    def compose(self) -> ComposeResult:
        """Every key, place by place."""
        keys = KeyLine()
        keys.show(commands_of("help"))
        with Vertical():
            with VerticalScroll():
                yield Static(_content(self._places), markup=False)
            yield keys

    def on_mount(self) -> None:
        """The list scrolls with the arrow keys."""
        self.set_focus(self.query_one(VerticalScroll))

    def action_back(self) -> None:
        """Back."""
        self.dismiss(None)


def _content(places: tuple[str, ...]) -> Content:
    lines: list[Content] = []
    for place in places:
        if lines:
            lines.append(Content(""))
        lines.append(guard.content(_HEADINGS[place], "bold $primary"))
        lines += [_line(command) for command in _grouped(commands_of(place))]
    lines += [Content(""), *map(guard.content, _SIGNS)]
    return Content("\n").join(lines)


def _grouped(commands: list[Command]) -> list[Command]:
    """Without the eight further panes, which are told by the first."""
    return [c for c in commands if c.id not in {f"pane.{n}" for n in range(2, 10)}]


def _line(command: Command) -> Content:
    key = "1 … 9" if command.id == "pane.1" else command.key
    text = command.help.replace("pane 1", "the n-th pane").replace("article 1", "the n-th article")
    return Content.assemble(guard.content(f"  {key:<14}", "bold $accent"), guard.content(text))
