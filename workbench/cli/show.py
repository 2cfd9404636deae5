"""A review, a point, a claim as lines of text: for people without a screen, and screen readers.

Everything is said in words; a line stands by itself; nothing rests on signs, colour or columns.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from workbench.cli.wording import ends, enumerate_all, judged, link_words, outlet
from workbench.core.concluding import own_findings_of
from workbench.core.evidence import evidence_words
from workbench.core.model import Claim, Link
from workbench.core.points import (
    Point,
    Position,
    agreeing_with,
    all_points,
    claim_standing,
    origins,
    point_of,
)
from workbench.core.review import ReviewState
from workbench.core.segments import line_at
from workbench.core.text import count, one_line

if TYPE_CHECKING:
    from workbench.match.earlier import Match


def review_text(state: ReviewState) -> str:
    """The whole review: articles, points, and the pairs that are about different events."""
    points = all_points(state)
    lines = [state.review.title, _totals(state, points), "", "Articles", *_articles(state), ""]
    for point in points:
        lines += [*_point(state, point), ""]
    apart = [link for link in state.own_links() if not link.same_event]
    if apart:
        lines += ["Not the same event", *(f"  {_link(state, link)}" for link in apart), ""]
    return "\n".join(lines).rstrip("\n")


def claim_text(state: ReviewState, claim: Claim, text: str, found: "Sequence[Match]" = ()) -> str:
    """One claim: its words, where they stand, how it was judged earlier, the point it is on."""
    article = state.articles[claim.article_id]
    before, after = paragraph(claim, text)
    lines = [
        f"Claim {claim.number}: {_standing(state, claim)}",
        f"  words: “{_flat(claim.quote)}”",
        f"  article {article.number}: {outlet(article)}",
    ]
    if article.title:
        lines.append(f"  headline: {article.title}")
    if article.url:
        lines.append(f"  address: {article.url}")
    lines += [
        *_fields(claim, "  "),
        f"  marked by {claim.analyst}, characters {claim.start} to {claim.end}",
        f"  in its paragraph: {_flat(f'{before}‹{claim.quote}›{after}')}",
        *(line for match in found for line in _judged_earlier(state, claim, match)),
        "",
        *_point(state, point_of(state, claim)),
    ]
    apart = [link for link in state.links_of(claim.id) if not link.same_event]
    if apart:
        lines += ["", "Not the same event", *(f"  {_link(state, link)}" for link in apart)]
    return "\n".join(lines)


def _standing(state: ReviewState, claim: Claim) -> str:
    """A claim's standing, and beside agreement how many origins that has."""
    standing = claim_standing(state, claim)
    if standing != "agreeing":
        return standing
    return f"{standing}; {origins(agreeing_with(state, claim)).words()}"


def paragraph(claim: Claim, text: str) -> tuple[str, str]:
    """What stands before and after a claim in the lines it is in."""
    start, _ = line_at(text, claim.start)
    _, end = line_at(text, max(claim.start, claim.end - 1))
    return text[start : claim.start], text[claim.end : end]


def review_answer(state: ReviewState) -> dict[str, Any]:
    """A review for programs; what it holds has the names of the exports."""
    from workbench.export import rows

    return {
        "review": state.review.title,
        "review_id": state.review.id,
        "analyst": state.analyst,
        "articles": [dict(row) for row in rows(state, "articles")],
        "claims": [dict(row) for row in rows(state, "claims")],
        "links": [dict(row) for row in rows(state, "links")],
        "points": [point_answer(state, point) for point in all_points(state)],
        "findings": [dict(row) for row in rows(state, "findings")],
        "evidence": [dict(row) for row in rows(state, "evidence")],
        "verdicts": list(state.verdicts),
    }


def point_answer(state: ReviewState, point: Point) -> dict[str, Any]:
    """A point for programs; claims, links and findings by number."""
    return {
        "point": point.number,
        "standing": point.standing,
        "origins": point.origins.tally(),
        "positions": [
            {
                "position": position.letter,
                "origins": position.origins.tally(),
                "claims": [claim.number for claim in position.claims],
            }
            for position in point.positions
        ],
        "links": [link.number for link in point.links],
        "contradictions": [
            {"link": found.link.number, "chain": [link.number for link in found.chain]}
            for found in point.contradictions
        ],
        "not_the_same_event": [link.number for link in point.apart],
        "findings": [finding.number for finding in state.findings_of(point)],
    }


def judged_answer(state: ReviewState, claim: Claim, match: "Match") -> dict[str, Any]:
    """How a claim was judged in another review, for programs."""
    from workbench.earlier import how

    judgement = match.claim.judgement
    return {
        "how": how(state, claim, match),
        "review": judgement.review,
        "review_id": judgement.review_id,
        "finding": judgement.number,
        "verdict": judgement.verdict,
        "confidence": judgement.confidence,
        "judged_on": judgement.judged_on,
        "analyst": judgement.analyst,
        "wording": judgement.wording,
        "rationale": judgement.rationale,
        "evidence": list(judgement.evidence),
        "claim": match.claim.number,
        "quote": match.claim.quote,
    }


def _judged_earlier(state: ReviewState, claim: Claim, match: "Match") -> Iterator[str]:
    from workbench.earlier import in_a_line, in_full

    yield f"  {in_a_line(state, claim, [match])}"
    yield from (f"    {label}: {_flat(said)}" for label, said in in_full(match.claim)[1:])


def _totals(state: ReviewState, points: list[Point]) -> str:
    standings = [point.standing for point in points]
    counted = [
        f"{standings.count(standing)} {standing}"
        for standing in ("conflicting", "agreeing", "unverified")
        if standing in standings
    ]
    of_points = f": {enumerate_all(counted)}" if counted else ""
    totals = [
        count(len(state.articles), "article"),
        count(len(state.claims), "claim"),
        f"{count(len(state.own_links()), 'link')} of {state.analyst}",
    ]
    return f"{enumerate_all(totals)}; {count(len(points), 'point')}{of_points}."


def _articles(state: ReviewState) -> Iterator[str]:
    for article in state.articles_in_order():
        title = f": {article.title}" if article.title else ""
        yield f"  article {article.number}, {outlet(article)}{title}"
    if not state.articles:
        yield "  none yet; `workbench add` brings them in"


def _point(state: ReviewState, point: Point) -> Iterator[str]:
    yield f"Point {point.number}: {point.standing}; {point.origins.words()}"
    for position in point.positions:
        yield f"  position {position.letter}: {_backing(position)}"
        for claim in position.claims:
            article = state.articles[claim.article_id]
            where = f"article {article.number}, {outlet(article)}"
            yield f"    claim {claim.number} ({where}): “{_flat(claim.quote)}”"
            yield from _fields(claim, "      ")
    for link in point.links:
        yield f"  {_link(state, link)}"
    for found in point.contradictions:
        chain = enumerate_all([str(link.number) for link in found.chain])
        by = f"links {chain} make" if len(found.chain) > 1 else f"link {chain} makes"
        yield (
            f"  contradiction: link {found.link.number} says conflicts, and {by} the same two "
            "claims agree; a mark is wrong, or a claim too wide"
        )
    for link in point.apart:
        one, other = ends(state, link)
        yield (
            f"  not the same event after all? link {link.number} sets claims {one} and {other} "
            "apart, and other links join them"
        )
    yield from _findings(state, point)


def _findings(state: ReviewState, point: Point) -> Iterator[str]:
    for finding in state.findings_of(point):
        yield f"  finding {finding.number} of {finding.analyst}: {_flat(finding.wording)}"
        yield f"    verdict: {judged(finding)}"
        if finding.rationale:
            yield f"    rationale: {_flat(finding.rationale)}"
        for evidence in state.evidence_of(finding.id):
            yield f"    evidence {evidence.number}: {evidence_words(evidence)}"
    own = [str(finding.number) for finding in own_findings_of(state, point)]
    if len(own) > 1:
        yield f"  to be settled: findings {enumerate_all(own)} are on one point"


def _backing(position: Position) -> str:
    words = position.origins.words()
    return f"{words}; all from one origin" if position.origins.single else words


def _fields(claim: Claim, indent: str) -> Iterator[str]:
    for name in ("claimant", "origin", "tags"):
        value = getattr(claim, name)
        if value:
            yield f"{indent}{name}: {value}"
    if claim.note:
        yield f"{indent}note: {_flat(claim.note)}"


def _link(state: ReviewState, link: Link) -> str:
    rationale = f"; {_flat(link.rationale)}" if link.rationale else ""
    return f"link {link.number}: {link_words(state, link)}{rationale}"


def _flat(text: str) -> str:
    """Text on one line, for a quote may span paragraphs."""
    return one_line(text)
