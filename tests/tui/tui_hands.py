"""Someone at the keyboard and the mouse of the program, in a headless terminal.

Pilot's own presses wait for an idle processor, 20 ms and more each. These hands wait until no
message is waiting or being handled, which is quicker and does not depend on the machine.
"""

from __future__ import annotations

import asyncio
import time
import unicodedata
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual import events
from textual.geometry import Size
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot
from textual.widgets import Input
from tui_material import OFFICE_4, OFFICE_5, TITLE, WIDE, differences, on_disk, rows
from tui_mouse import Mouse

from workbench.config import Config
from workbench.core.model import Claim, Link
from workbench.core.review import ReviewState
from workbench.store import Store
from workbench.tui.app import WorkbenchApp
from workbench.tui.dialogs.form import Form
from workbench.tui.screens.review import ReviewScreen
from workbench.tui.screens.review_session import poll
from workbench.tui.widgets.article_pane import ArticlePane
from workbench.tui.widgets.compare_strip import CompareStrip
from workbench.tui.widgets.pane_board import PaneBoard
from workbench.tui.widgets.pane_frame import PaneFrame

_CALM = 6  # turns of the loop without anything waiting
_PATIENCE = 20.0
_LAYOUTS = 60
_MOST_KEYS = 3_000


class Hands(Mouse):
    """Someone at the keyboard and the mouse."""

    def __init__(self, app: WorkbenchApp, pilot: Pilot[None], path: Path) -> None:
        super().__init__()
        self.app = app
        self.pilot = pilot
        self.path = path
        self.said: list[str] = []
        self.problems: list[str] = []
        self._layouts = self._pressed = 0

    # What is there

    @property
    def screen(self) -> ReviewScreen:  # type: ignore[override]
        """The review screen, under whatever dialog is open."""
        found = [s for s in self.app.screen_stack if isinstance(s, ReviewScreen)]
        assert found, self.app.screen_stack
        return found[-1]

    @property
    def board(self) -> PaneBoard:
        return self.screen.board

    @property
    def strip(self) -> CompareStrip:
        return self.screen.strip

    @property
    def state(self) -> ReviewState:
        return self.screen.desk.state

    @property
    def frame(self) -> PaneFrame:
        frame = self.board.focused
        assert frame is not None
        return frame

    @property
    def pane(self) -> ArticlePane:
        """The pane with the focus, or that had it last."""
        return self.frame.pane

    @property
    def cursor(self) -> int:
        return self.pane.position.cursor

    @property
    def here(self) -> int:
        """Number of the article in the focused pane."""
        return self.state.articles[self.pane.article_id].number

    @property
    def shown(self) -> list[int]:
        """Numbers of the articles in the panes, left to right."""
        return [self.state.articles[key].number for key in self.board.shown()]

    @property
    def links(self) -> list[Link]:
        return sorted(self.state.links.values(), key=lambda link: link.number)

    @property
    def claims(self) -> list[Claim]:
        return sorted(self.state.claims.values(), key=lambda claim: claim.number)

    def claim(self, number: int) -> Claim:
        found = self.state.claim_numbered(number)
        assert found is not None
        return found

    def relation(self, one: int, other: int) -> str:
        """How two claims, by number, are marked; "" when they are not."""
        link = self.state.link_between(self.claim(one).id, self.claim(other).id)
        return link.relation if link else ""

    def selected(self) -> str:
        """The selected words."""
        span = self.pane.selection
        return self.pane.text[span[0] : span[1]] if span else ""

    def heard(self, *parts: str) -> bool:
        """Whether something was said that holds all of these."""
        return any(all(part in sentence for part in parts) for sentence in self.said)

    def acts(self) -> list[str]:
        """The acts in the log, oldest first."""
        return [row[0] for row in rows(self.path, "SELECT act FROM event ORDER BY seq")]

    def pane_of(self, number: int) -> ArticlePane:
        """The pane that shows an article."""
        article = self.state.article_numbered(number)
        frame = self.board.frame_of(article.id) if article else None
        assert frame is not None, (number, self.shown)
        return frame.pane

    # Doing

    async def settle(self) -> None:
        """Wait until nobody has anything left to do."""
        until = time.monotonic() + _PATIENCE
        calm = self._layouts = 0
        while calm < _CALM:
            await asyncio.sleep(0)
            if self.app._exception is not None or not self.app.is_running:
                await asyncio.sleep(0.01)
                return
            calm = 0 if self._busy() and self._layouts < _LAYOUTS else calm + 1
            assert time.monotonic() < until, "the program does not come to rest"

    def _busy(self) -> bool:
        for pump in (self.app, *self.app._registry):
            if pump._closed or not pump._running:
                continue
            if not pump._is_mounted:
                return True
            queue = pump._message_queue
            # One that does not wait for a message is in the middle of handling one.
            if queue.values or not queue.ready_event._waiters or pump._next_callbacks:
                return True
        if self.app._batch_count:
            return True
        if self.app.job is not None and not self.app.job.is_shown:
            return True
        if self.app._resize_event is not None:  # Textual waits a moment for a further one
            self.app._check_resize()
            return True
        screen = self.app.screen if self.app.screen_stack else None
        if screen is None:
            return False
        if screen._layout_required or screen._dirty_widgets or screen._callbacks:
            # In two cells Textual goes on for ever asking whether a scrollbar is wanted.
            self._layouts += 1
            screen._on_timer_update()
            return True
        return False

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other, the way a terminal sends them."""
        for key in keys:
            await self.send(key)
            await self.settle()

    async def send(self, key: str) -> None:
        """Press a key and do not wait for what comes of it."""
        self._pressed += 1
        assert self._pressed < _MOST_KEYS, "what a key was pressed for again and again never came"
        await _press(self.app, key)

    async def until(
        self, wanted: Callable[[], object], seconds: float = 8.0, *, rest: bool = True
    ) -> None:
        """Wait for something that takes its time, a timer of the program's for example."""
        end = time.monotonic() + seconds
        while not wanted():
            assert time.monotonic() < end, "what was waited for did not come"
            await asyncio.sleep(0.02)
        if rest:
            await self.settle()

    async def quit(self) -> None:
        """Leave the program the way people do."""
        await self.press("ctrl+q")
        await self.settle()
        assert not self.app.is_running

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*("space" if char == " " else char for char in text))

    async def paste(self, text: str) -> None:
        """Paste a text into whatever has the focus."""
        assert self.app.focused is not None
        self.app.focused.post_message(events.Paste(text))
        await self.settle()

    def picture(self) -> list[str]:
        """The screen's lines as text."""
        from rich.segment import Segment

        width, height = self.app.size
        update = self.app.screen._compositor.render_strips()
        return [
            "".join(text for text, _, control in Segment.simplify(strip) if not control)
            for strip in update[:height]
        ] or [" " * width]

    def text(self) -> str:
        """The whole screen as text."""
        return "\n".join(self.picture())

    async def fill(self, **values: str) -> None:
        """Put values into the form that is open, as if they had been typed."""
        screen = self.app.screen
        assert isinstance(screen, Form), screen
        for name, value in values.items():
            screen.query_one(f"#{name}", Input).value = value
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Another size for the terminal."""
        assert self.app._driver is not None
        size = Size(width, height)
        self.app._driver._size = (width, height)
        self.app.post_message(events.Resize(size, size))
        await self.settle()

    async def go(self, number: int, start: int = 0, end: int | None = None) -> None:
        """To a place in an article, without the keys it takes."""
        article = self.state.article_numbered(number)
        assert article is not None
        frame = self.board.frame_of(article.id)
        if frame is None:
            frame = self.frame
            self.board.show(frame, article.id)
        frame.pane.focus()
        await self.settle()
        frame.pane.go(start, end)
        self.screen.refresh_current()
        await self.settle()

    async def find(self, number: int, words: str) -> None:
        """To some words of an article."""
        article = self.state.article_numbered(number)
        assert article is not None
        start = str(self.screen.desk.text(article.id)).index(words)
        await self.go(number, start)

    async def select(self, number: int, words: str) -> None:
        """Select some words of an article."""
        article = self.state.article_numbered(number)
        assert article is not None
        start = str(self.screen.desk.text(article.id)).index(words)
        await self.go(number, start, start + len(words))

    async def mark(self, number: int, words: str) -> Claim:
        """Make a claim of some words."""
        await self.select(number, words)
        await self.press("enter")
        return self.claims[-1]

    async def pair(self, *, relation: str = "a") -> tuple[Claim, Claim]:
        """Two linked claims, made with keys; the cursor is back on the first."""
        one = await self.mark(4, OFFICE_4)
        other = await self.mark(5, OFFICE_5)
        await self.go(4, one.start)
        await self.press("space")
        await self.go(5, other.start)
        await self.press(relation)
        if self.screen.linking is not None:
            await self.press("escape")
        return one, other


async def _press(app: WorkbenchApp, key: str) -> None:
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    char: str | None
    try:
        char = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        char = key if len(key) == 1 else None
    event = events.Key(name, char)
    event.set_sender(app)
    assert app._driver is not None
    app._driver.send_message(event)


@asynccontextmanager
async def at_work(
    path: Path,
    *,
    size: tuple[int, int] = WIDE,
    analyst: str = "mk",
    listed: bool = False,
    title: str = TITLE,
    toasts: bool = False,
    verify: bool = True,
    config: Config | None = None,
) -> AsyncIterator[Hands]:
    """The program on a database: on its review, or on the list.

    When it is left, what it held in memory has to be what stands in the database.
    """
    with Store(path, create=True) as store:
        review_id = None if listed else store.find_review(title).id
        app = WorkbenchApp(store, analyst, review_id, config or Config(article_megabytes=10))
        # Textual paints nothing for 50 ms when the screen changes; nobody watches here.
        app.delay_update = lambda *_: None  # type: ignore[method-assign]
        async with app.run_test(size=size, notifications=toasts) as pilot:
            hands = Hands(app, pilot, path)
            heard = app.notify

            def notify(message: str, **options: Any) -> None:
                assert options.get("markup") is False, message
                hands.said.append(message)
                if options.get("severity") == "warning":
                    hands.problems.append(message)
                heard(message, **options)

            app.notify = notify  # type: ignore[method-assign]
            await hands.settle()
            yield hands
            if verify and app.is_running:
                await hands.settle()
                for screen in app.screen_stack:
                    if isinstance(screen, ReviewScreen):
                        poll(screen)  # what others did since is taken over first
                        held = screen.desk.state
                        apart = differences(held, on_disk(path, held.review.id, analyst))
                        assert not apart, apart
        app.workers.cancel_all()
