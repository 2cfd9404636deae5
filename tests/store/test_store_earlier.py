"""The other reviews of a database: what was judged there, and what was written."""

from __future__ import annotations

from itertools import count, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_material import Desk, new_review

from workbench.core import changes
from workbench.core.concluding import edit_finding
from workbench.core.evidence import Item
from workbench.core.model import NOT_SAME_EVENT, RELATIONS
from workbench.core.points import agreeing_with, point_of
from workbench.core.written import entries
from workbench.searching import beside
from workbench.store import Store
from workbench.store.earlier import FIRST

JUDGED = {"wording": "No troops are sent.", "verdict": "supported", "rationale": "Said so twice."}

_NUMBERS = count(1)


@pytest.fixture
def here(bench) -> Desk:
    """The review one works on."""
    return bench.desk()


@pytest.fixture
def there(bench) -> Desk:
    """Another one, of the same articles."""
    review_id = new_review(bench.store, "Bagram, spring")
    return Desk(Store(bench.path), review_id, "ann")


def judged(here: Desk) -> list[tuple[int, str, bool]]:
    """Number and verdict of every judged claim, and whether the verdict is its own."""
    return [
        (one.number, one.judgement.verdict, one.agreeing)
        for one in here.store.earlier.all_judged(here.review_id)
    ]


def test_a_finding_with_a_verdict_judges_its_claim(here, there):
    claim = there.quoted(1, "no troops will be sent")
    there.conclude(claim, **JUDGED, confidence="high", evidence=[Item("document", "page 3", "so")])
    (found,) = here.store.earlier.all_judged(here.review_id)
    assert (found.quote, found.start, found.end) == (claim.quote, claim.start, claim.end)
    assert found.text_sha256 == here.article(1).text_sha256
    judgement = found.judgement
    assert (judgement.review, judgement.verdict, judgement.analyst) == (
        "Bagram, spring", "supported", "ann",
    )  # fmt: skip
    assert judgement.evidence == ("document: page 3: so",)
    (finding,) = there.state.findings.values()
    assert judgement.judged_on == finding.updated_at[:10]


def test_a_review_is_no_earlier_one_to_itself_and_no_verdict_judges_nothing(here, there):
    here.conclude(here.quoted(1, "no troops"), **JUDGED)
    there.conclude(there.quoted(1, "no troops"))
    assert judged(here) == []
    assert judged(there) == [(1, "supported", True)]


def test_the_verdict_reaches_along_the_links_of_whoever_concluded(bench, here, there):
    one = there.quoted(1, "no troops will be sent")
    agreeing = there.quoted(2, "his country is not sending troops")
    contrary = there.quoted(3, "Four nations met in New York")
    beyond = there.quoted(3, "They named no country")
    apart = there.quoted(3, "Bagram was not mentioned")
    alone = there.quoted(2, "Not now")
    there.link(agreeing, one)
    there.link(agreeing, contrary, "conflicts")
    there.link(contrary, beyond)
    there.link(one, apart, "unverified", reason="not the same event")
    other = Desk(Store(bench.path), there.review_id, "bob")
    other.link(one, alone)  # another analyst’s link does not carry ann’s verdict
    there.look()
    there.conclude(one, **JUDGED)
    assert judged(here) == [
        (one.number, "supported", True),
        (agreeing.number, "supported", True),
        (contrary.number, "supported", False),
        (beyond.number, "supported", False),
    ]


def test_marks_that_contradict_each_other_do_not_go_round_for_ever(here, there):
    claims = [there.quoted(1, "no troops"), there.quoted(2, "not sending"), there.quoted(3, "met")]
    there.link(claims[0], claims[1])
    there.link(claims[1], claims[2])
    there.link(claims[2], claims[0], "conflicts")
    there.conclude(claims[0], **JUDGED)
    assert judged(here) == [(1, "supported", True), (2, "supported", True), (3, "supported", True)]


MARKS = [(relation, "") for relation in RELATIONS] + [("unverified", NOT_SAME_EVENT)]
CLAIM = st.integers(0, 5)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(CLAIM, CLAIM, st.sampled_from(MARKS)), max_size=9))
def test_a_verdict_reaches_what_is_on_the_point_in_memory_too(bench, links):
    bench.store.connection.execute("PRAGMA synchronous = OFF")
    here = bench.desk()
    review_id = new_review(bench.store, f"Other {next(_NUMBERS)}")
    there = Desk(bench.store, review_id, "ann")
    claims = [there.claim(1 + number % 3, number, number + 7) for number in range(6)]
    for one, other, (relation, reason) in links:
        if one != other:
            change = changes.link_claims(
                there.state, claims[one], claims[other], relation, reason=reason
            )
            if change is not None:
                there.do(change)
    there.conclude(claims[0], **JUDGED)
    same = {claim.id for claim in agreeing_with(there.state, claims[0])}
    expected = {claim.id: claim.id in same for claim in point_of(there.state, claims[0]).claims}
    found = here.store.earlier.all_judged(here.review_id)
    assert {one.claim_id: one.agreeing for one in found} == expected
    bench.store.delete_review(review_id)


def test_a_verdict_reaches_so_many_claims_the_nearest(here, there, monkeypatch):
    monkeypatch.setattr("workbench.store.earlier.MOST_CLAIMS", 3)
    chain = [there.claim(1, start, start + 5) for start in range(0, 36, 6)]
    for one, other in pairwise(chain):
        there.link(one, other)
    there.conclude(chain[0], **JUDGED)
    assert judged(here) == [(number, "supported", True) for number in (1, 2, 3)]


def test_pages_give_every_finding_once(here, there):
    for start in range(0, 60, 6):
        there.conclude(there.claim(1, start, start + 5), **JUDGED)
    numbers, after = [], FIRST
    while after is not None:
        page = here.store.earlier.judged(here.review_id, after, 3)
        numbers += [one.number for one in page.claims]
        after = page.then
    assert sorted(numbers) == list(range(1, 11))


def test_a_verdict_that_changes_or_is_undone_is_another_at_once(here, there):
    there.conclude(there.quoted(1, "no troops"), **JUDGED)
    (finding,) = there.state.findings.values()
    there.do(edit_finding(there.state, finding, verdict="mixed", rationale="One paper retracted."))
    assert judged(here) == [(1, "mixed", True)]
    there.undo()
    assert judged(here) == [(1, "supported", True)]
    there.undo()
    assert judged(here) == []
    there.redo()
    assert judged(here) == [(1, "supported", True)]
    here.store.delete_review(there.review_id)
    assert judged(here) == []


def test_the_stamp_tells_of_acts_in_other_reviews_and_of_deleted_ones(here, there):
    earlier = here.store.earlier
    before = earlier.stamp()
    here.quoted(1, "no troops")
    assert earlier.stamp() != before
    assert not earlier.acted(here.review_id, before[0])
    there.quoted(1, "no troops")
    assert earlier.acted(here.review_id, before[0])
    here.store.delete_review(there.review_id)
    assert earlier.stamp()[1] == before[1] - 1


def noted(desk: Desk):
    one, other = desk.quoted(1, "no troops will be sent"), desk.quoted(2, "not sending troops")
    desk.do(changes.edit_claim(desk.state, one, note="Ask Zamir.", claimant="Moscow", tags="army"))
    desk.link(one, other, rationale="Zamir said both.")
    desk.conclude(other, wording="As Zamir says.", verdict="mixed", rationale="A transcript.",
                  evidence=[Item("data", "table 2", "Zamir's dates")])  # fmt: skip
    return one, other


def test_what_was_written_is_read_as_it_is_held_in_memory_and_the_quotes_too(here, there):
    noted(there)
    stored = here.store.earlier.written(there.review_id)
    assert [one for one in stored if one.field != "quote"] == list(entries(there.state))
    assert [one.text for one in stored if one.field == "quote"] == [
        "no troops will be sent",
        "not sending troops",
    ]


def test_a_search_counts_notes_findings_and_earlier_reviews_apart(here, there):
    noted(here)
    one, _ = noted(there)
    found = beside(here.store, here.state, "zamir")
    assert found.words() == "2 in notes, 2 in findings, 4 in earlier reviews"
    told = [one for one in found.found if one.where == "earlier"]
    assert {one.review for one in told} == {"Bagram, spring"}
    assert told[0].spot is not None
    assert (told[0].spot.quote, told[0].spot.published_on) == (one.quote, "2025-10-07")
    assert [judged.judgement.verdict for judged in told[0].judged] == ["mixed"]
    assert beside(here.store, here.state, "Bagram").words() == ""  # not what others’ articles say


def test_a_search_may_be_stopped_between_two_reviews(here, there):
    noted(there)

    def stop(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        beside(here.store, here.state, "zamir", stop)


def test_what_is_gone_from_this_review_is_not_counted_any_more(here, there):
    noted(here)
    noted(there)
    found = beside(here.store, here.state, "zamir")
    here.undo()  # the finding
    assert found.without_gone(here.state).words() == "2 in notes, 4 in earlier reviews"
    assert found.without_gone(here.look()).total == 6
