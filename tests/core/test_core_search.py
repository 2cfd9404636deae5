"""Finding words in an article."""

from __future__ import annotations

from itertools import pairwise

import pytest
from core_material import BOUNDED, canonical
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.search import find

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
