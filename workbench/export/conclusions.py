"""The lines of the exports of findings and of what they rest on."""

from collections.abc import Iterator

from workbench.core.evidence import evidence_words
from workbench.core.model import Finding
from workbench.core.points import Point, all_points
from workbench.core.review import ReviewState
from workbench.export.kinds import Line


def findings(state: ReviewState, whole: ReviewState) -> Iterator[Line]:
    """A line for each finding, whoever made it: by point, then by number.

    Args:
        state: the review.
        whole: the same without claims and links that hang in the air; its points are told.
    """
    point_of = {claim.id: point for point in all_points(whole) for claim in point.claims}

    def place(finding: Finding) -> tuple[bool, int, int]:
        point = point_of.get(finding.claim_id)
        return point is None, point.number if point else 0, finding.number

    for finding in sorted(state.findings.values(), key=place):
        yield _finding(state, finding, point_of.get(finding.claim_id))


def _finding(state: ReviewState, finding: Finding, point: Point | None) -> Line:
    claim = state.claims.get(finding.claim_id)
    article = state.articles.get(claim.article_id) if claim else None
    return {
        "finding": finding.number,
        "point": point.number if point else "",
        "standing": point.standing if point else "",
        "origins": point.origins.tally() if point else "",
        "wording": finding.wording,
        "verdict": finding.verdict,
        "confidence": finding.confidence,
        "rationale": finding.rationale,
        "evidence": "; ".join(evidence_words(one) for one in state.evidence_of(finding.id)),
        "claims": "; ".join(str(one.number) for one in point.claims) if point else "",
        "claim": claim.number if claim else "",
        "quote": claim.quote if claim else "",
        "outlet": article.outlet if article else "",
        "published_on": article.published_on if article else "",
        "claimant": claim.claimant if claim else "",
        "analyst": finding.analyst,
        "created_at": finding.created_at,
        "updated_at": finding.updated_at,
        "review": state.review.title,
        "finding_id": finding.id,
        "claim_id": finding.claim_id,
    }


def evidence(state: ReviewState) -> Iterator[Line]:
    """A line for each thing a finding rests on, by number."""
    for one in sorted(state.evidence.values(), key=lambda one: one.number):
        finding = state.findings.get(one.finding_id)
        yield {
            "evidence": one.number,
            "kind": one.kind,
            "locator": one.locator,
            "note": one.note,
            "finding": finding.number if finding else "",
            "wording": finding.wording if finding else "",
            "verdict": finding.verdict if finding else "",
            "analyst": one.analyst,
            "created_at": one.created_at,
            "updated_at": one.updated_at,
            "review": state.review.title,
            "evidence_id": one.id,
            "finding_id": one.finding_id,
        }
