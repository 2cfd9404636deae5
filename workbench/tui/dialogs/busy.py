"""What is going on and how far it is, over the screen that waits for it."""

from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label

from workbench.core.progress import in_words
from workbench.tui import guard
from workbench.tui.keys import bindings_of, commands_of
from workbench.tui.widgets.bars import KeyLine

if TYPE_CHECKING:
    from workbench.tui.jobs import Job

_LOOK_SECONDS = 0.1
_CELLS = 30


class Busy(ModalScreen[None]):
    """Shows a job; closed by the job itself when it has ended."""

    # What is not bound here waits for the job's end.
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of("busy"),
        Binding("ctrl+c", "stop", "stop", show=False),
        Binding("ctrl+q", "app.leave", "quit", show=False),
    ]
    DEFAULT_CSS = """
    Busy { align: center middle; background: $background 60%; }
    Busy > Vertical {
        width: 64; max-width: 96%; height: auto; background: $surface;
        border: round $primary; padding: 0 1;
    }
    Busy Label { width: 100%; height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    Busy KeyLine { margin-top: 1; background: $surface; padding: 0; }
    """

    def __init__(self, job: "Job[Any]") -> None:
        super().__init__()
        self._job = job
        self._shown: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """What, how far, and the key that stops it."""
        keys = KeyLine()
        keys.show(commands_of("busy"))
        with Vertical():
            yield Label(guard.line(self._job.title, "bold"))
            yield Label("", id="far")
            yield Label("", id="what")
            yield keys

    def on_mount(self) -> None:
        """Look at the job now and then."""
        self._look()
        self.set_interval(_LOOK_SECONDS, self._look)

    def on_screen_resume(self) -> None:
        """Not to be come back to once the job has ended behind another screen."""
        if self._job.has_ended:
            self.dismiss(None)

    def action_stop(self) -> None:
        """Stop where nothing is half done."""
        self._job.stop()
        self._look()

    def _look(self) -> None:
        now = (*self._job.far, self._job.stopping)
        if now != self._shown:
            self._shown = now
            done, total, what = self._job.far
            self.query_one("#far", Label).update(bar(done, total))
            self.query_one("#what", Label).update(
                guard.line("Stopping …" if self._job.stopping else what, "$secondary")
            )


def bar(done: int, total: int) -> Content:
    """How far something is, as a bar of text with the share in words; empty when nobody knows."""
    if total <= 0:
        return Content("")
    full = min(_CELLS, done * _CELLS // total)
    return guard.content(f"[{'#' * full}{'-' * (_CELLS - full)}] {in_words(done, total)}")
