"""Lines of the log, and how they read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from workbench.core.model import DEFAULT_VERDICTS, Row
from workbench.core.review import ReviewState, RowChange
from workbench.core.text import count

SHOWN_WORDS = 60
"""Code points of a quote that a line of history shows."""

SHOWN_REASONS = 1_000
"""Code points of a rationale that a line of history shows: what it is kept for is to be read."""

TOLD_ROWS = 8
"""Rows of one kind that are told one by one; of more it is told how many they are."""

IMPORT = "review.import"
"""The act of taking in what files say; what it makes is always counted."""

_HIDDEN = frozenset({"updated_at", "claim_id", "quote", "prefix", "suffix", "start", "end"})


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


def describe(event: Event, known: Mapping[str, int] | None = None) -> str:
    """An event in words, on one line: `claim 17 made: “…”; link 4 made: claims 9 and 17, agrees`.

    The words hold article text; whoever shows them sees to it that they are harmless there.

    Args:
        event: the event.
        known: the numbers of claims and findings by id, for links and evidence whose claims and
            findings the event itself does not hold.
    """
    prefix = {"undo": "undone: ", "redo": "done again: "}.get(event.act, "")
    try:
        numbers = {**(known or {}), **numbers_in([event])}
        parts = [part for part in _parts(event, numbers) if part]
    except (AttributeError, KeyError, TypeError, ValueError):  # not a line of ours
        return event.act
    return prefix + "; ".join(parts)


def numbers_in(events: Iterable[Event]) -> dict[str, int]:
    """The numbers of all claims and findings that some events touched, those now gone included."""
    return {
        row.id: shown["number"]
        for event in events
        for row in event.rows
        if row.table in ("claim", "finding")
        and (shown := row.after or row.before) is not None
        and isinstance(shown.get("number"), int)
    }


def known_numbers(state: ReviewState, events: Iterable[Event]) -> dict[str, int]:
    """The numbers of the review's claims and findings by id, and of those the events touched."""
    claims = {one.id: one.number for one in state.claims.values()}
    findings = {one.id: one.number for one in state.findings.values()}
    return claims | findings | numbers_in(events)


def shorten(text: str, length: int) -> str:
    """At most `length` code points of a text on one line, with an ellipsis where it was cut."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rstrip() + "…"


def _parts(event: Event, numbers: Mapping[str, int]) -> Iterator[str]:
    """The rows one by one, and in one word those of which there are many: `120 claims made`."""
    counts = Counter(map(_happened, event.rows))
    told: set[tuple[str, str]] = set()
    for row in event.rows:
        key = _happened(row)
        # What an import makes is counted; what it changes was somebody's word, and is told.
        if counts[key] <= TOLD_ROWS and (event.act != IMPORT or key[1] == "changed"):
            yield _describe_row(row, numbers)
        elif key not in told:
            told.add(key)
            table, happened = key
            yield _counted(table, brought(event, happened), counts[key])


def brought(event: Event, happened: str) -> str:
    """How to say that a row was made: whoever imports something has not made it."""
    return "imported" if event.act == IMPORT and happened == "made" else happened


def _happened(row: RowChange) -> tuple[str, str]:
    if row.before is not None and row.after is not None:
        return row.table, "changed"
    return row.table, "made" if row.after is not None else "taken away"


def _counted(table: str, happened: str, number: int) -> str:
    if table == "evidence":
        return f"{count(number, 'piece')} of evidence {happened}"
    noun = {"dismissal": "refusal", "verdict_list": "list"}.get(table, table)
    return f"{count(number, noun)} {happened}"


def _describe_row(row: RowChange, numbers: Mapping[str, int]) -> str:
    shown = row.after if row.after is not None else row.before
    if shown is None:
        return ""
    if row.table == "verdict_list":
        names = row.after["names"] if row.after is not None else "; ".join(DEFAULT_VERDICTS)
        return f"verdicts: {names}"
    name = f"{row.table} {shown['number']}" if "number" in shown else row.table
    if row.before is not None and row.after is not None:
        return f"{name}: {_differences(row.before, row.after, numbers)}"
    happened = "made" if row.after is not None else "taken away"
    if row.table == "finding":
        return f"{name} {happened}: “{shorten(shown['wording'], SHOWN_WORDS)}”, {_judged(shown)}"
    if row.table == "evidence":
        return f"{name} {happened}: {_evidence(shown, numbers)}"
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


def _judged(shown: Row) -> str:
    """A verdict with how sure it is and why: `supported (high confidence: two documents)`."""
    sure = f"{shown['confidence']} confidence" if shown["confidence"] else ""
    why = shorten(shown["rationale"], SHOWN_REASONS)
    reason = ": ".join(part for part in (sure, why) if part)
    return (shown["verdict"] or "no verdict") + (f" ({reason})" if reason else "")


def _evidence(shown: Row, numbers: Mapping[str, int]) -> str:
    finding = numbers.get(shown["finding_id"])
    belongs = f" for finding {finding}" if finding is not None else ""
    what = shorten(shown["locator"] or shown["note"], SHOWN_WORDS)
    return f"{shown['kind']}{belongs}, {what}"


def _differences(before: Row, after: Row, numbers: Mapping[str, int]) -> str:
    parts = []
    hidden = _HIDDEN
    if before.get("claim_id") != after.get("claim_id"):
        one, other = numbers.get(before["claim_id"]), numbers.get(after["claim_id"])
        known = one is not None and other is not None
        parts.append(f"handed from claim {one} to claim {other}" if known else "on another claim")
    if before.get("verdict") != after.get("verdict"):
        # A verdict is told with its reasons, the old one too: that is what the log keeps it for.
        parts.append(f"verdict {_judged(before)} → {_judged(after)}")
        hidden = _HIDDEN | {"verdict", "confidence", "rationale"}
    if any(before.get(edge) != after.get(edge) for edge in ("start", "end")):
        parts.append(f"edges moved to “{shorten(after['quote'], SHOWN_WORDS)}”")
    for field in after:
        if field not in hidden and before[field] != after[field]:
            old = shorten(str(before[field]), 24) or "nothing"
            new = shorten(str(after[field]), SHOWN_WORDS) or "nothing"
            parts.append(f"{field} {old} → {new}")
    return ", ".join(parts) if parts else "nothing changed"
