"""From reading to a linked, marked pair by keyboard: the keys DESIGN counts, and the ways round."""

from __future__ import annotations

import pytest
from tui_hands import at_work
from tui_material import (
    MIDDLE,
    NARROW,
    OFFICE_4,
    WIDE,
    corpus,
    on_the_loop,
    review_of,
    rows,
)


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE])
@on_the_loop
async def test_three_keys_make_a_linked_and_marked_pair(tmp_path, size):
    path = corpus(tmp_path)
    async with at_work(path, size=size) as hand:
        await hand.press("enter", "space", "a")
        (link,) = hand.links
        assert link.relation == "agrees"
        one, other = hand.claim(1), hand.claim(2)
        assert (link.from_claim_id, link.to_claim_id) == (one.id, other.id)
        assert hand.state.articles[one.article_id].number == 1
        assert other.article_id != one.article_id
        assert rows(path, "SELECT relation FROM link") == [("agrees",)]
        assert hand.acts()[-2:] == ["claim.make", "link.make"]


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE])
@on_the_loop
async def test_four_more_keys_take_it_through_four_more_articles(tmp_path, size):
    path = corpus(tmp_path)
    async with at_work(path, size=size) as hand:
        await hand.press("enter", "space", "a", "a", "c", "a")
        assert [link.relation for link in hand.links] == ["agrees", "agrees", "conflicts", "agrees"]
        pinned = hand.claim(1)
        assert {link.from_claim_id for link in hand.links} == {pinned.id}
        ends = [hand.state.claims[link.to_claim_id] for link in hand.links]
        assert {hand.state.articles[claim.article_id].number for claim in ends} == {2, 3, 4, 5}
        # Back where one began, and no longer linking.
        assert hand.screen.linking is None
        assert hand.here == 1
        assert hand.cursor == pinned.start
        assert hand.screen.current == pinned.id
        assert len(rows(path, "SELECT id FROM link")) == 4


@on_the_loop
async def test_a_mark_goes_on_to_the_next_articles_best_counterpart(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("enter", "space")
        linking = hand.screen.linking
        assert linking is not None
        order = list(linking.queue)
        for article_id in order[:-1]:
            assert hand.pane.article_id == article_id
            assert hand.cursor == linking.found[article_id][0].start
            await hand.press("u")
        assert [hand.state.claims[link.to_claim_id].article_id for link in hand.links] == order[:-1]
        assert hand.pane.article_id == order[-1]


@on_the_loop
async def test_n_and_shift_n_walk_the_counterparts_of_one_article_round_and_round(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("enter", "space")
        linking = hand.screen.linking
        assert linking is not None
        article_id = hand.pane.article_id
        found = linking.found[article_id]
        assert len(found) > 1
        assert f"1 of {len(found)} here" in hand.strip.view.heading
        for n in [*range(1, len(found)), 0]:
            await hand.press("n")
            assert (hand.pane.article_id, hand.cursor) == (article_id, found[n].start)
            assert f"{n + 1} of {len(found)} here" in hand.strip.view.heading
        await hand.press("N")
        assert hand.cursor == found[-1].start
        await hand.press("a")
        assert hand.claim(2).start == found[-1].start


@on_the_loop
async def test_the_strip_shows_the_candidate_against_the_pinned_claim(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("enter", "space")
        view = hand.strip.view
        assert view.heading.startswith("link claim 1")
        pinned, candidate = view.items
        assert pinned.quote == hand.claim(1).quote
        linking = hand.screen.linking
        assert linking is not None
        assert linking.candidate is not None
        span = slice(linking.candidate.start, linking.candidate.end)
        assert candidate.quote == hand.pane.text[span]
        assert candidate.claim_id == ""
        assert hand.state.claims.keys() == {hand.claim(1).id}


@on_the_loop
async def test_going_elsewhere_by_hand_links_the_sentence_there(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("enter", "space", "escape", "space")
        await hand.press("tab", "down", "down", "down", "down", "down")
        number, cursor = hand.here, hand.cursor
        assert hand.screen.linking is not None
        await hand.press("c")
        (link,) = hand.links
        other = hand.state.claims[link.to_claim_id]
        assert link.relation == "conflicts"
        assert hand.state.articles[other.article_id].number == number
        assert other.start <= cursor < other.end


@on_the_loop
async def test_words_selected_by_hand_become_the_counterpart(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        one = await hand.mark(4, OFFICE_4)
        await hand.press("space")
        await hand.find(5, "ambassador to the country")
        await hand.press("v", "w", "w", "w", "h", "h")
        assert hand.selected() == "ambassador to the"
        await hand.press("c")
        (link,) = hand.links
        other = hand.state.claims[link.to_claim_id]
        assert other.quote == "ambassador to the"
        assert link.from_claim_id == one.id
        assert hand.pane.selection is None


@on_the_loop
async def test_esc_ends_linking_back_on_the_pinned_claim(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        one = await hand.mark(2, "Kabul was quick to refuse.")
        await hand.press("space")
        assert hand.here != 2
        assert hand.board.pinned == one.article_id
        assert any("pinned" in line for line in hand.picture())
        await hand.press("shift+tab", "down", "escape")
        assert hand.screen.linking is None
        assert (hand.here, hand.cursor) == (2, one.start)
        assert hand.screen.current == one.id
        assert hand.board.pinned == ""
        assert not any("pinned" in line for line in hand.picture())
        assert hand.links == []


@on_the_loop
async def test_esc_while_selecting_a_counterpart_drops_the_selection_first(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("enter", "space", "v", "right", "right")
        await hand.press("escape")
        assert hand.pane.selection is None
        assert hand.screen.linking is not None
        await hand.press("escape")
        assert hand.screen.linking is None


@on_the_loop
async def test_with_one_pane_the_counterparts_article_takes_the_pane_and_esc_gives_it_back(
    tmp_path,
):
    async with at_work(corpus(tmp_path), size=NARROW) as hand:
        assert hand.shown == [1]
        await hand.press("down", "enter")
        one = hand.claim(1)
        await hand.press("space")
        assert hand.shown != [1]
        assert len(hand.board.frames) == 1
        await hand.press("escape")
        assert hand.shown == [1]
        assert hand.cursor == one.start


@on_the_loop
async def test_another_pane_than_the_pinned_one_changes_to_the_counterparts_article(tmp_path):
    async with at_work(corpus(tmp_path), size=MIDDLE) as hand:
        assert hand.shown == [1, 2]
        await hand.mark(2, "Kabul was quick to refuse.")
        await hand.press("space")
        seen = []
        while hand.screen.linking is not None:
            assert hand.shown[1] == 2
            assert hand.shown[0] == hand.here
            seen.append(hand.here)
            await hand.press("u")
        assert set(seen) - {1}
        for number in set(seen) - {1}:
            assert hand.heard("Pane 1 now shows", f"article {number}")
        assert len(hand.links) == len(seen)


@on_the_loop
async def test_a_pane_that_shows_the_counterparts_article_is_used_as_it_is(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, "Quorum met in Samarkand.", "Unrelated.", "The quorum met in Samarkand today.")
    async with at_work(path) as hand:
        await hand.press("enter", "space")
        assert hand.here == 3
        assert hand.shown == [1, 2, 3]
        assert hand.said == []


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (("🙂🙂 … 🙂", "🙂 … 🙂"), "nothing to compare"),
        (("He did it.", "She did it."), "nothing to compare"),
        (("Zebras graze quietly.",), "there is no other article"),
        (('NEAR(zebras* ^graze) "OR', 'col: zebras* NOT "graze'), ""),
        (("日本語の文です。", "これは日本語の文です。"), ""),
    ],
)
@on_the_loop
async def test_whatever_a_claim_is_made_of_linking_says_what_there_is(tmp_path, texts, words):
    path = tmp_path / "w.db"
    review_of(path, *texts)
    async with at_work(path, size=MIDDLE) as hand:
        await hand.press("v", "end", "enter", "space")
        assert hand.screen.linking is not None
        assert words in hand.strip.view.heading
        assert len(hand.strip.view.items) == (1 if words else 2)  # the claim alone, or a pair


@on_the_loop
async def test_a_claim_with_nothing_alike_can_still_be_linked_by_hand(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, "Zebras graze quietly.", "Nothing whatsoever in common here.")
    async with at_work(path, size=MIDDLE) as hand:
        await hand.press("enter", "space")
        assert "probably only here; go to any words by hand" in hand.strip.view.heading
        await hand.press("tab", "u")
        (link,) = hand.links
        assert link.relation == "unverified"
        assert hand.screen.linking is None
        assert hand.here == 1


@on_the_loop
async def test_articles_a_year_apart_are_asked_about(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(4, "Moscow received Afghanistan’s Taliban rulers on Tuesday")
        await hand.press("space")
        await hand.go(3, 0)
        assert "same event?" in hand.strip.view.heading
        await hand.go(5, 0)
        assert "same event?" not in hand.strip.view.heading


@on_the_loop
async def test_a_candidate_mostly_covered_by_a_claim_means_that_claim(tmp_path):
    path = tmp_path / "w.db"
    review_of(
        path, "Quorum met in Samarkand on Friday.", "Well, the quorum met in Samarkand on Friday."
    )
    async with at_work(path, size=MIDDLE) as hand:
        held = await hand.mark(2, "the quorum met in Samarkand on Friday")
        await hand.go(1, 0)
        await hand.press("enter", "space", "a")
        (link,) = hand.links
        assert held.id in (link.from_claim_id, link.to_claim_id)
        assert len(hand.claims) == 2


@on_the_loop
async def test_linking_while_one_pane_is_zoomed_shows_the_counterpart(tmp_path):
    path = tmp_path / "w.db"
    review_of(
        path, "Quorum met in Samarkand.", "Unrelated.", "Of no use.", "The quorum met in Samarkand."
    )
    async with at_work(path, size=MIDDLE) as hand:
        assert hand.shown == [1, 2]
        await hand.press("enter", "z", "space")
        assert hand.here == 4
        assert hand.frame.display
        await hand.press("a")
        assert hand.relation(1, 2) == "agrees"
        assert hand.here == 1
        assert hand.frame.display


@on_the_loop
async def test_space_after_enter_links_the_claim_just_made_though_a_shorter_one_begins_there(
    tmp_path,
):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(4, "Moscow received")
        await hand.go(4, 3)
        await hand.press("s", "enter")
        made = hand.claims[-1]
        assert len(made.quote) > len("Moscow received")
        await hand.press("space")
        assert hand.screen.linking is not None
        assert hand.screen.linking.claim_id == made.id


@on_the_loop
async def test_esc_comes_back_to_an_outer_claim_that_was_pinned(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        inner = await hand.mark(4, "Moscow received")
        outer = await hand.mark(4, "Moscow received Afghanistan’s Taliban rulers")
        await hand.go(4, 0)
        while hand.pane.claim_here() != outer.id:
            await hand.press("O")
        await hand.press("space")
        assert hand.screen.linking is not None
        assert hand.screen.linking.claim_id == outer.id
        await hand.press("escape")
        assert hand.screen.current == outer.id
        assert inner.start == outer.start


@on_the_loop
async def test_a_mark_far_along_a_position_changes_the_sign_of_the_first_claim(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, "Alpha says so.", "Beta says so.", "Gamma says so.")
    async with at_work(path) as hand:
        claims = [await hand.mark(n, word) for n, word in ((1, "Alpha"), (2, "Beta"), (3, "Gamma"))]
        for claim, origin in zip(claims, ("TASS", "TASS", "Reuters"), strict=True):
            article = hand.state.articles[claim.article_id].number
            await hand.go(article, claim.start)
            await hand.press("enter", "tab")
            await hand.type(origin)
            await hand.press("enter")
        for one, other in ((0, 1), (1, 2)):
            await hand.go(one + 1, claims[one].start)
            await hand.press("space")
            await hand.go(other + 1, claims[other].start)
            await hand.press("a")
            if hand.screen.linking is not None:
                await hand.press("escape")
            sign = "single" if other == 1 else "agreeing"
            shown = [mark.standing for mark in hand.pane_of(1)._marks.all]
            assert shown == [sign]


@on_the_loop
async def test_keys_typed_ahead_act_in_order(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        for key in ("enter", "space", "a", "a", "c", "a"):
            await hand.send(key)
        await hand.settle()
        assert [link.relation for link in hand.links] == ["agrees", "agrees", "conflicts", "agrees"]
        assert len({hand.state.claims[link.to_claim_id].article_id for link in hand.links}) == 4
        assert len(hand.claims) == 5
