"""Only rows that changed are painted again: the cost of a key does not depend on the article."""

from __future__ import annotations

import asyncio
import time

from textual import events
from tui_hands import at_work
from tui_material import MIDDLE, WIDE, corpus, on_the_loop, review_of

from workbench.tui.layout import wrap
from workbench.tui.widgets.article_pane import ArticlePane


class Painted:
    """Which rows of a pane are asked for again, and which are painted afresh."""

    def __init__(self, pane: ArticlePane) -> None:
        self.pane = pane
        self.rows: set[int] = set()
        self.whole = 0
        self.afresh = 0
        refresh, paint = pane.refresh, pane._paint

        def refreshing(*regions, **options):
            if options.get("layout"):
                self.whole += 1
            if not regions and not options.get("layout"):
                self.whole += 1
            for region in regions:
                self.rows |= set(range(region.y, region.y + region.height))
            return refresh(*regions, **options)

        def painting(row, *args):
            self.afresh += row in pane._visible_rows()  # others are painted ahead, in pauses
            return paint(row, *args)

        pane.refresh = refreshing  # type: ignore[method-assign]
        pane._paint = painting  # type: ignore[method-assign]

    def start(self) -> None:
        self.rows, self.whole, self.afresh = set(), 0, 0


@on_the_loop
async def test_moving_the_cursor_paints_the_rows_it_left_and_came_to(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.find(2, "The reasons Trump gives")
        painted = [Painted(frame.pane) for frame in hand.board.frames]
        for key, most in (("right", 1), ("down", 2), ("up", 2), ("w", 2), ("end", 1), ("left", 1)):
            for one in painted:
                one.start()
            await hand.press(key)
            assert painted[1].whole == 0, key
            assert 1 <= len(painted[1].rows) <= most, key
            assert painted[1].afresh <= most, key
            assert painted[0].rows == painted[2].rows == set()
            assert painted[0].whole == painted[2].whole == 0


@on_the_loop
async def test_extending_a_selection_paints_only_what_joined_it(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.find(2, "The reasons Trump gives")
        await hand.press("v", "down", "down")
        painted = Painted(hand.pane)
        await hand.press("right")
        assert painted.whole == 0
        assert len(painted.rows) <= 2
        painted.start()
        await hand.press("down")
        assert len(painted.rows) <= 3


@on_the_loop
async def test_a_drag_paints_only_rows_between_its_last_two_places(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        pane = hand.pane_of(2)
        await hand.drag(pane, (4, 3), (10, 3), up=False)
        painted = Painted(pane)
        place = pane.region.offset
        hand._mouse(events.MouseMove, place.x + 12, place.y + 4, 1)
        await hand.settle()
        assert painted.whole == 0
        assert painted.rows <= {3, 4, 5}
        hand._mouse(events.MouseUp, place.x + 12, place.y + 4, 1)
        await hand.settle()


@on_the_loop
async def test_hovering_paints_nothing(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.hover(hand.pane_of(2), 1, 1)
        painted = [Painted(frame.pane) for frame in hand.board.frames]
        for x in range(2, 40, 3):
            await hand.hover(hand.pane_of(2), x, 5)
            await hand.hover(hand.pane_of(1), x, 7)
        assert [one.rows for one in painted] == [set()] * 3
        assert [one.whole for one in painted] == [0] * 3
        assert [one.afresh for one in painted] == [0] * 3


@on_the_loop
async def test_scrolling_back_paints_from_the_cache(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        pane = hand.pane_of(2)
        await hand.wheel(pane, times=2)
        painted = Painted(pane)
        await hand.wheel(pane, down=False)
        await hand.wheel(pane)
        assert painted.afresh == 0


@on_the_loop
async def test_a_new_claim_leaves_the_panes_of_other_articles_alone(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        painted = [Painted(frame.pane) for frame in hand.board.frames]
        await hand.press("enter")
        assert painted[1].afresh == painted[2].afresh == 0
        assert painted[1].rows == painted[2].rows == set()
        assert painted[0].afresh > 0


@on_the_loop
async def test_stepping_onto_a_claim_and_off_it_leaves_the_other_panes_alone(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(2, "Kabul was quick")
        painted = [Painted(frame.pane) for frame in hand.board.frames]
        for key in (")", "("):
            await hand.press(key)
            assert painted[0].afresh == painted[2].afresh == 0
            assert painted[1].whole == 0


@on_the_loop
async def test_going_to_another_pane_leaves_the_third_alone(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("tab", "shift+tab")
        painted = [Painted(frame.pane) for frame in hand.board.frames]
        await hand.press("tab")
        assert painted[2].afresh == 0
        assert painted[2].rows == set()


@on_the_loop
async def test_a_key_in_a_megabyte_wraps_no_more_than_it_shows(tmp_path, monkeypatch):
    path = tmp_path / "w.db"
    review_of(path, "A paragraph of some words that goes on for a little while.\n\n" * 17_000)
    wrapped = []
    real = wrap._wrap

    def counting(text, start, end, *rest, **options):
        wrapped.append(end - start)
        return real(text, start, end, *rest, **options)

    monkeypatch.setattr(wrap, "_wrap", counting)
    async with at_work(path, size=MIDDLE) as hand:
        assert sum(wrapped) <= 2 * (wrap.BLOCK + wrap._REACH)
        wrapped.clear()
        await hand.press("down", "pagedown", "w")
        assert sum(wrapped) <= wrap.BLOCK + wrap._REACH
        wrapped.clear()
        await hand.press("G")
        assert sum(wrapped) <= 3 * (wrap.BLOCK + wrap._REACH)


@on_the_loop
async def test_what_is_shown_does_not_go_stale(tmp_path):
    """After many acts every row on the screen is what would be painted afresh."""
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        await hand.press("enter", "space", "a", "c", "u", "escape", "ctrl+z", "ctrl+z")
        await hand.press("/")
        await hand.type("Bagram")
        await hand.press(
            "enter", "n", "n", "escape", "v", "down", "down", "escape", "tab", "w", "w"
        )
        await hand.press(
            "t", "t", "!", ">", ">", "<", "d", "ctrl+z", "pagedown", "pageup", "r", "escape"
        )
        before = hand.picture()
        styles = [[*frame.pane.render_lines(frame.pane.size.region)] for frame in hand.board.frames]
        for frame in hand.board.frames:
            frame.pane._strips.clear()
            frame.pane._rows = None
            frame.pane._tables.clear()
        fresh = [[*frame.pane.render_lines(frame.pane.size.region)] for frame in hand.board.frames]
        assert [list(map(list, pane)) for pane in styles] == [
            list(map(list, pane)) for pane in fresh
        ]
        hand.screen.refresh(layout=True)
        await hand.settle()
        assert hand.picture() == before


@on_the_loop
async def test_what_the_compositor_holds_is_what_the_panes_would_paint_now(tmp_path):
    """Rows that changed without being asked for again would show here."""
    async with at_work(corpus(tmp_path), size=MIDDLE) as hand:
        keys = (
            "enter space a escape down enter d w v w escape ) s s escape [ ] tab enter shift+tab "
            "ctrl+d ctrl+u G g tab down space n c escape > < z z"
        )
        for key in keys.split():
            await hand.press(key)
            if hand.app.screen is not hand.screen:
                continue
            lines = hand.picture()
            for frame in hand.board.frames:
                if not frame.display:
                    continue
                pane = frame.pane
                x, y = pane.region.x, pane.region.y
                now = [strip.text for strip in pane.render_lines(pane.size.region)]
                held = lines[y : y + pane.size.height]
                for row, text in enumerate(now):
                    # Narrow text only: a cell of the screen is a letter of the line.
                    assert held[row][x : x + pane.size.width] == text, (key, row)


def _long(folder):
    """A database with a review of one article of some pages."""
    paragraphs = (f"Paragraph {number} of many, and not a long one." for number in range(300))
    review_of(folder / "w.db", "\n\n".join(paragraphs))
    return folder / "w.db"


def _is_rested(surface) -> bool:
    """Whether all that is painted ahead is."""
    return surface._ahead_of == surface.view() and not surface._timer._active.is_set()


async def _ahead(hand) -> None:
    """Until the pages around the one in view are painted."""
    surface = hand.pane
    for _ in range(200):
        await asyncio.sleep(0.01)
        if _is_rested(surface):
            return
    raise AssertionError("nothing was painted ahead")


@on_the_loop
async def test_in_a_pause_the_pages_around_are_painted_and_turning_paints_no_row_but_the_cursors(
    tmp_path,
):
    async with at_work(_long(tmp_path)) as hand:
        for key, most in (("pagedown", 1), ("pagedown", 1), ("pageup", 1)):
            await _ahead(hand)
            painted = Painted(hand.pane)
            hand.app.last_input = time.monotonic() + 60  # nothing more is painted ahead
            await hand.press(key)
            hand.app.last_input = 0.0
            assert painted.afresh <= most, key


@on_the_loop
async def test_nothing_is_painted_ahead_while_keys_are_pressed(tmp_path):
    async with at_work(_long(tmp_path)) as hand:
        await _ahead(hand)
        hand.app.last_input = time.monotonic() + 60
        hand.pane.action_move("end")
        await asyncio.sleep(0.1)  # the frame itself
        painted = len(hand.pane._strips)
        await asyncio.sleep(0.1)
        assert not _is_rested(hand.pane)
        assert len(hand.pane._strips) == painted
        hand.app.last_input = 0.0
        await _ahead(hand)


@on_the_loop
async def test_what_was_painted_ahead_is_not_shown_once_a_claim_lies_over_it(tmp_path):
    async with at_work(_long(tmp_path)) as hand:
        await _ahead(hand)
        await hand.mark(1, "Paragraph 20 ")
        await hand.press("g")
        await _ahead(hand)
        await hand.press("pagedown")
        assert any("Paragraph 20 " in line and "?" in line[:4] for line in hand.picture())
