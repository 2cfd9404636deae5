"""Chains of marks: the shortest way from one claim to another along links."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.core.model import Link

Ways = Mapping[str, Sequence[Link]]
"""The links that may be walked, by the id of either claim they tie, each list by number."""


def ways(links: Iterable[Link]) -> Ways:
    """Links by the claims they tie.

    Args:
        links: by number; the order decides between chains of one length.
    """
    found: dict[str, list[Link]] = {}
    for link in links:
        found.setdefault(link.from_claim_id, []).append(link)
        found.setdefault(link.to_claim_id, []).append(link)
    return found


def shortest_chain(along: Ways, start: str, goal: str) -> tuple[Link, ...]:
    """The shortest chain of links between two claims; of several, that of the smaller numbers.

    Both ends are searched from at once, so that in a large net of links, where everything is a few
    steps from everything, only a small part of it is looked at.

    Args:
        along: the links that may be walked.
        start: the id of the claim it begins at.
        goal: the id of the claim it ends at.

    Returns:
        The links from `start` to `goal` in walking order; empty when there is no chain, or nothing
        to walk.
    """
    near, far = {start: 0}, {goal: 0}
    front, back = [start], [goal]
    while not (met := set(front) & set(back)):
        if not front or not back:
            return ()
        if len(front) <= len(back):
            front = _further(along, near, front)
        else:
            back = _further(along, far, back)
    return tuple(_walk(along, near, far, met, start))


def _further(along: Ways, steps: dict[str, int], edge: Sequence[str]) -> list[str]:
    """The claims one step further out than `edge`; `steps` takes in how far away they are."""
    found = []
    for here in edge:
        for link in along.get(here, ()):
            other = link.other(here)
            if other not in steps:
                steps[other] = steps[here] + 1
                found.append(other)
    return found


def _walk(
    along: Ways, near: Mapping[str, int], far: Mapping[str, int], met: set[str], start: str
) -> Iterator[Link]:
    """From the start to where the searches met, then on to the goal, small numbers first."""
    leading = _leading(along, near, met)
    half = near[next(iter(met))]
    whole = half + far[next(iter(met))]
    here = start
    for step in range(1, whole + 1):
        link = next(
            link
            for link in along[here]
            if (
                link.other(here) in leading and near[link.other(here)] == step
                if step <= half
                else far.get(link.other(here)) == whole - step
            )
        )
        yield link
        here = link.other(here)


def _leading(along: Ways, near: Mapping[str, int], met: set[str]) -> set[str]:
    """The claims that lead from the start to where the searches met, on a shortest way."""
    leading, edge = set(met), met
    while edge:
        edge = {
            link.other(here)
            for here in edge
            for link in along.get(here, ())
            if near.get(link.other(here)) == near[here] - 1
        }
        leading |= edge
    return leading
