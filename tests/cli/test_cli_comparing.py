"""compare: two texts in, the values in which they differ out."""

from __future__ import annotations

import pytest

ONE = "Ten people were hurt in Port Vale on 8 October, the ministry said."
OTHER = "Eleven people were hurt in Port Vale on October 8, the ministry said."


def test_what_differs_is_a_line_each(wb):
    assert wb("compare", ONE, OTHER).stdout == "number: Ten / Eleven\n"


def test_json_has_the_words_and_their_places(answer):
    (found,) = answer("compare", ONE, OTHER)
    assert found["kind"] == "number"
    assert (found["a"], found["b"]) == ("Ten", "Eleven")
    assert (found["a_value"], found["b_value"]) == ("10", "11")
    assert ONE[found["a_start"] : found["a_end"]] == found["a"]
    assert OTHER[found["b_start"] : found["b_end"]] == found["b"]


def test_the_same_values_in_other_words_are_no_difference(wb, answer):
    same = "10 people were hurt in Port Vale on October 8, the ministry said."
    said = wb("compare", ONE, same)
    assert said.stdout == ""
    assert "No difference was found" in said.stderr
    assert answer("compare", ONE, same) == []


def test_one_text_may_come_by_standard_input(wb):
    assert wb("compare", "-", OTHER, stdin=f"{ONE}\n").stdout == "number: Ten / Eleven\n"
    assert "Only one" in wb("compare", "-", "-", stdin=ONE, code=2).stderr


def test_days_of_the_week_are_days_when_the_dates_are_known(answer):
    texts = "The envoy left on Friday.", "The envoy left on Sunday."
    (found,) = answer("compare", *texts, "--dates", "2025-10-11", "8 October 2025")
    assert (found["a_value"], found["b_value"]) == ("2025-10-10", "2025-10-05")
    (unknown,) = answer("compare", *texts, "--dates", "-", "-")
    assert unknown["a_value"].startswith("unresolved")


@pytest.mark.parametrize("dates", [("2025-13-01", "-"), ("-", "03/04/2025"), ("Friday", "-")])
def test_a_date_that_is_none_is_refused_by_a_sentence(wb, dates):
    assert (
        "write it as year-month-day" in wb("compare", ONE, OTHER, "--dates", *dates, code=2).stderr
    )


@pytest.mark.parametrize("nothing", ["", "  ", "🙂 🙂", "…", "(((("])
def test_texts_without_words_have_nothing_to_compare(wb, answer, nothing):
    assert "nothing to compare" in wb("compare", nothing, nothing).stderr
    assert answer("compare", nothing, ONE) == []


def test_bytes_that_are_no_text_do_no_harm(program):
    said = program("compare", "ten caf\udce9s burnt", "11 caf\udce9s burnt")
    assert said.stdout == b"number: ten / 11\n"
