"""The annotated sample goes out whole and comes back whole."""

from __future__ import annotations

import pytest
from import_material import back, database, out

from workbench.bringing_in import bring_in
from workbench.core.changes import create_review
from workbench.export import export
from workbench.sample import corpus, make_annotated
from workbench.store import check

FORMATS = {"csv": "csv", "jsonl": "jsonl", "annotations": "jsonld", "bundle": "zip"}


@pytest.fixture(scope="module")
def sample():
    """The sample in a database."""
    with database() as store:
        yield make_annotated(store)


def fresh(store, sample):
    """A review of the same title and articles, without a mark."""
    review = store.commit(create_review(sample.review.title, sample.analyst)).rows[0].id
    state = store.load(review, sample.analyst)
    files = [str(path) for path in sorted(corpus().glob("*.txt"))]
    assert all(one.added for one in bring_in(store, state, files, limit=10**7))
    return state


@pytest.mark.parametrize("way", FORMATS)
def test_the_sample_comes_back_with_the_same_bytes_whichever_way_it_went(sample, way):
    kinds = ("claims", "links", "findings", "evidence") if way in ("csv", "jsonl") else (way,)
    files = out(sample, FORMATS[way], kinds=kinds)
    with database() as there:
        plan, state = back(there, fresh(there, sample), files)
        assert (plan.left_out, plan.differing, plan.renumbered) == ([], [], [])
        assert plan.made["claim"] == len(sample.claims) > 20
        for kind in ("claims", "links", "findings", "evidence", "matrix", "annotations"):
            assert export(state, kind) == export(sample, kind)
        assert check(there).problems == []
        again, _ = back(there, state, out(sample, "jsonl"))
        assert again.change is None
