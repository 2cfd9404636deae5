"""A backup is the whole, or nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from store_material import Bench, dump

from workbench.errors import StoreError
from workbench.store import Store, back_up, backup, check


@pytest.fixture
def worked(bench):
    desk = bench.desk()
    desk.link(desk.claim(1, 0, 6), desk.claim(2, 0, 8), "conflicts")
    desk.undo()
    desk.store.save_session(desk.review_id, "ann", {"pane": 1})
    return bench


def test_a_backup_holds_everything(worked, tmp_path):
    copy = tmp_path / "copy of it? #1%.db"
    back_up(worked.store, copy)
    with Store(copy) as opened:
        assert dump(opened) == dump(worked.store)
        assert check(opened).problems == []
    desk = type(worked.desk())(Store(copy), worked.review_id, "ann")
    assert desk.redo().target.act == "link.make"
    assert worked.desk().state.links == {}


def test_a_backup_never_replaces_a_file(worked, tmp_path):
    kept = tmp_path / "kept.db"
    kept.write_bytes(b"precious")
    with pytest.raises(StoreError, match="there already"):
        back_up(worked.store, kept)
    with pytest.raises(StoreError, match="there already"):
        back_up(worked.store, worked.path)
    with pytest.raises(StoreError, match="there already"):
        back_up(worked.store, tmp_path)
    assert kept.read_bytes() == b"precious"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["kept.db", "workbench.db"]


def test_a_backup_never_replaces_a_file_that_appears_while_it_is_made(
    worked, tmp_path, monkeypatch
):
    copy = tmp_path / "copy.db"
    genuine = os.fsync

    def meanwhile(descriptor):
        copy.write_bytes(b"precious")
        genuine(descriptor)

    monkeypatch.setattr(backup.os, "fsync", meanwhile)
    with pytest.raises(StoreError, match="there already"):
        back_up(worked.store, copy)
    assert copy.read_bytes() == b"precious"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["copy.db", "workbench.db"]


def test_a_backup_to_a_folder_that_is_not_there_is_refused(worked, tmp_path):
    with pytest.raises(StoreError, match=r"folder .* does not exist"):
        back_up(worked.store, tmp_path / "no" / "copy.db")


@pytest.mark.parametrize("failing", ["fsync", "link"])
def test_a_backup_that_cannot_be_finished_leaves_nothing(worked, tmp_path, monkeypatch, failing):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup.os, failing, full)
    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(StoreError, match="could not be written: No space left on device"):
        back_up(worked.store, tmp_path / "copy.db")
    assert [p.name for p in tmp_path.iterdir()] == ["workbench.db"]


def test_a_backup_is_made_where_hard_links_are_not_known(worked, tmp_path, monkeypatch):
    def unknown(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(backup.os, "link", unknown)
    back_up(worked.store, tmp_path / "copy.db")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["copy.db", "workbench.db"]


def test_a_name_sqlite_cannot_write_leaves_nothing(worked, tmp_path):
    with pytest.raises(StoreError, match="could not be written"):
        back_up(worked.store, tmp_path / ("n" * 250))
    with pytest.raises(StoreError, match="could not be written"):
        back_up(worked.store, tmp_path / ("n" * 300))
    assert [p.name for p in tmp_path.iterdir()] == ["workbench.db"]


def test_a_backup_may_have_any_name_the_system_allows(worked, tmp_path):
    name = os.fsdecode(b"latin-\xe9.db")
    try:
        (tmp_path / name).touch()
    except OSError:
        pytest.skip("this file system has no such names")
    (tmp_path / name).unlink()
    back_up(worked.store, tmp_path / name)
    with Store(tmp_path / name) as opened:
        assert dump(opened) == dump(worked.store)


def test_a_backup_in_a_relative_place_is_put_there(worked, tmp_path, monkeypatch):
    (tmp_path / "file:x").mkdir()
    monkeypatch.chdir(tmp_path)
    back_up(worked.store, Path("file:x/copy.db"))
    back_up(worked.store, Path("copy.db"))
    assert (tmp_path / "file:x" / "copy.db").is_file()
    assert (tmp_path / "copy.db").is_file()


def test_a_backup_holds_no_trace_of_a_deleted_review(tmp_path):
    bench = Bench(tmp_path / "a.db", ("A most secret zirconium affair.",), "Secret")
    bench.store.delete_review(bench.review_id)
    back_up(bench.store, tmp_path / "b.db")
    assert b"zirconium" not in (tmp_path / "b.db").read_bytes()
