"""The exports that are tables, and their columns in order."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from workbench.core.text import one_line
from workbench.errors import UsageError

Line = dict[str, str | int]
"""A line of an export: column to text or whole number, in the order of the columns."""

# The order is a promise: spreadsheets and scripts of others count on it.
_FIELDS: dict[str, tuple[str, ...]] = {
    "claims": (
        "claim",
        "point",
        "position",
        "standing",
        "origins",
        "quote",
        "outlet",
        "article",
        "title",
        "published_on",
        "url",
        "claimant",
        "origin",
        "note",
        "tags",
        "links",
        "start",
        "end",
        "prefix",
        "suffix",
        "text_sha256",
        "analyst",
        "created_at",
        "updated_at",
        "review",
        "claim_id",
        "article_id",
    ),
    "links": (
        "link",
        "relation",
        "reason",
        "rationale",
        "point",
        "from_claim",
        "from_outlet",
        "from_published_on",
        "from_claimant",
        "from_quote",
        "to_claim",
        "to_outlet",
        "to_published_on",
        "to_claimant",
        "to_quote",
        "analyst",
        "created_at",
        "updated_at",
        "review",
        "link_id",
        "from_claim_id",
        "to_claim_id",
    ),
    # Behind these each article has a column of its own, and on request a twin with its quotes.
    "matrix": (
        "point",
        "wording",
        "standing",
        "origins",
        "verdict",
        "confidence",
        "rationale",
        "positions",
        "articles_agreeing",
        "articles_conflicting",
        "articles_unverified",
        "articles_silent",
        "articles_on_smaller_sides",
        "only_in",
        "first_published_on",
        "first_outlet",
        "contradictory_links",
        "claims",
        "links",
        "review",
    ),
    "findings": (
        "finding",
        "point",
        "standing",
        "origins",
        "wording",
        "verdict",
        "confidence",
        "rationale",
        "evidence",
        "claims",
        "claim",
        "quote",
        "outlet",
        "published_on",
        "claimant",
        "analyst",
        "created_at",
        "updated_at",
        "review",
        "finding_id",
        "claim_id",
    ),
    "evidence": (
        "evidence",
        "kind",
        "locator",
        "note",
        "finding",
        "wording",
        "verdict",
        "analyst",
        "created_at",
        "updated_at",
        "review",
        "evidence_id",
        "finding_id",
    ),
    "articles": (
        "article",
        "outlet",
        "title",
        "published_on",
        "url",
        "byline",
        "characters",
        "claims",
        "text_sha256",
        "raw_sha256",
        "analyst",
        "created_at",
        "updated_at",
        "review",
        "article_id",
    ),
    "log": (
        "event",
        "at",
        "analyst",
        "act",
        "what",
        "undoes",
        "redoes",
        "rows",
        "review",
        "event_id",
    ),
}

TABLES = tuple(_FIELDS)
"""The kinds that are tables: `rows` and `columns` know them."""


def fields(kind: str) -> tuple[str, ...]:
    """The columns of a table, in order; of a matrix those before the articles.

    Raises:
        UsageError: there is no such table; the sentence names those there are.
    """
    if kind not in _FIELDS:
        raise unknown("export", kind, TABLES)
    return _FIELDS[kind]


def unknown(what: str, name: str, known: Iterable[str], where: str = "") -> UsageError:
    """The refusal of a name that is not known.

    Args:
        what: what it should name: “export”, “format”.
        name: what was asked for.
        known: the names there are.
        where: what they are known for: “ for claims”.

    Returns:
        The error to raise: it names all of them, and the one that was probably meant.
    """
    known = tuple(known)
    near = get_close_matches(name.casefold(), known, n=1)
    meant = f" Did you mean {near[0]}?" if near else ""
    return UsageError(
        f"There is no {what} “{one_line(name)}”{where}: it is {either(known)}.{meant}"
    )


def either(names: Sequence[str]) -> str:
    """Names in one breath: `a, b or c`."""
    return " or ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
