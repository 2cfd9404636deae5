"""What the marks of one claim say: its standing, and which claims agree with it."""

from collections import deque
from collections.abc import Callable

from workbench.core.model import Claim, Link, Standing
from workbench.core.review import ReviewState


def claim_standing(state: ReviewState, claim: Claim) -> Standing:
    """A claim's standing, from its own links alone."""
    links = state.links_of(claim.id)
    if any(link.relation == "conflicts" for link in links):
        return "conflicting"
    for link in links:
        other = state.claims[link.other(claim.id)]
        if link.relation == "agrees" and other.article_id != claim.article_id:
            return "agreeing"
    return "unverified"


def agreeing_with(state: ReviewState, claim: Claim) -> list[Claim]:
    """The claims of a claim's position, itself first."""
    return reached(state, claim, lambda link: link.relation == "agrees")


def reached(state: ReviewState, claim: Claim, through: Callable[[Link], bool]) -> list[Claim]:
    """The claims a chain of such links leads to, the first one included."""
    found = {claim.id: claim}
    queue = deque([claim.id])
    while queue:
        here = queue.popleft()
        for link in state.links_of(here):
            other = link.other(here)
            if other not in found and through(link):
                found[other] = state.claims[other]
                queue.append(other)
    return list(found.values())
