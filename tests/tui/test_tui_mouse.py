"""Everything by mouse alone: click, drag, wheel, the footer's keys, titles, columns, dialogs."""

from __future__ import annotations

import pytest
from textual import events
from tui_hands import at_work
from tui_material import MIDDLE, NARROW, OFFICE_4, OFFICE_5, WIDE, corpus, on_the_loop, review_of

from workbench.core.segments import word_at
from workbench.core.sentences import sentence_at
from workbench.tui.widgets.pane_surface import GUTTER


def cell_of(pane, offset: int) -> tuple[int, int]:
    """The cell of a pane in which an offset stands."""
    y = pane.level_of(offset)
    row = pane.table.row_at(offset)
    return GUTTER + pane.table.cells_before(row, offset), y


async def click_words(hand, number: int, words: str, *, times: int = 1) -> None:
    """Click the first of some words, turning the wheel until they are in view."""
    pane = hand.pane_of(number)
    offset = str(pane.text).index(words)
    for _ in range(200):
        level = pane.level_of(offset)
        if 0 <= level < pane.height:
            break
        await hand.wheel(pane, down=level > 0)
    await hand.click(pane, *cell_of(pane, offset), times=times)


async def drag_words(hand, number: int, words: str) -> None:
    """Drag over some words."""
    pane = hand.pane_of(number)
    start = str(pane.text).index(words)
    await click_words(hand, number, words)
    await hand.drag(pane, cell_of(pane, start), cell_of(pane, start + len(words) - 1))


# The pane


@on_the_loop
async def test_a_click_puts_cursor_and_focus_there(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        pane = hand.pane_of(2)
        offset = str(pane.text).index("ministers opposed")
        await hand.click(pane, *cell_of(pane, offset))
        assert hand.pane is pane
        assert pane.has_focus
        assert hand.cursor == offset
        assert pane.selection is None


@on_the_loop
async def test_a_click_beside_the_text_lands_in_the_nearest_row(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        pane = hand.pane_of(1)
        await hand.click(pane, 0, 2)
        assert hand.cursor == pane._visible_rows()[2][0]
        await hand.click(pane, pane.size.width - 1, 2)
        assert pane.table.row_at(hand.cursor) == pane._visible_rows()[2]
        await hand.go(1, 0)
        await hand.wheel(pane, times=300)
        await hand.click(pane, 5, pane.height - 1)
        assert 0 <= pane.level_of(hand.cursor) < pane.height


@on_the_loop
async def test_dragging_selects_whole_letters_forwards_and_backwards(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        pane = hand.pane_of(2)
        start = str(pane.text).index("ministers opposed")
        end = start + len("ministers opposed")
        await hand.drag(
            pane, cell_of(pane, start), cell_of(pane, start + 4), cell_of(pane, end - 1)
        )
        assert hand.selected() == "ministers opposed"
        await hand.drag(pane, cell_of(pane, end - 1), cell_of(pane, start))
        assert hand.selected() == "ministers opposed"
        await hand.click(pane, *cell_of(pane, start))
        assert pane.selection is None


@on_the_loop
async def test_dragging_beyond_the_edge_scrolls_along(tmp_path):
    async with at_work(corpus(tmp_path), size=NARROW) as hand:
        pane = hand.pane
        top = pane.position.top
        below = [(10, pane.height + n % 2) for n in range(8)]
        await hand.drag(pane, (5, pane.height - 2), *below)
        assert pane.position.top > top
        assert hand.selected().count(" ") > 20


@on_the_loop
async def test_a_drag_into_another_pane_stays_in_its_own(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        one, other = hand.pane_of(1), hand.pane_of(2)
        before = other.position.cursor
        await hand.drag(one, (10, 3), (one.size.width + 20, 3))
        assert one.selection is not None
        assert other.selection is None
        assert other.position.cursor == before


@on_the_loop
async def test_two_clicks_select_the_word_and_three_the_sentence(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        pane = hand.pane_of(2)
        offset = str(pane.text).index("opposed")
        await hand.click(pane, *cell_of(pane, offset + 2), times=2)
        assert hand.selected() == "opposed"
        assert pane.selection == word_at(pane.text, offset)
        await hand.click(pane, *cell_of(pane, offset + 2), times=3)
        assert pane.selection == sentence_at(pane.text, offset)


@on_the_loop
async def test_shift_click_extends_to_there(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        pane = hand.pane_of(2)
        start = str(pane.text).index("ministers opposed")
        await hand.click(pane, *cell_of(pane, start))
        await hand.click(pane, *cell_of(pane, start + 8), shift=True)
        assert hand.selected() == "ministers"


@on_the_loop
async def test_the_wheel_scrolls_the_pane_under_it_and_leaves_cursor_and_focus(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        other = hand.pane_of(2)
        cursor, top = other.position.cursor, other.position.top
        await hand.wheel(other, times=2)
        assert other.position.top > top
        assert other.position.cursor == cursor
        assert hand.pane is hand.pane_of(1)
        await hand.wheel(other, down=False, times=5)
        assert other.position.top == 0


@on_the_loop
async def test_the_wheel_stops_with_text_still_in_view(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        pane = hand.pane_of(1)
        await hand.wheel(pane, times=100)
        shown = pane._visible_rows()
        assert len(shown) >= pane.height // 2
        assert shown[-1][1] == len(pane.text)


@pytest.mark.parametrize("shift", [0, 1])
@on_the_loop
async def test_a_click_on_either_half_of_a_wide_letter_is_on_that_letter(tmp_path, shift):
    path = tmp_path / "w.db"
    review_of(path, "a\u4e2d\u6587 \U0001f1e6\U0001f1eb e\u0301x")
    async with at_work(path) as hand:
        await hand.click(hand.pane, GUTTER + 1 + shift, 0)
        assert hand.cursor == 1
        await hand.click(hand.pane, GUTTER + 6 + shift, 0)
        assert hand.cursor == 4


# The road


@pytest.mark.parametrize("size", [MIDDLE, WIDE])
@on_the_loop
async def test_a_linked_and_marked_pair_by_mouse_alone(tmp_path, size):
    async with at_work(corpus(tmp_path), size=size) as hand:
        await click_words(hand, 2, "Kabul was quick")
        await hand.click_key("claim.make")
        await hand.click_key("link.start")
        assert hand.screen.linking is not None
        await hand.click_key("link.conflicts")
        (link,) = hand.links
        assert link.relation == "conflicts"
        assert hand.claim(1).quote == "Kabul was quick to refuse."
        await hand.click_key("go.forward")
        await hand.click_key("link.agrees")
        await hand.click_key("link.unverified")
        assert [one.relation for one in hand.links] == ["conflicts", "agrees", "unverified"]
        if hand.screen.linking is not None:
            await hand.click_key("back")
        assert hand.screen.linking is None
        assert hand.here == 2


@on_the_loop
async def test_words_dragged_over_are_claimed_and_linked_by_mouse_alone(tmp_path):
    async with at_work(corpus(tmp_path), size=(220, 60)) as hand:
        await hand.click(hand.board.frames[0].title, 5, 0)
        await hand.click_text("Orrin Bay")
        await drag_words(hand, 4, OFFICE_4)
        await hand.click_key("claim.make")
        await hand.click_key("link.start")
        await drag_words(hand, 5, OFFICE_5)
        await hand.click_key("link.conflicts")
        assert [claim.quote for claim in hand.claims] == [OFFICE_4, OFFICE_5]
        assert hand.relation(1, 2) == "conflicts"


@on_the_loop
async def test_x_by_mouse(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await click_words(hand, 1, "That stand")
        await hand.click_key("claim.make")
        await hand.click_key("link.start")
        await hand.click_key("link.not_same_event")
        assert len(hand.state.dismissals) == 1


@on_the_loop
async def test_clicks_with_other_buttons_change_nothing(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        pane = hand.pane_of(2)
        before = pane.position.cursor
        for button in (2, 3):
            x, y = hand.at(pane, 10, 5)
            hand._mouse(events.MouseDown, x, y, button)
            await hand.settle()
            hand._mouse(events.MouseUp, x, y, button)
            await hand.settle()
        assert pane.position.cursor == before
        assert pane.selection is None


@on_the_loop
async def test_a_pane_that_goes_while_the_button_is_held_leaves_the_mouse_free(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        await hand.drag(hand.pane_of(3), (5, 3), (9, 3), up=False)
        await hand.press("1")
        await hand.resize(*NARROW)
        assert hand.shown == [1]
        hand._mouse(events.MouseUp, 20, 5, 1)
        await hand.settle()
        await hand.click(hand.pane, 12, 4)
        assert hand.pane.has_focus
        assert hand.cursor == hand.pane.offset_under(12, 4)


@on_the_loop
async def test_a_dialog_that_opens_while_the_button_is_held_leaves_the_mouse_free(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        await hand.drag(hand.pane, (5, 3), (9, 3), up=False)
        await hand.press("o")
        hand._mouse(events.MouseUp, 20, 5, 1)
        await hand.settle()
        assert hand.app.focused is not None
        await hand.press("down", "escape")
        await hand.click(hand.pane_of(2), 12, 4)
        assert hand.pane is hand.pane_of(2)
        assert hand.pane.has_focus
        await hand.hover(hand.pane, 30, 8)
        assert hand.pane.selection is None


@on_the_loop
async def test_a_pane_hidden_by_the_zoom_while_the_button_is_held_leaves_the_mouse_free(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        await hand.drag(hand.pane_of(3), (5, 3), (9, 3), up=False)
        await hand.press("1", "z")
        hand._mouse(events.MouseUp, 20, 5, 1)
        await hand.settle()
        await hand.click(hand.pane, 12, 4)
        assert hand.here == 1
        assert hand.pane.has_focus
        assert hand.cursor == hand.pane.offset_under(12, 4)
