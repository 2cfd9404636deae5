"""Another terminal on the same review: its acts are taken over, and both see what is on disk."""

from __future__ import annotations

import pytest
from tui_hands import at_work
from tui_material import (
    corpus,
    on_disk,
    on_the_loop,
    rows,
    same_state,
)

from workbench.core import changes
from workbench.store import Store
from workbench.tui.screens import review_session
from workbench.tui.screens.review_base import POLL_SECONDS
from workbench.tui.screens.review_session import poll
from workbench.tui.screens.reviews import ReviewsScreen


@pytest.fixture
def no_timer(monkeypatch):
    """Nobody looks for another terminal's acts but the test itself."""
    monkeypatch.setattr(review_session, "poll", lambda _: None)


@on_the_loop
async def test_another_terminals_acts_are_taken_over(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        await hand.press("enter")
        with Store(path) as store:
            state = store.load(hand.state.review.id, "ann")
            article = state.articles_in_order()[1]
            store.commit(changes.make_claim(state, article, store.text(article), 149, 292))
            state = store.load(hand.state.review.id, "ann")
            store.commit(changes.edit_claim(state, state.claim_numbered(1), note="hers"))  # type: ignore[arg-type]
        assert len(hand.claims) == 1
        poll(hand.screen)
        await hand.settle()
        assert hand.heard("Another terminal", "ann")
        assert len(hand.claims) == 2
        assert hand.claim(1).note == "hers"
        assert "note: hers" in hand.strip.view.heading
        assert [mark.claim_id for mark in hand.pane_of(2)._marks.all] == [hand.claim(2).id]
        assert "2 claims" in hand.picture()[0]
        hand.said.clear()
        poll(hand.screen)
        await hand.press("down")
        poll(hand.screen)
        assert hand.said == []


@on_the_loop
async def test_they_are_looked_for_without_being_asked_for(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        with Store(path) as store:
            state = store.load(hand.state.review.id, "mk")
            article = state.articles_in_order()[0]
            store.commit(changes.make_claim(state, article, store.text(article), 0, 30))
        assert POLL_SECONDS <= 0.5
        await hand.until(lambda: hand.claims)
        assert len(hand.claims) == 1


@on_the_loop
async def test_ones_own_acts_are_not_taken_for_anothers(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        await hand.press("enter", "space", "a", "escape")
        with Store(path) as store:
            store.save_session(hand.state.review.id, "ann", {})
        poll(hand.screen)
        assert not hand.heard("Another terminal")
        assert same_state(hand.state, on_disk(path, hand.state.review.id, "mk"))


@on_the_loop
async def test_both_write_by_turns_and_see_the_same(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        with Store(path) as store:
            for n in range(4):
                state = store.load(hand.state.review.id, "ann")
                article = state.articles_in_order()[1]
                change = changes.make_claim(
                    state, article, store.text(article), n * 40 + 1, n * 40 + 30
                )
                store.commit(change)
                await hand.find(1, ("That stand", "The Taliban", "No country", "Trump first")[n])
                await hand.press("enter")
                poll(hand.screen)
        assert len(hand.claims) == 8
        assert same_state(hand.state, on_disk(path, hand.state.review.id, "mk"))


@on_the_loop
async def test_undo_takes_back_what_one_did_in_another_terminal_a_moment_ago(tmp_path, no_timer):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        mine = await hand.mark(4, "Moscow received")
        with Store(path) as store:
            state = store.load(hand.state.review.id, "mk")
            store.commit(changes.delete_claim(state, state.claims[mine.id]))
        await hand.press("ctrl+z")  # before anybody has looked
        assert hand.claims == [mine]
        poll(hand.screen)
        await hand.settle()
        assert hand.claims == [mine]
        assert same_state(hand.state, on_disk(path, hand.state.review.id, "mk"))


@on_the_loop
async def test_an_act_on_what_another_terminal_changed_is_refused_and_then_seen(tmp_path, no_timer):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        claim = await hand.mark(4, "Moscow received")
        with Store(path) as store:
            state = store.load(hand.state.review.id, "ann")
            store.commit(changes.delete_claim(state, state.claims[claim.id]))
        await hand.press("r", "shift+left", "enter")
        assert hand.heard("taken away by ann")
        await hand.press("escape")
        poll(hand.screen)
        assert hand.claims == []


@on_the_loop
async def test_a_review_deleted_by_another_terminal_takes_no_more_acts_and_the_program_goes_on(
    tmp_path,
):
    path = corpus(tmp_path)
    async with at_work(path, verify=False) as hand:
        await hand.press("enter")
        with Store(path) as store:
            store.delete_review(hand.state.review.id)
        poll(hand.screen)
        await hand.press(")", "enter", "escape", "d", "ctrl+z", "space", "tab", "H", "escape")
        assert hand.app.is_running
        assert hand.heard("what it belongs to is no longer there")
        assert rows(path, "SELECT count(*) FROM claim") == [(0,)]
        await hand.press("q")
        assert isinstance(hand.app.screen, ReviewsScreen)
        assert "No reviews yet" in hand.text()


@on_the_loop
async def test_renaming_elsewhere_shows_in_the_top_line(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        with Store(path) as store:
            review = store.load(hand.state.review.id, "ann").review
            store.commit(changes.rename_review(review, "Another name", "ann"))
        poll(hand.screen)
        await hand.settle()
        assert "Another name" in hand.picture()[0]
