"""What of a review is whole: points cannot be computed over anything else."""

from workbench.core.model import to_row
from workbench.core.review import ReviewState


def whole_of(state: ReviewState) -> ReviewState:
    """The review without claims and links that hang in the air; nearly always the review itself.

    Foreign keys forbid such, but a damaged file may hold some, and what is whole in it is to be
    had.

    Args:
        state: the review.

    Returns:
        The same review, or one with its whole articles, claims and links and nothing else.
    """
    claims = [claim for claim in state.claims.values() if claim.article_id in state.articles]
    known = {claim.id for claim in claims}
    links = [
        link
        for link in state.links.values()
        if link.from_claim_id in known and link.to_claim_id in known
    ]
    if len(claims) == len(state.claims) and len(links) == len(state.links):
        return state
    whole = ReviewState(state.review, state.analyst)
    whole.load("article", map(to_row, state.articles.values()))
    whole.load("claim", map(to_row, claims))
    whole.load("link", map(to_row, links))
    return whole
