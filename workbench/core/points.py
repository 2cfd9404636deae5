"""Points, positions and standings, computed from one analyst's links.

Two claims are on the same point when a chain of links joins them. Within a point, claims joined by
`agrees` form a position. A link that says "not the same event" joins nothing.
"""

from workbench.core.agreeing import agreeing_with, claim_standing, reached
from workbench.core.joining import points_among
from workbench.core.model import Claim
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


def point_of(state: ReviewState, claim: Claim) -> Point:
    """The point a claim is on; what this costs depends on that point alone."""
    members = reached(state, claim, lambda link: link.same_event)
    links = {link.id: link for member in members for link in state.links_of(member.id)}
    (point,) = points_among(state.articles, members, links.values())
    return point


def all_points(state: ReviewState) -> list[Point]:
    """Every point of the review by number; a claim without links is one of its own."""
    own = [link for link in state.links.values() if link.analyst == state.analyst]
    return points_among(state.articles, state.claims.values(), own)
