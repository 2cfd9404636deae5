"""What the database itself refuses, whoever writes to it."""

from __future__ import annotations

from contextlib import closing

import pytest
from store_material import TEXTS, dump, new_review

from workbench.core import changes
from workbench.core.evidence import Item
from workbench.errors import StoreError
from workbench.store import Store
from workbench.store.driver import connect, sqlite3


@pytest.fixture
def work(bench):
    """A review with two claims, linked."""
    desk = bench.desk()
    desk.link(desk.claim(1, 0, 6), desk.claim(2, 0, 8))
    desk.do(changes.edit_claim(desk.state, desk.state.claim_numbered(1), note="first"))
    desk.conclude(desk.state.claim_numbered(1), evidence=[Item("document", "page 3")])
    desk.do(changes.choose_verdicts(desk.state, ("true", "false")))
    desk.store.save_session(desk.review_id, "ann", {"pane": 1})
    return desk


@pytest.fixture
def raw(work):
    """A connection with our pragmas and none of our care."""
    with closing(connect(work.store.path)) as connection:
        yield connection


def refused(connection, statement, *values):
    before = dump(connection)
    with pytest.raises(sqlite3.IntegrityError) as error:
        connection.execute(statement, values)
    assert dump(connection) == before
    return str(error.value)


def copy_of(connection, table, **values):
    """An INSERT of a row of a table with other values in some columns."""
    row = dict(connection.execute(f"SELECT * FROM {table}").fetchone()) | values
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    return f"INSERT INTO {table} ({names}) VALUES ({marks})", *row.values()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE article_text SET text = text || 'x'",
        "UPDATE article_text SET text = text",
        "UPDATE article_text SET sha256 = upper(sha256)",
        "UPDATE article_raw SET bytes = x'00'",
    ],
)
def test_the_text_of_an_article_never_changes(raw, change):
    assert "never change" in refused(raw, change)


@pytest.mark.parametrize("column", ["id", "review_id", "text_sha256", "raw_sha256", "characters"])
def test_an_article_keeps_its_text(raw, column):
    assert "keeps its text" in refused(raw, f"UPDATE article SET {column} = {column}")


def test_the_text_of_an_article_is_not_taken_from_under_it(raw):
    assert "FOREIGN KEY" in refused(raw, "DELETE FROM article_text")
    assert "FOREIGN KEY" in refused(raw, "DELETE FROM article_raw")


@pytest.mark.parametrize(
    "wrong",
    [
        {"quote": "Mosco!"},
        {"quote": "Moscow said"},
        {"start": 1, "end": 7},
        {"end": 7},
        {"prefix": "x"},
        {"suffix": ""},
        {"quote": "moscow"},
        {"article_id": "none"},
    ],
)
def test_a_claim_is_refused_whose_quote_is_not_the_text_at_its_place(raw, wrong):
    values = {"id": "new", "number": 99} | wrong
    assert "quote is not the text" in refused(raw, *copy_of(raw, "claim", **values))


@pytest.mark.parametrize("wrong", [{"start": 3, "end": 3}, {"start": -1}, {"start": 6, "end": 0}])
def test_a_claim_has_a_beginning_before_its_end(raw, wrong):
    refused(raw, *copy_of(raw, "claim", id="new", number=99, **wrong))


@pytest.mark.parametrize(
    "moved",
    ["start = start + 1", '"end" = "end" + 1', "quote = 'x'", "prefix = 'x'", "suffix = 'x'"],
)
def test_a_claim_is_not_moved_off_its_quote(raw, moved):
    assert "quote is not the text" in refused(raw, f"UPDATE claim SET {moved} WHERE number = 1")


def test_a_place_counts_code_points_beyond_the_basic_plane_as_one(tmp_path):
    with closing(connect(tmp_path / "x.db", create=True)) as connection:
        text = "😀é中 wörd 𝔘nd"
        for start in range(len(text)):
            found = connection.execute("SELECT substr(?, ?, 3)", [text, start + 1]).fetchone()[0]
            assert found == text[start : start + 3]
        assert connection.execute("SELECT length(?)", [text]).fetchone()[0] == len(text)


def test_editing_a_note_does_not_read_the_article_again(work):
    read = []

    def watch(action, name, *_):
        if action == sqlite3.SQLITE_READ and name == "article_text":
            read.append(name)
        return sqlite3.SQLITE_OK

    claim = work.state.claim_numbered(1)
    note = changes.edit_claim(work.state, claim, note="other")
    work.store.connection.set_authorizer(watch)
    work.do(note)
    assert read == []
    moved = changes.move_claim(work.state, work.state.claim_numbered(1), TEXTS[0], 0, 11)
    work.do(moved)
    assert read
    work.store.connection.set_authorizer(None)


@pytest.mark.parametrize("table", ["event", "event_row"])
@pytest.mark.parametrize("change", ["UPDATE {0} SET {1} = {1}", "DELETE FROM {0}"])
def test_the_log_is_append_only_while_its_review_exists(raw, table, change):
    column = {"event": "act", "event_row": "after"}[table]
    assert "append-only" in refused(raw, change.format(table, column))


def test_the_log_of_a_deleted_review_goes_with_it(work):
    work.store.delete_review(work.review_id)
    left = dump(work.store)
    assert {table for table, rows in left.items() if rows} == {"analyst"}


def test_an_event_belongs_to_a_review(raw):
    values = {"seq": 999, "id": "new", "review_id": "none"}
    assert "belongs to a review" in refused(raw, *copy_of(raw, "event", **values))


def test_an_event_row_says_what_was_or_what_is(raw):
    refused(raw, *copy_of(raw, "event_row", position=9, before=None, after=None))
    refused(raw, *copy_of(raw, "event_row", position=9, table_name="session"))


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("article", {"id": "x", "number": 9, "review_id": "none"}),
        ("article", {"id": "x", "number": 9, "analyst": "nobody"}),
        ("article", {"id": "x", "number": 9, "text_sha256": "0" * 64}),
        ("article", {"id": "x", "number": 9, "raw_sha256": "0" * 64}),
        ("link", {"id": "x", "number": 9, "from_claim_id": "none"}),
        ("link", {"id": "x", "number": 9, "to_claim_id": "none"}),
        ("finding", {"id": "x", "number": 9, "claim_id": "none"}),
        ("evidence", {"id": "x", "number": 9, "finding_id": "none"}),
        ("verdict_list", {"id": "none", "review_id": "none"}),
        ("session", {"review_id": "none"}),
        ("session", {"analyst": "nobody"}),
        ("counter", {"review_id": "none"}),
        ("event", {"seq": 999, "id": "x", "undoes": "none"}),
        ("event_row", {"event_seq": 999}),
    ],
)
def test_a_row_that_refers_to_nothing_is_refused(raw, table, values):
    assert "FOREIGN KEY" in refused(raw, *copy_of(raw, table, **values))


@pytest.mark.parametrize("table", ["analyst", "review", "article", "claim", "finding"])
def test_what_something_rests_on_is_not_taken_away(raw, table):
    assert "FOREIGN KEY" in refused(raw, f"DELETE FROM {table}")


@pytest.mark.parametrize(
    "date",
    [
        "yesterday",
        "2025-02-30",
        "2025-13-01",
        "07.10.2025",
        "2025-10-7",
        "now",
        "2460000.5",
        "2025",
    ],
)
def test_a_publication_date_is_a_day_of_the_calendar(work, date):
    before = dump(work.store)
    with pytest.raises(StoreError, match="YYYY-MM-DD"):
        work.do(changes.edit_article(work.state, work.article(3), published_on=date))
    assert dump(work.store) == before


@pytest.mark.parametrize("date", ["2024-02-29", "2025-10-08", ""])
def test_a_day_of_the_calendar_or_none_is_a_publication_date(work, date):
    edited = changes.edit_article(work.state, work.article(1), published_on=date)
    work.do(edited)
    assert work.look().article_numbered(1).published_on == date


def test_nul_is_refused_in_a_text(raw):
    assert "instr" in refused(raw, "INSERT INTO article_text VALUES (?, ?)", "0" * 64, "a\0b")


def test_a_hash_has_64_characters(raw):
    refused(raw, "INSERT INTO article_text VALUES ('abc', 'x')")


def test_a_link_to_itself_is_refused(raw):
    claim = raw.execute("SELECT id FROM claim").fetchone()[0]
    values = {"id": "x", "number": 9, "from_claim_id": claim, "to_claim_id": claim}
    assert "to_claim_id <> from_claim_id" in refused(raw, *copy_of(raw, "link", **values))


@pytest.mark.parametrize("turned", [False, True])
def test_an_analyst_has_one_link_for_a_pair_whichever_way_it_points(raw, turned):
    ends = raw.execute("SELECT from_claim_id, to_claim_id FROM link").fetchone()
    ends = tuple(ends)[::-1] if turned else tuple(ends)
    values = {"id": "x", "number": 9, "from_claim_id": ends[0], "to_claim_id": ends[1]}
    assert "UNIQUE" in refused(raw, *copy_of(raw, "link", **values))


def test_two_analysts_each_have_a_link_of_the_same_pair(work):
    ben = type(work)(Store(work.store.path), work.review_id, "ben")
    ben.link(ben.state.claim_numbered(1), ben.state.claim_numbered(2), "conflicts")
    assert len(work.look().links) == 2


def test_a_relation_is_one_of_three(raw):
    refused(raw, "UPDATE link SET relation = 'refutes'")


@pytest.mark.parametrize("verdict", ["true", "Mixed", "ünverified"])
def test_a_verdict_without_a_rationale_is_refused(raw, verdict):
    assert "rationale" in refused(raw, "UPDATE finding SET verdict = ?", verdict)


@pytest.mark.parametrize("verdict", ["", "unverified", "Unverified"])
def test_an_unverified_finding_or_one_without_a_verdict_needs_no_rationale(raw, verdict):
    raw.execute("UPDATE finding SET verdict = ?", [verdict])
    assert raw.execute("SELECT verdict FROM finding").fetchone()[0] == verdict


@pytest.mark.parametrize(
    "wrong",
    [
        "UPDATE finding SET wording = ' '",
        "UPDATE finding SET confidence = 'certain'",
        "UPDATE evidence SET kind = 'rumour'",
        "UPDATE evidence SET locator = ''",
        "UPDATE verdict_list SET names = ''",
        "UPDATE verdict_list SET id = 'another'",
    ],
)
def test_a_conclusion_holds_what_it_must(raw, wrong):
    assert "CHECK" in refused(raw, wrong)


def test_two_analysts_and_even_one_may_have_several_findings_on_a_claim(raw):
    for number, analyst in ((2, "ben"), (3, "ann")):
        raw.execute("INSERT OR IGNORE INTO analyst VALUES (?, 'then')", [analyst])
        values = {"id": f"f{number}", "number": number, "analyst": analyst}
        statement, *row = copy_of(raw, "finding", **values)
        raw.execute(statement, row)
    assert raw.execute("SELECT count(*) FROM finding").fetchone()[0] == 3


@pytest.mark.parametrize("table", ["article", "claim", "link", "finding", "evidence"])
def test_a_number_names_one_thing_in_a_review(raw, table):
    row = dict(raw.execute(f"SELECT * FROM {table}").fetchone())
    extra = (
        {"from_claim_id": row["to_claim_id"], "to_claim_id": row["from_claim_id"], "analyst": "ann"}
        if table == "link"
        else {}
    )
    message = refused(raw, *copy_of(raw, table, id="x", **extra))
    assert "UNIQUE" in message
    refused(raw, *copy_of(raw, table, id="y", number=0))


def test_a_title_names_one_review_whatever_its_case(bench):
    before = dump(bench.store)
    with pytest.raises(StoreError, match="review of that title already; choose another"):
        bench.store.commit(changes.create_review("BAGRAM", "ann"))
    assert dump(bench.store) == before
    new_review(bench.store, "Bagram 2", ())


def test_values_of_another_kind_are_refused(raw):
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT value in INTEGER column"):
        raw.execute("UPDATE claim SET number = 'seventeen'")


def test_the_session_comes_back_as_it_was_saved(work):
    state = {"panes": [1, 2], "cursor": 17, "draft": "half a note …\n“quoted”"}
    work.store.save_session(work.review_id, "ann", {"pane": 1})
    work.store.save_session(work.review_id, "ann", state)
    assert work.store.load_session(work.review_id, "ann") == state
    assert work.store.load_session(work.review_id, "ben") == {}
    events = work.store.history(work.review_id)
    assert not any(row.table == "session" for event in events for row in event.rows)


@pytest.mark.parametrize("broken", ["{", "[1]", "null", '"x"', ""])
def test_a_session_that_cannot_be_read_is_an_empty_one(work, broken):
    work.store.connection.execute("UPDATE session SET state = ?", [broken])
    assert work.store.load_session(work.review_id, "ann") == {}


def test_reviews_are_listed_with_their_counts_the_one_worked_on_last_first(work):
    other = new_review(work.store, "Kabul", TEXTS[:1])
    first, second = work.store.reviews()
    assert (first.id, first.title, first.articles, first.claims) == (other, "Kabul", 1, 0)
    assert (second.claims, second.links, second.conflicts) == (2, 1, 0)
    assert (first.findings, second.findings) == (0, 1)
    link = work.state.link_numbered(1)
    work.do(changes.mark_link(work.state, link, "conflicts"))
    first, second = work.store.reviews()
    assert (first.title, first.conflicts) == ("Bagram", 1)
    assert first.last_worked_on == work.store.history(work.review_id, newest=1)[0].at


def test_a_review_is_found_by_its_title_or_an_unambiguous_start_of_it(bench):
    from workbench.errors import NotFoundError

    new_review(bench.store, "Bagram air base", ())
    new_review(bench.store, "Kabul", ())
    assert bench.store.find_review("bagram").title == "Bagram"
    assert bench.store.find_review("  BAGRAM  a").title == "Bagram air base"
    assert bench.store.find_review("k").title == "Kabul"
    with pytest.raises(NotFoundError, match="“Bagram”, “Bagram air base”"):
        bench.store.find_review("Ba")
    with pytest.raises(NotFoundError, match="no review whose title begins with “x”"):
        bench.store.find_review("x")
    with pytest.raises(NotFoundError):
        bench.store.find_review(" ")
