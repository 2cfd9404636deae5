"""Article, claim, link, finding, review: what is stored, as plain values.

The field names are the column names and the names in every export. Text that is not known is the
empty string, never None, so that a blank cell means the same in code, database and spreadsheet.
Offsets are Unicode code points of the canonical text, half-open.
"""

from dataclasses import asdict, dataclass, fields
from typing import Any, Literal, TypeVar, get_args

from workbench.core.packed import keep_in_one_piece

Relation = Literal["agrees", "conflicts", "unverified"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)

Standing = Literal["agreeing", "conflicting", "unverified"]

NOT_SAME_EVENT = "not the same event"
"""The reason that keeps an `unverified` link out of every point."""

REASONS = (
    "number",
    "time",
    "place",
    "role",
    "name",
    "negation",
    "scope",
    "wording",
    "omission",
    NOT_SAME_EVENT,
)
"""Reasons offered for a link; others may be typed."""

UNVERIFIED = "unverified"
"""The verdict that needs no rationale."""

DEFAULT_VERDICTS = (
    "supported",
    "contradicted",
    "mixed",
    "misleading context",
    UNVERIFIED,
    "not checkable",
)
"""The verdicts of a review that has no list of its own."""

Confidence = Literal["", "low", "medium", "high"]
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)

EvidenceKind = Literal["document", "data", "reply", "archive", "expert"]
EVIDENCE_KINDS: tuple[EvidenceKind, ...] = get_args(EvidenceKind)

Row = dict[str, Any]
"""A row of a table: column name to text or whole number."""


@dataclass(frozen=True, slots=True)
class Review:
    """One body of work."""

    id: str
    title: str
    analyst: str
    created_at: str
    updated_at: str


@dataclass(frozen=True, slots=True)
class Article:
    """One document with one immutable text; the text itself is kept apart, under its hash."""

    review_id: str
    id: str
    number: int
    outlet: str
    title: str
    published_on: str
    url: str
    byline: str
    characters: int
    text_sha256: str
    raw_sha256: str
    analyst: str
    created_at: str
    updated_at: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One occurrence of a claim: a marked span of one article."""

    review_id: str
    id: str
    number: int
    article_id: str
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    note: str
    claimant: str
    origin: str
    tags: str
    analyst: str
    created_at: str
    updated_at: str

    def __post_init__(self) -> None:
        """Keep the words together: a review may have ten thousand claims."""
        _pack_words(self)


_pack_words = keep_in_one_piece(Claim, "prefix", "quote", "suffix")


@dataclass(frozen=True, slots=True)
class Link:
    """A tie between two claims, as one analyst sees it."""

    review_id: str
    id: str
    number: int
    from_claim_id: str
    to_claim_id: str
    relation: Relation
    reason: str
    rationale: str
    analyst: str
    created_at: str
    updated_at: str

    @property
    def same_event(self) -> bool:
        """False when the link says that the two claims are about different events."""
        return not (self.relation == "unverified" and self.reason == NOT_SAME_EVENT)

    def other(self, claim_id: str) -> str:
        """The id of the claim at the other end."""
        return self.to_claim_id if claim_id == self.from_claim_id else self.from_claim_id


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A proposed counterpart an analyst has turned down: it is not offered for the claim again."""

    review_id: str
    id: str
    claim_id: str
    article_id: str
    start: int
    end: int
    analyst: str
    created_at: str


@dataclass(frozen=True, slots=True)
class Finding:
    """An analyst's own conclusion on the point that a claim is on.

    Attributes:
        claim_id: the claim it hangs on.
        wording: the claim itself, neutrally put; never empty.
        verdict: of the review's list as it was then, or "".
        confidence: how sure the analyst is; apart from the verdict.
        rationale: why; never empty beside a verdict other than `UNVERIFIED`.
    """

    review_id: str
    id: str
    number: int
    claim_id: str
    wording: str
    verdict: str
    confidence: Confidence
    rationale: str
    analyst: str
    created_at: str
    updated_at: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something outside the articles that a finding rests on.

    Attributes:
        kind: what it is; a reply is the claimant's.
        locator: where it can be looked up: an address, a shelf mark, a page.
        note: what it shows.
    """

    review_id: str
    id: str
    number: int
    finding_id: str
    kind: EvidenceKind
    locator: str
    note: str
    analyst: str
    created_at: str
    updated_at: str


@dataclass(frozen=True, slots=True)
class VerdictList:
    """The verdicts a review has chosen for itself; its id is the review's."""

    review_id: str
    id: str
    names: str
    analyst: str
    created_at: str
    updated_at: str


Record = Review | Article | Claim | Link | Dismissal | Finding | Evidence | VerdictList
AnyRecord = TypeVar(
    "AnyRecord", Review, Article, Claim, Link, Dismissal, Finding, Evidence, VerdictList
)

TABLES: dict[str, type[Record]] = {
    "review": Review,
    "article": Article,
    "claim": Claim,
    "link": Link,
    "dismissal": Dismissal,
    "finding": Finding,
    "evidence": Evidence,
    "verdict_list": VerdictList,
}
"""The tables whose rows the log replays, and what their rows are."""

TABLE_OF: dict[type[Record], str] = {kind: table for table, kind in TABLES.items()}


def to_row(record: Record) -> Row:
    """The row that stores a record."""
    return asdict(record)


def from_row(kind: type[AnyRecord], row: Row) -> AnyRecord:
    """The record a row stores; columns the record does not know are left out."""
    return kind(**{field.name: row[field.name] for field in fields(kind)})


def split_tags(tags: str) -> tuple[str, ...]:
    """Tags, or names of verdicts, as stored (`money; Bagram`) one by one."""
    return tuple(tag for tag in (part.strip() for part in tags.split(";")) if tag)


def join_tags(tags: str) -> str:
    """Tags as typed, with commas or semicolons, the way they are stored: each once, in order."""
    return "; ".join(dict.fromkeys(split_tags(tags.replace(",", ";"))))
