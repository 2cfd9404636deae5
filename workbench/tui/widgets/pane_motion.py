"""How a reading pane goes places: the cursor, the view, and what of it is painted again."""

from dataclasses import dataclass

from textual.message import Message

from workbench.tui.layout.position import scrolled
from workbench.tui.layout.wrap import Row
from workbench.tui.widgets.pane_ahead import PaneAhead


class PaneMotion(PaneAhead):
    """A surface with a cursor that can be sent somewhere.

    Attributes:
        is_dragged: whether the mouse button is held; when it is let go the pane has moved.
    """

    @dataclass
    class Moved(Message, namespace="article_pane"):
        """The cursor came to stand elsewhere, or the view scrolled."""

        pane: "PaneMotion"
        cursor: bool

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._outer = 0  # how many nested claims to step outwards
        self.is_dragged = False

    def go(self, start: int, end: int | None = None, *, level: int | None = None) -> None:
        """Put the cursor somewhere, and select up to `end` when given.

        Args:
            start: where to go.
            end: end of a span to select.
            level: the row of the pane to bring it to; else it is scrolled as little as possible.
        """
        old = self._look()
        self.position.drop_selection()
        self.position.goal = None
        self.position.cursor = min(start, len(self.text))
        if end is not None:
            self.position.select(self.text, start, end)
        if level is not None:
            self.position.top = self.table.move(start, -level)
        self._outer = 0
        self._moved(old)

    def scroll_level(self, offset: int, level: int) -> None:
        """Scroll so that an offset stands in a row of the pane; the cursor stays."""
        top = self.table.move(offset, -max(0, min(level, self.height - 1)))
        if self._scroll_top(top):
            self.post_message(self.Moved(self, cursor=False))

    def level_of(self, offset: int) -> int:
        """The row of the pane in which an offset stands; outside it when not in view."""
        return self.table.distance(self.position.top, offset, self.height + 1)

    def _look(self) -> tuple[int, Row | None]:
        return self.position.cursor, self.selection

    def _moved(
        self, old: tuple[int, Row | None], *, scroll: bool = True, leafed: bool = False
    ) -> None:
        """Repaint what a move changed, and say so, once.

        Args:
            old: cursor and selection before.
            scroll: whether to bring the cursor into view.
            leafed: whether the view has been scrolled already.
        """
        if scroll and self._scroll_top(scrolled(self.position, self.table, self.height)):
            leafed = True
        new = self._look()
        if leafed or old != new:
            self.post_message(self.Moved(self, cursor=old != new))
        if old == new:
            return
        for offset in {old[0], new[0]}:
            self._refresh_rows(offset, offset + 1)
        if old[1] != new[1]:
            before, after = old[1] or (new[0], new[0]), new[1] or (old[0], old[0])
            edges = sorted((*before, *after))
            self._refresh_rows(edges[0], edges[1] + 1)
            self._refresh_rows(edges[2], edges[3] + 1)
            if before[1] <= after[0] or after[1] <= before[0]:
                self._refresh_rows(edges[0], edges[3] + 1)

    def _clamped(self, rows: int) -> int:
        """The top so many rows further, with the last row no higher than the pane's middle."""
        last = self.table.move(len(self.text), -(self.height // 2))
        return min(self.table.move(self.position.top, rows), max(last, self.position.top))

    def _scroll_top(self, top: int) -> bool:
        """Bring a place to the first row; False when it stands there already."""
        if self.table.row_at(top) == self.table.row_at(self.position.top):
            return False
        self.position.top = top
        self.refresh()
        return True
