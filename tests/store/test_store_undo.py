"""Undo and redo where it matters: across restarts, between analysts, and when refused."""

from __future__ import annotations

import pytest
from store_material import LOGGED, TEXTS, add, dump, new_review

from workbench.core import changes
from workbench.core.evidence import Item
from workbench.core.model import NOT_SAME_EVENT
from workbench.errors import ChangeRefusedError, NotFoundError, StaleError, StoreError
from workbench.store import Store, check

TABLES = (*LOGGED, "counter")


def test_what_was_done_before_a_restart_is_undone_after_it(bench):
    desk = bench.desk()
    claim = desk.claim()
    desk.store.close()
    again = bench.desk()
    assert again.state.claims == {claim.id: claim}
    assert again.undo().target.act == "claim.make"
    assert again.look().claims == {}


def test_undo_passes_over_bringing_articles_in_and_making_the_review(bench):
    desk = bench.desk()
    with pytest.raises(ChangeRefusedError, match="nothing of yours left to undo"):
        desk.undo()
    desk.claim()
    add(desk.store, desk.review_id, "A fourth article.")
    assert desk.undo().target.act == "claim.make"
    assert len(desk.look().articles) == 4


def test_undo_takes_back_only_ones_own_acts_newest_first(bench):
    ann, ben = bench.desk("ann"), bench.desk("ben")
    first = ann.claim(1, 0, 6)
    second = ann.claim(1, 7, 11)
    ben.claim(2, 0, 8)
    assert ann.undo().target.rows[0].id == second.id
    assert ann.undo().target.rows[0].id == first.id
    with pytest.raises(ChangeRefusedError):
        ann.undo()
    assert len(ann.look().claims) == 1


def test_undo_works_from_any_terminal_of_the_same_analyst(bench):
    one, other = bench.desk("ann"), bench.desk("ann")
    claim = one.claim()
    assert other.undo().target.rows[0].id == claim.id
    assert one.redo().target.rows[0].id == claim.id


def test_a_new_act_ends_redo_but_bringing_an_article_in_does_not(bench):
    desk = bench.desk()
    desk.claim(1, 0, 6)
    desk.undo()
    add(desk.store, desk.review_id, "A fourth article.")
    desk.redo()
    desk.undo()
    desk.claim(1, 7, 11)
    with pytest.raises(ChangeRefusedError, match="nothing to redo"):
        desk.redo()


def test_another_analysts_act_does_not_end_ones_redo(bench):
    ann, ben = bench.desk("ann"), bench.desk("ben")
    ann.claim(1, 0, 6)
    ann.undo()
    ben.claim(2, 0, 8)
    assert ann.redo().target.act == "claim.make"


def test_everything_is_undone_to_the_beginning_and_done_again_to_the_end(bench):
    desk = bench.desk()
    beginning = dump(bench.store, tuple(table for table in LOGGED if table != "review"))
    one, other = desk.quoted(1, "no troops"), desk.quoted(2, "not sending troops")
    desk.link(one, other)
    desk.do(changes.edit_claim(desk.state, one, note="the same", origin="TASS"))
    one = desk.state.claims[one.id]
    desk.do(changes.move_claim(desk.state, one, desk.texts[one.article_id], 0, 20))
    desk.do(changes.dismiss(desk.state, other, one.article_id, 0, 6))
    desk.do(changes.rename_review(desk.state.review, "Kabul", "ann"))
    desk.do(changes.edit_article(desk.state, desk.article(1), outlet="TASS"))
    finding = desk.conclude(other, evidence=[Item("document", "page 3")])
    desk.do(changes.choose_verdicts(desk.state, ("true", "false")))
    desk.do(changes.edit_finding(desk.state, finding, verdict="true", rationale="It says so."))
    desk.do(changes.add_evidence(desk.state, finding, Item("reply", "", "Asked; no answer.")))
    desk.do(changes.choose_verdicts(desk.state, ("right", "wrong")))
    desk.do(changes.remove_article(desk.state, desk.article(2)))
    assert desk.state.findings[finding.id].claim_id == one.id
    desk.do(changes.remove_evidence(desk.state, desk.state.evidence_numbered(1)))
    desk.do(changes.delete_finding(desk.state, desk.state.findings[finding.id]))
    end = dump(bench.store, TABLES)
    acts = []
    while True:
        try:
            acts.append(bench.desk().undo().target.act)
        except ChangeRefusedError:
            break
    assert dump(bench.store, tuple(beginning)) == beginning
    assert bench.desk().state.review.title == "Bagram"
    assert acts == [
        "finding.delete",
        "evidence.remove",
        "article.remove",
        "review.verdicts",
        "evidence.add",
        "finding.judge",
        "review.verdicts",
        "finding.make",
        "article.edit",
        "review.rename",
        "candidate.dismiss",
        "claim.move",
        "claim.edit",
        "link.make",
        "claim.make",
        "claim.make",
    ]
    for act in reversed(acts):
        assert bench.desk().redo().target.act == act
    assert dump(bench.store, TABLES) == end
    assert check(bench.store).problems == []


def test_undo_is_refused_with_a_name_when_another_changed_the_row_since(bench):
    ann, ben = bench.desk("ann"), bench.desk("ben")
    claim = ann.claim()
    ben.look()
    ben.do(changes.edit_claim(ben.state, ben.state.claims[claim.id], note="mine"))
    before = dump(bench.store)
    with pytest.raises(StaleError, match=r"Claim 1 was changed by ben at \d\d:\d\d UTC") as refused:
        ann.undo()
    assert "Nothing was changed" in str(refused.value)
    assert dump(bench.store) == before


def test_undoing_a_claim_that_another_has_linked_since_is_refused_with_the_reason(bench):
    ann, ben = bench.desk("ann"), bench.desk("ben")
    one, other = ann.claim(1, 0, 6), ann.claim(2, 0, 8)
    ben.look()
    ben.link(one, other, "conflicts")
    before = dump(bench.store)
    with pytest.raises(StoreError, match="something else still rests on it"):
        ann.undo()
    assert dump(bench.store) == before
    with pytest.raises(ChangeRefusedError, match="links of ben"):
        changes.delete_claim(ann.look(), ann.state.claims[other.id])


def test_a_link_is_not_brought_back_when_its_claim_is_gone(bench):
    ann, ben = bench.desk("ann"), bench.desk("ben")
    one, other = ann.claim(1, 0, 6), ann.claim(2, 0, 8)
    link = ann.link(one, other)
    ann.do(changes.delete_link(ann.state, link))
    ben.look()
    ben.do(changes.delete_claim(ben.state, ben.state.claims[other.id]))
    before = dump(bench.store)
    with pytest.raises(StoreError, match="no longer there"):
        ann.undo()
    assert dump(bench.store) == before


def test_a_claim_is_not_brought_back_when_its_article_is_gone(bench):
    ann, ben = bench.desk("ann"), bench.desk("ben")
    claim = ann.claim(1, 0, 6)
    ann.do(changes.delete_claim(ann.state, claim))
    ben.do(changes.remove_article(ben.look(), ben.article(1)))
    before = dump(bench.store)
    with pytest.raises(StoreError, match="no longer there"):
        ann.undo()
    assert dump(bench.store) == before


def test_a_title_taken_meanwhile_refuses_the_undo_of_a_rename(bench):
    desk = bench.desk()
    desk.do(changes.rename_review(desk.state.review, "Kabul", "ann"))
    new_review(bench.store, "bagram", ())
    before = dump(bench.store)
    with pytest.raises(StoreError, match="a review of that title already"):
        desk.undo()
    assert dump(bench.store) == before


def test_an_act_on_what_another_took_away_is_refused_with_the_name(bench):
    ann, ben = bench.desk("ann"), bench.desk("ben")
    claim = ann.claim()
    ben.look()
    ben.do(changes.delete_claim(ben.state, ben.state.claims[claim.id]))
    before = dump(bench.store)
    with pytest.raises(StaleError, match="Claim 1 is no longer there: it was taken away by ben"):
        ann.do(changes.edit_claim(ann.state, claim, note="too late"))
    assert dump(bench.store) == before


def test_the_same_article_twice_is_refused_and_says_so(bench):
    before = dump(bench.store)
    with pytest.raises(StaleError, match="there already"):
        add(bench.store, bench.review_id, TEXTS[0])
    assert dump(bench.store) == before


def test_an_article_removed_and_brought_in_again_has_a_new_number(bench):
    desk = bench.desk()
    desk.do(changes.remove_article(desk.state, desk.article(1)))
    add(bench.store, bench.review_id, TEXTS[0])
    assert [a.number for a in desk.look().articles_in_order()] == [2, 3, 4]
    with pytest.raises(StaleError, match="there already"):
        desk.undo()


def test_a_number_is_never_given_twice_even_after_undo_and_delete(bench):
    desk = bench.desk()
    desk.claim(1, 0, 6)
    desk.undo()
    assert desk.claim(1, 7, 11).number == 2
    desk.do(changes.delete_claim(desk.state, desk.state.claim_numbered(2)))
    assert desk.claim(1, 7, 11).number == 3
    with pytest.raises(ChangeRefusedError):
        desk.redo()


def test_numbers_are_counted_within_each_review(bench):
    other = new_review(bench.store, "Kabul")
    bench.desk().claim()
    desk = type(bench.desk())(Store(bench.path), other, "ann")
    assert desk.claim().number == 1
    assert [a.number for a in desk.state.articles_in_order()] == [1, 2, 3]


def test_a_refused_act_uses_up_no_number(bench):
    ann, ben = bench.desk("ann"), bench.desk("ben")
    one = ann.claim(1, 0, 6)
    other = ann.claim(2, 0, 8)
    stale = changes.link_claims(ann.state, one, other, "agrees")
    ben.look()
    ben.do(changes.delete_claim(ben.state, other))
    with pytest.raises(StoreError):
        ann.do(stale)
    third = ann.claim(3, 0, 4)
    ann.look()
    assert ann.link(one, third).number == 1


def test_an_act_on_a_review_another_terminal_deleted_is_refused_with_a_sentence(bench):
    desk = bench.desk()
    claim = desk.claim(1, 0, 6)
    acts = [
        changes.make_claim(desk.state, desk.article(1), TEXTS[0], 7, 11),
        changes.edit_claim(desk.state, claim, note="late"),
        changes.delete_claim(desk.state, claim),
        changes.rename_review(desk.state.review, "Kabul", "ann"),
    ]
    bench.store.delete_review(bench.review_id)
    before = dump(bench.store)
    for act in acts:
        with pytest.raises((StoreError, StaleError), match="no longer there"):
            desk.store.commit(act)
    with pytest.raises(StoreError, match="no longer there"):
        desk.store.save_session(bench.review_id, "ann", {"pane": 1})
    with pytest.raises(ChangeRefusedError):
        desk.undo()
    with pytest.raises(NotFoundError, match="no longer there"):
        desk.look()
    assert dump(bench.store) == before


def test_deleting_a_claim_brings_back_its_links_when_undone(bench):
    desk = bench.desk()
    one, other = desk.claim(1, 0, 6), desk.claim(2, 0, 8)
    link = desk.link(one, other, "unverified", reason=NOT_SAME_EVENT, rationale="2024")
    before = dump(bench.store, TABLES)
    desk.do(changes.delete_claim(desk.state, one))
    assert desk.state.links == {}
    desk.undo()
    assert desk.state.links == {link.id: link}
    assert dump(bench.store, TABLES) == before


def test_the_rows_of_an_event_are_written_in_one_piece_with_it(bench):
    desk = bench.desk()
    event = desk.do(changes.make_claim(desk.state, desk.article(1), TEXTS[0], 0, 6))
    (kept,) = desk.store.history(desk.review_id, newest=1)
    assert kept == event
    assert kept.rows[0].after["number"] == 1
    assert desk.store.history(desk.review_id, after=event.seq) == []
    assert desk.store.latest(desk.review_id) == event.seq


def test_what_another_connection_wrote_is_noticed_once(bench):
    desk = bench.desk()
    assert not bench.store.changed_elsewhere()
    desk.claim()
    assert bench.store.changed_elsewhere()
    assert not bench.store.changed_elsewhere()
    assert not desk.store.changed_elsewhere()


def test_undo_and_redo_reach_past_a_hundred_acts(bench):
    desk = bench.desk()
    beginning = dump(bench.store, ("claim",))
    made = [desk.claim(1, start, start + 3).id for start in range(70) if TEXTS[0][start].isalpha()]
    assert len(made) > 50
    end = dump(bench.store, ("claim",))
    for _ in made:
        desk.undo()
    assert dump(bench.store, ("claim",)) == beginning
    for _ in made:
        desk.redo()
    assert dump(bench.store, ("claim",)) == end
    assert [desk.undo().target.rows[0].id for _ in made] == made[::-1]
    assert dump(bench.store, ("claim",)) == beginning
