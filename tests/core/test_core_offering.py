"""What is offered to add to a link, without a screen."""

from __future__ import annotations

from datetime import date

import pytest
from core_material import BOUNDED, Desk, hostile_text
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.clauses import MOST_AROUND, clause_around
from workbench.core.model import NOT_SAME_EVENT
from workbench.core.segments import words
from workbench.offering import differing, offers, published

ONE = "The ministry said on Friday that seven soldiers had left the old base, and that more would."
OTHER = (
    "The ministry said on Friday that eight soldiers had left the old base, and that more would."
)


@pytest.fixture
def desk():
    return Desk()


def linked(desk, relation="conflicts", reason="", texts=(ONE, OTHER), days=("", "")):
    ends = [
        desk.claim(desk.article(text, published_on=day), 0, len(text))
        for text, day in zip(texts, days, strict=True)
    ]
    return desk.link(*ends, relation, reason=reason)


def offered(desk, link):
    texts = {claim.article_id: claim.quote for claim in desk.state.claims.values()}
    return list(offers(desk.state, link, texts.__getitem__))


def test_a_conflict_without_a_reason_is_offered_one_first(desk):
    link = linked(desk)
    first, second = offered(desk, link)
    assert (first.kind, second.kind) == ("reason", "narrow")
    change = first.change()
    assert change.rows[0].after["reason"] == "number"


def test_a_reason_that_is_given_is_not_offered_again(desk):
    assert [offer.kind for offer in offered(desk, linked(desk, reason="wording"))] == ["narrow"]


def test_an_agreement_is_offered_the_narrower_pair_alone(desk):
    (offer,) = offered(desk, linked(desk, "agrees"))
    assert "seven soldiers" in offer.words
    assert "eight soldiers" in offer.words


def test_a_narrower_pair_that_is_there_is_not_offered_again(desk):
    link = linked(desk, "agrees")
    (offer,) = offered(desk, link)
    desk.do(offer.change())
    assert offered(desk, desk.state.links[link.id]) == []


@pytest.mark.parametrize("relation", ["agrees", "unverified"])
def test_nothing_is_offered_where_no_value_differs(desk, relation):
    assert offered(desk, linked(desk, relation, texts=(ONE, ONE.replace("seven", "7")))) == []


def test_nothing_is_offered_for_different_events(desk):
    assert offered(desk, linked(desk, "unverified", NOT_SAME_EVENT)) == []


def test_short_claims_are_narrow_enough(desk):
    assert offered(desk, linked(desk, "agrees", texts=("Seven men left.", "Eight men left."))) == []


def test_weekdays_are_counted_from_the_articles_own_dates(desk):
    texts = ("The envoy left on Friday.", "The envoy left on Friday.")
    link = linked(desk, texts=texts, days=("2025-10-11", "2025-10-04"))
    pair = desk.state.claims[link.from_claim_id], desk.state.claims[link.to_claim_id]
    (found,) = differing(desk.state, *pair)
    assert (found.a_value, found.b_value) == ("2025-10-10", "2025-10-03")
    assert published(desk.state.articles[pair[0].article_id]) == date(2025, 10, 11)
    assert published(None) is None


def test_a_clause_ends_at_punctuation_and_after_a_few_words():
    text = "He said, and meant it, that seven tired soldiers left; others stayed."
    start = text.index("seven")
    low, high = clause_around(text, start, start + 5)
    assert text[low:high] == "that seven tired soldiers left"
    long = (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    )
    start = long.index("eight")
    low, high = clause_around(long, start, start + 5)
    assert len(long[low:high].split()) == 2 * MOST_AROUND + 1


@BOUNDED
@given(hostile_text(80), st.data())
def test_a_clause_holds_its_value_and_lies_in_the_text(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high = clause_around(text, start, end)
    assert 0 <= low <= start <= end <= high <= len(text)
    assert len(list(words(text, low, start))) <= MOST_AROUND + 1
