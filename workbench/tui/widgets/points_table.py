"""The matrix of points: a row a point, a column an article; rows are put together when seen."""

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.content import Content
from textual.events import Click, MouseScrollDown, MouseScrollUp, Resize
from textual.message import Message
from textual.widget import Widget

from workbench.core.matrix import Cell, Matrix, Row
from workbench.core.model import Article
from workbench.core.text import one_line
from workbench.tui import guard
from workbench.tui.ascii_signs import Verbatim, own_content
from workbench.tui.keys import bindings_of
from workbench.tui.layout.columns import NUMBER, Columns, columns
from workbench.tui.layout.shown import fitted
from workbench.tui.theme import sign_style

_WHEEL = 3  # rows a turn of the wheel moves
_SAMPLE = 400  # code points of a wording that a line can show


class PointsTable(Verbatim, Widget, can_focus=True):
    """The rows in view, and which of them keys act on.

    Attributes:
        matrix: what is shown.
        index: the row that keys act on.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("points table")
    DEFAULT_CSS = """
    PointsTable { height: 1fr; padding: 0 1; background: $background; color: $foreground; }
    """

    @dataclass
    class Moved(Message):
        """Keys act on another row now."""

        index: int

    class Chosen(Message):
        """The analyst wants to go to the words of the row."""

    def __init__(self) -> None:
        super().__init__()
        self.matrix = Matrix((), (), {})
        self.index = 0
        self.plain = False
        self._top = self._first = 0
        self._lines: dict[tuple[int, bool], Content] = {}

    def show(self, matrix: Matrix, index: int) -> None:
        """Show other rows, with the keys on one of them."""
        self.matrix = matrix
        self._lines.clear()
        self._first = min(self._first, max(0, len(matrix.columns) - self._columns.shown))
        self._go(index)

    @property
    def current(self) -> Row | None:
        """The row that keys act on; None when there is none."""
        return self.matrix.row(self.index) if 0 <= self.index < len(self.matrix) else None

    # Keys and mouse

    def action_move(self, by: int) -> None:
        """Some rows down, or up."""
        self._go(self.index + by)

    def action_page(self, by: int) -> None:
        """A page down, or up."""
        self._go(self.index + by * self._rows)

    def action_edge(self, where: int) -> None:
        """To the first row, or the last."""
        self._go(0 if where < 0 else len(self.matrix) - 1)

    def action_sideways(self, by: int) -> None:
        """The articles further on, or back; numbers and wording stay."""
        most = max(0, len(self.matrix.columns) - self._columns.shown)
        first = max(0, min(self._first + by, most))
        if first != self._first:
            self._first = first
            self._lines.clear()
            self.refresh()

    def action_choose(self) -> None:
        """To the words of the row."""
        if self.current is not None:
            self.post_message(self.Chosen())

    def on_click(self, event: Click) -> None:
        """A click chooses a row, two go to its words."""
        row = self._top + event.y - 1
        if event.y >= 1 and 0 <= row < len(self.matrix):
            self._go(row)
            if event.chain >= 2:
                self.action_choose()

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel goes through the rows."""
        event.stop()
        self._go(self.index + _WHEEL)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel goes through the rows."""
        event.stop()
        self._go(self.index - _WHEEL)

    def on_resize(self, _event: Resize) -> None:
        """Columns and rows share other room."""
        self._lines.clear()
        self._go(self.index)

    # What is shown

    def render(self) -> Content:
        """The head, and as many rows as there is room for."""
        share = self._columns
        rows = range(self._top, min(self._top + self._rows, len(self.matrix)))
        return Content("\n").join([self._head(share), *(self._line(n, share) for n in rows)])

    @property
    def _rows(self) -> int:
        return max(1, self.size.height - 1)

    @property
    def _columns(self) -> Columns:
        width = max(20, self.content_size.width)
        return columns(width, len(self.matrix.columns), verdicts=bool(self.matrix.findings))

    def _go(self, index: int) -> None:
        index = max(0, min(index, len(self.matrix) - 1))
        moved = index != self.index
        self.index = index
        lowest = max(0, len(self.matrix) - self._rows)
        self._top = max(index - self._rows + 1, min(self._top, index, lowest))
        self.refresh()
        if moved:
            self.post_message(self.Moved(index))

    def _head(self, share: Columns) -> Content:
        articles = self.matrix.columns[self._first : self._first + share.shown]
        every = len(self.matrix.columns)
        last = self._first + share.shown
        words = f"articles {self._first + 1} to {last} of {every}" if share.shown < every else ""
        left = f"{'point':>{NUMBER}}   {fitted(words, share.wording - 1)}"
        parts = [guard.content(left.ljust(NUMBER + 3 + share.wording), "$secondary")]
        parts += [
            guard.content(_padded(_named(article), share.cell), "bold $secondary")
            for article in articles
        ]
        parts.append(guard.content("verdict"[: share.verdict], "$secondary"))
        return own_content(self, Content.assemble(*parts))

    def _line(self, index: int, share: Columns) -> Content:
        here = index == self.index
        known = self._lines.get((index, here))
        if known is None:
            known = self._lines[index, here] = self._drawn(self.matrix.row(index), share, here=here)
        return known

    def _drawn(self, row: Row, share: Columns, *, here: bool) -> Content:
        sign = self.signs.get(row.sign, "?")
        wording = one_line(row.wording[:_SAMPLE])
        parts = [
            own_content(self, guard.content("▸" if here else " ", "bold $accent")),
            guard.content(f"{row.number:>{NUMBER - 1}} ", "$secondary"),
            guard.content(sign, sign_style(row.sign)),
            guard.content(" "),
            guard.content(_padded(wording, share.wording, self.plain)),
        ]
        for cell in row.cells[self._first : self._first + share.shown]:
            parts += self._cell(cell, share.cell)
        verdict = fitted(one_line(row.verdict), max(0, share.verdict - 1))
        parts.append(guard.content(verdict, "italic"))
        line = Content.assemble(*parts)
        line = line.pad_right(max(0, self.content_size.width - line.cell_length))
        return line.stylize_before("bold on $panel") if here else line

    def _cell(self, cell: Cell, width: int) -> list[Content]:
        """The letters of an article's positions, each with its sign; nothing where it is silent."""
        parts: list[Content] = []
        used = 0
        for held in cell:
            if used + len(held.letter) + 2 > width:
                parts.append(guard.content("+"))
                used += 1
                break
            parts.append(guard.content(held.letter, "bold"))
            parts.append(guard.content(self.signs.get(held.sign, "?"), sign_style(held.sign)))
            used += len(held.letter) + 1
        return [*parts, guard.content(" " * max(0, width - used))]


def _named(article: Article) -> str:
    """An article in the head: its number, and who ran it."""
    return f"{article.number} {one_line(article.outlet)}".strip()


def _padded(words: str, width: int, plain: bool = False) -> str:
    shown = fitted(words, width - 1, plain)
    return shown + " " * max(0, width - cell_len(shown))
