"""By mouse alone: the keys of the footer, titles, columns, the strip, dialogs and lists."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList
from tui_hands import at_work
from tui_material import MIDDLE, NARROW, WIDE, corpus, on_the_loop

from workbench.tui.dialogs.chooser import Chooser
from workbench.tui.dialogs.confirm import Confirm
from workbench.tui.dialogs.form import Form
from workbench.tui.screens.help import Help
from workbench.tui.screens.history import History
from workbench.tui.screens.reviews import ReviewsScreen


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE])
@on_the_loop
async def test_the_footer_always_offers_help_and_the_palette_which_has_everything_else(
    tmp_path, size
):
    async with at_work(corpus(tmp_path), size=size) as hand:
        shown = [command.id for *_, command in hand.screen.key_line._places]
        assert "help" in shown
        assert "palette" in shown
        await hand.click_key("palette")
        assert hand.app.screen is not hand.screen


@on_the_loop
async def test_undo_in_the_footer_takes_back(tmp_path):
    async with at_work(corpus(tmp_path), size=(260, 48)) as hand:
        await hand.click_key("claim.make")
        assert len(hand.claims) == 1
        await hand.click_key("undo")
        assert hand.claims == []


@pytest.mark.parametrize(
    ("command", "screen"),
    [("help", Help), ("article.choose", Chooser), ("history", History), ("export", Form)],
)
@on_the_loop
async def test_what_opens_from_the_footer_closes_by_mouse(tmp_path, command, screen):
    async with at_work(corpus(tmp_path), size=(300, 48)) as hand:
        await hand.click_key(command)
        assert isinstance(hand.app.screen, screen)
        await hand.click_dialog_key("back")
        assert hand.app.screen is hand.screen


@on_the_loop
async def test_the_other_keys_of_the_footer_do_what_the_keys_do(tmp_path):
    async with at_work(corpus(tmp_path), size=(300, 48)) as hand:
        await hand.click_key("select.sentence")
        assert hand.pane.selection is not None
        await hand.click_key("back")
        assert hand.pane.selection is None
        await hand.click_key("select.toggle")
        assert hand.pane.selection is not None
        await hand.click_key("back")
        await hand.click_key("claim.make")
        await hand.click_key("copy.quote")
        assert "That stand" in hand.app.clipboard
        await hand.click_key("claim.edges")
        assert hand.screen.edges
        await hand.click_key("back")
        await hand.click_key("pane.next")
        assert hand.here == 2
        await hand.click_key("claim.next")
        assert hand.heard("no further claim")
        await hand.click_key("conflict.next")
        assert hand.heard("No conflicts")
        await hand.click(hand.pane_of(1), 3, 0)
        await hand.click_key("delete")
        assert hand.claims == []
        await hand.click_key("quit")
        assert isinstance(hand.app.screen, ReviewsScreen)


@on_the_loop
async def test_a_click_between_two_keys_of_the_footer_does_nothing(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        line = hand.screen.key_line
        start, end, _ = line._places[0]
        await hand.click(line, line.styles.gutter.left + end + 1, 0)
        assert hand.claims == []
        assert hand.app.screen is hand.screen
        await hand.click(line, line.styles.gutter.left + start, 0)
        assert len(hand.claims) == 1


@on_the_loop
async def test_the_palette_runs_a_command_by_mouse(tmp_path):
    async with at_work(corpus(tmp_path), size=(300, 48)) as hand:
        await hand.click_key("palette")
        await hand.pilot.pause(0.3)
        await hand.settle()
        await hand.click_text("begin or drop a selection")
        await hand.pilot.pause(0.2)
        await hand.settle()
        assert hand.app.screen is hand.screen
        assert hand.pane.selection is not None


@on_the_loop
async def test_a_click_on_a_title_chooses_the_article_of_that_pane(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.click(hand.board.frames[2].title, 5, 0)
        screen = hand.app.screen
        assert isinstance(screen, Chooser)
        options = screen.query_one(OptionList)
        assert options.highlighted == 2
        await hand.click(options, 5, 4)
        assert hand.shown == [1, 2, 5]
        assert hand.here == 5
        assert hand.pane.has_focus


@on_the_loop
async def test_a_click_on_the_column_goes_to_that_part_of_the_article(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        column = hand.board.frames[1].overview
        pane = hand.pane_of(2)
        await hand.click(column, 0, column.size.height - 1)
        assert hand.pane is pane
        assert pane.has_focus
        assert hand.cursor > len(pane.text) * 0.9
        assert 0 <= pane.level_of(hand.cursor) < pane.height
        await hand.click(column, 0, 0)
        assert hand.cursor == 0


@on_the_loop
async def test_a_click_chooses_a_line_of_the_strip_and_two_go_to_its_words(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        one, other = await hand.pair(relation="a")
        await hand.click(hand.strip, 30, 2)
        assert hand.strip.has_focus
        assert hand.strip.chosen is not None
        assert hand.strip.chosen.claim_id == other.id
        assert hand.strip.view.items[0].claim_id == one.id
        await hand.click_key("link.conflicts")
        assert hand.links[0].relation == "conflicts"
        await hand.click_key("claim.make")  # in the strip: the link's reason
        assert isinstance(hand.app.screen, Form)
        await hand.click_dialog_key("back")
        await hand.click(hand.strip, 30, 2, times=2)
        assert (hand.here, hand.cursor) == (5, other.start)
        assert hand.pane.has_focus


@on_the_loop
async def test_a_link_is_deleted_by_mouse(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.pair()
        await hand.click(hand.strip, 30, 2)
        await hand.click_key("delete")
        assert hand.links == []
        assert len(hand.claims) == 2


@on_the_loop
async def test_a_click_on_the_first_line_of_the_strip_acts_on_no_link(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.pair(relation="a")
        await hand.click(hand.strip, 30, 1)
        await hand.press("c")
        assert hand.links[0].relation == "agrees"
        await hand.press("d")
        assert len(hand.links) == 1
        assert len(hand.claims) == 2


@on_the_loop
async def test_the_claims_dialog_is_saved_left_and_discarded_by_mouse(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.click_key("claim.make")
        await hand.click_key("claim.make")
        assert isinstance(hand.app.screen, Form)
        await hand.type("Lavrov")  # typing takes keys
        await hand.click(hand.app.screen.query_one("#origin"), 3, 0)
        await hand.type("TASS")
        await hand.click_dialog_key("save")
        assert (hand.claim(1).claimant, hand.claim(1).origin) == ("Lavrov", "TASS")
        await hand.click_key("claim.make")
        await hand.type("!")
        await hand.click_dialog_key("back")
        assert hand.screen.drafts
        await hand.click_key("claim.make")
        await hand.click_dialog_key("discard")
        assert hand.screen.drafts == {}
        assert hand.claim(1).claimant == "Lavrov"


@on_the_loop
async def test_articles_are_chosen_edited_and_removed_by_mouse(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.click(hand.board.frames[0].title, 5, 0)
        await hand.click_dialog_key("edit")
        assert isinstance(hand.app.screen, Form)
        await hand.click_dialog_key("back")
        await hand.click(hand.board.frames[0].title, 5, 0)
        await hand.click_dialog_key("add")
        assert isinstance(hand.app.screen, Form)
        await hand.click_dialog_key("back")
        await hand.click(hand.board.frames[0].title, 5, 0)
        await hand.click_dialog_key("remove")
        assert len(hand.state.articles) == 4
        await hand.click_key("article.choose")
        await hand.click_dialog_key("show")
        assert hand.app.screen is hand.screen


@on_the_loop
async def test_an_article_other_than_the_one_shown_is_edited_by_mouse(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.click(hand.board.frames[0].title, 5, 0)
        # A click on a line shows that article: from its own pane it can then be edited.
        await hand.click(hand.app.screen.query_one(OptionList), 5, 4)
        assert hand.shown[0] == 5
        await hand.click(hand.board.frames[0].title, 5, 0)
        await hand.click_dialog_key("edit")
        assert isinstance(hand.app.screen, Form)
        assert hand.app.screen.values()["outlet"] == "Orrin Bay Post"
        await hand.click_dialog_key("back")


@on_the_loop
async def test_history_undoes_and_redoes_by_mouse(tmp_path):
    async with at_work(corpus(tmp_path), size=(300, 48)) as hand:
        await hand.click_key("claim.make")
        await hand.click_key("history")
        await hand.click_dialog_key("undo")
        assert hand.claims == []
        await hand.click_dialog_key("redo")
        assert len(hand.claims) == 1
        await hand.click_dialog_key("back")


@on_the_loop
async def test_the_search_line_is_left_by_mouse_and_its_hits_are_walked(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.click_key("search")
        await hand.type("Bagram")
        await hand.press("enter")
        place = hand.cursor
        await hand.click_key("go.forward")
        assert hand.cursor != place
        await hand.click_key("back")
        assert hand.screen.search is None


@on_the_loop
async def test_a_click_opens_a_review_of_the_list(tmp_path):
    async with at_work(corpus(tmp_path), listed=True) as hand:
        await hand.click(hand.app.screen.query_one(OptionList), 5, 0)
        assert hand.app.screen is hand.screen
        assert hand.shown == [1, 2, 3]


@pytest.mark.parametrize("label", ["new", "add", "rename"])
@on_the_loop
async def test_the_lists_dialogs_open_and_close_by_mouse(tmp_path, label):
    async with at_work(corpus(tmp_path), listed=True) as hand:
        listing = hand.app.screen
        await hand.click_dialog_key(label)
        assert isinstance(hand.app.screen, Form)
        await hand.click_dialog_key("back")
        assert hand.app.screen is listing


@on_the_loop
async def test_a_review_is_deleted_or_kept_by_mouse(tmp_path):
    async with at_work(corpus(tmp_path), listed=True) as hand:
        for answer, left in (("no", 1), ("yes", 0)):
            await hand.click_dialog_key("delete")
            assert isinstance(hand.app.screen, Confirm)
            await hand.click_dialog_key(answer)
            assert len(hand.app.store.reviews()) == left


@on_the_loop
async def test_the_program_is_left_by_mouse(tmp_path):
    async with at_work(corpus(tmp_path), listed=True) as hand:
        await hand.click_dialog_key("quit")
        assert not hand.app.is_running


@on_the_loop
async def test_help_opens_and_closes_on_the_list_by_mouse(tmp_path):
    async with at_work(corpus(tmp_path), listed=True) as hand:
        listing = hand.app.screen
        await hand.click_dialog_key("help")
        assert isinstance(hand.app.screen, Help)
        await hand.click_dialog_key("back")
        assert hand.app.screen is listing
