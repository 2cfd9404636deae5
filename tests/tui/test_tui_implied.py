"""What follows from marks is said lighter, and confirmed by one key; contradictions are walked."""

from __future__ import annotations

from tui_errands import three, to_strip
from tui_hands import at_work
from tui_material import corpus, on_the_loop

from workbench.core import changes


async def at_the_third(hand):
    """One conflicts with other, one agrees with third; the strip stands on third's line of other."""
    one, other, third = await three(hand)
    await hand.go(2, third.start)
    await to_strip(hand)
    items = hand.strip.view.items
    while hand.strip.chosen.claim_id != other.id:
        await hand.press("down" if hand.strip.index < len(items) - 1 else "up")
    return one, other, third


@on_the_loop
async def test_what_follows_from_other_marks_is_said_with_its_reason(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        _, _, third = await at_the_third(hand)
        line = hand.strip.chosen
        assert (line.link_id, line.standing) == ("", "")  # not marked, and no sign of a mark
        assert line.aside == "implied: conflicts"
        assert "implied: conflicts" in hand.text()
        assert "conflict, implied by links 2 and 1" in hand.strip.view.heading
        assert hand.screen.desk.standing(third) != "conflicting"


@on_the_loop
async def test_one_key_confirms_what_follows(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        _, other, third = await at_the_third(hand)
        assert f"A adds the mark that {third.number} and {other.number} conflict" in (
            hand.strip.view.heading
        )
        await hand.press("A")
        link = hand.state.link_between(third.id, other.id)
        assert (link.relation, link.rationale) == ("conflicts", "implied by links 2 and 1")
        assert hand.screen.desk.standing(hand.state.claims[third.id]) == "conflicting"
        await hand.press("ctrl+z")
        assert hand.state.link_between(third.id, other.id) is None


@on_the_loop
async def test_a_mark_of_ones_own_may_say_otherwise(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        _, other, third = await at_the_third(hand)
        await hand.press("u")
        assert hand.state.link_between(third.id, other.id).relation == "unverified"


@on_the_loop
async def test_contradictory_marks_are_walked_one_after_the_other(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        one, other, third = await three(hand)
        await hand.press("*")
        assert hand.heard("No marks contradict each other.")
        hand.screen.act(lambda: changes.link_claims(hand.state, other, third, "agrees"))
        await hand.settle()
        seen = []
        for _ in range(4):
            await hand.press("*")
            seen.append((hand.screen.current, hand.strip.chosen.link_id))
        assert seen[0] == seen[3]
        assert len({link for _, link in seen}) == 3
        assert {claim for claim, _ in seen} == {one.id, other.id, third.id}
        assert hand.screen.in_strip
        assert hand.heard("Contradiction 1 of 1, mark 1 of 3")
        await hand.press("d")  # the mark at hand can be taken away at once
        await hand.press("*")
        assert hand.heard("No marks contradict each other.")


@on_the_loop
async def test_contradictions_that_share_marks_are_all_walked(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        words = ("Bagram was the hub", "The Taliban turned the demand down", "No country that wants",
                 "That stand was set down")  # fmt: skip
        a, b, c, d = [await hand.mark(1, some) for some in words]
        for pair, relation in (((a, b), "agrees"), ((b, c), "agrees"), ((c, d), "agrees"),
                               ((a, c), "conflicts"), ((a, d), "conflicts")):  # fmt: skip
            change = changes.link_claims(hand.state, *pair, relation)
            hand.screen.act(lambda change=change: change)
        seen = []
        for _ in range(8):
            await hand.press("*")
            seen.append((hand.screen.current, hand.strip.chosen.link_id))
        assert len({link for _, link in seen[:7]}) == 5
        assert seen[7] == seen[0]
        assert hand.heard("Contradiction 2 of 2, mark 4 of 4")


@on_the_loop
async def test_the_walk_begins_with_the_point_one_is_on_and_shows_both_ends_of_a_mark(tmp_path):
    async with at_work(corpus(tmp_path), size=(120, 30)) as hand:
        one, other, third = await three(hand)
        lone = await hand.mark(1, "Bagram was the hub")
        same = await hand.mark(1, "The Taliban turned the demand down")
        far = await hand.mark(2, "Officials there said")
        for pair, relation in (((lone, same), "agrees"), ((same, far), "agrees"),
                               ((lone, far), "conflicts"), ((other, third), "agrees")):  # fmt: skip
            change = changes.link_claims(hand.state, *pair, relation)
            hand.screen.act(lambda change=change: change)
        await hand.go(2, far.start)
        seen = []
        for _ in range(4):
            await hand.press("*")
            seen.append(hand.screen.current)
            link = hand.state.links[hand.strip.chosen.link_id]
            ends = {link.from_claim_id, link.to_claim_id}
            shown = {hand.state.articles[key].number for key in hand.board.shown()}
            articles = {hand.state.claims[key].article_id for key in ends}
            assert {hand.state.articles[key].number for key in articles} <= shown
        assert set(seen[:3]) == {lone.id, same.id, far.id}
        assert seen[3] in {one.id, other.id, third.id}
