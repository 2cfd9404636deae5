"""The schema on paper, in the program and in a new file are one; the ready-made queries answer."""

from __future__ import annotations

import importlib.util
import re
from contextlib import closing
from datetime import UTC, datetime

import pytest
from store_material import REPOSITORY, TEXTS, Desk, new_review

from workbench.core import changes
from workbench.core.evidence import Item
from workbench.core.model import TABLES, to_row
from workbench.core.points import all_points
from workbench.store import Store
from workbench.store.driver import connect, sqlite3
from workbench.store.schema import DIGEST, VERSION, digest

QUERIES = REPOSITORY / "db" / "queries"


@pytest.fixture(scope="module")
def tool():
    """tools/schema.py, which is no module of the package."""
    found = importlib.util.spec_from_file_location(
        "schema_tool", REPOSITORY / "tools" / "schema.py"
    )
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_schema_sql_is_what_the_migrations_make(tool):
    written = (REPOSITORY / "db" / "schema.sql").read_text(encoding="utf-8")
    assert written == tool.schema_sql(), "run `make schema`"


def test_datasette_yaml_holds_the_queries(tool):
    written = (REPOSITORY / "db" / "datasette.yaml").read_text(encoding="utf-8")
    assert written == tool.datasette_yaml(), "run `make schema`"


def test_the_digest_is_that_of_a_new_database_and_of_schema_sql(bench):
    assert digest(bench.store.connection) == DIGEST
    with closing(connect(None)) as connection:
        connection.executescript((REPOSITORY / "db" / "schema.sql").read_text(encoding="utf-8"))
        assert digest(connection) == DIGEST


def test_the_digest_notices_every_object(bench):
    names = bench.store.connection.execute(
        "SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'view', 'index') "
        "AND sql IS NOT NULL AND tbl_name <> '_sqlite_migrations'"
    ).fetchall()
    assert len(names) > 20
    for kind, name in names:
        bench.store.connection.execute("BEGIN")
        bench.store.connection.execute(f"DROP {kind} {name}")
        assert digest(bench.store.connection) != DIGEST
        bench.store.connection.execute("ROLLBACK")
    assert digest(bench.store.connection) == DIGEST


def test_every_table_says_in_a_comment_what_it_is(bench):
    tables = bench.store.connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE "
        "'sqlite_%' AND name NOT LIKE 'sentence_index%' AND name <> '_sqlite_migrations'"
    ).fetchall()
    assert len(tables) >= 17
    for name, sql in tables:
        assert re.search(r"^ *-- \w", sql, re.MULTILINE), name


def test_every_table_is_strict_and_every_foreign_key_has_an_index(bench):
    connection = bench.store.connection
    tables = [
        row for row in connection.execute("PRAGMA table_list").fetchall() if row["type"] == "table"
    ]
    for table in tables:
        name = table["name"]
        if name.startswith(("sqlite_", "_sqlite_", "sentence_index")):
            continue
        assert table["strict"] == 1, name
        led_by = [
            [
                column["name"]
                for column in connection.execute(f"PRAGMA index_info('{index['name']}')").fetchall()
            ]
            for index in connection.execute(f"PRAGMA index_list('{name}')").fetchall()
        ]
        primary = sorted(
            (
                row
                for row in connection.execute(f"PRAGMA table_info('{name}')").fetchall()
                if row["pk"]
            ),
            key=lambda row: row["pk"],
        )
        led_by.append([row["name"] for row in primary])
        keys = {}
        for row in connection.execute(f"PRAGMA foreign_key_list('{name}')").fetchall():
            keys.setdefault(row["id"], []).append(row["from"])
            assert (row["on_delete"], row["on_update"]) == ("RESTRICT", "RESTRICT")
        for columns in keys.values():
            assert any(led[: len(columns)] == columns for led in led_by), (name, columns)


def test_the_columns_of_a_logged_table_are_the_fields_of_its_record(bench):
    for table, record in TABLES.items():
        columns = [
            row["name"]
            for row in bench.store.connection.execute(f"PRAGMA table_info({table})").fetchall()
        ]
        assert columns == list(record.__dataclass_fields__)


def test_a_row_is_read_back_as_the_record_that_was_written(bench):
    desk = bench.desk()
    claim = desk.claim()
    row = bench.store.connection.execute("SELECT * FROM claim").fetchone()
    assert dict(row) == to_row(claim)


def test_the_version_is_in_the_header_of_schema_sql():
    first = (REPOSITORY / "db" / "schema.sql").read_text(encoding="utf-8").splitlines()[0]
    assert f"version {VERSION}" in first


# Queries


@pytest.fixture
def answers(bench):
    """Two reviews with every kind of mark; a function that asks a query."""
    desk = bench.desk()
    for number, outlet in ((1, "TASS wire"), (2, "kayhan.ir"), (3, "Larkmoor")):
        desk.do(changes.edit_article(desk.state, desk.article(number), outlet=outlet))
    moscow = desk.quoted(1, "no troops will be sent")
    office = desk.quoted(1, "special representative")
    ambassador = desk.quoted(2, "ambassador")
    sending = desk.quoted(2, "not sending troops")
    bagram = desk.quoted(3, "Bagram was not mentioned")
    friday = desk.quoted(3, "on Friday")
    tuesday = desk.quoted(1, "on Tuesday")
    for claim, origin in ((moscow, "Kabulov to TASS"), (sending, " kabulov to tass")):
        desk.do(changes.edit_claim(desk.state, desk.state.claims[claim.id], origin=origin))
    desk.link(moscow, sending, "agrees", rationale="the same refusal")
    desk.link(office, ambassador, "conflicts", reason="role")
    event = desk.do(changes.not_same_event(desk.state, tuesday, friday))
    assert event.act == "link.make"
    desk.link(moscow, office, "unverified")
    finding = desk.conclude(
        office, "Kabulov is the ambassador.", evidence=[Item("document", "page 3", "his title")]
    )
    for values in (
        {"verdict": "supported", "confidence": "low", "rationale": "One page says so."},
        {"verdict": "mixed", "rationale": "Two offices, one man."},
    ):
        desk.do(changes.edit_finding(desk.state, desk.state.findings[finding.id], **values))
    kabul = new_review(bench.store, "Kabul", TEXTS[:1], analyst="ben")
    Desk(Store(bench.path), kabul, "ben").claim(1, 0, 6)
    assert bagram.number == 5

    def ask(name, **values):
        sql = (QUERIES / f"{name}.sql").read_text(encoding="utf-8")
        parameters = dict.fromkeys(re.findall(r":([a-z]+)", sql)) | values
        with closing(sqlite3.connect(f"file:{bench.path}?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(sql, parameters).fetchall()]

    ask.desk = desk
    return ask


def column(rows, *names):
    return [tuple(row[name] for name in names) for row in rows]


def test_conflicts_stand_side_by_side(answers):
    (row,) = answers("conflicts")
    assert (row["from_quote"], row["to_quote"]) == ("special representative", "ambassador")
    assert (row["reason"], row["from_outlet"], row["to_outlet"]) == (
        "role",
        "TASS wire",
        "kayhan.ir",
    )
    assert answers("conflicts", review="Kab") == []


def test_agreements_from_one_origin_are_listed(answers):
    (row,) = answers("one_origin", review="bag")
    assert (row["from_claim"], row["to_claim"], row["origin"]) == (1, 4, "Kabulov to TASS")


def test_claims_of_one_article_are_those_no_chain_leads_out_of(answers):
    rows = answers("one_article", review="Bagram")
    assert column(rows, "claim", "article") == [(7, 1), (6, 3), (5, 3)]
    points = all_points(answers.desk.state)
    alone = {
        c.number for p in points if len({c.article_id for c in p.claims}) == 1 for c in p.claims
    }
    assert {row["claim"] for row in rows} == alone
    assert column(answers("one_article", review="Kabul"), "claim", "quote") == [(1, "Moscow")]


def test_claims_without_a_link_are_listed(answers):
    assert column(answers("unlinked"), "review", "claim") == [("Bagram", 5), ("Kabul", 1)]


def test_articles_come_with_their_counts(answers):
    rows = answers("articles", review="Bagram")
    assert column(rows, "article", "outlet", "claims", "links", "conflicts") == [
        (1, "TASS wire", 3, 4, 1),
        (2, "kayhan.ir", 2, 2, 1),
        (3, "Larkmoor", 2, 1, 0),
    ]
    assert len(answers("articles")) == 4


def test_pairs_that_are_not_the_same_event_are_listed(answers):
    (row,) = answers("not_the_same_event")
    assert {row["from_quote"], row["to_quote"]} == {"on Tuesday", "on Friday"}


def test_what_was_changed_on_a_day_is_told_with_who_did_it(answers):
    days = {event.at[:10] for event in answers.desk.store.history(answers.desk.review_id)}
    rows = [row for day in sorted(days) for row in answers("changed", review="Bagram", day=day)]
    acts = [row["act"] for row in rows]
    assert acts[:4] == ["review.create", "article.add", "article.add", "article.add"]
    assert acts.count("claim.make") == 7
    assert [row["event"] for row in rows] == sorted(row["event"] for row in rows)
    made = [row for row in rows if row["act"] == "claim.make"]
    assert {(row["happened"], row["table_name"]) for row in made} == {("made", "claim")}
    assert made[0]["what"] == "no troops will be sent"
    assert {
        row["review"] for day in days for row in answers("changed", analyst="ben", day=day)
    } == {"Kabul"}
    assert answers("changed", day="2024-02-29") == []


def test_without_a_day_today_is_meant(answers):
    today = datetime.now(UTC).date().isoformat()
    rows = answers("changed", day=today)
    assert answers("changed") == rows or datetime.now(UTC).date().isoformat() != today


def test_the_history_of_a_claim_tells_each_change_of_it_and_its_links(answers):
    desk = answers.desk
    desk.do(changes.mark_link(desk.state, desk.state.link_numbered(1), "conflicts", reason="scope"))
    desk.undo()
    desk.do(changes.delete_claim(desk.state, desk.state.claim_numbered(1)))
    rows = answers("claim_history", claim=1, review="Bagram")
    start = TEXTS[0].index("no troops will be sent")
    end = start + len("no troops will be sent")
    assert column(rows, "act", "field", "old", "new") == [
        ("claim.make", "end", None, end),
        ("claim.make", "quote", None, "no troops will be sent"),
        ("claim.make", "start", None, start),
        ("claim.edit", "origin", "", "Kabulov to TASS"),
        ("link.make", "link 1", None, "agrees"),
        ("link.make", "link 4", None, "unverified"),
        ("link.mark", "link 1", "agrees", "conflicts scope"),
        ("undo", "link 1", "conflicts scope", "agrees"),
        ("claim.delete", "end", end, None),
        ("claim.delete", "link 1", "agrees", None),
        ("claim.delete", "link 4", "unverified", None),
        ("claim.delete", "origin", "Kabulov to TASS", None),
        ("claim.delete", "quote", "no troops will be sent", None),
        ("claim.delete", "start", start, None),
    ]
    assert {row["analyst"] for row in rows} == {"ann"}
    assert answers("claim_history", claim=99) == []
    assert answers("claim_history") == []
    # The shell and Datasette hand numbers over as text.
    assert answers("claim_history", claim="1", review="Bagram") == rows


def test_findings_stand_with_their_claims_and_what_they_rest_on(answers):
    finding = answers.desk.state.finding_numbered(1)
    answers.desk.do(
        changes.add_evidence(answers.desk.state, finding, Item("reply", "", "Asked; no answer."))
    )
    (row,) = answers("findings", review="bag")
    assert (row["verdict"], row["confidence"], row["rationale"]) == (
        "mixed",
        "low",
        "Two offices, one man.",
    )
    assert row["evidence"] == "document: page 3: his title\nreply: Asked; no answer."
    assert (row["claim"], row["quote"], row["outlet"]) == (2, "special representative", "TASS wire")
    assert answers("findings", verdict="mixed") == [row]
    assert answers("findings", verdict="supported") == answers("findings", review="Kab") == []


def test_every_earlier_verdict_is_told_with_its_reasons(answers):
    desk = answers.desk
    finding = desk.state.finding_numbered(1)
    desk.do(changes.edit_finding(desk.state, finding, wording="Kabulov is an envoy."))
    desk.do(changes.delete_finding(desk.state, desk.state.findings[finding.id]))
    rows = answers("verdict_history", finding="1")
    assert column(rows, "act", "verdict", "confidence", "rationale") == [
        ("finding.make", "", "", ""),
        ("finding.judge", "supported", "low", "One page says so."),
        ("finding.judge", "mixed", "low", "Two offices, one man."),
        ("finding.delete", None, None, None),
    ]
    assert answers("verdict_history") == answers("verdict_history", review="Bag") == rows
    assert answers("verdict_history", finding=2) == []


def test_every_query_explains_itself_and_is_named_in_the_readme(tool):
    readme = (REPOSITORY / "db" / "README.md").read_text(encoding="utf-8")
    paths = sorted(QUERIES.glob("*.sql"))
    assert len(paths) == 10
    for path in paths:
        title, description, sql = tool.query(path)
        assert title
        assert description
        assert sql.startswith(("SELECT", "WITH"))
        assert f"| `{path.stem}` | {title[0].lower()}{title[1:]} |" in readme


def test_views_and_queries_are_read_without_writing(answers, bench):
    before = bench.path.read_bytes()
    for path in QUERIES.glob("*.sql"):
        answers(path.stem)
    for view in ("claims_with_articles", "linked_claims", "findings_with_claims", "history"):
        assert bench.store.connection.execute(f"SELECT count(*) FROM {view}").fetchone()[0] > 0
    assert bench.path.read_bytes() == before
