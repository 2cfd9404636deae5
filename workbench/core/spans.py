"""Which spans lie over a piece of text, found without looking at the others."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, NamedTuple, Protocol, TypeVar

Item = TypeVar("Item")
Spanned = TypeVar("Spanned", bound="Span")

_LONG = 2_000  # one long span early in a text would make every look-up start there


class Span(Protocol):
    """Anything with a half-open span of code points."""

    @property
    def start(self) -> int:
        """Its first code point."""

    @property
    def end(self) -> int:
        """The one after its last."""


class Placed(NamedTuple, Generic[Item]):
    """An item and its half-open span of code points."""

    start: int
    end: int
    item: Item


class SpanIndex(Generic[Spanned]):
    """Spans by place; overlapping and nested ones too.

    Args:
        spans: the spans, in any order.
    """

    def __init__(self, spans: Iterable[Spanned] = ()) -> None:
        ordered = sorted(spans, key=lambda span: (span.start, -span.end))
        self._long = [span for span in ordered if span.end - span.start > _LONG]
        self._short = ordered
        if self._long:
            self._short = [span for span in ordered if span.end - span.start <= _LONG]
        self._starts = [span.start for span in self._short]
        self._reach = list(accumulate((span.end for span in self._short), max))
        self.all = ordered

    def over(self, start: int, end: int) -> list[Spanned]:
        """The spans that share at least one code point with [start, end), by place."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        found = [span for span in self._short[first:last] if span.end > start]
        long = [span for span in self._long if span.start < end and span.end > start]
        return sorted([*found, *long], key=lambda s: (s.start, -s.end)) if long else found

    def at(self, offset: int) -> list[Spanned]:
        """The spans over a code point, the innermost (shortest) first."""
        return sorted(self.over(offset, offset + 1), key=lambda span: span.end - span.start)
