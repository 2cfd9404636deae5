"""Linking by keyboard: what is refused, marked again, turned down, and comes back."""

from __future__ import annotations

import pytest
from tui_hands import at_work
from tui_material import (
    MIDDLE,
    OFFICE_4,
    OFFICE_5,
    corpus,
    on_the_loop,
    review_of,
    rows,
)

from workbench.core.model import NOT_SAME_EVENT


@on_the_loop
async def test_x_on_a_claim_says_they_are_not_the_same_event(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        one, other = await hand.mark(4, OFFICE_4), await hand.mark(5, OFFICE_5)
        await hand.go(4, one.start)
        await hand.press("space")
        await hand.go(5, other.start)
        await hand.press("x")
        (link,) = hand.links
        assert (link.relation, link.reason) == ("unverified", NOT_SAME_EVENT)
        assert {link.from_claim_id, link.to_claim_id} == {one.id, other.id}
        assert rows(path, "SELECT relation, reason FROM link") == [("unverified", NOT_SAME_EVENT)]
        assert hand.screen.desk.standing(one) == "unverified"


@on_the_loop
async def test_x_on_a_mere_candidate_turns_it_down_and_it_is_not_offered_again(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        await hand.press("enter", "space")
        linking = hand.screen.linking
        assert linking is not None
        assert linking.candidate is not None
        turned_down = linking.candidate[:3]
        offered = len(linking.found[turned_down[0]])
        await hand.press("x")
        assert hand.links == []
        assert len(hand.claims) == 1
        (dismissal,) = hand.state.dismissals.values()
        assert (dismissal.article_id, dismissal.start, dismissal.end) == turned_down
        assert rows(path, "SELECT start, end FROM dismissal") == [turned_down[1:]]
        await hand.press("escape", "space")
        again = hand.screen.linking
        assert again is not None
        left = again.found.get(turned_down[0], [])
        assert turned_down not in [one[:3] for one in left]
        assert len(left) >= offered - 1
        await hand.press("escape")  # back on the pinned claim, where the session goes on
        await hand.quit()
    async with at_work(path) as hand:
        await hand.press("space")
        later = hand.screen.linking
        assert later is not None
        assert turned_down not in [one[:3] for one in later.found.get(turned_down[0], [])]


@on_the_loop
async def test_a_candidate_turned_down_by_mistake_is_offered_again_after_undo(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("enter", "space")
        linking = hand.screen.linking
        assert linking is not None
        first = linking.candidate
        await hand.press("x", "escape", "ctrl+z", "space")
        again = hand.screen.linking
        assert again is not None
        assert again.candidate == first
        assert hand.state.dismissals == {}


@on_the_loop
async def test_x_elsewhere_than_on_the_candidate_does_not_turn_the_candidate_down(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("enter", "space")
        linking = hand.screen.linking
        assert linking is not None
        assert linking.candidate is not None
        candidate = linking.candidate[:3]
        await hand.press("G")
        assert not candidate[1] <= hand.cursor < candidate[2]
        await hand.press("x")
        turned_down = [(d.article_id, d.start, d.end) for d in hand.state.dismissals.values()]
        assert candidate not in turned_down


@on_the_loop
async def test_marking_again_marks_the_same_link_anew(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        one, other = await hand.pair(relation="a")
        await hand.press("space")
        await hand.go(5, other.start)
        await hand.press("c")
        (link,) = hand.links
        assert (link.number, link.relation) == (1, "conflicts")
        assert hand.acts()[-1] == "link.mark"
        assert hand.screen.desk.standing(hand.claim(one.number)) == "conflicting"
        # The same once more is no act at all.
        if hand.screen.linking is not None:
            await hand.press("escape")
        await hand.press("space")
        await hand.go(5, other.start)
        acts = hand.acts()
        await hand.press("c")
        assert hand.acts() == acts


@on_the_loop
async def test_linked_pairs_are_not_offered_again(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("enter", "space", "a", "escape", "space")
        linking = hand.screen.linking
        assert linking is not None
        other = hand.claim(2)
        offered = linking.found.get(other.article_id, [])
        assert all(one.start >= other.end or one.end <= other.start for one in offered)


@on_the_loop
async def test_two_claims_of_one_article_can_be_linked(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        one = await hand.mark(2, "Kabul was quick to refuse.")
        other = await hand.mark(2, "A parade planned for the fourth anniversary")
        await hand.go(2, one.start)
        await hand.press("space")
        await hand.go(2, other.start)
        await hand.press("c")
        assert hand.relation(one.number, other.number) == "conflicts"


@pytest.mark.parametrize("key", ["a", "c", "u"])
@on_the_loop
async def test_the_pinned_claim_cannot_be_linked_with_itself(tmp_path, key):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("enter", "space")
        await hand.go(1, hand.claim(1).start)
        acts = hand.acts()
        await hand.press(key)
        assert hand.links == []
        assert hand.acts() == acts
        assert hand.said
        assert hand.screen.linking is not None


@on_the_loop
async def test_the_pinned_claim_cannot_be_called_another_event_than_itself(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("enter", "space")
        await hand.go(1, hand.claim(1).start)
        await hand.press("x")
        assert hand.links == []
        assert hand.state.dismissals == {}


@on_the_loop
async def test_space_without_a_claim_and_marks_without_space_say_what_to_do(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("space")
        assert hand.heard("space", "enter")
        for key in "acux":
            hand.said.clear()
            await hand.press(key)
            assert hand.heard("space")
        assert hand.links == []
        assert hand.claims == []
        await hand.press("enter", "space")
        hand.said.clear()
        await hand.press("space")
        assert hand.heard("pinned already")


@on_the_loop
async def test_n_without_linking_or_search_says_what_it_is_for(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("n")
        assert hand.heard("/")


@on_the_loop
async def test_deleting_or_undoing_the_pinned_claim_ends_linking(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("enter", "space")
        await hand.go(1, 0)
        await hand.press("d")
        assert hand.screen.linking is None
        assert hand.claims == []
        await hand.press("ctrl+z", "space")
        assert hand.screen.linking is not None
        await hand.press("ctrl+z")
        assert hand.claims == []
        assert hand.screen.linking is None


@on_the_loop
async def test_undo_while_linking_takes_the_mark_back_and_goes_on(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("enter", "space", "a", "ctrl+z")
        assert hand.links == []
        assert len(hand.claims) == 1
        assert hand.screen.linking is not None
        await hand.press("ctrl+z")
        assert hand.claims == []
        assert hand.screen.linking is None


@on_the_loop
async def test_a_proposed_claim_is_the_one_that_is_marked_though_a_shorter_one_begins_there(
    tmp_path,
):
    path = tmp_path / "w.db"
    review_of(
        path, "Quorum met in Samarkand on Friday.", "Quorum met in Samarkand on Friday again."
    )
    async with at_work(path, size=MIDDLE) as hand:
        whole = await hand.mark(2, "Quorum met in Samarkand on Friday again.")
        short = await hand.mark(2, "Quorum")
        await hand.go(1, 0)
        await hand.press("enter", "space")
        assert hand.strip.view.items[1].quote == whole.quote
        await hand.press("a")
        (link,) = hand.links
        assert whole.id in (link.from_claim_id, link.to_claim_id)
        assert hand.state.links_of(short.id) == []
