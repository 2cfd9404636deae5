"""What the workbench offers to add to a marked pair: a reason, a shared origin, narrower words.

An offer is a proposal like any other: it is shown, and nothing happens until it is taken.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache, partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from workbench.core.changes import Change
from workbench.core.clauses import clause_around
from workbench.core.events import shorten
from workbench.core.linking import edit_link
from workbench.core.long_text import Text
from workbench.core.model import Article, Claim, Link
from workbench.core.refining import narrow, share_origin
from workbench.core.review import ReviewState
from workbench.core.segments import Span, words

# Finding differences takes some reading in; the screen opens without it.
if TYPE_CHECKING:
    from workbench.match.copies import ProposedOrigin
    from workbench.match.differences import Difference

WIDE = 12
"""Words a claim must have for narrower words in it to be worth a claim of their own."""

_LONG_WORD = 40  # code points; a text without blanks is not read to its end
_SHOWN = 60  # code points of a narrower quote or a name
_LABEL = 24


class Offer(NamedTuple):
    """Something that can be added to what is marked.

    Attributes:
        kind: `reason`, `origin` or `narrow`.
        label: what it is in two or three words, for where there is room for no more.
        words: what it is, with the claims it is about.
        link_id: the link it is about.
        change: gives the act that carries it out.
    """

    kind: str
    label: str
    words: str
    link_id: str
    change: Callable[[], Change | None]


def differing(state: ReviewState, one: Claim, other: Claim) -> "tuple[Difference, ...]":
    """The values in which two claims differ, with weekdays counted from their articles' dates.

    Args:
        state: the review; it holds both articles.
        one: a claim, or what would become one.
        other: the other.
    """
    days = (published(state.articles.get(claim.article_id)) for claim in (one, other))
    return differing_words(one.quote, other.quote, *days)


@lru_cache(maxsize=1024)
def differing_words(
    one: str, other: str, one_day: date | None, other_day: date | None
) -> "tuple[Difference, ...]":
    """The same for words; the strip asks for those of the same pairs at every key."""
    from workbench.match.differences import differences

    return tuple(differences(one, other, one_day, other_day))


def hint(one: str, other: str, one_day: date | None, other_day: date | None) -> str:
    """What differs, in words: “numbers differ: 7 / 8”; "" when nothing is found."""
    found = differing_words(one, other, one_day, other_day)
    if not found:
        return ""
    from workbench.match.differences import hint as in_words

    return in_words(found, one, other)


def published(article: Article | None) -> date | None:
    """The day an article was published, where it is known."""
    return date.fromisoformat(article.published_on) if article and article.published_on else None


def offers(
    state: ReviewState,
    link: Link,
    text: Callable[[str], Text],
    origin: "Callable[[Claim, Claim], ProposedOrigin | None]" = lambda *_: None,
) -> Iterator[Offer]:
    """What could be added to a link of the analyst's own, the most wanted first.

    Args:
        state: the review.
        link: which link.
        text: gives the canonical text of an article, by id.
        origin: gives the origin that two claims may share, where something points to one.
    """
    from workbench.match.differences import reason

    if not link.same_event:
        return
    pair = state.claims[link.from_claim_id], state.claims[link.to_claim_id]
    numbers = f"{pair[0].number} and {pair[1].number}"
    found = differing(state, *pair)
    why = reason(found)
    if link.relation == "conflicts" and not link.reason and why:
        yield Offer(
            "reason",
            f"reason: {why}",
            f"“{why}” as the reason why {numbers} conflict",
            link.id,
            lambda: edit_link(state, link, reason=why),
        )
    proposed = origin(*pair) if link.relation == "agrees" else None
    if proposed is not None:
        name = proposed.name
        yield Offer(
            "origin",
            f"origin: {shorten(name, _LABEL)}",
            f"origin “{shorten(name, _SHOWN)}” to {numbers} ({proposed.why})",
            link.id,
            lambda: share_origin(state, pair, name),
        )
    yield from _narrower(state, link, pair, found, text)


def _narrower(
    state: ReviewState,
    link: Link,
    pair: tuple[Claim, Claim],
    found: "tuple[Difference, ...]",
    text: Callable[[str], Text],
) -> Iterator[Offer]:
    """Two wide claims that agree here and differ there: the words that differ, as a pair."""
    from workbench.match.differences import reason

    if not found or not all(_is_wide(claim) for claim in pair):
        return
    inner = _inner(state, pair)
    for one in found:
        spans = (
            _placed(pair[0], clause_around(pair[0].quote, one.a_start, one.a_end)),
            _placed(pair[1], clause_around(pair[1].quote, one.b_start, one.b_end)),
        )
        if _is_all(pair[0], spans[0]) or _is_all(pair[1], spans[1]) or _lie_in(spans, inner):
            continue
        texts = text(pair[0].article_id), text(pair[1].article_id)
        shown = [
            shorten(whole[start:end], _SHOWN)
            for whole, (start, end) in zip(texts, spans, strict=True)
        ]
        yield Offer(
            "narrow",
            "a narrower pair",
            f"the conflict of “{shown[0]}” and “{shown[1]}” as a pair of their own",
            link.id,
            partial(narrow, state, pair, texts, spans, "conflicts", reason=reason([one])),
        )


def _is_wide(claim: Claim) -> bool:
    found = words(claim.quote[: WIDE * _LONG_WORD])
    return next(islice(found, WIDE - 1, None), None) is not None


def _is_all(claim: Claim, span: Span) -> bool:
    return span[1] - span[0] >= claim.end - claim.start


def _lie_in(spans: tuple[Span, Span], pairs: list[tuple[Claim, Claim]]) -> bool:
    """Whether a pair of claims has these words in it already, on both sides."""
    return any(
        all(
            claim.start < end and claim.end > start
            for claim, (start, end) in zip(pair, spans, strict=True)
        )
        for pair in pairs
    )


def _placed(claim: Claim, span: Span) -> Span:
    return claim.start + span[0], claim.start + span[1]


def _inner(state: ReviewState, pair: tuple[Claim, Claim]) -> list[tuple[Claim, Claim]]:
    """The narrower claims inside the two that are linked with each other."""
    one, other = (
        {
            held.id: held
            for held in state.claims_in(claim.article_id)
            if held.id != claim.id and claim.start <= held.start and held.end <= claim.end
        }
        for claim in pair
    )
    return [
        (held, other[far])
        for key, held in one.items()
        for link in state.links_of(key)
        if (far := link.other(key)) in other
    ]
