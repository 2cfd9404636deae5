"""Deleting, undo and redo on the screen."""

from __future__ import annotations

import pytest
from tui_hands import at_work
from tui_material import NARROW, OFFICE_4, corpus, on_disk, on_the_loop, rows

from workbench.core import changes
from workbench.store import Store
from workbench.tui.screens.review_session import poll

LINE = "Moscow received Afghanistan’s Taliban rulers on Tuesday"


@pytest.mark.parametrize("key", ["d", "delete"])
@on_the_loop
async def test_d_deletes_a_claim_with_its_links_and_undo_brings_all_back(tmp_path, key):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        one, _ = await hand.pair()
        before = dict(hand.state.claims), dict(hand.state.links)
        await hand.go(4, one.start)
        await hand.press(key)
        assert hand.heard(f"Claim {one.number}", "1 link", "ctrl+z")
        assert one.id not in hand.state.claims
        assert hand.links == []
        assert rows(path, "SELECT count(*) FROM link") == [(0,)]
        await hand.press("ctrl+z")
        assert (hand.state.claims, hand.state.links) == before
        assert hand.heard("Undone")


@on_the_loop
async def test_d_without_a_claim_says_so(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("d")
        assert hand.heard("no claim")


async def _everything(hand) -> None:
    """One act of every kind, as keys."""
    await hand.mark(4, OFFICE_4)
    await hand.press("enter")
    await hand.type("Kabulov")
    await hand.press("enter")
    await hand.press("r", "shift+right", "shift+right", "enter")
    await hand.press("space", "a", "c", "x", "escape")
    await hand.press("o", "e")
    await hand.type("Gazette ")
    await hand.press("enter")
    await hand.find(2, "Kabul was quick")
    await hand.press("enter", "d")
    await hand.find(1, "No country")
    await hand.press("enter", "space")
    await hand.go(2, 0)
    await hand.press("c")
    if hand.screen.linking is not None:
        await hand.press("escape")


@on_the_loop
async def test_undo_and_redo_go_through_everything_to_the_first_act_and_again_after_a_restart(
    tmp_path,
):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        review_id = hand.state.review.id
        start = on_disk(path, review_id, "mk")
        await _everything(hand)
        done = hand.acts()[6:]
        assert {"claim.make", "claim.edit", "claim.move", "claim.delete", "link.make",
                "candidate.dismiss", "article.edit"} <= set(done)  # fmt: skip
        end = on_disk(path, review_id, "mk")
        for _ in done:
            await hand.press("ctrl+z")
            assert hand.said[-1].startswith("Undone")
        assert hand.state.claims == start.claims == {}
        assert hand.state.articles == start.articles
        await hand.press("ctrl+z")
        assert "nothing of yours left to undo" in hand.said[-1]
        for _ in done:
            await hand.press("ctrl+y")
            assert hand.said[-1].startswith("Done again")
        for table in ("articles", "claims", "links", "dismissals"):
            assert getattr(hand.state, table) == getattr(end, table)
        await hand.press("ctrl+y")
        assert hand.heard("nothing to redo")
    async with at_work(path) as hand:
        assert hand.state.claims == end.claims
        for _ in done:
            await hand.press("ctrl+z")
        assert hand.state.claims == {}
        assert hand.state.articles == start.articles
        await hand.press("ctrl+y")
        assert len(hand.claims) == 1


@on_the_loop
async def test_a_new_act_ends_redo(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("enter", "ctrl+z")
        await hand.mark(4, LINE)
        await hand.press("ctrl+y")
        assert hand.heard("nothing to redo")
        assert [claim.quote for claim in hand.claims] == [LINE]


@on_the_loop
async def test_a_refused_undo_leaves_screen_and_memory_as_they_were_and_says_so(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        claim = await hand.mark(4, LINE)
        with Store(path) as store:
            state = store.load(hand.state.review.id, "ann")
            store.commit(changes.edit_claim(state, state.claims[claim.id], note="mine"))  # type: ignore[arg-type]
        picture = hand.picture()[:-1]
        await hand.press("ctrl+z")
        assert hand.heard("Claim 1 was changed by ann")
        assert hand.heard("Nothing was changed")
        assert claim.id in hand.state.claims
        assert rows(path, "SELECT note FROM claim") == [("mine",)]
        assert hand.picture()[:-1] == picture
        assert "undo" not in hand.acts()
        poll(hand.screen)
        assert hand.claim(1).note == "mine"


@on_the_loop
async def test_undo_takes_back_ones_own_acts_and_passes_over_anothers(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        await hand.mark(4, LINE)
        with Store(path) as store:
            state = store.load(hand.state.review.id, "ann")
            article = state.articles_in_order()[1]
            store.commit(changes.make_claim(state, article, store.text(article), 1, 40))
        poll(hand.screen)
        assert len(hand.claims) == 2
        await hand.press("ctrl+z")
        assert [claim.analyst for claim in hand.claims] == ["ann"]


@on_the_loop
async def test_undo_shows_at_once_in_gutter_strip_and_counts(tmp_path):
    async with at_work(corpus(tmp_path), size=NARROW) as hand:
        await hand.press("enter")
        assert any(line.startswith("? ") for line in hand.picture())
        await hand.press("ctrl+z")
        assert not any(line.startswith("? ") for line in hand.picture())
        assert hand.strip.view.items == ()
        assert "0 claims" in hand.picture()[0]


@on_the_loop
async def test_d_hands_the_finding_of_a_claim_over_and_undo_gives_it_back(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        one, other = await hand.pair()
        with Store(path) as elsewhere:
            state = elsewhere.load(hand.state.review.id, "mk")
            elsewhere.commit(changes.make_finding(state, one, wording="Kabulov is an envoy."))
        poll(hand.screen)
        await hand.settle()
        (finding,) = hand.state.findings.values()
        assert finding.claim_id == one.id
        await hand.go(4, one.start)
        await hand.press("d")
        assert hand.state.findings[finding.id].claim_id == other.id
        assert rows(path, "SELECT claim_id FROM finding") == [(other.id,)]
        await hand.press("ctrl+z")
        assert hand.state.findings == {finding.id: finding}
        await hand.press("H")
        assert "handed from claim" in hand.text()
