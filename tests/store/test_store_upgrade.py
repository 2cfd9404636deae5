"""Databases of older workbenches open without loss; what can be computed is computed anew."""

from __future__ import annotations

from contextlib import closing

import pytest
from store_material import TABLES, Desk, dump, replayed, stored

from workbench.core import changes
from workbench.core.evidence import Item
from workbench.core.terms import terms
from workbench.errors import StoreError
from workbench.store import Store, check, opening
from workbench.store.driver import connect, sqlite3
from workbench.store.opening import wrap
from workbench.store.schema import _HERE, APPLICATION_ID, OLDER, VERSION, digest

INDEX = {"sentence", "sentence_progress"}
SINCE_3 = {"finding", "evidence", "verdict_list"}


@pytest.fixture(params=sorted(OLDER))
def older(request, bench, tmp_path):
    """The same review in a file of an older schema, half of it indexed; and what is in it."""
    from sqlite_utils import Migrations

    desk = bench.desk()
    desk.link(desk.quoted(1, "special representative"), desk.quoted(2, "ambassador"), "conflicts")
    desk.do(changes.rename_review(desk.state.review, "Kabul", "ann"))
    desk.store.save_session(desk.review_id, "ann", {"panes": [1]})
    path = tmp_path / "older.db"
    migrations = Migrations("workbench")

    def migration(version):
        @migrations(name=str(version))
        def _schema(db):
            db.executescript((_HERE / f"schema_{version}.sql").read_text(encoding="utf-8"))

    for version in range(1, request.param + 1):
        migration(version)
    with closing(connect(path, create=True)) as connection:
        migrations.apply(wrap(connection))
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("ATTACH ? AS newer", [str(bench.path)])
        for table in TABLES:
            if table not in INDEX | SINCE_3:
                connection.execute(f"INSERT INTO main.{table} SELECT * FROM newer.{table}")
        if request.param == 1:
            sha256 = desk.article(1).text_sha256
            connection.execute("INSERT INTO sentence VALUES (1, ?, 0, 50)", [sha256])
            connection.execute("INSERT INTO sentence_index (rowid, words) VALUES (1, 'Moscow')")
            connection.execute("INSERT INTO sentence_progress VALUES (?, 50)", [sha256])
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {request.param}")
        assert digest(connection) == OLDER[request.param]
    kept = {table: rows for table, rows in dump(bench.store).items() if table not in INDEX}
    return path, kept, desk


def test_a_database_of_an_older_schema_opens_with_everything_in_it(older):
    path, kept, desk = older
    with Store(path) as store:
        now = dump(store)
        assert {table: rows for table, rows in now.items() if table not in INDEX} == kept
        assert [now[table] for table in sorted(INDEX)] == [[], []]
        assert store.connection.execute("PRAGMA user_version").fetchone()[0] == VERSION
        assert check(store).problems == []
        assert store.load_session(desk.review_id, "ann") == {"panes": [1]}
        assert store.history(desk.review_id) == desk.store.history(desk.review_id)
    with Store(path) as again:
        assert dump(again) == now


def test_in_an_older_database_one_concludes_and_undoes_to_its_first_act(older):
    path, kept, _ = older
    with Store(path) as store:
        desk = Desk(store, older[2].review_id, "ann")
        claim = desk.state.claim_numbered(1)
        finding = desk.conclude(claim, evidence=[Item("document", "page 3")])
        desk.do(changes.choose_verdicts(desk.state, ("true", "false")))
        desk.do(changes.edit_finding(desk.state, finding, verdict="true", rationale="It says so."))
        assert (finding.number, desk.state.evidence_numbered(1).finding_id) == (1, finding.id)
        assert desk.claim(3, 0, 4).number == 3
        assert replayed(store) == stored(store)
        acts = [desk.undo().target.act for _ in range(8)]
        assert acts[-4:] == ["review.rename", "link.make", "claim.make", "claim.make"]
        assert check(store).problems == []
        assert all(not dump(store)[table] for table in SINCE_3)
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            store.connection.execute("DELETE FROM event_row")
    assert len(kept["event_row"]) == 8


def test_its_index_is_made_anew_and_answers(older):
    path, _, desk = older
    with Store(path) as store:
        for article in desk.state.articles_in_order():
            assert not store.is_indexed(article)
            while not store.index_some(article, desk.texts[article.id]):
                pass
        offer = store.candidates(desk.review_id, terms("Moscow said so"), 5)
        assert offer.sentences
        assert offer.total > 3


def test_an_older_database_that_may_not_be_written_is_refused_with_what_to_do(older, monkeypatch):
    path, _, desk = older
    content = path.read_bytes()
    connect_as_ever = opening.connect

    def read_only(name, **how):  # the permissions of a file say nothing to root
        connection = connect_as_ever(name, **how)
        connection.execute("PRAGMA query_only = ON")
        return connection

    monkeypatch.setattr(opening, "connect", read_only)
    with pytest.raises(StoreError, match="Copy it into a folder of yours"):
        Store(path)
    assert path.read_bytes() == content
    monkeypatch.undo()
    copy = path.with_name("copy.db")
    copy.write_bytes(content)
    with Store(copy) as store:
        assert store.load(desk.review_id, "ann").claims


def test_an_older_database_with_a_foreign_trigger_is_refused(older):
    path, _, _ = older
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TRIGGER x AFTER INSERT ON claim BEGIN DELETE FROM link; END")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="did not make"):
        Store(path)
    assert path.read_bytes() == before


def test_an_upgrade_that_fails_half_way_leaves_the_older_database_as_it_was(older, monkeypatch):
    path, _, _ = older
    with closing(connect(path)) as connection:
        before = digest(connection), connection.execute("SELECT * FROM event_row").fetchall()

    genuine = opening.migrate

    def until_the_disk_is_full(database):
        genuine(database)
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(opening, "migrate", until_the_disk_is_full)
    with pytest.raises(StoreError, match="disk is full"):
        Store(path)
    monkeypatch.undo()
    with closing(connect(path)) as connection:
        after = digest(connection), connection.execute("SELECT * FROM event_row").fetchall()
    assert [tuple(row) for row in before[1]] == [tuple(row) for row in after[1]]
    assert before[0] == after[0]
    with Store(path) as store:
        assert check(store).problems == []
