"""Which numbers of two texts both tell, found without comparing each with each."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from workbench.match.differences.numbers import Number
from workbench.match.differences.same_number import LOOSE, ROUNDING, same_number

_ROUGHLY = 1 + ROUNDING + 0.01
"""How many times the other a number is at most that is the same, where neither is "about"."""
_LOOSELY = (1 + LOOSE) / (1 - LOOSE) + 0.01
"""The same where either is "nearly", "more than" or "about" a figure."""

Told = tuple[frozenset[int], frozenset[int]]


def told_by_both(a: Sequence[Number], b: Sequence[Number]) -> Told:
    """The numbers of each text that the other can mean with one of its own.

    What it costs grows with the numbers and with how many lie within `_ROUGHLY` of one another.

    Args:
        a: numbers of the one text.
        b: numbers of the other.

    Returns:
        Of each text the first tokens of those numbers.
    """
    told_a: set[int] = set()
    told_b: set[int] = set()
    near = _Near(b) if a and b else None
    for x in a if near else ():
        for y in near.to(x) if near else ():
            known = x.first in told_a and y.first in told_b
            if not known and same_number(x, y, strict=False):
                told_a.add(x.first)
                told_b.add(y.first)
    return frozenset(told_a), frozenset(told_b)


class _Near:
    """Numbers by their value, once in their own unit and once in the base unit of its measure."""

    def __init__(self, numbers: Sequence[Number]) -> None:
        by_sort: dict[str, list[Number]] = defaultdict(list)
        for number in numbers:
            by_sort[_WHATEVER].append(number)
            by_sort[number.measures if number.unit else _MERE].append(number)
        self._by_sort = {sort: _Scale(sort, found) for sort, found in by_sort.items()}

    def to(self, number: Number) -> Iterator[Number]:
        """The numbers that can be the same as one, and some that cannot."""
        for sort in (number.measures, _MERE) if number.unit else (_WHATEVER,):
            if sort in self._by_sort:
                yield from self._by_sort[sort].near(number)


_WHATEVER, _MERE = "*", ""  # every number, in its own unit; numbers without one


class _Scale:
    """Numbers that can be compared with one another by their value."""

    def __init__(self, sort: str, numbers: Sequence[Number]) -> None:
        self._base = sort not in (_WHATEVER, _MERE)
        self._loose = any(number.about for number in numbers)
        exact = sorted(
            (number for number in numbers if number.low == number.high),
            key=lambda one: one.low * self._factor(one),
        )
        self._exact = exact, [one.low * self._factor(one) for one in exact]
        self._ranges: dict[tuple[float, float], list[Number]] = defaultdict(list)
        for one in numbers:
            if one.low != one.high:
                factor = self._factor(one)
                self._ranges[one.low * factor, one.high * factor].append(one)

    def near(self, number: Number) -> Iterator[Number]:
        """Those that lie as near to a number as it takes to be the same, in the same scale."""
        factor = self._factor(number)
        low, high = number.low * factor, number.high * factor
        wide = _LOOSELY if self._loose or number.about else _ROUGHLY
        slack = number.finest * factor / 2 if self._base else 0.0
        exact, values = self._exact
        first = bisect_left(values, min(low / wide, low - slack))
        yield from exact[first : bisect_right(values, max(high * wide, high + slack))]
        if number.low != number.high:  # two ranges are the same or not
            yield from self._ranges.get((low, high), ())
            return
        for ones in self._ranges.values():
            yield from ones

    def _factor(self, number: Number) -> float:
        return number.unit.factor if self._base and number.unit else 1.0
