"""The lines of each kind of export, as plain values.

A damaged record costs no more than its own cells: a claim without its article, a link without its
claim, an event of another program are lines with blanks, and everything else is exported.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from workbench.core.events import Event, describe, known_numbers
from workbench.core.matrix import Findings
from workbench.core.model import NOT_SAME_EVENT, Article, Claim, Link
from workbench.core.points import Point, Position, all_points, claim_standing
from workbench.core.review import ReviewState
from workbench.core.text import harmless
from workbench.export import conclusions
from workbench.export.formats import check_quotes
from workbench.export.kinds import Line, fields
from workbench.export.matrix import article_columns, matrix_lines
from workbench.export.whole import whole_of

_RELATIONS = ("conflicts", "agrees", "unverified")  # what an editor must see first comes first

# Whether `harmless` lets these stand depends on the letters around them, and a quote is cut out of
# its surroundings. Articles were cleaned whole when they came in; exact words stay exact words.
_AS_IT_STANDS = frozenset(
    "\u061c\u200b\u200c\u200d\u200e\u200f" + "".join(map(chr, range(0xE0020, 0xE0080)))
)


def columns(state: ReviewState, kind: str, *, quotes: bool = False) -> tuple[str, ...]:
    """The columns of an export of this review, in order; those of a matrix name its articles.

    Args:
        state: the review.
        kind: one of `TABLES`.
        quotes: whether the cells of `matrix` have their quotes beside them.

    Raises:
        UsageError: there is no such table, or it is one without twins of quotes.
    """
    known = fields(kind)
    if kind == "matrix":
        return (*known, *article_columns(state, quotes=quotes))
    check_quotes(kind, quotes=quotes)
    return known


def rows(
    state: ReviewState,
    kind: str,
    events: Sequence[Event] = (),
    *,
    quotes: bool = False,
    findings: Findings | None = None,
) -> Iterator[Line]:
    """The lines of an export, one after the other.

    Args:
        state: the review; points and standings are those of its analyst.
        kind: one of `TABLES`.
        events: the review's log; only `log` looks at it.
        quotes: whether the cells of `matrix` have their quotes beside them.
        findings: wording and verdict by the claim a finding hangs on; only `matrix` looks at it.

    Returns:
        One dict a line, its keys `columns(state, kind)` in that order. Text that is not
        known is ""; `start`, `end` and `characters` count code points of the canonical text.

    Raises:
        UsageError: there is no such table, or it is one without twins of quotes; at once, not
            with the first line.
    """
    columns(state, kind, quotes=quotes)
    if kind == "claims":
        lines = _claims(state)
    elif kind == "links":
        lines = _links(state)
    elif kind == "findings":
        lines = conclusions.findings(state, whole_of(state))
    elif kind == "evidence":
        lines = conclusions.evidence(state)
    elif kind == "articles":
        lines = _articles(state)
    elif kind == "matrix":
        lines = matrix_lines(whole_of(state), quotes=quotes, findings=findings)
    else:
        lines = _log(state, events)
    return map(_clean, lines)


def _claims(state: ReviewState) -> Iterator[Line]:
    whole = whole_of(state)
    for point in all_points(whole):
        for position in point.positions:
            for claim in position.claims:
                yield _claim(whole, claim, point, position)
    astray = (claim for claim in state.claims.values() if claim.id not in whole.claims)
    for claim in sorted(astray, key=_by_number):
        yield _claim(whole, claim, None, None)


def _claim(
    state: ReviewState, claim: Claim, point: Point | None, position: Position | None
) -> Line:
    article = state.articles.get(claim.article_id)
    return {
        "claim": claim.number,
        "point": point.number if point else "",
        "position": position.letter if position else "",
        "standing": claim_standing(state, claim),
        "origins": position.origins.tally() if position else "",
        "quote": claim.quote,
        "outlet": article.outlet if article else "",
        "article": article.number if article else "",
        "title": article.title if article else "",
        "published_on": article.published_on if article else "",
        "url": article.url if article else "",
        "claimant": claim.claimant,
        "origin": claim.origin,
        "note": claim.note,
        "tags": claim.tags,
        "links": _links_cell(state, claim),
        "start": claim.start,
        "end": claim.end,
        "prefix": claim.prefix,
        "suffix": claim.suffix,
        "text_sha256": article.text_sha256 if article else "",
        "analyst": claim.analyst,
        "created_at": claim.created_at,
        "updated_at": claim.updated_at,
        "review": state.review.title,
        "claim_id": claim.id,
        "article_id": claim.article_id,
    }


def _links_cell(state: ReviewState, claim: Claim) -> str:
    """The analyst's links of a claim: `conflicts:14; agrees:22`."""
    found = []
    for link in state.links_of(claim.id):
        words = link.relation if link.same_event else NOT_SAME_EVENT
        other = state.claims[link.other(claim.id)]
        found.append((_RELATIONS.index(link.relation), other.number, words))
    return "; ".join(f"{words}:{number}" for _, number, words in sorted(found))


def _links(state: ReviewState) -> Iterator[Line]:
    whole = whole_of(state)
    point_of = {claim.id: point.number for point in all_points(whole) for claim in point.claims}
    for link in sorted(state.links.values(), key=_by_number):
        # Another analyst's link joins nothing here: the points are this analyst's.
        joins = link.analyst == state.analyst and link.same_event and link.id in whole.links
        one, other = state.claims.get(link.from_claim_id), state.claims.get(link.to_claim_id)
        yield {
            "link": link.number,
            "relation": link.relation,
            "reason": link.reason,
            "rationale": link.rationale,
            "point": point_of[link.from_claim_id] if joins else "",
            **_end(state, "from", one),
            **_end(state, "to", other),
            "analyst": link.analyst,
            "created_at": link.created_at,
            "updated_at": link.updated_at,
            "review": state.review.title,
            "link_id": link.id,
            "from_claim_id": link.from_claim_id,
            "to_claim_id": link.to_claim_id,
        }


def _end(state: ReviewState, which: str, claim: Claim | None) -> Line:
    article = state.articles.get(claim.article_id) if claim else None
    return {
        f"{which}_claim": claim.number if claim else "",
        f"{which}_outlet": article.outlet if article else "",
        f"{which}_published_on": article.published_on if article else "",
        f"{which}_claimant": claim.claimant if claim else "",
        f"{which}_quote": claim.quote if claim else "",
    }


def _articles(state: ReviewState) -> Iterator[Line]:
    claims = Counter(claim.article_id for claim in state.claims.values())
    for article in state.articles_in_order():
        yield {
            "article": article.number,
            "outlet": article.outlet,
            "title": article.title,
            "published_on": article.published_on,
            "url": article.url,
            "byline": article.byline,
            "characters": article.characters,
            "claims": claims[article.id],
            "text_sha256": article.text_sha256,
            "raw_sha256": article.raw_sha256,
            "analyst": article.analyst,
            "created_at": article.created_at,
            "updated_at": article.updated_at,
            "review": state.review.title,
            "article_id": article.id,
        }


def _log(state: ReviewState, events: Sequence[Event]) -> Iterator[Line]:
    seq_of: dict[str, int] = {event.id: event.seq for event in events}
    numbers = known_numbers(state, events)
    for event in sorted(events, key=lambda event: event.seq):
        yield {
            "event": event.seq,
            "at": event.at,
            "analyst": event.analyst,
            "act": event.act,
            "what": describe(event, numbers),
            "undoes": seq_of.get(event.undoes, ""),
            "redoes": seq_of.get(event.redoes, ""),
            "rows": json.dumps(
                [row._asdict() for row in event.rows], ensure_ascii=False, separators=(",", ":")
            ),
            "review": state.review.title,
            "event_id": event.id,
        }


def _by_number(record: Article | Claim | Link) -> int:
    return record.number


def _clean(line: Line) -> Line:
    return {
        name: clean(cell) if cell and isinstance(cell, str) else cell for name, cell in line.items()
    }


def clean(text: str) -> str:
    r"""Text without what could act on a terminal: `\n` is the only control character left.

    Args:
        text: any text.

    Returns:
        Text of the same length in code points; any part of a canonical text is left as it is.
    """
    changed = harmless(text)
    if changed == text:
        return text
    return "".join(
        was if was in _AS_IT_STANDS else now for was, now in zip(text, changed, strict=True)
    )
