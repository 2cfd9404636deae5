"""The matrix as a place to work in: cells, heads, what is said below, and what is remembered."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from test_tui_points import TEXTS, numbers, table, worked
from textual import events
from tui_hands import at_work
from tui_material import HOSTILE, MIDDLE, NARROW, TITLE, WIDE, on_the_loop, review_of

from workbench.config import Config
from workbench.core import changes
from workbench.core.points import all_points
from workbench.store import Store
from workbench.tui.dialogs.form import Form
from workbench.tui.screens.points import PointsScreen
from workbench.tui.screens.review_session import poll

NAMED = [("The Larkmoor Ledger", "2024-09-28"), ("Orrin Bay Post", "2025-10-08"), ("", "")]


def told(path, analyst="mk"):
    """The three articles, two of them with outlet and date; claims with origins; findings."""
    with Store(path) as store:
        state = store.load(store.find_review(TITLE).id, analyst)

        def act(change):
            state.apply(store.commit(change).rows)

        for article, (outlet, date) in zip(state.articles_in_order(), NAMED, strict=True):
            if outlet:
                act(changes.edit_article(state, article, outlet=outlet, published_on=date))
        act(changes.edit_claim(state, state.claim_numbered(3), origin="One list"))
        act(changes.make_finding(state, state.claim_numbered(2), wording="How many left",
                                 verdict="mixed", confidence="low", rationale="Two lists."))  # fmt: skip
    with Store(path) as store:
        state = store.load(store.find_review(TITLE).id, "ann")
        store.commit(changes.make_finding(
            state, state.claim_numbered(1), wording="Seven", verdict="supported", rationale="Seen."
        ))  # fmt: skip
    return path


async def said(hand, words: str) -> None:
    """What stands below the rows follows when keys rest."""
    await hand.until(lambda: words in hand.text())


@pytest.mark.parametrize("size", [NARROW, MIDDLE, (200, 50)], ids=str)
@on_the_loop
async def test_heads_say_who_and_when_and_rows_origins_and_verdict(tmp_path, size):
    async with at_work(told(worked(tmp_path)), size=size) as hand:
        await hand.press("p")
        lines = hand.picture()
        top = next(line for line in lines if line.lstrip().startswith("point "))
        dates = lines[lines.index(top) + 1]
        assert "origins" in top
        assert "verdict" in top
        assert "1 The" in top
        assert "2024" in dates
        assert "2025" in dates
        row = next(line for line in lines if "How many left" in line)
        assert "0 (+2" in row
        assert "mixed" in row
        harvest = next(line for line in lines if "The harvest" in line)
        assert "1 (+2" in harvest
        assert all(cell_len(line) == size[0] for line in lines)


@on_the_loop
async def test_over_an_article_without_outlet_stands_its_title(tmp_path):
    path = told(worked(tmp_path))
    with Store(path) as store:
        state = store.load(store.find_review(TITLE).id, "mk")
        article = state.article_numbered(3)
        store.commit(changes.edit_article(state, article, title="Declaration of the four"))
    async with at_work(path, size=WIDE) as hand:
        await hand.press("p")
        assert "3 Decl" in hand.text()


@on_the_loop
async def test_a_date_is_never_cut_within_a_year_or_a_month(tmp_path):
    async with at_work(told(worked(tmp_path)), size=NARROW) as hand:
        for width in (80, 100, 120, 160):
            await hand.resize(width, 24)
            if not isinstance(hand.app.screen, PointsScreen):
                await hand.press("p")
            lines = hand.picture()
            top = next(n for n, line in enumerate(lines) if line.lstrip().startswith("point "))
            assert set(lines[top + 1].split()) in (
                {"2024", "2025"}, {"2024-09", "2025-10"}, {"2024-09-28", "2025-10-08"}
            )  # fmt: skip


@on_the_loop
async def test_below_stand_all_analysts_verdicts_the_wording_and_the_articles_words(tmp_path):
    async with at_work(told(worked(tmp_path))) as hand:
        await hand.press("p", "g")
        await said(hand, "verdict: mixed, low confidence · verdict of ann: supported")
        assert "Seven ] 1 ; Eight ] 2" in hand.text()
        assert "1 The Larkmoor Ledger · 2024-09-28: A “Seven soldiers left the base”" in hand.text()
        await hand.press("right")
        await said(hand, "2 Orrin Bay Post · 2025-10-08: B “Eight soldiers”")
        await hand.press("right")
        await said(hand, "3 (no outlet) is silent on this point")


@on_the_loop
async def test_a_finding_on_any_claim_of_the_point_is_that_of_its_row(tmp_path):
    async with at_work(told(worked(tmp_path))) as hand:
        await hand.press("p", "4")
        assert 1 not in numbers(hand)  # the finding hangs on claim 2
        await hand.press("4")
        assert 1 in numbers(hand)


@on_the_loop
async def test_two_findings_of_ones_own_on_a_point_both_show_until_settled(tmp_path):
    path = told(worked(tmp_path))
    with Store(path) as store:
        state = store.load(store.find_review(TITLE).id, "mk")
        store.commit(changes.make_finding(
            state, state.claim_numbered(6), wording="A dream", verdict="supported", rationale="x"
        ))  # fmt: skip
        state = store.load(state.review.id, "mk")
        one, other = state.claim_numbered(1), state.claim_numbered(6)
        store.commit(changes.link_claims(state, one, other, "unverified"))
    async with at_work(path, size=(200, 50)) as hand:
        await hand.press("p", "g")
        row = next(line for line in hand.picture() if "How many left / A dream" in line)
        assert "mixed; supported" in row
        await said(hand, "2 findings, to be settled")
        await hand.press("f")
        assert hand.app.screen.values()["wording"] in ("How many left", "A dream")
        assert "to be settled" in hand.text()


@on_the_loop
async def test_enter_goes_to_the_words_of_the_article_in_the_column(tmp_path):
    async with at_work(worked(tmp_path), size=NARROW) as hand:
        await hand.press("p", "down", "right", "enter")
        assert hand.here == 2
        assert hand.state.claims[hand.screen.current].number == 4
        await hand.press("p", "g", "right", "enter")  # silent there: the point's own claim
        assert hand.here == 1


@on_the_loop
async def test_tab_goes_from_one_article_that_speaks_to_the_next(tmp_path):
    async with at_work(worked(tmp_path)) as hand:
        await hand.press("p", "g", "tab")
        assert table(hand).column == 1
        await hand.press("tab")
        assert table(hand).column == 0  # the third is silent
        await hand.press("shift+tab")
        assert table(hand).column == 1


@on_the_loop
async def test_the_mouse_chooses_cells_columns_and_orders(tmp_path):
    async with at_work(worked(tmp_path)) as hand:
        await hand.press("p")
        lines = hand.picture()
        y = next(y for y, line in enumerate(lines) if "The harvest" in line)
        x = [x for x, sign in enumerate(lines[y]) if sign == "A"][1]
        await hand.pilot.click(offset=(x, y))
        await hand.settle()
        assert (table(hand).current.number, table(hand).column) == (3, 1)
        top = next(y for y, line in enumerate(lines) if line.lstrip().startswith("point "))
        await hand.pilot.click(offset=(lines[top].index("3"), top))
        await hand.settle()
        assert table(hand).column == 2
        await hand.pilot.click(offset=(4, top))
        await hand.settle()
        assert "by first publication" in hand.text()
        await hand.pilot.click(offset=(x, y), times=2)
        await hand.settle()
        assert hand.app.screen is hand.screen
        assert hand.here == 2


@on_the_loop
async def test_the_wheel_goes_through_rows_and_sideways_through_articles(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, *(f"Report number {n} of the wires." for n in range(1, 31)))
    async with at_work(path, size=NARROW) as hand:
        await hand.press("enter", "p")
        where = table(hand)

        def turn(kind, **held):
            keys = {"shift": False, "meta": False, "ctrl": False} | held
            where.post_message(kind(where, 5, 5, 0, 1, 0, **keys))

        turn(events.MouseScrollRight)
        await hand.settle()
        assert where.column == 1
        turn(events.MouseScrollDown, shift=True)
        await hand.settle()
        assert where.column == 2
        turn(events.MouseScrollUp, ctrl=True)
        await hand.settle()
        assert where.column == 1
        turn(events.MouseScrollLeft)
        await hand.settle()
        assert where.column == 0


@on_the_loop
async def test_order_and_filters_are_there_again_also_the_next_day(tmp_path):
    path = worked(tmp_path)
    async with at_work(path) as hand:
        await hand.press("p", "s", "2", "enter")
        assert hand.app.screen is hand.screen
        await hand.press("p")
        assert "by first publication" in hand.text()
        assert numbers(hand) == [6]
        await hand.press("escape")
        await hand.press("q")
    async with at_work(path) as hand:
        await hand.press("p")
        assert "by first publication" in hand.text()
        assert numbers(hand) == [6]


@pytest.mark.parametrize("stored", ["[]", '{"order": "best", "only": "x"}', '{"only": [1, {}]}'])
@on_the_loop
async def test_a_session_that_makes_no_sense_shows_all_points(tmp_path, stored):
    path = worked(tmp_path)
    with Store(path) as store:
        review = store.find_review(TITLE).id
        import json

        store.save_session(review, "mk", {"points": json.loads(stored)})
    async with at_work(path) as hand:
        await hand.press("p")
        assert len(numbers(hand)) == 3


@on_the_loop
async def test_undo_and_redo_work_while_it_is_open(tmp_path):
    async with at_work(worked(tmp_path)) as hand:
        hand.screen.act(lambda: changes.delete_claim(hand.state, hand.claim(6)))
        await hand.press("p")
        assert len(numbers(hand)) == 2
        await hand.press("ctrl+z")
        assert len(numbers(hand)) == 3
        assert hand.heard("Undone: claim 6")
        await hand.press("ctrl+y")
        assert len(numbers(hand)) == 2


@on_the_loop
async def test_f_concludes_on_the_row_and_comes_back_to_it(tmp_path):
    async with at_work(worked(tmp_path)) as hand:
        await hand.press("p", "4", "down", "f")
        assert isinstance(hand.app.screen, Form)
        assert "Finding of point 3" in hand.text()
        await hand.fill(wording="How the harvest was", verdict="unverified")
        await hand.press("ctrl+s")
        assert isinstance(hand.app.screen, PointsScreen)
        assert numbers(hand) == [1, 6]  # it has a finding now, and only those without are wanted
        assert table(hand).current.number == 6  # the next one takes its place
        await hand.press("4")
        assert any("How the harvest was" in line for line in hand.picture())


@on_the_loop
async def test_where_another_terminal_takes_the_point_away_keys_stay_in_its_place(tmp_path):
    async with at_work(worked(tmp_path)) as hand:
        await hand.press("p", "down")
        assert table(hand).current.number == 3
        with Store(hand.path) as store:
            state = store.load(hand.state.review.id, "mk")
            for number in (3, 4, 5):
                change = changes.delete_claim(state, state.claim_numbered(number))
                state.apply(store.commit(change).rows)
        poll(hand.screen)
        await hand.until(lambda: "2 points" in hand.text())
        assert table(hand).index == 1


@on_the_loop
async def test_rows_with_contradictory_marks_are_flagged(tmp_path):
    path = worked(tmp_path)
    with Store(path) as store:
        state = store.load(store.find_review(TITLE).id, "mk")
        one, other = state.claim_numbered(3), state.claim_numbered(5)
        store.commit(changes.link_claims(state, one, other, "conflicts"))
    async with at_work(path, size=NARROW) as hand:
        await hand.press("p")
        assert next(line for line in hand.picture() if "The harvest" in line).count("✗!") == 1
        assert "✗!" not in next(line for line in hand.picture() if "Seven" in line)


@on_the_loop
async def test_pairs_set_apart_yet_joined_are_said_as_what_they_are(tmp_path):
    path = worked(tmp_path)
    with Store(path) as store:
        state = store.load(store.find_review(TITLE).id, "mk")
        one, other = state.claim_numbered(3), state.claim_numbered(5)
        store.commit(changes.link_claims(
            state, one, other, "unverified", reason="not the same event"
        ))  # fmt: skip
    async with at_work(path) as hand:
        await hand.press("p", "3")
        await said(hand, "contradictory marks: 3 and 5 are other events, yet joined: 3 – 4 – 5")


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE, (60, 16)], ids=str)
@pytest.mark.parametrize(
    "outlet", ["日本語新聞の編集部", "صحيفة اليوم الكبرى", HOSTILE, "👨‍👩‍👧" * 5]
)
@on_the_loop
async def test_hostile_outlets_and_wordings_move_no_column(tmp_path, size, outlet):
    path = worked(tmp_path)
    with Store(path) as store:
        state = store.load(store.find_review(TITLE).id, "mk")
        for article in state.articles_in_order():
            change = changes.edit_article(state, article, outlet=outlet)
            state.apply(store.commit(change).rows)
        change = changes.make_finding(state, state.claim_numbered(1), wording=outlet,
                                      verdict="supported", rationale=outlet)  # fmt: skip
        state.apply(store.commit(change).rows)
        store.commit(changes.choose_verdicts(state, [outlet.replace(";", ",")]))
    async with at_work(path, size=size) as hand:
        await hand.press("p", "down", "right", "right", "g")
        lines = hand.picture()
        assert all(cell_len(line) == size[0] for line in lines)
        share = table(hand).share
        harvest = next(line for line in lines if "The harv" in line and "A✓" in line)
        places = [cell_len(harvest[:x]) for x, sign in enumerate(harvest) if sign == "✓"]
        # The sign of the point, then one in the column of each article in view.
        wanted = [1 + share.staying + share.cell * n + 1 for n in range(share.shown)]
        assert places[1:] == wanted
        assert hand.app.is_running


@on_the_loop
async def test_in_ascii_only_the_articles_own_words_are_not(tmp_path):
    path = worked(tmp_path)
    async with at_work(path, size=NARROW, config=Config(article_megabytes=10, ascii=True)) as hand:
        await hand.press("p", "down")
        await said(hand, "harvest")
        assert hand.text().isascii(), [line for line in hand.picture() if not line.isascii()]


@on_the_loop
async def test_the_filters_fit_a_narrow_screen_with_thousands_of_points(tmp_path):
    async with at_work(worked(tmp_path), size=NARROW) as hand:
        await hand.press("p")
        line = hand.app.screen.query_one("FilterLine")
        counts = dict.fromkeys(("conflicting", "only here", "contradictory"), 2345)
        line.show({**counts, "without finding": 1_401}, frozenset())
        await hand.settle()
        assert "4 no finding 1,401" in hand.text()


@on_the_loop
async def test_any_size_while_it_is_open_shows_the_row_at_hand(tmp_path):
    async with at_work(worked(tmp_path), size=WIDE) as hand:
        await hand.press("p", "G")
        for size in ((200, 50), NARROW, (60, 16), (100, 24), (61, 17)):
            await hand.resize(*size)
            assert any(">" in line or "▸" in line for line in hand.picture())
            assert "The miller" in hand.text()


@on_the_loop
async def test_one_article_alone_has_one_column(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, TEXTS[0])
    async with at_work(path, size=NARROW) as hand:
        await hand.press("enter", "p", "right", "left", "tab", "}", "{")
        row = next(line for line in hand.picture() if "Seven" in line)
        assert row.count("A?") == 1
        await hand.press("enter")
        assert hand.here == 1


@on_the_loop
async def test_the_points_at_hand_are_those_computed_anew_whoever_acts(tmp_path):
    async with at_work(worked(tmp_path)) as hand:
        await hand.press("p", "q")

        def same() -> bool:
            return hand.screen.desk.points() == all_points(hand.state)

        assert same()
        hand.screen.act(lambda: changes.delete_claim(hand.state, hand.claim(4)))
        assert same()
        with Store(hand.path) as store:
            state = store.load(hand.state.review.id, "ann")
            article = state.article_numbered(2)
            store.commit(changes.edit_article(state, article, published_on="2020-01-01"))
            article = state.article_numbered(1)
            store.commit(changes.make_claim(state, article, TEXTS[0], 0, 5))
        poll(hand.screen)
        assert same()
        await hand.press("ctrl+z")
        assert same()
        with Store(hand.path) as store:
            state = store.load(hand.state.review.id, "mk")
            store.commit(changes.remove_article(state, state.article_numbered(1)))
        poll(hand.screen)
        assert same()
        await hand.press(">", "*", "p")
        assert len(numbers(hand)) == len(all_points(hand.state))
