"""A point of the dossier, put together: what is said on it, by whom, and what was concluded."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from workbench.core.contradictions import cycles, spoken_against
from workbench.core.events import shorten
from workbench.core.implied import Implications
from workbench.core.matrix import Row
from workbench.core.model import Claim, Finding, Link
from workbench.core.points import Point, Position
from workbench.core.review import ReviewState
from workbench.core.segments import Span
from workbench.core.text import one_line
from workbench.export.material import Material
from workbench.export.report.model import (
    ContradictionEntry,
    EvidenceEntry,
    FindingEntry,
    ImpliedEntry,
    LinkEntry,
    PointEntry,
    PositionEntry,
    QuoteEntry,
    Tail,
)
from workbench.export.report.quotes import telling_words
from workbench.export.rows import clean

MOST = 40
"""As many links, implied relations or contradictions of a point as are shown: a page of each."""

COMPARED = 400
"""As many links of a point as have the words of their claims compared, half a millisecond each."""

LOOKED_AT = 60
"""As many claims of a point as what is implied is looked for: the work grows with their square."""

WORDING = 140
"""Code points of the words that name a point: two lines of a page."""

Entry = Callable[[Claim, Sequence[Span]], QuoteEntry]
"""Makes the entry of a claim, with what of its words differs."""


class Around(NamedTuple):
    """What a point is looked up in.

    Attributes:
        state: the review.
        whole: the same without what hangs in the air.
        material: finds differences.
        entry: makes the entries of claims.
        changes: how many states each finding has had, by its number.
    """

    state: ReviewState
    whole: ReviewState
    material: Material
    entry: Entry
    changes: Mapping[int, int]


def point_entry(row: Row, around: Around) -> PointEntry:
    """A point as the dossier shows it.

    Args:
        row: the point, as the matrix has it.
        around: what it is looked up in.
    """
    state, whole, material, entry, changes = around
    point = row.point
    links = list(_links(state, whole, point))
    telling = telling_words(point.claims, links[:COMPARED], material.differing)
    findings = sorted(
        state.findings_of(point), key=lambda one: (one.analyst != state.analyst, one.number)
    )
    implied = list(islice(_implied(point), MOST + 1))
    against = len(spoken_against(point))
    whose = [one for one in findings if one.analyst == state.analyst] or findings
    wordings = dict.fromkeys(one_line(one.wording) for one in whose)
    return PointEntry(
        number=point.number,
        wording=" / ".join(wordings) or shorten(clean(point.claims[0].quote), WORDING),
        quoted=not wordings,
        sign=row.sign,
        origins=point.origins.words(),
        findings=tuple(_finding(state, one, changes) for one in findings),
        positions=tuple(_position(one, entry, telling) for one in point.positions),
        links=tuple(link_entry(whole, link, material.hint) for link in links[:MOST]),
        implied=tuple(implied[:MOST]),
        contradictions=tuple(islice(_contradictions(whole, point), MOST)),
        tails=tuple(
            Tail(left_out, what)
            for left_out, what in (
                (len(links) - MOST, "links"),
                (against - MOST, "contradictions"),
                (len(implied) - MOST, "implied relations at least"),
                (len(point.claims) - LOOKED_AT, "claims for which nobody looked what is implied"),
            )
            if left_out > 0
        ),
    )


def link_entry(whole: ReviewState, link: Link, hint: Callable[[Claim, Claim], str]) -> LinkEntry:
    """A link as the dossier shows it.

    Args:
        whole: the review.
        link: the link; both its claims are there.
        hint: says in which values two claims differ.
    """
    one, other = whole.claims[link.from_claim_id], whole.claims[link.to_claim_id]
    return LinkEntry(
        number=link.number,
        one=one.number,
        other=other.number,
        relation=link.relation,
        same_event=link.same_event,
        reason=one_line(link.reason),
        rationale=clean(link.rationale),
        analyst=one_line(link.analyst),
        counts=link.analyst == whole.analyst,
        made_on=one_line(link.updated_at[:10]),
        # Where an analyst says that two claims agree, a machine's doubt is no news to an editor.
        hint=one_line(hint(one, other)) if link.relation != "agrees" and link.same_event else "",
    )


def _links(state: ReviewState, whole: ReviewState, point: Point) -> Iterator[Link]:
    """The links that touch a point: the analyst's own first, other analysts' last, by number."""
    touching = {
        link.id: link
        for claim in point.claims
        for link in whole.every_link_of(claim.id)
        if link.same_event or link.analyst == state.analyst
    }
    yield from sorted(
        touching.values(), key=lambda link: (link.analyst != state.analyst, link.number)
    )


def _position(
    position: Position, entry: Entry, telling: Mapping[str, Sequence[Span]]
) -> PositionEntry:
    held = position.origins
    return PositionEntry(
        letter=position.letter,
        origins=held.words(),
        single=held.single,
        unknown=held.unknown if held.articles > 1 else 0,
        quotes=tuple(entry(claim, telling.get(claim.id, ())) for claim in position.claims),
    )


def _finding(state: ReviewState, finding: Finding, changes: Mapping[int, int]) -> FindingEntry:
    return FindingEntry(
        number=finding.number,
        analyst=one_line(finding.analyst),
        own=finding.analyst == state.analyst,
        wording=one_line(finding.wording),
        verdict=one_line(finding.verdict),
        confidence=one_line(finding.confidence),
        rationale=clean(finding.rationale),
        evidence=tuple(
            EvidenceEntry(one.number, one_line(one.kind), one_line(one.locator), clean(one.note))
            for one in state.evidence_of(finding.id)
        ),
        changed_on=one_line(finding.updated_at[:10]),
        earlier=max(0, changes.get(finding.number, 1) - 1),
    )


def _implied(point: Point) -> Iterator[ImpliedEntry]:
    if len(point.claims) < 3:
        return
    known = Implications(point)
    before: set[str] = set()
    for claim in point.claims[:LOOKED_AT]:
        before.add(claim.id)
        for one in known.of(claim):
            if one.other.id not in before:
                yield ImpliedEntry(claim.number, one.other.number, one.relation, one.reason())


def _contradictions(whole: ReviewState, point: Point) -> Iterator[ContradictionEntry]:
    for cycle in cycles(point):
        link = cycle.link
        yield ContradictionEntry(
            link=link.number,
            one=whole.claims[link.from_claim_id].number,
            other=whole.claims[link.to_claim_id].number,
            chain=tuple(each.number for each in cycle.chain),
            apart=not link.same_event,
        )
