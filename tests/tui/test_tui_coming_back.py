"""Quit and come back: the same panes, cursors, selections, focus; and whatever stands in a session."""

from __future__ import annotations

import pytest
from tui_hands import Hands, at_work
from tui_material import (
    CORPUS,
    MIDDLE,
    NARROW,
    OFFICE_4,
    WIDE,
    corpus,
    make_review,
    on_the_loop,
    rows,
)

from workbench.config import Config
from workbench.core import changes
from workbench.store import Store
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.review import ReviewScreen
from workbench.tui.screens.reviews import ReviewsScreen


def place(hand) -> dict[str, object]:
    """Where everything is, as a person would describe it."""
    return {
        "panes": hand.shown,
        "focus": hand.board.frames.index(hand.frame),
        "displayed": [frame.display for frame in hand.board.frames],
        "zoomed": hand.board.zoomed,
        "wanted": hand.board.wanted,
        "tied": hand.screen.tied,
        "positions": {
            number: (p.cursor, p.top, p.anchor, p.sticky)
            for number, p in (
                (hand.state.articles[f.pane.article_id].number, f.pane.position)
                for f in hand.board.frames
            )
        },
    }


async def wander(hand) -> None:
    """Leave everything elsewhere than where it begins."""
    await hand.press("pagedown", "w", "w")
    await hand.press("2", "}", "}", "v", "w", "w")
    await hand.press("3", "G")
    await hand.press("t", "2")


@pytest.mark.parametrize("leave", ["q", "ctrl+q"])
@on_the_loop
async def test_everything_is_where_it_was_left(tmp_path, leave):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        await wander(hand)
        left = place(hand)
        await hand.press(leave)
    async with at_work(path) as hand:
        assert place(hand) == left
        assert hand.pane.has_focus
        assert hand.selected()


@pytest.mark.parametrize(
    "keys", [["+", "3"], ["-"], ["z"], ["2", "z"], ["+", "+", "z"], ["-", "-", "="]]
)
@on_the_loop
async def test_the_number_of_panes_and_the_zoom_come_back(tmp_path, keys):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        await hand.press(*keys)
        left = place(hand)
        await hand.quit()
    async with at_work(path) as hand:
        assert place(hand) == left


@on_the_loop
async def test_chosen_articles_come_back_in_their_panes(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        await hand.press("3", "o", "down", "down", "enter", "}", "}")
        assert hand.shown == [1, 2, 5]
        left = place(hand)
        await hand.quit()
    async with at_work(path) as hand:
        assert place(hand) == left
        assert hand.here == 5


@on_the_loop
async def test_articles_in_no_pane_keep_their_places_too(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path, size=NARROW) as hand:
        await hand.press("4", "G", "2", "}")
        await hand.quit()
    async with at_work(path, size=NARROW) as hand:
        assert hand.shown == [2]
        await hand.press("4")
        assert hand.cursor == len(str(hand.pane.text).rstrip()) - 1


@on_the_loop
async def test_the_first_visible_character_comes_back_on_another_width(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path, size=MIDDLE) as hand:
        await hand.press(*["ctrl+d"] * 2)
        top, cursor = hand.pane.position.top, hand.cursor
        assert top > 0
        await hand.quit()
    async with at_work(path, size=NARROW) as hand:
        first = hand.pane._visible_rows()[0]
        assert first[0] <= top < first[1]
        assert hand.cursor == cursor
        await hand.quit()
    async with at_work(path, size=MIDDLE) as hand:
        assert hand.pane.position.top == top


@on_the_loop
async def test_on_a_narrower_screen_the_article_in_focus_stays_in_view(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path, size=WIDE) as hand:
        await hand.press("3", "w")
        await hand.quit()
    async with at_work(path, size=NARROW) as hand:
        assert hand.shown == [3]
        assert hand.cursor > 0


@on_the_loop
async def test_within_a_second_of_a_crash_everything_but_that_second_is_kept(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        await hand.press("2", "}", "w")
        left, cursor = place(hand), str(hand.cursor)
        await hand.until(lambda: cursor in str(rows(path, "SELECT state FROM session")))
        # No goodbye: the program ends here.
    async with at_work(path) as hand:
        assert place(hand) == left


@on_the_loop
async def test_every_analyst_has_a_place_of_their_own(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path, analyst="mk") as hand:
        await hand.press("3", "G")
        mine = place(hand)
        await hand.quit()
    async with at_work(path, analyst="ann") as hand:
        assert hand.here == 1
        assert hand.cursor == 0
        await hand.press("2", "}")
        hers = place(hand)
        await hand.quit()
    async with at_work(path, analyst="mk") as hand:
        assert place(hand) == mine
        await hand.quit()
    async with at_work(path, analyst="ann") as hand:
        assert place(hand) == hers


@on_the_loop
async def test_every_review_has_a_place_of_its_own(tmp_path):
    path = tmp_path / "w.db"
    make_review(path, CORPUS[:2], "Alpha")
    make_review(path, CORPUS[:2], "Beta")
    async with at_work(path, title="Alpha", size=MIDDLE) as hand:
        await hand.press("2", "}")
        alpha = place(hand)
        await hand.quit()
    async with at_work(path, title="Beta", size=MIDDLE) as hand:
        assert hand.here == 1
        await hand.quit()
    async with at_work(path, title="Alpha", size=MIDDLE) as hand:
        assert place(hand) == alpha


@on_the_loop
async def test_going_back_to_the_list_and_in_again_is_coming_back_too(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        await wander(hand)
        left = place(hand)
        await hand.press("q", "enter")
        assert isinstance(hand.app.screen, ReviewScreen)
        assert place(hand) == left


@on_the_loop
async def test_articles_that_are_gone_since_are_left_out(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        await hand.press("3", "}", "2", "}")
        await hand.quit()
    with Store(path) as store:
        state = store.load(store.reviews()[0].id, "ann")
        store.commit(changes.remove_article(state, state.article_numbered(2)))  # type: ignore[arg-type]
    async with at_work(path) as hand:
        assert 2 not in hand.shown
        assert {1, 3} <= set(hand.shown)
        assert len(hand.board.frames) == len(set(hand.shown)) == 3
        assert hand.pane.has_focus
        assert hand.pane_of(3).position.cursor > 0


@on_the_loop
async def test_claims_links_and_standing_are_there_again(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        one, other = await hand.pair(relation="c")
        await hand.go(4, one.start)
        await hand.quit()
    async with at_work(path) as hand:
        assert hand.screen.current == one.id
        assert hand.relation(one.number, other.number) == "conflicts"
        assert any(line.startswith("✗ ") or "✗ " in line for line in hand.picture()[2:])
        assert {item.claim_id for item in hand.strip.view.items} == {one.id, other.id}


@on_the_loop
async def test_linking_under_way_is_simply_over_after_a_restart(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        await hand.mark(4, OFFICE_4)
        await hand.press("space")
        await hand.quit()
    async with at_work(path) as hand:
        assert hand.screen.linking is None
        assert hand.board.pinned == ""
        await hand.press("[", "]", "escape")
        assert len(hand.claims) == 1


@on_the_loop
async def test_the_analysts_list_comes_first_when_no_review_was_named(tmp_path):
    with Store(corpus(tmp_path)) as store:
        app = WorkbenchApp(store, "mk", None, Config(article_megabytes=10))
        async with app.run_test(size=WIDE) as pilot:
            await Hands(app, pilot, store.path).settle()
            assert isinstance(app.screen, ReviewsScreen)
