"""What is proposed to the analyst for a claim: for the screen and the command line alike."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date

from workbench.core.long_text import Text
from workbench.core.model import Article, Claim, Dismissal
from workbench.core.review import ReviewState
from workbench.match import candidates
from workbench.match.candidates import Counterpart
from workbench.store import Store

CANDIDATES = 20
"""Sentences of each article that are re-ranked for a claim."""

STRONG = 0.3
"""A counterpart that scores at least this is worth calling the analyst for.

Where a claim's best one does, it is right in .89 of the cases on ECB+, and in .88 on five real
articles, of whose claims a third have such a one.
"""

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
        Counterparts by article id; articles without one are not in it. Empty also when there is
        `nothing_to_compare`.
    """
    best: dict[str, list[Counterpart]] = {}
    for one in still_open(
        state, claim, ranked(store, state.review.id, claim, text, state.articles)
    ):
        best.setdefault(one.article_id, []).append(one)
    return best


def ranked(
    store: Store,
    review_id: str,
    claim: Claim,
    text: Callable[[str], Text],
    articles: Container[str],
) -> list[Counterpart]:
    """The counterparts of a claim, best first, whatever has been said of them already.

    Args:
        store: the database with the index.
        review_id: the claim's review.
        claim: what counterparts are looked for.
        text: gives the canonical text of an article, by id; asked for one article after the other.
        articles: the ids of those it can give; another terminal may have brought in more.
    """
    terms = candidates.terms(claim.quote)
    if not terms:
        return []
    offer = store.candidates(review_id, terms, CANDIDATES, claim.article_id)
    found = sorted(
        (one for one in offer.sentences if one.article_id in articles),
        key=lambda one: one.article_id,
    )
    words = [text(one.article_id)[one.start : one.end] for one in found]
    return candidates.rank(claim.quote, found, words, offer.counts, offer.total)


def strong(
    store: Store,
    review_id: str,
    claim: Claim,
    text: Callable[[str], Text],
    articles: Container[str],
) -> list[Counterpart]:
    """The counterparts of a claim that are good enough to call the analyst for, best first."""
    found = ranked(store, review_id, claim, text, articles)
    return [one for one in found if one.score >= STRONG]


def still_open(
    state: ReviewState, claim: Claim, found: Iterable[Counterpart]
) -> Iterator[Counterpart]:
    """Those that the analyst has neither turned down nor linked with the claim.

    Args:
        state: the review, as the analyst sees it.
        claim: whose counterparts they are.
        found: counterparts, best first; the order is kept.
    """
    turned_down = [one for one in state.dismissals_of(claim.id) if one.analyst == state.analyst]
    linked = [state.claims[link.other(claim.id)] for link in state.links_of(claim.id)]
    for one in found:
        taken = any(other.article_id == one.article_id and _meet(other, one) for other in linked)
        # A sentence may begin or end elsewhere than it did when it was turned down.
        refused = any(
            other.article_id == one.article_id and _meet(other, one, 0.5) for other in turned_down
        )
        if not taken and not refused and one.article_id in state.articles:
            yield one


def _meet(one: Claim | Dismissal, other: Counterpart, share: float = 0.0) -> bool:
    """Whether two spans have more than this share of the shorter one in common."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common > share * min(one.end - one.start, other.end - other.start)


def overall(best: Mapping[str, Sequence[Counterpart]]) -> list[Counterpart]:
    """The counterparts of all articles in one order, best first; of equals, as they were given."""
    return sorted((one for found in best.values() for one in found), key=lambda one: -one.score)


def probably_only_here(best: Mapping[str, Sequence[Counterpart]]) -> bool:
    """Whether no other article has anything that is likely to be a counterpart."""
    return candidates.probably_only_here(found[0] for found in best.values() if found)


def nothing_to_compare(claim: Claim) -> bool:
    """Whether a claim has no word that says anything: signs alone, emoji, *he did it*."""
    return not candidates.terms(claim.quote)


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
