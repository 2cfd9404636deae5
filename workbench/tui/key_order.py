"""Keys in the order they were typed.

Textual hands each key to whatever has the focus at that moment and carries it out later, when it
has bubbled up. Typed ahead (a fast hand, a slow line, a macro), the letters after `/` would be
carried out as commands on the pane. Here a key waits until the one before it is dealt with, and
while a job is under way until that has ended.
"""

import time
from collections import deque
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widget import Widget

if TYPE_CHECKING:
    from workbench.tui.jobs import Job


class Fence(Message):
    """Follows a key through the same queues; when it arrives, the key has been dealt with.

    Args:
        again: whether another one is to follow what the key's action has set going (a list says
            what was chosen by a message of its own).
    """

    def __init__(self, *, again: bool = True) -> None:
        super().__init__()
        self.again = again


class Commanded:
    """For widgets that keys command, and into which none is typed.

    Textual hands a key to the widget with the focus, and from there upwards from queue to queue,
    before the app looks what is bound to it. Where nobody on the way takes it, the app looks at
    once.
    """


class OrderedKeys(App[None]):
    """An app that looks at the next key when the last one is done.

    Attributes:
        job: the work under way that keys wait for, or None.
        stop_keys: the keys, by Textual's names, that stop it.
        last_input: when a key or the mouse was used last, by `time.monotonic`, in seconds; what
            is done in the background waits for a pause.
    """

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._typed: deque[events.Event] = deque()
        self._waiting_for: MessagePump | None = None
        self.job: Job[Any] | None = None
        self.stop_keys: Collection[str] = ()
        self.last_input = 0.0

    async def on_event(self, event: events.Event) -> None:
        """Queue keys, and clicks and pastes behind keys; everything else as ever."""
        if isinstance(event, events.InputEvent):
            self.last_input = time.monotonic()
        if self.job is not None and self._stops_the_job(event):
            self.job.stop()
            return
        busy = self._waiting_for is not None or bool(self._typed) or self.job is not None
        behind = isinstance(event, (events.MouseDown, events.MouseUp, events.Paste)) and busy
        if (
            not (isinstance(event, events.Key) or behind)
            or event.is_forwarded
            or self._is_for_the_job(event)
        ):
            await super().on_event(event)
            return
        self._typed.append(event)
        # Whoever was waited for may be gone, and the fence with it.
        if self._waiting_for is None or not self._waiting_for.is_running:
            await self._next_keys()

    async def on_fence(self, message: Fence) -> None:
        """The last key is done."""
        message.stop()
        behind = message.again and self._typed
        if behind and self._wait_for(self.focused or self.screen, again=False):
            return
        await self._next_keys()

    def hold_keys(self, job: "Job[Any]") -> None:
        """Let keys wait until a job has ended."""
        self.job = job

    def release_keys(self, job: "Job[Any]") -> None:
        """The job has ended: the keys go on when what it set going is done."""
        if self.job is job:
            self.job = None
            if self._waiting_for is None or not self._waiting_for.is_running:
                self._wait_for(self.focused or self.screen)

    def forget_keys(self, *, clicks_only: bool = False) -> None:
        """Drop what waits; clicks alone when what they were aimed at is covered now."""
        kept = [
            event
            for event in self._typed
            if clicks_only and not isinstance(event, events.MouseEvent)
        ]
        self._typed = deque(kept)

    def exit(self, *how: Any, **more: Any) -> None:
        """Leave; a job stops where nothing is half done."""
        if self.job is not None:
            self.job.stop()
        super().exit(*how, **more)

    def _is_for_the_job(self, event: events.Event) -> bool:
        """Whether it stops the job or leaves the program, past what waits."""
        if self.job is None:
            return False
        if isinstance(event, events.MouseEvent):
            return self.job.is_shown
        if not isinstance(event, events.Key):
            return False
        bound = self.screen.active_bindings.get(event.key)
        # ctrl+q leaves from anywhere: also before the job is shown, and from what covers it.
        return event.key == "ctrl+q" or (
            bound is not None and bound.binding.action in ("stop", "app.leave")
        )

    def _stops_the_job(self, event: events.Event) -> bool:
        """Whether it is the key that would stop the job if that were shown already.

        After other keys it belongs to what those will have opened.
        """
        return (
            self.job is not None
            and not self.job.was_shown
            and not self._typed
            and isinstance(event, events.Key)
            and event.key in self.stop_keys
        )

    async def _next_keys(self) -> None:
        self._waiting_for = None
        while self._typed and self.job is None:
            event = self._typed.popleft()
            target = self.focused or self.screen
            if isinstance(event, events.Key) and isinstance(target, Commanded):
                await self._carry_out(event.key)
                if self._wait_for(target if target.is_running else self.focused or self.screen):
                    return
                continue
            await super().on_event(event)
            if isinstance(event, events.Key) and event.is_forwarded:
                self._wait_for(target)
                return

    async def _carry_out(self, key: str) -> None:
        """Do what a key is bound to, as if it had come up from the widget with the focus."""
        self.app_focus = True
        self.screen._clear_tooltip()  # noqa: SLF001
        if not await self._check_bindings(key, priority=True):
            await self._check_bindings(key)

    def _wait_for(self, target: MessagePump, *, again: bool = True) -> bool:
        self._waiting_for = target if target.post_message(Fence(again=again)) else None
        return self._waiting_for is not None


def give_keys(widget: Widget) -> None:
    """Focus a widget now, not when the message queues come to it: keys may be typed ahead."""
    if widget.is_attached:
        widget.screen.set_focus(widget)
    else:  # just being mounted
        widget.focus()
