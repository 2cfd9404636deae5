"""Claims and links as they come and go, and which points and positions they make.

Where two points or positions become one, the smaller is taken into the larger; where one becomes
two, the smaller is taken out of it. So an act costs what it moves, also on a point of thousands of
claims.
"""

from collections.abc import Collection, Iterator, Mapping

from workbench.core.cutting import cut_off
from workbench.core.live_point import LivePoint, LivePosition
from workbench.core.model import Claim, Link
from workbench.core.point import Point, ReadingPlace


class PointNet:
    """One analyst's claims and links."""

    def __init__(self) -> None:
        """Begin with nothing."""
        # Since it was last settled: points with what they showed before, if anything; positions
        # with whether they rested on one origin; claims that came to a position unlike theirs.
        self._changed: dict[LivePoint, Point | None] = {}
        self._regrouped: dict[LivePosition, bool] = {}
        self._moved: set[str] = set()
        self._claims: dict[str, Claim] = {}
        self._places: dict[str, ReadingPlace] = {}
        self._links: dict[str, dict[str, Link]] = {}  # by claim, then by their own ids
        self._points: dict[str, LivePoint] = {}
        self._positions: dict[str, LivePosition] = {}

    def claim(self, claim_id: str) -> tuple[Claim | None, ReadingPlace | None]:
        """A claim and its place as they were taken in; None where it was not."""
        return self._claims.get(claim_id), self._places.get(claim_id)

    def point(self, claim_id: str) -> Point:
        """The point a claim is on.

        Raises:
            KeyError: there is no such claim.
        """
        return self._points[claim_id].shown()

    def single(self, claim_id: str) -> bool:
        """Whether the position of a claim rests on one declared origin."""
        return self._positions[claim_id].origins().single

    def take(self, point: Point, places: Mapping[str, ReadingPlace]) -> None:
        """Take in a point at once; its claims are not here yet.

        Args:
            point: the point.
            places: where claims stand, by id, those of this point among them.
        """
        held = [
            LivePosition([places[claim.id] for claim in each.claims], shown=each)
            for each in point.unlettered
        ]
        live = LivePoint(held, point)
        for position in held:
            for claim in position.claims.items:
                self._know(claim, places[claim.id], live, position)
        for link in point.links:
            self._count(live, link, 1)
        for link in (*point.links, *point.apart):
            self._links[link.from_claim_id][link.id] = link
            self._links[link.to_claim_id][link.id] = link

    def settle(self) -> tuple[dict[LivePoint, Point | None], set[str]]:
        """What has changed since this was last asked.

        Returns:
            The points that have changed, each with what it showed before, None where it is new; one
            without claims is no more. Then the ids of the claims whose position has come to rest on
            one declared origin, or does so no more.
        """
        told = self._moved.union(
            *(
                [claim.id for claim in position.claims.items]
                for position, was in self._regrouped.items()
                if position.origins().single != was
            )
        )
        changed, self._changed, self._regrouped, self._moved = self._changed, {}, {}, set()
        return changed, told

    # Claims

    def add_claim(self, claim: Claim, place: ReadingPlace) -> None:
        """Take in a claim, which is a point of its own until links join it to others."""
        position = LivePosition([place], [claim])
        point = LivePoint([position])
        self._know(claim, place, point, position)
        self._changed[point] = None

    def remove_claim(self, claim_id: str) -> None:
        """Let go of a claim, once no link of it is left."""
        self._touch(self._points.pop(claim_id)).clear()
        self._regrouped.pop(self._positions.pop(claim_id), None)
        self._moved.discard(claim_id)
        del self._claims[claim_id], self._places[claim_id], self._links[claim_id]

    def renew_claim(self, claim: Claim, place: ReadingPlace) -> None:
        """Take a claim as it is now, in the place where it is now."""
        point, position = self._touch(self._points[claim.id]), self._positions[claim.id]
        point.numbers.remove(self._claims[claim.id].number)
        point.numbers.add(claim.number, claim.id)
        self._regroup(position)
        point.positions.remove(position.first)
        position.remove(self._places[claim.id])
        position.add(place, claim)
        point.positions.add(position.first, position)
        self._know(claim, place, point, position)

    # Links

    def add_link(self, link: Link) -> None:
        """Take in a link; one of claims that are not here is passed over."""
        one, other = link.from_claim_id, link.to_claim_id
        if one not in self._claims or other not in self._claims:
            return
        self._links[one][link.id] = self._links[other][link.id] = link
        if not link.same_event:
            if self._points[one] is self._points[other]:
                self._touch(self._points[one]).apart.add(link.number, link)
            return
        if self._points[one] is not self._points[other]:
            self._join_points(self._points[one], self._points[other])
        point = self._touch(self._points[one])
        self._count(point, link, 1)
        point.links.add(link.number, link)
        if link.relation == "agrees" and self._positions[one] is not self._positions[other]:
            self._join_positions(point, self._positions[one], self._positions[other])
        elif self._is_disputed(link):
            point.disputed.add(link.number, link)

    def remove_link(self, link: Link, *, rejoined: bool = False) -> None:
        """Let go of a link.

        Args:
            link: as it was taken in.
            rejoined: whether the same claims are joined again at once by what stands in its place.
        """
        one, other = link.from_claim_id, link.to_claim_id
        if self._links.get(one, {}).pop(link.id, None) is None:
            return
        del self._links[other][link.id]
        if not link.same_event:
            if self._points[one] is self._points[other]:
                self._touch(self._points[one]).apart.remove(link.number)
            return
        point = self._touch(self._points[one])
        self._count(point, link, -1)
        point.links.remove(link.number)
        if link.number in point.disputed:
            point.disputed.remove(link.number)
        if link.relation == "agrees":
            part = cut_off(self._agreeing, one, other)
            if part:
                self._part_position(point, self._positions[one], part)
        if not rejoined:
            part = cut_off(self._joined, one, other)
            if part:
                self._part_point(point, part)

    # What that makes of points and positions

    def _join_points(self, one: LivePoint, other: LivePoint) -> None:
        small, large = sorted((one, other), key=lambda point: len(point.numbers))
        self._touch(small)
        self._touch(large)
        for number, claim_id in small.numbers.pairs():
            large.numbers.add(number, claim_id)
            self._points[claim_id] = large
        for position in small.positions.items:
            large.positions.add(position.first, position)
        for link in small.links.items:
            large.links.add(link.number, link)
        for link in small.disputed.items:
            large.disputed.add(link.number, link)
        for link in self._links_of(small.numbers.items):
            if (
                not link.same_event
                and self._points[link.from_claim_id] is self._points[link.to_claim_id]
            ):
                large.apart.put(link.number, link)
        large.conflicts += small.conflicts
        large.agreements += small.agreements
        small.clear()

    def _part_point(self, point: LivePoint, part: Collection[str]) -> None:
        positions = dict.fromkeys(self._positions[claim_id] for claim_id in part)
        for position in positions:
            point.positions.remove(position.first)
        new = LivePoint(sorted(positions, key=lambda position: position.first))
        self._changed[new] = None
        for number, claim_id in new.numbers.pairs():
            point.numbers.remove(number)
            self._points[claim_id] = new
        for link in self._links_of(part):
            within = self._points[link.from_claim_id] is self._points[link.to_claim_id]
            if link.number in point.apart:
                point.apart.remove(link.number)
                if within:
                    new.apart.add(link.number, link)
            elif link.number in point.links:
                new.links.add(link.number, point.links.remove(link.number))
                self._count(point, link, -1)
                self._count(new, link, 1)
                if link.number in point.disputed:
                    new.disputed.add(link.number, point.disputed.remove(link.number))

    def _join_positions(self, point: LivePoint, one: LivePosition, other: LivePosition) -> None:
        small, large = sorted((one, other), key=lambda position: len(position.claims))
        if self._regroup(small) != self._regroup(large):
            self._moved.update(claim.id for claim in small.claims.items)
        del self._regrouped[small]
        point.positions.remove(small.first)
        point.positions.remove(large.first)
        for place, claim in small.claims.pairs():
            large.add(place, claim)
            self._positions[claim.id] = large
        point.positions.add(large.first, large)
        for link in self._links_of([claim.id for claim in small.claims.items]):
            if self._is_disputed(link):
                point.disputed.put(link.number, link)

    def _part_position(
        self, point: LivePoint, position: LivePosition, part: Collection[str]
    ) -> None:
        was = self._regroup(position)
        point.positions.remove(position.first)
        places = sorted(self._places[claim_id] for claim_id in part)
        new = LivePosition(places, [position.remove(place) for place in places])
        self._regrouped[new] = was
        self._positions.update(dict.fromkeys(part, new))
        point.positions.add(position.first, position)
        point.positions.add(new.first, new)
        for link in self._links_of(part):
            if link.number in point.disputed and not self._is_disputed(link):
                point.disputed.remove(link.number)

    # Small things

    def _know(
        self, claim: Claim, place: ReadingPlace, point: LivePoint, position: LivePosition
    ) -> None:
        self._claims[claim.id], self._places[claim.id] = claim, place
        self._points[claim.id], self._positions[claim.id] = point, position
        self._links.setdefault(claim.id, {})

    def _touch(self, point: LivePoint) -> LivePoint:
        """Note that a point changes, with what it has shown until now."""
        if point not in self._changed:
            self._changed[point] = point.stale()
        return point

    def _regroup(self, position: LivePosition) -> bool:
        """Note that a position changes; whether it rested on one origin before it first did."""
        return self._regrouped.setdefault(position, position.origins().single)

    def _count(self, point: LivePoint, link: Link, by: int) -> None:
        if link.relation == "conflicts":
            point.conflicts += by
        elif link.relation == "agrees":
            one, other = self._claims[link.from_claim_id], self._claims[link.to_claim_id]
            point.agreements += by * (one.article_id != other.article_id)

    def _is_disputed(self, link: Link) -> bool:
        """Whether a link is a conflict within one position."""
        one, other = self._positions[link.from_claim_id], self._positions[link.to_claim_id]
        return link.relation == "conflicts" and one is other

    def _links_of(self, claim_ids: Collection[str]) -> Iterator[Link]:
        """All links of some claims, those between two of them twice."""
        for claim_id in claim_ids:
            yield from self._links[claim_id].values()

    def _joined(self, claim_id: str) -> Iterator[str]:
        return (link.other(claim_id) for link in self._links[claim_id].values() if link.same_event)

    def _agreeing(self, claim_id: str) -> Iterator[str]:
        return (
            link.other(claim_id)
            for link in self._links[claim_id].values()
            if link.relation == "agrees"
        )
