"""Conclusions in the log, as lines of words."""

from __future__ import annotations

from core_material import Desk

from workbench.core.changes import (
    add_evidence,
    delete_claim,
    delete_finding,
    edit_evidence,
    edit_finding,
    make_finding,
    remove_evidence,
)
from workbench.core.events import Event, describe, known_numbers, numbers_in
from workbench.core.evidence import Item
from workbench.core.model import to_row
from workbench.core.review import RowChange

TEXT = "Moscow said no troops."
PAGE = Item("document", "page 3", "his title")


def worked() -> Desk:
    """Two linked claims, with a finding that has a verdict."""
    desk = Desk()
    one, other = desk.claim(desk.article(TEXT), 0, 6), desk.claim(desk.article(TEXT), 0, 6)
    desk.link(one, other)
    desk.do(make_finding(desk.state, one, wording="No troops.", evidence=[PAGE]))
    finding = desk.state.finding_numbered(1)
    judged = {"verdict": "supported", "confidence": "low", "rationale": "One\npage."}
    desk.do(edit_finding(desk.state, finding, **judged))
    return desk


def told(desk, change, **values) -> str:
    event = Event(1, "id", change.analyst, "then", change.act, "", "", change.rows)
    return describe(event._replace(**values), known_numbers(desk.state, [event]))


def test_a_finding_and_its_evidence_are_told_when_they_are_made_and_when_they_go():
    desk = Desk()
    claim = desk.claim(desk.article(TEXT), 0, 6)
    made = desk.do(make_finding(desk.state, claim, wording="No troops.", evidence=[PAGE]))
    assert told(desk, made) == (
        "finding 1 made: “No troops.”, no verdict; evidence 1 made: document for finding 1, page 3"
    )
    gone = delete_finding(desk.state, desk.state.finding_numbered(1))
    assert told(desk, gone, act="redo") == (
        "done again: evidence 1 taken away: document for finding 1, page 3; "
        "finding 1 taken away: “No troops.”, no verdict"
    )


def test_a_verdict_is_told_with_its_reasons_and_the_one_before_with_its_own():
    desk = worked()
    finding = desk.state.finding_numbered(1)
    changed = edit_finding(desk.state, finding, verdict="mixed", rationale="Two pages.")
    assert told(desk, changed) == (
        "finding 1: verdict supported (low confidence: One page.) → mixed (low confidence: Two "
        "pages.)"
    )
    cleared = edit_finding(desk.state, finding, verdict="", confidence="", rationale="")
    assert told(desk, cleared) == (
        "finding 1: verdict supported (low confidence: One page.) → no verdict"
    )
    reworded = edit_finding(desk.state, finding, wording="None.", rationale="Page 3.")
    assert told(desk, reworded) == (
        "finding 1: wording No troops. → None., rationale One page. → Page 3."
    )


def test_a_change_of_evidence_is_told_field_by_field():
    desk = worked()
    evidence = desk.state.evidence_numbered(1)
    assert told(desk, edit_evidence(desk.state, evidence, note="")) == (
        "evidence 1: note his title → nothing"
    )
    assert told(desk, remove_evidence(desk.state, evidence)) == (
        "evidence 1 taken away: document for finding 1, page 3"
    )


def test_a_finding_that_is_handed_over_is_told_with_both_claims():
    desk = worked()
    change = delete_claim(desk.state, desk.state.claim_numbered(1))
    assert told(desk, change).startswith(
        "finding 1: handed from claim 1 to claim 2; link 1 taken away"
    )


def test_a_conclusion_whose_claim_nobody_knows_reads_all_the_same():
    desk = worked()
    finding = desk.state.finding_numbered(1)
    row = to_row(finding)
    moved = RowChange("finding", row["id"], row, row | {"claim_id": "gone"})
    event = Event(1, "id", "ann", "then", "claim.delete", "", "", (moved,))
    assert describe(event) == "finding 1: on another claim"
    assert numbers_in([event]) == {row["id"]: 1}
    added = add_evidence(desk.state, finding, Item("data", "a table"))
    event = event._replace(act="evidence.add", rows=desk.number(added).rows)
    assert describe(event) == "evidence 2 made: data, a table"


def test_rows_of_one_kind_are_counted_when_they_are_many_undone_too():
    desk = Desk()
    article = desk.article("One two three four five six seven eight nine ten eleven.")
    claims = [desk.claim(article, start, start + 3) for start in range(0, 40, 4)]
    rows = [RowChange("claim", claim.id, to_row(claim), None) for claim in claims]
    gone = RowChange("article", article.id, to_row(article), None)
    act = Event(1, "x", "ann", "then", "article.remove", "", "", (*rows, gone))
    assert describe(act) == "10 claims taken away; article 1 removed"
    back = tuple(RowChange(row.table, row.id, row.after, row.before) for row in act.rows)
    undone = act._replace(act="undo", undoes="x", rows=back)
    assert describe(undone) == "undone: 10 claims made; article 1 brought in"
    few = act._replace(rows=(*rows[:2], gone))
    assert describe(few).startswith("claim 1 taken away: “One”; claim 2 taken away: ")


def test_an_import_is_told_in_numbers_however_small_it_is():
    desk = Desk()
    claim = desk.claim(desk.article("One two three."), 0, 3)
    made = RowChange("claim", claim.id, None, to_row(claim))
    evidence = RowChange("evidence", "e", None, {"number": 1, "kind": "data"})
    act = Event(1, "x", "ann", "then", "review.import", "", "", (made, evidence, evidence))
    assert describe(act) == "1 claim imported; 2 pieces of evidence imported"
