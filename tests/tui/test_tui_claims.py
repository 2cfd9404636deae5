"""Claims on the screen: making, nesting, edges, deleting, undo and redo."""

from __future__ import annotations

from tui_hands import at_work
from tui_material import corpus, on_the_loop, review_of, rows

from workbench.core.sentences import sentence_at

LINE = "Moscow received Afghanistan’s Taliban rulers on Tuesday"


@on_the_loop
async def test_enter_marks_the_sentence_under_the_cursor(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        await hand.find(4, "commended the Taliban")
        sentence = sentence_at(hand.pane.text, hand.cursor)
        assert sentence is not None
        await hand.press("enter")
        (claim,) = hand.claims
        assert (claim.start, claim.end) == sentence
        assert claim.quote == hand.pane.text[claim.start : claim.end]
        assert hand.cursor == claim.start
        assert rows(path, "SELECT start, end, quote FROM claim") == [(*sentence, claim.quote)]
        assert hand.strip.view.items[0].quote == claim.quote
        assert "1 claim ·" in hand.picture()[0]


@on_the_loop
async def test_enter_marks_what_v_and_the_moves_selected(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.find(4, "Moscow received")
        await hand.press("v", "w", "w", "w", "w", "h", "h", "enter")
        (claim,) = hand.claims
        assert claim.quote == "Moscow received Afghanistan’s Taliban"
        assert hand.pane.selection is None


@on_the_loop
async def test_enter_marks_what_shift_and_arrows_selected_without_the_space_at_its_end(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.find(4, "received")
        await hand.press(*["shift+right"] * 8)
        assert hand.selected() == "received "
        await hand.press("enter")
        assert hand.claim(1).quote == "received"


@on_the_loop
async def test_s_selects_the_sentence_and_again_the_next(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.find(5, "A deployment was wholly")
        await hand.press("s")
        first = sentence_at(hand.pane.text, hand.pane.selection[0])
        assert hand.pane.selection == first
        await hand.press("s")
        assert hand.pane.selection[0] == first[0]
        second = sentence_at(hand.pane.text, hand.pane.selection[1] - 1)
        assert second[0] >= first[1]
        assert hand.pane.selection[1] == second[1]
        await hand.press("enter")
        assert (hand.claim(1).start, hand.claim(1).end) == (first[0], second[1])


@on_the_loop
async def test_enter_on_white_space_says_that_there_are_no_words(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, "One.\n\n\n\nTwo.")
    async with at_work(path) as hand:
        await hand.go(1, 6)
        await hand.press("enter")
        assert hand.claims == []
        assert hand.heard("no words")
        assert hand.app.screen is hand.screen


@on_the_loop
async def test_the_same_words_cannot_be_marked_twice(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(4, LINE)
        await hand.select(4, LINE)
        await hand.press("enter")
        assert len(hand.claims) == 1
        assert hand.heard("claim 1 already")


@on_the_loop
async def test_words_selected_inside_a_claim_become_a_claim_of_their_own(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        outer = await hand.mark(4, LINE)
        inner = await hand.mark(4, "Taliban rulers")
        assert outer.start < inner.start
        assert inner.end < outer.end
        assert hand.screen.current == inner.id
        assert [c.number for c in hand.state.claims_at(inner.article_id, inner.start)] == [2, 1]


@on_the_loop
async def test_enter_edits_the_innermost_claim_and_shift_o_goes_outwards(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        whole = await hand.mark(4, LINE)
        middle = await hand.mark(4, "Afghanistan’s Taliban rulers")
        inner = await hand.mark(4, "Taliban")
        await hand.find(4, "Taliban rulers")
        assert hand.screen.current == inner.id
        for claim in (middle, whole, inner):
            await hand.press("O")
            assert hand.screen.current == claim.id
            assert hand.strip.view.items[0].quote == claim.quote
        await hand.press("O", "enter")
        assert "Claim 2" in hand.text()
        await hand.type("x")
        await hand.press("enter")
        assert hand.claim(2).claimant == "x"
        assert hand.claim(1).claimant == hand.claim(3).claimant == ""


@on_the_loop
async def test_moving_on_comes_back_to_the_innermost_claim(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(4, LINE)
        inner = await hand.mark(4, "Taliban rulers")
        await hand.press("O", "right")
        assert hand.screen.current == inner.id


@on_the_loop
async def test_d_deletes_the_claim_one_stepped_out_to(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(4, LINE)
        await hand.mark(4, "Taliban rulers")
        await hand.press("O", "d")
        assert [claim.quote for claim in hand.claims] == ["Taliban rulers"]


# Edges


@on_the_loop
async def test_r_takes_up_the_edges_and_enter_takes_the_new_ones(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        claim = await hand.mark(4, "Moscow received")
        await hand.press("r")
        assert hand.selected() == "Moscow received"
        assert hand.screen.edges == claim.id
        await hand.press("ctrl+shift+right", "enter")
        (moved,) = hand.claims
        assert moved.id == claim.id
        assert moved.quote == "Moscow received Afghanistan’s"
        assert hand.screen.edges == ""
        assert hand.pane.selection is None
        assert hand.acts()[-1] == "claim.move"
        assert rows(path, "SELECT quote FROM claim") == [(moved.quote,)]
        assert moved.suffix.startswith(" Taliban")


@on_the_loop
async def test_esc_leaves_the_edges_as_they_were(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        claim = await hand.mark(4, "Moscow received")
        acts = hand.acts()
        await hand.press("r", "shift+right", "shift+right", "escape")
        assert hand.screen.edges == ""
        assert hand.pane.selection is None
        assert hand.claims == [claim]
        assert hand.acts() == acts


@on_the_loop
async def test_esc_gives_up_the_edges_even_after_the_selection_was_dropped(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        claim = await hand.mark(4, "Moscow received")
        await hand.press("r", "left")
        await hand.press("escape")
        assert hand.screen.edges == ""
        await hand.select(4, "Taliban rulers")
        await hand.press("enter")
        assert hand.claim(1).quote == claim.quote
        assert [c.quote for c in hand.claims] == ["Moscow received", "Taliban rulers"]


@on_the_loop
async def test_the_first_edge_can_be_changed_too(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        claim = await hand.mark(4, "Taliban rulers")
        await hand.press("r")
        # Selecting anew while the edges are taken up, from the other end.
        await hand.press("right", *["b"] * 4)
        await hand.press("v", "w", "w", "w", "w", "h", "h", "enter")
        (moved,) = hand.claims
        assert moved.id == claim.id
        assert moved.end == claim.end
        assert moved.start < claim.start


@on_the_loop
async def test_edges_cannot_be_moved_onto_another_claim(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(4, "Moscow received")
        other = await hand.mark(4, "Moscow")
        await hand.find(4, "Moscow received")
        assert hand.screen.current == other.id
        await hand.press("r", *["shift+right"] * 9, "enter")
        assert hand.heard("claim 1 already")
        assert [c.quote for c in hand.claims] == ["Moscow received", "Moscow"]
        assert hand.screen.edges == other.id
        await hand.press("escape")


@on_the_loop
async def test_r_without_a_claim_says_so(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("r")
        assert hand.screen.edges == ""
        assert hand.heard("no claim")


@on_the_loop
async def test_edges_moved_keep_the_links(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        one, other = await hand.pair(relation="c")
        await hand.go(4, one.start)
        await hand.press("r", "shift+left", "shift+left", "enter")
        assert hand.relation(one.number, other.number) == "conflicts"
        assert hand.claim(one.number).quote != one.quote


@on_the_loop
async def test_claims_snap_to_whole_letters(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, "Cafe\u0301 \U0001f1e6\U0001f1eb\U0001f1f7\U0001f1fa agreed.")
    async with at_work(path) as hand:
        await hand.go(1, 3)
        await hand.press("shift+right", "enter")
        assert hand.claim(1).quote == "e\u0301"
        await hand.go(1, 6)
        await hand.press("v", "enter")
        assert hand.claim(2).quote == "\U0001f1e6\U0001f1eb"
