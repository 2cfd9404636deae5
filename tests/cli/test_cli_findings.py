"""finding and verdicts; findings and evidence edited, deleted, shown and exported."""

import csv
import io
import json

import pytest

WORDING = "Zamir Kabulov is Russia’s ambassador."


@pytest.fixture
def found(wb, marked):
    """The marked review with a finding on the point of claims 1 and 2, and two things it rests on."""
    wb(
        "finding", marked, 2, "--wording", WORDING, "--verdict", "contra", "--confidence", "high",
        "--rationale", "The list names\nanother man.",
        "--evidence", "document: https://example.org/list: the ambassadors",
        "--evidence", "reply:: Asked on 9 October; no answer.",
    )  # fmt: skip
    return marked


def test_a_finding_is_made_with_all_that_is_known_of_it(wb, answer, marked):
    line = answer(
        "finding", marked, 1, "--wording", f" {WORDING} ", "--verdict", "Mixed", "--confidence",
        "lo", "--rationale", "Half of it.", "--evidence", "expert: N. N.: an historian",
    )  # fmt: skip
    assert line["finding"] == 1
    assert (line["point"], line["standing"], line["claims"]) == (1, "conflicting", "1; 2")
    assert (line["wording"], line["verdict"], line["confidence"], line["rationale"]) == (
        WORDING, "mixed", "low", "Half of it.",
    )  # fmt: skip
    assert line["evidence"] == "expert: N. N.: an historian"
    said = wb("finding", marked, 3, "--wording", "Troops are sent.").stderr
    assert said == "Made finding 2 of mk: no verdict yet: “Troops are sent.”, on point 3.\n"


def test_a_new_finding_needs_its_wording(wb, answer, marked):
    assert "Missing --wording" in wb("finding", marked, 1, "--verdict", "u", code=2).stderr
    assert "needs a wording" in wb("finding", marked, 1, "--wording", " ", code=1).stderr
    assert answer("show", marked)["findings"] == []


@pytest.mark.parametrize("command", [["finding", 1], ["edit", "finding", 1]])
def test_a_verdict_without_a_rationale_is_refused_whichever_way_it_is_given(wb, found, command):
    name, *rest = command
    said = wb(name, found, *rest, "--verdict", "mixed", "--rationale", "", code=1).stderr
    assert "“mixed” needs a rationale: say why, so that others can follow it." in said
    wb(name, found, *rest, "--verdict", "unverified", "--rationale", "")


def test_a_point_that_has_a_finding_of_ones_own_keeps_that_one(wb, answer, found):
    said = wb("finding", found, 1, "--verdict", "misl", "--evidence", "data: table 2").stderr
    assert said.startswith("Changed finding 1 of mk: misleading context, high confidence: “Zamir")
    shown = answer("show", found)
    (finding,) = shown["findings"]
    assert (finding["verdict"], finding["claim"]) == ("misleading context", 2)
    assert [item["kind"] for item in shown["evidence"]] == ["document", "reply", "data"]
    before = len(answer("history", found))
    again = wb("finding", found, 1, "--verdict", "misl", "--evidence", "DATA: table 2").stderr
    assert again.startswith("Nothing to change, finding 1 of mk: misleading context")
    assert len(answer("history", found)) == before


def test_of_two_findings_that_links_have_joined_the_one_on_the_claim_is_meant(wb, answer, found):
    wb("finding", found, 3, "--wording", "Troops are sent.")
    wb("link", found, 2, 3, "agrees")
    assert answer("finding", found, 3, "--confidence", "low")["finding"] == 2
    assert answer("finding", found, 2, "--confidence", "low")["finding"] == 1
    said = wb("finding", found, 4, "--confidence", "low", code=1).stderr
    assert "Point 1 has your findings 1 and 2: links have joined what they were about." in said
    assert "to be settled: findings 1 and 2 are on one point" in wb("show", found).stdout
    wb("delete", found, "finding", 1)
    assert answer("finding", found, 4, "--confidence", "high")["finding"] == 2


def test_another_analysts_finding_stays_beside_ones_own(wb, answer, found):
    said = wb("finding", found, 2, "--wording", "He is an envoy.", "--analyst", "jo").stderr
    assert said == (
        "Made finding 2 of jo: no verdict yet: “He is an envoy.”, on point 2.\n"
        f"There is finding 1 of mk: contradicted, high confidence: “{WORDING}”, on this point too.\n"
    )
    assert answer("show", found)["points"][0]["findings"] == [1, 2]
    for command in (
        ["edit", found, "finding", 2, "--wording", "x"],
        ["delete", found, "finding", 2],
    ):
        assert "Finding 2 is jo’s, and you are mk: only they can" in wb(*command, code=1).stderr
    said = wb("delete", found, "claim", 2, code=1).stderr
    assert "On claim 2 hangs finding 2 of jo; only they can take it away." in said


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [
        ("--verdict", "true", "it is supported, contradicted, mixed, misleading context, unver"),
        ("--verdict", "mi", "“mi” is no verdict of this review"),
        ("--confidence", "certain", "“certain” is no confidence; it is low, medium or high"),
        ("--evidence", "rumour: x", "it is document, data, reply, archive or expert"),
        ("--evidence", "page 3", "is written as kind: locator: note"),
    ],
)
def test_what_is_not_known_is_a_usage_error_that_lists_what_is(wb, found, option, value, sentence):
    assert sentence in wb("finding", found, 1, option, value, code=2).stderr
    assert sentence in wb("edit", found, "finding", 1, option, value, code=2).stderr


def test_a_finding_is_edited_by_its_number_and_cleared(wb, answer, found):
    said = wb("edit", found, "finding", 1, "--verdict", "mixed", "--rationale", "Half.").stderr
    assert said == (
        "Changed finding 1: verdict contradicted (high confidence: The list names another man.) → "
        "mixed (high confidence: Half.).\n"
    )
    edited = answer(
        "edit", found, "finding", 1, "--verdict", "", "--rationale", "", "--confidence", ""
    )
    assert (edited["verdict"], edited["rationale"], edited["confidence"]) == ("", "", "")
    said = wb("edit", found, "finding", 1, "--evidence", "data: table 2").stderr
    assert said == "Changed finding 1: evidence 3 made: data, table 2.\n"
    said = wb("edit", found, "finding", 1, "--evidence", "data: table 2").stderr
    assert said == "Nothing to change: finding 1 says so already.\n"
    assert "what can be changed of a finding: --wording" in wb("edit", found, "finding", 1).stderr
    assert "no finding 9 in" in wb("edit", found, "finding", 9, "--wording", "x", code=1).stderr


def test_evidence_is_edited_and_deleted_by_its_number(wb, answer, found):
    edited = answer("edit", found, "evidence", 2, "--kind", "exp", "--note", "An historian.")
    assert (edited["evidence"], edited["kind"], edited["note"]) == (2, "expert", "An historian.")
    assert edited["finding"] == 1
    assert "or what it shows" in wb("edit", found, "evidence", 2, "--note", "", code=1).stderr
    assert "no kind of evidence" in wb("edit", found, "evidence", 2, "--kind", "x", code=2).stderr
    gone = answer("delete", found, "evidence", 2)
    assert (gone["deleted"], gone["evidence"], len(gone["evidence_id"])) == ("evidence", 2, 36)
    assert "no evidence 2" in wb("delete", found, "evidence", 2, code=1).stderr
    assert [item["evidence"] for item in answer("show", found)["evidence"]] == [1]


def test_deleting_a_finding_takes_its_evidence_along_and_undo_brings_all_back(wb, answer, found):
    before = answer("show", found)
    said = wb("delete", found, "finding", 1).stderr
    assert said.startswith("Deleted finding 1, and with it evidence 1, 2. `workbench undo")
    assert answer("show", found)["evidence"] == []
    wb("undo", found)
    assert answer("show", found) == before


def test_deleting_its_claim_hands_a_finding_over_and_says_so(wb, answer, found):
    said = wb("delete", found, "claim", 2).stderr
    assert said.splitlines()[1] == "Finding 1 hangs on claim 1 now."
    (finding,) = answer("show", found)["findings"]
    assert (finding["claim"], finding["point"]) == (1, 1)
    wb("undo", found)
    gone = answer("delete", found, "article", 5)
    assert (gone["handed_over"], gone["findings"]) == ([{"finding": 1, "claim": 1}], [])
    gone = answer("delete", found, "claim", 1)
    assert (gone["handed_over"], gone["findings"]) == ([], [1])


def test_deleting_the_review_counts_its_findings(wb, answer, found):
    said = wb("delete", "afgh", code=2).stderr
    assert "5 articles, 4 claims, 3 links, 1 finding and its whole history" in said
    assert answer("reviews")[0]["findings"] == 1
    assert answer("delete", "afgh", "--yes")["findings"] == 1
    assert answer("check")["problems"] == []


def test_show_tells_findings_on_their_points_in_words(wb, answer, found):
    shown = wb("show", found).stdout
    assert (
        f"""\
  link 1: claim 1 conflicts with claim 2, role; Two offices.
  finding 1 of mk: {WORDING}
    verdict: contradicted, high confidence
    rationale: The list names another man.
    evidence 1: document: https://example.org/list: the ambassadors
    evidence 2: reply: Asked on 9 October; no answer.

Point 3"""
        in shown
    )
    assert "finding 1 of mk" in wb("show", found, 1).stdout
    assert "finding" not in wb("show", found, 3).stdout
    assert answer("show", found, 1)["on_point"]["findings"] == [1]
    assert answer("show", found)["verdicts"][0] == "supported"


def test_the_history_keeps_every_earlier_verdict_with_its_reasons(wb, found):
    wb("edit", found, "finding", 1, "--verdict", "mixed", "--rationale", "Two lists differ.")
    newest = wb("history", found, "--newest", 1).stdout
    assert "verdict contradicted (high confidence: The list names another man.) → mixed" in newest


def test_findings_and_evidence_are_exported(wb, answer, found):
    text = wb("export", found, "--as", "find").stdout
    (line,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    (shown,) = answer("show", found)["findings"]
    assert line == {name: str(cell) for name, cell in shown.items()}
    lines = wb("export", found, "--as", "evidence", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(item) for item in lines] == answer("show", found)["evidence"]


# verdicts


def test_verdicts_are_listed_a_line_each_and_in_json(wb, answer, review):
    assert wb("verdicts", review).stdout == (
        "supported\ncontradicted\nmixed\nmisleading context\nunverified\nnot checkable\n"
    )
    listed = answer("verdicts", review)
    assert (listed["review"], listed["verdicts"][5]) == (review, "not checkable")


def test_verdicts_are_chosen_undone_and_given_back(wb, answer, review):
    said = wb("verdicts", review, "true", "half true", "false").stderr
    assert said == f"The verdicts of “{review}” are true, half true and false now.\n"
    assert answer("verdicts", review)["verdicts"] == ["true", "half true", "false"]
    assert "Nothing to change" in wb("verdicts", review, "true", "half true", "false").stderr
    assert wb("undo", review).stderr == "Undone: verdicts: true; half true; false.\n"
    assert len(answer("verdicts", review)["verdicts"]) == 6
    wb("redo", review)
    given = answer("verdicts", review, "--default")
    assert len(given["verdicts"]) == 6
    assert "names one at least" in wb("verdicts", review, "", code=1).stderr
    assert "not both" in wb("verdicts", review, "true", "--default", code=2).stderr


def test_findings_keep_a_verdict_that_has_left_the_list_and_this_is_said(wb, answer, found):
    said = wb("verdicts", found, "true", "false").stderr
    assert said.endswith("Finding 1 keeps a verdict that is not among them.\n")
    assert answer("show", found)["findings"][0]["verdict"] == "contradicted"
    assert "it is true or false" in wb("finding", found, 1, "--verdict", "mixed", code=2).stderr
    assert answer("finding", found, 1, "--verdict", "f")["verdict"] == "false"
