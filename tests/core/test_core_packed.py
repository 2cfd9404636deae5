"""A claim's words are kept in one piece of UTF-8, and nobody who reads or writes them can tell."""

from __future__ import annotations

import copy
import pickle
import sys
from dataclasses import asdict, fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.model import Claim

TEXTS = st.text(st.characters(codec=None), max_size=40)


def claim(prefix: str = "", quote: str = "q", suffix: str = "") -> Claim:
    others = {field.name: "" for field in fields(Claim)}
    numbers = {"number": 1, "start": 0, "end": len(quote)}
    return Claim(**others | numbers | {"prefix": prefix, "quote": quote, "suffix": suffix})  # type: ignore[arg-type]


@given(TEXTS, TEXTS, TEXTS)
def test_the_words_come_back_as_they_were_given(prefix, quote, suffix):
    kept = claim(prefix, quote, suffix)
    assert (kept.prefix, kept.quote, kept.suffix) == (prefix, quote, suffix)
    for other in (replace(kept, note=""), copy.copy(kept), pickle.loads(pickle.dumps(kept))):
        assert other == kept
        assert hash(other) == hash(kept)
        assert asdict(other) == asdict(kept)
    assert repr(quote) in repr(kept)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_one_of_them_can_be_replaced_and_the_others_stay(prefix, quote, suffix, new):
    kept = claim(prefix, quote, suffix)
    assert replace(kept, quote=new) == claim(prefix, new, suffix) or len(new) != len(quote)
    assert replace(kept, prefix=new).suffix == suffix
    assert replace(kept, suffix=new).quote == quote
    assert kept == claim(prefix, quote, suffix)


def test_claims_with_other_words_are_not_equal():
    assert claim("a", "b", "c") == claim("a", "b", "c")
    assert claim("ab", "", "c") != claim("a", "b", "c")
    assert claim("", "ab", "c") != claim("", "a", "bc")


def test_what_is_no_text_is_refused():
    with pytest.raises(TypeError, match="text"):
        claim(quote=b"bytes")  # type: ignore[arg-type]


def test_the_words_of_a_claim_still_cannot_be_changed():
    with pytest.raises(AttributeError):
        claim().quote = "other"  # type: ignore[misc]


def test_words_with_a_curly_quote_take_less_room_than_as_three_strings():
    prefix, quote, suffix = "“" * 4 + "x" * 28, "“It was closed”, she said. " * 3, "y" * 31 + "”"
    kept = claim(prefix, quote, suffix)
    piece = Claim.__dict__["quote"].fset.__self__.__get__(kept)
    assert sys.getsizeof(piece) < sum(map(sys.getsizeof, (prefix, quote, suffix))) / 2
