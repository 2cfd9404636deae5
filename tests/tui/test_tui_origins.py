"""Origins: declared, shared by the claims of a position, and split over them again."""

from __future__ import annotations

import pytest
from tui_errands import three
from tui_hands import at_work
from tui_material import NARROW, WIDE, corpus, on_the_loop

from workbench.tui.dialogs.form import Form


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=str)
@on_the_loop
async def test_one_origin_for_a_whole_position_in_one_act_and_another_for_one_of_it(tmp_path, size):
    async with at_work(corpus(tmp_path), size=size) as hand:
        one, other = await hand.pair()
        assert "origins unknown" in hand.strip.view.heading
        acts = len(hand.acts())
        await hand.press("D")
        assert isinstance(hand.app.screen, Form)
        assert f"Origin of position A of point {one.number}: claims" in hand.text()
        await hand.fill(origin="TASS")
        await hand.press("enter")
        assert [claim.origin for claim in hand.claims] == ["TASS", "TASS"]
        assert len(hand.acts()) == acts + 1
        assert "2 articles, 1 origin" in hand.strip.view.heading
        assert hand.screen.desk.standing(hand.claim(one.number)) == "single"
        await hand.go(5, other.start)
        await hand.press("enter")  # this claim alone: the origins part
        await hand.fill(origin="The ministry")
        await hand.press("enter")
        assert "2 articles, 2 origins" in hand.strip.view.heading
        assert hand.screen.desk.standing(hand.claim(one.number)) == "agreeing"
        await hand.press("ctrl+z", "ctrl+z")
        assert [claim.origin for claim in hand.claims] == ["", ""]


@on_the_loop
async def test_claims_that_say_otherwise_keep_their_origin(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        one, other, third = await three(hand)
        await hand.press("D")
        await hand.fill(origin="One post")
        await hand.press("ctrl+s")
        assert hand.claim(one.number).origin == hand.claim(third.number).origin == "One post"
        assert hand.claim(other.number).origin == ""
        assert "(+1 unknown)" in hand.strip.view.heading


@on_the_loop
async def test_a_half_written_origin_is_kept_and_without_a_claim_it_says_what_it_is_for(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        await hand.press("D")
        assert hand.heard("D is for claims")
        await hand.pair()
        await hand.press("D")
        await hand.fill(origin="A po")
        await hand.press("escape")
        assert hand.heard("is kept; D goes on with it")
        await hand.press("D")
        assert hand.app.screen.values() == {"origin": "A po"}
        hand.screen.save_session(now=True)
    async with at_work(path) as hand:  # it was open: it is open again
        assert hand.app.screen.values() == {"origin": "A po"}
