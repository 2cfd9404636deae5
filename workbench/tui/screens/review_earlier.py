"""What earlier reviews judged, on the screen: said in the strip, read in full with one key."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench import earlier as judged
from workbench.core.events import shorten
from workbench.core.model import Claim
from workbench.core.text import one_line
from workbench.match.earlier import JudgedClaims, Match
from workbench.tui import earlier
from workbench.tui.background import Reader, in_background
from workbench.tui.dialogs.listing import Line

if TYPE_CHECKING:
    from workbench.tui.screens.review_base import ReviewBase


_WORDING = 400  # code points of it that the strip may show


def look(screen: "ReviewBase") -> None:
    """Have it found out what was judged earlier, where that is not known."""
    kept = screen.found.earlier = screen.found.earlier or earlier.Earlier()
    desk = screen.desk
    if kept.looking or not kept.is_behind(desk.state, desk.elsewhere):
        return
    claims, unseen = list(desk.state.claims.values()), kept.unseen(desk.state)
    known, read_at = kept.known, kept.read_at

    def work(reader: Reader) -> None:
        reader.pause()
        now = reader.store.earlier.stamp()
        there, wanted = known, unseen
        if earlier.is_stale(reader, desk.review_id, read_at, now):
            there = earlier.read(reader, desk.review_id)
            wanted = claims if there.claims else []
            screen.app.call_later(heard_all, there, now)
        earlier.compare(
            reader, desk.state, there, wanted, lambda *found: screen.app.call_later(heard, *found)
        )

    def heard_all(found: JudgedClaims, now: earlier.Stamp) -> None:
        before = bool(kept.known.claims)
        kept.take_all(found, now)
        if screen.is_attached and (before or found.claims):
            screen.refresh_current(again=True)

    def heard(some: Sequence[Claim], found: Sequence[Sequence[Match]]) -> None:
        kept.take(some, found)
        here = any(matches for one, matches in zip(some, found, strict=True)
                   if one.id == screen.current)  # fmt: skip
        if screen.is_attached and here:
            screen.refresh_current(again=True)

    def done() -> None:
        kept.looking = False

    kept.begin(desk.elsewhere)
    in_background(screen, desk, "earlier reviews", work, done)


def words(screen: "ReviewBase", claim: Claim) -> tuple[str, str]:
    """What the strip says of a claim that was judged, with the key that shows it all; or nothing.

    Returns:
        Verdict, day and review; and what was judged.
    """
    kept = screen.found.earlier
    found = kept.of(screen.desk.state, claim) if kept and kept.known.claims else []
    if not found:
        return "", ""
    said = judged.in_a_line(screen.desk.state, claim, found, screen.key("earlier"))
    return said, f"What was judged: “{shorten(found[0].claim.judgement.wording, _WORDING)}”"


def show(screen: "ReviewBase") -> None:
    """List how the claim under the cursor was judged."""
    state, kept = screen.desk.state, screen.found.earlier
    claim = state.claims.get(screen.current)
    found = kept.of(state, claim) if kept and claim else []
    if claim is None or not found:
        screen.say(_nothing(screen, claim))
        return
    from workbench.tui.screens import review_search as search

    search.show_list(
        screen,
        f"Claim {claim.number} in earlier reviews",
        [_line(screen, claim, match) for match in found],
    )


def _nothing(screen: "ReviewBase", claim: Claim | None) -> str:
    state, kept = screen.desk.state, screen.found.earlier
    if kept is None or kept.read_at is None or kept.looking:
        return "Earlier reviews are yet to be looked through; ask again in a moment."
    here = "There is no claim here" if claim is None else "No earlier review has judged this claim"
    others = sorted(one.number for one in state.claims.values() if kept.of(state, one))
    if not others:
        return f"{here}. None of this review was judged in another one of this database."
    listed = ", ".join(map(str, others[:8])) + (" …" if len(others) > 8 else "")
    return f"{here}. Judged earlier: {'claim' if len(others) == 1 else 'claims'} {listed}."


def _line(screen: "ReviewBase", claim: Claim, match: Match) -> Line:
    judgement = match.claim.judgement
    return Line(
        f"{judgement.judged_on} {one_line(judgement.verdict)}",
        f"“{judgement.review}”: {judgement.wording}",
        ((judged.how(screen.desk.state, claim, match), ""), *judged.in_full(match.claim)),
        judgement.review_id,
        match.claim.claim_id,
    )
