"""What `make bench` rests on: its terminal, its statistics, its texts. How fast is not asked."""

import subprocess
import sys

import pytest
from pty_terminal import PATIENCE, ROOT

from tools.bench import figures, programs, reviews, texts
from tools.bench.figures import Promise, Row
from tools.bench.place import KB, Place
from tools.bench.terminal import TerminalError, answered, mouse
from workbench.core.text import canonical_text
from workbench.store import Store

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it measures on Linux only"),
]

# Says every key it gets, asks what a terminal is asked, and frames what it shows as Textual does.
TINY = r"""
import os, select, signal, sys, termios, tty
tty.setraw(0)
wake, ring = os.pipe()
os.set_blocking(ring, False)
signal.set_wakeup_fd(ring)
signal.signal(signal.SIGWINCH, lambda *_: None)
def say(text):
    os.write(1, ("\x1b[?2026h" + text + "\x1b[?2026l").encode())
say("rea\x1b[1mdy to\x1b[0m be read\x1b[?2026$p")
while True:
    ready, _, _ = select.select([0, wake], [], [])
    if wake in ready:
        os.read(wake, 100)
        say("size %d by %d" % os.get_terminal_size(0))
        continue
    got = os.read(0, 100)
    if b"q" in got:
        continue  # the one key that brings nothing
    if b"s" in got:
        os.write(1, b"\x1b[?1h")
    say("got %r " % got)
"""


@pytest.fixture
def tiny(tmp_path):
    with programs.start([sys.executable, "-c", TINY], tmp_path) as terminal:
        # The second is the terminal's answer to what was asked, said back as a key would be.
        terminal.first_paint("ready to be read", "?2026;2$y")
        yield terminal


def test_words_are_waited_for_however_they_are_coloured(tmp_path):
    with programs.start([sys.executable, "-c", TINY], tmp_path) as terminal:
        wall, cpu = terminal.first_paint("ready to", "be read")
        assert wall > 0
        assert cpu > 0
        assert terminal.memory() > 1


def test_a_program_that_never_shows_the_words_is_named_by_what_it_showed(tmp_path):
    command = [sys.executable, "-c", "print('something else')"]
    with (
        programs.start(command, tmp_path) as terminal,
        pytest.raises(TerminalError, match=r"(?s)'first' did not come.*something else"),
    ):
        terminal.first_paint("first")


def test_a_key_has_an_answer_or_none(tiny):
    answer = tiny.press("shift+right", PATIENCE)
    assert answer.size == len(b"\x1b[?2026hgot b'\\x1b[1;2C' \x1b[?2026l")
    assert 0 < answer.frame <= answer.settled
    assert tiny.send(b"q", patience=0.2) is None
    assert r"got b'\x1b[1;2C'" in tiny.shown()


def test_arrows_are_sent_as_the_program_wants_them(tiny):
    tiny.press("down", PATIENCE)
    tiny.press("s", PATIENCE)
    tiny.press("down", PATIENCE)
    assert r"got b'\x1b[B'" in tiny.shown()
    assert r"got b'\x1bOB'" in tiny.shown()


def test_mouse_reports_are_those_of_sgr():
    assert mouse(32, 7, 5) == b"\x1b[<32;7;5M"
    assert mouse(0, 7, 5, up=True) == b"\x1b[<0;7;5m"


def test_another_size_reaches_the_program(tiny):
    assert tiny.resize(91, 33) is not None
    assert "size 91 by 33" in tiny.shown()


def test_frames_are_counted_while_a_key_is_held(tiny):
    held = tiny.hold("j", rate=50, times=5, quiet=2)
    assert 1 <= held.frames <= 5
    assert tiny.shown().count("j") == 5


def test_keys_that_bring_nothing_are_not_taken_for_fast_ones(tiny):
    one = tiny.press("j", PATIENCE)
    assert answered([one] * 9 + [None]) == [one] * 9
    with pytest.raises(TerminalError, match="8 of 10"):
        answered([one] * 8 + [None] * 2)
    with pytest.raises(TerminalError):
        answered([])


def test_quantiles_and_ratios():
    assert figures.quantile(range(1, 101), 0.95) == 95
    assert figures.quantile([3, 1, 2], 0.5) == 2
    assert figures.quantile([5], 0.99) == 5
    assert figures.quantile(range(10), 1) == 9
    # A slow round is slow on both sides.
    assert figures.ratio([10, 100, 12], [5, 50, 6]) == 2


def test_a_row_says_what_is_reached_and_by_how_much_it_is_missed():
    kept = Promise("p95", 9.5, 10, "ms")
    missed = Promise("CPU", 6, 4.5, "ms")
    few = Promise("frames", 80, 85, at_least=True)
    assert Row("x", "", ()).outcome == ""
    assert Row("x", "", (kept,)).outcome == "ok"
    row = Row("x", "", (kept, missed, few))
    assert row.wanted == "p95 ≤ 10 ms, CPU ≤ 4.5 ms, frames ≥ 85"
    assert row.outcome == "CPU over by 1.5 ms, frames under by 5"


@pytest.mark.parametrize("kind", [texts.prose, texts.ascii_prose])
def test_texts_are_the_same_every_time_and_of_the_size_asked_for(kind):
    text = kind(20 * KB, 4)
    assert text == kind(20 * KB, 4)
    assert text != kind(20 * KB, 5)
    assert 20 * KB <= len(text.encode()) < 23 * KB
    assert text.startswith(texts.first_words(4))
    assert text.endswith(texts.last_words(4) + "\n")
    assert canonical_text(text) == text
    assert text.isascii() == (kind is texts.ascii_prose)


def test_about_one_in_a_hundred_characters_of_prose_is_odd():
    text = texts.prose(200 * KB)
    odd = sum(ord(character) > 0x24F and character not in "“”’" for character in text)
    assert 0.008 < odd / len(text) < 0.02


def test_a_review_made_in_haste_is_as_it_should_be(tmp_path):
    path = tmp_path / "made.db"
    written = [texts.prose(10 * KB, number) for number in (1, 2)]
    reviews.make_review(path, written, claims=100, panes=2)
    with Store(path) as store:
        state = store.load(store.find_review(reviews.TITLE).id, reviews.ANALYST)
        assert len(state.claims) == 100
        assert all(map(store.is_indexed, state.articles.values()))
    done = subprocess.run(
        [sys.executable, "-m", "workbench", "--db", path, "check"],
        env=programs.environment(tmp_path),
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Everything is as it should be." in done.stdout


def test_the_workbench_is_measured_on_a_copy(tmp_path):
    place = Place(tmp_path, quick=True)
    made = place.review(2, 10 * KB, panes=2)
    before = made.read_bytes()
    with place.workbench(made, 2) as terminal:
        assert terminal.press("down", PATIENCE) is not None
        terminal.press("enter", PATIENCE)
    assert made.read_bytes() == before
    assert place.review(2, 10 * KB, panes=2) == made


def test_a_group_can_be_measured_by_itself(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tools.bench", "quick", "command", "resize"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "workbench --help ÷ python -c pass" in done.stdout
    assert "resize to the last frame" in done.stdout
    assert "could not be measured" not in done.stdout
    assert "first paint" not in done.stdout


def test_a_group_there_is_not_is_said_with_those_there_are(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tools.bench", "wobble"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "there is no 'wobble'" in done.stderr
    assert "resize" in done.stderr
