"""Random reviews in memory, and points computed the slow and obvious way."""

from __future__ import annotations

from itertools import combinations

from core_material import Desk
from hypothesis import strategies as st

from workbench.core.model import NOT_SAME_EVENT

DATES = ("", "2024-09-27", "2025-10-07", "2025-10-08")
ORIGINS = ("", "", "AP", " ap", "Reuters", "TASS  agency", "tass agency")


@st.composite
def plans(draw):
    """Articles, claims and links by index, so that one plan can be carried out in any order."""
    articles = draw(st.lists(st.sampled_from(DATES), min_size=1, max_size=4))
    claims = draw(
        st.lists(
            st.tuples(
                st.integers(0, len(articles) - 1), st.integers(0, 9), st.sampled_from(ORIGINS)
            ),
            min_size=1,
            max_size=9,
        )
    )
    pairs = list(combinations(range(len(claims)), 2))
    links = []
    if pairs:
        for pair in draw(st.lists(st.sampled_from(pairs), unique=True, max_size=12)):
            relation = draw(st.sampled_from(("agrees", "agrees", "conflicts", "unverified")))
            reason = draw(st.sampled_from(("", "number", NOT_SAME_EVENT)))
            links.append((*pair, relation, reason, draw(st.sampled_from(("ann", "ann", "ben")))))
    return articles, claims, links


def carry_out(plan, order=None, analyst="ann"):
    articles, claims, links = plan
    desk = Desk(analyst)
    made_articles = [desk.article(published_on=date) for date in articles]
    made_claims = [
        desk.claim(made_articles[index], start, start + 5, origin=origin)
        for index, start, origin in claims
    ]
    for index in order if order is not None else range(len(links)):
        one, other, relation, reason, whose = links[index]
        desk.link(made_claims[one], made_claims[other], relation, reason, whose)
    return desk, made_claims


class Sets:
    """Union-find."""

    def __init__(self, items) -> None:
        self.parent = {item: item for item in items}

    def find(self, item):
        while self.parent[item] != item:
            item = self.parent[item]
        return item

    def join(self, one, other) -> None:
        self.parent[self.find(one)] = self.find(other)

    def groups(self):
        found = {}
        for item in self.parent:
            found.setdefault(self.find(item), set()).add(item)
        return {frozenset(group) for group in found.values()}


def joined(state, wanted):
    sets = Sets(state.claims)
    for link in state.links.values():
        if link.analyst == state.analyst and wanted(link):
            sets.join(link.from_claim_id, link.to_claim_id)
    return sets


def shape(points):
    """What a list of points says, without the ids and numbers of links."""
    return [
        (
            point.number,
            point.standing,
            [(p.letter, [claim.id for claim in p.claims], p.origins) for p in point.positions],
            sorted((link.from_claim_id, link.to_claim_id, link.relation) for link in point.links),
            sorted((c.link.from_claim_id, c.link.to_claim_id) for c in point.contradictions),
            sorted((link.from_claim_id, link.to_claim_id) for link in point.apart),
        )
        for point in points
    ]


def own(state):
    """The analyst's links, as the reference reads them."""
    return [link for link in state.links.values() if link.analyst == state.analyst]


def chains(state, one, other, wanted):
    """Every chain of wanted links between two claims that comes to no claim twice."""

    def further(here, taken, passed):
        if here == other and taken:
            yield tuple(taken)
            return
        for link in own(state):
            if wanted(link) and here in (link.from_claim_id, link.to_claim_id):
                there = link.other(here)
                if there not in passed:
                    yield from further(there, [*taken, link], passed | {there})

    return list(further(one, [], {one}))
