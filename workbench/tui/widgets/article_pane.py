"""The reading pane: one article, its cursor, its selection, by keys and by mouse.

It says what is wanted and decides nothing.
"""

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from workbench.core import segments
from workbench.core.clusters import cluster_start
from workbench.core.long_text import Text
from workbench.core.text import has_right_to_left
from workbench.tui.key_order import Commanded, give_keys
from workbench.tui.keys import bindings_of
from workbench.tui.later import later
from workbench.tui.layout.gutter import GUTTER
from workbench.tui.layout.position import Position, edge_by_word, moved
from workbench.tui.layout.wrap import Row
from workbench.tui.widgets.pane_motion import PaneMotion

if TYPE_CHECKING:
    from workbench.core import sentences
else:
    sentences = later("workbench.core.sentences")

_WHEEL_ROWS = 3
_SAMPLE = 65_536  # code points looked at for right-to-left letters; reading all would take a while
_start = attrgetter("start")


class ArticlePane(PaneMotion, Commanded, can_focus=True):
    """A pane that shows one article."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("pane")
    ALLOW_SELECT = False  # selection is ours, in code points, for keys and mouse alike

    class AtLastClaim(Message):
        """There is no claim further on in that direction."""

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

    # What the screen asks the pane

    def claim_here(self) -> str:
        """The id of the claim to act on: the innermost under the cursor, or one further out."""
        over = self._marks.at(self.position.cursor)
        return over[min(self._outer, len(over) - 1)].claim_id if over else ""

    def act_on(self, claim_id: str) -> None:
        """Of the claims under the cursor, act on this one, though another may be shorter."""
        ids = [mark.claim_id for mark in self._marks.at(self.position.cursor)]
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
        self.is_dragged = True
        self.capture_mouse()
        self._moved(old, scroll=False)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extend the selection while the button is held; beyond an edge the text scrolls along."""
        if not self.is_dragged:
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
        if self.is_dragged:
            self.is_dragged = False
            self.post_message(self.Moved(self, cursor=True))
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
