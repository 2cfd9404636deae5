"""What opening costs: the first paint against the least of all Textual programs, and memory."""

from collections.abc import Iterator
from statistics import median

from tools.bench import programs, texts
from tools.bench.figures import Promise, Row, ratio
from tools.bench.place import KB, MB, SIX, Place, size_name
from tools.bench.terminal import Terminal

_BY_WIDTH = 3  # panes at 200 columns when nobody has asked for more


def paint(place: Place) -> Iterator[Row]:
    """From the start of the program until the first words of every pane are there."""
    large = MB if place.quick else 10 * MB
    # what, command, panes that must show something, the limit
    cases: list[tuple[str, list[str], int, float | None]] = [
        ("the pane alone · 1 MB", programs.pane(place.text(MB)), 1, 1.3)
    ]
    for articles, size, claims, panes, limit in (
        (5, 50 * KB, 0, _BY_WIDTH, 1.7),
        (1, large, 0, 1, 2),
        (SIX, large, 0, _BY_WIDTH, 2.8),
        (SIX, large, 0, SIX, 2.8),
        (1, MB, 10_000, 1, None),
    ):
        asked = panes if panes == SIX else 0
        # Each run is killed at its first paint, before anything is written.
        database = place.review(articles, size, claims=claims, panes=asked)
        what = f"a review · {articles} × {size_name(size)} · {panes} shown"
        if claims:
            what += f" · {claims:,} claims"
        cases.append((what, programs.workbench(database), panes, limit))
    least: list[tuple[float, float]] = []
    found: list[list[tuple[float, float]]] = [[] for _ in cases]
    for number in range(place.times(7, 3) + 1):
        measured = [_first(place, programs.minimal(place.folder), 1)]
        measured += [_first(place, command, panes) for _, command, panes, _ in cases]
        if number:  # the first round fills the system's and Python's caches
            least.append(measured[0])
            for values, value in zip(found, measured[1:], strict=True):
                values.append(value)
    wall, cpu = [one[0] for one in least], [one[1] for one in least]
    yield Row("first paint · minimal Textual app", f"{median(wall):.0f} ms, CPU {median(cpu):.0f}")
    for (what, _, _, limit), values in zip(cases, found, strict=True):
        walls, cpus = [one[0] for one in values], [one[1] for one in values]
        times = ratio(walls, wall)
        of_cpu = f"CPU {ratio(cpus, cpu):.2f} ({median(cpus):.0f})"
        yield Row(
            f"first paint · {what} ÷ minimal",
            f"{times:.2f} ({median(walls):.0f} ms), {of_cpu}",
            (Promise("", times, limit),) if limit else (),
        )


def _first(place: Place, command: list[str], panes: int) -> tuple[float, float]:
    with place.program(command) as terminal:
        return terminal.first_paint(*map(texts.first_words, range(1, panes + 1)))


def memory(place: Place) -> Iterator[Row]:
    """What is in memory after the article has been gone through to its end."""
    for articles, size, claims, kind in (
        (1, MB, 0, texts.prose),
        (1, MB, 10_000, texts.prose),
        (1, 10 * MB, 0, texts.prose),
        (1, 10 * MB, 0, texts.ascii_prose),
        (1, 10 * MB, 10_000, texts.prose),
        (SIX, 10 * MB if not place.quick else MB, 0, texts.prose),
    ):
        if place.quick and size > MB:
            continue
        database = place.review(articles, size, claims=claims, panes=articles, kind=kind)
        with place.workbench(database, articles) as terminal:
            _look_around(terminal)
            used = terminal.memory()
        limit = 60 + 1.3 * articles * size / MB + 0.2 * claims / 1_000
        named = " · ASCII" if kind is texts.ascii_prose else ""
        yield Row(
            f"memory · {articles} × {size_name(size)} · {claims:,} claims{named}",
            f"{used:.0f} MB",
            (Promise("", used, limit, "MB"),),
        )


def _look_around(terminal: Terminal) -> None:
    """Some pages, the end, and back."""
    terminal.type_ahead("pagedown", 20)
    terminal.type_ahead("G", 1)
    terminal.type_ahead("g", 1)
