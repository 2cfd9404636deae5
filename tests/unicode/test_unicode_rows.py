"""Rows of Unicode's own samples, in panes of every small width."""

from __future__ import annotations

import itertools

import pytest
from rich.cells import cell_len
from rich.style import Style
from unicode_files import EMOJI, TERMINALS, WHOLE_SAMPLES

from workbench.core.clusters import cluster_spans
from workbench.core.text import canonical_text
from workbench.tui.layout.paint import How, Mark, Over, Palette, paint_row, strip_of
from workbench.tui.layout.shown import drawn_words, fitted
from workbench.tui.layout.widths import drawn
from workbench.tui.layout.wrap import WrapTable

WIDTHS = range(1, 21)
NAMES = ("text", "agreeing", "nested", "cursor")
PALETTE = Palette({name: Style(meta={name: True}) for name in NAMES})
NOTHING = Over((), (), (), "", (0, 0), None)


def texts(step: int) -> list[str]:
    """The samples, some in a row, some with words and ideographs between them."""
    found = []
    for samples in (WHOLE_SAMPLES, EMOJI):
        for first in range(0, len(samples), step):
            some = samples[first : first + step]
            found.append(canonical_text(("" if first % 2 else " 中 a").join(some)))
    return found


TEXTS = texts(60)
HOW = [How(plain=False), How(plain=True)]


def rows_of(text: str, width: int, how: How) -> list[tuple[int, int]]:
    return WrapTable(text, width, plain=how.plain).rows_from(0, len(text) + 2)


@pytest.mark.parametrize("how", HOW, ids=["as it is", "plain"])
@pytest.mark.parametrize("width", WIDTHS)
def test_rows_cover_every_sample_without_gap_or_overlap(width, how):
    for text in TEXTS:
        rows = rows_of(text, width, how)
        edges = {0, *(end for _, end in cluster_spans(text))}
        assert (rows[0][0], rows[-1][1]) == (0, len(text))
        assert all(one[1] == other[0] for one, other in itertools.pairwise(rows))
        assert all(start in edges for start, _ in rows)


@pytest.mark.parametrize("how", HOW, ids=["as it is", "plain"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_row_is_painted_exactly_as_wide_as_its_pane(width, how):
    counts = TERMINALS if how.plain and width in (1, 2, 3, 7, 20) else {"rich": cell_len}
    for text in TEXTS:
        for row in rows_of(text, width, how):
            painted = paint_row(text, row, width, NOTHING, PALETTE, how=how)
            shown = "".join(segment.text for segment in painted)
            assert sum(segment.cell_length for segment in painted) == width, ascii(shown)
            for name, count in counts.items():
                assert count(shown) == width, (name, ascii(shown))


@pytest.mark.parametrize("how", HOW, ids=["as it is", "plain"])
@pytest.mark.parametrize("width", [2, 5, 13])
def test_claims_and_the_cursor_never_part_a_cluster(width, how):
    for text in TEXTS:
        spans = cluster_spans(text)
        for number, row in enumerate(rows_of(text, width, how)):
            inside = [span for span in spans if row[0] <= span[0] < row[1]]
            middle = inside[len(inside) // 2]
            claim = Mark(inside[0][0], middle[1], "c", "agreeing")
            over = NOTHING._replace(marks=[claim], cursor=middle if number % 2 else inside[-1])
            painted = paint_row(text, row, width, over, PALETTE, how=how)
            assert strip_of(painted, width).cell_length == width
            pieces = [drawn(text[start:end], how.plain)[0] for start, end in inside]
            between = {0, *itertools.accumulate(map(len, pieces))}
            whole = "".join(pieces)
            at = 0
            for segment in painted:
                at += len(segment.text)
                if whole.startswith("".join(s.text for s in painted)[:at]):
                    assert at in between, (ascii(segment.text), ascii(whole))


@pytest.mark.parametrize("plain", [False, True], ids=["as it is", "plain"])
def test_words_outside_the_panes_are_cut_between_clusters(plain):
    for text in texts(9):
        line = text.replace("\n", " ")
        whole, places = drawn_words(line, plain)
        assert len(places) == len(line) + 1
        ends = {places[end] for _, end in cluster_spans(line)} | {0}
        for width in (0, 1, 2, 5, 9, 400):
            cut = fitted(line, width, plain)
            assert cell_len(cut) <= width
            if cut != whole:
                assert len(cut.removesuffix("…")) in ends
                assert whole.startswith(cut.removesuffix("…"))
