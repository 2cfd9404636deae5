"""The way through the other articles while a claim is pinned."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.match.candidates import Counterpart
from workbench.tui.linking import MOST, Linking

ARTICLES = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 12))


def begin(counts: dict[str, int]) -> Linking:
    """A linking with so many counterparts in each article; those of `a` are the best."""
    found = {
        key: [Counterpart(key, n, n + 1, 1 - ord(key) / 1000 - n / 100) for n in range(count)]
        for key, count in counts.items()
    }
    return Linking.begin("pinned", found)


@settings(deadline=None)
@given(ARTICLES)
def test_the_likeliest_article_comes_first_and_those_with_nothing_alike_are_left_out(counts):
    assert begin(counts).queue == sorted(key for key, count in counts.items() if count)


def test_the_best_counterpart_comes_first():
    linking = begin({"a": 3, "b": 2})
    assert linking.candidate == Counterpart("a", 0, 1, 1 - ord("a") / 1000)


def test_stepping_goes_round_through_the_best_of_one_article():
    linking = begin({"a": 20})
    seen = []
    for _ in range(MOST):
        assert linking.candidate is not None
        seen.append(linking.candidate.start)
        linking.step(1)
    assert seen == list(range(MOST))
    assert linking.candidate is not None
    assert linking.candidate.start == 0
    linking.step(-1)
    assert linking.candidate.start == MOST - 1


def test_an_article_dealt_with_is_followed_by_the_best_of_the_next():
    linking = begin({"a": 3, "b": 3})
    linking.step(1)
    linking.done_with("a")
    assert linking.candidate == Counterpart("b", 0, 1, 1 - ord("b") / 1000)
    linking.done_with("b")
    assert linking.candidate is None
    assert linking.marked == ["a", "b"]


def test_dealing_with_another_article_first_keeps_the_place_in_this_one():
    linking = begin({"a": 3, "b": 3, "c": 1})
    linking.step(2)
    linking.done_with("b")
    assert linking.queue == ["a", "c"]
    assert linking.candidate is not None
    assert linking.candidate.start == 2


def test_without_counterparts_there_is_nothing_to_step_through():
    linking = begin({})
    assert linking.candidate is None
    linking.step(1)
    linking.done_with("a")
    assert linking.candidate is None
