"""The verdicts a review knows."""

from __future__ import annotations

import pytest
from core_material import BOUNDED, Desk
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.changes import choose_verdicts, edit_finding, make_finding
from workbench.core.events import Event, describe
from workbench.core.model import DEFAULT_VERDICTS
from workbench.core.review import RowChange
from workbench.core.verdicts import verdict_named
from workbench.errors import ChangeRefusedError, UsageError

TEXT = "Moscow said no troops."


@pytest.fixture
def desk():
    return Desk()


def test_a_review_has_the_usual_verdicts_until_it_chooses_its_own(desk):
    assert desk.state.verdicts == DEFAULT_VERDICTS
    effect = desk.state.apply(choose_verdicts(desk.state, [" true ", "Half  true", "TRUE"]).rows)
    assert effect.review
    assert desk.state.verdicts == ("true", "Half true")
    desk.do(choose_verdicts(desk.state, ["true; false", "other"]))
    assert desk.state.verdicts == ("true", "false", "other")
    assert choose_verdicts(desk.state, ["true", "false; other ;"]) is None
    desk.do(choose_verdicts(desk.state, DEFAULT_VERDICTS))
    assert desk.state.verdicts == DEFAULT_VERDICTS
    assert len(desk.state.verdict_lists) == 1


@pytest.mark.parametrize("names", [[], [""], [" ; ", ";"]])
def test_a_list_of_verdicts_is_not_empty(desk, names):
    with pytest.raises(ChangeRefusedError, match="names one at least"):
        choose_verdicts(desk.state, names)


def test_a_list_of_verdicts_fits_on_a_line(desk):
    with pytest.raises(ChangeRefusedError, match="a line holds 2,000 at most"):
        choose_verdicts(desk.state, [f"verdict {number}" for number in range(300)])


def test_choosing_the_usual_verdicts_in_a_review_that_has_them_is_no_act(desk):
    assert choose_verdicts(desk.state, DEFAULT_VERDICTS) is None


@pytest.mark.parametrize(
    ("typed", "meant"), [("sup", "supported"), ("  NOT Checkable ", "not checkable"), (" ", "")]
)
def test_a_verdict_is_named_by_its_beginning(desk, typed, meant):
    assert verdict_named(desk.state, typed) == meant


@pytest.mark.parametrize("typed", ["mi", "mi xed", "true", ";"])
def test_an_unknown_verdict_or_one_of_several_is_refused_with_those_there_are(desk, typed):
    with pytest.raises(UsageError, match="supported, contradicted, mixed, misleading context"):
        verdict_named(desk.state, typed)


def test_a_whole_name_that_is_also_the_beginning_of_another_means_itself(desk):
    desk.do(choose_verdicts(desk.state, ["true enough", "true"]))
    assert verdict_named(desk.state, "True") == "true"


def test_a_finding_keeps_a_verdict_that_has_left_the_list(desk):
    claim = desk.claim(desk.article(TEXT), 0, 6)
    desk.do(make_finding(desk.state, claim, wording="So.", verdict="mixed", rationale="Half."))
    desk.do(choose_verdicts(desk.state, ["true", "false"]))
    desk.do(
        edit_finding(desk.state, desk.state.finding_numbered(1), verdict="mixed", confidence="low")
    )
    assert desk.state.finding_numbered(1).verdict == "mixed"
    desk.do(edit_finding(desk.state, desk.state.finding_numbered(1), verdict="false"))
    with pytest.raises(UsageError, match="no verdict of this review; it is true or false"):
        edit_finding(desk.state, desk.state.finding_numbered(1), verdict="mixed")


@BOUNDED
@given(st.lists(st.text(max_size=12), max_size=8))
def test_every_verdict_of_a_list_can_be_given(names):
    desk = Desk()
    claim = desk.claim(desk.article(TEXT), 0, 6)
    try:
        change = choose_verdicts(desk.state, names)
    except ChangeRefusedError:
        return
    if change is not None:
        desk.do(change)
    assert choose_verdicts(desk.state, desk.state.verdicts) is None
    for name in desk.state.verdicts:
        made = make_finding(desk.state, claim, wording="So.", verdict=name, rationale="Why.")
        assert made.rows[0].after["verdict"] == name


def test_a_list_of_verdicts_reads_as_the_verdicts_there_are_then(desk):
    def told(change, **values):
        return describe(
            Event(1, "id", "ann", "then", change.act, "", "", change.rows)._replace(**values)
        )

    first = desk.do(choose_verdicts(desk.state, ["true", "false"]))
    assert told(first) == "verdicts: true; false"
    assert told(choose_verdicts(desk.state, ["true"])) == "verdicts: true"
    back = tuple(RowChange(row.table, row.id, row.after, row.before) for row in first.rows)
    assert told(first, act="undo", rows=back) == f"undone: verdicts: {'; '.join(DEFAULT_VERDICTS)}"
