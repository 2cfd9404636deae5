"""The keys of the place one is in, from the table that makes them."""

from typing import TYPE_CHECKING, ClassVar, cast

from rich.cells import cell_len, set_cell_size
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workbench.tui import guard
from workbench.tui.bound_keys import BoundKeys, keys_of
from workbench.tui.closing import ClosedOnce
from workbench.tui.key_rules import Command
from workbench.tui.keys import bindings_of, commands_of
from workbench.tui.widgets.bars import KeyLine

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

_HEADINGS = {
    "pane": "In an article",
    "review": "In a review",
    "strip": "In the strip below ({enter} goes there, {back} comes back)",
    "reviews": "In the list of reviews",
    "history": "In the history",
    "chooser": "In the list of articles",
    "confirm": "At a question",
    "listing": "In a list of what was found",
    "points": "In the matrix of points",
    "points table": "In its rows",
    "everywhere": "Everywhere",
}

_SIGNS = "✓ agreeing   ~ agreeing, but from one origin   ✗ conflicting   ? unverified"
_MOUSE = (
    "Mouse: click, drag to select, double click a word, triple click a sentence, wheel scrolls.",
    "Shift+drag is the terminal's own selection.",
)
_NO_MOUSE = ("The mouse is switched off here: it selects as everywhere in the terminal.",)
_SAFE = "Nothing is ever unsaved."


class Help(ClosedOnce, ModalScreen[None]):
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
                mouse = cast("WorkbenchApp", self.app).config.mouse
                content = _content(self._places, keys_of(self), mouse=mouse)
                yield Static(content, markup=False)
            yield keys

    def on_mount(self) -> None:
        """The list scrolls with the arrow keys."""
        self.set_focus(self.query_one(VerticalScroll))

    def action_back(self) -> None:
        """Back."""
        self.dismiss(None)


def _content(places: tuple[str, ...], keys: BoundKeys, *, mouse: bool = True) -> Content:
    lines: list[Content] = []
    for place in places:
        if lines:
            lines.append(Content(""))
        heading = _HEADINGS[place].format(enter=keys.named("strip.enter"), back=keys.named("back"))
        lines.append(guard.content(heading, "bold $primary"))
        lines += _lines(commands_of(place), keys)
    closing = (_SIGNS, *(_MOUSE if mouse else _NO_MOUSE), _SAFE)
    lines += [Content(""), *map(guard.content, closing)]
    return Content("\n").join(lines)


_PANES = [f"pane.{number}" for number in range(1, 10)]


def _lines(commands: list[Command], keys: BoundKeys) -> list[Content]:
    """A line for each command; one for all nine panes while they have the nine digits."""
    digits = not any(name in keys.anew for name in _PANES)
    return [_line(c, keys, digits=digits) for c in commands if not digits or c.id not in _PANES[1:]]


def _line(command: Command, keys: BoundKeys, *, digits: bool) -> Content:
    text, key = command.help, " ".join(keys.every(command))
    if digits and command.id == _PANES[0]:
        key, text = "1–9", text.replace("pane 1", "the n-th pane")
        text = text.replace("article 1", "the n-th article")
    wide = max(14, cell_len(key) + 1)
    return Content.assemble(
        guard.content("  " + set_cell_size(key, wide), "bold $accent"), guard.content(text)
    )
