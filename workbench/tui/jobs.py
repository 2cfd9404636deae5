"""Long work: done in a thread while the keys wait, shown when it takes long, stopped by esc.

Work that is quick ends before the function that began it returns, and nothing of it shows. What
takes longer lets the screen go on; keys typed meanwhile wait for its end and act then, in order.
After half a second a dialog says what is going on. Stopped work leaves nothing half done, and the
keys that were typed for its result are dropped, as an interrupt drops them in any terminal.
"""

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from workbench.errors import WorkbenchError
from workbench.tui.attempt import attempt, say_why

if TYPE_CHECKING:
    from textual.timer import Timer

    from workbench.tui.dialogs.busy import Busy
    from workbench.tui.key_order import OrderedKeys

QUICK_SECONDS = 0.1
"""Work that takes no longer is over before anything else happens."""

SHOW_SECONDS = 0.5
"""Work that takes longer is shown, with how far it is."""

_SOON_SECONDS = 0.001  # Textual divides by what a timer waits

Result = TypeVar("Result")


class JobStopped(Exception):  # noqa: N818 - no error: it was asked for
    """The analyst stopped the work; raised in it, where it tells how far it is."""


class Job(Generic[Result]):
    """Work under way.

    Args:
        app: the program, whose keys wait.
        title: what is going on, for the dialog: “Looking for “word””.
        work: does it, in a thread; it is given `tell` and must not touch the screen, nor the
            screen's database connection.
        then: called with what the work gave, on the screen's own thread.
        stopped: called instead when the analyst stopped it.
        failed: called instead, after the reason was said, when it was refused or went wrong.

    Attributes:
        title: what is going on.
        far: how much is done, of how much (0 when nobody knows), and what is being done.
        stopping: whether it is to stop.
    """

    def __init__(
        self,
        app: "OrderedKeys",
        title: str,
        work: "Callable[[Job[Result]], Result]",
        then: Callable[[Result], object],
        *,
        stopped: Callable[[], object],
        failed: Callable[[], object],
    ) -> None:
        self._app = app
        self.title = title
        self._work, self._then, self._stopped, self._failed = work, then, stopped, failed
        self.far: tuple[int, int, str] = (0, 0, "")
        self.stopping = False
        self._result: list[Result] = []
        self._error: BaseException | None = None
        self._ended = threading.Event()
        self._lock = threading.Lock()
        self._waited_for = True
        self._dialog: Busy | None = None
        self._timer: Timer | None = None

    @property
    def is_shown(self) -> bool:
        """Whether a dialog says what is going on, and can be used to stop it."""
        return self._dialog is not None and self._app.screen is self._dialog

    @property
    def was_shown(self) -> bool:
        """Whether it has taken so long that a dialog was put up."""
        return self._dialog is not None

    @property
    def has_ended(self) -> bool:
        """Whether the work is over, one way or another."""
        return self._ended.is_set()

    # In the thread

    def tell(self, done: int, total: int, what: str) -> None:
        """Say how far it is (a `Tell`); where nothing is half done, so that it may stop here.

        Raises:
            JobStopped: it is to stop.
        """
        self.far = (done, total, what)
        if self.stopping:
            raise JobStopped

    def _run(self) -> None:
        try:
            self._result.append(self._work(self))
        except BaseException as error:  # noqa: BLE001 - raised again on the screen's thread
            self._error = error
        with self._lock:
            self._ended.set()
            if self._waited_for:
                return
        self._app.call_later(self._finish)

    # On the screen's thread

    def begin(self) -> None:
        """Begin, and wait for the end as long as nobody would notice."""
        begun = time.monotonic()
        threading.Thread(target=self._run, name="workbench-job").start()
        self._ended.wait(QUICK_SECONDS)
        with self._lock:
            self._waited_for = False
            ended = self._ended.is_set()
        if ended:
            self._report()
            return
        self._app.hold_keys(self)
        left = begun + SHOW_SECONDS - time.monotonic()
        self._timer = self._app.set_timer(max(_SOON_SECONDS, left), self._show)

    def stop(self) -> None:
        """Stop where nothing is half done; what was typed for the result is dropped."""
        self.stopping = True
        self._app.forget_keys()

    def _show(self) -> None:
        if not self._ended.is_set():
            from workbench.tui.dialogs.busy import Busy

            self._dialog = Busy(self)
            self._app.push_screen(self._dialog)
            self._app.forget_keys(clicks_only=True)

    def _finish(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        if self.is_shown:
            self._app.pop_screen()
        self._report()
        self._app.release_keys(self)

    def _report(self) -> None:
        if isinstance(self._error, JobStopped):
            self._stopped()
        elif isinstance(self._error, WorkbenchError):
            say_why(self._app, self._error)
            self._failed()
        elif self._error is not None:
            raise self._error
        elif not attempt(self._app, lambda: self._then(self._result[0])):
            self._failed()


def _nothing() -> None:
    """Nothing is to be done."""


def run(
    app: Any,
    title: str,
    work: Callable[[Job[Result]], Result],
    then: Callable[[Result], object],
    *,
    stopped: Callable[[], object] = _nothing,
    failed: Callable[[], object] = _nothing,
) -> None:
    """Do something that may take long; see `Job` for what is given. At most one at a time.

    A refusal by work or by `then` is said as a notice.
    """
    Job(app, title, work, then, stopped=stopped, failed=failed).begin()
