"""Looking for words beside the articles: in notes, findings, and earlier reviews.

For screen and command line alike. What the articles themselves say is found by `core.search`.
"""

from collections import Counter
from typing import Literal, NamedTuple

from workbench.core.earlier import JudgedClaim
from workbench.core.progress import Tell, nobody
from workbench.core.review import ReviewState
from workbench.core.text import count
from workbench.core.written import Entry, Place, entries, places
from workbench.store import Store
from workbench.store.earlier import Spot

MOST = 500
"""Places that are listed of each kind: nobody reads on, and a list of thousands is slow to draw."""

Where = Literal["notes", "findings", "earlier"]
_WORDS: dict[Where, str] = {
    "notes": "in notes",
    "findings": "in findings",
    "earlier": "in earlier reviews",
}


class Found(NamedTuple):
    """Something that was written, in which the words stand.

    Attributes:
        where: in the notes of this review (on claims and links), in its findings, or in another.
        place: the entry, and where in it.
        review_id: the review.
        review: its title, of another review; else "".
        spot: the claim it is about, of another review; else None.
        judged: how that claim was judged there.
    """

    where: Where
    place: Place
    review_id: str
    review: str = ""
    spot: Spot | None = None
    judged: tuple[JudgedClaim, ...] = ()

    @property
    def entry(self) -> Entry:
        """What was written."""
        return self.place.entry


class Beside(NamedTuple):
    """All that was found beside the articles.

    Attributes:
        found: notes, findings, earlier reviews; at most `MOST` of each.
        counts: how many there are of each.
    """

    found: tuple[Found, ...] = ()
    counts: tuple[tuple[Where, int], ...] = ()

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(number for _, number in self.counts)

    def words(self) -> str:
        """How many of what: `3 in notes, 1 in findings`; "" when there is nothing."""
        return ", ".join(f"{number:,} {_WORDS[where]}" for where, number in self.counts if number)

    def without_gone(self, state: ReviewState) -> "Beside":
        """The same without what is no longer in this review; of others nothing is known here."""
        kept = tuple(
            one
            for one in self.found
            if one.where == "earlier" or state.record(one.entry.table, one.entry.id) is not None
        )
        if len(kept) == len(self.found):
            return self
        gone = Counter(one.where for one in self.found)
        gone.subtract(one.where for one in kept)
        return Beside(kept, tuple((where, number - gone[where]) for where, number in self.counts))


def beside(store: Store, state: ReviewState, wanted: str, tell: Tell = nobody) -> Beside:
    """Where words stand in what was written, in this review and in the others of the database.

    Args:
        store: the database.
        state: this review.
        wanted: what is looked for; smart case, as in the articles.
        tell: told after each of the other reviews; when it raises, nothing was found.
    """
    review_id = state.review.id
    own = [
        Found("findings" if place.entry.table == "finding" else "notes", place, review_id)
        for place in places(entries(state), wanted)
    ]
    notes = [one for one in own if one.where == "notes"]
    findings = [one for one in own if one.where == "findings"]
    others = store.earlier.others(review_id)
    elsewhere: list[Found] = []
    many = 0
    for done, other in enumerate(others):
        tell(done, len(others), f"“{other.title}” · {count(many, 'place')}")
        there = places(store.earlier.written(other.id), wanted)
        many += len(there)
        elsewhere += [
            Found("earlier", place, other.id, other.title)
            for place in there[: MOST - len(elsewhere)]
        ]
    shown = (*notes[:MOST], *findings[:MOST], *_told(store, review_id, elsewhere))
    return Beside(shown, (("notes", len(notes)), ("findings", len(findings)), ("earlier", many)))


def _told(store: Store, review_id: str, elsewhere: list[Found]) -> list[Found]:
    """The same, with the claims they are about and how these were judged."""
    if not elsewhere:
        return []
    judged: dict[tuple[str, str], list[JudgedClaim]] = {}
    for claim in store.earlier.all_judged(review_id):
        judged.setdefault((claim.judgement.review_id, claim.claim_id), []).append(claim)
    told = []
    for one in elsewhere:
        key = one.review_id, one.entry.claim_id
        told.append(one._replace(spot=store.earlier.spot(*key), judged=tuple(judged.get(key, ()))))
    return told
