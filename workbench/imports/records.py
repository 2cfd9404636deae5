"""Lines of our own exports -> claims, links, findings, evidence and articles."""

from collections.abc import Callable, Collection

from workbench.core.incoming import End, Incoming, IncomingTable, Wanted
from workbench.core.model import (
    CONFIDENCES,
    EVIDENCE_KINDS,
    NOT_SAME_EVENT,
    REASONS,
    RELATIONS,
    UNVERIFIED,
)
from workbench.errors import ImportRefusedError
from workbench.imports.values import Cells

KNOWN_COLUMNS = frozenset(
    "article article_id byline claim claim_id claimant confidence created_at end evidence "
    "evidence_id finding finding_id from_claim from_claim_id from_quote kind link link_id locator "
    "note origin outlet prefix published_on quote rationale reason relation review start suffix "
    "tags text_sha256 title to_claim to_claim_id to_quote updated_at url verdict wording "
    "analyst standing point event act rows positions characters raw_sha256".split()
)
"""Columns that tell what a table is and how its cells are separated."""

Reader = Callable[[Cells], Incoming]


def kind_of(columns: Collection[str], name: str) -> str:
    """What the lines of a table are: `claims`, `links`, `findings`, `evidence` or `articles`.

    Args:
        columns: the names of its columns.
        name: what messages call the file.

    Raises:
        ImportRefusedError: they are none of these.
    """
    has = frozenset(columns)
    if has >= {"event", "act"}:
        raise ImportRefusedError(
            f"{name} is a log, which is never written from outside; import claims and links."
        )
    if "positions" in has or "articles_silent" in has:
        raise ImportRefusedError(
            f"{name} is a matrix, which is computed from links; import claims and links."
        )
    if "relation" in has:
        _need(has, name, "links", ("from_claim_id", "from_claim"), ("to_claim_id", "to_claim"))
        return "links"
    if "evidence_id" in has or has >= {"kind", "locator"}:
        _need(has, name, "evidence", ("kind",), ("finding_id", "finding"))
        return "evidence"
    if "finding_id" in has or has >= {"wording", "verdict"}:
        _need(has, name, "findings", ("wording",), ("claim_id", "claim", "quote"))
        return "findings"
    if "quote" in has or has >= {"start", "end"}:
        return "claims"
    if has >= {"article_id", "byline"}:
        return "articles"
    raise ImportRefusedError(
        f"{name} has no columns that tell what it is: claims have quote, links relation, "
        "from_claim_id and to_claim_id, findings wording and verdict, evidence kind and locator."
    )


def reader(kind: str) -> Reader:
    """What makes of a line what it says; `kind` is what `kind_of` told."""
    made: dict[str, Reader] = {
        "claims": _claim,
        "links": _link,
        "findings": _finding,
        "evidence": _evidence,
        "articles": _article,
    }
    return made[kind]


def _claim(cells: Cells) -> Incoming:
    known = cells.identifier("claim_id")
    start, end = cells.offset("start"), cells.offset("end")
    place = Wanted(
        quote=cells.text("quote"),
        prefix=cells.text("prefix"),
        suffix=cells.text("suffix"),
        start=start,
        end=end,
        article_id=cells.identifier("article_id"),
        text_sha256=cells.digest("text_sha256"),
        url=cells.text("url").strip(),
        article=cells.number("article"),
    )
    values = _lines(cells, "claimant", "origin")
    if cells.has("note"):
        values["note"] = cells.note("note")
    if cells.has("tags"):
        values["tags"] = cells.tags("tags")
    return _signed(cells, "claim", known, values, place=place)


def _link(cells: Cells) -> Incoming:
    values = {"relation": cells.one_of("relation", RELATIONS)}
    values |= _lines(cells, "reason")
    if cells.has("rationale"):
        values["rationale"] = cells.note("rationale")
    return linked(cells, values, (_end(cells, "from_"), _end(cells, "to_")))


def linked(
    cells: Cells, values: dict[str, str], ends: tuple[End, End], known: str = ""
) -> Incoming:
    """A link, its reason as it is offered.

    Args:
        cells: who made it and when.
        values: relation, reason, rationale.
        ends: its claims.
        known: its id, where the cells do not have it.

    Raises:
        ImportRefusedError: the reason does not go with the relation.
    """
    reason = values.get("reason", "")
    if reason.casefold() in REASONS:
        values["reason"] = reason.casefold()
    if values.get("reason") == NOT_SAME_EVENT and values["relation"] != UNVERIFIED:
        raise cells.refusal(
            f"“{NOT_SAME_EVENT}” goes with unverified, not with {values['relation']}."
        )
    return _signed(cells, "link", known or cells.identifier("link_id"), values, ends=ends)


def _end(cells: Cells, which: str) -> End:
    return End(
        cells.identifier(f"{which}claim_id"),
        cells.number(f"{which}claim"),
        cells.text(f"{which}quote"),
    )


def _finding(cells: Cells) -> Incoming:
    values = _lines(cells, "wording", "verdict")
    if cells.has("confidence"):
        values["confidence"] = cells.one_of("confidence", CONFIDENCES)
    if cells.has("rationale"):
        values["rationale"] = cells.note("rationale")
    return concluded(cells, cells.identifier("finding_id"), values, _end(cells, ""))


def concluded(cells: Cells, known: str, values: dict[str, str], claim: End) -> Incoming:
    """A finding that may be kept.

    Args:
        cells: who made it and when.
        known: its id, or "".
        values: wording, verdict, confidence, rationale.
        claim: what it hangs on.

    Raises:
        ImportRefusedError: it has no wording, or not the rationale that its verdict needs.
    """
    if not values.get("wording"):
        raise cells.refusal("the finding has no wording.")
    verdict = values.get("verdict", "")
    if verdict.lower() not in ("", UNVERIFIED) and not values.get("rationale"):
        raise cells.refusal(f"the verdict “{verdict}” needs a rationale.")
    return _signed(cells, "finding", known, values, ends=(claim,))


def _evidence(cells: Cells) -> Incoming:
    finding = End(cells.identifier("finding_id"), cells.number("finding"), cells.text("wording"))
    return rested(cells, cells.identifier("evidence_id"), finding)


def rested(cells: Cells, known: str, finding: End) -> Incoming:
    """Evidence that says something.

    Raises:
        ImportRefusedError: it is of no kind there is, or says neither where nor what.
    """
    values = {"kind": cells.one_of("kind", EVIDENCE_KINDS), **_lines(cells, "locator")}
    if cells.has("note"):
        values["note"] = cells.note("note")
    if not (values.get("locator") or values.get("note")):
        raise cells.refusal("the evidence has neither locator nor note.")
    return _signed(cells, "evidence", known, values, ends=(finding,))


def _article(cells: Cells) -> Incoming:
    values = _lines(cells, "outlet", "title", "url", "byline")
    if cells.has("published_on"):
        values["published_on"] = cells.day("published_on")
    return _signed(cells, "article", cells.identifier("article_id"), values)


def _lines(cells: Cells, *names: str) -> dict[str, str]:
    """The columns of one line that a file has."""
    return {name: cells.line(name) for name in names if cells.has(name)}


def _signed(
    cells: Cells,
    table: IncomingTable,
    known: str,
    values: dict[str, str],
    *,
    ends: tuple[End, ...] = (),
    place: Wanted | None = None,
) -> Incoming:
    return Incoming(
        table=table,
        where=cells.where,
        id=known,
        number=0 if table == "article" else cells.number(table),
        analyst=cells.line("analyst"),
        created_at=cells.time("created_at"),
        updated_at=cells.time("updated_at"),
        values=values,
        ends=ends,
        place=place,
        exact=bool(known),
    )


def _need(has: frozenset[str], name: str, kind: str, *columns: tuple[str, ...]) -> None:
    for either in columns:
        if not has & set(either):
            raise ImportRefusedError(f"{name}: {kind} need a column {' or '.join(either)}.")
