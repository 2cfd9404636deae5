"""Which article a pane shows; from here articles are added, described and taken out."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from workbench.core.model import Article
from workbench.core.text import count
from workbench.tui import guard
from workbench.tui.bound_keys import keys_of
from workbench.tui.closing import ClosedOnce
from workbench.tui.desk import outlet_and_date
from workbench.tui.keys import bindings_of, commands_of
from workbench.tui.widgets.bars import KeyLine
from workbench.tui.widgets.steady_list import SteadyList

Answer = tuple[str, str] | None
"""What to do (`show`, `edit`, `add`, `remove`) and the article's id."""


class Chooser(ClosedOnce, ModalScreen[Answer]):
    """The review's articles as a list.

    Args:
        articles: by number, each with how many claims it holds and how it begins.
        current: the id of the one the pane shows.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("chooser")
    DEFAULT_CSS = """
    Chooser { align: center middle; background: $background 60%; }
    Chooser > Vertical {
        width: 90; max-width: 96%; height: auto; max-height: 90%; background: $surface;
        border: round $primary; padding: 0 1;
    }
    Chooser OptionList {
        height: auto; max-height: 20; border: none; text-wrap: nowrap;
        text-overflow: ellipsis; background: $surface; padding: 0;
    }
    Chooser KeyLine { margin-top: 1; background: $surface; padding: 0; }
    """

    def __init__(self, articles: list[tuple[Article, int, str]], current: str) -> None:
        super().__init__()
        self._articles = articles
        self._current = current

    def compose(self) -> ComposeResult:
        """The list and its keys."""
        keys = KeyLine()
        keys.show(commands_of("chooser"))
        with Vertical() as box:
            box.border_title = "Articles"
            yield SteadyList(
                *(
                    Option(_prompt(article, claims, begins), id=article.id)
                    for article, claims, begins in self._articles
                ),
                markup=False,
            )
            if not self._articles:
                add = keys_of(self).named("chooser.add")
                yield Label(guard.content(f"No articles yet. Press {add} to bring some in."))
            yield keys

    def on_mount(self) -> None:
        """Begin at the article that is shown."""
        options = self.query_one(OptionList)
        self.set_focus(options)
        ids = [article.id for article, *_ in self._articles]
        if self._current in ids:
            options.highlighted = ids.index(self._current)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click shows the article."""
        event.stop()
        self.dismiss(("show", event.option.id or ""))

    def action_answer(self, what: str) -> None:
        """Answer with the article the list stands on."""
        highlighted = self.query_one(OptionList).highlighted
        if what == "add":
            self.dismiss((what, ""))
        elif highlighted is not None:
            self.dismiss((what, self._articles[highlighted][0].id))

    def action_back(self) -> None:
        """Change nothing."""
        self.dismiss(None)


def _prompt(article: Article, claims: int, begins: str) -> Content:
    called = guard.line(article.title) if article.title else guard.line(f"“{begins}…”", "italic")
    return Content.assemble(
        guard.content(f"{article.number:>2} ", "bold"),
        guard.line(outlet_and_date(article), "bold"),
        guard.content("  "),
        called,
        guard.content(f"  {count(claims, 'claim')}", "$secondary"),
    )
