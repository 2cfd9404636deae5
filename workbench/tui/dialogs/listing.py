"""A list of what was found somewhere else, with all that is said of the line one stands on."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from workbench.tui import guard
from workbench.tui.closing import ClosedOnce
from workbench.tui.keys import bindings_of, commands_of
from workbench.tui.widgets.bars import KeyLine
from workbench.tui.widgets.steady_list import SteadyList

_LONGEST = 400  # code points of a line of the list, which is cut where the dialog ends
_MOST = 4_000  # code points of a note or quote that is shown: a claim may be all of an article


class Line(NamedTuple):
    """A line of the list.

    Attributes:
        head: what it is, in a few words.
        words: what stands there.
        said: all there is to say of it: labels, and what belongs under them.
        review_id: the review it is in.
        claim_id: the claim one goes to.
    """

    head: str
    words: str
    said: tuple[tuple[str, str], ...]
    review_id: str
    claim_id: str


class Listing(ClosedOnce, ModalScreen[Line | None]):
    """The list, and below it what is said of one line; closed with the line to go to, or None.

    Args:
        title: what is listed.
        lines: at least one.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("listing")
    DEFAULT_CSS = """
    Listing { align: center middle; background: $background 60%; }
    Listing > Vertical {
        width: 120; max-width: 96%; height: auto; max-height: 92%; background: $surface;
        border: round $primary; padding: 0 1;
    }
    Listing OptionList {
        height: auto; max-height: 8; border: none; text-wrap: nowrap;
        text-overflow: ellipsis; background: $surface; padding: 0;
    }
    Listing VerticalScroll {
        height: auto; max-height: 9; margin-top: 1; background: $panel; padding: 0 1;
    }
    Listing Static { width: 100%; height: auto; }
    Listing KeyLine { margin-top: 1; background: $surface; padding: 0; }
    """

    def __init__(self, title: str, lines: Sequence[Line]) -> None:
        super().__init__()
        self._title = title
        self._lines = list(lines)

    def compose(self) -> ComposeResult:
        """The list, what is said, and the keys."""
        keys = KeyLine()
        keys.show(commands_of("listing"))
        with Vertical() as box:
            box.border_title = guard.line(self._title)
            yield SteadyList(*(Option(_prompt(line)) for line in self._lines), markup=False)
            with VerticalScroll(can_focus=False):
                yield Static("", markup=False)
            yield keys

    def on_mount(self) -> None:
        """Begin at the first line."""
        options = self.query_one(OptionList)
        # Half of the room for the list, half for what is said.
        room = max(4, self.app.size.height * 92 // 100 - 5)
        options.styles.max_height = room // 2
        self.query_one(VerticalScroll).styles.max_height = room - room // 2
        self.set_focus(options)
        options.highlighted = 0
        self._say(0)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another line: say what there is to say of it."""
        event.stop()
        self._say(event.option_index)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click goes there."""
        event.stop()
        self.dismiss(self._lines[event.option_index])

    def action_go(self) -> None:
        """Go to the line the list stands on."""
        highlighted = self.query_one(OptionList).highlighted
        self.dismiss(None if highlighted is None else self._lines[highlighted])

    def action_scroll(self, step: int) -> None:
        """What is said, a few rows on or back."""
        said = self.query_one(VerticalScroll)
        said.scroll_relative(y=step * max(1, said.size.height // 2), animate=False)

    def action_back(self) -> None:
        """Stay where one is."""
        self.dismiss(None)

    def _say(self, index: int) -> None:
        said = self.query_one(VerticalScroll)
        rows = [
            Content.assemble(
                guard.line(f"{label}:" if words else label, "$secondary"),
                guard.content(
                    f" {words[:_MOST]}{'…' if len(words) > _MOST else ''}" if words else ""
                ),
            )
            for label, words in self._lines[index].said
        ]
        self.query_one(Static).update(Content("\n").join(rows))
        said.scroll_home(animate=False)


def _prompt(line: Line) -> Content:
    return Content.assemble(
        guard.line(line.head[:_LONGEST], "bold"),
        guard.content("  "),
        guard.line(line.words[:_LONGEST]),
    )
