"""Points and positions while they change: what comes or goes costs what it is, not what stays.

What others see of them is a `Point`, which does not change.
"""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

from workbench.core.model import Claim, Link
from workbench.core.ordered import Ordered
from workbench.core.origins import OriginCount, Origins, origins
from workbench.core.point import Point, ReadingPlace, Together, standing

_number: Callable[[Claim | Link], int] = attrgetter("number")

_MANY = 64
"""From so many claims on, origins are counted as claims come and go. Below, counting them anew is
as fast, and the counters of thousands of claims that stand alone would take megabytes."""


class LivePosition:
    """Claims that agree.

    Attributes:
        claims: in reading order.
    """

    __slots__ = ("_counted", "_shown", "claims")

    def __init__(
        self,
        places: Iterable[ReadingPlace] = (),
        claims: Iterable[Claim] = (),
        shown: Together | None = None,
    ) -> None:
        """Begin with some claims, in reading order, or with what they show."""
        self.claims = Ordered(places, shown.claims if shown else claims)
        self._shown = shown
        self._counted: OriginCount | None = None
        self._count()

    @property
    def first(self) -> ReadingPlace:
        """The place of its first claim, which is its own place among positions."""
        return self.claims.keys[0]

    def add(self, place: ReadingPlace, claim: Claim) -> None:
        """Take in a claim."""
        self.claims.add(place, claim)
        self._shown = None
        if self._counted is None:
            self._count()
        else:
            self._counted.add(claim)

    def remove(self, place: ReadingPlace) -> Claim:
        """Let go of the claim with this place, and say which it is."""
        claim = self.claims.remove(place)
        self._shown = None
        if self._counted is not None:
            self._counted.remove(claim)
        return claim

    def origins(self) -> Origins:
        """From how many places its claims are known to come."""
        if self._shown is not None:
            return self._shown.origins
        return self._counted.origins() if self._counted else origins(self.claims.items)

    def shown(self) -> Together:
        """The position as it is now."""
        if self._shown is None:
            self._shown = Together(tuple(self.claims.items), self.origins())
        return self._shown

    def _count(self) -> None:
        if len(self.claims) >= _MANY:
            self._counted = OriginCount()
            for claim in self.claims.items:
                self._counted.add(claim)


class LivePoint:
    """What a point is made of.

    Attributes:
        numbers: the ids of its claims by their numbers.
        positions: by the places of their first claims.
        links: those that join its claims, by number.
        conflicts: how many of them conflict.
        agreements: how many agree, across articles.
        disputed: conflicts within one position, by number.
        apart: links that set two of its claims apart, by number.
    """

    __slots__ = (
        "_shown", "agreements", "apart", "conflicts", "disputed", "links", "numbers", "positions",
    )  # fmt: skip

    def __init__(self, positions: Iterable[LivePosition] = (), shown: Point | None = None) -> None:
        """Begin with positions in their order and what they show; no link is counted yet."""
        held = list(positions)
        claims = [claim for position in held for claim in position.claims.items]
        claims.sort(key=_number)
        self.numbers = Ordered(map(_number, claims), [claim.id for claim in claims])
        self.positions = Ordered([position.first for position in held], held)
        self.links = _by_number(shown.links if shown else ())
        self.disputed = _by_number(shown.disputed if shown else ())
        self.apart = _by_number(shown.apart if shown else ())
        self.conflicts = 0
        self.agreements = 0
        self._shown = shown

    def clear(self) -> None:
        """Be no more: its claims are elsewhere or gone."""
        self.numbers = Ordered()

    def stale(self) -> Point | None:
        """Note that it changes; what was shown of it until now, the first time."""
        shown, self._shown = self._shown, None
        return shown

    def shown(self) -> Point:
        """The point as it is now."""
        if self._shown is None:
            self._shown = Point(
                number=self.numbers.keys[0],
                unlettered=tuple([position.shown() for position in self.positions.items]),
                links=tuple(self.links.items),
                standing=standing(conflicting=self.conflicts > 0, agreeing=self.agreements > 0),
                disputed=tuple(self.disputed.items),
                apart=tuple(self.apart.items),
            )
        return self._shown


def _by_number(links: Sequence[Link]) -> Ordered[int, Link]:
    return Ordered(map(_number, links), links)
