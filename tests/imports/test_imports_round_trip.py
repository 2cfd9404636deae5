"""Out and back in: a fresh database with the same articles gives the same bytes."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from import_material import KINDS, OPS, back, database, out, plan_of, with_articles, work

from workbench.store import check

FEW = settings(max_examples=25)
LOGGED = ("claim", "link", "finding", "evidence")


@pytest.mark.parametrize(("file_format", "raw"), [("csv", False), ("csv", True), ("jsonl", False)])
@given(ops=OPS)
@FEW
def test_what_was_exported_and_imported_is_exported_with_the_same_bytes(file_format, raw, ops):
    with database() as here, database() as there:
        before = out(work(here, ops), file_format, raw=raw)
        plan, state = back(there, with_articles(there), before, raw=raw)
        assert (plan.left_out, plan.differing, plan.renumbered) == ([], [], [])
        assert out(state, file_format, raw=raw) == before
        assert check(there).problems == []


@given(ops=OPS)
@FEW
def test_importing_twice_changes_nothing_and_undo_takes_all_of_it_back(ops):
    with database() as here, database() as there:
        before = out(work(here, ops))
        plan, state = back(there, with_articles(there), before)
        again = plan_of(there, state, before)
        assert again.change is None
        assert again.there == plan.made
        assert (again.left_out, again.differing) == ([], [])
        if plan.change is not None:
            there.undo(state.review.id, "ann")
            empty = there.load(state.review.id, "ann")
            assert not any(empty.records(table) for table in LOGGED)
            there.redo(state.review.id, "ann")
            assert out(there.load(state.review.id, "ann")) == before
            assert check(there).problems == []


@given(ops=OPS)
@FEW
def test_a_review_imported_into_itself_has_nothing_to_do(ops):
    with database() as here:
        state = work(here, ops)
        plan = plan_of(here, state, out(state))
        assert plan.change is None
        assert (plan.left_out, plan.differing) == ([], [])


@given(ops=OPS, chance=st.randoms(use_true_random=False), separator=st.sampled_from(",;\t"))
@FEW
def test_a_file_that_a_spreadsheet_saved_comes_back_the_same(ops, chance, separator):
    with database() as here, database() as there:
        before = out(work(here, ops))
        saved = {kind: resaved(data, chance, separator) for kind, data in before.items()}
        plan, state = back(there, with_articles(there), saved)
        assert (plan.left_out, plan.differing) == ([], [])
        assert out(state) == before


def resaved(data: bytes, chance, separator: str) -> bytes:
    """Other order of columns and rows, line ends as Unix has them, no mark, few quotation marks."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    order = list(range(len(rows[0])))
    chance.shuffle(order)
    body = rows[1:]
    chance.shuffle(body)
    saved = io.StringIO(newline="")
    writer = csv.writer(saved, delimiter=separator, lineterminator="\n")
    writer.writerows([row[column] for column in order] for row in [rows[0], *body])
    return saved.getvalue().encode()


@given(ops=OPS)
@FEW
def test_claims_and_links_come_one_file_after_the_other(ops):
    with database() as here, database() as there:
        before = out(work(here, ops))
        state = with_articles(there)
        for kind in KINDS:
            plan, state = back(there, state, {kind: before[kind]})
            assert (plan.left_out, plan.differing, plan.renumbered) == ([], [], [])
        assert out(state) == before


@given(ops=OPS)
@FEW
def test_what_a_zip_of_exports_holds_comes_back(ops):
    with database() as here, database() as there:
        before = out(work(here, ops), "jsonl")
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as bundle:
            for kind, data in before.items():
                bundle.writestr(f"Ships/{kind}.jsonl", data)
            bundle.writestr("Ships/claims.csv", b"the exact one goes before this")
        plan, state = back(there, with_articles(there), {"ships.zip": held.getvalue()})
        assert (plan.left_out, plan.differing) == ([], [])
        assert out(state, "jsonl") == before
