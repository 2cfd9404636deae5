"""The reading pane: one article, its cursor, its selection, by keys and by mouse.

It says what is wanted and decides nothing.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from workbench.core import segments, sentences
from workbench.core.clusters import cluster_start
from workbench.core.long_text import Text
from workbench.core.text import has_right_to_left
from workbench.tui.key_order import give_keys
from workbench.tui.keys import bindings_of
from workbench.tui.layout.gutter import GUTTER
from workbench.tui.layout.position import Position, edge_by_word, moved, scrolled
from workbench.tui.layout.wrap import Row
from workbench.tui.widgets.pane_surface import PaneSurface

_WHEEL_ROWS = 3
_SAMPLE = 65_536  # code points looked at for right-to-left letters; reading all would take a while
_start = attrgetter("start")


class ArticlePane(PaneSurface, can_focus=True):
    """A pane that shows one article."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("pane")
    ALLOW_SELECT = False  # selection is ours, in code points, for keys and mouse alike

    @dataclass
    class Moved(Message):
        """The cursor came to stand elsewhere, or the view scrolled."""

        pane: "ArticlePane"
        cursor: bool

    class AtLastClaim(Message):
        """There is no claim further on in that direction."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self._outer = 0  # how many nested claims to step outwards
        self._dragging = False

    # What the screen tells the pane

    def show(self, article_id: str, text: Text, position: Position) -> None:
        """Show an article from a position."""
        self.article_id = article_id
        self.text = text
        self._tables = {}
        self.right_to_left = has_right_to_left(text[:_SAMPLE])
        position.cursor = cluster_start(text, position.cursor)
        position.top = min(position.top, len(text))
        if position.anchor is not None:
            position.anchor = cluster_start(text, position.anchor)
        self.position = position
        self._outer = 0
        self._forget()

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

    # What the screen asks the pane

    def claim_here(self) -> str:
        """The id of the claim to act on: the innermost under the cursor, or one further out."""
        over = self._marks.at(self.position.cursor)
        return over[min(self._outer, len(over) - 1)].item.claim_id if over else ""

    def act_on(self, claim_id: str) -> None:
        """Of the claims under the cursor, act on this one, though another may be shorter."""
        ids = [mark.item.claim_id for mark in self._marks.at(self.position.cursor)]
        self._outer = ids.index(claim_id) if claim_id in ids else 0

    def span_here(self) -> Row | None:
        """The selection, or the sentence under the cursor."""
        return self.selection or sentences.sentence_at(self.text, self.position.cursor)

    # Keys

    def take_keys(self) -> None:
        """Have the keys from now on."""
        give_keys(self)

    def action_move(self, where: str) -> None:
        """Move the cursor; a selection begun with `v` goes along."""
        old = self._look()
        self.position.cursor = moved(self.position, self.table, where, self.height)
        if not self.position.sticky:
            self.position.anchor = None
        self._outer = 0
        leafed = False
        if where in ("page_up", "page_down", "half_up", "half_down"):
            rows = max(1, self.height - 1 if where.startswith("page") else self.height // 2)
            leafed = self._scroll_top(self._clamped(rows if where.endswith("down") else -rows))
        self._moved(old, leafed=leafed)

    def action_extend(self, where: str) -> None:
        """Move the cursor and take the selection along, beginning one if there is none."""
        old = self._look()
        if self.position.anchor is None:
            self.position.anchor = self.position.cursor
        self.position.cursor = moved(self.position, self.table, where, self.height)
        self._moved(old)

    def action_edge(self, step: int) -> None:
        """Move the selection's edge by a word."""
        old = self._look()
        edge_by_word(self.position, self.text, step)
        self._moved(old)

    def action_swap_ends(self) -> None:
        """Go to the selection's other edge."""
        old = self._look()
        self.position.swap_ends()
        self._moved(old)

    def action_toggle_selection(self) -> None:
        """Begin a selection at the cursor, or drop it."""
        old = self._look()
        if self.position.anchor is None:
            self.position.anchor, self.position.sticky = self.position.cursor, True
        else:
            self.position.drop_selection()
        self._moved(old)

    def action_select_sentence(self) -> None:
        """Select the sentence under the cursor; again: and the next."""
        old = self._look()
        selected = self.selection
        if selected is None:
            sentence = sentences.sentence_at(self.text, self.position.cursor)
            start = sentence[0] if sentence else 0
        else:
            start = selected[0]
            following = sentences.next_sentence(self.text, self.position.cursor)
            sentence = sentences.sentence_at(self.text, following)
        if sentence and sentence[1] > start:
            self.position.select(self.text, start, sentence[1])
        self._moved(old)

    def action_go_claim(self, step: int) -> None:
        """To the next or previous claim of the article."""
        cursor, marks = self.position.cursor, self._marks.all
        if step > 0:
            index = bisect_right(marks, cursor, key=_start)
        else:
            index = bisect_left(marks, cursor, key=_start) - 1
        if 0 <= index < len(marks):
            self.go(marks[index].start)
        else:
            self.post_message(self.AtLastClaim())

    def action_outer_claim(self) -> None:
        """Act on the next outer claim of those under the cursor; after the last, the innermost."""
        over = self._marks.at(self.position.cursor)
        self._outer = (self._outer + 1) % len(over) if over else 0
        self.post_message(self.Moved(self, cursor=True))

    # Mouse

    def offset_under(self, x: int, y: int) -> int:
        """The code point under a cell of the pane."""
        rows = self._visible_rows()
        if not rows:
            return 0
        row = rows[max(0, min(y, len(rows) - 1))]
        return self.table.offset_at(row, max(0, x - GUTTER))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor there; a drag selects from there."""
        if event.button != 1:
            return
        old = self._look()
        offset = self.offset_under(event.x, event.y)
        if event.shift:
            if self.position.anchor is None:
                self.position.anchor = self.position.cursor
        else:
            self.position.drop_selection()
        self.position.cursor, self.position.goal, self._outer = offset, None, 0
        self._dragging = True
        self.capture_mouse()
        self._moved(old, scroll=False)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extend the selection while the button is held; beyond an edge the text scrolls along."""
        if not self._dragging:
            return
        old = self._look()
        beyond = event.y < 0 or event.y >= self.height
        leafed = beyond and self._scroll_top(self._clamped(-1 if event.y < 0 else 1))
        offset = self.offset_under(event.x, event.y)
        if offset != self.position.cursor:
            if self.position.anchor is None:
                self.position.anchor = self.position.cursor
            self.position.cursor = offset
        self._moved(old, scroll=False, leafed=leafed)

    def on_mouse_up(self) -> None:
        """End a drag."""
        self.let_go()

    def let_go(self) -> None:
        """End a drag, also one that cannot end by itself because the pane goes out of sight.

        A hidden pane that holds the mouse would be sent the next click, and Textual, not finding
        it on the screen, would leave nobody with the focus.
        """
        self._dragging = False
        if self.app.mouse_captured is self:
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Two clicks select the word, three the sentence."""
        if event.button != 1:
            return
        offset = self.offset_under(event.x, event.y)
        span: Row | None = None
        if event.chain == 2:
            span = segments.word_at(self.text, offset)
        elif event.chain >= 3:
            span = sentences.sentence_at(self.text, offset)
        if span:
            old = self._look()
            self.position.select(self.text, *span)
            self._moved(old, scroll=False)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll; the cursor stays in the text where it was."""
        event.stop()
        if self._scroll_top(self._clamped(-_WHEEL_ROWS)):
            self.post_message(self.Moved(self, cursor=False))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll; the cursor stays in the text where it was."""
        event.stop()
        if self._scroll_top(self._clamped(_WHEEL_ROWS)):
            self.post_message(self.Moved(self, cursor=False))

    # Moving

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
