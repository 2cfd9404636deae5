"""One question with yes or no, for the few things that cannot be undone."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label

from workbench.tui import guard
from workbench.tui.closing import ClosedOnce
from workbench.tui.keys import bindings_of, commands_of
from workbench.tui.widgets.bars import KeyLine


class Confirm(ClosedOnce, ModalScreen[bool]):
    """Ask; only `y` says yes."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("confirm")
    DEFAULT_CSS = """
    Confirm { align: center middle; background: $background 60%; }
    Confirm > Vertical {
        width: 64; max-width: 96%; height: auto; background: $surface;
        border: round $warning; padding: 0 1;
    }
    Confirm Label { width: 100%; }
    Confirm KeyLine { margin-top: 1; background: $surface; padding: 0; }
    """

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question and the two keys."""
        keys = KeyLine()
        keys.show(commands_of("confirm"))
        with Vertical():
            yield Label(guard.content(self._question))
            yield keys

    def action_answer(self, answer: bool) -> None:
        """Answer."""
        self.dismiss(answer)
