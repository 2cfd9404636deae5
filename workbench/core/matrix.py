"""The matrix of a review: a row a point, a column an article, in each cell what the article says.

Which points are shown, and in what order, is found out for all of them; a row is put together when
it is looked at.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, get_args

from workbench.core.contradictions import contradictory
from workbench.core.division import Division, division
from workbench.core.model import Article, Claim, Standing
from workbench.core.point import Point, Sign, reading_order, signs
from workbench.core.review import ReviewState

Order = Literal["division", "published", "reading", "number"]
ORDERS: tuple[Order, ...] = get_args(Order)
"""By how much points divide the articles, most first; by when the first article that speaks to
them came out, undated last; by article number and place; by their own number."""

Filter = Literal["conflicting", "only here", "contradictory", "without finding"]
FILTERS: tuple[Filter, ...] = get_args(Filter)
"""Points that conflict; that one article alone speaks to; with marks that cannot all hold; without
a finding."""

Findings = Mapping[str, Sequence[tuple[str, str]]]
"""By the id of the claim that findings hang on: of each its wording and verdict, either may be "".

Several of one analyst hang on one claim when that of another one was handed over to it."""

_STRONGEST: tuple[Sign, ...] = ("conflicting", "agreeing", "single", "unverified")


class Held(NamedTuple):
    """What an article says on a point, as far as it is one position.

    Attributes:
        letter: the position.
        sign: the strongest of its claims' signs: conflicting, agreeing, single, unverified.
        claims: the article's claims in it, by place.
    """

    letter: str
    sign: Sign
    claims: tuple[Claim, ...]


Cell = tuple[Held, ...]
"""What an article says on a point, by letter; empty where it is silent."""


def cell_sign(cell: Cell) -> Sign | None:
    """The strongest sign in a cell; None where the article is silent."""
    return min((held.sign for held in cell), key=_STRONGEST.index, default=None)


@dataclass(frozen=True, slots=True)
class Row:
    """A point as the matrix shows it.

    Attributes:
        point: the point.
        wording: the wording of its findings (several: one after the other), else the words of its
            first claim, at full length and exactly as they stand in the article.
        found: whether it has a finding.
        verdict: the verdicts of its findings, each once: `supported`, `supported; mixed`, "".
        cells: one a column.
    """

    point: Point
    wording: str
    found: bool
    verdict: str
    cells: tuple[Cell, ...]

    @property
    def number(self) -> int:
        """The point's number."""
        return self.point.number

    @property
    def standing(self) -> Standing:
        """The point's standing."""
        return self.point.standing

    @property
    def sign(self) -> Sign:
        """What the point's sign says: `single` where all its agreement is from one origin."""
        signs_here = {held.sign for cell in self.cells for held in cell}
        return next((sign for sign in _STRONGEST if sign in signs_here), "unverified")

    @property
    def origins(self) -> str:
        """Its articles and origins in words: `3 articles, 2 (+1 unknown) origins`."""
        return self.point.origins.words()

    @property
    def division(self) -> Division:
        """How much it divides the articles."""
        return division(self.point)

    def articles(self, sign: Sign | None) -> int:
        """How many articles have this as the sign of their cell; None: are silent."""
        return sum(1 for cell in self.cells if cell_sign(cell) == sign)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows in order; each is put together when it is asked for.

    Attributes:
        columns: the articles by number.
        points: the points of the rows, in their order.
        findings: what was found on points.
    """

    columns: tuple[Article, ...]
    points: tuple[Point, ...]
    findings: Findings

    def __len__(self) -> int:
        return len(self.points)

    def row(self, index: int) -> Row:
        """A row.

        Args:
            index: counted from 0.

        Raises:
            IndexError: there are not so many.
        """
        point = self.points[index]
        held = _held(point)
        wording, verdict, found = _found(point, self.findings)
        return Row(
            point=point,
            wording=wording,
            found=found,
            verdict=verdict,
            cells=tuple([held.get(article.id, ()) for article in self.columns]),
        )

    def rows(self, start: int = 0, end: int | None = None) -> Iterator[Row]:
        """Some rows, those in view for example; all of them if nothing is said.

        Args:
            start: the first.
            end: the one after the last; fewer come where there are fewer.
        """
        return map(self.row, range(len(self.points))[start:end])

    def index_of(self, number: int) -> int | None:
        """Where the point with this number stands; None where it is filtered out."""
        return next((i for i, point in enumerate(self.points) if point.number == number), None)


def matrix(
    articles: Mapping[str, Article],
    points: Iterable[Point],
    *,
    order: Order = "division",
    only: Collection[Filter] = (),
    findings: Findings | None = None,
) -> Matrix:
    """The matrix of some points.

    Args:
        articles: the review's, by id; each is a column.
        points: the points, in any order.
        order: how the rows are sorted; rows that are alike in this come by point number.
        only: a row must pass all of these filters.
        findings: what was found on points, by the claim it hangs on.
    """
    known = findings or {}
    tests = [_test(name, known) for name in only]
    kept = [point for point in points if all(test(point) for test in tests)]
    kept.sort(key=lambda point: point.number)
    kept.sort(key=_key(order, articles))
    columns = sorted(articles.values(), key=lambda article: article.number)
    return Matrix(tuple(columns), tuple(kept), known)


def own_findings(state: ReviewState) -> dict[str, list[tuple[str, str]]]:
    """The analyst's findings as a matrix takes them: wording and verdict of each, by claim."""
    found: dict[str, list[tuple[str, str]]] = {}
    for finding in sorted(state.findings.values(), key=lambda one: one.number):
        if finding.analyst == state.analyst:
            found.setdefault(finding.claim_id, []).append((finding.wording, finding.verdict))
    return found


def tally(points: Iterable[Point], findings: Findings | None = None) -> dict[str, int]:
    """How many points there are of each standing, and how many pass each filter.

    Returns:
        Counts by the names of standings and filters, those that are 0 included.
    """
    tests = {name: _test(name, findings or {}) for name in FILTERS}
    counts = dict.fromkeys((*get_args(Standing), *FILTERS), 0)
    for point in points:
        if point.standing != "conflicting":  # which is a filter too
            counts[point.standing] += 1
        for name, test in tests.items():
            counts[name] += test(point)
    return counts


def _held(point: Point) -> dict[str, Cell]:
    """What each article says on a point, by article id and in the order of the letters."""
    sign_of = signs(point)
    held: dict[str, Cell] = {}
    for position in point.positions:
        claims: dict[str, list[Claim]] = {}
        for claim in position.claims:
            claims.setdefault(claim.article_id, []).append(claim)
        for article_id, here in claims.items():
            strongest = min((sign_of[claim.id] for claim in here), key=_STRONGEST.index)
            one = Held(position.letter, strongest, tuple(here))
            held[article_id] = (*held.get(article_id, ()), one)
    return held


def _found(point: Point, findings: Findings) -> tuple[str, str, bool]:
    """Wording and verdict of a point, and whether there is a finding."""
    here = [one for claim in point.claims for one in findings.get(claim.id, ())]
    wordings = dict.fromkeys(wording for wording, _ in here if wording)
    verdicts = dict.fromkeys(verdict for _, verdict in here if verdict)
    wording = " / ".join(wordings) or point.positions[0].claims[0].quote
    return wording, "; ".join(verdicts), bool(here)


def _test(name: Filter, findings: Findings) -> Callable[[Point], bool]:
    return {
        "conflicting": lambda point: point.standing == "conflicting",
        "only here": _only_here,
        "contradictory": contradictory,
        "without finding": lambda point: not any(c.id in findings for c in point.claims),
    }[name]


def _only_here(point: Point) -> bool:
    first = point.positions[0].claims[0].article_id
    return all(claim.article_id == first for claim in point.claims)


def _key(order: Order, articles: Mapping[str, Article]) -> Callable[[Point], Any]:
    return {
        "division": _divided,
        "published": lambda point: reading_order(articles, point.positions[0].claims[0]),
        "reading": lambda point: min(
            (articles[claim.article_id].number, claim.start, -claim.end) for claim in point.claims
        ),
        "number": lambda point: point.number,
    }[order]


def _divided(point: Point) -> tuple[bool, int, float, int]:
    """What puts first what divides most."""
    conflicting, fewer, spread, speaking = division(point)
    return not conflicting, -fewer, -spread, -speaking
