"""What analysts wrote on claims, links and findings, and where in it words stand."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from workbench.core.evidence import evidence_words
from workbench.core.review import ReviewState
from workbench.core.search import pattern_of
from workbench.core.segments import Span

Written = Literal["claim", "link", "finding"]


class Entry(NamedTuple):
    """One text that somebody wrote on something, or (`quote`) marked.

    Attributes:
        table: what it was written on.
        id: the id of that.
        number: its number.
        claim_id: the claim to go to: itself, where the link begins, or the finding's.
        field: `claimant`, `origin`, `tags`, `note`, `rationale`, `wording`, `evidence`, `quote`.
        text: all of it.
    """

    table: Written
    id: str
    number: int
    claim_id: str
    field: str
    text: str


class Place(NamedTuple):
    """An entry in which words stand, and where they stand in it first, in code points."""

    entry: Entry
    span: Span


def entries(state: ReviewState) -> Iterator[Entry]:
    """All that was written in a review: on claims, then links, then findings, each by number.

    Every analyst's; the quotes are left out, for they stand in the articles.
    """
    for claim in sorted(state.claims.values(), key=lambda one: one.number):
        for field in ("claimant", "origin", "tags", "note"):
            if text := getattr(claim, field):
                yield Entry("claim", claim.id, claim.number, claim.id, field, text)
    for link in sorted(state.links.values(), key=lambda one: one.number):
        if link.rationale:
            yield Entry(
                "link", link.id, link.number, link.from_claim_id, "rationale", link.rationale
            )
    for finding in sorted(state.findings.values(), key=lambda one: one.number):
        key, number, claim_id = finding.id, finding.number, finding.claim_id
        yield Entry("finding", key, number, claim_id, "wording", finding.wording)
        if finding.rationale:
            yield Entry("finding", key, number, claim_id, "rationale", finding.rationale)
        for evidence in state.evidence_of(finding.id):
            words = evidence_words(evidence)
            yield Entry("finding", key, number, claim_id, "evidence", words)


def places(written: Iterable[Entry], wanted: str) -> list[Place]:
    """The entries in which words stand, smart case as in the articles.

    Args:
        written: where to look; texts of a note's length.
        wanted: what is looked for, taken literally.
    """
    pattern = pattern_of(wanted)
    if pattern is None:
        return []
    found = ((entry, pattern.search(entry.text)) for entry in written)
    return [Place(entry, match.span()) for entry, match in found if match]


def excerpt(place: Place, before: int = 24, length: int = 400) -> str:
    """The words as they stand, with a little of what stands around them, on one line.

    Args:
        place: where they stand.
        before: code points in front of them, about.
        length: code points in all, about.
    """
    text = place.entry.text
    begin = max(0, place.span[0] - before)
    if begin:
        blank = text.find(" ", begin, place.span[0])
        begin = blank + 1 if blank >= 0 else begin
    end = min(len(text), begin + length)
    words = " ".join(text[begin:end].split())
    return f"{'…' if begin else ''}{words}{'…' if end < len(text) else ''}"
