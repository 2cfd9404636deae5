"""What the annotated sample has to show, found out by core's own functions."""

import json
from datetime import date
from pathlib import Path

import pytest

from workbench.core.anchor import find_quote
from workbench.core.contradictions import contradictory, cycles
from workbench.core.events import describe
from workbench.core.matrix import matrix, own_findings
from workbench.core.model import (
    DEFAULT_VERDICTS,
    NOT_SAME_EVENT,
    UNVERIFIED,
    from_row,
    split_tags,
)
from workbench.core.model import Review as ReviewRecord
from workbench.core.points import all_points, point_of
from workbench.core.review import ReviewState
from workbench.core.text import canonical_text
from workbench.export import Material, export
from workbench.sample import ANNOTATED, corpus, make_annotated, make_plain, read_acts
from workbench.store import Store
from workbench.store.checking import check

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def state(sample):
    return sample.state


@pytest.fixture(scope="module")
def points(state):
    return all_points(state)


@pytest.fixture(scope="module")
def rows(state, points):
    return list(matrix(state.articles, points, findings=own_findings(state)).rows())


def replayed(sample):
    """The review after each event of its log, with the event."""
    first = sample.history[0].rows[0].after
    state = ReviewState(from_row(ReviewRecord, first), sample.state.analyst)
    for event in sample.history:
        state.apply(event.rows)
        yield event, state


def link_rows(sample, number):
    """What the log has of a link, oldest first."""
    return [
        row.after
        for event in sample.history
        for row in event.rows
        if row.table == "link" and row.after and row.after["number"] == number
    ]


# The whole of it


def test_there_is_enough_of_it_to_be_worked_with(state, points):
    assert len(points) >= 20
    assert 40 <= len(state.claims) <= 65
    assert len(state.links) >= 30
    assert len(state.findings) >= 12
    assert {claim.article_id for claim in state.claims.values()} == set(state.articles)


def test_the_readme_counts_it_right(state, points):
    counted = (
        f"{len(state.claims)} claims, {len(state.links)} links, {len(points)} points, "
        f"{len(state.findings)} findings"
    )
    assert counted in (REPOSITORY / "README.md").read_text(encoding="utf-8")


def test_every_quote_of_the_file_stands_in_its_article(sample):
    texts = {a.number: sample.texts()[a.id] for a in sample.state.articles_in_order()}
    acts = [act for act in read_acts(corpus() / ANNOTATED).acts if "quote" in act.says]
    of_claim = {act.says["claim"]: act.says["article"] for act in acts if act.do == "claim"}
    for act in acts:
        article = act.says.get("article") or of_claim[act.says["claim"]]
        assert find_quote(texts[article], canonical_text(act.says["quote"])), act.name()


def test_it_passes_the_check_of_hashes_quotes_and_log(sample):
    report = check(sample.store)
    assert report.problems == []
    assert (report.articles, report.claims) == (5, len(sample.state.claims))
    assert report.events == len(sample.history)


def test_every_time_in_it_is_the_files_own(sample):
    acts = read_acts(corpus() / ANNOTATED)
    shown = [
        at.strftime("%Y-%m-%dT%H:%M:%S.000Z") for at in (acts.begun, *(a.at for a in acts.acts))
    ]
    assert [event.at for event in sample.history] == shown
    assert {event.analyst for event in sample.history} == {acts.analyst}


def test_no_mark_refers_to_what_was_not_there_yet(sample):
    # “Marked conflicting at first” in a note of the first mark, for example.
    for event in sample.history:
        for row in event.rows:
            if row.table == "link" and row.before is None and row.after:
                assert "at first" not in row.after["rationale"]


# Agreement and conflict


def test_articles_conflict_over_an_office_a_number_and_the_order_of_events(state):
    conflicts = [link for link in state.links.values() if link.relation == "conflicts"]
    assert {"role", "number", "time", "negation"} <= {link.reason for link in conflicts}
    assert all(link.rationale for link in conflicts)


def test_claimants_conflict_inside_one_article(state):
    inside = []
    for link in state.links.values():
        one, other = state.claims[link.from_claim_id], state.claims[link.to_claim_id]
        if link.relation == "conflicts" and one.article_id == other.article_id:
            assert one.claimant
            assert other.claimant
            assert one.claimant != other.claimant
            inside.append(link)
    assert len(inside) >= 2


def test_an_agreement_rests_on_one_declared_origin(rows):
    single = [row for row in rows if row.sign == "single"]
    assert len(single) >= 2
    assert all(row.origins == "2 articles, 1 origin" for row in single)


def test_origins_are_declared_in_part_in_full_and_not_at_all(points):
    told = {
        position.origins.words()
        for point in points
        for position in point.positions
        if position.origins.articles > 1
    }
    assert {
        "2 articles, 1 origin",
        "2 articles, 2 origins",
        "2 articles, origins unknown",
        "3 articles, 1 (+2 unknown) origins",
    } <= told


def test_points_are_said_by_one_article_alone(points):
    alone = [point for point in points if len({c.article_id for c in point.claims}) == 1]
    assert len(alone) >= 5


def test_claims_nest_where_a_sentence_asserts_two_things(state):
    nested = [
        claim
        for claim in state.claims.values()
        if len(state.claims_at(claim.article_id, claim.start)) > 1
    ]
    assert nested


# Not the same event


def test_false_corroboration_was_marked_and_taken_back_and_joins_nothing(sample, state):
    apart = [link for link in state.links.values() if link.reason == NOT_SAME_EVENT]
    assert len(apart) >= 4
    for link in apart:
        assert link.relation == UNVERIFIED
        assert link.rationale
        one, other = state.claims[link.from_claim_id], state.claims[link.to_claim_id]
        assert point_of(state, one).number != point_of(state, other).number
    first = {link_rows(sample, link.number)[0]["relation"] for link in apart}
    assert {"agrees", "conflicts"} <= first


def test_what_is_kept_apart_lies_a_year_apart(state):
    # Of a pair one is article 3, of 2024; or both speak of two days within one article's times.
    pairs = [
        {state.articles[state.claims[end].article_id].number for end in (link.from_claim_id, link.to_claim_id)}
        for link in state.links.values()
        if link.reason == NOT_SAME_EVENT
    ]  # fmt: skip
    assert sum(3 in pair for pair in pairs) >= 4


def test_the_weekday_that_fits_both_years_does(state):
    assert date(2024, 9, 27).strftime("%A") == date(2025, 9, 26).strftime("%A") == "Friday"
    assert any("26 September 2025" in one.note for one in state.evidence.values())


# Contradictory marks


def test_marks_contradicted_each_other_twice_and_do_no_longer(sample, points):
    said, was = [], False
    for event, state in replayed(sample):
        found = [
            one for point in all_points(state) if contradictory(point) for one in cycles(point)
        ]
        if bool(found) != was:
            said.append((event.act, bool(found)))
            was = bool(found)
        for cycle in found:
            assert cycle.link.relation == "conflicts"
            assert {link.relation for link in cycle.chain} == {"agrees"}
    assert [begun for _, begun in said] == [True, False, True, False]
    assert not any(map(contradictory, points))


def test_one_contradiction_was_settled_by_narrowing_and_one_by_a_looser_mark(sample):
    wide, narrow = link_rows(sample, 1)[0], link_rows(sample, 1)[-1]
    assert (wide["relation"], narrow["relation"]) == ("conflicts", "agrees")
    assert "two claims" in narrow["rationale"]
    moved = [row for e in sample.history if e.act == "claim.move" for row in e.rows]
    assert {row.after["number"] for row in moved} == {1, 2}
    assert all(len(row.after["quote"]) < len(row.before["quote"]) for row in moved)
    loose = link_rows(sample, 6)
    assert [row["relation"] for row in loose] == ["agrees", "unverified"]
    assert loose[-1]["reason"] == "wording"
    assert loose[-1]["rationale"]


# Findings


def test_findings_come_to_every_kind_of_verdict_and_one_to_none_yet(state):
    verdicts = {finding.verdict for finding in state.findings.values()}
    assert verdicts == {"", *DEFAULT_VERDICTS}
    confidences = {finding.confidence for finding in state.findings.values()}
    assert confidences == {"", "low", "medium", "high"}


def test_no_finding_is_without_wording_and_no_point_has_two(state, points):
    assert all(finding.wording for finding in state.findings.values())
    assert max(len(state.findings_of(point)) for point in points) == 1


def test_findings_rest_on_evidence_of_several_kinds(state):
    assert {one.kind for one in state.evidence.values()} >= {"document", "data", "archive"}
    assert max(len(state.evidence_of(key)) for key in state.findings) >= 2
    assert all(one.locator and one.note for one in state.evidence.values())


def test_verdicts_were_changed_later_and_the_log_keeps_the_old_with_its_reasons(sample):
    judged = [event for event in sample.history if event.act == "finding.judge"]
    assert len(judged) >= 2
    for event in judged:
        before, after = event.rows[0].before, event.rows[0].after
        assert before["verdict"] != after["verdict"]
        assert before["rationale"] != after["rationale"]
        assert f"verdict {before['verdict']} (" in describe(event)
        assert f"Was {before['verdict']}" in after["rationale"]


def test_questions_are_left_open_with_what_to_do_about_them(state):
    asked = [one for one in state.claims.values() if "open question" in split_tags(one.tags)]
    assert len(asked) >= 4
    assert all(one.note for one in asked)


def test_a_slip_was_undone_and_a_candidate_turned_down(sample, state):
    assert [event.act for event in sample.history].count("undo") == 1
    assert len(state.dismissals) == 1


# Making it


def test_made_again_it_is_the_same_to_the_last_id_and_time(sample, tmp_path):
    with Store(tmp_path / "again.db", create=True, lasting=False) as store:
        make_plain(store, "jo", 1 << 20)  # what is there already changes nothing but line numbers
        again = make_annotated(store)
        history = store.history(again.review.id)
    mine = [event._replace(seq=0) for event in sample.history]
    assert [event._replace(seq=0) for event in history] == mine


def test_in_another_name_all_marks_are_that_analysts(tmp_path):
    with Store(tmp_path / "jo.db", create=True, lasting=False) as store:
        state = make_annotated(store, "jo")
    assert {link.analyst for link in state.links.values()} == {"jo"}
    assert len(all_points(state)) >= 20


def test_what_is_done_in_it_afterwards_is_of_now(sample, tmp_path):
    with Store(tmp_path / "now.db", create=True, lasting=False) as store:
        state = make_annotated(store)
        reversal = store.undo(state.review.id, state.analyst)
    assert reversal.target.act == "claim.edit"
    assert reversal.event.at > sample.history[-1].at


def test_it_is_left_at_a_conflict_in_two_articles_as_a_colleague_would(sample, state):
    session = sample.store.load_session(state.review.id, state.analyst)
    assert sorted(session["panes"]) == sorted(state.articles)
    first, second = session["panes"][:2]
    ends = [state.claims_at(key, session["positions"][key][0])[0] for key in (first, second)]
    assert state.link_between(ends[0].id, ends[1].id).relation == "conflicts"
    texts = sample.texts()
    for key in (first, second):
        cursor, top = session["positions"][key]
        assert texts[key][:top].endswith("\n\n")
        assert "\n\n" not in texts[key][top:cursor]


def test_no_article_is_said_to_have_made_a_claim_that_it_does_not_make(state):
    """The finding hangs on a claim of the side that its wording states, so ClaimReview names that."""
    made = json.loads(export(state, "claimreview", material=Material()))["@graph"]
    said = {one["claimReviewed"]: one["itemReviewed"]["text"] for one in made}
    ambassador = "In October 2025 Zamir Kabulov was Russia’s ambassador to Afghanistan."
    named = "The declaration of the four named whom it was directed against."
    assert said[ambassador] == "Russia’s ambassador to the country"
    assert said[named] == "mentioned Bagram by name"
