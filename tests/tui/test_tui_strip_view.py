"""What the strip shows: the claim, its counterparts, and what differs between them."""

from __future__ import annotations

import pytest
from tui_errands import three, to_strip
from tui_hands import at_work
from tui_material import (
    MIDDLE,
    NARROW,
    OFFICE_4,
    OFFICE_5,
    WIDE,
    corpus,
    on_the_loop,
    review_of,
)


@on_the_loop
async def test_the_strip_shows_the_claim_and_what_it_is_linked_with(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        one, other, third = await three(hand)
        view = hand.strip.view
        assert "conflicting" in view.heading
        assert next(item.claim_id for item in view.items) == one.id
        shown = {item.claim_id: item for item in view.items[1:]}
        assert set(shown) == {other.id, third.id}
        assert shown[other.id].standing == "conflicting"
        assert shown[third.id].standing == "agreeing"
        assert all(item.link_id for item in shown.values())
        assert {item.letter for item in view.items} == {"A", "B"}


@on_the_loop
async def test_what_differs_is_picked_out(tmp_path):
    path = tmp_path / "w.db"
    said = "On Monday the envoy said that {} soldiers had left the base at Dunholt."
    review_of(path, said.format("seven"), said.format(8))
    async with at_work(path) as hand:
        await hand.press("enter", "space")
        heading = hand.strip.view.heading
        assert "numbers differ: seven / 8" in heading
        one, other = hand.strip.view.items
        assert [one.quote[start:end] for start, end in one.telling] == ["seven"]
        assert [other.quote[start:end] for start, end in other.telling] == ["8"]
        assert other.aside == "number?"
        await hand.press("c", "A")
        assert hand.strip.view.items[1].aside == "number"


@on_the_loop
async def test_of_several_counterparts_the_claims_own_words_differ_from_those_it_conflicts_with(
    tmp_path,
):
    said = "On Monday the envoy said that {} soldiers had left the base at Dunholt."
    path = tmp_path / "w.db"
    review_of(path, said.format("seven"), said.format("seven") + "\n", said.format(8))
    async with at_work(path) as hand:
        await hand.press("enter", "space")
        while hand.screen.linking:
            words = hand.strip.view.items[1].quote
            await hand.press("c" if "8" in words else "a")
            if not hand.screen.linking or hand.screen.linking.candidate is None:
                await hand.press("escape")
        assert len(hand.links) == 2
        first, *others = hand.strip.view.items
        assert [item.standing for item in others] != ["conflicting", "conflicting"]
        assert [first.quote[start:end] for start, end in first.telling] == ["seven"]


@on_the_loop
async def test_contradictory_marks_are_flagged_with_their_chain(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        one, other, third = await three(hand)
        await to_strip(hand)
        lines = {item.claim_id: n for n, item in enumerate(hand.strip.view.items)}
        while hand.strip.index != lines[other.id]:
            await hand.press("down" if hand.strip.index < lines[other.id] else "up")
        await hand.press("a", "escape")
        await hand.go(2, third.start)
        await hand.press("space")
        await hand.go(5, other.start)
        await hand.press("c")
        if hand.screen.linking is not None:
            await hand.press("escape")
        heading = hand.strip.view.heading
        assert "contradictory" in heading
        assert f"{third.number} = {one.number} = {other.number}" in heading


@on_the_loop
async def test_the_strip_says_what_to_do_where_there_is_nothing(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        assert "enter" in hand.strip.view.heading
        await hand.mark(4, OFFICE_4)
        await hand.press("tab")
        assert "No claim here" in hand.strip.view.heading
        assert OFFICE_5 in str(hand.screen.desk.text(hand.state.article_numbered(5).id))


@on_the_loop
async def test_every_line_of_a_long_strip_can_be_reached(tmp_path):
    async with at_work(corpus(tmp_path), size=(160, 26)) as hand:
        await hand.press("enter", "space", "a", "a", "c", "a")
        await to_strip(hand)
        await hand.press(*["up"] * 4)
        seen = set()
        for _ in range(6):
            assert hand.strip.index in hand.strip._lines
            seen.add(hand.strip.index)
            await hand.press("down")
        assert seen == {1, 2, 3, 4}


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE, (220, 50)])
@on_the_loop
async def test_outlet_and_date_of_every_line_are_in_view(tmp_path, size):
    async with at_work(corpus(tmp_path), size=size) as hand:
        await hand.pair(relation="c")
        top = hand.strip.region.y
        shown = "\n".join(hand.picture()[top : top + hand.strip.size.height])
        assert "The Larkmoor Ledger · 2025-10-07" in shown
        assert "Orrin Bay Post · 2025-10-08" in shown


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE])
@on_the_loop
async def test_what_differs_is_in_view_though_the_quote_is_cut(tmp_path, size):
    path = tmp_path / "w.db"
    same = "The ministers of the four countries, who had met on the margins of the assembly in that week, said "
    long = same + "and said again " * 12
    review_of(path, f"{long}that there were 17 bases.", f"{long}that there were 23 bases.")
    async with at_work(path, size=size) as hand:
        await hand.press("enter", "space", "c")
        top = hand.strip.region.y
        shown = "\n".join(hand.picture()[top : top + hand.strip.size.height])
        assert "17" in shown
        assert "23" in shown


@pytest.mark.parametrize("size", [(60, 16), NARROW, MIDDLE, WIDE])
@on_the_loop
async def test_a_long_claimant_and_reason_leave_room_for_the_words(tmp_path, size):
    async with at_work(corpus(tmp_path), size=size) as hand:
        await hand.pair(relation="c")
        await hand.press("enter")
        await hand.paste("A very long claimant whose name goes on and on, " * 4)
        await hand.press("ctrl+s")
        await to_strip(hand)
        await hand.press("enter")
        await hand.paste("a reason that is longer than reasons are, " * 3)
        await hand.press("ctrl+s", "escape")
        for line in hand.strip.render().split("\n"):
            assert line.cell_length <= max(10, hand.strip.content_size.width)
        if size != (20, 8):
            top = hand.strip.region.y
            shown = "\n".join(hand.picture()[top : top + hand.strip.size.height])
            assert "special" in shown
            assert "ambassador" in shown


@on_the_loop
async def test_where_there_is_no_claim_the_whole_hint_is_shown_on_a_narrow_screen(tmp_path):
    async with at_work(corpus(tmp_path), size=NARROW) as hand:
        assert "then space finds its counterpart." in " ".join(hand.text().split())
