"""A pane with its title above and its overview column beside it."""

from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click, MouseDown
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from workbench.core.model import Article
from workbench.tui import guard
from workbench.tui.desk import outlet_and_date
from workbench.tui.widgets.article_pane import ArticlePane


class PaneTitle(Widget):
    """Article number, outlet, date and title of what the pane shows."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PaneTitle { height: 1; padding: 0 1; background: $panel; color: $secondary; }
    """

    @dataclass
    class Chosen(Message):
        """The title was clicked: another article is wanted here."""

        title: "PaneTitle"

    def __init__(self) -> None:
        super().__init__()
        self._article: Article | None = None
        self._pinned = False

    def show(self, article: Article, *, pinned: bool) -> None:
        """Name an article; a pinned claim in it is said with a sign and a word."""
        if (article, pinned) != (self._article, self._pinned):
            self._article, self._pinned = article, pinned
            self.refresh()

    def render(self) -> Content:
        """The line, as much of it as fits."""
        if self._article is None:
            return Content("")
        article = self._article
        pinned = guard.content("pinned ", "bold $accent") if self._pinned else Content("")
        title = f"  {article.title}" if article.title else ""
        width = max(1, self.content_size.width)
        line = Content.assemble(
            pinned,
            guard.content(f"{article.number} ", "bold"),
            guard.line(outlet_and_date(article), "bold"),
            guard.content(" " + guard.line(title).plain if title else ""),
        ).truncate(width, ellipsis=True)
        return line.pad_right(width - line.cell_length)  # reversed, it is a bar and not a word

    def on_click(self, event: Click) -> None:
        """A click asks for the chooser."""
        event.stop()
        self.post_message(self.Chosen(self))


class Overview(Widget):
    """One column: where claims, conflicts and hits lie in the article, and what is in view."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Overview { width: 1; height: 1fr; background: $surface; color: $border; }"

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__()
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
        key = (shown, self.rich_style, self._pane.sign_style("conflicting"), background)
        if self._painted is None or self._painted[0] != key:
            column = [self._cell(y, *shown) for y in range(len(shown[0]))]
            for line_filter in filters:
                column = [strip.apply_filter(line_filter, background) for strip in column]
            self._painted = key, column
        self._shown = shown
        column = self._painted[1]
        return [column[y] if y < len(column) else Strip.blank(1) for y in crop.line_range]

    def _cell(self, y: int, rows: list[str], first: int, last: int) -> Strip:
        name, inside, base = rows[y], first <= y <= last, self.rich_style
        if name:
            style = Style(bgcolor=base.bgcolor, reverse=inside) + self._pane.sign_style(name)
            return Strip([Segment(self._pane.signs.get(name, "-"), style)], 1)
        return Strip([Segment("┃" if inside else "│", base + Style(bold=inside))], 1)

    def on_mouse_down(self, event: MouseDown) -> None:
        """Go to that part of the article."""
        event.stop()
        self._pane.go(event.y * len(self._pane.text) // max(1, self.size.height), level=2)
        self._pane.take_keys()

    def on_resize(self) -> None:
        """Another height has other rows."""
        self._shown = None


class PaneFrame(Vertical):
    """A pane and what belongs to it."""

    DEFAULT_CSS = """
    PaneFrame { width: 1fr; height: 1fr; }
    PaneTitle.-focused { background: $selection; color: $foreground; }
    PaneTitle.-focused:nocolor, PaneTitle.-focused:ansi { text-style: reverse; }
    PaneFrame > Horizontal { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.title = PaneTitle()
        self.pane = ArticlePane()
        self.overview = Overview(self.pane)

    def on_descendant_focus(self) -> None:
        """The keys go here: the title says so."""
        self.title.add_class("-focused")

    def on_descendant_blur(self) -> None:
        """The keys go elsewhere."""
        self.title.remove_class("-focused")

    def compose(self) -> ComposeResult:
        """Title above, text and overview below."""
        yield self.title
        with Horizontal():
            yield self.pane
            yield self.overview
