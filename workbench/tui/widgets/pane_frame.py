"""A pane with its title above and its overview column beside it."""

from textual.app import ComposeResult
from textual.containers import Container

from workbench.tui.widgets.article_pane import ArticlePane
from workbench.tui.widgets.overview import Overview
from workbench.tui.widgets.painted_once import PaintedOnce
from workbench.tui.widgets.pane_title import PaneTitle


class PaneFrame(PaintedOnce, Container):
    """A pane and what belongs to it."""

    BLANK = True  # covered by what is in it
    DEFAULT_CSS = """
    PaneFrame { width: 1fr; height: 1fr; layout: horizontal; }
    PaneTitle.-focused { background: $selection; color: $foreground; }
    PaneTitle.-focused:nocolor, PaneTitle.-focused:ansi { text-style: reverse; }
    PaneFrame > PaneTitle { dock: top; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.title = PaneTitle()
        self.pane = ArticlePane()
        self.overview = Overview(self.pane)
        self.share = 1

    def take_share(self, share: int, *, stacked: bool) -> None:
        """Be as large as a part of the whole: in height where panes are stacked, else in width."""
        self.share = share
        self.styles.width = "1fr" if stacked else f"{share}fr"
        self.styles.height = f"{share}fr" if stacked else "1fr"

    def let_go(self) -> None:
        """End whatever is being dragged here; it is going out of sight."""
        for part in (self.pane, self.title, self.overview):
            part.let_go()

    def on_descendant_focus(self) -> None:
        """The keys go here: the title says so."""
        self.title.add_class("-focused")

    def on_descendant_blur(self) -> None:
        """The keys go elsewhere."""
        self.title.remove_class("-focused")

    def compose(self) -> ComposeResult:
        """Title above, text and overview below."""
        yield self.title
        yield self.pane
        yield self.overview
