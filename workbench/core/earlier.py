"""What earlier reviews concluded: their findings with a verdict, and the claims these speak to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Judgement:
    """A finding with a verdict, of another review of the same database.

    Attributes:
        review_id: that review.
        review: its title.
        finding_id: the finding.
        number: the finding's number in it.
        wording: the claim itself, neutrally put.
        verdict: never empty.
        confidence: `low`, `medium`, `high` or "".
        rationale: why; may be empty.
        evidence: what it rests on, a line each.
        analyst: who concluded so.
        judged_on: the day of its last change, UTC, as YYYY-MM-DD.
    """

    review_id: str
    review: str
    finding_id: str
    number: int
    wording: str
    verdict: str
    confidence: str
    rationale: str
    evidence: tuple[str, ...]
    analyst: str
    judged_on: str


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """A claim on a point that was judged.

    Attributes:
        judgement: how.
        claim_id: the claim.
        number: its number in that review.
        quote: its words.
        text_sha256: the text it stands in.
        start: its place there, code points, half-open.
        end: see `start`.
        outlet: who ran the article, or "".
        published_on: when, as YYYY-MM-DD, or "".
        agreeing: whether only agreement leads from the finding's claim to this one; else it takes
            another position on the point, and the verdict is not its own.
    """

    judgement: Judgement
    claim_id: str
    number: int
    quote: str
    text_sha256: str
    start: int
    end: int
    outlet: str
    published_on: str
    agreeing: bool
