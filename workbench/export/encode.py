"""Exports as bytes; of tables CSV for spreadsheets, JSON Lines for programs, the same cells."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.core.events import Event
from workbench.core.matrix import Findings
from workbench.core.progress import Tell, nobody
from workbench.core.review import ReviewState
from workbench.export.documents import document
from workbench.export.formats import DOCUMENTS, check_format, check_quotes, formats
from workbench.export.guard import guard
from workbench.export.kinds import Line
from workbench.export.material import Material
from workbench.export.rows import columns, rows

_LINES = 200  # written between two words on how far it is


def export(
    state: ReviewState,
    kind: str,
    *,
    events: Sequence[Event] = (),
    file_format: str = "",
    raw: bool = False,
    quotes: bool = False,
    findings: Findings | None = None,
    material: Material | None = None,
    tell: Tell = nobody,
) -> bytes:
    """A review as a file; the same review always gives the same bytes.

    Args:
        state: the review, as the analyst sees it whose points and standings are wanted.
        kind: one of `KINDS`.
        events: the review's log; only `log` looks at it.
        file_format: one of `formats(kind)`; "" for the first of them. `csv` is RFC 4180 in UTF-8
            with a byte order mark, CRLF, every cell quoted. `jsonl` is one object a line in UTF-8,
            numbers as numbers.
        raw: leave the formula guard of `csv` off; `jsonl` never has it.
        quotes: whether the cells of `matrix` have their quotes beside them.
        findings: wording and verdict by the claim a finding hangs on; only `matrix` looks at it.
        material: what documents are made of beside the review; tables do not look at it.
        tell: told now and then how many lines are made; what it raises ends the work.

    Returns:
        The whole file.

    Raises:
        UsageError: there is no such kind or format, or quotes do not go with it; the sentence says
            what does.
    """
    file_format = file_format or formats(kind)[0]
    check_format(kind, file_format)
    check_quotes(kind, quotes=quotes)
    if kind in DOCUMENTS:
        whole = replace(material or Material(), raw=raw, quotes=quotes)
        return document(state, kind, file_format, whole, tell)
    header = columns(state, kind, quotes=quotes)
    made = rows(state, kind, events, quotes=quotes, findings=findings)
    # Of points there are no more than of claims; how many is known when they are computed.
    counted = "claims" if kind == "matrix" else kind
    total = len(events) if kind == "log" else len(getattr(state, counted, ()))
    lines = _counted(made, total, tell)
    return _jsonl(lines) if file_format == "jsonl" else _csv(header, lines, raw=raw)


def _counted(lines: Iterable[Line], total: int, tell: Tell) -> Iterator[Line]:
    for done, line in enumerate(lines):
        if done % _LINES == 0:
            tell(done, total, "")
        yield line


def _csv(header: Sequence[str], lines: Iterable[Line], *, raw: bool) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(name if raw else guard(name) for name in header)
    for line in lines:
        # Numbers are counted here and hold no stranger's text.
        writer.writerow(
            cell if raw or isinstance(cell, int) else guard(cell) for cell in line.values()
        )
    # Without the byte order mark Excel reads UTF-8 as the machine's old code page.
    return out.getvalue().encode("utf-8-sig")


def _jsonl(lines: Iterable[Line]) -> bytes:
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()
