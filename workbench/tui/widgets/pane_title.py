"""The line above a pane: what it shows; a handle where panes stand one above the other."""

from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message

from workbench.core.model import Article
from workbench.core.text import one_line
from workbench.tui import guard
from workbench.tui.desk import outlet_and_date
from workbench.tui.layout.anchors import ANCHOR
from workbench.tui.layout.paint import AS_IT_IS, How
from workbench.tui.layout.shown import fitted
from workbench.tui.widgets.handle import Handle


class PaneTitle(Handle):
    """Article number, outlet, date and title of what the pane shows."""

    DEFAULT_CSS = """
    PaneTitle { height: 1; padding: 0 1 0 0; background: $panel; color: $secondary; }
    """

    @dataclass
    class Chosen(Message):
        """The title was clicked: another article is wanted here."""

        title: "PaneTitle"

    def __init__(self) -> None:
        super().__init__(is_line=True)
        self._article: Article | None = None
        self._pinned = False
        self._how = AS_IT_IS
        self._remark = ""

    def show(
        self, article: Article, *, pinned: bool, how: How = AS_IT_IS, remark: str = ""
    ) -> None:
        """Name an article; a pinned claim in it is said with a word, and so is what it shares."""
        new = (article, pinned, how, remark)
        if new != (self._article, self._pinned, self._how, self._remark):
            self._article, self._pinned, self._how, self._remark = new
            self.refresh()

    def render(self) -> Content:
        """The line, as much of it as fits."""
        if self._article is None:
            return Content("")
        article = self._article
        pinned = guard.content("pinned ", "bold $accent") if self._pinned else Content("")
        begun = Content.assemble(
            guard.content(ANCHOR if self._how.anchored else " "),
            pinned,
            guard.content(f"{article.number} ", "bold"),
        )
        room = max(0, self.content_size.width - begun.cell_length)
        plain = self._how.plain
        outlet = guard.content(fitted(one_line(outlet_and_date(article)), room, plain), "bold")
        room -= outlet.cell_length
        remark = guard.content(fitted(f"  {self._remark}" if self._remark else "", room), "italic")
        room -= remark.cell_length
        title = f"  {one_line(article.title)}" if article.title and room > 3 else ""
        title = fitted(title, room, plain)
        width = max(1, self.content_size.width)
        line = Content.assemble(begun, outlet, remark, guard.content(title)).truncate(width)
        return line.pad_right(width - line.cell_length)  # reversed, it is a bar and not a word

    def on_click(self, event: Click) -> None:
        """A click asks for the chooser."""
        event.stop()
        if not self.was_dragged:
            self.post_message(self.Chosen(self))
