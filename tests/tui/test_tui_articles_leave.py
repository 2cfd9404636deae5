"""Articles taken out of a review, here and in another terminal, while they are shown."""

from __future__ import annotations

import pytest
from tui_errands import choose
from tui_hands import at_work
from tui_material import MIDDLE, NARROW, WIDE, corpus, on_the_loop, review_of

from workbench.core import changes
from workbench.store import Store
from workbench.tui.screens.review_session import poll


@on_the_loop
async def test_an_article_is_removed_with_its_claims_and_undo_brings_all_back(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        one, other = await hand.pair()
        before = dict(hand.state.claims), dict(hand.state.links), dict(hand.state.articles)
        await choose(hand, 4)
        await hand.press("d")
        assert hand.heard("Article 4 removed", "1 claim", "ctrl+z")
        assert 4 not in [article.number for article in hand.state.articles.values()]
        assert list(hand.state.claims) == [other.id]
        assert hand.links == []
        assert one.article_id not in hand.board.shown()
        assert len(hand.board.frames) == len(set(hand.shown)) == 3
        assert "of 4 articles" in hand.picture()[0]
        await hand.press("ctrl+z")
        assert (hand.state.claims, hand.state.links, hand.state.articles) == before
        assert "of 5 articles" in hand.picture()[0]
        await choose(hand, 4)
        await hand.press("enter")
        assert hand.here == 4


@on_the_loop
async def test_an_article_removed_from_a_small_review_takes_its_pane_along_and_back(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, "One.", "Two.", "Three.")
    async with at_work(path, size=WIDE) as hand:
        await choose(hand, 2)
        await hand.press("d")
        await hand.settle()
        assert hand.shown == [1, 3]
        assert len(hand.board.frames) == 2
        assert hand.pane.has_focus
        await hand.press("ctrl+z")
        assert sorted(hand.shown) == [1, 2, 3]
        assert len(hand.board.frames) == 3


@on_the_loop
async def test_the_article_one_is_in_can_be_removed(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, "One.", "Two.", "Three.")
    async with at_work(path, size=WIDE) as hand:
        await hand.press("2", "o", "d")
        assert hand.shown == [1, 3]
        assert hand.pane.has_focus
        await hand.press("enter")
        assert len(hand.claims) == 1


@on_the_loop
async def test_removing_the_last_article_leaves_an_empty_review(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, "One.")
    async with at_work(path, size=WIDE) as hand:
        await hand.press("o", "d")
        assert hand.state.articles == {}
        assert "no articles" in hand.text()
        for key in ("enter", "space", "tab", "1", "/", "escape", "+", "z", "z", "y", "!", ">"):
            await hand.press(key)
        await hand.press("ctrl+z")
        assert hand.shown == [1]
        await hand.press("enter")
        assert len(hand.claims) == 1


@on_the_loop
async def test_another_terminal_removes_the_article_that_is_shown(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path, size=NARROW) as hand:
        await hand.press("enter")
        with Store(path) as store:
            state = store.load(hand.state.review.id, "mk")
            store.commit(changes.remove_article(state, state.article_numbered(1)))  # type: ignore[arg-type]
        poll(hand.screen)
        await hand.settle()
        assert hand.heard("Another terminal")
        assert hand.shown == [2]
        await hand.press("down", "enter")
        assert hand.claims[-1].article_id == hand.pane.article_id


@on_the_loop
async def test_an_article_removed_while_it_is_the_counterparts_leaves_linking_in_order(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path, size=MIDDLE) as hand:
        await hand.press("enter", "space")
        linking = hand.screen.linking
        assert linking is not None
        assert linking.candidate is not None
        gone = linking.candidate.article_id
        with Store(path) as store:
            state = store.load(hand.state.review.id, "ann")
            store.commit(changes.remove_article(state, state.articles[gone]))
        poll(hand.screen)
        await hand.settle()
        await hand.press("n", "a", "a", "a", "a", "a")
        if hand.screen.linking is not None:
            await hand.press("escape")
        assert gone not in {claim.article_id for claim in hand.claims}


@on_the_loop
async def test_an_article_with_anothers_links_is_not_removed(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        one, other = await hand.pair()
        with Store(path) as store:
            state = store.load(hand.state.review.id, "ann")
            change = changes.link_claims(
                state, state.claims[one.id], state.claims[other.id], "agrees"
            )
            assert change is not None
            store.commit(change)
        poll(hand.screen)
        await choose(hand, 4)
        await hand.press("d")
        assert hand.heard("links of ann")
        assert len(hand.state.articles) == 5


@on_the_loop
async def test_hits_in_an_article_that_left_are_passed_over(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("/")
        await hand.type("Bagram")
        await hand.press("enter", "2", "o", "d")
        assert len(hand.state.articles) == 4
        for key in ("n", "n", "n", "n", "n", "n", "N", "N", "N"):
            await hand.press(key)
            assert set(hand.board.shown()) <= set(hand.state.articles)
        if hand.screen.search is not None:
            assert {hit[0] for hit in hand.screen.search.hits} <= set(hand.state.articles)


@on_the_loop
async def test_the_zoomed_article_is_removed_elsewhere_and_another_comes_up(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, "One.", "Two.", "Three.")
    async with at_work(path, size=WIDE) as hand:
        await hand.press("2", "z")
        with Store(path) as store:
            state = store.load(hand.state.review.id, "ann")
            store.commit(changes.remove_article(state, state.article_numbered(2)))
        poll(hand.screen)
        await hand.settle()
        assert hand.frame.display
        assert hand.pane.has_focus
        assert hand.here in (1, 3)
        await hand.press("enter")
        assert len(hand.claims) == 1


@pytest.mark.parametrize("keys", [["enter"], ["e"], ["d"]], ids=str)
@on_the_loop
async def test_an_article_chosen_that_left_meanwhile_is_said(tmp_path, keys):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        await choose(hand, 5)
        with Store(path) as store:
            state = store.load(hand.state.review.id, "ann")
            store.commit(changes.remove_article(state, state.article_numbered(5)))
        poll(hand.screen)
        await hand.settle()
        hand.said.clear()
        await hand.press(*keys)
        assert hand.app.is_running
        assert hand.said
        assert hand.app.screen is hand.screen


@on_the_loop
async def test_an_article_that_leaves_while_its_dialog_is_open_is_said(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        await choose(hand, 5)
        await hand.press("e")
        await hand.type("x")
        with Store(path) as store:
            state = store.load(hand.state.review.id, "ann")
            store.commit(changes.remove_article(state, state.article_numbered(5)))
        poll(hand.screen)
        await hand.settle()
        await hand.press("enter")
        assert hand.app.is_running
        assert "no longer there" in hand.text()  # in the form: what was typed can still be copied
        await hand.press("escape")
        assert hand.app.screen is hand.screen
        assert len(hand.state.articles) == 4
