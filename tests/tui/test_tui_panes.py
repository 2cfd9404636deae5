"""Panes: how many, which article in which, zoom, tie, and the keys between them."""

from __future__ import annotations

import pytest
from tui_hands import at_work
from tui_material import MIDDLE, NARROW, WIDE, corpus, on_the_loop, review_of

from workbench.tui.layout.rooms import panes_for

LINE = "Moscow received Afghanistan’s Taliban rulers on Tuesday"


def names(hand) -> str:
    """The title lines, as they stand on the screen."""
    return hand.picture()[1]


@pytest.mark.parametrize(
    ("width", "panes"),
    [
        (1, 1),
        (80, 1),
        (99, 1),
        (100, 2),
        (120, 2),
        (159, 2),
        (160, 3),
        (200, 3),
        (220, 4),
        (500, 9),
    ],
)
def test_the_width_says_how_many_panes_there_is_room_for(width, panes):
    assert panes_for(width, 30, 20, stacked=False) == panes
    assert panes_for(width, 30, 1, stacked=False) == 1
    assert panes_for(width, 30, 0, stacked=False) == 1


@pytest.mark.parametrize(("rows", "panes"), [(1, 1), (15, 1), (16, 2), (38, 4), (200, 9)])
def test_one_above_the_other_the_height_says_it(rows, panes):
    assert panes_for(80, rows, 20, stacked=True) == panes
    assert panes_for(80, rows, 1, stacked=True) == 1


@pytest.mark.parametrize(
    ("size", "shown"),
    [(NARROW, [1]), (MIDDLE, [1, 2]), (WIDE, [1, 2, 3]), ((220, 48), [1, 2, 3, 4])],
)
@on_the_loop
async def test_a_review_opens_with_as_many_panes_as_there_is_room_for(tmp_path, size, shown):
    async with at_work(corpus(tmp_path), size=size) as hand:
        assert hand.shown == shown
        assert hand.here == 1
        assert hand.pane.has_focus
        assert f"{len(shown)} of 5 articles" in hand.picture()[0]


@on_the_loop
async def test_another_width_has_another_number_of_panes_and_says_so(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        await hand.press("2")
        for size, count in ((NARROW, 1), (MIDDLE, 2), ((220, 48), 4), (WIDE, 3)):
            await hand.resize(*size)
            assert len(hand.board.frames) == len(hand.shown) == count
            assert len(set(hand.shown)) == count
            assert hand.here == 2
            assert hand.pane.has_focus
            assert f"{count} of 5 articles" in hand.picture()[0]


@on_the_loop
async def test_plus_minus_and_equals_choose_the_number_of_panes(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        await hand.press("+")
        assert hand.shown == [1, 2, 3, 4]
        await hand.press("+")
        assert hand.shown == [1, 2, 3, 4, 5]
        await hand.press("+")
        assert len(hand.board.frames) == 5
        assert hand.heard("Every article has a pane")
        await hand.press("-", "-", "-", "-")
        assert hand.shown == [1]
        await hand.press("-")
        assert hand.shown == [1]
        await hand.resize(*MIDDLE)
        assert hand.shown == [1]  # chosen, so the width does not decide
        await hand.press("=")
        assert hand.shown == [1, 2]
        await hand.resize(*WIDE)
        assert hand.shown == [1, 2, 3]
        assert "3 of 5" in hand.picture()[0]


@on_the_loop
async def test_minus_keeps_the_pane_one_is_in(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        await hand.press("3", "-", "-")
        assert hand.shown == [3]
        assert hand.pane.has_focus


@on_the_loop
async def test_tab_goes_through_the_panes_and_round(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        seen = []
        for key in ("tab", "tab", "tab", "shift+tab", "shift+tab"):
            await hand.press(key)
            assert hand.pane.has_focus
            seen.append(hand.here)
        assert seen == [2, 3, 1, 3, 2]


@on_the_loop
async def test_with_one_pane_tab_goes_through_the_articles(tmp_path):
    async with at_work(corpus(tmp_path), size=NARROW) as hand:
        seen = []
        for key in ("tab", "tab", "shift+tab", "shift+tab", "shift+tab"):
            await hand.press(key)
            assert len(hand.board.frames) == 1
            assert hand.pane.has_focus
            seen.append(hand.here)
        assert seen == [2, 3, 2, 1, 5]


@on_the_loop
async def test_a_digit_goes_to_that_pane(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        for key, number in (("3", 3), ("1", 1), ("2", 2)):
            await hand.press(key)
            assert hand.here == number
            assert hand.pane.has_focus
        await hand.press("9")
        assert hand.here == 2
        assert hand.heard("3 panes")


@on_the_loop
async def test_with_one_pane_a_digit_goes_to_that_article(tmp_path):
    async with at_work(corpus(tmp_path), size=NARROW) as hand:
        await hand.press("4")
        assert hand.shown == [4]
        await hand.press("9")
        assert hand.shown == [4]
        assert hand.heard("no article 9")


@on_the_loop
async def test_an_article_is_found_where_it_was_left(tmp_path):
    async with at_work(corpus(tmp_path), size=NARROW) as hand:
        await hand.press(*["pagedown"] * 2, "w")
        place = hand.cursor, hand.pane.position.top
        await hand.press("tab", "G", "shift+tab")
        assert hand.here == 1
        assert (hand.cursor, hand.pane.position.top) == place


@on_the_loop
async def test_z_shows_this_pane_alone_and_all_again(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        await hand.press("2", "z")
        assert [frame.display for frame in hand.board.frames] == [False, True, False]
        assert hand.pane.has_focus
        assert hand.pane.size.width > 100
        await hand.press("z")
        assert all(frame.display for frame in hand.board.frames)
        assert hand.here == 2


@on_the_loop
async def test_zoomed_tab_and_digits_bring_up_the_other_articles(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        await hand.press("z")
        for key, number in (("tab", 2), ("tab", 3), ("1", 1), ("3", 3), ("2", 2)):
            await hand.press(key)
            assert hand.here == number, key
            assert hand.frame.display
            assert hand.pane.has_focus
            assert sum(frame.display for frame in hand.board.frames) == 1
        await hand.press("z")
        assert all(frame.display for frame in hand.board.frames)


@on_the_loop
async def test_zoomed_tab_reaches_articles_without_a_pane(tmp_path):
    async with at_work(corpus(tmp_path), size=MIDDLE) as hand:
        await hand.press("z")
        seen = [hand.here]
        for _ in range(4):
            await hand.press("tab")
            seen.append(hand.here)
        assert seen == [1, 2, 3, 4, 5]
        await hand.press("z")
        assert len(set(hand.shown)) == 2


@on_the_loop
async def test_a_resize_while_zoomed_is_made_up_for_afterwards(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        await hand.press("z")
        await hand.resize(*NARROW)
        await hand.press("z")
        assert len([frame for frame in hand.board.frames if frame.display]) == 1
        await hand.resize(*WIDE)
        assert len(hand.board.frames) == 3


@on_the_loop
async def test_going_to_a_claim_elsewhere_ends_the_zoom_or_brings_it_up(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        claim = await hand.mark(2, "Kabul was quick to refuse.")
        await hand.press("1", "z", ">")
        assert hand.here == 2
        assert hand.frame.display
        assert hand.cursor == claim.start


@on_the_loop
async def test_tied_panes_bring_counterparts_level(tmp_path):
    async with at_work(corpus(tmp_path), size=MIDDLE) as hand:
        one, other = await hand.pair()
        # Both articles in panes, both scrolled to their beginnings.
        hand.board.show(hand.board.frames[0], one.article_id)
        if hand.board.frame_of(other.article_id) is None:
            hand.board.show(hand.board.frames[1], other.article_id)
        far = hand.pane_of(5)
        far.go(0)
        far.position.top = 0
        await hand.go(4, 0)
        hand.pane.position.top = 0
        await hand.go(4, one.start)
        level = hand.pane.level_of(one.start)
        assert level > 0
        if far.position.top:  # not already level at the top
            assert far.level_of(other.start) == level
        reachable = len(
            far.table.rows_from(0, 1 << 20)[: far.table.distance(0, other.start, 1 << 20)]
        )
        assert far.level_of(other.start) == min(level, reachable)
        assert far.position.cursor == 0


@on_the_loop
async def test_untied_panes_stay_where_they_are(tmp_path):
    async with at_work(corpus(tmp_path), size=MIDDLE) as hand:
        one, other = await hand.pair()
        hand.board.show(hand.board.frames[0], one.article_id)
        if hand.board.frame_of(other.article_id) is None:
            hand.board.show(hand.board.frames[1], other.article_id)
        await hand.press("t")
        assert not hand.screen.tied
        assert hand.heard("untied")
        assert "untied" in hand.picture()[0]
        far = hand.pane_of(5)
        far._scroll_top(far.table.move(0, 1 << 20))
        await hand.settle()
        top = far.position.top
        await hand.go(4, 0)
        await hand.go(4, one.start)
        assert far.position.top == top
        assert far.position.cursor != one.start
        await hand.press("t")
        assert hand.screen.tied
        assert "untied" not in hand.picture()[0]


@on_the_loop
async def test_a_counterpart_while_linking_stands_level_with_the_pinned_claim_when_tied(tmp_path):
    for tied in (True, False):
        async with at_work(corpus(tmp_path), size=MIDDLE) as hand:
            if not tied:
                await hand.press("t")
            await hand.find(1, "No country that wants bases")
            await hand.press("enter")
            pinned = hand.claims[-1]
            await hand.press("space")
            home, away = hand.pane_of(1), hand.pane
            assert away is not home
            assert 0 <= away.level_of(hand.cursor) < away.height
            if tied:
                rows_above = away.table.distance(0, hand.cursor, 1 << 20)
                level = home.level_of(pinned.start)
                assert away.level_of(hand.cursor) == min(level, rows_above)
            await hand.press("escape", "ctrl+z", "t" if not tied else "1")


@on_the_loop
async def test_titles_name_number_outlet_date_and_title(tmp_path):
    async with at_work(corpus(tmp_path), size=WIDE) as hand:
        assert "1 (no outlet)" in names(hand)
        assert "3 The Indus Lantern · 2024-09-28" in names(hand)


@on_the_loop
async def test_a_review_of_two_articles_has_two_panes_however_wide(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, "One.", "Two.")
    async with at_work(path, size=(300, 48)) as hand:
        assert hand.shown == [1, 2]


@on_the_loop
async def test_more_than_nine_articles_have_nine_panes_at_most(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, *(f"Article of number {n}." for n in range(12)))
    async with at_work(path, size=(600, 48)) as hand:
        assert len(hand.shown) == 9
        await hand.press("+")
        assert len(hand.shown) == 9
        await hand.press("9")
        assert hand.here == 9


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE])
@on_the_loop
async def test_every_key_of_the_screen_works_on_an_empty_review(tmp_path, size):
    path = tmp_path / "w.db"
    review_of(path)
    async with at_work(path, size=size) as hand:
        assert "no articles" in hand.text()
        keys = (
            "up down left right w b ( ) { } g G pageup pagedown ctrl+u ctrl+d home end v s r [ ] O y "
            "enter space a c u x n N d < > ! tab shift+tab 1 2 z t + - = delete ctrl+z ctrl+y escape"
        )
        for key in keys.split():
            await hand.press(key)
            assert hand.app.screen is hand.screen, key
        assert hand.state.claims == {}


@on_the_loop
async def test_the_same_keys_work_on_an_article_without_a_word(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, "\u200d", "...", "One.")
    async with at_work(path, size=WIDE) as hand:
        keys = (
            "up down left right w b ( ) { } g G pageup pagedown ctrl+u ctrl+d home end v s r [ ] O y "
            "space a c u x n N d < > ! tab shift+tab z t escape"
        )
        for number in (1, 2):
            await hand.press(str(number))
            for key in keys.split():
                await hand.press(key)
                assert hand.app.screen is hand.screen, key


@on_the_loop
async def test_linking_out_of_a_zoom_after_a_resize_shows_every_article_once(tmp_path):
    async with at_work(corpus(tmp_path), size=NARROW) as hand:
        await hand.press("enter", "z")
        await hand.resize(220, 32)
        await hand.press("space")
        assert len(hand.shown) == len(set(hand.shown))
        assert hand.screen.linking is not None
        assert hand.screen.linking.candidate is not None
        assert hand.pane.article_id == hand.screen.linking.candidate.article_id
        assert hand.frame.display


@on_the_loop
async def test_reading_begins_at_the_first_word(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, "\n\n  First words. More.", "Words at once.")
    async with at_work(path, size=WIDE) as hand:
        assert [hand.pane_of(n).position.cursor for n in (1, 2)] == [4, 0]
        assert hand.picture()[2].startswith("    First words.")
        await hand.press("enter")
        assert hand.claims[0].quote == "First words."
        await hand.press("up", "up")
        assert hand.cursor == 0
