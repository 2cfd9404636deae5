"""What keys and mouse cost: steps of the cursor, a key held, another size of the terminal."""

from collections.abc import Iterator, Sequence
from statistics import median

from tools.bench.figures import Promise, Row, milliseconds, quantile
from tools.bench.place import KB, MB, SIX, Place, pane_count, size_name
from tools.bench.terminal import Answer, Terminal, answered, mouse


def steps(place: Place) -> Iterator[Row]:
    """Cursor, selection and drag, for every size, with and without claims, one pane and six."""
    sizes = (MB,) if place.quick else (10 * KB, MB, 10 * MB)
    cases = [
        # 10,000 claims in 10 kB would be one on every letter; so many lie as close there.
        (size, claims, panes)
        for size in sizes
        for claims in (0, 100 if size < MB else 10_000)
        for panes in (1, SIX)
    ]
    found: dict[tuple[object, ...], list[Answer]] = {}
    for _ in range(place.times(2, 1)):
        for case in cases:
            size, claims, panes = case
            database = place.review(panes, size, claims=claims, panes=panes)
            with place.workbench(database, panes) as terminal:
                for name, answers in _steps(terminal, place.times(24, 12)).items():
                    found.setdefault((name, *case), []).extend(answers)
    for name in ("cursor", "selection", "drag step"):
        for case in cases:
            size, claims, panes = case
            what = f"{name} · {size_name(size)} · {claims:,} claims · {pane_count(panes)}"
            yield _step_row(what, found[name, *case])


def _step_row(what: str, answers: Sequence[Answer]) -> Row:
    frames, cpu = [one.frame for one in answers], median(one.cpu for one in answers)
    return Row(
        what,
        f"{milliseconds(frames)}, CPU {cpu:.1f}",
        (Promise("p95", quantile(frames, 0.95), 10, "ms"), Promise("CPU", cpu, 4.5, "ms")),
    )


def _steps(terminal: Terminal, times: int) -> dict[str, list[Answer]]:
    found = {}
    found["cursor"] = answered(terminal.press(k) for k in ["right", "down"] * (times // 2))
    terminal.type_ahead("g", 1)
    found["selection"] = answered(terminal.press("shift+right") for _ in range(times))
    terminal.type_ahead("g", 1)
    terminal.send(mouse(0, 6, 5), patience=0.5)
    # In the first pane, wherever it ends, and every step in another row: also over empty ones.
    places = [(6 + n % 3, 5 + n) for n in range(1, times + 1)]
    found["drag step"] = answered(terminal.send(mouse(32, x, y)) for x, y in places)
    terminal.send(mouse(0, *places[-1], up=True), patience=0.5)
    return found


def hold(place: Place) -> Iterator[Row]:
    """A key that scrolls, held at 60 a second for 90 keys."""
    for panes in (1, SIX):
        held = []
        for _ in range(place.times(3, 1)):
            with place.workbench(place.review(panes, MB, panes=panes), panes) as terminal:
                terminal.type_ahead("down", 60)
                held.append(terminal.hold("down", 60, 90))
        frames, lag = median(one.frames or 0 for one in held), median(one.lag for one in held)
        cpu = median(one.cpu for one in held)
        yield Row(
            f"↓ held at 60 a second · 1 MB · {pane_count(panes)}",
            f"{frames:.0f} of 90 frames, ends after {lag:.0f} ms, CPU {cpu:.1f} ms a key",
            (
                Promise("frames", frames, 85, at_least=True),
                Promise("end", lag, 30, "ms"),
            ),
        )


def resize(place: Place) -> Iterator[Row]:
    """Another size of the terminal, until the picture is right; every width a new one."""
    size = MB if place.quick else 10 * MB
    with place.workbench(place.review(SIX, size, panes=SIX), SIX) as terminal:
        widths = range(198, 198 - 2 * place.times(12, 5), -2)
        answers = answered(terminal.resize(columns, 50) for columns in widths)
    settled = [answer.settled for answer in answers]
    yield Row(
        f"resize to the last frame · 6 × {size_name(size)}",
        f"{milliseconds(settled)}, CPU {median(a.cpu for a in answers):.1f}",
        (Promise("p95", quantile(settled, 0.95), 80, "ms"),),
    )
