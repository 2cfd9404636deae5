"""The matrix and what divides, against counting claim by claim; and the apparatus."""

from __future__ import annotations

import math
from typing import NamedTuple

import pytest
from core_material import BOUNDED, Desk
from hypothesis import given
from hypothesis import strategies as st
from point_plans import carry_out, own, plans

from workbench.core.apparatus import apparatus, line
from workbench.core.division import Division, division
from workbench.core.matrix import FILTERS, ORDERS, matrix, tally
from workbench.core.points import (
    all_points,
    point_of,
    reading_order,
    signs,
)
from workbench.core.standings import Standings


def sign(state, claim):
    return Standings(state).sign(claim)


def strongest(found):
    return next(
        (s for s in ("conflicting", "agreeing", "single", "unverified") if s in found), None
    )


def findings(desk, data):
    drawn = data.draw(st.sets(st.sampled_from(sorted(desk.state.claims))))
    return {key: [(f"on {key}" if index % 2 else "", "mixed")] for index, key in enumerate(drawn)}


@BOUNDED
@given(plans())
def test_the_signs_of_a_point_are_those_of_its_claims_one_by_one(plan):
    desk, _ = carry_out(plan)
    for point in all_points(desk.state):
        assert signs(point) == {claim.id: sign(desk.state, claim) for claim in point.claims}


@BOUNDED
@given(plans(), st.data())
def test_every_cell_says_what_its_article_says_claim_by_claim(plan, data):
    desk, _ = carry_out(plan)
    state, found = desk.state, findings(desk, data)
    made = matrix(state.articles, all_points(state), findings=found)
    assert list(made.columns) == state.articles_in_order()
    assert sorted(row.number for row in made.rows()) == [p.number for p in all_points(state)]
    for row in made.rows():
        point = point_of(state, row.point.claims[0])
        assert row.point == point
        for article, cell in zip(made.columns, row.cells, strict=True):
            mine = [c for c in point.claims if c.article_id == article.id]
            assert [claim for held in cell for claim in held.claims] == mine
            assert [held.letter for held in cell] == sorted(
                {point.position_of(claim.id).letter for claim in mine}
            )
            for held in cell:
                assert held.sign == strongest({sign(state, claim) for claim in held.claims})
                assert all(point.position_of(c.id).letter == held.letter for c in held.claims)
        assert row.sign == strongest({sign(state, claim) for claim in point.claims})
        here = [key for key in found if key in {claim.id for claim in point.claims}]
        assert row.found == bool(here)
        assert row.verdict == ("mixed" if here else "")
        words = {wording for key in here for wording, _ in found[key]} - {""}
        assert set(row.wording.split(" / ")) == (words or {point.claims[0].quote})


@BOUNDED
@given(plans(), st.data())
def test_counts_and_filters_are_those_of_a_count_by_hand(plan, data):
    desk, _ = carry_out(plan)
    state, found = desk.state, findings(desk, data)
    points = all_points(state)
    by_hand = {
        "conflicting": [
            p
            for p in points
            if any(
                link.relation == "conflicts" and link.from_claim_id in {c.id for c in p.claims}
                for link in own(state)
            )
        ],
        "only here": [p for p in points if len({c.article_id for c in p.claims}) == 1],
        "contradictory": [p for p in points if p.contradictions or p.apart],
        "without finding": [p for p in points if not {c.id for c in p.claims} & set(found)],
    }
    counts = tally(points, found)
    for name in FILTERS:
        kept = matrix(state.articles, points, order="number", only=[name], findings=found)
        assert list(kept.points) == by_hand[name]
        assert counts[name] == len(by_hand[name])
    for standing in ("agreeing", "unverified"):
        assert counts[standing] == sum(p.standing == standing for p in points)
    both = matrix(state.articles, points, only=["conflicting", "only here"])
    assert {p.number for p in both.points} == {
        p.number for p in by_hand["conflicting"] if p in by_hand["only here"]
    }


@BOUNDED
@given(plans(), st.data())
def test_rows_stand_in_the_order_asked_for_however_the_points_come(plan, data):
    desk, _ = carry_out(plan)
    state = desk.state
    points = all_points(state)
    keys = {
        "number": lambda p: p.number,
        "published": lambda p: min(reading_order(state.articles, c) for c in p.claims),
        "reading": lambda p: min(
            (state.articles[c.article_id].number, c.start, -c.end) for c in p.claims
        ),
        "division": lambda p: [
            -division(p).conflicting,
            -division(p).fewer,
            -division(p).spread,
            -division(p).articles,
        ],
    }
    for order in ORDERS:
        shuffled = data.draw(st.permutations(points))
        made = matrix(state.articles, shuffled, order=order)
        expected = sorted(points, key=lambda p: (keys[order](p), p.number))
        assert list(made.points) == expected
        for index, point in enumerate(made.points):
            assert made.index_of(point.number) == index
            assert made.row(index).point is point


def test_only_the_rows_asked_for_are_put_together():
    desk = Desk()
    article = desk.article()
    for _ in range(10):
        desk.claim(article)
    made = matrix(desk.state.articles, all_points(desk.state), order="number")
    assert len(made) == 10
    assert [row.number for row in made.rows(3, 6)] == [4, 5, 6]
    assert [row.number for row in made.rows(8, 99)] == [9, 10]
    assert made.index_of(77) is None


# What divides


def point_with(*sides, relation="conflicts"):
    """A point whose positions are held by so many articles each; each is tied to the first."""
    desk = Desk()
    firsts = []
    for size in sides:
        claims = [desk.claim(desk.article()) for _ in range(size)]
        for other in claims[1:]:
            desk.link(claims[0], other)
        firsts.append(claims[0])
    for other in firsts[1:]:
        desk.link(firsts[0], other, relation)
    return point_of(desk.state, firsts[0])


def test_what_an_editor_must_settle_first_divides_most():
    ranked = [
        point_with(2, 2, 2),  # four articles would be wrong
        point_with(2, 2),  # two, of four
        point_with(5, 2),  # two, of seven
        point_with(1, 1),  # one
        point_with(9, 1),  # one, of ten
        point_with(3, 2, relation="unverified"),  # an open question
        point_with(5),  # nothing in question
        point_with(1),
    ]
    assert sorted(ranked, key=division, reverse=True) == ranked


def test_an_even_split_in_two_has_a_spread_of_one_bit():
    assert division(point_with(4, 4)) == Division(True, 4, 1.0, 8)
    assert division(point_with(3)) == Division(False, 0, 0.0, 3)
    assert division(point_with(1, 3)).spread == pytest.approx(
        -(0.25 * math.log2(0.25) + 0.75 * math.log2(0.75))
    )
    assert division(point_with(1, 3)).spread == division(point_with(3, 1)).spread


def test_a_position_that_nobody_marked_conflicting_is_no_side_of_a_conflict():
    desk = Desk()
    a, b, c = (desk.claim(desk.article()) for _ in range(3))
    desk.link(a, b, "conflicts")
    desk.link(b, c, "unverified")
    assert division(point_of(desk.state, a)) == Division(True, 1, 1.0, 3)


def test_an_article_that_conflicts_with_itself_divides_no_articles():
    desk = Desk()
    article = desk.article()
    a, b = desk.claim(article), desk.claim(article, 4, 7)
    desk.link(a, b, "conflicts")
    assert division(point_of(desk.state, a)).fewer == 0


def test_an_article_on_both_sides_counts_half_on_each():
    desk = Desk()
    first = desk.article()
    a, against = desk.claim(first), desk.claim(first, 4, 7)
    b, c = desk.claim(desk.article()), desk.claim(desk.article())
    desk.link(a, b)
    desk.link(b, c)
    desk.link(against, b, "conflicts")
    shares = (2.5 / 3, 0.5 / 3)
    assert division(point_of(desk.state, a)).spread == pytest.approx(
        -sum(share * math.log2(share) for share in shares)
    )


@BOUNDED
@given(plans(), st.randoms(use_true_random=False))
def test_how_much_a_point_divides_does_not_depend_on_the_order_of_marks(plan, chance):
    order = list(range(len(plan[2])))
    chance.shuffle(order)
    divided = [division(point) for point in all_points(carry_out(plan)[0].state)]
    assert [division(p) for p in all_points(carry_out(plan, order)[0].state)] == divided
    for one in divided:
        assert 0 <= one.fewer < one.articles
        assert 0 <= one.spread <= math.log2(max(1, one.articles) * 9)


# The apparatus


class Differs(NamedTuple):
    """A difference that a test says there is."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int


def quoting(*texts):
    """A claim on each text, all of it, in an article each."""
    desk = Desk()
    return desk, [desk.claim(desk.article(text), 0, len(text)) for text in texts]


def words(*pairs):
    """Finds these pairs of words in two quotes, where both are there."""

    def differing(one, other):
        for a, b in pairs:
            at, to = one.quote.find(a), other.quote.find(b)
            if at >= 0 and to >= 0:
                yield Differs(at, at + len(a), to, to + len(b))

    return differing


def told(desk, claim, differing=lambda *_: (), **options):
    return line(apparatus(point_of(desk.state, claim), desk.state.articles, differing, **options))


def test_the_words_that_differ_stand_with_the_articles_that_have_them():
    desk, (a, b, c) = quoting(
        "The special envoy flew in.", "The ambassador flew in.", "An ambassador came."
    )
    desk.link(a, b, "conflicts")
    desk.link(b, c)
    found = words(("special envoy", "ambassador"))
    assert told(desk, a, found) == "special envoy ] 1 ; ambassador ] 2 3"


def test_places_that_differ_are_parted_and_readings_of_one_place_stand_together():
    desk, (a, b, c) = quoting("Seven men on Monday.", "Nine men on Friday.", "Six men on Monday.")
    desk.link(a, b, "conflicts")
    desk.link(a, c, "conflicts")
    found = words(("Monday", "Friday"), ("Seven", "Nine"), ("Seven", "Six"))
    assert told(desk, a, found) == "Seven ] 1 ; Nine ] 2 ; Six ] 3 | Monday ] 1 ; Friday ] 2"


def test_where_nothing_is_found_to_differ_shortened_quotes_stand():
    desk, (a, b) = quoting("The bridge is open to lorries.", "Nothing\nmay cross it.")
    desk.link(a, b, "conflicts")
    assert told(desk, a) == "“The bridge is open to lorries.” ] 1 ; “Nothing may cross it.” ] 2"
    assert told(desk, a, longest=8) == "“The bri…” ] 1 ; “Nothing…” ] 2"


def test_quotes_that_begin_alike_are_shown_from_where_they_part():
    desk, (a, b, c) = quoting(
        "The council met at the harbour and adopted the plan.",
        "The council met at the harbour and adjourned.",
        "The council met at the harbour and adjourned.",
    )
    desk.link(a, b, "conflicts")
    desk.link(b, c)
    told_ = told(desk, a, longest=20)
    assert told_ == "“…adopted the plan.” ] 1 ; “…adjourned.” ] 2 3"
    assert told(desk, a, longest=200).startswith("“The council met")


def test_a_word_that_has_no_counterpart_is_omitted():
    desk, (a, b) = quoting("It was not hit.", "It was hit.")
    desk.link(a, b, "conflicts")
    assert told(desk, a, lambda *_: [Differs(7, 10, 7, 7)]) == "not ] 1 ; om. ] 2"


def test_one_position_alone_is_its_quote_and_who_has_it():
    desk, (a, b) = quoting("The bridge is open.", "The bridge opened.")
    desk.link(a, b)
    assert told(desk, a) == "“The bridge is open.” ] 1 2"


def test_claims_marked_conflicting_are_compared_rather_than_the_first_ones():
    desk, (a, b, c, d) = quoting("One.", "Two red.", "Three.", "Four blue.")
    desk.link(a, b)
    desk.link(c, d)
    desk.link(b, d, "conflicts")
    assert told(desk, a, words(("red", "blue"))) == "red ] 1 2 ; blue ] 3 4"


@BOUNDED
@given(plans())
def test_an_apparatus_names_every_position_and_its_articles_and_no_silent_article(plan):
    desk, _ = carry_out(plan)
    for point in all_points(desk.state):
        entries = apparatus(point, desk.state.articles, lambda *_: ())
        assert [reading.letter for entry in entries for reading in entry] == [
            position.letter for position in point.positions
        ]
        for entry in entries:
            for letter, _, sigla in entry:
                position = next(p for p in point.positions if p.letter == letter)
                assert sigla == tuple(
                    sorted({desk.state.articles[c.article_id].number for c in position.claims})
                )
