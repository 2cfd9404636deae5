"""The list of reviews: where one begins, and comes back to."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList
from tui_hands import at_work
from tui_material import (
    CORPUS,
    HOSTILE,
    NARROW,
    TITLE,
    WIDE,
    corpus,
    make_review,
    on_the_loop,
    rows,
)

from workbench.core import changes
from workbench.store import Store
from workbench.tui.dialogs.confirm import Confirm
from workbench.tui.dialogs.form import Form
from workbench.tui.screens.review import ReviewScreen
from workbench.tui.screens.reviews import ReviewsScreen


def listing(hand) -> ReviewsScreen:
    assert isinstance(hand.app.screen, ReviewsScreen), hand.app.screen
    return hand.app.screen


def titles(hand) -> list[str]:
    return [review.title for review in listing(hand)._reviews]


def standing_on(hand) -> str:
    highlighted = listing(hand).query_one(OptionList).highlighted
    assert highlighted is not None
    return titles(hand)[highlighted]


def three_reviews(path) -> None:
    for title in ("Alpha", "Beta", "Gamma"):
        make_review(path, CORPUS[:1], title)


@pytest.mark.parametrize("size", [NARROW, WIDE])
@on_the_loop
async def test_an_empty_list_says_what_to_do(tmp_path, size):
    async with at_work(tmp_path / "new.db", listed=True, size=size) as hand:
        assert "No reviews yet" in hand.text()
        assert "Press n" in hand.text()
        assert not listing(hand).query_one(OptionList).display
        for key in ("enter", "a", "e", "d", "down", "escape"):
            hand.said.clear()
            await hand.press(key)
            assert isinstance(hand.app.screen, ReviewsScreen), key


@on_the_loop
async def test_n_makes_a_review_of_a_title_and_files_and_opens_it(tmp_path):
    path = tmp_path / "new.db"
    async with at_work(path, listed=True) as hand:
        await hand.press("n")
        await hand.type("Bagram")
        await hand.press("tab")
        await hand.fill(files=f"{CORPUS[0].parent}/*.txt")
        await hand.press("enter")
        assert hand.state.review.title == "Bagram"
        assert len(hand.state.articles) == 5
        assert hand.shown == [1, 2, 3]
        assert rows(path, "SELECT title FROM review") == [("Bagram",)]
        await hand.app.workers.wait_for_complete()
        await hand.press("enter", "space", "a")
        assert len(hand.links) == 1


@on_the_loop
async def test_of_several_files_the_bad_one_is_named_and_the_good_ones_are_in(tmp_path):
    (tmp_path / "empty.txt").write_text("")
    async with at_work(tmp_path / "new.db", listed=True) as hand:
        await hand.press("n")
        await hand.fill(title="Bagram", files=f"{CORPUS[0]} {tmp_path}/empty.txt {tmp_path}/no.txt")
        await hand.press("enter")
        assert len(hand.state.articles) == 1
        assert len(hand.problems) == 2
        assert hand.heard("empty.txt")
        assert hand.heard("no.txt")


@on_the_loop
async def test_when_no_file_can_become_an_article_no_review_is_made(tmp_path):
    (tmp_path / "empty.txt").write_text("")
    path = tmp_path / "new.db"
    async with at_work(path, listed=True) as hand:
        await hand.press("n")
        await hand.fill(title="Bagram", files=f"{tmp_path}/empty.txt {tmp_path}/no.txt")
        await hand.press("enter")
        assert isinstance(hand.app.screen, ReviewsScreen)
        assert hand.heard("No review was made: none of the files could become an article.")
        assert hand.heard("empty.txt")
        assert rows(path, "SELECT count(*) FROM review") == [(0,)]


@on_the_loop
async def test_a_review_without_files_opens_empty(tmp_path):
    async with at_work(tmp_path / "new.db", listed=True) as hand:
        await hand.press("n")
        await hand.type("Empty")
        await hand.press("enter")
        assert isinstance(hand.app.screen, ReviewScreen)
        assert "no articles" in hand.text()


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("", "A review needs a title."),
        ("   ", "A review needs a title."),
        ("afghanistan, AUTUMN 2025", "There is a review “Afghanistan, autumn 2025"),
    ],
)
@on_the_loop
async def test_a_title_that_is_empty_or_taken_is_refused_by_a_sentence(tmp_path, title, sentence):
    path = corpus(tmp_path)
    async with at_work(path, listed=True) as hand:
        await hand.press("n")
        await hand.fill(title=title, files=str(CORPUS[0]))
        await hand.press("enter")
        assert isinstance(hand.app.screen, Form)
        assert sentence in hand.text()
        assert hand.app.screen.values()["files"] == str(CORPUS[0])
        assert rows(path, "SELECT count(*) FROM review") == [(1,)]
        await hand.press("escape")
        assert isinstance(hand.app.screen, ReviewsScreen)


@on_the_loop
async def test_a_title_taken_meanwhile_by_another_terminal_is_said(tmp_path):
    path = tmp_path / "new.db"
    async with at_work(path, listed=True) as hand:
        await hand.press("n")
        await hand.fill(title="Bagram")
        with Store(path) as store:
            store.commit(changes.create_review("Bagram", "ann"))
        await hand.press("enter")
        assert isinstance(hand.app.screen, Form)
        assert "There is a review “Bagram” already." in hand.text()
        assert hand.app.screen.values()["title"] == "Bagram"
        await hand.press("escape")
        assert titles(hand) == ["Bagram"]


@on_the_loop
async def test_a_brings_more_articles_into_the_review_one_stands_on(tmp_path):
    path = tmp_path / "w.db"
    three_reviews(path)
    async with at_work(path, listed=True) as hand:
        await hand.press("down")
        chosen = standing_on(hand)
        await hand.press("a")
        assert chosen in hand.text()
        await hand.fill(files=f"{CORPUS[1]} {tmp_path}/missing.txt")
        await hand.press("enter")
        assert hand.heard("missing.txt")
        counts = dict(
            rows(
                path,
                "SELECT title, (SELECT count(*) FROM article WHERE review_id = review.id) FROM review",
            )
        )
        assert counts.pop(chosen) == 2
        assert set(counts.values()) == {1}


@on_the_loop
async def test_e_gives_another_title(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path, listed=True) as hand:
        await hand.press("e")
        await hand.type("!")
        await hand.press("enter")
        assert titles(hand) == [f"{TITLE}!"]
        assert rows(path, "SELECT title FROM review") == [(f"{TITLE}!",)]


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("", "A review needs a title."),
        ("Beta", "There is a review “Beta” already."),
        ("beta", "There is a review “Beta” already."),
    ],
)
@on_the_loop
async def test_another_title_that_is_empty_or_taken_is_refused_by_a_sentence(
    tmp_path, title, sentence
):
    path = tmp_path / "w.db"
    three_reviews(path)
    async with at_work(path, listed=True) as hand:
        while standing_on(hand) != "Alpha":
            await hand.press("down")
        await hand.press("e")
        await hand.fill(title=title)
        await hand.press("enter")
        assert sentence in hand.text()
        assert sorted(row[0] for row in rows(path, "SELECT title FROM review")) == [
            "Alpha",
            "Beta",
            "Gamma",
        ]


@pytest.mark.parametrize("key", ["n", "escape", "enter", "q"])
@on_the_loop
async def test_only_y_deletes_a_review(tmp_path, key):
    path = corpus(tmp_path)
    async with at_work(path, listed=True) as hand:
        await hand.press("d")
        assert isinstance(hand.app.screen, Confirm)
        assert TITLE in hand.text()
        assert "5 articles" in hand.text()
        await hand.press(key)
        if isinstance(hand.app.screen, Confirm):  # q is none of the answers
            await hand.press("n")
        assert titles(hand) == [TITLE]
        assert rows(path, "SELECT count(*) FROM article") == [(5,)]


@on_the_loop
async def test_y_deletes_the_review_one_stands_on_for_good(tmp_path):
    path = tmp_path / "w.db"
    three_reviews(path)
    async with at_work(path, listed=True) as hand:
        await hand.press("down")
        gone = standing_on(hand)
        await hand.press("d", "y")
        assert gone not in titles(hand)
        assert len(titles(hand)) == 2
        assert rows(path, "SELECT count(*) FROM review WHERE title = ?", gone) == [(0,)]
        await hand.press("d", "y", "d", "y")
        assert "No reviews yet" in hand.text()


@on_the_loop
async def test_enter_opens_the_review_and_q_comes_back_to_it(tmp_path):
    path = tmp_path / "w.db"
    three_reviews(path)
    async with at_work(path, listed=True) as hand:
        await hand.press("down", "down")
        chosen = standing_on(hand)
        await hand.press("enter")
        assert hand.state.review.title == chosen
        await hand.press("enter", "q")
        assert isinstance(hand.app.screen, ReviewsScreen)
        assert titles(hand)[0] == chosen  # worked on last
        assert standing_on(hand) == chosen
        assert "1" in hand.text()


@on_the_loop
async def test_the_review_worked_on_last_comes_first(tmp_path):
    path = tmp_path / "w.db"
    three_reviews(path)
    async with at_work(path, listed=True) as hand:
        assert titles(hand) == ["Gamma", "Beta", "Alpha"]
        with Store(path) as store:
            state = store.load(store.find_review("Alpha").id, "mk")
            (article,) = state.articles_in_order()
            store.commit(changes.make_claim(state, article, store.text(article), 0, 10))
        listing(hand).refresh_list()
        await hand.settle()
        assert titles(hand) == ["Alpha", "Gamma", "Beta"]


@on_the_loop
async def test_the_list_counts_articles_claims_links_and_conflicts(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        await hand.press("enter", "space", "c", "a", "escape", "q")
        line = next(line for line in hand.picture() if TITLE in line)
        assert line.split(TITLE)[1].split()[:4] == ["5", "3", "2", "1"]


@pytest.mark.parametrize("size", [(60, 16), NARROW, WIDE])
@on_the_loop
async def test_long_and_wide_titles_are_cut_and_the_counts_stay_in_view(tmp_path, size):
    path = tmp_path / "w.db"
    make_review(path, CORPUS[:1], "x" * 300)
    make_review(path, CORPUS[:1], "中" * 300)
    make_review(path, CORPUS[:1], "cafe\u0301 \U0001f1e6\U0001f1eb" * 60)
    async with at_work(path, listed=True, size=size) as hand:
        assert len(titles(hand)) == 3
        if size != (30, 10):
            lines = [
                line for line in hand.picture() if "xxx" in line or "中" in line or "cafe" in line
            ]
            assert len(lines) == 3
            assert all("20" in line.split("…")[1] for line in lines)


@on_the_loop
async def test_hostile_titles_are_shown_as_they_are(tmp_path):
    path = tmp_path / "w.db"
    make_review(path, CORPUS[:1], HOSTILE)
    async with at_work(path, listed=True, toasts=True, size=(200, 40)) as hand:
        assert "[@click=app.quit]go[/] [red [/] [/nothing]" in hand.text()
        await hand.click_text("go[/]")
        assert isinstance(hand.app.screen, ReviewScreen)
        await hand.press("q", "e", "escape", "d", "n", "a", "escape")
        assert isinstance(hand.app.screen, ReviewsScreen)
        assert hand.app.is_running


@on_the_loop
async def test_q_quits_from_the_list_and_esc_does_not(tmp_path):
    async with at_work(corpus(tmp_path), listed=True) as hand:
        await hand.press("escape", "escape")
        assert hand.app.is_running
        await hand.press("q")
        assert not hand.app.is_running
        assert hand.app.return_code == 0


@on_the_loop
async def test_q_in_a_review_goes_back_to_the_list_and_quits_from_there(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("q")
        assert isinstance(hand.app.screen, ReviewsScreen)
        assert hand.app.is_running
        await hand.press("q")
        assert not hand.app.is_running


@on_the_loop
async def test_ctrl_c_says_how_to_quit(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("ctrl+c")
        assert hand.heard("ctrl+q")
        assert hand.app.is_running


@on_the_loop
async def test_a_review_deleted_by_another_terminal_is_said_when_it_is_opened(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path, listed=True) as hand:
        with Store(path) as store:
            store.delete_review(store.find_review(TITLE).id)
        await hand.press("enter")
        assert isinstance(hand.app.screen, ReviewsScreen)
        assert hand.heard("no longer there")
