"""From the panes to the matrix of points, and back to the words of one of them."""

from typing import TYPE_CHECKING

from workbench.core import points
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
