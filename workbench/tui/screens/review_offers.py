"""Offers: what could be added to the marks on the screen, and the key that takes it."""

from typing import TYPE_CHECKING

from workbench.core.implied import Implied, confirm
from workbench.core.model import Claim, Link
from workbench.offering import Offer, offers

if TYPE_CHECKING:
    from workbench.match.copies import ProposedOrigin
    from workbench.tui.screens.review_base import ReviewBase

MOST_LINKS = 12
"""Links of a claim that are looked at for something to offer."""


def here(screen: "ReviewBase", claim: Claim) -> Offer | None:
    """What could be added to the link the strip stands on, else to one of the claim's own."""
    chosen = screen.strip.chosen if screen.in_strip else None
    if chosen is not None and chosen.link_id:
        return of_link(screen, chosen.link_id)
    if chosen is not None and chosen.implied is not None:
        found = _confirmation(screen, chosen.implied)
        return None if ("", found.words) in screen.found.refused else found
    links = screen.desk.state.links_of(claim.id)[:MOST_LINKS]
    return next((offer for link in links if (offer := of_link(screen, link.id))), None)


def of_link(screen: "ReviewBase", link_id: str) -> Offer | None:
    """The first thing that could be added to a link; None also when it is there no longer."""
    desk = screen.desk
    link = desk.state.links.get(link_id)
    if link is None or link.analyst != desk.analyst:
        return None
    # Asked at every key while linking: worked out again when an act or a comparison came between.
    found = screen.found
    known = (desk.seen, len(found.refused), found.shared and len(found.shared.copies))
    if found.offers_of != known:
        found.offers_of = known
        found.offers.clear()
    if link_id not in found.offers:
        found.offers[link_id] = _first(screen, link)
    return found.offers[link_id]


def _confirmation(screen: "ReviewBase", implied: Implied) -> Offer:
    """The mark that follows from others, to be made one's own."""
    relation = "agree" if implied.relation == "agrees" else "conflict"
    return Offer(
        "confirm",
        f"confirm: {implied.relation}",
        f"the mark that {implied.one.number} and {implied.other.number} {relation}, "
        f"{implied.reason()}",
        "",
        lambda: confirm(screen.desk.state, implied),
    )


def _first(screen: "ReviewBase", link: Link) -> Offer | None:
    desk = screen.desk

    def origin(one: Claim, other: Claim) -> "ProposedOrigin | None":
        return screen.found.shared.origin(desk, one, other) if screen.found.shared else None

    found = offers(desk.state, link, desk.text, origin)
    return next(
        (one for one in found if (one.link_id, one.words) not in screen.found.refused), None
    )


def words(screen: "ReviewBase") -> str:
    """What is offered, after the key that takes it; "" when nothing is."""
    offer = screen.found.offer
    return f"{screen.key('offer.take')} adds {offer.words}" if offer else ""


def take(screen: "ReviewBase") -> None:
    """Carry out what is offered."""
    offer = screen.found.offer
    if offer is None:
        screen.say("Nothing is offered here: the strip says so when something is.")
    elif screen.act(offer.change):
        screen.say(f"Added: {offer.words}. {screen.key('undo')} takes it back.")


def refuse(screen: "ReviewBase") -> None:
    """Do not offer this any more, as long as the review is open."""
    offer = screen.found.offer
    if offer is None:
        screen.say("Nothing is offered here that could be turned down.")
        return
    screen.found.refused.add((offer.link_id, offer.words))
    screen.refresh_current(again=True)
