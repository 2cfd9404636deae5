"""Acts as data: what a person wants, as the rows it touches before and after.

Every function takes the review in memory and answers with a `Change`, or refuses with a sentence.
Nothing here writes anything. A `number` of 0 asks the store for the next short number.
"""

from dataclasses import replace
from typing import Any

from workbench.core import pieces
from workbench.core.anchor import Anchor, anchor
from workbench.core.clusters import snap
from workbench.core.concluding import (
    delete_finding,
    edit_finding,
    findings_that_go,
    make_finding,
    rewrite_finding,
)
from workbench.core.evidence import add_evidence, edit_evidence, remove_evidence
from workbench.core.ids import content_id, new_id, now
from workbench.core.linking import (
    delete_link,
    edit_link,
    link_claims,
    mark_link,
    not_same_event,
)
from workbench.core.long_text import Text
from workbench.core.model import Article, Claim, Dismissal, Link, Record, Review
from workbench.core.pieces import Change
from workbench.core.review import ReviewState, RowChange
from workbench.core.segments import back_over_space, skip_all_space
from workbench.core.text import sha256
from workbench.core.verdicts import choose_verdicts
from workbench.errors import ChangeRefusedError

__all__ = [
    "Change",
    "add_article",
    "add_evidence",
    "choose_verdicts",
    "create_review",
    "delete_claim",
    "delete_finding",
    "delete_link",
    "dismiss",
    "edit_article",
    "edit_claim",
    "edit_evidence",
    "edit_finding",
    "edit_link",
    "link_claims",
    "make_claim",
    "make_finding",
    "mark_link",
    "move_claim",
    "new_claim",
    "not_same_event",
    "remove_article",
    "remove_evidence",
    "rename_review",
    "rewrite_finding",
    "trim",
]

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
    return pieces.edit(state, "article.edit", article, edited)


def remove_article(state: ReviewState, article: Article) -> Change:
    """Take an article out of the review, with its claims and their links.

    Findings are handed to claims of their points in other articles, as when a claim is deleted.
    """
    claims = {claim.id: claim for claim in state.claims_in(article.id)}
    links: dict[str, Link] = {}  # one between two of its claims goes once
    for claim in claims.values():
        links |= {link.id: link for link in _links_that_go(state, claim)}
    turned_down = [
        dismissal
        for dismissal in state.dismissals.values()
        if dismissal.article_id == article.id or dismissal.claim_id in claims
    ]
    going: list[Record] = [*links.values(), *claims.values(), article]
    rows = [
        *map(pieces.gone_row, turned_down),
        *findings_that_go(state, claims),
        *map(pieces.gone_row, going),
    ]
    return pieces.act(state, "article.remove", rows)


# Claims


def make_claim(
    state: ReviewState, article: Article, text: Text, start: int, end: int, **fields: str
) -> Change:
    """Mark a span of an article as a claim.

    Args:
        state: the review.
        article: the article that holds the span.
        text: the article's canonical text.
        start: code point offset of the span's beginning.
        end: offset after its last code point.
        fields: note, claimant, origin, tags, where they are known already.

    Raises:
        ChangeRefusedError: the span holds no words, or is a claim already.
    """
    claim = new_claim(state, article, text, start, end)
    clean: dict[str, Any] = {n: pieces.claim_field(n, value) for n, value in fields.items()}
    return pieces.act(state, "claim.make", [pieces.new_row(replace(claim, **clean))])


def new_claim(state: ReviewState, article: Article, text: Text, start: int, end: int) -> Claim:
    """The claim `make_claim` makes, for acts that make one on the way."""
    place = _place(state, article.id, text, start, end)
    if place is None:
        raise ChangeRefusedError("There are no words to mark here; move onto some, or select them.")
    time = now()
    return Claim(
        review_id=state.review.id,
        id=new_id(),
        number=0,
        article_id=article.id,
        **place._asdict(),
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
    return pieces.edit(state, "claim.edit", claim, replace(claim, **clean))


def move_claim(state: ReviewState, claim: Claim, text: Text, start: int, end: int) -> Change | None:
    """Other edges for a claim, in the same article."""
    place = _place(state, claim.article_id, text, start, end, but=claim.id)
    if place is None:
        raise ChangeRefusedError("A claim needs at least one word between its edges.")
    return pieces.edit(state, "claim.move", claim, replace(claim, **place._asdict()))


def delete_claim(state: ReviewState, claim: Claim) -> Change:
    """Take a claim away, with its links.

    A finding that hangs on it is handed to another claim of the point; with the last it goes too.

    Raises:
        ChangeRefusedError: another analyst's link or finding rests on it.
    """
    return pieces.act(state, "claim.delete", _claim_goes(state, claim))


def dismiss(state: ReviewState, claim: Claim, article_id: str, start: int, end: int) -> Change:
    """Turn down a proposed counterpart: it is not offered for this claim again."""
    row = Dismissal(
        state.review.id, new_id(), claim.id, article_id, start, end, state.analyst, now()
    )
    return pieces.act(state, "candidate.dismiss", [pieces.new_row(row)])


def _place(
    state: ReviewState, article_id: str, text: Text, start: int, end: int, *, but: str = ""
) -> Anchor | None:
    """A claim's place, or None where there are no words; refused when another claim has it."""
    start, end = trim(text, start, end)
    there = state.claim_at_span(article_id, start, end)
    if there is not None and there.id != but:
        raise ChangeRefusedError(f"These words are claim {there.number} already.")
    return anchor(text, start, end) if start < end else None


def trim(text: Text, start: int, end: int) -> tuple[int, int]:
    """A span widened to whole clusters and without white space at its ends."""
    start, end = snap(text, start, end)
    start = min(end, skip_all_space(text, start))
    end = max(start, back_over_space(text, end))
    # Once more, for a space can carry a mark.
    return snap(text, start, end) if start < end else (start, start)


def _claim_goes(state: ReviewState, claim: Claim) -> list[RowChange]:
    turned_down = state.dismissals_of(claim.id)
    going: list[Record] = [*_links_that_go(state, claim), claim]
    return [
        *map(pieces.gone_row, turned_down),
        *findings_that_go(state, {claim.id: claim}),
        *map(pieces.gone_row, going),
    ]


def _links_that_go(state: ReviewState, claim: Claim) -> list[Link]:
    """The links of a claim, which go with it; refused where some are somebody else's."""
    links = state.every_link_of(claim.id)
    others = sorted({link.analyst for link in links if link.analyst != state.analyst})
    if others:
        raise ChangeRefusedError(
            f"Claim {claim.number} has links of {', '.join(others)}; only they can take them away."
        )
    return links
