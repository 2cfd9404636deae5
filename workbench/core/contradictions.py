"""Marks that cannot all hold: their cycles, and the order in which to walk through them."""

from collections.abc import Iterator
from typing import NamedTuple

from workbench.core.chains import shortest_chain, ways
from workbench.core.model import Link
from workbench.core.point import Point


class Step(NamedTuple):
    """A place to go to: a mark, and the claim to stand on.

    Attributes:
        link: the mark; the claim is at one end of it.
        claim_id: the claim.
    """

    link: Link
    claim_id: str


class Cycle(NamedTuple):
    """Marks that cannot all hold.

    Attributes:
        link: the mark that the others speak against: `conflicts`, or "not the same event".
        chain: the marks that join its two claims all the same, from `link.from_claim_id` on:
            `agrees` against a conflict, any marks that join against "not the same event".
    """

    link: Link
    chain: tuple[Link, ...]

    def steps(self) -> list[Step]:
        """The way round: each mark and each claim of the cycle once.

        It begins with the mark that the others speak against, at its first claim; every further
        step goes along the next mark of the chain to its other claim, so that the last one stands
        at the first mark's second claim again.
        """
        here = self.link.from_claim_id
        found = [Step(self.link, here)]
        for link in self.chain:
            here = link.other(here)
            found.append(Step(link, here))
        return found


def cycles(point: Point) -> Iterator[Cycle]:
    """What cannot all hold on a point: contradictions, then pairs set apart yet joined.

    Each kind comes by the number of the mark that is spoken against. A chain is looked for when
    its turn comes: a point of thousands of contradictions costs what is taken of it.
    """
    for contradiction in point.contradictions:
        yield Cycle(contradiction.link, contradiction.chain)
    along = ways(point.links) if point.apart else {}
    for link in point.apart:
        yield Cycle(link, shortest_chain(along, link.from_claim_id, link.to_claim_id))


def cycle_of(point: Point, link: Link) -> Cycle:
    """The cycle of one of the marks that are spoken against; no other chain is looked for."""
    for contradiction in point.contradictions:
        if contradiction.link.id == link.id:
            return Cycle(contradiction.link, contradiction.chain)
    chain = shortest_chain(ways(point.links), link.from_claim_id, link.to_claim_id)
    return Cycle(link, chain)


def spoken_against(point: Point) -> list[Link]:
    """The marks of a point that others speak against, in the order of `cycles`; finds no chains."""
    return [*point.disputed, *point.apart]


def contradictory(point: Point) -> bool:
    """Whether a point holds marks that cannot all hold."""
    return bool(point.disputed or point.apart)
