"""The pages before and after the one in view are painted in a pause, so that turning only sends."""

import time

from textual.geometry import Region
from textual.strip import Strip
from textual.timer import Timer

from workbench.tui.layout.wrap import Row
from workbench.tui.widgets.pane_surface import PaneSurface

_PAUSE_SECONDS = 0.012  # without a key before every slice; a key that is held leaves none
_ROWS = 16  # of a slice: a millisecond


class PaintedAhead(PaneSurface):
    """A surface that has the next rows ready.

    A row takes some 60 µs to wrap and paint, a page of a large terminal 3 ms: as long as all the
    rest of showing it.
    """

    _timer: Timer | None = None
    _ahead_of: tuple[int, int, int, int] | None = None
    _coming: tuple[Row, ...] = ()

    def on_mount(self) -> None:
        """Nothing is painted ahead before the first frame."""
        self._timer = self.set_interval(_PAUSE_SECONDS, self._paint_some, pause=True)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows in a region; where another page is in view, those around it are painted next."""
        strips = super().render_lines(crop)
        view = (self.position.top, self.size.width, self.height, self._version)
        if view != self._ahead_of and self._timer is not None and self.in_place:
            self._ahead_of, self._coming = view, ()
            self._timer.reset()
            self._timer.resume()
        return strips

    def _paint_some(self) -> None:
        if time.monotonic() - getattr(self.app, "last_input", 0.0) < _PAUSE_SECONDS:
            return
        if not self.in_place or self.app.screen is not self.screen:
            self._rest()
            return
        if not self._coming:
            self._coming = self._around()
        for row in self._coming[:_ROWS]:
            self._strip(row, self.size.width, None, (0, 0))
        self._coming = self._coming[_ROWS:]
        if not self._coming:
            self._rest()

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.pause()

    def _around(self) -> tuple[Row, ...]:
        """What is not painted yet of the next page, then of the one before."""
        top, rows, table, width = self.position.top, self.height, self.table, self.size.width
        after = table.rows_from(top, 2 * rows)[rows:]
        first = table.move(top, -rows)
        before = table.rows_from(first, rows) if first < top else []
        return tuple(
            row
            for row in (*after, *before)
            if (*row, self._version, width, None, None) not in self._strips
        )
