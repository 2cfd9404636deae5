"""The points of a review, kept up to date: after an act only what it touched is computed again."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import NamedTuple

from workbench.core.joining import points_among
from workbench.core.model import Article, Link
from workbench.core.point import Point
from workbench.core.points import all_points
from workbench.core.review import Effect, ReviewState


class Renewed(NamedTuple):
    """What an act did to points.

    Attributes:
        gone: points as they were.
        made: what stands in their place; a point that is as it was is in neither.
    """

    gone: tuple[Point, ...]
    made: tuple[Point, ...]


class PointIndex:
    """All points of one analyst's review.

    What an act costs grows with the points it touches, not with the review: those are put together
    anew, whole.
    """

    def __init__(self, state: ReviewState) -> None:
        """Compute all points once.

        Args:
            state: the review; for another analyst's points make another index.
        """
        self._state = state
        self._points = all_points(state)
        self._of = {claim.id: point for point in self._points for claim in point.claims}
        self._apart: dict[str, dict[str, Link]] = {}
        self._note(link for link in state.links.values() if link.analyst == state.analyst)
        self._placed = {key: _placing(article) for key, article in state.articles.items()}

    def points(self) -> list[Point]:
        """Every point by number: what `all_points` gives."""
        return list(self._points)

    def of(self, claim_id: str) -> Point:
        """The point a claim is on: what `point_of` gives.

        Raises:
            KeyError: there is no such claim.
        """
        return self._of[claim_id]

    def update(self, effect: Effect) -> Renewed:
        """Take over what has changed in the review.

        Args:
            effect: what the review in memory said of the change, once it was applied.
        """
        state = self._state
        touched = set(effect.claims) | self._moved(effect.articles)
        stale = {point.number: point for key in touched if (point := self._of.get(key))}
        members = touched | {claim.id for point in stale.values() for claim in point.claims}
        claims = [state.claims[key] for key in members if key in state.claims]
        known = [link for point in stale.values() for link in point.links]
        known += [link for key in members for link in self._apart.pop(key, {}).values()]
        links = {link.id: link for link in known if link.id not in effect.links}
        for key in effect.claims:
            links.update((link.id, link) for link in state.links_of(key))
        self._note(links.values())
        made = points_among(state.articles, claims, links.values())
        for point in stale.values():
            del self._points[bisect_left(self._points, point.number, key=_number)]
        for key in members:
            self._of.pop(key, None)
        for point in made:
            insort(self._points, point, key=_number)
            self._of.update((claim.id, point) for claim in point.claims)
        same = [point for point in made if stale.get(point.number) == point]
        kept = {point.number for point in same}
        return Renewed(
            tuple(point for number, point in sorted(stale.items()) if number not in kept),
            tuple(point for point in made if point.number not in kept),
        )

    def _note(self, links: Iterable[Link]) -> None:
        """Remember the links that set claims apart; no point has them while nothing joins these."""
        for link in links:
            if not link.same_event:
                for end in (link.from_claim_id, link.to_claim_id):
                    self._apart.setdefault(end, {})[link.id] = link

    def _moved(self, article_ids: Iterable[str]) -> set[str]:
        """The claims of articles whose date or number is another, and so their place in a point."""
        moved: set[str] = set()
        for key in article_ids:
            article = self._state.articles.get(key)
            placed = _placing(article) if article else None
            if placed != self._placed.get(key):
                moved.update(claim.id for claim in self._state.claims_in(key))
            if placed is None:
                self._placed.pop(key, None)
            else:
                self._placed[key] = placed
        return moved


def _placing(article: Article) -> tuple[str, int]:
    """What of an article decides where its claims stand."""
    return article.published_on, article.number


def _number(point: Point) -> int:
    return point.number
