"""search, and what show says of earlier reviews."""

from __future__ import annotations

import pytest

OFFICE = "Russia’s special representative for Afghanistan"
HOSTILE = "\x1b]0;owned\x07[@click=x] \u202eZamir"


@pytest.fixture
def judged(wb, corpus, marked):
    """The marked review, and another one of the same articles that has judged its first claim."""
    wb("new", "Spring", *corpus)
    wb("claim", "Spring", 4, OFFICE)
    wb("finding", "Spring", 1, "--wording", "He is the special representative.", "--verdict",
       "supported", "--rationale", "The ministry’s list.", "--evidence", "document: page 3: names him")  # fmt: skip
    return marked


def test_words_are_found_in_articles_notes_and_earlier_reviews(wb, answer, judged):
    found = answer("search", judged, "kabulov")
    assert {hit["article"] for hit in found["articles"]} == {4, 5}
    assert {hit["quote"] for hit in found["articles"]} == {"Kabulov"}
    found = answer("search", judged, "two", "offices")
    assert found["notes"] == [{"link": 1, "field": "rationale", "text": "Two offices."}]
    (one,) = answer("search", judged, "names him")["earlier"]
    assert (one["review"], one["finding"], one["field"]) == ("Spring", 1, "evidence")
    assert (one["quote"], one["judged"][0]["verdict"]) == (OFFICE, "supported")
    said = wb("search", judged, OFFICE).stdout
    assert "article 4 " in said
    assert f"“Spring” claim 1 quote: {OFFICE}; judged supported, " in said


def test_a_capital_letter_makes_case_count(answer, judged):
    assert answer("search", judged, "TASS")["notes"] != []
    assert answer("search", judged, "tAss")["notes"] == []


def test_what_is_nowhere_is_said(wb, judged):
    result = wb("search", judged, "Antarctica")
    assert result.stdout == ""
    assert "“Antarctica” stands nowhere" in result.stderr
    assert "Say which words" in wb("search", judged, "  ", code=2).stderr


def test_show_says_how_earlier_reviews_judged_a_claim(wb, answer, judged):
    said = wb("show", judged, 1).stdout
    assert "judged earlier: supported, " in said
    assert "in “Spring”" in said
    assert "rationale: The ministry’s list." in said
    (one,) = answer("show", judged, 1)["judged_earlier"]
    assert (one["how"], one["verdict"], one["review"]) == ("judged earlier", "supported", "Spring")
    assert one["evidence"] == ["document: page 3: names him"]
    assert answer("show", judged, 2)["judged_earlier"] == []
    assert answer("show", "Spring", 1)["judged_earlier"] == []
    wb("delete", "Spring", "--yes")
    assert answer("show", judged, 1)["judged_earlier"] == []


def test_hostile_words_of_an_earlier_review_do_not_reach_the_terminal(wb, judged):
    wb("edit", "Spring", "finding", 1, "--wording", HOSTILE, "--rationale", HOSTILE)
    wb("rename", "Spring", HOSTILE)
    for said in (wb("show", judged, 1).stdout, wb("search", judged, "zamir").stdout):
        assert "[@click=x]" in said
        assert not {"\x1b", "\x07", "\u202e"} & set(said)
