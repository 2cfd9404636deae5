"""Unlinked claims with a strong counterpart: counted in the top line, walked with one key."""

from __future__ import annotations

from tui_hands import at_work
from tui_material import TITLE, on_the_loop, review_of

from workbench.core import changes
from workbench.store import Store
from workbench.tui import quiet
from workbench.tui.screens import review_proposals

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
            lambda: not hand.screen.looking and not hand.screen.proposals.unseen(hand.state)
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
        again.write_text(f"{SAME[1]} Nothing else.")
        assert not hand.screen.proposals.unseen(hand.state)


@on_the_loop
async def test_nothing_is_looked_for_while_somebody_types(tmp_path, monkeypatch):
    monkeypatch.setattr(review_proposals, "MANY", 2)
    async with at_work(made(tmp_path)) as hand:
        await hand.until(lambda: hand.screen.prepared)
        monkeypatch.setattr(quiet, "QUIET_SECONDS", 1e12)
        for words in SAME:
            await hand.find(1, words[:12])
            await hand.press("enter")
        await hand.until(lambda: hand.screen.looking > 0)
        await hand.press("P")
        assert hand.heard("still being looked for")
        assert "proposal" not in hand.picture()[0]
        assert "3 to look at" in hand.picture()[0]
        monkeypatch.setattr(quiet, "QUIET_SECONDS", 0.0)
        await counted(hand, "3 proposals")
