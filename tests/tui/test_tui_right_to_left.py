"""Right-to-left text: in logical order, said once, and no border is crossed by it."""

from __future__ import annotations

import pytest
from bidi import visual_order
from hypothesis import given
from hypothesis import strategies as st
from layout_material import BOUNDED
from rich.style import Style
from tui_hands import at_work
from tui_material import MIDDLE, WIDE, on_the_loop, review_of

from workbench.core.text import canonical_text
from workbench.tui.layout.anchors import ANCHOR
from workbench.tui.layout.gutter import gutter
from workbench.tui.layout.paint import Mark, Over, Palette, paint_row
from workbench.tui.layout.wrap import WrapTable
from workbench.tui.theme import SIGNS

ARABIC = "قالت الوزارة إن 25 شاحنة عبرت الجسر يوم 7 أكتوبر 2025."
HEBREW = "המשרד מסר כי 25 משאיות חצו את הגשר."
ENGLISH = "25 lorries crossed the bridge, the ministry said (on 7 October)."
NUMBERS = "2025: 25, 30, 41. 7/10 - 8/10"

PALETTE = Palette({name: Style() for name in ("text", "agreeing", "nested")})


def line_of(texts: list[str], width: int, *, anchored: bool, claims: int = 0) -> list[str]:
    """The first row of panes side by side: gutter, text, overview column, for each pane."""
    panes = []
    for text in texts:
        row = WrapTable(text, width - 1).row_at(0)
        marks = [Mark(0, n + 1, f"c{n}", "agreeing") for n in range(claims)]
        over = Over(marks, (), (), "", (0, 0), None)
        left = gutter(row, marks, SIGNS, anchored=anchored)[0]
        painted = paint_row(text, row, width, over._replace(marks=()), PALETTE)
        panes.append(left + "".join(segment.text for segment in painted) + "│")
    return panes


def stays_in_its_pane(panes: list[str], base: int | None) -> bool:
    order = visual_order("".join(panes), base=base)
    start = 0
    for pane in panes:
        end = start + len(pane)
        if sorted(order[start:end]) != list(range(start, end)):
            return False
        start = end
    return True


TEXTS = st.one_of(
    st.sampled_from([ARABIC, HEBREW, ENGLISH, NUMBERS, "", "—", "(", "«"]),
    st.text("اب גדab 01٢٣ ,.-–:;()«»%$é\u0301\u064b", max_size=40).map(canonical_text),
)


@BOUNDED
@given(
    st.lists(TEXTS, min_size=1, max_size=4), st.integers(4, 30), st.integers(0, 5),
    st.sampled_from([0, None]),
)  # fmt: skip
def test_a_terminal_that_reorders_rows_moves_nothing_across_an_anchored_border(
    texts, width, claims, base
):
    assert stays_in_its_pane(line_of(texts, width, anchored=True, claims=claims), base)


@pytest.mark.parametrize("texts", [[ARABIC, HEBREW], [ARABIC, NUMBERS], [HEBREW, ENGLISH]])
def test_without_anchors_it_would(texts):
    panes = line_of(texts, 30, anchored=False)
    assert not all(stays_in_its_pane(panes, base) for base in (0, None))


def test_the_algorithm_of_the_tests_orders_like_the_standard():
    def shown(text: str, base: int | None = 0) -> str:
        return "".join(text[at] for at in visual_order(text, base=base))

    assert shown("abc אבג def") == "abc גבא def"
    assert shown("אבג 12 דהו") == "והד 12 גבא"
    assert shown("אבג, 3") == "3 ,גבא"
    assert shown("abc אבג", base=None) == "abc גבא"
    assert shown("אבג abc", base=None) == "abc גבא"
    assert shown("12 abc") == "12 abc"


@on_the_loop
async def test_letters_are_sent_in_the_order_in_which_they_are_written(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ARABIC, ENGLISH)
    async with at_work(path, size=WIDE) as hand:
        assert ARABIC in hand.text()
        claim = await hand.mark(1, "25 شاحنة عبرت الجسر")
        assert ARABIC[claim.start : claim.end] == claim.quote == "25 شاحنة عبرت الجسر"
        await hand.go(1, 0)
        places = []
        for _ in range(6):
            await hand.press("right")
            places.append(hand.cursor)
        assert places == [1, 2, 3, 4, 5, 6]


@on_the_loop
async def test_it_is_said_once_in_a_review_and_which_article_it_is(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ENGLISH, ARABIC, HEBREW)
    said = "has right-to-left text"

    def heard_by(hand) -> list[str]:
        return [n.message for n in hand.app._notifications if said in n.message]

    async with at_work(path, size=WIDE) as hand:
        heard = heard_by(hand)
        assert len(heard) == 1
        assert heard[0].startswith("Article 2 ")
        assert "one above the other" in heard[0] or "one pane alone" in heard[0]
        await hand.press("-", "-", "tab", "tab", "+", "+", "=")
        assert heard_by(hand) == heard
        assert not hand.heard(said)
        await hand.press("q")
    async with at_work(path, size=WIDE) as hand:
        await hand.press("tab", "tab")
        assert heard_by(hand) == []
        assert not hand.heard(said)


@on_the_loop
async def test_it_is_said_when_the_article_is_shown_not_before(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ENGLISH, NUMBERS, ARABIC)
    async with at_work(path, size=(80, 24)) as hand:
        assert not hand.heard("right-to-left")
        await hand.press("tab", "tab")
        assert hand.here == 3
        assert hand.heard("Article 3", "right-to-left")


@on_the_loop
async def test_panes_are_anchored_only_while_right_to_left_text_is_beside_them(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ENGLISH, NUMBERS, ARABIC)
    async with at_work(path, size=MIDDLE) as hand:
        assert hand.shown == [1, 2]
        assert ANCHOR not in hand.text()
        await hand.press("+")
        panes = [frame.pane.how.anchored for frame in hand.board.frames]
        assert panes == [True, True, True]
        for line in hand.picture()[1:3]:  # titles and first rows
            assert line.count(ANCHOR) >= 3, line
        await hand.press("z")  # alone there is no border to cross
        assert ANCHOR not in hand.text()
        await hand.press("z")
        assert ANCHOR in hand.text()
        await hand.press("1", "-")
        assert hand.shown == [1, 2]
        assert ANCHOR not in hand.text()


@on_the_loop
async def test_no_row_of_the_screen_crosses_a_border_in_a_terminal_that_reorders(tmp_path):
    path = tmp_path / "w.db"
    front = "---\noutlet: الجزيرة\npublished: 2025-10-08\ntitle: الجسر 25\n---\n"
    long = " ".join([ARABIC] * 9)
    review_of(path, front + long, front + " ".join([HEBREW] * 9), NUMBERS + "\n" + ENGLISH)
    async with at_work(path, size=WIDE) as hand:
        await hand.mark(1, "25 شاحنة")
        await hand.mark(1, "شاحنة")
        await hand.go(3, 0)
        frames = [frame.region for frame in hand.board.frames]
        assert len(frames) == 3
        for y in range(frames[0].y, frames[0].bottom):
            line = hand.picture()[y]
            for base in (0, None):
                order = visual_order(line, base=base)
                for region in frames:
                    inside = range(region.x, region.right)
                    assert sorted(order[region.x : region.right]) == list(inside), (y, line)


@on_the_loop
async def test_label_and_quote_in_the_strip_do_not_change_places(tmp_path):
    path = tmp_path / "w.db"
    front = "---\noutlet: الجزيرة\npublished: 2025-10-08\n---\n"
    review_of(path, front + ARABIC, front + ARABIC.replace("25", "30"))
    async with at_work(path, size=WIDE) as hand:
        one = await hand.mark(1, ARABIC)
        await hand.go(1, one.start)
        await hand.press("space", "c", "escape")
        assert len(hand.links) == 1
        quotes = [line for line in hand.picture() if "“" in line and "claim 1" not in line]
        assert len(quotes) == 2
        for line in quotes:
            order = visual_order(line, base=0)
            begin = line.index("“")
            assert sorted(order[:begin]) == list(range(begin)), line


@on_the_loop
async def test_only_the_beginning_of_an_article_is_looked_through(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, ENGLISH + " x" * 40_000 + ARABIC)
    async with at_work(path, size=MIDDLE) as hand:
        assert not hand.heard("right-to-left")
        assert not hand.pane.right_to_left
