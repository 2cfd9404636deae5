"""Signs and points of a review as the screen asks for them: found once, then kept up to date.

After an act only what it may have changed is found anew.
"""

from typing import TYPE_CHECKING

from workbench.core.agreeing import agreeing_with, claim_standing
from workbench.core.model import Claim
from workbench.core.origins import origins
from workbench.core.review import Effect, ReviewState

if TYPE_CHECKING:
    from workbench.core.point import Point, Sign
    from workbench.core.point_index import PointIndex

_LARGE = 500
"""Claims an act may reach before all points are kept: walking through more of them at each act
takes longer than an act should, and what it costs to begin keeping points is soon saved."""


class Standings:
    """What follows from one analyst's marks.

    All points are computed once somebody asks for them, or a position has grown large.
    """

    def __init__(self, state: ReviewState) -> None:
        """Find out nothing yet.

        Args:
            state: the review; `update` must hear of all that changes in it.
        """
        self._state = state
        self._signs: dict[str, Sign] = {}
        self._single: dict[str, bool] = {}
        self._index: PointIndex | None = None

    def sign(self, claim: Claim) -> "Sign":
        """A claim's standing; `single` where it agrees, from one declared origin alone."""
        if not self._state.is_linked(claim.id):
            return "unverified"
        sign = self._signs.get(claim.id)
        if sign is None:
            sign = claim_standing(self._state, claim)
            if sign == "agreeing" and self._is_single(claim):
                sign = "single"
            self._signs[claim.id] = sign
        return sign

    def points(self) -> "list[Point]":
        """All points by number."""
        if self._index is None:
            from workbench.core.point_index import PointIndex

            self._index = PointIndex(self._state)
        return self._index.points()

    def point_of(self, claim: Claim) -> "Point":
        """The point a claim is on."""
        if self._index is not None:
            return self._index.of(claim.id)
        from workbench.core.points import point_of

        return point_of(self._state, claim)

    def update(self, effect: Effect) -> None:
        """Take over what has changed in the review.

        Args:
            effect: what the review in memory said of the change, once it was applied. The claims
                further along whose sign may be another now are added: origins are counted over
                whole positions.
        """
        if self._index is not None:
            effect.claims |= self._index.update(effect)
        else:
            along: set[str] = set()
            for key in effect.claims & self._state.claims.keys():
                if key not in along:
                    claim = self._state.claims[key]
                    along.update(one.id for one in agreeing_with(self._state, claim))
            effect.claims |= along
            if len(along) >= _LARGE:
                self.points()
        for key in effect.claims:
            self._signs.pop(key, None)
            self._single.pop(key, None)

    def forget(self) -> None:
        """Find out everything anew: the review in memory is not what was followed."""
        self._signs.clear()
        self._single.clear()
        self._index = None

    def _is_single(self, claim: Claim) -> bool:
        if self._index is not None:
            return self._index.single(claim.id)
        if claim.id not in self._single:
            together = agreeing_with(self._state, claim)
            single = origins(together).single
            self._single.update((one.id, single) for one in together)
        return self._single[claim.id]
