"""What is said below the matrix of the point that keys act on."""

from collections.abc import Callable
from itertools import islice

from workbench.core import apparatus
from workbench.core.contradictions import Cycle, cycles, spoken_against
from workbench.core.matrix import Row
from workbench.core.model import Article, Claim, Finding
from workbench.core.review import ReviewState
from workbench.core.text import count, one_line
from workbench.offering import differing
from workbench.tui.desk import outlet_and_date

_LONGEST = 2_000  # code points of a line

Said = tuple[str, str]
"""Words, and the style they are drawn in."""


def said(
    state: ReviewState,
    row: Row,
    article: Article | None,
    claims: list[Claim],
    ours: Callable[[str], str] = str,
) -> list[Said]:
    """A point in sentences, the most wanted first.

    Args:
        state: the review.
        row: the point.
        article: the article that keys act on.
        claims: what it says on the point.
        ours: how words of our own are drawn; those of articles stay as they are.
    """
    lines = [
        (ours(" · ").join(_head(state, row)), "$secondary"),
        (_apparatus(state, row), ""),
        *((ours(words), "$conflicting") for words in _contradictions(row)),
        *([(row.wording, "italic")] if row.found else []),
        *([(_cell(row, article, claims, ours), "")] if article else []),
    ]
    return [(one_line(words[:_LONGEST]), style) for words, style in lines]


def _head(state: ReviewState, row: Row) -> list[str]:
    """Number, standing, origins, and what each analyst has found."""
    findings = state.findings_of(row.point)
    own = sum(1 for finding in findings if finding.analyst == state.analyst)
    return [
        f"point {row.number}",
        row.standing,
        row.origins,
        *(_found(state, finding) for finding in findings),
        *([f"{own} findings, to be settled"] if own > 1 else []),
    ]


def _found(state: ReviewState, finding: Finding) -> str:
    who = "verdict" if finding.analyst == state.analyst else f"verdict of {finding.analyst}"
    sure = f", {finding.confidence} confidence" if finding.confidence else ""
    return f"{who}: {finding.verdict or 'none yet'}{sure}"


def _apparatus(state: ReviewState, row: Row) -> str:
    """The readings of the articles, as an edition gives them."""
    entries = apparatus.apparatus(
        row.point, state.articles, lambda one, other: differing(state, one, other)
    )
    return apparatus.line(entries)


def _contradictions(row: Row) -> list[str]:
    """The first marks that cannot all hold, and how many there are besides."""
    numbers = {claim.id: claim.number for claim in row.point.claims}
    more = len(spoken_against(row.point)) - 1
    return [
        f"contradictory marks: {cycle_words(cycle, numbers)}"
        + (f"; and {count(more, 'more contradiction')}" if more else "")
        for cycle in islice(cycles(row.point), 1)
    ]


def cycle_words(cycle: Cycle, numbers: dict[str, int]) -> str:
    """What cannot all hold, by the numbers of its claims: `6 = 7 = 8, yet 6 ≠ 8`."""
    link = cycle.link
    chain = [numbers[step.claim_id] for step in cycle.steps()]
    one, other = numbers[link.from_claim_id], numbers[link.to_claim_id]
    if link.same_event:
        return f"{' = '.join(map(str, chain))}, yet {one} ≠ {other}"
    joined = " – ".join(map(str, chain))
    return f"{one} and {other} are other events, yet joined: {joined}"


def _cell(row: Row, article: Article, claims: list[Claim], ours: Callable[[str], str]) -> str:
    """What the article says on the point, in its words."""
    called = ours(f"{article.number} {outlet_and_date(article)}")
    opening, closing = ours("“"), ours("”")
    if not claims:
        return f"{called} is silent on this point"
    letters = {c.id: p.letter for p in row.point.positions for c in p.claims}
    several = len(row.point.positions) > 1
    quotes = (
        (f"{letters[claim.id]} " if several else "") + f"{opening}{claim.quote[:_LONGEST]}{closing}"
        + (f" ({claim.claimant})" if claim.claimant else "")
        for claim in claims
    )  # fmt: skip
    return f"{called}: {ours(' · ').join(quotes)}"
