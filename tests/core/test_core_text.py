"""Canonical text: harmless, stable, and still what was written."""

from __future__ import annotations

import sys

import pytest
from core_material import KEPT_WHOLE, THOROUGH, hostile_text
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.core.text import canonical_text, harmless, has_right_to_left, one_line, sha256

FORBIDDEN = {
    *map(chr, range(0x20)),
    "\x7f",
    *map(chr, range(0x80, 0xA0)),
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2066, 0x206A)),
    "\u2028",
    "\u2029",
    "\ufeff",
    "\ufffe",
    "\uffff",
    *map(chr, range(0xD800, 0xE000)),
    *map(chr, range(0xFDD0, 0xFDF0)),
} - {"\n"}

ALL_CODE_POINTS = "".join(map(chr, range(sys.maxunicode + 1)))


@THOROUGH
@given(hostile_text())
@example("ا\u200d\x01")
@example("\U000e007f\u200d😀")
@example("ا\u200d\u200d")
@example("\u2028\u0645\u200d\u2029")
@example("\u1820\u200d\u180e")
@example("\u0628\u200d\u17b4")
def test_making_text_canonical_twice_changes_nothing_more(raw):
    once = canonical_text(raw)
    assert canonical_text(once) == once
    assert harmless(once) == once


@THOROUGH
@given(hostile_text())
def test_nothing_that_acts_on_a_terminal_or_hides_text_is_left(raw):
    assert not FORBIDDEN & set(canonical_text(raw))


@THOROUGH
@given(hostile_text())
def test_canonical_text_can_be_written_as_utf_8(raw):
    text = canonical_text(raw)
    assert text.encode().decode() == text


@THOROUGH
@given(hostile_text())
def test_harmless_puts_one_code_point_for_one_and_leaves_the_rest(raw):
    result = harmless(raw)
    assert len(result) == len(raw)
    signs = {chr(code) for code in range(0x2400, 0x2427)} | {"\N{REPLACEMENT CHARACTER}"}
    changed = {new for old, new in zip(raw, result, strict=True) if old != new}
    assert changed <= signs


@THOROUGH
@given(hostile_text())
def test_harmless_leaves_no_control_but_the_line_end(raw):
    assert not FORBIDDEN & set(harmless(raw))


def test_each_code_point_of_unicode_is_harmless_between_letters():
    text = canonical_text("x".join(ALL_CODE_POINTS))
    assert not FORBIDDEN & set(text)
    assert text.encode().decode() == text


def test_letters_digits_and_punctuation_of_every_script_stay():
    letters = "".join(c for c in ALL_CODE_POINTS if c.isalnum() or c.isprintable())
    fillers = "\u115f\u1160\u3164\uffa0\u17b4\u17b5"
    kept = "".join(c for c in letters if c not in fillers)
    assert canonical_text(kept) == kept


@pytest.mark.parametrize("whole", KEPT_WHOLE)
def test_joiners_and_tags_stay_where_a_script_or_an_emoji_needs_them(whole):
    assert canonical_text(f"see {whole}, they said") == f"see {whole}, they said"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("ban\u200dk", "ban␣k"),
        ("ban\u200ck", "ban␣k"),
        ("ban\u200bk", "ban␣k"),
        ("\ufeffBagram", "␣Bagram"),
        ("Bag\u200eram", "Bag␣ram"),
        ("a\u202eb\u2069", "a␦b␦"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("\x9b2J", "␚2J"),
        ("del\x7f", "del␡"),
        ("nul\x00", "nul␀"),
        ("half\ud83d", "half\N{REPLACEMENT CHARACTER}"),
        ("a\U000e0041", "a␣"),
        ("🏴\U000e0067no end", "🏴␣no end"),
        ("ا\u200d\x01", "ا␣␁"),
    ],
)
def test_what_hides_or_acts_becomes_a_visible_sign(raw, shown):
    assert canonical_text(raw) == shown


def test_marks_of_direction_stay_only_beside_letters_written_from_the_right():
    assert canonical_text("שלום\u200f, he said") == "שלום\u200f, he said"
    assert canonical_text("shalom\u200f, he said") == "shalom␣, he said"


def test_every_kind_of_line_end_becomes_one():
    assert canonical_text("a\r\nb\rc\x85d\u2028e\u2029f\n") == "a\nb\nc\nd\ne\nf\n"


def test_tabs_become_spaces_up_to_the_next_stop_of_their_line():
    assert canonical_text("a\tb\n\tc\r\nabcd\td") == "a   b\n    c\nabcd    d"


@THOROUGH
@given(hostile_text())
@example("a\r\nb")
@example("a\u2028b")
def test_one_line_is_one_harmless_line_without_spaces_at_its_ends(raw):
    line = one_line(raw)
    assert "\n" not in line
    assert not FORBIDDEN & set(line)
    assert line == line.strip()
    assert one_line(line) == line


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\t", "   "])
def test_line_ends_in_a_title_become_a_space(end):
    assert one_line(f" Talks in{end}Moscow ") == "Talks in Moscow"


def test_letters_written_from_the_right_are_noticed():
    assert has_right_to_left("طالبان")
    assert has_right_to_left("the word שלום")
    assert not has_right_to_left("Taliban, Талибан, 塔利班")


@given(st.text(max_size=50))
def test_text_and_its_utf_8_have_the_same_hash(text):
    assert sha256(text) == sha256(text.encode())


def test_the_hash_is_sha_256():
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert sha256("") == empty
