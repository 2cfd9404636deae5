"""Lines of the log, and how they read."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from workbench.core.model import Row
from workbench.core.review import ReviewState, RowChange

SHOWN_WORDS = 60
"""Code points of a quote that a line of history shows."""

_HIDDEN = frozenset({"updated_at", "quote", "prefix", "suffix", "start", "end"})


class Event(NamedTuple):
    """A line of the log.

    Attributes:
        seq: its place in the log of the whole database.
        id: what names it everywhere.
        analyst: who did it.
        at: when, UTC.
        act: what it was; `undo` and `redo` are acts too.
        undoes: the id of the event it undoes, or "".
        redoes: the id of the event it redoes, or "".
        rows: the rows it touched.
    """

    seq: int
    id: str
    analyst: str
    at: str
    act: str
    undoes: str
    redoes: str
    rows: tuple[RowChange, ...]


def describe(event: Event, claim_numbers: Mapping[str, int] | None = None) -> str:
    """An event in words, on one line: `claim 17 made: “…”; link 4 made: claims 9 and 17, agrees`.

    The words hold article text; whoever shows them sees to it that they are harmless there.

    Args:
        event: the event.
        claim_numbers: the numbers of claims by id, for links whose claims the event itself does
            not hold.
    """
    prefix = {"undo": "undone: ", "redo": "done again: "}.get(event.act, "")
    try:
        numbers = {**(claim_numbers or {}), **numbers_in([event])}
        parts = [part for row in event.rows if (part := _describe_row(row, numbers))]
    except (AttributeError, KeyError, TypeError, ValueError):  # not a line of ours
        return event.act
    return prefix + "; ".join(parts)


def numbers_in(events: Iterable[Event]) -> dict[str, int]:
    """The numbers of all claims that some events touched, by id; also of those now gone."""
    return {
        row.id: shown["number"]
        for event in events
        for row in event.rows
        if row.table == "claim"
        and (shown := row.after or row.before) is not None
        and isinstance(shown.get("number"), int)
    }


def claim_numbers(state: ReviewState, events: Iterable[Event]) -> dict[str, int]:
    """The numbers of the review's claims by id, with those the events touched that are gone."""
    return {claim.id: claim.number for claim in state.claims.values()} | numbers_in(events)


def shorten(text: str, length: int) -> str:
    """At most `length` code points of a text on one line, with an ellipsis where it was cut."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rstrip() + "…"


def _describe_row(row: RowChange, numbers: Mapping[str, int]) -> str:
    shown = row.after if row.after is not None else row.before
    if shown is None:
        return ""
    name = f"{row.table} {shown['number']}" if "number" in shown else row.table
    if row.before is not None and row.after is not None:
        return f"{name}: {_differences(row.before, row.after)}"
    happened = "made" if row.after is not None else "taken away"
    if row.table == "claim":
        return f"{name} {happened}: “{shorten(shown['quote'], SHOWN_WORDS)}”"
    if row.table == "link":
        return f"{name} {happened}: {_link(shown, numbers)}"
    if row.table == "article":
        happened = "brought in" if row.after is not None else "removed"
        label = shown["title"] or shown["outlet"]
        return f"{name} {happened}" + (f": {shorten(label, SHOWN_WORDS)}" if label else "")
    if row.table == "review":
        return f"review {happened}: {shown['title']}"
    return f"candidate {'turned down' if row.after is not None else 'offered again'}"


def _link(shown: Row, numbers: Mapping[str, int]) -> str:
    reason = f" ({shown['reason']})" if shown["reason"] else ""
    one, other = numbers.get(shown["from_claim_id"]), numbers.get(shown["to_claim_id"])
    if one is None or other is None:
        return f"{shown['relation']}{reason}"
    return f"claims {one} and {other}, {shown['relation']}{reason}"


def _differences(before: Row, after: Row) -> str:
    parts = []
    if any(before.get(edge) != after.get(edge) for edge in ("start", "end")):
        parts.append(f"edges moved to “{shorten(after['quote'], SHOWN_WORDS)}”")
    for field in after:
        if field not in _HIDDEN and before[field] != after[field]:
            old = shorten(str(before[field]), 24) or "nothing"
            new = shorten(str(after[field]), SHOWN_WORDS) or "nothing"
            parts.append(f"{field} {old} → {new}")
    return ", ".join(parts) if parts else "nothing changed"
