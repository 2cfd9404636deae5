"""What a key costs in the matrix of points, beside the same kind of key in an article pane.

Both are keys of one program on one review in one terminal, turn by turn: a row down against a line
that scrolls, a page against a page, an article to the side against a line. A key by itself is
measured until its frame; CPU while it is held. Less than one means that the matrix is the faster.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tools.bench import programs, reviews
from tools.bench.figures import Promise, Row, milliseconds, quantile, ratio, short
from tools.bench.place import Place
from tools.bench.terminal import Terminal, answered

POINTS, ARTICLES = 2_000, 50
_SIZES = ((200, 50), (80, 24))
_ALIKE = 1.2
"""How much more than in a pane a key may cost to be felt the same: less than the spread of either.

The smallest difference in delay that people tell apart lies far above a fifth of these times.
"""

_RATE = 30
"""How often a second a key that is held comes: what keyboards usually send."""

_KEYS = (("down", "down"), ("pagedown", "pagedown"), ("right", "down"))
"""What is pressed in the matrix, and what in the pane beside it."""


@dataclass(slots=True)
class _Keys:
    """What one kind of key cost: a key by itself until its frame, and CPU for each when held."""

    frames: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


def scrolling(place: Place) -> Iterator[Row]:
    """The matrix of 2,000 points in 50 articles scrolls like a pane."""
    database = place.folder / "matrix.db"
    if not database.exists():
        reviews.make_points(database, POINTS, ARTICLES)
    for size in _SIZES:
        matrix = {key: _Keys() for key, _ in _KEYS}
        pane = {key: _Keys() for _, key in _KEYS}
        with _opened(place, database, size) as terminal:
            for _ in range(place.times(5, 2)):
                for key, found in pane.items():
                    _measure(terminal, key, found, place.times(24, 12))
                terminal.send(b"p")
                terminal.rest()
                for key, found in matrix.items():
                    _measure(terminal, key, found, place.times(24, 12))
                terminal.send(b"q")
                terminal.rest()
        for key, beside in _KEYS:
            yield _row(key, size, matrix[key], pane[beside])


def _measure(terminal: Terminal, key: str, into: _Keys, times: int) -> None:
    """A key so many times, from where everything scrolls on; then held as long."""
    _begin(terminal, key)
    into.frames += [one.frame for one in answered(terminal.press(key) for _ in range(times))]
    _begin(terminal, key)
    into.cpu.append(terminal.hold(key, _RATE, times).cpu)


def _begin(terminal: Terminal, key: str) -> None:
    if key == "right":
        terminal.type_ahead("left", ARTICLES)
    else:
        terminal.type_ahead("g", 1)
        terminal.type_ahead("down", 60)
    terminal.rest()


def _row(key: str, size: tuple[int, int], matrix: _Keys, pane: _Keys) -> Row:
    times = ratio(matrix.cpu, pane.cpu)
    slowest = quantile(matrix.frames, 0.95) / quantile(pane.frames, 0.95)
    return Row(
        f"{key} in the matrix · {POINTS:,} points, {ARTICLES} articles · {size[0]} × {size[1]}",
        f"{milliseconds(matrix.frames)}, held: CPU {short(median(matrix.cpu))}; "
        f"in a pane {milliseconds(pane.frames)}, CPU {short(median(pane.cpu))}; "
        f"÷ p95 {slowest:.2f}, CPU {times:.2f}",
        (Promise("p95 ÷", slowest, _ALIKE), Promise("CPU ÷", times, _ALIKE)),
    )


@contextmanager
def _opened(place: Place, database: Path, size: tuple[int, int]) -> Iterator[Terminal]:
    command = programs.workbench(place.copy(database))
    with programs.start(command, place.folder, size) as terminal:
        terminal.first_paint(reviews.FIRST_WORDS)
        terminal.rest()
        yield terminal
