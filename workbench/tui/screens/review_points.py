"""From the panes to the matrix of points, and back to the words of one of them."""

from typing import TYPE_CHECKING

from workbench.core import points
from workbench.core.contradictions import contradictory, walk
from workbench.core.model import Claim
from workbench.tui.screens import review_going as going
from workbench.tui.screens.points import PointsScreen

if TYPE_CHECKING:
    from workbench.tui.screens.review_base import ReviewBase


def show(screen: "ReviewBase") -> None:
    """Show the matrix, with the keys on the point one is on."""
    here = screen.current

    def chosen(claim: Claim | None) -> None:
        if claim is not None and claim.id in screen.desk.state.claims:
            go(screen, screen.desk.state.claims[claim.id])

    screen.app.push_screen(PointsScreen(screen.desk, here, plain=screen.board.plain), chosen)


def go(screen: "ReviewBase", claim: Claim) -> None:
    """To a point's first claim, with the articles that speak to it in the panes, all level."""
    going.go_to_claim(screen, claim)
    board = screen.board
    home = board.frame_of(claim.article_id)
    if len(board.frames) < 2 or board.zoomed or home is None:
        return
    point = points.point_of(screen.desk.state, claim)
    others: dict[str, Claim] = {}
    for other in point.claims:
        if other.article_id != claim.article_id:
            others.setdefault(other.article_id, other)
    wanted = list(others)[: len(board.frames) - 1]
    free = [f for f in board.frames if f is not home and f.pane.article_id not in wanted]
    for article_id in wanted:
        if board.frame_of(article_id) is None and free:
            board.show(free.pop(0), article_id)
    screen.refresh_current(again=True)
    if screen.tied:
        screen.level(home.pane, claim, list(others.values()))


def next_contradiction(screen: "ReviewBase") -> None:
    """To the next step of the cycles of marks that cannot all hold, over all points, and round.

    The claim gets the cursor, and the mark is chosen in the strip, to be marked anew or deleted.
    """
    steps = [
        step
        for point in points.all_points(screen.desk.state)
        if contradictory(point)
        for step in walk(point)
    ]
    if not steps:
        screen.say("No marks contradict each other.")
        return
    keys = [(step.link.id, step.claim_id) for step in steps]
    last = screen.found.last_step
    index = (keys.index(last) + 1) % len(keys) if last in keys else 0
    step = steps[index]
    screen.found.last_step = keys[index]
    going.go_to_claim(screen, screen.desk.state.claims[step.claim_id])
    lines = [item.link_id for item in screen.strip.view.items]
    if step.link.id in lines:
        going.enter_strip(screen)
        screen.strip.choose(lines.index(step.link.id))
    screen.say(
        f"Step {index + 1} of {len(steps)}: link {step.link.number} is one of the marks that "
        "cannot all hold."
    )
