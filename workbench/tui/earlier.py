"""What earlier reviews judged, as far as it is known: read in the background, kept in memory."""

from collections.abc import Callable, Sequence

from workbench import earlier
from workbench.core.model import Claim
from workbench.core.review import ReviewState
from workbench.match.earlier import JudgedClaims, Match, best
from workbench.store.earlier import FIRST, Key
from workbench.tui.background import Reader

BATCH = 20
"""Claims looked at between two looks whether somebody types."""

Stamp = tuple[int, int]
"""What is another after every act in the database: see `store.earlier`."""


class Earlier:
    """The judged claims of the other reviews, and which claims of this one repeat them.

    Attributes:
        known: the judged claims.
        looking: whether they are being read, or claims compared with them.
        read_at: the database's stamp when they were read; None before.
    """

    def __init__(self) -> None:
        self.known = JudgedClaims()
        self.looking = False
        self.read_at: Stamp | None = None
        self._elsewhere = -1
        self._quotes: dict[str, str] = {}  # of the claims that were compared
        self._alike: dict[str, tuple[Match, ...]] = {}

    def is_behind(self, state: ReviewState, elsewhere: int) -> bool:
        """Whether there is something to find out: claims, or somebody wrote to the database."""
        behind = elsewhere != self._elsewhere or self.read_at is None
        return behind or bool(self.unseen(state))

    def unseen(self, state: ReviewState) -> list[Claim]:
        """The claims still to be compared."""
        if not self.known.claims:
            return []
        return [one for one in state.claims.values() if self._quotes.get(one.id) != one.quote]

    def begin(self, elsewhere: int) -> None:
        """Looking begins; what was written so far is seen by it."""
        self.looking = True
        self._elsewhere = elsewhere

    def take_all(self, known: JudgedClaims, read_at: Stamp) -> None:
        """Other judged claims: every claim is to be compared again."""
        self.known, self.read_at = known, read_at
        self._quotes.clear()
        self._alike.clear()

    def take(self, claims: Sequence[Claim], found: Sequence[Sequence[Match]]) -> None:
        """What was found for some claims."""
        for claim, matches in zip(claims, found, strict=True):
            self._quotes[claim.id] = claim.quote
            self._alike[claim.id] = tuple(matches)

    def of(self, state: ReviewState, claim: Claim) -> list[Match]:
        """How a claim was judged, the surest first: at its place at once, in its words later."""
        alike = self._alike.get(claim.id, ()) if self._quotes.get(claim.id) == claim.quote else ()
        return best([*earlier.at_its_place(self.known, state, claim), *alike])


def is_stale(reader: Reader, review_id: str, read_at: Stamp | None, now: Stamp) -> bool:
    """Whether other reviews may have been judged otherwise since they were read."""
    if read_at is None or read_at[1] != now[1]:
        return True
    return now != read_at and reader.store.earlier.acted(review_id, read_at[0])


def read(reader: Reader, review_id: str) -> JudgedClaims:
    """Read what the other reviews judged, a page at a time."""
    known = JudgedClaims()
    after: Key | None = FIRST
    while after is not None:
        reader.pause()
        page = reader.store.earlier.judged(review_id, after)
        known.add(page.claims)
        after = page.then
    return known


def compare(
    reader: Reader,
    state: ReviewState,
    known: JudgedClaims,
    claims: Sequence[Claim],
    heard: Callable[[Sequence[Claim], Sequence[Sequence[Match]]], object],
) -> None:
    """Look for the words of some claims among the judged ones.

    Args:
        reader: what it is done with.
        state: the review; only its articles are looked at.
        known: the judged claims.
        claims: those to look at.
        heard: told a few of the claims at a time, and what was found for each.
    """
    for first in range(0, len(claims), BATCH):
        reader.pause()
        some = [one for one in claims[first : first + BATCH] if one.article_id in state.articles]
        heard(some, [earlier.in_its_words(known, state, claim) for claim in some])
