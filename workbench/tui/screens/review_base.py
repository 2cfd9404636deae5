"""What the review screen is made of, without its keys: panes, strip, session, and the road back.

An act is committed through the desk; what it touched is painted again. Linking, going places and
the dialogs are in modules of their own beside this one.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.screen import Screen

from workbench.core.model import Claim
from workbench.core.pieces import Change
from workbench.core.review import Effect
from workbench.tui import guard
from workbench.tui.attempt import attempt
from workbench.tui.bound_keys import keys_of
from workbench.tui.desk import Desk
from workbench.tui.found_out import FoundOut
from workbench.tui.frames import PaintedAtOnce
from workbench.tui.layout.rooms import has_room
from workbench.tui.screens import review_background as background
from workbench.tui.screens import review_hints as hints
from workbench.tui.screens import review_room as room
from workbench.tui.screens import review_session as session
from workbench.tui.screens import review_showing as showing
from workbench.tui.screens import review_text as texts
from workbench.tui.screens.finding import Search
from workbench.tui.screens.review_parts import going, linking
from workbench.tui.widgets.article_pane import ArticlePane
from workbench.tui.widgets.bars import KeyLine, TopLine
from workbench.tui.widgets.compare_strip import CompareStrip
from workbench.tui.widgets.handle import Handle
from workbench.tui.widgets.painted_once import PaintedOnce
from workbench.tui.widgets.pane_board import PaneBoard
from workbench.tui.widgets.pane_frame import PaneFrame
from workbench.tui.widgets.pane_title import PaneTitle

if TYPE_CHECKING:
    from workbench.tui.linking import Linking
    from workbench.tui.points_view import PointsView
    from workbench.tui.widgets.search_bar import SearchBar
SAVE_SECONDS = 0.7
"""How often a session that changed is written: at most a second of typing can be lost."""

POLL_SECONDS = 0.4
"""How often another terminal's acts are looked for; half a second at most until they show."""


class ReviewBase(PaintedAtOnce, PaintedOnce, Screen[None]):
    """One review: what is shown, and the road back from disk to screen.

    Attributes:
        desk: the review, in memory and on disk.
        board: the panes.
        strip: the compare strip.
        linking: the linking under way, or None.
        found: what was found out in the background, and what is offered.
        edges: id of the claim whose edges are taken up, or "".
        search: the search under way, or None.
        drafts: half-written text of dialogs, by what it belongs to, for the session.
        open_draft: which of them is being written, or "".
        tied: whether panes follow to counterparts.
        current: the id of the claim the strip shows, or "".
        strip_rows: how many rows the analyst gave the strip; 0 leaves it to the screen's height.
        strip_open: whether the strip is shown; else one line of it.
        last_conflict: the id of the link `!` went to last, or "".
        points_left: order and filters of the matrix of points, as the session had them.
        points_view: the same once the matrix was shown.
        unsaved: whether the session differs from what was written last.
        doubts_said: what has been said of the terminal's clipboard, so that it is said once.
    """

    BLANK = True  # covered by what is in it
    AUTO_FOCUS = ""  # the pane that had the keys has them again
    DEFAULT_CSS = """
    ReviewBase { background: $background; }
    """

    def __init__(self, desk: Desk, *, article_limit: int, claim_id: str = "") -> None:
        super().__init__()
        self._begin_at = claim_id
        self.desk = desk
        self.article_limit = article_limit
        self.board = PaneBoard(desk)
        self.strip = CompareStrip()
        self.top_line = TopLine()
        self.key_line = KeyLine()
        self.linking: Linking | None = None
        self.found = FoundOut()
        self.edges = ""
        self.search: Search | None = None
        self.drafts: dict[str, dict[str, str]] = {}
        self.open_draft = ""
        self.tied = True
        self.current = ""
        self.strip_rows = 0
        self.strip_open = True
        self.last_conflict = ""
        self.points_left: Any = None
        self.points_view: PointsView | None = None
        self.unsaved = False
        self.doubts_said: set[str] = set()
        self._left = False

    def compose(self) -> ComposeResult:
        """Top line, panes, strip, keys."""
        yield self.top_line
        yield self.board
        yield self.strip
        yield self.key_line

    async def on_mount(self) -> None:
        """Come back to where the analyst was; nothing is painted until all of it is there."""
        with self.app.batch_update():
            left = self._come_back()
            await self.board.mounted()
            if self.board.focused is not None:
                self.board.focused.pane.take_keys()
            if self._begin_at in self.desk.state.claims:
                going.go_to_claim(self, self.desk.state.claims[self._begin_at])
        self.set_interval(SAVE_SECONDS, self.save_session)
        self.set_interval(POLL_SECONDS, lambda: session.poll(self))
        self.set_interval(background.LOOK_SECONDS, lambda: background.look(self))
        if left.get("drafts"):
            from workbench.tui.screens import review_dialogs as dialogs

            self.call_after_refresh(dialogs.resume, self, left)
        # No timer saves while an editor has the terminal.
        self.app.app_suspend_signal.subscribe(
            self, lambda _: self.save_session(now=True), immediate=True
        )

    def _come_back(self) -> dict[str, Any]:
        self.desk.listen = self._acted
        left = session.load(self)
        self.tied = left.get("tied", True) is not False
        self.points_left = left.get("points")
        room.restore(self, left)
        room.lay_out(self)
        self.board.plain = texts.wanted_at_first(self)
        self.attempt(lambda: self.board.restore(left, room.board_size(self)))
        texts.show(self)
        self.show_counts()
        self.refresh_current()
        return left

    # What happens in the panes and the strip

    def on_article_pane_moved(self, message: ArticlePane.Moved) -> None:
        """The cursor moved or the view scrolled."""
        message.stop()
        self.unsaved = True
        frame = next((f for f in self.board.frames if f.pane is message.pane), None)
        if frame is not None:
            frame.overview.update()
            if message.cursor and frame is self.board.focused:
                if message.pane.is_dragged:  # what it passes over is not worth looking up
                    hints.refresh(self)
                else:
                    self.refresh_current()

    def on_descendant_focus(self) -> None:
        """Another pane, or the strip, has the keys."""
        self.unsaved = True
        # In the strip the chosen link's own offer counts.
        self.refresh_current(again=self.in_strip or self.found.offer is not None)

    def on_article_pane_at_last_claim(self) -> None:
        """There is no claim further on in that direction."""
        self.say("There is no further claim in this article.")

    def on_compare_strip_chosen(self, message: CompareStrip.Chosen) -> None:
        """A line of the strip was clicked twice."""
        claim = self.desk.state.claims.get(message.item.claim_id)
        if claim is not None:
            going.go_to_claim(self, claim)

    def on_handle_moved(self, message: Handle.Moved) -> None:
        """The strip's heading was dragged; the panes' edges are the board's affair."""
        if message.handle is self.strip:
            room.drag_strip(self, message.to)

    def on_compare_strip_line_chosen(self) -> None:
        """Another line of the strip is chosen: something else may be offered."""
        self.refresh_current(again=True)

    def on_compare_strip_heading_clicked(self) -> None:
        """Two clicks on the heading put the strip away, one brings it back."""
        room.toggle_strip(self)

    def on_pane_title_chosen(self, message: PaneTitle.Chosen) -> None:
        """A pane's title was clicked."""
        message.title.query_ancestor(PaneFrame).pane.take_keys()
        self.call_after_refresh(self.run_action, "articles")

    def on_pane_board_right_to_left(self, message: PaneBoard.RightToLeft) -> None:
        """An article with right-to-left letters is shown, the first of this review."""
        texts.say_right_to_left(self, message)

    def on_search_bar_asked(self, message: "SearchBar.Asked") -> None:
        """Words to look for were typed; none ends the search."""
        going.begin_search(self, message.wanted)

    def on_resize(self) -> None:
        """Another width has room for another number of panes."""
        if not self._left:
            self.attempt(lambda: room.lay_out(self))

    @cached_property
    def search_bar(self) -> "SearchBar":
        """The line to type in what is looked for; on the screen from the first search on."""
        from workbench.tui.widgets.search_bar import SearchBar

        return SearchBar()

    @property
    def in_strip(self) -> bool:
        """Whether the strip has the keys."""
        return self.focused is self.strip

    @property
    def pane(self) -> ArticlePane | None:
        """The pane with the focus, or that had it last."""
        frame = self.board.focused
        return frame.pane if frame and frame.pane.article_id else None

    def end_linking(self) -> None:
        """Stop linking; back on the pinned claim."""
        linking.end(self)

    # The road back: what an act touched is painted

    def act(self, wanted: Callable[[], Change | None]) -> bool:
        """Ask core for a change and carry it out; a refusal is said and nothing has changed.

        Args:
            wanted: a function that gives a `Change`, or None when nothing would change.
        """
        return self.attempt(lambda: self.desk.commit(wanted()))

    def attempt(self, work: Callable[[], object]) -> bool:
        """Do something that may be refused; a refusal is said."""
        return attempt(self.app, work)

    def _acted(self, effect: Effect) -> None:
        """Paint what a change touched: marks, strip, counts; nothing is composed anew."""
        showing.acted(self, effect)

    def refresh_current(self, *, again: bool = False) -> None:
        """Show what belongs to the claim under the cursor, where that changed."""
        showing.current(self, again=again)

    def level(self, pane: ArticlePane, claim: Claim, others: list[Claim]) -> None:
        """Bring a claim's counterparts level with it in the other panes."""
        showing.level(self, pane, claim, others)

    def bring_up(self, frame: PaneFrame) -> None:
        """Give a pane the keys; where one pane is shown alone, it is shown instead."""
        frame.pane.take_keys()
        if self.board.zoomed:
            self.board.set_zoom(zoomed=True)

    def lay_out(self) -> None:
        """As many panes as there are articles, room, and wish for.

        Where nothing can be read they stay as they are, for when there is room again.
        """
        if has_room(*self.app.size):
            self.board.lay_out(room.board_size(self))
        if self.focused is None and self.pane is not None:
            self.pane.take_keys()
        self.show_counts()

    def show_counts(self) -> None:
        """The line at the top."""
        showing.counts(self)

    def key(self, command_id: str) -> str:
        """How a sentence names what to press for a command."""
        return keys_of(self).named(command_id)

    def say(self, sentence: str, *, problem: bool = False) -> None:
        """A notice in passing; it may hold article text."""
        guard.notify(self.app, sentence, problem=problem)

    # Coming back

    def save_session(self, *, now: bool = False) -> None:
        """Write where the analyst is, if that changed."""
        if not self._left:
            session.save(self, now=now)

    def keep_draft(self, key: str, values: dict[str, str]) -> None:
        """Half-written text changed; without values there is none any more."""
        self.drafts.pop(key, None)
        if values:
            self.drafts[key] = values
        self.unsaved = True

    def close(self) -> None:
        """Write the session a last time."""
        self.save_session(now=True)
        self.workers.cancel_node(self)  # whatever is being found out
        self._left = True

    @property
    def working(self) -> bool:
        """Whether a job is under way: nothing may change then, and it may hold the database."""
        return getattr(self.app, "job", None) is not None
