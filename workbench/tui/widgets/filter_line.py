"""The filters of the points, with the keys that turn them on and off."""

from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from workbench.core.matrix import FILTERS, Filter
from workbench.tui import guard
from workbench.tui.widgets.painted_once import PaintedOnce

_WORDS = {
    "conflicting": ("conflicting", "conflict"),
    "only here": ("only one article", "only one"),
    "contradictory": ("contradictory", "contradictory"),
    "without finding": ("no finding", "no finding"),
}


class FilterLine(PaintedOnce, Widget):
    """The filters, each with how many points pass it; each can be clicked."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "FilterLine { height: 1; padding: 0 1; background: $panel; color: $secondary; }"

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[str, int] = {}
        self._on: frozenset[Filter] = frozenset()
        self._places: list[tuple[int, int, int]] = []

    def show(self, counts: dict[str, int], on: frozenset[Filter]) -> None:
        """Show other counts, or which filters are on."""
        if (counts, on) != (self._counts, self._on):
            self._counts, self._on = counts, on
            self.refresh()

    def render(self) -> Content:
        """All of them, in fewer words where there is less room."""
        width = max(1, self.content_size.width)
        lead = "only: "
        told = [self._told(number, 0) for number in range(len(FILTERS))]
        if len(lead) + sum(len(words) + 2 for words in told) - 2 > width:
            lead, told = "", [self._told(number, 1) for number in range(len(FILTERS))]
        parts = [guard.content(lead)]
        used = len(lead)
        self._places = []
        for number, (name, words) in enumerate(zip(FILTERS, told, strict=True), 1):
            self._places.append((used, used + len(words), number))
            style = "bold reverse" if name in self._on else ""
            parts += [guard.content(words, style), guard.content("  ")]
            used += len(words) + 2
        return Content.assemble(*parts).truncate(width)

    def _told(self, number: int, form: int) -> str:
        name = FILTERS[number]
        return f"{number + 1} {_WORDS[name][form]} {self._counts.get(name, 0):,}"

    async def on_click(self, event: Click) -> None:
        """Turn on or off what is clicked."""
        offset = event.get_content_offset(self)
        x = offset.x if offset is not None else -1
        for start, end, number in self._places:
            if start <= x < end:
                await self.screen.run_action(f"filter({number})")
