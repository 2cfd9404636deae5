"""How far long work is, on a line of the terminal that comes and goes; and ctrl+c."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from types import SimpleNamespace

import pytest

from workbench.cli import output, progress
from workbench.cli.progress import line, telling

PATIENCE = 60


class Terminal:
    """What is written to standard error, and what stands on the line of a terminal then."""

    encoding = "utf-8"

    def __init__(self, watched: bool = True) -> None:
        self.buffer = self
        self.sent = b""
        self.watched = watched

    def isatty(self) -> bool:
        return self.watched

    def write(self, data: bytes) -> None:
        self.sent += data

    def flush(self) -> None:
        pass

    def rows(self) -> list[str]:
        """The rows, the way a terminal paints them."""
        rows, at = [""], 0
        for character in self.sent.decode():
            if character == "\n":
                rows, at = [*rows, ""], 0
            elif character == "\r":
                at = 0
            else:
                rows[-1] = rows[-1][:at] + character + rows[-1][at + 1 :]
                at += 1
        return [row.rstrip() for row in rows]


@pytest.fixture
def terminal(monkeypatch):
    made = Terminal()
    monkeypatch.setattr(output, "sys", SimpleNamespace(stderr=made, stdout=sys.stdout))
    monkeypatch.setattr(progress, "SHOW_SECONDS", 0.0)
    monkeypatch.setattr(progress, "_LOOK_SECONDS", 0.001)
    monkeypatch.setenv("COLUMNS", "60")
    yield made
    output.passing("")


def until(holds) -> None:
    import time

    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.002)


def test_the_line_says_what_how_far_and_at_what():
    assert line("Bringing in", 3, 10, "a.txt") == "Bringing in [######--------------] 30 % a.txt"
    assert line("Bringing in", 0, 0, "a.txt") == "Bringing in a.txt"
    assert line("Copying", 10, 10, "") == "Copying [####################] 100 %"


def test_it_is_shown_at_a_terminal_and_gone_in_the_end(terminal):
    with telling("Bringing in", quiet=False) as tell:
        tell(1, 4, "a.txt")
        until(lambda: "25 %" in terminal.rows()[0])
        tell(2, 4, "b")
        until(lambda: "50 %" in terminal.rows()[0])
        assert terminal.rows() == ["Bringing in [##########----------] 50 % b"]
    assert terminal.rows() == [""]


def test_what_is_said_meanwhile_takes_its_place(terminal):
    with telling("Bringing in", quiet=False) as tell:
        tell(1, 4, "a.txt")
        until(lambda: "25 %" in terminal.rows()[0])
        output.say("a.txt is article 1 now.")
        until(lambda: "25 %" in terminal.rows()[-1])
        assert terminal.rows()[0] == "a.txt is article 1 now."
    assert terminal.rows() == ["a.txt is article 1 now.", ""]


def test_a_long_or_hostile_name_stays_on_the_row_and_acts_on_nothing(terminal):
    with telling("Bringing in", quiet=False) as tell:
        tell(1, 4, "\x1b[2J\r" + "紙" * 100)
        until(lambda: "25 %" in terminal.rows()[0])
        assert "\x1b" not in terminal.sent.decode()
        (row,) = terminal.rows()
        assert len(row) + row.count("紙") < 60
    assert terminal.rows() == [""]


@pytest.mark.parametrize(("quiet", "watched"), [(True, True), (False, False)])
def test_nobody_is_told_who_is_not_looking(terminal, quiet, watched):
    terminal.watched = watched
    with telling("Bringing in", quiet=quiet) as tell:
        tell(1, 4, "a.txt")
    assert terminal.sent == b""


def test_quick_work_is_done_without_a_word(terminal, monkeypatch):
    monkeypatch.setattr(progress, "SHOW_SECONDS", float(PATIENCE))
    with telling("Bringing in", quiet=False) as tell:
        tell(1, 4, "a.txt")
    assert terminal.sent == b""


def test_a_piped_command_sends_no_line_that_comes_and_goes(program, review):
    for arguments in (["check"], ["export", review, "--as", "log"], ["backup", "copy.db"]):
        done = program(*arguments)
        assert b"\r" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
def test_a_new_review_interrupted_at_the_terminal_shows_how_far_it_was_and_is_not_made(
    program, corpus
):
    program("new", "First", corpus[0])
    master, slave = os.openpty()
    reader, writer = os.pipe()  # standard input that never ends
    # A background job ignores ctrl+c, and so would what it starts.
    held = signal.signal(signal.SIGINT, signal.default_int_handler)
    waiting = subprocess.Popen(
        [sys.executable, "-m", "workbench", "new", "Second", *map(str, corpus[1:3]), "-"],
        stdin=reader,
        stdout=subprocess.DEVNULL,
        stderr=slave,
    )
    signal.signal(signal.SIGINT, held)
    os.close(slave)
    os.close(reader)
    seen = b""
    while b"Bringing in articles [" not in seen:  # the test's own time limit is the system's
        seen += os.read(master, 4096)
    waiting.send_signal(signal.SIGINT)
    assert waiting.wait(PATIENCE) == 130
    try:
        while chunk := os.read(master, 4096):
            seen += chunk
    except OSError:  # the other side is gone
        pass
    os.close(master)
    os.close(writer)
    assert b"Interrupted." in seen
    assert b"Second" not in program("reviews").stdout
    assert b"First" in program("reviews").stdout
    assert b"should be" in program("check").stdout


def test_more_articles_interrupted_leave_what_came_in_before(
    wb, answer, review, place, monkeypatch
):
    from workbench import bringing_in

    (place / "one.txt").write_text("One more article.")
    (place / "two.txt").write_text("Another article.")
    real = bringing_in.read_article

    def read(name, limit):
        if str(name) == "two.txt":
            raise KeyboardInterrupt
        return real(name, limit=limit)

    monkeypatch.setattr(bringing_in, "read_article", read)
    assert "Interrupted." in wb("add", review, "one.txt", "two.txt", code=130).stderr
    (found,) = answer("reviews")
    assert found["articles"] == 6


def test_an_export_interrupted_leaves_the_file_as_it_was(wb, marked, place, monkeypatch):
    import workbench.export

    def export(*_, tell, **__):
        tell(0, 1, "")
        raise KeyboardInterrupt

    (place / "claims.csv").write_text("old")
    monkeypatch.setattr(workbench.export, "export", export)
    wb("export", marked, "--as", "claims", "-o", "claims.csv", code=130)
    assert (place / "claims.csv").read_text() == "old"
    assert not list(place.glob("*.new"))
