"""Acts that make a pair of marked claims say more: a narrower pair, an origin they share."""

from collections.abc import Iterable
from dataclasses import replace

from workbench.core import pieces
from workbench.core.changes import new_claim, trim
from workbench.core.ids import now
from workbench.core.linking import link_claims
from workbench.core.long_text import Text
from workbench.core.model import Claim, Relation
from workbench.core.pieces import Change
from workbench.core.review import ReviewState
from workbench.core.segments import Span
from workbench.errors import ChangeRefusedError


def narrow(
    state: ReviewState,
    pair: tuple[Claim, Claim],
    texts: tuple[Text, Text],
    spans: tuple[Span, Span],
    relation: Relation,
    *,
    reason: str = "",
) -> Change | None:
    """Mark narrower words inside two claims, and link those; the wide pair stays as it is.

    Words that are a claim already are linked as that claim; new ones say who says so, and where it
    comes from, as the wide ones do.

    Args:
        state: the review.
        pair: the two wide claims.
        texts: the canonical texts of their articles.
        spans: code points of the narrower words, each inside its claim.
        relation: what the narrower pair is marked.
        reason: why, or "".

    Raises:
        ChangeRefusedError: the words are no narrower, or lie outside the claims, or hold no words.
    """
    one, other = (
        _inside(state, claim, text, span)
        for claim, text, span in zip(pair, texts, spans, strict=True)
    )
    if (one.id, other.id) == (pair[0].id, pair[1].id):
        raise ChangeRefusedError("These are the words of the two claims already, all of them.")
    return link_claims(state, one, other, relation, reason=reason)


def share_origin(state: ReviewState, claims: Iterable[Claim], origin: str) -> Change | None:
    """Say of several claims that they come from the same place; None when that is said already."""
    clean, time = pieces.claim_field("origin", origin), now()
    rows = [
        pieces.edited_row(claim, replace(claim, origin=clean, updated_at=time))
        for claim in claims
        if claim.origin != clean
    ]
    return pieces.act(state, "claim.edit", rows) if rows else None


def _inside(state: ReviewState, claim: Claim, text: Text, span: Span) -> Claim:
    start, end = trim(text, *span)
    if not claim.start <= start < end <= claim.end:
        raise ChangeRefusedError(f"The words to narrow to do not lie in claim {claim.number}.")
    there = state.claim_at_span(claim.article_id, start, end)
    if there is not None:
        return there
    made = new_claim(state, state.articles[claim.article_id], text, start, end)
    return replace(made, claimant=claim.claimant, origin=claim.origin)
