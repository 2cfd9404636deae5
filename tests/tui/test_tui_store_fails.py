"""When the database fails: a notice, nothing shown that is not on disk, and the program goes on."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager

import pytest
from textual.widgets import Input
from tui_hands import at_work
from tui_material import (
    CORPUS,
    MIDDLE,
    NARROW,
    WIDE,
    corpus,
    on_the_loop,
    rows,
)

from workbench.bringing_in import bring_in
from workbench.errors import StoreError
from workbench.store import Store, driver
from workbench.tui.dialogs.form import Form
from workbench.tui.screens.review import ReviewScreen
from workbench.tui.screens.review_session import poll
from workbench.tui.screens.reviews import ReviewsScreen

FULL = "Not saved, and nothing was changed: the disk is full [/]."


@contextmanager
def locked(hand):
    """Another program holds the database so that nobody can read or write it."""
    hand.app.store.connection.execute("PRAGMA busy_timeout = 0")
    patience, driver.BUSY_SECONDS = driver.BUSY_SECONDS, 0.0
    with closing(sqlite3.connect(hand.path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        try:
            yield
        finally:
            other.execute("ROLLBACK")
            driver.BUSY_SECONDS = patience


def _full(*_: object, **__: object) -> None:
    raise StoreError(FULL)


def refuse(hand, monkeypatch, *names: str) -> None:
    for name in names:
        monkeypatch.setattr(hand.app.store, name, _full)


def memory(hand):
    state = hand.state
    return (
        dict(state.articles), dict(state.claims), dict(state.links), dict(state.dismissals), state.review,
    )  # fmt: skip


@pytest.mark.parametrize(
    "keys",
    [
        ["enter"], ["space", "a"], ["space", "c"], ["space", "u"], ["space", "x"], ["d"],
        ["r", "shift+left", "enter"], ["s", "s", "enter"], ["enter", "T", "enter"], ["ctrl+z"],
        ["o", "d"], ["o", "e", "T", "enter"],
    ],
    ids=" ".join,
)  # fmt: skip
@on_the_loop
async def test_an_act_that_is_not_saved_is_not_shown(tmp_path, monkeypatch, keys):
    async with at_work(corpus(tmp_path), toasts=True) as hand:
        if keys != ["enter"]:
            await hand.press("enter")
        before, acts = memory(hand), hand.acts()
        gutters = [line[0] for line in hand.picture()]
        refuse(hand, monkeypatch, "commit", "undo", "redo")
        await hand.press(*keys)
        assert hand.heard("Not saved")
        assert FULL in hand.problems
        assert memory(hand) == before
        assert hand.acts() == acts
        monkeypatch.undo()
        while hand.app.screen is not hand.screen:
            await hand.press("escape")
        for _ in range(3):
            await hand.press("escape")
        await hand.press("1", "g")
        assert [line[0] for line in hand.picture()] == gutters
        # And now that it can be saved, it is.
        await hand.find(1, "No country that wants")
        await hand.press("enter")
        assert len(hand.acts()) == len(acts) + 1


@on_the_loop
async def test_linking_stays_where_it_is_when_a_mark_is_not_saved(tmp_path, monkeypatch):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("enter", "space")
        linking, place = hand.screen.linking, (hand.here, hand.cursor)
        queue = list(linking.queue)
        refuse(hand, monkeypatch, "commit")
        await hand.press("a")
        assert hand.screen.linking is linking
        assert linking.queue == queue
        assert (hand.here, hand.cursor) == place
        monkeypatch.undo()
        await hand.press("a")
        assert len(hand.links) == 1


@on_the_loop
async def test_what_was_typed_in_a_dialog_is_kept_when_it_is_not_saved(tmp_path, monkeypatch):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("enter", "enter")
        await hand.type("Lavrov")
        refuse(hand, monkeypatch, "commit")
        await hand.press("enter")
        assert hand.heard("Not saved")
        monkeypatch.undo()
        if not isinstance(hand.app.screen, Form):
            await hand.press("enter")
        assert hand.app.screen.values()["claimant"] == "Lavrov"
        await hand.press("enter")
        assert hand.claim(1).claimant == "Lavrov"


@on_the_loop
async def test_new_edges_that_are_not_saved_can_be_taken_again(tmp_path, monkeypatch):
    async with at_work(corpus(tmp_path)) as hand:
        claim = await hand.mark(4, "Moscow received")
        await hand.press("r", "shift+left")
        refuse(hand, monkeypatch, "commit")
        await hand.press("enter")
        assert hand.claim(1) == claim
        assert hand.screen.edges == claim.id
        monkeypatch.undo()
        await hand.press("enter")
        assert hand.claim(1).quote == "Moscow receive"


@on_the_loop
async def test_articles_that_are_not_saved_are_said(tmp_path, monkeypatch):
    new = tmp_path / "new.txt"
    new.write_text("A sixth article.")
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("o", "a")
        hand.app.screen.query_one("#files", Input).value = str(new)
        monkeypatch.setattr(Store, "add_article", _full)  # through a connection of its own
        await hand.press("enter")
        assert hand.app.is_running
        assert hand.heard("Not saved")
        assert len(hand.state.articles) == 5


@on_the_loop
async def test_a_session_that_is_not_saved_stops_nothing(tmp_path, monkeypatch):
    async with at_work(corpus(tmp_path)) as hand:
        refuse(hand, monkeypatch, "save_session")
        await hand.press("down", "down")
        hand.screen.save_session()
        assert hand.app.is_running
        monkeypatch.undo()
        hand.screen.save_session()
        assert len(rows(hand.path, "SELECT state FROM session")) == 1
        refuse(hand, monkeypatch, "save_session")
        await hand.press("q")
        assert isinstance(hand.app.screen, ReviewsScreen)


@on_the_loop
async def test_a_locked_database_is_said_and_nothing_is_shown_that_is_not_on_disk(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path, size=MIDDLE) as hand:
        await hand.press("enter")
        before = memory(hand)
        with locked(hand):
            for keys in (["d"], ["ctrl+z"], ["s", "s", "enter", "escape"], ["ctrl+y"]):
                hand.said.clear()
                await hand.press(*keys)
                assert hand.heard("another program is holding it"), keys
                assert memory(hand) == before
            poll(hand.screen)
            hand.screen.save_session(now=True)
        await hand.press("d")
        assert hand.claims == []


@pytest.mark.parametrize(
    ("keys", "size"),
    [
        (["space"], WIDE), (["space"], NARROW), (["tab"], NARROW), (["5"], NARROW), (["+"], WIDE),
        (["/", "K", "a", "b", "u", "l", "enter"], WIDE), (["H"], WIDE), (["o", "down", "down", "down", "enter"], WIDE),
        (["ctrl+e", "enter"], WIDE), (["q"], WIDE), (["1", "y"], WIDE), (["!"], WIDE), ([">"], WIDE),
        (["z"], WIDE), (["t"], WIDE), (["="], WIDE),
    ],
    ids=str,
)  # fmt: skip
@on_the_loop
async def test_reading_a_locked_database_does_not_end_the_program(
    tmp_path, monkeypatch, keys, size
):
    path = corpus(tmp_path)
    monkeypatch.chdir(tmp_path)
    async with at_work(path, size=size) as hand:
        await hand.press("enter")
        with locked(hand):
            await hand.press(*keys)
            assert hand.app.is_running
            for _ in range(4):
                await hand.press("escape")
            assert hand.app.is_running
        if isinstance(hand.app.screen, ReviewsScreen):
            await hand.press("enter")
        await hand.press("g", "d")
        assert hand.app.is_running
        assert isinstance(hand.app.screen, ReviewScreen)


@on_the_loop
async def test_a_review_cannot_be_opened_from_a_locked_database_and_that_is_said(tmp_path):
    async with at_work(corpus(tmp_path), listed=True) as hand:
        with locked(hand):
            for keys in (["enter"], ["d", "y"], ["e", "x", "enter"], ["n", "x", "enter"]):
                hand.said.clear()
                await hand.press(*keys)
                assert hand.app.is_running
                assert hand.problems
                while isinstance(hand.app.screen, Form):
                    await hand.press("escape")
                assert isinstance(hand.app.screen, ReviewsScreen)
        await hand.press("enter")
        assert isinstance(hand.app.screen, ReviewScreen)


@on_the_loop
async def test_a_text_missing_from_the_database_is_said_and_the_program_goes_on(tmp_path):
    path = corpus(tmp_path)
    async with at_work(path, size=NARROW) as hand:

        def missing(article):
            raise StoreError(f"The text of article {article.number} is missing from the database.")

        hand.app.store.long_text = missing
        await hand.press("2")
        assert hand.app.is_running
        assert hand.heard("missing")
        await hand.press("tab", "/")
        await hand.type("Kabul")
        await hand.press("enter", "1", "enter")
        assert hand.app.is_running
        assert len(hand.claims) == 1
        assert (
            len(list(bring_in(hand.app.store, hand.state, map(str, CORPUS[:1]), limit=10**7))) == 1
        )
