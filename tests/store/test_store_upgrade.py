"""Databases of older workbenches open without loss; what can be computed is computed anew."""

from __future__ import annotations

from contextlib import closing

import pytest
from store_material import TABLES, dump

from workbench.core.terms import terms
from workbench.errors import StoreError
from workbench.store import Store, check
from workbench.store.driver import connect, sqlite3
from workbench.store.opening import wrap
from workbench.store.schema import _HERE, APPLICATION_ID, OLDER, VERSION, digest

INDEX = {"sentence", "sentence_progress"}


@pytest.fixture
def older(bench, tmp_path):
    """The same review in a file of the first schema, half of it indexed; and what is in it."""
    from sqlite_utils import Migrations

    desk = bench.desk()
    desk.link(desk.quoted(1, "special representative"), desk.quoted(2, "ambassador"), "conflicts")
    desk.store.save_session(desk.review_id, "ann", {"panes": [1]})
    path = tmp_path / "older.db"
    migrations = Migrations("workbench")

    @migrations(name="1")
    def _foundation(db):
        db.executescript((_HERE / "schema_1.sql").read_text(encoding="utf-8"))

    with closing(connect(path, create=True)) as connection:
        migrations.apply(wrap(connection))
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("ATTACH ? AS newer", [str(bench.path)])
        for table in TABLES:
            if table not in INDEX:
                connection.execute(f"INSERT INTO main.{table} SELECT * FROM newer.{table}")
        sha256 = desk.article(1).text_sha256
        connection.execute("INSERT INTO sentence VALUES (1, ?, 0, 50)", [sha256])
        connection.execute("INSERT INTO sentence_index (rowid, words) VALUES (1, 'Moscow said')")
        connection.execute("INSERT INTO sentence_progress VALUES (?, 50)", [sha256])
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        assert digest(connection) == OLDER[1]
    kept = {table: rows for table, rows in dump(bench.store).items() if table not in INDEX}
    return path, kept, desk


def test_a_database_of_the_first_schema_opens_with_everything_in_it(older):
    path, kept, desk = older
    with Store(path) as store:
        now = dump(store)
        assert {table: rows for table, rows in now.items() if table not in INDEX} == kept
        assert [now[table] for table in sorted(INDEX)] == [[], []]
        assert store.connection.execute("PRAGMA user_version").fetchone()[0] == VERSION
        assert check(store).problems == []
        assert store.load_session(desk.review_id, "ann") == {"panes": [1]}


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


def test_an_older_database_with_a_foreign_trigger_is_refused(older):
    path, _, _ = older
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TRIGGER x AFTER INSERT ON claim BEGIN DELETE FROM link; END")
        connection.commit()
    with pytest.raises(StoreError, match="did not make"):
        Store(path)
