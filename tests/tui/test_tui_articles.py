"""The chooser: which article a pane shows; adding, describing and removing articles."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList
from tui_errands import choose
from tui_hands import at_work
from tui_material import CORPUS, MIDDLE, NARROW, WIDE, corpus, on_the_loop, review_of, rows

from workbench.store import Store
from workbench.tui.dialogs.chooser import Chooser
from workbench.tui.dialogs.form import Form
from workbench.tui.screens.review_session import poll


@on_the_loop
async def test_o_lists_the_articles_and_stands_on_the_one_that_is_shown(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("2", "o")
        screen = hand.app.screen
        assert isinstance(screen, Chooser)
        options = screen.query_one(OptionList)
        assert options.option_count == 5
        assert options.highlighted == 1
        assert "The Indus Lantern · 2024-09-28" in hand.text()
        await hand.press("escape")
        assert hand.app.screen is hand.screen
        assert hand.here == 2


@on_the_loop
async def test_enter_shows_the_article_in_this_pane(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("2")
        await choose(hand, 5)
        await hand.press("enter")
        assert hand.shown == [1, 5, 3]
        assert hand.here == 5
        assert hand.pane.has_focus


@on_the_loop
async def test_an_article_that_has_a_pane_is_gone_to(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await choose(hand, 3)
        await hand.press("enter")
        assert hand.shown == [1, 2, 3]
        assert hand.here == 3
        assert hand.pane.has_focus


@on_the_loop
async def test_while_zoomed_the_chosen_article_comes_up(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("z")
        await choose(hand, 3)
        await hand.press("enter")
        assert hand.here == 3
        assert hand.frame.display
        assert hand.pane.has_focus


@on_the_loop
async def test_outlet_date_title_and_address_can_be_edited(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        await choose(hand, 1)
        await hand.press("e")
        await hand.type("The Gazette")
        await hand.press("tab")
        await hand.type("2025-09-27")
        await hand.press("tab")
        await hand.type("Four say no")
        await hand.press("tab")
        await hand.type("https://example.org/4")
        await hand.press("enter")
        article = hand.state.article_numbered(1)
        assert (article.outlet, article.published_on, article.title, article.url) == (
            "The Gazette", "2025-09-27", "Four say no", "https://example.org/4",
        )  # fmt: skip
        assert "The Gazette · 2025-09-27" in hand.picture()[1]
        assert rows(path, "SELECT outlet FROM article WHERE number = 1") == [("The Gazette",)]
        await hand.press("ctrl+z")
        assert "The Gazette" not in hand.picture()[1]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("published_on", "8.10.2025 or so", "such as 2025-10-08"),
        ("published_on", "2025-02-30", "such as 2025-10-08"),
        ("url", "kayhan.ir/news", "http"),
        ("url", "javascript:alert(1)", "http"),
    ],
)
@on_the_loop
async def test_a_date_or_address_that_is_none_is_refused_by_a_sentence(
    tmp_path, field, value, sentence
):
    async with at_work(corpus(tmp_path)) as hand:
        acts = hand.acts()
        await choose(hand, 1)
        await hand.press("e")
        await hand.fill(outlet="Kept", **{field: value})
        await hand.press("enter")
        screen = hand.app.screen
        assert isinstance(screen, Form)
        assert sentence in hand.text()
        assert screen.values()["outlet"] == "Kept"
        assert hand.acts() == acts
        await hand.fill(**{field: ""})
        await hand.press("enter")
        assert hand.state.article_numbered(1).outlet == "Kept"


@on_the_loop
async def test_articles_are_added_from_files_and_the_bad_ones_are_named(tmp_path):
    path = corpus(tmp_path)
    good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text("A sixth article, on its own.")
    empty.write_text("")
    async with at_work(path) as hand:
        await hand.press("o", "a")
        await hand.fill(files=f"{good} {empty} {tmp_path}/missing.txt {tmp_path}")
        await hand.press("enter")
        assert hand.app.screen is hand.screen
        assert len(hand.state.articles) == 6
        assert hand.heard("good.txt")
        problems = " ".join(hand.problems)
        assert "empty" in problems
        assert "missing.txt" in problems
        assert len(hand.problems) == 3
        assert rows(path, "SELECT count(*) FROM article") == [(6,)]
        assert "of 6 articles" in hand.picture()[0]
        await choose(hand, 6)
        await hand.press("enter")
        assert str(hand.pane.text).startswith("A sixth article")


@on_the_loop
async def test_the_same_text_again_adds_nothing_and_says_so(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("o", "a")
        await hand.fill(files=str(CORPUS[1]))
        await hand.press("enter")
        assert len(hand.state.articles) == 5
        assert hand.heard("article 2")


@on_the_loop
async def test_a_new_article_is_offered_as_a_counterpart_soon(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, "Quorum met in Samarkand on Friday.")
    (tmp_path / "new.txt").write_text("They say the quorum met in Samarkand on Friday.")
    async with at_work(path) as hand:
        await hand.press("o", "a")
        await hand.fill(files=str(tmp_path / "new.txt"))
        await hand.press("enter")
        await hand.app.workers.wait_for_complete()
        await hand.press("1", "enter", "space", "a")
        assert hand.relation(1, 2) == "agrees"


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE])
@on_the_loop
async def test_articles_added_to_an_empty_review_are_shown(tmp_path, size):
    path = tmp_path / "w.db"
    review_of(path)
    async with at_work(path, size=size) as hand:
        await hand.press("o", "a")
        await hand.fill(files=" ".join(map(str, CORPUS)))
        await hand.press("enter")
        assert len(hand.shown) == len(hand.board.frames) == {80: 1, 120: 2, 160: 3}[size[0]]
        assert hand.here == 1
        assert hand.pane.has_focus
        await hand.press("tab", "shift+tab", "enter", "space")
        assert hand.screen.linking is not None
        await hand.press("escape")


@on_the_loop
async def test_articles_another_terminal_adds_to_an_empty_review_are_shown(tmp_path):
    from workbench.bringing_in import bring_in

    path = tmp_path / "w.db"
    review_of(path)
    async with at_work(path, size=MIDDLE) as hand:
        with Store(path) as store:
            state = store.load(hand.state.review.id, "ann")
            list(bring_in(store, state, map(str, CORPUS), limit=10**7))
        poll(hand.screen)
        await hand.settle()
        assert hand.shown == [1, 2]
        await hand.press("tab", "down", "enter")
        assert len(hand.claims) == 1


@on_the_loop
async def test_the_chooser_of_an_empty_review_says_what_to_do(tmp_path):
    path = tmp_path / "w.db"
    review_of(path)
    async with at_work(path) as hand:
        await hand.press("o")
        assert "No articles yet" in hand.text()
        await hand.press("e", "d", "enter")
        assert isinstance(hand.app.screen, Chooser)
        await hand.press("a")
        assert isinstance(hand.app.screen, Form)
        await hand.press("enter")
        assert hand.app.screen is hand.screen
