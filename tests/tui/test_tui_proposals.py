"""Unlinked claims with a strong counterpart: counted in the top line, walked with one key."""

from __future__ import annotations

from tui_hands import at_work
from tui_material import TITLE, on_the_loop, review_of

from workbench.bringing_in import bring_in
from workbench.core import changes
from workbench.store import Store
from workbench.tui import quiet
from workbench.tui.screens import review_proposals
from workbench.tui.screens.review_session import poll

SAME = (
    "Seven soldiers left the old river base on Tuesday.",
    "The harvest of winter barley failed in four valleys.",
    "A ferry with sixty passengers sank off Cape Marrow.",
)
ONE = " ".join((*SAME, "Nobody else reports what the miller of Dunholt dreamt."))
OTHER = " ".join(reversed(SAME))


def made(tmp_path, *sentences: str):
    """Two articles, and claims of the first one."""
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    with Store(path) as store:
        state = store.load(store.find_review(TITLE).id, "mk")
        article = state.articles_in_order()[0]
        for words in sentences:
            start = ONE.index(words)
            change = changes.make_claim(state, article, ONE, start, start + len(words))
            state.apply(store.commit(change).rows)
    return path


async def counted(hand, many: str) -> None:
    await hand.until(lambda: many in hand.picture()[0])


@on_the_loop
async def test_claims_with_a_strong_counterpart_are_counted_in_the_top_line(tmp_path):
    async with at_work(made(tmp_path, *SAME, "Nobody else reports")) as hand:
        await counted(hand, "3 proposals · ")
        assert hand.links == []  # nothing is marked by itself


@on_the_loop
async def test_one_key_walks_them_and_one_more_accepts(tmp_path):
    async with at_work(made(tmp_path, *SAME)) as hand:
        await counted(hand, "3 proposals")
        await hand.press("P")
        assert hand.screen.linking.claim_id == hand.claim(1).id
        await hand.press("P")
        assert hand.screen.linking.claim_id == hand.claim(2).id
        await hand.press("a")
        assert [link.relation for link in hand.links] == ["agrees"]
        assert "2 proposals" in hand.picture()[0]
        await hand.press("P", "c", "P", "a")
        assert len(hand.links) == 3
        assert "proposal" not in hand.picture()[0]
        await hand.press("P")
        assert hand.heard("No unlinked claim has a strong counterpart")


@on_the_loop
async def test_a_proposal_that_is_turned_down_does_not_come_back(tmp_path):
    path = made(tmp_path, SAME[0])
    async with at_work(path) as hand:
        await counted(hand, "1 proposal ·")
        await hand.press("P", "x")
        assert "proposal" not in hand.picture()[0]
        hand.screen.save_session(now=True)
    async with at_work(path) as hand:
        await hand.until(
            lambda: (
                not hand.screen.found.looking and not hand.screen.found.proposals.unseen(hand.state)
            )
        )
        assert "proposal" not in hand.picture()[0]


@on_the_loop
async def test_a_new_claim_is_looked_at_and_so_are_all_when_an_article_comes(tmp_path):
    async with at_work(made(tmp_path, SAME[0])) as hand:
        await counted(hand, "1 proposal ·")
        await hand.find(1, SAME[1][:20])
        await hand.press("enter")
        await counted(hand, "2 proposals")
        await hand.press("ctrl+z")
        assert "1 proposal ·" in hand.picture()[0]
        again = tmp_path / "again.txt"
        again.write_text("Barley failed: the harvest of winter barley failed in four valleys.")
        assert not hand.screen.found.proposals.unseen(hand.state)
        with Store(hand.path) as store:
            state = store.load(hand.state.review.id, "mk")
            (outcome,) = bring_in(store, state, [str(again)], limit=10**6)
            store.index_some(outcome.article, again.read_text())
        poll(hand.screen)
        assert hand.screen.found.proposals.unseen(hand.state) == hand.claims


@on_the_loop
async def test_esc_and_the_key_again_go_on_to_the_next_one(tmp_path):
    async with at_work(made(tmp_path, *SAME)) as hand:
        await counted(hand, "3 proposals")
        seen = []
        for _ in range(4):
            await hand.press("P")
            seen.append(hand.state.claims[hand.screen.linking.claim_id].number)
            await hand.press("escape")
        assert seen == [1, 2, 3, 1]


@on_the_loop
async def test_an_article_another_terminal_just_brought_in_does_no_harm(tmp_path, monkeypatch):
    monkeypatch.setattr("workbench.tui.screens.review_base.POLL_SECONDS", 60.0)
    async with at_work(made(tmp_path, SAME[0])) as hand:
        new = tmp_path / "new.txt"
        new.write_text(f"{SAME[0]} And that was that.")
        with Store(hand.path) as store:
            state = store.load(hand.state.review.id, "mk")
            (outcome,) = bring_in(store, state, [str(new)], limit=10**6)
            store.index_some(outcome.article, new.read_text())
        await hand.press("space")
        assert hand.app.is_running
        assert hand.screen.linking is not None


@on_the_loop
async def test_nothing_is_looked_for_while_somebody_types(tmp_path, monkeypatch):
    monkeypatch.setattr(review_proposals, "MANY", 2)
    async with at_work(made(tmp_path)) as hand:
        await hand.until(lambda: hand.screen.found.prepared)
        monkeypatch.setattr(quiet, "QUIET_SECONDS", 1e12)
        for words in SAME:
            await hand.find(1, words[:12])
            await hand.press("enter")
        await hand.until(lambda: hand.screen.found.looking > 0)
        await hand.press("P")
        assert hand.heard("still being looked for")
        assert "proposal" not in hand.picture()[0]
        assert "3 to look at" in hand.picture()[0]
        monkeypatch.setattr(quiet, "QUIET_SECONDS", 0.0)
        await counted(hand, "3 proposals")
