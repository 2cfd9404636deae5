"""Lists that keys may reach before they are laid out, and clicks when their lines are others."""

from textual import command
from textual.events import Click
from textual.widgets import OptionList


class SteadyList(OptionList):
    """A list of lines to choose from.

    Textual's own ends the program where a page is turned before the list has a size (a key typed
    ahead), and where a click lands on a line that is not there any more.
    """

    async def _on_click(self, event: Click) -> None:
        """A line that is gone cannot be chosen."""
        line = event.style.meta.get("option")
        if line is not None and line >= self.option_count:
            event.prevent_default()

    def action_page_up(self) -> None:
        """A page back, once there are pages."""
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """A page on, once there are pages."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]


class SteadyCommands(command.CommandList, SteadyList):
    """The list of the command palette."""
