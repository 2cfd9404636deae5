"""What was written on claims, links and findings, and where words stand in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.core.search import find
from workbench.core.written import Entry, Place, excerpt, places

CLAIM = Entry("claim", "c", 1, "c", "note", "Ask the  Owner of the Maribel, then the owner’s son.")


def test_words_are_found_as_in_the_articles_smart_case_and_any_white_space():
    assert [place.span for place in places([CLAIM], "the owner")] == [(4, 14)]
    assert [place.span for place in places([CLAIM], "Owner of")] == [(9, 17)]
    assert places([CLAIM], "OWNER") == []
    assert places([CLAIM], " ") == []
    assert places([CLAIM], ".*") == []


@given(st.text(max_size=80), st.text(max_size=6))
def test_an_entry_is_found_where_an_article_of_the_same_words_would_be(text, wanted):
    entry = CLAIM._replace(text=text)
    expected = find(text, wanted)[:1]
    assert [place.span for place in places([entry], wanted)] == expected


def test_an_excerpt_begins_a_little_before_the_words_and_is_one_line():
    entry = CLAIM._replace(text=f"{'Before it much is said. ' * 9}\nThe owner\n{'and on ' * 99}")
    (place,) = places([entry], "the owner")
    shown = excerpt(place)
    assert shown.startswith("…")
    assert 0 <= shown.index("The owner") <= 26
    assert shown.endswith("…")
    assert "\n" not in shown


@given(st.text(min_size=1, max_size=200), st.data())
def test_an_excerpt_can_be_made_of_anything(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    shown = excerpt(Place(CLAIM._replace(text=text), (start, end)), before=5, length=40)
    assert len(shown) <= 42
