"""Under tmux: keys, mouse, sizes, the clipboard and the editor, in a real one."""

import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Self

import pytest
from pty_terminal import PATIENCE, environment_of

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed"),
]

WIDE, HIGH = 120, 40


class Tmux:
    """A tmux of one's own with the program in its only window.

    Args:
        book: the review that is opened.
        folder: where its socket is.
        clipboard: what tmux is told of the clipboard.
    """

    def __init__(self, book, folder: Path, clipboard: str = "on", **environment: str) -> None:
        self.book = book
        self.socket = folder / "tmux"
        settings = folder / "tmux.conf"
        settings.write_text(f"set -s set-clipboard {clipboard}\nset -s escape-time 10\n")
        arguments = ["--db", book.path, "--analyst", "mk", "open", book.title]
        # The shell says how it ended: tmux 3.3 does not always collect that.
        command = shlex.join([sys.executable, "-m", "workbench", *map(str, arguments)])
        command = f"{command}; echo ended with $?.; exec sleep 1000"
        self.environment = environment_of(book.home, dict(environment)) | {
            "SHELL": "/bin/sh", "TMUX_TMPDIR": str(folder),
        }  # fmt: skip
        self.run(
            "-f", settings, "new-session", "-d", "-x", WIDE, "-y", HIGH, "-c", book.home, command
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.run("kill-server", check=False)

    def run(self, *arguments: object, check: bool = True) -> str:
        """What a tmux command answers."""
        done = subprocess.run(
            ["tmux", "-S", str(self.socket), *map(str, arguments)],
            env={k: v for k, v in self.environment.items() if k != "TMUX"},
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0 or not check, (arguments, done.stderr)
        return done.stdout.decode(errors="replace")

    def screen(self) -> str:
        """What stands in the window."""
        return self.run("capture-pane", "-p", check=False)

    def wait(self, what: str, holds) -> None:
        """Wait until something holds."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, f"waited in vain: {what}\n{self.screen()}"
            time.sleep(0.05)

    def see(self, *words: str) -> None:
        """Wait until some words stand in the window."""
        self.wait(f"{words}", lambda: all(word in self.screen() for word in words))

    def see_no(self, words: str) -> None:
        """Wait until some words stand there no longer."""
        self.wait(f"no {words}", lambda: words not in self.screen())

    def ends_well(self) -> None:
        """Wait until the program has ended, with nothing to complain of."""
        self.see("ended with 0.")

    def press(self, *keys: str) -> None:
        """Press keys, by tmux's names for them."""
        self.run("send-keys", *keys)

    def bytes(self, data: bytes) -> None:
        """Let the terminal send bytes in one breath, or an escape among them is a key alone."""
        file = self.socket.with_name("bytes")
        file.write_bytes(data)
        self.run("load-buffer", "-b", "keys", file)
        self.run("paste-buffer", "-d", "-r", "-b", "keys")


@pytest.fixture
def tmux(book, tmp_path_factory):
    folder = tmp_path_factory.mktemp("t")  # a socket's path may not be long
    if len(os.fsencode(folder)) > 90:
        pytest.skip("the path to the temporary folder is too long for a socket")
    with Tmux(book, folder) as made:
        made.see("0 claims")
        yield made


def test_keys_act_under_tmux_as_they_do_outside(tmux):
    tmux.press("Enter")
    tmux.see("1 claim ", "claim 1 · unverified")
    tmux.press("Space")
    tmux.see("LINK")
    tmux.press("a")
    tmux.see("1 link")
    tmux.press("Escape")
    tmux.see_no("LINK")
    for extend in ("S-Right", "C-S-Right", "M-S-Right"):
        tmux.press(extend)
        tmux.see("SELECT")
        tmux.press("Escape")
        tmux.see_no("SELECT")
    # As terminals send them, whatever tmux makes of their names.
    for sequence in (b"\x1b[1;6C", b"\x1b[1;4C", b"\x1b[1;2C"):
        tmux.bytes(sequence)
        tmux.see("SELECT")
        tmux.press("Escape")
        tmux.see_no("SELECT")
    tmux.press("q")
    tmux.see("last worked on")
    tmux.press("q")
    tmux.ends_well()
    assert tmux.book.counts() == (2, 1, 0)


def test_the_mouse_acts_under_tmux(tmux):
    assert tmux.run("display-message", "-p", "#{mouse_any_flag} #{mouse_sgr_flag}").split() == [
        "1",
        "1",
    ]
    x, y = 70, 5
    for _ in range(2):  # a double click on a word of the second pane
        tmux.bytes(f"\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m".encode())
    tmux.see("SELECT")
    tmux.press("Enter")
    tmux.see("1 claim ")
    articles = list(tmux.book.texts())
    assert tmux.book.claims()[0]["article_id"] == articles[1]


def test_another_size_is_taken_up_under_tmux(tmux):
    tmux.see("2 of 5 articles")
    tmux.run("resize-window", "-x", 80, "-y", 24)
    tmux.see("1 of 5 articles")
    tmux.run("resize-window", "-x", 170, "-y", 50)
    tmux.see("3 of 5 articles")
    assert len(tmux.screen().rstrip("\n").split("\n")) == 50


def test_a_copy_arrives_in_tmux_when_it_takes_copies(tmux):
    tmux.press("y")
    tmux.see("Sent to the terminal's clipboard", "set-clipboard")
    tmux.wait("a buffer", lambda: "article 1" in tmux.run("show-buffer", check=False))
    assert tmux.run("show-buffer").startswith("“")


def test_the_editor_has_the_window_under_tmux_and_gives_it_back(book, tmp_path_factory):
    file = book.home / "editor.sh"
    file.write_text('#!/bin/sh\nprintf "Well? "\nread answer\nprintf "%s" "$answer" > "$1"\n')
    file.chmod(0o755)
    folder = tmp_path_factory.mktemp("t")
    if len(os.fsencode(folder)) > 90:
        pytest.skip("the path to the temporary folder is too long for a socket")
    with Tmux(book, folder, EDITOR=str(file)) as tmux:
        tmux.see("0 claims")
        tmux.press("Enter")
        tmux.see("1 claim ")
        tmux.press("Enter")
        tmux.see("Claimant:")
        tmux.press("C-o")
        tmux.see("Well?")
        tmux.run("resize-window", "-x", 100, "-y", 30)
        tmux.press("Written", "Space", "there", "Enter")
        tmux.see("Written there", "ctrl+s save")
        tmux.press("C-s")
        tmux.see("note: Written there")
        tmux.press("C-q")
        tmux.ends_well()
    assert book.claims()[0]["note"] == "Written there"
