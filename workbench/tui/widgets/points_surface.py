"""What the matrix of points paints: its head, and the rows in view.

It stands on the line API, as a reading pane does: a line is painted when it is first seen and when
something about it changed, and its cost does not depend on how many points there are.
"""

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.events import Resize
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from workbench.core.matrix import Matrix, Row
from workbench.tui import guard
from workbench.tui.ascii_signs import Verbatim, is_ascii
from workbench.tui.layout.columns import Columns, columns
from workbench.tui.layout.paint import joined, strip_of
from workbench.tui.widgets.painted_once import PaintedOnce
from workbench.tui.widgets.points_rows import Drawing, Run, head, row_line

HEAD = 2
"""Lines above the rows."""

_MARGIN = 1  # cells left and right
_MOST_STRIPS = 500


class PointsSurface(Verbatim, PaintedOnce, Widget):
    """The painted side of the matrix.

    Attributes:
        matrix: what is shown.
        index: the row that keys act on.
        column: the article that keys act on, counted from 0.
        top: the first row in view.
        plain: whether to draw plain symbols.
    """

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.matrix = Matrix((), (), {})
        self.index = self.column = 0
        self.plain = False
        self.top = self._first = 0
        self._share: Columns | None = None
        self._strips: dict[tuple[int, int], Strip] = {}
        self._styles: dict[tuple[str, bool], Style] = {}
        self._sent: tuple[list[LineFilter], Color] = [], Color(0, 0, 0)

    def show(self, matrix: Matrix, index: int, column: int | None = None) -> None:
        """Show other rows, with the keys on one of them, and on an article if one is named."""
        self.matrix = matrix
        self._share = None
        if column is not None:
            self.column = column
        self.column = max(0, min(self.column, len(matrix.columns) - 1))
        self._bring_column()
        self._place(index)
        self._repaint()

    def move_to(self, index: int, column: int) -> bool:
        """Let keys act on another row and article, or the nearest; whether they do.

        Only the lines that differ are painted.
        """
        before = self.index, self.column, self.top, self._first
        self.column = max(0, min(column, len(self.matrix.columns) - 1))
        self._bring_column()
        self._place(index)
        if self._first != before[3]:
            self._repaint()
        elif self.top != before[2]:
            self.refresh()
        else:
            lines = {before[0] - self.top + HEAD, self.index - self.top + HEAD}
            if self.column != before[1]:
                lines |= {0, 1}
            self.refresh(*(Region(0, y, self.size.width, 1) for y in lines))
        return before[:2] != (self.index, self.column)

    @property
    def current(self) -> Row | None:
        """The row that keys act on; None when there is none."""
        return self.matrix.row(self.index) if 0 <= self.index < len(self.matrix) else None

    def on_resize(self, _event: Resize) -> None:
        """Columns and rows share other room."""
        self._share = None
        self._bring_column()
        self._place(self.index)
        self._repaint()

    def notify_style_update(self) -> None:
        """Another theme, or focus: styles may differ, and are looked at before the next line."""
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in a region, from the cache where nothing about them changed."""
        if not (self.is_mounted and self.is_attached):
            return [Strip.blank(crop.width)] * crop.height
        width = self.size.width
        sent = self.get_line_filters(), self.background_colors[1]
        if sent != self._sent:
            self._sent = sent
            self._strips.clear()
        strips = [self._strip(y, width) for y in crop.line_range]
        if (crop.x, crop.right) != (0, width):
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def _strip(self, y: int, width: int) -> Strip:
        """A line as it is sent, filters and all."""
        index = self.top + y - HEAD
        if y < HEAD:
            key = y - HEAD, self.column
        elif index < len(self.matrix):
            key = index, self.column if index == self.index else -1
        else:
            key = len(self.matrix), -1
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) >= _MOST_STRIPS:
                self._strips.clear()
            here = key[1] >= 0 and y >= HEAD
            base = self._style("", here=here)
            runs = self._runs(y, index)
            # What is drawn is as wide as its columns: nobody has to measure it.
            share = self.share
            drawn = _MARGIN + share.staying + len(self.in_view) * share.cell if runs else 0
            segments = [
                Segment(" " * _MARGIN, base),
                *(Segment(words, self._style(name, here=here)) for words, name in runs),
                Segment(" " * (width - drawn), base),
            ]
            segments = joined(segments if runs else segments[-1:])
            filters, background = self._sent
            if drawn > width:
                segments = list(Strip(segments, drawn).crop(0, width))
            for line_filter in filters:
                segments = line_filter.apply(segments, background)
            strip = self._strips[key] = strip_of(segments, width)
        return strip

    def _runs(self, y: int, index: int) -> list[Run]:
        if y < HEAD:
            return self._head(y)
        if index >= len(self.matrix):
            return []
        row, in_view = self.matrix.row(index), self.in_view
        cells = list(row.cells[in_view.start : in_view.stop])
        column = self.column - in_view.start if index == self.index else None
        return row_line(self._drawing(), row, cells, column)

    def _style(self, name: str, *, here: bool) -> Style:
        """What a style is called by, as it is sent."""
        style = self._styles.get((name, here))
        if style is None:
            sample = guard.content("x", name)
            sample = sample.stylize_before("bold on $panel") if here else sample
            (strip,) = Visual.to_strips(self, sample, 1, 1, self.visual_style)
            style = next(iter(strip)).style or Style.null()
            self._styles[name, here] = style
        return style

    def _drawing(self) -> Drawing:
        quotes, mark, cut_off = ('""', ">", ">") if is_ascii(self) else ("“”", "▸", "…")
        return Drawing(self.share, self.signs, quotes, mark, cut_off, self.plain)

    @property
    def share(self) -> Columns:
        """How the line is shared out now."""
        if self._share is None:
            self._share = columns(
                max(20, self.size.width - 2 * _MARGIN),
                len(self.matrix.columns),
                verdicts=bool(self.matrix.findings),
                highest=max((point.number for point in self.matrix.points), default=0),
            )
        return self._share

    @property
    def rows(self) -> int:
        """How many rows there is room for."""
        return max(1, self.size.height - HEAD)

    @property
    def in_view(self) -> range:
        """The articles in view, counted from 0."""
        return range(self._first, min(self._first + self.share.shown, len(self.matrix.columns)))

    def column_at(self, x: int) -> int | None:
        """The article whose column a cell of the line is in."""
        within = x - _MARGIN - self.share.staying
        column = self._first + within // self.share.cell
        return column if within >= 0 and column in self.in_view else None

    def _place(self, index: int) -> None:
        self.index = max(0, min(index, len(self.matrix) - 1))
        lowest = max(0, len(self.matrix) - self.rows)
        self.top = max(self.index - self.rows + 1, min(self.top, self.index, lowest))

    def _bring_column(self) -> None:
        """Scroll sideways until the article that keys act on is in view."""
        shown = self.share.shown
        most = max(0, len(self.matrix.columns) - shown)
        self._first = max(self.column - shown + 1, min(self._first, self.column, most))

    def _repaint(self) -> None:
        self._strips.clear()
        self.refresh()

    def _head(self, y: int) -> list[Run]:
        articles, every = self.in_view, len(self.matrix.columns)
        place = f"articles {articles.start + 1} to {articles.stop} of {every}"
        shown = [(self.matrix.columns[n], n == self.column) for n in articles]
        return head(self._drawing(), place if len(articles) < every else "", shown)[y]
