"""Frames that hold all that changed: what a widget leaves behind is painted over.

Textual finds what to paint by comparing where widgets lie with where they lay at the last layout.
After something has scrolled it forgets the latter as soon as anybody asks for a widget's place; a
notice that had left by then stayed on the terminal, and a new widget was not told its size.
"""

from typing import Any

from textual import screen as textual_screen
from textual._compositor import CompositorMap, ReflowResult
from textual.geometry import Size
from textual.widget import Widget

from workbench.tui.composing import SparingCompositor


class FaithfulCompositor(SparingCompositor):
    """Remembers where widgets lay when they were last laid out, and when they were last painted."""

    def __init__(self) -> None:
        super().__init__()
        self._laid_out: CompositorMap = {}
        self._painted: CompositorMap = {}

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        """Lay out, and mark what moved, came or left since the last frame as to be painted."""
        self._full_map, painted = self._laid_out, self._painted
        found = super().reflow(parent, size)
        if painted is not self._laid_out and size.region not in self._dirty_regions:
            for _, geometry in self._full_map.items() ^ painted.items():
                if region := geometry.clip.intersection(geometry.region):
                    self._dirty_regions.add(region)
        self._laid_out = self._painted = self._full_map
        self._full_map_invalidated = False
        return found

    def clear(self) -> None:
        """Forget every widget; used when the screen closes."""
        super().clear()
        self._laid_out, self._painted = {}, {}

    def reflow_visible(self, parent: Widget, size: Size) -> set[Widget]:
        """Lay out what can be seen after something has scrolled."""
        exposed = super().reflow_visible(parent, size)
        self._painted = self._visible_map or {}
        return exposed


class PaintedAtOnce:
    """For the screen a program begins with: its first frame is sent once nothing is left to do.

    Textual begins in a batch, in which nothing is painted; afterwards it paints when a timer fires
    that begins to run only then, so that the first frame waits 17 ms for nothing.
    """

    _is_painted = False

    def on_idle(self) -> None:
        """Paint, the first time that there is nothing else to do."""
        screen: Any = self
        if not self._is_painted and screen.is_current and not screen.app._batch_count:  # noqa: SLF001
            self._is_painted = True
            screen._on_timer_update()  # noqa: SLF001


def paint_all_that_changed() -> None:
    """Have screens that are made from now on use it."""
    textual_screen.Compositor = FaithfulCompositor  # type: ignore[attr-defined]
