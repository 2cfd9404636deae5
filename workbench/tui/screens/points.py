"""The points of a review: on which the articles agree, which divide them, what only one says."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Click
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from workbench.core import apparatus
from workbench.core.contradictions import cycles
from workbench.core.matrix import FILTERS, ORDERS, Filter, Row, matrix, own_findings, tally
from workbench.core.model import Claim
from workbench.core.points import all_points
from workbench.core.text import count, one_line
from workbench.offering import differing
from workbench.tui import guard
from workbench.tui.bound_keys import keys_of
from workbench.tui.desk import Desk
from workbench.tui.keys import bindings_of, commands_of
from workbench.tui.widgets.bars import KeyLine, TopLine
from workbench.tui.widgets.points_table import PointsTable

_ORDER_WORDS = {
    "division": "what divides the articles most first",
    "published": "by first publication",
    "reading": "in reading order",
    "number": "by number",
}
_FILTER_WORDS = {
    "conflicting": "conflicting",
    "only here": "only one article",
    "contradictory": "contradictory",
    "without finding": "no finding",
}
LOOK_SECONDS = 1.0
"""How often is looked whether the review is another."""

_LONGEST = 2_000  # code points of what is said of a row


class FilterLine(Widget):
    """The filters with the keys that turn them on and off; each can be clicked."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "FilterLine { height: 1; padding: 0 1; background: $panel; color: $secondary; }"

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[str, int] = {}
        self._on: frozenset[Filter] = frozenset()
        self._places: list[tuple[int, int, int]] = []

    def show(self, counts: dict[str, int], on: frozenset[Filter]) -> None:
        """Show other counts, or which filters are on."""
        self._counts, self._on = counts, on
        self.refresh()

    def render(self) -> Content:
        """As much of it as fits."""
        parts: list[Content] = [guard.content("only: ")]
        used = 6
        self._places = []
        for number, name in enumerate(FILTERS, 1):
            words = f"{number} {_FILTER_WORDS[name]} {self._counts.get(name, 0):,}"
            self._places.append((used, used + len(words), number))
            parts += [
                guard.content(words, "bold reverse" if name in self._on else ""),
                guard.content("  "),
            ]
            used += len(words) + 2
        return Content.assemble(*parts).truncate(max(1, self.content_size.width))

    async def on_click(self, event: Click) -> None:
        """Turn on or off what is clicked."""
        offset = event.get_content_offset(self)
        x = offset.x if offset is not None else -1
        for start, end, number in self._places:
            if start <= x < end:
                await self.screen.run_action(f"filter({number})")


class PointsScreen(Screen[Claim | None]):
    """The matrix; closed with the claim to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("points")
    DEFAULT_CSS = """
    PointsScreen { background: $background; }
    PointsScreen #said { height: 4; padding: 0 1; background: $surface; color: $foreground; }
    """

    def __init__(self, desk: Desk, here: str, *, plain: bool = False) -> None:
        """The points of a review.

        Args:
            desk: the review.
            here: the id of the claim one comes from, or "".
            plain: whether to draw plain symbols.
        """
        super().__init__()
        self._desk = desk
        self._here = here
        self._order = ORDERS[0]
        self._only: frozenset[Filter] = frozenset()
        self._points = all_points(desk.state)
        self._seen = desk.seen
        self._top = TopLine()
        self._filters = FilterLine()
        self._table = PointsTable()
        self._table.plain = plain
        self._keys = KeyLine()

    def compose(self) -> ComposeResult:
        """Title, filters, rows, what is said of the row, keys."""
        yield self._top
        yield self._filters
        yield self._table
        yield Static("", id="said", markup=False)
        yield self._keys

    def on_mount(self) -> None:
        """Show all of them, beginning where one comes from."""
        self._keys.show([*commands_of("points"), *reversed(commands_of("everywhere"))])
        here = next(
            (p.number for p in self._points if any(c.id == self._here for c in p.claims)), 0
        )
        self._fill(here)
        self.set_focus(self._table)
        self.set_interval(LOOK_SECONDS, self._look)

    def action_back(self) -> None:
        """Back to the panes, where one was."""
        self.dismiss(None)

    def action_sort(self) -> None:
        """Another order of the rows."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        row = self._table.current
        self._fill(row.number if row else 0)

    def action_filter(self, number: int) -> None:
        """Only such points, or others too again."""
        name = FILTERS[number - 1]
        self._only = self._only ^ {name}
        row = self._table.current
        self._fill(row.number if row else 0)

    def on_points_table_chosen(self) -> None:
        """To the words."""
        row = self._table.current
        if row is not None:
            self.dismiss(next(c for c in row.point.claims if c.number == row.number))

    def on_points_table_moved(self) -> None:
        """Another row: say what there is to say of it."""
        self._say()

    def _look(self) -> None:
        """Another terminal may have acted: the review behind has taken it over."""
        if self._seen != self._desk.seen:
            self._seen = self._desk.seen
            self._points = all_points(self._desk.state)
            row = self._table.index
            self._fill(self._number_at(row))

    def _number_at(self, index: int) -> int:
        points = self._table.matrix.points
        return points[min(index, len(points) - 1)].number if points else 0

    def _fill(self, number: int) -> None:
        state = self._desk.state
        findings = own_findings(state)
        found = matrix(
            state.articles, self._points, order=self._order, only=self._only, findings=findings
        )
        self._table.show(found, found.index_of(number) or 0)
        self._filters.show(tally(self._points, findings), self._only)
        shown = f"{len(found):,} of " if len(found) < len(self._points) else ""
        self._top.show(
            f"Points of {state.review.title}",
            f"{shown}{count(len(self._points), 'point')}, {_ORDER_WORDS[self._order]}",
        )
        self._say()

    def _say(self) -> None:
        said = self.query_one("#said", Static)
        row = self._table.current
        if row is None:
            claim = keys_of(self).named("claim.make")
            words = (
                "No point passes the filters." if self._points else
                f"There are no points yet: {claim} in a pane marks the first claim."
            )  # fmt: skip
            said.update(guard.content(words, "$secondary"))
            return
        said.update(
            Content("\n").join(
                [
                    guard.line(" · ".join(_head(row)), "$secondary"),
                    guard.line(self._apparatus(row)[:_LONGEST]),
                    *(guard.line(words, "$unverified") for words in _contradictions(row)),
                ]
            )
        )

    def _apparatus(self, row: Row) -> str:
        """The readings of the articles, as an edition gives them."""
        state = self._desk.state
        entries = apparatus.apparatus(
            row.point, state.articles, lambda one, other: differing(state, one, other)
        )
        return one_line(apparatus.line(entries))


def _head(row: Row) -> list[str]:
    """Number, standing, origins, verdict of a point."""
    return [
        f"point {row.number}",
        row.standing,
        row.origins,
        *([f"verdict: {row.verdict}"] if row.verdict else []),
    ]


def _contradictions(row: Row) -> list[str]:
    """The marks that cannot all hold, two of them at most."""
    numbers = {claim.id: claim.number for claim in row.point.claims}
    found = []
    for cycle, _ in zip(cycles(row.point), range(2), strict=False):
        steps = cycle.steps()
        chain = " = ".join(str(numbers[step.claim_id]) for step in steps)
        ends = numbers[cycle.link.from_claim_id], numbers[cycle.link.to_claim_id]
        found.append(f"contradictory marks: {chain}, yet {ends[0]} ≠ {ends[1]}")
    return found
