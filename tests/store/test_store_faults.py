"""Full disks, locks, failing commits: nothing half-written, a sentence said, the work goes on."""

from __future__ import annotations

import random
import subprocess
import sys
from contextlib import closing, contextmanager

import pytest
from store_material import REPOSITORY, TEXTS, add, dump

from workbench.core import changes
from workbench.errors import StoreError, WorkbenchError
from workbench.store import Store, back_up, check, driver
from workbench.store.driver import connect, sqlite3


@pytest.fixture
def impatient(monkeypatch):
    """Nobody waits long for a lock in these tests."""
    monkeypatch.setattr(driver, "BUSY_SECONDS", 0.05)


@contextmanager
def held(path, *statements):
    """Another program in the middle of something."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=1)) as other:
        for statement in statements:
            other.execute(statement).fetchone()
        yield other
        other.execute("ROLLBACK")


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from store_material import Bench, add, dump
from workbench.core import changes
from workbench.errors import StoreError, WorkbenchError
from workbench.store import check

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
bench = Bench(Path(sys.argv[1]))
desk = bench.desk()
claim = desk.claim()
size = bench.path.stat().st_size
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
refused = 0
for room in (0, 512, 4096, 9000, 20000):
    before = dump(bench.store)
    change = changes.edit_claim(desk.state, claim, note="n" * 60_000)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + room, hard))
    try:
        desk.store.commit(change)
    except StoreError as error:
        refused += 1
        sentence = str(error)
    try:
        desk.store.add_article(
            changes.add_article(desk.review_id, "ann", text="x" * 90_000, raw=b"x" * 90_000),
            "x" * 90_000,
            b"x" * 90_000,
        )
    except StoreError:
        refused += 1
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert dump(bench.store) == before
    assert not desk.store.connection.in_transaction
assert check(bench.store).problems == []
desk.do(changes.edit_claim(desk.state, claim, note="n" * 60_000))
assert len(bench.desk().state.claims[claim.id].note) == 60_000
assert check(bench.store).problems == []
print(refused, sentence)
"""


def test_a_full_disk_is_said_and_the_work_goes_on_when_there_is_room_again(tmp_path):
    pytest.importorskip("resource")
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(tmp_path / "full.db")],
        cwd=REPOSITORY,
        env={"PYTHONPATH": f"{REPOSITORY}:{REPOSITORY / 'tests' / 'store'}"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stderr == ""
    count, _, sentence = done.stdout.partition(" ")
    assert count == "10"
    assert sentence.startswith("Not saved, and nothing was changed: the disk ")
    assert "room" in sentence


def test_a_database_held_by_another_program_is_said_and_works_when_it_lets_go(bench, impatient):
    desk = bench.desk()
    claim = desk.claim()
    before = dump(bench.store)
    edit = changes.edit_claim(desk.state, claim, note="later")
    with held(bench.path, "BEGIN IMMEDIATE"):
        with pytest.raises(StoreError, match="another program is holding it"):
            desk.store.commit(edit)
        assert len(bench.desk().state.claims) == 1
    assert dump(bench.store) == before
    desk.do(edit)
    assert bench.desk().state.claims[claim.id].note == "later"


def test_reading_what_is_locked_altogether_is_refused_with_a_sentence_everywhere(bench, impatient):
    desk = bench.desk()
    claim = desk.claim()
    article = desk.article(1)
    calls = {
        "reviews": desk.store.reviews,
        "review_called": lambda: desk.store.review_called("Bagram"),
        "find_review": lambda: desk.store.find_review("Bagram"),
        "load": lambda: desk.store.load(desk.review_id, "ann"),
        "text": lambda: desk.store.text(article),
        "beginning": lambda: desk.store.beginning(article, 9),
        "long_text": lambda: desk.store.long_text(article),
        "raw": lambda: desk.store.raw(article),
        "commit": lambda: desk.store.commit(changes.delete_claim(desk.state, claim)),
        "add_article": lambda: add(desk.store, desk.review_id, "Late."),
        "undo": desk.undo,
        "redo": desk.redo,
        "history": lambda: desk.store.history(desk.review_id),
        "latest": lambda: desk.store.latest(desk.review_id),
        "numbers_given": lambda: desk.store.numbers_given(desk.review_id),
        "changed_elsewhere": desk.store.changed_elsewhere,
        "save_session": lambda: desk.store.save_session(desk.review_id, "ann", {}),
        "load_session": lambda: desk.store.load_session(desk.review_id, "ann"),
        "candidates": lambda: desk.store.candidates(desk.review_id, ["troops"], 3),
        "index_some": lambda: desk.store.index_some(article, TEXTS[0]),
        "is_indexed": lambda: desk.store.is_indexed(article),
        "indexed": lambda: desk.store.indexed(article),
        "delete_review": lambda: desk.store.delete_review(desk.review_id),
        "open": lambda: Store(bench.path),
        "back_up": lambda: back_up(desk.store, bench.path.with_name("copy.db")),
    }
    public = {
        name
        for name, value in vars(Store).items()
        if callable(value) and not name.startswith("_") and name != "close"
    }
    assert public <= set(calls), "a new method of the store: say here how it is called"
    before = dump(bench.store)
    with held(bench.path, "BEGIN EXCLUSIVE"):
        for name, call in calls.items():
            with pytest.raises(StoreError) as refused:
                call()
            assert "another program is holding it" in str(refused.value), name
        assert "The check could not be finished" in check(desk.store).problems[-1]
    assert dump(bench.store) == before
    assert check(desk.store).problems == []


def test_a_commit_that_fails_is_rolled_back_and_said(bench, impatient):
    desk = bench.desk()
    before = dump(bench.store)
    make = changes.make_claim(desk.state, desk.article(1), TEXTS[0], 0, 6)
    # Someone who is still reading keeps a commit from replacing what they read.
    with held(bench.path, "BEGIN", "SELECT count(*) FROM claim"):
        with pytest.raises(StoreError, match="nothing was changed: another program"):
            desk.store.commit(make)
        assert not desk.store.connection.in_transaction
    assert dump(bench.store) == before
    desk.do(make)
    assert len(bench.desk().state.claims) == 1


def test_our_own_reads_never_keep_others_from_committing(bench, impatient):
    reader, writer = bench.desk("ann"), bench.desk("ben")
    claim = writer.claim(1, 0, 6)
    texts = reader.texts
    while not reader.store.index_some(reader.article(1), texts[reader.article(1).id]):
        pass
    reader.look()
    reader.store.reviews()
    reader.store.history(reader.review_id)
    reader.store.candidates(reader.review_id, ["troops"], 3)
    reader.store.load_session(reader.review_id, "ann")
    reader.store.changed_elsewhere()
    reader.store.is_indexed(reader.article(1))
    check(reader.store)
    writer.do(changes.edit_claim(writer.state, claim, note="no waiting"))


@pytest.mark.parametrize("table", ["claim", "link", "event", "event_row", "counter"])
def test_an_act_that_fails_half_way_is_rolled_back_whole(bench, table):
    desk = bench.desk()
    one = desk.claim(1, 0, 6)
    fresh = changes.new_claim(desk.state, desk.article(2), TEXTS[1], 0, 8)
    act = changes.link_claims(desk.state, one, fresh, "agrees")
    before = dump(bench.store)
    desk.store.connection.execute(
        f"CREATE TEMP TRIGGER stop BEFORE INSERT ON main.{table} "
        "BEGIN SELECT raise(ABORT, 'stopped for the test'); END"
    )
    with pytest.raises(
        StoreError, match=r"Not saved, and nothing was changed: .*stopped for the test"
    ):
        desk.store.commit(act)
    assert not desk.store.connection.in_transaction
    assert dump(bench.store) == before
    desk.store.connection.execute("DROP TRIGGER temp.stop")
    desk.do(act)
    assert len(bench.desk().state.links) == 1
    assert check(bench.store).problems == []


@pytest.mark.parametrize("stopping", [KeyboardInterrupt, RuntimeError, MemoryError])
def test_whatever_interrupts_an_act_leaves_nothing_of_it(bench, monkeypatch, stopping):
    desk = bench.desk()
    before = dump(bench.store)

    def stop(*_, **__):
        raise stopping

    with monkeypatch.context() as patch:
        patch.setattr("workbench.store.log.append", stop)
        with pytest.raises(stopping):
            desk.claim()
    assert not desk.store.connection.in_transaction
    assert dump(bench.store) == before
    desk.claim()


def test_deleting_a_review_half_way_leaves_it_whole(bench, monkeypatch):
    desk = bench.desk()
    desk.claim()
    before = dump(bench.store)
    desk.store.connection.execute(
        "CREATE TEMP TRIGGER stop BEFORE DELETE ON main.article_raw "
        "BEGIN SELECT raise(ABORT, 'stopped for the test'); END"
    )
    with pytest.raises(StoreError, match="stopped for the test"):
        desk.store.delete_review(desk.review_id)
    assert dump(bench.store) == before
    assert desk.look().claims


def test_a_damaged_page_is_said_and_not_a_traceback(bench):
    desk = bench.desk()
    for start in range(0, 60, 7):
        desk.claim(1, start, start + 6)
    for opened in (desk.store, bench.store):
        opened.close()
    content = bytearray(bench.path.read_bytes())
    pages = len(content) // 4096
    unnoticed, said = [], set()
    for page in range(1, pages):
        damaged = bytearray(content)
        damaged[page * 4096 : page * 4096 + 4096] = b"\xff" * 4096
        path = bench.path.with_name(f"damaged-{page}.db")
        path.write_bytes(damaged)
        try:
            with Store(path) as opened:
                if not check(opened).problems:
                    unnoticed.append(page)
                opened.load(desk.review_id, "ann")
                opened.history(desk.review_id)
        except StoreError as error:
            said.add(str(error)[-1])
        path.unlink()
    assert pages > 20
    assert said == {"."}
    assert unnoticed == []


def test_a_number_that_fits_nowhere_is_said_and_not_a_traceback(bench):
    desk = bench.desk()
    with pytest.raises(StoreError, match="damaged"):
        desk.store.history(desk.review_id, after=2**63)


def test_a_damaged_number_in_the_index_is_said_when_it_is_asked_and_when_it_grows(bench):
    desk = bench.desk()
    article, other = desk.article(1), desk.article(2)
    desk.store.index_some(other, desk.store.long_text(other))
    bench.store.connection.execute(
        "INSERT INTO sentence_progress VALUES (?, ?, 0, 1)", [2**62, article.text_sha256]
    )
    with pytest.raises(StoreError, match="damaged"):
        desk.store.index_some(article, desk.store.long_text(article))
    with pytest.raises(StoreError, match="damaged"):
        desk.store.candidates(desk.review_id, ["troops"], 3)


def test_a_damaged_count_of_sentences_ends_in_no_traceback(bench):
    desk = bench.desk()
    for article in desk.state.articles.values():
        while not desk.store.index_some(article, desk.store.long_text(article)):
            pass
    bench.store.connection.execute("UPDATE sentence_progress SET sentences = -1000")
    assert desk.store.candidates(desk.review_id, ["kabulov", "troops"], 3).sentences


def mutated(content: bytes, chance: random.Random) -> bytes:
    """A copy of a file with a few bytes changed, anywhere."""
    copy = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        copy[chance.randrange(len(copy))] = chance.randrange(256)
    return bytes(copy)


def survives(bench, copies: int, seed: int) -> None:
    """Every use of so many damaged copies is either done or refused with a sentence."""
    desk = bench.desk()
    for start in range(0, 60, 7):
        desk.claim(1, start, start + 6)
    desk.link(desk.state.claim_numbered(1), desk.claim(2, 0, 8))
    for article in desk.state.articles.values():
        desk.store.index_some(article, desk.texts[article.id])
    desk.store.save_session(desk.review_id, "ann", {"pane": 1})
    desk.store.close()
    bench.store.close()
    content = bench.path.read_bytes()
    print("seed", seed)  # noqa: T201 - shown when it fails
    chance = random.Random(seed)
    refused = []
    path = bench.path.with_name("damaged.db")
    for _ in range(copies):
        path.write_bytes(mutated(content, chance))
        try:
            with Store(path) as opened:
                check(opened)
                for review in opened.reviews():
                    state = opened.load(review.id, "ann")
                    opened.history(review.id)
                    opened.candidates(review.id, ["troops", "Kabulov"], 3)
                    opened.load_session(review.id, "ann")
                    for article in state.articles.values():
                        opened.text(article)
                        opened.raw(article)
                    opened.undo(review.id, "ann")
        except WorkbenchError as error:
            refused.append(str(error))
        path.with_name("damaged.db-journal").unlink(missing_ok=True)
    assert 0 < len(refused) < copies
    assert all(sentence.endswith(".") for sentence in refused)


def test_a_file_with_bytes_changed_anywhere_never_ends_in_a_traceback(bench):
    survives(bench, 120, seed=2025)


@pytest.mark.long
def test_ten_thousand_files_with_bytes_changed_never_end_in_a_traceback(bench):
    survives(bench, 10_000, random.randrange(1 << 32))


def test_every_cause_is_half_a_sentence_that_says_what_to_do(bench):
    for name, theirs, ours in driver._CAUSES:
        assert not ours.endswith(".")
        assert ours[0].islower()
        error = sqlite3.OperationalError(f"something {theirs}")
        assert driver.cause(error) == ours  # as SQLite words it
        error.sqlite_errorname = f"{name}_MORE"
        error.args = ("nothing",)
        assert driver.cause(error) == ours
    assert driver.cause(sqlite3.OperationalError("strange")) == "SQLite says “strange”"


def test_waiting_for_another_terminal_has_an_end(bench):
    assert 1 <= driver.BUSY_SECONDS <= 30
    with closing(connect(bench.path)) as connection:
        waits = connection.execute("PRAGMA busy_timeout").fetchone()[0]
    assert waits == driver.BUSY_SECONDS * 1_000
