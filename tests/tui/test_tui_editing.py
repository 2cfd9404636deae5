"""A long text in the analyst's own editor: named where, handed over how, and nothing lost."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from textual.widgets import TextArea
from tui_hands import at_work
from tui_material import OFFICE_4, corpus, on_the_loop

from workbench.config import Config
from workbench.errors import UsageError
from workbench.tui import editing
from workbench.tui.dialogs.form import Form
from workbench.tui.editing import EditorError, edited, editor_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the editors here are scripts")


class App:
    """As much of a program as an editor needs."""

    def __init__(self, editor: str = "") -> None:
        self.config = SimpleNamespace(editor=editor)
        self.away = False

    @contextmanager
    def suspend(self):
        self.away = True
        yield
        self.away = False


@pytest.fixture(autouse=True)
def nobodys(monkeypatch, tmp_path):
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    return tmp_path


def script(folder: Path, does: str) -> str:
    """An editor that does something to the file it is given, `$1`."""
    file = folder / "my editor.sh"
    file.write_text(f"#!/bin/sh\n{does}\n")
    file.chmod(0o755)
    return f"'{file}'"


# Which one


def test_the_editor_is_the_configs_then_visual_then_editor(monkeypatch):
    monkeypatch.setenv("EDITOR", "ed")
    assert editor_of(App()) == ["ed"]
    monkeypatch.setenv("VISUAL", "vim -n '+set tw=0'")
    assert editor_of(App()) == ["vim", "-n", "+set tw=0"]
    assert editor_of(App("nano -w")) == ["nano", "-w"]


def test_without_one_it_is_said_how_to_name_one():
    with pytest.raises(UsageError, match="export EDITOR=nano"):
        editor_of(App())


def test_a_command_that_cannot_be_read_is_named_and_acts_on_nothing():
    with pytest.raises(UsageError, match="vi 'm"):
        editor_of(App("vi 'm\x1b[2J"))


# Handing over


def test_what_is_written_comes_back(tmp_path):
    app = App(script(tmp_path, 'printf \'%s, and „more“\' "$(cat "$1")" > "$1"'))
    assert edited(app, "Русский text") == "Русский text, and „more“"
    assert not app.away


def test_the_text_is_in_a_file_for_its_owner_alone_and_the_file_is_gone_afterwards(tmp_path):
    look = 'stat -c "%a" "$1" "$(dirname "$1")" > seen; echo "$1" >> seen; cat "$1" >> seen'
    if sys.platform == "darwin":
        look = look.replace('stat -c "%a"', 'stat -f "%Lp"')
    os.chdir(tmp_path)
    edited(App(script(tmp_path, look)), "A text")
    file_mode, folder_mode, name, text = (tmp_path / "seen").read_text().splitlines()
    assert (file_mode, folder_mode, text) == ("600", "700", "A text")
    assert name.endswith(".md")
    assert list((tmp_path / "tmp").iterdir()) == []


@pytest.mark.parametrize(
    ("before", "written", "after"),
    [
        ("a", "a\\n", "a"),
        ("a\n", "a\\n", "a\n"),
        ("a", "a\\n\\n", "a\n"),
        ("", "", ""),
        ("", "a\\r\\nb\\tc\\r\\n", "a\nb   c"),
        ("", "\\357\\273\\277a", "a"),
        ("", "\\033[31mred\\007", "␛[31mred␇"),
    ],
)
def test_line_ends_and_what_could_act_on_a_terminal_are_put_right(tmp_path, before, written, after):
    assert edited(App(script(tmp_path, f"printf '{written}' > \"$1\"")), before) == after


def test_nothing_of_the_command_is_read_by_a_shell(tmp_path):
    given = script(tmp_path, 'printf "%s|" "$@" > args; echo new > "$3"')
    os.chdir(tmp_path)
    assert edited(App(given + " '$(touch bad)' ;touch"), "old") == "new"
    assert not (tmp_path / "bad").exists()
    assert (tmp_path / "args").read_text().startswith("$(touch bad)|;touch|")


# What goes wrong


@pytest.mark.parametrize(
    ("does", "why"),
    [('echo lost > "$1"; exit 3', "code 3"), ("kill -9 $$", "signal 9")],
)  # fmt: skip
def test_an_editor_that_fails_is_said_and_the_file_is_gone(tmp_path, does, why):
    app = App(script(tmp_path, does))
    with pytest.raises(EditorError, match=why):
        edited(app, "a text")
    assert not app.away
    assert list((tmp_path / "tmp").iterdir()) == []


@pytest.mark.parametrize("command", ["no-such-editor --wait", "/", "''", "nul\0"])
def test_an_editor_that_cannot_be_started_is_said_and_the_screen_comes_back(tmp_path, command):
    app = App(command)
    with pytest.raises(EditorError, match="could not be started"):
        edited(app, "a text")
    assert not app.away
    assert list((tmp_path / "tmp").iterdir()) == []


def test_what_is_not_utf_8_is_kept_and_it_is_said_where(tmp_path):
    with pytest.raises(EditorError, match="is kept in") as refusal:
        edited(App(script(tmp_path, "printf 'caf\\351' > \"$1\"")), "a text")
    (file,) = (tmp_path / "tmp").rglob("note.md")
    assert str(file) in str(refusal.value)
    assert file.read_bytes() == b"caf\xe9"
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_an_editor_that_takes_the_file_away_is_said(tmp_path):
    with pytest.raises(EditorError, match="It is as it was"):
        edited(App(script(tmp_path, 'rm "$1"')), "a text")


def test_ctrl_c_means_the_editor_and_not_the_workbench(tmp_path):
    import signal

    before = signal.getsignal(signal.SIGINT)
    app = App(script(tmp_path, 'kill -INT $PPID; sleep 0.1; echo written > "$1"'))
    assert edited(app, "a text") == "written"
    assert signal.getsignal(signal.SIGINT) is before


# In the dialog


def pretend(monkeypatch, does) -> list[str]:
    given: list[str] = []

    def instead(_app, text: str) -> str:
        given.append(text)
        return does(text)

    monkeypatch.setattr(editing, "edited", instead)
    return given


@on_the_loop
async def test_a_note_is_written_in_the_editor_and_saved_as_if_typed(tmp_path, monkeypatch):
    given = pretend(monkeypatch, lambda text: f"{text}\nfrom the editor")
    async with at_work(corpus(tmp_path)) as hand:
        claim = await hand.mark(4, OFFICE_4)
        await hand.press("enter")
        await hand.type("TASS")  # in another field: the note is the long one
        await hand.press("ctrl+o")
        assert given == [""]
        assert hand.app.screen.values()["claimant"] == "TASS"
        assert isinstance(hand.app.focused, TextArea)
        assert hand.screen.drafts[f"claim:{claim.id}"]["note"] == "\nfrom the editor"
        await hand.type("!")
        await hand.press("ctrl+o", "ctrl+s")
        assert given[1] == "\nfrom the editor!"
        assert hand.claim(1).note == "from the editor!\nfrom the editor"
        assert hand.claim(1).claimant == "TASS"


@on_the_loop
async def test_what_the_editor_did_can_be_taken_back_in_the_field(tmp_path, monkeypatch):
    pretend(monkeypatch, lambda _text: "all gone")
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(4, OFFICE_4)
        await hand.press("enter", "tab", "tab", "tab")
        await hand.type("precious")
        await hand.press("ctrl+o")
        assert hand.app.screen.values()["note"] == "all gone"
        await hand.press("ctrl+z")
        assert hand.app.screen.values()["note"] == "precious"
        await hand.press("ctrl+d")


@on_the_loop
async def test_an_editor_that_cannot_be_had_is_said_in_the_dialog_and_nothing_is_lost(tmp_path):
    async with at_work(corpus(tmp_path)) as hand:
        await hand.mark(4, OFFICE_4)
        await hand.press("enter", "tab", "tab", "tab")
        await hand.type("typed")
        await hand.press("ctrl+o")
        assert "No editor is named" in hand.text()
        assert hand.app.screen.values()["note"] == "typed"
        hand.app.config = Config(editor="vi")  # and a terminal that cannot be lent
        await hand.press("ctrl+o")
        assert "cannot be handed to an editor" in hand.text()
        assert hand.app.screen.values()["note"] == "typed"
        await hand.press("ctrl+s")
        assert hand.claim(1).note == "typed"


@on_the_loop
async def test_the_key_is_said_where_there_is_a_long_field_and_does_nothing_elsewhere(
    tmp_path, monkeypatch
):
    given = pretend(monkeypatch, lambda _text: "never")
    async with at_work(corpus(tmp_path)) as hand:
        await hand.pair()
        await hand.press("enter")
        assert "Note · ctrl+o: your editor" in hand.text()
        await hand.press("escape", "i", "enter")
        assert "why · ctrl+o: your editor" in hand.text()
        await hand.press("escape", "escape", "ctrl+e")
        assert isinstance(hand.app.screen, Form)
        assert "your editor" not in hand.text()
        await hand.press("ctrl+o", "escape")
        assert given == []
