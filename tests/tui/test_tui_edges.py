"""The edges of a selection, moved by words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tui_hands import at_work
from tui_material import corpus, on_the_loop

from workbench.core.clusters import cluster_start
from workbench.core.segments import words
from workbench.tui.layout.position import Position, edge_by_word

TEXT = "No troops will be sent, he said. Café d'été."


def after(keys: str, cursor: int = 3, text: str = TEXT) -> str:
    position = Position(cursor=cursor)
    for key in keys:
        if key == "e":
            position.swap_ends()
        else:
            edge_by_word(position, text, 1 if key == "W" else -1)
    span = position.selection(text)
    return text[span[0] : span[1]] if span else ""


@pytest.mark.parametrize(
    ("keys", "selected"),
    [
        ("W", "troops"),
        ("B", "troops"),
        ("WW", "troops will"),
        ("WWW", "troops will be"),
        ("WWWB", "troops will"),
        ("WWWBBBBB", "troops"),
        ("WWWW" + "WW", "troops will be sent, he said"),
        ("WWWeW", "will be"),
        ("WWWeWWWWWW", "be"),
        ("WWWeB", "No troops will be"),
        ("WWWeBBBBe" + "W", "No troops will be sent"),
        ("W" * 40, TEXT[3:-1]),
        ("e", ""),
    ],
)
def test_edges_go_from_word_to_word_and_keep_one_word(keys, selected):
    assert after(keys) == selected


def test_a_selection_begun_between_words_goes_to_the_next_word():
    assert after("W", cursor=TEXT.index(" troops")) == " troops"


@given(st.text("ab ,.é\u0301\n", min_size=1, max_size=40), st.integers(0, 40), st.text("WBe"))
def test_an_edge_never_leaves_the_text_and_stands_at_a_word_or_where_it_was_begun(text, at, keys):
    position = Position(cursor=cluster_start(text, min(at, len(text) - 1)))
    begun = position.cursor
    for key in keys:
        if key == "e":
            position.swap_ends()
        else:
            edge_by_word(position, text, 1 if key == "W" else -1)
        assert 0 <= position.cursor < max(1, len(text))
        if position.anchor is not None:
            start, end = position.selection(text)
            assert start < end <= len(text)
            firsts = {word[0] for word in words(text)} | {begun}
            assert start in firsts


@on_the_loop
async def test_capital_w_b_and_e_change_a_claims_two_edges(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        claim = await hand.mark(4, "Moscow received")
        await hand.press("r", "W")
        assert hand.selected() == "Moscow received Afghanistan’s"
        await hand.press("B", "e", "W", "enter")
        assert hand.claim(claim.number).quote == "received"
        await hand.press("ctrl+z")
        assert hand.claim(claim.number).quote == "Moscow received"
        await hand.press("G", "W", "enter")
        assert len(hand.claims) == 2
