"""The annotated sample through the command line: what it exports is the same everywhere."""

import pytest

from workbench.export import KINDS
from workbench.sample import make_annotated, make_plain
from workbench.store import Store

TITLE = "Afghanistan, annotated"


@pytest.fixture
def twice(place):
    """Two databases: the sample alone, and in another folder with another review behind it."""
    (place / "there").mkdir()
    paths = [place / "here.db", place / "there" / "w.db"]
    for path in paths:
        with Store(path, create=True, lasting=False) as store:
            make_annotated(store)
            if path.name == "w.db":
                make_plain(store, "jo", 1 << 20)
    return paths


@pytest.mark.parametrize("kind", KINDS)
def test_made_twice_it_exports_the_same_bytes(wb, twice, kind):
    one, other = (wb("--db", path, "export", TITLE, "--as", kind).stdout_bytes for path in twice)
    assert one == other
    assert len(one) > 300


def test_it_can_be_read_and_checked_like_any_review(wb, twice):
    here = twice[0]
    wb("--db", here, "check")
    assert "special representative" in wb("--db", here, "show", TITLE).stdout
    assert "not checkable" in wb("--db", here, "history", TITLE).stdout
