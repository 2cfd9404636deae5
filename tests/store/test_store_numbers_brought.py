"""Rows that come with their numbers and makers: the counter, the log, and who may read meanwhile."""

from __future__ import annotations

import pytest
from store_material import dump, replayed, stored

from workbench.core import changes, pieces
from workbench.errors import StoreError
from workbench.store import Store


@pytest.fixture
def desk(bench):
    return bench.desk()


def brought(desk, *numbers, analyst="ann", start=0):
    """An act that makes claims with these numbers."""
    article = desk.article(1)
    text = desk.texts[article.id]
    made = []
    for count, number in enumerate(numbers):
        claim = changes.new_claim(desk.state, article, text, 0, start + count + 1)
        made.append(pieces.to_row(claim) | {"number": number, "analyst": analyst})
    rows = [pieces.RowChange("claim", row["id"], None, row) for row in made]
    return changes.Change("review.import", desk.review_id, desk.analyst, tuple(rows))


def test_a_number_that_came_with_its_claim_is_not_given_out_again(desk):
    desk.do(brought(desk, 7))
    assert desk.quoted(2, "ambassador").number == 8


def test_a_smaller_number_does_not_turn_the_counter_back(desk):
    desk.do(brought(desk, 7))
    desk.do(brought(desk, 3, start=20))
    assert desk.quoted(2, "ambassador").number == 8


def test_a_claim_keeps_whoever_made_it_though_nobody_of_that_name_has_worked_here(desk):
    event = desk.do(brought(desk, 1, analyst="zoe"))
    assert event.analyst == "ann"
    assert [claim.analyst for claim in desk.look().claims.values()] == ["zoe"]
    assert replayed(desk.store) == stored(desk.store)


def test_a_number_that_somebody_else_was_given_meanwhile_is_refused_and_said(desk):
    change = brought(desk, 1, 2, start=20)
    desk.claim(2)
    before = dump(desk.store)
    with pytest.raises(StoreError, match="numbers meanwhile; do it again"):
        desk.store.commit(change)
    assert dump(desk.store) == before


def test_every_number_that_was_given_out_is_known_with_what_got_it(desk):
    one, two = desk.claim(1), desk.claim(2)
    link = desk.link(one, two)
    desk.do(changes.delete_claim(desk.state, two))
    given = desk.store.numbers_given(desk.review_id)
    assert given["claim"] == {1: one.id, 2: two.id}
    assert given["link"] == {1: link.id}
    assert len(given["article"]) == 3


def test_others_read_while_a_large_act_is_written(bench, desk):
    texts = "word " * 3000
    article = changes.add_article(desk.review_id, "ann", text=texts, raw=texts.encode())
    desk.store.add_article(article, texts, texts.encode())
    state = desk.look()
    added = state.article_numbered(4)
    claims = [changes.new_claim(state, added, texts, n * 5, n * 5 + 4) for n in range(2500)]
    claims = [pieces.replace(claim, note="n" * 1000) for claim in claims]
    change = changes.Change(
        "review.import", desk.review_id, "ann", tuple(map(pieces.new_row, claims))
    )
    seen = []

    def tell(done, total, _what):
        if done and done % 500 == 0:
            with Store(bench.path) as other:
                other.connection.execute("PRAGMA busy_timeout = 0")
                seen.append(len(other.load(desk.review_id, "ben").claims))

    desk.store.commit(change, tell)
    assert seen == [0, 0, 0, 0]
    assert len(desk.look().claims) == 2500


def test_a_large_act_that_is_stopped_in_the_middle_leaves_nothing(desk):
    before = dump(desk.store)

    def stop(done, _total, _what):
        if done >= 50:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk.store.commit(brought(desk, *range(1, 101)), stop)
    assert dump(desk.store) == before
    desk.claim(1)
