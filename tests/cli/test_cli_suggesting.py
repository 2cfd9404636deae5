"""suggest and copies: proposals without the screen."""

from __future__ import annotations

import pytest

ONE = "Seven soldiers left the old river base on Tuesday. Nobody else saw the miller of Dunholt."
OTHER = "The harvest failed in four valleys. Eight soldiers left the old river base on Tuesday."


@pytest.fixture
def two(wb, place):
    """A review of two articles with two claims."""
    for name, text in (("one", ONE), ("two", OTHER)):
        (place / f"{name}.txt").write_text(text)
    wb("new", "Base", "one.txt", "two.txt")
    wb("claim", "Base", 1, "Seven soldiers left the old river base on Tuesday.")
    wb("claim", "Base", 1, "Nobody else saw the miller of Dunholt.")
    return "Base"


def test_the_best_sentences_of_other_articles_come_with_scores_and_differences(two, answer):
    (found,) = answer("suggest", two, 1)
    assert (found["claim"], found["article"], found["is_claim"]) == (1, 2, None)
    assert found["quote"] == OTHER[found["start"] : found["end"]]
    assert found["quote"].startswith("Eight soldiers")
    assert 0 < found["score"] <= 1
    (difference,) = found["differences"]
    assert (difference["kind"], difference["a"], difference["b"]) == ("number", "Seven", "Eight")


def test_without_a_claim_all_of_them_are_gone_through(two, wb):
    said = wb("suggest", two).stdout
    assert "claim 1, article 1" in said
    assert "number: Seven / Eight" in said
    assert "claim 2, article 1" in said
    assert "probably only here" in said


def test_what_is_linked_is_not_proposed_again_and_nothing_is_marked(two, wb, answer):
    wb("suggest", two)
    assert answer("reviews")[0]["links"] == 0
    wb("claim", two, 2, "Eight soldiers left the old river base on Tuesday.")
    (found,) = answer("suggest", two, 1)
    assert found["is_claim"] == 3
    wb("link", two, 1, 3, "conflicts")
    assert answer("suggest", two, 1) == []


def test_so_many_of_each_article_are_proposed_as_are_asked_for(wb, review, answer):
    wb("claim", review, 1, "Bagram", "--nth", 1)
    one = answer("suggest", review, 1, "--top", 1)
    assert len({found["article"] for found in one}) == len(one) > 1
    assert len(answer("suggest", review, 1, "--top", 3)) > len(one)
    wb("suggest", review, 1, "--top", 0, code=2)


def test_a_claim_that_is_not_there_is_named(two, wb):
    assert "There is no claim 9" in wb("suggest", two, 9, code=1).stderr
    wb("delete", two, "claim", 1)
    wb("delete", two, "claim", 2)
    said = wb("suggest", two)
    assert said.stdout == ""
    assert "has no claims yet" in said.stderr


WIRE = (
    "The harbour board has closed three of its nine piers after a storm tore the lights from the "
    "outer wall. Repairs will take until the end of the month, and until then ferries will leave "
    "from the old fish market, where there is room for two of them at a time."
)


@pytest.fixture
def wired(wb, place):
    """A review of a report, the same with another ending, and something else."""
    texts = (WIRE, f"From our own staff. {WIRE} No one was hurt, they say.", ONE)
    for number, text in enumerate(texts, 1):
        (place / f"{number}.txt").write_text(text)
    wb("new", "Harbour", "1.txt", "2.txt", "3.txt")
    return "Harbour"


def test_articles_that_share_text_are_named(wired, wb, answer):
    assert wb("copies", wired).stdout.startswith("articles 1 and 2: wire copy? (")
    (pair,) = answer("copies", wired)
    assert (pair["articles"], pair["band"]) == ([1, 2], "wire copy?")
    assert pair["first_in_second"] > pair["second_in_first"] > 0.5


def test_the_passages_of_two_articles_are_shown_with_their_places(wired, answer, wb):
    found = answer("copies", wired, 1, 2)
    (passage,) = found["passages"]
    assert passage["quote"] in WIRE
    assert WIRE[passage["first_start"] : passage["first_end"]] == passage["quote"]
    assert "“The harbour board" in wb("copies", wired, 1, 2).stdout


def test_articles_that_share_nothing_are_said_to(wired, review, wb, answer):
    assert answer("copies", wired, 1, 3)["passages"] == []
    assert "nothing to speak of" in wb("copies", wired, 1, 3).stderr
    assert answer("copies", review) == []
    assert "No two articles" in wb("copies", review).stderr
    assert "Name two articles" in wb("copies", wired, 1, code=2).stderr
