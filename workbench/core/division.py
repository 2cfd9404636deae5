"""How much a point divides the articles."""

from collections.abc import Sequence
from math import fsum, log2
from typing import NamedTuple

from workbench.core.point import Point, Position


class Division(NamedTuple):
    """How much a point divides the articles that speak to it.

    The greater of two divides more: the fields are compared in their order. What comes first is
    what an editor must settle: a conflict, however small, before any open question; then how many
    would have to be wrong; then how evenly they stand against each other.

    A position is a side when a mark says that it conflicts with another position; where no mark
    does, all positions are sides, for nobody has said that they are one.

    Attributes:
        conflicting: whether any mark on the point conflicts.
        fewer: how many articles stand on the smaller sides only: the articles on any side without
            those on the side with most articles. 0 where an article conflicts only with itself.
        spread: Shannon's entropy of the articles over the sides, in bits; an article on several
            sides counts in equal parts on each. 1.0 is an even split in two.
        articles: how many articles speak to the point.
    """

    conflicting: bool
    fewer: int
    spread: float
    articles: int


def division(point: Point) -> Division:
    """How much a point divides the articles; it does not depend on the order of marks."""
    holders = [{claim.article_id for claim in position.claims} for position in _sides(point)]
    largest = max(holders, key=len, default=set())
    on_sides: dict[str, int] = {}
    for holding in holders:
        for article_id in holding:
            on_sides[article_id] = on_sides.get(article_id, 0) + 1
    weights = [fsum(1 / on_sides[key] for key in holding) for holding in holders]
    return Division(
        conflicting=point.standing == "conflicting",
        fewer=len(on_sides) - len(largest),
        spread=_entropy(weights),
        articles=len({claim.article_id for claim in point.claims}),
    )


def _sides(point: Point) -> Sequence[Position]:
    if point.standing != "conflicting":
        return point.positions
    letters = {claim.id: p.letter for p in point.positions for claim in p.claims}
    opposed = set()
    for link in point.links:
        if link.relation == "conflicts":
            one, other = letters[link.from_claim_id], letters[link.to_claim_id]
            if one != other:
                opposed |= {one, other}
    return [position for position in point.positions if position.letter in opposed]


def _entropy(weights: Sequence[float]) -> float:
    whole = fsum(weights)
    # Rounded, so that the same shares in another order are the same number.
    return round(fsum(w / whole * log2(whole / w) for w in weights), 9) if whole else 0.0
