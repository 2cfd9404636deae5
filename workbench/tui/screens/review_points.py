"""From the panes to the matrix of points, and back to the words of one of them."""

from typing import TYPE_CHECKING

from workbench.core.contradictions import contradictory, cycles
from workbench.core.model import Claim
from workbench.tui.points_said import cycle_words
from workbench.tui.points_view import PointsView
from workbench.tui.screens import review_going as going
from workbench.tui.screens.points import PointsScreen

if TYPE_CHECKING:
    from workbench.tui.screens.review_base import ReviewBase


def show(screen: "ReviewBase") -> None:
    """Show the matrix, with the keys on the point one is on."""
    here = screen.desk.state.claims.get(screen.current)

    def chosen(claim: Claim | None) -> None:
        screen.unsaved = True  # order and filters may be others
        if claim is not None and claim.id in screen.desk.state.claims:
            going.go_to_point(screen, screen.desk.state.claims[claim.id])

    def conclude(claim: Claim) -> None:
        from workbench.tui.screens import review_findings as findings

        findings.conclude(screen, claim)

    view = screen.points_view = screen.points_view or PointsView.from_stored(screen.points_left)
    plain = screen.board.plain
    screen.app.push_screen(PointsScreen(screen.desk, here, view, conclude, plain=plain), chosen)


def next_contradiction(screen: "ReviewBase") -> None:
    """To the next step of the cycles of marks that cannot all hold, over all points, and round.

    It begins with those of the point one is on, where it has any.
    The claim gets the cursor, and the mark is chosen in the strip, to be marked anew or deleted.
    """
    state = screen.desk.state
    doubted = [point for point in screen.desk.points() if contradictory(point)]
    steps = [
        (p.number, cycle, step) for p in doubted for cycle in cycles(p) for step in cycle.steps()
    ]
    if not steps:
        screen.say("No marks contradict each other.")
        return
    here = next(
        (p.number for p in doubted if any(one.id == screen.current for one in p.claims)), None
    )
    keys = [(step.link.id, step.claim_id) for *_, step in steps]
    last = keys.index(screen.found.last_step) if screen.found.last_step in keys else None
    if last is not None and here in (None, steps[last][0]):
        index = (last + 1) % len(steps)
    else:
        index = next((n for n, (number, *_) in enumerate(steps) if number == here), 0)
    _, cycle, step = steps[index]
    screen.found.last_step = keys[index]
    going.go_to_link(screen, step.link, state.claims[step.claim_id])
    lines = [item.link_id for item in screen.strip.view.items]
    if step.link.id in lines:
        going.enter_strip(screen)
        screen.strip.choose(lines.index(step.link.id))
    numbers = {claim.id: claim.number for claim in state.claims.values()}
    screen.say(
        f"Step {index + 1} of {len(steps)}: link {step.link.number} is one of the marks that "
        f"cannot all hold: {cycle_words(cycle, numbers)}."
    )
