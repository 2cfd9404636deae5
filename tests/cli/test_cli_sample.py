"""The annotated sample through the command line: what it exports is the same everywhere."""

import os
import subprocess
import sys

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


MAKE = """
import sys
from pathlib import Path
from workbench.export import export
from workbench.sample import make_annotated
from workbench.store import Store
with Store(Path(sys.argv[1]), create=True, lasting=False) as store:
    state = make_annotated(store)
    log = store.history(state.review.id)
sys.stdout.buffer.write(export(state, "log", events=log) + export(state, "matrix"))
"""


def test_neither_time_zone_nor_language_nor_chance_change_it(place):
    machines = (
        {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
        {"TZ": "America/Lima", "PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8"},
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", MAKE, place / f"{machine['PYTHONHASHSEED']}.db"],
            env=os.environ | machine,
            capture_output=True,
            check=True,
        ).stdout
        for machine in machines
    ]
    assert made[0] == made[1]
    assert b"2025-10-09T08:30:00.000Z" in made[0]
