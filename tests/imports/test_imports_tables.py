"""Tables as spreadsheets and programs write them, and the formula guard taken off again."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from import_material import OPS, WORDS, database, out, with_articles, work

from workbench.export import guard
from workbench.imports import read_bytes
from workbench.imports.guarded import bare, is_raw, plain
from workbench.imports.records import KNOWN_COLUMNS
from workbench.imports.tables import read_table


def claims(data: bytes | str, **how):
    return read_bytes(data.encode() if isinstance(data, str) else data, "c.csv", **how)


@given(cell=st.sampled_from(WORDS) | st.text())
def test_the_guard_is_taken_off_what_it_was_put_on_and_off_nothing_else(cell):
    assert bare(guard(cell)) == cell


@pytest.mark.parametrize("cell", ["'tis", "'", "'seven'", "plain", "-5", "=1", ""])
def test_a_cell_that_the_guard_did_not_write_stays_as_it_is(cell):
    assert bare(cell) == cell


def test_a_note_that_somebody_typed_with_a_hyphen_does_not_make_a_file_raw():
    data = "quote,note\r\n\"'=seven\",- a list\r\nwords,'=sum\r\n"
    assert [one.place.quote for one in claims(data)] == ["=seven", "words"]
    assert [one.values["note"] for one in claims(data)] == ["- a list", "=sum"]


def test_a_quote_that_begins_as_a_formula_shows_that_a_file_is_raw():
    data = "quote,note\r\n=seven,'=x\r\n"
    assert [one.values["note"] for one in claims(data)] == ["'=x"]


def test_the_place_counts_whether_an_apostrophe_is_the_guards_or_the_articles():
    guarded = "quote,start,end,note\r\n'=7,5,7,'=x\r\n"
    raw = "quote,start,end,note\r\n'=7,5,8,'=x\r\n"
    assert [(one.place.quote, one.values["note"]) for one in claims(guarded)] == [("=7", "=x")]
    assert [(one.place.quote, one.values["note"]) for one in claims(raw)] == [("'=7", "'=x")]


def test_whoever_knows_that_a_file_is_raw_says_so():
    data = "quote,note\r\nseven,'=x\r\n"
    assert [one.values["note"] for one in claims(data)] == ["=x"]
    assert [one.values["note"] for one in claims(data, raw=True)] == ["'=x"]


def test_empty_and_short_rows_are_what_a_spreadsheet_leaves_of_them():
    data = "quote,note,claimant\n\n,,\nseven\neight,odd,,,\n"
    assert [one.place.quote for one in claims(data)] == ["seven", "eight"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_marked_unicode_of_any_kind_is_read(codec):
    data = "quote;note\r\nسبع;“odd”\r\n".encode(codec)
    assert [(one.place.quote, one.values["note"]) for one in claims(data)] == [("سبع", "“odd”")]


def test_numbers_may_be_text_and_columns_may_be_written_large():
    data = 'QUOTE,Article,Claim,Claim ID\r\nseven,"3.0",17,\r\n'
    (one,) = claims(data)
    assert (one.number, one.place.article, one.id) == (17, 3, "")


def test_columns_that_are_missing_say_nothing_and_empty_ones_say_empty():
    (one,) = claims("quote,note\r\nseven,\r\n")
    assert one.values == {"note": ""}


def test_line_ends_in_cells_are_those_of_texts():
    (one,) = claims('quote,note\r\n"one\r\ntwo","a\rb"\r\n')
    assert (one.place.quote, one.values["note"]) == ("one\ntwo", "a\nb")


def test_columns_nobody_knows_are_passed_over():
    (one,) = claims("quote,colour,\r\nseven,blue,\r\n")
    assert one.values == {}


@given(rows=st.lists(st.lists(st.text(), min_size=3, max_size=3).filter(any), max_size=6))
def test_what_the_csv_module_writes_is_read_cell_by_cell(rows):
    held = io.StringIO(newline="")
    csv.writer(held, lineterminator="\r\n").writerows([["quote", "note", "tags"], *rows])
    table = read_table(held.getvalue(), "x", KNOWN_COLUMNS)
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    said = [[cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row] for row in filled]
    assert [list(row.cells.values()) for row in table.rows] == said


@given(ops=OPS)
@settings(max_examples=25)
def test_exports_are_told_apart_from_raw_ones_where_a_cell_shows_it(ops):
    with database() as store:
        state = work(store, ops)
        for kind in ("claims", "links"):
            for raw in (False, True):
                data = out(state, raw=raw, kinds=(kind,))[kind].decode("utf-8-sig")
                table = read_table(data, kind, KNOWN_COLUMNS)
                rows = [row.cells for row in table.rows]
                assert raw or not is_raw(rows)
                if is_raw(rows) == raw:
                    exact = out(state, raw=True, kinds=(kind,))[kind].decode("utf-8-sig")
                    whole = read_table(exact, kind, KNOWN_COLUMNS)
                    assert plain(rows, raw=False) == [row.cells for row in whole.rows]


def test_a_review_without_links_is_an_empty_file_and_brings_nothing():
    with database() as store:
        files = out(with_articles(store), "jsonl")
    assert [read_bytes(data, name) for name, data in files.items()] == [[], [], [], []]
