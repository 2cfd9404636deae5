"""What a link that is taken away cuts off: which claims no chain joins to the others any more."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator

Neighbours = Callable[[str], Iterable[str]]
"""Gives the ids of the claims that a claim is still linked with."""


def cut_off(along: Neighbours, one: str, other: str) -> set[str] | None:
    """The smaller of the two groups that two claims are in by now; None if it is one group.

    Both ends are walked from link by link in turn, so that it costs as much as the smaller group
    does, or, in a large net of links, the short way round.

    Args:
        along: the links that are left.
        one: the id of a claim.
        other: that of another one, which it was linked with.

    Returns:
        The ids of the claims that can be reached from one of the two and not from the other.
    """
    near, far = {one}, {other}
    walks = ((near, _walk(along, near), far), (far, _walk(along, far), near))
    while True:
        for found, walk, beyond in walks:
            here = next(walk, None)
            if here is None:
                return found
            if here in beyond:
                return None


def _walk(along: Neighbours, found: set[str]) -> Iterator[str]:
    """Every claim that is looked at, as often as it is; `found` takes in what was come to."""
    queue = deque(found)
    while queue:
        for other in along(queue.popleft()):
            if other not in found:
                found.add(other)
                queue.append(other)
            yield other
