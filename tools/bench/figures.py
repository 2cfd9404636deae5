"""Figures: medians, quantiles, ratios, and what was promised beside what was measured."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple


def quantile(values: Iterable[float], share: float) -> float:
    """The smallest value that at least this share of the values do not exceed.

    Args:
        values: at least one.
        share: between 0 and 1; 0.5 gives the (lower) median, 1 the greatest.
    """
    ordered = sorted(values)
    needed = -(-share * len(ordered) // 1)  # rounded up
    return ordered[max(0, int(needed) - 1)]


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the ratios round by round: a slow minute hits both sides of a round."""
    return median(one / other for one, other in zip(ours, theirs, strict=True))


class Promise(NamedTuple):
    """One thing a figure is to reach.

    Attributes:
        name: what is promised: `p95`, `CPU`; "" where it goes without saying.
        value: what was measured.
        limit: what it is to be.
        unit: of both.
        at_least: whether more is better.
    """

    name: str
    value: float
    limit: float
    unit: str = ""
    at_least: bool = False

    @property
    def kept(self) -> bool:
        """Whether it was reached."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def wanted(self) -> str:
        """What is promised, as a table has it."""
        sign = "≥" if self.at_least else "≤"
        return f"{self.name} {sign} {self.limit:g}{self._unit()}".strip()

    def outcome(self) -> str:
        """`ok`, or by how much it was missed."""
        if self.kept:
            return "ok"
        missed = "under" if self.at_least else "over"
        name = f"{self.name} " if self.name else ""
        return f"{name}{missed} by {abs(self.value - self.limit):.3g}{self._unit()}"

    def _unit(self) -> str:
        return f" {self.unit}" if self.unit else ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table.

    Attributes:
        what: what was measured.
        figure: what came out.
        promises: what it was to be; empty for a figure that is only for information.
    """

    what: str
    figure: str
    promises: tuple[Promise, ...] = ()

    @property
    def wanted(self) -> str:
        """All that is promised."""
        return ", ".join(promise.wanted() for promise in self.promises)

    @property
    def outcome(self) -> str:
        """`ok` when all is kept; else what is not; "" where nothing is promised."""
        missed = [promise.outcome() for promise in self.promises if not promise.kept]
        return ", ".join(missed) if missed else "ok" if self.promises else ""


def milliseconds(values: Sequence[float], worst: float = 0.95) -> str:
    """Median and a high quantile, as a table has them."""
    return f"{short(median(values))} / {short(quantile(values, worst))} ms"


def short(value: float) -> str:
    """A figure with as many places as mean something: `0.15`, `3.1`, `124`."""
    return f"{value:.2f}" if value < 1 else f"{value:.1f}" if value < 100 else f"{value:.0f}"
