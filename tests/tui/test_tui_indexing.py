"""Indexing in the background: silent while somebody types, and said where it is missed."""

from __future__ import annotations

import pytest
from tui_hands import at_work
from tui_material import LIMIT, TITLE, corpus, on_the_loop

from workbench.bringing_in import bring_in
from workbench.core import changes
from workbench.store import Store
from workbench.tui import indexing, jobs, quiet
from workbench.tui.dialogs.busy import Busy


def unindexed(path, *texts: str) -> None:
    """A review whose sentences nobody has indexed."""
    files = []
    for number, text in enumerate(texts, 1):
        file = path.with_name(f"text-{number}.txt")
        file.write_text(text)
        files.append(str(file))
    with Store(path, create=True) as store:
        event = store.commit(changes.create_review(TITLE, "mk"))
        state = store.load(event.rows[0].id, "mk")
        assert not any(o.failed for o in bring_in(store, state, files, limit=LIMIT))


def indexed(path) -> list[bool]:
    with Store(path) as store:
        state = store.load(store.find_review(TITLE).id, "mk")
        return [store.is_indexed(article) for article in state.articles_in_order()]


@on_the_loop
async def test_it_waits_while_somebody_types_and_goes_on_afterwards(tmp_path, monkeypatch):
    monkeypatch.setattr(quiet, "QUIET_SECONDS", 1e12)
    path = tmp_path / "w.db"
    unindexed(path, "One sentence.", "Another one.")
    async with at_work(path) as hand:
        await hand.press("w")
        assert indexed(path) == [False, False]
        monkeypatch.setattr(quiet, "QUIET_SECONDS", 0.0)
        await hand.until(lambda: indexed(path) == [True, True])


@on_the_loop
async def test_keys_and_the_mouse_count_as_typing(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        for act in (lambda: hand.press("w"), lambda: hand.click(hand.pane, 5, 2),
                    lambda: hand.wheel(hand.pane)):  # fmt: skip
            hand.app.last_input = 0.0
            await act()
            assert hand.app.last_input > 0


@pytest.mark.parametrize("words", ["Nothing like it", "The envoy said so"])
@on_the_loop
async def test_counterparts_asked_for_too_early_come_with_a_word_on_how_far_it_is(
    tmp_path, monkeypatch, words
):
    monkeypatch.setattr(indexing, "index_in_background", lambda *_: None)
    monkeypatch.setattr("workbench.tui.app.index_in_background", lambda *_: None)
    monkeypatch.setattr(indexing.index_now, "__defaults__", (-1.0,))
    monkeypatch.setattr("workbench.store.index.SLICE_SECONDS", -1.0)
    path = tmp_path / "w.db"
    unindexed(path, f"{words}.", "The envoy said so. " * 20, "More of the same. " * 60)
    with Store(path) as store:
        state = store.load(store.find_review(TITLE).id, "mk")
        for article in state.articles_in_order()[:2]:
            monkeypatch.setattr("workbench.store.index.SLICE_SECONDS", 60.0)
            assert store.index_some(article, store.text(article))
    monkeypatch.setattr("workbench.store.index.SLICE_SECONDS", -1.0)
    async with at_work(path) as hand:
        await hand.press("enter", "space")
        whole = sum(article.characters for article in hand.state.articles.values())
        done = sum(a.characters for a in hand.state.articles_in_order()[:2]) * 100 // whole
        assert f"still being indexed: {done} %" in hand.strip.view.heading
        assert 0 < done < 100
        monkeypatch.setattr("workbench.store.index.SLICE_SECONDS", 60.0)
        last = hand.state.articles_in_order()[2]
        hand.app.store.index_some(last, hand.app.store.text(last))
        await hand.press("escape", "space")
        assert "indexed" not in hand.strip.view.heading


@on_the_loop
async def test_a_review_that_is_indexed_says_nothing_of_it(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        assert hand.screen.desk.indexed() == 100
        await hand.press("enter", "space")
        assert "indexed" not in hand.strip.view.heading


@on_the_loop
async def test_what_is_not_indexed_yet_is_waited_for_with_a_word_on_how_far_it_is(
    tmp_path, monkeypatch
):
    monkeypatch.setattr("workbench.tui.app.index_in_background", lambda *_: None)
    monkeypatch.setattr(jobs, "QUICK_SECONDS", 0.0)
    path = tmp_path / "w.db"
    unindexed(path, "The envoy left the town.", "The envoy left the town, they say.")
    async with at_work(path) as hand:
        await hand.press("enter", "space")
        await hand.until(lambda: hand.screen.linking is not None)
        assert indexed(path) == [True, True]
        assert hand.here == 2
        assert "indexed" not in hand.strip.view.heading


@on_the_loop
async def test_esc_goes_on_with_what_is_indexed(tmp_path, monkeypatch):
    monkeypatch.setattr("workbench.tui.app.index_in_background", lambda *_: None)
    monkeypatch.setattr(jobs, "QUICK_SECONDS", 0.0)
    monkeypatch.setattr("workbench.store.index.SLICE_SECONDS", -1.0)  # and never ends
    monkeypatch.setattr(indexing.index_now, "__defaults__", (30.0,))
    path = tmp_path / "w.db"
    unindexed(path, "The envoy left the town.", "The envoy left the town, they say.")
    async with at_work(path) as hand:
        await hand.press("enter")
        await hand.send("space")
        await hand.until(lambda: isinstance(hand.app.screen, Busy))
        assert "Indexing the articles" in hand.text()
        await hand.send("escape")
        await hand.until(lambda: hand.screen.linking is not None)
        assert "still being indexed: 0 %" in hand.strip.view.heading
