"""What is proposed to the analyst for a claim: for the screen and the command line alike."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from workbench.core.long_text import Text
from workbench.core.model import Article, Claim
from workbench.core.review import ReviewState
from workbench.match import candidates
from workbench.match.candidates import Counterpart
from workbench.store import Store

CANDIDATES = 20
"""Sentences of each article that are re-ranked for a claim."""

STRONG = 0.5
"""A counterpart that scores at least this is worth calling the analyst for."""

SAME_EVENT_DAYS = 7
"""Articles further apart than this are asked about: is it the same event?"""


def counterparts(
    store: Store, state: ReviewState, claim: Claim, text: Callable[[str], Text]
) -> dict[str, list[Counterpart]]:
    """The best counterparts of a claim in every other article that is indexed, best first.

    What the analyst has turned down is left out, and so is what is linked to the claim.

    Args:
        store: the database with the index.
        state: the review, as the analyst sees it.
        claim: what counterparts are looked for.
        text: gives the canonical text of an article, by id.

    Returns:
        Counterparts by article id; articles without one are not in it.
    """
    best: dict[str, list[Counterpart]] = {}
    for one in still_open(state, claim, ranked(store, state.review.id, claim, text)):
        best.setdefault(one.article_id, []).append(one)
    return best


def ranked(
    store: Store, review_id: str, claim: Claim, text: Callable[[str], Text]
) -> list[Counterpart]:
    """The counterparts of a claim, best first, whatever has been said of them already.

    Args:
        store: the database with the index.
        review_id: the claim's review.
        claim: what counterparts are looked for.
        text: gives the canonical text of an article, by id.
    """
    terms = candidates.terms(claim.quote)
    found = store.candidates(review_id, terms, CANDIDATES, claim.article_id)
    words = [text(one.article_id)[one.start : one.end] for one in found]
    return candidates.rank(claim.quote, found, words)


def strong(
    store: Store, review_id: str, claim: Claim, text: Callable[[str], Text]
) -> list[Counterpart]:
    """The counterparts of a claim that are good enough to call the analyst for, best first."""
    return [one for one in ranked(store, review_id, claim, text) if one.score >= STRONG]


def still_open(
    state: ReviewState, claim: Claim, found: Iterable[Counterpart]
) -> Iterator[Counterpart]:
    """Those that the analyst has neither turned down nor linked with the claim.

    Args:
        state: the review, as the analyst sees it.
        claim: whose counterparts they are.
        found: counterparts, best first; the order is kept.
    """
    turned_down = {
        (one.article_id, one.start, one.end)
        for one in state.dismissals.values()
        if one.claim_id == claim.id and one.analyst == state.analyst
    }
    linked = [state.claims[link.other(claim.id)] for link in state.links_of(claim.id)]
    for one in found:
        taken = any(
            other.article_id == one.article_id and other.start < one.end and other.end > one.start
            for other in linked
        )
        if not taken and one[:3] not in turned_down and one.article_id in state.articles:
            yield one


def claim_meant(state: ReviewState, counterpart: Counterpart) -> Claim | None:
    """The claim that covers most of a proposed sentence already, and so is what is meant by it."""
    for held in state.claims_in(counterpart.article_id):
        shared = min(held.end, counterpart.end) - max(held.start, counterpart.start)
        if shared * 2 > counterpart.end - counterpart.start:
            return held
    return None


def days_apart(one: Article, other: Article) -> int | None:
    """Days between the publication of two articles; None where a date is not known."""
    if not (one.published_on and other.published_on):
        return None
    return abs((date.fromisoformat(one.published_on) - date.fromisoformat(other.published_on)).days)
