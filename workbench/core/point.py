"""What a point is: its positions, its links, and what in its marks cannot all hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from workbench.core.chains import Ways, shortest_chain, ways
from workbench.core.model import Article, Claim, Link, Standing
from workbench.core.origins import Origins, origins

Sign = Literal["conflicting", "agreeing", "single", "unverified"]
"""What a sign says: a standing, or `single` where agreement rests on one declared origin."""

ReadingPlace = tuple[str, int, int, int, int]
"""What puts claims in reading order; no two claims of a review have the same."""


@dataclass(frozen=True, slots=True)
class Position:
    """Claims on one point that agree with each other."""

    letter: str
    claims: tuple[Claim, ...]
    origins: Origins


class Together(NamedTuple):
    """A position before it has its letter, which depends on all others."""

    claims: tuple[Claim, ...]
    origins: Origins


class Agreements:
    """The `agrees` of one point, by the claims they tie, once somebody asks for them."""

    def __init__(self, links: Iterable[Link]) -> None:
        self._links = links

    @cached_property
    def ways(self) -> Ways:
        """Where one can walk."""
        return ways(link for link in self._links if link.relation == "agrees")


@dataclass(frozen=True)
class Contradiction:
    """A pair marked conflicting although a chain of `agrees` joins it.

    Attributes:
        link: what says that they conflict.
        agreements: what the chain is made of.
    """

    link: Link
    agreements: Agreements = field(compare=False, repr=False)

    # Looked for when asked for: of many contradictions in one large point few are ever walked.
    @cached_property
    def chain(self) -> tuple[Link, ...]:
        """The shortest chain that joins the two, from `link.from_claim_id` on."""
        return shortest_chain(self.agreements.ways, self.link.from_claim_id, self.link.to_claim_id)


@dataclass(frozen=True)
class Point:
    """What several claims speak to.

    Attributes:
        number: the smallest number among its claims.
        unlettered: its positions by publication date, else article number, then place.
        links: the analyst's links on it, by number.
        standing: conflicting if any link on it conflicts, else agreeing if two articles agree,
            else unverified.
        disputed: the conflicts within one position, by number.
        apart: links saying "not the same event" of two claims that other links join after all.
    """

    number: int
    unlettered: tuple[Together, ...]
    links: tuple[Link, ...]
    standing: Standing
    disputed: tuple[Link, ...]
    apart: tuple[Link, ...]

    # Made when asked for: a mark on a point of thousands of positions costs what it changes.
    @cached_property
    def positions(self) -> tuple[Position, ...]:
        """Its positions, lettered A, B, C and so on."""
        return tuple(Position(letter(n), *each) for n, each in enumerate(self.unlettered))

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Marks that cannot all hold, by the number of the conflict."""
        agreements = Agreements(self.links)
        return tuple(Contradiction(link, agreements) for link in self.disputed)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Its claims, position by position."""
        return tuple([claim for position in self.unlettered for claim in position.claims])

    @property
    def origins(self) -> Origins:
        """The origins of all its claims together, whatever they say."""
        return origins(self.claims)

    def position_of(self, claim_id: str) -> Position:
        """The position a claim takes."""
        return next(p for p in self.positions if any(c.id == claim_id for c in p.claims))


def standing(*, conflicting: bool, agreeing: bool) -> Standing:
    """The standing of a point with any conflict, or with any agreement across articles."""
    return "conflicting" if conflicting else "agreeing" if agreeing else "unverified"


def signs(point: Point) -> dict[str, Sign]:
    """What the sign of each claim of a point says, by claim id; in one pass over its links."""
    claims = {claim.id: claim for claim in point.claims}
    alone = {
        claim.id: position.origins.single
        for position in point.positions
        for claim in position.claims
    }
    found: dict[str, Sign] = dict.fromkeys(claims, "unverified")
    for link in point.links:
        one, other = link.from_claim_id, link.to_claim_id
        if link.relation == "conflicts":
            found[one] = found[other] = "conflicting"
        elif link.relation == "agrees" and claims[one].article_id != claims[other].article_id:
            for end in (one, other):
                if found[end] == "unverified":
                    found[end] = "single" if alone[end] else "agreeing"
    return found


def reading_order(articles: Mapping[str, Article], claim: Claim) -> ReadingPlace:
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
