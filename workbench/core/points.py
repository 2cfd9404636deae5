"""Points, positions, standings and origins, computed from one analyst's links.

Two claims are on the same point when a chain of links joins them. Within a point, claims joined by
`agrees` form a position. A link that says "not the same event" joins nothing.
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from workbench.core.model import Article, Claim, Link, Standing
from workbench.core.review import ReviewState


class Origins(NamedTuple):
    """From how many places what a position says is known to come.

    Attributes:
        articles: how many articles say it.
        known: how many declared origins they have between them, never more than articles.
        unknown: how many of the articles declare none.
    """

    articles: int
    known: int
    unknown: int

    @property
    def single(self) -> bool:
        """Whether several articles rest on one declared origin."""
        return self.articles > 1 and self.known == 1 and self.unknown == 0

    def tally(self) -> str:
        """The number of origins as it stands in exports: `1`, `2 (+1 unknown)`."""
        return f"{self.known} (+{self.unknown} unknown)" if self.unknown else str(self.known)

    def words(self) -> str:
        """The whole as it stands on screen: `2 articles, 1 origin`."""
        articles = "article" if self.articles == 1 else "articles"
        if not self.known:
            return f"{self.articles} {articles}, origin{'' if self.articles == 1 else 's'} unknown"
        origins = "origin" if self.known == 1 and not self.unknown else "origins"
        return f"{self.articles} {articles}, {self.tally()} {origins}"


@dataclass(frozen=True, slots=True)
class Position:
    """Claims on one point that agree with each other."""

    letter: str
    claims: tuple[Claim, ...]
    origins: Origins


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A pair marked conflicting although a chain of `agrees` joins it."""

    link: Link
    chain: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """What several claims speak to.

    Attributes:
        number: the smallest number among its claims.
        positions: lettered A, B, C … by publication date, else article number, then place.
        links: the analyst's links on it, by number.
        standing: conflicting if any link on it conflicts, else agreeing if two articles agree,
            else unverified.
        contradictions: marks that cannot all hold.
        apart: links saying "not the same event" of two claims that other links join after all.
    """

    number: int
    positions: tuple[Position, ...]
    links: tuple[Link, ...]
    standing: Standing
    contradictions: tuple[Contradiction, ...]
    apart: tuple[Link, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Its claims, position by position."""
        return tuple(claim for position in self.positions for claim in position.claims)

    @property
    def origins(self) -> Origins:
        """The origins of all its claims together, whatever they say."""
        return origins(self.claims)

    def position_of(self, claim_id: str) -> Position:
        """The position a claim takes."""
        return next(p for p in self.positions if any(c.id == claim_id for c in p.claims))


def claim_standing(state: ReviewState, claim: Claim) -> Standing:
    """A claim's standing, from its own links alone."""
    links = state.links_of(claim.id)
    if any(link.relation == "conflicts" for link in links):
        return "conflicting"
    for link in links:
        other = state.claims[link.other(claim.id)]
        if link.relation == "agrees" and other.article_id != claim.article_id:
            return "agreeing"
    return "unverified"


def from_one_origin(state: ReviewState, claim: Claim) -> bool:
    """Whether a claim agrees with other articles that all rest on one declared origin."""
    if claim_standing(state, claim) != "agreeing":
        return False
    return origins(agreeing_with(state, claim)).single


def agreeing_with(state: ReviewState, claim: Claim) -> list[Claim]:
    """The claims of a claim's position, itself first."""
    return _reach(state, claim, lambda link: link.relation == "agrees")


def point_of(state: ReviewState, claim: Claim) -> Point:
    """The point a claim is on."""
    return _point(state, _reach(state, claim, _joins))


def all_points(state: ReviewState) -> list[Point]:
    """Every point of the review by number; a claim without links is one of its own."""
    points: list[Point] = []
    seen: set[str] = set()
    for claim in sorted(state.claims.values(), key=lambda claim: claim.number):
        if claim.id not in seen:
            members = _reach(state, claim, _joins)
            seen.update(member.id for member in members)
            points.append(_point(state, members))
    return points


def origins(claims: Iterable[Claim]) -> Origins:
    """The origins of claims; an article that declares none counts as unknown."""
    declared: dict[str, set[str]] = {}
    for claim in claims:
        named = declared.setdefault(claim.article_id, set())
        if claim.origin:
            named.add(" ".join(claim.origin.casefold().split()))
    silent = sum(1 for named in declared.values() if not named)
    distinct = len(set().union(*declared.values())) if declared else 0
    return Origins(len(declared), min(distinct, len(declared) - silent), silent)


def reading_order(articles: Mapping[str, Article], claim: Claim) -> tuple[str, int, int, int, int]:
    """The key that puts claims in order: publication date, undated last; article; place."""
    article = articles[claim.article_id]
    return (article.published_on or "9999", article.number, claim.start, -claim.end, claim.number)


def letter(index: int) -> str:
    """The index-th name of a position: A to Z, then AA, AB and so on."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _joins(link: Link) -> bool:
    return link.same_event


def _reach(state: ReviewState, claim: Claim, through: Callable[[Link], bool]) -> list[Claim]:
    """The claims a chain of such links leads to, the first one included."""
    found = {claim.id: claim}
    queue = deque([claim.id])
    while queue:
        here = queue.popleft()
        for link in state.links_of(here):
            other = link.other(here)
            if other not in found and through(link):
                found[other] = state.claims[other]
                queue.append(other)
    return list(found.values())


def _point(state: ReviewState, members: list[Claim]) -> Point:
    ids = {claim.id for claim in members}
    links = {link.id: link for claim in members for link in state.links_of(claim.id)}
    joining = sorted(
        (link for link in links.values() if link.same_event), key=lambda link: link.number
    )
    apart = tuple(
        link
        for link in sorted(links.values(), key=lambda link: link.number)
        if not link.same_event and {link.from_claim_id, link.to_claim_id} <= ids
    )
    positions = _positions(state, members)
    return Point(
        number=min(claim.number for claim in members),
        positions=positions,
        links=tuple(joining),
        standing=_point_standing(state, members),
        contradictions=_contradictions(state, positions, joining),
        apart=apart,
    )


def _point_standing(state: ReviewState, members: Iterable[Claim]) -> Standing:
    """The strongest of its claims' standings."""
    found = {claim_standing(state, claim) for claim in members}
    ranked: tuple[Standing, ...] = ("conflicting", "agreeing", "unverified")
    return next(standing for standing in ranked if standing in found)


def _positions(state: ReviewState, members: list[Claim]) -> tuple[Position, ...]:
    def place(claim: Claim) -> tuple[str, int, int, int, int]:
        return reading_order(state.articles, claim)

    positions: list[list[Claim]] = []
    seen: set[str] = set()
    for claim in sorted(members, key=place):
        if claim.id not in seen:
            group = agreeing_with(state, claim)
            seen.update(member.id for member in group)
            positions.append(sorted(group, key=place))
    return tuple(
        Position(letter(index), tuple(group), origins(group))
        for index, group in enumerate(positions)
    )


def _contradictions(
    state: ReviewState, positions: Iterable[Position], links: Iterable[Link]
) -> tuple[Contradiction, ...]:
    taken = {claim.id: position.letter for position in positions for claim in position.claims}
    found = []
    for link in links:
        # Only within one position is there a chain to be found.
        if link.relation == "conflicts" and taken[link.from_claim_id] == taken[link.to_claim_id]:
            chain = _agreeing_chain(state, link.from_claim_id, link.to_claim_id)
            found.append(Contradiction(link, chain))
    return tuple(found)


def _agreeing_chain(state: ReviewState, start: str, goal: str) -> tuple[Link, ...]:
    """The shortest chain of `agrees` between two claims; empty when there is none."""
    came: dict[str, tuple[str, Link] | None] = {start: None}
    queue = deque([start])
    while queue and goal not in came:
        here = queue.popleft()
        for link in state.links_of(here):
            other = link.other(here)
            if link.relation == "agrees" and other not in came:
                came[other] = (here, link)
                queue.append(other)
    chain: list[Link] = []
    step = came.get(goal)
    while step is not None:
        chain.append(step[1])
        step = came[step[0]]
    return tuple(reversed(chain))
