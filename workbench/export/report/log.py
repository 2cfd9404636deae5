"""Who did what when, out of the log: days, doers, acts, and how verdicts came about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from workbench.core.events import Event, brought, describe, known_numbers
from workbench.core.model import Row
from workbench.core.review import ReviewState, RowChange
from workbench.core.text import count, one_line
from workbench.export.report.dossier import Act, Day, Doer, Judged, VerdictHistory
from workbench.export.rows import clean

EVERY_ACT = 1000
"""As many acts as a dossier lists one by one: about 25 pages. More are counted by day."""

_NOUNS = {
    "article": "article",
    "claim": "claim",
    "link": "link",
    "finding": "finding",
    "evidence": "piece of evidence",
}
_JUDGED = ("verdict", "confidence", "rationale")


def days(state: ReviewState, events: Sequence[Event]) -> tuple[Day, ...]:
    """What happened day by day, oldest first; acts one by one while there are `EVERY_ACT` at most.

    Args:
        state: the review.
        events: its log.
    """
    listed = len(events) <= EVERY_ACT
    numbers = known_numbers(state, events) if listed else {}
    found = []
    for date, group in groupby(sorted(events, key=lambda one: one.seq), lambda one: one.at[:10]):
        here = list(group)
        acts = tuple(_act(event, numbers) for event in here) if listed else ()
        found.append(Day(clean(date), tuple(_doers(here)), acts))
    return tuple(found)


def _act(event: Event, numbers: Mapping[str, int]) -> Act:
    return Act(clean(event.at[11:19]), one_line(event.analyst), one_line(describe(event, numbers)))


def _doers(events: Sequence[Event]) -> Iterator[Doer]:
    for name in sorted({event.analyst for event in events}):
        mine = [event for event in events if event.analyst == name]
        first, last = clean(mine[0].at[11:16]), clean(mine[-1].at[11:16])
        yield Doer(one_line(name), first, last, tuple(_told(mine)))


def _told(events: Iterable[Event]) -> Iterator[str]:
    """What was done, counted: `12 claims made`, `2 acts undone`."""
    counted: dict[tuple[str, str], int] = {}
    for event in events:
        for key in _kinds(event):
            counted[key] = counted.get(key, 0) + 1
    for (what, happened), number in counted.items():
        plural = "pieces of evidence" if what == "piece of evidence" else f"{what}s"
        told = count(number, what) if number == 1 else f"{number:,} {plural}"
        yield f"{told} {happened}" if what != "review" else f"the review {happened}"


def _kinds(event: Event) -> Iterator[tuple[str, str]]:
    if event.act in ("undo", "redo"):
        yield "act", "undone" if event.act == "undo" else "done again"
        return
    for row in event.rows:
        made, gone = row.before is None, row.after is None
        if row.table == "review":
            yield "review", "made" if made else "renamed"
        elif row.table == "verdict_list":
            yield "list of verdicts", "chosen"
        elif row.table == "dismissal":
            yield "candidate", "turned down" if made else "offered again"
        elif row.table in _NOUNS:
            word = "brought in" if row.table == "article" else brought(event, "made")
            happened = word if made else "changed"
            yield _NOUNS[row.table], "taken away" if gone else happened


def verdict_histories(state: ReviewState, events: Iterable[Event]) -> tuple[VerdictHistory, ...]:
    """Every verdict that every finding ever had, with its reasons; findings taken away included.

    Args:
        state: the review.
        events: its log.

    Returns:
        Histories by finding number.
    """
    states: dict[str, list[Judged]] = {}
    last: dict[str, Row] = {}
    for event in sorted(events, key=lambda one: one.seq):
        for row in event.rows:
            if row.table == "finding" and (shown := row.after or row.before) is not None:
                if _judged_anew(row):
                    states.setdefault(row.id, []).append(_state(event, row, shown))
                last[row.id] = shown
    found = [
        VerdictHistory(
            finding=number,
            wording=one_line(str(last[key].get("wording", ""))),
            gone=key not in state.findings,
            states=tuple(states[key]),
        )
        for key in states
        if isinstance(number := last[key].get("number"), int)
    ]
    return tuple(sorted(found, key=lambda one: one.finding))


def _judged_anew(row: RowChange) -> bool:
    if row.before is None or row.after is None:
        return True
    return any(row.before.get(name) != row.after.get(name) for name in _JUDGED)


def _state(event: Event, row: RowChange, shown: Row) -> Judged:
    happened = "taken away" if row.after is None else "changed"
    if row.before is None:
        happened = brought(event, "made")
    prefix = {"undo": "undone: ", "redo": "done again: "}.get(event.act, "")
    verdict, confidence, rationale = (clean(str(shown.get(name) or "")) for name in _JUDGED)
    return Judged(
        moment(event.at), one_line(event.analyst), prefix + happened, verdict, confidence, rationale
    )


def moment(time: str) -> str:
    """A time of the log for people: `2025-10-08 21:09`, UTC."""
    return clean(time[:16].replace("T", " "))
