"""The matrix has ready what a key will most likely bring into view."""

from __future__ import annotations

import asyncio
import time

from test_tui_points import table
from tui_hands import at_work
from tui_material import TITLE, on_the_loop, review_of

from workbench.core import changes
from workbench.store import Store

ARTICLES, CLAIMS = 30, 80


def many(tmp_path):
    """80 points, each of one article, in 30 articles."""
    texts = [
        "\n".join(f"Said in place {n} by {a}." for n in range(a, CLAIMS, ARTICLES))
        for a in range(ARTICLES)
    ]
    path = tmp_path / "w.db"
    review_of(path, *texts)
    with Store(path) as store:
        state = store.load(store.find_review(TITLE).id, "mk")
        for article, text in zip(state.articles_in_order(), texts, strict=True):
            start = 0
            for line in text.splitlines(keepends=True):
                words = line.rstrip()
                change = changes.make_claim(state, article, text, start, start + len(words))
                state.apply(store.commit(change).rows)
                start += len(line)
    return path


class Painted:
    """Counts the rows that are painted from now on; nothing more is painted ahead meanwhile."""

    def __init__(self, hand) -> None:
        self.app, self.table, self.rows = hand.app, table(hand), 0
        self._keep = self.table._keep

    def __enter__(self):
        def keep(key, *args, **options):
            self.rows += 0 <= key[0] < len(self.table.matrix)
            return self._keep(key, *args, **options)

        self.table._keep = keep
        self.app.last_input = time.monotonic() + 60
        return self

    def __exit__(self, *_error) -> None:
        self.table._keep = self._keep
        self.app.last_input = 0.0


async def rested(hand) -> None:
    """Until all that is painted ahead is."""
    await hand.until(
        lambda: (
            table(hand)._ahead_of == table(hand).view() and not table(hand)._timer._active.is_set()
        )
    )


@on_the_loop
async def test_in_a_pause_the_rows_around_are_painted_and_a_page_paints_only_the_keys_row(tmp_path):
    async with at_work(many(tmp_path), size=(120, 30)) as hand:
        await hand.press("p", "pagedown")
        for act in (lambda: table(hand).action_page(1), lambda: table(hand).action_page(-1)):
            await rested(hand)
            with Painted(hand) as painted:
                act()
                await asyncio.sleep(0.1)
            assert painted.rows <= 1
        assert painted.table.top > 0


@on_the_loop
async def test_who_goes_sideways_has_the_next_article_ready(tmp_path):
    async with at_work(many(tmp_path), size=(120, 30)) as hand:
        await hand.press("p", *["right"] * 20)
        assert table(hand).first > 0
        for step in (1, 1):
            await rested(hand)
            with Painted(hand) as painted:
                table(hand).action_sideways(step)
                await asyncio.sleep(0.1)
            assert painted.rows <= 1


@on_the_loop
async def test_what_was_painted_ahead_is_not_shown_once_a_point_is_another(tmp_path):
    async with at_work(many(tmp_path), size=(120, 30)) as hand:
        await hand.press("p", "pagedown", "g")
        await rested(hand)
        last = table(hand).top + table(hand).rows + 3
        claim = table(hand).matrix.row(last).point.claims[0]
        found = changes.make_finding(
            hand.state, claim, wording="Put neutrally", verdict="unverified", rationale=""
        )
        hand.screen.act(lambda: found)
        await hand.press("pagedown", "pagedown")
        await hand.until(lambda: "Put neutrally" in hand.text())
