"""Panes side by side or one above the other, their sizes, and the strip's: by key and by mouse."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tui_hands import at_work
from tui_material import NARROW, WIDE, corpus, on_the_loop

from workbench.tui.layout.rooms import MOST_STRIP_ROWS, resized, strip_rows


def widths(hand) -> list[int]:
    return [frame.size.width for frame in hand.board.frames]


def heights(hand) -> list[int]:
    return [frame.size.height for frame in hand.board.frames]


# How room is shared out


@given(
    st.lists(st.integers(1, 200), max_size=9), st.integers(0, 8), st.integers(-300, 300),
    st.integers(1, 40),
)  # fmt: skip
def test_what_one_pane_gains_its_neighbour_loses(sizes, index, by, least):
    index = min(index, max(0, len(sizes) - 1))
    new = resized(sizes, index, by, least)
    assert sum(new) == sum(sizes)
    assert all(size >= min(least, before) for size, before in zip(new, sizes, strict=True))
    if len(sizes) > 1:
        assert (new[index] - sizes[index]) * by >= 0
        assert sum(a != b for a, b in zip(new, sizes, strict=True)) in (0, 2)


@pytest.mark.parametrize(
    ("height", "wanted", "rows"),
    [(24, 0, 5), (40, 0, 8), (100, 0, 12), (40, 20, 20), (24, 30, 16), (16, 1, 3), (24, 2, 3)],
)
def test_the_strip_gets_a_fifth_or_what_was_asked_for_and_panes_keep_their_least(
    height, wanted, rows
):
    assert strip_rows(height, wanted) == rows


# Panes


@on_the_loop
async def test_l_stacks_the_panes_and_puts_them_side_by_side_again(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        assert hand.shown == [1, 2, 3]
        before = widths(hand)
        await hand.press("2", "pagedown")
        top = hand.pane.position.top
        await hand.press("L")
        assert hand.board.stacked
        assert set(widths(hand)) == {WIDE[0]}
        assert sum(heights(hand)) == hand.board.size.height
        assert max(heights(hand)) - min(heights(hand)) <= 1
        assert hand.here == 2
        assert hand.pane.position.top == top
        await hand.press("L")
        assert widths(hand) == before
        assert hand.pane.position.top == top


@on_the_loop
async def test_at_80_columns_stacked_panes_show_two_articles_at_once(tmp_path):
    async with at_work(corpus(tmp_path), size=NARROW) as hand:
        assert hand.shown == [1]
        await hand.press("L")
        assert hand.shown == [1, 2]
        await hand.pair()
        await hand.press("space")
        assert len(hand.shown) == 2
        assert len(set(hand.shown)) == 2


@on_the_loop
async def test_full_stop_and_comma_make_a_pane_larger_and_smaller(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        even = widths(hand)
        await hand.press("2", ".", ".")
        assert widths(hand) == [even[0], even[1] + 8, even[2] - 8]
        await hand.press("3", ".")
        assert widths(hand) == [even[0], even[1] + 4, even[2] - 4]
        await hand.press(*[","] * 60)
        assert widths(hand)[2] == 16
        assert sum(widths(hand)) == WIDE[0]
        await hand.press("=")
        assert widths(hand) == even
        await hand.press("L", "1", ".")
        assert heights(hand)[0] > heights(hand)[2]
        await hand.press("z", ".")
        assert hand.heard("no other pane")


@on_the_loop
async def test_sizes_and_layout_are_there_again_the_next_day(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path, size=WIDE) as hand:
        await hand.press("L", "1", ".", ".", "I")
        left = heights(hand)
        await hand.press("q")
    async with at_work(path, size=WIDE) as hand:
        assert hand.board.stacked
        assert heights(hand) == left
        assert hand.strip.size.height == 1
        await hand.press("I", "L")
        await hand.press("2", ".")
        left = widths(hand)
        await hand.press("q")
    async with at_work(path, size=WIDE) as hand:
        assert widths(hand) == left
        assert hand.strip.size.height > 1
        await hand.resize(320, 48)
        assert len(hand.board.frames) > 3


@on_the_loop
async def test_an_edge_between_panes_is_dragged_with_the_mouse(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        even = widths(hand)
        first = hand.board.frames[0]
        cursor = hand.cursor
        await hand.drag(first.overview, (0, 5), (3, 5), (7, 6))  # from where it is by then
        assert widths(hand) == [even[0] + 10, even[1] - 10, even[2]]
        await hand.drag(first.overview, (0, 5), (-30, 5))
        assert widths(hand) == [even[0] + 10 - 30, even[1] - 10 + 30, even[2]]
        assert hand.cursor == cursor
        assert hand.app.mouse_captured is None
        last = hand.board.frames[-1]
        await hand.drag(last.overview, (0, 5), (-20, 5))
        assert sum(widths(hand)) == WIDE[0]
        assert widths(hand)[2] == even[2]


@on_the_loop
async def test_stacked_panes_are_dragged_by_their_titles(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        await hand.press("L")
        even = heights(hand)
        await hand.drag(hand.board.frames[1].title, (20, 0), (20, 2), (21, 2))
        assert heights(hand) == [even[0] + 4, even[1] - 4, even[2]]
        await hand.drag(hand.board.frames[0].title, (20, 0), (20, 4))
        assert heights(hand) == [even[0] + 4, even[1] - 4, even[2]]
        assert hand.app.screen is hand.screen
        await hand.click(hand.board.frames[1].title, 5, 0)
        assert hand.app.screen is not hand.screen


@on_the_loop
async def test_along_the_column_the_mouse_leafs_through_the_article(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        column = hand.board.frames[1].overview
        before = widths(hand)
        await hand.drag(column, (0, 0), (0, 4), (0, column.size.height - 1))
        assert hand.here == 2
        assert hand.cursor > len(hand.pane.text) * 0.9
        assert widths(hand) == before


@on_the_loop
async def test_a_pane_zoomed_while_its_edge_is_dragged_lets_go_of_the_mouse(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        await hand.press("1")
        await hand.drag(hand.board.frames[1].overview, (0, 5), (3, 5), up=False)
        await hand.press("z")
        assert hand.app.mouse_captured is None


# The strip


@on_the_loop
async def test_capital_i_puts_the_strip_away_but_for_a_line(tmp_path):
    async with at_work(corpus(tmp_path), size=NARROW) as hand:
        one, _ = await hand.pair()
        rows = hand.pane.height
        strip = hand.strip.size.height
        await hand.press("I")
        assert hand.strip.size.height == 1
        assert hand.pane.height == rows + strip - 1
        assert f"claim {one.number}" in hand.picture()[-2]
        assert "1 more" in hand.picture()[-2]
        await hand.press("i")
        assert hand.strip.size.height == strip
        assert hand.strip.has_focus
        await hand.press("I")
        assert hand.strip.size.height == 1
        assert hand.pane.has_focus


@on_the_loop
async def test_linking_brings_the_strip_back_and_puts_it_away_afterwards(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("I", "enter", "space")
        assert hand.strip.size.height > 4
        await hand.press("escape")
        assert hand.strip.size.height == 1


@on_the_loop
async def test_the_strip_is_made_larger_by_key_and_by_dragging_its_heading(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.pair()
        rows = hand.strip.size.height
        await hand.press("i", ".", ".", ",")
        assert hand.strip.size.height == rows + 1
        await hand.drag(hand.strip, (10, 0), (10, -3), (11, -2))
        assert hand.strip.size.height == rows + 6
        await hand.drag(hand.strip, (10, 0), (10, -400))
        assert hand.strip.size.height <= MOST_STRIP_ROWS
        assert all(frame.pane.height >= 2 for frame in hand.board.frames)
        await hand.drag(hand.strip, (10, 0), (10, 400))
        assert hand.strip.size.height == 1
        await hand.click(hand.strip, 10, 0)
        rows = hand.strip.size.height
        assert rows > 3
        await hand.click(hand.strip, 10, 0)
        assert hand.strip.size.height == rows
        await hand.click(hand.strip, 10, 0, times=2)
        assert hand.strip.size.height == 1


@on_the_loop
async def test_putting_the_strip_away_moves_no_text(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("pagedown")
        tops = [frame.pane.position.top for frame in hand.board.frames]
        await hand.press("I", "I", ".", ",")
        assert [frame.pane.position.top for frame in hand.board.frames] == tops


@on_the_loop
async def test_a_strip_dragged_away_does_not_keep_the_keys(tmp_path):
    async with at_work(corpus(tmp_path), size=NARROW) as hand:
        await hand.pair()
        await hand.press("i")
        await hand.drag(hand.strip, (10, 0), (10, 400))
        assert hand.strip.size.height == 1
        assert hand.pane.has_focus
        await hand.press("x")
        assert len(hand.links) == 1


@on_the_loop
async def test_linking_with_the_strip_away_takes_no_pane_and_no_size(tmp_path):
    async with at_work(corpus(tmp_path), size=(160, 28)) as hand:
        await hand.press("L", "I", "1", ".", "enter")
        shown, left = len(hand.shown), heights(hand)
        assert shown == 3
        await hand.press("space")
        assert hand.strip.size.height > 4
        assert len(hand.shown) == shown
        await hand.press("escape")
        assert heights(hand) == left


@on_the_loop
async def test_what_changes_while_the_terminal_is_too_small_costs_no_pane(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        await hand.press("1", ".", "3")
        shown, left = hand.shown, widths(hand)
        await hand.resize(50, 10)
        hand.screen.lay_out()  # as after an article that came in meanwhile
        await hand.settle()
        await hand.resize(*WIDE)
        assert hand.shown == shown
        assert widths(hand) == left


@on_the_loop
async def test_a_review_opened_where_there_is_no_room_comes_back_with_all_its_panes(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path, size=WIDE) as hand:
        await hand.press("1", ".", "3")
        shown, left = hand.shown, widths(hand)
        hand.screen.save_session(now=True)
    async with at_work(path, size=(50, 10)) as hand:
        hand.screen.save_session(now=True)
        await hand.resize(*WIDE)
        assert hand.shown == shown
        assert widths(hand) == left
    async with at_work(path, size=(50, 10)) as hand:
        await hand.resize(80, 24)
        assert len(hand.shown) == 1
