"""The strip: the claim and its counterparts, and the keys that act on a link there."""

from __future__ import annotations

import pytest
from tui_errands import three, to_strip
from tui_hands import at_work
from tui_material import (
    MIDDLE,
    NARROW,
    WIDE,
    corpus,
    on_the_loop,
    rows,
)

from workbench.core.model import NOT_SAME_EVENT
from workbench.tui.dialogs.form import Form
from workbench.tui.keys import COMMANDS


@on_the_loop
async def test_tab_reaches_the_strip_after_the_last_pane_and_goes_on_to_the_first(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        one, other, _ = await three(hand)
        frames = hand.board.frames
        while hand.board.frames[-1].pane.article_id not in (one.article_id, other.article_id):
            await hand.press("tab")
        last = one if frames[-1].pane.article_id == one.article_id else other
        await hand.go(hand.state.articles[last.article_id].number, last.start)
        assert hand.board.frames.index(hand.frame) == 2
        await hand.press("tab")
        assert hand.strip.has_focus
        assert hand.strip.view.items[0].claim_id == last.id
        await hand.press("tab")
        assert not hand.strip.has_focus
        assert hand.board.frames.index(hand.frame) == 0
        assert hand.pane.has_focus


@on_the_loop
async def test_shift_tab_reaches_it_from_the_first_pane(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        one, _ = await hand.pair()
        first = hand.board.frames[0]
        hand.board.show(hand.board.frame_of(one.article_id), hand.board.hidden()[0].id)
        hand.board.show(first, one.article_id)
        await hand.go(4, one.start)
        assert hand.frame is first
        await hand.press("shift+tab")
        assert hand.strip.has_focus
        assert hand.strip.view.items[0].claim_id == one.id
        await hand.press("shift+tab")
        assert hand.board.frames.index(hand.frame) == len(hand.board.frames) - 1


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE, (220, 50)])
@on_the_loop
async def test_keys_alone_reach_the_strip_about_the_claim_one_stands_on_in_any_pane(tmp_path, size):
    async with at_work(corpus(tmp_path), size=size) as hand:
        one, _ = await hand.pair()
        for place in range(len(hand.board.frames)):
            frame = hand.board.frames[place]
            already = hand.board.frame_of(one.article_id)
            if already is not None and already is not frame:
                hand.board.show(already, hand.board.hidden()[0].id)
            hand.board.show(frame, one.article_id)
            await hand.go(4, one.start)
            assert hand.frame is frame
            # tab and shift+tab at the ends of the row; a key of its own elsewhere.
            ways = [
                c.keys.split(",")[0] for c in COMMANDS if c.place == "review" and "strip" in c.id
            ]
            for key in ("tab", "shift+tab", *ways):
                await hand.press(key)
                if hand.strip.has_focus:
                    break
                await hand.go(4, one.start)
            assert hand.strip.has_focus, f"no key leads from pane {place + 1} to the strip"
            assert hand.strip.view.items[0].claim_id == one.id
            await hand.press("c", "escape")
            assert hand.links[0].relation == "conflicts"


@on_the_loop
async def test_an_empty_strip_is_passed_over(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        for _ in range(4):
            await hand.press("tab")
            assert not hand.strip.has_focus


@on_the_loop
async def test_up_and_down_choose_a_line_and_stop_at_the_ends(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await three(hand)
        await to_strip(hand)
        assert hand.strip.index == 1
        seen = []
        for key in ("down", "down", "up", "up", "j", "k"):
            await hand.press(key)
            seen.append(hand.strip.index)
        assert seen == [2, 2, 1, 1, 2, 1]
        assert any("▸" in line for line in hand.picture())


@pytest.mark.parametrize(
    ("key", "relation"), [("a", "agrees"), ("c", "conflicts"), ("u", "unverified")]
)
@on_the_loop
async def test_a_c_and_u_mark_the_link_anew(tmp_path, key, relation):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        one, other, third = await three(hand)
        await to_strip(hand)
        chosen = hand.strip.chosen
        assert chosen is not None
        await hand.press(key)
        assert hand.state.links[chosen.link_id].relation == relation
        assert len(hand.links) == 2
        assert hand.strip.has_focus
        again = hand.strip.chosen
        assert again is not None
        assert again.link_id == chosen.link_id
        numbers = dict(rows(path, "SELECT number, relation FROM link"))
        assert numbers[hand.state.links[chosen.link_id].number] == relation
        assert {one.id, other.id, third.id} == set(hand.state.claims)


@on_the_loop
async def test_x_says_not_the_same_event_of_a_link(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        one, *_ = await three(hand)
        await to_strip(hand)
        chosen = hand.strip.chosen
        assert chosen is not None
        await hand.press("x")
        link = hand.state.links[chosen.link_id]
        assert (link.relation, link.reason) == ("unverified", NOT_SAME_EVENT)
        # It stays in the strip, to be marked anew, though it is on no point any more.
        assert chosen.claim_id in {item.claim_id for item in hand.strip.view.items}
        await hand.press("a")
        link = hand.state.links[chosen.link_id]
        assert (link.relation, link.reason) == ("agrees", "")
        assert hand.screen.current == one.id


@on_the_loop
async def test_enter_edits_reason_and_rationale(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        await hand.pair(relation="c")
        await to_strip(hand)
        await hand.press("enter")
        assert isinstance(hand.app.screen, Form)
        await hand.type("role")
        await hand.press("tab")
        await hand.type("ambassador is not representative")
        await hand.press("ctrl+s")
        (link,) = hand.links
        assert (link.reason, link.rationale) == ("role", "ambassador is not representative")
        assert link.relation == "conflicts"
        assert rows(path, "SELECT reason FROM link") == [("role",)]
        assert hand.strip.view.items[1].remark == "role"
        assert hand.strip.has_focus


@on_the_loop
async def test_a_half_typed_rationale_is_not_lost_by_esc(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.pair(relation="c")
        await to_strip(hand)
        await hand.press("enter", "tab")
        await hand.type("because")
        await hand.press("escape", "enter")
        screen = hand.app.screen
        assert isinstance(screen, Form)
        assert screen.values()["rationale"] == "because"
        await hand.press("ctrl+d" if screen._discard else "escape")


@pytest.mark.parametrize("size", [NARROW, WIDE])
@on_the_loop
async def test_g_goes_to_the_words(tmp_path, size):
    async with at_work(corpus(tmp_path), size=size) as hand:
        one, other = await hand.pair()
        await hand.go(4, one.start)
        await to_strip(hand)
        await hand.press("g")
        assert (hand.here, hand.cursor) == (5, other.start)
        assert hand.pane.has_focus
        assert hand.screen.current == other.id


@on_the_loop
async def test_d_deletes_the_link_and_leaves_the_claims(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        one, other = await hand.pair()
        await to_strip(hand)
        await hand.press("d")
        assert hand.links == []
        assert {one.id, other.id} == set(hand.state.claims)
        assert rows(path, "SELECT count(*) FROM link") == [(0,)]
        assert hand.heard("Link 1 deleted", "ctrl+z")
        await hand.press("ctrl+z")
        assert len(hand.links) == 1


@on_the_loop
async def test_a_line_without_a_link_of_its_own_has_none_to_delete_and_can_be_marked(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        one, other, third = await three(hand)
        # From the third claim the second is on the point, but not linked directly.
        await hand.go(2, third.start)
        await to_strip(hand)
        lines = {item.claim_id: n for n, item in enumerate(hand.strip.view.items)}
        while hand.strip.index != lines[other.id]:
            await hand.press("down" if hand.strip.index < lines[other.id] else "up")
        acts = hand.acts()
        await hand.press("d")
        assert hand.heard("not linked directly")
        assert hand.acts() == acts
        assert {one.id, other.id, third.id} == set(hand.state.claims)
        await hand.press("a")
        assert hand.state.link_between(third.id, other.id).relation == "agrees"
        assert len(hand.acts()) == len(acts) + 1


@on_the_loop
async def test_esc_leaves_the_strip_for_the_pane(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.pair()
        pane = hand.pane
        await to_strip(hand)
        await hand.press("escape")
        assert hand.pane.has_focus
        assert pane.article_id


@on_the_loop
async def test_space_in_the_strip_links_the_claim_it_is_about(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        one, _ = await hand.pair()
        await to_strip(hand)
        await hand.press("space")
        assert hand.screen.linking is not None
        assert hand.screen.linking.claim_id == one.id
        await hand.press("escape")
