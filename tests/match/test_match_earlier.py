"""Which judged claims are the same statement: at the same place, or in nearly the same words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from workbench.core.earlier import JudgedClaim, Judgement
from workbench.core.terms import terms
from workbench.match.earlier import ALIKE, LEAST_WORDS, JudgedClaims, best

SAID = "The harbour master counted seven damaged barges in the basin."


def judgement(number: int = 1, day: str = "2026-10-03") -> Judgement:
    return Judgement("r", "Barges", f"f{number}", number, "Barges.", "mixed", "", "Why.", (), "mk",
                     day)  # fmt: skip


def claim(quote=SAID, text="a", start=0, end=None, of=None, agreeing=True, published="", number=1):
    end = start + len(quote) if end is None else end
    of = of or judgement()
    return JudgedClaim(of, f"c{number}", number, quote, text, start, end, "", published, agreeing)


def at(start, end, text="a"):
    return [match.how for match in JudgedClaims([claim(start=100, end=200)]).at(text, start, end)]


def alike(quote, *known, text="b", day=None):
    return [match.claim for match in JudgedClaims(known).alike(quote, text, day)]


def test_the_same_place_of_the_same_text_is_the_same_claim():
    assert at(100, 200) == ["same"]
    assert at(110, 200) == ["same"]  # without “officials say”
    assert at(100, 200, text="b") == []


def test_a_place_in_the_other_is_a_part_of_it():
    assert at(100, 150) == at(120, 140) == at(0, 400) == at(150, 240) == ["part"]
    assert at(0, 100) == at(200, 300) == at(160, 260) == []


def test_nearly_the_same_words_in_another_text_are_alike():
    known = claim()
    assert alike("The harbour master counted seven damaged barges in the old basin", known)
    assert alike("HARBOUR MASTER counted 7 damaged barges in the basin", known)
    assert alike(SAID, known, text="a") == []  # of the same text the place decides


@pytest.mark.parametrize(
    "other",
    [
        SAID.replace("seven", "nine"),
        SAID.replace("counted", "has not counted"),
        "Seven barges were damaged in the basin, and the harbour master was not there to see it.",
        "The harbour master went home.",
        "Barges.",
        "",
        "🚢" * 50,
        "7 7 7 7 7 7 7",
    ],
)
def test_other_values_denials_and_other_words_are_not(other):
    assert alike(other, claim()) == []


def test_two_or_three_words_alone_are_anybodys():
    assert alike("special representative", claim("special representative")) == []


def test_a_weekday_is_counted_from_the_day_of_its_article():
    said = "The harbour master resigned on Friday after the damaged barges were found."
    known = claim(said, published="2025-10-08")
    assert alike(said, known, day=date(2025, 10, 9)) == [known]
    assert alike(said, known, day=date(2024, 10, 9)) == []


def test_each_finding_is_told_once_the_surest_first_then_the_newest():
    old, new, other = judgement(1, "2025-01-01"), judgement(2, "2026-01-01"), judgement(3)
    known = JudgedClaims([
        claim(of=old, start=100, end=120),
        claim(of=old, start=100, end=200),
        claim(of=new, start=100, end=200),
        claim(of=other, start=100, end=200, agreeing=False),
    ])  # fmt: skip
    found = best(known.at("a", 100, 200))
    assert [(one.claim.judgement.number, one.how) for one in found] == [
        (2, "same"),
        (1, "same"),
        (3, "same"),
    ]


WORDS = st.lists(st.sampled_from("ferry sank cape marrow boat deck sea crew tide port".split()),
                 max_size=14).map(" ".join)  # fmt: skip


@given(WORDS, st.lists(WORDS, max_size=12))
@example("ferry ferry ferry ferry ferry", ["ferry ferry ferry ferry ferry ferry"])
def test_looking_up_some_words_finds_all_that_comparing_every_claim_would(asked, quotes):
    words = terms(asked)
    expected = [
        quote
        for quote in quotes
        if min(len(words), len(terms(quote))) >= LEAST_WORDS
        and Indel.normalized_similarity(words, terms(quote)) >= ALIKE
    ]
    found = alike(asked, *(claim(q, number=n) for n, q in enumerate(quotes)))
    assert [one.quote for one in found] == expected
