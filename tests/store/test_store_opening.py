"""Opening: made whole or not at all, refused untouched, and set up for safety."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from store_material import REPOSITORY, TEXTS, Bench, add, dump, new_review

from workbench.errors import StoreError
from workbench.store import Store, check, opening
from workbench.store.driver import connect, sqlite3
from workbench.store.schema import APPLICATION_ID, VERSION

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def refuse(path: Path, sentence: str, **how) -> None:
    """Opening is refused with a sentence, and leaves the folder byte for byte as it was."""
    before = snapshot(path.parent)
    with pytest.raises(StoreError, match=sentence) as refused:
        Store(path, **how)
    assert snapshot(path.parent) == before
    assert str(refused.value).endswith(".")


def snapshot(folder: Path) -> dict[str, bytes | None]:
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def run(script: str, *arguments: str, **how) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        **how,
    )


# What is refused


def test_a_missing_file_is_not_made_by_looking_for_it(tmp_path):
    refuse(tmp_path / "typo.db", "There is no database at .*typo.db")


def test_a_folder_is_refused(tmp_path):
    refuse(tmp_path, "is a folder", create=True)


def test_a_missing_folder_is_named(tmp_path):
    refuse(tmp_path / "no" / "such.db", "folder .*no does not exist", create=True)


def test_an_empty_file_is_refused_and_stays_empty(tmp_path):
    (tmp_path / "empty.db").touch()
    refuse(tmp_path / "empty.db", "is empty", create=True)


@pytest.mark.parametrize(
    "words", [b"outlet,claim\r\n", b"SQLite format 4\0" + b"\0" * 2_000, b"\0" * 5_000]
)
def test_a_file_that_is_no_database_is_refused(tmp_path, words):
    (tmp_path / "claims.db").write_bytes(words)
    refuse(tmp_path / "claims.db", "not a database of the workbench", create=True)


def test_a_device_is_refused(tmp_path):
    with pytest.raises(StoreError, match="not a regular file"):
        Store(Path(os.devnull), create=True)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(StoreError, match="not a regular file"):
            Store(tmp_path / "pipe", create=True)


def test_a_database_of_another_program_is_refused(tmp_path):
    change(tmp_path / "other.db", "CREATE TABLE note (text)", "PRAGMA user_version = 1")
    refuse(tmp_path / "other.db", "another program", create=True)


def test_a_database_of_another_program_with_unfinished_business_is_left_to_it(tmp_path):
    # A journal or log that its own program would play back is not ours to touch.
    path = tmp_path / "other.db"
    script = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA journal_mode = ' + sys.argv[2])\n"
        "c.execute('PRAGMA cache_size = 1')\n"
        "c.execute('CREATE TABLE note (text)')\n"
        "c.execute('INSERT INTO note VALUES (zeroblob(30000))')\n"
        "c.execute('BEGIN')\n"
        "c.execute('INSERT INTO note SELECT zeroblob(300000)')\n"
        "os.kill(os.getpid(), 9)\n"
    )
    for mode, beside in (("WAL", "-wal"), ("DELETE", "-journal")):
        path.unlink(missing_ok=True)
        assert run(script, str(path), mode).returncode == -signal.SIGKILL
        assert path.with_name(path.name + beside).stat().st_size > 0
        refuse(path, "another program")
        for left in tmp_path.iterdir():
            left.unlink()


def test_a_newer_database_is_refused_untouched(bench):
    bench.store.close()
    change(bench.path, f"PRAGMA user_version = {VERSION + 1}")
    refuse(bench.path, f"newer workbench .schema {VERSION + 1}; this one knows {VERSION}")


@pytest.mark.parametrize(
    "foreign",
    [
        "CREATE TRIGGER helper AFTER INSERT ON claim BEGIN DELETE FROM link; END",
        "CREATE VIEW helper AS SELECT * FROM claim",
        "CREATE TABLE helper (x)",
        "CREATE UNIQUE INDEX helper ON claim (analyst)",
        "DROP TRIGGER event_stays",
        "DROP VIEW history",
        "DROP INDEX claim_place",
        "ALTER TABLE claim ADD COLUMN helper TEXT",
        "CREATE TABLE sqlitehelper (x)",
        "CREATE TRIGGER sentence_index_x AFTER INSERT ON claim BEGIN DELETE FROM link; END",
        "CREATE VIEW sentence_index_x AS SELECT 1",
        "CREATE TRIGGER x AFTER INSERT ON _sqlite_migrations BEGIN DELETE FROM link; END",
    ],
)
def test_tables_triggers_and_views_that_are_not_ours_are_refused(bench, foreign):
    bench.store.close()
    change(bench.path, foreign)
    refuse(bench.path, "tables, triggers or views that the workbench did not make")


@pytest.mark.parametrize("version", [0, -1])
def test_a_file_that_only_claims_to_be_an_older_one_of_ours_is_refused(bench, version):
    bench.store.close()
    change(
        bench.path,
        "CREATE TRIGGER helper AFTER INSERT ON claim BEGIN DELETE FROM link; END",
        f"PRAGMA user_version = {version}",
    )
    refuse(bench.path, "did not make")


def test_an_empty_database_with_our_mark_and_another_table_is_refused(tmp_path):
    change(
        tmp_path / "x.db",
        f"PRAGMA application_id = {APPLICATION_ID}",
        "CREATE TABLE helper (x)",
    )
    refuse(tmp_path / "x.db", "did not make")


def test_a_name_too_long_for_the_system_is_refused_with_a_sentence(tmp_path):
    for length in (240, 250, 300):
        refuse(tmp_path / ("n" * length), "could not be made|cannot be opened", create=True)
    Store(tmp_path / ("n" * 200), create=True).close()


@pytest.mark.skipif(AS_ROOT, reason="root may write everywhere")
def test_a_read_only_file_is_read_and_says_so_when_written(bench):
    desk = bench.desk()
    desk.store.close()
    bench.store.close()
    bench.path.chmod(0o444)
    again = bench.desk()
    with pytest.raises(StoreError, match="may not be written"):
        again.claim()


def test_a_refused_file_is_closed_again(tmp_path, bench):
    links = Path("/proc/self/fd")
    if not links.is_dir():
        pytest.skip("no list of open files here")
    bench.store.close()
    (tmp_path / "text.db").write_bytes(b"no database at all" * 99)
    change(tmp_path / "other.db", "CREATE TABLE note (text)")
    change(bench.path, "CREATE TABLE helper (x)")
    kept = []
    for name in ("text.db", "other.db", bench.path.name):
        with pytest.raises(StoreError) as refused:
            Store(tmp_path / name)
        kept.append(refused)  # a traceback would keep a forgotten connection alive
    still_open = [str(link.readlink()) for link in links.iterdir() if link.is_symlink()]
    assert [name for name in still_open if name.startswith(str(tmp_path))] == []


LOCK = """
import sys
from workbench.store.driver import connect
from pathlib import Path
connection = connect(Path(sys.argv[1]))
connection.execute("PRAGMA busy_timeout = 50")
try:
    connection.execute("BEGIN IMMEDIATE")
except Exception as error:
    print(error)
else:
    print("got it")
"""


def test_opening_a_second_time_does_not_drop_the_locks_of_the_first(bench):
    bench.store.connection.execute("BEGIN IMMEDIATE")
    Store(bench.path).close()
    assert run(LOCK, str(bench.path)).stdout == "database is locked\n"
    bench.store.connection.execute("ROLLBACK")
    assert run(LOCK, str(bench.path)).stdout == "got it\n"


# What is made


def test_a_new_database_is_empty_sound_and_ours(tmp_path):
    with Store(tmp_path / "new.db", create=True) as store:
        assert store.reviews() == []
        assert check(store).problems == []
        assert store.connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert store.connection.execute("PRAGMA user_version").fetchone()[0] == VERSION
    assert [path.name for path in tmp_path.iterdir()] == ["new.db"]


def test_an_existing_database_is_opened_not_made_again(bench):
    before = dump(bench.store)
    assert dump(Store(bench.path, create=True)) == before


@pytest.mark.parametrize(
    "name",
    [
        "what? mode=memory&x.db",
        "a#b.db",
        "100%.db",
        "%41.db",
        'it\'s “quoted” "twice".db',
        "two  spaces .db",
        "ünïcödé 中文.db",
        "file:x.db",
        "-rf.db",
        "new\nline.db",
        ";DROP TABLE x;.db",
    ],
)
def test_any_name_the_system_allows_names_the_file(tmp_path, name):
    path = tmp_path / "fol?der #1" / name
    path.parent.mkdir()
    bench = Bench(path)
    bench.desk().claim()
    assert sorted(p.name for p in path.parent.iterdir()) == [name]
    assert len(bench.desk().state.claims) == 1


def test_a_name_that_is_not_utf_8_names_the_file_too(tmp_path):
    path = tmp_path / os.fsdecode(b"latin-\xe9.db")
    try:
        path.touch()
    except OSError:
        pytest.skip("this file system has no such names")
    path.unlink()
    bench = Bench(path)
    bench.desk().claim()
    assert [os.fsencode(p.name) for p in tmp_path.iterdir()] == [b"latin-\xe9.db"]


def test_a_name_may_be_relative(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    bench = Bench(Path("here.db"))
    bench.desk().claim()
    assert (tmp_path / "here.db").is_file()


def test_foreign_keys_safe_writing_and_the_plain_journal_are_set(bench):
    def pragma(name):
        return bench.store.connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("foreign_keys") == 1
    assert pragma("synchronous") == 3
    assert pragma("journal_mode") == "delete"
    assert pragma("temp_store") == 2


def test_sqlite_utils_works_on_our_own_connection(bench):
    assert opening.wrap(bench.store.connection).conn is bench.store.connection


def test_acts_are_written_without_importing_sqlite_utils(bench, tmp_path):
    bench.desk().claim()
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from workbench.core.changes import create_review\n"
        "from workbench.store import Store\n"
        "with Store(Path(sys.argv[1])) as store:\n"
        "    event = store.commit(create_review('Another', 'ann'))\n"
        "print('sqlite_utils' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(bench.path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def test_a_database_that_another_tool_set_to_wal_is_set_back(bench):
    bench.desk().claim()
    bench.store.close()
    change(bench.path, "PRAGMA journal_mode = WAL")
    desk = bench.desk()
    assert desk.store.connection.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
    desk.claim(1, 7, 11)
    assert len(bench.desk().state.claims) == 2
    assert not bench.path.with_name(bench.path.name + "-wal").exists()


KILLED_WHILE_MAKING = """
import os, sys
from pathlib import Path
from workbench.store import driver, opening, Store

left = int(sys.argv[2])

def step(*_):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), 9)

genuine = opening.connect

def watched(*arguments, **named):
    connection = genuine(*arguments, **named)
    connection.set_trace_callback(step)
    return connection

opening.connect = watched
for name in ("link", "unlink", "fsync"):
    def wrapped(*arguments, genuine=getattr(os, name), **named):
        step()
        result = genuine(*arguments, **named)
        step()
        return result
    setattr(os, name, wrapped)
path = Path(sys.argv[1])
Store(path, create=True).close()
"""


def test_whoever_is_killed_while_making_a_database_leaves_none_or_a_whole_one(tmp_path):
    # Killed at every 8th step; a step is a statement, or a call that puts the file in place.
    outcomes = []
    for steps in range(0, 400, 8):
        path = tmp_path / f"{steps}.db"
        code = run(KILLED_WHILE_MAKING, str(path), str(steps)).returncode
        outcomes.append((code, path.exists()))
        if path.exists():
            with Store(path) as store:
                assert check(store).problems == []
        if code == 0:
            break
    killed = [exists for code, exists in outcomes if code == -signal.SIGKILL]
    assert outcomes[-1] == (0, True)
    assert killed[0] is False
    assert len(killed) == len(outcomes) - 1


def test_two_who_make_the_same_database_at_once_share_one(tmp_path):
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from workbench.core.changes import create_review\n"
        "from workbench.store import Store\n"
        "import sqlite_utils\n"
        "sys.stdin.readline()\n"
        "store = Store(Path(sys.argv[1]), create=True)\n"
        "store.commit(create_review('Review ' + sys.argv[2], sys.argv[2]))\n"
    )
    for attempt in range(5):
        path = tmp_path / f"{attempt}.db"
        both = [
            subprocess.Popen(
                [sys.executable, "-c", script, str(path), name],
                cwd=REPOSITORY,
                stdin=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for name in ("ann", "ben", "cleo")
        ]
        for process in both:
            process.stdin.write("\n")
            process.stdin.flush()
        for process in both:
            _, complaint = process.communicate(timeout=60)
            assert (process.returncode, complaint) == (0, "")
        with Store(path) as store:
            assert len(store.reviews()) == 3
            assert check(store).problems == []
    assert sorted(p.name for p in tmp_path.iterdir()) == [f"{n}.db" for n in range(5)]


def test_where_hard_links_are_not_known_the_file_is_put_in_place_all_the_same(
    tmp_path, monkeypatch
):
    def unknown(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", unknown)
    Bench(tmp_path / "x.db").desk().claim()
    assert [path.name for path in tmp_path.iterdir()] == ["x.db"]


def test_what_cannot_be_put_in_place_leaves_nothing(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "link", full)
    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(StoreError, match="could not be made: No space left on device"):
        Store(tmp_path / "x.db", create=True)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_migration_is_taken_back_whole(tmp_path, monkeypatch):
    def half(database):
        database.execute("CREATE TABLE analyst (name TEXT)")
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(opening, "migrate", half)
    with pytest.raises(StoreError, match="could not be made"):
        Store(tmp_path / "x.db", create=True)
    assert list(tmp_path.iterdir()) == []


def test_two_databases_open_at_once_do_not_mix(tmp_path):
    one, two = Bench(tmp_path / "1.db", TEXTS[:1]), Bench(tmp_path / "2.db", TEXTS[1:], "Kabul")
    one.desk().claim()
    add(two.store, two.review_id, "Another.")
    new_review(two.store, "Third", ())
    assert [r.title for r in one.store.reviews()] == ["Bagram"]
    assert len(two.store.reviews()) == 2
    with closing(connect(one.path)) as raw:
        assert raw.execute("SELECT count(*) FROM claim").fetchone()[0] == 1


def test_only_a_throw_away_database_does_not_wait_for_the_disk(tmp_path):
    def waits(store):
        return store.connection.execute("PRAGMA synchronous").fetchone()[0]

    with Store(tmp_path / "x.db", create=True, lasting=False) as store:
        assert waits(store) == 0
    with Store(tmp_path / "x.db") as store:  # as the screen opens it
        assert waits(store) == 3
