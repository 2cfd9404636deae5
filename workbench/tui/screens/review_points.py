"""From the panes to the matrix of points, and back to the words of one of them."""

from typing import TYPE_CHECKING

from workbench.core.contradictions import contradictory, cycle_of, spoken_against
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
    marks = [(point, link) for point in doubted for link in spoken_against(point)]
    if not marks:
        screen.say("No marks contradict each other.")
        return
    here = next(
        (p.number for p in doubted if any(one.id == screen.current for one in p.claims)), None
    )
    of, at = screen.found.last_step
    last = next((n for n, (_, link) in enumerate(marks) if link.id == of), None)
    if last is not None and here in (None, marks[last][0].number):
        index, at = last, at + 1
    else:
        index, at = next((n for n, (point, _) in enumerate(marks) if point.number == here), 0), 0
    cycle = cycle_of(*marks[index])
    if at >= len(cycle.steps()):
        index, at = (index + 1) % len(marks), 0
        cycle = cycle_of(*marks[index])
    steps = cycle.steps()
    step = steps[at]
    screen.found.last_step = (cycle.link.id, at)
    going.go_to_link(screen, step.link, state.claims[step.claim_id])
    lines = [item.link_id for item in screen.strip.view.items]
    if step.link.id in lines:
        going.enter_strip(screen)
        screen.strip.choose(lines.index(step.link.id))
    numbers = {claim.id: claim.number for claim in state.claims.values()}
    screen.say(
        f"Contradiction {index + 1} of {len(marks)}, mark {at + 1} of {len(steps)}: "
        f"link {step.link.number} is one of the marks that cannot all hold: "
        f"{cycle_words(cycle, numbers)}."
    )
