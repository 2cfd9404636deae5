"""Cursor, selection and view: every move against a plain model."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_material import BOUNDED, WIDTHS, all_rows, boundaries, cells_of, texts

from workbench.core import segments, sentences
from workbench.core.clusters import cluster_spans
from workbench.tui.layout.position import Position, moved, scrolled
from workbench.tui.layout.wrap import WrapTable

MOVES = (
    "left", "right", "up", "down", "page_up", "page_down", "half_up", "half_down", "line_start",
    "line_end", "start", "end", "next_word", "previous_word", "next_sentence",
    "previous_sentence", "next_paragraph", "previous_paragraph",
)  # fmt: skip


@BOUNDED
@given(texts(), WIDTHS, st.sampled_from(MOVES), st.integers(1, 30), st.data())
def test_every_move_ends_between_clusters_inside_the_text(text, width, where, height, data):
    cursor = data.draw(st.sampled_from(sorted(boundaries(text))))
    found = moved(Position(cursor), WrapTable(text, width), where, height)
    assert found in boundaries(text)


@BOUNDED
@given(texts(), st.data())
def test_left_and_right_are_one_cluster_and_undo_each_other(text, data):
    places = sorted(boundaries(text))
    index = data.draw(st.integers(0, len(places) - 1))
    table = WrapTable(text, 20)
    right = moved(Position(places[index]), table, "right", 10)
    left = moved(Position(places[index]), table, "left", 10)
    assert right == places[min(index + 1, len(places) - 1)]
    assert left == places[max(index - 1, 0)]


@BOUNDED
@given(texts(), WIDTHS, st.integers(1, 12), st.data())
def test_up_and_down_keep_the_cell_they_began_in(text, width, height, data):
    table = WrapTable(text, width)
    rows = all_rows(table)
    cursor = data.draw(st.sampled_from(sorted(boundaries(text))))
    steps = data.draw(
        st.lists(
            st.sampled_from(["up", "down", "page_up", "page_down", "half_up", "half_down"]),
            min_size=1,
            max_size=6,
        )
    )
    # A page of one row still goes somewhere: one row on.
    page, half = max(1, height - 1), max(1, height // 2)
    by = {"up": -1, "down": 1, "page_up": -page, "page_down": page}
    by |= {"half_up": -half, "half_down": half}
    position = Position(cursor)
    here = max(n for n, row in enumerate(rows) if row[0] <= cursor)
    goal = cells_of(text[rows[here][0] : cursor])
    for step in steps:
        position.cursor = moved(position, table, step, height)
        here = max(0, min(len(rows) - 1, here + by[step]))
        assert position.cursor == table.offset_at(rows[here], goal)


@pytest.mark.parametrize("where", ["page_up", "half_up"])
def test_a_page_up_in_a_pane_of_one_row_goes_up(where):
    text = "one\ntwo\nthree\nfour"
    assert moved(Position(8), WrapTable(text, 20), where, 1) < 8


def test_the_column_comes_back_after_a_short_line():
    text = "a long first line\nab\na long third line"
    table = WrapTable(text, 40)
    position = Position(10)
    position.cursor = moved(position, table, "down", 10)
    assert position.cursor == text.index("\n", 18)
    position.cursor = moved(position, table, "down", 10)
    assert position.cursor == text.index("a long third") + 10


def test_moving_sideways_forgets_the_column():
    text = "a long first line\nab\na long third line"
    table = WrapTable(text, 40)
    position = Position(10)
    position.cursor = moved(position, table, "down", 10)
    position.cursor = moved(position, table, "left", 10)
    position.cursor = moved(position, table, "down", 10)
    assert position.cursor == text.index("a long third") + 1


@BOUNDED
@given(texts(), st.integers(1, 8), st.integers(1, 8), st.data())
def test_after_scrolling_the_cursor_is_in_view_with_lines_around_it(text, width, height, data):
    table = WrapTable(text, width)
    rows = all_rows(table)
    top = data.draw(st.integers(0, len(text)))
    cursor = data.draw(st.sampled_from(sorted(boundaries(text))))
    found = scrolled(Position(cursor, top), table, height)

    def index(offset: int) -> int:
        return max(n for n, row in enumerate(rows) if row[0] <= offset)

    level = index(cursor) - index(found)
    assert 0 <= level < height
    margin = min(2, (height - 1) // 2)
    assert level >= min(margin, index(cursor))
    assert level <= height - 1 - margin
    if index(found) != index(top) and abs(index(cursor) - index(top)) < height:
        # Scrolled as little as possible: back by one row and the margin would not hold.
        down = index(found) > index(top)
        assert level == (height - 1 - margin if down else min(margin, index(cursor)))


@BOUNDED
@given(texts(), st.integers(1, 8), st.integers(1, 8), st.data())
def test_a_cursor_well_in_view_scrolls_nothing(text, width, height, data):
    table = WrapTable(text, width)
    rows = all_rows(table)
    top = data.draw(st.integers(0, len(rows) - 1))
    margin = min(2, (height - 1) // 2)
    level = data.draw(st.integers(margin, height - 1 - margin))
    if top + level < len(rows):
        cursor = rows[top + level][0]
        position = Position(cursor, rows[top][0])
        assert scrolled(position, table, height) == rows[top][0]


@BOUNDED
@given(texts(), st.data())
def test_a_selection_takes_in_the_cluster_under_the_cursor(text, data):
    places = sorted(boundaries(text))
    anchor, cursor = data.draw(st.sampled_from(places)), data.draw(st.sampled_from(places))
    selection = Position(cursor, anchor=anchor).selection(text)
    assert selection is not None
    low, high = sorted((anchor, cursor))
    ends = [end for start, end in cluster_spans(text) if start == high]
    assert selection == (low, ends[0] if ends else len(text))


@BOUNDED
@given(texts(), st.data())
def test_selecting_a_span_of_whole_clusters_selects_just_that(text, data):
    places = sorted(boundaries(text))
    start, end = sorted((data.draw(st.sampled_from(places)), data.draw(st.sampled_from(places))))
    position = Position()
    position.select(text, start, end)
    if start < end:
        assert position.selection(text) == (start, end)
    position.drop_selection()
    assert position.selection(text) is None


def test_words_sentences_and_paragraphs_are_those_of_core():
    text = "One two. Three four.\n\nFive six."
    table = WrapTable(text, 40)
    for where in MOVES[12:]:
        for cursor in range(len(text)):
            found = getattr(sentences if "sentence" in where else segments, where)(text, cursor)
            expected = found if found < len(text) else len(text) - 1
            assert moved(Position(cursor), table, where, 10) == expected


def test_the_end_is_the_last_letter_and_not_the_empty_lines_behind_it():
    text = "One two.\n\n\n"
    assert moved(Position(0), WrapTable(text, 40), "end", 10) == 7
    assert moved(Position(0), WrapTable("   \n", 40), "end", 10) == 0
