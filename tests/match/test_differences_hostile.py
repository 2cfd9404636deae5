"""Whatever the text: no crash, spans within both texts, and nothing found between a text and itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.match.differences import KINDS, differences

PIECES = st.sampled_from(
    "not no never denied ten 10 12,000 5 % $ £ million half a third of twenty five dozens 1/2 "
    "Friday last week 8 October 2025 Oct. 08/10/2025 5 p.m. 17:00 1990s 2008-09 two days ago "
    "President foreign minister general Anna Berg Oslo U.S. United States Dr. 's n't ’ - . , ; ( "
    "killed people miles km at least about to and between 0 99999999999999999999 31/31/31 ١٢ ²".split()
)
MADE = st.lists(PIECES, max_size=40).map(" ".join)
ANY = st.one_of(st.text(max_size=200), MADE)
DATES = st.one_of(st.none(), st.dates())


@settings(max_examples=300, deadline=None)
@given(ANY, ANY, DATES, DATES)
def test_spans_lie_within_both_texts_and_kinds_are_known(a, b, a_date, b_date):
    for one in differences(a, b, a_date, b_date):
        assert one.kind in KINDS
        assert 0 <= one.a_start <= one.a_end <= len(a)
        assert 0 <= one.b_start <= one.b_end <= len(b)
        assert one.a_end > one.a_start or one.b_end > one.b_start


@settings(max_examples=200, deadline=None)
@given(ANY, DATES)
def test_a_text_does_not_differ_from_itself(text, published):
    assert differences(text, text, published, published) == []


@settings(max_examples=100, deadline=None)
@given(MADE, st.integers(2, 999_999))
def test_a_number_with_and_without_commas_is_the_same(text, number):
    plain, grouped = (
        f"They counted {number} ships. {text}",
        f"They counted {number:,} ships. {text}",
    )
    assert differences(plain, grouped) == []


@pytest.mark.parametrize(
    "piece",
    ["1 ", "not ", "A ", "Monday ", "president ", "$", "1,", "twenty ", "10 to ", "a.", "’"],
)
def test_a_flood_of_one_sign_costs_no_more_than_its_beginning(piece):
    flood = piece * 500_000
    assert differences(flood, flood + "x") == []
    assert isinstance(differences(flood, "Ten ships sank."), list)


@pytest.mark.parametrize("nothing", ["", " \n\t", "...", "🙂🙂", "-- § --"])
def test_where_there_are_no_words_there_is_nothing_to_compare(nothing):
    assert differences(nothing, "Ten ships sank on Friday.") == []
    assert differences("Ten ships sank on Friday.", nothing) == []
