"""What the strip offers to add to a mark, and the one key that takes it."""

from __future__ import annotations

import pytest
from tui_hands import at_work
from tui_material import MIDDLE, NARROW, WIDE, on_the_loop, review_of, rows

from workbench.core import changes

ONE = (
    "The ministry said on Tuesday that seven soldiers had left the base near the old river port, "
    "and that the others would follow in spring."
)
OTHER = (
    "The ministry said on Tuesday that eight soldiers had left the base near the old river port, "
    "and that the others would follow in spring."
)


@on_the_loop
async def test_a_conflict_is_offered_its_reason_and_a_takes_it(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    async with at_work(path) as hand:
        await hand.press("enter", "space")
        assert "numbers differ: seven / eight" in hand.strip.view.heading
        await hand.press("c")
        (link,) = hand.links
        assert link.reason == ""  # offered, not given
        assert "A adds “number” as the reason" in hand.strip.view.heading
        await hand.press("A")
        (link,) = hand.links
        assert (link.relation, link.reason) == ("conflicts", "number")
        assert "as the reason" not in hand.strip.view.heading


@on_the_loop
async def test_the_mark_before_is_offered_its_reason_while_the_next_article_is_looked_at(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER, OTHER.replace("near", "by"))
    async with at_work(path) as hand:
        await hand.press("enter", "space", "c")
        assert hand.screen.linking is not None
        assert "A adds “number” as the reason why 1 and 2 conflict" in hand.strip.view.heading
        await hand.press("A")
        assert [link.reason for link in hand.links] == ["number"]
        assert hand.screen.linking is not None
        await hand.press("a")
        assert [link.relation for link in hand.links] == ["conflicts", "agrees"]


@on_the_loop
async def test_a_wide_pair_that_differs_somewhere_is_offered_the_words_that_differ(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    async with at_work(path) as hand:
        await hand.press("enter", "space", "a")
        heading = hand.strip.view.heading
        assert "A adds the conflict of “" in heading
        assert "as a pair of their own" in heading
        await hand.press("A")
        assert [link.relation for link in hand.links] == ["agrees", "conflicts"]
        assert hand.links[1].reason == "number"
        inner = [claim.quote for claim in hand.claims[2:]]
        assert all(len(quote) < 100 for quote in inner)
        assert "seven soldiers" in inner[0]
        assert "eight soldiers" in inner[1]
        assert "as a pair of their own" not in hand.strip.view.heading
        await hand.press("ctrl+z")  # one act
        assert (len(hand.claims), len(hand.links)) == (2, 1)


@on_the_loop
async def test_where_nothing_differs_nothing_is_offered(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE, ONE.replace("seven", "7"))
    async with at_work(path) as hand:
        await hand.press("enter", "space", "a")
        assert hand.screen.found.offer is None
        assert "A adds" not in hand.text()
        await hand.press("A")
        assert hand.heard("Nothing is offered here")
    assert len(rows(path, "SELECT id FROM link")) == 1


@on_the_loop
async def test_another_event_is_offered_nothing(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    async with at_work(path) as hand:
        await hand.press("enter", "space", "c")
        assert hand.screen.found.offer is not None
        await hand.press("i", "x")
        assert [link.relation for link in hand.links] == ["unverified"]
        assert hand.screen.found.offer is None


@on_the_loop
async def test_in_the_strip_the_chosen_links_own_offer_is_taken(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER, OTHER.replace("near", "by"))
    async with at_work(path) as hand:
        await hand.press("enter", "space", "c", "c", "i", "down")
        chosen = hand.strip.chosen
        other = hand.state.claims[chosen.claim_id]
        assert f"the reason why 1 and {other.number} conflict" in hand.strip.view.heading
        await hand.press("A")
        assert {link.id: link.reason for link in hand.links}[chosen.link_id] == "number"
        assert sorted(link.reason for link in hand.links) == ["", "number"]


@on_the_loop
async def test_what_is_turned_down_is_not_offered_again(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    async with at_work(path) as hand:
        await hand.press("enter", "space", "c", "X")
        assert hand.screen.found.offer.kind == "narrow"  # the next one
        await hand.press("X")
        assert hand.screen.found.offer is None
        await hand.press("down", "down", "g")
        assert hand.screen.found.offer is None
        assert [link.reason for link in hand.links] == [""]
        await hand.press("X")
        assert hand.heard("Nothing is offered here")


@on_the_loop
async def test_every_difference_of_a_wide_pair_is_offered_one_after_the_other(tmp_path):
    path = tmp_path / "w.db"
    said = "On {}, it says in a note by the staff, {} soldiers left, and {} lorries were burnt."
    review_of(path, said.format("Tuesday", "seven", 40), said.format("Friday", "eight", 50))
    async with at_work(path) as hand:
        await hand.press("enter", "space", "a", "A")
        assert len(hand.links) == 2
        await hand.press("O")  # from the narrow claim to the wide one
        assert hand.screen.found.offer is not None
        await hand.press("A")
        assert len(hand.links) == 3
        inner = [claim.quote for claim in hand.claims[2:]]
        assert len({link.reason for link in hand.links[1:]}) == 2, inner


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE])
@on_the_loop
async def test_a_long_note_does_not_hide_what_is_offered(tmp_path, size):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    async with at_work(path, size=size) as hand:
        await hand.press("enter", "space", "c")
        note = "a note that goes on and on " * 12
        hand.screen.act(lambda: changes.edit_claim(hand.state, hand.claims[0], note=note))
        await hand.settle()
        assert "A reason: number" in hand.picture()[-1]
        if size != NARROW:
            assert "A adds “number” as the reason" in hand.text()


@on_the_loop
async def test_what_is_offered_is_among_the_keys_at_the_bottom(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ONE, OTHER)
    async with at_work(path) as hand:
        await hand.press("enter", "space", "c")
        assert hand.picture()[-1].split()[:3] == ["A", "reason:", "number"]
