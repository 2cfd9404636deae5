"""A key in the review screen without a terminal: how much CPU it takes by itself."""

import asyncio
import time
from pathlib import Path

from tools.bench.programs import SIZE
from tools.bench.reviews import ANALYST, TITLE
from workbench.store import Store
from workbench.tui.app import WorkbenchApp


def key_cpu(database: Path, key: str, times: int) -> float:
    """CPU milliseconds of one key, the mean of so many, with what waiting costs taken off."""
    with Store(database) as store:
        return asyncio.run(_key_cpu(store, key, times))


async def _key_cpu(store: Store, key: str, times: int) -> float:
    app = _app(store, store.find_review(TITLE).id)
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press(key)
        idle = time.process_time()
        for _ in range(times):
            await pilot.pause()
        waited = time.process_time() - idle
        begun = time.process_time()
        for _ in range(times):
            await pilot.press(key)
        return max(0.0, time.process_time() - begun - waited) / times * 1000


def _app(store: Store, review_id: str) -> WorkbenchApp:
    return WorkbenchApp(store, ANALYST, review_id)
