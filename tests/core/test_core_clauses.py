"""The words around a value, in a text of any length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core import clauses
from workbench.core.clauses import clause_around
from workbench.core.segments import words

PIECE = st.sampled_from(["seven", " ", "well-known", "3.5", ", ", ". ", "中文", "  ", "’s", "\n"])
TEXT = st.lists(PIECE, max_size=30).map("".join)


class Looking:
    """A pattern that keeps between which offsets it was asked to look."""

    def __init__(self, pattern, spans):
        self.pattern, self.spans = pattern, spans

    def finditer(self, text, start=0, end=None):
        self.spans.append((start, len(text) if end is None else end))
        return self.pattern.finditer(text, *self.spans[-1])


@pytest.mark.parametrize("piece", ["word ", "word", "中", " ", "well-known ", "1.", "🙂"])
def test_only_what_lies_near_a_value_is_looked_at(piece, monkeypatch):
    looked = []

    def seen(text, start=0, end=None):
        looked.append((start, len(text) if end is None else end))
        return words(text, start, end)

    monkeypatch.setattr(clauses, "words", seen)
    monkeypatch.setattr(clauses, "_EDGE", Looking(clauses._EDGE, looked))
    text = piece * (1_000_000 // len(piece))
    low, high = clause_around(text, 500_000, 500_004)
    assert low <= 500_000 < 500_004 <= high
    assert looked
    assert all(start >= 499_000 and end <= 501_000 for start, end in looked)


@given(TEXT, TEXT, TEXT)
def test_a_clause_is_the_same_in_a_text_that_goes_on(before, value, after):
    before, after = f"; {before}", f"{after} ;"
    low, high = clause_around(before + value + after, len(before), len(before) + len(value))
    far = "Far away. " * 100
    start = len(far) + len(before)
    there = clause_around(far + before + value + after + far, start, start + len(value))
    assert there == (len(far) + low, len(far) + high)


@given(st.integers(380, 420), st.sampled_from("ab "))
def test_a_word_at_the_end_of_what_is_looked_at_is_taken_whole_or_not_at_all(length, last):
    side = "x" * (length - 4) + f" 12.5{last} y"
    text = f"{side[::-1]} seven {side}"
    start = len(side) + 1
    low, high = clause_around(text, start, start + 5)
    whole = {place for span in words(text) for place in span}
    assert low in whole
    assert high in whole
