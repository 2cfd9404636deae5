"""Points kept up to date act by act, against computing all of them anew."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from unittest.mock import patch

from core_material import BOUNDED, Desk
from hypothesis import given
from hypothesis import strategies as st
from point_plans import DATES, carry_out, plans

from workbench.core import changes, live_point, standings
from workbench.core.model import NOT_SAME_EVENT, to_row
from workbench.core.point_index import PointIndex
from workbench.core.points import all_points, point_of
from workbench.core.review import RowChange
from workbench.core.standings import Standings


def edited(record, **values):
    """The row of a record that is edited."""
    table = type(record).__name__.lower()
    return RowChange(table, record.id, to_row(record), to_row(replace(record, **values)))


def some_act(state, data):
    """The rows of an act an analyst may do, on whatever there is."""
    links = sorted(state.links.values(), key=lambda link: link.number)
    claims = sorted(state.claims.values(), key=lambda claim: claim.number)
    articles = state.articles_in_order()
    kinds = ["redate"] + ["claim", "edit"] * bool(claims) + ["mark", "unlink"] * bool(links)
    kind = data.draw(st.sampled_from([*kinds, *["link"] * 2 * (len(claims) > 1)]))
    if kind == "redate":
        date = data.draw(st.sampled_from(DATES))
        return [edited(data.draw(st.sampled_from(articles)), published_on=date)]
    if kind == "edit":
        return [edited(data.draw(st.sampled_from(claims)), origin="AFP", note="seen")]
    if kind == "claim":
        claim = data.draw(st.sampled_from(claims))
        gone = [*state.every_link_of(claim.id), claim]
        return [RowChange(type(r).__name__.lower(), r.id, to_row(r), None) for r in gone]
    if kind == "link":
        one, other = data.draw(st.permutations(claims))[:2]
        reason = data.draw(st.sampled_from(("", NOT_SAME_EVENT)))
        relation = "unverified" if reason else data.draw(st.sampled_from(("agrees", "conflicts")))
        change = changes.link_claims(state, one, other, relation, reason=reason)
        number = max((link.number for link in links), default=0) + 1
        return [
            row._replace(after=row.after | {"number": row.after["number"] or number})
            for row in (change.rows if change else ())
        ]
    link = data.draw(st.sampled_from(links))
    if kind == "unlink":
        return [RowChange("link", link.id, to_row(link), None)]
    relation = data.draw(st.sampled_from(("agrees", "conflicts", "unverified")))
    return [edited(link, relation=relation, reason="")]


@BOUNDED
@given(plans(), st.data(), st.sampled_from((1, 3, 64)))
def test_after_any_acts_and_after_taking_them_back_the_points_are_those_computed_anew(
    plan, data, many
):
    desk, _ = carry_out(plan)
    with patch.object(live_point, "_MANY", many):
        _walk_and_return(desk.state, data)


def _walk_and_return(state, data):
    index = PointIndex(state)
    first = index.points()
    assert first == all_points(state)
    done = []
    for _ in range(data.draw(st.integers(1, 8))):
        rows = some_act(state, data)
        done.append(rows)
        index.update(state.apply(rows))
        assert index.points() == all_points(state)
        for claim in state.claims.values():
            assert index.of(claim.id) == point_of(state, claim)
    for rows in reversed(done):
        back = [row._replace(before=row.after, after=row.before) for row in reversed(rows)]
        index.update(state.apply(back))
    assert index.points() == first


@BOUNDED
@given(plans(), st.data(), st.sampled_from((3, 500)))
def test_after_any_acts_signs_are_those_found_anew_and_whoever_has_another_is_named(
    plan, data, large
):
    desk, _ = carry_out(plan)
    state, kept = desk.state, Standings(desk.state)
    with patch.object(standings, "_LARGE", large):
        for _ in range(data.draw(st.integers(1, 6))):
            before = {key: kept.sign(claim) for key, claim in state.claims.items()}
            if data.draw(st.integers(0, 5)) == 0:
                assert kept.points() == all_points(state)
            effect = state.apply(some_act(state, data))
            kept.update(effect)
            after = {key: kept.sign(claim) for key, claim in state.claims.items()}
            anew = Standings(state)
            assert after == {key: anew.sign(claim) for key, claim in state.claims.items()}
            others = {key for key in after if after[key] != before.get(key)}
            assert others <= effect.claims
            for claim in state.claims.values():
                assert kept.point_of(claim) == point_of(state, claim)


def test_on_a_point_of_thousands_a_mark_names_only_the_claims_whose_sign_it_may_change():
    desk = Desk()
    articles = [desk.article() for _ in range(4)]
    claims = [desk.claim(articles[n % 4], n * 9, n * 9 + 5) for n in range(3_000)]
    for one, other in pairwise(claims):
        desk.link(one, other, "agrees")
    kept = Standings(desk.state)
    kept.points()
    made = desk.link(claims[0], claims[9], "conflicts")
    effect = desk.state.apply([RowChange("link", made.id, None, to_row(made))])
    kept.update(effect)
    assert effect.claims == {claims[0].id, claims[9].id}
    assert len(kept.point_of(claims[5]).claims) == 3_000
    assert [link.id for link in kept.point_of(claims[5]).disputed] == [made.id]


def test_a_mark_renews_the_points_it_joins_and_no_other():
    desk = Desk()
    a, b, c, d = (desk.claim(desk.article()) for _ in range(4))
    desk.link(c, d)
    index = PointIndex(desk.state)
    others = index.of(c.id)
    made = desk.link(a, b)
    effect = desk.state.apply([RowChange("link", made.id, to_row(made), to_row(made))])
    index.update(effect)
    assert [point.number for point in index.points()] == [1, 3]
    assert index.of(c.id) is others


def test_two_claims_set_apart_are_flagged_once_a_later_mark_joins_them():
    desk = Desk()
    a, b, c = (desk.claim(desk.article()) for _ in range(3))
    apart = desk.link(a, b, "unverified", NOT_SAME_EVENT)
    desk.link(a, c)
    index = PointIndex(desk.state)
    made = desk.link(c, b)
    index.update(desk.state.apply([RowChange("link", made.id, to_row(made), to_row(made))]))
    assert index.of(a.id).apart == (apart,)
