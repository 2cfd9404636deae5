"""Keys as people write them and as Textual names them."""

import string
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.keys import KEY_TO_UNICODE_NAME, Keys, _character_to_key

from workbench.config.key_names import (
    SAME_KEY,
    known_names,
    parse,
    textual_name,
    types_something,
    written,
)
from workbench.tui.keys import COMMANDS

DEFAULTS = sorted({key for command in COMMANDS for key in command.keys.split(",") if key})


@pytest.mark.parametrize(
    ("people", "textual"),
    [
        ("(", "left_parenthesis"), ("left_parenthesis", "left_parenthesis"), ("ctrl+e", "ctrl+e"),
        ("Ctrl+E", "ctrl+e"), ("control+e", "ctrl+e"), ("PgDn", "pagedown"), ("pagedown", "pagedown"),
        ("Page Down", "pagedown"), ("shift+→", "shift+right"), ("shift+right", "shift+right"),
        ("shift+ctrl+←", "ctrl+shift+left"), ("+", "plus"), ("ctrl++", "ctrl+plus"), (",", "comma"),
        ("<", "less_than_sign"), ("less_than_sign", "less_than_sign"), ("/", "slash"), ("-", "minus"),
        ("H", "H"), ("shift+h", "H"), ("h", "h"), ("alt+H", "alt+shift+h"), ("esc", "escape"),
        ("return", "enter"), ("del", "delete"), ("space", "space"), (" ", "space"), ("F5", "f5"),
        (" m ", "m"), ("é", "é"), ("ж", "ж"), ("§", "section_sign"), ("section_sign", "section_sign"),
        ('"', "quotation_mark"), ("\\", "backslash"), ("@", "at"), ("_", "underscore"),
    ],
)  # fmt: skip
def test_both_ways_of_writing_a_key_are_understood(people, textual):
    assert parse(people) == textual


@pytest.mark.parametrize(
    "wrong",
    ["", "ctrl+", "entr", "shift+1", "shift+(", "f99", "\x1b", "a\nb", "mm", "ctrl+mm", "++"],
)
def test_what_is_no_key_is_none(wrong):
    assert parse(wrong) == ""


@pytest.mark.parametrize("key", DEFAULTS)
def test_every_key_of_the_table_is_read_back_as_it_is_written(key):
    assert parse(key) == parse(written(key)) == parse(written(key, ascii_only=True)) == key
    assert written(key, ascii_only=True).isascii()
    assert " " not in written(key)


def test_textuals_names_of_characters_and_of_its_own_keys_are_ours():
    for character in string.punctuation + string.ascii_letters + string.digits + "é§€½":
        assert textual_name(character) == _character_to_key(character)
        assert parse(character) == _character_to_key(character)
    for key in Keys:
        name = key.value
        if not name.startswith(("<", "scroll-", "ctrl+@")) and "at" not in name.split("+"):
            assert parse(name) in (name, "", "enter"), name
    for name in KEY_TO_UNICODE_NAME:
        assert parse(name)


@given(st.text(max_size=12))
def test_no_text_is_too_odd_for_a_key(text):
    found = parse(text)
    if found:
        assert parse(found) == found
        assert parse(written(found)) == found


def test_arrows_are_words_where_only_ascii_is_drawn():
    assert [written(key) for key in ("up", "shift+left", "pageup", "escape", "plus")] == [
        "↑", "shift+←", "PgUp", "esc", "+",
    ]  # fmt: skip
    assert written("ctrl+shift+right", ascii_only=True) == "ctrl+shift+right"


def test_every_name_that_is_proposed_is_a_key():
    assert all(map(parse, known_names()))
    assert all(parse(key) == key for pair in SAME_KEY.items() for key in pair)


@pytest.mark.parametrize(
    ("key", "types"),
    [("a", True), ("space", True), ("enter", True), ("up", True), ("shift+left", True),
     ("backspace", True), ("left_parenthesis", True), ("A", True), ("ctrl+a", False),
     ("alt+a", False), ("escape", False), ("tab", False), ("f5", False), ("shift+f5", False)],
)  # fmt: skip
def test_it_is_known_which_keys_a_line_one_types_in_needs(key, types):
    assert types_something(key) is types


def test_the_keys_of_a_config_file_are_checked_without_textual():
    code = (
        "import sys; from workbench.config import Config; "
        "from workbench.tui.bound_keys import checked_keys; "
        "assert checked_keys(Config(keys={'claim.make': ('m',)})) == {'claim.make': ('m',)}; "
        "sys.exit('textual' in sys.modules or 'rich' in sys.modules)"
    )
    folder = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", code], cwd=folder, check=True, timeout=60)
