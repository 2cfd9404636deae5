"""The reading pane alone: the text of a file, no review, no database."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult

from workbench.tui.layout.position import at_first_word
from workbench.tui.theme import DARK, PLAIN
from workbench.tui.widgets.article_pane import ArticlePane


class Pane(App[None]):
    """One pane."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.text = path.read_text("utf-8")
        self.register_theme(DARK)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The pane's own colours."""
        return PLAIN

    def compose(self) -> ComposeResult:
        """The pane, and nothing else."""
        yield ArticlePane()

    def on_mount(self) -> None:
        """Show the text."""
        pane = self.query_one(ArticlePane)
        pane.show("", self.text, at_first_word(self.text))
        pane.focus()


if __name__ == "__main__":
    Pane(Path(sys.argv[1])).run()
