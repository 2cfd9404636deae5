"""What acts and commands cost: a claim to disk and onto the screen, `--help`, a key headless."""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from statistics import median

from tools.bench import headless, programs
from tools.bench.figures import Promise, Row, milliseconds, quantile, ratio
from tools.bench.place import KB, MB, Place, size_name
from tools.bench.reviews import ANALYST, TITLE
from tools.bench.terminal import Answer, Terminal, TerminalError, answered
from workbench.core import changes
from workbench.store import Store


def acts(place: Place) -> Iterator[Row]:
    """`enter` on a new sentence, to the frame that shows the claim: on disk first, then shown.

    Beside each act a plain file is written and synced, for what a disk takes is the machine's.
    """
    yield _on_disk(place)
    for size, limit in ((MB, 50), (10 * MB, 100)):
        if place.quick and size > MB:
            continue
        times = place.times(50, 10)
        with place.workbench(place.review(1, size)) as terminal, _plain_file(place) as plain:
            beginning = _claims(terminal, ")", times, plain)
            terminal.type_ahead("G", 1)
            ending = _claims(terminal, "(", times, plain)
            made = _count_claims(place)
        if made != 2 * times:
            raise TerminalError(f"{2 * times} acts made {made} claims")
        # How far in the place is may matter: the database looks at the words there.
        for where, (answers, synced) in (("first", beginning), ("last", ending)):
            frames = [one.frame for one in answers]
            yield Row(
                f"an act, from the key to the screen · {size_name(size)}, {where} sentences",
                f"{milliseconds(frames, 0.99)}, CPU {median(a.cpu for a in answers):.1f}; "
                f"a sync {milliseconds(synced, 0.99)}",
                (Promise("p99", quantile(frames, 0.99), limit, "ms"),),
            )


def _claims(
    terminal: Terminal, onwards: str, times: int, plain: Callable[[], None]
) -> tuple[list[Answer], list[float]]:
    found, synced = [], []
    for _ in range(times):
        terminal.press(onwards)
        synced += _wall(plain, 1)
        found.append(terminal.press("enter"))
    return answered(found), synced


def _count_claims(place: Place) -> int:
    with Store(place.opened) as store:
        return len(store.load(store.find_review(TITLE).id, ANALYST).claims)


@contextmanager
def _plain_file(place: Place) -> Iterator[Callable[[], None]]:
    """Something that writes a little to a plain file and waits until it is on the disk."""
    handle = os.open(place.folder / "plain", os.O_CREAT | os.O_WRONLY | os.O_APPEND)

    def write() -> None:
        os.write(handle, b"x" * 400)
        os.fsync(handle)

    try:
        yield write
    finally:
        os.close(handle)


def _on_disk(place: Place) -> Row:
    """An act on disk alone, against one write and fsync of a plain file."""
    database = place.copy(place.review(1, 50 * KB))
    with Store(database) as store, _plain_file(place) as plain:
        state = store.load(store.find_review(TITLE).id, ANALYST)
        article = state.articles_in_order()[0]
        text = store.text(article)
        starts = count(100, 60)

        def mark() -> None:
            start = next(starts)
            event = store.commit(changes.make_claim(state, article, text, start, start + 30))
            state.apply(event.rows)

        mark()  # the first imports what writing needs
        marks, bare = [], []
        for _ in range(place.times(300, 50)):
            marks += _wall(mark, 1)
            bare += _wall(plain, 1)
    return Row(
        "an act, on disk alone · 50 kB ÷ one write and fsync",
        f"{ratio(marks, bare):.1f} ({milliseconds(marks, 0.99)} ÷ {milliseconds(bare, 0.99)})",
    )


def _wall(work: Callable[[], object], times: int) -> list[float]:
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        found.append((time.perf_counter() - begun) * 1000)
    return found


def command(place: Place) -> Iterator[Row]:
    """`workbench --help` against an empty Python program, and what it imports."""
    nothing, told = [], []
    for _ in range(place.times(15, 5)):
        nothing.append(_cpu(place, "-c", "pass"))
        told.append(_cpu(place, "-m", "workbench", "--help"))
    times = min(told) / min(nothing)
    yield Row(
        "workbench --help ÷ python -c pass, CPU",
        f"{times:.1f} ({min(told):.0f} ÷ {min(nothing):.0f} ms)",
        (Promise("", times, 5),),
    )
    loaded = {"textual", "sqlite_utils"} & _imported(place)
    yield Row(
        "workbench --help imports of textual, sqlite_utils",
        ", ".join(sorted(loaded)) or "neither",
        (Promise("", len(loaded), 0),),
    )


def _cpu(place: Place, *arguments: str) -> float:
    """CPU milliseconds of Python with these arguments."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *arguments],
        check=True,
        capture_output=True,
        env=programs.environment(place.folder),
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


_LIST_MODULES = """
import atexit, json, runpy, sys
atexit.register(lambda: sys.stderr.write("\\n" + json.dumps(sorted(sys.modules))))
sys.argv = ["workbench", "--help"]
runpy.run_module("workbench", run_name="__main__")
"""


def _imported(place: Place) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", _LIST_MODULES],
        check=True,
        capture_output=True,
        text=True,
        env=programs.environment(place.folder),
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


def headless_keys(place: Place) -> Iterator[Row]:
    """CPU a key without a terminal, at every size: flat, if the size does not matter."""
    sizes = (MB,) if place.quick else (10 * KB, MB, 10 * MB)
    for key in ("down", "shift+right", "pagedown"):
        found = [
            headless.key_cpu(place.copy(place.review(1, size)), key, place.times(60, 20))
            for size in sizes
        ]
        names = " / ".join(map(size_name, sizes))
        yield Row(
            f"headless, CPU of {key} at {names}", " / ".join(f"{ms:.1f}" for ms in found) + " ms"
        )
