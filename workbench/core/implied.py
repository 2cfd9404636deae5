"""Implied relations: what follows from an analyst's marks for pairs that are not marked.

Two claims joined by a chain of `agrees` agree (A=B, B=C: A=C). Two joined by such a chain with one
`conflicts` in it conflict (A=B, B≠C: A≠C); two conflicts in a row imply nothing, for there may be
three answers to a question. What is implied is only ever offered: long sentences make it wrong now
and then, and it changes no standing.

Nothing is implied for a pair with a mark of its own, `unverified` and "not the same event"
included: the analyst has looked at it. Nor between the claims of one position in which marks
contradict each other: there everything follows, and its opposite.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from workbench.core.chains import Ways, ways
from workbench.core.linking import link_claims
from workbench.core.model import Claim, Link, Relation
from workbench.core.pieces import Change
from workbench.core.point import Point
from workbench.core.points import point_of
from workbench.core.review import ReviewState
from workbench.errors import ChangeRefusedError

_Place = tuple[str, bool]  # a claim's id, and whether the way to it leads over a conflict
_Tree = dict[_Place, tuple[_Place, Link] | None]  # how each place was first come to


@dataclass(frozen=True)
class Implied:
    """A relation that follows from marks.

    Attributes:
        one: a claim.
        other: another one of the same point.
        relation: `agrees` or `conflicts`.
    """

    one: Claim
    other: Claim
    relation: Relation
    _tree: _Tree = field(compare=False, repr=False)

    @cached_property
    def chain(self) -> tuple[Link, ...]:
        """Why: the shortest chain of marks from `one` to `other`."""
        found = []
        step = self._tree[self.other.id, self.relation == "conflicts"]
        while step is not None:
            found.append(step[1])
            step = self._tree[step[0]]
        return tuple(reversed(found))

    def reason(self) -> str:
        """Why, in words: `implied by links 3 and 5`."""
        numbers = [str(link.number) for link in self.chain]
        return f"implied by links {', '.join(numbers[:-1])} and {numbers[-1]}"


class Implications:
    """What the marks of one point imply; computed claim by claim, as it is asked for."""

    def __init__(self, point: Point) -> None:
        """Look at a point's marks, once."""
        self._claims = point.claims
        self._along: Ways = ways(link for link in point.links if link.relation != "unverified")
        self._marked = ways((*point.links, *point.apart))
        self._letter = {c.id: p.letter for p in point.positions for c in p.claims}
        self._doubted = {self._letter[link.from_claim_id] for link in point.disputed}

    def of(self, claim: Claim, *, inside: bool = False) -> list[Implied]:
        """What is implied for one claim.

        One search over the point's links, whatever the number of pairs.

        Args:
            claim: a claim of the point.
            inside: whether pairs within one article count too.

        Returns:
            The relations of the claim, as `one`, with others, in the order of `point.claims`.
        """
        tree = self._search(claim.id)
        marked = {link.other(claim.id) for link in self._marked.get(claim.id, ())}
        mine = self._letter[claim.id]
        found = []
        for other in self._claims:
            if other.id == claim.id or other.id in marked:
                continue
            if other.article_id == claim.article_id and not inside:
                continue
            together = self._letter[other.id] == mine
            if together and mine not in self._doubted:
                found.append(Implied(claim, other, "agrees", tree))
            elif not together and (other.id, True) in tree:
                found.append(Implied(claim, other, "conflicts", tree))
        return found

    def every(self, *, inside: bool = False) -> Iterator[Implied]:
        """What is implied on the whole point, each pair once, from its earlier claim.

        Args:
            inside: whether pairs within one article count too.

        Returns:
            The relations one by one, in the order of `point.claims`; a point of 300 claims has
            45,000 pairs, so take no more than are shown.
        """
        before: set[str] = set()
        for claim in self._claims:
            before.add(claim.id)
            for implied in self.of(claim, inside=inside):
                if implied.other.id not in before:
                    yield implied

    def _search(self, start: str) -> _Tree:
        """The shortest ways from a claim, over `agrees` and over one `conflicts` at most."""
        tree: _Tree = {(start, False): None}
        edge = list(tree)
        while edge:
            further = []
            for place in edge:
                here, over = place
                for link in self._along.get(here, ()):
                    conflict = link.relation == "conflicts"
                    if conflict and over:
                        continue
                    there = (link.other(here), over or conflict)
                    if there not in tree:
                        tree[there] = (place, link)
                        further.append(there)
            edge = further
        return tree


def confirm(state: ReviewState, implied: Implied) -> Change | None:
    """Mark a pair as its marks imply, with the chain as the rationale.

    The chain is looked for again in the review as it is now.

    Raises:
        ChangeRefusedError: it does not follow any more, or the pair has a mark by now.
        StaleError: one of the claims has been taken away.
    """
    one = state.need("claim", implied.one.id)
    other = state.need("claim", implied.other.id)
    offered = Implications(point_of(state, one)).of(one, inside=True)
    now = next((each for each in offered if each.other.id == other.id), None)
    if now is None or now.relation != implied.relation:
        raise ChangeRefusedError(
            f"It no longer follows from the marks that claims {one.number} and {other.number} "
            f"{'agree' if implied.relation == 'agrees' else 'conflict'}: a mark has changed."
        )
    change = link_claims(state, one, other, now.relation, rationale=now.reason())
    return replace(change, act="link.confirm") if change else None
