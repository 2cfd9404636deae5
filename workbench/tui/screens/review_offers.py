"""Offers: what could be added to the marks on the screen, and the key that takes it."""

from typing import TYPE_CHECKING

from workbench.core.model import Claim
from workbench.offering import Offer, offers

if TYPE_CHECKING:
    from workbench.match.copies import ProposedOrigin
    from workbench.tui.screens.review_base import ReviewBase

MOST_LINKS = 4
"""Links of a claim that are looked at for something to offer."""


def of_claim(screen: "ReviewBase", claim: Claim) -> Offer | None:
    """The first thing that could be added to a claim's own links."""
    links = screen.desk.state.links_of(claim.id)[:MOST_LINKS]
    return next((offer for link in links if (offer := of_link(screen, link.id))), None)


def of_link(screen: "ReviewBase", link_id: str) -> Offer | None:
    """The first thing that could be added to a link; None also when it is there no longer."""
    desk = screen.desk
    link = desk.state.links.get(link_id)
    if link is None or link.analyst != desk.analyst:
        return None

    def origin(one: Claim, other: Claim) -> "ProposedOrigin | None":
        return screen.shared.origin(desk, one, other) if screen.shared else None

    return next(offers(desk.state, link, desk.text, origin), None)


def words(screen: "ReviewBase") -> str:
    """What is offered, after the key that takes it; "" when nothing is."""
    offer = screen.offer
    return f"{screen.key('offer.take')} adds {offer.words}" if offer else ""


def take(screen: "ReviewBase") -> None:
    """Carry out what is offered."""
    offer = screen.offer
    if offer is None:
        screen.say("Nothing is offered here: the strip says so when something is.")
    elif screen.act(offer.change):
        screen.say(f"Added: {offer.words}.")
