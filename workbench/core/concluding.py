"""Acts on findings: what an analyst concludes on a point.

A finding hangs on a claim and is the finding of the point that claim is on. Joining two points can
put two findings of one analyst on one point; both stay until the analyst settles it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from workbench.core import pieces
from workbench.core.evidence import Item, evidence_rows, new_evidence, own_finding
from workbench.core.ids import new_id, now
from workbench.core.model import CONFIDENCES, UNVERIFIED, Claim, Confidence, Finding
from workbench.core.pieces import Change
from workbench.core.points import Point, point_of
from workbench.core.review import ReviewState, RowChange
from workbench.core.text import one_line
from workbench.core.verdicts import either, one_of, verdict_named
from workbench.errors import ChangeRefusedError, UsageError


def own_findings_of(state: ReviewState, point: Point) -> list[Finding]:
    """This analyst's findings of a point, by number; more than one when points were joined."""
    return [one for one in state.findings_of(point) if one.analyst == state.analyst]


def make_finding(
    state: ReviewState, claim: Claim, *, wording: str, evidence: Iterable[Item] = (), **values: str
) -> Change:
    """Conclude on the point that a claim is on.

    Args:
        state: the review.
        claim: what the finding hangs on.
        wording: the claim itself, neutrally put.
        evidence: what the finding rests on.
        values: verdict, confidence, rationale, where they are known already.

    Raises:
        ChangeRefusedError: the analyst has a finding on the point, there is no wording, or the
            verdict has no rationale.
        UsageError: verdict, confidence or kind of evidence is none there is.
    """
    point = point_of(state, claim)
    for there in own_findings_of(state, point):
        raise ChangeRefusedError(
            f"Point {point.number} has your finding {there.number} already; change that one."
        )
    time = now()
    empty = Finding(
        review_id=state.review.id,
        id=new_id(),
        number=0,
        claim_id=claim.id,
        wording="",
        verdict="",
        confidence="",
        rationale="",
        analyst=state.analyst,
        created_at=time,
        updated_at=time,
    )
    made = _with(state, empty, {"wording": wording, **values})
    return pieces.act(
        state, "finding.make", [pieces.new_row(made), *new_evidence(state, made, evidence)]
    )


def edit_finding(
    state: ReviewState, finding: Finding, *, evidence: Iterable[Item] = (), **values: str
) -> Change | None:
    """Another wording, verdict, confidence or rationale, and more evidence, in one act.

    What is not named stays as it is, and evidence the finding has already is not added again.
    None when nothing would change.

    Raises:
        ChangeRefusedError: it is another analyst's, or would be without wording, or without the
            rationale its verdict needs.
        UsageError: verdict, confidence or kind of evidence is none there is.
    """
    own_finding(state, finding)
    edited = _with(state, finding, values)
    added = new_evidence(state, finding, evidence)
    if edited == finding:
        return pieces.act(state, "evidence.add", added) if added else None
    row = pieces.edited_row(finding, replace(edited, updated_at=now()))
    name = "finding.edit" if edited.verdict == finding.verdict else "finding.judge"
    return pieces.act(state, name, [row, *added])


def rewrite_finding(
    state: ReviewState, finding: Finding, *, before: str, evidence: str, **values: str
) -> Change | None:
    """Another wording, verdict, confidence or rationale, and other evidence, in one act.

    Args:
        state: the review.
        finding: the finding.
        before: its evidence as it was shown, a line of `evidence_line` each.
        evidence: what is typed in its stead: lines may be edited, gone, or new.
        values: as for `edit_finding`.

    Raises:
        ChangeRefusedError: as `edit_finding`.
        UsageError: as `edit_finding`, or a line is no evidence.
    """
    own_finding(state, finding)
    edited = _with(state, finding, values)
    rows = evidence_rows(state, finding, before, evidence)
    if edited == finding:
        return pieces.act(state, "evidence.edit", rows) if rows else None
    row = pieces.edited_row(finding, replace(edited, updated_at=now()))
    name = "finding.edit" if edited.verdict == finding.verdict else "finding.judge"
    return pieces.act(state, name, [row, *rows])


def delete_finding(state: ReviewState, finding: Finding) -> Change:
    """Take a finding away, with its evidence.

    Raises:
        ChangeRefusedError: it is another analyst's.
    """
    own_finding(state, finding)
    return pieces.act(state, "finding.delete", _finding_goes(state, finding))


def findings_that_go(state: ReviewState, going: Mapping[str, Claim]) -> list[RowChange]:
    """What becomes of the findings on claims that are taken away in the same act.

    A finding is handed to the first claim of its point that stays, in the point's order; with the
    last claim it goes too.

    Args:
        state: the review, the claims and their links still in it.
        going: the claims, by id.

    Returns:
        The rows, to be written before the claims are.

    Raises:
        ChangeRefusedError: another analyst's finding hangs on one of them.
    """
    rows = []
    for claim in going.values():
        for finding in state.findings_on(claim.id):
            if finding.analyst != state.analyst:
                raise ChangeRefusedError(
                    f"On claim {claim.number} hangs finding {finding.number} of "
                    f"{finding.analyst}; only they can take it away."
                )
            stays = [one for one in point_of(state, claim).claims if one.id not in going]
            if stays:
                handed = replace(finding, claim_id=stays[0].id, updated_at=now())
                rows.append(pieces.edited_row(finding, handed))
            else:
                rows += _finding_goes(state, finding)
    return rows


def _finding_goes(state: ReviewState, finding: Finding) -> list[RowChange]:
    gone = [pieces.gone_row(evidence) for evidence in state.evidence_of(finding.id)]
    return [*gone, pieces.gone_row(finding)]


def _with(state: ReviewState, finding: Finding, values: Mapping[str, str]) -> Finding:
    """A finding with other values, made fit to keep."""
    clean: dict[str, Any] = {}
    for name, value in values.items():
        if name == "verdict":
            # One that has left the list meanwhile may stay.
            kept = one_line(value) == finding.verdict
            clean[name] = finding.verdict if kept else verdict_named(state, value)
        elif name == "confidence":
            clean[name] = _confidence(value)
        elif name == "rationale":
            clean[name] = pieces.note_field(value)
        else:
            clean[name] = pieces.line_field(value)
    edited = replace(finding, **clean)
    if not edited.wording:
        raise ChangeRefusedError(
            "A finding needs a wording: the claim itself, neutrally put, not what you make of it."
        )
    # `lower`, as the database has it: case folding knows letters more.
    if edited.verdict.lower() not in ("", UNVERIFIED) and not edited.rationale:
        raise ChangeRefusedError(
            f"“{edited.verdict}” needs a rationale: say why, so that others can follow it. Only "
            f"{UNVERIFIED}, or no verdict yet, goes without."
        )
    return edited


def _confidence(typed: str) -> Confidence:
    if not one_line(typed):
        return ""
    known = [name for name in CONFIDENCES if name]
    found = one_of(typed, known)
    if found is None:
        raise UsageError(f"“{one_line(typed)}” is no confidence; it is {either(known)}.")
    return found
