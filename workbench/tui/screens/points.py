"""The points of a review: on which the articles agree, which divide them, what only one says."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.timer import Timer

from workbench.core.matrix import FILTERS, ORDERS, matrix, own_findings, tally
from workbench.core.model import Claim
from workbench.core.text import count
from workbench.tui import guard
from workbench.tui.ascii_signs import is_ascii, own
from workbench.tui.attempt import attempt
from workbench.tui.bound_keys import keys_of
from workbench.tui.closing import ClosedOnce
from workbench.tui.desk import Desk
from workbench.tui.guidance import without_points
from workbench.tui.keys import bindings_of, commands_of
from workbench.tui.points_said import said
from workbench.tui.points_view import PointsView
from workbench.tui.widgets.bars import KeyLine, TopLine
from workbench.tui.widgets.filter_line import FilterLine
from workbench.tui.widgets.points_table import PointsTable
from workbench.tui.widgets.said_lines import SaidLines

_ORDER_WORDS = {
    "division": "what divides the articles most first",
    "published": "by first publication",
    "reading": "in reading order",
    "number": "by number",
}
LOOK_SECONDS = 0.4
"""How often is looked whether the review is another."""

SAY_SECONDS = 0.05
"""How long keys rest before the row at hand is looked into: nobody reads while rows run past, and
half of what most people perceive as at once."""

_LOW = 30  # rows of a screen on which little is said


class PointsScreen(ClosedOnce, Screen[Claim | None]):
    """The matrix; closed with the claim to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("points")
    DEFAULT_CSS = """
    PointsScreen { background: $background; }
    PointsScreen SaidLines { height: 7; }
    PointsScreen.-low SaidLines { height: 5; }
    """

    def __init__(
        self,
        desk: Desk,
        here: Claim | None,
        view: PointsView,
        conclude: Callable[[Claim], None],
        *,
        plain: bool = False,
    ) -> None:
        """The points of a review.

        Args:
            desk: the review.
            here: the claim one comes from, or None.
            view: order and filters; changed here.
            conclude: asks for the finding of the point that a claim is on.
            plain: whether to draw plain symbols.
        """
        super().__init__()
        self._desk = desk
        self._here = here
        self._view = view
        self._conclude = conclude
        self._points = desk.points()
        self._seen = desk.seen
        self._top = TopLine()
        self._filters = FilterLine()
        self._table = PointsTable()
        self._said = SaidLines()
        self._table.plain = self._said.plain = plain
        self._keys = KeyLine()
        self._saying: Timer | None = None

    def compose(self) -> ComposeResult:
        """Title, filters, rows, what is said of the row, keys."""
        yield self._top
        yield self._filters
        yield self._table
        yield self._said
        yield self._keys

    def on_mount(self) -> None:
        """Show all of them, beginning where one comes from."""
        commands = commands_of("points table", "points", "everywhere")
        wanted = sorted((one for one in commands if one.footer), key=lambda one: one.footer)
        self._keys.show(wanted)
        self._fill(self._number_of(self._here))
        row, here = self._table.current, self._here
        if row is not None:
            claims = [claim for held in row.cells for one in held for claim in one.claims]
            start = here if here in claims else next(iter(claims), None)
            columns = [article.id for article in self._table.matrix.columns]
            if start is not None:
                self._fill(row.number, columns.index(start.article_id))
        self.set_focus(self._table)
        self.set_interval(LOOK_SECONDS, self._look)

    def on_resize(self) -> None:
        """On a low screen less is said."""
        self.set_class(self.app.size.height < _LOW, "-low")

    def on_screen_resume(self) -> None:
        """Back from a dialog: the review may be another."""
        if self._table.is_mounted:
            self._look()

    def action_back(self) -> None:
        """Back to the panes, where one was."""
        self.dismiss(None)

    def action_sort(self) -> None:
        """Another order of the rows."""
        self._view.order = ORDERS[(ORDERS.index(self._view.order) + 1) % len(ORDERS)]
        self._fill_again()

    def action_filter(self, number: int) -> None:
        """Only such points, or others too again."""
        self._view.only ^= {FILTERS[number - 1]}
        self._fill_again()

    def action_finding(self) -> None:
        """The finding of the point."""
        claim = self._chosen()
        if claim is not None:
            self._conclude(claim)

    def action_undo(self) -> None:
        """Take back the analyst's newest act."""
        self._act(self._desk.undo)

    def action_redo(self) -> None:
        """Bring back what undo took."""
        self._act(self._desk.redo)

    def on_points_table_chosen(self) -> None:
        """To the words."""
        claim = self._chosen()
        if claim is not None:
            self.dismiss(claim)

    def on_points_table_head_chosen(self) -> None:
        """What stands above the wordings was clicked."""
        self.action_sort()

    def on_points_table_moved(self) -> None:
        """Another row or article: say what there is to say of it."""
        if self._saying is not None:
            self._saying.stop()
        self._saying = self.set_timer(SAY_SECONDS, self._say)

    def _chosen(self) -> Claim | None:
        """What the article that keys act on says on the point; where it is silent, its claim."""
        self._look()
        row = self._table.current
        if row is None:
            return None
        own = next(claim for claim in row.point.claims if claim.number == row.number)
        return next(iter(self._table.claims), own)

    def _act(self, work: Callable[[], str]) -> None:
        attempt(self.app, lambda: guard.notify(self.app, work()))
        self._look()

    def _look(self) -> None:
        """Another terminal may have acted, or a dialog: the review behind has taken it over."""
        if self._seen != self._desk.seen:
            self._seen = self._desk.seen
            # The point may have another number now: its claims are what was looked at.
            row = self._table.current
            self._points = self._desk.points()
            known = self._desk.state.claims
            left = (known[c.id] for c in row.point.claims if c.id in known) if row else iter(())
            self._fill(self._number_of(next(left, None)))

    def _number_of(self, claim: Claim | None) -> int:
        """The number of the point that a claim is on; 0 where there is none."""
        if claim is None:
            return 0
        return next((p.number for p in self._points if any(c.id == claim.id for c in p.claims)), 0)

    def _fill_again(self) -> None:
        self._look()
        row = self._table.current
        self._fill(row.number if row else 0)

    def _fill(self, number: int, column: int | None = None) -> None:
        """Show the rows, with the keys on a point, else on the row they were on."""
        state = self._desk.state
        findings = own_findings(state)
        found = matrix(
            state.articles,
            self._points,
            order=self._view.order,
            only=self._view.only,
            findings=findings,
        )
        index = found.index_of(number)
        self._table.show(found, self._table.index if index is None else index, column)
        self._filters.show(tally(self._points, findings), self._view.only)
        shown = f"{len(found):,} of " if len(found) < len(self._points) else ""
        self._top.show(
            f"Points of {state.review.title}",
            f"{shown}{count(len(self._points), 'point')}, {_ORDER_WORDS[self._view.order]}",
        )
        self._say()

    def _say(self) -> None:
        self._look()  # what is shown may be gone: nothing is said of claims that are
        row = self._table.current
        if row is not None:
            table = self._table
            ours = own if is_ascii(self) else str
            self._said.show(said(self._desk.state, row, table.article, table.claims, ours))
        elif self._points:
            self._said.show([("No point passes the filters.", "$secondary")])
        else:
            words = without_points(len(self._desk.state.articles), keys_of(self).named)
            self._said.show([(words, "$secondary")])
