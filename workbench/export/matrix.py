"""The matrix as lines: a row a point, a column an article, words in the cells and no signs."""

from collections.abc import Iterator

from workbench.core.concluding import own_findings_of
from workbench.core.contradictions import spoken_against
from workbench.core.matrix import Cell, Findings, Row, matrix, own_findings
from workbench.core.model import Article
from workbench.core.point import Sign
from workbench.core.points import all_points
from workbench.core.review import ReviewState
from workbench.core.text import one_line
from workbench.export.kinds import fields

_SAID: dict[Sign, str] = {
    "conflicting": "conflicting",
    "agreeing": "agreeing",
    "single": "agreeing from one origin",
    "unverified": "unverified",
}


def article_columns(state: ReviewState, *, quotes: bool) -> tuple[str, ...]:
    """The columns behind the fixed ones: `article 3 kayhan.ir 2025-10-08`, by article number.

    Args:
        state: the review.
        quotes: whether each is followed by its twin, `quotes of article 3`.
    """
    names: list[str] = []
    for article in state.articles_in_order():
        names.append(_name(article))
        if quotes:
            names.append(_twin(article))
    return tuple(names)


def matrix_lines(
    state: ReviewState, *, quotes: bool, findings: Findings | None
) -> Iterator[dict[str, str | int]]:
    """The points by number.

    Args:
        state: the review, without claims and links that hang in the air.
        quotes: whether the articles' words stand beside what they are marked.
        findings: what was found on points, by the claim it hangs on; None for the analyst's own.
    """
    known = own_findings(state) if findings is None else findings
    made = matrix(state.articles, all_points(state), order="number", findings=known)
    names = [(_name(article), _twin(article)) for article in made.columns]
    for row in made.rows():
        line = dict(zip(fields("matrix"), _fixed(state, row), strict=True))
        for (name, twin), cell in zip(names, row.cells, strict=True):
            line[name] = "; ".join(f"{held.letter} {_SAID[held.sign]}" for held in cell)
            if quotes:
                line[twin] = _quotes(cell)
        yield line


def _fixed(state: ReviewState, row: Row) -> tuple[str | int, ...]:
    """What stands before the articles, in the order of the columns."""
    point = row.point
    first = state.articles[point.positions[0].claims[0].article_id]
    own = own_findings_of(state, point)
    agreeing = row.articles("agreeing") + row.articles("single")
    speaking = {claim.article_id for claim in point.claims}
    return (
        row.number,
        row.wording,
        row.standing,
        point.origins.tally(),
        row.verdict,
        "; ".join(dict.fromkeys(filter(None, (one.confidence for one in own)))),
        "\n\n".join(filter(None, (one.rationale for one in own))),
        "; ".join(f"{p.letter}: {p.origins.words()}" for p in point.positions),
        agreeing,
        row.articles("conflicting"),
        row.articles("unverified"),
        row.articles(None),
        row.division.fewer,
        first.number if len(speaking) == 1 else "",
        first.published_on,
        first.outlet,
        _numbers([link.number for link in spoken_against(point)]),
        _numbers(sorted(claim.number for claim in point.claims)),
        _numbers([link.number for link in point.links]),
        state.review.title,
    )


def _quotes(cell: Cell) -> str:
    """The exact words of an article's only claim; of several a line each, with its position."""
    claims = [(held.letter, claim) for held in cell for claim in held.claims]
    if len(claims) == 1:
        return claims[0][1].quote
    return "\n".join(f"{letter}: {one_line(claim.quote)}" for letter, claim in claims)


def _numbers(numbers: list[int]) -> str:
    return "; ".join(map(str, numbers))


def _name(article: Article) -> str:
    # The number makes it unlike every other column, whatever the outlet is called.
    return one_line(f"article {article.number} {article.outlet} {article.published_on}")


def _twin(article: Article) -> str:
    return f"quotes of article {article.number}"
