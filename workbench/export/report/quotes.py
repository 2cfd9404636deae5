"""The claims of a dossier: their words with what differs in them, and where they stand."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from workbench.core.apparatus import Difference
from workbench.core.events import Event
from workbench.core.model import Article, Claim, Link
from workbench.core.review import ReviewState
from workbench.core.segments import Span
from workbench.core.text import one_line
from workbench.errors import StoreError
from workbench.export.material import Material
from workbench.export.report.log import moment
from workbench.export.report.model import ArticleEntry, Piece, QuoteEntry
from workbench.export.report.places import Place, places
from workbench.export.rows import clean


def article_entries(state: ReviewState, events: Iterable[Event]) -> dict[str, ArticleEntry]:
    """The articles as the dossier lists them, by id, in the order of their numbers.

    Args:
        state: the review.
        events: its log, which says when each was brought in.
    """
    claims = Counter(claim.article_id for claim in state.claims.values())
    brought = {
        row.id: event
        for event in events
        for row in event.rows
        if row.table == "article" and row.before is None
    }
    return {
        article.id: _article(article, claims[article.id], brought.get(article.id))
        for article in state.articles_in_order()
    }


def _article(article: Article, claims: int, brought: Event | None) -> ArticleEntry:
    at, who = (brought.at, brought.analyst) if brought else (article.created_at, article.analyst)
    return ArticleEntry(
        number=article.number,
        outlet=one_line(article.outlet),
        title=one_line(article.title),
        published_on=one_line(article.published_on),
        address=one_line(article.url),
        byline=one_line(article.byline),
        characters=article.characters,
        claims=claims,
        text_sha256=one_line(article.text_sha256),
        raw_sha256=one_line(article.raw_sha256),
        brought_in=f"{moment(at)} UTC by {one_line(who)}",
    )


def place_finder(state: ReviewState, material: Material) -> Callable[[Claim], Place]:
    """What says where a claim begins; each article's text is looked through once.

    Args:
        state: the review.
        material: gives the texts.

    Returns:
        A function of a claim; `Place(0, 0)` where the text is not to be had.
    """
    known: dict[str, dict[int, Place]] = {}

    def place(claim: Claim) -> Place:
        if claim.article_id not in known:
            starts = (one.start for one in state.claims_in(claim.article_id))
            try:
                known[claim.article_id] = places(material.text(claim.article_id), starts)
            except StoreError:  # `check` says what is wrong; the rest is to be had all the same
                known[claim.article_id] = {}
        return known[claim.article_id].get(claim.start, Place(0, 0))

    return place


def quote_entry(
    claim: Claim, article: ArticleEntry, place: Place, telling: Iterable[Span] = ()
) -> QuoteEntry:
    """A claim as the dossier shows it.

    Args:
        claim: the claim.
        article: the one it stands in.
        place: where it begins.
        telling: what of its words differs from others, in code points of the quote.
    """
    return QuoteEntry(
        claim=claim.number,
        pieces=tuple(_pieces(clean(claim.quote), telling)),
        claimant=one_line(claim.claimant),
        origin=one_line(claim.origin),
        note=clean(claim.note),
        tags=one_line(claim.tags),
        marked_by=one_line(claim.analyst),
        article=article,
        start=claim.start,
        end=claim.end,
        paragraph=place.paragraph,
        line=place.line,
    )


def telling_words(
    claims: Sequence[Claim],
    links: Iterable[Link],
    differing: Callable[[Claim, Claim], Iterable[Difference]],
) -> dict[str, list[Span]]:
    """What differs in the words of claims that are linked and do not agree.

    Args:
        claims: the claims of a point.
        links: the links on it.
        differing: finds what differs between two quotes.

    Returns:
        Spans of each claim's quote, by claim id; claims without any may be missing.
    """
    by_id = {claim.id: claim for claim in claims}
    found: dict[str, list[Span]] = {}
    for link in links:
        one, other = by_id.get(link.from_claim_id), by_id.get(link.to_claim_id)
        if link.relation == "agrees" or not link.same_event or one is None or other is None:
            continue
        for each in differing(one, other):
            found.setdefault(one.id, []).append((each.a_start, each.a_end))
            found.setdefault(other.id, []).append((each.b_start, each.b_end))
    return found


def _pieces(quote: str, telling: Iterable[Span]) -> Iterator[Piece]:
    """The words of a quote in order, cut where what differs begins and ends."""
    at = 0
    for first, last in sorted(telling):
        start, end = max(first, at), min(last, len(quote))
        if start < end:
            if at < start:
                yield Piece(quote[at:start], differs=False)
            yield Piece(quote[start:end], differs=True)
            at = end
    if at < len(quote) or not quote:
        yield Piece(quote[at:], differs=False)
