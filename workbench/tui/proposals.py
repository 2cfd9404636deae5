"""Proposals: unlinked claims with a strong counterpart, looked for while nobody types."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from workbench.core.model import Claim
from workbench.core.review import ReviewState
from workbench.errors import WorkbenchError
from workbench.tui.background import Reader
from workbench.tui.later import later

if TYPE_CHECKING:
    from workbench import proposing
    from workbench.match.candidates import Counterpart
else:
    proposing = later("workbench.proposing")

BATCH = 20
"""Claims looked at between two words on how far it is."""

Found = dict[str, "tuple[Counterpart, ...]"]


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


def look(
    reader: Reader,
    review_id: str,
    claims: Sequence[Claim],
    heard: Callable[[Sequence[Claim], Found], object],
) -> None:
    """Look for strong counterparts of some claims, in the background.

    Args:
        reader: what it is read with.
        review_id: the review.
        claims: those to look at.
        heard: told a few of the claims at a time, and what was found for them.
    """
    for first in range(0, len(claims), BATCH):
        some = claims[first : first + BATCH]
        found: Found = {}
        for claim in some:
            reader.pause()
            try:
                strong = proposing.strong(
                    reader.store, review_id, claim, reader.text, reader.articles
                )
            except WorkbenchError:  # the next key that needs the database says what is wrong
                continue
            if strong:
                found[claim.id] = tuple(strong)
        heard(some, found)
