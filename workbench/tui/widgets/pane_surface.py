"""What a reading pane paints: rows of one article with everything that lies over them.

It stands on the line API and paints only rows that changed; its cost does not depend on the size of
the article. Borders, padding and the like do nothing here: the frame around it has them.
"""

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from workbench.core.clusters import cluster_end
from workbench.core.long_text import Text
from workbench.core.spans import Placed, SpanIndex
from workbench.tui.ascii_signs import Verbatim, is_ascii
from workbench.tui.layout.gutter import ASCII_COUNTS, COUNTS, GUTTER, gutter
from workbench.tui.layout.overview import overview
from workbench.tui.layout.paint import (
    AS_IT_IS,
    AS_TEXT,
    How,
    Mark,
    Over,
    Palette,
    joined,
    paint_row,
    strip_of,
)
from workbench.tui.layout.position import Position
from workbench.tui.layout.wrap import Row, WrapTable
from workbench.tui.widgets.painted_once import PaintedOnce
from workbench.tui.widgets.pane_styles import PARTS, STYLES

_RESERVE = 1  # right of the text, for a space or a line end under the cursor
_MOST_STRIPS = 500
_Key = tuple[int, int, int, int, Row | None, Row | None]
_NO_SPANS: SpanIndex[Placed[None]] = SpanIndex()


class PaneSurface(Verbatim, PaintedOnce, Widget):
    """The painted side of a pane: text, position, marks.

    Attributes:
        article_id: the article shown, "" for none.
        text: its canonical text.
        position: where the reader is in it.
        current: the id of the claim being looked at, wherever it is.
        how: how its text is put on the screen.
        right_to_left: whether the text has right-to-left letters, as far as was looked.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article-pane--{name}" for name in PARTS}
    DEFAULT_CSS = STYLES

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name for it
        super().__init__(id=id)
        self.article_id = ""
        self.text: Text = ""
        self.position = Position()
        self._tables: dict[int, WrapTable] = {}
        self._marks: SpanIndex[Mark] = SpanIndex()
        self._hits = self._counterparts = _NO_SPANS
        self.current = ""
        self.how = AS_IT_IS
        self.right_to_left = False
        self._version = 0
        self._strips: dict[_Key, Strip] = {}
        self._sent: tuple[list[LineFilter], Color] = [], Color(0, 0, 0)
        self._palette: Palette | None = None
        self._stale_palette: Palette | None = None
        self._rows: tuple[tuple[int, int, int], list[Row]] | None = None
        self._current_at: Row | None = None
        self._overview: tuple[tuple[int, int], list[str]] | None = None

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """The article's claims."""
        self._marks = SpanIndex(marks)
        self._forget()

    def set_hits(self, hits: Iterable[Row]) -> None:
        """The search hits in this article."""
        self._hits = SpanIndex(Placed(start, end, None) for start, end in hits)
        self._forget()

    def set_how(self, how: How) -> None:
        """Plain symbols or not, anchors or not; places in the text stay what they are."""
        if how == self.how:
            return
        if how.plain != self.how.plain:
            self._tables = {}
        self.how = how
        self._forget()

    def set_current(self, claim_id: str, at: Row | None, counterparts: Iterable[Row]) -> None:
        """The claim being looked at, its place if it is in this article, and what belongs to it."""
        spans = [Placed(start, end, None) for start, end in counterparts]
        if claim_id == self.current and spans == self._counterparts.all:
            return
        touched = {span[:2] for span in (*spans, *self._counterparts.all)}
        touched |= {place for place in (at, self._current_at) if place is not None}
        self._current_at = at
        self.current, self._counterparts = claim_id, SpanIndex(spans)
        for key in [k for k in self._strips if any(k[0] < b and k[1] > a for a, b in touched)]:
            del self._strips[key]
        for start, end in touched:
            self._refresh_rows(start, end)

    @property
    def height(self) -> int:
        """Rows of the pane."""
        return max(1, self.size.height)

    @property
    def in_place(self) -> bool:
        """Whether it has its styles and can be painted.

        On its way in or out a pane has none, and the background of a dialog may still show it.
        """
        return self.is_mounted and self.is_attached

    @property
    def table(self) -> WrapTable:
        """The rows at the present width; those of the last two widths are kept."""
        width = max(1, self.size.width - GUTTER - _RESERVE)
        table = self._tables.pop(width, None) or WrapTable(self.text, width, self.how.plain)
        self._tables[width] = table
        while len(self._tables) > 2:
            del self._tables[next(iter(self._tables))]
        return table

    @property
    def selection(self) -> Row | None:
        """The selected span."""
        return self.position.selection(self.text)

    def overview(self, height: int) -> tuple[list[str], int, int]:
        """What lies where in the article, for the column beside it.

        Args:
            height: rows of that column.

        Returns:
            For each row the strongest standing among the claims there (`hit` for a search hit, ""
            for nothing), and the first and last row that are in view.
        """
        length = max(1, len(self.text))
        # A key that moves the view asks again; looking at ten thousand claims takes milliseconds.
        key = (self._version, height)
        if self._overview is None or self._overview[0] != key:
            self._overview = key, overview(self._marks.all, self._hits.all, length, height)
        first, last = self._view()
        return (
            self._overview[1],
            first * height // length,
            max(0, min(height - 1, (last - 1) * height // length)),
        )

    def sign_style(self, name: str) -> Style:
        """The style of a standing's sign, or of a hit's, in gutter and overview."""
        return self._get_palette().parts["hit" if name == "hit" else f"{name}-sign"]

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows in a region, from the cache where nothing about them changed."""
        if not self.in_place:
            return [Strip.blank(crop.width)] * crop.height
        self._get_palette()  # first: where styles changed, nothing painted before is good
        sent = self.get_line_filters(), self.background_colors[1]
        if sent != self._sent:
            self._sent = sent
            self._strips.clear()
        rows, width = self._visible_rows(), self.size.width
        cursor, selected = self._cursor(), self.selection or (0, 0)
        strips = [
            self._strip(rows[y], width, cursor, selected)
            if y < len(rows)
            else self._strip(None, width, None, selected)
            for y in crop.line_range
        ]
        if (crop.x, crop.right) != (0, width):
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """All there is."""
        return container.width

    def notify_style_update(self) -> None:
        """A new theme or focus: the styles may differ, and are looked at before the next row."""
        super().notify_style_update()
        self._stale_palette, self._palette = self._palette or self._stale_palette, None

    def on_resize(self) -> None:
        """Another width has other rows; the first visible character stays."""
        width = self.size.width
        self._strips = {key: strip for key, strip in self._strips.items() if key[3] == width}

    def on_focus(self) -> None:
        """Show the cursor."""
        self._refresh_rows(self.position.cursor, self.position.cursor + 1)

    def on_blur(self) -> None:
        """Show the cursor no longer."""
        self._refresh_rows(self.position.cursor, self.position.cursor + 1)

    def _strip(self, row: Row | None, width: int, cursor: Row | None, selected: Row) -> Strip:
        """A row as it is sent, filters and all; None is a row below the text."""
        start, end = row or (-1, -1)
        if cursor is not None and not self._holds((start, end), cursor[0]):
            cursor = None
        low, high = max(start, selected[0]), min(end, selected[1])
        key = (start, end, self._version, width, cursor, (low, high) if low < high else None)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) >= _MOST_STRIPS:
                self._leave_out_the_oldest()
            strip = self._paint(row, cursor, selected) if row else self._blank()
            filters, background = self._sent
            segments = list(strip)
            for line_filter in filters:
                segments = line_filter.apply(segments, background)
            strip = self._strips[key] = strip_of(segments, width)
        return strip

    def _leave_out_the_oldest(self) -> None:
        for key in list(self._strips)[: _MOST_STRIPS // 2]:
            del self._strips[key]

    def _paint(self, row: Row, cursor: Row | None, selected: Row) -> Strip:
        palette = self._get_palette()
        # A row without an end still has a place where a claim could begin.
        first, last = row[0], max(row[1], row[0] + 1)
        over = Over(
            self._marks.over(first, last),
            self._hits.over(first, last),
            self._counterparts.over(first, last),
            self.current,
            selected,
            cursor,
        )
        counts = ASCII_COUNTS if is_ascii(self) else COUNTS
        cells, sign = gutter(row, over.marks, self.signs, anchored=self.how.anchored, counts=counts)
        style = palette.parts["gutter"]
        style = style + palette.parts[f"{sign}-sign"] if sign else style
        # An empty gutter is sent together with the text beside it.
        left = Segment(cells, palette.of(AS_TEXT) if cells.isspace() else style)
        width = self.size.width - GUTTER
        painted = paint_row(self.text, row, width, over, palette, how=self.how)
        return strip_of(joined([left, *painted]), self.size.width)

    def _blank(self) -> Strip:
        return Strip.blank(self.size.width, self._get_palette().parts["text"])

    def _get_palette(self) -> Palette:
        if self._palette is None:
            parts = {"text": self.rich_style}
            for name in self.COMPONENT_CLASSES:
                parts[name.partition("--")[2]] = self.get_component_rich_style(name, partial=True)
            parts |= {"single-sign": parts["agreeing-sign"], "unverified-sign": parts["gutter"]}
            parts["gutter"] = parts["text"] + parts["gutter"]
            # Focus alone changes nothing here: then what is painted stays good.
            stale = self._stale_palette
            if stale is not None and stale.parts == parts:
                self._palette = stale
            else:
                self._palette = Palette(parts)
                self._strips.clear()
        return self._palette

    def _visible_rows(self) -> list[Row]:
        key = (self.position.top, self.size.width, self.height)
        if self._rows is None or self._rows[0] != key:
            self._rows = key, self.table.rows_from(self.position.top, self.height)
        return self._rows[1]

    def _view(self) -> Row:
        rows = self._visible_rows()
        return (rows[0][0], rows[-1][1]) if rows else (0, 0)

    def _cursor(self) -> Row | None:
        """The cluster under the cursor, or a place behind the text; None where it is not shown."""
        if not self.has_focus:
            return None
        cursor = self.position.cursor
        return cursor, max(cursor + 1, cluster_end(self.text, cursor))

    def _holds(self, row: Row, cursor: int) -> bool:
        if row[0] <= cursor < row[1]:
            return True
        last = row[1] == cursor == len(self.text)
        return last and (row[0] == cursor or self.text[-1:] != "\n")

    def _forget(self) -> None:
        self._version += 1
        self._rows = None
        self.refresh()

    def _refresh_rows(self, start: int, end: int) -> None:
        """Repaint the rows in view that hold any of a span."""
        rows = self._visible_rows()
        changed = [
            y
            for y, row in enumerate(rows)
            if row[0] < end and (row[1] > start or row[1] == len(self.text))
        ]
        if changed:
            self.refresh(Region(0, changed[0], self.size.width, changed[-1] - changed[0] + 1))
