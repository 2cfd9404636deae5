"""Where keys will most likely lead in the matrix is painted in pauses."""

from collections.abc import Hashable, Iterator

from workbench.tui.widgets.painted_ahead import PaintedAhead
from workbench.tui.widgets.points_surface import PointsSurface


class PointsAhead(PaintedAhead, PointsSurface):
    """A surface that has the rows of the next page ready, or those of the next article."""

    def view(self) -> Hashable:
        """What the lines around depend on."""
        return self.top, self.first, self.rows, self.version, self.sideways

    def paint_around(self) -> Iterator[None]:
        """What is not painted yet, in the direction in which one goes: onwards, then back."""
        width, rows, last = self.size.width, self.rows, len(self.matrix)
        here = range(self.top, min(self.top + rows, last))
        if self.sideways:
            most = len(self.matrix.columns) - self.share.shown
            wanted = [
                (index, first)
                for first in (self.first + 1, self.first - 1)
                if 0 <= first <= most
                for index in here
            ]
        else:
            after = range(here.stop, min(here.stop + rows, last))
            before = range(max(0, self.top - rows), self.top)
            wanted = [(index, self.first) for index in (*after, *before)]
        for index, first in wanted:
            if not self.is_painted(index, first):
                self.row_strip(index, first, width)
                yield
