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
_ELSEWHERE = -1  # keys act on another row
_MOST_STRIPS = 600
_MOST_ROWS = 1_000

_Key = tuple[int, int, int]  # row, less than 0 in the head; column keys act on; first in view


class PointsSurface(Verbatim, PaintedOnce, Widget):
    """The painted side of the matrix.

    Attributes:
        matrix: what is shown.
        index: the row that keys act on.
        column: the article that keys act on, counted from 0.
        top: the first row in view.
        first: the first article in view, counted from 0.
        sideways: whether keys went to another article, not to another row, when they last did.
        version: another number whenever lines may look otherwise.
        plain: whether to draw plain symbols.
    """

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.matrix = Matrix((), (), {})
        self.index = self.column = 0
        self.plain = False
        self.top = self.first = self.version = 0
        self.sideways = False
        self._share: Columns | None = None
        self._strips: dict[_Key, Strip] = {}
        self._rows: dict[int, Row] = {}  # those lately drawn; they go with the matrix
        self._styles: dict[tuple[str, bool], Style] = {}
        self._sent: tuple[list[LineFilter], Color] = [], Color(0, 0, 0)

    def show(self, matrix: Matrix, index: int, column: int | None = None) -> None:
        """Show other rows, with the keys on one of them, and on an article if one is named."""
        self.matrix = matrix
        self._rows.clear()
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
        before = self.index, self.column, self.top, self.first
        self.column = max(0, min(column, len(self.matrix.columns) - 1))
        self._bring_column()
        self._place(index)
        self.sideways = self.column != before[1]
        if (self.top, self.first) != before[2:]:
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
        return self._row(self.index) if 0 <= self.index < len(self.matrix) else None

    def _row(self, index: int) -> Row:
        row = self._rows.get(index)
        if row is None:
            if len(self._rows) >= _MOST_ROWS:
                self._rows.clear()
            row = self._rows[index] = self.matrix.row(index)
        return row

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
        self._forget_strips()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in a region, from the cache where nothing about them changed."""
        if not (self.is_mounted and self.is_attached):
            return [Strip.blank(crop.width)] * crop.height
        width = self.size.width
        sent = self.get_line_filters(), self.background_colors[1]
        if sent != self._sent:
            self._sent = sent
            self._forget_strips()
        strips = [self._strip(y, width) for y in crop.line_range]
        if (crop.x, crop.right) != (0, width):
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def row_strip(self, index: int, first: int, width: int, column: int = _ELSEWHERE) -> Strip:
        """A row as it is sent, filters and all.

        Args:
            index: which.
            first: the first article in view.
            width: cells.
            column: the article that keys act on, if they act on this row.
        """
        key = index, column, first
        strip = self._strips.get(key)
        if strip is None:
            row, in_view = self._row(index), self._in_view(first)
            cells = list(row.cells[in_view.start : in_view.stop])
            here = column != _ELSEWHERE
            runs = row_line(self._drawing(), row, cells, column - first if here else None)
            strip = self._keep(key, runs, width, here=here)
        return strip

    def is_painted(self, index: int, first: int) -> bool:
        """Whether a row that keys do not act on is."""
        return (index, _ELSEWHERE, first) in self._strips

    def _strip(self, y: int, width: int) -> Strip:
        """A line in view as it is sent."""
        index = self.top + y - HEAD
        if y >= HEAD and index < len(self.matrix):
            column = self.column if index == self.index else _ELSEWHERE
            return self.row_strip(index, self.first, width, column)
        key = (y - HEAD, self.column, self.first) if y < HEAD else (len(self.matrix), 0, 0)
        return self._strips.get(key) or self._keep(
            key, self._head(y) if y < HEAD else [], width, here=False
        )

    def _keep(self, key: _Key, runs: list[Run], width: int, *, here: bool) -> Strip:
        """Paint a line, and have it ready when it is asked for again."""
        if len(self._strips) >= _MOST_STRIPS:
            for old in list(self._strips)[: _MOST_STRIPS // 2]:
                del self._strips[old]
        base = self._style("", here=here)
        # What is drawn is as wide as its columns: nobody has to measure it.
        share = self.share
        drawn = _MARGIN + share.staying + len(self._in_view(key[2])) * share.cell if runs else 0
        segments = [
            Segment(" " * _MARGIN, base),
            *[Segment(words, self._style(name, here=here)) for words, name in runs],
            Segment(" " * (width - drawn), base),
        ]
        segments = joined(segments if runs else segments[-1:])
        if drawn > width:
            segments = list(Strip(segments, drawn).crop(0, width))
        filters, background = self._sent
        for line_filter in filters:
            segments = line_filter.apply(segments, background)
        strip = self._strips[key] = strip_of(segments, width)
        return strip

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
        return self._in_view(self.first)

    def _in_view(self, first: int) -> range:
        return range(first, min(first + self.share.shown, len(self.matrix.columns)))

    def column_at(self, x: int) -> int | None:
        """The article whose column a cell of the line is in."""
        within = x - _MARGIN - self.share.staying
        column = self.first + within // self.share.cell
        return column if within >= 0 and column in self.in_view else None

    def _place(self, index: int) -> None:
        self.index = max(0, min(index, len(self.matrix) - 1))
        lowest = max(0, len(self.matrix) - self.rows)
        self.top = max(self.index - self.rows + 1, min(self.top, self.index, lowest))

    def _bring_column(self) -> None:
        """Scroll sideways until the article that keys act on is in view."""
        shown = self.share.shown
        most = max(0, len(self.matrix.columns) - shown)
        self.first = max(self.column - shown + 1, min(self.first, self.column, most))

    def _repaint(self) -> None:
        self._forget_strips()
        self.refresh()

    def _forget_strips(self) -> None:
        self._strips.clear()
        self.version += 1

    def _head(self, y: int) -> list[Run]:
        articles, every = self.in_view, len(self.matrix.columns)
        place = f"articles {articles.start + 1} to {articles.stop} of {every}"
        shown = [(self.matrix.columns[n], n == self.column) for n in articles]
        return head(self._drawing(), place if len(articles) < every else "", shown)[y]
