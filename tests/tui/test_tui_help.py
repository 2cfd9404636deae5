"""Help and palette; and nothing that moves by itself."""

from __future__ import annotations

import pytest
from textual.command import CommandPalette
from textual.widgets import Input, OptionList, TextArea
from tui_hands import at_work
from tui_material import NARROW, corpus, on_the_loop

from workbench.tui.app import PLACES
from workbench.tui.bound_keys import BoundKeys
from workbench.tui.dialogs.form import Form
from workbench.tui.keys import COMMANDS, commands_of
from workbench.tui.screens.help import Help, _content


@on_the_loop
async def test_help_lists_every_key_of_a_review(tmp_path):
    async with at_work(corpus(tmp_path), size=(160, 140)) as hand:
        await hand.press("?")
        assert isinstance(hand.app.screen, Help)
        shown = hand.text()
        for command in commands_of("pane", "review", "strip", "everywhere"):
            if not (command.id.startswith("pane.") and command.id[5:].isdigit()):
                assert command.help[:60] in shown, command.id
        await hand.press("escape")
        assert hand.app.screen is hand.screen


@on_the_loop
async def test_help_on_the_list_lists_its_keys_and_no_others(tmp_path):
    async with at_work(corpus(tmp_path), listed=True, size=(160, 60)) as hand:
        await hand.press("?")
        shown = hand.text()
        assert all(command.help in shown for command in commands_of("reviews"))
        assert "while linking" not in shown
        await hand.press("?")
        assert not isinstance(hand.app.screen, Help)


@pytest.mark.parametrize("opening", ["H", "o"])
@on_the_loop
async def test_help_in_a_dialog_does_not_list_the_keys_of_the_list_of_reviews(tmp_path, opening):
    async with at_work(corpus(tmp_path), size=(160, 60)) as hand:
        await hand.press(opening, "?")
        assert "make a review" not in hand.text()
        place = {"H": "history", "o": "chooser"}[opening]
        if isinstance(hand.app.screen, Help):
            assert all(command.help in hand.text() for command in commands_of(place))


@pytest.mark.parametrize("places", PLACES.values(), ids="+".join)
def test_there_is_help_for_every_place_that_has_some(places):
    shown = _content((*places, "everywhere"), BoundKeys()).plain
    for command in commands_of(*places):
        assert command.help in shown or command.id.startswith("pane.")


@on_the_loop
async def test_the_matrix_of_points_has_help(tmp_path):
    async with at_work(corpus(tmp_path), size=(160, 60)) as hand:
        await hand.press("p", "?")
        assert isinstance(hand.app.screen, Help)
        assert "In the matrix of points" in hand.text()


@on_the_loop
async def test_help_scrolls_on_a_small_screen(tmp_path):
    async with at_work(corpus(tmp_path), size=NARROW) as hand:
        await hand.press("?")
        before = hand.text()
        await hand.press("pagedown")
        await hand.until(lambda: hand.text() != before)  # Textual scrolls by a timer
        await hand.press("end")
        await hand.until(lambda: "Nothing is ever unsaved" in hand.text())


@on_the_loop
async def test_nothing_blinks_or_animates_unasked(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        assert hand.app.animation_level == "none"
        await hand.press("enter", "enter")
        assert isinstance(hand.app.screen, Form)
        boxes = [*hand.app.screen.query(Input), *hand.app.screen.query(TextArea)]
        assert len(boxes) == 4
        assert not any(box.cursor_blink for box in boxes)
        await hand.press("escape", "/")
        assert not hand.screen.search_bar.query_one(Input).cursor_blink


async def palette(hand, words: str) -> None:
    await hand.press("ctrl+p")
    assert isinstance(hand.app.screen, CommandPalette)
    await hand.type(words)
    for _ in range(40):
        await hand.pilot.pause(0.05)
        if hand.app.screen.query_one(OptionList).option_count:
            break


@on_the_loop
async def test_the_palette_finds_conflict_and_goes_there(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await palette(hand, "next conflict")
        assert "conflict" in hand.text()
        await hand.press("enter")
        await hand.pilot.pause(0.1)
        assert hand.app.screen is hand.screen
        assert hand.heard("No conflicts")


@on_the_loop
async def test_the_palette_acts_on_the_pane_it_was_opened_from(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("2", "}")
        await palette(hand, "select the sentence")
        await hand.press("enter")
        await hand.pilot.pause(0.1)
        assert hand.here == 2
        assert hand.pane.selection is not None


@on_the_loop
async def test_the_palette_of_the_list_offers_only_what_works_there(tmp_path):
    async with at_work(corpus(tmp_path), listed=True, size=(160, 60)) as hand:
        await hand.press("ctrl+p")
        for _ in range(40):
            await hand.pilot.pause(0.05)
            if hand.app.screen.query_one(OptionList).option_count:
                break
        shown = hand.text()
        assert "make a review" in shown
        assert "to the next conflict" not in shown
        await hand.press("escape")


@on_the_loop
async def test_every_command_of_a_review_is_in_its_palette(tmp_path):
    from workbench.tui.palette import Commands

    async with at_work(corpus(tmp_path)) as hand:
        offered = {command.id for command, _ in Commands(hand.screen)._offered()}
        wanted = {c.id for c in COMMANDS if c.place in ("pane", "review")}
        assert {name for name in wanted - offered if not name.startswith("move.")} == set()


@pytest.mark.parametrize(
    ("opened", "places"), [("p", ("points", "points table")), ("H", ("history",))]
)
@on_the_loop
async def test_every_command_of_matrix_and_history_is_in_their_palette(tmp_path, opened, places):
    from workbench.tui.palette import Commands

    async with at_work(corpus(tmp_path)) as hand:
        await hand.press(opened)
        offered = {command.id for command, _ in Commands(hand.app.screen)._offered()}
        assert {c.id for c in COMMANDS if c.place in places} <= offered
        assert not {c.id for c in COMMANDS if c.place in ("review", "pane")} & offered


@on_the_loop
async def test_the_palette_of_the_matrix_sorts_it(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(4, "Russia")
        await hand.press("p")
        await palette(hand, "sort")
        await hand.press("enter")
        await hand.until(lambda: "by first publication" in hand.text())
