"""Proposals: unlinked claims with a strong counterpart, looked for while nobody types."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench import proposing
from workbench.core.long_text import Text
from workbench.core.model import Claim
from workbench.core.review import ReviewState
from workbench.errors import WorkbenchError
from workbench.match.candidates import Counterpart
from workbench.store import Store
from workbench.tui.quiet import Quiet

if TYPE_CHECKING:
    from textual.app import App

    from workbench.tui.desk import Desk

BATCH = 20
"""Claims looked at between two words on how far it is."""

Found = dict[str, tuple[Counterpart, ...]]


class Proposals:
    """What was found for the claims of a review; kept in memory, and looked for again when opened.

    A claim is looked at again when its words are others, and all of them when articles come or go.
    """

    def __init__(self) -> None:
        self._quotes: dict[str, str] = {}  # of the claims that were looked at
        self._strong: Found = {}
        self._articles: frozenset[str] = frozenset()

    def take(self, claims: Iterable[Claim], found: Found) -> None:
        """What was found for some claims; nothing for those that are not in `found`."""
        for claim in claims:
            self._quotes[claim.id] = claim.quote
            self._strong.pop(claim.id, None)
        self._strong |= found

    def unseen(self, state: ReviewState) -> list[Claim]:
        """The unlinked claims that are still to be looked at, by number."""
        articles = frozenset(state.articles)
        if articles != self._articles:
            self._articles = articles
            self._quotes.clear()
        left = [
            claim
            for claim in state.claims.values()
            if self._quotes.get(claim.id) != claim.quote and not state.links_of(claim.id)
        ]
        return sorted(left, key=lambda claim: claim.number)

    def open(self, state: ReviewState) -> list[Claim]:
        """The unlinked claims with a strong counterpart that was not turned down, by number."""
        found = (state.claims[key] for key in self._strong if key in state.claims)
        waiting = [
            claim
            for claim in found
            if not state.links_of(claim.id)
            and any(proposing.still_open(state, claim, self._strong[claim.id]))
        ]
        return sorted(waiting, key=lambda claim: claim.number)


@dataclass(frozen=True, slots=True)
class Look:
    """A look for the strong counterparts of some claims, in a thread of its own.

    Attributes:
        app: the program.
        desk: the review.
        claims: those to look at.
        heard: called on the screen's thread with some of the claims and what was found for them.
        done: called there when it is over, one way or another.
    """

    app: "App[Any]"
    desk: "Desk"
    claims: Sequence[Claim]
    heard: Callable[[Sequence[Claim], Found], object]
    done: Callable[[], object]

    def begin(self) -> None:
        """Begin, and come back at once."""
        self.app.run_worker(
            self._run,
            thread=True,
            exclusive=True,
            group="proposals",
            exit_on_error=False,
            name="proposals",
        )

    def _run(self) -> None:
        quiet = Quiet(self.app)
        try:
            with Store(self.desk.store.path) as store:
                self._look(store, quiet)
        except (WorkbenchError, KeyError) as error:  # an article may leave meanwhile
            self.app.log.warning(str(error))
        finally:
            self.app.call_later(self.done)

    def _look(self, store: Store, quiet: Quiet) -> None:
        review_id = self.desk.review_id
        articles = store.load(review_id, "").articles
        read: dict[str, Text] = {}

        def text(article_id: str) -> Text:
            there = self.desk.read(article_id) or read.get(article_id)
            if there is None:
                read.clear()  # one at a time: they may be long
                there = read[article_id] = store.long_text(articles[article_id])
            return there

        for first in range(0, len(self.claims), BATCH):
            some = self.claims[first : first + BATCH]
            found: Found = {}
            for claim in some:
                if not quiet.wait():
                    return
                strong = proposing.strong(store, review_id, claim, text)
                if strong:
                    found[claim.id] = tuple(strong)
            self.app.call_later(self.heard, some, found)
