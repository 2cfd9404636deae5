"""What earlier reviews concluded on a claim, in words: for screen and command line alike."""

from collections.abc import Sequence

from workbench.core.earlier import JudgedClaim
from workbench.core.events import shorten
from workbench.core.model import Claim
from workbench.core.review import ReviewState
from workbench.core.text import one_line
from workbench.match.earlier import JudgedClaims, Match, best
from workbench.offering import published
from workbench.proposing import SAME_EVENT_DAYS
from workbench.store import Store

_TITLE = 40  # code points of it on one line

Line = tuple[str, str]
"""A label, and what is said under it."""


def judgements(store: Store, state: ReviewState, claim: Claim) -> list[Match]:
    """How a claim was judged in the other reviews of the database, the surest first.

    Args:
        store: the database; all findings of the other reviews are read.
        state: the claim's review.
        claim: the claim.
    """
    known = JudgedClaims(store.earlier.all_judged(state.review.id))
    return best([*at_its_place(known, state, claim), *in_its_words(known, state, claim)])


def at_its_place(known: JudgedClaims, state: ReviewState, claim: Claim) -> list[Match]:
    """Judged claims at the claim's own place; quick enough to be asked at a key."""
    article = state.articles[claim.article_id]
    return known.at(article.text_sha256, claim.start, claim.end)


def in_its_words(known: JudgedClaims, state: ReviewState, claim: Claim) -> list[Match]:
    """Judged claims in nearly its words, of other texts; takes milliseconds now and then."""
    article = state.articles[claim.article_id]
    return known.alike(claim.quote, article.text_sha256, published(article))


def how(state: ReviewState, claim: Claim, match: Match) -> str:
    """How sure it is that the claim was judged: `judged earlier`, `judged earlier in part`."""
    words = "judged earlier" if match.claim.agreeing else "on a point judged earlier"
    if match.how == "part":
        return f"{words}, in part"
    if match.how == "alike":
        return f"like one {words}{_apart(state, claim, match.claim)}"
    return words


def in_a_line(state: ReviewState, claim: Claim, found: Sequence[Match], key: str = "") -> str:
    """`judged earlier: contradicted, 2026-10-03, in “Bagram, spring”`; "" when it was not.

    Args:
        state: the claim's review.
        claim: the claim.
        found: how it was judged; the first is said, the others are counted.
        key: what to press to read it all, or "".
    """
    if not found:
        return ""
    judgement = found[0].claim.judgement
    pressed = f" ({key})" if key else ""
    who = "" if judgement.analyst == state.analyst else f" ({judgement.analyst})"
    more = f", {len(found) - 1} more" if len(found) > 1 else ""
    return (
        f"{how(state, claim, found[0])}{pressed}: {one_line(judgement.verdict)}{who}, "
        f"{judgement.judged_on}, in “{shorten(judgement.review, _TITLE)}”{more}"
    )


def in_full(judged: JudgedClaim) -> list[Line]:
    """All that is known of a judgement, and of the claim it speaks to."""
    judgement = judged.judgement
    sure = f", {judgement.confidence} confidence" if judgement.confidence else ""
    where = ", ".join(filter(None, (judged.outlet or "(no outlet)", judged.published_on)))
    point = [] if judged.agreeing else [("note", "the claim takes another position on that point")]
    return [
        ("review", judgement.review),
        ("verdict", f"{judgement.verdict}{sure}, {judgement.judged_on}, {judgement.analyst}"),
        ("wording", judgement.wording),
        *([("rationale", judgement.rationale)] if judgement.rationale else []),
        *(("evidence", words) for words in judgement.evidence),
        (f"claim {judged.number}", f"“{judged.quote}” {where}"),
        *point,
    ]


def _apart(state: ReviewState, claim: Claim, judged: JudgedClaim) -> str:
    """Articles that lie far apart may speak of two events in the same words."""
    from datetime import date

    day = published(state.articles[claim.article_id])
    if day is None or not judged.published_on:
        return ""
    days = abs((day - date.fromisoformat(judged.published_on)).days)
    return f" {days} days apart" if days > SAME_EVENT_DAYS else ""
