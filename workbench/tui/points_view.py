"""How the analyst looks at the matrix of points; the session remembers it."""

from dataclasses import dataclass, field
from typing import Any

from workbench.core.matrix import FILTERS, ORDERS, Filter, Order


@dataclass(slots=True)
class PointsView:
    """How the analyst looks at the points; it is there again the next time.

    Attributes:
        order: how they are sorted.
        only: which filters are on.
    """

    order: Order = ORDERS[0]
    only: frozenset[Filter] = field(default_factory=frozenset)

    @classmethod
    def from_stored(cls, stored: Any) -> "PointsView":
        """The view a session holds, as far as it makes sense."""
        known = stored if isinstance(stored, dict) else {}
        only = known.get("only")
        order = next((one for one in ORDERS if one == known.get("order")), ORDERS[0])
        return cls(order, frozenset(f for f in FILTERS if isinstance(only, list) and f in only))

    def as_stored(self) -> dict[str, Any]:
        """What a session holds of it."""
        return {"order": self.order, "only": sorted(self.only)}
