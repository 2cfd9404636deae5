"""Quotes are found again where they stand, or are said to be lost; nothing is guessed."""

from __future__ import annotations

import pytest
from core_material import Desk, prose
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.anchor import anchor, find_quote
from workbench.core.incoming import Wanted
from workbench.core.placing import Lost, PlacedText, Spot, find_place


def desk(*texts: str) -> Desk:
    made = Desk()
    for text in texts:
        made.article(text)
    return made


def place(it: Desk, **wanted):
    return find_place(it.state, Wanted(**wanted), lambda one: PlacedText(one, it.texts[one.id]))


TEXTS = prose().filter(str.strip)


@given(text=TEXTS, data=st.data())
def test_words_at_their_position_are_found_there(text, data):
    it = desk(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    told = anchor(text, start, end)._asdict()
    if told["quote"].strip():
        assert place(it, **told, article=1) == Spot("article-1", start, end)


@given(text=TEXTS, data=st.data(), start=st.integers(0, 200))
def test_a_quote_alone_is_found_when_it_stands_once_and_never_otherwise(text, data, start):
    it = desk(text)
    begin = data.draw(st.integers(0, len(text) - 1))
    quote = text[begin : data.draw(st.integers(begin + 1, len(text)))]
    if not quote.strip():
        return
    spot = place(it, quote=quote, prefix="", suffix="", article=1)
    places = find_quote(text, quote)
    if len(places) == 1:
        assert spot == Spot("article-1", *places[0])
    else:
        assert isinstance(spot, Lost)


@given(before=TEXTS, text=TEXTS, data=st.data())
def test_words_in_a_text_that_has_grown_before_them_are_found_or_lost_but_never_elsewhere(
    before, text, data
):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    told = anchor(text, start, end)
    if not told.quote.strip():
        return
    spot = place(desk(before + text), **told._asdict(), article=1)
    if isinstance(spot, Spot):
        assert (before + text)[spot.start : spot.end] == told.quote
        same = anchor(before + text, spot.start, spot.end)
        once = len(find_quote(before + text, told.quote)) == 1
        assert once or (same.prefix, same.suffix) == (told.prefix, told.suffix) or (
            told.prefix.strip() in same.prefix and told.suffix.strip() in same.suffix
        ) or spot.start == start  # fmt: skip


def test_quotation_marks_dashes_and_white_space_of_another_kind_do_not_matter():
    it = desk("He said:  “no\n\ntroops — none” now.")
    assert place(it, quote='"no troops - none"', article=1) == Spot("article-1", 10, 29)


def test_an_exact_place_goes_before_one_that_is_nearly_so():
    it = desk('“no troops” and "no troops"')
    assert place(it, quote='"no troops"', article=1) == Spot("article-1", 16, 27)


def test_words_in_two_articles_are_told_apart_by_what_stands_around_them():
    it = desk("Seven ships came.", "Eight ships came.")
    assert place(it, quote="ships", prefix="Eight ") == Spot("article-2", 6, 11)
    assert isinstance(place(it, quote="ships"), Lost)


def test_the_number_tells_two_articles_with_the_same_words_at_one_place_apart():
    it = desk("Seven ships came.", "Seven ships came.")
    told = {"quote": "ships", "start": 6, "end": 11, "text_sha256": "0" * 64}
    assert place(it, **told, article=2) == Spot("article-2", 6, 11)
    assert isinstance(place(it, **told), Lost)


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        ({}, "neither its words nor its position"),
        ({"quote": " \n"}, "neither its words nor its position"),
        ({"quote": "nine", "article": 1}, "stand nowhere in it"),
        ({"quote": "nine"}, "stand in no article"),
        ({"quote": "ships", "article": 7}, "no article 7"),
        ({"quote": "ships", "prefix": "nine ", "article": 1}, "2 places of article 1"),
        ({"start": 3, "end": 900, "article": 1}, "no words at its position"),
        ({"start": 5, "end": 5, "article": 1}, "no words at its position"),
        ({"start": 5, "end": 6, "article": 1}, "no words at its position"),
        ({"start": 0, "end": 5}, "nothing says in which article"),
    ],
)
def test_why_words_are_lost_is_said(wanted, why):
    found = place(desk("Seven ships, ships.", "Nothing."), **wanted)
    assert isinstance(found, Lost)
    assert why in found.why


def test_words_among_others_than_in_the_file_are_only_believed_where_the_article_is_told():
    it = desk("Nobody counted the ships.")
    around = {"quote": "counted", "prefix": "They ", "suffix": " boats"}
    assert isinstance(place(it, **around), Lost)
    assert place(it, **around, article=1) == Spot("article-1", 7, 14)
    assert place(it, quote="counted", prefix="Nobody ", suffix=" boats") == Spot("article-1", 7, 14)
