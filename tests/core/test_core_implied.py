"""What follows from marks, against every chain there is; and marking it."""

from __future__ import annotations

from itertools import combinations, islice, pairwise

import pytest
from core_material import QUICK, Desk
from hypothesis import given
from hypothesis import strategies as st
from point_plans import carry_out, chains, own, plans

from workbench.core.events import Event, describe
from workbench.core.implied import Implications, confirm
from workbench.core.model import NOT_SAME_EVENT
from workbench.core.points import all_points, claim_standing, point_of
from workbench.errors import ChangeRefusedError, StaleError


def agreed(link):
    return link.relation == "agrees"


def decided(link):
    return link.relation != "unverified"


def reference(state, one, other):
    """What follows for a pair by looking at every chain; None for nothing."""
    pair = {one.id, other.id}
    if any({link.from_claim_id, link.to_claim_id} == pair for link in own(state)):
        return None
    if chains(state, one.id, other.id, agreed):
        # Within a position with a conflict in it, everything follows and its opposite.
        for link in own(state):
            if link.relation == "conflicts":
                ends = (link.from_claim_id, link.to_claim_id)
                if all(end == one.id or chains(state, one.id, end, agreed) for end in ends):
                    return None
        return "agrees"
    for chain in chains(state, one.id, other.id, decided):
        if sum(link.relation == "conflicts" for link in chain) == 1:
            return "conflicts"
    return None


@QUICK
@given(plans())
def test_what_is_implied_is_what_chains_with_at_most_one_conflict_say(plan):
    desk, claims = carry_out(plan)
    found = {}
    for point in all_points(desk.state):
        for implied in Implications(point).every(inside=True):
            pair = frozenset((implied.one.id, implied.other.id))
            assert pair not in found
            found[pair] = implied.relation
    expected = {
        frozenset((one.id, other.id)): relation
        for one, other in combinations(claims, 2)
        if (relation := reference(desk.state, one, other))
    }
    assert found == expected


@QUICK
@given(plans())
def test_the_reason_is_a_shortest_chain_of_the_analysts_own_marks(plan):
    desk, _ = carry_out(plan)
    for point in all_points(desk.state):
        for implied in Implications(point).every(inside=True):
            here = implied.one.id
            for link in implied.chain:
                assert link in point.links
                assert link.relation != "unverified"
                here = link.other(here)
            assert here == implied.other.id
            conflicts = sum(link.relation == "conflicts" for link in implied.chain)
            assert conflicts == (implied.relation == "conflicts")
            shortest = min(
                len(chain)
                for chain in chains(desk.state, implied.one.id, implied.other.id, decided)
                if sum(link.relation == "conflicts" for link in chain) == conflicts
            )
            assert len(implied.chain) == shortest >= 2


@QUICK
@given(plans())
def test_asked_claim_by_claim_the_same_is_implied_from_either_end(plan):
    desk, _ = carry_out(plan)
    for point in all_points(desk.state):
        implications = Implications(point)
        seen = {
            (claim.id, implied.other.id, implied.relation)
            for claim in point.claims
            for implied in implications.of(claim)
        }
        assert seen == {(other, one, relation) for one, other, relation in seen}
        across = {(i.one.id, i.other.id, i.relation) for i in implications.every()}
        assert seen == across | {(other, one, relation) for one, other, relation in across}
        assert all(
            desk.state.claims[one].article_id != desk.state.claims[other].article_id
            for one, other, _ in seen
        )


def test_two_conflicts_in_a_row_imply_nothing():
    desk = Desk()
    a, b, c = (desk.claim(desk.article()) for _ in range(3))
    desk.link(a, b, "conflicts")
    desk.link(b, c, "conflicts")
    assert list(Implications(point_of(desk.state, a)).every()) == []


@pytest.mark.parametrize("mark", ["unverified", NOT_SAME_EVENT])
def test_nothing_is_implied_for_a_pair_the_analyst_has_marked_otherwise(mark):
    desk = Desk()
    a, b, c = (desk.claim(desk.article()) for _ in range(3))
    desk.link(a, b)
    desk.link(b, c, "conflicts")
    (implied,) = Implications(point_of(desk.state, a)).every()
    assert (implied.one, implied.other, implied.relation) == (a, c, "conflicts")
    desk.link(a, c, "unverified", NOT_SAME_EVENT if mark == NOT_SAME_EVENT else "")
    assert list(Implications(point_of(desk.state, a)).every()) == []


def test_a_position_whose_marks_contradict_each_other_implies_nothing_within_itself():
    desk = Desk()
    a, b, c, d = (desk.claim(desk.article()) for _ in range(4))
    desk.link(a, b)
    desk.link(b, c)
    desk.link(d, a, "conflicts")
    found = {i.other.id: i.relation for i in Implications(point_of(desk.state, c)).of(c)}
    assert found == {a.id: "agrees", d.id: "conflicts"}
    e = desk.claim(desk.article())
    desk.link(e, a)
    desk.link(e, b, "conflicts")
    found = {i.other.id: i.relation for i in Implications(point_of(desk.state, c)).of(c)}
    assert found == {d.id: "conflicts"}


def test_of_a_point_of_300_claims_no_more_is_computed_than_is_taken():
    desk = Desk()
    claims = [desk.claim(desk.article()) for _ in range(300)]
    for one, other in pairwise(claims):
        desk.link(one, other)
    implications = Implications(point_of(desk.state, claims[0]))
    first, second = islice(implications.every(), 2)
    assert (first.other, second.other) == (claims[2], claims[3])
    assert second.reason() == "implied by links 1, 2 and 3"
    assert sum(1 for _ in implications.every()) == 300 * 299 // 2 - 299


# Confirming


@QUICK
@given(plans(), st.data())
def test_confirming_makes_the_very_link_and_changes_no_point_but_by_that_link(plan, data):
    desk, _ = carry_out(plan)
    before = all_points(desk.state)
    every = [implied for point in before for implied in Implications(point).every()]
    if not every:
        return
    implied = data.draw(st.sampled_from(every))
    change = desk.do(confirm(desk.state, implied))
    (row,) = change.rows
    made = desk.state.links[row.id]
    assert change.act == "link.confirm"
    assert (made.from_claim_id, made.to_claim_id) == (implied.one.id, implied.other.id)
    assert (made.relation, made.rationale) == (implied.relation, implied.reason())
    after = all_points(desk.state)
    assert [[c.id for c in p.claims] for p in after] == [[c.id for c in p.claims] for p in before]
    assert [len(p.contradictions) for p in after] == [len(p.contradictions) for p in before]


def three():
    desk = Desk()
    a, b, c = (desk.claim(desk.article()) for _ in range(3))
    links = desk.link(a, b), desk.link(b, c, "conflicts")
    (implied,) = Implications(point_of(desk.state, a)).every()
    return desk, (a, b, c), links, implied


def test_what_is_implied_changes_no_standing_until_it_is_confirmed():
    desk, (a, *_), _, implied = three()
    assert claim_standing(desk.state, a) == "agreeing"
    change = desk.do(confirm(desk.state, implied))
    assert claim_standing(desk.state, a) == "conflicting"
    told = describe(
        Event(1, "e", "ann", "then", change.act, "", "", change.rows), {a.id: 1, "claim-3": 3}
    )
    assert told == "link 3 made: claims 1 and 3, conflicts"


def test_what_no_longer_follows_cannot_be_confirmed():
    desk, _, (first, _), implied = three()
    desk.drop(first)
    with pytest.raises(ChangeRefusedError, match=r"no longer follows .* claims 1 and 3 conflict"):
        confirm(desk.state, implied)


def test_a_pair_that_has_a_mark_by_now_is_not_confirmed_over_it():
    desk, (a, _, c), _, implied = three()
    desk.link(c, a, "unverified")
    with pytest.raises(ChangeRefusedError, match="a mark has changed"):
        confirm(desk.state, implied)


def test_a_claim_that_is_gone_cannot_be_confirmed():
    desk, (_, _, c), (_, second), implied = three()
    desk.drop(second)
    desk.drop(c)
    with pytest.raises(StaleError):
        confirm(desk.state, implied)


def test_a_confirmation_names_the_chain_as_it_is_by_then():
    desk, (_, b, c), (_, second), implied = three()
    desk.drop(second)
    d = desk.claim(desk.article())
    desk.link(b, d)
    desk.link(d, c, "conflicts")
    assert desk.do(confirm(desk.state, implied)).rows[0].after["rationale"] == (
        "implied by links 1, 3 and 4"
    )
