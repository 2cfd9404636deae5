"""Reading in the other reviews of the database: what was judged there, and what was written."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, NamedTuple

from workbench.core.earlier import JudgedClaim, Judgement
from workbench.core.evidence import evidence_words
from workbench.core.model import NOT_SAME_EVENT, Evidence, from_row
from workbench.core.written import Entry
from workbench.store.driver import Connection

FINDINGS = 50
"""Findings read at once: a few milliseconds, with the claims on their points."""

MOST_CLAIMS = 1_000
"""Claims of one point that a verdict reaches, the nearest by links; no point that people make is
larger, and reading one that is would hold up who writes."""

Key = tuple[str, str]
"""A review's id and that of a finding in it."""

FIRST: Key = ("", "")


class Page(NamedTuple):
    """Some judged claims, and where the next page begins; None after the last."""

    claims: list[JudgedClaim]
    then: Key | None


class Other(NamedTuple):
    """Another review."""

    id: str
    title: str


class Spot(NamedTuple):
    """A claim of another review, to be shown."""

    number: int
    quote: str
    article: int
    outlet: str
    published_on: str


# From a finding's claim along the links of whoever concluded, the nearest first; `agreeing` while
# all of them agree.
_ON_POINT = """
WITH RECURSIVE on_point (claim_id, agreeing) AS (
  SELECT :claim, 1
  UNION
  SELECT link.to_claim_id, agreeing AND relation = 'agrees'
  FROM on_point CROSS JOIN link INDEXED BY link_from
  WHERE link.review_id = :review AND link.from_claim_id = on_point.claim_id
    AND link.analyst = :analyst AND NOT (relation = 'unverified' AND reason = :apart)
  UNION
  SELECT link.from_claim_id, agreeing AND relation = 'agrees'
  FROM on_point CROSS JOIN link INDEXED BY link_to
  WHERE link.review_id = :review AND link.to_claim_id = on_point.claim_id
    AND link.analyst = :analyst AND NOT (relation = 'unverified' AND reason = :apart)
  LIMIT :most
)
SELECT claim.id, claim.number, claim.quote, article.text_sha256, claim.start, claim."end",
  article.outlet, article.published_on, max(agreeing) AS agreeing
FROM on_point
JOIN claim ON claim.review_id = :review AND claim.id = on_point.claim_id
JOIN article ON article.review_id = claim.review_id AND article.id = claim.article_id
GROUP BY claim.id
ORDER BY claim.number
"""

_FINDINGS = """
SELECT finding.*, review.title FROM finding JOIN review ON review.id = finding.review_id
WHERE finding.review_id <> ? AND verdict <> '' AND (finding.review_id, finding.id) > (?, ?)
ORDER BY finding.review_id, finding.id LIMIT ?
"""


_CLAIM_FIELDS = ("quote", "claimant", "origin", "tags", "note")
_CLAIMS = (
    f"SELECT id, number, {', '.join(_CLAIM_FIELDS)} FROM claim WHERE review_id = ? ORDER BY number"
)
_LINKS = (
    "SELECT id, number, from_claim_id, rationale FROM link "
    "WHERE review_id = ? AND rationale <> '' ORDER BY number"
)
_WORDINGS = (
    "SELECT id, number, claim_id, wording, rationale FROM finding "
    "WHERE review_id = ? ORDER BY number"
)
_EVIDENCE = "SELECT * FROM evidence WHERE review_id = ? ORDER BY number"


class EarlierReviews:
    """The other reviews of a database; each method is one short read.

    Args:
        connection: the database.
        reading: what reads stand in, so that what goes wrong is said in our words.
    """

    def __init__(
        self, connection: Connection, reading: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._connection = connection
        self._reading = reading

    def stamp(self) -> tuple[int, int]:
        """What is another after every act, and after a review was deleted.

        Returns:
            The seq of the newest act, and how many reviews there are.
        """
        with self._reading():
            row = self._connection.execute(
                "SELECT coalesce(max(seq), 0), (SELECT count(*) FROM review) FROM event"
            ).fetchone()
        return int(row[0]), int(row[1])

    def acted(self, review_id: str, since: int) -> bool:
        """Whether anybody acted in another review since the act with this seq."""
        with self._reading():
            found = self._connection.execute(
                "SELECT 1 FROM event WHERE seq > ? AND review_id <> ? LIMIT 1", [since, review_id]
            ).fetchone()
        return found is not None

    def judged(self, review_id: str, after: Key = FIRST, most: int = FINDINGS) -> Page:
        """The claims on the points of other reviews' findings with a verdict.

        A claim that no link joins with the finding's is not on its point; the links are those of
        the analyst who concluded.

        Args:
            review_id: the review that is left out.
            after: where the page before ended.
            most: findings of a page.
        """
        claims: list[JudgedClaim] = []
        then = None
        with self._reading():
            found = self._connection.execute(_FINDINGS, [review_id, *after, most]).fetchall()
            for row in found:
                key = str(row["review_id"]), str(row["id"])
                judgement = Judgement(
                    review_id=key[0],
                    review=row["title"],
                    finding_id=key[1],
                    number=row["number"],
                    wording=row["wording"],
                    verdict=row["verdict"],
                    confidence=row["confidence"],
                    rationale=row["rationale"],
                    evidence=self._evidence(key),
                    analyst=row["analyst"],
                    judged_on=row["updated_at"][:10],
                )
                claims += self._claims(judgement, row["claim_id"])
                then = key
        return Page(claims, then if len(found) == most else None)

    def _claims(self, judgement: Judgement, claim_id: str) -> list[JudgedClaim]:
        """The claims on the point of a claim, as the analyst who concluded has linked them."""
        asked = {
            "review": judgement.review_id,
            "claim": claim_id,
            "analyst": judgement.analyst,
            "apart": NOT_SAME_EVENT,
            "most": MOST_CLAIMS,
        }
        rows = self._connection.execute(_ON_POINT, asked).fetchall()
        return [
            JudgedClaim(
                judgement=judgement,
                claim_id=row["id"],
                number=row["number"],
                quote=row["quote"],
                text_sha256=row["text_sha256"],
                start=row["start"],
                end=row["end"],
                outlet=row["outlet"],
                published_on=row["published_on"],
                agreeing=bool(row["agreeing"]),
            )
            for row in rows
        ]

    def all_judged(self, review_id: str) -> list[JudgedClaim]:
        """The same, all pages of it."""
        claims: list[JudgedClaim] = []
        after: Key | None = FIRST
        while after is not None:
            page = self.judged(review_id, after)
            claims += page.claims
            after = page.then
        return claims

    def others(self, review_id: str) -> list[Other]:
        """The other reviews, by title."""
        with self._reading():
            rows = self._connection.execute(
                "SELECT id, title FROM review WHERE id <> ? ORDER BY title, id", [review_id]
            ).fetchall()
        return [Other(row[0], row[1]) for row in rows]

    def written(self, review_id: str) -> list[Entry]:
        """All that was written in a review, its quotes too: claims, links, findings, by number."""
        found: list[Entry] = []
        with self._reading():
            for key, number, *texts in self._rows(_CLAIMS, review_id):
                found += [
                    Entry("claim", key, number, key, field, text)
                    for field, text in zip(_CLAIM_FIELDS, texts, strict=True)
                    if text
                ]
            for key, number, claim_id, rationale in self._rows(_LINKS, review_id):
                found.append(Entry("link", key, number, claim_id, "rationale", rationale))
            rests_on: dict[str, list[str]] = {}
            for row in self._connection.execute(_EVIDENCE, [review_id]).fetchall():
                evidence = from_row(Evidence, dict(row))
                rests_on.setdefault(evidence.finding_id, []).append(evidence_words(evidence))
            for key, number, claim_id, wording, rationale in self._rows(_WORDINGS, review_id):
                texts = [("wording", wording), ("rationale", rationale)]
                texts += [("evidence", words) for words in rests_on.get(key, ())]
                found += [
                    Entry("finding", key, number, claim_id, field, text)
                    for field, text in texts
                    if text
                ]
        return found

    def spot(self, review_id: str, claim_id: str) -> Spot | None:
        """A claim of another review, to be shown; None when it is there no longer."""
        with self._reading():
            row = self._connection.execute(
                "SELECT claim.number, claim.quote, article.number, outlet, published_on "
                "FROM claim JOIN article ON article.review_id = claim.review_id "
                "AND article.id = claim.article_id WHERE claim.review_id = ? AND claim.id = ?",
                [review_id, claim_id],
            ).fetchone()
        return Spot(*row) if row else None

    def _rows(self, sql: str, review_id: str) -> list[Any]:
        cursor = self._connection.cursor()
        cursor.row_factory = None  # plain tuples are made several times as fast
        return cursor.execute(sql, [review_id]).fetchall()

    def _evidence(self, key: Key) -> tuple[str, ...]:
        rows = self._connection.execute(
            "SELECT * FROM evidence WHERE review_id = ? AND finding_id = ? ORDER BY number", key
        ).fetchall()
        return tuple(evidence_words(from_row(Evidence, dict(row))) for row in rows)
