"""Points, positions, standings and origins, against brute force on random reviews."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from core_material import BOUNDED, Desk
from hypothesis import given
from hypothesis import strategies as st
from point_plans import carry_out, joined, plans, shape

from workbench.core.points import (
    Origins,
    all_points,
    claim_standing,
    letter,
    origins,
    point_of,
    reading_order,
)
from workbench.core.standings import Standings


@BOUNDED
@given(plans())
def test_points_are_the_claims_that_chains_of_links_join(plan):
    desk, _ = carry_out(plan)
    points = all_points(desk.state)
    expected = joined(desk.state, lambda link: link.same_event).groups()
    assert {frozenset(c.id for c in point.claims) for point in points} == expected
    assert sum(len(point.claims) for point in points) == len(desk.state.claims)


@BOUNDED
@given(plans())
def test_a_point_is_called_by_its_smallest_claim_and_points_come_in_that_order(plan):
    desk, _ = carry_out(plan)
    points = all_points(desk.state)
    assert [p.number for p in points] == [min(c.number for c in p.claims) for p in points]
    assert [p.number for p in points] == sorted(p.number for p in points)


@BOUNDED
@given(plans())
def test_positions_partition_a_point_into_claims_that_agree(plan):
    desk, _ = carry_out(plan)
    agreeing = joined(desk.state, lambda link: link.relation == "agrees").groups()
    for point in all_points(desk.state):
        groups = [frozenset(c.id for c in position.claims) for position in point.positions]
        members = {c.id for c in point.claims}
        assert set(groups) == {group for group in agreeing if group <= members}
        assert sum(map(len, groups)) == len(members)
        for position in point.positions:
            for claim in position.claims:
                assert point.position_of(claim.id) is position


@BOUNDED
@given(plans())
def test_positions_are_lettered_by_date_then_article_then_place(plan):
    desk, _ = carry_out(plan)
    articles = desk.state.articles
    for point in all_points(desk.state):
        assert [p.letter for p in point.positions] == [
            letter(index) for index in range(len(point.positions))
        ]
        firsts = [reading_order(articles, p.claims[0]) for p in point.positions]
        assert firsts == sorted(firsts)
        for position in point.positions:
            places = [reading_order(articles, claim) for claim in position.claims]
            assert places == sorted(places)


@BOUNDED
@given(plans())
def test_a_claim_stands_as_its_own_links_say(plan):
    desk, _ = carry_out(plan)
    state = desk.state
    for claim in state.claims.values():
        own = [
            link
            for link in state.links.values()
            if link.analyst == "ann" and claim.id in (link.from_claim_id, link.to_claim_id)
        ]
        if any(link.relation == "conflicts" for link in own):
            expected = "conflicting"
        elif any(
            link.relation == "agrees"
            and state.claims[link.other(claim.id)].article_id != claim.article_id
            for link in own
        ):
            expected = "agreeing"
        else:
            expected = "unverified"
        assert claim_standing(state, claim) == expected


@BOUNDED
@given(plans())
def test_a_point_stands_as_the_strongest_of_its_claims(plan):
    desk, _ = carry_out(plan)
    for point in all_points(desk.state):
        standings = {claim_standing(desk.state, claim) for claim in point.claims}
        expected = next(s for s in ("conflicting", "agreeing", "unverified") if s in standings)
        assert point.standing == expected


@BOUNDED
@given(plans(), st.randoms(use_true_random=False))
def test_points_do_not_depend_on_the_order_in_which_links_were_made(plan, chance):
    order = list(range(len(plan[2])))
    chance.shuffle(order)
    assert shape(all_points(carry_out(plan, order)[0].state)) == shape(
        all_points(carry_out(plan)[0].state)
    )


@BOUNDED
@given(plans())
def test_the_point_of_each_claim_is_the_one_in_the_list_that_holds_it(plan):
    desk, _ = carry_out(plan)
    by_claim = {c.id: point for point in all_points(desk.state) for c in point.claims}
    for claim in desk.state.claims.values():
        assert point_of(desk.state, claim) == by_claim[claim.id]


@BOUNDED
@given(plans())
def test_links_of_another_analyst_never_count(plan):
    articles, claims, links = plan
    own = (articles, claims, [link for link in links if link[4] == "ann"])
    assert shape(all_points(carry_out(plan)[0].state)) == shape(all_points(carry_out(own)[0].state))


@BOUNDED
@given(plans())
def test_another_analyst_sees_the_points_of_their_own_links(plan):
    articles, claims, links = plan
    own = (articles, claims, [link for link in links if link[4] == "ben"])
    assert shape(all_points(carry_out(plan, analyst="ben")[0].state)) == shape(
        all_points(carry_out(own, analyst="ben")[0].state)
    )


@BOUNDED
@given(plans(), st.data())
def test_taking_a_link_away_undoes_exactly_what_making_it_did(plan, data):
    desk, claims = carry_out(plan)
    linked = {
        frozenset((link.from_claim_id, link.to_claim_id))
        for link in desk.state.links.values()
        if link.analyst == "ann"
    }
    free = [pair for pair in combinations(claims, 2) if frozenset(c.id for c in pair) not in linked]
    if not free:
        return
    one, other = data.draw(st.sampled_from(free))
    before = all_points(desk.state)
    made = desk.link(one, other, data.draw(st.sampled_from(("agrees", "conflicts"))))
    assert point_of(desk.state, one) == point_of(desk.state, other)
    desk.drop(made)
    assert all_points(desk.state) == before


@BOUNDED
@given(plans())
def test_not_the_same_event_joins_nothing_and_is_flagged_where_others_join(plan):
    desk, _ = carry_out(plan)
    joining = joined(desk.state, lambda link: link.same_event)
    flagged = {link.id for point in all_points(desk.state) for link in point.apart}
    expected = {
        link.id
        for link in desk.state.links.values()
        if link.analyst == "ann"
        and not link.same_event
        and joining.find(link.from_claim_id) == joining.find(link.to_claim_id)
    }
    assert flagged == expected
    for point in all_points(desk.state):
        assert all(link.same_event for link in point.links)


@BOUNDED
@given(plans())
def test_a_contradiction_shows_a_real_chain_of_agreements_and_none_is_missed(plan):
    desk, _ = carry_out(plan)
    agreeing = joined(desk.state, lambda link: link.relation == "agrees")
    found = {}
    for point in all_points(desk.state):
        for contradiction in point.contradictions:
            link = contradiction.link
            assert link.relation == "conflicts"
            here = link.from_claim_id
            for step in contradiction.chain:
                assert step.relation == "agrees"
                assert step.analyst == "ann"
                assert here in (step.from_claim_id, step.to_claim_id)
                here = step.other(here)
            assert here == link.to_claim_id
            found[link.id] = contradiction
    expected = {
        link.id
        for link in desk.state.links.values()
        if link.analyst == "ann"
        and link.relation == "conflicts"
        and agreeing.find(link.from_claim_id) == agreeing.find(link.to_claim_id)
    }
    assert set(found) == expected


@BOUNDED
@given(plans())
def test_origins_never_exceed_articles(plan):
    desk, _ = carry_out(plan)
    for point in all_points(desk.state):
        for tally in (point.origins, *(p.origins for p in point.positions)):
            assert 0 < tally.known + tally.unknown <= tally.articles
            assert tally.unknown >= 0
            assert tally.known >= 0
            assert not (tally.single and (tally.articles < 2 or tally.known != 1))


@BOUNDED
@given(plans())
def test_agreement_from_one_origin_is_agreement_whose_articles_all_declare_the_same(plan):
    desk, _ = carry_out(plan)
    agreeing = joined(desk.state, lambda link: link.relation == "agrees")
    for claim in desk.state.claims.values():
        group = [
            c for c in desk.state.claims.values() if agreeing.find(c.id) == agreeing.find(claim.id)
        ]
        declared = {" ".join(c.origin.casefold().split()) for c in group if c.origin}
        silent = {c.article_id for c in group} - {c.article_id for c in group if c.origin}
        expected = (
            claim_standing(desk.state, claim) == "agreeing" and len(declared) == 1 and not silent
        )
        assert (Standings(desk.state).sign(claim) == "single") == expected


def test_two_articles_from_one_agency_are_one_origin():
    desk = Desk()
    first, second = desk.article(), desk.article()
    one = desk.claim(first, origin="TASS")
    two = desk.claim(second, origin="  tass ")
    desk.link(one, two)
    assert origins([one, two]) == Origins(articles=2, known=1, unknown=0)
    assert origins([one, two]).words() == "2 articles, 1 origin"
    assert Standings(desk.state).sign(one) == "single"
    assert Standings(desk.state).sign(two) == "single"


def test_an_origin_that_is_not_declared_is_unknown_and_never_independent():
    desk = Desk()
    one = desk.claim(desk.article(), origin="TASS")
    two = desk.claim(desk.article())
    desk.link(one, two)
    assert origins([one, two]).words() == "2 articles, 1 (+1 unknown) origins"
    assert Standings(desk.state).sign(one) == "agreeing"


def test_two_origins_in_one_article_do_not_make_it_two():
    desk = Desk()
    article = desk.article()
    both = [desk.claim(article, origin="AP"), desk.claim(article, 4, 7, origin="Reuters")]
    assert origins(both) == Origins(articles=1, known=1, unknown=0)


def test_agreement_inside_one_article_makes_neither_claim_nor_point_agreeing():
    desk = Desk()
    article = desk.article()
    one, two = desk.claim(article), desk.claim(article, 4, 7)
    desk.link(one, two, "agrees")
    assert claim_standing(desk.state, one) == "unverified"
    assert point_of(desk.state, one).standing == "unverified"
    assert len(point_of(desk.state, one).positions) == 1


def test_a_claim_without_links_is_a_point_of_its_own():
    desk = Desk()
    claim = desk.claim(desk.article())
    (point,) = all_points(desk.state)
    assert point.claims == (claim,)
    assert (point.number, point.standing, point.links) == (claim.number, "unverified", ())


def test_the_earliest_article_has_position_a_and_undated_ones_come_last():
    desk = Desk()
    dates = ("", "2025-10-08", "2024-09-27")
    claims = [desk.claim(desk.article(published_on=date)) for date in dates]
    desk.link(claims[0], claims[1], "conflicts")
    desk.link(claims[1], claims[2], "conflicts")
    point = point_of(desk.state, claims[0])
    assert [p.claims[0].id for p in point.positions] == [c.id for c in reversed(claims)]
    assert [p.letter for p in point.positions] == ["A", "B", "C"]


def test_a_contradiction_names_the_shortest_chain():
    desk = Desk()
    claims = [desk.claim(desk.article()) for _ in range(5)]
    long_way = [desk.link(claims[i], claims[i + 1]) for i in range(4)]
    short_cut = desk.link(claims[0], claims[3])
    conflict = desk.link(claims[4], claims[0], "conflicts")
    (found,) = point_of(desk.state, claims[0]).contradictions
    assert found.link == conflict
    assert found.chain == (long_way[3], short_cut)


@pytest.mark.parametrize(
    ("index", "name"),
    [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")],
)
def test_letters_go_on_after_z(index, name):
    assert letter(index) == name


def test_a_point_of_five_thousand_claims_is_reached_without_recursion():
    desk = Desk()
    article = desk.article()
    claims = [desk.claim(article, 0, 3) for _ in range(5_000)]
    chance = random.Random(7)
    for index, claim in enumerate(claims[1:]):
        desk.link(claims[chance.randrange(index + 1)], claim)
    (point,) = all_points(desk.state)
    assert len(point.claims) == 5_000
