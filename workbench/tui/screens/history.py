"""The log of a review, newest first, with what undo would take back next."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from workbench.core.events import Event, describe, known_numbers, shorten
from workbench.core.text import one_line
from workbench.tui import guard
from workbench.tui.ascii_signs import is_ascii, own
from workbench.tui.attempt import attempt
from workbench.tui.closing import ClosedOnce
from workbench.tui.desk import Desk
from workbench.tui.keys import bindings_of, commands_of
from workbench.tui.widgets.bars import KeyLine, TopLine
from workbench.tui.widgets.said_lines import SaidLines
from workbench.tui.widgets.steady_list import SteadyList

_LINE = 300  # code points of an act in the list; below it stands all of it

PAGE = 500
"""Acts shown at first; `m` shows as many more."""


class History(ClosedOnce, Screen[None]):
    """What was done, when, and by whom."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("history")
    DEFAULT_CSS = """
    History OptionList {
        height: 1fr; border: none; padding: 0 1; background: $background;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    History SaidLines { height: 5; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._most = PAGE
        self._top = TopLine()
        self._keys = KeyLine()
        self._whole = SaidLines()
        self._words: list[str] = []

    def compose(self) -> ComposeResult:
        """Title, list, the act one stands on at full length, keys."""
        yield self._top
        yield SteadyList(markup=False)
        yield self._whole
        yield self._keys

    def on_mount(self) -> None:
        """Show the newest acts."""
        self._do(lambda: "")
        self._keys.show(commands_of("history"))
        self.set_focus(self.query_one(OptionList))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another act: say all of it, reasons above all."""
        if event.option_index < len(self._words):
            self._show_whole(event.option_index)

    def action_undo(self) -> None:
        """Take back the analyst's newest act."""
        self._do(self._desk.undo)

    def action_redo(self) -> None:
        """Bring back what undo took."""
        self._do(self._desk.redo)

    def action_more(self) -> None:
        """Show older acts too."""
        self._most += PAGE
        self._do(lambda: "")

    def action_back(self) -> None:
        """Back to the review."""
        self.dismiss(None)

    def _show_whole(self, index: int) -> None:
        words = self._words[index]
        self._whole.show([(own(words) if is_ascii(self) else words, "")])

    def _do(self, work: Callable[[], str]) -> None:
        """Do something, say what it says, and show the log again."""

        def do() -> None:
            said = work()
            if said:
                guard.notify(self.app, said)
            self._fill()

        attempt(self.app, do)

    def _fill(self) -> None:
        events = self._desk.store.history(self._desk.review_id, newest=self._most)
        taken_back = _taken_back(events)
        numbers = known_numbers(self._desk.state, events)
        self._words = [one_line(describe(event, numbers)) for event in reversed(events)]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(
            [
                Option(_line(event, words, undone=event.id in taken_back))
                for event, words in zip(reversed(events), self._words, strict=True)
            ]
        )
        if events:
            options.highlighted = 0
            self._show_whole(0)
        self._top.show(f"History of {self._desk.state.review.title}", f"{len(events)} acts")


def _taken_back(events: list[Event]) -> set[str]:
    undone: set[str] = set()
    for event in events:
        if event.undoes:
            undone.add(event.undoes)
        elif event.redoes:
            undone.discard(event.redoes)
    return undone


def _line(event: Event, words: str, *, undone: bool) -> Content:
    when = event.at[:19].replace("T", " ")
    style = "$text-muted strike" if undone else ""
    return Content.assemble(
        guard.content(f"{when}  ", "$secondary"),
        guard.line(f"{event.analyst:<10.10}  "[:12], "$secondary"),
        guard.content("  "),
        guard.line(shorten(words, _LINE), style),
    )
