"""import: claims, links, findings and annotations back from files."""

import json
import zipfile

import pytest

KINDS = ("claims", "links", "findings", "evidence")
OTHER = "Afghanistan again"


@pytest.fixture
def judged(wb, marked):
    """The marked review with a finding that rests on two things."""
    wb("finding", marked, 3, "--wording", "No troops.", "--verdict", "supported", "--rationale",
       "=both say so", "--evidence", "document: page 3: his title", "--evidence", "reply: asked")  # fmt: skip
    return marked


@pytest.fixture
def files(wb, judged, place):
    """Its exports, as the names of files."""
    for kind in KINDS:
        wb("export", judged, "--as", kind, "-o", f"{kind}.csv")
    return [f"{kind}.csv" for kind in KINDS]


@pytest.fixture
def fresh(wb, corpus):
    """A review of the same articles, without a mark."""
    wb("new", OTHER, *corpus)
    return OTHER


def test_the_real_program_exports_imports_and_exports_the_same_bytes(
    program, corpus, judged, files, place
):
    before = {name: (place / name).read_bytes() for name in files}
    there = ("--db", "there.db")
    program("new", judged, *corpus, *there)
    done = program("import", "Afgh", *files, *there)
    assert done.stdout == b""
    assert b"4 claims, 3 links, 1 finding and 2 pieces of evidence" in done.stderr
    for kind in KINDS:
        program("export", "Afgh", "--as", kind, "-o", f"{kind}.csv", *there)
        program("export", "Afgh", "--as", kind, "-o", f"{kind}.jsonl", *there)
    assert {name: (place / name).read_bytes() for name in files} == before
    again = program("import", "Afgh", *(f"{kind}.jsonl" for kind in KINDS), *there)
    assert b"4 claims, 3 links, 1 finding and 2 pieces of evidence were there already" in again.stderr  # fmt: skip
    assert b"Nothing was imported" in again.stderr
    assert b"Everything is as it should be" in program("check", *there).stdout
    assert b"4 claims imported" in program("undo", "Afgh", *there).stderr
    assert program("export", "Afgh", "--as", "links", "--format", "jsonl", *there).stdout == b""


def test_a_pipe_from_one_review_to_another_needs_no_file(wb, judged, fresh):
    lines = wb("export", judged, "--as", "claims", "--format", "jsonl").stdout
    said = wb("import", fresh, "-", stdin=lines).stderr
    assert (
        "Imported into “Afghanistan again”: 4 claims. `workbench undo 'Afghanistan again'`" in said
    )


def test_dry_run_says_the_same_and_writes_nothing(wb, answer, fresh, files):
    said = wb("import", fresh, "--dry-run", *files).stderr
    assert "Would import into “Afghanistan again”: 4 claims, 3 links" in said
    assert "Nothing is written" in said
    assert answer("show", fresh)["claims"] == []


def test_json_says_what_was_done_and_what_was_not(wb, answer, fresh, files, place):
    text = (place / "claims.csv").read_text(encoding="utf-8-sig")
    (place / "claims.csv").write_text(text.replace("Moscow is not thinking", "Moscow is thinking"))
    done = answer("import", fresh, "claims.csv", "links.csv", code=1)
    assert (done["made"], done["there_already"]) == ({"claim": 3, "link": 2}, {})
    one, other = done["left_out"]
    assert one["kind"] == "claim"
    assert one["where"].startswith("claims.csv, line ")
    assert one["quote"].startswith("Moscow is thinking")
    assert one["why"] == "its words stand nowhere in it"
    assert other["why"] == "its claim 4 is left out too"
    assert done["review"] == fresh


def test_what_is_left_out_is_said_though_nothing_else_is(wb, fresh, place):
    (place / "c.csv").write_text("article,quote\n1,words that nobody wrote\n")
    said = wb("import", fresh, "c.csv", "--quiet", code=1).stderr
    assert said == (
        "c.csv, line 2: a claim was left out: its words stand nowhere in it. "
        "“words that nobody wrote”\n"
    )


def test_what_says_otherwise_is_left_until_replace_says_so(wb, answer, judged, files, place):
    wb("edit", judged, "claim", 1, "--note", "mine")
    said = wb("import", judged, "claims.csv", code=1).stderr
    assert "claim 1 of “Afghanistan, autumn 2025” says otherwise in note, and was left" in said
    assert "--replace takes what the files say." in said
    assert answer("show", judged, 1)["note"] == "mine"
    assert "1 claim changed" in wb("import", judged, "claims.csv", "--replace").stderr
    assert answer("show", judged, 1)["note"] == ""
    wb("undo", judged)
    assert answer("show", judged, 1)["note"] == "mine"


def test_a_taken_number_is_said_with_the_new_one(wb, fresh, files):
    wb("claim", fresh, 4, "Kabulov", "--nth", 1)
    said = wb("import", fresh, "claims.csv").stderr
    assert "The number of claim 1 of the files is taken: it is claim 5 here." in said


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", "quote,claim\nx,y\n", "a.csv, line 2: claim is not a whole number"),
        ("a.json", '{"target": 1}', "a target is neither"),
        ("a.txt", "An article.\n", "has no columns that tell what it is"),
    ],
)
def test_a_bad_file_is_named_and_nothing_of_the_good_ones_comes_in(
    wb, answer, fresh, files, place, name, content, words
):
    (place / name).write_text(content)
    assert words in wb("import", fresh, *files, name, code=1).stderr
    assert answer("show", fresh)["claims"] == []


def test_a_file_that_is_not_there_and_a_call_without_files_are_refused(wb, fresh):
    assert "nowhere.csv does not exist" in wb("import", fresh, "nowhere.csv", code=1).stderr
    assert "FILE" in wb("import", fresh, code=2).stderr
    assert "There is no review" in wb("import", "Zanzibar", "x.csv", code=1).stderr


def test_annotations_of_another_tool_come_in_as_claims(wb, answer, fresh, place):
    made = {
        "type": "Annotation",
        "id": "http://example.org/1",
        "body": [{"type": "TextualBody", "value": "two offices", "purpose": "commenting"}],
        "target": {
            "source": "http://example.org/page",
            "selector": [
                {"type": "TextQuoteSelector", "exact": "special representative for Afghanistan"},
                {"type": "TextPositionSelector", "start": 7, "end": 12},
            ],
        },
    }
    (place / "notes.jsonld").write_text(json.dumps(made))
    wb("import", fresh, "notes.jsonld")
    (claim,) = answer("show", fresh)["claims"]
    assert claim["quote"] == "special representative for Afghanistan"
    assert claim["note"] == "two offices"


def test_annotations_with_positions_alone_come_in_where_the_article_is_said(
    wb, answer, fresh, place
):
    selector = {"type": "TextPositionSelector", "start": 0, "end": 20}
    made = {"type": "Annotation", "target": {"source": "report.txt", "selector": selector}}
    (place / "notes.json").write_text(json.dumps([made]))
    assert "nothing says in which article" in wb("import", fresh, "notes.json", code=1).stderr
    said = wb("import", fresh, "notes.json", "--article", 2).stderr
    assert "notes.json, annotation 1: a claim gives no words and was placed by its position" in said
    (claim,) = answer("show", fresh)["claims"]
    assert claim["article"] == 2
    assert "no article 9" in wb("import", fresh, "notes.json", "--article", 9, code=1).stderr


def test_words_of_a_file_cannot_act_on_the_terminal(wb, fresh, place):
    (place / "c.csv").write_text('article,quote\n1,"\x1b]0;evil\x07 words"\n')
    assert "\x1b" not in wb("import", fresh, "c.csv", code=1).stderr


def test_a_bundle_that_was_changed_is_refused_and_one_without_sums_is_said_to_be_so(
    wb, judged, fresh, place
):
    wb("export", judged, "--as", "bundle", "-o", "all.zip")
    wb("import", fresh, "all.zip", "--dry-run")
    with zipfile.ZipFile("all.zip") as made:
        held = {name: made.read(name) for name in made.namelist()}
    held["report.html"] += b"<!-- supported -->"
    _zip("changed.zip", held)
    refused = wb("import", fresh, "changed.zip", code=1)
    assert "changed.zip: report.html was changed or damaged" in refused.stderr
    _zip("bare.zip", {"claims.csv": held["claims.csv"]})
    done = wb("import", fresh, "bare.zip", "--quiet")
    assert "bare.zip has neither manifest.json nor SHA256SUMS" in done.stderr


def _zip(name, held):
    with zipfile.ZipFile(name, "w") as made:
        for file, data in held.items():
            made.writestr(file, data)


def test_it_is_said_whose_opinions_a_file_replaces(wb, judged, files, place):
    said = (place / "findings.csv").read_text("utf-8").replace('"supported"', '"contradicted"')
    (place / "theirs.csv").write_text(said, "utf-8")
    told = "Among what is changed, 1 of the links, findings and evidence are mk’s."
    for more in (["--dry-run"], []):
        done = wb("import", judged, "theirs.csv", "--replace", "--analyst", "zz", *more)
        assert told in done.stderr
    assert "verdict supported (=both say so) → contradicted" in wb("history", judged).stdout
    wb("undo", judged, "--analyst", "zz")
    assert "Among" not in wb("import", judged, "theirs.csv", "--replace").stderr


def test_a_verdict_that_is_not_of_the_reviews_list_is_kept_and_said(wb, judged, place):
    for verdict, told in (("suported", True), ("supported", False), ("", False)):
        line = {"wording": f"W {verdict}", "verdict": verdict, "rationale": "r", "claim": 1}
        (place / "hand.jsonl").write_text(json.dumps(line), "utf-8")
        said = wb("import", judged, "hand.jsonl").stderr
        assert ("“suported” is no verdict of this review and is kept" in said) == told
