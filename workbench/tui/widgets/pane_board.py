"""What the panes show: how many there are, which article in which, where each reader's eye is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from textual.geometry import Size
from textual.message import Message

from workbench.core.model import Article
from workbench.core.segments import Span
from workbench.tui.desk import Desk
from workbench.tui.layout.board_session import BoardSession, read_session
from workbench.tui.layout.paint import How
from workbench.tui.layout.position import Position, at_first_word
from workbench.tui.layout.rooms import MOST_PANES, has_room, panes_for
from workbench.tui.widgets.article_pane import ArticlePane
from workbench.tui.widgets.pane_frame import PaneFrame
from workbench.tui.widgets.pane_row import PaneRow


class PaneBoard(PaneRow):
    """All panes of the review screen.

    Attributes:
        wanted: how many panes the analyst asked for; 0 leaves it to the width.
        pinned: id of the article with the pinned claim, whose pane keeps it; or "".
        plain: whether plain symbols are drawn.
        remarks: what is to be said of an article in its pane's title, by id.
        told: whether it was said what right-to-left text looks like.
    """

    @dataclass
    class RightToLeft(Message):
        """An article with right-to-left letters is shown, for the first time in the review."""

        article_id: str

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._positions: dict[str, Position] = {}
        self._hits: dict[str, list[Span]] = {}
        self.wanted = 0
        self.pinned = ""
        self.remarks: dict[str, str] = {}
        self.plain = self.told = False

    # What is shown

    def frame_of(self, article_id: str) -> PaneFrame | None:
        """The pane that shows an article."""
        return next((f for f in self.frames if f.pane.article_id == article_id), None)

    def shown(self) -> list[str]:
        """The ids of the articles in the panes, left to right."""
        return [frame.pane.article_id for frame in self.frames if frame.pane.article_id]

    def hidden(self) -> list[Article]:
        """The articles no pane shows, by number."""
        shown = self.shown()
        return [a for a in self._desk.state.articles_in_order() if a.id not in shown]

    def show(self, frame: PaneFrame, article_id: str) -> None:
        """Show an article in a pane, from where it was left."""
        text = self._desk.text(article_id)  # may fail, and then nothing has changed
        self._leave(frame)
        position = self._positions.pop(article_id, None) or at_first_word(text)
        frame.pane.show(article_id, text, position)
        if frame.pane.right_to_left and not self.told:
            self.told = True
            self.post_message(self.RightToLeft(article_id))
        self.refresh_article(article_id)
        self.refresh_titles()

    def bring(self, article_id: str, beside: PaneFrame | None) -> tuple[PaneFrame | None, bool]:
        """Make sure a pane shows an article.

        Args:
            article_id: the article.
            beside: the pane that should keep what it shows, where there is another.

        Returns:
            The pane, and whether it changed to the article.
        """
        frame = self.frame_of(article_id)
        if self.zoomed and frame is not self.focused:
            self.set_zoom(zoomed=False)  # both are to be seen
        if frame is not None:
            return frame, False
        frames = self.frames
        free = [f for f in frames if f is not beside and f.pane.article_id != self.pinned]
        free = free or [f for f in frames if f is not beside] or frames
        if not free:
            return None, False
        frame = free[-1]
        self.show(frame, article_id)
        return frame, True

    # How many

    def lay_out(self, size: Size) -> None:
        """Show as many panes as asked for, or as there is room for.

        While one is shown alone the others come and go unseen, so that they are there when they
        are wanted: a pane that is only being mounted cannot be given the keys.
        """
        if not self.is_attached:  # the program is ending
            return
        articles = len(self._desk.state.articles)
        count = self.wanted or self._room(size)
        count = max(1, min(count, articles, MOST_PANES))
        frames = self.frames
        if len(frames) > count:
            keep = self.focused
            spare = [f for f in reversed(frames) if f is not keep][: len(frames) - count]
            for frame in spare:
                self._drop(frame)
        for _ in range(count - len(frames)):
            self._add()
        for frame, article in zip(
            [f for f in self._frames if not f.pane.article_id], self.hidden(), strict=False
        ):
            self.show(frame, article.id)
        self.refresh_titles()

    def set_zoom(self, *, zoomed: bool) -> None:
        """Show the focused pane alone, or all again."""
        super().set_zoom(zoomed=zoomed)
        self.refresh_titles()

    def step(self, by: int) -> bool:
        """Focus the next pane (with one pane: show the next article); False past the last."""
        frames = [frame for frame in self.frames if frame.display]
        focused = self.focused
        if focused is None:
            return False
        if len(frames) == 1:
            order = [article.id for article in self._desk.state.articles_in_order()]
            if len(order) > 1:
                here = order.index(focused.pane.article_id)
                other = order[(here + by) % len(order)]
                already = self.frame_of(other)
                if already is not None and already is not focused:  # zoomed: the other comes up
                    already.pane.take_keys()
                    self._last = self.frames.index(already)
                    self.set_zoom(zoomed=True)
                else:
                    self.show(focused, other)
            return True
        index = frames.index(focused) + by
        if 0 <= index < len(frames):
            frames[index].pane.take_keys()
            return True
        return False

    # What the panes are told

    def refresh_article(self, article_id: str) -> None:
        """An article's claims or hits changed: its panes show them."""
        for frame in self.frames:
            if frame.pane.article_id == article_id:
                frame.pane.set_marks(self._desk.marks(article_id))
                frame.pane.set_hits(self._hits.get(article_id, ()))
                frame.overview.update()

    def refresh_titles(self) -> None:
        """Outlets, dates, titles or the pin changed, or how text is put on the screen."""
        # The anchors of one pane keep the text of the one before in place: all have them, or none.
        beside = [frame.pane for frame in self.frames if frame.display]
        how = How(self.plain, len(beside) > 1 and any(pane.right_to_left for pane in beside))
        for frame in self.frames:
            frame.pane.set_how(how)
            article = self._desk.state.articles.get(frame.pane.article_id)
            if article is not None:
                frame.title.show(
                    article,
                    pinned=article.id == self.pinned,
                    how=how,
                    remark=self.remarks.get(article.id, ""),
                )

    def set_plain(self, *, plain: bool) -> None:
        """Draw plain symbols, or text as it is; every reader's eye stays where it is."""
        self.plain = plain
        self.refresh_titles()

    def drop_missing(self) -> None:
        """Articles were taken out of the review: their panes show others."""
        present = self._desk.state.articles
        for frame in self.frames:
            if frame.pane.article_id not in present:
                frame.pane.article_id = ""
                hidden = self.hidden()
                if hidden:
                    self.show(frame, hidden[0].id)
                else:
                    self._drop(frame)
        self._positions = {k: p for k, p in self._positions.items() if k in present}

    def set_hits(self, hits: dict[str, list[Span]]) -> None:
        """Search hits by article."""
        self._hits = hits
        for article_id in self.shown():
            self.refresh_article(article_id)

    def set_current(self, claim_id: str, spans: Iterable[tuple[str, int, int]]) -> None:
        """The claim being looked at, and the spans that belong to it in every article."""
        by_article: dict[str, list[Span]] = {}
        for article_id, start, end in spans:
            by_article.setdefault(article_id, []).append((start, end))
        claim = self._desk.state.claims.get(claim_id)
        for frame in self.frames:
            here = frame.pane.article_id
            at = (claim.start, claim.end) if claim and claim.article_id == here else None
            frame.pane.set_current(claim_id, at, by_article.get(here, ()))

    def level(self, pane: ArticlePane, offset: int, spans: Iterable[tuple[str, int]]) -> None:
        """Scroll the other panes so that a place in each stands level with one in this pane."""
        level = pane.level_of(offset)
        if not 0 <= level < pane.height:
            return
        for article_id, start in spans:
            frame = self.frame_of(article_id)
            if frame is not None and frame.pane is not pane:
                frame.pane.scroll_level(start, level)
                frame.overview.update()

    # Coming back

    def remember(self) -> dict[str, Any]:
        """Where everything is, for the session."""
        for frame in self.frames:
            self._keep(frame)
        focused = self.focused
        return BoardSession(
            panes=self.shown(),
            focus=self.frames.index(focused) if focused else 0,
            wanted=self.wanted,
            zoomed=self.zoomed,
            stacked=self.stacked,
            shares=self.shares,
            positions=self._positions,
            plain=self.plain,
            told=self.told,
        ).as_stored()

    def restore(self, session: dict[str, Any], size: Size) -> None:
        """Bring back what `remember` gave; whatever no longer exists is left out.

        The pane that had the keys is `focused`, and can have them once it is there.
        """
        articles = self._desk.state.articles
        left = read_session(session, articles)
        self._positions |= left.positions
        self.wanted = left.wanted
        self.set_stacked(stacked=left.stacked)
        self.told = left.told
        self.plain = self.plain if left.plain is None else left.plain
        # Where nothing is shown for want of room, all of it waits as it was left.
        seen = has_room(*self.app.size)
        room = self._room(size) if seen else MOST_PANES
        shown, focus = left.shown_in(self.wanted or room)
        for key in shown:
            self.show(self._add(), key)
        self._last = focus
        if len(shown) == len(left.shares):
            self.share_out(left.shares)
        if seen or not shown:
            self.lay_out(size)
        if left.zoomed and len(self.frames) > 1:
            self.call_after_refresh(self.set_zoom, zoomed=True)

    def _drop(self, frame: PaneFrame) -> None:
        self._leave(frame)
        super()._drop(frame)

    def _room(self, size: Size) -> int:
        articles = len(self._desk.state.articles)
        return panes_for(size.width, size.height, articles, stacked=self.stacked)

    def _leave(self, frame: PaneFrame) -> None:
        if frame.pane.article_id:
            self._keep(frame)

    def _keep(self, frame: PaneFrame) -> None:
        if frame.pane.article_id:
            self._positions[frame.pane.article_id] = frame.pane.position
