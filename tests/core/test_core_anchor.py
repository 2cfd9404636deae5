"""Quotes at their places, and places found again from quotes."""

from __future__ import annotations

import pytest
from core_material import BOUNDED, canonical
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.core.anchor import CONTEXT, anchor, find_quote

STATEMENT = "“No troops,” he said – “none”. She said: ‘No troops’ — twice.\nNo  troops at all."


@BOUNDED
@given(canonical(), st.data())
def test_an_anchor_holds_the_words_at_its_place_and_their_surroundings(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    place = anchor(text, start, end)
    assert text[place.start : place.end] == place.quote
    assert text[:start].endswith(place.prefix)
    assert text[end:].startswith(place.suffix)
    assert len(place.prefix) == min(CONTEXT, start)
    assert len(place.suffix) == min(CONTEXT, len(text) - end)


@BOUNDED
@given(canonical(), st.data())
def test_every_quote_of_a_text_is_found_at_its_place(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end]
    found = find_quote(text, quote)
    if quote.strip():
        assert (start, end) in found
        assert all(text[s:e] == quote for s, e in found)
    else:
        assert found == []


@BOUNDED
@given(st.text("ab ", max_size=30), st.text("ab ", min_size=1, max_size=4))
@example("aaaa", "aa")
def test_exact_places_are_all_found_overlapping_ones_too(text, quote):
    expected = [
        (at, at + len(quote)) for at in range(len(text)) if text[at : at + len(quote)] == quote
    ]
    if quote.strip() and expected:
        assert find_quote(text, quote) == expected


@BOUNDED
@given(canonical(), canonical(8))
def test_what_is_found_is_never_empty_and_comes_in_reading_order(text, quote):
    found = find_quote(text, quote)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert found == sorted(set(found))


@pytest.mark.parametrize("nothing", ["", " ", "\n", "\u00a0 \u202f", "\u3000"])
def test_a_quote_without_words_is_nowhere(nothing):
    assert find_quote("a b\n c \u3000\u00a0\u202f", nothing) == []


def test_other_quotation_marks_dashes_and_spaces_are_seen_as_the_same():
    assert find_quote("“No troops,” he said – never", '"No troops," he said - never') == [(0, 28)]
    assert find_quote("the special\u00a0representative", "special representative") == [(4, 26)]
    assert find_quote("No\n\n  troops", "No troops") == [(0, 12)]
    assert find_quote("Moscow’s man", "Moscow's man") == [(0, 12)]
    assert find_quote("plain 'quotes'", "‘quotes’") == [(6, 14)]


def test_exact_places_hide_those_that_only_look_alike():
    text = "It's, It’s, It's"
    assert find_quote(text, "It's") == [(0, 4), (12, 16)]
    assert find_quote(text, "It’s") == [(6, 10)]


def test_places_that_only_look_alike_are_found_where_they_overlap_too():
    assert find_quote("’a’a’", "'a'") == [(0, 3), (2, 5)]


def test_nothing_else_is_guessed():
    assert find_quote(STATEMENT, "no troops") == []
    assert find_quote(STATEMENT, "No troop s") == []
    assert find_quote(STATEMENT, "Notroops") == []


def test_signs_of_regular_expressions_in_a_quote_mean_themselves():
    assert find_quote("Why? (because).*", "(because).*") == [(5, 16)]
    assert find_quote("a.c abc", "a.c") == [(0, 3)]
    assert find_quote("a - [b]", "a – [b]") == [(0, 7)]
