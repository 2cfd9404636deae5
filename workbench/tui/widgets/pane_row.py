"""The panes as a row or a stack: which there are, how large each is, which is shown alone."""

from textual.containers import Container
from textual.widget import AwaitMount

from workbench.tui.layout.rooms import LEAST_PANE_COLUMNS, LEAST_PANE_ROWS, resized
from workbench.tui.widgets.handle import Handle
from workbench.tui.widgets.painted_once import PaintedOnce
from workbench.tui.widgets.pane_frame import PaneFrame

COLUMNS_A_STEP = 4
ROWS_A_STEP = 2


class PaneRow(PaintedOnce, Container):
    """Panes side by side or one above the other; it does not know what they show.

    Attributes:
        stacked: whether they stand one above the other.
        zoomed: whether the focused one is shown alone.
    """

    BLANK = True  # covered by the panes
    DEFAULT_CSS = """
    PaneRow { height: 1fr; layout: horizontal; }
    PaneRow.-stacked { layout: vertical; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._frames: list[PaneFrame] = []
        self._last = 0
        self._mounting: list[AwaitMount] = []
        self.stacked = False
        self.zoomed = False

    @property
    def frames(self) -> list[PaneFrame]:
        """The panes in order; those on their way in or out are counted right."""
        return list(self._frames)

    @property
    def focused(self) -> PaneFrame | None:
        """The pane with the focus, or that had it last."""
        for index, frame in enumerate(self._frames):
            if self.screen.focused is frame.pane:
                self._last = index
                return frame
        return self._frames[min(self._last, len(self._frames) - 1)] if self._frames else None

    def set_zoom(self, *, zoomed: bool) -> None:
        """Show the focused pane alone, or all again."""
        keep = self.focused
        self.zoomed = zoomed
        for frame in self._frames:
            frame.display = not zoomed or frame is keep
            if not frame.display:
                frame.let_go()

    def set_stacked(self, *, stacked: bool) -> None:
        """One above the other, or side by side; all equally large at first."""
        if stacked != self.stacked:
            self.stacked = stacked
            self.set_class(stacked, "-stacked")
            self.share_evenly()

    # Sizes

    @property
    def shares(self) -> list[int]:
        """How large the panes are, as parts of the whole."""
        return [frame.share for frame in self._frames]

    def share_out(self, shares: list[int]) -> None:
        """Make the panes as large as these parts of the whole say."""
        for frame, share in zip(self._frames, shares, strict=False):
            frame.take_share(max(1, share), stacked=self.stacked)

    def share_evenly(self) -> None:
        """All panes equally large."""
        self.share_out([1] * len(self._frames))

    def step_size(self, step: int) -> bool:
        """Make the focused pane larger or smaller by a step; False where it has no neighbour."""
        each = ROWS_A_STEP if self.stacked else COLUMNS_A_STEP
        return self.focused is not None and self.resize_pane(self.focused, step * each)

    def resize_pane(self, frame: PaneFrame, by: int) -> bool:
        """Make a pane larger by some cells, at its neighbour's cost; False where it has none."""
        if self.zoomed or len(self._frames) < 2 or frame not in self._frames:
            return False
        sizes = self._sizes()
        least = LEAST_PANE_ROWS if self.stacked else LEAST_PANE_COLUMNS
        self.share_out(resized(sizes, self._frames.index(frame), by, least))
        return True

    def on_handle_moved(self, message: Handle.Moved) -> None:
        """An edge was dragged: side by side the column after a pane, stacked the line above one."""
        message.stop()
        handle = message.handle
        index = next(
            (n for n, one in enumerate(self._frames) if handle in (one.title, one.overview)), -1
        )
        if handle.is_line != self.stacked or index < 0:
            return
        upper = index - 1 if self.stacked else index
        # The line is the first row of the pane after the edge, the column the last of the other.
        begin = self.region.y if self.stacked else self.region.x - 1
        if 0 <= upper < len(self._frames) - 1:
            edge = begin + sum(self._sizes()[: upper + 1])
            self.resize_pane(self._frames[upper], message.to - edge)

    def _sizes(self) -> list[int]:
        """Cells of each pane; what was shared out last, where it is not laid out yet."""
        whole = self.size.height if self.stacked else self.size.width
        if sum(self.shares) == whole:
            return self.shares
        return [one.size.height if self.stacked else one.size.width for one in self._frames]

    def _add(self) -> PaneFrame:
        frame = PaneFrame()
        frame.display = not self.zoomed
        self._frames.append(frame)
        self.share_evenly()
        self._mounting.append(self.mount(frame))
        return frame

    async def mounted(self) -> None:
        """Wait until all panes are there, with everything in them."""
        while self._mounting:
            await self._mounting.pop()

    def _drop(self, frame: PaneFrame) -> None:
        frame.let_go()
        self._frames.remove(frame)
        self.share_evenly()
        frame.remove()
