"""Finding words in an article."""

from __future__ import annotations

from itertools import pairwise

import pytest
from core_material import BOUNDED, canonical
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.search import find, find_in_pieces

TEXT = "Moscow said no.\nmoscow  agreed (no troops). ΜΟΣΧΑ Straße"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("moscow", ["Moscow", "moscow"]),
        ("Moscow", ["Moscow"]),
        ("MOSCOW", []),
        ("moscow agreed", ["moscow  agreed"]),
        ("no moscow", []),
        ("no. moscow", ["no.\nmoscow"]),
        ("(no troops).", ["(no troops)."]),
        (" no ", ["no", "no"]),
        ("straße", ["Straße"]),
        ("", []),
        (" \n ", []),
        (".*", []),
    ],
)
def test_words_are_found_with_smart_case_and_any_white_space(wanted, found):
    assert [TEXT[start:end] for start, end in find(TEXT, wanted)] == found


@BOUNDED
@given(canonical(), st.data())
def test_words_taken_from_a_text_are_found_in_it(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    wanted = text[start:end]
    found = find(text, wanted)
    assert bool(found) == bool(wanted.strip())
    assert all(0 <= s < e <= len(text) for s, e in found)
    assert all(e <= s for (_, e), (s, _) in pairwise(found))


@BOUNDED
@given(canonical(), st.data())
def test_pieces_of_any_size_find_what_looking_at_once_finds(text, data):
    text = data.draw(st.sampled_from([text, text * 3, text.replace("e", "   \n ")]))
    start = data.draw(st.integers(0, len(text)))
    wanted = text[start : start + data.draw(st.integers(0, 12))]
    piece = data.draw(st.integers(1, 40))
    at_once = [span for _, spans in find_in_pieces(text, wanted, len(text) + 1) for span in spans]
    reached, found = 0, []
    for end, spans in find_in_pieces(text, wanted, piece):
        assert reached < end <= min(len(text), reached + piece)
        assert all(reached <= s < end for s, _ in spans)
        reached = end
        found += spans
    assert found == at_once
    assert reached == (len(text) if wanted.strip() else 0)


def test_white_space_longer_than_a_piece_is_looked_over():
    text = "no" + " \n" * 50 + "troops, no troops"
    found = [s for _, spans in find_in_pieces(text, "no troops", 3) for s in spans]
    assert found == [(0, 108), (110, 119)]
