"""Long work: shown when it lasts, stopped by esc, and the keys wait for it in the order typed."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from textual import events
from textual.geometry import Size
from textual.widgets import Input
from tui_hands import Hands, at_work
from tui_material import CORPUS, MIDDLE, TITLE, corpus, on_the_loop, review_of, rows

from workbench import bringing_in
from workbench.errors import ChangeRefusedError, StoreError
from workbench.intake import read_article
from workbench.store import Store, index
from workbench.tui import jobs, looking
from workbench.tui.dialogs.busy import Busy, bar
from workbench.tui.dialogs.form import Field, Form
from workbench.tui.looking import look
from workbench.tui.screens.review import ReviewScreen
from workbench.tui.screens.review_session import poll
from workbench.tui.screens.reviews import ReviewsScreen
from workbench.tui.screens.too_small import TooSmall

FRIST = 30.0


class Gate:
    """Work that goes on until it is let through, telling how far it is."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.reached = threading.Event()

    def hold(self, tell, done: int = 3, total: int = 10, what: str = "the third") -> None:
        self.reached.set()
        end = time.monotonic() + FRIST
        while not self.open.is_set() and time.monotonic() < end:
            tell(done, total, what)
            time.sleep(0.005)


@pytest.fixture
def gate() -> Iterator[Gate]:
    made = Gate()
    yield made
    made.open.set()


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    """What takes long is taken for long at once."""
    monkeypatch.setattr(jobs, "QUICK_SECONDS", 0.0)
    monkeypatch.setattr(jobs, "SHOW_SECONDS", 0.0)


@contextmanager
def patient(monkeypatch) -> Iterator[None]:
    """What takes long is not shown yet."""
    with monkeypatch.context() as patch:
        patch.setattr(jobs, "SHOW_SECONDS", FRIST)
        yield


async def shown(hand: Hands) -> Busy:
    """Wait until the dialog is there."""
    await hand.until(lambda: isinstance(hand.app.screen, Busy))
    screen = hand.app.screen
    assert isinstance(screen, Busy)
    return screen


async def over(hand: Hands) -> None:
    """Wait until the work has ended."""
    await hand.until(lambda: hand.app.job is None)


# Quick work


@on_the_loop
async def test_quick_work_is_over_before_anything_else_happens(tmp_path, monkeypatch):
    monkeypatch.setattr(jobs, "QUICK_SECONDS", FRIST)
    async with at_work(corpus(tmp_path)) as hand:
        got: list[int] = []
        jobs.run(hand.app, "Counting", lambda _job: 3, got.append)
        assert got == [3]
        assert hand.app.job is None
        assert not isinstance(hand.app.screen, Busy)


@on_the_loop
async def test_work_that_ends_in_time_is_not_shown_and_the_keys_after_it_wait(
    tmp_path, monkeypatch, gate
):
    async with at_work(corpus(tmp_path)) as hand:
        got: list[str] = []
        with patient(monkeypatch):
            jobs.run(hand.app, "Work", lambda job: gate.hold(job.tell), lambda _: got.append("end"))
            for key in ("enter", "w"):
                await hand.send(key)
            for _ in range(50):
                await asyncio.sleep(0)
            assert hand.claims == []
            assert hand.cursor == 0
            gate.open.set()
            await hand.settle()
        assert got == ["end"]
        assert len(hand.claims) == 1
        assert hand.cursor > 0
        assert hand.app.screen is hand.screen


@on_the_loop
async def test_esc_stops_what_is_not_shown_yet(tmp_path, monkeypatch, gate):
    async with at_work(corpus(tmp_path)) as hand:
        got: list[str] = []
        with patient(monkeypatch):
            await hand.press("v")
            jobs.run(
                hand.app, "Work", lambda job: gate.hold(job.tell), lambda _: got.append("done"),
                stopped=lambda: got.append("stopped"),
            )  # fmt: skip
            await hand.send("escape")
            await over(hand)
        assert got == ["stopped"]
        assert (
            hand.pane.position.anchor is not None
        )  # the key was the job's, and not the pane's too


@on_the_loop
async def test_esc_after_another_key_waits_with_it(tmp_path, monkeypatch, gate):
    async with at_work(corpus(tmp_path)) as hand:
        got: list[str] = []
        with patient(monkeypatch):
            jobs.run(
                hand.app, "Work", lambda job: gate.hold(job.tell), lambda _: got.append("done")
            )
            for key in ("H", "escape"):
                await hand.send(key)
            gate.open.set()
            await hand.settle()
        assert got == ["done"]
        assert hand.app.screen is hand.screen


# What is shown


@on_the_loop
async def test_what_takes_long_says_what_it_is_and_how_far(tmp_path, gate):
    async with at_work(corpus(tmp_path), size=MIDDLE) as hand:
        jobs.run(
            hand.app, "Moving [b]house", lambda job: gate.hold(job.tell, 3, 10, "the [i]piano"),
            lambda _: None,
        )  # fmt: skip
        await shown(hand)
        await hand.until(lambda: "30 %" in hand.text())
        text = hand.text()
        assert "Moving [b]house" in text
        assert "the [i]piano" in text
        assert "[#########---------------------] 30 %" in text
        assert "esc stop" in text
        gate.open.set()
        await over(hand)
        assert hand.app.screen is hand.screen
        assert "Moving" not in hand.text()


def test_the_bar_is_empty_when_nobody_knows_how_much_there_is():
    assert bar(3, 0).plain == ""
    assert bar(0, 3).plain.startswith("[------")
    assert bar(7, 3).plain == f"[{'#' * 30}] 100 %"


@on_the_loop
async def test_keys_typed_while_it_is_shown_act_after_it_in_the_order_typed(tmp_path, gate):
    async with at_work(corpus(tmp_path)) as hand:
        done: list[str] = []

        def end(_: None) -> None:
            done.append("work")
            hand.app.push_screen(Form("Anything", [Field("name", "Name")]))

        jobs.run(hand.app, "Work", lambda job: gate.hold(job.tell), end)
        await shown(hand)
        for key in ("K", "a", "b", "u", "l", "tab"):
            await hand.send(key)
        await hand.settle()
        assert isinstance(hand.app.screen, Busy)
        gate.open.set()
        await over(hand)
        assert done == ["work"]
        assert isinstance(hand.app.screen, Form)
        assert hand.app.screen.values() == {"name": "Kabul"}


@on_the_loop
async def test_clicks_made_before_it_is_shown_hit_nothing_later(tmp_path, monkeypatch, gate):
    async with at_work(corpus(tmp_path)) as hand:
        before = hand.pane
        place = hand.at(hand.pane_of(2), 12, 4)
        jobs.run(hand.app, "Work", lambda job: gate.hold(job.tell), lambda _: None)
        hand._mouse(events.MouseDown, *place, 1)
        await shown(hand)
        gate.open.set()
        await over(hand)
        assert hand.pane is before
        assert hand.app.mouse_captured is None


@on_the_loop
async def test_it_ends_behind_the_message_of_a_terminal_that_became_too_small(tmp_path, gate):
    async with at_work(corpus(tmp_path)) as hand:
        done: list[str] = []
        jobs.run(hand.app, "Work", lambda job: gate.hold(job.tell), lambda _: done.append("work"))
        await shown(hand)
        # Not `resize`, which waits until nothing is going on.
        hand.app._driver._size = (40, 10)
        hand.app.post_message(events.Resize(Size(40, 10), Size(40, 10)))
        await hand.until(lambda: isinstance(hand.app.screen, TooSmall), rest=False)
        gate.open.set()
        await over(hand)
        assert done == ["work"]
        await hand.resize(160, 40)
        assert hand.app.screen is hand.screen
        await hand.press("enter")
        assert len(hand.claims) == 1


@pytest.mark.parametrize("key", ["ctrl+q", "q"])
@on_the_loop
async def test_one_leaves_while_it_goes_on_behind_that_message(tmp_path, gate, key):
    async with at_work(corpus(tmp_path)) as hand:
        jobs.run(hand.app, "Work", lambda job: gate.hold(job.tell), lambda _: None)
        await shown(hand)
        hand.app._driver._size = (40, 10)
        hand.app.post_message(events.Resize(Size(40, 10), Size(40, 10)))
        await hand.until(lambda: isinstance(hand.app.screen, TooSmall), rest=False)
        await hand.send(key)
        await hand.until(lambda: not hand.app.is_running, rest=False)
        assert not gate.open.is_set()


@on_the_loop
async def test_ctrl_q_leaves_before_it_is_shown_too(tmp_path, monkeypatch, gate):
    monkeypatch.setattr(jobs, "SHOW_SECONDS", FRIST)
    async with at_work(corpus(tmp_path)) as hand:
        jobs.run(hand.app, "Work", lambda job: gate.hold(job.tell), lambda _: None)
        await hand.send("ctrl+q")
        await hand.until(lambda: not hand.app.is_running, rest=False)
        assert not gate.open.is_set()


# Stopping


@pytest.mark.parametrize("key", ["escape", "ctrl+c"])
@on_the_loop
async def test_it_is_stopped_by_a_key_and_what_was_typed_for_its_result_is_dropped(
    tmp_path, gate, key
):
    async with at_work(corpus(tmp_path)) as hand:
        said: list[str] = []
        jobs.run(
            hand.app, "Work", lambda job: gate.hold(job.tell), lambda _: said.append("done"),
            stopped=lambda: said.append("stopped"),
        )  # fmt: skip
        await shown(hand)
        await hand.send("enter")
        await hand.send("d")
        await hand.send(key)
        await over(hand)
        assert said == ["stopped"]
        assert hand.claims == []
        await hand.press("enter")
        assert len(hand.claims) == 1


@on_the_loop
async def test_it_is_stopped_by_a_click_on_its_key(tmp_path, gate):
    async with at_work(corpus(tmp_path), size=MIDDLE) as hand:
        said: list[str] = []
        jobs.run(
            hand.app, "Work", lambda job: gate.hold(job.tell), lambda _: None,
            stopped=lambda: said.append("stopped"),
        )  # fmt: skip
        await shown(hand)
        await hand.click_dialog_key("stop")
        await over(hand)
        assert said == ["stopped"]


@on_the_loop
async def test_quitting_stops_it(tmp_path, gate):
    async with at_work(corpus(tmp_path)) as hand:
        jobs.run(hand.app, "Work", lambda job: gate.hold(job.tell), lambda _: None)
        await shown(hand)
        await hand.quit()
    for thread in threading.enumerate():
        if thread.name == "workbench-job":
            thread.join(FRIST)
            assert not thread.is_alive()


# Errors


@on_the_loop
async def test_what_is_refused_in_it_is_said_as_anything_refused(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        after: list[str] = []
        for error in (StoreError("The disk is [full]."), ChangeRefusedError("No.")):

            def fail(_job, error=error) -> None:
                raise error

            jobs.run(hand.app, "Work", fail, after.append, failed=lambda: after.append("failed"))
            await over(hand)
        assert hand.said == ["The disk is [full].", "No."]
        assert hand.problems == ["The disk is [full]."]
        assert after == ["failed", "failed"]


@on_the_loop
async def test_what_is_refused_afterwards_is_said_too_and_the_keys_are_free(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:

        def refuse(_: int) -> None:
            raise StoreError("It is locked.")

        jobs.run(hand.app, "Work", lambda _job: 1, refuse)
        await over(hand)
        assert hand.problems == ["It is locked."]
        await hand.press("enter")
        assert len(hand.claims) == 1


@on_the_loop
async def test_a_mistake_of_ours_in_it_is_not_hidden(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:

        def slip(_job) -> None:
            raise ZeroDivisionError

        job = jobs.Job(
            hand.app, "Work", slip, lambda _: None, stopped=lambda: None, failed=lambda: None
        )
        job._run()
        with pytest.raises(ZeroDivisionError):
            job._report()


# While it is under way


@on_the_loop
async def test_nothing_changes_under_it(tmp_path, gate):
    path = corpus(tmp_path)
    async with at_work(path) as hand:
        jobs.run(hand.app, "Work", lambda job: gate.hold(job.tell), lambda _: None)
        from workbench.core import changes

        with Store(path) as store:
            state = store.load(hand.state.review.id, "ann")
            article = state.articles_in_order()[0]
            store.commit(changes.make_claim(state, article, store.text(article), 0, 20))
        hand.screen.unsaved = True
        poll(hand.screen)
        hand.screen.save_session()
        assert hand.claims == []
        assert hand.screen.unsaved
        gate.open.set()
        await over(hand)
        poll(hand.screen)
        assert len(hand.claims) == 1
        assert hand.heard("Another terminal")


# What is done so


@on_the_loop
async def test_looking_for_words_can_be_stopped_and_changes_nothing(tmp_path, monkeypatch, gate):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("/")
        await hand.type("bagram")
        await hand.press("enter")
        await over(hand)
        before = hand.screen.search, hand.here, hand.cursor

        def slow(desk, wanted, tell):
            gate.hold(tell)
            return look(desk, wanted, tell)

        monkeypatch.setattr(looking, "look", slow)
        await hand.press("/")
        await hand.type("moscow")
        await hand.press("enter")
        await shown(hand)
        assert "Looking for “moscow”" in hand.text()
        await hand.send("escape")
        await over(hand)
        assert (hand.screen.search, hand.here, hand.cursor) == before
        assert hand.heard("Stopped looking")


@on_the_loop
async def test_an_article_is_in_or_not_when_bringing_in_is_stopped(tmp_path, monkeypatch, gate):
    files = [tmp_path / f"{name}.txt" for name in ("a-one", "b-two", "c-three")]
    for file in files:
        file.write_text(f"An article of {file.stem}.")
    slow_from(monkeypatch, gate, "two.txt")
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("o", "a")
        hand.app.screen.query_one("#files", Input).value = f"{tmp_path}/?-*.txt"
        await hand.send("enter")
        await shown(hand)
        await hand.until(lambda: "33 %" in hand.text())
        await hand.send("escape")
        await over(hand)
        assert isinstance(hand.app.screen, ReviewScreen)
        assert [a.number for a in hand.state.articles_in_order()] == [1, 2, 3, 4, 5, 6]
        assert hand.heard("one.txt is article 6 now")
        assert hand.heard("Stopped after 1 of 3 files: 1 article came in.")
        assert not hand.heard("Another terminal")
        poll(hand.screen)
        assert not hand.heard("Another terminal")
    assert len(rows(hand.path, "SELECT * FROM article_text")) == 6


@on_the_loop
async def test_a_new_review_that_is_stopped_is_not_made(tmp_path, monkeypatch, gate):
    slow_from(monkeypatch, gate, CORPUS[1].name)
    path = corpus(tmp_path)
    async with at_work(path, listed=True) as hand:
        await hand.press("n")
        await hand.fill(title="Another", files=" ".join(map(str, CORPUS)))
        await hand.send("enter")
        await shown(hand)
        await hand.until(lambda: "Making “Another”" in hand.text())
        await gate_reached(gate, hand)
        await hand.send("escape")
        await over(hand)
        assert isinstance(hand.app.screen, ReviewsScreen)
        assert hand.heard("no review “Another” was made")
        assert "Another" not in hand.text().replace("no review “Another”", "")
    assert [row[0] for row in rows(path, "SELECT title FROM review")] == [TITLE]
    assert len(rows(path, "SELECT * FROM article_text")) == 5


@on_the_loop
async def test_keys_typed_behind_a_dialog_that_sets_long_work_going_wait_for_it(
    tmp_path, monkeypatch, gate
):
    slow_from(monkeypatch, gate, CORPUS[1].name)
    async with at_work(corpus(tmp_path), listed=True) as hand:
        await hand.press("n")
        await hand.fill(title="Another", files=" ".join(map(str, CORPUS)))
        with patient(monkeypatch):
            for key in ("enter", "tab", "enter", "space", "a", "escape"):
                await hand.send(key)
            await asyncio.to_thread(gate.reached.wait, FRIST)
            gate.open.set()
            await hand.settle()
        assert hand.state.review.title == "Another"
        assert len(hand.links) == 1
        assert hand.claim(1).article_id == hand.state.article_numbered(2).id


@on_the_loop
async def test_an_export_that_is_stopped_leaves_the_file_as_it_was(tmp_path, monkeypatch, gate):
    import workbench.export

    file = tmp_path / "out.csv"
    file.write_text("old")
    real = workbench.export.export

    def slow(*given, tell, **more):
        gate.hold(tell)
        return real(*given, tell=tell, **more)

    monkeypatch.setattr(workbench.export, "export", slow)
    async with at_work(corpus(tmp_path)) as hand:
        await hand.press("ctrl+e")
        await hand.fill(path=str(file))
        await hand.send("enter")
        await shown(hand)
        assert "Exporting claims" in hand.text()
        await hand.send("escape")
        await over(hand)
        assert hand.heard("no file was written or changed")
        assert file.read_text() == "old"
        assert sorted(p.suffix for p in tmp_path.iterdir()) == [".csv", ".db"]


@on_the_loop
async def test_a_review_whose_deletion_is_stopped_is_whole(tmp_path, monkeypatch, gate):
    real = index.forget

    def slow(connection, sha256, text, tell):
        gate.hold(tell)
        return real(connection, sha256, text, tell)

    monkeypatch.setattr(index, "forget", slow)
    path = corpus(tmp_path)
    tables = ("review", "article", "article_text", "article_raw", "sentence", "event", "event_row")
    before = [rows(path, f"SELECT count(*) FROM {table}") for table in tables]
    async with at_work(path, listed=True) as hand:
        await hand.press("d")
        await hand.send("y")
        await shown(hand)
        await gate_reached(gate, hand)
        await hand.send("escape")
        await over(hand)
        assert hand.heard("is whole")
        assert TITLE in hand.text()
        assert [rows(path, f"SELECT count(*) FROM {table}") for table in tables] == before


@on_the_loop
async def test_a_review_can_be_searched_where_no_text_is_in_memory_yet(tmp_path):
    path = tmp_path / "w.db"
    review_of(path, *(f"Article {n}. Kabul again." for n in range(1, 9)))
    async with at_work(path, size=(80, 24)) as hand:
        await hand.press("/")
        await hand.type("kabul")
        await hand.press("enter")
        await over(hand)
        assert hand.screen.search is not None
        assert len(hand.screen.search.hits) == 8


async def gate_reached(gate: Gate, hand: Hands) -> None:
    """Wait until the work has come to the gate."""
    await hand.until(gate.reached.is_set)


def slow_from(monkeypatch, gate: Gate, name: str) -> None:
    """Let reading a file wait at the gate."""
    telling: list = []
    real = bringing_in.bring_in

    def bring_in(store, state, names, *, limit, tell):
        telling.append(tell)
        return real(store, state, names, limit=limit, tell=tell)

    def read(path, limit):
        if str(path).endswith(name):
            gate.hold(telling[-1], *current(path))
        return read_article(path, limit=limit)

    def current(path):
        job_far = telling[-1].__self__.far
        return job_far[0], job_far[1], str(path)

    monkeypatch.setattr("workbench.tui.bringing.bring_in", bring_in)
    monkeypatch.setattr(bringing_in, "read_article", read)
