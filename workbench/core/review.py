"""A review in memory: its articles, claims, links and findings, and what an act changes in it.

The screen, the exports and the command line all read from here. Rows come in through `apply`, the
same for a load, an act, an undo and another terminal's act.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.core.model import (
    DEFAULT_VERDICTS,
    TABLE_OF,
    TABLES,
    Article,
    Claim,
    Dismissal,
    Evidence,
    Finding,
    Link,
    Record,
    Review,
    Row,
    VerdictList,
    from_row,
    split_tags,
)
from workbench.errors import StaleError

if TYPE_CHECKING:
    from workbench.core.points import Point


class RowChange(NamedTuple):
    """One row before and after an act; None where it did not or does not exist."""

    table: str
    id: str
    before: Row | None
    after: Row | None


@dataclass(slots=True)
class Effect:
    """What a change touched, by id, so that only those rows of those panes are painted again.

    A finding touches the claim it hangs on, evidence its finding; a list of verdicts the review.
    """

    articles: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    findings: set[str] = field(default_factory=set)
    review: bool = False


class ReviewState:
    """One review as one analyst sees it.

    Attributes:
        review: the review's own row.
        analyst: whose links count for points and standings.
        articles: by id.
        claims: by id.
        links: by id, every analyst's.
        dismissals: by id, every analyst's.
        findings: by id, every analyst's.
        evidence: by id, every analyst's.
        verdict_lists: the review's own list of verdicts, by id; empty while it has none.
    """

    def __init__(self, review: Review, analyst: str) -> None:
        self.review = review
        self.analyst = analyst
        self.articles: dict[str, Article] = {}
        self.claims: dict[str, Claim] = {}
        self.links: dict[str, Link] = {}
        self.dismissals: dict[str, Dismissal] = {}
        self.findings: dict[str, Finding] = {}
        self.evidence: dict[str, Evidence] = {}
        self.verdict_lists: dict[str, VerdictList] = {}
        self._records: dict[str, dict[str, Any]] = {
            "article": self.articles,
            "claim": self.claims,
            "link": self.links,
            "dismissal": self.dismissals,
            "finding": self.findings,
            "evidence": self.evidence,
            "verdict_list": self.verdict_lists,
        }
        self._placed: dict[str, list[Claim]] = {}
        self._links_of: dict[str, set[str]] = {}
        self._turned_down: dict[str, set[str]] = {}
        self._findings_on: dict[str, set[str]] = {}
        self._evidence_of: dict[str, set[str]] = {}

    # Reading

    def articles_in_order(self) -> list[Article]:
        """The articles by number."""
        return sorted(self.articles.values(), key=lambda article: article.number)

    def article_numbered(self, number: int) -> Article | None:
        """The article people call by this number."""
        return next((a for a in self.articles.values() if a.number == number), None)

    def claim_numbered(self, number: int) -> Claim | None:
        """The claim people call by this number."""
        return next((c for c in self.claims.values() if c.number == number), None)

    def link_numbered(self, number: int) -> Link | None:
        """The link people call by this number."""
        return next((link for link in self.links.values() if link.number == number), None)

    def finding_numbered(self, number: int) -> Finding | None:
        """The finding people call by this number."""
        return next((one for one in self.findings.values() if one.number == number), None)

    def evidence_numbered(self, number: int) -> Evidence | None:
        """The evidence people call by this number."""
        return next((one for one in self.evidence.values() if one.number == number), None)

    def claims_in(self, article_id: str) -> list[Claim]:
        """The claims of an article by place: start, then the longer first."""
        return list(self._placed.get(article_id, ()))

    def claims_at(self, article_id: str, offset: int) -> list[Claim]:
        """The claims over an offset, the innermost (shortest) first."""
        over = [
            claim for claim in self._placed.get(article_id, ()) if claim.start <= offset < claim.end
        ]
        return sorted(over, key=lambda claim: (claim.end - claim.start, -claim.number))

    def claim_at_span(self, article_id: str, start: int, end: int) -> Claim | None:
        """The claim with exactly this place."""
        for claim in self._placed.get(article_id, ()):
            if (claim.start, claim.end) == (start, end):
                return claim
        return None

    def links_of(self, claim_id: str) -> list[Link]:
        """This analyst's links of a claim, by number."""
        return [link for link in self.every_link_of(claim_id) if link.analyst == self.analyst]

    def every_link_of(self, claim_id: str) -> list[Link]:
        """The links of a claim whoever made them."""
        return sorted(
            (self.links[key] for key in self._links_of.get(claim_id, ())),
            key=lambda link: link.number,
        )

    def dismissals_of(self, claim_id: str) -> list[Dismissal]:
        """What was turned down for a claim, whoever did."""
        return [self.dismissals[key] for key in self._turned_down.get(claim_id, ())]

    def is_linked(self, claim_id: str) -> bool:
        """Whether anybody has linked a claim."""
        return bool(self._links_of.get(claim_id))

    def link_between(self, one: str, other: str) -> Link | None:
        """This analyst's link between two claims, in whichever direction it was made."""
        for link in self.links_of(one):
            if link.other(one) == other:
                return link
        return None

    def own_links(self) -> list[Link]:
        """This analyst's links by number."""
        return sorted(
            (link for link in self.links.values() if link.analyst == self.analyst),
            key=lambda link: link.number,
        )

    def findings_on(self, claim_id: str) -> list[Finding]:
        """The findings that hang on a claim, whoever made them, by number."""
        return sorted(
            (self.findings[key] for key in self._findings_on.get(claim_id, ())),
            key=lambda finding: finding.number,
        )

    def findings_of(self, point: "Point") -> list[Finding]:
        """The findings of a point, whoever made them, by number; there may be several."""
        found = [finding for claim in point.claims for finding in self.findings_on(claim.id)]
        return sorted(found, key=lambda finding: finding.number)

    def evidence_of(self, finding_id: str) -> list[Evidence]:
        """What a finding rests on, by number."""
        return sorted(
            (self.evidence[key] for key in self._evidence_of.get(finding_id, ())),
            key=lambda evidence: evidence.number,
        )

    @property
    def verdicts(self) -> tuple[str, ...]:
        """The verdicts a finding may have in this review, in order; none is always allowed."""
        own = self.verdict_lists.get(self.review.id)
        return (own and split_tags(own.names)) or DEFAULT_VERDICTS

    def need(self, table: str, record_id: str) -> Any:
        """The record with this id.

        Raises:
            StaleError: it has been taken away.
        """
        found = self.record(table, record_id)
        if found is None:
            raise StaleError(f"This {table} is no longer there: it was taken away meanwhile.")
        return found

    def records(self, table: str) -> dict[str, Any]:
        """The records of a table other than `review`, by id, as they are held here."""
        return self._records[table]

    def record(self, table: str, record_id: str) -> Record | None:
        """The record with this id, as it is now."""
        if table == "review":
            return self.review if record_id == self.review.id else None
        found: Record | None = self.records(table).get(record_id)
        return found

    # Changing

    def apply(self, rows: Iterable[RowChange]) -> Effect:
        """Take over what has been written to the database.

        Args:
            rows: the rows of one or more acts, oldest first.

        Returns:
            What they touched, both ends of links included.
        """
        effect = Effect()
        for row in rows:
            if row.table == "review":
                if row.after is not None:
                    self.review = from_row(Review, row.after)
                effect.review = True
                continue
            held = self.records(row.table)
            old = held.pop(row.id, None)
            if old is not None:
                self._forget(old)
                _note(effect, old)
            if row.after is not None:
                new = from_row(TABLES[row.table], row.after)  # type: ignore[type-var]
                held[row.id] = new
                self._index(new)
                _note(effect, new)
        return effect

    def load(self, table: str, rows: Iterable[Mapping[str, object]]) -> None:
        """Take in rows as they are in the database."""
        self.take(from_row(TABLES[table], dict(row)) for row in rows)  # type: ignore[type-var]

    def take(self, records: Iterable[Record]) -> None:
        """Take in records that are not here yet, thousands of them too."""
        for record in records:
            if isinstance(record, Claim):
                self.claims[record.id] = record
                self._placed.setdefault(record.article_id, []).append(record)
            elif not isinstance(record, Review):
                self.records(TABLE_OF[type(record)])[record.id] = record
                self._index(record)
        for placed in self._placed.values():
            placed.sort(key=_place)

    def _index(self, record: Record) -> None:
        if isinstance(record, Claim):
            placed = self._placed.setdefault(record.article_id, [])
            insort(placed, record, key=_place)
        elif isinstance(record, Link):
            for end in (record.from_claim_id, record.to_claim_id):
                self._links_of.setdefault(end, set()).add(record.id)
        elif isinstance(record, Dismissal):
            self._turned_down.setdefault(record.claim_id, set()).add(record.id)
        elif isinstance(record, Finding):
            self._findings_on.setdefault(record.claim_id, set()).add(record.id)
        elif isinstance(record, Evidence):
            self._evidence_of.setdefault(record.finding_id, set()).add(record.id)

    def _forget(self, record: Record) -> None:
        if isinstance(record, Claim):
            placed = self._placed[record.article_id]
            del placed[bisect_left(placed, _place(record), key=_place)]
        elif isinstance(record, Link):
            for end in (record.from_claim_id, record.to_claim_id):
                self._links_of[end].discard(record.id)
        elif isinstance(record, Dismissal):
            self._turned_down[record.claim_id].discard(record.id)
        elif isinstance(record, Finding):
            self._findings_on[record.claim_id].discard(record.id)
        elif isinstance(record, Evidence):
            self._evidence_of[record.finding_id].discard(record.id)


def _place(claim: Claim) -> tuple[int, int, str]:
    """What puts claims in order: where they begin, then the longer first."""
    return claim.start, -claim.end, claim.id


def _note(effect: Effect, record: Record) -> None:
    if isinstance(record, Article):
        effect.articles.add(record.id)
    elif isinstance(record, Claim):
        effect.claims.add(record.id)
        effect.articles.add(record.article_id)
    elif isinstance(record, Link):
        effect.links.add(record.id)
        effect.claims.update((record.from_claim_id, record.to_claim_id))
    elif isinstance(record, Finding):
        effect.findings.add(record.id)
        effect.claims.add(record.claim_id)
    elif isinstance(record, Evidence):
        effect.findings.add(record.finding_id)
    elif isinstance(record, VerdictList):
        effect.review = True
