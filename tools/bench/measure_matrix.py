"""What a key costs in the matrix of points, beside the same kind of key in an article pane.

Both are keys of one program on one review in one terminal, turn by turn: a row down against a line
that scrolls, a page against a page, an article to the side against a line. Less than one means that
the matrix is the faster of the two.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tools.bench import programs, reviews
from tools.bench.figures import Promise, Row, milliseconds, quantile, ratio, short
from tools.bench.place import Place
from tools.bench.terminal import Answer, Terminal, answered

POINTS, ARTICLES = 2_000, 50
_SIZES = ((200, 50), (80, 24))
_ALIKE = 1.2
"""How much more than in a pane a key may cost to be felt the same: less than the spread of either.

The smallest difference in delay that people tell apart lies far above a fifth of these times.
"""

_KEYS = (("down", "down"), ("pagedown", "pagedown"), ("right", "down"))
"""What is pressed in the matrix, and what in the pane beside it."""


def scrolling(place: Place) -> Iterator[Row]:
    """The matrix of 2,000 points in 50 articles scrolls like a pane."""
    database = place.folder / "matrix.db"
    if not database.exists():
        reviews.make_points(database, POINTS, ARTICLES)
    times = place.times(60, 20)
    for size in _SIZES:
        with _opened(place, database, size) as terminal:
            found: dict[tuple[str, str], list[tuple[Answer, Answer]]] = {}
            for _ in range(place.times(4, 2)):
                pane = {key: _pressed(terminal, key, times) for key in ("down", "pagedown")}
                terminal.send(b"p")
                terminal.rest()
                for ours, theirs in _KEYS:
                    table = _pressed(terminal, ours, times)
                    found.setdefault((ours, theirs), []).extend(
                        zip(table, pane[theirs], strict=False)
                    )
                terminal.send(b"q")
                terminal.rest()
        for (ours, _), pairs in found.items():
            yield _row(ours, size, pairs)


def _pressed(terminal: Terminal, key: str, times: int) -> list[Answer]:
    """A key so many times, from the top on and far enough for everything to scroll."""
    terminal.type_ahead("g", 1)
    if key != "right":
        terminal.type_ahead("down", 60)
    return answered(terminal.press(key) for _ in range(times if key == "down" else times // 2))


def _row(key: str, size: tuple[int, int], pairs: list[tuple[Answer, Answer]]) -> Row:
    table, pane = zip(*pairs, strict=True)
    cpu, theirs = [one.cpu for one in table], [one.cpu for one in pane]
    frames = [one.frame for one in table]
    slowest = quantile(frames, 0.95), quantile((one.frame for one in pane), 0.95)
    times = ratio(cpu, theirs)
    return Row(
        f"{key} in the matrix · {POINTS:,} points, {ARTICLES} articles · {size[0]} × {size[1]}",
        f"{milliseconds(frames)}, CPU {short(median(cpu))}; in a pane p95 {short(slowest[1])}, "
        f"CPU {short(median(theirs))}; ÷ {times:.2f}",
        (
            Promise("p95 ÷", slowest[0] / slowest[1], _ALIKE),
            Promise("CPU ÷", times, _ALIKE),
        ),
    )


@contextmanager
def _opened(place: Place, database: Path, size: tuple[int, int]) -> Iterator[Terminal]:
    command = programs.workbench(place.copy(database))
    with programs.start(command, place.folder, size) as terminal:
        terminal.first_paint(reviews.FIRST_WORDS)
        terminal.rest()
        yield terminal
