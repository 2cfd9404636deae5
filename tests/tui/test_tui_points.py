"""The matrix of points: rows, filters, orders, and the way back to the words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tui_hands import at_work
from tui_material import MIDDLE, NARROW, TITLE, WIDE, corpus, on_the_loop, review_of

from workbench.core import changes
from workbench.store import Store
from workbench.tui.dialogs.form import Form
from workbench.tui.layout.columns import columns
from workbench.tui.screens import points as points_screen
from workbench.tui.screens.points import PointsScreen
from workbench.tui.screens.review_session import poll
from workbench.tui.widgets.points_table import PointsTable

TEXTS = (
    "Seven soldiers left the base. The harvest failed. Nobody came.",
    "Eight soldiers left the base, they say. The harvest failed, too.",
    "The miller of Dunholt dreamt. The harvest failed again.",
)


def worked(tmp_path):
    """Three articles: a conflict, an agreement of three, and what only one says."""
    path = tmp_path / "w.db"
    review_of(path, *TEXTS)
    with Store(path) as store:
        state = store.load(store.find_review(TITLE).id, "mk")
        articles = state.articles_in_order()

        def claim(number: int, words: str):
            article, text = articles[number - 1], TEXTS[number - 1]
            start = text.index(words)
            change = changes.make_claim(state, article, text, start, start + len(words))
            state.apply(store.commit(change).rows)
            return state.claim_numbered(len(state.claims))

        def link(one, other, relation):
            state.apply(store.commit(changes.link_claims(state, one, other, relation)).rows)

        seven, eight = claim(1, "Seven soldiers left the base"), claim(2, "Eight soldiers")
        link(seven, eight, "conflicts")
        harvests = [claim(n, "The harvest failed") for n in (1, 2, 3)]
        link(harvests[0], harvests[1], "agrees")
        link(harvests[1], harvests[2], "agrees")
        claim(3, "The miller of Dunholt dreamt")
    return path


def table(hand) -> PointsTable:
    return hand.app.screen.query_one(PointsTable)


def numbers(hand) -> list[int]:
    return [row.number for row in table(hand).matrix.rows()]


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE, (200, 50), (60, 16)], ids=str)
@on_the_loop
async def test_rows_are_points_and_columns_articles(tmp_path, size):
    async with at_work(worked(tmp_path), size=size) as hand:
        await hand.press("p")
        assert isinstance(hand.app.screen, PointsScreen)
        text = hand.text()
        assert "3 points, what divides the articles most first" in text
        first = next(line for line in hand.picture() if "Seven soldiers" in line)
        assert "A✗" in first
        assert "B✗" in first
        harvest = next(line for line in hand.picture() if "The harvest" in line)
        assert harvest.count("A✓") == 3
        lonely = next(line for line in hand.picture() if "The miller" in line)
        assert lonely.count("A?") == 1
        assert "Seven ] 1 ; Eight ] 2" in text  # the apparatus of the first row


@on_the_loop
async def test_enter_goes_to_the_words_in_the_panes_all_level(tmp_path):
    async with at_work(worked(tmp_path)) as hand:
        await hand.press("p", "down")
        row = table(hand).current
        assert row.number == 3
        await hand.press("enter")
        assert hand.app.screen is hand.screen
        assert hand.screen.current == row.point.claims[0].id
        assert hand.shown == [1, 2, 3]
        tops = {frame.pane.level_of(claim.start) for frame, claim in zip(
            hand.screen.board.frames, row.point.claims, strict=True)}  # fmt: skip
        assert len(tops) == 1


@on_the_loop
async def test_enter_brings_the_articles_of_the_point_into_the_panes(tmp_path):
    async with at_work(worked(tmp_path), size=MIDDLE) as hand:
        await hand.press("2", "o", "down", "enter")
        assert hand.shown == [1, 3]
        await hand.press("p", "g", "enter")
        assert hand.shown == [1, 2]


@on_the_loop
async def test_digits_filter_and_are_counted(tmp_path):
    async with at_work(worked(tmp_path)) as hand:
        await hand.press("p")
        assert "1 conflicting 1" in hand.text()
        assert "2 only one article 1" in hand.text()
        assert "3 contradictory 0" in hand.text()
        await hand.press("1")
        assert numbers(hand) == [1]
        assert "1 of 3 points" in hand.text()
        await hand.press("2")
        assert numbers(hand) == []
        assert "No point passes the filters." in hand.text()
        await hand.press("enter")
        assert isinstance(hand.app.screen, PointsScreen)
        await hand.press("1", "2")
        assert len(numbers(hand)) == 3


@on_the_loop
async def test_a_click_on_a_filter_is_the_key(tmp_path):
    async with at_work(worked(tmp_path)) as hand:
        await hand.press("p")
        y, line = next((y, line) for y, line in enumerate(hand.picture()) if "only one" in line)
        await hand.pilot.click(offset=(line.index("2 only one") + 2, y))
        await hand.settle()
        assert len(numbers(hand)) == 1


@on_the_loop
async def test_s_sorts_anew_and_stays_on_the_row(tmp_path):
    async with at_work(worked(tmp_path)) as hand:
        await hand.press("p", "G")
        stood_on = table(hand).current.number
        seen = []
        for words in ("by first publication", "in reading order", "by number", "what divides"):
            await hand.press("s")
            assert words in hand.text()
            assert table(hand).current.number == stood_on
            seen.append(tuple(numbers(hand)))
        assert seen[2] == tuple(sorted(seen[2]))
        assert seen[3][0] == 1


@on_the_loop
async def test_it_opens_on_the_point_one_comes_from_and_esc_goes_back_there(tmp_path):
    async with at_work(worked(tmp_path)) as hand:
        await hand.go(1, TEXTS[0].index("The harvest"))
        before = hand.cursor, hand.shown
        await hand.press("p")
        assert table(hand).current.number == 3
        await hand.press("escape")
        assert (hand.cursor, hand.shown) == before


@on_the_loop
async def test_a_double_click_goes_to_the_words(tmp_path):
    async with at_work(worked(tmp_path)) as hand:
        await hand.press("p")
        y = next(y for y, line in enumerate(hand.picture()) if "The miller" in line)
        await hand.pilot.click(offset=(20, y), times=2)
        await hand.settle()
        assert hand.app.screen is hand.screen
        assert hand.here == 3


@on_the_loop
async def test_contradictory_marks_show_their_chain(tmp_path):
    path = worked(tmp_path)
    with Store(path) as store:
        state = store.load(store.find_review(TITLE).id, "mk")
        one, other = state.claim_numbered(3), state.claim_numbered(5)
        store.commit(changes.link_claims(state, one, other, "conflicts"))
    async with at_work(path) as hand:
        await hand.press("p", "3")
        assert numbers(hand) == [3]
        assert "contradictory marks: 3 = 4 = 5, yet 3 ≠ 5" in hand.text()


@on_the_loop
async def test_what_another_terminal_does_shows(tmp_path):
    async with at_work(worked(tmp_path)) as hand:
        await hand.press("p")
        with Store(hand.path) as store:
            state = store.load(hand.state.review.id, "ann")
            start = TEXTS[0].index("Nobody came")
            article = state.article_numbered(1)
            store.commit(changes.make_claim(state, article, TEXTS[0], start, start + 11))
        poll(hand.screen)
        await hand.until(lambda: "4 points" in hand.text())
        assert "Nobody came" in hand.text()


@on_the_loop
async def test_a_review_without_claims_says_what_to_do(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("p")
        assert "There are no points yet: enter in a pane marks the first claim." in hand.text()
        await hand.press("enter", "down", "s", "1", "G", "right", "q")
        assert hand.app.screen is hand.screen


@on_the_loop
async def test_a_review_without_articles_says_how_to_bring_some_in(tmp_path):
    path = tmp_path / "w.db"
    review_of(path)
    async with at_work(path) as hand:
        await hand.press(">")
        assert "This review has no articles yet: o, then a, brings some in." in hand.text()
        await hand.press("p")
        assert "This review has no articles yet: o, then a, brings some in." in hand.text()
        await hand.press("q")
        assert hand.app.screen is hand.screen


@on_the_loop
async def test_many_articles_scroll_sideways_and_numbers_and_wordings_stay(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, *(f"Report number {n} of the wires." for n in range(1, 31)))
    async with at_work(path, size=NARROW) as hand:
        await hand.press("enter", "p")
        assert "articles 1 to " in hand.text()
        assert "A?" in hand.text()
        await hand.press(*["right"] * 40)
        assert "to 30 of 30" in hand.text()
        assert "A?" not in hand.text()
        assert "Report number" in hand.text()
        await hand.press(*["left"] * 40)
        assert "articles 1 to " in hand.text()


@on_the_loop
async def test_hostile_words_neither_act_nor_move_a_column(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, "[@click=app.leave]x[/] \x1b[31m日本語 👨‍👩‍👧 said so.", "Nothing else.")
    async with at_work(path, size=NARROW) as hand:
        await hand.press("enter", "p")
        line = next(line for line in hand.picture() if "@click" in line)
        assert "A?" in line
        await hand.click(table(hand), 12, 1)
        assert hand.app.is_running


@given(st.integers(1, 400), st.integers(0, 60), st.booleans())
def test_columns_fit_the_line(width, articles, verdicts):
    share = columns(width, articles, verdicts=verdicts)
    assert share.wording >= 4
    assert share.shown >= min(1, articles)
    if width >= 60:
        assert share.staying + share.shown * share.cell <= width


@pytest.mark.parametrize("key", ["f", "enter", "down", "right", "s", "1"])
@on_the_loop
async def test_keys_before_the_matrix_has_heard_of_another_terminals_acts_meet_what_is_left(
    tmp_path, monkeypatch, key
):
    monkeypatch.setattr(points_screen, "LOOK_SECONDS", 3600)
    path = worked(tmp_path)
    async with at_work(path) as hand:
        await hand.press("p")
        with Store(path) as store:
            state = store.load(hand.state.review.id, "mk")
            for number in (1, 2):
                gone = changes.remove_article(state, state.article_numbered(number))
                state.apply(store.commit(gone).rows)
        poll(hand.screen)
        await hand.press(key)
        await hand.until(lambda: "Seven" not in hand.text())
        await hand.press("escape")
        assert not hand.app.screen.query(Form)
        assert len(hand.state.articles) == 1
