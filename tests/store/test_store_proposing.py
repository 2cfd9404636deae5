"""What is proposed for a claim: per article and over all, or a clear word that there is nothing."""

from __future__ import annotations

import pytest
from store_material import add

from workbench import proposing


@pytest.fixture
def desk(bench):
    add(bench.store, bench.review_id, "👍👍\n\nHe did it.\n\nCellists rehearsed Dvorak at dusk.")
    desk = bench.desk()
    for article in desk.state.articles_in_order():
        while not desk.store.index_some(article, desk.texts[article.id]):
            pass
    return desk


def proposed(desk, claim):
    return proposing.counterparts(desk.store, desk.state, claim, desk.texts.__getitem__)


def test_counterparts_come_by_article_and_in_one_order_over_all(desk):
    claim = desk.quoted(2, "not sending troops")
    best = proposed(desk, claim)
    assert claim.article_id not in best
    first = proposing.overall(best)[0]
    words = desk.texts[first.article_id][first.start : first.end]
    assert words == "Moscow said on Tuesday that no troops will be sent."
    scores = [one.score for one in proposing.overall(best)]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == sum(map(len, best.values()))
    assert not proposing.probably_only_here(best)


def test_a_claim_nobody_else_makes_is_probably_only_here(desk):
    best = proposed(desk, desk.quoted(4, "Cellists rehearsed Dvorak at dusk."))
    assert proposing.probably_only_here(best)
    assert not proposing.nothing_to_compare(desk.quoted(4, "Cellists rehearsed Dvorak at dusk"))


@pytest.mark.parametrize("quote", ["👍👍", "He did it."])
def test_where_there_is_nothing_to_compare_it_is_said_so(desk, quote):
    claim = desk.quoted(4, quote)
    assert proposing.nothing_to_compare(claim)
    assert proposed(desk, claim) == {}
    assert proposing.overall({}) == []
