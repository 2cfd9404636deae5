"""Spans over a piece of text, against looking at each one."""

from __future__ import annotations

from core_material import BOUNDED
from hypothesis import given
from hypothesis import strategies as st

from workbench.core import spans
from workbench.core.spans import Placed, SpanIndex

SPANS = st.lists(
    st.tuples(st.integers(0, 6_000), st.one_of(st.integers(1, 40), st.integers(1, 5_000))),
    max_size=30,
)


@BOUNDED
@given(SPANS, st.integers(0, 7_000), st.integers(1, 3_000))
def test_spans_over_a_stretch_are_those_that_share_a_code_point_with_it(made, start, length):
    placed = [Placed(at, at + size, index) for index, (at, size) in enumerate(made)]
    end = start + length
    expected = {s.item for s in placed if s.start < end and s.end > start}
    found = SpanIndex(placed).over(start, end)
    assert {s.item for s in found} == expected
    assert len(found) == len(expected)
    assert found == sorted(found, key=lambda s: (s.start, -s.end))


@BOUNDED
@given(SPANS, st.integers(0, 7_000))
def test_spans_at_a_place_come_innermost_first(made, offset):
    placed = [Placed(at, at + size, index) for index, (at, size) in enumerate(made)]
    found = SpanIndex(placed).at(offset)
    assert {s.item for s in found} == {s.item for s in placed if s.start <= offset < s.end}
    lengths = [s.end - s.start for s in found]
    assert lengths == sorted(lengths)


def test_long_spans_are_kept_apart_from_short_ones():
    long = Placed(0, spans._LONG + 1, "long")
    short = Placed(5_000, 5_010, "short")
    index = SpanIndex([long, short])
    assert index.over(4_000, 6_000) == [short]
    assert index.over(100, 200) == [long]
    assert index.all == [long, short]
