"""Acts as data: what a person wants, as the rows it touches before and after.

Every function takes the review in memory and answers with a `Change`, or refuses with a sentence.
Nothing here writes anything. A `number` of 0 asks the store for the next short number.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from workbench.core import pieces
from workbench.core.anchor import anchor
from workbench.core.clusters import snap
from workbench.core.ids import content_id, new_id, now
from workbench.core.model import (
    NOT_SAME_EVENT,
    RELATIONS,
    Article,
    Claim,
    Dismissal,
    Link,
    Record,
    Relation,
    Review,
)
from workbench.core.review import ReviewState, RowChange
from workbench.core.text import one_line, sha256
from workbench.errors import ChangeRefusedError


@dataclass(frozen=True, slots=True)
class Change:
    """One undoable act.

    Attributes:
        act: what it is called in the log, `claim.make` for example.
        review_id: the review it belongs to.
        analyst: who does it.
        rows: the rows it touches, in an order in which they can be written.
    """

    act: str
    review_id: str
    analyst: str
    rows: tuple[RowChange, ...]

    def made(self, table: str) -> list[RowChange]:
        """The rows of a table that the act brings into being."""
        return [row for row in self.rows if row.table == table and row.before is None]


# Reviews and articles


def create_review(title: str, analyst: str) -> Change:
    """A new, empty review."""
    title = pieces.title_field(title)
    time = now()
    review = Review(new_id(), title, analyst, time, time)
    return Change("review.create", review.id, analyst, (pieces.new_row(review),))


def rename_review(review: Review, title: str, analyst: str) -> Change:
    """Another title for a review."""
    renamed = replace(review, title=pieces.title_field(title), updated_at=now())
    return Change("review.rename", review.id, analyst, (pieces.edited_row(review, renamed),))


def add_article(
    review_id: str,
    analyst: str,
    *,
    text: str,
    raw: bytes,
    outlet: str = "",
    title: str = "",
    published_on: str = "",
    url: str = "",
    byline: str = "",
) -> Change:
    """An article brought in: `text` is canonical, `raw` the bytes it came from."""
    text_hash = sha256(text)
    time = now()
    article = Article(
        review_id=review_id,
        id=content_id(text),
        number=0,
        outlet=pieces.line_field(outlet),
        title=pieces.line_field(title),
        published_on=published_on,
        url=pieces.line_field(url),
        byline=pieces.line_field(byline),
        characters=len(text),
        text_sha256=text_hash,
        raw_sha256=sha256(raw),
        analyst=analyst,
        created_at=time,
        updated_at=time,
    )
    return Change("article.add", review_id, analyst, (pieces.new_row(article),))


def edit_article(state: ReviewState, article: Article, **values: str) -> Change | None:
    """Other outlet, title, published_on, url or byline; None when nothing would change."""
    clean: dict[str, Any] = {name: pieces.line_field(value) for name, value in values.items()}
    edited = replace(article, **clean)
    return _edit(state, "article.edit", article, edited)


def remove_article(state: ReviewState, article: Article) -> Change:
    """Take an article out of the review, with its claims and their links."""
    rows: list[RowChange] = []
    claims = state.claims_in(article.id)
    seen: set[str] = set()
    for claim in claims:
        rows += [row for row in _claim_goes(state, claim) if row.id not in seen]
        seen.update(row.id for row in rows)
    rows += [
        pieces.gone_row(dismissal)
        for dismissal in state.dismissals.values()
        if dismissal.article_id == article.id and dismissal.id not in seen
    ]
    rows.sort(key=lambda row: ("dismissal", "link", "claim").index(row.table))
    return _change(state, "article.remove", [*rows, pieces.gone_row(article)])


# Claims


def make_claim(state: ReviewState, article: Article, text: str, start: int, end: int) -> Change:
    """Mark a span of an article as a claim.

    Args:
        state: the review.
        article: the article that holds the span.
        text: the article's canonical text.
        start: code point offset of the span's beginning.
        end: offset after its last code point.

    Raises:
        ChangeRefusedError: the span holds no words, or is a claim already.
    """
    row = pieces.new_row(new_claim(state, article, text, start, end))
    return _change(state, "claim.make", [row])


def new_claim(state: ReviewState, article: Article, text: str, start: int, end: int) -> Claim:
    """The claim `make_claim` makes, for acts that make one on the way."""
    start, end = trim(text, start, end)
    if start >= end:
        raise ChangeRefusedError("There are no words to mark here; move onto some, or select them.")
    there = state.claim_at_span(article.id, start, end)
    if there is not None:
        raise ChangeRefusedError(f"These words are claim {there.number} already.")
    place = anchor(text, start, end)
    time = now()
    return Claim(
        review_id=state.review.id,
        id=new_id(),
        number=0,
        article_id=article.id,
        start=place.start,
        end=place.end,
        quote=place.quote,
        prefix=place.prefix,
        suffix=place.suffix,
        note="",
        claimant="",
        origin="",
        tags="",
        analyst=state.analyst,
        created_at=time,
        updated_at=time,
    )


def edit_claim(state: ReviewState, claim: Claim, **values: str) -> Change | None:
    """Another note, claimant, origin or tags; None when nothing would change."""
    clean: dict[str, Any] = {n: pieces.claim_field(n, value) for n, value in values.items()}
    return _edit(state, "claim.edit", claim, replace(claim, **clean))


def move_claim(state: ReviewState, claim: Claim, text: str, start: int, end: int) -> Change | None:
    """Other edges for a claim, in the same article."""
    start, end = trim(text, start, end)
    if start >= end:
        raise ChangeRefusedError("A claim needs at least one word between its edges.")
    there = state.claim_at_span(claim.article_id, start, end)
    if there is not None and there.id != claim.id:
        raise ChangeRefusedError(f"These words are claim {there.number} already.")
    place = anchor(text, start, end)
    moved = replace(
        claim,
        start=place.start,
        end=place.end,
        quote=place.quote,
        prefix=place.prefix,
        suffix=place.suffix,
    )
    return _edit(state, "claim.move", claim, moved)


def delete_claim(state: ReviewState, claim: Claim) -> Change:
    """Take a claim away, with its links."""
    return _change(state, "claim.delete", _claim_goes(state, claim))


# Links


def link_claims(
    state: ReviewState,
    one: Claim,
    other: Claim,
    relation: Relation,
    *,
    reason: str = "",
    rationale: str = "",
) -> Change | None:
    """Mark two claims as agreeing, conflicting or unverified; `other` may be new (number 0).

    Where this analyst has linked the two before, that link is marked anew; None when it already
    says the same.

    Raises:
        ChangeRefusedError: both ends are the same claim, or the relation is not one.
    """
    if relation not in RELATIONS:
        raise ChangeRefusedError(
            f"“{one_line(relation)}” is no relation; it is one of {', '.join(RELATIONS)}."
        )
    if one.id == other.id:
        raise ChangeRefusedError("A claim cannot be linked to itself; go to another one.")
    there = state.link_between(one.id, other.id)
    if there is not None:
        anew = relation != there.relation or not there.same_event
        changed = {"reason": reason} if reason or anew else {}
        if rationale:
            changed["rationale"] = rationale
        return mark_link(state, there, relation, **changed)
    time = now()
    link = Link(
        review_id=state.review.id,
        id=new_id(),
        number=0,
        from_claim_id=one.id,
        to_claim_id=other.id,
        relation=relation,
        reason=pieces.line_field(reason),
        rationale=pieces.note_field(rationale),
        analyst=state.analyst,
        created_at=time,
        updated_at=time,
    )
    rows = [pieces.new_row(claim) for claim in (one, other) if claim.id not in state.claims]
    return _change(state, "link.make", [*rows, pieces.new_row(link)])


def mark_link(state: ReviewState, link: Link, relation: Relation, **values: str) -> Change | None:
    """Another relation, reason or rationale for a link; None when nothing would change.

    Raises:
        ChangeRefusedError: it is another analyst's.
    """
    _own(state, link)
    clean: dict[str, Any] = {
        name: pieces.note_field(value) if name == "rationale" else pieces.line_field(value)
        for name, value in values.items()
    }
    again = relation != link.relation or not values  # marked, not merely given a rationale
    if "reason" not in clean and again and link.reason == NOT_SAME_EVENT:
        clean["reason"] = ""
    act = "link.mark" if relation != link.relation else "link.edit"
    return _edit(state, act, link, replace(link, relation=relation, **clean))


def not_same_event(state: ReviewState, one: Claim, other: Claim) -> Change | None:
    """Say of two claims that they are about different events."""
    return link_claims(state, one, other, "unverified", reason=NOT_SAME_EVENT)


def delete_link(state: ReviewState, link: Link) -> Change:
    """Take a link away.

    Raises:
        ChangeRefusedError: it is another analyst's.
    """
    _own(state, link)
    return _change(state, "link.delete", [pieces.gone_row(link)])


def dismiss(state: ReviewState, claim: Claim, article_id: str, start: int, end: int) -> Change:
    """Turn down a proposed counterpart: it is not offered for this claim again."""
    row = Dismissal(
        state.review.id, new_id(), claim.id, article_id, start, end, state.analyst, now()
    )
    return _change(state, "candidate.dismiss", [pieces.new_row(row)])


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """A span widened to whole clusters and without white space at its ends."""
    start, end = snap(text, start, end)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    # Once more, for a space can carry a mark.
    return snap(text, start, end) if start < end else (start, start)


def _change(state: ReviewState, act: str, rows: Iterable[RowChange]) -> Change:
    return Change(act, state.review.id, state.analyst, tuple(rows))


def _edit(state: ReviewState, act: str, before: Any, after: Any) -> Change | None:
    if before == after:
        return None
    return _change(state, act, [pieces.edited_row(before, replace(after, updated_at=now()))])


def _own(state: ReviewState, link: Link) -> None:
    if link.analyst != state.analyst:
        raise ChangeRefusedError(
            f"Link {link.number} is {link.analyst}'s; only they can change it. Link the two claims "
            "yourself to say otherwise."
        )


def _claim_goes(state: ReviewState, claim: Claim) -> list[RowChange]:
    links = state.every_link_of(claim.id)
    others = sorted({link.analyst for link in links if link.analyst != state.analyst})
    if others:
        raise ChangeRefusedError(
            f"Claim {claim.number} has links of {', '.join(others)}; only they can take them away."
        )
    turned_down = [d for d in state.dismissals.values() if d.claim_id == claim.id]
    records: list[Record] = [*turned_down, *links, claim]
    return [pieces.gone_row(record) for record in records]
