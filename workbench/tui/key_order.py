"""Keys in the order they were typed.

Textual hands each key to whatever has the focus at that moment and carries it out later, when it
has bubbled up. Typed ahead (a fast hand, a slow line, a macro), the letters after `/` would be
carried out as commands on the pane. Here a key waits until the one before it is dealt with.
"""

from collections import deque

from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widget import Widget


class Fence(Message):
    """Follows a key through the same queues; when it arrives, the key has been dealt with.

    Args:
        again: whether another one is to follow what the key's action has set going (a list says
            what was chosen by a message of its own).
    """

    def __init__(self, *, again: bool = True) -> None:
        super().__init__()
        self.again = again


class OrderedKeys(App[None]):
    """An app that looks at the next key when the last one is done."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._typed: deque[events.Event] = deque()
        self._waiting_for: MessagePump | None = None

    async def on_event(self, event: events.Event) -> None:
        """Queue keys, and clicks and pastes behind keys; everything else as ever."""
        busy = self._waiting_for is not None or bool(self._typed)
        behind = isinstance(event, (events.MouseDown, events.MouseUp, events.Paste)) and busy
        if not (isinstance(event, events.Key) or behind) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed.append(event)
        # Whoever was waited for may be gone, and the fence with it.
        if self._waiting_for is None or not self._waiting_for.is_running:
            await self._next_keys()

    async def on_fence(self, message: Fence) -> None:
        """The last key is done."""
        message.stop()
        if message.again and self._typed:
            self._wait_for(self.focused or self.screen, again=False)
            if self._waiting_for is not None:
                return
        await self._next_keys()

    async def _next_keys(self) -> None:
        self._waiting_for = None
        while self._typed:
            event = self._typed.popleft()
            target = self.focused or self.screen
            await super().on_event(event)
            if isinstance(event, events.Key) and event.is_forwarded:
                self._wait_for(target)
                return

    def _wait_for(self, target: MessagePump, *, again: bool = True) -> None:
        self._waiting_for = target if target.post_message(Fence(again=again)) else None


def give_keys(widget: Widget) -> None:
    """Focus a widget now, not when the message queues come to it: keys may be typed ahead."""
    if widget.is_attached:
        widget.screen.set_focus(widget)
    else:  # just being mounted
        widget.focus()
