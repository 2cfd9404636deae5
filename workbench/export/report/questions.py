"""What is open: the places an editor asks about before signing."""

from collections.abc import Iterable, Iterator, Sequence

from workbench.core.model import UNVERIFIED
from workbench.export.report.dossier import Question, Reference
from workbench.export.report.model import ArticleEntry, PointEntry


def questions(
    points: Sequence[PointEntry], articles: Sequence[ArticleEntry]
) -> tuple[Question, ...]:
    """The open questions, the most pressing first; those nobody has to ask are left out.

    Args:
        points: the points in full, in order.
        articles: the articles by number.
    """
    return tuple(question for question in _all(points, articles) if question.references)


def _all(points: Sequence[PointEntry], articles: Sequence[ArticleEntry]) -> Iterator[Question]:
    yield Question(
        "Marks that contradict each other",
        "They cannot all hold: one of them is wrong, or a claim is too wide.",
        _points(point for point in points if point.contradictions),
    )
    yield Question(
        "Conflicts without a finding",
        "The articles contradict each other here, and the analyst whose points these are has not "
        "concluded anything yet.",
        _points(
            (
                point
                for point in points
                if point.sign == "conflicting" and not any(one.own for one in point.findings)
            ),
            findings=True,
        ),
    )
    yield Question(
        "More than one finding on a point",
        "They have to be settled, or both have to stand for a reason.",
        _points((point for point in points if len(point.findings) > 1), findings=True),
    )
    yield Question(
        "Findings without a verdict, or unverified",
        "They say what is asked, not yet what the answer is.",
        tuple(_undecided(points)),
    )
    yield Question(
        "Agreement of unknown origin",
        "Articles agree, but where it comes from is not declared for all of them; it may be one "
        "voice.",
        _points(point for point in points if any(position.unknown for position in point.positions)),
    )
    yield Question(
        "Agreement from one origin",
        "Several articles, one voice: it wants a second, independent one.",
        _points(point for point in points if any(position.single for position in point.positions)),
    )
    yield Question(
        "Pairs left unverified",
        "Somebody looked at two claims side by side and could not tell.",
        _points(
            point
            for point in points
            if any(
                link.relation == "unverified" and link.same_event and link.counts
                for link in point.links
            )
        ),
    )
    for name, field in (("date", "published_on"), ("outlet", "outlet"), ("address", "address")):
        yield Question(
            f"Articles without {'an' if name[0] in 'aeiou' else 'a'} {name}",
            {
                "date": "“Friday” in them may be any Friday, and who said it first is open.",
                "outlet": "Nobody is named who answers for them.",
                "address": "A second person cannot look them up.",
            }[name],
            tuple(
                Reference("article", one.number, one.title or one.outlet)
                for one in articles
                if not getattr(one, field)
            ),
        )


def _points(points: Iterable[PointEntry], *, findings: bool = False) -> tuple[Reference, ...]:
    return tuple(
        Reference(
            "point",
            point.number,
            point.wording,
            "; ".join(_whose(point)) if findings else "",
        )
        for point in points
    )


def _whose(point: PointEntry) -> Iterator[str]:
    for one in point.findings:
        yield f"finding {one.number} of {one.analyst}: {one.verdict or 'no verdict'}"


def _undecided(points: Iterable[PointEntry]) -> Iterator[Reference]:
    for point in points:
        for one in point.findings:
            if one.own and one.verdict in ("", UNVERIFIED):
                yield Reference("finding", one.number, one.wording, one.verdict or "no verdict")
