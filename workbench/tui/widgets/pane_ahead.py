"""A pane's next page and the one before are painted in pauses."""

from collections.abc import Hashable, Iterator

from workbench.tui.widgets.painted_ahead import PaintedAhead
from workbench.tui.widgets.pane_surface import PaneSurface


class PaneAhead(PaintedAhead, PaneSurface):
    """A surface that has the next rows ready."""

    def view(self) -> Hashable:
        """What the pages around depend on."""
        return self.position.top, self.size.width, self.height, self._version

    def paint_around(self) -> Iterator[None]:
        """What is not painted yet of the next page, then of the one before."""
        top, rows, table, width = self.position.top, self.height, self.table, self.size.width
        after = table.rows_from(top, 2 * rows)[rows:]
        first = table.move(top, -rows)
        before = table.rows_from(first, rows) if first < top else []
        for row in (*after, *before):
            if (*row, self._version, width, None, None) not in self._strips:
                self._strip(row, width, None, (0, 0))
                yield
