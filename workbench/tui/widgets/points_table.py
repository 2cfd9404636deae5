"""The matrix of points under the analyst's keys and mouse."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.events import (
    Click,
    MouseEvent,
    MouseScrollDown,
    MouseScrollLeft,
    MouseScrollRight,
    MouseScrollUp,
)
from textual.message import Message

from workbench.core.model import Article, Claim
from workbench.tui.key_order import Commanded
from workbench.tui.keys import bindings_of
from workbench.tui.widgets.points_ahead import PointsAhead
from workbench.tui.widgets.points_surface import HEAD

_WHEEL = 3  # rows a turn of the wheel moves


class PointsTable(PointsAhead, Commanded, can_focus=True):
    """The rows in view; says which row and article keys act on, and what is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("points table")
    DEFAULT_CSS = """
    PointsTable { height: 1fr; background: $background; color: $foreground; }
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
        self._go(self.index + by * self.rows, self.column)

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
        column = self.column_at(offset.x)
        row = self.top + offset.y - HEAD
        if offset.y < HEAD:
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

    def _scrolled(self, event: MouseEvent, by: int, *, sideways: bool) -> None:
        event.stop()
        if sideways:
            self._go(self.index, self.column + by)
        else:
            self._go(self.index + by * _WHEEL, self.column)

    def _go(self, index: int, column: int) -> None:
        if self.move_to(index, column):
            self.post_message(self.Moved(self.index, self.column))
