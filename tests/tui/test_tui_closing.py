"""Clicks and keys that come quicker than the screen changes: nothing else is closed, nothing ends."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual import events
from textual.widgets import OptionList
from tui_hands import at_work
from tui_material import corpus, on_the_loop

from workbench.tui.screens.points import PointsScreen
from workbench.tui.widgets.points_table import PointsTable
from workbench.tui.widgets.steady_list import SteadyList


def quick_clicks(hand, x: int, y: int, times: int) -> None:
    """Clicks that nobody waits for, as a trackpad sends them."""
    hand._clock += 2.0
    hand._mouse(events.MouseMove, x, y)
    for _ in range(times):
        hand._mouse(events.MouseDown, x, y, 1)
        hand._mouse(events.MouseUp, x, y, 1)
        hand._clock += 0.1


def place_of(hand, words: str) -> tuple[int, int]:
    """Where words stand on the screen."""
    found = [(line.find(words), y) for y, line in enumerate(hand.picture()) if words in line]
    assert found, hand.text()
    return found[0]


@pytest.mark.parametrize("times", [2, 3, 4])
@on_the_loop
async def test_clicks_on_a_point_lead_to_its_words_and_close_no_more_than_the_matrix(
    tmp_path, times
):
    async with at_work(corpus(tmp_path)) as hand:
        claim = await hand.mark(4, "Russia")
        await hand.press("p")
        assert isinstance(hand.app.screen, PointsScreen)
        table = hand.app.screen.query_one(PointsTable)
        quick_clicks(hand, *hand.at(table, 8, 2), times)
        await hand.settle()
        assert hand.app.screen is hand.screen
        assert hand.screen.current == claim.id


@on_the_loop
async def test_two_clicks_on_an_article_of_the_list_close_no_more_than_the_list(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("o")
        options = hand.app.screen.query_one(OptionList)
        quick_clicks(hand, *hand.at(options, 3, 2), 2)
        await hand.settle()
        assert hand.app.screen is hand.screen
        assert hand.here == 3


@on_the_loop
async def test_two_clicks_on_the_way_back_close_one_screen(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("p")
        quick_clicks(hand, *place_of(hand, "esc back"), 2)
        await hand.settle()
        assert hand.app.screen is hand.screen


@on_the_loop
async def test_two_clicks_beside_the_palette_close_the_palette_alone(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("p", "ctrl+p")
        width, height = hand.app.size
        quick_clicks(hand, width // 2, height - 1, 3)
        await hand.settle()
        assert isinstance(hand.app.screen, PointsScreen)


@pytest.mark.parametrize("page", ["page_up", "page_down"])
@on_the_loop
async def test_a_page_turned_before_a_list_has_a_size_ends_nothing(tmp_path, page):
    async with at_work(corpus(tmp_path)):
        options = SteadyList("one", "two")
        options.set_reactive(SteadyList.highlighted, 1)
        getattr(options, f"action_{page}")()
        assert options.highlighted == 1


@pytest.mark.parametrize("opened", ["ctrl+p", "H", "o"])
@on_the_loop
async def test_a_click_on_a_line_that_is_gone_meanwhile_ends_nothing(tmp_path, opened):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press(opened)
        options = hand.app.screen.query_one(OptionList)
        click = events.Click(
            options, 4, 5, 0, 0, 1, shift=False, meta=False, ctrl=False,
            style=Style(meta={"option": 999}),
        )  # fmt: skip
        options.post_message(click)
        await hand.settle()
        assert hand.app.is_running
        assert hand.app._exception is None


@on_the_loop
async def test_no_command_is_looked_for_where_there_is_no_room(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.resize(20, 5)
        small = hand.app.screen
        await hand.press("ctrl+p")
        assert hand.app.screen is small
        await hand.resize(120, 30)
        assert hand.app.screen is hand.screen
