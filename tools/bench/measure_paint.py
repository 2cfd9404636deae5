"""What opening costs: the first paint against the least of all Textual programs, and memory."""

from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

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
    found: list[list[tuple[_Paint, _Paint]]] = [[] for _ in cases]
    for number in range(place.times(7, 3) + 1):
        for (_, command, panes, _), pairs in zip(cases, found, strict=True):
            least = _first(place, programs.minimal(place.folder), 1)
            pair = _first(place, command, panes), least
            if number:  # the first round fills the system's and Python's caches
                pairs.append(pair)
    all_least = [least for pairs in found for _, least in pairs]
    yield Row(
        "first paint · minimal Textual app",
        f"{median(one.wall for one in all_least):.0f} ms, "
        f"CPU {median(one.cpu for one in all_least):.0f}",
    )
    for (what, _, _, limit), pairs in zip(cases, found, strict=True):
        walls, cpus = [one.wall for one, _ in pairs], [one.cpu for one, _ in pairs]
        times = ratio(walls, [least.wall for _, least in pairs])
        cpu_times = ratio(cpus, [least.cpu for _, least in pairs])
        of_cpu = f"CPU {cpu_times:.2f} ({median(cpus):.0f})"
        yield Row(
            f"first paint · {what} ÷ minimal",
            f"{times:.2f} ({median(walls):.0f} ms), {of_cpu}",
            (Promise("", times, limit),) if limit else (),
        )


class _Paint(NamedTuple):
    """Milliseconds until the words were there, and of CPU by then."""

    wall: float
    cpu: float


def _first(place: Place, command: list[str], panes: int) -> _Paint:
    with place.program(command) as terminal:
        return _Paint(*terminal.first_paint(*map(texts.first_words, range(1, panes + 1))))


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
