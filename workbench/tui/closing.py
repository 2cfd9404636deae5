"""Screens that close once, however often they are told to before they are gone."""

from typing import Any

from textual.await_complete import AwaitComplete


class ClosedOnce:
    """For screens that a key or click closes.

    Textual takes whatever screen is on top from the stack. A second click that was under way when
    the first one closed a dialog would close what lies below it: the review, or the program's last
    screen, and that is an empty terminal.
    """

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close, unless another screen is on top already."""
        screen: Any = self
        if screen.app.screen is not self:
            return AwaitComplete()
        closed: AwaitComplete = super().dismiss(result)  # type: ignore[misc]
        return closed
