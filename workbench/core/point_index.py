"""The points of a review, kept up to date: an act costs what it changes, not what its point is."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from operator import attrgetter

from workbench.core.model import Article, Link
from workbench.core.point import Point, reading_order
from workbench.core.point_net import PointNet
from workbench.core.points import all_points
from workbench.core.review import Effect, ReviewState

_number = attrgetter("number")


class PointIndex:
    """All points of one analyst's review."""

    def __init__(self, state: ReviewState) -> None:
        """Compute all points once.

        Args:
            state: the review; for another analyst's points make another index.
        """
        self._state = state
        self._points = all_points(state)
        self._net = PointNet()
        places = {key: reading_order(state.articles, one) for key, one in state.claims.items()}
        for point in self._points:
            self._net.take(point, places)
        self._links = {key: link for key, link in state.links.items() if self._is_own(link)}
        taken = {link.id for point in self._points for link in point.apart}
        for link in self._links.values():
            if not link.same_event and link.id not in taken:
                self._net.add_link(link)
        self._placed = {key: _placing(article) for key, article in state.articles.items()}

    def points(self) -> list[Point]:
        """Every point by number: what `all_points` gives."""
        return list(self._points)

    def of(self, claim_id: str) -> Point:
        """The point a claim is on: what `point_of` gives.

        Raises:
            KeyError: there is no such claim.
        """
        return self._net.point(claim_id)

    def single(self, claim_id: str) -> bool:
        """Whether a claim's position rests on one declared origin.

        Raises:
            KeyError: there is no such claim.
        """
        return self._net.single(claim_id)

    def update(self, effect: Effect) -> set[str]:
        """Take over what has changed in the review.

        Args:
            effect: what the review in memory said of the change, once it was applied.

        Returns:
            The ids of the claims whose position has come to rest on one declared origin by this, or
            does so no more.
        """
        fresh = self._renew_links(effect.links)
        self._renew_claims(effect.claims | self._moved(effect.articles))
        for link in fresh:
            self._net.add_link(link)
        changed, told = self._net.settle()
        for was in changed.values():
            if was is not None:
                del self._points[bisect_left(self._points, was.number, key=_number)]
        for live in changed:
            if live.numbers:
                insort(self._points, live.shown(), key=_number)
        return told

    def _renew_links(self, link_ids: Iterable[str]) -> list[Link]:
        """Let go of the links that are gone or other than they were; what is to be added."""
        fresh = []
        for key in sorted(link_ids):
            old, new = self._links.get(key), self._state.links.get(key)
            if old == new:
                continue
            self._links.pop(key, None)
            if new is not None and self._is_own(new):
                self._links[key] = new
                fresh.append(new)
            if old is not None:
                rejoined = new is not None and new.same_event and self._is_own(new)
                self._net.remove_link(old, rejoined=rejoined)
        return fresh

    def _renew_claims(self, claim_ids: Iterable[str]) -> None:
        for key in sorted(claim_ids):
            (old, place), new = self._net.claim(key), self._state.claims.get(key)
            if new is None:
                if old is not None:
                    self._net.remove_claim(key)
                continue
            here = reading_order(self._state.articles, new)
            if old is None:
                self._net.add_claim(new, here)
            elif old is not new or place != here:
                self._net.renew_claim(new, here)

    def _is_own(self, link: Link) -> bool:
        return link.analyst == self._state.analyst

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
