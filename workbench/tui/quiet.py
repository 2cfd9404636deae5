"""Waiting for a pause: what is done in the background never holds up a key.

Python runs one thread at a time, so while somebody types nothing else is done at all.
"""

import time
from typing import TYPE_CHECKING, Any

from textual.worker import get_current_worker

if TYPE_CHECKING:
    from textual.app import App

QUIET_SECONDS = 0.1
"""How long nobody must have used a key or the mouse before a slice begins."""

_PAUSE_SECONDS = 0.01  # between two slices, so that keys and other writers come first
_LOOK_SECONDS = 0.025  # between two looks whether somebody still types


class Quiet:
    """Asked by a worker in a thread, between two slices of its work."""

    def __init__(self, app: "App[Any]") -> None:
        self._app = app
        self._worker = get_current_worker()

    def now(self) -> bool:
        """Whether nobody has typed for a moment."""
        used: float = getattr(self._app, "last_input", 0.0)
        return time.monotonic() - used >= QUIET_SECONDS

    def wait(self) -> bool:
        """Wait until nobody types; False when it is all over instead."""
        time.sleep(_PAUSE_SECONDS)
        while not self._worker.is_cancelled and not self.now():
            time.sleep(_LOOK_SECONDS)
        return not self._worker.is_cancelled
