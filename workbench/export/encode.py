"""Exports as bytes: CSV for spreadsheets, JSON Lines for programs, with the same cells."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence

from workbench.core.events import Event
from workbench.core.progress import Tell, nobody
from workbench.core.review import ReviewState
from workbench.export.guard import guard
from workbench.export.kinds import FORMATS, fields, unknown
from workbench.export.rows import Line, rows

_LINES = 200  # written between two words on how far it is


def export(
    state: ReviewState,
    kind: str,
    *,
    events: Sequence[Event] = (),
    file_format: str = "csv",
    raw: bool = False,
    tell: Tell = nobody,
) -> bytes:
    """A review as a file; the same review always gives the same bytes.

    Args:
        state: the review, as the analyst sees it whose points and standings are wanted.
        kind: one of `KINDS`.
        events: the review's log; only `log` looks at it.
        file_format: one of `FORMATS`. `csv` is RFC 4180 in UTF-8 with a byte order mark, CRLF,
            every cell quoted. `jsonl` is one object a line in UTF-8, numbers as numbers.
        raw: leave the formula guard of `csv` off; `jsonl` never has it.
        tell: told now and then how many lines are made; what it raises ends the work.

    Returns:
        The whole file.

    Raises:
        UsageError: there is no such kind or format; the sentence names those there are.
    """
    if file_format not in FORMATS:
        raise unknown("export format", file_format, FORMATS)
    made = rows(state, kind, events)
    total = len(events) if kind == "log" else len(getattr(state, kind, ()))
    lines = _counted(made, total, tell)
    return _jsonl(lines) if file_format == "jsonl" else _csv(fields(kind), lines, raw=raw)


def _counted(lines: Iterable[Line], total: int, tell: Tell) -> Iterator[Line]:
    for done, line in enumerate(lines):
        if done % _LINES == 0:
            tell(done, total, "")
        yield line


def _csv(header: Sequence[str], lines: Iterable[Line], *, raw: bool) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(header)
    for line in lines:
        # Numbers are counted here and hold no stranger's text.
        writer.writerow(
            cell if raw or isinstance(cell, int) else guard(cell) for cell in line.values()
        )
    # Without the byte order mark Excel reads UTF-8 as the machine's old code page.
    return out.getvalue().encode("utf-8-sig")


def _jsonl(lines: Iterable[Line]) -> bytes:
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()
