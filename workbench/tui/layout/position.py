"""Where a reader is in an article: cursor, selection, first visible character; and every move.

Plain values over a wrap table; the pane only paints what stands here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.core import segments
from workbench.core.clusters import cluster_end, cluster_start, previous_cluster
from workbench.core.long_text import Text
from workbench.tui.later import later
from workbench.tui.layout.wrap import Row, WrapTable

if TYPE_CHECKING:
    from workbench.core import sentences
else:
    sentences = later("workbench.core.sentences")

# Sentences are read in when somebody first moves by them.
_MOVES: dict[str, Callable[[Text, int], int]] = {
    "next_word": segments.next_word,
    "previous_word": segments.previous_word,
    "next_sentence": lambda text, cursor: sentences.next_sentence(text, cursor),  # noqa: PLW0108
    "previous_sentence": lambda text, cursor: sentences.previous_sentence(text, cursor),  # noqa: PLW0108
    "next_paragraph": segments.next_paragraph,
    "previous_paragraph": segments.previous_paragraph,
}


@dataclass(slots=True)
class Position:
    """All in code points of the canonical text.

    Attributes:
        cursor: beginning of the cluster the cursor is on, or the length of the text.
        top: a code point in the first visible row.
        anchor: where the selection was begun, or None without one.
        sticky: whether plain moves extend the selection (begun with `v`).
        goal: the cell that moves up and down try to keep.
    """

    cursor: int = 0
    top: int = 0
    anchor: int | None = None
    sticky: bool = False
    goal: int | None = None

    def selection(self, text: Text) -> Row | None:
        """The selected span, the cluster under the cursor included."""
        if self.anchor is None:
            return None
        low, high = sorted((self.anchor, self.cursor))
        return low, cluster_end(text, high)

    def select(self, text: Text, start: int, end: int) -> None:
        """Select a span; the cursor stands on its last cluster."""
        self.anchor = start
        self.cursor = previous_cluster(text, end) if end > start else start
        self.sticky = False
        self.goal = None

    def swap_ends(self) -> None:
        """Let the next moves change the selection's other edge."""
        if self.anchor is not None:
            self.anchor, self.cursor = self.cursor, self.anchor
            self.goal = None

    def drop_selection(self) -> None:
        """Select nothing."""
        self.anchor = None
        self.sticky = False


def at_first_word(text: Text) -> Position:
    """Where reading begins: empty lines at the head of an article are passed over."""
    start = segments.skip_all_space(text, 0)
    start = start if start < len(text) else 0
    return Position(cursor=start, top=start)


def moved(position: Position, table: WrapTable, where: str, height: int) -> int:
    """Where a move leads; the position's `goal` is kept for moves up and down.

    Args:
        position: where the reader is.
        table: the text and its rows.
        where: `left`, `next_word`, `page_down` … as the table of keys names them.
        height: rows of the pane.
    """
    text, cursor = table.text, position.cursor
    page, half = max(1, height - 1), max(1, height // 2)
    rows = {
        "up": -1,
        "down": 1,
        "page_up": -page,
        "page_down": page,
        "half_up": -half,
        "half_down": half,
    }.get(where)
    if rows is not None:
        row = table.row_at(cursor)
        if position.goal is None:
            position.goal = table.cells_before(row, cursor)
        target = table.row_at(table.move(cursor, rows))
        return table.offset_at(target, position.goal)
    position.goal = None
    match where:
        case "left":
            return previous_cluster(text, cursor)
        case "right":
            return cluster_end(text, cursor)
        case "line_start":
            return table.row_at(cursor)[0]
        case "line_end":
            return table.offset_at(table.row_at(cursor), 1 << 30)
        case "start":
            return 0
        case "end":
            return previous_cluster(text, segments.back_over_space(text, len(text)))
        case _:
            found = _MOVES[where](text, cursor)
            return cluster_start(text, found) if found < len(text) else _last(text)


def edge_by_word(position: Position, text: Text, step: int) -> None:
    """Move the selection's edge under the cursor to the next or previous word's.

    The last edge goes from the end of a word to the end of another, the first from beginning to
    beginning; a word at least stays selected. Without a selection the word here is selected.

    Args:
        position: where the reader is; its cursor changes.
        text: the text.
        step: 1 towards the end of the text, -1 towards its beginning.
    """
    position.goal = None
    if position.anchor is None:
        here = segments.word_at(text, position.cursor)
        if here is not None:
            position.select(text, *here)
            return
        position.anchor, position.sticky = position.cursor, False
    if position.cursor >= position.anchor:
        position.cursor = _last_edge(text, position.anchor, position.cursor, step)
    else:
        find = segments.next_word if step > 0 else segments.previous_word
        found = find(text, position.cursor)
        position.cursor = found if found <= position.anchor else position.cursor


def _last_edge(text: Text, anchor: int, cursor: int, step: int) -> int:
    """The last cluster of the word after a selection's end, or before its last word."""
    here = segments.word_at(text, cursor)
    if step > 0:
        start = here[0] if here and here[1] > cluster_end(text, cursor) else None
        start = segments.next_word(text, cursor) if start is None else start
    else:
        start = segments.previous_word(text, here[0] if here else cursor)
        if start < anchor:
            begun = segments.word_at(text, anchor)
            start = begun[0] if begun else anchor
    word = segments.word_at(text, start)
    return max(anchor, previous_cluster(text, word[1])) if word else cursor


def scrolled(position: Position, table: WrapTable, height: int, margin: int = 2) -> int:
    """The first row's beginning for which the cursor is in view, moved as little as possible."""
    margin = max(0, min(margin, (height - 1) // 2))
    distance = table.distance(position.top, position.cursor, height + margin)
    if margin <= distance < height - margin:
        return position.top
    if abs(distance) >= height:  # far away: the cursor comes to stand a third down
        return table.move(position.cursor, -max(margin, height // 3))
    if distance < margin:
        return table.move(position.top, distance - margin)
    return table.move(position.top, distance - (height - margin - 1))


def _last(text: Text) -> int:
    return previous_cluster(text, len(text)) if text else 0
