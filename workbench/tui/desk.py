"""The review on the desk: store and memory together, and the one road every act takes.

An act is first written to disk, then taken over in memory, then painted; so what the screen shows
is on disk.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.core.events import Event, describe
from workbench.core.long_text import LongText
from workbench.core.model import Article, Claim
from workbench.core.pieces import Change
from workbench.core.review import Effect, ReviewState
from workbench.core.standings import Standings
from workbench.errors import StoreError
from workbench.store import Store
from workbench.tui.layout.paint import Mark

if TYPE_CHECKING:
    from workbench.core.point import Point, Sign
    from workbench.match.candidates import Counterpart


class Desk:
    """One review, opened by one analyst.

    Attributes:
        store: the database.
        state: the review in memory.
        listen: called with what an act touched, after it is on disk.
        elsewhere: how often somebody else was seen to have written, to whichever review.
    """

    def __init__(self, store: Store, review_id: str, analyst: str) -> None:
        self.store = store
        self.seen = store.latest(review_id)
        self.state: ReviewState = store.load(review_id, analyst)
        self.listen: Callable[[Effect], None] = lambda _effect: None
        self.elsewhere = 0
        self._texts: dict[str, LongText] = {}
        self._standings = Standings(self.state)
        self._indexed: set[str] = set()  # hashes of texts that are; asked for at every key

    @property
    def review_id(self) -> str:
        """The review's id."""
        return self.state.review.id

    @property
    def analyst(self) -> str:
        """Who is working."""
        return self.state.analyst

    def read(self, article_id: str) -> LongText | None:
        """The same where it has been read already; also for other threads."""
        return self._texts.get(article_id)

    def text(self, article_id: str) -> LongText:
        """An article's canonical text, read when first needed and decoded where looked at."""
        text = self._texts.get(article_id)
        if text is None:
            text = self.store.long_text(self.state.articles[article_id])
            self._texts[article_id] = text
        return text

    # Acts

    def commit(self, change: Change | None) -> Event | None:
        """Carry out an act; None, and nothing done, when there is nothing to change.

        Raises:
            WorkbenchError: it was refused; disk and memory are as they were.
        """
        if change is None:
            return None
        event = self.store.commit(change)
        self.take_over(event)
        return event

    def undo(self) -> str:
        """Take back the analyst's newest act, and say which."""
        reversal = self.store.undo(self.review_id, self.analyst)
        self.take_over(reversal.event)
        return f"Undone: {describe(reversal.target, self._numbers())}"

    def redo(self) -> str:
        """Bring back what undo took, and say what."""
        reversal = self.store.redo(self.review_id, self.analyst)
        self.take_over(reversal.event)
        return f"Done again: {describe(reversal.target, self._numbers())}"

    def _numbers(self) -> dict[str, int]:
        return {claim.id: claim.number for claim in self.state.claims.values()}

    def poll(self) -> list[Event]:
        """Take over what other terminals did since; cheap when they did nothing."""
        if not self.store.changed_elsewhere():
            return []
        self.elsewhere += 1
        return self.catch_up()

    def catch_up(self) -> list[Event]:
        """Take over every act since the last one taken over, in the order of the log."""
        news = self.store.history(self.review_id, after=self.seen)
        if news:
            self.seen = news[-1].seq
            self._apply(news)
        return news

    def take_over(self, event: Event) -> None:
        """Take into memory what has been written here, and tell the screen.

        Another terminal may have written just before: its acts come first, as on disk.
        """
        if event.seq == self.seen + 1:
            self.seen = event.seq
            self._apply([event])
        else:
            self.catch_up()

    def _apply(self, events: list[Event]) -> None:
        try:
            effect = self.state.apply(row for event in events for row in event.rows)
        except (KeyError, TypeError, ValueError) as error:
            self._standings.forget()
            raise StoreError(
                "The log holds a line that the workbench did not write; `workbench check` names it."
            ) from error
        self._standings.update(effect)
        self.listen(effect)

    # What the screen shows

    def points(self) -> "list[Point]":
        """All points by number; computed once, then only what an act touched."""
        return self._standings.points()

    def point_of(self, claim: Claim) -> "Point":
        """The point a claim is on."""
        return self._standings.point_of(claim)

    def standing(self, claim: Claim) -> "Sign":
        """A claim's standing as its sign says it: `single` when agreeing from one origin."""
        return self._standings.sign(claim)

    def marks(self, article_id: str) -> list[Mark]:
        """An article's claims as a pane shows them."""
        return [
            Mark(claim.start, claim.end, claim.id, self.standing(claim))
            for claim in self.state.claims_in(article_id)
        ]

    def counts(self) -> dict[str, int]:
        """How many articles, claims, links and conflicts there are."""
        own = self.state.own_links()
        return {
            "articles": len(self.state.articles),
            "claims": len(self.state.claims),
            "links": len(own),
            "conflicts": sum(1 for link in own if link.relation == "conflicts"),
        }

    # Counterparts

    def counterparts(self, claim: Claim) -> "dict[str, list[Counterpart]]":
        """The best counterparts of a claim in every other article, best first."""
        from workbench import proposing

        return proposing.counterparts(self.store, self.state, claim, self.text)

    def indexed(self) -> int:
        """How much of the articles counterparts can be found in, in percent, rounded down."""
        articles = [a for a in self.state.articles.values() if a.text_sha256 not in self._indexed]
        missing = 0
        for article in articles:
            text = self._texts.get(article.id)
            left = (article.characters if text is None else len(text)) - self.store.indexed(article)
            if left <= 0:
                self._indexed.add(article.text_sha256)
            missing += max(0, left)
        total = sum(article.characters for article in self.state.articles.values())
        return 100 - -(-missing * 100 // total) if total else 100


def outlet_and_date(article: Article) -> str:
    """An article as lists and titles name it: `kayhan.ir · 2025-10-08`."""
    return " · ".join(filter(None, (article.outlet or "(no outlet)", article.published_on)))
