"""Findings, what they rest on, and what becomes of them when their claims go."""

from __future__ import annotations

import pytest
from core_material import QUICK, Desk
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.changes import (
    add_evidence,
    delete_claim,
    delete_finding,
    edit_evidence,
    edit_finding,
    make_finding,
    remove_article,
    remove_evidence,
    rewrite_finding,
)
from workbench.core.concluding import own_findings_of
from workbench.core.evidence import Item, evidence_line, evidence_words, item_typed
from workbench.core.model import DEFAULT_VERDICTS, EVIDENCE_KINDS, Finding, to_row
from workbench.core.pieces import LONGEST_FIELD, LONGEST_NOTE
from workbench.core.points import all_points, point_of
from workbench.core.review import ReviewState, RowChange
from workbench.core.text import one_line
from workbench.errors import ChangeRefusedError, UsageError

TEXT = "Moscow said no troops.\n\nKabul agreed, and left."
PAGE = Item("document", "page 3", "his title")


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def claim(desk):
    return desk.claim(desk.article(TEXT), 0, 6)


def conclude(desk, claim, wording="No troops are sent.", **values) -> Finding:
    change = desk.do(make_finding(desk.state, claim, wording=wording, **values))
    return desk.state.findings[change.rows[0].id]


def of_another(desk, claim) -> Finding:
    """A finding of ben's."""
    (row,) = desk.number(make_finding(desk.state, claim, wording="Troops are sent.")).rows
    desk.state.apply([row._replace(after=row.after | {"analyst": "ben"})])
    return desk.state.findings[row.id]


def now_of(desk, finding) -> Finding:
    return desk.state.findings[finding.id]


# Making and editing


def test_a_finding_hangs_on_a_claim_and_is_the_finding_of_its_whole_point(desk, claim):
    other = desk.claim(desk.article(TEXT), 0, 6)
    desk.link(claim, other, "conflicts")
    finding = conclude(desk, other)
    assert (finding.number, finding.claim_id, finding.analyst) == (1, other.id, "ann")
    assert (finding.verdict, finding.confidence, finding.rationale) == ("", "", "")
    assert desk.state.findings_of(point_of(desk.state, claim)) == [finding]
    assert desk.state.finding_numbered(1) == finding
    assert desk.state.record("finding", finding.id) == finding


def test_a_finding_is_made_with_all_that_is_known_of_it_in_one_act(desk, claim):
    change = make_finding(
        desk.state,
        claim,
        wording=" No troops\n are sent. ",
        verdict="SUPPORTED",
        confidence="High",
        rationale="\n Two papers say so.\r\nNobody denies it.\n",
        evidence=[PAGE, Item(" Reply", "", " Asked;\r\nno answer. ")],
    )
    assert change.act == "finding.make"
    assert [row.table for row in change.rows] == ["finding", "evidence", "evidence"]
    made, page, reply = (row.after for row in change.rows)
    assert (made["wording"], made["verdict"], made["confidence"], made["rationale"]) == (
        "No troops are sent.",
        "supported",
        "high",
        "Two papers say so.\nNobody denies it.",
    )
    assert (page["kind"], page["locator"], page["note"]) == PAGE
    assert (reply["kind"], reply["locator"], reply["note"]) == ("reply", "", "Asked;\nno answer.")
    assert {page["finding_id"], reply["finding_id"]} == {made["id"]}
    desk.do(change)
    assert [one.number for one in desk.state.evidence_of(made["id"])] == [1, 2]


@pytest.mark.parametrize("wording", ["", "  ", "\n\t"])
def test_a_finding_needs_a_wording(desk, claim, wording):
    with pytest.raises(ChangeRefusedError, match="needs a wording"):
        make_finding(desk.state, claim, wording=wording)
    finding = conclude(desk, claim)
    with pytest.raises(ChangeRefusedError, match="needs a wording"):
        edit_finding(desk.state, finding, wording=wording)


@pytest.mark.parametrize("verdict", [name for name in DEFAULT_VERDICTS if name != "unverified"])
def test_a_verdict_needs_a_rationale(desk, claim, verdict):
    with pytest.raises(ChangeRefusedError, match=f"“{verdict}” needs a rationale"):
        make_finding(desk.state, claim, wording="So.", verdict=verdict)
    finding = conclude(desk, claim, verdict=verdict, rationale="It says so.")
    with pytest.raises(ChangeRefusedError, match="needs a rationale"):
        edit_finding(desk.state, finding, rationale=" \n")


@pytest.mark.parametrize("verdict", ["", " ", "unverified", "Unverified"])
def test_no_verdict_and_unverified_need_no_rationale(desk, claim, verdict):
    finding = conclude(desk, claim, verdict=verdict)
    assert finding.verdict in ("", "unverified")
    desk.do(edit_finding(desk.state, finding, verdict="mixed", rationale="Half of it."))
    desk.do(edit_finding(desk.state, now_of(desk, finding), verdict=verdict, rationale=""))
    assert now_of(desk, finding).rationale == ""


def test_confidence_is_apart_from_the_verdict(desk, claim):
    finding = conclude(desk, claim, confidence="low")
    assert (finding.verdict, finding.confidence) == ("", "low")
    desk.do(edit_finding(desk.state, finding, verdict="mixed", rationale="Half of it."))
    assert now_of(desk, finding).confidence == "low"
    desk.do(edit_finding(desk.state, now_of(desk, finding), confidence=""))
    assert (now_of(desk, finding).verdict, now_of(desk, finding).confidence) == ("mixed", "")


@pytest.mark.parametrize("name", ["certain", "hi gh", "none"])
def test_an_unknown_confidence_is_refused_with_those_there_are(desk, claim, name):
    with pytest.raises(UsageError, match="no confidence; it is low, medium or high"):
        make_finding(desk.state, claim, wording="So.", confidence=name)


def test_a_fields_length_has_an_end(desk, claim):
    with pytest.raises(ChangeRefusedError, match="2,001 characters"):
        make_finding(desk.state, claim, wording="x" * (LONGEST_FIELD + 1))
    with pytest.raises(ChangeRefusedError, match="100,001 characters"):
        make_finding(desk.state, claim, wording="x", rationale="x" * (LONGEST_NOTE + 1))
    with pytest.raises(ChangeRefusedError, match="2,001 characters"):
        make_finding(desk.state, claim, wording="x", evidence=[Item("data", "x" * 2001)])


def test_a_second_finding_on_ones_own_point_is_refused_and_the_first_named(desk, claim):
    other = desk.claim(desk.article(TEXT), 0, 6)
    desk.link(claim, other)
    finding = conclude(desk, claim)
    with pytest.raises(ChangeRefusedError, match=f"Point 1 has your finding {finding.number}"):
        make_finding(desk.state, other, wording="So.")


def test_two_findings_of_points_that_are_joined_are_both_there_until_settled(desk, claim):
    other = desk.claim(desk.article(TEXT), 0, 6)
    one, two = conclude(desk, claim), conclude(desk, other)
    link = desk.link(claim, other)
    point = point_of(desk.state, claim)
    assert desk.state.findings_of(point) == own_findings_of(desk.state, point) == [one, two]
    desk.do(delete_finding(desk.state, two))
    assert desk.state.findings_of(point) == [one]
    desk.drop(link)
    assert desk.state.findings_of(point_of(desk.state, other)) == []


def test_two_analysts_may_conclude_differently_on_one_point(desk, claim):
    theirs, own = of_another(desk, claim), conclude(desk, claim)
    point = point_of(desk.state, claim)
    assert desk.state.findings_of(point) == [theirs, own]
    assert own_findings_of(desk.state, point) == [own]


def test_another_analysts_finding_is_left_to_them(desk, claim):
    theirs = of_another(desk, claim)
    own = conclude(desk, claim, evidence=[PAGE])
    (row,) = desk.state.evidence_of(own.id)
    moved = to_row(row) | {"finding_id": theirs.id, "analyst": "ben"}
    desk.state.apply([RowChange("evidence", row.id, to_row(row), moved)])
    (evidence,) = desk.state.evidence_of(theirs.id)
    for act in (
        lambda: edit_finding(desk.state, theirs, wording="Mine."),
        lambda: delete_finding(desk.state, theirs),
        lambda: add_evidence(desk.state, theirs, PAGE),
        lambda: edit_evidence(desk.state, evidence, note="mine"),
        lambda: remove_evidence(desk.state, evidence),
    ):
        with pytest.raises(ChangeRefusedError, match=r"is ben’s, and you are ann: only they can"):
            act()


def test_an_edit_that_changes_nothing_is_no_act(desk, claim):
    finding = conclude(desk, claim, verdict="mixed", rationale="Half of it.", evidence=[PAGE])
    (evidence,) = desk.state.evidence_of(finding.id)
    assert edit_finding(desk.state, finding) is None
    assert edit_finding(desk.state, finding, verdict="MIX", wording=f" {finding.wording}") is None
    assert edit_finding(desk.state, finding, evidence=[PAGE, PAGE._replace(kind="DOC")]) is None
    assert add_evidence(desk.state, finding, PAGE) is None
    assert edit_evidence(desk.state, evidence, note=" his title ") is None


def test_a_change_of_verdict_is_an_act_of_its_own_name(desk, claim):
    finding = conclude(desk, claim)
    assert edit_finding(desk.state, finding, wording="So.").act == "finding.edit"
    judged = edit_finding(desk.state, finding, verdict="unverified", evidence=[PAGE])
    assert judged.act == "finding.judge"
    assert [row.table for row in judged.rows] == ["finding", "evidence"]
    assert edit_finding(desk.state, finding, evidence=[PAGE]).act == "evidence.add"


# Evidence


@pytest.mark.parametrize("kind", EVIDENCE_KINDS)
def test_evidence_is_added_changed_and_removed(desk, claim, kind):
    finding = conclude(desk, claim)
    desk.do(add_evidence(desk.state, finding, Item(kind.upper(), " page  3 ")))
    evidence = desk.state.evidence_numbered(1)
    assert (evidence.kind, evidence.locator, evidence.note) == (kind, "page 3", "")
    desk.do(edit_evidence(desk.state, evidence, note="a\nb", locator=""))
    (evidence,) = desk.state.evidence_of(finding.id)
    assert (evidence.kind, evidence.locator, evidence.note) == (kind, "", "a\nb")
    desk.do(remove_evidence(desk.state, evidence))
    assert desk.state.evidence_of(finding.id) == []


def test_evidence_of_an_unknown_kind_or_without_words_is_refused(desk, claim):
    finding = conclude(desk, claim)
    for kind in ("rumour", "", "d"):  # d may be a document, or data
        with pytest.raises(UsageError, match="document, data, reply, archive or expert"):
            add_evidence(desk.state, finding, Item(kind, "page 3"))
    with pytest.raises(ChangeRefusedError, match="where it can be looked up, or what it shows"):
        add_evidence(desk.state, finding, Item("data", " ", "\n"))


# What becomes of a finding when its claim goes


def trio(desk):
    """Three claims of three articles on one point, dated so that the last comes first."""
    dates = ("2025-03-01", "2025-02-01", "2025-01-01")
    claims = [desk.claim(desk.article(TEXT, date), 0, 6) for date in dates]
    desk.link(claims[0], claims[1])
    desk.link(claims[0], claims[2])
    return claims


def test_deleting_its_claim_hands_a_finding_to_the_first_claim_of_the_point(desk):
    one, _, last = trio(desk)
    finding = conclude(desk, one, evidence=[PAGE])
    change = delete_claim(desk.state, one)
    assert [row.table for row in change.rows] == ["finding", "link", "link", "claim"]
    desk.do(change)
    assert now_of(desk, finding).claim_id == last.id
    assert desk.state.findings_on(one.id) == []
    assert desk.state.findings_on(last.id) == [now_of(desk, finding)]
    assert len(desk.state.evidence_of(finding.id)) == 1


def test_with_the_last_claim_the_finding_goes_too(desk, claim):
    conclude(desk, claim, evidence=[PAGE, Item("data", "a table")])
    change = delete_claim(desk.state, claim)
    assert [row.table for row in change.rows] == ["evidence", "evidence", "finding", "claim"]
    desk.do(change)
    assert desk.state.findings == {}
    assert desk.state.evidence == {}


def test_claims_about_another_event_inherit_nothing(desk, claim):
    other = desk.claim(desk.article(TEXT), 0, 6)
    desk.link(claim, other, "unverified", "not the same event")
    conclude(desk, claim)
    desk.do(delete_claim(desk.state, claim))
    assert desk.state.findings == {}


def test_removing_an_article_hands_findings_to_claims_of_others_only(desk):
    one, two, last = trio(desk)
    going = desk.state.articles[last.article_id]
    desk.link(last, desk.claim(going, 24, 29))
    finding = conclude(desk, last)
    gone = conclude(desk, desk.claim(going, 7, 11), evidence=[PAGE])
    desk.do(remove_article(desk.state, going))
    assert now_of(desk, finding).claim_id == two.id
    assert gone.id not in desk.state.findings
    assert desk.state.evidence == {}
    assert set(desk.state.claims) == {one.id, two.id}


def test_a_claim_that_another_analyst_has_concluded_on_is_not_deleted(desk, claim):
    of_another(desk, claim)
    for act in (
        lambda: delete_claim(desk.state, claim),
        lambda: remove_article(desk.state, desk.state.articles[claim.article_id]),
    ):
        with pytest.raises(ChangeRefusedError, match="On claim 1 hangs finding 1 of ben; only"):
            act()


MARKS = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 7), st.sampled_from(("agrees", "conflicts"))),
    max_size=10,
)


@QUICK
@given(MARKS, st.sets(st.integers(0, 7), max_size=4), st.lists(st.integers(0, 7), max_size=6))
def test_deleting_claims_loses_no_finding_of_a_point_that_stays(marks, concluded, deleted):
    desk = Desk()
    claims = [desk.claim(desk.article(TEXT), 0, 6) for _ in range(8)]
    for one, other, relation in marks:
        if one != other and desk.state.link_between(claims[one].id, claims[other].id) is None:
            desk.link(claims[one], claims[other], relation)
    for index in concluded:
        if not own_findings_of(desk.state, point_of(desk.state, claims[index])):
            conclude(desk, claims[index], evidence=[PAGE])
    for index in dict.fromkeys(deleted):
        claim = claims[index]
        before = dict(desk.state.findings)
        point = point_of(desk.state, claim)
        rest = [one for one in point.claims if one.id != claim.id]
        here = desk.state.findings_of(point)
        change = desk.do(delete_claim(desk.state, claim))
        for finding in here:
            if not rest:
                assert finding.id not in desk.state.findings
            elif finding.claim_id == claim.id:
                assert now_of(desk, finding).claim_id == rest[0].id
            else:
                assert now_of(desk, finding) == finding
        desk.state.apply(RowChange(r.table, r.id, r.after, r.before) for r in change.rows[::-1])
        assert desk.state.findings == before
        desk.state.apply(change.rows)
    listed = [one.id for point in all_points(desk.state) for one in desk.state.findings_of(point)]
    assert sorted(listed) == sorted(desk.state.findings)
    assert all(one.finding_id in desk.state.findings for one in desk.state.evidence.values())


# What a change touches


def test_a_change_says_which_findings_and_claims_it_touches(desk, claim):
    other = desk.claim(desk.article(TEXT), 0, 6)
    desk.link(claim, other)
    made = desk.number(make_finding(desk.state, claim, wording="So.", evidence=[PAGE]))
    effect = desk.state.apply(made.rows)
    assert (effect.findings, effect.claims) == ({made.rows[0].id}, {claim.id})
    evidence = desk.state.evidence_numbered(1)
    effect = desk.state.apply(remove_evidence(desk.state, evidence).rows)
    assert (effect.findings, effect.claims, effect.review) == ({made.rows[0].id}, set(), False)
    effect = desk.state.apply(delete_claim(desk.state, claim).rows)
    assert effect.findings == {made.rows[0].id}
    assert effect.claims == {claim.id, other.id}


def test_findings_that_are_loaded_in_any_order_are_found_as_those_that_are_made(desk, claim):
    finding = conclude(desk, claim, evidence=[PAGE, Item("data", "a table")])
    anew = ReviewState(desk.state.review, "ann")
    for table in ("evidence", "finding", "claim", "article"):
        anew.load(table, map(to_row, desk.state.records(table).values()))
    assert anew.findings_on(claim.id) == [finding]
    assert anew.evidence_of(finding.id) == desk.state.evidence_of(finding.id)


# Evidence on one line


@pytest.mark.parametrize(
    ("typed", "item"),
    [
        ("document: page 3: his title", PAGE),
        ("data:table 2", ("data", "table 2", "")),
        ("archive: https://example.org:80/a:b", ("archive", "https://example.org:80/a:b", "")),
        (
            "archive: https://example.org/: at: noon",
            ("archive", "https://example.org/", "at: noon"),
        ),
        ("reply:: asked twice", ("reply", "", "asked twice")),
        ("reply: : asked twice", ("reply", "", "asked twice")),
    ],
)
def test_evidence_is_typed_as_kind_locator_and_note(desk, claim, typed, item):
    assert item_typed(typed) == item
    finding = conclude(desk, claim, evidence=[item_typed(typed)])
    (evidence,) = desk.state.evidence_of(finding.id)
    assert evidence_words(evidence) == ": ".join(part for part in item if part)


def test_evidence_without_a_colon_is_refused_with_an_example():
    with pytest.raises(UsageError, match="kind: locator: note, for example “document: page 3"):
        item_typed("page 3")


# Evidence as it is typed in a box


LINES = st.lists(
    st.builds(
        "{}: {}{}".format,
        st.sampled_from(EVIDENCE_KINDS),
        st.sampled_from(["page 1", "page 2", "a: b", "https://example.org/x?y=z"]),
        st.sampled_from(["", ": it says so", ": it: says so"]),
    ),
    max_size=5,
)


@given(LINES, LINES)
@QUICK
def test_what_is_typed_over_evidence_is_the_evidence_then_and_undoing_rows_gives_it_back(one, two):
    desk = Desk()
    claim = desk.claim(desk.article(TEXT), 0, 6)
    finding = conclude(desk, claim, evidence=[item_typed(line) for line in one])
    before = "\n".join(evidence_line(each) for each in desk.state.evidence_of(finding.id))
    assert rewrite_finding(desk.state, finding, before=before, evidence=before) is None
    change = rewrite_finding(desk.state, finding, before=before, evidence="\n".join(two))
    held = dict(desk.state.evidence)
    if change is not None:
        desk.do(change)
    now = {evidence_line(each) for each in desk.state.evidence_of(finding.id)}
    assert now == {one_line(line) for line in two}
    if change is not None:
        desk.state.apply(
            row._replace(before=row.after, after=row.before) for row in reversed(change.rows)
        )
        assert {one.id: one.locator for one in held.values()} == {
            one.id: one.locator for one in desk.state.evidence.values()
        }


def test_a_note_of_many_lines_stays_as_it_is_when_its_line_is_edited_elsewhere(desk, claim):
    finding = conclude(desk, claim, evidence=[Item("data", "table 1", "one\ntwo")])
    (there,) = desk.state.evidence_of(finding.id)
    assert evidence_line(there) == "data: table 1: one two"
    desk.do(rewrite_finding(desk.state, finding, before=evidence_line(there),
                            evidence="data: table 2: one two"))  # fmt: skip
    (there,) = desk.state.evidence_of(finding.id)
    assert (there.locator, there.note) == ("table 2", "one\ntwo")


def test_evidence_without_a_locator_reads_back_from_its_line(desk, claim):
    finding = conclude(desk, claim, evidence=[Item("reply", "", "asked twice")])
    (there,) = desk.state.evidence_of(finding.id)
    assert item_typed(evidence_line(there)) == Item("reply", "", "asked twice")


def test_another_analysts_finding_is_not_typed_over(desk, claim):
    finding = of_another(desk, claim)
    with pytest.raises(ChangeRefusedError, match="ben"):
        rewrite_finding(desk.state, finding, before="", evidence="", wording="x")
