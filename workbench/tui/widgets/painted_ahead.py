"""What a key will most likely bring into view is painted in a pause, so that the key only sends."""

import time
from collections.abc import Hashable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

# Textual takes styles and bindings from the first base that is a widget: this one has none to give.
if TYPE_CHECKING:
    _Base = Widget
else:
    _Base = object

_PAUSE_SECONDS = 0.012  # without a key before every slice; a key that is held leaves none
_LINES = 16  # of a slice: a millisecond


class PaintedAhead(_Base):
    """A widget on the line API that keeps its lines, and has the next ones ready.

    A line takes some 60 µs to put together and paint, a page of a large terminal 3 ms: as long as
    all the rest of showing it.
    """

    _timer: Timer | None = None
    _ahead_of: Hashable = None
    _coming: Iterator[None] | None = None

    def on_mount(self) -> None:
        """Nothing is painted ahead before the first frame."""
        self._timer = self.set_interval(_PAUSE_SECONDS, self._paint_some, pause=True)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in a region; where others are in view, those around them are painted next."""
        strips = super().render_lines(crop)
        if self._timer is not None and _is_in_place(self):
            view = self.view()
            if view != self._ahead_of:
                self._ahead_of, self._coming = view, None
                self._timer.reset()
                self._timer.resume()
        return strips

    def view(self) -> Hashable:
        """What the lines around those in view depend on."""
        raise NotImplementedError

    def paint_around(self) -> Iterator[None]:
        """Paint what is not painted yet around what is in view, what is likeliest first.

        Returns:
            After each line once; it is not asked for more once another view is shown.
        """
        raise NotImplementedError

    def _paint_some(self) -> None:
        if time.monotonic() - getattr(self.app, "last_input", 0.0) < _PAUSE_SECONDS:
            return
        if not _is_in_place(self) or self.app.screen is not self.screen:
            self._rest()
            return
        if self._coming is None:
            self._coming = self.paint_around()
        if sum(1 for _ in islice(self._coming, _LINES)) < _LINES:
            self._rest()

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.pause()


def _is_in_place(widget: Widget) -> bool:
    """Whether it has its styles: on its way in or out it has none."""
    return widget.is_mounted and widget.is_attached
