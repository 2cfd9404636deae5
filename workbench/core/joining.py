"""From links to points: which claims chains of links join, in one pass over claims and links."""

from collections.abc import Iterable, Mapping
from operator import attrgetter

from workbench.core.model import Article, Claim, Link
from workbench.core.origins import origins
from workbench.core.point import Point, Together, reading_order, standing


class _Draft:
    """A point in the making."""

    __slots__ = ("agreeing", "apart", "conflicting", "inner", "joining", "number", "positions")

    def __init__(self) -> None:
        self.number = 0
        self.positions: list[list[Claim]] = []
        self.joining: list[Link] = []
        self.apart: list[Link] = []
        self.inner: list[Link] = []  # conflicts within one position
        self.conflicting = False
        self.agreeing = False

    def take(self, link: Link, *, within: bool, across: bool) -> None:
        """Take in a link; `within` one position, `across` two articles."""
        self.joining.append(link)
        if link.relation == "conflicts":
            self.conflicting = True
            if within:
                self.inner.append(link)
        elif link.relation == "agrees" and across:
            self.agreeing = True


def points_among(
    articles: Mapping[str, Article], claims: Iterable[Claim], links: Iterable[Link]
) -> list[Point]:
    """The points of claims by number.

    Claims are counted in reading order and joined in two forests of such counts, one for positions
    and one for points, whose roots are their first claims; so one pass over the claims finds
    positions and claims in the order they are lettered in.

    Args:
        articles: those of the claims, by id.
        claims: all claims of these points.
        links: one analyst's links of these claims; what ties them to others is left out.
    """
    ordered = sorted(claims, key=lambda claim: reading_order(articles, claim))
    count_of = {claim.id: count for count, claim in enumerate(ordered)}
    agreed, joined = list(range(len(ordered))), list(range(len(ordered)))
    joining: list[tuple[Link, int, int]] = []
    apart: list[tuple[Link, int, int]] = []
    for link in sorted(links, key=attrgetter("number")):
        one, other = count_of.get(link.from_claim_id), count_of.get(link.to_claim_id)
        if one is None or other is None:
            continue
        if link.same_event:
            joining.append((link, one, other))
            _join(joined, one, other)
            if link.relation == "agrees":
                _join(agreed, one, other)
        else:
            apart.append((link, one, other))
    _flatten(agreed)
    _flatten(joined)
    drafts = _drafts(ordered, agreed, joined)
    for link, one, other in joining:
        across = ordered[one].article_id != ordered[other].article_id
        drafts[joined[one]].take(link, within=agreed[one] == agreed[other], across=across)
    for link, one, other in apart:
        if joined[one] == joined[other]:
            drafts[joined[one]].apart.append(link)
    return sorted(map(_point, drafts.values()), key=lambda point: point.number)


def _drafts(ordered: list[Claim], agreed: list[int], joined: list[int]) -> dict[int, _Draft]:
    """The points by their roots, with their claims in their positions; the forests are flat."""
    drafts: dict[int, _Draft] = {}
    position_of: dict[int, list[Claim]] = {}
    for count, claim in enumerate(ordered):
        top = joined[count]
        if top == count:
            drafts[count] = _Draft()
            drafts[count].number = claim.number
        draft = drafts[top]
        draft.number = min(draft.number, claim.number)
        first = agreed[count]
        if first == count:
            position_of[count] = []
            draft.positions.append(position_of[count])
        position_of[first].append(claim)
    return drafts


def _point(draft: _Draft) -> Point:
    return Point(
        number=draft.number,
        unlettered=tuple([Together(tuple(held), origins(held)) for held in draft.positions]),
        links=tuple(draft.joining),
        standing=standing(conflicting=draft.conflicting, agreeing=draft.agreeing),
        disputed=tuple(draft.inner),
        apart=tuple(draft.apart),
    )


def _root(parents: list[int], count: int) -> int:
    while parents[count] != count:
        parents[count] = parents[parents[count]]
        count = parents[count]
    return count


def _flatten(parents: list[int]) -> None:
    """Make every count's parent its root; a parent is never the greater of the two."""
    for count, parent in enumerate(parents):
        parents[count] = parents[parent]


def _join(parents: list[int], one: int, other: int) -> None:
    """Make one tree of two; the smaller root stays the root."""
    if parents[one] == parents[other]:
        return
    one, other = _root(parents, one), _root(parents, other)
    if one < other:
        parents[other] = one
    else:
        parents[one] = other
