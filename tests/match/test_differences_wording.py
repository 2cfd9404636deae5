"""Differences in words: the hint, the reason for a mark."""

import pytest

from workbench.core.model import REASONS
from workbench.match.differences import KINDS, Difference, differences, hint, reason

A = "Seven ships left Lagos on Friday."
B = "Eight ships left Accra on Friday."


def of_kind(kind, a_value="a", b_value="b"):
    return Difference(kind, 0, 1, 0, 1, a_value, b_value)


def test_the_hint_tells_each_kind_with_the_words_of_both_texts():
    assert (
        hint(differences(A, B), A, B)
        == "numbers differ: Seven / Eight · places differ: Lagos / Accra"
    )


def test_without_the_texts_the_hint_tells_the_values():
    assert hint(differences(A, B)) == "numbers differ: 7 / 8 · places differ: lagos / accra"


def test_what_is_denied_on_one_side_only_has_a_dash_on_the_other():
    a, b = "The bridge has closed.", "The bridge has not."
    found = [Difference("negation", len(a), len(a), 15, 18, "", "not")]
    assert hint(found, a, b) == "one denies: – / not"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_reason_that_a_mark_may_carry(kind):
    assert reason([of_kind(kind)]) in REASONS
    assert hint([of_kind(kind)])


def test_a_time_of_day_is_a_reason_of_time_and_no_difference_is_none():
    assert reason([of_kind("quantity", "17:00 o'clock", "18:00 o'clock")]) == "time"
    assert reason([]) == ""


def test_the_surest_kind_is_the_reason_that_is_offered():
    assert reason([of_kind("name"), of_kind("date"), of_kind("number")]) == "number"
    assert reason([of_kind("name"), of_kind("role")]) == "role"
