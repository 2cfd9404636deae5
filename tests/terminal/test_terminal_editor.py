"""A note written in the analyst's own editor: the terminal is lent to it and comes back whole."""

import os
import signal
import sys

import pytest
from pty_review import Worker

pytestmark = pytest.mark.terminal

# Asks a question on the terminal, as an editor would that is no full-screen program.
ASKING = """#!/bin/sh
stty -g > settings
printf 'What shall I write? '
read answer
printf '%s, about “%s”' "$answer" "$(cat "$1")" > "$1"
{leaving}
"""


def editor(book, leaving: str = "") -> dict[str, str]:
    """An environment with an editor of its own."""
    file = book.home / "editor.sh"
    file.write_text(ASKING.format(leaving=leaving))
    file.chmod(0o755)
    return {"EDITOR": str(file)}


def open_note(book, terminal) -> None:
    """A claim's dialog, with something typed into its note."""
    Worker(book, terminal)
    terminal.press("enter")
    terminal.wait("a claim", lambda: terminal.counts() == (1, 0, 0))
    terminal.press("enter", "tab", "tab", "tab")
    terminal.type("typed")
    terminal.wait("typed", lambda: "typed" in terminal.screen.text())


def test_the_terminal_is_lent_to_the_editor_and_comes_back_whole(book):
    with book.open(environment=editor(book)) as terminal:
        open_note(book, terminal)
        terminal.press("ctrl+o")
        terminal.wait("the question", lambda: b"What shall I write?" in terminal.screen.raw)
        modes = set(terminal.screen.modes)
        assert 1049 not in modes
        assert not modes & {1000, 1003, 1004, 1006, 2004}, "the editor would get mouse and focus"
        assert {7, 25} <= modes
        assert terminal.is_as_before()
        # Whoever is killed now finds what was typed.
        session = book.session()
        assert [draft["note"] for draft in session["drafts"].values()] == ["typed"]
        terminal.resize(120, 40)
        terminal.type("A note\n")
        terminal.see("A note, about “typed”", "ctrl+s save")
        terminal.settle()
        assert len(terminal.screen.lines()) == 40
        assert terminal.screen.lines()[-1].strip()
        terminal.click(60, 2)  # the mouse is the workbench's again
        terminal.press("ctrl+s")
        terminal.see_no("ctrl+s save")
        terminal.press("ctrl+q")
        terminal.ends_well()
        assert terminal.screen.offences == []
        assert terminal.is_as_before()
    assert book.claims()[0]["note"] == "A note, about “typed”"


@pytest.mark.parametrize(
    ("leaving", "why"),
    [("exit 7", "ended with code 7"), ("stty raw -echo; kill -9 $$", "ended with signal 9")],
)
def test_an_editor_that_fails_leaves_text_and_terminal_as_they_were(book, leaving, why):
    with book.open(environment=editor(book, leaving)) as terminal:
        open_note(book, terminal)
        terminal.press("ctrl+o")
        terminal.wait("the question", lambda: b"What shall I write?" in terminal.screen.raw)
        terminal.type("lost\n")
        terminal.see(why)
        terminal.see("typed")
        terminal.type(" on")
        terminal.wait("keys", lambda: "typed on" in terminal.screen.text())
        terminal.press("ctrl+s")
        terminal.see_no("ctrl+s save")
        terminal.press("ctrl+q")
        terminal.ends_well()
        assert terminal.is_as_before()
    assert book.claims()[0]["note"] == "typed on"


def test_ctrl_c_in_the_editor_ends_the_editor_alone(book):
    with book.open(environment=editor(book)) as terminal:
        open_note(book, terminal)
        terminal.press("ctrl+o")
        terminal.wait("the question", lambda: b"What shall I write?" in terminal.screen.raw)
        terminal.press("ctrl+c")
        terminal.wait("the dialog", lambda: 1049 in terminal.screen.modes)
        terminal.see("The editor “")
        terminal.press("ctrl+s")
        terminal.see_no("ctrl+s save")
        terminal.press("ctrl+q")
        terminal.ends_well()
    assert book.claims()[0]["note"] == "typed"


def test_an_editor_that_is_not_there_is_said(book):
    with book.open(environment={"VISUAL": "no-such-editor -w"}) as terminal:
        open_note(book, terminal)
        terminal.press("ctrl+o")
        terminal.see("“no-such-editor” could not be started")
        terminal.press("ctrl+s")
        terminal.see_no("ctrl+s save")
        terminal.press("ctrl+q")
        terminal.ends_well()
    assert book.claims()[0]["note"] == "typed"


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
def test_killed_while_the_editor_has_the_terminal_the_draft_is_there_again(book):
    with book.open(environment=editor(book)) as terminal:
        open_note(book, terminal)
        terminal.press("ctrl+o")
        terminal.wait("the question", lambda: b"What shall I write?" in terminal.screen.raw)
        os.kill(terminal.process.pid, signal.SIGKILL)
        terminal.process.wait()
    with book.open() as terminal:
        terminal.see("Claim 1", "ctrl+s save")
        terminal.wait("the draft", lambda: "typed" in terminal.screen.text())
