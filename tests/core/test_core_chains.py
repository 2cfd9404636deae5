"""Chains of marks and cycles that cannot hold, against all chains there are."""

from __future__ import annotations

from itertools import combinations, pairwise

from core_material import BOUNDED, QUICK, Desk
from hypothesis import given
from point_plans import carry_out, chains, own, plans

from workbench.core.chains import shortest_chain, ways
from workbench.core.contradictions import contradictory, cycle_of, cycles, spoken_against
from workbench.core.points import all_points, point_of


def numbered(links):
    return sorted(links, key=lambda link: link.number)


@QUICK
@given(plans())
def test_the_chain_found_is_the_shortest_and_of_several_that_of_the_smaller_numbers(plan):
    desk, claims = carry_out(plan)
    along = ways(numbered(own(desk.state)))
    for one, other in combinations(claims, 2):
        every = chains(desk.state, one.id, other.id, lambda _: True)
        best = min(
            every, key=lambda chain: (len(chain), [link.number for link in chain]), default=()
        )
        assert shortest_chain(along, one.id, other.id) == best


def test_a_chain_from_a_claim_to_itself_is_empty():
    desk = Desk()
    one, other = desk.claim(desk.article()), desk.claim(desk.article())
    along = ways([desk.link(one, other)])
    assert shortest_chain(along, one.id, one.id) == ()
    assert shortest_chain(along, one.id, "nowhere") == ()


def test_a_chain_of_thousands_of_marks_is_found():
    desk = Desk()
    article = desk.article()
    claims = [desk.claim(article) for _ in range(3_000)]
    links = [desk.link(one, other) for one, other in pairwise(claims)]
    assert shortest_chain(ways(links), claims[0].id, claims[-1].id) == tuple(links)


@BOUNDED
@given(plans())
def test_a_cycle_is_a_real_way_round_along_marks_of_the_point(plan):
    desk, _ = carry_out(plan)
    for point in all_points(desk.state):
        for cycle in cycles(point):
            steps = cycle.steps()
            assert [step.link for step in steps] == [cycle.link, *cycle.chain]
            assert len({step.link.id for step in steps}) == len(steps) > 1
            assert len({step.claim_id for step in steps}) == len(steps)
            before = steps[-1].claim_id
            for step in steps:
                assert {before, step.claim_id} == {step.link.from_claim_id, step.link.to_claim_id}
                before = step.claim_id
            against = cycle.link
            if against.same_event:
                assert against.relation == "conflicts"
                assert {link.relation for link in cycle.chain} == {"agrees"}
            else:
                assert all(link in point.links for link in cycle.chain)


@BOUNDED
@given(plans())
def test_every_mark_that_others_speak_against_has_its_cycle(plan):
    desk, _ = carry_out(plan)
    expected = {
        link.id
        for link in own(desk.state)
        if (
            link.relation == "conflicts"
            and chains(
                desk.state, link.from_claim_id, link.to_claim_id, lambda a: a.relation == "agrees"
            )
        )
        or (
            not link.same_event
            and chains(desk.state, link.from_claim_id, link.to_claim_id, lambda a: a.same_event)
        )
    }
    points = all_points(desk.state)
    assert {cycle.link.id for point in points for cycle in cycles(point)} == expected
    for point in points:
        assert [cycle.link for cycle in cycles(point)] == spoken_against(point)
        assert contradictory(point) == bool(spoken_against(point))


def test_one_key_walks_through_the_marks_of_each_cycle_in_turn():
    desk = Desk()
    a, b, c, d = (desk.claim(desk.article()) for _ in range(4))
    first, second = desk.link(a, b), desk.link(b, c)
    conflict = desk.link(c, a, "conflicts")
    third = desk.link(d, a)
    apart = desk.link(d, b, "unverified", "not the same event")
    point = point_of(desk.state, a)
    steps = [step for link in spoken_against(point) for step in cycle_of(point, link).steps()]
    assert [(step.link, step.claim_id) for step in steps] == [
        (conflict, c.id),
        (second, b.id),
        (first, a.id),
        (apart, d.id),
        (third, a.id),
        (first, b.id),
    ]


def test_of_one_cycle_no_other_chain_is_looked_for():
    desk = Desk()
    hub = desk.claim(desk.article())
    others = [desk.claim(desk.article()) for _ in range(30)]
    for other in others:
        desk.link(hub, other)
    for one, other in combinations(others, 2):
        desk.link(one, other, "conflicts")
    point = point_of(desk.state, hub)
    assert len(cycle_of(point, spoken_against(point)[7]).steps()) == 3
    assert sum("chain" in vars(found) for found in point.contradictions) == 1
    assert sum(len(cycle.steps()) for cycle in cycles(point)) == 3 * 30 * 29 // 2
