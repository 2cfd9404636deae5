"""The parts of the review screen that only later keys need: read in when first used."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.tui.screens import review_acts as acts
    from workbench.tui.screens import review_going as going
    from workbench.tui.screens import review_linking as linking
    from workbench.tui.screens import review_offers as offers
else:
    from workbench.tui.later import later

    acts = later("workbench.tui.screens.review_acts")
    going = later("workbench.tui.screens.review_going")
    linking = later("workbench.tui.screens.review_linking")
    offers = later("workbench.tui.screens.review_offers")

__all__ = ["acts", "going", "linking", "offers"]
