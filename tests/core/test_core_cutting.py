"""What a link that goes cuts off, and the small parts that points are kept with."""

from __future__ import annotations

from itertools import pairwise

import pytest
from core_material import BOUNDED, QUICK, Desk
from hypothesis import given
from hypothesis import strategies as st
from point_plans import ORIGINS

from workbench.core.cutting import cut_off
from workbench.core.ordered import Ordered
from workbench.core.origins import OriginCount, origins

NAMES = "abcdefgh"


def reached(pairs, start):
    found = {start}
    while True:
        more = {n for pair in pairs if found & set(pair) for n in pair} - found
        if not more:
            return found
        found |= more


@BOUNDED
@given(
    st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES))),
    st.permutations(NAMES).map(lambda names: names[:2]),
)
def test_what_is_cut_off_is_all_that_one_of_the_two_reaches_and_the_other_does_not(pairs, ends):
    one, other = ends
    part = cut_off(lambda here: [n for p in pairs if here in p for n in p if n != here], *ends)
    if other in reached(pairs, one):
        assert part is None
    else:
        assert part in (reached(pairs, one), reached(pairs, other))


@pytest.mark.parametrize("ends", [("0", "1"), ("1", "0")])
def test_cutting_off_a_little_from_much_looks_at_little(ends):
    along = {}
    for one, other in pairwise(map(str, range(1, 10_000))):
        along.setdefault(one, []).append(other)
        along.setdefault(other, []).append(one)
    looked_at = []

    def neighbours(here):
        looked_at.append(here)
        return along.get(here, [])

    assert cut_off(neighbours, *ends) == {"0"}
    assert len(looked_at) < 5


@QUICK
@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(ORIGINS)), max_size=12), st.data())
def test_origins_counted_as_claims_come_and_go_are_those_of_counting_anew(wanted, data):
    desk = Desk()
    articles = [desk.article() for _ in range(3)]
    counted, here = OriginCount(), []
    for n, (index, origin) in enumerate(wanted):
        claim = desk.claim(articles[index], n, n + 5, origin=origin)
        counted.add(claim)
        here.append(claim)
        assert counted.origins() == origins(here)
        if data.draw(st.booleans()):
            counted.remove(here.pop(data.draw(st.integers(0, len(here) - 1))))
            assert counted.origins() == origins(here)


@QUICK
@given(st.sets(st.integers(), max_size=20), st.data())
def test_what_is_kept_in_order_is_in_order_whatever_comes_and_goes(keys, data):
    kept = Ordered()
    for key in data.draw(st.permutations(sorted(keys))):
        kept.add(key, str(key))
    gone = data.draw(st.sets(st.sampled_from(sorted(keys)))) if keys else set()
    for key in gone:
        assert kept.remove(key) == str(key)
        with pytest.raises(KeyError):
            kept.remove(key)
    left = sorted(keys - gone)
    assert list(kept.pairs()) == [(key, str(key)) for key in left]
    assert all((key in kept) == (key in left) for key in keys)
    for key in left:
        kept.put(key, "another")
    assert kept.items == [str(key) for key in left]
