"""Frames put together from what changed, beside those Textual puts together whole."""

from __future__ import annotations

import random
import re

import pytest
from rich.cells import cell_len
from textual._compositor import Compositor, LayoutUpdate
from textual.app import App
from textual.containers import Container, VerticalScroll
from textual.geometry import Region
from textual.widgets import Static
from tui_material import on_the_loop

from workbench.tui.frames import FaithfulCompositor, paint_all_that_changed

WIDTH, HEIGHT = 60, 20
WORDS = ("plain words", "日本語の文", "a\nb\nc", "mixed 中 words", "x" * 70)
COLOURS = ("red", "blue", "green", "black", "white")


class Terminal:
    """Cells with what stands in them and how; knows what frames are made of, and nothing else."""

    _PARTS = re.compile(r"\x1b\[(\d+);(\d+)H|\x1b\[([\d;]*)m|\n|([^\x1b\n]+)")

    def __init__(self) -> None:
        self.cells = [[(" ", "")] * WIDTH for _ in range(HEIGHT)]
        self._x = self._y = 0
        self._style = ""

    def feed(self, data: str) -> None:
        """Take a frame in."""
        assert self._PARTS.sub("", data) == ""
        for row, column, style, text in self._PARTS.findall(data):
            if row:
                self._y, self._x = int(row) - 1, int(column) - 1
            elif text:
                for character in text:
                    for part in range(cell_len(character)):
                        self.cells[self._y][self._x + part] = (
                            "" if part else character,
                            self._style,
                        )
                    self._x += cell_len(character)
            else:
                self._style = "" if style == "0" else style


class Shown(App[None]):
    """Boxes over, in and behind each other; whatever is sent reaches a terminal."""

    CSS = """
    Screen { layers: low high; }
    .box { position: absolute; }
    .high { layer: high; }
    VerticalScroll { width: 25; height: 9; }
    """

    def __init__(self, chance: random.Random) -> None:
        paint_all_that_changed()
        super().__init__()
        self.chance = chance
        self.terminal = Terminal()
        self.sent = 0

    def _display(self, screen, renderable) -> None:
        if renderable is not None:
            data = renderable.render_segments(self.console)
            self.sent += len(data)
            self.terminal.feed(data)

    def box(self, *, high: bool = False) -> Static:
        """A box somewhere, not always wholly on the screen."""
        box = Static(self.chance.choice(WORDS), classes="box high" if high else "box")
        box.styles.width = self.chance.randint(1, 30)
        box.styles.height = self.chance.randint(1, 8)
        box.styles.offset = (self.chance.randint(-5, WIDTH), self.chance.randint(-3, HEIGHT))
        box.styles.background = self.chance.choice(COLOURS)
        if self.chance.random() < 0.3:
            box.styles.border = ("solid", "yellow")
        return box

    def compose(self):
        """What lies where is left to chance."""
        yield Container(*(self.box() for _ in range(self.chance.randint(0, 4))))
        with VerticalScroll():
            for _ in range(6):
                yield Static(self.chance.choice(WORDS) + "\nmore\nand more")
        for _ in range(self.chance.randint(1, 4)):
            yield self.box(high=True)

    def change(self) -> None:
        """Something about one of them is another."""
        box = self.chance.choice(list(self.query(Static)))
        match self.chance.randint(0, 5):
            case 0:
                box.styles.background = self.chance.choice(COLOURS)
            case 1:
                box.update(self.chance.choice(WORDS))
            case 2:
                box.styles.offset = (self.chance.randint(-5, WIDTH), self.chance.randint(0, HEIGHT))
            case 3:
                box.display = not box.display
            case 4:
                box.refresh(Region(self.chance.randint(0, 9), self.chance.randint(0, 3), 5, 2))
            case _:
                self.query_one(VerticalScroll).scroll_to(
                    y=self.chance.randint(0, 9), animate=False, immediate=True
                )


def whole(app: Shown):
    """The cells of the same screen as Textual's own compositor paints it, all at once."""
    own = Compositor()
    own.reflow(app.screen, app.screen.size)
    chops = own._render_chops(app.screen.size.region, lambda _: True)
    update = LayoutUpdate([line.values() for line in chops], app.screen.size.region)
    terminal = Terminal()
    terminal.feed(update.render_segments(app.console))
    return terminal.cells


@pytest.mark.parametrize("seed", range(24))
@on_the_loop
async def test_after_any_changes_the_terminal_shows_what_a_whole_painting_would(seed):
    app = Shown(random.Random(seed))
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        assert isinstance(app.screen._compositor, FaithfulCompositor)
        await pilot.pause()
        assert app.terminal.cells == whole(app)
        for step in range(25):
            for _ in range(app.chance.randint(1, 3)):
                app.change()
            await pilot.pause()
            await pilot.pause(0.02)
            assert app.terminal.cells == whole(app), f"step {step}"


@on_the_loop
async def test_widgets_behind_others_are_not_asked_for_lines_that_nobody_sees():
    app = Shown(random.Random(1))
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        box = app.box(high=True)
        box.styles.width, box.styles.height, box.styles.offset = 20, 5, (30, 2)
        box.styles.border = None
        await app.mount(box)
        await pilot.pause(0.05)
        asked = []
        for widget in (app.screen, app.query_one(Container), app.query_one(VerticalScroll)):
            lines = widget.render_lines
            widget.render_lines = lambda crop, lines=lines: asked.append(1) or lines(crop)
        before = app.sent
        box.refresh()
        await pilot.pause(0.05)
        assert app.sent > before
        assert asked == []
