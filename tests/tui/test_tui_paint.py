"""From a row to a line of cells: as wide as it says, and no letter lost or split."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_material import BOUNDED, WIDTHS, all_rows, boundaries, cells_of, texts
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from workbench.core.clusters import cluster_spans
from workbench.core.spans import Placed
from workbench.core.text import canonical_text
from workbench.tui.layout.paint import Looks, Mark, Over, Palette, joined, paint_row, strip_of
from workbench.tui.layout.widths import MOST_CELLS, MOST_MARKS, drawn, odd_characters
from workbench.tui.layout.wrap import WrapTable

NAMES = (
    "text", "agreeing", "single", "conflicting", "unverified", "nested", "deep", "current",
    "counterpart", "hit", "selected", "cursor", "gutter",
)  # fmt: skip
NOTHING = Over((), (), (), "", (0, 0), None)


def palette() -> Palette:
    """Styles that can be told apart: each part of the looks is a meta key."""
    return Palette({name: Style(meta={name: True}) for name in NAMES})


def looks(segment: Segment) -> set[str]:
    """Which parts of the looks a segment has."""
    return set(segment.style.meta) - {"text"} if segment.style else set()


def drawn_text(text: str) -> str:
    return "".join(drawn(text[start:end])[0] for start, end in cluster_spans(text))


@st.composite
def rows_with_things_over_them(draw):
    text = draw(texts())
    width = draw(WIDTHS)
    row = draw(st.sampled_from(all_rows(WrapTable(text, width))))
    places = sorted(boundaries(text))

    def spans(most: int) -> list[tuple[int, int]]:
        pairs = draw(
            st.lists(st.tuples(st.sampled_from(places), st.sampled_from(places)), max_size=most)
        )
        return [tuple(sorted(pair)) for pair in pairs if pair[0] != pair[1]]

    standing = st.sampled_from(["agreeing", "single", "conflicting", "unverified"])
    marks = [Mark(a, b, f"c{n}", draw(standing)) for n, (a, b) in enumerate(spans(3))]
    hits = [Placed(a, b, None) for a, b in spans(2)]
    counterparts = [Placed(a, b, None) for a, b in spans(2)]
    selection = (spans(1) or [(0, 0)])[0]
    cursor = draw(st.none() | st.sampled_from(places))
    clusters = dict(cluster_spans(text))
    under = None if cursor is None else (cursor, max(cursor + 1, clusters.get(cursor, 0)))
    over = Over(
        marks, hits, counterparts, draw(st.sampled_from(["", "c0", "c1"])), selection, under
    )
    return text, row, width, over


@BOUNDED
@given(rows_with_things_over_them(), st.integers(0, 3))
def test_a_painted_row_is_exactly_as_wide_as_it_says(made, more):
    text, row, width, over = made
    painted = paint_row(text, row, width + more, over, palette())
    assert sum(cells_of(segment.text) for segment in painted) == width + more
    assert strip_of(painted, width + more).cell_length == width + more


@BOUNDED
@given(rows_with_things_over_them())
def test_a_painted_row_holds_every_cluster_of_its_text_once_and_whole(made):
    text, row, width, over = made
    widest = max([width, *(drawn(text[s:e])[1] for s, e in cluster_spans(text))])
    painted = paint_row(text, row, widest, over, palette())
    line = text[row[0] : row[1]].removesuffix("\n")
    shown = "".join(segment.text for segment in painted)
    # Spaces a row ends with hang beyond it, and a line without room for them leaves them out.
    assert shown.rstrip(" ") == drawn_text(line).rstrip(" ")


@BOUNDED
@given(texts(), WIDTHS, st.data())
def test_a_row_too_narrow_for_its_text_is_cut_between_clusters(text, width, data):
    row = data.draw(st.sampled_from(all_rows(WrapTable(text, width))))
    room = data.draw(st.integers(0, width))
    shown = "".join(s.text for s in paint_row(text, row, room, NOTHING, palette()))
    assert cells_of(shown) == room
    whole = drawn_text(text[row[0] : row[1]].removesuffix("\n"))
    kept = shown.rstrip(" ")
    assert whole.startswith(kept)
    ends = {0}
    for start, end in cluster_spans(text[row[0] : row[1]]):
        ends.add(max(ends) + len(drawn(text[row[0] + start : row[0] + end])[0]))
    assert any(whole[:end].rstrip(" ") == kept for end in ends)


@BOUNDED
@given(rows_with_things_over_them())
def test_every_letter_looks_the_way_the_spans_over_it_say(made):
    text, row, width, over = made
    painted = paint_row(text, row, width + 2, over, palette())
    line = text[row[0] : row[1]].removesuffix("\n")
    seen = row[0] + len(line.rstrip(" "))
    cells: list[set[str]] = []
    for segment in painted:
        cells += [looks(segment)] * cells_of(segment.text)
    at = 0
    for start, end in cluster_spans(line):
        place, cells_wide = row[0] + start, drawn(line[start:end])[1]
        if at + cells_wide > width + 2:
            break
        if cells_wide:
            expected = set()
            on = [m for m in over.marks if m.start <= place < m.end]
            if place < seen:
                if on:
                    inner = min(on, key=lambda m: m.end - m.start)
                    expected.add(inner.standing)
                expected |= {"nested"} if len(on) > 1 else set()
                expected |= {"deep"} if len(on) > 2 else set()
                expected |= {"current"} if any(m.claim_id == over.current for m in on) else set()
                expected |= {"hit"} if any(h.start <= place < h.end for h in over.hits) else set()
                near = any(c.start <= place < c.end for c in over.counterparts)
                expected |= {"counterpart"} if near else set()
                chosen = over.selection[0] <= place < over.selection[1]
                expected |= {"selected"} if chosen else set()
            if over.cursor and over.cursor[0] <= place < over.cursor[1]:
                expected.add("cursor")
            assert cells[at] == expected, (line[start:end], place)
        at += cells_wide


@pytest.mark.parametrize(("text", "row", "cursor"), [
    ("ab\ncd", (0, 3), 2), ("ab", (0, 2), 2), ("", (0, 0), 0), ("ab\n", (3, 3), 3),
])  # fmt: skip
def test_the_cursor_shows_on_a_line_end_and_behind_the_last_letter(text, row, cursor):
    over = NOTHING._replace(cursor=(cursor, cursor + 1))
    painted = paint_row(text, row, 6, over, palette())
    under = [segment for segment in painted if "cursor" in looks(segment)]
    assert [segment.text for segment in under] == [" "]
    before = painted[: painted.index(under[0])]
    assert sum(cells_of(segment.text) for segment in before) == cursor - row[0]


def test_the_innermost_claim_decides_how_nested_words_look():
    marks = [Mark(0, 20, "outer", "conflicting"), Mark(5, 9, "inner", "agreeing")]
    over = NOTHING._replace(marks=marks)
    painted = paint_row("a sentence with claims", (0, 22), 22, over, palette())
    found = {segment.text: looks(segment) for segment in painted}
    assert found["tenc"] == {"agreeing", "nested"}
    assert found["a sen"] == {"conflicting"}
    assert found["ms"] == set()


def test_styles_are_added_up_once():
    made = palette()
    assert made.of(Looks(standing="agreeing")) is made.of(Looks(standing="agreeing"))


# Widths


@pytest.mark.parametrize(("cluster", "cells"), [
    ("a", 1), ("\u4e2d", 2), ("\U0001f600", 2), ("\U0001f1e6\U0001f1eb", 2), ("e\u0301", 1),
    ("\n", 0), ("\u00ad", 0), ("\u200b", 0), ("\u0301", 1),
    ("\u0937\u094d\u091f\u094d\u0930", 3), ("\u0647\u200d", 1), ("\u1100" * 40, 4),
    ("\U0001f3fd", 1), ("\U0001f468\u200d\U0001f469\u200d\U0001f467", 2), ("\U0001f44d\U0001f3fd", 2),
])  # fmt: skip
def test_clusters_take_as_many_cells_as_terminals_give_them(cluster, cells):
    assert drawn(cluster)[1] == cells


@BOUNDED
@given(texts())
def test_what_is_drawn_is_as_wide_as_rich_will_measure_it(text):
    for start, end in cluster_spans(text):
        shown, cells = drawn(text[start:end])
        assert cell_len(shown) == cells, ascii(shown)


@BOUNDED
@given(texts())
def test_no_cluster_is_wider_than_joined_letters_are_or_longer_than_a_flood_is_cut(text):
    for start, end in cluster_spans(text):
        shown, cells = drawn(text[start:end])
        assert 0 <= cells <= MOST_CELLS
        assert len(shown) <= MOST_MARKS + 1


@BOUNDED
@given(st.text(max_size=40).map(canonical_text))
def test_text_without_odd_characters_is_one_cell_and_one_cluster_each(text):
    if not odd_characters(text):
        assert cluster_spans(text) == [(at, at + 1) for at in range(len(text))]
        assert cells_of(text) == len(text.replace("\n", ""))


def test_the_longest_pictures_people_send_are_drawn_whole():
    kiss = "\U0001f468\U0001f3fd\u200d\u2764\ufe0f\u200d\U0001f48b\u200d\U0001f468\U0001f3fd"
    assert cluster_spans(kiss) == [(0, len(kiss))]
    assert drawn(kiss) == (kiss, 2)


def test_a_cluster_that_is_cut_does_not_end_in_a_joiner_that_takes_the_next_one_along():
    family = "\u200d".join(["\U0001f469\U0001f3fd"] * 9)
    shown, cells = drawn(family)
    assert cells == 2
    assert not shown.endswith("\u200d")


@BOUNDED
@given(rows_with_things_over_them())
def test_joined_segments_show_the_same_in_the_same_styles_and_no_neighbours_are_alike(made):
    text, row, width, over = made
    painted = paint_row(text, row, width, over, palette())
    sent = joined(painted)
    each = [[(s.style, letter) for s in some for letter in s.text] for some in (painted, sent)]
    assert each[0] == each[1]
    assert all(one.style is not other.style for one, other in pairwise(sent))


def test_a_row_with_nothing_over_it_is_sent_in_one_piece():
    painted = paint_row("A short row.  \n", (0, 15), 40, NOTHING, palette())
    assert [segment.text for segment in joined(painted)] == ["A short row.".ljust(40)]
