"""What is typed, clicked and pasted ahead is dealt with in the order in which it came."""

from __future__ import annotations

import pytest
from textual import events
from tui_hands import at_work
from tui_material import OFFICE_4, WIDE, corpus, on_the_loop

from workbench.tui.dialogs.chooser import Chooser
from workbench.tui.dialogs.form import Field, Form


@on_the_loop
async def test_a_click_behind_a_key_comes_after_it(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        target = hand.pane_of(2)
        place = hand.at(target, 12, 4)
        await hand.send("tab")
        await hand.send("tab")
        hand._mouse(events.MouseMove, *place)
        hand._mouse(events.MouseDown, *place, 1)
        hand._mouse(events.MouseUp, *place, 1)
        await hand.settle()
        assert target.has_focus
        assert hand.cursor == target.offset_under(12, 4)


@on_the_loop
async def test_a_paste_behind_the_key_that_opens_a_line_goes_into_the_line(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        await hand.send("/")
        hand.app._driver.send_message(events.Paste("Kabulov"))
        await hand.send("enter")
        await hand.settle()
        assert hand.screen.search is not None
        assert hand.screen.search.wanted == "Kabulov"


@pytest.mark.parametrize("size", [WIDE, (80, 24)])
@on_the_loop
async def test_words_behind_the_key_that_opens_a_dialog_go_into_the_dialog(tmp_path, size):
    async with at_work(corpus(tmp_path), size=size) as hand:
        await hand.mark(4, OFFICE_4)
        for key in ("enter", "d", "a", "c", "x", "tab", "q", "u"):
            await hand.send(key)
        await hand.settle()
        assert isinstance(hand.app.screen, Form)
        assert hand.app.screen.values()["claimant"] == "dacx"
        assert hand.app.screen.values()["origin"] == "qu"
        await hand.press("ctrl+d")


@on_the_loop
async def test_a_key_acts_though_what_the_one_before_was_waiting_for_is_gone(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        gone = hand.pane_of(3)
        await hand.press("-")
        assert not gone.is_running
        hand.app._waiting_for = gone
        await hand.press("o")
        assert isinstance(hand.app.screen, Chooser)


@on_the_loop
async def test_a_key_waits_for_the_dialog_that_a_click_has_opened(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        hand.app.push_screen(Form("Anything", [Field("name", "Name")]))
        for key in ("d", "q"):
            await hand.send(key)
        await hand.settle()
        assert hand.app.screen.values() == {"name": "dq"}
        await hand.press("escape")


@on_the_loop
async def test_a_key_waits_for_the_review_that_a_click_has_opened(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE, listed=True) as hand:
        hand.app.open_review(hand.app.store.reviews()[0].id)
        for key in ("tab", "z"):
            await hand.send(key)
        await hand.settle()
        assert hand.pane is hand.pane_of(2)
        assert hand.pane.has_focus
        assert hand.board.zoomed
