"""A review in memory: what it finds where, and what a change is said to touch."""

from __future__ import annotations

import re

import pytest
from core_material import BOUNDED, Desk
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.changes import delete_claim, edit_claim, move_claim, rename_review
from workbench.core.events import Event, describe, shorten
from workbench.core.ids import content_id, new_id, now
from workbench.core.model import join_tags, split_tags
from workbench.core.review import ReviewState

TEXT = "Moscow said no troops. Kabul agreed."

PLACES = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 15)).map(lambda p: (p[0], p[0] + p[1])),
    max_size=12,
)


@BOUNDED
@given(PLACES, st.integers(0, 40))
def test_claims_over_a_place_come_innermost_first(places, offset):
    desk = Desk()
    article = desk.article(TEXT)
    made = [desk.claim(article, *place) for place in places]
    found = desk.state.claims_at(article.id, offset)
    assert {c.id for c in found} == {c.id for c in made if c.start <= offset < c.end}
    lengths = [c.end - c.start for c in found]
    assert lengths == sorted(lengths)


@BOUNDED
@given(PLACES)
def test_claims_of_an_article_come_by_place_the_longer_first(places):
    desk = Desk()
    article, other = desk.article(TEXT), desk.article(TEXT)
    made = [desk.claim(article, *place) for place in places]
    desk.claim(other, 0, 3)
    found = desk.state.claims_in(article.id)
    assert sorted(c.id for c in found) == sorted(c.id for c in made)
    keys = [(c.start, -c.end) for c in found]
    assert keys == sorted(keys)
    for claim in made:
        same = desk.state.claim_at_span(article.id, claim.start, claim.end)
        assert (same.start, same.end) == (claim.start, claim.end)


def test_a_change_says_which_claims_links_and_articles_it_touches():
    desk = Desk()
    one, other = desk.claim(desk.article(TEXT), 0, 6), desk.claim(desk.article(TEXT), 0, 6)
    link = desk.link(one, other)
    effect = desk.state.apply(delete_claim(desk.state, one).rows)
    assert effect.articles == {one.article_id}
    assert effect.claims == {one.id, other.id}
    assert effect.links == {link.id}
    assert not effect.review
    assert desk.state.apply(rename_review(desk.state.review, "Kabul", "ann").rows).review
    assert desk.state.review.title == "Kabul"


def test_a_moved_claim_is_found_at_its_new_place_only():
    desk = Desk()
    article = desk.article(TEXT)
    claim = desk.claim(article, 0, 6)
    desk.do(move_claim(desk.state, claim, TEXT, 7, 11))
    assert desk.state.claim_at_span(article.id, 0, 6) is None
    assert desk.state.claim_at_span(article.id, 7, 11).id == claim.id
    assert len(desk.state.claims_in(article.id)) == 1


def test_links_are_found_from_both_ends_and_by_whose_they_are():
    desk = Desk()
    one, other = desk.claim(desk.article(TEXT)), desk.claim(desk.article(TEXT))
    own, foreign = desk.link(one, other), desk.link(other, one, analyst="ben")
    assert desk.state.links_of(one.id) == [own]
    assert desk.state.every_link_of(one.id) == [own, foreign]
    assert desk.state.every_link_of(other.id) == [own, foreign]
    assert desk.state.link_between(other.id, one.id) == own
    assert desk.state.own_links() == [own]
    desk.drop(own)
    assert desk.state.link_between(one.id, other.id) is None


def test_things_are_found_by_the_numbers_people_say():
    desk = Desk()
    article = desk.article(TEXT)
    claim = desk.claim(article)
    link = desk.link(claim, desk.claim(article, 7, 11))
    state: ReviewState = desk.state
    assert state.article_numbered(1) == article
    assert state.claim_numbered(1) == claim
    assert state.link_numbered(1) == link
    assert state.claim_numbered(99) is None
    assert state.record("claim", claim.id) == claim
    assert state.record("review", "review") == state.review
    assert state.record("review", "another") is None


def event(change) -> Event:
    return Event(1, "id", change.analyst, "then", change.act, "", "", change.rows)


def test_an_event_reads_as_one_line_of_words():
    desk = Desk()
    article = desk.article(TEXT)
    claim = desk.claim(article, 0, 22)
    edited = desk.do(edit_claim(desk.state, claim, note="see\nTASS", claimant="Kabulov"))
    line = describe(event(edited))
    assert line == "claim 1: note nothing → see TASS, claimant nothing → Kabulov"
    gone = delete_claim(desk.state, desk.state.claims[claim.id])
    assert describe(event(gone)) == "claim 1 taken away: “Moscow said no troops.”"
    moved = move_claim(desk.state, desk.state.claims[claim.id], TEXT, 0, 11)
    assert describe(event(moved)) == "claim 1: edges moved to “Moscow said”"
    undone = event(gone)._replace(act="undo")
    assert describe(undone).startswith("undone: claim 1")


@pytest.mark.parametrize("length", [1, 5, 12, 40])
def test_a_shortened_text_is_one_line_of_at_most_that_length(length):
    short = shorten("no\n troops   will be sent", length)
    assert len(short) <= length
    assert "\n" not in short
    assert short.endswith("…") or short == "no troops will be sent"


@BOUNDED
@given(st.text(max_size=40))
def test_stored_tags_split_and_join_to_themselves(typed):
    stored = join_tags(typed)
    assert join_tags(stored) == stored
    assert "; ".join(split_tags(stored)) == stored
    assert len(set(split_tags(stored))) == len(split_tags(stored))


def test_new_ids_are_uuids_of_version_7_and_all_different():
    made = [new_id() for _ in range(2_000)]
    assert len(set(made)) == len(made)
    pattern = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
    assert all(pattern.fullmatch(one) for one in made)
    times = [one[:13] for one in made]
    assert times == sorted(times)


def test_ids_of_contents_depend_on_nothing_but_the_content():
    assert content_id("Bagram") == content_id("Bagram") != content_id("Bagram.")
    assert content_id("Bagram")[14] == "8"


def test_times_are_utc_with_milliseconds():
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", now())
