"""Some sentences on few lines: each gets one, and what is left over goes to those that are long."""

from textual.content import Content
from textual.widget import Widget

from workbench.tui import guard
from workbench.tui.ascii_signs import Verbatim, is_ascii
from workbench.tui.layout.shown import drawn_words
from workbench.tui.layout.wrap import WrapTable
from workbench.tui.widgets.painted_once import PaintedOnce


class SaidLines(Verbatim, PaintedOnce, Widget):
    """Sentences below a table; they may hold article text."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "SaidLines { padding: 0 1; background: $surface; color: $foreground; }"

    def __init__(self) -> None:
        super().__init__()
        self.plain = False
        self._said: list[tuple[str, str]] = []

    def show(self, said: list[tuple[str, str]]) -> None:
        """Show other sentences, each with its style."""
        if said != self._said:
            self._said = said
            self.refresh()

    def render(self) -> Content:
        """As much of each as there is room for."""
        width = max(4, self.content_size.width)
        spare = max(0, self.content_size.height - len(self._said))
        lines: list[Content] = []
        for words, style in self._said:
            rows = WrapTable(words, width - 1, self.plain).rows_from(0, spare + 2)
            fit = rows[: spare + 1]
            spare -= len(fit) - 1
            for number, (start, end) in enumerate(fit, 1):
                line = guard.content(drawn_words(words[start:end].rstrip(), self.plain)[0], style)
                if number == len(fit) < len(rows):
                    cut = ">" if is_ascii(self) else "…"
                    line = Content.assemble(line.truncate(width - 1), guard.content(cut, style))
                lines.append(line)
        return Content("\n").join(lines[: max(1, self.content_size.height)])
