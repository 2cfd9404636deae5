"""The mouse, as a terminal reports it."""

from __future__ import annotations

import time

from textual import events
from textual.geometry import Offset
from textual.widget import Widget

from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.review import ReviewScreen
from workbench.tui.widgets.bars import KeyLine


class Mouse:
    """A hand on the mouse; the other one has the keys, see `Hands`."""

    app: WorkbenchApp
    screen: ReviewScreen

    def __init__(self) -> None:
        self._clock = time.monotonic()

    async def settle(self) -> None:
        """Wait until nobody has anything left to do."""
        raise NotImplementedError

    def picture(self) -> list[str]:
        """The screen's lines as text."""
        raise NotImplementedError

    def _mouse(
        self, kind: type[events.MouseEvent], x: int, y: int, button: int = 0, *, shift: bool = False
    ) -> None:
        event = kind(
            widget=None, x=x, y=y, delta_x=0, delta_y=0, button=button, shift=shift, meta=False,
            ctrl=False, screen_x=x, screen_y=y,
        )  # fmt: skip
        event.time = self._clock
        assert self.app._driver is not None
        self.app._driver.process_message(event)

    def at(self, widget: Widget, x: int, y: int) -> tuple[int, int]:
        """A cell of a widget as a cell of the screen."""
        place = widget.region.offset + Offset(x, y)
        assert place in self.app.screen.size.region, (widget, x, y)
        return place.x, place.y

    async def click(
        self, widget: Widget, x: int = 0, y: int = 0, *, times: int = 1, shift: bool = False
    ) -> None:
        """Click a cell of a widget, as the terminal reports it."""
        place = self.at(widget, x, y)
        found, _ = self.app.get_widget_at(*place)
        assert found is widget or widget in found.ancestors, f"{found} lies over {widget}"
        self._clock += 2.0  # long after the click before
        for _ in range(times):
            self._mouse(events.MouseMove, *place)
            self._mouse(events.MouseDown, *place, 1, shift=shift)
            await self.settle()
            self._mouse(events.MouseUp, *place, 1, shift=shift)
            await self.settle()
            self._clock += 0.1

    async def drag(
        self, widget: Widget, start: tuple[int, int], *way: tuple[int, int], up: bool = True
    ) -> None:
        """Drag over cells of a widget; they may lie outside of it."""
        self._clock += 2.0
        self._mouse(events.MouseMove, *self.at(widget, *start))
        self._mouse(events.MouseDown, *self.at(widget, *start), 1)
        await self.settle()
        x, y = start
        for x, y in way:
            place = widget.region.offset + Offset(x, y)
            self._mouse(events.MouseMove, place.x, place.y, 1)
            await self.settle()
        if up:
            place = widget.region.offset + Offset(x, y)
            self._mouse(events.MouseUp, place.x, place.y, 1)
            await self.settle()

    async def hover(self, widget: Widget, x: int, y: int) -> None:
        """Move the mouse without a button."""
        self._mouse(events.MouseMove, *self.at(widget, x, y))
        await self.settle()

    async def wheel(self, widget: Widget, *, down: bool = True, times: int = 1) -> None:
        """Turn the wheel over the middle of a widget."""
        kind = events.MouseScrollDown if down else events.MouseScrollUp
        for _ in range(times):
            self._mouse(kind, *self.at(widget, widget.size.width // 2, widget.size.height // 2))
            await self.settle()

    async def click_key(self, command_id: str, line: KeyLine | None = None) -> None:
        """Click a key in the footer; it has to be there."""
        line = line if line is not None else self.screen.key_line
        for start, _, command in line._places:
            if command.id == command_id:
                await self.click(line, start + 1, 0)
                return
        shown = [command.id for *_, command in line._places]
        raise AssertionError(f"the footer does not show {command_id}: {shown}")

    async def click_text(self, wanted: str, *, times: int = 1) -> None:
        """Click words wherever they stand on the screen, as somebody who sees them would."""
        for y, line in enumerate(self.picture()):
            x = line.find(wanted)
            if x >= 0:
                self._clock += 2.0
                for _ in range(times):
                    self._mouse(events.MouseMove, x, y)
                    self._mouse(events.MouseDown, x, y, 1)
                    await self.settle()
                    self._mouse(events.MouseUp, x, y, 1)
                    await self.settle()
                    self._clock += 0.1
                return
        raise AssertionError(f"{wanted!r} is nowhere on the screen:\n" + "\n".join(self.picture()))

    async def click_dialog_key(self, label: str) -> None:
        """Click a key at the foot of the screen that is open, by its words or its command."""
        line = self.app.screen.query_one(KeyLine)
        for start, _, command in line._places:
            if command.label == label or command.id.endswith(f".{label}"):
                await self.click(line, line.styles.gutter.left + start, 0)
                return
        raise AssertionError([command.label for *_, command in line._places])
