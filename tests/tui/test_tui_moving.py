"""Moving through an article by key: every move, the column kept, the cursor always in view."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tui_hands import at_work
from tui_material import MIDDLE, NARROW, WIDE, corpus, on_the_loop, review_of

from workbench.core import segments, sentences
from workbench.tui.layout.position import Position

MOVES = (
    "up down left right h j k l w b ( ) { } g G home end pageup pagedown ctrl+u ctrl+d ctrl+home "
    "ctrl+end shift+up shift+down shift+left shift+right ctrl+shift+left ctrl+shift+right"
).split()
LONG = "\n\n".join(
    f"Paragraph {n} begins here. It has {n} sentences, “more or less”. " + "And words to wrap. " * 9
    for n in range(40)
)


def level(pane) -> int:
    """The row of the pane the cursor is in."""
    return pane.level_of(pane.position.cursor)


@pytest.mark.parametrize(
    ("key", "function"),
    [
        ("w", "next_word"), ("b", "previous_word"), (")", "next_sentence"),
        ("(", "previous_sentence"), ("}", "next_paragraph"), ("{", "previous_paragraph"),
    ],
)  # fmt: skip
@on_the_loop
async def test_words_sentences_and_paragraphs_are_stepped_through(tmp_path, key, function):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.find(2, "The reasons Trump gives")
        for _ in range(5):
            expected = getattr(sentences if "sentence" in function else segments, function)(
                hand.pane.text, hand.cursor
            )
            await hand.press(key)
            assert hand.cursor == min(expected, len(hand.pane.text) - 1)


@on_the_loop
async def test_letters_and_arrows_are_the_same_moves(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.find(2, "The reasons Trump gives")
        for arrow, letter in (("right", "l"), ("left", "h"), ("down", "j"), ("up", "k")):
            start = hand.cursor
            await hand.press(arrow)
            there = hand.cursor
            assert there != start
            await hand.go(2, start)
            await hand.press(letter)
            assert hand.cursor == there
            await hand.go(2, start)


@on_the_loop
async def test_g_and_shift_g_go_to_the_two_ends(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("G")
        assert hand.cursor == len(str(hand.pane.text).rstrip()) - 1
        await hand.press("g")
        assert hand.cursor == 0
        await hand.press("ctrl+end")
        assert hand.cursor == len(str(hand.pane.text).rstrip()) - 1
        await hand.press("ctrl+home")
        assert hand.cursor == 0


@on_the_loop
async def test_home_and_end_are_those_of_the_row_on_the_screen(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.find(2, "The reasons Trump gives")
        await hand.press("down")
        row = hand.pane.table.row_at(hand.cursor)
        await hand.press("end")
        assert hand.pane.table.row_at(hand.cursor) == row
        assert hand.pane.text[hand.cursor].isspace() or hand.cursor == row[1] - 1
        await hand.press("home")
        assert hand.cursor == row[0]


@on_the_loop
async def test_up_and_down_keep_the_column(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, "a fairly long line here\nab\nanother fairly long line\n\nlast one is long too")
    async with at_work(path) as hand:
        await hand.go(1, 12)
        cells = []
        for _ in range(4):
            await hand.press("down")
            row = hand.pane.table.row_at(hand.cursor)
            cells.append(hand.cursor - row[0])
        assert cells == [2, 12, 0, 12]
        for _ in range(4):
            await hand.press("up")
        assert hand.cursor == 12


@on_the_loop
async def test_page_keys_keep_text_of_the_page_before_in_view(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, LONG)
    async with at_work(path, size=NARROW) as hand:
        for key, back in (("pagedown", "pageup"), ("ctrl+d", "ctrl+u")):
            for _ in range(3):
                seen = set(hand.pane._visible_rows())
                await hand.press(key)
                after = hand.pane._visible_rows()
                assert seen & set(after), "something was skipped"
                assert set(after) - seen, "nothing new came into view"
            for _ in range(3):
                seen = set(hand.pane._visible_rows())
                await hand.press(back)
                assert seen & set(hand.pane._visible_rows())
            assert hand.pane.position.top == 0
            assert hand.cursor == 0


@on_the_loop
async def test_page_down_to_the_end_and_up_to_the_beginning(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, LONG)
    async with at_work(path, size=NARROW) as hand:
        await hand.press(*["pagedown"] * 40)
        last = hand.pane.table.row_at(len(hand.pane.text))
        assert hand.pane.table.row_at(hand.cursor) == last
        assert 0 <= level(hand.pane) < hand.pane.height
        await hand.press(*["pageup"] * 40)
        assert hand.pane.position.top == 0
        assert hand.pane.table.row_at(hand.cursor)[0] == 0


@on_the_loop
async def test_the_top_stays_at_the_same_character_through_resizes_there_and_back(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, LONG)
    async with at_work(path, size=WIDE) as hand:
        await hand.press(*["pagedown"] * 2)
        top, cursor = hand.pane.position.top, hand.cursor
        for size in (NARROW, MIDDLE, (100, 30), (61, 17), (220, 50), WIDE):
            await hand.resize(*size)
            assert hand.pane.position.top == top
            first = hand.pane._visible_rows()[0]
            assert first[0] <= top < first[1]
        assert first[0] == top
        assert hand.cursor == cursor


@pytest.mark.parametrize("size", [(30, 12), NARROW, WIDE])
@settings(
    max_examples=4, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(
    keys=st.lists(st.sampled_from([*MOVES, "wheel", "wheel", "v", "s"]), min_size=20, max_size=25)
)
def test_after_any_key_the_cursor_is_in_view(tmp_path, size, keys):
    @on_the_loop
    async def walk():
        path = tmp_path / "w.db"
        path.unlink(missing_ok=True)
        review_of(path, LONG)
        async with at_work(path, size=size) as hand:
            for key in keys:
                if key == "wheel":
                    await hand.wheel(hand.pane, times=3)
                    continue
                await hand.press(key)
                if hand.pane.has_focus:
                    assert 0 <= level(hand.pane) < hand.pane.height, key

    walk()


@on_the_loop
async def test_any_key_brings_a_cursor_scrolled_away_back_into_view(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, LONG)
    async with at_work(path, size=NARROW) as hand:
        for key in ("left", "right", "up", "down", "home", "b", "shift+right", "ctrl+home", "g"):
            await hand.press("g", "escape")
            await hand.wheel(hand.pane, times=20)
            assert level(hand.pane) < 0
            await hand.press(key)
            assert 0 <= level(hand.pane) < hand.pane.height, key


@on_the_loop
async def test_v_selects_with_any_move_and_drops_the_selection_again(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.find(2, "Kabul was quick")
        await hand.press("v")
        assert hand.selected() == "K"
        await hand.press(")")
        assert hand.selected() == "Kabul was quick to refuse. O"
        await hand.press("left", "left")
        assert hand.selected() == "Kabul was quick to refuse."
        await hand.press("v")
        assert hand.pane.selection is None


@on_the_loop
async def test_a_selection_can_be_made_backwards(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.find(2, "refuse. Officials")
        await hand.press(*["right"] * 5, "v", *["b"] * 5)
        assert hand.selected() == "Kabul was quick to refuse"


@on_the_loop
async def test_shift_and_arrows_select_and_a_plain_move_drops_it(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.find(2, "Kabul was quick")
        await hand.press("shift+right", "shift+right", "shift+left")
        assert hand.selected() == "Ka"
        await hand.press("shift+down")
        assert len(hand.selected()) > 20
        await hand.press("shift+up", "ctrl+shift+right")
        assert hand.selected() == "Kabul"
        await hand.press("right")
        assert hand.pane.selection is None


@on_the_loop
async def test_esc_drops_the_selection_and_nothing_else(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("v", "w", "w", "escape")
        assert hand.pane.selection is None
        assert hand.app.screen is hand.screen
        await hand.press("escape", "escape", "escape")
        assert hand.app.screen is hand.screen
        assert hand.app.is_running


@on_the_loop
async def test_brackets_go_through_the_claims_of_an_article(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        words = ["Kabul was quick", "The reasons Trump gives", "A parade planned"]
        claims = [await hand.mark(2, each) for each in words]
        await hand.press("g")
        for claim in claims:
            await hand.press("]")
            assert hand.cursor == claim.start
            assert hand.screen.current == claim.id
        await hand.press("]")
        assert hand.heard("no further claim")
        for claim in reversed(claims[:-1]):
            await hand.press("[")
            assert hand.cursor == claim.start
        hand.said.clear()
        await hand.press("[")
        assert hand.heard("no further claim")


@on_the_loop
async def test_from_the_middle_of_a_claim_the_bracket_goes_to_its_beginning(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        claim = await hand.mark(2, "The reasons Trump gives")
        await hand.press("w", "w", "[")
        assert hand.cursor == claim.start


@on_the_loop
async def test_moving_off_a_claim_clears_the_strip_and_back_fills_it(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        claim = await hand.mark(2, "Kabul was quick")
        assert hand.strip.view.items[0].quote == claim.quote
        await hand.press(")")
        assert hand.strip.view.items == ()
        assert hand.screen.current == ""
        await hand.press("(")
        assert hand.screen.current == claim.id


@on_the_loop
async def test_the_cursor_steps_over_whole_letters(tmp_path):
    path = tmp_path / "w.db"
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    text = f"e\u0301{family}\U0001f1e6\U0001f1eb\u4e2dx"
    review_of(path, text)
    async with at_work(path) as hand:
        stops = [hand.cursor]
        for _ in range(5):
            await hand.press("right")
            stops.append(hand.cursor)
        assert stops == [0, 2, 7, 9, 10, 11]
        for stop in reversed(stops[:-1]):
            await hand.press("left")
            assert hand.cursor == stop


@on_the_loop
async def test_an_article_shown_in_no_pane_keeps_its_place(tmp_path):
    async with at_work(corpus(tmp_path), size=NARROW) as hand:
        await hand.press("G", "2", "1")
        assert hand.cursor == len(str(hand.pane.text).rstrip()) - 1
        assert isinstance(hand.pane.position, Position)
        assert 0 <= level(hand.pane) < hand.pane.height
