"""A search beside the articles: notes, findings, earlier reviews, as a list one goes from."""

from __future__ import annotations

import pytest
from test_tui_going import search
from tui_hands import at_work
from tui_material import HOSTILE, MIDDLE, NARROW, WIDE, on_the_loop, review_of

from workbench.core import changes
from workbench.core.concluding import make_finding
from workbench.core.evidence import Item
from workbench.store import Store
from workbench.tui.dialogs.listing import Listing

ONE = "The ferry sank off Cape Marrow. Sixty people were on board. All were saved."
OTHER = "A ferry with sixty people went down. The coast guard saved them all."


def noted(path, title="Ferry", text=(ONE, OTHER), **noted: str) -> str:
    """A review with two linked claims, a note, a rationale and a finding; the review's id."""
    said = {"note": "Ask the owner of the MARIBEL.", "claimant": "the coast guard",
            "rationale": "The Maribel had two decks."} | noted  # fmt: skip
    review_id = review_of(path, *text, title=title)
    with Store(path) as store:
        state = store.load(review_id, "mk")

        def do(change) -> None:
            state.apply(store.commit(change).rows)

        for number, end in ((1, 31), (2, 36)):
            article = state.article_numbered(number)
            do(changes.make_claim(state, article, text[number - 1], 0, end))
        one, other = state.claim_numbered(1), state.claim_numbered(2)
        do(changes.edit_claim(state, one, note=said["note"], claimant=said["claimant"]))
        do(changes.link_claims(state, one, other, "agrees", rationale=said["rationale"]))
        do(make_finding(state, state.claim_numbered(2), wording="The Maribel sank.",
                        verdict="supported", rationale="Two papers say so.",
                        evidence=[Item("document", "page 9", "the Maribel's papers")]))  # fmt: skip
    return review_id


def line(hand) -> str:
    return hand.picture()[-1]


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE], ids=str)
@on_the_loop
async def test_what_is_found_beside_the_articles_is_counted_and_listed(tmp_path, size):
    path = tmp_path / "w.db"
    noted(path)
    noted(path, title="Earlier", text=(f"X {ONE}", OTHER), note="ferry, no Maribel")
    async with at_work(path, title="Ferry", size=size) as hand:
        await search(hand, "ferry")
        assert "1 of 2" in line(hand)
        counts = "3 elsewhere" if size == NARROW else "in earlier reviews"
        assert counts in line(hand)
        assert "F list" in line(hand)
        assert hand.heard("Also ", "in earlier reviews: F lists them.") == (size == NARROW)
        assert "n next" in line(hand)
        await search(hand, "MARIBEL")
        assert hand.screen.search.beside.words() == "1 in notes"  # a capital makes case count
        await hand.press("escape", "escape")
        await search(hand, "maribel")
        assert isinstance(hand.app.screen, Listing)  # it stands in no article: nothing else to show
        for words in ("claim 1 note", "link 1 rationale", "finding 1 wording", "“Earlier”"):
            assert words in hand.text()
        await hand.press("escape")
        assert "in no article" in line(hand)
        await hand.press("n")
        assert hand.heard("stands in none of the articles: F lists where it does")
        await hand.press("F", "down", "down")
        assert "The Maribel sank." in hand.text()
        assert "Two papers say so." in hand.text()
        await hand.press("enter")
        assert hand.here == 2  # the claim the finding hangs on
        assert hand.screen.current == hand.claim(2).id
        await hand.press("escape")
        assert hand.screen.search is None


@on_the_loop
async def test_of_an_earlier_review_all_is_said_and_enter_opens_it_there(tmp_path):
    path = tmp_path / "w.db"
    noted(path)
    earlier = noted(path, title="Earlier", text=(f"X {ONE}", OTHER), note="the tide tables")
    async with at_work(path, title="Ferry") as hand:
        await hand.mark(2, "The coast guard saved")
        await search(hand, "tide tables")
        said = hand.text()
        for words in ("review: Earlier", "note: the tide tables", "“X The ferry sank",
                      "verdict: supported", "The Maribel sank.", "document: page 9"):  # fmt: skip
            assert words in said
        await hand.press("enter")
        assert hand.screen.desk.review_id == earlier
        assert hand.screen.current == hand.claim(1).id
        await hand.press("q")
        assert "Ferry" in hand.text()  # the list, with both
        assert "Earlier" in hand.text()


@on_the_loop
async def test_what_is_undone_is_not_listed_any_more(tmp_path):
    path = tmp_path / "w.db"
    noted(path)
    async with at_work(path, title="Ferry") as hand:
        await search(hand, "two papers")
        await hand.press("escape")
        assert hand.screen.search.beside.words() == "1 in findings"
        await hand.press("ctrl+z")  # the finding
        assert hand.screen.search is None
        await hand.press("F")
        assert hand.heard("F lists what a search finds in notes, findings and earlier reviews")


@on_the_loop
async def test_what_changed_since_is_shown_as_it_is_now(tmp_path):
    path = tmp_path / "w.db"
    review_id = noted(path)
    async with at_work(path, title="Ferry") as hand:
        await search(hand, "coast guard")
        with Store(path) as store:
            state = store.load(review_id, "mk")
            store.commit(changes.edit_claim(state, state.claim_numbered(1), claimant="nobody"))
        hand.screen.desk.catch_up()
        await hand.press("F", "enter")
        assert hand.screen.current == hand.claim(1).id


@on_the_loop
async def test_hostile_notes_of_any_review_are_shown_as_they_are(tmp_path):
    path = tmp_path / "w.db"
    noted(path, note=f"N {HOSTILE}", rationale=f"R {HOSTILE}")
    noted(path, title=f"T {HOSTILE}", text=(f"X {ONE}", OTHER), note=f"N {HOSTILE}")
    async with at_work(path, title="Ferry") as hand:
        await search(hand, "$warning")
        assert "2 in notes, 1 in earlier reviews" in hand.screen.search.words()
        for _ in range(3):
            shown = hand.text()
            assert "[@click=app.quit]go[/] [red" in shown
            assert not {"\x1b", "\x07", "\u202e"} & set(shown)
            await hand.press("down")
        await hand.press("enter")
        await hand.press("q")


@on_the_loop
async def test_a_claim_as_long_as_its_article_is_shown_in_part(tmp_path):
    path = tmp_path / "w.db"
    review_id = review_of(path, "All of it is one claim. " * 20_000, title="Ferry")
    with Store(path) as store:
        state = store.load(review_id, "mk")
        article = state.articles_in_order()[0]
        change = changes.make_claim(state, article, store.text(article), 0, article.characters)
        state.apply(store.commit(change).rows)
        store.commit(changes.edit_claim(state, state.claim_numbered(1), note="the Maribel"))
    async with at_work(path, title="Ferry") as hand:
        await search(hand, "maribel")
        assert "claim 1: “All of it" in hand.text()
        await hand.press("ctrl+d", "ctrl+d", "ctrl+u", "enter")
        assert hand.screen.current == hand.claim(1).id


@on_the_loop
async def test_many_places_are_listed_up_to_a_limit_that_is_said(tmp_path, monkeypatch):
    path = tmp_path / "w.db"
    noted(path)
    monkeypatch.setattr("workbench.searching.MOST", 1)
    async with at_work(path, title="Ferry") as hand:
        await search(hand, "maribel")
        assert hand.screen.search.beside.words() == "2 in notes, 2 in findings"
        assert len(hand.app.screen._lines) == 2
        assert "the first" in hand.text()
