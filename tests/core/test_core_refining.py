"""A narrower pair inside a marked one, and an origin that claims share."""

from __future__ import annotations

import pytest
from core_material import Desk

from workbench.core.changes import edit_claim
from workbench.core.refining import narrow, share_origin
from workbench.errors import ChangeRefusedError

ONE = "Moscow said seven soldiers left Kabul on Friday."
OTHER = "Eight soldiers left Kabul, Moscow said on Friday."


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def wide(desk):
    """Two whole sentences of two articles, marked as agreeing."""
    pair = desk.claim(desk.article(ONE), 0, len(ONE)), desk.claim(desk.article(OTHER), 0, 49)
    desk.link(*pair)
    return pair


def narrower(desk, wide, spans, relation="conflicts", **fields):
    return narrow(desk.state, wide, (ONE, OTHER), spans, relation, **fields)


def test_narrower_words_become_claims_of_their_own_in_one_act_and_the_wide_pair_stays(desk, wide):
    change = narrower(desk, wide, ((12, 26), (0, 14)), reason="number")
    assert [row.table for row in change.rows] == ["claim", "claim", "link"]
    desk.do(change)
    quotes = {claim.quote for claim in desk.state.claims.values()}
    assert quotes == {ONE, OTHER, "seven soldiers", "Eight soldiers"}
    relations = {link.relation: link.reason for link in desk.state.links.values()}
    assert relations == {"agrees": "", "conflicts": "number"}


def test_who_says_so_and_where_it_comes_from_goes_with_the_narrower_words(desk, wide):
    said = {"claimant": "Kabulov", "origin": "TASS", "note": "to be checked"}
    desk.do(edit_claim(desk.state, wide[0], **said))
    one = desk.state.claims[wide[0].id]
    change = narrower(desk, (one, wide[1]), ((12, 26), (0, 14)))
    made = change.rows[0].after
    assert (made["claimant"], made["origin"], made["note"]) == ("Kabulov", "TASS", "")


def test_words_that_are_a_claim_already_are_linked_as_that_claim(desk, wide):
    there = desk.claim(desk.state.articles[wide[0].article_id], 12, 26)
    change = narrower(desk, wide, ((12, 26), (0, 14)))
    assert [row.table for row in change.rows] == ["claim", "link"]
    assert change.rows[1].after["from_claim_id"] == there.id


def test_one_side_may_stay_as_wide_as_it_is(desk, wide):
    change = narrower(desk, wide, ((0, len(ONE)), (0, 14)))
    assert [row.table for row in change.rows] == ["claim", "link"]
    assert change.rows[1].after["from_claim_id"] == wide[0].id


@pytest.mark.parametrize(
    ("spans", "sentence"),
    [
        (((0, len(ONE)), (0, 49)), "all of them"),
        (((12, 26), (14, 14)), "do not lie in claim"),
        (((11, 12), (0, 14)), "do not lie in claim"),
    ],
)
def test_words_that_are_not_narrower_are_refused(desk, wide, spans, sentence):
    with pytest.raises(ChangeRefusedError, match=sentence):
        narrower(desk, wide, spans)


def test_words_outside_the_claim_are_refused(desk):
    pair = desk.claim(desk.article(ONE), 0, 26), desk.claim(desk.article(OTHER), 0, 14)
    with pytest.raises(ChangeRefusedError, match="do not lie in claim"):
        narrower(desk, pair, ((12, 31), (0, 14)))


def test_an_origin_is_shared_by_claims_in_one_act(desk, wide):
    change = share_origin(desk.state, wide, "  TASS ")
    assert [row.after["origin"] for row in change.rows] == ["TASS", "TASS"]
    desk.do(change)
    assert {claim.origin for claim in desk.state.claims.values()} == {"TASS"}
    assert share_origin(desk.state, desk.state.claims.values(), "TASS") is None


def test_only_claims_without_that_origin_are_touched(desk, wide):
    desk.do(edit_claim(desk.state, wide[0], origin="TASS"))
    change = share_origin(desk.state, desk.state.claims.values(), "TASS")
    assert [row.id for row in change.rows] == [wide[1].id]
