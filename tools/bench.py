"""Print how fast the workbench is, as ratios measured in the same run: `make bench`.

CPU time rather than wall time wherever that is possible, for machines are noisy. Nothing here
passes or fails; docs/measurements.md says what was found when it was run last.
"""

import asyncio
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from workbench.config import Config
from workbench.core import changes
from workbench.core.model import Claim
from workbench.store import Store
from workbench.tui.app import WorkbenchApp

HERE = Path(__file__).parent.parent
KEYS = 60
ACTS = 300


def cpu_of(*command: str) -> float:
    """The least CPU milliseconds of nine runs of a command."""
    found = []
    for _ in range(9):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, capture_output=True, cwd=HERE)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(found) * 1000


def text_of(characters: int) -> str:
    """News-like prose of about so many code points, from the sample's words."""
    chance = random.Random(3)
    files = sorted((HERE / "corpus").glob("*.txt"))
    paragraphs = [p for f in files for p in f.read_text("utf-8").split("\n\n") if len(p) > 80]
    out, length = [], 0
    while length < characters:
        words = chance.choice(paragraphs).split(" ")
        chance.shuffle(words)
        out.append(" ".join(words))
        length += len(out[-1]) + 2
    return "\n\n".join(out)


def review_of(store: Store, text: str) -> str:
    """A review of one article; answers with its id."""
    review_id = store.commit(changes.create_review(f"{len(text)}", "bench")).rows[0].id
    added = changes.add_article(review_id, "bench", text=text, raw=text.encode())
    store.add_article(added, text, text.encode())
    return review_id


async def key_cpu(store: Store, review_id: str, key: str) -> float:
    """CPU milliseconds of one key in the review screen at 200×50."""
    app = WorkbenchApp(store, "bench", review_id, Config(article_megabytes=1024))
    async with app.run_test(size=(200, 50)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press(key)
        idle = time.process_time()
        for _ in range(KEYS):
            await pilot.pause()
        waited = time.process_time() - idle
        begun = time.process_time()
        for _ in range(KEYS):
            await pilot.press(key)
        return max(0.0, time.process_time() - begun - waited) / KEYS * 1000


def wall(work: Callable[[], object], times: int) -> list[float]:
    """Wall milliseconds of a piece of work, so many times."""
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        found.append((time.perf_counter() - begun) * 1000)
    return found


def acts(store: Store, folder: Path) -> None:
    """An act on disk, against one write and fsync of a plain file."""
    text = text_of(50_000)
    state = store.load(review_of(store, text), "bench")
    article = state.articles_in_order()[0]
    places = iter(range(0, len(text) - 40, 40))
    claims: list[Claim] = []

    def mark() -> None:
        start = next(places)
        event = store.commit(changes.make_claim(state, article, text, start, start + 30))
        state.apply(event.rows)
        claims.append(state.claims[event.rows[0].id])

    handle = os.open(folder / "plain", os.O_CREAT | os.O_WRONLY | os.O_APPEND)

    def plain() -> None:
        os.write(handle, b"x" * 400)
        os.fsync(handle)

    marks, bare = wall(mark, ACTS), wall(plain, ACTS)
    os.close(handle)
    print(
        f"an act on disk: median {statistics.median(marks):.1f} ms, "
        f"p99 {sorted(marks)[int(ACTS * 0.99)]:.1f} ms; "
        f"÷ one fsync: {statistics.median(marks) / statistics.median(bare):.1f}"
    )


def main() -> None:
    """Measure and print."""
    empty = cpu_of(sys.executable, "-c", "pass")
    told = cpu_of(sys.executable, "-m", "workbench", "--help")
    print(f"workbench --help ÷ python -c pass (CPU): {told / empty:.1f}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Store(folder / "workbench.db", create=True) as store:
            acts(store, folder)
            sizes = {
                size: review_of(store, text_of(size)) for size in (10_000, 1_000_000, 10_000_000)
            }
            for key in ("down", "shift+right", "pagedown"):
                found = [asyncio.run(key_cpu(store, review, key)) for review in sizes.values()]
                each = ", ".join(f"{ms:.1f}" for ms in found)
                print(
                    f"{key}: CPU ms a key at 10 kB, 1 MB, 10 MB: {each}; "
                    f"10 MB ÷ 10 kB: {found[-1] / found[0]:.1f}"
                )


if __name__ == "__main__":
    main()
