"""export, check, backup, paths."""

import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import zipfile

import pytest

from workbench import __version__
from workbench.export import TABLES, export
from workbench.handing_over import gathered, hand_over
from workbench.store import Store


@pytest.fixture
def state(marked, place):
    with Store(place / "workbench.db") as store:
        state = store.load(store.find_review(marked).id, "mk")
        yield state, store.history(state.review.id)


@pytest.mark.parametrize("kind", TABLES)
@pytest.mark.parametrize("file_format", ["csv", "jsonl"])
def test_standard_output_is_the_export_byte_for_byte(program, state, kind, file_format):
    review, events = state
    wanted = export(review, kind, events=events, file_format=file_format)
    for where in ([], ["-o", "-"]):
        done = program("export", "Afgh", "--as", kind, "--format", file_format, *where)
        assert done.stdout == wanted
        assert done.stderr == b""


def test_a_file_has_the_format_of_its_ending_unless_one_is_named(wb, state, place):
    review, events = state
    said = wb("export", "Afgh", "--as", "links", "-o", "links.csv")
    assert said.stdout == ""
    assert "Wrote the links of “Afghanistan, autumn 2025” to links.csv" in said.stderr
    assert (place / "links.csv").read_bytes() == export(review, "links")
    wb("export", "Afgh", "--as", "log", "-o", "log.JSONL")
    assert (place / "log.JSONL").read_bytes() == export(
        review, "log", events=events, file_format="jsonl"
    )
    wb("export", "Afgh", "--as", "claims", "-o", "claims.jsonl", "--format", "csv")
    assert (place / "claims.jsonl").read_bytes() == export(review, "claims")


@pytest.mark.parametrize("file_format", ["html", "md"])
def test_a_report_has_all_that_it_is_made_of(program, marked, place, file_format):
    with Store(place / "workbench.db") as store:
        state = store.load(store.find_review(marked).id, "mk")
        material = gathered(store, state)
        wanted = export(state, "report", file_format=file_format, material=material)
    told = program("export", "Afgh", "--as", "report", "--format", file_format)
    assert told.stdout == wanted
    named = program("export", "Afgh", "--as", "rep", "-o", f"report.{file_format}")
    assert b"Wrote the report of" in named.stderr
    assert (place / f"report.{file_format}").read_bytes() == wanted


def test_a_report_is_html_unless_something_else_is_said(program, marked):
    plain = program("export", marked, "--as", "report").stdout
    assert plain == program("export", marked, "--as", "report", "--format", "ht").stdout
    assert plain != program("export", marked, "--as", "report", "--format", "md").stdout


def test_who_exports_in_another_name_than_the_marks_are_in_is_told_whose_they_are(wb, marked):
    for kind, told in (("claims", True), ("report", True), ("log", False), ("articles", False)):
        said = wb("export", marked, "--as", kind, "-o", f"{kind}.csv" if kind != "report" else
                  "report.md", "--analyst", "jo").stderr  # fmt: skip
        assert ("those of jo, who has made no link and no finding" in said) == told
        assert ("mk has: --analyst mk." in said) == told
    assert "--analyst" not in wb("export", marked, "--as", "claims", "-o", "claims.csv").stderr


def test_a_format_that_a_kind_is_not_written_in_is_refused_with_those_it_is(wb, marked, place):
    for kind, more, said in (
        ("report", ["--format", "csv"], "There is no format “csv” for report: it is html or md."),
        ("claims", ["--format", "html"], "no format “html” for claims: it is csv or jsonl."),
        ("report", ["-o", "out.csv"], "There is no .csv file of report: let its name end in .html"),
        ("claims", ["-o", "out.MD"], "There is no .md file of claims: let its name end in .csv or"),
        ("report", ["--quotes"], "Quotes go beside the cells of a matrix"),
    ):
        assert said in wb("export", marked, "--as", kind, *more, code=2).stderr
    assert not list(place.glob("out.*"))


@pytest.mark.parametrize("kind", ["annotations", "claimreview", "bundle"])
def test_other_documents_are_the_same_on_standard_output_and_in_a_file(
    program, marked, place, kind
):
    with Store(place / "workbench.db") as store:
        state = store.load(store.find_review(marked).id, "mk")
        wanted = hand_over(store, state, kind)
    assert program("export", "Afgh", "--as", kind).stdout == wanted
    done = program("export", "Afgh", "--as", kind, "-o", "out")
    assert f"Wrote the {kind} of".encode() in done.stderr
    assert (place / "out").read_bytes() == wanted


def test_a_bundle_has_the_options_it_is_given(program, wb, marked, place):
    wb("edit", "Afgh", "claim", 1, "--note", "=1+1")
    page = "https://example.org/check"
    options = ["--raw", "--quotes", "--with-texts", "--url", page]
    program("export", "Afgh", "--as", "bundle", "-o", "all.zip", *options)
    with zipfile.ZipFile(place / "all.zip") as found:
        assert b'"=1+1"' in found.read("claims.csv")
        assert b"quotes of article 1" in found.read("matrix.csv")
        manifest = json.loads(found.read("manifest.json"))
        digests = [json.loads(line)["text_sha256"] for line in found.open("articles.jsonl")]
        for number, digest in enumerate(digests, 1):
            assert hashlib.sha256(found.read(f"texts/{number}.txt")).hexdigest() == digest
    assert manifest["options"] == {"raw": True, "quotes": True, "url": page, "with_texts": True}
    found = [one["event"] for one in json.loads(wb("history", "Afgh", "--json").stdout)]
    assert manifest["last_event"] == max(found)
    assert manifest["workbench"] == __version__


@pytest.mark.terminal
def test_a_bundle_is_not_poured_into_a_terminal(marked, program):
    primary, secondary = os.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "workbench", "export", marked, "--as", "bundle"],
        stdin=subprocess.DEVNULL,
        stdout=secondary,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(secondary)
    os.close(primary)
    assert done.returncode == 2
    assert done.stderr == b"A bundle is a file, not text; name it: -o review.zip\n"


def test_a_claimreview_says_where_the_findings_will_stand(wb, marked):
    wb("finding", "Afgh", 1, "--wording", "W", "--verdict", "unverified")
    page = "https://example.org/check"
    told = json.loads(wb("export", "Afgh", "--as", "claimreview", "--url", page).stdout)
    assert [one["url"] for one in told["@graph"]] == [f"{page}#point-1"]
    assert "url" not in json.loads(wb("export", "Afgh", "--as", "claimr").stdout)["@graph"][0]


def test_options_that_do_not_go_with_a_kind_are_refused_and_nothing_is_written(wb, marked, place):
    for kind, more, said in (
        ("claimreview", ["--url", "example.org"], "“example.org” is no address of a page"),
        ("claims", ["--url", "https://example.org"], "not in “claims”"),
        ("report", ["--with-texts"], "texts go into a bundle; “report” is exported as it is"),
        ("annotations", ["--quotes"], "Quotes go beside the cells of a matrix"),
    ):
        assert said in wb("export", marked, "--as", kind, *more, "-o", "out", code=2).stderr
    assert not (place / "out").exists()


def test_raw_leaves_the_formula_guard_off(wb, state, place):
    wb("edit", "Afgh", "claim", 1, "--note", "=1+1")
    assert '"\'=1+1"' in wb("export", "Afgh", "--as", "claims").stdout
    assert '"=1+1"' in wb("export", "Afgh", "--as", "claims", "--raw").stdout


def test_a_matrix_has_the_articles_words_beside_its_cells_when_asked(wb, state, marked, place):
    review, _ = state
    plain = wb("export", "Afgh", "--as", "matrix").stdout
    quoted = wb("export", "Afgh", "--as", "matrix", "--quotes").stdout
    assert '"quotes of article 1"' not in plain
    assert '"quotes of article 1"' in quoted
    wb("export", "Afgh", "--as", "matrix", "--quotes", "-o", "matrix.csv")
    assert (place / "matrix.csv").read_bytes() == export(review, "matrix", quotes=True)
    said = wb("export", marked, "--as", "claims", "--quotes", code=2).stderr
    assert "Quotes go beside the cells of a matrix" in said


def test_what_cannot_be_exported_is_refused(wb, marked, place):
    assert "it is claims, links" in wb("export", marked, "--as", "clams", code=2).stderr
    assert (
        "it is csv or jsonl"
        in wb("export", marked, "--as", "claims", "--format", "xls", code=2).stderr
    )
    assert "--as" in wb("export", marked, code=2).stderr
    assert "--format jsonl" in wb("export", marked, "--as", "claims", "--json", code=2).stderr
    assert "is a folder" in wb("export", marked, "--as", "claims", "-o", place, code=1).stderr
    assert "does not exist" in wb("export", marked, "--as", "claims", "-o", "no/x", code=1).stderr


def test_a_kind_may_be_begun(wb, marked):
    whole = wb("export", marked, "--as", "claims").stdout
    assert wb("export", marked, "--as", "Claims").stdout == whole
    assert wb("export", marked, "--as", "li").stdout == wb("export", marked, "--as", "links").stdout
    assert "it is claims, links" in wb("export", marked, "--as", "cl", code=2).stderr


# check


def test_check_says_what_was_verified_of_one_review_or_all(wb, answer, marked):
    wb("new", "Other")
    assert "5 articles" in wb("check", "Afgh").stdout
    everything = answer("check")
    assert everything["problems"] == []
    assert everything["claims"] == 4
    assert answer("check", "Other") == {"problems": [], "articles": 0, "claims": 0, "events": 1}
    assert "no review whose title" in wb("check", "Kabul", code=1).stderr


def test_check_names_problems_and_fails(wb, answer, marked, place):
    connection = sqlite3.connect(place / "workbench.db")
    trigger = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE name = 'article_text_stays'"
    ).fetchone()[0]
    connection.execute("DROP TRIGGER article_text_stays")
    connection.execute("UPDATE article_text SET text = replace(text, 'Moscow', 'Riyadh')")
    connection.execute(trigger)
    connection.commit()
    connection.close()
    done = wb("check", code=1)
    assert "the text is not the text that was brought in" in done.stdout
    assert "problems found:" in done.stdout
    assert "restore a backup" in done.stderr
    assert answer("check", code=1)["problems"]


# backup


def test_a_backup_is_the_whole_database_and_never_replaces_a_file(wb, answer, marked, place):
    made = answer("backup", "copy.db")
    assert made == {"backup": str(place / "copy.db"), "bytes": (place / "copy.db").stat().st_size}
    assert answer("show", marked, "--db", "copy.db") == answer("show", marked)
    assert "is there already" in wb("backup", "copy.db", code=1).stderr
    assert "does not exist" in wb("backup", "no/copy.db", code=1).stderr
    assert "is copied to second.db" in wb("backup", "second.db").stderr


# paths


def test_paths_names_the_places_and_makes_none(wb, answer, place, monkeypatch):
    monkeypatch.delenv("WORKBENCH_DB")
    monkeypatch.setenv("XDG_DATA_HOME", str(place / "data"))
    shown = wb("paths")
    assert [line.split() for line in shown.stdout.splitlines()] == [
        ["database", str(place / "data/workbench/workbench.db")],
        ["config", str(place / "config.toml")],
        ["data_folder", str(place / "data/workbench")],
    ]
    assert "not there yet" in shown.stderr
    assert answer("paths", "--db", "mine.db")["database"] == str(place / "mine.db")
    assert json.loads(wb("--json", "paths").stdout)["config"] == str(place / "config.toml")
    assert not (place / "data").exists()
    assert list(place.iterdir()) == []
