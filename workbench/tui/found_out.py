"""What was found out about a review while nobody typed, and what of it is offered."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.tui.proposals import Proposals

if TYPE_CHECKING:
    from workbench.offering import Offer
    from workbench.tui.earlier import Earlier
    from workbench.tui.shared_text import SharedText


@dataclass(slots=True)
class FoundOut:
    """Found out in the background, and kept in memory only.

    Attributes:
        proposals: the strong counterparts of unlinked claims.
        looking: how many claims are still to be looked at for them; 0 when none are.
        last_proposal: the id of the claim that was proposed last, or "".
        shared: what the articles share; None until that is looked for.
        comparing: whether it is being looked for.
        earlier: what earlier reviews judged; None until that is looked for.
        preparing: whether what finds things out is being read in.
        prepared: whether it has been.
        looked_at: what was known when it was looked last whether there is something to find out.
        last_step: where the walk through contradictory marks is: the mark that the others of its
            cycle speak against, by id, and which step of the cycle.
        offer: what the strip offers to add, or None.
        refused: what is not to be offered again, by link and words.
        offers: what could be added to links, by the link's id, while `offers_of` holds.
        offers_of: what was known when they were worked out.
    """

    proposals: Proposals = field(default_factory=Proposals)
    looking: int = 0
    last_proposal: str = ""
    shared: "SharedText | None" = None
    comparing: bool = False
    earlier: "Earlier | None" = None
    preparing: bool = False
    prepared: bool = False
    looked_at: tuple[object, ...] = ()
    last_step: tuple[str, int] = ("", 0)
    offer: "Offer | None" = None
    refused: set[tuple[str, str]] = field(default_factory=set)
    offers: "dict[str, Offer | None]" = field(default_factory=dict)
    offers_of: tuple[object, ...] = ()
