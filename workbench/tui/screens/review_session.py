"""What the review screen remembers and hears: its session, and other terminals' acts."""

from typing import TYPE_CHECKING, Any, cast

from workbench.errors import WorkbenchError
from workbench.tui.screens import review_room as room

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp
    from workbench.tui.screens.review_base import ReviewBase


def load(screen: "ReviewBase") -> dict[str, Any]:
    """Where the analyst was; what no session says yet is as the config file says."""
    config = cast("WorkbenchApp", screen.app).config
    return {
        "wanted": config.panes,
        "stacked": config.layout == "stacked",
        **screen.desk.store.load_session(screen.desk.review_id, screen.desk.analyst),
    }


def save(screen: "ReviewBase", *, now: bool) -> None:
    """Write where the analyst is, if that changed, or now in any case."""
    if not (screen.unsaved or now) or (screen.working and not now):
        return
    screen.unsaved = False
    state = {
        **screen.board.remember(),
        **room.as_stored(screen),
        "tied": screen.tied,
        "points": screen.points_view.as_stored() if screen.points_view else screen.points_left,
        "drafts": screen.drafts,
        "open_draft": screen.open_draft,
    }
    try:
        screen.desk.store.save_session(screen.desk.review_id, screen.desk.analyst, state)
    except WorkbenchError as error:
        screen.unsaved = True
        screen.log.warning(str(error))


def poll(screen: "ReviewBase") -> None:
    """Take over what other terminals did, and say who they are."""
    if screen.working:
        return
    try:
        others = screen.desk.poll()
    except WorkbenchError as error:
        screen.log.warning(str(error))
        return
    if others:
        names = ", ".join(sorted({event.analyst for event in others}))
        screen.say(f"Another terminal changed this review ({names}).")
