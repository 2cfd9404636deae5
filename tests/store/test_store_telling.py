"""Long work of the store tells how far it is; ended there, it leaves everything as it was."""

from __future__ import annotations

import threading

import pytest
from store_material import dump

from workbench.store import Store, back_up, check, index
from workbench.store.driver import connect, heeding, sqlite3

LONG = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {}) SELECT max(i) FROM n"


class EnoughError(Exception):
    """Somebody wants it ended."""


def enough(*_: object) -> None:
    raise EnoughError


def indexed(bench):
    desk = bench.desk()
    for article in desk.state.articles_in_order():
        while not desk.store.index_some(article, desk.store.text(article)):
            pass
    return desk


def test_a_deletion_tells_how_much_of_the_texts_is_gone(bench):
    desk = indexed(bench)
    total = sum(article.characters for article in desk.state.articles.values())
    heard = []
    desk.store.delete_review(desk.review_id, tell=lambda *far: heard.append(far[:2]))
    assert heard[0] == (0, 0)
    assert [all_of for _, all_of in heard[1:]] == [total] * len(desk.state.articles)
    assert [done for done, _ in heard[1:]] == sorted(done for done, _ in heard[1:])
    assert desk.store.reviews() == []


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_deletion_that_is_ended_deletes_nothing(bench, at):
    desk = indexed(bench)
    before = dump(desk.store)
    heard = []

    def tell(*far):
        heard.append(far)
        if len(heard) == at:
            raise EnoughError

    with pytest.raises(EnoughError):
        desk.store.delete_review(desk.review_id, tell=tell)
    assert dump(desk.store) == before
    assert not desk.store.connection.in_transaction
    desk.store.delete_review(desk.review_id)
    assert desk.store.reviews() == []


def test_a_check_tells_of_every_article(bench):
    heard = []
    report = check(bench.store, None, lambda *far: heard.append(far))
    assert report.problems == []
    assert heard[0] == (0, 0, "the database file")
    count = report.articles
    assert [far for far in heard if far[1]] == [(n, count, "Bagram") for n in range(count)]


def test_a_check_that_is_ended_is_no_report(bench):
    with pytest.raises(EnoughError):
        check(bench.store, None, enough)


def test_a_backup_that_is_ended_leaves_nothing_behind(bench, tmp_path, monkeypatch):
    monkeypatch.setattr("workbench.store.driver._INSTRUCTIONS", 1)
    with pytest.raises(EnoughError):
        back_up(bench.store, tmp_path / "copy.db", enough)
    assert [path.name for path in tmp_path.iterdir()] == ["workbench.db"]
    back_up(bench.store, tmp_path / "copy.db")
    with Store(tmp_path / "copy.db") as copy:
        assert dump(copy) == dump(bench.store)


def test_a_backup_tells_how_many_bytes_are_copied(bench, tmp_path, monkeypatch):
    monkeypatch.setattr("workbench.store.driver._INSTRUCTIONS", 1)
    heard = []
    back_up(bench.store, tmp_path / "copy.db", lambda *far: heard.append(far))
    assert heard
    size = bench.path.stat().st_size
    assert all(0 <= done <= total == size for done, total, _ in heard)


def test_what_is_raised_while_a_statement_is_looked_after_ends_it():
    connection = connect(None)
    with pytest.raises(EnoughError), heeding(connection, enough):
        connection.execute(LONG.format(10**9)).fetchall()
    assert connection.execute(LONG.format(10**6)).fetchone()[0] == 10**6  # nobody looks any more


def test_a_statement_that_is_interrupted_was_interrupted_by_the_keyboard():
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    interrupt = threading.Timer(0.01, connection.interrupt)

    def look() -> None:
        if not interrupt.is_alive() and interrupt.ident is None:
            interrupt.start()

    with pytest.raises(KeyboardInterrupt), heeding(connection, look):
        connection.execute(LONG.format(10**10)).fetchall()
    connection.close()


def test_an_error_of_the_statement_itself_stays_one():
    connection = connect(None)
    with (
        pytest.raises(sqlite3.OperationalError, match="no such table"),
        heeding(connection, enough),
    ):
        connection.execute("SELECT * FROM nowhere")


def test_indexing_stops_where_it_is_asked_not_to_go_on(bench, monkeypatch):
    monkeypatch.setattr(index, "_CHUNK", 10)
    desk = bench.desk()
    article = desk.state.articles_in_order()[0]
    text = desk.store.text(article)
    assert not desk.store.index_some(article, text, lambda: False)
    assert desk.store.indexed(article) == 0
    answers = iter([True, False])
    assert not desk.store.index_some(article, text, lambda: next(answers))
    assert 0 < desk.store.indexed(article) < article.characters
    while not desk.store.index_some(article, text):
        pass
    assert desk.store.indexed(article) == article.characters
