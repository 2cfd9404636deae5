"""Points, positions and standings, computed from one analyst's links.

Two claims are on the same point when a chain of links joins them. Within a point, claims joined by
`agrees` form a position. A link that says "not the same event" joins nothing.
"""

from collections import deque
from collections.abc import Callable

from workbench.core.joining import points_among
from workbench.core.model import Claim, Link, Standing
from workbench.core.origins import Origins, origins
from workbench.core.point import Contradiction, Point, Position, Sign, letter, reading_order, signs
from workbench.core.review import ReviewState

__all__ = [
    "Contradiction",
    "Origins",
    "Point",
    "Position",
    "Sign",
    "agreeing_with",
    "all_points",
    "claim_standing",
    "letter",
    "origins",
    "point_of",
    "reading_order",
    "signs",
]


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
    return _reach(state, claim, lambda link: link.relation == "agrees")


def point_of(state: ReviewState, claim: Claim) -> Point:
    """The point a claim is on; what this costs depends on that point alone."""
    members = _reach(state, claim, lambda link: link.same_event)
    links = {link.id: link for member in members for link in state.links_of(member.id)}
    (point,) = points_among(state.articles, members, links.values())
    return point


def all_points(state: ReviewState) -> list[Point]:
    """Every point of the review by number; a claim without links is one of its own."""
    own = [link for link in state.links.values() if link.analyst == state.analyst]
    return points_among(state.articles, state.claims.values(), own)


def _reach(state: ReviewState, claim: Claim, through: Callable[[Link], bool]) -> list[Claim]:
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
