"""What points cost: all of them, those one mark touches, what is implied, and the matrix."""

import gc
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import get_args

from tools.bench.figures import Promise, Row, milliseconds, quantile, ratio
from tools.bench.place import Place
from workbench.core.contradictions import cycles
from workbench.core.implied import Implications
from workbench.core.matrix import matrix
from workbench.core.model import Article, Claim, Link, Relation, Review, to_row
from workbench.core.point_index import PointIndex
from workbench.core.points import all_points
from workbench.core.review import ReviewState, RowChange
from workbench.core.standings import Standings

_RELATIONS: tuple[Relation, ...] = ("agrees", "agrees", "agrees", "conflicts", "unverified")
_IN_VIEW = 40  # rows of the matrix on a screen of 50 lines


def points(place: Place) -> Iterator[Row]:
    """20,000 claims with 30,000 links, in points of ten and as one; then what a screen asks."""
    for name, size in (("points of 10", 10), ("one giant point", 20_000)):
        state = review(20_000, 30_000, size)
        yield from _all(place, state, f"20,000 claims, 30,000 links · {name}")
        yield _kept(place, state, f"20,000 claims, 30,000 links · {name}")
    for claims, links in ((10, 15), (300, 600), (1_000, 2_000), (20_000, 30_000)):
        yield _one_mark(place, claims, links)
    yield from _walked(place)
    yield from _matrix(place)


def review(claims: int, links: int, size: int, articles: int = 50) -> ReviewState:
    """A review in memory whose links tie random claims within groups of `size`."""
    chance = random.Random(claims + links)
    state = ReviewState(Review("r", "Measured", "bench", "", ""), "bench")
    state.take(_article(number) for number in range(1, articles + 1))
    state.take(_claim(number, chance, articles) for number in range(1, claims + 1))
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < links:
        one = chance.randint(1, claims)
        first = (one - 1) // size * size + 1
        other = chance.randint(first, min(claims, first + size - 1))
        if one != other:
            pairs.add((min(one, other), max(one, other)))
    state.take(
        Link("r", f"l{n}", n, f"c{a}", f"c{b}", chance.choice(_RELATIONS), "", "", "bench", "", "")
        for n, (a, b) in enumerate(sorted(pairs), start=1)
    )
    return state


def _article(number: int) -> Article:
    date = f"2025-10-{1 + number % 28:02}"
    name = f"wire{number}.example"
    return Article(
        "r", f"a{number}", number, name, "", date, "", "", 10**6, "", "", "bench", "", ""
    )


def _claim(number: int, chance: random.Random, articles: int) -> Claim:
    start = number * 17
    quote, origin = f"What is claimed in place {number}.", chance.choice(("", "AP", "TASS"))
    return Claim(
        "r", f"c{number}", number, f"a{chance.randint(1, articles)}", start, start + 30, quote,
        "", "", "", "", origin, "", "bench", "", "",
    )  # fmt: skip


def _cpu(work: Callable[[], object]) -> float:
    """Milliseconds of processor time; what was thrown away before is not paid for here."""
    gc.collect()
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def _one_pass(state: ReviewState) -> int:
    """The least there is to do: look at both ends of each link once."""
    return sum(
        state.claims[link.from_claim_id].number < state.claims[link.to_claim_id].number
        for link in state.links.values()
        if link.analyst == state.analyst and link.same_event
    )


def _all(place: Place, state: ReviewState, name: str) -> Iterator[Row]:
    spent, passes = [], []
    for _ in range(place.times(10, 4)):
        spent.append(_cpu(lambda: all_points(state)))
        passes.append(_cpu(lambda: _one_pass(state)))
    limit = Promise("CPU p95", quantile(spent, 0.95), 500, "ms")
    yield Row(f"all points · {name}", f"CPU {milliseconds(spent)}", (limit,))
    yield Row(f"the same ÷ one plain pass over all links · {name}", f"{ratio(spent, passes):.1f}")


def _kept(place: Place, state: ReviewState, name: str) -> Row:
    """All points as the screen has them: so that an act finds out what it changes."""
    spent = [_cpu(lambda: PointIndex(state)) for _ in range(place.times(10, 4))]
    limit = Promise("CPU p95", quantile(spent, 0.95), 500, "ms")
    return Row(f"all points, ready for acts · {name}", f"CPU {milliseconds(spent)}", (limit,))


def _one_mark(place: Place, claims: int, links: int) -> Row:
    """Marks on points of so many claims, among 20,000 in all: given, changed, taken away.

    What is measured is all that follows: points, positions, origins, and whose sign is another.
    """
    state = review(20_000, 20_000 * links // claims, claims)
    kept = Standings(state)
    kept.points()
    chance = random.Random(3)
    spent = []
    taken: list[Link] = []
    for turn in range(place.times(200, 20)):
        if taken and turn % 4 == 3:
            row = RowChange("link", taken[-1].id, None, to_row(taken.pop()))
        else:
            link = chance.choice(list(state.links.values()))
            other = chance.choice([one for one in get_args(Relation) if one != link.relation])
            marked = to_row(replace(link, relation=other)) if turn % 4 else None
            row = RowChange("link", link.id, to_row(link), marked)
            if marked is None:
                taken.append(link)
        effect = state.apply([row])
        spent.append(_cpu(lambda effect=effect: kept.update(effect)))  # type: ignore[misc]
    return Row(
        f"what one mark touches · on a point of {claims:,} claims",
        f"CPU {milliseconds(spent)}",
        (Promise("CPU p95", quantile(spent, 0.95), 5, "ms"),),
    )


def _walked(place: Place) -> Iterator[Row]:
    times = place.times(10, 4)
    giant = all_points(review(20_000, 30_000, 20_000))[0]
    found = cycles(giant)
    next(found)  # what is read in once, for all chains of a point
    chains = [_cpu(lambda: list(islice(found, 20))) / 20 for _ in range(times)]
    yield Row(
        f"a contradiction's chain · one of {len(giant.contradictions):,} on the giant point",
        f"CPU {milliseconds(chains)}",
    )
    ordinary = max(all_points(review(300, 400, 300)), key=lambda point: len(point.claims))
    one = [_cpu(lambda: Implications(ordinary).of(ordinary.claims[0])) for _ in range(times)]
    every = [_cpu(lambda: sum(1 for _ in Implications(ordinary).every())) for _ in range(times)]
    size = len(ordinary.claims)
    yield Row(f"what is implied for a claim · on a point of {size}", f"CPU {milliseconds(one)}")
    yield Row(
        f"what is implied for all of them · on a point of {size}", f"CPU {milliseconds(every)}"
    )


def _matrix(place: Place) -> Iterator[Row]:
    state = review(10_000, 14_000, 5)
    found = all_points(state)
    whole, sorting, view = [], [], []
    for _ in range(place.times(10, 4)):
        whole.append(
            _cpu(lambda: list(matrix(state.articles, all_points(state)).rows(0, _IN_VIEW)))
        )
        sorting.append(_cpu(lambda: matrix(state.articles, found)))
        made = matrix(state.articles, found)
        view.append(_cpu(lambda made=made: list(made.rows(900, 900 + _IN_VIEW))))  # type: ignore[misc]
    name = f"{len(found):,} points in {len(state.articles)} articles"
    limit = Promise("CPU p95", quantile(whole, 0.95), 200, "ms")
    yield Row(
        f"the matrix from the marks on, {_IN_VIEW} rows · {name}",
        f"CPU {milliseconds(whole)}",
        (limit,),
    )
    yield Row(f"sorted by what divides · {name}", f"CPU {milliseconds(sorting)}")
    yield Row(f"{_IN_VIEW} rows in view · {name}", f"CPU {milliseconds(view)}")
