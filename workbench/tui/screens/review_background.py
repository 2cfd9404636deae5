"""What is found out while nobody types: proposals, shared text, what was judged earlier."""

from typing import TYPE_CHECKING

from workbench.tui.background import Reader, in_background

if TYPE_CHECKING:
    from workbench.tui.screens.review_base import ReviewBase

LOOK_SECONDS = 1.0
"""How often is looked whether there is something to find out."""


def look(screen: "ReviewBase") -> None:
    """Find out what is not known yet, a piece at a time, each in a thread of its own."""
    if screen.working or screen.found.preparing:
        return
    if not screen.found.prepared:
        screen.found.preparing = True
        in_background(screen, screen.desk, "preparing", _prepare, lambda: _prepared(screen))
        return
    desk, found = screen.desk, screen.found
    judging = found.earlier is not None and found.earlier.looking
    now = (desk.seen, desk.elsewhere, desk.indexed(), found.looking, found.comparing, judging)
    if now == screen.found.looked_at:
        return  # no act since, and nothing under way
    screen.found.looked_at = now
    from workbench.tui.screens import review_earlier as earlier
    from workbench.tui.screens import review_proposals as proposals
    from workbench.tui.screens import review_shared as shared

    earlier.look(screen)
    proposals.look(screen)
    shared.look(screen)


def _prepare(reader: Reader) -> None:
    """Read in the modules this takes: on the screen's thread that would hold up a key."""
    reader.pause()
    import workbench.match.differences

    reader.pause()
    import workbench.tui.screens.review_earlier
    import workbench.tui.screens.review_shared

    reader.pause()
    import workbench.tui.screens.review_acts
    import workbench.tui.screens.review_linking  # noqa: F401


def _prepared(screen: "ReviewBase") -> None:
    screen.found.preparing, screen.found.prepared = False, True
