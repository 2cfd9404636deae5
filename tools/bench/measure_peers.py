"""The workbench beside its peers: the same text, the same terminal, turn by turn."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tools.bench import programs, texts
from tools.bench.figures import Promise, Row, quantile, ratio, short
from tools.bench.place import MB, SIX, Place, pane_count
from tools.bench.programs import Program
from tools.bench.terminal import Answer, Terminal, TerminalError, answered

_SCROLLED = 0.6
"""How much of a page's bytes a scrolled line sends at least, where all rows are painted anew."""


@dataclass(slots=True)
class Reading:
    """What reading a text in one program cost, a value for every round.

    Attributes:
        paint: milliseconds until the text was there.
        line: milliseconds for a line, the median of the round; `line_cpu` of CPU.
        page: the same for a page.
        slowest_line: the 95th of a hundred lines, in milliseconds.
        slowest_page: the same for pages.
        memory: megabytes at the end.
    """

    paint: list[float] = field(default_factory=list)
    line: list[float] = field(default_factory=list)
    line_cpu: list[float] = field(default_factory=list)
    slowest_line: list[float] = field(default_factory=list)
    page: list[float] = field(default_factory=list)
    page_cpu: list[float] = field(default_factory=list)
    slowest_page: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


Readings = dict[str, Reading]


def ours(panes: int) -> str:
    """The workbench's name among the readings."""
    return f"workbench, {pane_count(panes)}"


def read_all(
    place: Place,
    others: Iterable[Program],
    rounds: int,
    kind: Callable[[int, int], str] = texts.prose,
) -> Readings:
    """Read 1 MB in the workbench and in others, every program once a round.

    Args:
        place: where.
        others: the peers.
        rounds: how often.
        kind: which kind of text; six panes are only measured with prose.
    """
    text = place.text(MB, kind)
    runs: list[tuple[str, Program, Path, int]] = [
        (ours(1), programs.WORKBENCH, place.review(1, MB, kind=kind), 1)
    ]
    if kind is texts.prose:
        runs.append((ours(SIX), programs.WORKBENCH, place.review(SIX, MB, panes=SIX), SIX))
    runs += [(one.name, one, text, 1) for one in others]
    found: Readings = {name: Reading() for name, *_ in runs}
    for _ in range(rounds):
        for name, program, path, panes in runs:
            opened = place.copy(path) if path != text else path
            with place.program(program.command(opened)) as terminal:
                _read(terminal, program, panes, found[name], place.times(20, 8))
    return found


def _read(terminal: Terminal, program: Program, panes: int, into: Reading, times: int) -> None:
    words = map(texts.first_words, range(1, panes + 1))
    paint, _ = terminal.first_paint(*([texts.last_words(1)] if program.begins_at_end else words))
    terminal.rest()
    if program.to_edge:
        terminal.type_ahead(program.line, program.to_edge)
    lines = answered(terminal.press(program.line) for _ in range(times))
    pages = answered(terminal.press(program.page) for _ in range(times))
    _must_have_scrolled(program, lines, pages)
    into.paint.append(paint)
    into.line.append(median(one.frame for one in lines))
    into.line_cpu.append(median(one.cpu for one in lines))
    into.slowest_line.append(quantile((one.frame for one in lines), 0.95))
    into.page.append(median(one.frame for one in pages))
    into.page_cpu.append(median(one.cpu for one in pages))
    into.slowest_page.append(quantile((one.frame for one in pages), 0.95))
    into.memory.append(terminal.memory())


def _must_have_scrolled(program: Program, lines: Sequence[Answer], pages: Sequence[Answer]) -> None:
    """A cursor that only moved sends a row or two; those who let the terminal scroll do too."""
    line, page = median(one.size for one in lines), median(one.size for one in pages)
    if program.to_edge and line < page * _SCROLLED:
        raise TerminalError(f"{program.name}: the lines did not scroll ({line:.0f} bytes)")


def scroll(place: Place) -> Iterator[Row]:
    """A line and a page of 1 MB, against the peers there are."""
    others, missing = programs.peers()
    readings = read_all(place, [*others, programs.TEXT_AREA], place.times(3, 1))
    for panes, most in ((1, 6), (SIX, 9)):
        reading = readings[ours(panes)]
        cpu = median(reading.line_cpu)
        yield Row(
            f"scroll a line · 1 MB · {pane_count(panes)}",
            f"{short(median(reading.line))} / {short(median(reading.slowest_line))} ms, "
            f"CPU {cpu:.1f}",
            (Promise("CPU", cpu, most, "ms"),),
        )
        yield Row(
            f"scroll a page · 1 MB · {pane_count(panes)}",
            f"{short(median(reading.page))} / {short(median(reading.slowest_page))} ms, "
            f"CPU {median(reading.page_cpu):.1f}",
        )
    for program in [*others, programs.TEXT_AREA]:
        yield from _against(program, readings)
    if missing:
        yield Row(f"not here: {', '.join(missing)}", "`make peers` installs toolong and slate")


LIMITS = {"less": (20, 5), "slate": (0.5, 0.5)}
"""What a line and a page may take at most, as a multiple of a peer's."""


def _against(program: Program, readings: Readings) -> Iterator[Row]:
    mine, theirs = readings[ours(1)], readings[program.name]
    limits = LIMITS.get(program.name.split()[0])
    for index, (what, one, other, cpus) in enumerate(
        (
            ("line", mine.line, theirs.line, (mine.line_cpu, theirs.line_cpu)),
            ("page", mine.page, theirs.page, (mine.page_cpu, theirs.page_cpu)),
        )
    ):
        times = ratio(one, other)
        yield Row(
            f"scroll a {what} · 1 MB · 1 pane ÷ {program.name}",
            f"{times:.3g} ({short(median(one))} ÷ {short(median(other))} ms), "
            f"CPU {ratio(*cpus):.3g}",
            (Promise("", times, limits[index]),) if limits else (),
        )


def table(place: Place) -> Iterator[str]:
    """The peers' table in Markdown, for both kinds of text.

    Milliseconds are those of each program's quietest round, for whatever else a machine does makes
    them longer; CPU and memory are medians.
    """
    others, missing = programs.peers()
    for kind, named in ((texts.prose, "prose"), (texts.ascii_prose, "plain ASCII")):
        readings = read_all(place, [*others, programs.TEXT_AREA], place.times(5, 1), kind)
        yield f"| 1 MB of {named} | first paint | line | page | CPU line / page | RSS MB |"
        yield "|---|---|---|---|---|---|"
        for name, reading in readings.items():
            yield (
                f"| {name} | {short(min(reading.paint))} "
                f"| {short(min(reading.line))} / {short(min(reading.slowest_line))} "
                f"| {short(min(reading.page))} / {short(min(reading.slowest_page))} "
                f"| {short(median(reading.line_cpu))} / {short(median(reading.page_cpu))} "
                f"| {short(median(reading.memory))} |"
            )
        yield ""
    if missing:
        yield f"Not here, so left out: {', '.join(missing)}."
