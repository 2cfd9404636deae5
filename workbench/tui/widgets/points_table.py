"""The matrix of points: a row a point, a column an article; rows are put together when seen.

It stands on the line API and paints only the lines that changed, as a reading pane does.
"""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import (
    Click,
    MouseEvent,
    MouseScrollDown,
    MouseScrollLeft,
    MouseScrollRight,
    MouseScrollUp,
    Resize,
)
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from workbench.core.matrix import Cell, Matrix, Row
from workbench.core.model import Article, Claim
from workbench.tui.ascii_signs import Verbatim, is_ascii, own_content
from workbench.tui.keys import bindings_of
from workbench.tui.layout.columns import Columns, columns
from workbench.tui.widgets.painted_once import PaintedOnce
from workbench.tui.widgets.points_rows import head, row_line

_WHEEL = 3  # rows a turn of the wheel moves
_HEAD = 2  # lines
_MOST_STRIPS = 500


class PointsTable(Verbatim, PaintedOnce, Widget, can_focus=True):
    """The rows in view, and which row and article keys act on.

    Attributes:
        matrix: what is shown.
        index: the row that keys act on.
        column: the article that keys act on, counted from 0.
        plain: whether to draw plain symbols.
    """

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("points table")
    DEFAULT_CSS = """
    PointsTable { height: 1fr; padding: 0 1; background: $background; color: $foreground; }
    """

    @dataclass
    class Moved(Message):
        """Keys act on another row or article now."""

        index: int
        column: int

    class Chosen(Message):
        """The analyst wants to go to the words of the row."""

    class HeadChosen(Message):
        """What stands above the wordings was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.matrix = Matrix((), (), {})
        self.index = self.column = 0
        self.plain = False
        self._top = self._first = 0
        self._share: Columns | None = None
        self._strips: dict[tuple[int, int], Strip] = {}

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

    @property
    def current(self) -> Row | None:
        """The row that keys act on; None when there is none."""
        return self.matrix.row(self.index) if 0 <= self.index < len(self.matrix) else None

    @property
    def article(self) -> Article | None:
        """The article that keys act on; None when there is none."""
        articles = self.matrix.columns
        return articles[self.column] if self.column < len(articles) else None

    @property
    def claims(self) -> list[Claim]:
        """What the article that keys act on says on the point; empty where it is silent."""
        row = self.current
        if row is None or self.column >= len(row.cells):
            return []
        return [claim for held in row.cells[self.column] for claim in held.claims]

    # Keys and mouse

    def action_move(self, by: int) -> None:
        """Some rows down, or up."""
        self._go(self.index + by, self.column)

    def action_page(self, by: int) -> None:
        """A page down, or up."""
        self._go(self.index + by * self._rows, self.column)

    def action_edge(self, where: int) -> None:
        """To the first row, or the last."""
        self._go(0 if where < 0 else len(self.matrix) - 1, self.column)

    def action_sideways(self, by: int) -> None:
        """To an article further on, or back; what is said of the point stays in view."""
        self._go(self.index, self.column + by)

    def action_articles(self, by: int) -> None:
        """So many screenfuls of articles on, or back."""
        self._go(self.index, self.column + by * self.share.shown)

    def action_speaking(self, by: int) -> None:
        """To the next article that speaks to the point, or the one before; round and round."""
        row = self.current
        if row is None:
            return
        every = len(row.cells)
        turn = (self.column + by * step for step in range(1, every + 1))
        self._go(self.index, next((n % every for n in turn if row.cells[n % every]), self.column))

    def action_choose(self) -> None:
        """To the words of the row."""
        if self.current is not None:
            self.post_message(self.Chosen())

    def on_click(self, event: Click) -> None:
        """A click chooses row and article, two go to the words; the head sorts, or chooses."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        column = self._column_at(offset.x)
        row = self._top + offset.y - _HEAD
        if offset.y < _HEAD:
            if column is None:
                self.post_message(self.HeadChosen())
            else:
                self._go(self.index, column)
        elif 0 <= row < len(self.matrix):
            self._go(row, self.column if column is None else column)
            if event.chain >= 2:
                self.action_choose()

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel goes through the rows; with shift or ctrl through the articles."""
        self._scrolled(event, 1, sideways=event.shift or event.ctrl)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel goes through the rows; with shift or ctrl through the articles."""
        self._scrolled(event, -1, sideways=event.shift or event.ctrl)

    def on_mouse_scroll_right(self, event: MouseScrollRight) -> None:
        """A wheel that turns sideways goes through the articles."""
        self._scrolled(event, 1, sideways=True)

    def on_mouse_scroll_left(self, event: MouseScrollLeft) -> None:
        """A wheel that turns sideways goes through the articles."""
        self._scrolled(event, -1, sideways=True)

    def on_resize(self, _event: Resize) -> None:
        """Columns and rows share other room."""
        self._share = None
        self._bring_column()
        self._place(self.index)
        self._repaint()

    def notify_style_update(self) -> None:
        """Another theme: everything is painted in other colours."""
        self._strips.clear()
        super().notify_style_update()

    # What is shown

    def render_line(self, y: int) -> Strip:
        """The head's two lines, or a row."""
        width = self.content_size.width
        index = self._top + y - _HEAD
        if y >= _HEAD and index >= len(self.matrix):
            return Strip.blank(width, self.visual_style.rich_style)
        key = (y - _HEAD, self.column) if y < _HEAD else (index, self._column_in(index))
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) >= _MOST_STRIPS:
                self._strips.clear()
            line = self._head()[y] if y < _HEAD else self._drawn(index)
            line = line.pad_right(max(0, width - line.cell_length)).truncate(width)
            if index == self.index and y >= _HEAD:
                line = line.stylize_before("bold on $panel")
            (strip,) = Visual.to_strips(self, line, width, 1, self.visual_style)
            self._strips[key] = strip
        return strip

    @property
    def share(self) -> Columns:
        """How the line is shared out now."""
        if self._share is None:
            self._share = columns(
                max(20, self.content_size.width),
                len(self.matrix.columns),
                verdicts=bool(self.matrix.findings),
                highest=max((point.number for point in self.matrix.points), default=0),
            )
        return self._share

    @property
    def _rows(self) -> int:
        return max(1, self.size.height - _HEAD)

    @property
    def _in_view(self) -> range:
        """The articles in view, counted from 0."""
        return range(self._first, min(self._first + self.share.shown, len(self.matrix.columns)))

    def _column_in(self, index: int) -> int:
        return self.column if index == self.index else -1

    def _column_at(self, x: int) -> int | None:
        """The article whose column a cell of the line is in."""
        column = self._first + (x - self.share.staying) // self.share.cell
        return column if x >= self.share.staying and column in self._in_view else None

    def _scrolled(self, event: MouseEvent, by: int, *, sideways: bool) -> None:
        event.stop()
        if sideways:
            self._go(self.index, self.column + by)
        else:
            self._go(self.index + by * _WHEEL, self.column)

    def _go(self, index: int, column: int) -> None:
        """Let keys act on another row and article; only the lines that differ are painted."""
        before = self.index, self.column, self._top, self._first
        self.column = max(0, min(column, len(self.matrix.columns) - 1))
        self._bring_column()
        self._place(index)
        if before == (self.index, self.column, self._top, self._first):
            return
        if self._first != before[3]:
            self._repaint()
        elif self._top != before[2]:
            self.refresh()
        else:
            lines = {before[0] - self._top + _HEAD, self.index - self._top + _HEAD}
            if self.column != before[1]:
                lines |= {0, 1}
            self.refresh(*(Region(0, y, self.content_size.width, 1) for y in lines))
        self.post_message(self.Moved(self.index, self.column))

    def _place(self, index: int) -> None:
        self.index = max(0, min(index, len(self.matrix) - 1))
        lowest = max(0, len(self.matrix) - self._rows)
        self._top = max(self.index - self._rows + 1, min(self._top, self.index, lowest))

    def _bring_column(self) -> None:
        """Scroll sideways until the article that keys act on is in view."""
        shown = self.share.shown
        most = max(0, len(self.matrix.columns) - shown)
        self._first = max(self.column - shown + 1, min(self._first, self.column, most))

    def _repaint(self) -> None:
        self._strips.clear()
        self.refresh()

    def _head(self) -> tuple[Content, ...]:
        articles, every = self._in_view, len(self.matrix.columns)
        place = f"articles {articles.start + 1} to {articles.stop} of {every}"
        shown = [(self.matrix.columns[n], n == self.column) for n in articles]
        lines = head(self.share, place if len(articles) < every else "", shown)
        return tuple(own_content(self, line) for line in lines)

    def _drawn(self, index: int) -> Content:
        row, ascii_only = self.matrix.row(index), is_ascii(self)
        here = index == self.index
        cells: list[tuple[Cell, bool]] = [
            (row.cells[n], here and n == self.column) for n in self._in_view
        ]
        mark = (">" if ascii_only else "▸") if here else ""
        quotes = '""' if ascii_only else "“”"
        return row_line(row, self.share, self.signs, mark, cells, quotes=quotes, plain=self.plain)
