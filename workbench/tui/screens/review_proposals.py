"""Proposals on the screen: how many there are, and the way from one to the next."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.core.model import Claim
from workbench.core.text import count
from workbench.tui import proposals
from workbench.tui.background import in_background
from workbench.tui.proposals import Found
from workbench.tui.screens.review_parts import going, linking

if TYPE_CHECKING:
    from workbench.tui.screens.review_base import ReviewBase

MANY = 40
"""Claims still to be looked at from which on it is said how many there are."""


def look(screen: "ReviewBase") -> None:
    """Have counterparts looked for where that was not done yet, as soon as all is indexed."""
    if screen.found.looking or screen.desk.indexed() < 100:
        return
    claims = screen.found.proposals.unseen(screen.desk.state)
    if not claims or len(screen.desk.state.articles) < 2:
        return

    def heard(some: Sequence[Claim], found: Found) -> None:
        screen.found.proposals.take(some, found)
        screen.found.looking = max(1, screen.found.looking - len(some))
        if screen.is_attached:
            screen.show_counts()

    def done() -> None:
        screen.found.looking = 0
        if screen.is_attached:
            screen.show_counts()

    screen.found.looking = len(claims)
    screen.show_counts()
    in_background(
        screen,
        screen.desk,
        "proposals",
        lambda reader: proposals.look(
            reader,
            screen.desk.review_id,
            claims,
            lambda some, found: screen.app.call_later(heard, some, found),
        ),
        done,
    )


def words(screen: "ReviewBase") -> str:
    """How many claims wait for an answer, for the line at the top; "" when none does."""
    waiting = len(screen.found.proposals.open(screen.desk.state))
    left = f"{screen.found.looking} to look at" if screen.found.looking > MANY else ""
    said = count(waiting, "proposal") if waiting else ""
    return ", ".join(filter(None, (said, left)))


def next_proposal(screen: "ReviewBase") -> None:
    """Pin the next unlinked claim with a strong counterpart, and show that; round and round."""
    waiting = screen.found.proposals.open(screen.desk.state)
    if not waiting:
        screen.say(
            "The counterparts of some claims are still being looked for."
            if screen.found.looking
            else "No unlinked claim has a strong counterpart in another article."
        )
        return
    held = screen.desk.state.claims.get(
        screen.linking.claim_id if screen.linking else screen.current
    )
    # The claim under the cursor is the first, unless it has just been proposed.
    seen = screen.linking is not None or (
        held is not None and held.id == screen.found.last_proposal
    )
    least = held.number + seen if held else 0
    claim = next((one for one in waiting if one.number >= least), waiting[0])
    if screen.linking is not None:
        screen.end_linking()
    screen.found.last_proposal = claim.id
    going.go_to_claim(screen, claim)
    linking.begin(screen)
