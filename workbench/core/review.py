"""A review in memory: its articles, claims and links, and what an act changes in it.

The screen, the exports and the command line all read from here. Rows come in through `apply`, the
same for a load, an act, an undo and another terminal's act.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from workbench.core.model import (
    TABLES,
    Article,
    Claim,
    Dismissal,
    Link,
    Record,
    Review,
    Row,
    from_row,
)
from workbench.errors import StaleError

_TABLE_OF: dict[type[Record], str] = {kind: table for table, kind in TABLES.items()}


class RowChange(NamedTuple):
    """One row before and after an act; None where it did not or does not exist."""

    table: str
    id: str
    before: Row | None
    after: Row | None


@dataclass(slots=True)
class Effect:
    """What a change touched, by id, so that only those rows of those panes are painted again."""

    articles: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
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
    """

    def __init__(self, review: Review, analyst: str) -> None:
        self.review = review
        self.analyst = analyst
        self.articles: dict[str, Article] = {}
        self.claims: dict[str, Claim] = {}
        self.links: dict[str, Link] = {}
        self.dismissals: dict[str, Dismissal] = {}
        self._placed: dict[str, list[Claim]] = {}
        self._links_of: dict[str, set[str]] = {}
        self._turned_down: dict[str, set[str]] = {}

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

    def need(self, table: str, record_id: str) -> Any:
        """The record with this id.

        Raises:
            StaleError: it has been taken away.
        """
        found = self.record(table, record_id)
        if found is None:
            raise StaleError(f"This {table} is no longer there: it was taken away meanwhile.")
        return found

    def record(self, table: str, record_id: str) -> Record | None:
        """The record with this id, as it is now."""
        if table == "review":
            return self.review if record_id == self.review.id else None
        return self._held(table).get(record_id)

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
            held = self._held(row.table)
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
                self._held(_TABLE_OF[type(record)])[record.id] = record
                self._index(record)
        for placed in self._placed.values():
            placed.sort(key=_place)

    def _held(self, table: str) -> dict[str, Record]:
        return {  # type: ignore[return-value]
            "article": self.articles,
            "claim": self.claims,
            "link": self.links,
            "dismissal": self.dismissals,
        }[table]

    def _index(self, record: Record) -> None:
        if isinstance(record, Claim):
            placed = self._placed.setdefault(record.article_id, [])
            insort(placed, record, key=_place)
        elif isinstance(record, Link):
            for end in (record.from_claim_id, record.to_claim_id):
                self._links_of.setdefault(end, set()).add(record.id)
        elif isinstance(record, Dismissal):
            self._turned_down.setdefault(record.claim_id, set()).add(record.id)

    def _forget(self, record: Record) -> None:
        if isinstance(record, Claim):
            placed = self._placed[record.article_id]
            del placed[bisect_left(placed, _place(record), key=_place)]
        elif isinstance(record, Link):
            for end in (record.from_claim_id, record.to_claim_id):
                self._links_of[end].discard(record.id)
        elif isinstance(record, Dismissal):
            self._turned_down[record.claim_id].discard(record.id)


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
