"""The wrap table: rows tile the text, fit the width, and are the same from wherever one asks."""

from __future__ import annotations

import itertools
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_material import BOUNDED, QUICK, WIDTHS, all_rows, boundaries, cells_of, texts

from workbench.core.clusters import cluster_spans, clusters_from
from workbench.tui.layout import pieces, wrap
from workbench.tui.layout.widths import breaks_after, drawn, odd_characters
from workbench.tui.layout.wrap import WrapTable

BLOCKS = st.sampled_from([(1 << 15, 1 << 13), (64, 16), (24, 8), (7, 3)])


def small_blocks(sizes: tuple[int, int]) -> patch.multiple:
    return patch.multiple(wrap, BLOCK=sizes[0], _REACH=sizes[1])


@BOUNDED
@given(texts(), WIDTHS, BLOCKS)
def test_rows_tile_the_text_exactly(text, width, blocks):
    with small_blocks(blocks):
        rows = all_rows(WrapTable(text, width))
    assert rows[0][0] == 0
    assert rows[-1][1] == len(text)
    assert all(one[1] == other[0] for one, other in itertools.pairwise(rows))
    assert all(start < end for start, end in rows[:-1])
    assert "".join(text[start:end] for start, end in rows) == text


@BOUNDED
@given(texts(), WIDTHS, BLOCKS)
def test_no_row_is_wider_than_the_width_but_for_spaces_that_hang(text, width, blocks):
    with small_blocks(blocks):
        rows = all_rows(WrapTable(text, width))
    for start, end in rows:
        line = text[start:end].removesuffix("\n")
        cells = [drawn(line[first:last]) for first, last in cluster_spans(line)]
        while cells and (cells[-1][0] == " " or not cells[-1][1]):
            cells.pop()
        # A sign of two cells stands in a row of one all the same.
        assert sum(wide for _, wide in cells) <= width or len([c for c in cells if c[1]]) == 1


@BOUNDED
@given(texts(), WIDTHS, BLOCKS)
def test_rows_begin_between_clusters_and_end_at_line_ends(text, width, blocks):
    with small_blocks(blocks):
        rows = all_rows(WrapTable(text, width))
    between = boundaries(text)
    for start, end in rows:
        assert start in between
        assert "\n" not in text[start : end - 1]
    ends = {at + 1 for at, char in enumerate(text) if char == "\n"}
    assert ends <= {start for start, _ in rows}


@BOUNDED
@given(texts(), WIDTHS)
def test_a_row_takes_in_all_the_words_that_fit(text, width):
    rows = all_rows(WrapTable(text, width))
    for (start, end), (_, after) in itertools.pairwise(rows):
        if text[end - 1] == "\n":
            continue
        line = text[end:after].removesuffix("\n")
        following = [line[first:last] for first, last in cluster_spans(line)]
        # A space that carries a mark is no place to break.
        word = "".join(itertools.takewhile(lambda cluster: cluster != " ", following))
        if " " in following and cells_of(word) and text[end - 1] == " ":
            assert cells_of(text[start:end]) + cells_of(word) > width


@BOUNDED
@given(texts(12), WIDTHS, BLOCKS, st.data())
def test_places_and_moves_agree_with_counting_rows(text, width, blocks, data):
    with small_blocks(blocks):
        table = WrapTable(text, width)
        rows = all_rows(table)

        def index(offset: int) -> int:
            return max(n for n, row in enumerate(rows) if row[0] <= offset)

        offset = data.draw(st.integers(0, len(text)))
        other = data.draw(st.integers(0, len(text)))
        by = data.draw(st.integers(-len(rows) - 2, len(rows) + 2))
        limit = data.draw(st.integers(1, len(rows) + 2))
        count = data.draw(st.integers(1, len(rows) + 2))
        fresh = WrapTable(text, width)
        assert fresh.row_at(offset) == rows[index(offset)]
        target = max(0, min(len(rows) - 1, index(offset) + by))
        assert fresh.move(offset, by) == rows[target][0]
        apart = index(other) - index(offset)
        assert fresh.distance(offset, other, limit) == max(-limit, min(limit, apart))
        at = index(offset)
        assert WrapTable(text, width).rows_from(offset, count) == rows[at : at + count]


@BOUNDED
@given(texts(12), WIDTHS, st.data())
def test_a_cell_of_a_row_holds_the_cluster_that_is_drawn_there(text, width, data):
    table = WrapTable(text, width)
    row = data.draw(st.sampled_from(all_rows(table)))
    cell = data.draw(st.integers(0, width + 3))
    start, end = row
    line = text[start:end].removesuffix("\n")
    at, under = 0, None
    spans = cluster_spans(line)
    for first, last in spans:
        cells = drawn(line[first:last])[1]
        if at <= cell < at + cells:
            under = start + first
            break
        at += cells
    if under is None:
        # Behind the words: on the line end, behind the whole text, or on the row's last cluster.
        last = start + spans[-1][0] if spans else start
        open_end = end > start + len(line) or end == len(text)
        under = start + len(line) if open_end else last
    assert table.offset_at(row, cell) == under


@BOUNDED
@given(texts(12), WIDTHS, st.data())
def test_cells_before_a_place_are_those_of_the_clusters_before_it(text, width, data):
    table = WrapTable(text, width)
    row = data.draw(st.sampled_from(all_rows(table)))
    places = sorted(at for at in boundaries(text) if row[0] <= at <= row[1])
    place = data.draw(st.sampled_from(places))
    assert table.cells_before(row, place) == cells_of(text[row[0] : place])


@QUICK
@given(texts(40), WIDTHS)
def test_blocks_change_nothing_where_lines_are_short(text, width):
    lines = [line[:20] for line in text.split("\n")]
    short = "\n".join(lines)
    whole = all_rows(WrapTable(short, width))
    with small_blocks((64, 32)):
        assert all_rows(WrapTable(short, width)) == whole


@QUICK
@given(st.text("ab, .\n", max_size=200), WIDTHS)
def test_the_quick_way_for_narrow_text_gives_the_rows_of_the_careful_way(text, width):
    assert not odd_characters(text)
    quick = all_rows(WrapTable(text, width))
    every = lambda piece, _plain: set(piece) - {"\n"}  # noqa: E731
    with patch.object(wrap, "odd_characters", every), patch.object(pieces, "odd_characters", every):
        pieces._kept_pieces.cache_clear()
        careful = all_rows(WrapTable(text, width))
    pieces._kept_pieces.cache_clear()
    assert quick == careful


@pytest.mark.parametrize("text", ["", "\n", "\n\n\n", " ", "     \n", "\u0301", "\u4e2d\n"])
def test_the_smallest_texts_have_a_row_for_the_cursor_to_stand_in(text):
    for width in (1, 2, 40):
        table = WrapTable(text, width)
        rows = all_rows(table)
        assert rows[-1][1] == len(text)
        assert table.row_at(len(text)) == rows[-1]
        assert len(rows) == text.count("\n") + 1


def test_a_line_of_a_million_signs_without_a_space_is_wrapped_in_blocks():
    text = "x" * 1_000_000
    table = WrapTable(text, 50)
    assert table.row_at(999_999)[1] == 1_000_000
    last = table.move(0, 1 << 30)
    assert len(text) - 50 <= last < len(text)
    assert table.move(last, -(1 << 30)) == 0


def test_only_the_blocks_that_are_looked_at_are_wrapped():
    table = WrapTable(("word " * 20 + "\n") * 20_000, 40)
    table.rows_from(1_000_000, 40)
    assert len(table._blocks) <= 2


@pytest.mark.parametrize(
    "flood", ["\u0301" * 100, "\U0001f1e6" * 99, "\u1100" * 90], ids=["marks", "flags", "jamo"]
)
def test_a_flood_longer_than_a_block_is_never_cut_in_a_cluster(flood):
    text = f"ab {flood} cd\nef{flood}"
    with small_blocks((24, 8)):
        rows = all_rows(WrapTable(text, 10))
    assert {start for start, _ in rows} <= boundaries(text)
    assert "".join(text[start:end] for start, end in rows) == text


@pytest.mark.parametrize(("block", "reach"), [(16, 8), (7, 3), (64, 5)])
def test_every_place_is_in_its_row_however_the_text_is_cut_into_blocks(block, reach):
    text = "He said so on Friday.\n\nNo troops will be sent there, none at all.\nShort.\n" * 2
    with small_blocks((block, reach)):
        for offset in range(len(text) + 1):
            start, end = WrapTable(text, 11).row_at(offset)
            assert start <= offset < end or offset == end == len(text), (offset, start, end)


def row_end_by_clusters(text: str, start: int, width: int, plain: bool) -> int:
    """Where a row ends, told cluster by cluster: slower than the table does it, and plainer."""
    used, gap = 0, start
    for first, after in clusters_from(text, start):
        if text[first:after] == "\n":
            return after
        shown, cells = drawn(text[first:after], plain)
        if shown == " ":
            used, gap = used + 1, after
            continue
        if cells and used + cells > width and first > start:
            return gap if gap > start else first
        used += cells
        if cells > 1 and breaks_after(shown):
            gap = after
    return len(text)


@given(
    st.text("abc   \n\u0301é日本😀\u200d👩🇩🇪\u00ad\u200b\u093f\u0915\u094d\u1100\u0e33\ufe0f", max_size=60),
    st.integers(1, 20),
    st.booleans(),
)  # fmt: skip
def test_rows_of_mixed_text_end_where_clusters_say(text, width, plain):
    table = WrapTable(text, width, plain)
    starts = [start for start, _ in all_rows(table)]
    at, expected = 0, []
    while at < len(text):
        expected.append(at)
        at = row_end_by_clusters(text, at, width, plain)
    if not text or text.endswith("\n"):
        expected.append(len(text))
    if odd_characters(text, plain):
        assert starts == expected
