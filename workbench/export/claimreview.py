"""Findings as schema.org's ClaimReview, in JSON-LD for a page (docs/claimreview.md)."""

from collections.abc import Iterator
from itertools import pairwise

from workbench.core.evidence import evidence_words
from workbench.core.model import Article, Claim, Finding
from workbench.core.points import Point, all_points
from workbench.core.progress import Tell
from workbench.core.review import ReviewState
from workbench.export.addresses import is_address
from workbench.export.json_ld import Node, json_text, known, lines, urn
from workbench.export.material import Material
from workbench.export.whole import whole_of

CONTEXT = "https://schema.org"
"""The vocabulary."""


def document(state: ReviewState, file_format: str, material: Material, tell: Tell) -> bytes:  # noqa: ARG001 - as every document is made
    """The analyst's findings that have a verdict, a ClaimReview each.

    Args:
        state: the review; findings, points and positions are those of its analyst.
        file_format: there is one, `jsonld`.
        material: its `url` is where the findings will stand.
        tell: told now and then how many are made; what it raises ends the work.

    Returns:
        One ClaimReview a line, by point, then by number.
    """
    points = {claim.id: point for point in all_points(whole_of(state)) for claim in point.claims}

    def place(finding: Finding) -> tuple[bool, int, int]:
        point = points.get(finding.claim_id)
        return point is None, point.number if point else 0, finding.number

    judged = [
        finding
        for finding in state.findings.values()
        if finding.analyst == state.analyst and finding.verdict
    ]
    made = (
        _claim_review(state, finding, points.get(finding.claim_id), material.url)
        for finding in sorted(judged, key=place)
    )
    parts = [f'{{"@context": {json_text(CONTEXT)}, "@graph": [', *lines(made, len(judged), tell)]
    return "".join([*parts, "\n]}\n"]).encode()


def _claim_review(state: ReviewState, finding: Finding, point: Point | None, url: str) -> Node:
    return {
        "@type": "ClaimReview",
        "@id": urn(finding.id),
        **known(url=_part_of(url, point)),
        "claimReviewed": finding.wording,
        # No number: a list of verdicts is no scale, and a review may have a list of its own.
        "reviewRating": {"@type": "Rating", "alternateName": finding.verdict},
        "author": {"@type": "Person", "name": finding.analyst},
        "dateCreated": finding.created_at,
        "dateModified": finding.updated_at,
        "datePublished": finding.updated_at[:10],
        **known(
            reviewBody=finding.rationale,
            citation=[evidence_words(one) for one in state.evidence_of(finding.id)],
            itemReviewed=_claim(state, finding, point) if point else None,
        ),
    }


def _part_of(url: str, point: Point | None) -> str:
    """Where on the page a point stands, if the page is the report."""
    return f"{url}#point-{point.number}" if url and point and "#" not in url else url


def _claim(state: ReviewState, finding: Finding, point: Point) -> Node:
    """Who says what was reviewed, and where: the position of the claim that the finding hangs on.

    The other positions on the point say something else.
    """
    claims = point.position_of(finding.claim_id).claims
    articles = list(
        {claim.article_id: state.articles[claim.article_id] for claim in claims}.values()
    )
    first = articles[0] if _is_first(articles) else None
    return {
        "@type": "Claim",
        "text": state.claims[finding.claim_id].quote,
        **known(
            author=list(_claimants(claims)),
            datePublished=first.published_on if first else "",
            firstAppearance=_article(first) if first else None,
            appearance=[_article(article) for article in articles if article is not first],
        ),
    }


def _is_first(articles: list[Article]) -> bool:
    """Whether the first article is known to be the earliest: each has a date, and no other its."""
    days = [article.published_on for article in articles]
    return all(days) and all(one < other for one, other in pairwise(days[:2]))


def _claimants(claims: tuple[Claim, ...]) -> Iterator[Node]:
    """Who says so, once each; whether a person or a body is not known, so neither is said."""
    for name in dict.fromkeys(claim.claimant for claim in claims if claim.claimant):
        yield {"name": name}


def _article(article: Article) -> Node:
    outlet = {"@type": "Organization", "name": article.outlet}
    return {
        "@type": "Article",
        **known(
            url=article.url if is_address(article.url) else "",
            headline=article.title,
            datePublished=article.published_on,
            publisher=outlet if article.outlet else None,
        ),
    }
