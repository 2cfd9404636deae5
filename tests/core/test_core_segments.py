"""Words, sentences and paragraphs: whole, in order, and the same from wherever they are asked."""

from __future__ import annotations

from contextlib import nullcontext
from unittest.mock import patch

import pytest
import regex
from core_material import BOUNDED, THOROUGH, canonical, prose
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.core import sentences
from workbench.core.segments import (
    line_at,
    next_paragraph,
    next_word,
    previous_paragraph,
    previous_word,
    word_at,
    words,
)
from workbench.core.sentences import (
    GRID,
    all_sentences,
    next_piece,
    next_sentence,
    previous_sentence,
    sentence_at,
    split_piece,
)

ANY_TEXT = st.one_of(prose(), canonical())

LONG_LINES = {
    "a line without spaces": "a" * (3 * GRID + 77),
    "a line of one sentence": "so it went on and on " * 3_000 + "to the end.",
    "a line of many sentences": "He went. Mr. X came at 3.5 p.m. to the U.S. and left! " * 1_200,
    "dots and letters": "a.b" * GRID,
    "spaces": "word" + " " * (2 * GRID) + "word.",
    "Chinese": "他说部队不会被派遣。" * 4_000,
    "exactly the grid and its reach": "a" * (GRID + sentences._REACH),
    "one more than the grid and its reach": "a" * (GRID + sentences._REACH + 1),
    "a long line among short ones": "Short.\n\n"
    + "Long one. " * 4_000
    + "\nShort again. And again.",
    "a long line that ends in space": "Long one. " * 4_000 + " " * 5_000 + "\nNext.",
}


def small_grid():
    """Long lines become short ones, so that cuts fall everywhere."""
    return patch.multiple(sentences, GRID=24, _REACH=7)


def chain(step, text: str, at: int) -> list[int]:
    """Where repeated steps lead, as long as they move."""
    seen = []
    while (following := step(text, at)) != at:
        seen.append(following)
        at = following
        assert len(seen) <= len(text) + 1
    return seen


def check_sentences(text: str) -> None:
    found = list(all_sentences(text))
    at = 0
    for start, end in found:
        assert at <= start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        assert "\n" not in text[start:end]
        at = end
    assert not text[at:].strip()


def check_sentence_at(text: str, offsets) -> None:
    holding = {i: span for span in all_sentences(text) for i in range(*span)}
    for offset in offsets:
        if offset in holding:
            assert sentence_at(text, offset) == holding[offset]


def check_pieces(text: str) -> None:
    at, found = 0, []
    while at < len(text):
        end = next_piece(text, at)
        assert end > at
        assert "\n" not in text[at : end - 1]
        found += split_piece(text, at, end)
        at = end
    assert at == len(text)
    assert found == list(all_sentences(text))


@THOROUGH
@given(ANY_TEXT)
def test_sentences_are_ordered_disjoint_inside_lines_and_cover_every_character(text):
    check_sentences(text)


@THOROUGH
@given(ANY_TEXT)
def test_sentences_of_lines_longer_than_the_grid_cover_them_too(text):
    with small_grid():
        check_sentences(text.replace("\n", " "))
        check_sentences(text)


@THOROUGH
@given(ANY_TEXT)
def test_the_sentence_at_an_offset_is_the_one_that_holds_it(text):
    check_sentence_at(text, range(len(text)))


@THOROUGH
@given(ANY_TEXT)
@example("x" * 80)
@example("a." * 60)
def test_the_sentence_at_an_offset_of_a_long_line_is_the_one_that_holds_it(text):
    with small_grid():
        check_sentence_at(text, range(len(text)))


@pytest.mark.parametrize("name", LONG_LINES)
def test_lines_beyond_the_real_grid_keep_every_rule(name):
    text = LONG_LINES[name]
    check_sentences(text)
    check_pieces(text)
    near_the_cuts = {
        offset
        for cut in range(0, len(text), GRID)
        for offset in (*range(cut - 40, cut + 40), *range(cut, cut + 2_200, 97))
        if 0 <= offset < len(text)
    }
    check_sentence_at(text, sorted(near_the_cuts))


def check_between_sentences(text: str) -> None:
    found = list(all_sentences(text))
    for offset in range(len(text) + 1):
        start, end = line_at(text, offset)
        in_line = [s for s in found if start <= s[0] < end]
        before = [s for s in in_line if s[0] <= offset]
        expected = before[-1] if before else (in_line[0] if in_line else None)
        assert sentence_at(text, offset) == expected


@THOROUGH
@given(ANY_TEXT)
@example("One. Two. \nThree.")
def test_between_two_sentences_of_a_line_the_one_before_is_meant(text):
    check_between_sentences(text)


@THOROUGH
@given(ANY_TEXT)
@example("x" * 80 + "\n")
@example("the U.S. the U.S. the U.S. No. 5 No. 5 12,000.-the U.S. ")
@example("One." + " " * 200 + "Two." + " " * 200)
def test_between_two_sentences_of_a_long_line_the_one_before_is_meant(text):
    with small_grid():
        check_between_sentences(text)


@BOUNDED
@given(ANY_TEXT)
def test_pieces_cover_the_text_and_hold_its_sentences(text):
    check_pieces(text)
    with small_grid():
        check_pieces(text)


STEPS_ON = [next_word, next_sentence, next_paragraph]
STEPS_BACK = [previous_word, previous_sentence, previous_paragraph]


@pytest.mark.parametrize("step", STEPS_ON)
@pytest.mark.parametrize("long_lines", [False, True])
def test_steps_forward_move_on_and_end_at_the_end_of_the_text(step, long_lines):
    @BOUNDED
    @given(ANY_TEXT)
    def from_anywhere(text):
        for offset in range(len(text)):
            assert offset < step(text, offset) <= len(text)
        assert step(text, len(text)) == len(text)

    if long_lines:
        with small_grid():
            from_anywhere()
    else:
        from_anywhere()


@pytest.mark.parametrize("step", STEPS_BACK)
@pytest.mark.parametrize("long_lines", [False, True])
def test_steps_back_move_back_and_end_at_the_beginning_of_the_text(step, long_lines):
    @BOUNDED
    @given(ANY_TEXT)
    def from_anywhere(text):
        for offset in range(1, len(text) + 1):
            assert 0 <= step(text, offset) < offset
        assert step(text, 0) == 0

    if long_lines:
        with small_grid():
            from_anywhere()
    else:
        from_anywhere()


@BOUNDED
@given(ANY_TEXT)
def test_steps_by_word_stop_at_every_word(text):
    starts = [start for start, _ in words(text)]
    assert chain(next_word, text, 0) == [s for s in starts if s > 0] + [len(text)] * bool(text)
    back = chain(previous_word, text, len(text))
    assert back == starts[::-1] + [0] * (bool(text) and starts[:1] != [0])


@BOUNDED
@given(ANY_TEXT)
def test_steps_by_sentence_stop_at_every_sentence(text):
    for grid in (small_grid(), nullcontext()):
        with grid:
            starts = [start for start, _ in all_sentences(text)]
            on = chain(next_sentence, text, 0)
            assert on == [s for s in starts if s > 0] + [len(text)] * bool(text)
            back = chain(previous_sentence, text, len(text))
            assert back == starts[::-1] + [0] * (bool(text) and starts[:1] != [0])


@BOUNDED
@given(ANY_TEXT)
def test_steps_by_paragraph_stop_at_every_line_with_words(text):
    starts, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            starts.append(at + len(line) - len(line.lstrip()))
        at += len(line) + 1
    on = chain(next_paragraph, text, 0)
    assert set(on) == {s for s in starts if line_at(text, 0)[1] < s} | ({len(text)} - {0})
    back = chain(previous_paragraph, text, len(text))
    assert set(back) == set(starts) - {len(text)} | ({0} if text else set())


@BOUNDED
@given(ANY_TEXT)
def test_the_word_at_an_offset_is_the_one_that_holds_it(text):
    holding = {i: span for span in words(text) for i in range(*span)}
    for offset in range(len(text)):
        assert word_at(text, offset) == holding.get(offset)


@BOUNDED
@given(ANY_TEXT)
def test_words_are_ordered_disjoint_and_leave_out_no_letter(text):
    at = 0
    for start, end in words(text):
        assert at <= start < end
        assert not regex.search(r"\w", text[at:start])
        at = end
    assert not regex.search(r"\w", text[at:])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Kabulov spoke. He left.", ["Mr. Kabulov spoke.", "He left."]),
        ("In the U.S. the talks failed.", ["In the U.S. the talks failed."]),
        ("They met in the U.S. He left.", ["They met in the U.S.", "He left."]),
        ("It cost 3.5 million. Yes!", ["It cost 3.5 million.", "Yes!"]),
        ("“Never!” he said. “Why?”", ["“Never!” he said.", "“Why?”"]),
        ("He said… and left. Done", ["He said… and left.", "Done"]),
        ("No. 5 came. No. They left.", ["No. 5 came.", "No.", "They left."]),
        ("A Title\nThe text. More.", ["A Title", "The text.", "More."]),
        ("部队不会。他说。", ["部队不会。", "他说。"]),
        ("यह सच है। वह गया।", ["यह सच है।", "वह गया।"]),
        ("هل هذا صحيح؟ نعم.", ["هل هذا صحيح؟", "نعم."]),
        (
            "Gen. J. R. Smith spoke. So did Col. Ryan.",
            ["Gen. J. R. Smith spoke.", "So did Col. Ryan."],
        ),
        ("Members of the (TTP) etc. They left.", ["Members of the (TTP) etc.", "They left."]),
        ("“... and then.” He left.", ["“... and then.”", "He left."]),
    ],
)
def test_news_sentences_end_where_a_reader_ends_them(text, expected):
    assert [text[start:end] for start, end in all_sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("special representative’s", ["special", "representative’s"]),
        ("12,500.75 troops", ["12,500.75", "troops"]),
        ("U.S.-led e-mail", ["U.S", "led", "e-mail"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("می‌روم", None),
    ],
)
def test_words_keep_their_marks_and_inner_signs(text, expected):
    found = [text[start:end] for start, end in words(text)]
    if expected is None:
        assert "".join(found).replace("\u200c", "") == text.replace("\u200c", "")
    else:
        assert found == expected
