"""The column beside a pane: what lies where in the article; a handle where panes stand in a row."""

from rich.segment import Segment
from rich.style import Style
from textual.events import Click, MouseMove
from textual.geometry import Region
from textual.strip import Strip

from workbench.tui.widgets.article_pane import ArticlePane
from workbench.tui.widgets.handle import Handle


class Overview(Handle):
    """One column: where claims, conflicts and hits lie in the article, and what is in view."""

    DEFAULT_CSS = "Overview { width: 1; height: 1fr; background: $surface; color: $border; }"

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(is_line=False)
        self._pane = pane
        self._shown: tuple[list[str], int, int] | None = None
        self._painted: tuple[object, list[Strip]] | None = None

    def update(self) -> None:
        """Look at the pane again; paint only when something shows differently."""
        if not self._pane.in_place:
            return
        shown = self._pane.overview(max(1, self.size.height))
        if shown != self._shown:
            self._shown = shown
            self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The column, row by row; painted anew only when something in it differs."""
        if not self._pane.in_place:
            return [Strip.blank(1, self.rich_style)] * crop.height
        shown = self._pane.overview(max(1, self.size.height))
        filters, background = self.get_line_filters(), self.background_colors[1]
        base = self.rich_style
        key = (shown, base, self._pane.sign_style("conflicting"), background, filters)
        if self._painted is None or self._painted[0] != key:
            rows, first, last = shown
            looks = [(name, first <= y <= last) for y, name in enumerate(rows)]
            cells = {}
            for look in set(looks):
                strip = self._cell(base, look[0], inside=look[1])
                for line_filter in filters:
                    strip = strip.apply_filter(line_filter, background)
                cells[look] = strip
            self._painted = key, [cells[look] for look in looks]
        self._shown = shown
        column = self._painted[1]
        return [column[y] if y < len(column) else Strip.blank(1) for y in crop.line_range]

    def _cell(self, base: Style, name: str, *, inside: bool) -> Strip:
        if name:
            style = Style(bgcolor=base.bgcolor, reverse=inside) + self._pane.sign_style(name)
            return Strip([Segment(self._pane.signs.get(name, "-"), style)], 1)
        return Strip([Segment("┃" if inside else "│", base + Style(bold=inside))], 1)

    def on_click(self, event: Click) -> None:
        """Go to that part of the article."""
        event.stop()
        if not self.was_dragged:
            self._go(event.y)

    def dragged_along(self, event: MouseMove) -> None:
        """Along the column one leafs through the article."""
        self._go(event.y)

    def _go(self, y: int) -> None:
        height = max(1, self.size.height)
        at = max(0, min(y, height - 1)) * len(self._pane.text) // height
        self._pane.go(at, level=2)
        self._pane.take_keys()

    def on_resize(self) -> None:
        """Another height has other rows."""
        self._shown = None
