"""Zips of exports: what is compared with what, and what is said when it is not so."""

import io
import json
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from import_material import back, database, out, with_articles, work

from workbench.errors import ImportRefusedError
from workbench.export import Material, export
from workbench.imports import read_bytes

LISTS = ("manifest.json", "SHA256SUMS")


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """What the bundle of a small review holds."""
    with database() as store:
        ops = [("claim", "ann", at, 9, "", "") for at in (0, 4, 8)]
        state = work(store, [*ops, ("link", "ann", 0, 1, "", "")])
        made = export(state, "bundle", material=Material(text=lambda _: "", version="1", schema=1))
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        return {one: opened.read(one) for one in opened.namelist()}


def zipped(files: dict[str, bytes], folder: str = "") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(folder + name, data)
    return held.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(ImportRefusedError) as caught:
        read_bytes(data, "all.zip")
    return str(caught.value)


def said_of(data: bytes) -> tuple[int, list[str]]:
    said: list[str] = []
    return len(read_bytes(data, "all.zip", say=said.append)), said


def test_a_bundle_as_it_was_exported_comes_in_without_a_word(files):
    count, said = said_of(zipped(files))
    assert count
    assert said == []


def test_a_bundle_packed_again_in_a_folder_with_files_of_the_system_is_the_same(files):
    others = {"__MACOSX/claims.csv": b"x", ".DS_Store": b"x", "letter.txt": b"Dear editor"}
    assert said_of(zipped(files, "work/")) == said_of(zipped(files))
    assert said_of(zipped(others | files)) == said_of(zipped(files))


def test_every_file_of_a_bundle_that_was_changed_is_named_and_nothing_comes_in(files):
    for name in files.keys() - set(LISTS):
        said = refusal(zipped(files | {name: files[name] + b" "}))
        assert said.startswith(f"all.zip: {name} was changed or damaged")
        assert "Nothing was imported" in said


def test_a_change_is_found_whichever_of_the_two_lists_was_left_out(files):
    changed = files | {"claims.jsonl": b""}
    for kept in LISTS:
        rest = {name: data for name, data in changed.items() if name not in LISTS or name == kept}
        assert refusal(zipped(rest)).startswith("all.zip: ")


def test_a_list_that_was_changed_to_fit_is_found_by_the_other(files):
    listed = json.loads(files["manifest.json"])
    listed["analyst"] = "somebody else"
    rewritten = files | {"manifest.json": json.dumps(listed).encode()}
    assert "manifest.json was changed or damaged" in refusal(zipped(rewritten))


def test_a_file_that_was_taken_out_or_put_in_is_named(files):
    rest = {name: data for name, data in files.items() if name != "claims.jsonl"}
    assert "claims.jsonl was taken out" in refusal(zipped(rest))
    listed = json.loads(files["manifest.json"])
    listed["files"] = [one for one in listed["files"] if not one["name"].startswith("claims.")]
    rest = {name: data for name, data in files.items() if name not in LISTS}
    more = rest | {"manifest.json": json.dumps(listed).encode()}
    assert "claims.jsonl was put into the bundle" in refusal(zipped(more))


def test_a_zip_with_neither_list_comes_in_and_that_nothing_shows_its_state_is_said(files):
    rest = {name: data for name, data in files.items() if name not in LISTS}
    count, said = said_of(zipped(rest))
    assert count == said_of(zipped(files))[0]
    assert len(said) == 1
    assert "neither manifest.json nor SHA256SUMS" in said[0]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff",
        b'{"files": [{"name": 1}]}',
        b'{"files": [1]}',
        b"[" * 9999,
    ],
)
def test_a_list_that_no_export_writes_is_refused_by_its_name(files, name, data):
    only = {one: kept for one, kept in files.items() if one not in LISTS}
    assert name in refusal(zipped(only | {name: data}))


@pytest.mark.parametrize("name", ["claims.jsonl", "manifest.json"])
def test_what_is_in_a_zip_twice_is_refused(files, name):
    assert f"holds {name} twice" in refusal(zipped(files | {f"other/{name}": b""}))
    held = io.BytesIO(zipped(files))
    with zipfile.ZipFile(held, "a") as made, pytest.warns(UserWarning, match="Duplicate"):
        made.writestr(name, b"")
    assert f"holds {name} twice" in refusal(held.getvalue())


def test_a_zip_in_a_zip_is_not_opened():
    inner = zipped({"claims.csv": b"quote\r\nships\r\n"})
    assert "claims.csv" in refusal(zipped({"claims.csv": inner}))


def test_an_empty_zip_is_said_to_hold_no_table():
    assert "without claims.csv" in refusal(zipped({}))


@given(at=st.integers(min_value=0), byte=st.integers(0, 255))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_bundle_with_one_other_byte_is_refused_or_says_the_same(files, at, byte):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    data = bytearray(held.getvalue())
    data[at % len(data)] = byte
    try:
        found = read_bytes(bytes(data), "all.zip")
    except ImportRefusedError:
        return
    assert [one.values for one in found] == [one.values for one in read_bytes(held.getvalue(), "x")]


def test_a_bundle_from_the_store_comes_back_as_it_was():
    with database() as here, database() as there:
        ops = [("claim", "ann", at, 9, "", "") for at in (0, 4, 8)]
        state = work(here, [*ops, ("link", "ann", 0, 1, "", "")])
        made = export(state, "bundle", material=Material(text=lambda _: "", version="1", schema=1))
        plan, again = back(there, with_articles(there), {"all.zip": made})
        assert (plan.left_out, plan.differing) == ([], [])
        assert out(again) == out(state)
