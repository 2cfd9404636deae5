"""What `check` finds."""

from __future__ import annotations

import json
import re
from contextlib import closing

import pytest
from store_material import TEXTS, behind_the_log, new_review

from workbench.core import changes
from workbench.core.evidence import Item
from workbench.errors import StoreError
from workbench.store import Store, check
from workbench.store.driver import sqlite3


@pytest.fixture
def worked(bench):
    """A review with marks, left closed."""
    desk = bench.desk()
    one, other = desk.claim(1, 0, 6), desk.claim(2, 0, 8)
    desk.link(one, other, "conflicts")
    desk.do(changes.edit_claim(desk.state, one, note="before"))
    desk.do(changes.dismiss(desk.state, other, one.article_id, 0, 6))
    desk.undo()
    desk.store.close()
    bench.store.close()
    return bench


def problems(bench) -> list[str]:
    with Store(bench.path) as store:
        return check(store).problems


def test_sound_work_has_no_problems_and_is_counted(worked):
    with Store(worked.path) as store:
        report = check(store)
    assert report.problems == []
    assert (report.articles, report.claims, report.events) == (3, 2, 10)


@pytest.mark.parametrize(
    ("behind", "sentence"),
    [
        (
            "UPDATE article_text SET text = replace(text, 'Friday', 'Sunday')",
            "article 3: the text is not the text that was brought in",
        ),
        (
            "UPDATE article_text SET text = replace(text, 'Moscow', 'Kazan!')",
            "claim 1: the quote is not the text at its place",
        ),
        ("UPDATE article_raw SET bytes = x'00'", "original bytes are not those"),
        ("UPDATE article_text SET text = text || char(27)", "the text is not canonical"),
        ("UPDATE article SET characters = characters + 1", "article 1: the text is not canonical"),
        (
            "UPDATE claim SET quote = 'Kabul!' WHERE number = 1",
            "claim 1: the quote is not the text at its place",
        ),
        (
            "UPDATE claim SET prefix = 'x' WHERE number = 2",
            "claim 2: the quote is not the text at its place",
        ),
        ("UPDATE claim SET note = 'after'", "is not what the log says it is"),
        ("UPDATE link SET relation = 'agrees'", "link .* is not what the log says it is"),
        ("UPDATE article SET outlet = 'TASS'", "article .* is not what the log says it is"),
        ("UPDATE review SET title = 'Kabul'", "review .* is not what the log says it is"),
        ("DELETE FROM link", "link .* is not what the log says it is"),
        (
            "UPDATE event_row SET after = replace(after, 'before', 'changed')",
            "claim .* is not what the log says",
        ),
        (
            "UPDATE event_row SET before = replace(before, 'Moscow', 'Kazan!')",
            "claim .* was not as the log says",
        ),
        (
            "DELETE FROM event_row WHERE event_seq = 5",
            "was not as the log says|not what the log says",
        ),
        ("UPDATE event_row SET after = '{' WHERE event_seq = 5", "could not be finished: .*log"),
        ("UPDATE event_row SET after = '[1]' WHERE event_seq = 5", "could not be finished: .*log"),
        ("UPDATE event_row SET after = '{}' WHERE event_seq = 5", "log says"),
        ("DELETE FROM article_text", "text of article 1 is missing"),
        ("DELETE FROM article_raw", "bytes of article 1 are missing"),
        ("DELETE FROM review", "refers to a row of review that is not there"),
    ],
)
def test_what_was_changed_behind_the_log_is_found(worked, behind, sentence):
    behind_the_log(worked.path, behind)
    found = problems(worked)
    assert any(re.search(sentence, problem) for problem in found), found


@pytest.mark.parametrize(
    ("behind", "table"),
    [
        ("UPDATE finding SET verdict = 'false'", "finding"),
        ("UPDATE finding SET rationale = 'Somebody says so.'", "finding"),
        ("UPDATE evidence SET locator = 'page 4'", "evidence"),
        ("DELETE FROM evidence", "evidence"),
        ("UPDATE verdict_list SET names = 'x'", "verdict_list"),
        ("DELETE FROM verdict_list", "verdict_list"),
    ],
)
def test_a_conclusion_that_was_changed_behind_the_log_is_found(bench, behind, table):
    desk = bench.desk()
    finding = desk.conclude(desk.claim(), evidence=[Item("document", "page 3")])
    desk.do(changes.choose_verdicts(desk.state, ("true", "false")))
    desk.do(changes.edit_finding(desk.state, finding, verdict="true", rationale="It says so."))
    desk.store.close()
    assert check(bench.store).problems == []
    bench.store.close()
    behind_the_log(bench.path, behind)
    found = problems(bench)
    assert any(re.search(f"{table} .* is not what the log says", one) for one in found), found


def test_a_row_that_refers_to_nothing_is_found(worked):
    behind_the_log(worked.path, "DELETE FROM claim WHERE number = 2")
    assert any("a row of link refers to a row of claim" in problem for problem in problems(worked))


def test_a_missing_text_or_original_is_a_sentence_when_it_is_read(worked):
    behind_the_log(worked.path, "DELETE FROM article_text", "DELETE FROM article_raw")
    with Store(worked.path) as store:
        article = store.load(worked.review_id, "ann").article_numbered(1)
        with pytest.raises(StoreError, match="text of article 1 is missing"):
            store.text(article)
        with pytest.raises(StoreError, match="original bytes of article 1 are missing"):
            store.raw(article)


@pytest.mark.parametrize("line", ["{", "[]", "null", "17"])
def test_a_line_of_the_log_that_cannot_be_read_is_a_sentence(worked, line):
    behind_the_log(worked.path, f"UPDATE event_row SET after = '{line}' WHERE event_seq = 8")
    with Store(worked.path) as store:
        with pytest.raises(StoreError, match="log is damaged"):
            store.history(worked.review_id)
        with pytest.raises(StoreError, match="log is damaged"):
            store.undo(worked.review_id, "ann")
        assert not store.connection.in_transaction


def test_a_log_from_elsewhere_cannot_make_undo_write_what_it_likes(worked):
    with closing(sqlite3.connect(worked.path)) as connection:
        rows = connection.execute(
            "SELECT event_seq, position, before FROM event_row WHERE before LIKE '%before%' OR "
            "(table_name = 'claim' AND before IS NOT NULL)"
        ).fetchall()
    assert rows
    for seq, position, before in rows:
        forged = json.dumps(json.loads(before) | {'number" = 1; --': "x"}).replace("'", "''")
        behind_the_log(
            worked.path,
            f"UPDATE event_row SET before = '{forged}' WHERE event_seq = {seq} AND position = {position}",
        )
    with Store(worked.path) as store:
        with pytest.raises(StoreError):
            store.undo(worked.review_id, "ann")
        assert not store.connection.in_transaction
        assert store.load(worked.review_id, "ann").claim_numbered(1).note == "before"


def test_one_review_can_be_checked_alone(worked):
    with Store(worked.path) as store:
        other = new_review(store, "Kabul", TEXTS[:1])
    behind_the_log(worked.path, "UPDATE claim SET note = 'after'")
    with Store(worked.path) as store:
        assert check(store, other).problems == []
        assert check(store, other).articles == 1
        assert check(store, worked.review_id).problems
        assert check(store).articles == 4


def test_no_more_than_twenty_sentences_of_one_review_are_said(bench):
    desk = bench.desk()
    for end in range(11, 36):
        desk.claim(1, 0, end) if TEXTS[0][end - 1] != " " else desk.claim(2, 0, end)
    assert len(desk.state.claims) == 25
    desk.store.close()
    bench.store.close()
    behind_the_log(bench.path, "UPDATE claim SET note = 'after'")
    assert len(problems(bench)) == 20


def test_a_damaged_index_of_sqlite_is_found(worked):
    behind_the_log(
        worked.path,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = "
        "'link_analyst') WHERE name = 'claim_analyst'",
    )
    with Store(worked.path) as store:
        assert any(problem.startswith("SQLite: ") for problem in check(store).problems)


def test_what_another_terminal_writes_during_a_check_is_no_problem(bench, monkeypatch):
    ann, ben = bench.desk("ann"), bench.desk("ben")
    ann.claim(1, 0, 6)
    genuine = Store.history
    writes = iter((7, 12, 15))

    def meanwhile(self, review_id, **how):
        start = next(writes, None)
        if start is not None:
            ben.claim(1, start, start + 4)
        return genuine(self, review_id, **how)

    monkeypatch.setattr(Store, "history", meanwhile)
    report = check(ann.store)
    assert report.problems == []
    assert report.claims == 4
