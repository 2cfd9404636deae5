"""The zip of all exports, opened again by others."""

import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from dataclasses import replace

import export_samples as samples
import pytest
from export_samples import article, claim, finding, hold, review
from hypothesis import given, settings
from hypothesis import strategies as st
from test_export_bytes import hostile_review

from workbench.core.events import Event
from workbench.core.model import to_row
from workbench.core.review import ReviewState
from workbench.errors import UsageError
from workbench.export import ENDINGS, KINDS, Material, check_texts, export, formats

ALONE = [
    (f"{kind}{ENDINGS[name][0]}", kind, name)
    for kind in KINDS
    if kind != "bundle"
    for name in formats(kind)
]


def opened(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        assert found.testzip() is None
        return {name: found.read(name) for name in found.namelist()}


def manifest(data: bytes) -> dict:
    return json.loads(opened(data)["manifest.json"])


def bundle(state, events=(), **options) -> bytes:
    raw, quotes = options.pop("raw", False), options.pop("quotes", False)
    material = Material(events=events, version="1.2.3", schema=7, **options)
    return export(state, "bundle", raw=raw, quotes=quotes, material=material)


@pytest.mark.parametrize("options", [{}, {"raw": True}, {"quotes": True}, {"raw": True, "quotes": True}])  # fmt: skip
def test_every_file_in_it_is_the_export_by_itself_byte_for_byte(worked, options):
    state, events = worked()
    files = opened(bundle(state, events, **options))
    assert list(files) == [name for name, _, _ in ALONE] + ["manifest.json", "SHA256SUMS"]
    for name, kind, file_format in ALONE:
        quotes = options.get("quotes", False) and kind == "matrix"
        alone = export(
            state,
            kind,
            events=events,
            file_format=file_format,
            raw=options.get("raw", False),
            quotes=quotes,
            material=Material(events=events),
        )
        assert files[name] == alone, name


def test_the_manifest_says_what_each_file_is_and_of_which_review_how_far_with_which_options(worked):
    state, events = worked()
    data = bundle(state, events, raw=True, url="https://example.org/x", with_texts=True)
    files, said = opened(data), manifest(data)
    assert list(said) == [
        "review", "review_id", "analyst", "last_event", "last_event_at", "workbench", "schema",
        "options", "files",
    ]  # fmt: skip
    assert (said["review"], said["review_id"]) == ("Kabul, autumn", state.review.id)
    assert (said["analyst"], said["workbench"], said["schema"]) == ("mk", "1.2.3", 7)
    assert (said["last_event"], said["last_event_at"]) == (events[-1].seq, events[-1].at)
    assert said["options"] == {
        "raw": True,
        "quotes": False,
        "url": "https://example.org/x",
        "with_texts": True,
    }
    assert said["files"] == [
        {"name": name, "bytes": len(held), "sha256": hashlib.sha256(held).hexdigest()}
        for name, held in files.items()
        if name not in ("manifest.json", "SHA256SUMS")
    ]


def test_the_address_reaches_the_claimreview_in_it(worked):
    state, events = worked()
    files = opened(bundle(state, events, url="https://example.org/x"))
    (found,) = json.loads(files["claimreview.jsonld"])["@graph"]
    assert found["url"] == "https://example.org/x#point-2"


def test_the_texts_go_in_only_when_asked_and_are_those_the_places_are_counted_on():
    state = hold(review(), article(2), article(1))
    texts = {"a1": "One: “é” \U0001f525", "a2": "Two."}
    assert not [name for name in opened(bundle(state, text=texts.get)) if "/" in name]
    files = opened(bundle(state, text=texts.get, with_texts=True))
    assert {name: held.decode() for name, held in files.items() if name.startswith("texts/")} == {
        "texts/1.txt": texts["a1"],
        "texts/2.txt": texts["a2"],
    }
    listed = [one["name"] for one in json.loads(files["manifest.json"])["files"]]
    assert listed[-2:] == ["texts/1.txt", "texts/2.txt"]


def test_texts_go_into_a_bundle_only():
    check_texts("bundle", with_texts=True)
    check_texts("claims", with_texts=False)
    with pytest.raises(UsageError, match="go into a bundle; “claims” is exported as it is"):
        check_texts("claims", with_texts=True)


def test_the_entries_depend_on_nothing_but_their_bytes(worked):
    with zipfile.ZipFile(io.BytesIO(bundle(*worked()))) as found:
        assert found.comment == b""
        for entry in found.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert entry.compress_type == zipfile.ZIP_STORED
            assert (entry.create_system, entry.external_attr >> 16) == (3, 0o100644)
            assert (entry.extra, entry.comment, entry.flag_bits) == (b"", b"", 0)
            assert entry.compress_size == entry.file_size


def test_two_loads_give_the_same_bundle_and_one_act_more_another(worked):
    assert bundle(*worked()) == bundle(*worked())
    state, events = worked()
    hold(state, claim(99, 9))
    assert bundle(state, events) != bundle(*worked())


def test_a_review_of_which_nothing_is_known_can_be_bundled():
    said = manifest(export(review(), "bundle"))
    assert (said["last_event"], said["last_event_at"]) == (0, "")
    assert [one["name"] for one in said["files"]] == [name for name, _, _ in ALONE]


def test_the_last_event_is_the_last_whatever_the_order():
    events = [Event(n, f"e{n}", "mk", f"at {n}", "x", "", "", ()) for n in (3, 9, 4)]
    assert manifest(bundle(review(), events))["last_event_at"] == "at 9"


def test_a_hostile_title_is_words_in_the_manifest_and_names_no_file():
    state = hold(review(title="../../etc/\x1b]0;x\x07\ud800"), article(1), finding(1, 1))
    data = bundle(state)
    assert manifest(data)["review"] == "../../etc/␛]0;x␇�"
    assert all(not name.startswith(("/", ".")) for name in opened(data))


def test_it_is_told_how_far_it_is_and_stops_when_that_raises(worked):
    state, events = worked()
    told = []
    export(
        state,
        "bundle",
        material=Material(events=events),
        tell=lambda *far: told.append(far),
    )
    done = [one for one, _, _ in told]
    assert done == sorted(done)
    assert {total for _, total, _ in told} == {len(ALONE) * 100}
    assert [what for _, _, what in dict.fromkeys((0, 0, what) for _, _, what in told)] == [
        name for name, _, _ in ALONE
    ]

    def stop(done, *_):
        if done >= 500:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(state, "bundle", material=Material(events=events), tell=stop)


@pytest.mark.skipif(not shutil.which("unzip"), reason="no unzip here: other programs not asked")
def test_unzip_and_sha256sum_find_nothing_wrong(worked, tmp_path):
    (tmp_path / "review.zip").write_bytes(bundle(*worked(), with_texts=True))
    for command in (["unzip", "-t", "review.zip"], ["unzip", "-q", "review.zip"]):
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    if shutil.which("sha256sum"):
        done = subprocess.run(
            ["sha256sum", "--strict", "-c", "SHA256SUMS"],
            cwd=tmp_path,
            check=True,
            capture_output=True,
            text=True,
        )
        assert done.stdout.count(": OK\n") == len(ALONE) + 3 + 1
        (tmp_path / "claims.csv").write_bytes(b"other")
        done = subprocess.run(
            ["sha256sum", "-c", "SHA256SUMS"], cwd=tmp_path, check=False, capture_output=True
        )
        assert done.returncode == 1


def test_the_largest_review_is_bundled_whole():
    state = samples.large(300, 400)
    files = opened(bundle(state))
    assert files["claims.jsonl"].count(b"\n") == 300
    assert len(json.loads(files["annotations.jsonld"])["first"]["items"]) > 700


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.text(), min_size=2, max_size=4),
    st.integers(0, 40),
    st.randoms(use_true_random=False),
)
def test_whatever_the_review_and_its_words_all_files_are_the_same_each_time(texts, links, chance):
    state = samples.large(20, links, seed=links)
    for one in hostile_review(*texts).articles.values():
        hold(state, replace(one, id=f"hostile {one.number}", number=one.number + 1000))
        words = {"quote": one.title, "note": one.title, "claimant": one.title, "tags": one.title}
        hold(
            state, replace(claim(one.number + 1000, 1, **words), article_id=f"hostile {one.number}")
        )
        found = {"wording": one.title, "verdict": one.title, "rationale": one.title}
        hold(state, finding(one.number + 1000, one.number + 1000, **found))
    again = ReviewState(state.review, state.analyst)
    for table in ("evidence", "finding", "link", "claim", "article"):
        records = [to_row(record) for record in state.records(table).values()]
        chance.shuffle(records)
        again.load(table, records)
    data = bundle(state)
    assert data == bundle(again)
    files = opened(data)
    for one in json.loads(files["manifest.json"])["files"]:
        assert len(files[one["name"]]) == one["bytes"]
        assert hashlib.sha256(files[one["name"]]).hexdigest() == one["sha256"]
