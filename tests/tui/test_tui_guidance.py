"""A short course for newcomers, one line at a time; then silence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Static
from tui_hands import at_work
from tui_material import MIDDLE, NARROW, WIDE, corpus, make_review, on_the_loop, review_of

from workbench.store import Store
from workbench.tui import guidance
from workbench.tui.bound_keys import BoundKeys
from workbench.tui.guidance import LEARNT, on_claim, without_claim

KEY = BoundKeys().named


def done(articles: int = 5, claims: int = 0, links: int = 0) -> dict[str, int]:
    return {"articles": articles, "claims": claims, "links": links}


@pytest.mark.parametrize(
    ("counts", "wanted"),
    [
        (done(articles=0), "no articles yet: o, then a,"),
        (done(), "enter marks the sentence"),
        (done(articles=1, claims=1), "other articles: o, then a,"),
        (done(claims=1), "space finds its counterpart, and a, c or u says"),
        (done(claims=2, links=1), "ctrl+e writes everything out"),
        (done(claims=9, links=LEARNT), "enter marks one; [ ] walk the claims"),
    ],
)
def test_where_there_is_no_claim_the_next_step_is_said(counts, wanted):
    assert wanted in without_claim(counts, KEY)


def test_on_a_claim_the_next_step_is_said_until_it_has_been_done_a_few_times():
    assert on_claim(done(claims=1), KEY, linked=False) == "space finds its counterpart"
    assert on_claim(done(articles=1, claims=1), KEY, linked=False) == ""
    assert (
        on_claim(done(claims=2, links=1), KEY, linked=True) == "i goes to its links, ctrl+e exports"
    )
    assert on_claim(done(claims=3, links=1), KEY, linked=False) == ""
    assert on_claim(done(claims=4, links=LEARNT), KEY, linked=True) == ""


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.booleans())
def test_whatever_the_counts_it_is_one_short_line(articles, claims, links, linked):
    counts = done(articles, claims, links)
    assert 0 < len(without_claim(counts, KEY)) < 160
    assert "\n" not in without_claim(counts, KEY)
    assert len(on_claim(counts, KEY, linked=linked)) < 50


def test_keys_are_named_as_they_are_bound():
    key = BoundKeys({"link.start": ("f9",), "claim.make": ("ctrl+k",), "export": ()}).named
    assert "ctrl+k marks" in without_claim(done(), key)
    assert "f9 finds" in without_claim(done(), key)
    assert "ctrl+p export writes everything out" in without_claim(done(claims=2, links=1), key)
    assert on_claim(done(claims=1), key, linked=False).startswith("f9 ")


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE])
@on_the_loop
async def test_the_course_goes_on_with_what_has_been_done(tmp_path, size):
    async with at_work(corpus(tmp_path), size=size) as hand:
        shown = lambda: " ".join(hand.text().split())  # noqa: E731
        assert "enter marks the sentence" in shown()
        await hand.press("enter")
        assert "not linked · space finds its counterpart" in shown()
        await hand.press("G")
        assert "> goes to the next one" in hand.strip.view.heading
        await hand.press("g", "space", "a", "escape")
        assert "exports" in hand.strip.view.heading
        await hand.press("G")
        assert "writes everything out" in hand.strip.view.heading


@on_the_loop
async def test_links_of_another_analyst_teach_nobody(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path, analyst="ann") as hand:
        await hand.press("enter", "space", "a", "a", "a", "a", "escape")
        assert len(hand.links) >= LEARNT
        await hand.press("G")
        assert "walk the claims" in hand.strip.view.heading
    async with at_work(path, analyst="bob") as hand:
        await hand.press("G")
        assert "space finds its counterpart" in hand.strip.view.heading


@on_the_loop
async def test_a_review_without_articles_and_a_list_without_reviews_say_what_to_press(tmp_path):
    path = tmp_path / "w.db"
    with Store(path, create=True):
        pass
    async with at_work(path, listed=True) as hand:
        assert "Press n to make one" in str(hand.app.screen.query_one(".empty", Static).render())
    make_review(path, [])
    async with at_work(path) as hand:
        assert guidance.without_claim(done(articles=0), KEY) in " ".join(hand.text().split())
        await hand.press("o")
        assert "Press a to bring some in" in hand.text()


@on_the_loop
async def test_with_one_article_the_course_asks_for_another(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, "One sentence. And another.")
    async with at_work(path) as hand:
        await hand.press("enter", "G")
        assert "other articles" in hand.strip.view.heading
