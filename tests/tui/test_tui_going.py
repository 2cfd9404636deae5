"""Going places in a review: points, conflicts, search hits."""

from __future__ import annotations

import pytest
from tui_hands import at_work
from tui_material import HOSTILE, MIDDLE, NARROW, WIDE, corpus, on_the_loop, review_of

from workbench.core.search import find
from workbench.tui import looking
from workbench.tui.screens import finding

WORDS = ("Kabul was quick to refuse.", "The reasons Trump gives", "A parade planned")


async def search(hand, words: str) -> None:
    await hand.press("/")
    await hand.type(words)
    await hand.press("enter")


async def conflict(hand, one: tuple[int, str], other: tuple[int, str]):
    """Two claims marked as conflicting."""
    first, second = await mark_once(hand, *one), await mark_once(hand, *other)
    await hand.go(one[0], first.start)
    await hand.press("space")
    await hand.go(other[0], second.start)
    await hand.press("c")
    if hand.screen.linking is not None:
        await hand.press("escape")
    return first, second


async def mark_once(hand, number: int, words: str):
    for claim in hand.claims:
        if claim.quote == words:
            return claim
    return await hand.mark(number, words)


# Points


@pytest.mark.parametrize("size", [NARROW, WIDE])
@on_the_loop
async def test_greater_and_less_walk_the_points_round_and_round(tmp_path, size):
    async with at_work(corpus(tmp_path), size=size) as hand:
        one, _ = await hand.pair()
        alone = [await hand.mark(2, words) for words in WORDS[:2]]
        points = [one, *alone]
        await hand.go(1, 0)
        for claim in [*points, points[0]]:
            await hand.press(">")
            assert hand.screen.current == claim.id
            assert hand.cursor == claim.start
        for claim in [points[2], points[1], points[0], points[2]]:
            await hand.press("<")
            assert hand.screen.current == claim.id


@on_the_loop
async def test_points_that_begin_at_the_same_word_are_all_reached(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(4, "Moscow received Afghanistan’s")
        await hand.mark(4, "Moscow received")
        await hand.mark(4, "Lavrov warned")
        await hand.go(1, 0)
        seen = []
        for _ in range(6):
            await hand.press(">")
            seen.append(hand.state.claims[hand.screen.current].number)
        assert seen == [1, 2, 3, 1, 2, 3]
        seen = []
        for _ in range(3):
            await hand.press("<")
            seen.append(hand.state.claims[hand.screen.current].number)
        assert seen == [2, 1, 3]


@on_the_loop
async def test_without_points_and_conflicts_it_is_said(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press(">")
        assert hand.heard("no points yet")
        await hand.press("!")
        assert hand.heard("No conflicts")


# Conflicts


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE])
@on_the_loop
async def test_the_exclamation_mark_walks_the_conflicts(tmp_path, size):
    async with at_work(corpus(tmp_path), size=size) as hand:
        one, other = await conflict(hand, (2, WORDS[0]), (4, "Lavrov warned"))
        third, fourth = await conflict(
            hand, (1, "Bagram was the hub"), (5, "A deployment was wholly")
        )
        await hand.go(3, 0)
        for ends in ((one, other), (third, fourth), (one, other)):
            await hand.press("!")
            assert hand.screen.current in {claim.id for claim in ends}
            if size != NARROW:
                shown = set(hand.board.shown())
                assert {claim.article_id for claim in ends} <= shown


@on_the_loop
async def test_no_conflict_is_passed_over_where_one_claim_has_two(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await conflict(hand, (2, WORDS[0]), (4, "Lavrov warned"))
        await conflict(hand, (2, WORDS[0]), (5, "A deployment was wholly"))
        await conflict(hand, (1, "Bagram was the hub"), (3, "Pakistan has scored"))
        await hand.go(3, 0)
        await hand.press("g")
        seen = set()
        for _ in range(4):
            await hand.press("!")
            current = hand.state.claims[hand.screen.current]
            seen |= {link.number for link in hand.state.links_of(current.id)}
        assert seen == {1, 2, 3}


@on_the_loop
async def test_a_conflict_whose_claim_holds_another_is_not_stuck_on(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        first, _ = await conflict(hand, (4, "Moscow received Afghanistan’s"), (2, WORDS[0]))
        third, _ = await conflict(hand, (1, "Bagram was the hub"), (5, "A deployment was wholly"))
        await hand.mark(4, "Moscow received")
        await hand.go(3, 0)
        seen = []
        for _ in range(3):
            await hand.press("!")
            seen.append((hand.pane.article_id, hand.cursor))
        places = [(claim.article_id, claim.start) for claim in (first, third, first)]
        assert seen == places


@on_the_loop
async def test_two_keys_after_each_other_go_on_from_the_other_end_of_a_conflict_too(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        one, other = await conflict(hand, (2, WORDS[0]), (4, "Lavrov warned"))
        third, _ = await conflict(hand, (1, "Bagram was the hub"), (5, "A deployment was wholly"))
        await hand.go(4, other.start)
        await hand.press("!")
        assert hand.screen.current == third.id
        await hand.press("!")
        assert hand.screen.current == one.id


# Search


@on_the_loop
async def test_hits_are_counted_over_all_articles(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        expected = [
            (article.number, *span)
            for article in hand.state.articles_in_order()
            for span in find(hand.screen.desk.text(article.id), "bagram")
        ]
        articles = len({number for number, *_ in expected})
        await search(hand, "bagram")
        assert hand.screen.search is not None
        assert len(hand.screen.search.hits) == len(expected) > 5
        assert f"1 of {len(expected)} in {articles} articles" in hand.text()
        assert (hand.here, hand.cursor) == expected[0][:2]
        assert hand.pane.has_focus


@pytest.mark.parametrize("size", [NARROW, WIDE])
@on_the_loop
async def test_n_and_shift_n_go_through_the_hits_of_all_articles_round_and_round(tmp_path, size):
    async with at_work(corpus(tmp_path), size=size) as hand:
        await search(hand, "Bagram")
        assert hand.screen.search is not None
        hits = hand.screen.search.hits
        seen = []
        for _ in range(len(hits)):
            seen.append((hand.pane.article_id, hand.cursor))
            start, end = next((s, e) for key, s, e in hits if (key, s) == seen[-1])
            assert hand.pane.text[start:end] == "Bagram"
            assert 0 <= hand.pane.level_of(start) < hand.pane.height
            await hand.press("n")
        assert len(set(seen)) == len(hits)
        assert (hand.pane.article_id, hand.cursor) == seen[0]
        await hand.press("N")
        assert (hand.pane.article_id, hand.cursor) == seen[-1]


@on_the_loop
async def test_a_search_begins_at_the_cursor(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("2", "G")
        await search(hand, "Trump")
        assert hand.screen.search is not None
        assert hand.here > 2
        assert 0 < hand.screen.search.index < len(hand.screen.search.hits)


@pytest.mark.parametrize(("typed", "same"), [("kabul", True), ("Kabul", False), ("KABUL", False)])
@on_the_loop
async def test_capitals_matter_only_where_one_is_typed(tmp_path, typed, same):
    path = tmp_path / "w.db"
    review_of(path, "Kabul and kabul and KABUL.")
    async with at_work(path) as hand:
        await search(hand, typed)
        assert hand.screen.search is not None
        assert len(hand.screen.search.hits) == (3 if same else 1)


@on_the_loop
async def test_esc_ends_the_search_and_its_hits(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await search(hand, "Bagram")
        assert any(pane.pane._hits.all for pane in hand.board.frames)
        await hand.press("escape")
        assert hand.screen.search is None
        assert not any(pane.pane._hits.all for pane in hand.board.frames)
        place = hand.cursor
        await hand.press("n")
        assert hand.cursor == place
        assert hand.heard("/ begins one")


@on_the_loop
async def test_esc_while_typing_closes_the_line_and_keeps_the_search_before(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await search(hand, "Bagram")
        await hand.press("/")
        await hand.type("zzz")
        await hand.press("escape")
        assert not hand.screen.search_bar.display
        assert hand.pane.has_focus
        assert hand.screen.search is not None
        assert hand.screen.search.wanted == "Bagram"


@on_the_loop
async def test_a_second_search_replaces_the_first(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await search(hand, "Bagram")
        await search(hand, "Moscow")
        assert hand.screen.search is not None
        assert hand.screen.search.wanted == "Moscow"


@on_the_loop
async def test_what_stands_nowhere_is_said_and_the_place_is_kept(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("2", "}")
        place = hand.here, hand.cursor
        await search(hand, "Antarctica")
        assert hand.heard("Antarctica", "none of the articles")
        assert hand.screen.search is None
        assert (hand.here, hand.cursor) == place
        assert hand.pane.has_focus


@on_the_loop
async def test_a_search_for_nothing_ends_the_search(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await search(hand, "Bagram")
        await hand.press("/", "ctrl+u", *["backspace"] * 10, "enter")
        assert hand.screen.search is None


@on_the_loop
async def test_words_across_a_line_end_and_signs_of_patterns_are_found(tmp_path):
    path = tmp_path / "w.db"
    text = "The end of\nthe line. (Really?) [red] a.c abc"
    review_of(path, text)
    async with at_work(path) as hand:
        for words in ("of the", "(Really?)", "[red]", "a.c"):
            await search(hand, words)
            assert hand.screen.search is not None, words
            start = text.replace("\n", " ").index(words)
            assert [hit[1] for hit in hand.screen.search.hits] == [start]


@on_the_loop
async def test_the_search_goes_on_while_marking(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await search(hand, "Bagram")
        await hand.press("enter", "n", "n", "enter")
        assert len(hand.claims) == 2
        assert hand.screen.search is not None


@on_the_loop
async def test_hostile_words_are_searched_for_and_shown_as_they_are(tmp_path):
    async with at_work(corpus(tmp_path), toasts=True) as hand:
        await hand.press("/")
        await hand.paste(HOSTILE)
        await hand.press("enter")
        assert hand.app.is_running
        assert hand.heard("[@click=app.quit]go[/]", "none of the articles")


@on_the_loop
async def test_clicking_into_the_text_leaves_no_search_line_behind(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("/")
        await hand.click(hand.pane_of(2), 5, 5)
        assert not hand.screen.search_bar.display


@on_the_loop
async def test_the_hits_of_the_article_at_hand_are_counted_too(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, "no yes no no", "no", "yes", "no no")
    async with at_work(path) as hand:
        await search(hand, "no")
        said = []
        for _ in range(6):
            assert hand.screen.search is not None
            said.append(hand.screen.search.words())
            await hand.press("n")
        assert said == [
            f"“no”: {n} of 6 in 3 articles, {here} here"
            for n, here in enumerate(
                ["1 of 3", "2 of 3", "3 of 3", "1 of 1", "1 of 2", "2 of 2"], 1
            )
        ]
        await search(hand, "yes no")
        assert hand.screen.search is not None
        assert hand.screen.search.words() == "“yes no”: 1 of 1 in 1 article"


@on_the_loop
async def test_long_words_leave_room_for_the_keys(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, "a word " * 200)
    async with at_work(path, size=NARROW) as hand:
        await search(hand, "a word " * 100)
        line = hand.picture()[-1]
        assert "“a word a wo…”: 1 of 2 in 1 article" in line
        assert "n next" in line


@on_the_loop
async def test_too_many_hits_are_cut_and_that_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(finding, "MOST_HITS", 5)
    monkeypatch.setattr(looking, "MOST_HITS", 5)
    path = tmp_path / "w.db"
    review_of(path, "no no no", "no, no, no", "no")
    async with at_work(path) as hand:
        await search(hand, "no")
        assert hand.screen.search is not None
        assert len(hand.screen.search.hits) == 5
        assert hand.heard("too many places", "first 5")
        assert "1 of the first 5 in 2 articles" in hand.screen.search.words()
        await hand.press("N")
        assert (hand.here, hand.cursor) == (2, 4)


@on_the_loop
async def test_exactly_as_many_hits_as_are_kept_are_not_cut(tmp_path, monkeypatch):
    monkeypatch.setattr(finding, "MOST_HITS", 5)
    monkeypatch.setattr(looking, "MOST_HITS", 5)
    path = tmp_path / "w.db"
    review_of(path, "no no no no no")
    async with at_work(path) as hand:
        await search(hand, "no")
        assert hand.screen.search is not None
        assert not hand.screen.search.is_cut
        assert hand.said == []


@on_the_loop
async def test_hits_are_marked_in_the_overview_column_and_standings_are_stronger(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ("word. " + "Other sentence. " * 400 + "\n\n") * 3)
    async with at_work(path, size=NARROW) as hand:
        height = hand.frame.overview.size.height
        assert "hit" not in hand.pane.overview(height)[0]
        await search(hand, "word")
        column = hand.pane.overview(height)[0]
        assert [n for n, name in enumerate(column) if name == "hit"] == [
            start * height // len(hand.pane.text) for _, start, _ in hand.screen.search.hits
        ]
        await hand.press("enter")
        assert hand.pane.overview(height)[0][0] == "unverified"
        await hand.press("escape")
        assert "hit" not in hand.pane.overview(height)[0]


@on_the_loop
async def test_a_sign_that_stands_for_something_harmful_can_be_looked_for(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, "nothing", "bell \x07 here")
    async with at_work(path, size=NARROW) as hand:
        await search(hand, "␇")
        assert hand.screen.search is not None
        assert hand.screen.search.hits[0][1:] == (5, 6)


@on_the_loop
async def test_esc_steps_back_from_one_thing_after_the_other(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.pair()
        place = hand.cursor
        await search(hand, "Bagram")
        await hand.press("v", "w", "/", "escape")
        assert hand.screen.search is not None
        assert hand.selected()
        await hand.press("escape")
        assert hand.screen.search is None
        assert hand.selected()
        await hand.press("escape")
        assert not hand.selected()
        await hand.go(4, place)
        await hand.press("space")
        await search(hand, "Kabul")
        await hand.press("escape")
        assert hand.screen.search is None
        assert hand.screen.linking is not None
        await hand.press("escape")
        assert hand.screen.linking is None
        await hand.press("escape", "escape")
        assert hand.app.screen is hand.screen


@on_the_loop
async def test_a_search_outlives_the_dialog_of_a_claim(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await search(hand, "Bagram")
        await hand.press("enter", "enter")
        await hand.type("x/n")
        await hand.press("escape", "n")
        assert hand.screen.search is not None
        assert hand.screen.search.index == 1


@pytest.mark.parametrize("key", [">", "<"])
@on_the_loop
async def test_walking_points_brings_their_articles_into_the_panes_all_level(tmp_path, key):
    async with at_work(corpus(tmp_path), size=(120, 30)) as hand:
        one, other = await hand.pair(relation="c")
        await hand.find(1, "Bagram was the hub")
        await hand.press("2", "o", "up", "up", "up", "up", "enter", "1")
        await hand.press(key)
        assert hand.screen.current == one.id
        assert set(hand.shown) == {4, 5}
        panes = hand.pane_of(4), hand.pane_of(5)
        assert panes[0].level_of(one.start) == panes[1].level_of(other.start)
        await hand.press("t", "escape")  # untied, every pane stays what it is
        await hand.go(1)
        shown = hand.shown
        await hand.press(key)
        assert len(set(shown) - set(hand.shown)) <= 1
