"""Acts as data: what they touch, what they refuse, and that taking them back is exact."""

from __future__ import annotations

import pytest
from core_material import BOUNDED, Desk, canonical
from hypothesis import given
from hypothesis import strategies as st

from workbench.core import changes
from workbench.core.changes import (
    delete_claim,
    delete_link,
    dismiss,
    edit_article,
    edit_claim,
    edit_link,
    link_claims,
    make_claim,
    mark_link,
    move_claim,
    new_claim,
    not_same_event,
    remove_article,
    trim,
)
from workbench.core.clusters import snap
from workbench.core.model import NOT_SAME_EVENT
from workbench.core.pieces import LONGEST_FIELD, LONGEST_NOTE
from workbench.errors import ChangeRefusedError, UsageError

TEXT = "Moscow said no troops.\n\nKabul agreed, and left."


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def article(desk):
    return desk.article(TEXT)


@pytest.fixture
def pair(desk):
    """Two claims of two articles."""
    return desk.claim(desk.article(TEXT), 0, 6), desk.claim(desk.article(TEXT), 24, 29)


def test_a_review_needs_a_title():
    for nothing in ("", "  ", "\n\t"):
        with pytest.raises(ChangeRefusedError, match="needs a title"):
            changes.create_review(nothing, "ann")


def test_a_title_is_kept_on_one_line_without_stray_spaces():
    (row,) = changes.create_review("  Bagram\r\n 2025 ", "ann").rows
    assert row.after["title"] == "Bagram 2025"
    assert row.before is None


def test_renaming_keeps_everything_but_title_and_time(desk):
    (row,) = changes.rename_review(desk.state.review, "Kabul", "ben").rows
    assert row.after["title"] == "Kabul"
    assert {k: v for k, v in row.after.items() if k not in ("title", "updated_at")} == {
        k: v for k, v in row.before.items() if k not in ("title", "updated_at")
    }


def test_the_same_text_has_the_same_article_id_everywhere():
    one = changes.add_article("r1", "ann", text=TEXT, raw=b"x").rows[0]
    two = changes.add_article("r2", "ben", text=TEXT, raw=b"y").rows[0]
    other = changes.add_article("r1", "ann", text=TEXT + ".", raw=b"x").rows[0]
    assert one.id == two.id != other.id
    assert one.after["text_sha256"] == two.after["text_sha256"]
    assert one.after["raw_sha256"] != two.after["raw_sha256"]
    assert one.after["characters"] == len(TEXT)


def test_a_new_claim_holds_the_quote_at_its_place(desk, article):
    (row,) = make_claim(desk.state, article, TEXT, 0, 6).rows
    assert row.after["quote"] == "Moscow"
    assert (row.after["prefix"], row.after["suffix"]) == ("", TEXT[6:38])
    assert (row.after["number"], row.before) == (0, None)


def test_a_selection_loses_the_white_space_at_its_ends(desk, article):
    claim = new_claim(desk.state, article, TEXT, 6, 24)
    assert claim.quote == "said no troops."


@pytest.mark.parametrize(("start", "end"), [(22, 24), (6, 7), (5, 5), (9, 3), (47, 47), (900, 999)])
def test_a_span_without_words_makes_no_claim(desk, article, start, end):
    with pytest.raises(ChangeRefusedError, match="no words"):
        make_claim(desk.state, article, TEXT, start, end)


def test_the_same_words_are_no_second_claim_but_narrower_ones_are(desk, article):
    there = desk.claim(article, 0, 22)
    with pytest.raises(ChangeRefusedError, match=f"claim {there.number} already"):
        make_claim(desk.state, article, TEXT, 0, 24)
    assert make_claim(desk.state, article, TEXT, 0, 21).made("claim")


def test_the_same_place_in_another_article_is_another_claim(desk, article):
    desk.claim(article, 0, 6)
    assert make_claim(desk.state, desk.article(TEXT + " "), TEXT, 0, 6).made("claim")


@BOUNDED
@given(canonical(), st.integers(-3, 99), st.integers(-3, 99))
def test_a_trimmed_span_has_whole_clusters_and_words_at_both_ends(text, start, end):
    low, high = trim(text, start, end)
    assert trim(text, low, high) == (low, high)
    if low < high:
        assert snap(text, low, high) == (low, high)
        assert text[low:high].strip()
        assert not text[low:high][0].isspace() or snap(text, low, low + 1) != (low, low + 1)
        assert not text[low:high][-1].isspace() or snap(text, high - 1, high) != (high - 1, high)


def test_a_mark_is_never_cut_from_the_space_or_letter_that_carries_it():
    assert trim("a \u0301b", 1, 4) == (1, 4)
    assert trim("e\u0301a", 1, 3) == (0, 3)


def test_trimming_a_flood_of_wide_spaces_looks_at_each_only_a_few_times(monkeypatch):
    asked = 0
    genuine = changes.snap

    def counted(*arguments):
        nonlocal asked
        asked += 1
        return genuine(*arguments)

    monkeypatch.setattr(changes, "snap", counted)
    text = "中" + "\u3000" * 20_000 + "文"
    assert trim(text, 1, len(text) - 1)[0] >= trim(text, 1, len(text) - 1)[1]
    assert asked <= 4


def test_an_edit_that_changes_nothing_is_no_act(desk, article):
    claim = desk.claim(article)
    assert edit_claim(desk.state, claim) is None
    assert edit_claim(desk.state, claim, note="", origin=" ", tags=" ; , ") is None
    assert edit_article(desk.state, article, outlet="", title="  ") is None
    assert move_claim(desk.state, claim, TEXT, claim.start, claim.end) is None


def test_an_edit_names_its_act_and_keeps_the_rest(desk, article):
    claim = desk.claim(article)
    change = edit_claim(desk.state, claim, claimant="  Zamir  Kabulov ")
    (row,) = change.rows
    assert change.act == "claim.edit"
    assert row.after["claimant"] == "Zamir Kabulov"
    different = {name for name in row.after if row.after[name] != row.before[name]}
    assert different == {"claimant", "updated_at"}


@BOUNDED
@given(canonical(), canonical(12), canonical(12))
def test_what_was_saved_and_is_saved_again_is_no_act(note, line, tags):
    desk = Desk()
    claim = desk.claim(desk.article(TEXT))
    values = {"note": note, "claimant": line, "origin": line, "tags": tags}
    change = edit_claim(desk.state, claim, **values)
    if change is not None:
        desk.do(change)
    saved = desk.state.claims[claim.id]
    again = {name: getattr(saved, name) for name in values}
    assert edit_claim(desk.state, saved, **again) is None
    assert edit_claim(desk.state, saved, **values) is None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("money, Bagram", "money; Bagram"),
        (" money ;; Bagram; money,", "money; Bagram"),
        ("two  words\tand more", "two words and more"),
        (" , ; ", ""),
    ],
)
def test_tags_are_kept_once_each_in_the_order_typed(desk, article, typed, kept):
    claim = desk.claim(article)
    change = edit_claim(desk.state, claim, tags=typed)
    assert (change.rows[0].after["tags"] if change else "") == kept


def test_a_note_keeps_its_lines_and_loses_what_could_act(desk, article):
    claim = desk.claim(article)
    change = edit_claim(desk.state, claim, note="\n one\r\ntwo\rthree\u2028four\x85five \x1b[2J\n")
    assert change.rows[0].after["note"] == "one\ntwo\nthree\nfour\nfive ␛[2J"


@pytest.mark.parametrize("field", ["claimant", "origin", "tags"])
def test_a_line_has_a_greatest_length(desk, article, field):
    claim = desk.claim(article)
    assert edit_claim(desk.state, claim, **{field: "x" * LONGEST_FIELD})
    with pytest.raises(ChangeRefusedError, match="2,001 characters"):
        edit_claim(desk.state, claim, **{field: "x" * (LONGEST_FIELD + 1)})


def test_a_note_has_a_greatest_length(desk, pair):
    assert edit_claim(desk.state, pair[0], note="x" * LONGEST_NOTE)
    with pytest.raises(ChangeRefusedError, match="100,001 characters"):
        edit_claim(desk.state, pair[0], note="x" * (LONGEST_NOTE + 1))
    with pytest.raises(ChangeRefusedError, match="100,001 characters"):
        link_claims(desk.state, *pair, "agrees", rationale="x" * (LONGEST_NOTE + 1))


def test_moving_takes_the_new_words_along(desk, article):
    claim = desk.claim(article, 0, 6)
    change = move_claim(desk.state, claim, TEXT, 0, 23)
    after = change.rows[0].after
    assert change.act == "claim.move"
    assert (after["start"], after["end"], after["quote"]) == (0, 22, TEXT[:22])
    assert (after["prefix"], after["suffix"]) == ("", TEXT[22:])


def test_moving_onto_another_claim_or_onto_nothing_is_refused(desk, article):
    claim, other = desk.claim(article, 0, 6), desk.claim(article, 7, 11)
    with pytest.raises(ChangeRefusedError, match=f"claim {other.number} already"):
        move_claim(desk.state, claim, TEXT, 6, 12)
    with pytest.raises(ChangeRefusedError, match="at least one word"):
        move_claim(desk.state, claim, TEXT, 22, 24)


def test_a_claim_is_not_linked_to_itself(desk, pair):
    with pytest.raises(ChangeRefusedError, match="itself"):
        link_claims(desk.state, pair[0], pair[0], "agrees")


def test_a_relation_is_one_of_three(desk, pair):
    with pytest.raises(ChangeRefusedError, match="agrees, conflicts, unverified"):
        link_claims(desk.state, *pair, "refutes")


def test_linking_to_words_that_are_no_claim_yet_makes_both_in_one_act(desk, article):
    claim = desk.claim(article)
    fresh = new_claim(desk.state, desk.article(TEXT + "!"), TEXT + "!", 0, 6)
    change = link_claims(desk.state, claim, fresh, "conflicts", reason=" role ")
    assert [row.table for row in change.rows] == ["claim", "link"]
    assert change.rows[0].id == fresh.id
    assert change.rows[1].after["reason"] == "role"


@pytest.mark.parametrize("turned", [False, True])
def test_linking_a_linked_pair_again_marks_their_link_anew(desk, pair, turned):
    link = desk.link(*pair, "agrees", "wording")
    ends = pair[::-1] if turned else pair
    assert link_claims(desk.state, *ends, "agrees") is None
    change = link_claims(desk.state, *ends, "conflicts")
    (row,) = change.rows
    assert change.act == "link.mark"
    assert (row.id, row.after["relation"], row.after["reason"]) == (link.id, "conflicts", "")


def test_another_analysts_link_does_not_stand_in_the_way(desk, pair):
    desk.link(*pair, "conflicts", analyst="ben")
    change = link_claims(desk.state, *pair, "agrees")
    assert change.act == "link.make"


def test_linking_again_with_a_rationale_adds_it_and_keeps_the_reason(desk, pair):
    desk.link(*pair, "agrees", "wording")
    change = link_claims(desk.state, *pair, "agrees", rationale="same phrase")
    (row,) = change.rows
    assert (row.after["reason"], row.after["rationale"]) == ("wording", "same phrase")


@pytest.mark.parametrize("relation", ["agrees", "conflicts", "unverified"])
def test_marking_a_pair_anew_takes_back_that_it_is_not_the_same_event(desk, pair, relation):
    desk.do(not_same_event(desk.state, *pair))
    (link,) = desk.state.links.values()
    assert not link.same_event
    for change in (
        link_claims(desk.state, *pair, relation),
        mark_link(desk.state, link, relation),
    ):
        (row,) = change.rows
        assert (row.after["relation"], row.after["reason"]) == (relation, "")


def test_a_rationale_for_a_pair_that_is_not_the_same_event_leaves_it_so(desk, pair):
    desk.do(not_same_event(desk.state, *pair))
    (link,) = desk.state.links.values()
    change = edit_link(desk.state, link, rationale="2024, not 2025")
    assert change.rows[0].after["reason"] == NOT_SAME_EVENT


def test_saying_twice_that_it_is_not_the_same_event_is_one_act(desk, pair):
    desk.do(not_same_event(desk.state, *pair))
    assert not_same_event(desk.state, *pair) is None


def test_a_reason_other_than_that_is_kept_when_the_relation_changes(desk, pair):
    link = desk.link(*pair, "conflicts", "number")
    change = mark_link(desk.state, link, "unverified")
    assert change.rows[0].after["reason"] == "number"
    assert mark_link(desk.state, link, "conflicts") is None


def test_deleting_a_claim_takes_its_links_and_dismissals_first(desk, pair):
    one, other = pair
    desk.link(one, other)
    desk.do(dismiss(desk.state, one, other.article_id, 0, 6))
    change = delete_claim(desk.state, one)
    assert [row.table for row in change.rows] == ["dismissal", "link", "claim"]
    assert all(row.after is None for row in change.rows)
    desk.do(change)
    assert list(desk.state.claims) == [other.id]
    assert not desk.state.links
    assert not desk.state.dismissals


def test_a_claim_that_another_analyst_has_linked_is_not_deleted(desk, pair):
    desk.link(*pair, analyst="ben")
    with pytest.raises(ChangeRefusedError, match="links of ben"):
        delete_claim(desk.state, pair[0])
    with pytest.raises(ChangeRefusedError, match="links of ben"):
        remove_article(desk.state, desk.state.articles[pair[0].article_id])


def test_removing_an_article_takes_all_that_rests_on_it_each_once(desk):
    article, other = desk.article(TEXT), desk.article(TEXT)
    inside = [desk.claim(article, 0, 6), desk.claim(article, 7, 11)]
    outside = desk.claim(other, 0, 6)
    desk.link(*inside)
    desk.link(inside[0], outside)
    desk.do(dismiss(desk.state, outside, article.id, 24, 29))
    desk.do(dismiss(desk.state, inside[0], other.id, 24, 29))
    desk.do(dismiss(desk.state, inside[0], article.id, 24, 29))
    change = remove_article(desk.state, article)
    tables = [row.table for row in change.rows]
    assert tables == ["dismissal"] * 3 + ["link"] * 2 + ["claim"] * 2 + ["article"]
    assert len({row.id for row in change.rows}) == len(change.rows)
    desk.do(change)
    assert list(desk.state.claims) == [outside.id]
    assert list(desk.state.articles) == [other.id]


def test_a_link_is_deleted_alone(desk, pair):
    link = desk.link(*pair)
    (row,) = delete_link(desk.state, link).rows
    assert (row.table, row.id, row.after) == ("link", link.id, None)


def test_another_analysts_link_can_be_neither_marked_anew_nor_deleted(desk, pair):
    link = desk.link(*pair, "agrees", analyst="ben")
    for act in (
        lambda: mark_link(desk.state, link, "conflicts"),
        lambda: delete_link(desk.state, link),
    ):
        with pytest.raises(ChangeRefusedError, match=r"is ben’s mark.* only they can change it"):
            act()


def test_a_link_of_another_analyst_is_left_to_them(desk, pair):
    link = desk.link(*pair, analyst="ben")
    with pytest.raises(ChangeRefusedError, match=r"is ben’s mark.* only they can change it"):
        mark_link(desk.state, link, "conflicts")
    with pytest.raises(ChangeRefusedError, match=r"is ben’s mark.* only they can change it"):
        delete_link(desk.state, link)


@pytest.mark.parametrize("relation", ["agrees", "conflicts"])
def test_two_claims_about_different_events_neither_agree_nor_conflict(desk, pair, relation):
    with pytest.raises(UsageError, match="neither agree nor conflict"):
        link_claims(desk.state, *pair, relation, reason=" Not the  same EVENT")
    link = desk.link(*pair, relation, "number")
    with pytest.raises(UsageError, match="neither agree nor conflict"):
        edit_link(desk.state, link, reason="not the same event")


def test_a_reason_that_is_offered_is_kept_as_it_is_offered(desk, pair):
    change = link_claims(desk.state, *pair, "unverified", reason="Not the same Event")
    desk.do(change)
    (link,) = desk.state.links.values()
    assert link.reason == NOT_SAME_EVENT
    assert not link.same_event


def test_an_edit_that_names_nothing_of_a_link_changes_nothing(desk, pair):
    desk.do(not_same_event(desk.state, *pair))
    (link,) = desk.state.links.values()
    assert edit_link(desk.state, link) is None
    assert edit_link(desk.state, link, "unverified") is None


def test_a_claim_is_made_with_what_is_known_of_it_in_one_act(desk):
    article = desk.article("Kabulov said so.")
    made = make_claim(
        desk.state, article, "Kabulov said so.", 0, 7, claimant=" TASS ", tags="b, a, b"
    )
    (row,) = made.rows
    assert (row.after["quote"], row.after["claimant"], row.after["tags"]) == (
        "Kabulov",
        "TASS",
        "b; a",
    )
    assert row.after["created_at"] == row.after["updated_at"]
